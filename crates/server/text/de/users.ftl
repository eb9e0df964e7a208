# What users may not be.

users-unknown = Diesen Benutzer gibt es nicht.
    .next = Prüfen Sie ID, Benutzernamen oder E-Mail-Adresse.
users-email_taken = Ein anderer Benutzer hat diese E-Mail-Adresse oder diesen Benutzernamen.
    .next = Wählen Sie etwas anderes.
users-bad_email = Das kann keine E-Mail-Adresse sein.
    .next = Schreiben Sie sie wie name@example.com.
users-bad_user_name = Ein Benutzername braucht 1 bis 254 sichtbare Zeichen.
    .next = Wählen Sie einen anderen.
users-bad_name = Ein Name hat höchstens { $maximum } sichtbare Zeichen.
    .next = Kürzen Sie ihn.
users-missing_field = Das Feld { $name } fehlt.
    .next = Fügen Sie es hinzu und senden Sie die Anfrage noch einmal.
users-one_sysadmin = Es gibt schon einen Sys. Admin, und es gibt immer nur einen.
    .next = Wählen Sie eine andere Rolle, oder übertragen Sie die Rolle des Sys. Admin.
users-last_sysadmin = Der Sys. Admin kann nicht gelöscht oder ausgeschaltet werden und keine andere Rolle erhalten.
    .next = Übertragen Sie die Rolle zuerst an jemand anderen.
users-sysadmin_only = Nur der Sys. Admin kann den Sys. Admin ändern.
    .next = Fragen Sie den Sys. Admin.
users-too_many = Das sind mehr als { $maximum } Benutzer auf einmal.
    .next = Senden Sie sie in mehreren Anfragen.
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
