# The command line.

cli-about = Gère les comptes et les licences d’une plateforme d’analyse
cli-serve = Démarrer le serveur
cli-demo = Lancer une installation remplie pour la découvrir ; il n’en reste rien ensuite
cli-rescue = Créer un lien à usage unique avec lequel le Sys. Admin choisit un nouveau mot de passe
cli-audit = Travailler avec le journal d’audit
cli-audit_verify = Prouver qu’aucun événement du journal n’a été modifié ni supprimé
cli-config = Travailler avec la configuration
cli-config_print = Afficher chaque option avec sa valeur, son origine et sa signification
cli-config_check = Dire ce qui ne va pas dans la configuration
cli-config_good = La configuration est correcte
cli-config_file = Fichier de configuration [par défaut : seatwarden.toml dans le répertoire de données]
cli-data_dir = Répertoire de données
cli-address = Adresse d’écoute
cli-public_url = Adresse à laquelle on joint le serveur ; les liens des e-mails commencent par elle
cli-demo_address = Adresse d’écoute ; le port 0 en prend un libre
cli-demo_data_dir = Tout garder dans ce répertoire plutôt que dans un répertoire temporaire
cli-demo_ready_file = Écrire les adresses et les identifiants dans ce fichier, en JSON, quand tout est prêt
cli-demo_tls = Écouter aussi avec un certificat autosigné
cli-demo_users = Créer ce nombre d’utilisateurs supplémentaires sans mot de passe
cli-demo_postgres = Utiliser cette base de données PostgreSQL au lieu de SQLite
cli-setup_lead = Cette installation n’a pas encore de Sys. Admin. Ouvrez { $url } et saisissez ce secret d’installation :
cli-setup_secret = {"    "}{ $secret }
cli-fault = échec ({ $doing }) : { $cause }
