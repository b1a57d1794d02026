# Words of the screen: frame, keys, interview, views, overlays, notices.

## The frame

header-saved = ● saved
header-changed = ○ not saved
header-about = { $version } · { $count ->
    [one] 1 SIP domain
   *[other] { $count } SIP domains
}
screen-too-small = This window is too small. ucplan needs { $width } columns and { $height } lines.
screen-failed = The screen had to close. Answers are in the journal and come back when the plan is opened again. The reason:
no-screen = The screen of ucplan needs a terminal, and this is none.
    .help = Run `ucplan` on a terminal, or use the commands: `ucplan --help` lists them, `ucplan generate` writes the files of a sample.

## What keys do: in the help, and in short in the footer

action-up = One line up
    .short = choose
action-down = One line down
action-page-up = One page up
action-page-down = One page down
    .read = read on
action-first = To the first line
action-last = To the last line
action-enter = Take what is at the cursor
    .short = answer
    .open = open
    .go = go there
    .do = do it
    .done = done
    .take = take this way
    .change = into the plan
    .details = details
action-back = One level up, or close what lies over the screen
    .short = back
action-next = The next question, or the next tab
    .short = next
    .zone = zone
    .across = across
action-previous = The question before, or the tab before
action-next-pane = The other pane
    .short = pane
action-complete = Take the suggestion behind what is typed
action-withdraw = Take the answer back: its default holds again
    .short = default
action-remove = Remove the item or value at the cursor
    .short = remove
action-move-up = Move the value or item up; the first SIP domain is the default
    .short = move
action-move-down = Move the value or item down
action-next-column = The next column of the table
    .short = column
action-previous-column = The column before
action-duplicate = One more item like this one; its own names and addresses go on
    .short = duplicate
action-mend = Take another answer with which the finding does not stand
    .short = mend
action-fill-down = Give this answer to all items below; an address goes on from item to item
    .short = fill down
action-reject = Write down why it is not this option
    .short = why not
action-note = Write a note beside the answer
    .short = note
action-why = Why is this so?
    .short = why
action-find = Find a question, or filter the rows
    .short = find
action-sort = Sort by the next column
    .short = sort
action-difference = The difference to what is on disk, or the content
    .short = difference
action-budget = Compare the ways to have fewer names or certificates
    .short = budget
action-load = Load certificates that exist, and compare them
    .short = load
action-mark = Mark the row, or take the mark away; Enter changes all that are marked
    .short = mark
action-generate = Write all files
    .short = generate
action-draft = Write all files as drafts, although errors stand
action-folder = Choose the output folder
    .short = folder
action-undo = Take the last change back
    .short = undo
action-redo = Make the change again that was taken back
action-save = Write the plan file
    .short = save
action-help = All keys, and what they do
    .short = help
action-next-view = The next view
    .short = views
action-view-interview = View: interview
action-view-requirements = View: requirements
action-view-findings = View: findings
action-view-files = View: files
action-start-page = The start page: other plans, new plans
action-theme = Other colours: dark, light, sixteen colours, none
action-suspend = Go to the background; `fg` comes back
action-leave = Leave; answers that are not saved stay in the journal
    .short = leave
action-panic = Fail on purpose, to see that the terminal is restored

## The start page

start-title = Start
start-welcome = Plan mobility for Skype for Business Server and Lync Server. Choose a plan, or begin one.
start-recent = Go on with
start-new = Begin a new plan
start-other = Another plan
start-empty = empty
    .detail = an interview that begins with what no plan can do without
start-open = open a file
    .detail = a plan that is there already

## The interview

interview-sections = Sections
interview-number = question { $number } of { $of }
interview-effects = What this changes
interview-effects-why-typed = { KEY("typed-record:why") } why
interview-effects-why = { KEY("why") } why
interview-open = Not decided yet
interview-default = Take back what was said; the default holds again
interview-default-is = Default: { $value }
interview-by-default = default
interview-add = type to add: { $what }
interview-add-value = type to add a value
interview-barred = Not offered: { $option }. { $why }
interview-note = Note: { $note }
interview-missing = This answer is required.
    .help = Answer it, or look at other questions first: { KEY("back") } leads to all of this page. Nothing is generated while it is missing.
