scale-name = Scale
scale-progress = { $at } of { $count }
scale-back = Back
scale-next = Next
scale-dont-know = I don't know
scale-skip = You can skip any of them.
scale-yours = Your answer: { $answer }
scale-skipped = You skipped this.
scale-statement = Statement
scale-unit = people
scale-median = Middle answer
scale-middle = Middle answer: { $median }
scale-people = { $people ->
    [one] { $people } person answered.
   *[other] { $people } people answered.
}
scale-rated = { $people ->
    [one] { $people } person chose an answer
   *[other] { $people } people chose an answer
}
scale-not-sure = { $people ->
    [one] { $people } does not know
   *[other] { $people } do not know
}
scale-none-yet = No answers yet.
scale-before = Before
scale-after = After
scale-compared = Before and after, middle answers. These are two pictures of the room, not of single people.
scale-median-of = { $people ->
    [one] { $median } ({ $people } person)
   *[other] { $median } ({ $people } people)
}
scale-shift = Before { $before }, now { $after }
scale-withheld = Too few answers to show.
scale-some-withheld = – means that fewer than { $least } people answered.
scale-too-few = Fewer than { $least } people have answered. The result is shown when there are more.
scale-merged = Groups under { $least } people are shown together.
scale-split-hidden = Not by group: one is under { $least } people or all of one mind.
scale-paper-how = Tick one box in each line. You can leave lines out.
