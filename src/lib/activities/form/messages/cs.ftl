form-name = Otázky
form-skip = Každou otázku můžete přeskočit.
form-progress = Otázka { $n } z { $count }
form-back = Zpět
form-next = Další otázka
form-many = Můžete vybrat více možností.
form-left = { $count ->
    [one] zbývá { $count } znak
    [few] zbývají { $count } znaky
   *[other] zbývá { $count } znaků
}
form-too-long = { $count ->
    [one] o { $count } znak víc, než se vejde
    [few] o { $count } znaky víc, než se vejde
   *[other] o { $count } znaků víc, než se vejde
}
form-empty = Zatím nikdo neodpověděl.
form-none = Na tuto otázku nikdo neodpověděl.
form-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
form-unit = lidé
form-median = Uprostřed: { $value }
form-value = { $value }
form-nothing = –
form-number = Uprostřed: { $median }. Dohromady: { $sum }.
form-by-group = Uprostřed, podle skupin
form-sensitive = { $count ->
    [one] { $count } odpověď. Zůstává
    [few] { $count } odpovědi. Zůstávají
   *[other] { $count } odpovědí. Zůstávají
} u facilitátorů.
form-more = { $count ->
    [one] a { $count } další možnost
    [few] a { $count } další možnosti
   *[other] a { $count } dalších možností
}
form-page = strana { $page } z { $pages }
form-too-few = Odpovědělo méně lidí než { $least }. Nic neukazujeme, aby nikdo nebyl poznat.
form-merged = Skupiny menší než { $least } jsou ukázané dohromady.
form-split-hidden = Skupiny neukazujeme zvlášť, aby nikdo nebyl poznat.