interview-needless = not asked: { $reason }
interview-needless-because = This question makes no sense as long as `{ $path }` is answered as it is. Enter goes there.

value-none = none
value-unset = not set
value-missing = missing
value-open = not decided yet
value-default = { $value } (default)
value-items = { $count ->
    [0] none
   *[other] { $count }
}

## What an answer changes

consequence-none = Nothing that ucplan derives or writes changes.
consequence-more = … and { $count } more
effect-row = { $text }
effect-dns = { $count ->
    [one] 1 DNS record, { $view }
   *[other] { $count } DNS records, { $view }
}
effect-dns-changed = { $count ->
    [one] 1 DNS record changes, { $view }
   *[other] { $count } DNS records change, { $view }
}
effect-certificates = { $count ->
    [one] 1 certificate, with its number of names
   *[other] { $count } certificates, with their numbers of names
}
effect-certificates-changed = { $count ->
    [one] 1 certificate changes
   *[other] { $count } certificates change
}
effect-names = { $count ->
    [one] 1 name
   *[other] { $count } names
} on certificate { $certificate }, which then has { $total }
effect-publishing = { $count ->
    [one] 1 publishing rule
   *[other] { $count } publishing rules
} of { $proxy }
effect-publishing-changed = { $count ->
    [one] 1 publishing rule of { $proxy } changes
   *[other] { $count } publishing rules of { $proxy } change
}
effect-publishing-moved = { $count ->
    [one] 1 publishing rule of { $proxy } moves
   *[other] { $count } publishing rules of { $proxy } move
} from port { $before } to { $after }
effect-firewall = { $count ->
    [one] 1 firewall row
   *[other] { $count } firewall rows
}, { $level }
effect-firewall-changed = { $count ->
    [one] 1 firewall row has another purpose
   *[other] { $count } firewall rows have another purpose
}
effect-firewall-level = { $count ->
    [one] 1 firewall row
   *[other] { $count } firewall rows
}: { $before } → { $after }
effect-balancing = { $count ->
    [one] 1 balancing rule
   *[other] { $count } balancing rules
}
effect-balancing-changed = { $count ->
    [one] 1 balancing rule changes
   *[other] { $count } balancing rules change
}
effect-commands = { $count ->
    [one] 1 command
   *[other] { $count } commands
}: { $stage }
effect-commands-changed = { $count ->
    [one] 1 command changes
   *[other] { $count } commands change
}: { $stage }
effect-calendar = { $count ->
    [one] 1 day of the calendar
   *[other] { $count } days of the calendar
}
effect-files = { $count ->
    [one] 1 file; no record, name, rule, flow or command
   *[other] { $count } files; no record, name, rule, flow or command
}
effect-severity-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
effect-severity-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
effect-severity-advice = { $count ->
    [one] 1 piece of advice
   *[other] { $count } pieces of advice
}

## Views

view-requirements = Requirements
view-findings = Findings
requirements-filter = Filter:
requirements-count = { $shown } of { $total }
requirements-none-fits = No row has “{ $filter }” in it. Esc shows all rows.
findings-none = ✓ Nothing was found. The files can be generated.
files-title = { $folder }
files-signs = + new  ~ changes  = same  ! edited by hand
files-content = { $file }
files-difference = { $file }: what would change on disk
    .short = What would change on disk
files-looking = Looking at the folder …
files-new = This file is not there yet.
files-made = This file is made when the files are generated: ucplan makes the private key and signs the request with it. A key that is there already is used and never replaced.
files-same = Nothing would change here.

## Overlays

start-no-plan = No plan is open yet: choose one here.
pick-none = Nothing fits. Backspace takes letters away, Esc goes back.
help-title = Keys: type to find, Enter does it
find-title = Find a question
problems-title = { $file } can't be opened
problems-at = Line { $line }, column { $column }: { $what }
why-title = Why?
why-answers = Because of these answers
why-rules = What asks for it, and what breaks without it
why-facts = Facts
why-effect = { $sign } { $what }
why-row = ·  { $row }
prompt-open = Open a plan
    .help = The path of a plan file.
prompt-create = Write the new plan to
    .help = The path of the file, which must not exist yet.
