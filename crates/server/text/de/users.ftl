# What users may not be.

users-unknown = Diesen Benutzer gibt es nicht.
    .next = Prüfen Sie ID, Benutzernamen oder E-Mail-Adresse.
users-email_taken = { $what ->
    [email] Ein anderer Benutzer hat diese E-Mail-Adresse.
    [userName] Ein anderer Benutzer hat diesen Benutzernamen.
   *[other] Ein anderer Benutzer hat diese E-Mail-Adresse oder diesen Benutzernamen.
}
    .next = Wählen Sie etwas anderes.
users-sysadmin_email_taken = Ein anderer Benutzer hat diese Adresse, darum kann der Sys. Admin sie noch nicht haben.
    .next = Melden Sie sich als Sys. Admin an und öffnen Sie Admin > Sys. Admin > Dieses Konto einer anderen Person geben: Das gibt jenem Benutzer eine andere Adresse und zieht um, was ihm gehört, in einem Schritt. Ein Skript ändert zuerst die Adresse jenes Benutzers.
users-unknown_filter = „{ $text }“ kennt dieser Filter nicht.
    .next = Er nimmt eines von diesen: { $words }.
users-others_by_now = Inzwischen sind es andere als die, die Sie gesehen haben.
    .next = Sehen Sie sich die neuen Zahlen an und bestätigen Sie noch einmal.
users-other_role_by_now = Der Benutzer hat inzwischen eine andere Rolle, als der Vorgang vergeben hat.
    .next = Ändern Sie die Rolle dieses Benutzers von Hand, falls sie nicht stimmt.
users-nothing_to_take_back = Es gibt nichts zurückzunehmen: Der Vorgang hat niemandem eine andere Rolle gegeben und niemanden gelöscht, oder er ist vergessen.
    .next = Vorgänge werden 30 Tage lang aufbewahrt. Ändern Sie Rollen von Hand; holen Sie Benutzer unter „Gelöschte Benutzer“ zurück.
users-act_over = Dieser Vorgang läuft nicht mehr.
    .next = Auf seiner Seite steht, was er getan hat.
users-act_stopped = { $name } hat ihn angehalten.
    .next = Beginnen Sie ihn für die Übrigen noch einmal.
users-unknown_act_done = Diesen Vorgang gibt es nicht, oder nicht mehr.
    .next = Ergebnisse werden 30 Tage lang aufbewahrt.
users-bad_email = Das kann keine E-Mail-Adresse sein.
    .next = Schreiben Sie sie wie name@example.com.
users-bad_user_name = Ein Benutzername braucht 1 bis 254 sichtbare Zeichen.
    .next = Wählen Sie einen anderen.
users-name_is_address = Ein Benutzername kann nicht die E-Mail-Adresse von jemand anderem sein.
    .next = Wählen Sie einen Namen ohne @ oder Ihre eigene Adresse.
users-bad_name = Ein Name hat höchstens { $maximum } sichtbare Zeichen.
    .next = Kürzen Sie ihn.
users-bad_language = „{ $text }“ ist keine Sprache.
    .next = Schreiben Sie sie wie de-DE oder en.
users-missing_field = Das Feld { $name } fehlt.
    .next = Fügen Sie es hinzu und senden Sie die Anfrage noch einmal.
users-one_sysadmin = Es gibt schon einen Sys. Admin, und es gibt immer nur einen.
    .next = Wählen Sie eine andere Rolle, oder übertragen Sie die Rolle des Sys. Admin.
users-last_sysadmin = Der Sys. Admin kann nicht gelöscht oder deaktiviert werden und keine andere Rolle erhalten.
    .next = Übertragen Sie die Rolle zuerst an jemand anderen.
users-sysadmin_only = Nur der Sys. Admin kann den Sys. Admin ändern.
    .next = Fragen Sie den Sys. Admin.
users-too_many = Das sind mehr als { $maximum } Benutzer auf einmal.
    .next = Senden Sie sie in mehreren Anfragen.
