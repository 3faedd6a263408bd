run-title = Run
run-day = The day
run-now = Now · step { $index } of { $total }
run-not-started = Not started yet
run-ended = The session has ended
run-ended-more = Ended at { $time }. The report is ready; answers stay on this device until you erase them.
run-to-report = Open the report
run-to-library = To the workshops
run-before = Before you start
run-before-more = { $count ->
    [0] Nobody has joined yet. Show the code on the projector or read it out.
    [one] { $count } phone has joined.
   *[other] { $count } phones have joined.
}
run-start = Start the session
run-end = End the session
run-next = Next: { $title }
run-press-again = Press the arrow once more to go to the next step.
run-moved-and-closed = Answers closed, next step. People may have seen it already.
run-has-ended = The session has ended. People may have seen it already.

# Notes
run-notes = What to say and do
run-say = Say
run-do = Do
run-ask = Ask
run-watch = Watch
run-inclusion = Everyone
run-transition = Then
run-note = Note
run-note-empty = A note to yourself, stays with this step
run-if-stuck = If stuck
run-debrief = Debrief
run-care = Care

# Projector
run-projector = Projector
run-on-projector = On the projector
run-projector-black = The projector is black
run-next-picture = Next picture
run-blank = Blank
run-unblank = Show again
run-show-picture = Show next picture
run-open-projector = Open the projector window
run-page = Page { $page } of { $pages }
run-page-back = Page before
run-page-next = Next page

# Answers
run-answers = Answers
run-state = State of the answers
run-open = Open
run-closed = Closed
run-shown = Shown
run-people-here = { $count ->
    [one] { $count } person here
   *[other] { $count } people here
}
run-phones = { $count ->
    [one] { $count } phone
   *[other] { $count } phones
}{ $offline ->
    [0] {""}
   *[other] , { $offline } offline
}
run-without-phone = People without a phone
run-late-answers = { $count ->
    [one] { $count } answer came after closing.
   *[other] { $count } answers came after closing.
}
run-count-late = Count them
run-never-shown = These answers are never shown on the projector.
run-view-failed = This result cannot be drawn. The answers are safe.
run-all-checked = Every text is checked
run-to-check = { $count } to check
run-show = Show
run-hide = Hide
run-later = Later
run-show-listed = Show these { $count }
run-all-texts = All { $count } texts
run-fewer = Fewer

# Typing in
run-type-in = Type in paper or hands
run-type-way = How they answered
run-type-sheets = Sheet by sheet
run-type-counts = Only numbers
run-counts-help = For raised hands or counted sheets: how many people, and how many for each line.
run-counts-people = People who took part
run-counts-add = Add these numbers
run-counts-added = Numbers of { $people } people added.
run-sheet = Sheet { $number }
run-sheet-sphere = Sphere on the sheet
run-sheet-no-sphere = Not on the sheet
run-sheet-next = Add and take the next sheet
run-sheet-same = Add another card of this sheet
run-sheet-added = Added. { $number } typed in so far.
run-typed-so-far = Typed in: { $sheets } sheets, { $people } people counted.

# Time
run-minutes = { $minutes ->
    [-1] One minute less
    [one] One minute more
   *[other] { $minutes } minutes more
}
run-skip = Skip…
run-skip-title = Leave out “{ $title }”
run-skip-why = Why
run-reason-late = We are late
run-reason-not-needed = Not needed
run-reason-energy-low = Energy is low
run-reason-other = Another reason
run-skip-to = Go on with
run-skip-next = The next step
run-skip-do = Leave it out
run-instead = Or use another way
run-instead-do = Use instead

# Undo
run-undo = Undo: { $what }
run-undo-started = start
run-undo-ended = end
run-undo-step = change of step
run-undo-part = change of round
run-undo-opened = opened answers
run-undo-closed = closed answers
run-undo-revealed = showing results
run-undo-aired = picture on the projector
run-undo-masked = blank
run-undo-minutes = changed minutes
run-undo-skipped = left out
run-undo-replaced = used instead
run-undo-judged = check of a text
run-undo-typed = typed in
run-undo-untyped = removed sheet
run-undo-tallied = typed-in numbers
run-undo-arranged = sorting
run-undo-heads = people without a phone
run-undo-edited = change in the report

# Connection and room
run-connected = Connected
run-not-connected = { $waiting ->
    [0] Not connected. Go on; phones catch up by themselves.
   *[other] Not connected. Go on; { $waiting } changes wait on this device.
}
run-room-open = People can join
run-room-locked = The room is locked

# When it cannot be
run-cannot-open = This session cannot be opened
run-desk-no-session = It is not on this device. Open its file, or use the recovery code.
run-desk-erased = Its keys were erased from this device. The report may still be there.
run-desk-snapshot = What is stored of its script is damaged. Open its file on another device.
run-desk-variants = Two parts of the edition do not go together. Choose again under Prepare.
run-snapshot = What is stored of its script is damaged. Open its file on another device.
run-other-tab = This session is open in another tab
run-other-tab-more = Only one tab can run it. The other one will stop.
run-use-here = Use it here
run-already-started = The session has started already.
run-not-running = The session is not running.
run-no-steps = This edition has no steps.
run-first-step = This is the first step.
run-last-step = This is the last step.
run-no-part = There is no further round.
run-no-screen = There is no such picture.
run-no-step = There is no such step.
run-nothing-to-open = This step has no question for people.
run-nothing-to-undo = There is nothing to undo.
run-not-stored = This could not be stored on the device. Try again, or free some space.
run-not-published = Phones could not be told. It is tried again with the next change.
run-keys = Keys
run-keys-list =
    → next step (press twice) or round
    ← step before
    B blank the projector
    R show or hide results
    O open or close answers
    + and − one minute
    N note
    Z undo
    ? this list
