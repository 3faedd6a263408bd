prepare-no-session = Takové setkání na tomto zařízení není.
prepare-damaged = Toto setkání už nejde přečíst. Otevřete ho ze souboru nebo z jiného zařízení.
prepare-no-place = Nové setkání
prepare-from-to = { $start } až { $end }
prepare-run = Přejít k vedení
prepare-still-needed = { $count ->
    [one] Jeden nutný úkol ještě chybí:
    [few] { $count } nutné úkoly ještě chybí, hlavně:
   *[other] { $count } nutných úkolů ještě chybí, hlavně:
}
prepare-quoted = „{ $text }“
prepare-started = Setkání už začalo. Verze a jazyky zůstávají, ostatní můžete ještě opravit.
prepare-fixed = Setkání už začalo. Toto zůstává, jak je.
prepare-parts = Části přípravy
prepare-tab-todo = Úkoly
prepare-tab-about = O setkání
prepare-tab-edition = Verze
prepare-tab-languages = Jazyky
prepare-tab-people = Lidé a věci
prepare-tab-paper = Papír
prepare-tab-room = Místnost

prepare-state-saved = Uloženo v tomto zařízení
prepare-state-saving = Ukládá se
prepare-state-failed = Neuloženo. Uvolněte místo v zařízení a změňte to znovu.

# Úkoly
prepare-no-tasks = Tento workshop nemá seznam úkolů.
prepare-tasks-no-date = Úkoly dostanou datum, až zadáte datum setkání.
prepare-earlier-done = { $count ->
    [one] 1 dřívější úkol je hotový.
    [few] { $count } dřívější úkoly jsou hotové.
   *[other] { $count } dřívějších úkolů je hotových.
}
prepare-show = Ukázat
prepare-hide = Skrýt
prepare-that-day = V den setkání
prepare-days-before = { $count ->
    [one] den předem
    [few] { $count } dny předem
   *[other] { $count } dní předem
}
prepare-days-after = { $count ->
    [one] den poté
    [few] { $count } dny poté
   *[other] { $count } dní poté
}
prepare-hours-before = { $count ->
    [one] 1 hodinu předem
    [few] { $count } hodiny předem
   *[other] { $count } hodin předem
}
prepare-at = v { $time }
prepare-was-due = Tento den už minul.
prepare-needed = Nutné
prepare-calendar = Uložit úkoly do kalendáře
prepare-ring = Hotovo { $done } z { $total } úkolů
prepare-on-track = Jde to podle plánu
prepare-to-do = Zbývá
prepare-none-needed = Nic nutného nechybí.
prepare-count-needed = { $count ->
    [one] Chybí jeden nutný úkol.
    [few] Chybí { $count } nutné úkoly.
   *[other] Chybí { $count } nutných úkolů.
}
prepare-phone-texts = Texty v telefonu
prepare-to-go = chybí { $count }
prepare-draft = návrh
prepare-all = všech { $count }
prepare-draft-note = Návrh se nabízí s označením, aby to lidé věděli.

# O setkání
prepare-date = Datum
prepare-start = Začátek
prepare-place = Místo
prepare-place-help = Město nebo jeho část. Bude na plátně a ve zprávě.
prepare-organiser = Pořadatel
prepare-organiser-help = Kdo odpovídá za údaje lidí. Bude v informaci na každém telefonu.
prepare-facilitator = Vede
prepare-facilitator-help = Jméno, které lidé uslyší na začátku.
prepare-room = Místnost
prepare-room-help = Například: zasedací síň, první patro, bez schodů.

# Verze
prepare-matrix = Co každá volba udělá s každým krokem, v minutách
prepare-step = Krok
prepare-as-written = Jak je napsáno
prepare-this-session = Toto setkání
prepare-instead = místo toho: { $step }
prepare-left-out = vynecháno
prepare-total = Celkem
prepare-ends = Konec

