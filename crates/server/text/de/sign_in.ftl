# The sign-in page and the first page after it.

sign_in-title = Anmelden
sign_in-name = Benutzername/E-Mail
sign_in-password = Passwort
sign_in-remember = Angemeldet bleiben
sign_in-button = Anmelden
sign_in-forgot = Passwort vergessen? Hier klicken
sign_in-sign_up = Neu hier? Konto anlegen
sign_in-password_was_set = Ihr neues Passwort ist festgelegt. Melden Sie sich damit an.
sign_in-signed_out = Sie sind abgemeldet.
sign_in-session_ended = Ihre Sitzung ist beendet: Sie ist abgelaufen, Sie haben sich anderswo zu oft angemeldet, Ihr Passwort wurde geändert, oder ein Administrator hat sie beendet. Was Sie zuletzt gesendet haben, wurde nicht gespeichert. Melden Sie sich an, um fortzufahren.
sign_in-setup_done = Die Installation ist bereit. Melden Sie sich mit dem eben angelegten Konto an; erzeugen Sie dann Wiederherstellungscodes.
sign_in-api_success = Angemeldet
sign_in-home_title = Startseite
sign_in-welcome = Willkommen, { $name }
sign_in-home_lead = Ihr Konto auf dieser Installation.
sign_in-home_profile = Ändern Sie Namen, Sprache und Passwort, sehen Sie, wo Sie angemeldet sind, und verwalten Sie die Token Ihrer Skripte.
sign_in-open_profile = Mein Profil öffnen

sign_in-wrong = Benutzername oder Passwort stimmt nicht.
    .next = Prüfen Sie beides, oder wählen Sie über „Passwort vergessen?“ ein neues Passwort.
sign_in-reset_needed = Dieses Passwort ist abgelaufen.
    .next = Wählen Sie über „Passwort vergessen?“ ein neues.

sign_in-locked = Dieses Konto ist gesperrt.
    .next = Bitten Sie Ihren Administrator, es zu entsperren.

sign_in-no_sso = Auf diesem Server ist kein Single Sign On eingerichtet.
    .next = Melden Sie sich mit einem Passwort an.
sign_in-home_samples = Beispieldaten
sign_in-home_samples_lead = Was auf dieser Testinstanz registriert ist, und wem es gehört.
sign_in-home_sample_title = Titel
sign_in-home_sample_kind = Art
sign_in-home_sample_owner = Eigentümer
sign_in-forgot_portal = Passwort vergessen
