check-in-name = Kdo je tady
check-in-language = Váš jazyk
check-in-sphere = Co vás vystihuje nejlépe?
check-in-mood = Jak se dnes máte?
check-in-access = Potřebujete něco, aby se vám dobře účastnilo?
check-in-access-help = Čtou to jen facilitátoři. Nikde se to neukáže.
check-in-nickname = Jak vám máme říkat?
check-in-nickname-help = Čtou to jen facilitátoři. Můžete to nechat prázdné.
check-in-unsaid = Raději neřeknu
check-in-others = Ostatní dohromady
check-in-other-languages = Další jazyky dohromady
check-in-mood-1 = Velmi špatně
check-in-mood-2 = Špatně
check-in-mood-3 = Tak napůl
check-in-mood-4 = Dobře
check-in-mood-5 = Velmi dobře
check-in-left = { $count ->
    [one] zbývá { $count } znak
    [few] zbývají { $count } znaky
   *[other] zbývá { $count } znaků
}
check-in-too-long = { $count ->
    [one] o { $count } znak víc, než se vejde
    [few] o { $count } znaky víc, než se vejde
   *[other] o { $count } znaků víc, než se vejde
}
check-in-progress = Otázka { $n } z { $count }
check-in-back = Zpět
check-in-next = Další otázka
check-in-empty = Zatím nikdo neodpověděl.
check-in-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
check-in-unit = lidé
check-in-needs = Potřeby, jen pro facilitátory
check-in-nicknames = Jména, jen pro facilitátory
check-in-too-few = Odpovědělo méně lidí než { $least }. Nic neukazujeme, aby nikdo nebyl poznat.
check-in-merged = Skupiny menší než { $least } jsou ukázané dohromady.
check-in-split-hidden = Skupiny neukazujeme zvlášť, aby nikdo nebyl poznat.
