words-name = Slova
words-field = Vaše odpověď
words-field-n = Odpověď { $n }
words-limit = { $most ->
    [one] Na každou odpověď jedno slovo.
    [few] Na každou odpověď nejvýš { $most } slova.
   *[other] Na každou odpověď nejvýš { $most } slov.
}
words-left = { $count ->
    [one] zbývá { $count } znak
    [few] zbývají { $count } znaky
   *[other] zbývá { $count } znaků
}
words-too-long = { $count ->
    [one] o { $count } znak víc, než se vejde
    [few] o { $count } znaky víc, než se vejde
   *[other] o { $count } znaků víc, než se vejde
}
words-too-many = { $most ->
    [one] Napište prosím jedno slovo.
    [few] Napište prosím nejvýš { $most } slova.
   *[other] Napište prosím nejvýš { $most } slov.
}
words-column-word = Slovo
words-column-people = Lidé
words-unit = lidé
words-empty = Zatím žádná slova. První se objeví tady.
words-none = Nikdo nenapsal žádné slovo.
words-too-few = Odpovědělo příliš málo lidí, proto nic neukazujeme.
words-sensitive = Tato slova zůstávají u facilitátorů. Ukazuje se jen jejich počet.
words-so-far = { $words ->
    [one] { $words } slovo
    [few] { $words } slova
   *[other] { $words } slov
} od { $people ->
    [one] { $people } člověka
   *[other] { $people } lidí
}
words-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
words-more = { $count ->
    [one] a { $count } další slovo
    [few] a { $count } další slova
   *[other] a { $count } dalších slov
}
words-once = Řekl vždy jeden člověk:
words-report-count = { $people ->
    [one] { $people } člověk
    [few] { $people } lidé
   *[other] { $people } lidí
}, { $words ->
    [one] { $words } slovo.
    [few] { $words } různá slova.
   *[other] { $words } různých slov.
}
