# Forgotten passwords.

password_reset-title = Passwort vergessen?
password_reset-lead = Geben Sie die E-Mail-Adresse Ihres Kontos an. Wir senden Ihnen eine E-Mail, mit der Sie ein neues Passwort wählen.
password_reset-email = E-Mail
password_reset-send = E-Mail senden
password_reset-have_recovery_code = Ich habe einen Wiederherstellungscode
password_reset-sent_title = Sehen Sie in Ihr Postfach
password_reset-sent = Wenn es ein Konto mit dieser Adresse gibt, ist eine E-Mail unterwegs. Klicken Sie darin innerhalb von { $minutes } Minuten auf „Passwort wiederherstellen“.
password_reset-by_code = Stattdessen den Code aus der E-Mail eingeben
password_reset-code = Code aus der E-Mail
password_reset-code_hint = Acht Ziffern. Sie gelten in diesem Browser, { $minutes } Minuten lang.
password_reset-new = Neues Passwort
password_reset-repeat = Neues Passwort wiederholen
password_reset-set = Neues Passwort festlegen
password_reset-choose_title = Neues Passwort wählen
password_reset-for = Für das Konto { $email }. Sie werden überall sonst abgemeldet.
password_reset-end_tokens = Auch meine API-Token beenden
password_reset-end_tokens_hint = Wählen Sie das, wenn jemand anders Ihr Passwort gekannt haben könnte. Skripte und Integrationen stehen still, bis sie neue Token haben.
password_reset-end_tokens_and_codes_hint = Wählen Sie das, wenn jemand anders Ihr Passwort gekannt haben könnte. Skripte und Integrationen stehen still, bis sie neue Token haben. Auch Ihre Wiederherstellungscodes enden, außer wenn Sie mit einem davon hergekommen sind.