# Jazyky
prepare-on-phones = V telefonech
prepare-on-phones-what = Jeden z nich si lidé vyberou při vstupu. Jazyk, ve kterém texty chybějí, nabídnout nejde.
prepare-phone-state = Telefon: { $state }
prepare-complete = všech { $total } textů je hotových
prepare-missing-of = chybí { $missing } z { $total } textů
prepare-draft-of = { $draft } z { $total } textů je návrh, který nikdo nezkontroloval
prepare-not-ready = Není hotovo
prepare-on-stage = Na plátně
prepare-on-stage-what = Na každé obrazovce je jeden nebo dva jazyky, první větší.
prepare-stage-first = První jazyk
prepare-stage-second = Druhý jazyk
prepare-stage-none = Žádný

# Lidé a věci
prepare-people = Kdo přijde
prepare-expected = Kolik lidí čekáte
prepare-spheres-differ = Po skupinách čekáte { $spheres }, celkem { $expected }.
prepare-too-few = Méně, než workshop potřebuje: { $spheres }
prepare-groups = Skupiny
prepare-groups-of = { $count } × { $size }
prepare-groups-tight = Skupiny po { $least } až { $most } při tomto počtu nevycházejí.
prepare-things = Co přinést
prepare-things-what = { $count ->
    [one] Spočítáno pro jednoho člověka, s rezervou.
    [few] Spočítáno pro { $count } lidi, s rezervou.
   *[other] Spočítáno pro { $count } lidí, s rezervou.
}
prepare-or = nebo: { $other }

# Papír
prepare-paper-what = Všechno vzniká ze scénáře, jazyky: { $languages }. Černě na bílém.
prepare-look-print = Prohlédnout a tisknout
prepare-paper-poster = Plakáty ke vstupu
prepare-paper-poster-what = Velký kód a obrázkový kód se čtyřmi kroky. Jeden pro každý jazyk.
prepare-paper-twins = Papírové formuláře
prepare-paper-twins-what = Každá otázka na papíře, s číslem kroku.
prepare-paper-pages = Listy k rozdání
prepare-paper-pages-what = Informační listy tohoto workshopu.
prepare-paper-rules = Pravidla a soukromí
prepare-paper-rules-what = Dva plakáty na zeď.
prepare-paper-runsheet = Časový list
prepare-paper-runsheet-what = Časy, minuty a co se dá zkrátit, na jedné straně.
prepare-paper-guide = Průvodce pro vedení
prepare-paper-guide-what = Krok za krokem co říct a udělat, kdyby všechno selhalo.
prepare-paper-recovery = Karta s kódem obnovy
prepare-paper-recovery-what = Kód pro druhé zařízení. Mějte ji jinde než tento notebook.

# Místnost
prepare-check = Prohlídka místnosti, 60 sekund
prepare-check-what = Dokud jste tady, telefony se mohou připojit a plátno ukazuje kód.
prepare-other-tab = Toto setkání je otevřené v jiném okně tohoto prohlížeče.
prepare-use-here = Použít tady
prepare-cannot-check = Setkání se pro prohlídku nepodařilo otevřít. K vedení můžete přejít i tak.
prepare-room-relay = Spojení
prepare-room-relay-good = Připojeno přes { $host }.
prepare-room-relay-open = Není spojení. Telefony se teď nepřipojí; papír a ruce fungují.
prepare-room-projector = Okno na plátno
prepare-room-projector-good = Nalezeno. Ukazuje kód.
prepare-room-projector-open = Zatím není. Otevřete ho a přesuňte na projektor.
prepare-room-phone = Telefon se připojil
prepare-room-phone-good = { $count ->
    [one] 1 telefon je připojený.
    [few] { $count } telefony jsou připojené.
   *[other] { $count } telefonů je připojených.
}
prepare-room-phone-open = Připojte se vlastním telefonem. Zkuste každý jazyk.
prepare-room-clock = Hodiny
prepare-room-clock-good = Tady je { $time }, { $zone }.
prepare-room-clock-open = Hodiny zařízení se liší od serveru o { $minutes } min. Ukazují { $time }, { $zone }.
prepare-room-clock-unknown = Tady je { $time }, { $zone }. Porovnejte to s jinými hodinami.
prepare-room-battery = Napájení
prepare-room-battery-good = { $percent } %, na den to stačí, nebo se nabíjí.
prepare-room-battery-open = { $percent } % a nenabíjí se. Zapojte nabíječku.
prepare-room-battery-unknown = Tento prohlížeč to neřekne. Zapojte nabíječku.
prepare-room-storage = Uložení v tomto zařízení
prepare-room-storage-good = Prohlížeč nic nezahodí.
prepare-room-storage-open = Prohlížeč může data zahodit, když se zařízení zaplní.
prepare-room-storage-unknown = Tento prohlížeč to neřekne. Po setkání uložte kopii do souboru.
prepare-room-languages = Jazyky
prepare-room-languages-good = Každý text je ve všech jazycích v telefonech.
prepare-room-languages-open = Chybějí texty: { $languages }
prepare-open-stage = Otevřít okno na plátno
prepare-keep = Požádat o uchování
prepare-readable = Kód je čitelný ze zadní řady
prepare-readable-help = Postavte se dozadu. Když ne: přibližte projektor, zatemněte nebo vyvěste plakáty.
prepare-join = Jak se lidé připojí
prepare-join-link = odkaz ke vstupu
prepare-join-what = Naskenujte obrázek nebo napište kód. Celý den je stejný.

