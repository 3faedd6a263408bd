library-title = Workshops · Plenum
library-nav = Main parts
library-skip = To the content
library-workshops = Workshops
library-sessions = Sessions
library-my-sessions = My sessions
library-settings = Settings
library-on-this-device = Everything is on this device
library-nothing-kept = Nothing is kept on this device

library-welcome = Everybody at the table, and a plan at the end
library-welcome-what = Plenum leads you through a workshop step by step: it tells you what to say and do, people answer on their own phones or on paper, and at the end there is a plan with names and dates.
library-welcome-begin = Look at the first workshop
library-welcome-ring = Who sits at the table: each shape is a group of people in the town.

library-ring = The ring shows the day. A full circle is seven hours, a thick arc is work, a thin arc is a pause.
library-also-in = Also in { $lengths }
library-people = { $least }–{ $most } people
library-languages = { $count ->
    [one] { $count } language
   *[other] { $count } languages
}{ $drafts ->
    [0] { "" }
    [one] , { $drafts } draft
   *[other] , { $drafts } drafts
}
library-language-draft = { $name } (draft)
library-language-part = { $name } ({ $percent } %)
library-status-draft = Draft
library-status-pilot = Pilot
library-status-retired = No longer used

library-search = Search workshops
library-how-long = How long do you have?
library-length-short = Up to 2 h
library-length-half = Half a day
library-length-day = A day
library-how-many = How many people?
library-group-small = 6–12
library-group-middle = 12–36
library-group-large = 40 or more
library-which-languages = Languages in the room
library-none-found = No workshop fits all of that.
library-show-all = Show all workshops

library-going-on = Your session, going on now
library-last-used = Last used at { $time }
library-go-on = Go on
library-no-sessions = No sessions yet
library-no-sessions-what = Choose a workshop and prepare it. It then appears here.
library-sessions-unreadable = The sessions on this device could not be read. Load the page again.
library-no-date = No date yet
library-session-prepared = Being prepared
library-session-running = Going on
library-session-ended = Ended
library-session-more = More for { $title }
library-erase = Erase from this device
library-erase-question = Erase this session?
library-erase-what = { $title }: everything this device has of it goes, also answers and the report. Other devices keep theirs. This cannot be undone.
library-erase-keep = Keep it
library-erase-do = Erase session
library-erased = { $title } was erased from this device.

library-open-file = Open a file
library-take-over = Take over with a code
library-take-over-what = The recovery code of a session on another device
library-open-file-what = A session saved on another device (.plenum)
library-file-opened = The session is on this device now.

library-storage-memory = This browser keeps nothing. Whatever you do here is lost when the page is closed. Use another window or browser.
library-storage-lost = Sessions that were on this device before are gone. Somebody cleared the browser’s data, or the browser did.
library-storage-full = This device is full. Make room before the session, then load this page again.
library-storage-outdated = A newer version is open in another window. Load this page again.
library-understood = Understood
library-load-again = Load again

library-update = A newer version of Plenum is here.
library-update-refused = Other windows of Plenum are still open. Close them first.
library-update-take = Take the new version

# One workshop
library-edition = Length
library-setting = Setting
library-setting-phones = With phones
library-words = Words
library-words-plain = Plain words
library-clash = Two of your choices change this step: { $step }. Which one counts?
library-day = The day
library-begins = If it begins at
library-ends = Ends { $time }, with { $buffer } kept free.
library-ends-exact = Ends { $time }.
library-at-least = at least { $minutes }
library-may-skip = may be left out
library-buffer = Time kept free
library-paper = on paper
library-left-out = Left out in this edition: { $steps }
library-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
library-seats-range = Works with { $least } to { $most } people.
library-seats-picture = { $count } seats, mixed: { $spheres }
library-sphere-count = { $name } { $count }
library-prepare = Prepare a session
library-preparing = One moment
library-not-prepared = The session could not be stored on this device. Make room and try again.
library-you-leave-with = You leave with
library-ready-in = Ready in
library-team = { $count ->
    [one] A team of { $count }
   *[other] A team of { $count }
}
library-no-internet = No internet needed
library-no-internet-what = Every step has a paper form too.
library-about = About this workshop
library-who = Who it is for
library-pages = Sheets to hand out
library-page-for-participants = for participants
library-page-for-facilitators = for facilitators
library-version = Version { $version }
library-licence = Licence { $licence }
library-by = By { $names }
library-no-such-workshop = There is no such workshop on this device.

library-open-file-question = Open a session from a file
library-passphrase = Passphrase
library-passphrase-help = At least 8 characters. You need it to open the file on the other device.
library-passphrase-type = Type the passphrase this file was saved with.
library-open = Open
library-save-file = Save a copy to a file
library-save-file-question = Save a copy of this session?
library-save-file-what = The file holds everything, also the keys of the session. Whoever has it and its passphrase can lead the session.
library-save-file-do = Save the file
library-file-saved = { $name } was saved.
library-file-completed = The session was here already. What was missing was added.

# Why a file was not opened; ids end in the code of the problem
library-problem-file-foreign = This is not a Plenum session file. Choose a file that ends in .plenum.
library-problem-file-too-big = This file is larger than any session file can be. Choose another file.
library-problem-file-truncated = The end of this file is missing. Copy it again from where it came from.
library-problem-file-damaged = This file was damaged on its way. Copy it again from where it came from.
library-problem-file-newer = This file was made by a newer version of Plenum. Update the app, then open it again.
library-problem-file-older = This file was made by a version of Plenum that is too old. Open it there and save it again.
library-problem-file-contents = This file is complete, but what is in it cannot be used. Nothing was changed.
library-problem-file-other-session = A session with this number is on this device, but with other keys. Nothing was changed.
library-problem-file-forked = Some answers differ from those on this device. The ones on this device were kept.
library-problem-file-expired = The time to keep the raw answers of this session is over. Only its report was opened.
library-problem-passphrase-needed = This file is protected. Type the passphrase it was saved with.
library-problem-passphrase-wrong = This passphrase does not open the file. Try again; capitals count.
library-problem-passphrase-short = Choose a passphrase of at least 8 characters.
library-problem-session-missing = This session is not on this device any more.
library-problem-device-full = There is no room left on this device. Free some space, then try again.
