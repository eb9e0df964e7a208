# The Online Trial.

trials-title = Online-Test
trials-lead = Eine gehostete Installation mit Beispieldaten zum Umsehen.
trials-none = Zurzeit kein Online-Test
trials-none_lead = Schreiben Sie uns, wir richten einen für Sie ein.
trials-start = Online-Test starten
trials-one_click = Ein Klick meldet Sie dort an; Sie brauchen kein weiteres Passwort. Der Knopf gilt fünf Minuten, danach laden Sie die Seite neu.
trials-withheld = Was der Test auslässt
trials-without_users = Benutzer verwalten
trials-without_system = Systemkonfiguration
trials-without_files = Datei-Uploads
trials-install = Für alles zusammen installieren Sie das Produkt auf einer eigenen Maschine.
trials-bad_grant = Dieser Zugang zum Online-Test gilt nicht oder nicht mehr.
    .next = Öffnen Sie den Online-Test im Portal erneut und starten Sie von dort.
trials-closed = Hier gibt es keinen Online-Test.
    .next = Öffnen Sie den Online-Test im Portal; es weiß, wo der Test ist.
audit-event_trials_enter = Kam aus dem Portal in den Online-Test
trials-no_trial = Diese Lizenz ist kein Test.
    .next = Ändern oder verlängern Sie sie auf ihrer eigenen Seite.
trials-bad_days = Ein Test wird um 1 bis { NUMBER($maximum) } Tage verlängert.
    .next = Geben Sie eine Zahl in diesen Grenzen ein; später geht es noch einmal.
trials-still_trial = Eine bezahlte Lizenz hat einen anderen Typ als Test.
    .next = Wählen Sie Abonnement oder unbefristet.
audit-event_trials_start = Brach zum Online-Test auf
