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
