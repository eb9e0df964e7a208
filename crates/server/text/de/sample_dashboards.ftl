# Sample dashboards.

sample_dashboards-title = Beispiel-Dashboards
sample_dashboards-lead = Dashboards für den Anfang: herunterladen, dann importieren.
sample_dashboards-none = Noch keine Beispiel-Dashboards
sample_dashboards-none_lead = Hier werden sie stehen.
sample_dashboards-learn_more = Mehr erfahren
sample_dashboards-direct = Direkt herunterladen
sample_dashboards-import = Laden Sie die Datei herunter und importieren Sie sie unter Analytics > Import Dashboard.
sample_dashboards-back = Alle Beispiel-Dashboards
sample_dashboards-unknown = Dieses Beispiel-Dashboard gibt es nicht.
    .next = Öffnen Sie Beispiel-Dashboards: Dort stehen alle.
sample_dashboards-bad_text = Titel und Zusammenfassung müssen da sein, und kein Text darf länger als { NUMBER($maximum) } Zeichen sein.
    .next = Berichtigen Sie die Texte und senden Sie sie erneut.
sample_dashboards-taken = Ein Beispiel-Dashboard mit diesem Titel gibt es bereits, oder es sind so viele wie möglich.
    .next = Wählen Sie einen anderen Titel.
sample_dashboards-bad_file = Die Datei muss JSON mit höchstens { NUMBER($maximum) } Byte sein.
    .next = Exportieren Sie das Dashboard neu und senden Sie die Datei erneut.
sample_dashboards-cli_unreadable = { $file } kann nicht gelesen werden: { $why }
    .next = Prüfen Sie den Pfad, und ob Sie die Datei lesen dürfen.
sample_dashboards-cli_added = { $title } ist hinzugefügt; Kunden sehen es noch nicht
sample_dashboards-cli_published = Kunden sehen { $slug }
sample_dashboards-cli_hidden = Kunden sehen { $slug } nicht
audit-event_sample_dashboards_add = Ein Beispiel-Dashboard wurde hinzugefügt
audit-event_sample_dashboards_publish = Ein Beispiel-Dashboard wurde gezeigt oder verborgen
