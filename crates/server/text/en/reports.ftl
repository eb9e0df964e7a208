# Reports about all licenses together.

reports-unknown = There is no such report.
    .next = Choose one of these: { $words }
audit-event_reports_export = Took a report along as a file
