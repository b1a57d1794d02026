### Certificates that exist, beside those that the plan requires, on the screen.

existing-title = Certificates that exist, beside what is required
existing-columns = Certificate | Verdict | k/m/s | Expires | File
existing-not-yet = The files are being read. Esc goes back.
existing-in-plan = in the plan
existing-unread = unreadable
existing-file = { $title }, in { $file }
existing-reuse = Enter uses it again: nothing is requested in its place.
existing-request = The plan uses it again. Enter requests it after all.
existing-no-file = No file that was loaded fits. It is requested.
existing-only-request = This is a request, which an authority has yet to sign.
existing-unfit = It can't be used again: { $why }
existing-is-unread = Nothing of this file was read.
existing-is-not-needed = Nothing in the plan asks for it.
existing-open-quote = The quote { $quote } is never closed.
    .help = A path with blanks stands between two of the same quotes.
existing-taken = Taken into the plan: { $reused } used again, { $requested } requested. { KEY("undo") } takes it back.
