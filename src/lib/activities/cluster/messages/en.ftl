cluster-name = Sort and name
cluster-kind = Heaps
cluster-loose = Not in a heap yet
cluster-all-sorted = Every card is in a heap.
cluster-no-cards = There are no cards to sort. They come from an earlier step.
cluster-no-heaps = Choose cards that belong together, then make a new heap.
cluster-choose = Choose cards to move them.
cluster-chosen = { $count ->
    [one] { $count } card chosen
   *[other] { $count } cards chosen
}
cluster-move = Move to…
cluster-new = New heap
cluster-clear = Choose none
cluster-most = There are as many heaps as the script allows.
cluster-heap = Heap { $n }
cluster-unnamed = Heap without a name
cluster-name-field = Name of heap { $n }, { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
cluster-name-needed = This heap still needs a name.
cluster-proposed = People suggest. Press a name to take it.
cluster-select-all = Choose all its cards
cluster-dissolve = Take the heap apart
cluster-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
cluster-not-sorted = { $count ->
    [one] { $count } card not in a heap
   *[other] { $count } cards not in a heap
}
cluster-page = page { $page } of { $pages }
cluster-none = There are no heaps yet.
cluster-unit = cards
cluster-report-heap = { $name } ({ $count })
cluster-propose = A name in your own words
cluster-propose-help = The facilitators see your name for it. You can leave it empty.
cluster-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
cluster-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
cluster-progress = Heap { $n } of { $count }
cluster-back = Back
cluster-next = Next heap
cluster-wait = Look up, please. The cards are being sorted on the wall.
cluster-paper-name = Name of this heap
cluster-paper-count = How many cards are in it?
