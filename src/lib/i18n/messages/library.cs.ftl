library-title = Workshopy · Plenum
library-nav = Hlavní části
library-skip = Na obsah
library-workshops = Workshopy
library-sessions = Setkání
library-my-sessions = Moje setkání
library-settings = Nastavení
library-on-this-device = Vše je v tomto zařízení
library-nothing-kept = V tomto zařízení nic nezůstává

library-welcome = Všichni u stolu a na konci plán
library-welcome-what = Plenum vás vede workshopem krok za krokem: řekne, co říct a udělat, lidé odpovídají na svých telefonech nebo na papíře a na konci je plán se jmény a daty.
library-welcome-begin = Podívat se na první workshop
library-welcome-ring = Kdo sedí u stolu: každý tvar je jedna skupina lidí ve městě.

library-ring = Prstenec ukazuje den. Celý kruh je sedm hodin, silný oblouk je práce, tenký přestávka.
library-also-in = Také za { $lengths }
library-people = { $least }–{ $most } lidí
library-languages = { $count ->
    [one] { $count } jazyk
    [few] { $count } jazyky
    [many] { $count } jazyka
   *[other] { $count } jazyků
}{ $drafts ->
    [0] { "" }
    [one] , { $drafts } koncept
    [few] , { $drafts } koncepty
    [many] , { $drafts } konceptu
   *[other] , { $drafts } konceptů
}
library-language-draft = { $name } (koncept)
library-language-part = { $name } ({ $percent } %)
library-status-draft = Koncept
library-status-pilot = Pilot
library-status-retired = Už se nepoužívá

library-search = Hledat workshop
library-how-long = Kolik máte času?
library-length-short = Do 2 h
library-length-half = Půl dne
library-length-day = Den
library-how-many = Kolik lidí?
library-group-small = 6–12
library-group-middle = 12–36
library-group-large = 40 a více
library-which-languages = Jazyky v sále
library-none-found = Tomu všemu neodpovídá žádný workshop.
library-show-all = Ukázat všechny workshopy

library-going-on = Vaše setkání právě probíhá
library-last-used = Naposledy použito v { $time }
library-go-on = Pokračovat
library-no-sessions = Zatím žádná setkání
library-no-sessions-what = Vyberte workshop a připravte ho. Potom bude tady.
library-sessions-unreadable = Setkání v tomto zařízení se nepodařilo přečíst. Načtěte stránku znovu.
library-no-date = Zatím bez data
library-session-prepared = Připravuje se
library-session-running = Probíhá
library-session-ended = Skončilo
library-session-more = Více k setkání { $title }
library-erase = Smazat z tohoto zařízení
library-erase-question = Smazat toto setkání?
library-erase-what = { $title }: zmizí vše, co z něj toto zařízení má, i odpovědi a zpráva. Jiná zařízení si své nechají. Nejde to vrátit.
library-erase-keep = Nechat
library-erase-do = Smazat setkání
library-erased = { $title }: setkání je z tohoto zařízení smazáno.

library-open-file = Otevřít soubor
library-take-over = Převzít pomocí kódu
library-take-over-what = Obnovovací kód setkání z jiného zařízení
library-open-file-what = Setkání uložené v jiném zařízení (.plenum)
library-file-opened = Setkání je teď v tomto zařízení.

library-storage-memory = Tento prohlížeč nic neukládá. Co tady uděláte, zmizí po zavření stránky. Použijte jiné okno nebo jiný prohlížeč.
library-storage-lost = Setkání, která v tomto zařízení byla, jsou pryč. Data prohlížeče někdo smazal, nebo je smazal prohlížeč sám.
library-storage-full = Toto zařízení je plné. Uvolněte místo před setkáním a pak načtěte stránku znovu.
library-storage-outdated = V jiném okně je otevřená novější verze. Načtěte tuto stránku znovu.
library-understood = Rozumím
library-load-again = Načíst znovu

library-update = Je tu novější verze Plena.
library-update-refused = Jiná okna Plena jsou ještě otevřená. Nejdřív je zavřete.
library-update-take = Přejít na novou verzi

