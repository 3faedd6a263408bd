# Vstup
join-title = Přidejte se k setkání
join-code = Kód z velké obrazovky
join-code-help = 8 písmen a číslic. Na velikosti písmen nezáleží. Nebo namiřte fotoaparát na čtvercový obrázek na velké obrazovce.
join-code-unreadable = Kód není celý. Má 8 písmen a číslic.
join-link-unreadable = Odkaz není celý. Naskenujte ho znovu, nebo napište kód.
join-join = Přidat se
join-no-name = Bez jména, bez e-mailu, nic se neinstaluje.
join-through = Jde to přes { $host }.
join-promise = Co slibujeme
join-promise-locked = Co napíšete, se zamkne už v tomto telefonu. { $host } to předá dál a přečíst to nemůže. Vidí jen, že se nějaký telefon účastní.
join-promise-facilitators = Odpovědi čtou jen lidé, kteří setkání vedou. Nevidí, kdo co napsal.
join-promise-phone = Odpovědi zůstanou v tomto telefonu do 24 hodin po konci. Anonymní okno je zapomene, jakmile ho zavřete.
join-go-on-in = Pokračovat: { $title }
join-your-language = Váš jazyk
join-language-later = Můžete ho kdykoli změnit.
join-entering = Hledáme místnost
join-knocking = Čekáme, až vás pustí dovnitř
join-knocking-more = Pustí vás zařízení toho, kdo setkání vede. Nemusíte nic dělat.
join-check = Kontrolní čísla
join-check-more = Na velké obrazovce jsou stejná čísla. Pak mezi vámi nikdo není.

# Co se děje s odpověďmi
join-notice = Co se stane s mými odpověďmi?
join-notice-nobody = Nikdo nevidí, kdo co napsal. Na jméno se neptáme.
join-notice-readers = Odpovědi čtou lidé, kteří setkání vedou.
join-notice-readers-named = Odpovědi čte { $facilitator } a další, kdo setkání vedou.
join-notice-summary = Vznikne z nich souhrn pro město.
join-notice-summary-place = Vznikne z nich souhrn: { $place }.
join-notice-how-long = Z tohoto telefonu zmizí 24 hodin po konci, ze zařízení těch, kdo setkání vedou, nejpozději za 90 dní.
join-notice-skip = Každou otázku můžete přeskočit.
join-go-on = Dál
join-sphere = Co vám nejvíc odpovídá?
join-sphere-why = Aby žádná strana nechyběla. Ukazují se jen součty.

# Když se vstup nepovede
join-not-found-title = Místnost s tímto kódem není
join-not-found = Porovnejte kód s velkou obrazovkou a napište ho znovu.
join-locked-title = Do místnosti už se nedá vstoupit
join-locked = Požádejte toho, kdo setkání vede, a zkuste to znovu.
join-full-title = Místnost je plná
join-full = Řekněte to tomu, kdo setkání vede. Můžete se účastnit i na papíře.
join-no-connection-title = Není spojení
join-no-connection = { $host } neodpovídá. Zkontrolujte Wi-Fi nebo mobilní data a zkuste to znovu. Můžete se účastnit i na papíře.
join-wrong-key-title = Tohle není místnost, jejíž kód máte
join-wrong-key = Místnost má jiný klíč než váš odkaz. Nic nepište. Řekněte to tomu, kdo setkání vede, a naskenujte kód z velké obrazovky.
join-storage-title = Tento telefon nemůže nic uložit
join-storage = Než se odpověď odešle, musí být bezpečně uložená. Uvolněte místo nebo použijte jiný prohlížeč a zkuste to znovu.
join-other-tab-title = Už je otevřeno v jiném panelu
join-other-tab = Jeden telefon má jedno místo. Vraťte se do druhého panelu, nebo pokračujte tady.
join-use-here = Pokračovat tady
join-removed-title = V této místnosti už nejste
join-removed = Ten, kdo setkání vede, vaše místo zavřel. Co jste napsali, zůstává v tomto telefonu. Promluvte si s ním.
join-version-title = Tato stránka je pro místnost příliš stará
join-version = Načtěte ji znovu. Odpovědi zůstanou v tomto telefonu.
join-reload = Načíst znovu
join-unknown-title = Nepovedlo se to
join-unknown = Zkuste to znovu. Když to nepomůže, řekněte to tomu, kdo setkání vede. Můžete se účastnit i na papíře.
join-another-code = Napsat jiný kód

