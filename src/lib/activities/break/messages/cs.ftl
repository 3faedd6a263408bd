break-name = Přestávka
break-back = Pokračujeme v { $time }.
break-back-words = Pokračujeme v
break-soon = Za chvíli pokračujeme.
break-nothing = Na telefonu teď nemusíte nic dělat.
