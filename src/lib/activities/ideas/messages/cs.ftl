ideas-name = Nápady
ideas-another = Napsat další kartu
ideas-left = { $count ->
    [one] zbývá { $count } znak
    [few] zbývají { $count } znaky
   *[other] zbývá { $count } znaků
}
ideas-too-long = { $count ->
    [one] o { $count } znak víc, než se vejde
    [few] o { $count } znaky víc, než se vejde
   *[other] o { $count } znaků víc, než se vejde
}
ideas-category = Co je to za kartu?
ideas-other = Bez zařazení
ideas-all-written = { $count ->
    [one] Vaše karta je napsaná. Ještě ji můžete změnit.
    [few] Napsali jste všechny { $count } karty. Ještě je můžete změnit.
   *[other] Napsali jste všech { $count } karet. Ještě je můžete změnit.
}
ideas-mine = Vaše karty: { $count } z { $most }
ideas-count = { $count ->
    [one] { $count } karta
    [few] { $count } karty
   *[other] { $count } karet
}
ideas-so-far = { $cards ->
    [one] { $cards } karta
    [few] { $cards } karty
   *[other] { $cards } karet
} od { $people ->
    [one] { $people } člověka
   *[other] { $people } lidí
}
ideas-empty = Zatím žádné karty. První se objeví tady.
ideas-none = Nikdo nenapsal žádnou kartu.
ideas-page = strana { $page } z { $pages }
ideas-sensitive = Tyto karty zůstávají u facilitátorů. Ukazuje se jen jejich počet.
ideas-too-few = Odpovědělo příliš málo lidí, proto nic neukazujeme.
ideas-report-count = { $people ->
    [one] { $people } člověk
    [few] { $people } lidé
   *[other] { $people } lidí
}, { $cards ->
    [one] { $cards } karta.
    [few] { $cards } karty.
   *[other] { $cards } karet.
}
ideas-paper-help = Na každou kartu jednu věc. Vlastními slovy.
