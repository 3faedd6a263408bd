common-plenum = Plenum
common-close = Zavřít
common-cancel = Zrušit
common-undo = Vrátit
common-back = Zpět
common-next = Dál
common-done = Hotovo
common-save = Uložit
common-change = Změnit
common-more = Více
common-search = Hledat
common-yes = Ano
common-no = Ne
common-optional = Můžete nechat prázdné
common-loading = Okamžik
common-try-again = Zkusit znovu

# Délka a počet
common-minutes = { $minutes } min
common-hours = { $hours } h
common-hours-minutes = { $hours } h { $minutes } min
common-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
    [many] { $count } člověka
   *[other] { $count } lidí
}

# Jazyk, velikost písma, čtení nahlas
common-language = Jazyk
common-language-now = Jazyk: { $language }
common-text-size = Velikost písma
common-text-smaller = Menší písmo
common-text-larger = Větší písmo
common-read-aloud = Přečíst nahlas
common-read-stop = Přestat číst

# Kde odpověď je
common-send = Odeslat
common-on-this-phone = V tomto telefonu
common-sent = Odesláno
common-in-the-room = V sále
common-on-this-phone-change = V tomto telefonu – změnit
common-sent-change = Odesláno – změnit
common-in-the-room-change = V sále – změnit
common-answer-path = Kde je vaše odpověď

# Místa u stolu
common-of-total = z { $total }
common-seats = Odpovědělo { $answered } z { $present }{ $offline ->
    [0] .
    [one] , { $offline } telefon je bez spojení.
    [few] , { $offline } telefony jsou bez spojení.
    [many] , { $offline } telefonu je bez spojení.
   *[other] , { $offline } telefonů je bez spojení.
}

# Hodiny
common-left-of = zbývá z { $length }
common-left-bring-to-close = zbývá, je čas uzavírat
common-over = přes čas
common-timer-left = { $minutes ->
    [0] Zbývá méně než minuta
    [one] Zbývá { $minutes } minuta
    [few] Zbývají { $minutes } minuty
    [many] Zbývá { $minutes } minuty
   *[other] Zbývá { $minutes } minut
}
common-timer-over = { $minutes ->
    [0] Čas vypršel
    [one] { $minutes } minuta přes čas
    [few] { $minutes } minuty přes čas
    [many] { $minutes } minuty přes čas
   *[other] { $minutes } minut přes čas
}

# Předstih a zpoždění slovy
common-on-time = Včas
common-behind = Zpoždění { $minutes } min
common-ahead = Předstih { $minutes } min
common-buffer-covers = Rezerva to pokryje, zbude { $minutes } min.
common-ends-as-planned = Konec v { $time } podle plánu.
common-ends-later = Konec v { $end }, plán byl { $planned }.

# Prstenec dne a čára dne
common-day-ring = { $work } práce, { $pauses } přestávek
common-day-line = Den od { $start } do { $end }
common-step-done = { $title }, hotovo
common-step-now = { $title }, právě teď
common-step-ahead = { $title }, teprve bude

# Výsledky

# Sféry
common-sphere-town = Radnice
common-sphere-services = Školy a služby
common-sphere-state = Státní úřady
common-sphere-employers = Zaměstnavatelé
common-sphere-associations = Spolky a organizace
common-sphere-newcomers = Lidé, kteří se sem přistěhovali
common-sphere-none = Raději neuvádím

# Spojení
common-not-connected = Bez spojení
common-waiting-to-send = { $count ->
    [0] Můžete dál číst a psát.
    [one] { $count } odpověď čeká v tomto telefonu a odejde sama.
    [few] { $count } odpovědi čekají v tomto telefonu a odejdou samy.
    [many] { $count } odpovědi čeká v tomto telefonu a odejde sama.
   *[other] { $count } odpovědí čeká v tomto telefonu a odejde samo.
}

# Obrázky ke skenování
common-qr = Obrázkový kód: { $what }

# Pole a volby
common-fewer-of = O jedno méně: { $label }
common-more-of = O jedno více: { $label }
common-messages = Zprávy