users-too_many_passwords = In einem Aufruf kommen höchstens { $maximum } Benutzer mit Passwort.
    .next = Senden Sie die mit Passwort in mehreren Aufrufen; ohne Passwort kommen bis zu 20.000 auf einmal.
users-bad_sort = Benutzer lassen sich nicht nach „{ $name }“ sortieren.
    .next = Verwenden Sie userName, email, firstName, lastName, roleId, created, lastUpdated oder lastActivity.
users-unknown_kind = Es gibt keine Token der Art „{ $kind }“.
    .next = Verwenden Sie api, odbc oder sso.
users-bad_role = „{ $name }“ ist weder die ID noch der Name einer Rolle.
    .next = Sehen Sie unter /api/roles nach, welche Rollen es gibt.
users-twice_in_list = Dieselbe Adresse oder derselbe Benutzername steht zweimal in der Liste.
    .next = Senden Sie jeden Benutzer einmal.
users-settings_too_large = Diese Einstellungen der Oberfläche sind zu groß.
    .next = Speichern Sie weniger darin.
users-changed_meanwhile = Jemand anderes hat diesen Benutzer gerade geändert.
    .next = Sehen Sie sich die Änderung an und versuchen Sie es noch einmal.
users-unknown_language = Diese Sprache sprechen wir noch nicht.
    .next = Wählen Sie eine aus der Liste.
users-not_an_array = Der Inhalt der Anfrage muss eine Liste sein.
    .next = Setzen Sie die Einträge in eckige Klammern.
users-wrong_type = Das Feld { $name } hat den falschen Typ.
    .next = Prüfen Sie den Typ seines Werts.
users-unknown_expand = Es gibt nichts namens { $name }, das sich erweitern lässt.
    .next = Verwenden Sie role oder groups.
users-bad_id = Das ist keine ID eines Benutzers.
    .next = Senden Sie die 24 Hexadezimalziffern aus _id oder eine E-Mail-Adresse.
users-bad_number = Dieser Parameter muss eine Zahl sein, die nicht negativ ist.
    .next = Berichtigen Sie ihn und senden Sie die Anfrage noch einmal.

users-title = Benutzer
users-lead = Alle, die sich hier anmelden dürfen, und alle, die eingeladen wurden.
users-user_name = Benutzername
users-email = E-Mail
users-role = Rolle
users-last_active = Zuletzt aktiv
users-search = Nach Name, E-Mail oder ID suchen
users-none = Niemand passt
users-counted = { $count ->
    [one] Ein Benutzer
   *[other] { $count } Benutzer
}
users-state_inactive = Inaktiv

users-own_role = Sie können Ihre eigene Rolle nicht ändern.
    .next = Bitten Sie einen anderen Administrator.
users-not_yourself = Sie können sich nicht selbst sperren, deaktivieren oder löschen.
    .next = Bitten Sie einen anderen Administrator.
users-not_active = Dieser Benutzer kann sich noch nicht oder nicht mehr anmelden; deshalb wird kein Link zu einem neuen Passwort gesendet.
    .next = Aktivieren Sie ihn zuerst; wenn er eingeladen ist, senden Sie die Einladung noch einmal.
users-nothing_to_lock = Dieser Benutzer hat hier kein Passwort, also gibt es nichts zu sperren.
    .next = Um ihn fernzuhalten, deaktivieren Sie ihn; eine offene Einladung beenden Sie.
users-not_invited = Für diese Person gibt es keine offene Einladung.
    .next = Sehen Sie sich den Status des Kontos an.
users-lookalike = Diese Adresse sieht fast so aus wie die des Administrators { $other }.
    .next = Vergleichen Sie Buchstabe für Buchstabe und bestätigen Sie dann, dass sie so gemeint ist.
users-mixed_scripts = Diese Adresse mischt Buchstaben verschiedener Alphabete: { $letters }.
    .next = Tippen Sie sie neu, oder bestätigen Sie, dass sie so gemeint ist.
