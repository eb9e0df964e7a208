# Mails before a license ends.

expiry-subject = { $name } endet am { $day }
expiry-lead = Die Lizenz „{ $name }“ ({ $code }) von { $organisation } endet am { $day }.
expiry-button = Lizenz öffnen
expiry-after = Ist sie verlängert, merken es die Server von selbst. Nach dem Ende läuft alles noch { NUMBER($days) } Tage weiter.
audit-event_expiry_tell = Mitgeteilt, dass die Lizenz bald endet
