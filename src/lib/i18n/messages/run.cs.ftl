run-title = Vedení
run-day = Den
run-now = Teď · krok { $index } z { $total }
run-not-started = Ještě nezačalo
run-ended = Setkání skončilo
run-ended-more = Konec v { $time }. Zpráva je připravená; odpovědi zůstávají v tomto zařízení, dokud je nesmažete.
run-to-report = Otevřít zprávu
run-to-library = K dílnám
run-before = Než začnete
run-before-more = { $count ->
    [0] Zatím se nikdo nepřipojil. Promítněte kód nebo ho přečtěte.
    [one] Připojil se { $count } telefon.
    [few] Připojily se { $count } telefony.
   *[other] Připojilo se { $count } telefonů.
}
run-start = Zahájit setkání
run-end = Ukončit setkání
run-next = Dál: { $title }
run-press-again = Pro další krok stiskněte šipku ještě jednou.
run-moved-and-closed = Odpovědi uzavřeny, další krok. Lidé to už mohli vidět.
run-has-ended = Setkání skončilo. Lidé to už mohli vidět.

# Notes
run-notes = Co říct a udělat
run-say = Řekněte
run-do = Udělejte
run-ask = Zeptejte se
run-watch = Sledujte
run-inclusion = Pro všechny
run-transition = Potom
run-note = Poznámka
run-note-empty = Poznámka pro vás, zůstane u tohoto kroku
run-if-stuck = Když to vázne
run-debrief = Ohlédnutí
run-care = Péče

# Projector
run-projector = Promítání
run-on-projector = Právě se promítá
run-projector-black = Promítání je černé
run-next-picture = Další obraz
run-blank = Zatemnit
run-unblank = Zase ukázat
run-show-picture = Ukázat další obraz
run-open-projector = Otevřít okno pro promítání
run-page = Strana { $page } z { $pages }
run-page-back = Předchozí strana
run-page-next = Další strana

# Answers
run-answers = Odpovědi
run-state = Stav odpovědí
run-open = Otevřené
run-closed = Uzavřené
run-shown = Ukázané
run-people-here = { $count ->
    [one] { $count } člověk je tady
    [few] { $count } lidé jsou tady
   *[other] { $count } lidí je tady
}
run-phones = { $count ->
    [one] { $count } telefon
    [few] { $count } telefony
   *[other] { $count } telefonů
}{ $offline ->
    [0] {""}
   *[other] , { $offline } bez spojení
}
run-without-phone = Lidé bez telefonu
run-late-answers = { $count ->
    [one] { $count } odpověď přišla po uzavření.
    [few] { $count } odpovědi přišly po uzavření.
   *[other] { $count } odpovědí přišlo po uzavření.
}
run-count-late = Započítat je
run-never-shown = Tyto odpovědi se nikdy nepromítají.
run-view-failed = Výsledek nejde vykreslit. Odpovědi jsou v bezpečí.
run-all-checked = Všechny texty jsou zkontrolované
run-to-check = { $count } ke kontrole
run-show = Ukázat
run-hide = Skrýt
run-later = Později
run-show-listed = Ukázat tyto ({ $count })
run-all-texts = Všechny texty ({ $count })
run-fewer = Méně

# Typing in
run-type-in = Zapsat papír nebo ruce
run-type-way = Jak lidé odpověděli
run-type-sheets = List po listu
run-type-counts = Jen počty
run-counts-help = Pro zvednuté ruce nebo spočítané listy: kolik lidí a kolik u každého řádku.
run-counts-people = Kolik lidí se zapojilo
run-counts-add = Přidat tyto počty
run-counts-added = Počty přidány, lidí: { $people }.
run-sheet = List { $number }
run-sheet-sphere = Oblast na listu
run-sheet-no-sphere = Není na listu
run-sheet-next = Přidat a vzít další list
run-sheet-same = Přidat další kartu z tohoto listu
run-sheet-added = Přidáno. Zatím zapsáno: { $number }.
run-typed-so-far = Zapsáno: listů { $sheets }, spočítaných lidí { $people }.

# Time
run-minutes = { $minutes ->
    [-1] O minutu méně
    [one] O minutu více
   *[other] O { $minutes } minut více
}
run-skip = Vynechat…
run-skip-title = Vynechat „{ $title }“
run-skip-why = Proč
run-reason-late = Nestíháme
run-reason-not-needed = Není potřeba
run-reason-energy-low = Dochází síly
run-reason-other = Jiný důvod
run-skip-to = Pokračovat krokem
run-skip-next = Další krok
run-skip-do = Vynechat
run-instead = Nebo použít jiný způsob
run-instead-do = Použít místo toho

# Undo
run-undo = Zpět: { $what }
run-undo-started = zahájení
run-undo-ended = ukončení
run-undo-step = změna kroku
run-undo-part = změna kola
run-undo-opened = otevření odpovědí
run-undo-closed = uzavření odpovědí
run-undo-revealed = ukázání výsledků
run-undo-aired = obraz na promítání
run-undo-masked = zatemnění
run-undo-minutes = změna minut
run-undo-skipped = vynechání
run-undo-replaced = jiný způsob
run-undo-judged = kontrola textu
run-undo-typed = zapsaný list
run-undo-untyped = odebraný list
run-undo-tallied = zapsané počty
run-undo-arranged = třídění
run-undo-heads = lidé bez telefonu
run-undo-edited = změna ve zprávě

# Connection and room
run-connected = Připojeno
run-not-connected = { $waiting ->
    [0] Bez spojení. Pokračujte; telefony to samy doženou.
   *[other] Bez spojení. Pokračujte; v zařízení čeká změn: { $waiting }.
}
run-room-open = Lidé se mohou připojit
run-room-locked = Místnost je zamčená

# When it cannot be
run-cannot-open = Toto setkání nejde otevřít
run-desk-no-session = Není v tomto zařízení. Otevřete jeho soubor nebo použijte obnovovací kód.
run-desk-erased = Jeho klíče byly z tohoto zařízení smazány. Zpráva tu může být dál.
run-desk-snapshot = Uložený scénář je poškozený. Otevřete soubor setkání v jiném zařízení.
run-desk-variants = Dvě části podoby dílny k sobě nejdou. Vyberte znovu v přípravě.
run-snapshot = Uložený scénář je poškozený. Otevřete soubor setkání v jiném zařízení.
run-other-tab = Setkání je otevřené v jiné kartě
run-other-tab-more = Vést ho může jen jedna karta. Ta druhá se zastaví.
run-use-here = Použít tady
run-already-started = Setkání už začalo.
run-not-running = Setkání neběží.
run-no-steps = Tato podoba nemá žádné kroky.
run-first-step = Toto je první krok.
run-last-step = Toto je poslední krok.
run-no-part = Další kolo není.
run-no-screen = Takový obraz není.
run-no-step = Takový krok není.
run-nothing-to-open = Tento krok nemá pro lidi otázku.
run-nothing-to-undo = Není co vrátit.
run-not-stored = Nepodařilo se to uložit do zařízení. Zkuste to znovu nebo uvolněte místo.
run-not-published = Telefonům se to nepodařilo říct. Zkusí se to znovu při další změně.
run-keys = Klávesy
run-keys-list =
    → další krok (dvakrát) nebo kolo
    ← předchozí krok
    B zatemnit promítání
    R ukázat nebo skrýt výsledky
    O otevřít nebo uzavřít odpovědi
    + a − jedna minuta
    N poznámka
    Z zpět
    ? tento seznam
