vote-name = Vote with dots
vote-dots-left = { $left ->
    [one] { $left } dot left of { $total }
   *[other] { $left } dots left of { $total }
}
vote-give = Give a dot to { $item }
vote-take = Take a dot from { $item }
vote-given = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}
vote-you-gave = You gave { $dots }
vote-most-per-item = At most { $most } for one.
vote-item = Item
vote-unit = dots
vote-sum = { $people ->
    [one] { $people } person
   *[other] { $people } people
} gave { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}.
vote-tie = The same number of dots: { $items }
vote-tied = same number
vote-more-items = { $items ->
    [one] { $items } more item with { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }
   *[other] { $items } more items with { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } together
}
vote-none-yet = No dots yet.
vote-too-few = Fewer than { $least } people have answered. The result is shown when there are more.
vote-merged = Groups under { $least } people are shown together.
vote-split-hidden = Not by group: one is under { $least } people or all of one mind.
vote-paper-how = { $dots ->
    [one] You have { $dots } dot. Stick it or draw it in a circle.
   *[other] You have { $dots } dots. Stick them or draw them in the circles.
}
vote-paper-most = Give at most { $most } to one line.
