# Downloads: versions of the platform.

downloads-title = Téléchargement
downloads-lead = Les versions de la plateforme ouvertes par vos licences, la plus récente d’abord.
downloads-none = Rien à télécharger
downloads-none_lead = Une licence en vigueur ouvre les téléchargements. Écrivez-nous si vous attendiez quelque chose ici.
downloads-closed =
    { $count ->
        [one] Il existe une version que vos licences n’ouvrent pas
       *[other] Il existe { NUMBER($count) } versions que vos licences n’ouvrent pas
    }
downloads-version = Version { $version }
downloads-latest = Dernière
downloads-sha256 = SHA-256:
downloads-get = Télécharger
downloads-signature = Signature
downloads-bytes = { NUMBER($count) } octets
downloads-kilobytes = { NUMBER($count) } ko
downloads-megabytes = { NUMBER($count) } Mo
downloads-check = Vérifier le téléchargement
downloads-check_lead = La somme de contrôle montre que le fichier est arrivé entier, la signature qu’il vient de nous.
downloads-public_key = Notre clé publique
downloads-unknown = Cette version ou ce fichier n’existe pas pour vous.
    .next = Ouvrez Téléchargement : vous y verrez ce que vos licences ouvrent.
    .host = `seatwarden license releases list` affiche toutes les versions.
downloads-bad_version = Une version a de 1 à { NUMBER($maximum) } lettres, chiffres et signes -_.+.
    .next = Nommez-la par exemple 2026.4.1.
downloads-version_taken = Cette version existe déjà.
    .next = Donnez-lui un autre numéro.
downloads-bad_notes = Les notes dépassent { NUMBER($maximum) } caractères.
    .next = Raccourcissez-les.
downloads-bad_file = Le nom d’un fichier a de 1 à { NUMBER($maximum) } lettres, chiffres et signes -_.+.
    .next = Renommez le fichier, puis renvoyez-le.
downloads-file_taken = La version contient déjà ce fichier, ou autant que possible.
    .next = Donnez un autre nom au fichier, ou créez une autre version.
downloads-not_ready = La version n’est pas dans un état qui le permet.
    .next = On ajoute des fichiers aux brouillons ; on publie un brouillon avec un fichier ; on retire ce qui est publié.
audit-event_downloads_create = Une version a été préparée
audit-event_downloads_add_file = Un fichier a été ajouté à une version
audit-event_downloads_publish = Une version a été publiée
audit-event_downloads_withdraw = Une version a été retirée
downloads-too_large = Le fichier est plus grand que ce que ce serveur accepte ({ $megabytes } Mo).
    .next = Divisez-le, ou faites augmenter license_server.release_file_bytes_max. Rien n’a été gardé.
downloads-disk_full = Le disque du serveur n’a plus de place pour ce fichier.
    .next = Libérez de la place dans le dossier des téléchargements, puis renvoyez le fichier. Rien n’a été gardé.
downloads-unreadable = { $file } ne peut pas être lu : { $why }
    .next = Vérifiez le chemin, et que vous pouvez lire le fichier.
downloads-damaged = { $file } sur le disque n’est pas le fichier ajouté.
    .next = Retirez la version, et cherchez qui a changé le dossier des téléchargements.
downloads-cli_signed = Les fichiers de { $version } sont signés à nouveau
downloads-cli_published = { $version } est publiée
downloads-cli_withdrawn = { $version } est retirée
audit-event_downloads_sign_again = Les fichiers d’une version ont été signés à nouveau
audit-event_downloads_download = Un fichier d’une version a été téléchargé
audit-event_downloads_download_signature = La signature d’un fichier a été téléchargée
