scale-name = Stupnice
scale-progress = { $at } / { $count }
scale-back = Zpět
scale-next = Další
scale-dont-know = Nevím
scale-skip = Cokoli můžete přeskočit.
scale-yours = Vaše odpověď: { $answer }
scale-skipped = Tohle jste přeskočili.
scale-statement = Výrok
scale-unit = lidé
scale-median = Prostřední odpověď
scale-middle = Prostřední odpověď: { $median }
scale-people = { $people ->
    [one] Odpověděl { $people } člověk.
    [few] Odpověděli { $people } lidé.
    [many] Odpovědělo { $people } člověka.
   *[other] Odpovědělo { $people } lidí.
}
scale-rated = { $people ->
    [one] odpověď vybral { $people } člověk
    [few] odpověď vybrali { $people } lidé
    [many] odpověď vybralo { $people } člověka
   *[other] odpověď vybralo { $people } lidí
}
scale-not-sure = { $people ->
    [one] { $people } člověk neví
    [few] { $people } lidé nevědí
    [many] { $people } člověka neví
   *[other] { $people } lidí neví
}
scale-none-yet = Zatím žádné odpovědi.
scale-before = Předtím
scale-after = Potom
scale-compared = Předtím a potom, prostřední odpovědi. Jsou to dva obrazy celé místnosti, ne jednotlivých lidí.
scale-median-of = { $people ->
    [one] { $median } ({ $people } člověk)
    [few] { $median } ({ $people } lidé)
    [many] { $median } ({ $people } člověka)
   *[other] { $median } ({ $people } lidí)
}
scale-shift = Předtím { $before }, teď { $after }
scale-withheld = Odpovědí je málo, proto je neukazujeme.
scale-some-withheld = – znamená, že odpovědělo méně než { $least } lidí.
scale-too-few = Odpovědělo méně než { $least } lidí. Výsledek se ukáže, až jich bude víc.
scale-merged = Skupiny, kde je méně než { $least } lidí, jsou sečtené dohromady.
scale-split-hidden = Ne podle skupin: v některé je méně než { $least } lidí nebo jsou všichni zajedno.
scale-paper-how = V každém řádku zaškrtněte jedno políčko. Řádky můžete vynechat.
