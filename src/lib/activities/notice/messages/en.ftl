notice-name = Before we start
notice-agree = I agree
notice-listen = I only want to listen
notice-ticks = Please tick what is true for you.
notice-optional = { $text } You decide, both answers are fine.
notice-missing = To agree, tick everything that is not marked “You decide”. You can also just listen.
notice-page = The full text is on paper in the room.
notice-agreed = Agree
notice-listening = Only listen
notice-empty = Nobody has answered yet.
notice-unit = people
notice-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
notice-report = { $people ->
    [one] { $people } person
   *[other] { $people } people
} answered: { $agreed } agreed, { $listening } only listened.
notice-too-few = Fewer than { $least } people answered. Nothing is shown, so that nobody is recognised.
notice-merged = Groups under { $least } people are shown together.
notice-split-hidden = Groups are not shown apart, so that nobody is recognised.
