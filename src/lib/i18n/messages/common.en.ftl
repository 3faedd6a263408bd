common-plenum = Plenum
common-close = Close
common-cancel = Cancel
common-undo = Undo
common-back = Back
common-next = Next
common-done = Done
common-save = Save
common-change = Change
common-more = More
common-search = Search
common-yes = Yes
common-no = No
common-optional = You can leave this empty
common-loading = One moment
common-try-again = Try again

# Length and number
common-minutes = { $minutes } min
common-hours = { $hours } h
common-hours-minutes = { $hours } h { $minutes } min
common-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# Language, text size, reading aloud
common-language = Language
common-language-now = Language: { $language }
common-text-size = Text size
common-text-smaller = Smaller text
common-text-larger = Larger text
common-read-aloud = Read aloud
common-read-stop = Stop reading

# Where an answer is
common-send = Send
common-on-this-phone = On this phone
common-sent = Sent
common-in-the-room = In the room
common-on-this-phone-change = On this phone – change
common-sent-change = Sent – change
common-in-the-room-change = In the room – change
common-answer-path = Where your answer is

# Seats
common-of-total = of { $total }
common-seats = { $answered } of { $present } have answered{ $offline ->
    [0] .
    [one] , { $offline } phone is offline.
   *[other] , { $offline } phones are offline.
}

# Clock
common-left-of = left of { $length }
common-left-bring-to-close = left, bring it to a close
common-over = over
common-timer-left = { $minutes ->
    [0] Less than a minute left
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
common-timer-over = { $minutes ->
    [0] Time is over
    [one] { $minutes } minute over
   *[other] { $minutes } minutes over
}

# Running early or late, in words
common-on-time = On time
common-behind = { $minutes } min behind
common-ahead = { $minutes } min ahead
common-buffer-covers = The buffer covers it, { $minutes } min to spare.
common-ends-as-planned = Ends { $time } as planned.
common-ends-later = Ends { $end }, planned { $planned }.

# Day ring and day line
common-day-ring = { $work } of work, { $pauses } of pauses
common-day-line = The day, { $start } to { $end }
common-step-done = { $title }, done
common-step-now = { $title }, now
common-step-ahead = { $title }, to come

# Results

# Spheres
common-sphere-town = Town hall
common-sphere-services = Schools and services
common-sphere-state = State offices
common-sphere-employers = Employers
common-sphere-associations = Associations
common-sphere-newcomers = People who moved here
common-sphere-none = Prefer not to say

# Connection
common-not-connected = Not connected
common-waiting-to-send = { $count ->
    [0] You can go on reading and writing.
    [one] { $count } answer waits on this phone and goes by itself.
   *[other] { $count } answers wait on this phone and go by themselves.
}

# Pictures for scanning
common-qr = Picture code for { $what }

# Fields and choices
common-fewer-of = One less: { $label }
common-more-of = One more: { $label }
common-messages = Messages
