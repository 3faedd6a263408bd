check-in-name = Who is here
check-in-language = Your language
check-in-sphere = Which fits you best?
check-in-mood = How are you today?
check-in-access = Do you need anything to take part well?
check-in-access-help = Only the facilitators read this. It is never shown.
check-in-nickname = What may we call you?
check-in-nickname-help = Only the facilitators read this. You can leave it empty.
check-in-unsaid = Prefer not to say
check-in-others = Others together
check-in-other-languages = Other languages together
check-in-mood-1 = Very bad
check-in-mood-2 = Bad
check-in-mood-3 = So-so
check-in-mood-4 = Good
check-in-mood-5 = Very good
check-in-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
check-in-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
check-in-progress = Question { $n } of { $count }
check-in-back = Back
check-in-next = Next question
check-in-empty = Nobody has answered yet.
check-in-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
check-in-unit = people
check-in-needs = Needs, for facilitators only
check-in-nicknames = Names, for facilitators only
check-in-too-few = Fewer than { $least } people answered. Nothing is shown, so that nobody is recognised.
check-in-merged = Groups under { $least } people are shown together.
check-in-split-hidden = Groups are not shown apart, so that nobody is recognised.