prompt-folder = Write the files into
    .help = The path of the output folder. It is made where it is missing.
prompt-certificates = Load certificates that exist
    .help = Files, or folders with such files. Blanks separate them; a path with blanks stands in quotes, and ~ is the home folder.
prompt-note = Note: { $question }
    .help = The note stands with the decision in the plan file. An empty line takes it away.
prompt-rejected = Why not { $option }? { $question }
    .help = The reason stands with the decision in the plan file, and the minutes say it. An empty line takes it away.
prompt-empty = There is nothing in the line.
    .help = Type a path, or go back with Esc.
ask-changed-title = The file was changed
ask-changed = Somebody else wrote `{ $file }` since it was opened here. Nothing was written now.
ask-changed-leave = Leave both as they are
ask-changed-read = Read the file; undo brings back what is here
ask-changed-write = Write over it
ask-not-kept-title = Answers that nothing keeps
ask-not-kept = `{ $file }` has answers that are not saved, and no journal keeps them.
ask-not-kept-stay = Stay
ask-not-kept-save = Save them, then go
ask-not-kept-abandon = Go without them
ask-edited-title = Files were edited by hand
ask-edited = { $count ->
    [one] This file was edited since it was generated, or is not of ucplan:
   *[other] These files were edited since they were generated, or are not of ucplan:
} { $files }. Nothing was written.
ask-edited-leave = Leave everything as it is
ask-edited-write = Write over them, and keep each as `.orig`
ask-released-title = A draft in place of finished files
ask-released = `{ $out }` holds a finished generation, and somebody may be applying it. Nothing was written.
ask-released-write = Write the draft over it; files edited by hand are kept as `.orig`
busy-title = Generating
busy-composing = Composing the files
busy-keys = Making keys: { $done } of { $of }
busy-files = Writing files: { $done } of { $of }
busy-cancel = Esc cancels

farewell = { $file }: answers that were not saved are in the journal. Open the plan again to go on, and save it with { KEY("save") }.

## Notices in the last line

notice-saved = Wrote { $file }.
notice-pasted = { $count ->
        [one] One item was added.
       *[other] { $count } items were added.
    }
notice-filled = { $question }: { $count ->
        [one] one item below was answered.
       *[other] { $count } items below were answered.
    }
notice-nothing-to-fill = There is no item below that asks this, or the answer belongs to one item alone.
paste-nothing = Nothing to add was pasted.
paste-no-list = Lines can only be pasted into a list of items.
paste-no-place = No question about { $item } takes { $cell }.
    .help = A line begins with the name of the item; tabs, semicolons, commas or blanks stand before each further value.
mend-not-yet = The ways out of this finding are being looked for.
mend-none = No single other answer makes this finding go. Its text says what to do.
mend-title = Answers with which it does not stand
mend-ways = { $count ->
        [one] Another answer mends it: { $first }
       *[other] { $count } other answers mend it, such as { $first }
    }
notice-nothing-to-undo = There is nothing to take back.
notice-nothing-to-redo = There is nothing to make again.
notice-errors-stand = { $count ->
    [one] Nothing is generated while an error stands: { $findings } shows it. { $draft } writes drafts.
   *[other] Nothing is generated while { $count } errors stand: { $findings } shows them. { $draft } writes drafts.
}
notice-generated = { $changed ->
    [0] Nothing had to be written: all { $files } files in { $out } are as they should be.
    [one] Wrote or removed one file; { $out } now holds { $files }.
   *[other] Wrote or removed { $changed } files; { $out } now holds { $files }.
}
notice-cancelled = Cancelled. Nothing was written.
notice-resumed = Answers that were not saved the last time are back. { KEY("save") } saves them.
notice-adopted = The file was changed elsewhere; it is what you see. Undo brings back your unsaved answers.
notice-set-aside = Unsaved answers name templates that are not there now. They are kept in the state folder, and the file is what you see.
notice-elsewhere = This plan is open in another ucplan: until you save, nothing is kept if this one is killed.

# The split-horizon board.
board-columns = Name | Type | Inside | Outside | Remark
board-same = = the same
board-split = ≠ split
board-inside = inside only
board-outside = outside only
board-hidden = not inside
board-leaked = ✗ private
board-perimeter = perimeter
