action-plan-name = Action plan
action-plan-item = Which problem does it answer?
action-plan-what = What will be done
action-plan-why = Why
action-plan-who = Who starts: a person or an office
action-plan-with = With whom
action-plan-first-step = The first step
action-plan-when = By when
action-plan-money = Where the money comes from
action-plan-success = How we will see that it worked
action-plan-help-needed = What help is needed
action-plan-progress = { $at } of { $count }
action-plan-back = Back
action-plan-next = Next
action-plan-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
action-plan-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
action-plan-past = This day is over.
action-plan-late = The plan ends { $day }.
action-plan-still-missing = Still missing: { $columns }
action-plan-mine = Your actions: { $count } of { $most }
action-plan-all-written = All { $most } actions are written. You can still change them.
action-plan-count = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
action-plan-other = Other actions
action-plan-no-owner = nobody yet
action-plan-no-day = no day yet
action-plan-none = No actions yet.
action-plan-without-owner = { $count ->
    [one] { $count } action has no owner yet.
   *[other] { $count } actions have no owner yet.
}
action-plan-without-day = { $count ->
    [one] { $count } action has no day yet.
   *[other] { $count } actions have no day yet.
}
action-plan-paper-how = One sheet for one action.
