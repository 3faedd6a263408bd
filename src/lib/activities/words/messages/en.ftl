words-name = Words
words-field = Your answer
words-field-n = Answer { $n }
words-limit = { $most ->
    [one] One word for each answer.
   *[other] Up to { $most } words for each answer.
}
words-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
words-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
words-too-many = { $most ->
    [one] Please write one word.
   *[other] Please write at most { $most } words.
}
words-column-word = Word
words-column-people = People
words-unit = people
words-empty = No words yet. The first one appears here.
words-none = Nobody wrote a word.
words-too-few = Too few people answered to show anything.
words-sensitive = These words stay with the facilitators. Only their number is shown.
words-so-far = { $words ->
    [one] { $words } word
   *[other] { $words } words
} from { $people ->
    [one] { $people } person
   *[other] { $people } people
}
words-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
words-more = { $count ->
    [one] { $count } more word
   *[other] { $count } more words
}
words-once = Said by one person each:
words-report-count = { $people ->
    [one] { $people } person
   *[other] { $people } people
} gave { $words ->
    [one] { $words } word.
   *[other] { $words } different words.
}
