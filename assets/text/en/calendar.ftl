# The calendar: what comes after going live.

calendar-issue = Going live: the public certificates are signed for { $days } days, until { $until }.
calendar-renewal = Renew the public certificates, which expire on { $before }: the new ones last { $days } days, until { $until }.
calendar-reused = Renew the certificate `{ $certificate }`, which expires on { $before }: the new one lasts { $days } days, until { $until }.
calendar-validity = From today on, new public certificates last at most { $days } days, and a domain validation is used again for { $reuse } days.
calendar-client-usage = From today on, the public CA signs no client usage.

## The file.

calendar-name = ucplan: { $title }
calendar-why = Why: { $facts } <- { $answers }.
calendar-certificates = Certificates: { $names }.
purpose-calendar = renewals and dated rules, for calendar programs
