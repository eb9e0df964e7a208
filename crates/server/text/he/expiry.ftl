# Mails before a license ends.

expiry-subject = { $name } מסתיים ב־{ $day }
expiry-lead = הרישיון ״{ $name }״ ({ $code }) של { $organisation } מסתיים ב־{ $day }.
expiry-button = פתיחת הרישיון
expiry-after = לאחר החידוש השרתים מבחינים בכך מעצמם. לאחר הסיום הכול ממשיך לפעול עוד { NUMBER($days) } ימים.
audit-event_expiry_tell = נמסר שהרישיון מסתיים בקרוב
