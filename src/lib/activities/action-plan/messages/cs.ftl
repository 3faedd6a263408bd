action-plan-name = Plán kroků
action-plan-item = Na který problém to odpovídá?
action-plan-what = Co se udělá
action-plan-why = Proč
action-plan-who = Kdo začne: člověk nebo úřad
action-plan-with = S kým
action-plan-first-step = První krok
action-plan-when = Do kdy
action-plan-money = Odkud budou peníze
action-plan-success = Podle čeho poznáme, že to vyšlo
action-plan-help-needed = Jaká pomoc je potřeba
action-plan-progress = { $at } / { $count }
action-plan-back = Zpět
action-plan-next = Další
action-plan-left = { $count ->
    [one] Zbývá { $count } znak
    [few] Zbývají { $count } znaky
    [many] Zbývá { $count } znaku
   *[other] Zbývá { $count } znaků
}
action-plan-too-long = { $count ->
    [one] O { $count } znak víc
    [few] O { $count } znaky víc
    [many] O { $count } znaku víc
   *[other] O { $count } znaků víc
}
action-plan-past = Tento den už byl.
action-plan-late = Plán končí { $day }.
action-plan-still-missing = Ještě chybí: { $columns }
action-plan-mine = Vaše kroky: { $count } z { $most }
action-plan-all-written = Všechny kroky jsou napsané ({ $most }). Ještě je můžete změnit.
action-plan-count = { $count ->
    [one] { $count } krok
    [few] { $count } kroky
    [many] { $count } kroku
   *[other] { $count } kroků
}
action-plan-other = Další kroky
action-plan-no-owner = zatím nikdo
action-plan-no-day = zatím bez data
action-plan-none = Zatím žádné kroky.
action-plan-without-owner = { $count ->
    [one] { $count } krok zatím nikdo nevede.
    [few] { $count } kroky zatím nikdo nevede.
    [many] { $count } kroku zatím nikdo nevede.
   *[other] { $count } kroků zatím nikdo nevede.
}
action-plan-without-day = { $count ->
    [one] { $count } krok zatím nemá datum.
    [few] { $count } kroky zatím nemají datum.
    [many] { $count } kroku zatím nemá datum.
   *[other] { $count } kroků zatím nemá datum.
}
action-plan-paper-how = Jeden list pro jeden krok.
