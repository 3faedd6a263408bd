print-title = Print
print-back = Back to preparing
print-all-languages = All languages
print-print = Print
print-preview = On paper: { $sheet }
print-foot = { $workshop } · version { $version } · { $language }
print-page-of = { $page } of { $pages }

# Join poster
print-poster-title = Take part with your phone
print-poster-qr = the link to join
print-poster-or = Scan the picture, or open
print-poster-code = and type
print-poster-scan = Scan the picture with your camera. No name, no app, no account.
print-poster-language = Choose your language.
print-poster-read = Read how your answers are used. You decide.
print-poster-in = You are in. Keep the page open.
print-poster-no-phone = No phone? Take a sheet. It counts the same.
print-poster-private = Answers carry no names. Only the facilitators can read them.

print-no-activities = Nothing in this workshop is answered, so there are no forms.
print-no-pages = This workshop has no sheets to hand out.
print-no-rules = This workshop has no rules and no notice.
print-not-yet = Not yet in this language: { $language }
print-draft = A draft that nobody has checked.
print-rules = How we work today
print-privacy = What happens with your answers

# Run sheet
print-time = Time
print-number = Number
print-step = Step
print-minutes = Min
print-if-late = If late
print-really = Really
print-shorten = down to { $minutes } min
print-skip = leave out, −{ $minutes } min
print-free = Time kept free
print-end = End

# Facilitator guide
print-goals = What we want to reach
print-team = The team
print-care = If something hurts
print-backup = Backup
print-length-range = { $minutes } min ({ $least } to { $most })
print-bring = At hand: { $materials }
print-say = Say
print-do = Do
print-ask = Ask
print-watch-for = Watch
print-key-messages = What people should take with them
print-if-stuck = If it does not work
print-inclusion = So that everyone can take part
print-transition = Going on

# Recovery card
print-recovery = Recovery code
print-recovery-open = On the other device open
print-recovery-type = Type the code. Capitals and spaces do not matter.
print-recovery-go = That device goes on from the same second.
print-recovery-keep = Whoever has this card leads the session and reads all answers. Keep it apart from the laptop, and destroy it afterwards.
