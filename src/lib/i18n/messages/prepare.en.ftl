prepare-no-session = There is no such session on this device.
prepare-damaged = This session cannot be read any more. Open it from a file or another device.
prepare-no-place = A new session
prepare-from-to = { $start } to { $end }
prepare-run = Go to the run screen
prepare-still-needed = { $count ->
    [one] One task is still needed:
   *[other] { $count } tasks are still needed, first of all:
}
prepare-quoted = “{ $text }”
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

# People and things
prepare-people = Who comes
prepare-expected = People you expect
prepare-spheres-differ = By group you expect { $spheres }, all together { $expected }.
prepare-too-few = Fewer than the workshop needs: { $spheres }
prepare-groups = Groups
prepare-groups-of = { $count } × { $size }
prepare-groups-tight = Groups of { $least } to { $most } do not come out even with this number.
prepare-things = Things to bring
prepare-things-what = { $count ->
    [one] Counted for one person, with spare ones.
   *[other] Counted for { $count } people, with spare ones.
}
prepare-or = or: { $other }

# Paper
prepare-paper-what = Everything is made from the script, in { $languages }, black on white.
prepare-look-print = Look and print
prepare-paper-poster = Join posters
prepare-paper-poster-what = Code and picture code, large, with four steps. One for each language.
prepare-paper-twins = Paper forms
prepare-paper-twins-what = Every question on paper, with the number of its step.
prepare-paper-pages = Sheets to hand out
prepare-paper-pages-what = The infosheets of this workshop.
prepare-paper-rules = Rules and privacy
prepare-paper-rules-what = Two posters for the wall.
prepare-paper-runsheet = Run sheet
prepare-paper-runsheet-what = Times, minutes and what may be cut, on one page.
prepare-paper-guide = Facilitator guide
prepare-paper-guide-what = Step by step what to say and do, if everything else fails.
prepare-paper-recovery = Recovery card
prepare-paper-recovery-what = The code for a second device. Keep it apart from this laptop.

# The room
prepare-check = Look at the room, 60 seconds
prepare-check-what = While you are here, phones can join and the projector shows the code.
prepare-other-tab = This session is open in another window of this browser.
prepare-use-here = Use it here
prepare-cannot-check = The session could not be opened for the check. You can still go to the run screen.
prepare-room-relay = Connection
prepare-room-relay-good = Connected through { $host }.
prepare-room-relay-open = Not connected. Phones cannot join now; paper and hands work.
prepare-room-projector = Projector window
prepare-room-projector-good = Found. It shows the join code.
prepare-room-projector-open = Not found yet. Open it and move it to the projector.
prepare-room-phone = A phone has joined
prepare-room-phone-good = { $count ->
    [one] 1 phone is in.
   *[other] { $count } phones are in.
}
prepare-room-phone-open = Join with your own phone. Use each language once.
prepare-room-clock = Clock
prepare-room-clock-good = It is { $time } here, { $zone }.
prepare-room-clock-open = This device’s clock is { $minutes } min away from the server’s. It says { $time }, { $zone }.
prepare-room-clock-unknown = It is { $time } here, { $zone }. Compare it with another clock.
prepare-room-battery = Power
prepare-room-battery-good = { $percent } %, enough for the day or on the charger.
prepare-room-battery-open = { $percent } % and not on the charger. Plug it in.
prepare-room-battery-unknown = This browser does not tell. Plug the charger in.
prepare-room-storage = Kept safe on this device
prepare-room-storage-good = The browser will not throw anything away.
prepare-room-storage-open = The browser may throw data away when the device gets full.
prepare-room-storage-unknown = This browser does not tell. Save a copy to a file after the session.
prepare-room-languages = Languages
prepare-room-languages-good = Every text is there in every language on phones.
prepare-room-languages-open = Texts are missing in: { $languages }
prepare-open-stage = Open projector window
prepare-keep = Ask to keep it
prepare-readable = The code can be read from the back row
prepare-readable-help = Stand at the back. If not: move closer, make it darker or hang posters.
prepare-join = How people join
prepare-join-link = the link to join
prepare-join-what = Scan the picture or type the code. It stays the same all day.

prepare-address = Address for phones
prepare-address-label = Address people type or scan
prepare-address-help = Leave it empty to use the one this page has: { $origin }
prepare-address-wrong = This is no address. It looks like https://plenum.example.org or http://192.168.1.5:8080
prepare-address-only-here = This address works only on this laptop. Phones need the one the laptop has in the network, or a public one.
prepare-address-use = Use { $address }

prepare-recovery = A second device
prepare-recovery-what = If this laptop fails, another one can take over: open { $address } there and type the recovery code. It needs a connection once.
prepare-recovery-show = Show the recovery code
prepare-recovery-hide = Hide the code
prepare-recovery-print = Print it on a card
prepare-recovery-where = Whoever has this code leads the session and reads all answers. Keep it apart from this laptop.
prepare-recovery-kept = The code is written down
prepare-recovery-kept-help = In a place other than this laptop’s bag.

# Taking over on a second device
prepare-restore-title = Take over a session
prepare-restore-what = Type the recovery code of the session. This device fetches the session and goes on from the same second.
prepare-restore-code = Recovery code
prepare-restore-code-help = 28 characters in 7 groups. Capitals and spaces do not matter.
prepare-restore-do = Take over
prepare-restore-connecting = Making the keys
prepare-restore-looking = Connected. Looking for the session
prepare-restore-storing = Storing it on this device
prepare-restore-file = No connection? Open the session from a file on the start page.
prepare-problem-recovery-character = The code has only digits and letters, and no U. Look at group { $group }.
prepare-problem-recovery-length = The code has 28 characters. { $count ->
    [one] Here is one.
   *[other] Here are { $count }.
}
prepare-problem-recovery-typo = One character is not right. Compare the code group by group.
prepare-problem-restore-offline = There is no connection to { $host }. Check the network and try again.
prepare-problem-restore-no-room = Nobody leads a session with this code on { $host }. Check that both devices opened the same address.
prepare-problem-restore-nothing = The first device has left nothing here yet. Open its run screen, or “The room” while preparing, with a connection, then try again.
prepare-problem-restore-incomplete = A part of the session is not here yet. Leave the first device open and try again.
prepare-problem-restore-damaged = What the first device left here cannot be read. Use a file instead.
prepare-problem-restore-stopped = Stopped.
prepare-problem-device-full = There is no room left on this device. Free some space, then try again.
