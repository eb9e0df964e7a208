# My Profile.

profile-saved = Gespeichert.
profile-read_only = Mit Ihrer Rolle können Sie Ihr Konto nicht ändern. Wenn hier etwas nicht stimmt, wenden Sie sich an einen Administrator.
profile-personal_information = Persönliche Daten
profile-personal_lead = Ihr Name, wie andere ihn sehen.
profile-first_name = Vorname
profile-last_name = Nachname
profile-user_name = Benutzername
profile-email_title = E-Mail-Adresse
profile-email_lead = Damit melden Sie sich an, und dorthin gehen E-Mails. Eine neue Adresse gilt, sobald Sie sie über eine E-Mail bestätigen.
profile-email = E-Mail
profile-role = Rolle
profile-new_email = Neue E-Mail-Adresse
profile-change_email = Adresse ändern
profile-email_asked = Sehen Sie in das Postfach der neuen Adresse, um sie zu bestätigen.
profile-current_password = Aktuelles Passwort

profile-preferences = Einstellungen
profile-preferences_lead = Wie diese Installation mit Ihnen spricht.
profile-language = Sprache
profile-language_hint = Seiten und E-Mails richten sich sofort danach.
profile-language_default = Wie in der Installation festgelegt

profile-password = Passwort
profile-password_lead = Bei einer Änderung erhalten Sie eine E-Mail.
profile-new_password = Neues Passwort
profile-repeat_password = Neues Passwort wiederholen
profile-end_others = Mich überall sonst abmelden
profile-end_tokens = Auch meine API-Token beenden
profile-end_tokens_hint = Wählen Sie das, wenn jemand anders Ihr Passwort kennen könnte. Skripte und Integrationen stehen still, bis sie neue Token haben.
profile-password_changed = Ihr Passwort ist geändert.
profile-rule_met = erfüllt
profile-rule_unmet = nicht erfüllt
profile-sso_password = Ihr Konto verwendet Single Sign-On (SSO). Das Passwort wird von Ihrer Organisation verwaltet.

profile-api_token = API-Token
profile-api_token_lead = Mit einem Token tut ein Skript, was Sie dürfen, ohne Ihr Passwort zu kennen.
profile-single_token = Ihr API-Token
profile-single_token_hint = Für Skripte und Clients, die ein Token pro Benutzer erwarten. Skripte senden es im Header Authorization nach dem Wort Bearer.
profile-single_token_none = Sie haben noch kein Token.
profile-token_make = Token erstellen
profile-token_renew = Neu erzeugen
profile-token_renew_title = Ihr API-Token neu erzeugen?
profile-token_renew_text = Das alte Token funktioniert sofort nicht mehr, ebenso die Token von Skripten, die sich über die API angemeldet haben. Integrationen stehen still, bis sie das neue Token haben.
profile-token_renew_yes = Token neu erzeugen
profile-token_renewed = Sie haben ein neues Token. Das alte funktioniert nicht mehr.
profile-named_tokens = Benannte Token
profile-named_tokens_lead = Für jedes Skript eines, damit sich jedes einzeln beenden lässt.
profile-named_none = Keine benannten Token
profile-named_none_lead = Erstellen Sie unten eines für jedes Skript: was es darf und wann es endet.
profile-token_create = Benanntes Token erstellen
profile-token_new = Neues Token
profile-token_once = Kopieren Sie das neue Token jetzt. Es wird nur dieses eine Mal angezeigt.
profile-token_name = Name
profile-token_name_hint = Das Skript oder Programm, das es verwenden wird.
profile-token_scope = Darf
profile-token_expires = Endet
profile-token_never = Nie
profile-token_last_used = Zuletzt verwendet
profile-token_unused = Noch nicht
profile-token_callers =
    { $count ->
        [one] { $count } Programm verwendet es
       *[other] { $count } Programme verwenden es
    }
profile-token_actions = Aktionen
profile-token_rotate = Austauschen
profile-token_revoke = Widerrufen
profile-token_revoked = Das Token funktioniert nicht mehr.
profile-token_replaced = Ersetzt, endet bald
profile-scope_full = Alles, was ich darf
profile-scope_manage_users = Benutzer sehen und ändern, auch in welchen Gruppen sie sind
profile-scope_read_users = Benutzer sehen
profile-scope_own_account = Mein eigenes Konto sehen

profile-sessions = Sitzungen
profile-sessions_lead = Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
profile-session_device = Gerät
profile-session_place = Ort
profile-session_first_seen = Zuerst aktiv
profile-session_last_seen = Zuletzt aktiv
profile-session_sign_out = Abmelden
profile-session_this_one = Diese Sitzung
profile-session_ended = Die Sitzung ist beendet.
profile-other_sessions_ended = Sie sind überall sonst abgemeldet.
profile-end_others_button = Überall sonst abmelden
profile-end_others_title = Überall sonst abmelden?
profile-end_others_text =
    { $count ->
        [one] { $count } andere Sitzung endet sofort.
       *[other] { $count } andere Sitzungen enden sofort.
    }
profile-device_on = { $browser } auf { $system }
profile-device_computer = Computer
profile-device_phone = Telefon
profile-device_tablet = Tablet
profile-device_script = Skript
profile-device_unknown = Unbekanntes Gerät

profile-activity = Aktivität
profile-activity_lead = Was Sie getan haben und was mit Ihrem Konto geschehen ist.
profile-activity_none = Noch nichts
profile-activity_none_lead = Hier steht künftig alles, was Sie tun und was mit Ihrem Konto geschieht.

profile-recovery_codes = Wiederherstellungscodes
profile-scope_change_account = Mein eigenes Konto ändern
profile-scope_read_groups = Gruppen und Rollen sehen
profile-scope_manage_groups = Gruppen und Rollen ändern
profile-scope_read_sessions = Sehen, wer angemeldet ist
profile-scope_manage_sessions = Sitzungen beenden
profile-scope_read_ownership = Sehen, wem was gehört
profile-scope_manage_ownership = Besitz eintragen und übergeben
profile-scope_read_features = Sehen, welche Funktionen an sind
profile-scope_manage_features = Funktionen ein- und ausschalten
profile-scope_read_security = Richtlinien, Aufrufer und Hintergrundarbeit sehen
profile-scope_manage_security = Richtlinien, Aufrufer und Hintergrundarbeit ändern
profile-scope_read_mail = E-Mail-Einstellungen und Zustellungen sehen
profile-scope_manage_mail = E-Mail-Einstellungen ändern, E-Mails erneut senden
profile-scope_read_license = Lizenz und Plätze sehen
profile-scope_manage_license = Lizenz ändern
profile-scope_read_audit = Das Audit aller lesen
profile-scope_read_licensing = Kunden und ihre Lizenzen sehen
profile-scope_manage_licensing = Lizenzen von Kunden ausstellen und ändern
profile-scope_chosen = Nur was unten gewählt ist
profile-scope_hint = Sobald unten etwas gewählt ist, darf das Token das und nichts anderes.
