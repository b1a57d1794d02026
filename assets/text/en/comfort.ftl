# Words of what makes the screen pleasant: copying, the mouse, the palette, larger spacing, history, keys of one's own.

## Copying

action-copy = Copy what is at the cursor, through the terminal
    .short = copy
copy-sent = { $count ->
    [one] Sent 1 character to the terminal to copy.
   *[other] Sent { $count } characters to the terminal to copy.
}
    .help = Some terminals refuse that and don't tell: paste to be sure.
copy-sent-tmux = { $count ->
    [one] Sent 1 character through tmux to copy.
   *[other] Sent { $count } characters through tmux to copy.
}
    .help = It arrives if tmux has `set-clipboard on` or `allow-passthrough on`, and the terminal allows it: paste to be sure.
copy-sent-screen = { $count ->
    [one] Sent 1 character through screen to copy.
   *[other] Sent { $count } characters through screen to copy.
}
    .help = It arrives if the terminal around screen allows it: paste to be sure.
copy-nothing = There is nothing to copy here.
copy-console = The Linux console has no clipboard. Nothing was copied.
copy-too-long = { $length } bytes are too many: terminals take { $most } at most. Nothing was copied.
    .help = Copy the path of the file instead, or generate the files.

## The mouse

action-mouse = The mouse: for ucplan, or for selecting text in the terminal
mouse-on = The mouse is for ucplan: click to choose, again to do it, turn the wheel to scroll.
mouse-off = The mouse is the terminal's: select text as everywhere.

## Everything from anywhere

action-palette = Everything that can be done or gone to
palette-title = Everything: type to find, Enter does it
palette-theme = Colours: { $name }
palette-open = Open
theme-dark = for dark backgrounds
theme-light = for light backgrounds
theme-sixteen = sixteen, for either background
theme-plain = none
theme-plain-only = No colours are wanted (`NO_COLOR`, or `--color never`), so there is nothing to choose.
help-elsewhere = That key works only while what it belongs to is open.

## Larger spacing

action-present = Presenter mode: larger spacing, fewer keys in the last line
presenter-on = Presenter mode: larger spacing, questions are counted through the whole plan. The same key ends it.
presenter-off = Presenter mode has ended.

## The steps that were made

action-history = The steps that were made; Enter goes to one
history-title = Steps, newest first; Enter goes to one
history-begin = as it began
history-file = the whole file
history-gone = { $undone ->
    [0] { $redone ->
        [0] That is the state that holds already.
        [one] Made one step again.
       *[other] Made { $redone } steps again.
    }
    [one] Took one step back.
   *[other] Took { $undone } steps back.
}

## The user's own keys

keymap-wrong = { $file }: { $lines }{ $more ->
    [0] { "" }
   *[other] { " " }There is more: { $more }.
}
keymap-line = Line { $line }: { $what }
keymap-places = Places with their rows are expected, such as `letters:` and below it `- {"{"} action: undo, keys: [u] {"}"}`. The usual keys hold.
keymap-place = There is no place `{ $place }`{ $near ->
    [0] { "" }
   *[other] { "; " }`{ $nearest }` is one
}. Places: { $known }. The usual keys hold there.
keymap-rows = A list of rows is expected below `{ $place }`. The usual keys hold there.
keymap-row = A row is `- {"{"} action: undo, keys: [u, f5] {"}"}`; `footer` and `sign` may follow. The usual keys hold for this row.
keymap-action = There is no action `{ $action }`{ $near ->
    [0] { "" }
   *[other] { "; " }`{ $nearest }` is one
}. `ucplan catalog export keys.yaml` writes all of them. The usual keys hold for this row.
keymap-key = There is no key `{ $key }`. Keys are a character, f1 to f12, enter, esc, space, tab, backtab, up, down, left, right, home, end, pageup, pagedown, insert, delete, and most of them with ctrl- before. The usual keys hold for this row.
keymap-typed = Characters are typed in `{ $place }`, so `{ $key }` can be no key there; ctrl- and f1 to f12 can. The usual keys hold for this row.
keymap-twice = `{ $key }` asks for `{ $other }` in `{ $place }` already, and can't ask for `{ $action }` too. Give one of them another key. The usual keys hold for this row.
keymap-again = `{ $what }` stands here for the second time. Take one of them away. The usual keys hold for this row.
keymap-no-way = Without another key nothing would ask for `{ $action }` in `{ $place }`, and there would be no way out. Give it a key that means nothing else. All the usual keys hold.

## Places of keys, as the help calls them

place-always = everywhere
place-letters = where nothing is typed
place-start = start page
place-sections = sections
place-overview = questions of a page
place-question = question
place-item = item of a list
place-value = one of several values
place-field = line of a question
place-requirements = requirements
place-certificates = certificates
place-typed-certificates = certificates, while typing
place-budget = budget
place-loading = required certificates
place-existing = existing certificates
place-filter = filter
place-findings = findings
place-files = files
place-topology = topology
place-of-item = question of an item
place-record = record of an answer
place-typed-record = record of an answer, while typing
place-decisions = decisions
place-compare = comparison
place-journeys = journeys
place-journey = journey, hop by hop
place-topology-details = about a box
place-pick = list to pick from
place-why = why
place-prompt = line asked for
place-ask = choice asked for
place-busy = while generating
place-small = window too small
