# What the demo prints.

demo-ready = Seatwarden est prêt : { $url }
demo-tls = Avec TLS (certificat autosigné) : { $url }
demo-inbox = Tous les e-mails arrivent ici : { $url }
demo-users = Connectez-vous avec l’un de ces comptes :
demo-stop = Appuyez sur Ctrl-C pour arrêter.
