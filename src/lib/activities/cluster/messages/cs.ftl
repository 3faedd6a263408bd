cluster-name = Třídění a názvy
cluster-kind = Hromádky
cluster-loose = Zatím mimo hromádky
cluster-all-sorted = Všechny karty jsou v hromádkách.
cluster-no-cards = Není co třídit. Karty přicházejí z dřívějšího kroku.
cluster-no-heaps = Vyberte karty, které patří k sobě, a založte novou hromádku.
cluster-choose = Vyberte karty, které chcete přesunout.
cluster-chosen = { $count ->
    [one] vybrána { $count } karta
    [few] vybrány { $count } karty
   *[other] vybráno { $count } karet
}
cluster-move = Přesunout do…
cluster-new = Nová hromádka
cluster-clear = Zrušit výběr
cluster-most = Víc hromádek scénář nedovoluje.
cluster-heap = Hromádka { $n }
cluster-unnamed = Hromádka bez názvu
cluster-name-field = Název hromádky { $n }, { $count ->
    [one] { $count } karta
    [few] { $count } karty
   *[other] { $count } karet
}
cluster-name-needed = Tato hromádka ještě potřebuje název.
cluster-proposed = Lidé navrhují. Klepnutím název převezmete.
cluster-select-all = Vybrat všechny její karty
cluster-dissolve = Rozebrat hromádku
cluster-cards = { $count ->
    [one] { $count } karta
    [few] { $count } karty
   *[other] { $count } karet
}
cluster-not-sorted = { $count ->
    [one] { $count } karta mimo hromádky
    [few] { $count } karty mimo hromádky
   *[other] { $count } karet mimo hromádky
}
cluster-page = strana { $page } z { $pages }
cluster-none = Zatím tu nejsou žádné hromádky.
cluster-unit = karty
cluster-report-heap = { $name } ({ $count })
cluster-propose = Název vašimi slovy
cluster-propose-help = Váš název uvidí facilitátoři. Můžete ho nechat prázdný.
cluster-left = { $count ->
    [one] zbývá { $count } znak
    [few] zbývají { $count } znaky
   *[other] zbývá { $count } znaků
}
cluster-too-long = { $count ->
    [one] o { $count } znak víc, než se vejde
    [few] o { $count } znaky víc, než se vejde
   *[other] o { $count } znaků víc, než se vejde
}
cluster-progress = Hromádka { $n } z { $count }
cluster-back = Zpět
cluster-next = Další hromádka
cluster-wait = Podívejte se prosím nahoru. Karty se právě třídí na zdi.
cluster-paper-name = Název této hromádky
cluster-paper-count = Kolik je v ní karet?
