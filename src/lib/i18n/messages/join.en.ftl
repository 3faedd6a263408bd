# Coming in
join-title = Join your workshop
join-code = Code from the big screen
join-code-help = 8 letters and digits. Capitals do not matter. Or point your camera at the square picture on the big screen.
join-code-unreadable = This code is not complete. It has 8 letters and digits.
join-link-unreadable = The link is not complete. Scan it again, or type the code.
join-join = Join
join-no-name = No name, no e-mail, nothing to install.
join-through = This goes through { $host }.
join-promise = What is promised
join-promise-locked = What you write is locked on this phone. { $host } passes it on and cannot read it. It can see that a phone takes part.
join-promise-facilitators = Only the facilitators of this workshop read answers. They do not see who wrote what.
join-promise-phone = This phone keeps your answers until 24 hours after the end. A private window forgets them when it is closed.
join-go-on-in = Go on in “{ $title }”
join-your-language = Your language
join-language-later = You can change it at any time.
join-entering = Looking for the room
join-knocking = Waiting to be let in
join-knocking-more = The facilitator’s device lets you in. You do not have to do anything.
join-check = Check numbers
join-check-more = The big screen shows the same numbers. Then nobody is in between.

# What happens with answers
join-notice = What happens with my answers?
join-notice-nobody = Nobody sees who wrote what. We do not ask for your name.
join-notice-readers = Facilitators read the answers.
join-notice-readers-named = { $facilitator } and the other facilitators read the answers.
join-notice-summary = They become a summary for the town.
join-notice-summary-place = They become a summary for { $place }.
join-notice-how-long = They leave this phone 24 hours after the end, and the facilitators’ devices after 90 days at the latest.
join-notice-skip = You can skip any question.
join-go-on = Go on
join-sphere = Which fits you best?
join-sphere-why = So that no side is missing. Only sums are shown.

# When joining does not work
join-not-found-title = There is no room with this code
join-not-found = Compare the code with the big screen and type it again.
join-locked-title = The room is closed for newcomers
join-locked = Ask a facilitator to let you in, then try again.
join-full-title = The room is full
join-full = Ask a facilitator. You can also take part on paper.
join-no-connection-title = No connection
join-no-connection = { $host } cannot be reached. Check the Wi-Fi or mobile data, then try again. You can also take part on paper.
join-wrong-key-title = This is not the room you scanned
join-wrong-key = The room answers with another key than the one in your link. Do not type anything. Ask a facilitator and scan the code from the big screen.
join-storage-title = This phone cannot keep anything
join-storage = Answers must be kept safe before they are sent. Free some space or use another browser, then try again.
join-other-tab-title = Already open in another tab
join-other-tab = One phone has one seat. Go back to the other tab, or go on here.
join-use-here = Use it here
join-removed-title = You are no longer in this room
join-removed = A facilitator has closed your seat. What you wrote stays on this phone. Talk to a facilitator.
join-version-title = This page is too old for the room
join-version = Reload it. Your answers stay on this phone.
join-reload = Reload
join-unknown-title = That did not work
join-unknown = Try again. If it happens again, ask a facilitator. You can also take part on paper.
join-another-code = Type another code

# Connection, three states
join-connected = Connected
join-waiting-to-send = Waiting to send ({ $count })
join-not-connected = Not connected
join-offline = You can go on reading and writing.
join-offline-waiting = { $count ->
    [one] 1 answer waits on this phone and goes by itself.
   *[other] { $count } answers wait on this phone and go by themselves.
}

# A step
join-form-missing = The form could not be loaded. Check the connection.
join-look-up = Look up
join-step = { $index } of { $total }
join-not-yet-in = Not yet in { $language }.
join-nobody-sees = Nobody sees who wrote this.
join-only-sums = Nobody sees who chose what. Only sums are shown.
join-for-pair = One phone for the two of you.
join-for-group = One phone for your group.
join-on-paper = Answer on paper.
join-by-hands = Answer by raising your hand.
join-spoken = Say your answer aloud.
join-send-change = Send the change
join-leave-unchanged = Leave it as it was
join-write-another = Write another
join-your-answers = { $count ->
    [one] 1 answer from you
   *[other] { $count } answers from you
}
join-your-answer = Your answer { $number }
join-take-back = Take it back
join-taken-back = Taken back. Your words are still here.
join-closed = Answers are closed.
join-late = Too late for this question. Kept for you.
join-kept = { $count ->
    [one] 1 text kept for you
   *[other] { $count } texts kept for you
}
join-kept-more = These were not sent. Nobody else can read them.
join-copy = Copy
join-copied = Copied
join-delete = Delete
join-on-to = Go on
join-all-in-the-room = { $count ->
    [one] Your answer is in the room.
   *[other] All { $count } of your answers are in the room.
}
join-not-kept = This phone could not keep the answer. It was not sent. Your words are still here: free some space and send again, or write them on paper.
join-too-large = This is too long to send. Make it shorter.
join-one-moment = The workshop has not begun yet.

# This phone
join-storage-memory = This phone keeps nothing. Stay on this page until it says “In the room”.
join-storage-full = This phone is full. Free some space, so that it can keep what you write.
join-storage-lost = What this phone had kept before is gone. What has arrived in the room is still there.
join-outdated = A newer version of this page is open in another tab. Reload this one.

# The end
join-ended = The workshop has ended
join-ended-more = Thank you for your time.
join-ended-waiting = Keep this page open until everything is sent.
join-erase = Erase my answers from this phone
join-erase-question = Erase everything from this phone?
join-erase-more = What is in the room stays there. What was not sent is lost. This cannot be undone.
join-erase-yes = Erase
join-erase-no = Keep it
join-erase-later = It goes by itself 24 hours after the end.
join-erased = Erased
join-erased-more = This phone keeps nothing of the workshop any more. You can close this page.
