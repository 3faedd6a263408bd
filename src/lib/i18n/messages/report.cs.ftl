report-name = Zpráva
report-empty = Zatím není o čem psát
report-empty-more = Zpráva se skládá sama z toho, co lidé odpoví. Nejdřív spusťte setkání.
report-to-run = K setkání
report-to-library = Do knihovny
report-other-tab = Toto setkání je otevřené v jiném okně
report-other-tab-more = Měnit ho může vždy jen jedno okno. Toto okno ho může převzít, nic se neztratí.
report-use-here = Použít zde
report-cannot-open = Tuto zprávu tady nejde otevřít
report-cannot-open-more = Setkání není na tomto zařízení, nebo je poškozené. Pokud jste ho uložili do souboru, otevřete soubor v knihovně.
report-erased-note = Odpovědi jsou smazané. Toto je zpráva, jak zůstala uložená. Už ji nejde měnit.
report-carried-note = Odpovědi z tohoto setkání na tomto zařízení zatím nejsou. Toto je zpráva, jak zůstala uložená. Změnit ji jde tam, kde setkání proběhlo.

# Tools
report-tools = Co se zprávou
report-kind = Která zpráva
report-two-pager = Dvě strany pro všechny
report-working = Pracovní zpráva
report-language = Jazyk zprávy
report-edit = Skrýt a přeformulovat
report-edit-done = Hotovo
report-edit-hint = Co tady skryjete, bude skryté i na papíře a ve všech souborech.
report-print = Vytisknout
report-csv = Kroky jako tabulka (CSV)
report-json = Vše zobrazené (JSON)
report-save-file = Uložit setkání do souboru
report-erase = Smazat odpovědi
report-erase-question = Smazat odpovědi?
report-erase-what = Všechny odpovědi, rozepsané texty a klíče tohoto setkání se hned smažou z tohoto zařízení. Zpráva zůstane, jak je. Nejde to vzít zpět.
report-erase-do = Smazat odpovědi
report-erased = Odpovědi jsou smazané. Zpráva zůstává.
report-erase-failed = Odpovědi se nepodařilo smazat. Zkuste to znovu.
report-file-saved = Soubor { $name } je uložený.

# Edit mode
report-hide = Skrýt: { $line }
report-show = Znovu ukázat: { $line }
report-take-in = Dát do zprávy: { $line }
report-reword = Přeformulovat: { $line }
report-write = Napsat: { $line }
report-hide-short = Skrýt
report-show-short = Znovu ukázat
report-take-in-short = Dát do zprávy
report-reword-short = Přeformulovat
report-write-short = Napsat
report-as-it-was = Jak to bylo
report-your-words = Jinými slovy
report-hidden-now = Skryto
report-hidden-follows = Skryto, protože stejná slova jsou skrytá jinde
report-offered-now = Není ve zprávě. Citáty se vybírají ručně.
report-edit-failed = Nepodařilo se to uložit. Zkuste to znovu.
report-free-session-next = Kdy a kde se znovu sejdete
report-free-session-missing = Kdo byl pozván a nepřišel
report-free-session-disagreed = Na čem jste se neshodli
report-free-session-open = Otázky, na které nikdo neznal odpověď

# The report itself
report-intro-few = Lidé z města a okolí se věnovali jedné otázce: co by tady všem usnadnilo život?
report-intro = { $people ->
    [one] { $people } člověk se věnoval
    [few] { $people } lidé se věnovali
   *[other] { $people } lidí se věnovalo
} jedné otázce: co by tady všem usnadnilo život?
report-agreed = Na čem jsme se dohodli
report-first-step = První krok: { $step }
report-by = do { $date }
report-next = Znovu se sejdeme: { $when }
report-room = Kdo byl v místnosti
report-ring = Židle kolem stolu: { $people }
report-others = Ostatní dohromady
report-unsaid = Bez skupiny
report-merged = Skupiny menší než { $least } jsou dohromady.
report-room-few = Méně než { $least } lidí tu nepočítáme.
report-picture = Co společně vidíme
report-heard = Co zaznělo
report-plan = Plán
report-disagreed = Na čem jsme se neshodli
report-open = Otevřené otázky
report-promises = Co lidé slíbili
report-went = Jaký byl den
report-time = Čas
report-method = Nakolik je to jisté?
report-annex = Příloha
report-sensitive = Vlastní slova lidí z této části zůstávají v místnosti.
report-bar = { $label }, { $count }
report-plan-empty = Žádný krok nebyl zapsán.

report-column-what = Co
report-column-who = Kdo
report-column-first_step = První krok
report-column-when = Do
report-column-status = Stav
report-field-why = Proč: { $text }
report-field-with = S kým: { $text }
report-field-money = Peníze: { $text }
report-field-success = Poznáme, že se to povedlo: { $text }
report-field-help_needed = Potřebná pomoc: { $text }
report-label-what = Co
report-label-why = Proč
report-label-who = Kdo
report-label-with = S kým
report-label-first_step = První krok
report-label-when = Do
report-label-money = Peníze
report-label-success = Jak poznáme úspěch
report-label-help_needed = Potřebná pomoc
report-status-new = nezačalo
report-status-started = začalo
report-status-done = hotovo
report-status-stuck = vázne
report-status-dropped = zrušeno

report-minutes = { $minutes } min
report-time-step = Krok
report-time-planned = Plán
report-time-actual = Trvalo
report-time-happened = Co se stalo
report-time-replaced = Jinak, než bylo v plánu.
report-time-not-reached = Nedošlo na to.
report-skipped-late = Vynecháno, bylo pozdě.
report-skipped-not-needed = Vynecháno, nebylo potřeba.
report-skipped-energy-low = Vynecháno, lidé byli unavení.
report-skipped-other = Vynecháno.

report-method-people = { $people ->
    [one] { $people } člověk není
    [few] { $people } lidé nejsou
   *[other] { $people } lidí není
} celé město. Odpovědi na papíře a zvednuté ruce platí stejně jako odpovědi na telefonu.
report-method-cells = Žádné číslo neznamená méně než { $least } lidí z jedné skupiny. Menší skupiny jsou dohromady, nebo chybí.
report-method-sensitive = Některé otázky byly soukromé. Odpovědi na ně jsou sečtené a nikdy nejsou citované.
report-method-workshop = Workshop: { $workshop } ({ $id }, verze { $version }).
report-method-variants = Provedení: { $variants }.
report-method-pilot = Tento workshop se zkouší. Ještě neproběhl tolikrát, aby se dal slíbit stejný výsledek.
report-method-licence = Napsali: { $authors }. Licence { $licence }.
report-method-digest = Otisk scénáře: { $digest }
report-foot = Plenum · { $id } { $version } · { $language }
report-page-of = { $page } z { $pages }
