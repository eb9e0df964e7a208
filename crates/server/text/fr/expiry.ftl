# Mails before a license ends.

expiry-subject = { $name } se termine le { $day }
expiry-lead = La licence « { $name } » ({ $code }) de { $organisation } se termine le { $day }.
expiry-button = Ouvrir la licence
expiry-after = Une fois renouvelée, les serveurs s’en aperçoivent d’eux-mêmes. Après la fin, tout fonctionne encore { NUMBER($days) } jours.
audit-event_expiry_tell = Annoncé que la licence se termine bientôt
