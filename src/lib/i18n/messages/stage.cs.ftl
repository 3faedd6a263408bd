stage-name = Promítání
stage-join-link = odkaz pro připojení
stage-time-left = Zbývající čas
stage-waiting = Promítání je připravené
stage-waiting-more = Obraz přichází z obrazovky facilitátora. Zahajte nebo otevřete setkání tam.
stage-full-screen = Celá obrazovka
stage-bright = Světlá místnost
stage-dark = Tmavá místnost
