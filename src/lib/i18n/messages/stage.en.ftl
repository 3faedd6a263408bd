stage-name = Projector
stage-join-link = the link to join
stage-time-left = Time left
stage-waiting = The projector is ready
stage-waiting-more = The picture comes from the facilitator’s screen. Start or open the session there.
stage-full-screen = Full screen
stage-bright = Bright room
stage-dark = Dark room
