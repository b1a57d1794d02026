# Why a plan file can't be read. A message says what is wrong; its attribute `help` says what would be right.
# A value stands on one line: Fluent would keep the line ends.

problem-syntax = The text is not valid YAML: { $words }.
    .help = Correct this place, or the line before it. Often the cause is the indentation, a missing blank behind a colon, or a quote or bracket left open.
problem-control-character = The file holds the control character `{ $character }` here.
    .help = Take the character out. A plan holds visible text, blanks and line ends only.
problem-too-large = The file is larger than { $limit } MiB.
    .help = A plan is far smaller than that. Check that this is the file you mean.
problem-too-deep = The text is nested deeper than { $limit } levels.
    .help = A plan needs far fewer levels. Look for brackets or braces that are opened again and again.
problem-aliases-expand = The aliases of this file expand to more than { $limit } nodes.
    .help = Write the repeated parts out, or use fewer aliases.
problem-unknown-alias = This alias has no anchor before it.
    .help = Write what is meant here in full, or set an anchor such as `&name` at the part it stands for, further up in the file.
problem-merge-key = The merge key `<<` can't be used in a plan.
    .help = Write the keys out here, so that a reader of the plan sees every answer in its own place.
problem-tag = A tag such as `!secret` can't be used in a plan.
    .help = Take the tag away. The key alone says what kind of value belongs to it.
problem-tab = This line is indented with a tab, which YAML does not take.
    .help = Indent with blanks.
problem-key-not-text = A key must be text; a list, a section or an alias can't be a key.
    .help = Write the key as a single word, such as `mobility:`.
problem-several-documents = The file holds more than one YAML document.
    .help = Keep one plan in a file. Take the line `---` away, or move what follows it into a file of its own.
problem-duplicate-key = The key `{ $key }` stands here for the second time; the first is on line { $first }.
    .help = Keep one of the two, and take the other away.
problem-unknown-key = The key `{ $key }` is not known here.
    .help = { $hint }
problem-wrong-kind = Expected { $expected }, found { $kind }.
    .help = Put { $expected } in its place.
problem-refused = `{ $found }` can't be used here. { $why }
    .help = Write { $expected }.
problem-unknown-choice = `{ $found }` is not among the choices here.
    .help = { $hint }
problem-unnamed = This item of the list has no `{ $key }`, so nothing can refer to it.
    .help = Give it the key `{ $key }`, with a value that no other item of the list has.
problem-twice = `{ $name }` stands in this list for the second time; the first is on line { $first }.
    .help = Take one of the two away, or give one of them another name. Names that differ only in capital letters count as one.
problem-unknown-path = `{ $found }` is not the path of an answer, so no decision can be about it.
    .help = Write a path such as `mobility.initial_request` or `sites[Redmond].front_end_pools`. The command `ucplan schema` prints every key.

## The hint of a word that is not known.

problem-nearest = Did you mean `{ $nearest }`? Known here: { $known }.
problem-known = Known here: { $known }.

## What was found in place of what was expected.

found-plain = the bare word `{ $found }`
found-quoted = the quoted text `{ $found }`
found-nothing = nothing
found-section = a section of keys and values
found-list = a list
