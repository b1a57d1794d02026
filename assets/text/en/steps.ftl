# Steps of the history in words: what they did, and where the cursor can't follow.

step-added = { $item } added
step-removed = { $item } removed
step-renamed = { $item } renamed
step-order = put into another order
step-gained = added { $values }
step-lost = removed { $values }
step-turned = { $before } → { $after }
step-of = { $question } ({ $item })
step-more = { $what } { $count ->
        [one] (and one more change)
       *[other] (and { $count } more changes)
    }

notice-undone = Taken back: { $step }
notice-redone = Made again: { $step }

## Copies of items

notice-no-copy = This item is named by its scope, which only one item can have: it can't be copied.
notice-no-free-name = No name for a copy of this item can be made by itself: add it below with a name of your own.

## Answers that are typed

set-no-number = `{ $found }` is not a whole number.
    .help = Type a whole number from { $least } to { $most }.
expected-number-from = a whole number from { $least } to { $most }
