# Reports about all licenses together.

reports-unknown = Einen solchen Bericht gibt es nicht.
    .next = Wählen Sie einen von diesen: { $words }
audit-event_reports_export = Nahm einen Bericht als Datei mit
