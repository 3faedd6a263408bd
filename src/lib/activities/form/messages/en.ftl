form-name = Questions
form-skip = You can skip any question.
form-progress = Question { $n } of { $count }
form-back = Back
form-next = Next question
form-many = You can choose more than one.
form-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
form-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
form-empty = Nobody has answered yet.
form-none = Nobody answered this question.
form-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
form-unit = people
form-median = In the middle: { $value }
form-value = { $value }
form-nothing = –
form-number = In the middle: { $median }. All together: { $sum }.
form-by-group = In the middle, by group
form-sensitive = { $count ->
    [one] { $count } answer. It stays
   *[other] { $count } answers. They stay
} with the facilitators.
form-more = { $count ->
    [one] { $count } more option
   *[other] { $count } more options
}
form-page = page { $page } of { $pages }
form-too-few = Fewer than { $least } people answered. Nothing is shown, so that nobody is recognised.
form-merged = Groups under { $least } people are shown together.
form-split-hidden = Groups are not shown apart, so that nobody is recognised.
