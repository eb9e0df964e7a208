# Mails before a license ends.

expiry-subject = { $name } termina el { $day }
expiry-lead = La licencia «{ $name }» ({ $code }) de { $organisation } termina el { $day }.
expiry-button = Abrir la licencia
expiry-after = Una vez renovada, los servidores lo notan solos. Tras el final todo funciona { NUMBER($days) } días más.
audit-event_expiry_tell = Avisado de que la licencia termina pronto