prepare-address = Adresa pro telefony
prepare-address-label = Adresa, kterou lidé napíšou nebo naskenují
prepare-address-help = Nechte prázdné a použije se adresa této stránky: { $origin }
prepare-address-wrong = To není adresa. Vypadá jako https://plenum.example.org nebo http://192.168.1.5:8080
prepare-address-only-here = Tato adresa funguje jen na tomto notebooku. Telefony potřebují adresu, kterou má notebook v síti, nebo veřejnou.
prepare-address-use = Použít { $address }

prepare-recovery = Druhé zařízení
prepare-recovery-what = Když tento notebook selže, převezme vedení jiný: otevřete na něm { $address } a napište kód obnovy. Jednou k tomu potřebuje spojení.
prepare-recovery-show = Ukázat kód obnovy
prepare-recovery-hide = Skrýt kód
prepare-recovery-print = Vytisknout na kartu
prepare-recovery-where = Kdo má tento kód, vede setkání a čte všechny odpovědi. Mějte ho jinde než tento notebook.
prepare-recovery-kept = Kód je zapsaný
prepare-recovery-kept-help = Jinde než v tašce s notebookem.

# Převzetí na druhém zařízení
prepare-restore-title = Převzít setkání
prepare-restore-what = Napište kód obnovy. Toto zařízení setkání načte a pokračuje ve stejné sekundě.
prepare-restore-code = Kód obnovy
prepare-restore-code-help = 28 znaků v 7 skupinách. Na velikosti písmen a mezerách nezáleží.
prepare-restore-do = Převzít
prepare-restore-connecting = Připravují se klíče
prepare-restore-looking = Připojeno. Hledá se setkání
prepare-restore-storing = Ukládá se v tomto zařízení
prepare-restore-file = Není spojení? Otevřete setkání ze souboru na úvodní stránce.
prepare-problem-recovery-character = Kód má jen číslice a písmena, bez U. Podívejte se na skupinu { $group }.
prepare-problem-recovery-length = Kód má 28 znaků. { $count ->
    [one] Tady je jeden.
    [few] Tady jsou { $count }.
   *[other] Tady je { $count }.
}
prepare-problem-recovery-typo = Jeden znak není správně. Porovnejte kód po skupinách.
prepare-problem-restore-offline = Není spojení s { $host }. Zkontrolujte síť a zkuste to znovu.
prepare-problem-restore-no-room = S tímto kódem na { $host } nikdo setkání nevede. Ověřte, že obě zařízení otevřela stejnou adresu.
prepare-problem-restore-nothing = První zařízení tu zatím nic nenechalo. Otevřete na něm se spojením vedení nebo v přípravě „Místnost“ a zkuste to znovu.
prepare-problem-restore-incomplete = Část setkání tu ještě není. Nechte první zařízení otevřené a zkuste to znovu.
prepare-problem-restore-damaged = Co tu první zařízení nechalo, nejde přečíst. Použijte soubor.
prepare-problem-restore-stopped = Zastaveno.
prepare-problem-device-full = V zařízení není místo. Uvolněte ho a zkuste to znovu.
