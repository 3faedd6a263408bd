prepare-no-session = There is no such session on this device.
prepare-damaged = This session cannot be read any more. Open it from a file or another device.
prepare-no-place = A new session
prepare-from-to = { $start } to { $end }
prepare-run = Go to the run screen
prepare-still-needed = { $count ->
    [one] One task is still needed:
   *[other] { $count } tasks are still needed, first of all:
}
prepare-started = This session has started. Edition and languages stay as they are; you can still put the rest right.
prepare-fixed = The session has started. This stays as it is.
prepare-parts = Parts of the preparation
prepare-tab-todo = To do
prepare-tab-about = About
prepare-tab-edition = Edition
prepare-tab-languages = Languages
prepare-tab-people = People and things
prepare-tab-paper = Paper
prepare-tab-room = The room

prepare-state-saved = Saved on this device
prepare-state-saving = Saving
prepare-state-failed = Not saved. Make room on this device and change it again.

# To do
prepare-no-tasks = This workshop has no list of tasks.
prepare-tasks-no-date = The tasks get their dates when you set the date of the session.
prepare-earlier-done = { $count ->
    [one] 1 earlier task is done.
   *[other] { $count } earlier tasks are done.
}
prepare-show = Show
prepare-hide = Hide
prepare-that-day = On the day
prepare-days-before = { $count ->
    [one] the day before
   *[other] { $count } days before
}
prepare-days-after = { $count ->
    [one] the day after
   *[other] { $count } days after
}
prepare-hours-before = { $count ->
    [one] 1 hour before
   *[other] { $count } hours before
}
prepare-at = at { $time }
prepare-was-due = This day is over.
prepare-needed = Needed
prepare-calendar = Save the tasks for a calendar
prepare-ring = { $done } of { $total } tasks are done
prepare-on-track = On track
prepare-to-do = To do
prepare-none-needed = Nothing that is needed is open.
prepare-count-needed = { $count ->
    [one] One needed task is open.
   *[other] { $count } needed tasks are open.
}
prepare-phone-texts = Texts on the phone
prepare-to-go = { $count } to go
prepare-draft = draft
prepare-all = all { $count }
prepare-draft-note = A draft is offered with a mark, so people know.

# About
prepare-date = Date
prepare-start = Start
prepare-place = Place
prepare-place-help = The town or part of the town. It stands on the projector and in the report.
prepare-organiser = Organiser
prepare-organiser-help = Who is responsible for people’s data. It stands in the notice on every phone.
prepare-facilitator = Facilitator
prepare-facilitator-help = The name people hear at the start.
prepare-room = Room
prepare-room-help = For example: Council chamber, first floor, step-free.

# Edition
prepare-matrix = What each choice does to each step, in minutes
prepare-step = Step
prepare-as-written = As written
prepare-this-session = This session
prepare-instead = instead: { $step }
prepare-left-out = left out
prepare-total = All together
prepare-ends = Ends

# Languages
prepare-on-phones = On phones
prepare-on-phones-what = People choose one of these when they join. A language with missing texts cannot be offered.
prepare-phone-state = Phone: { $state }
prepare-complete = all { $total } texts are there
prepare-missing-of = { $missing } of { $total } texts are missing
prepare-draft-of = { $draft } of { $total } texts are drafts that nobody has checked
prepare-not-ready = Not ready
prepare-on-stage = On the projector
prepare-on-stage-what = One or two languages stand on each screen, the first one larger.
prepare-stage-first = First language
prepare-stage-second = Second language
prepare-stage-none = None
