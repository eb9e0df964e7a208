# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] Die Protokollkette ist unversehrt: { $count } Ereignis
       *[other] Die Protokollkette ist unversehrt: { $count } Ereignisse
    }
audit-broken = Die Protokollkette ist bei Ereignis { $sequence } unterbrochen

audit-event_sign_in_succeed = Angemeldet
audit-event_sign_in_fail = Eine Anmeldung ist fehlgeschlagen
audit-event_sign_in_refuse = Eine Anmeldung wurde abgelehnt
audit-event_sign_in_must_change = Zur Wahl eines neuen Passworts aufgefordert
audit-event_sessions_end = Eine Sitzung beendet
audit-event_sessions_end_others = Alle anderen Sitzungen beendet
audit-event_sessions_sign_out = Abgemeldet
audit-event_passwords_change = Das Passwort geändert
audit-event_passwords_upgrade = Das gespeicherte Passwort wurde stärker geschützt
audit-event_passwords_confirm_fail = Das aktuelle Passwort wurde falsch angegeben
audit-event_passwords_confirm = Das Passwort erneut angegeben
audit-event_password_reset_ask = Eine E-Mail für ein neues Passwort angefordert
audit-event_password_reset_mail = Eine E-Mail für ein neues Passwort wurde gesendet
audit-event_password_reset_choose = Über einen Link ein neues Passwort gewählt
audit-event_invitations_accept = Die Einladung angenommen
audit-event_email_change_ask = Eine neue E-Mail-Adresse beantragt
audit-event_email_change_undo = Die Änderung der Adresse rückgängig gemacht
audit-event_profile_change_names = Persönliche Daten geändert
audit-event_profile_change_language = Die Sprache geändert
audit-event_profile_change_email = Die E-Mail-Adresse geändert
audit-event_recovery_codes_make = Neue Wiederherstellungscodes erstellt
audit-event_recovery_codes_use = Einen Wiederherstellungscode verwendet
audit-event_recovery_codes_fail = Ein falscher Wiederherstellungscode wurde angegeben
audit-event_rescue_make_link = Auf dem Server wurde ein Rettungslink erstellt
audit-event_api_tokens_create = Ein API-Token erstellt
audit-event_api_tokens_renew = Das API-Token neu erzeugt
audit-event_api_tokens_rotate = Ein API-Token ausgetauscht
audit-event_api_tokens_revoke = Ein API-Token widerrufen
audit-event_users_create = Das Benutzerkonto wurde angelegt
audit-event_users_update = Das Benutzerkonto wurde geändert
audit-event_users_activate = Das Benutzerkonto wurde aktiviert
audit-event_users_delete = Das Benutzerkonto wurde gelöscht
audit-event_ownership_register = Objekte wurden registriert
audit-event_ownership_unregister = Ein Objekt wurde aus dem Register genommen
audit-event_ownership_transfer = Ein Objekt wurde übergeben
audit-event_ownership_remove = Ein Objekt wurde mit seinem Besitzer ausgetragen
audit-event_ownership_restore = Ein Objekt wurde zurückgegeben
audit-event_users_bring_back = Der Benutzer wurde zurückgeholt
audit-event_users_forget = Der gelöschte Benutzer wurde endgültig entfernt
audit-event_sysadmin_transfer_offer = Die Rolle des Sys. Admin wurde angeboten
audit-event_sysadmin_transfer_withdraw = Das Angebot der Rolle wurde zurückgenommen
audit-event_sysadmin_transfer_decline = Das Angebot der Rolle wurde abgelehnt
audit-event_sysadmin_transfer_accept = Die Rolle des Sys. Admin wurde weitergegeben
audit-event_sysadmin_transfer_give_account = Das Konto des Sys. Admin ging an eine andere Person
audit-event_users_create_crowd = Beispielbenutzer wurden angelegt
audit-event_feature_management_set = Funktionen wurden ein- oder ausgeschaltet
audit-event_groups_create = Die Gruppe wurde angelegt
audit-event_groups_update = Die Gruppe wurde geändert
audit-event_groups_delete = Die Gruppe wurde gelöscht
audit-event_groups_add_members = Mitglieder wurden zur Gruppe hinzugefügt
audit-event_groups_remove_members = Mitglieder wurden aus der Gruppe entfernt
audit-event_groups_add_subgroup = Eine Gruppe wurde in die Gruppe gelegt
audit-event_groups_remove_subgroup = Eine Gruppe wurde aus der Gruppe genommen
audit-event_roles_create = Die Rolle wurde angelegt
audit-event_roles_update = Die Rolle wurde geändert
audit-event_roles_delete = Die Rolle wurde gelöscht
audit-event_users_take_role = Die Rolle der Gruppe wurde übernommen
audit-event_setup_make_sysadmin = Die Installation wurde eingerichtet

audit-title = Audit
audit-lead = Wer hat was mit wem getan. Nichts hier lässt sich ändern, und was fehlte, fiele auf.
audit-export_csv = Als CSV
audit-export_json_lines = Als JSON Lines
audit-chain = Kette der Ereignisse
audit-chain_whole = Vollständig
audit-chain_broken = Unterbrochen
audit-not_proved = { $count ->
    [one] Bisher ein Ereignis. Die Kette wurde noch nicht geprüft.
   *[other] Bisher { $count } Ereignisse. Die Kette wurde noch nicht geprüft.
}
audit-proved = { NUMBER($proved) } von { NUMBER($count) } Ereignissen stehen da, wie sie geschrieben wurden; geprüft
audit-broken_next = Sichern Sie eine Kopie der Datenbank, vergleichen Sie sie mit einem Backup und klären Sie, wer Zugriff darauf hat.
audit-prove = Kette jetzt prüfen
audit-proving = Die Kette wird geprüft. Laden Sie diese Seite gleich noch einmal.
audit-search = Suchen
audit-search_hint = Teil eines Namens oder Wertes, oder eine ganze ID oder Adresse.
audit-event = Ereignis
audit-any_event = Jedes Ereignis
audit-from = Von
audit-to = Bis
audit-one_user = Nur was diese Person getan hat oder was ihr geschah:
audit-show = Anzeigen
audit-clear = Zurücksetzen
audit-none = Keine solchen Ereignisse
audit-none_lead = Erweitern Sie die Suche oder setzen Sie sie zurück.
audit-none_here = Nichts in diesem Teil der Kette. Ältere Ereignisse wurden noch nicht durchsucht.
audit-about_user = Alles zu dieser Person
audit-more = Ereignis { NUMBER($sequence) }
audit-when = Wann
audit-subject = Gegenstand
audit-agent = Programm
audit-request = Anfrage
audit-event_audit_export = Nahm das Audit als Datei mit
audit-event_outbox_set_server = Hat den Mailserver geändert
audit-event_outbox_set_switches = Hat Mails ein- oder ausgeschaltet
audit-event_outbox_test = Hat eine Testmail gesendet
