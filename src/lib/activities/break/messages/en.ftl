break-name = Break
break-back = We go on at { $time }.
break-back-words = We go on at
break-soon = We go on soon.
break-nothing = You have nothing to do on this phone now.