users-email_checked = Ich habe diese Adresse geprüft

users-add = Benutzer hinzufügen
users-add_lead = Nötig ist nur die E-Mail-Adresse.
users-first_name = Vorname
users-last_name = Nachname
users-user_name_hint = Leer: die E-Mail-Adresse
users-sysadmin_email_hint = Eine andere Adresse heißt eine andere Person: Speichern führt dann zu dem Schritt, der das Konto übergibt.
users-language = Sprache
users-language_default = Wie Gruppe oder Server es vorgeben
users-groups = Gruppen
users-groups_hint = Der Name einer Gruppe pro Zeile
users-credential = Art der Anmeldung
users-credential_invited = Per E-Mail einladen
users-credential_password = Mit dem Passwort unten
users-credential_hint = Wer eingeladen wird, wählt das Passwort selbst; mit einem hier gesetzten wird keine E-Mail gesendet.
users-credential_unmailed = Mails mit Einladungen verlassen diesen Server gerade nicht (siehe Admin > E-Mail): Setzen Sie hier ein Passwort und teilen Sie es der Person mit.
users-password = Passwort
users-added = Das Benutzerkonto wurde angelegt.
users-invited = Die Einladung ist unterwegs.
users-invited_off = Mails mit Einladungen verlassen diesen Server gerade nicht, deshalb wurde kein Link gesendet. Bringen Sie das unter Admin > E-Mail in Ordnung und senden Sie die Einladung dann noch einmal.
users-saved = Gespeichert.
users-change_password = Passwort ändern
users-change_password_hint = Ein hier gesetztes Passwort beendet sofort alle Sitzungen und API-Token dieser Person.
users-password_invited = Jetzt nicht: Das erste Passwort wählt die Person über die Einladung. Senden Sie diese mit dem Knopf oben noch einmal.
users-password_none = Jetzt nicht: Es gibt noch kein Passwort. Senden Sie mit dem Knopf oben eine Einladung; darüber wird eines gewählt.
users-password_inactive = Jetzt nicht: Dieser Benutzer ist deaktiviert und kann sich nicht anmelden. Aktivieren Sie ihn zuerst mit dem Knopf unten.
users-new_password = Neues Passwort
users-send_link = Stattdessen einen Link senden, mit dem die Person es wählt
users-send_link_hint = Noch endet nichts. Sobald die Person es wählt, enden alle ihre Sitzungen; ihre API-Token nur, wenn sie es will.
users-account_locked = Konto gesperrt
users-lock_hint = Wer gesperrt ist, kann sich nicht anmelden und behält den Platz. Sitzungen enden, API-Token funktionieren weiter.
users-locked_by_guessing = Nach falschen Passwörtern; endet von selbst in { $left }. Haken entfernen und speichern entsperrt sofort.
users-locked_by_administrator = Durch einen Administrator, { $ago }. Haken entfernen und speichern entsperrt.

