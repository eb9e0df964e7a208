# The first page of a new installation.

setup-title = Configurer cette installation
setup-lead = Créez le premier compte : le Sys. Admin, qui est toujours unique.
setup-secret = Secret d’installation
setup-secret_hint = Il a été affiché là où le serveur a été démarré.
setup-email = E-mail
setup-first_name = Prénom
setup-last_name = Nom
setup-password = Mot de passe
setup-repeat = Mot de passe, encore une fois
setup-make = Créer le compte

setup-already = Cette installation est déjà configurée.
    .next = Connectez-vous, ou utilisez `seatwarden rescue` sur le serveur si personne ne le peut.
setup-wrong_secret = Ce n’est pas le secret d’installation.
    .next = Lisez-le là où le serveur a été démarré. Chaque démarrage en affiche un nouveau.
setup-license_title = Ou commencer par la licence
setup-license_lead = Cela active l’installation et crée l’administrateur système avec le même e-mail et le même mot de passe. Ensuite, les deux mots de passe sont indépendants.
setup-activate = Activer et créer le compte
setup-other_secrets = Les secrets de { $folder } ne sont pas ceux de cette installation : personne ne pourrait s’y connecter.
    .next = Chaque nœud a besoin des mêmes secrets : copiez le dossier d’un autre nœud ou de la sauvegarde, ou indiquez-le avec `secrets.directory`. S’ils sont perdus, `seatwarden rescue` repart avec de nouveaux ; chacun choisit alors un nouveau mot de passe.