# Jeden workshop
library-edition = Délka
library-setting = Způsob
library-setting-phones = S telefony
library-words = Slova
library-words-plain = Běžná slova
library-clash = Dvě vaše volby mění tento krok: { $step }. Která platí?
library-day = Průběh
library-begins = Když začne v
library-ends = Konec v { $time }, z toho { $buffer } rezerva.
library-ends-exact = Konec v { $time }.
library-at-least = nejméně { $minutes }
library-may-skip = lze vynechat
library-buffer = Volný čas
library-paper = na papíře
library-left-out = V tomto vydání vynecháno: { $steps }
library-seats = { $count ->
    [one] { $count } místo
    [few] { $count } místa
    [many] { $count } místa
   *[other] { $count } míst
}
library-seats-range = Funguje pro { $least } až { $most } lidí.
library-seats-picture = Počet míst { $count }, promíchaně: { $spheres }
library-sphere-count = { $name } { $count }
library-prepare = Připravit setkání
library-preparing = Okamžik
library-not-prepared = Setkání se nepodařilo uložit v tomto zařízení. Uvolněte místo a zkuste to znovu.
library-you-leave-with = Co si odnesete
library-ready-in = Hotovo v jazycích
library-team = { $count ->
    [one] Tým: { $count } člověk
    [few] Tým: { $count } lidé
    [many] Tým: { $count } člověka
   *[other] Tým: { $count } lidí
}
library-no-internet = Internet není potřeba
library-no-internet-what = Každý krok má i papírovou podobu.
library-about = O tomto workshopu
library-who = Pro koho je
library-pages = Listy k rozdání
library-page-for-participants = pro účastníky
library-page-for-facilitators = pro facilitátory
library-version = Verze { $version }
library-licence = Licence { $licence }
library-by = Autoři: { $names }
library-no-such-workshop = Takový workshop v tomto zařízení není.

library-open-file-question = Otevřít setkání ze souboru
library-passphrase = Heslo
library-passphrase-help = Nejméně 8 znaků. Budete ho potřebovat k otevření v druhém zařízení.
library-passphrase-type = Napište heslo, se kterým byl soubor uložen.
library-open = Otevřít
library-save-file = Uložit kopii do souboru
library-save-file-question = Uložit kopii tohoto setkání?
library-save-file-what = V souboru je všechno, i klíče setkání. Kdo má soubor a heslo, může setkání vést.
library-save-file-do = Uložit soubor
library-file-saved = { $name }: uloženo.
library-file-completed = Setkání tu už bylo. Doplnilo se, co chybělo.

# Proč se soubor neotevřel; id končí kódem problému
library-problem-file-foreign = Tohle není soubor se setkáním z Plena. Vyberte soubor, který končí na .plenum.
library-problem-file-too-big = Tento soubor je větší, než soubor se setkáním může být. Vyberte jiný.
library-problem-file-truncated = Konec tohoto souboru chybí. Zkopírujte ho znovu odtud, odkud přišel.
library-problem-file-damaged = Tento soubor se cestou poškodil. Zkopírujte ho znovu odtud, odkud přišel.
library-problem-file-newer = Tento soubor vznikl v novější verzi Plena. Aktualizujte aplikaci a otevřete ho znovu.
library-problem-file-older = Tento soubor vznikl v příliš staré verzi Plena. Otevřete ho tam a znovu uložte.
library-problem-file-contents = Soubor je celý, ale jeho obsah se nedá použít. Nic se nezměnilo.
library-problem-file-other-session = Setkání s tímto číslem v zařízení je, ale s jinými klíči. Nic se nezměnilo.
library-problem-file-forked = Některé odpovědi se liší od těch v tomto zařízení. Zůstaly ty, které tu byly.
library-problem-file-expired = Doba pro uchování odpovědí z tohoto setkání uplynula. Otevřela se jen zpráva.
library-problem-passphrase-needed = Tento soubor je chráněný. Napište heslo, se kterým byl uložen.
library-problem-passphrase-wrong = Tímto heslem se soubor neotevře. Zkuste to znovu, velká písmena se rozlišují.
library-problem-passphrase-short = Zvolte heslo nejméně o 8 znacích.
library-problem-session-missing = Toto setkání už v zařízení není.
library-problem-device-full = V tomto zařízení není místo. Uvolněte ho a zkuste to znovu.
