error-title = Něco se nepovedlo
error-missing = Taková stránka není
error-what = Co jste psali předtím, v tomto zařízení zůstává. Načtěte stránku znovu, nebo jděte na začátek.
error-missing-what = Adresa může být stará nebo s překlepem.
error-again = Načíst znovu
error-start = Na začátek
error-details = Pro toho, kdo to opraví
