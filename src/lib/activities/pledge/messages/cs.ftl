pledge-name = Sliby
pledge-i-will = Udělám tohle
pledge-by = do kdy (můžete vynechat)
pledge-left = { $count ->
    [one] Zbývá { $count } znak
    [few] Zbývají { $count } znaky
    [many] Zbývá { $count } znaku
   *[other] Zbývá { $count } znaků
}
pledge-too-long = { $count ->
    [one] O { $count } znak víc
    [few] O { $count } znaky víc
    [many] O { $count } znaku víc
   *[other] O { $count } znaků víc
}
pledge-past = Tento den už byl.
pledge-helps = Pomůže to některému z těchto kroků? Můžete vynechat.
pledge-share = Ostatní si to mohou přečíst
pledge-shared-note = Ukáže se bez vašeho jména.
pledge-private-note = V místnosti to nikdo nečte. Jen se započítá.
pledge-reminder = { $days ->
    [one] Podívejte se na to znovu zítra.
    [few] Podívejte se na to znovu za { $days } dny.
    [many] Podívejte se na to znovu za { $days } dne.
   *[other] Podívejte se na to znovu za { $days } dní.
}
pledge-when = Do kdy
pledge-none = Zatím nikdo nic neslíbil.
pledge-count = { $all ->
    [one] { $all } slib
    [few] { $all } sliby
    [many] { $all } slibu
   *[other] { $all } slibů
}, { $kept ->
    [0] žádný z nich soukromý
    [one] z toho { $kept } soukromý
    [few] z toho { $kept } soukromé
    [many] z toho { $kept } soukromého
   *[other] z toho { $kept } soukromých
}.
pledge-all-private = Sliby zůstávají u lidí, kteří je dali.
pledge-paper-share = Ostatní si to mohou přečíst.
