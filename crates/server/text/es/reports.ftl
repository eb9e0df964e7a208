# Reports about all licenses together.

reports-unknown = No hay tal informe.
    .next = Elija uno de estos: { $words }
audit-event_reports_export = Se llevó un informe como archivo