# Spojení, tři stavy
join-connected = Připojeno
join-waiting-to-send = Čeká na odeslání ({ $count })
join-not-connected = Bez spojení
join-offline = Můžete dál číst a psát.
join-offline-waiting = { $count ->
    [one] 1 odpověď čeká v tomto telefonu a odejde sama.
    [few] { $count } odpovědi čekají v tomto telefonu a odejdou samy.
    [many] { $count } odpovědi čeká v tomto telefonu a odejde sama.
   *[other] { $count } odpovědí čeká v tomto telefonu a odejdou samy.
}

# Krok
join-form-missing = Formulář se nepodařilo načíst. Zkontrolujte spojení.
join-look-up = Podívejte se nahoru
join-step = { $index } z { $total }
join-not-yet-in = Zatím není v jazyce: { $language }.
join-nobody-sees = Nikdo nevidí, kdo to napsal.
join-only-sums = Nikdo nevidí, kdo co zvolil. Ukazují se jen součty.
join-for-pair = Jeden telefon pro vás dva.
join-for-group = Jeden telefon pro vaši skupinu.
join-on-paper = Odpovězte na papír.
join-by-hands = Odpovězte zvednutím ruky.
join-spoken = Řekněte odpověď nahlas.
join-send-change = Odeslat změnu
join-leave-unchanged = Nechat, jak to bylo
join-write-another = Napsat další
join-your-answers = { $count ->
    [one] 1 odpověď od vás
    [few] { $count } odpovědi od vás
    [many] { $count } odpovědi od vás
   *[other] { $count } odpovědí od vás
}
join-your-answer = Vaše odpověď { $number }
join-take-back = Vzít zpět
join-taken-back = Vzato zpět. Vaše slova tu zůstala.
join-closed = Odpovědi jsou uzavřené.
join-late = Na tuto otázku už je pozdě. Schováno pro vás.
join-kept = { $count ->
    [one] 1 text schovaný pro vás
    [few] { $count } texty schované pro vás
    [many] { $count } textu schovaného pro vás
   *[other] { $count } textů schovaných pro vás
}
join-kept-more = Nic z toho se neodeslalo. Nikdo jiný to nepřečte.
join-copy = Kopírovat
join-copied = Zkopírováno
join-delete = Smazat
join-on-to = Dál
join-all-in-the-room = { $count ->
    [one] Vaše odpověď je v sále.
    [few] Všechny { $count } vaše odpovědi jsou v sále.
    [many] Všech { $count } vašich odpovědí je v sále.
   *[other] Všech { $count } vašich odpovědí je v sále.
}
join-not-kept = Telefon odpověď nedokázal uložit. Neodeslala se. Vaše slova tu zůstala: uvolněte místo a odešlete znovu, nebo je napište na papír.
join-too-large = Na odeslání je to moc dlouhé. Zkraťte to.
join-one-moment = Setkání ještě nezačalo.

# Tento telefon
join-storage-memory = Tento telefon nic neuloží. Zůstaňte na této stránce, dokud neuvidíte „V sále“.
join-storage-full = Telefon je plný. Uvolněte místo, aby mohl uložit, co napíšete.
join-storage-lost = Co tu telefon schovával dřív, je pryč. Co už došlo do sálu, tam zůstává.
join-outdated = V jiném panelu je otevřená novější verze této stránky. Načtěte tuhle znovu.

# Konec
join-ended = Setkání skončilo
join-ended-more = Děkujeme za váš čas.
join-ended-waiting = Nechte tuto stránku otevřenou, dokud se všechno neodešle.
join-erase = Smazat mé odpovědi z tohoto telefonu
join-erase-question = Smazat z tohoto telefonu všechno?
join-erase-more = Co je v sále, tam zůstane. Co se neodeslalo, bude pryč. Nejde to vrátit.
join-erase-yes = Smazat
join-erase-no = Nechat
join-erase-later = 24 hodin po konci to zmizí samo.
join-erased = Smazáno
join-erased-more = V tomto telefonu už ze setkání nic není. Stránku můžete zavřít.
