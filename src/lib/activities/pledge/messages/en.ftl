pledge-name = Promises
pledge-i-will = I will
pledge-by = by (you can leave this out)
pledge-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
pledge-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
pledge-past = This day is over.
pledge-helps = Does it help one of these? You can leave this out.
pledge-share = The room may read it
pledge-shared-note = It is shown without your name.
pledge-private-note = Nobody in the room reads it. It is only counted.
pledge-reminder = { $days ->
    [one] Look at it again tomorrow.
   *[other] Look at it again in { $days } days.
}
pledge-when = When
pledge-none = Nobody has made a promise yet.
pledge-count = { $all ->
    [one] { $all } promise
   *[other] { $all } promises
}, { $kept ->
    [0] none of them private
    [one] { $kept } of them private
   *[other] { $kept } of them private
}.
pledge-all-private = The promises stay with the people who made them.
pledge-paper-share = The room may read it.