users-tabs = Benutzer
users-tab_account = Konto
users-tab_activity = Aktivität
users-tab_sessions = Sitzungen
users-tab_tokens = API-Token
users-state = Status
users-state_active = Aktiv
users-state_invited = Eingeladen
users-state_locked = Gesperrt
users-never = Nie
users-access = Rolle und Platz
users-effective_role = Wirksame Rolle
users-why = Warum
users-role_by_hand = Von Hand vergeben
users-role_by_group = Durch die Gruppe { $group }
users-seat = Platz
users-seat_none = Keiner; nur aktive Konten belegen einen
users-beyond_own = Die Rolle dieser Person erlaubt mehr als Ihre eigene, darum können Sie nur ansehen.
users-view_as = Ansehen als…
users-end_access = Zugang beenden
users-end_access_lead = Deaktivieren gibt den Platz frei und lässt sich jederzeit zurücknehmen.
users-end_access_inactive = Diese Person ist deaktiviert: Niemand meldet sich mit dem Konto an, und es belegt keinen Platz. Reaktivieren belegt wieder einen.
users-end_access_invited = Mit diesem Konto hat sich noch niemand angemeldet, und es belegt keinen Platz. Die Einladung oben zurückzuziehen beendet es.
users-deactivate = Deaktivieren
users-deactivate_title = { $name } deaktivieren?
users-reactivate = Reaktivieren
users-deactivated = Das Konto wurde deaktiviert.
users-reactivated = Das Konto ist wieder aktiv.
users-delete = Löschen…
users-invitation = Einladung
users-invitation_lead = Gesendet { $ago }, noch nicht angenommen.
users-invitation_until = Ihr Link funktioniert bis { $until }.
users-invitation_not_arrived = Kam die E-Mail nicht an, lassen Sie im Spam nachsehen und senden Sie sie dann noch einmal: Der ältere Link endet damit.
users-invitation_over = Ihr Link funktioniert nicht mehr. Senden Sie sie noch einmal.
users-invite_again = Noch einmal senden
users-cancel_invitation = Einladung zurückziehen
users-invitation_cancelled = Die Einladung wurde zurückgezogen; ihr Link funktioniert nicht mehr.

users-sessions_none = Nirgends angemeldet
users-sessions_none_lead = Hier erscheint eine Sitzung, sobald sich diese Person im Browser anmeldet.
users-end_session = Beenden
users-end_sessions = Alle Sitzungen beenden
users-session_ended = Die Sitzung wurde beendet.
users-sessions_ended = Alle Sitzungen wurden beendet.
users-tokens_none = Keine API-Token
users-tokens_none_lead = Hier erscheinen Token, die diese Person unter „Mein Profil“ erstellt.
users-token_single = Einzelner API-Token
users-token_sign_in = Von der Anmeldung über die API
users-token_revoked = Das Token wurde widerrufen.
users-activity_none = Noch ist nichts geschehen
users-activity_none_lead = Was diese Person tut und was mit dem Konto geschieht, erscheint hier.
users-changed_title = Jemand anderes hat dieses Konto inzwischen geändert
users-changed_lead = Das hat sich geändert, seit Sie das Formular geöffnet haben. Felder, die Sie nicht angefasst hatten, zeigen es schon; in den anderen gilt nach erneutem Speichern, was Sie eingetippt haben.
users-changed_nothing = Es ist dasselbe, was Sie eingegeben haben. Speichern Sie zur Sicherheit noch einmal.
users-deactivate_text = 
    { $sessions ->
        [one] { $sessions } Sitzung endet,
       *[other] { $sessions } Sitzungen enden,
    } { $tokens ->
        [one] { $tokens } API-Token funktioniert nicht mehr, und der Platz wird frei. Sie können es jederzeit zurücknehmen.
       *[other] { $tokens } API-Token funktionieren nicht mehr, und der Platz wird frei. Sie können es jederzeit zurücknehmen.
    }
users-end_sessions_text = { $count ->
        [one] { $count } Sitzung endet sofort.
       *[other] { $count } Sitzungen enden sofort.
    }
users-sso_password = Dieser Benutzer meldet sich mit Single Sign On (SSO) an. Das Passwort verwaltet die Organisation.
    .next = Lassen Sie es dort ändern, wo die Organisation ihre Passwörter verwaltet.
users-invitation_failed = Erstellt { $ago }, aber die E-Mail ging nicht hinaus. Unter E-Mail > Zustellungen steht, warum.
users-invitation_off = Erstellt { $ago }, aber nicht gesendet: Solche E-Mails sind unter E-Mail ausgeschaltet.
users-invitation_waiting = Erstellt { $ago }, noch nicht angenommen; die E-Mail wartet auf den Versand.
users-link_sent = Ein Link wurde an { $email } gesendet. Bis er benutzt wird, bleibt das Passwort, wie es ist.
users-link_sent_only = Ein Link wurde an { $email } gesendet. Das eingetippte Passwort wurde nicht gesetzt.
