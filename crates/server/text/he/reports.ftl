# Reports about all licenses together.

reports-unknown = אין דוח כזה.
    .next = בחרו אחד מאלה: { $words }
audit-event_reports_export = לקח דוח כקובץ
