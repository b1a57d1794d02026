# Values of a plan: what was expected (`expected-*`), why a text is refused (`refusal-*`), and how bad a finding is.

## What was expected, with its article; fits behind "Expected" and behind "Write". In short it stands
## in a field as long as nothing is typed, in at most 40 cells.

expected-address = an IPv4 or IPv6 address such as `10.10.0.20`
    .short = an address such as 10.10.0.20
expected-authority = a certification authority such as `ca01.contoso.com\Contoso Issuing CA`
    .short = ca01.contoso.com\Contoso Issuing CA
expected-subject-name = a host name such as `web01.contoso.com`, or `*.` before a domain
    .short = a host name, or *. and a domain
expected-thumbprint = a SHA-1 thumbprint of forty hexadecimal digits, as Windows shows it
    .short = forty hexadecimal digits
expected-boolean = `true` or `false` without quotes
expected-choice = a single word that names a choice
expected-country = a country of two letters such as `US`
    .short = two letters such as US
expected-date = a date such as `2027-02-01`
    .short = a date such as 2027-02-01
expected-fqdn = a full host name such as `pool01.contoso.com`
    .short = a full name such as pool01.contoso.com
expected-grantee = a SIP address, a UPN, `domain\user`, a display name, or a pool such as `pool:pool01.contoso.com`
    .short = a user, or pool: and the name of a pool
expected-guid = a GUID such as `00000000-0000-0000-0000-000000000000`
    .short = a GUID: 32 hexadecimal digits, 4 hyphens
expected-label = a single host label such as `meet`
    .short = a single host label such as meet
expected-line-uri = a telephone line such as `tel:+14255550100`
    .short = a line such as tel:+14255550100
expected-list = a list such as `[first, second]`
expected-mail-address = a mail address such as `hostmaster@contoso.com`
    .short = a mail address: hostmaster@contoso.com
expected-network = a network such as `10.10.0.0/24`
    .short = a network such as 10.10.0.0/24
expected-number = a whole number without quotes
expected-number-in-range = a whole number in that range
expected-object-name = a name such as `rp01`
    .short = a name such as rp01
expected-scope = the scope of a site, such as `site:Redmond`
    .short = global, user, or site: and its name
expected-section = a section of keys and values
expected-sip-address = a SIP address such as `kim@contoso.com`
    .short = a SIP address such as kim@contoso.com
expected-sip-domain = a SIP domain such as `contoso.com`
    .short = a SIP domain such as contoso.com
expected-text = a line of text without control characters and direction marks
    .short = a line of text

## Why a text is refused, and what would be right.

refusal-empty = There is nothing where a name or a value is wanted. Write it, or leave the key or the item out.
refusal-character = The character `{ $character }` (number { $place }) is not allowed there. A name has letters, digits and hyphens; free text has visible characters of any script.
refusal-underscore = Character { $place } is an underscore, but names have letters, digits and hyphens only (M-025). Write a hyphen in its place.
refusal-unicode = The character `{ $character }` is not allowed, as internationalised host names are not supported (M-025). Use the letters `a` to `z`, digits and hyphens only.
refusal-empty-label = There is a dot too many: nothing stands before it or behind it. Take it away.
refusal-hyphen = The label `{ $label }` begins or ends with a hyphen. A hyphen stands only between letters or digits.
refusal-too-long = The name or one of its labels has { $has } characters, but may have at most { $most }. Choose a shorter one.
refusal-single-label = The name has a single label, and short names are not supported (M-025). Write the full name with its domain.
refusal-address-for-name = This looks like an address, as no top-level domain is a number. Write the host name that leads to it.
refusal-address = This is neither an IPv4 nor an IPv6 address. Write the address alone, without a port or a prefix length.
refusal-network = This is not a network. Write its first address, `/` and the length of the prefix; all bits behind the prefix must be zero.
refusal-range = The number must be from { $least } to { $most }.
refusal-date = This is not a day of the calendar. Write the year with four digits, the month and the day with two each, and hyphens between them.
refusal-sip-address = This is not a SIP address. Write the user in plain letters and digits without blanks, then `@` and the SIP domain.
refusal-mail-address = This is not a mail address. Write the user in letters, digits, dots, hyphens and underscores, then `@` and the domain.
refusal-line-uri = This is not a telephone line. Write `tel:+` and the digits of the number, without blanks or hyphens; an extension follows as `;ext=123`.
refusal-country = This is not a country as certificates name it. Write its two letters (ISO 3166).
refusal-guid = This is not a GUID. Write hexadecimal digits in groups of 8, 4, 4, 4 and 12, with hyphens between the groups.
refusal-authority = This is not a certification authority. Write the full name of its host, one backslash and the name of the authority.
refusal-thumbprint = This is not a SHA-1 thumbprint. Write its forty hexadecimal digits, with or without spaces between them.
refusal-device-name = Windows keeps this name for a device, so no folder can have it. Choose another name.

## How bad a finding is.

severity-error = error
severity-warning = warning
severity-advice = advice
