# What the demo prints.

demo-ready = Seatwarden est prêt : { $url }
demo-tls = Avec TLS (certificat autosigné) : { $url }
demo-inbox = Tous les e-mails arrivent ici : { $url }
demo-users = Connectez-vous avec l’un de ces comptes :
demo-stop = Appuyez sur Ctrl-C pour arrêter.
demo-vendor = Le serveur de licences est prêt : le portail des clients sur { $url }/portal, les pages de l'émetteur sur { $url }/issuer
demo-roots = Ses clés racines, pour `SEATWARDEN_LICENSE__ROOTS_FILE` d’une autre installation : { $path }
demo-portal = Compte de licence
demo-issuer = Émetteur
demo-issuer_second = Approbateur
demo-trial = L’essai en ligne est sur { $url }
demo-offline = Installation sans réseau, activée par un fichier : { $url }
