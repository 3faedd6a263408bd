notice-name = Než začneme
notice-agree = Souhlasím
notice-listen = Chci jen poslouchat
notice-ticks = Zaškrtněte prosím, co pro vás platí.
notice-optional = { $text } Rozhodnete vy, obě odpovědi jsou v pořádku.
notice-missing = Kdo souhlasí, zaškrtne všechno, kde není „Rozhodnete vy“. Můžete také jen poslouchat.
notice-page = Celý text je v místnosti na papíře.
notice-agreed = Souhlasí
notice-listening = Jen poslouchá
notice-empty = Zatím nikdo neodpověděl.
notice-unit = lidé
notice-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
notice-report = { $people ->
    [one] Odpověděl { $people } člověk
    [few] Odpověděli { $people } lidé
   *[other] Odpovědělo { $people } lidí
}. Souhlas: { $agreed }, jen poslech: { $listening }.
notice-too-few = Odpovědělo méně lidí než { $least }. Nic neukazujeme, aby nikdo nebyl poznat.
notice-merged = Skupiny menší než { $least } jsou ukázané dohromady.
notice-split-hidden = Skupiny neukazujeme zvlášť, aby nikdo nebyl poznat.
