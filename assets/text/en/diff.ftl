### Two plans side by side: on the command line and on the screen.

help-diff = Compare two plans: the answers that differ, and what that does to records, names, rules, ports, commands and findings. Comments and decisions make no difference, nor does an order that means nothing.
help-diff-before = The plan before.
help-diff-after = The plan after.
help-diff-json = Print one JSON document.

part-answers = Answers
part-names = Names on certificates
diff-none = { $before } and { $after } have the same answers.
diff-files = From { $before } to { $after }
diff-columns = What differs | added | changed | removed
diff-change = { $before } → { $after }
diff-value = { $value }
diff-item = { $count ->
    [0] nothing was said of it
    [one] 1 answer
   *[other] { $count } answers
}
