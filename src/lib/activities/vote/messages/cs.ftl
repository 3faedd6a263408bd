vote-name = Hlasování puntíky
vote-dots-left = { $left ->
    [one] Zbývá { $left } puntík z { $total }
    [few] Zbývají { $left } puntíky z { $total }
    [many] Zbývá { $left } puntíku z { $total }
   *[other] Zbývá { $left } puntíků z { $total }
}
vote-give = Dát puntík: { $item }
vote-take = Vzít puntík: { $item }
vote-given = { $dots ->
    [one] { $dots } puntík
    [few] { $dots } puntíky
    [many] { $dots } puntíku
   *[other] { $dots } puntíků
}
vote-you-gave = Vaše puntíky: { $dots }
vote-most-per-item = Jednomu nejvýš { $most }.
vote-item = Téma
vote-unit = puntíky
vote-sum = { $people ->
    [one] { $people } člověk dal
    [few] { $people } lidé dali
    [many] { $people } člověka dalo
   *[other] { $people } lidí dalo
} { $dots ->
    [one] { $dots } puntík
    [few] { $dots } puntíky
    [many] { $dots } puntíku
   *[other] { $dots } puntíků
}.
vote-tie = Stejný počet puntíků: { $items }
vote-tied = stejný počet
vote-more-items = { $items ->
    [one] Ještě { $items } téma
    [few] Ještě { $items } témata
    [many] Ještě { $items } tématu
   *[other] Ještě { $items } témat
}, dohromady { $dots ->
    [one] { $dots } puntík
    [few] { $dots } puntíky
    [many] { $dots } puntíku
   *[other] { $dots } puntíků
}
vote-none-yet = Zatím žádné puntíky.
vote-too-few = Odpovědělo méně než { $least } lidí. Výsledek se ukáže, až jich bude víc.
vote-merged = Skupiny, kde je méně než { $least } lidí, jsou sečtené dohromady.
vote-split-hidden = Ne podle skupin: v některé je méně než { $least } lidí nebo jsou všichni zajedno.
vote-paper-how = { $dots ->
    [one] Máte { $dots } puntík. Nalepte ho nebo nakreslete do kroužku.
    [few] Máte { $dots } puntíky. Nalepte je nebo nakreslete do kroužků.
    [many] Máte { $dots } puntíku. Nalepte je nebo nakreslete do kroužků.
   *[other] Máte { $dots } puntíků. Nalepte je nebo nakreslete do kroužků.
}
vote-paper-most = Na jeden řádek nejvýš { $most }.
