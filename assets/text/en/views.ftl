### Decisions, the comparison with another plan, and journeys, on the screen.

## What keys do

action-owner = Say who brings the answer back
    .short = owner
action-due = Say until when the answer is due
    .short = due
action-state = Say how far the decision has come: decided, open, parked
    .short = state
action-reason = Say why it was decided so
    .short = reason
action-record = All that can be said beside the answer: state, owner, due date, by whom, when, why, note
    .short = record
action-view-decisions = View: decisions
action-view-compare = View: compare with another plan, or with the saved one
action-view-journeys = View: journeys of clients
action-against = Choose a plan to compare with
    .short = other plan
action-against-saved = Compare with the plan as it is saved
    .short = saved plan
action-domain = Choose the domain from a list
    .short = all domains
action-next-domain = The next domain
    .short = domain
action-previous-domain = The domain before

## Decisions

view-decisions = Decisions
decisions-none = Nothing was said of any decision, and no answer is left open. At any question, { KEY("note") } writes a note, { KEY("owner") } names an owner, { KEY("due") } a due date, { KEY("state") } the state, { KEY("reason") } the reason; { KEY("record") } shows all of them.
decisions-open = Open ({ $count }), by due date
decisions-parked = Parked ({ $count })
decisions-decided = Decided ({ $count })
decisions-minutes = What the minutes will say
decisions-late = ▲ It is due after the day of going live ({ $go_live }).

minutes-decided = { $has ->
    [both] Decided on { $date } by { $by }
    [one] Decided on { $date }
    [other] Decided by { $by }
   *[none] Decided
}{ $answered ->
    [yes] : { $answer }.
   *[no] .
}
minutes-open = { $has ->
    [both] Open. { $owner } brings it back by { $due }.
    [one] Open. { $owner } brings it back; no day is named.
    [other] Open. It is due by { $due }; nobody owns it yet.
   *[none] Open. Nobody owns it, and no day is named.
}{ $answered ->
    [yes] { " " }So far: { $answer }.
   *[no] { "" }
}
minutes-parked = { $has ->
    [both] Parked. { $owner } brings it back by { $due }.
    [one] Parked. { $owner } brings it back; no day is named.
    [other] Parked until { $due }.
   *[none] Parked.
}{ $answered ->
    [yes] { " " }So far: { $answer }.
   *[no] { "" }
}
minutes-reason = Reason: { $text }
minutes-rejected = Turned down: { $option }. { $why }
minutes-note = Note: { $text }
minutes-unanswered = ▲ The plan still says “not decided yet”: give the answer too.

record-about = { $path }
record-title = Beside the answer: { $question }
    .help = What is said here stands under `decisions` in the plan file. Nothing is derived from it.
record-state = State: { $value }
record-owner = Owner: { $value }
record-due = Due: { $value }
record-by = Decided by: { $value }
record-date = Decided on: { $value }
record-reason = Reason: { $value }
record-note = Note: { $value }
record-rejected = Not “{ $option }”: { $value }
record-option = { $option }
record-no-day = `{ $text }` is no day.
    .help = Write it as 2027-02-01: year, month, day.
record-no-text = This has a character in it that can't be kept.
    .help = Any script is welcome, but no control characters and no marks that turn the writing direction.
record-day-of = This is the day of going live.
record-day-before = { $count ->
    [one] 1 day before going live.
   *[other] { $count } days before going live.
}
record-day-after = { $count ->
    [one] ▲ 1 day after going live.
   *[other] ▲ { $count } days after going live.
}
state-decided = Decided
state-open = Open: an owner brings it back
state-parked = Parked: set aside for now
state-none = Take all that was said of it away
prompt-state = State: { $question }
    .help = How far has the decision come?
prompt-owner = Owner: { $question }
    .help = Who brings it back. An empty line takes it away.
prompt-due = Due: { $question }
    .help = A day, written as 2027-02-01. An empty line takes it away.
prompt-by = Decided by: { $question }
    .help = Who decided. An empty line takes it away.
prompt-date = Decided on: { $question }
    .help = A day, written as 2027-02-01. An empty line takes it away.
prompt-reason = Reason: { $question }
    .help = Why it was decided so. An empty line takes it away.

## This plan beside another one

view-compare = Compare
compare-other = From { $before } to this plan, { $after }
compare-saved = From { $file } as it is saved to this plan as it is here
compare-waits = The plans are being compared …
compare-same = ✓ The answers are the same. `o` chooses another plan.
compare-unreadable = The other plan can't be read.
prompt-against = Compare with
    .help = The path of a plan file. Its answers are the ones before, those of this plan the ones after.

## Journeys

view-journeys = Journeys
journeys-domain = ◂ { $domain } ▸ { $number } of { $of }
journeys-waits = The clients are on their way …
journeys-count = ✓ { $passed }   ✓ ● { $remarked } with a remark   ✗ { $failed }
journeys-excluded = The plan has no { $client } from this network: { $network }.
journeys-cell = { $client }, { $network }: { $pools ->
    [one] 1 journey
   *[other] { $pools } journeys
}, { $hops ->
    [one] 1 hop
   *[other] { $hops } hops
}
journeys-all-well = ✓ Every hop passes. Enter shows the way.
journeys-way = { $client }, { $network }, { $domain }, at home at { $pool }
journeys-by = By { $rows }
journeys-facts = Facts { $facts }
journeys-cause = Enter goes to { $question } ({ $path })
domains-title = Choose a domain
