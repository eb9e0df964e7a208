background_work-title = Hintergrundarbeit
background_work-lead = Was der Server neben Anfragen tut: E-Mails senden, Importe, Aufräumen. Was endgültig fehlschlug, steht hier, bis Sie es wiederholen oder es vergessen wird.
background_work-waiting = Wartet
background_work-running = Läuft
background_work-failed = Fehlgeschlagen
background_work-what = Arbeit
background_work-kind = { $kind ->
    [server-clean] Abgelaufenes entfernen
    [users-forget_deleted] Vor langem gelöschte Benutzer vergessen
    [seats-check] Die Plätze prüfen
    [expiry-tell] An endende Lizenzen erinnern
    [audit-prove] Das Protokoll prüfen
    [audit-prove_daily] Das Protokoll prüfen
    [outbox-send] Eine E-Mail senden
    [outbox-clean] Alte E-Mails entfernen
    [downloads-sweep] Unvollständige Downloads entfernen
    [activations-sweep] Abgelaufene Aktivierungen freigeben
    [sign_up-make] Eine Anmeldung im Portal abschließen
    [users-invite_many] Nach einem Import Benutzer einladen
    [users-act] Eine Aktion mit vielen Benutzern
    [sessions-apply_limits] Sitzungen über einer neuen Grenze beenden
    [groups-delete] Löschen einer Gruppe mit vielen Mitgliedern
    [groups-bring_back] Eine Gruppe mit vielen Mitgliedern zurückholen
    [groups-shorten_sessions] Sitzungen über der Grenze einer Gruppe beenden
    [ownership-transfer] Besitz an jemanden übergeben
    [import-run] Ein Import von Benutzern
    [import-count] Zählen nach einem Import von Benutzern
    [password_reset-mail] Eine E-Mail zu einem vergessenen Passwort vorbereiten
    [jobs-clean] Erledigte Arbeit entfernen
   *[other] { $name }
}
background_work-why = Warum es fehlschlug
background_work-tries = Versuche
background_work-when = Aufgegeben
background_work-retry = Wiederholen
background_work-to_deliveries = Siehe Zustellungen
background_work-retried = Es läuft wieder.
background_work-none = Nichts ist fehlgeschlagen
background_work-none_lead = Arbeit, die nach dem letzten Versuch aufgegeben wird, erscheint hier.
background_work-not_failed = Eine solche fehlgeschlagene Arbeit gibt es nicht.
    .next = Laden Sie die Liste neu; vielleicht wurde sie schon wiederholt.
background_work-is_mail = E-Mails werden im Protokoll der Zustellungen erneut gesendet.
    .next = Nutzen Sie Admin > E-Mail > Zustellungen oder POST /api/v1/mails/retry.
