# The inbox of the demo.

outbox-title = Boîte de réception
outbox-lead = Cette démo n’envoie pas d’e-mails. Elle les garde ici.
outbox-none = Pas encore d’e-mails
outbox-none_lead = Utilisez « Mot de passe oublié ? » sur la page de connexion, et un e-mail apparaîtra ici.
outbox-subject = Objet
outbox-to = À
outbox-when = Date
outbox-text = En texte
outbox-show_html = Afficher comme dans un logiciel de messagerie
outbox-back = Retour à la boîte de réception
