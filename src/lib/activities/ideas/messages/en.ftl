ideas-name = Ideas
ideas-another = Write another card
ideas-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
ideas-too-long = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
ideas-category = What kind of card is it?
ideas-other = Without a kind
ideas-all-written = { $count ->
    [one] Your card is written. You can still change it.
   *[other] You have written all { $count } cards. You can still change them.
}
ideas-mine = Your cards: { $count } of { $most }
ideas-count = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
ideas-so-far = { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
} from { $people ->
    [one] { $people } person
   *[other] { $people } people
}
ideas-empty = No cards yet. The first one appears here.
ideas-none = Nobody wrote a card.
ideas-page = page { $page } of { $pages }
ideas-sensitive = These cards stay with the facilitators. Only their number is shown.
ideas-too-few = Too few people answered to show anything.
ideas-report-count = { $people ->
    [one] { $people } person
   *[other] { $people } people
} wrote { $cards ->
    [one] { $cards } card.
   *[other] { $cards } cards.
}
ideas-paper-help = One card for one thing. Your own words.
