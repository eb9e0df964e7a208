# Reports about all licenses together.

reports-unknown = Il n’y a pas de tel rapport.
    .next = Choisissez parmi ceux-ci : { $words }
audit-event_reports_export = A emporté un rapport en fichier
