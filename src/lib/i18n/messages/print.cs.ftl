print-title = Tisk
print-back = Zpět k přípravě
print-all-languages = Všechny jazyky
print-print = Tisknout
print-preview = Na papíře: { $sheet }
print-foot = { $workshop } · verze { $version } · { $language }
print-page-of = { $page } z { $pages }

# Plakát ke vstupu
print-poster-title = Zapojte se telefonem
print-poster-qr = odkaz ke vstupu
print-poster-or = Naskenujte obrázek, nebo otevřete
print-poster-code = a napište
print-poster-scan = Naskenujte obrázek fotoaparátem. Bez jména, bez aplikace, bez účtu.
print-poster-language = Vyberte si jazyk.
print-poster-read = Přečtěte si, co se s odpověďmi stane. Rozhodujete vy.
print-poster-in = Jste uvnitř. Nechte stránku otevřenou.
print-poster-no-phone = Nemáte telefon? Vezměte si list. Platí stejně.
print-poster-private = Odpovědi jsou beze jmen. Čtou je jen lidé, kteří setkání vedou.

print-no-activities = V tomto workshopu se na nic neodpovídá, formuláře tu proto nejsou.
print-no-pages = Tento workshop nemá listy k rozdání.
print-no-rules = Tento workshop nemá pravidla ani informaci o údajích.
print-not-yet = V tomto jazyce to zatím není: { $language }
print-draft = Návrh, který nikdo nezkontroloval.
print-rules = Jak dnes pracujeme
print-privacy = Co se stane s vašimi odpověďmi

# Časový list
print-time = Čas
print-number = Číslo
print-step = Krok
print-minutes = Min
print-if-late = Při zpoždění
print-really = Skutečně
print-shorten = zkrátit na { $minutes } min
print-skip = vynechat, −{ $minutes } min
print-free = Volný čas
print-end = Konec

# Průvodce pro vedení
print-goals = Čeho chceme dosáhnout
print-team = Tým
print-care = Když to někoho zasáhne
print-backup = Náhrada
print-length-range = { $minutes } min ({ $least } až { $most })
print-bring = Po ruce: { $materials }
print-say = Řekněte
print-do = Udělejte
print-ask = Zeptejte se
print-watch-for = Sledujte
print-key-messages = Co si mají lidé odnést
print-if-stuck = Když to nejde
print-inclusion = Aby se mohl zapojit každý
print-transition = Dál

# Karta s kódem
print-recovery = Kód obnovy
print-recovery-open = Na druhém zařízení otevřete
print-recovery-type = Napište kód. Na velikosti písmen a mezerách nezáleží.
print-recovery-go = Zařízení pokračuje ve stejné sekundě.
print-recovery-keep = Kdo má tuto kartu, vede setkání a čte všechny odpovědi. Mějte ji jinde než notebook a potom ji zničte.
