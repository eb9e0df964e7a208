# Ce qui s'y oppose sur cette machine.
activate-no_server = Aucun serveur de licences n'est défini
    .next = Définissez `server_url` sous `[license]` dans la configuration, ou donnez `--server URL`
activate-bad_server = `{ $url }` n'est pas l'adresse d'un serveur de licences
    .next = Écrivez-la comme `https://license.vendor.example`, sans chemin
activate-plain_http = `{ $host }` serait appelé sans TLS, et chacun sur le chemin pourrait lire le mot de passe
    .next = Écrivez `https://` devant son nom
activate-bad_proxy = `{ $url }` n'est pas l'adresse d'un proxy
    .next = Écrivez-la comme `http://proxy.example:3128`
activate-bad_ca_file = Il n'y a pas de certificat dans `{ $path }`
    .next = Donnez un fichier de certificats au format PEM
activate-no_roots = Ce programme ne connaît aucun éditeur dont il devrait croire les licences
    .next = Mettez les clés racines publiques de votre éditeur dans `{ $path }`, une par ligne
activate-no_roots_file = Il n'y a pas de fichier `{ $path }` avec les clés racines de votre éditeur
    .next = Mettez-y les clés racines publiques de votre éditeur, une par ligne, ou réglez `license.roots_file` sur leur emplacement
activate-roots_open = D'autres que l'administrateur peuvent écrire `{ $path }`
    .next = Donnez le fichier à root, et retirez le droit d'écrire à tous les autres : `chmod 644`
activate-roots_broken = `{ $path }` ne contient pas de clés racines : { $why }
    .next = Mettez-y les clés racines publiques de votre éditeur, une par ligne
activate-machine_unknown = Trop peu distingue cette machine d'une autre : { $found } marques sur 2 ont été trouvées
    .next = Donnez-lui un nom à elle : `machine_id` sous `[license]`, ou SEATWARDEN_LICENSE__MACHINE_ID
activate-nothing_installed = Aucune licence n'est installée ici
    .next = Lancez `activate`, ou `request` et `install` sur une machine sans réseau
activate-was_returned = Cette licence a été rendue par cette machine
    .next = Activez à nouveau, ce qui donne un nouveau fichier
activate-changed_meanwhile = Un autre programme a modifié la licence ici pendant que la réponse était attendue ; la réponse n'a pas été prise en compte
    .next = Regardez `status`, et recommencez s’il y a encore lieu
activate-bad_answer = Le serveur de licences a répondu quelque chose que ce programme ne comprend pas
    .next = Mettez le programme à jour ; si cela reste, dites-le à votre éditeur
activate-key_open = D'autres peuvent lire la clé de cette machine, `{ $path }`
    .next = Faites `chmod 600`. Si quelqu'un a pu la copier, rendez la licence, supprimez le fichier et activez à nouveau
activate-key_broken = La clé de cette machine, `{ $path }`, est abîmée
    .next = Restaurez-la d'une sauvegarde, ou supprimez-la et activez à nouveau
activate-folder_denied = `{ $path }` ne peut être ni lu ni écrit : { $why }
    .next = Lancez ceci comme l'utilisateur du serveur, ou comme root
activate-folder_broken = `{ $path }` est inutilisable : { $why }
    .next = Regardez le dossier et le disque
activate-file_large = `{ $path }` dépasse { $maximum } octets
    .next = Ce n'est pas un de nos fichiers : supprimez-le
activate-disk_full = Il ne reste pas de place pour `{ $path }` : { $why }
    .next = Faites de la place sur le disque
activate-unreachable_name = Le nom `{ $host }` est inconnu ici : { $why }
    .next = Lancez `doctor`, ou continuez sans réseau : `request`
activate-unreachable_connection = Personne ne répond à `{ $host }` : { $why }
    .next = Lancez `doctor`, ou continuez sans réseau : `request`
activate-unreachable_proxy = Le proxy ne laisse pas passer ceci vers `{ $host }` : { $why }
    .next = Lancez `doctor`, ou continuez sans réseau : `request`
activate-unreachable_certificate = Le certificat de `{ $host }` n'en est pas un auquel cette machine se fie : { $why }
    .next = Lancez `doctor` : il nomme qui a fait le certificat
activate-unreachable_time = `{ $host }` a mis trop de temps à répondre : { $why }
    .next = Lancez `doctor`, ou continuez sans réseau : `request`
activate-unreachable_stranger = Autre chose que le serveur de licences a répondu pour `{ $host }` : { $why }
    .next = Lancez `doctor` : il dit ce que c'était
activate-fault = Quelque chose s'est cassé pendant : { $doing } : { $cause }
    .next = Réessayez ; si cela reste, dites ces mots à votre éditeur
activate-bad_time = `{ $value }` n'est pas un jour
    .next = Écrivez-le comme `2027-03-01` ou `2027-03-01T12:00:00Z`
activate-early_time = `{ $value }` est avant 1970, et aucune licence ne connaît un tel moment
    .next = Donnez un jour à partir du 1970-01-01
activate-no_secret = Rien n'a été donné
    .next = Tapez-le quand on le demande, ou passez-le par l'entrée standard
activate-cancelled = Rien n'a été fait
    .next = Recommencez quand vous aurez ce qui est demandé
activate-unreadable = `{ $path }` ne peut être lu : { $why }
    .next = Regardez le chemin
activate-unwritable = `{ $path }` ne peut être écrit : { $why }
    .next = Donnez un fichier dans un dossier où vous pouvez écrire
activate-no_email = Pour se connecter avec un mot de passe, il faut nommer le compte de licence
    .next = Donnez `--email NOM@SOCIÉTÉ`, ou prenez un code à usage unique du portail : `--code`

# What is wrong with the configuration, in the words of the server.
activate-unreadable_file = le fichier de configuration `{ $path }` ne peut pas être lu : { $cause }
    .next = indiquez avec `--config` un fichier que cet utilisateur peut lire
activate-bad_file = { $source } : ce n’est pas du TOML : { $cause }
    .next = corrigez la ligne ; les textes s’écrivent entre guillemets
activate-unknown_section = { $source } : la section `{ $section }` n’existe pas
    .next =
        { $hint ->
            [none] `seatwarden config print` affiche toutes les options
           *[other] vouliez-vous dire `{ $hint }` ?
        }
activate-unknown_option = { $source } : l’option `{ $key }` n’existe pas
    .next =
        { $hint ->
            [none] `seatwarden config print` affiche toutes les options
           *[other] vouliez-vous dire `{ $hint }` ?
        }
activate-bad_value = { $source } : `{ $key }` n’accepte pas cette valeur
    .next =
        { $form ->
            [number] donnez un nombre entier de { $least } à { $most }
            [choice] donnez l’une de ces valeurs : { $choices }
           *[text] donnez un texte entre guillemets
        }
activate-secret_twice = { $source } : `{ $key }` est donné deux fois, comme valeur et comme fichier
    .next = gardez `{ $key }` ou `{ $key }_file`, pas les deux
activate-secret_file = { $source } : le fichier `{ $path }` de `{ $key }` ne peut pas être lu : { $cause }
    .next = indiquez un fichier texte que cet utilisateur peut lire

activate-limit_title = Your license has exceeded its user limit (toutes les activations de votre licence sont prises)

# Ennuis.
activate-trouble_clock_jumped = L'horloge de cette machine a sauté en avant, et n'est pas encore crue ; l'heure qui compte est { $believed }
    .next = Si l'horloge est juste, il n'y a rien à faire : elle est crue après un jour
activate-trouble_clock_suspect = L'horloge de cette machine est en retard sur ce qu'elle a montré ; l'heure qui compte est { $believed }
    .next = Réglez l'horloge. Si elle était fausse et qu'elle est juste maintenant : `time recover`
activate-trouble_clock_behind = L'horloge de cette machine est avant une heure que l'éditeur a signée ; l'heure qui compte est { $believed }
    .next = Réglez l'horloge : d'ici là, la licence n'est pas renouvelée
activate-trouble_ends_soon = Sans autre réponse de l'éditeur, cette machine fonctionne jusqu'au { $until }
    .next = Renouvelez avec `renew` ; sans réseau, faites une demande avec `request` et installez la réponse avec `install`
activate-trouble_clock_gone = Le repère de temps de la machine a été retiré du dossier de la licence, ou remplacé par un ancien
    .next = Demandez l’heure avec `time recover`, et laissez les fichiers de ce dossier à leur place.
activate-trouble_returned = La licence qui est ici a été rendue
    .next = Activez à nouveau
activate-trouble_nothing = Aucune licence n'est installée dans `{ $path }`
    .next = Lancez `activate`, ou `request` et `install` sur une machine sans réseau
activate-trouble_license_gone = La licence qui était installée dans `{ $path }` manque
    .next = Le serveur la remet en place en une minute, tant qu’il tourne. Sans lui, lancez `activate`, qui ne prend pas de seconde place
activate-trouble_no_key = La clé de cette machine a disparu, et la licence ici ne vaut donc rien
    .next = Restaurez tout le dossier d'une sauvegarde, ou activez à nouveau
activate-trouble_other_machine = La licence qui est ici est pour une autre machine
    .next = Activez cette machine. Si c'est la même après une réparation, libérez d'abord l'ancienne dans le portail
activate-trouble_unbound = La clé hors ligne qui est ici n'a jamais été installée sur cette machine
    .next = Installez la clé à nouveau avec `install`
activate-trouble_lease_other = Le bail qui est ici appartient à une autre licence
    .next = Lancez `renew`
activate-trouble_lease_gone = Le bail de cette licence manque ici
    .next = Le serveur en demande un autre en quelques minutes ; sans lui, lancer `renew`
activate-trouble_displaced = Un autre serveur a la place de celui-ci ; il tourne jusqu'au { $until }
    .next = Libérez un serveur dans le portail avant ce jour

# Fichiers refusés ; ceux qui ne sont pas nommés ici sont abîmés.
license_file-nothing = Il n'y a pas de fichier de licence dans ce texte
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-too_long = Le texte est trop long pour un fichier de licence
    .next = Copiez le fichier seul
license_file-armor_open = La dernière ligne du fichier manque
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-signature = La signature est fausse : le fichier a été changé ou coupé
    .next = Reprenez le fichier là d'où il vient
license_file-kind = Le fichier est d'une autre sorte que celle voulue ici
    .next = `explain` dit ce que c'est
license_file-version = Le fichier est d'un format plus récent que ce programme
    .next = Mettez le programme à jour
license_file-root_unknown = Le fichier ne vient pas d'un éditeur que ce programme connaît
    .next = Comparez les clés racines de votre éditeur avec celles de cette machine : dans `/etc/seatwarden/license-roots`, ou là où le dit `license.roots_file`
license_file-signer_revoked = La clé qui a signé le fichier a été révoquée
    .next = Prenez un nouveau fichier dans le portail
license_file-file_revoked = L'éditeur a révoqué ce fichier
    .next = Prenez un nouveau fichier dans le portail, ou demandez à votre éditeur
license_file-replaced = Le fichier est plus ancien que celui qui est installé ici
    .next = Il n'y a rien à faire
license_file-machine = Le fichier est pour une autre machine
    .next = Faites une demande sur cette machine, et apportez sa réponse
license_file-device = Le fichier vient d'une autre machine
    .next = Refaites-le sur cette machine
license_file-other_file = Le fichier appartient à une autre licence
    .next = Installez d'abord la licence pour laquelle il est
license_file-install_by = La clé hors ligne devait être installée plus tôt
    .next = Générez-en une nouvelle dans le portail
license_file-clock_behind = L'horloge de cette machine est avant une heure que l'éditeur a signée
    .next = Réglez l'horloge
license_file-challenge = La réponse est à une autre question sur l'heure
    .next = Lancez `time recover` à nouveau, et apportez la réponse à cette question
license_file-floor_forged = L'heure gardée par cette machine est abîmée
    .next = Lancez `renew`, ou `time recover`
license_file-armor_twice = Il y a deux fichiers dans ce texte, et il n'en faut qu'un
    .next = Donnez un seul fichier à la fois
license_file-armor_label = La première et la dernière ligne du fichier nomment des sortes différentes
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-armor_character = Il y a dans le fichier un caractère qui n'a pas sa place
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-shape = Le fichier n'est pas fait de trois parties, comme le sont les fichiers de licence
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-base64_padding = Une partie du fichier finit par des signes égal, que les fichiers de licence n'ont jamais
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-base64_alphabet = Une partie du fichier a des lettres que les fichiers de licence n'ont pas
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-base64_trailing = Une partie du fichier est coupée
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-header_json = L'en-tête du fichier est illisible
    .next = Reprenez le fichier là d'où il vient
license_file-header_twice = L'en-tête du fichier dit deux fois la même chose
    .next = Reprenez le fichier là d'où il vient
license_file-header_field = L'en-tête du fichier contient une chose que ce programme ne connaît pas
    .next = Mettez le programme à jour ; si cela persiste, donnez le code à votre fournisseur
license_file-header_missing = Il manque une chose dans l'en-tête du fichier
    .next = Reprenez le fichier là d'où il vient
license_file-alg_none = Le fichier n'est pas signé, n'importe qui a pu l'écrire
    .next = Reprenez le fichier là d'où il vient
license_file-alg = Le fichier est signé par une méthode que ce programme n'accepte pas
    .next = Mettez le programme à jour ; si cela persiste, donnez le code à votre fournisseur
license_file-crit = Le fichier exige une chose que ce programme ne connaît pas
    .next = Mettez le programme à jour ; si cela persiste, donnez le code à votre fournisseur
license_file-typ = Le fichier n'est d'aucune sorte que ce programme connaisse
    .next = Mettez le programme à jour ; si cela persiste, donnez le code à votre fournisseur
license_file-signature_length = La signature n'a pas la bonne longueur : le fichier a été coupé
    .next = Copiez-le en entier, de la première ligne de tirets à la dernière
license_file-signature_not_reduced = La signature a été changée après que le fichier a été signé
    .next = Reprenez le fichier là d'où il vient
license_file-key_length = Une clé dans le fichier n'a pas la bonne longueur
    .next = Reprenez le fichier là d'où il vient
license_file-key_point = Une clé dans le fichier est abîmée
    .next = Reprenez le fichier là d'où il vient
license_file-key_weak = Une clé dans le fichier ne protège rien : tout semblerait signé par elle
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-content_json = Le contenu du fichier est illisible
    .next = Reprenez le fichier là d'où il vient
license_file-content_twice = Le contenu du fichier dit deux fois la même chose
    .next = Reprenez le fichier là d'où il vient
license_file-claim = Une chose manque dans le fichier, ou dit ce qu'elle ne peut pas dire
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-time = Une heure dans le fichier n'est pas écrite comme il le faut
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-time_order = Les heures dans le fichier se contredisent
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-too_many = Une liste ou un texte dans le fichier est trop long
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-text_control = Un texte dans le fichier a des caractères invisibles
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-statement_signature = La déclaration du fournisseur sur le signataire du fichier est fausse ou abîmée
    .next = Comparez les clés racines de `/etc/seatwarden/license-roots`, ou de là où le dit `license.roots_file`, avec celles de votre fournisseur
license_file-statement_kind = Le fichier ne dit pas qui l'a signé
    .next = Reprenez le fichier là d'où il vient
license_file-statement_key = Le fichier nomme un autre signataire que le vrai
    .next = Reprenez le fichier là d'où il vient
license_file-statement_long = Le signataire du fichier a été nommé pour trop longtemps
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-signer_early = Le fichier a été signé avant que son signataire en ait le droit
    .next = Regardez l'horloge de cette machine, puis demandez un nouveau fichier à votre fournisseur
license_file-signer_expired = Le fichier a été signé après la fin du temps de son signataire
    .next = Prenez un nouveau fichier sur le portail
license_file-signer_scope = Le signataire du fichier n'a pas le droit de signer des fichiers de cette sorte
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-renew_by = Le fichier donne plus de temps jusqu'au renouvellement que son signataire n'en peut donner
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-bulletin_old = Un bulletin plus récent du fournisseur est déjà ici
    .next = Il n'y a rien à faire
license_file-bulletin_range = Le signataire du bulletin n'a pas le droit d'en signer un de ce numéro
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-grace_stops = Le fichier arrêterait ce qu'aucune licence ne peut arrêter : se connecter, consulter, exporter
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-grace_order = Les étapes après la fin de la licence sont en désordre dans le fichier
    .next = Cela ne se répare pas ici : donnez le code à votre fournisseur et demandez un nouveau fichier
license_file-replayed = Ce fichier a déjà été remis
    .next = Il n'y a rien à faire
activate-in_file = Dans `{ $file }` : { $what }
activate-damaged = Le fichier est abîmé, ou n'est pas des nôtres : { $why } ({ $code })
    .next = Reprenez le fichier là d'où il vient

# Le docteur.
doctor-title = { $wrong ->
    [0] Rien ne se tient entre cette installation et sa licence
    [one] { $wrong } obstacle se tient entre cette installation et sa licence
   *[other] { $wrong } obstacles se tiennent entre cette installation et sa licence
  }
doctor-title_warnings = { $count ->
    [one] Rien ne se tient entre cette installation et sa licence, mais il y a un avertissement
   *[other] Rien ne se tient entre cette installation et sa licence, mais il y a { $count } avertissements
  }
doctor-roots = Clés racines de l'éditeur : { $count }
doctor-folder = Le dossier `{ $path }` peut être écrit
doctor-folder_new = Le dossier `{ $path }` sera créé
doctor-folder_open = D'autres que son propriétaire peuvent entrer dans `{ $path }`
    .next = Faites `chmod 700`
doctor-disk_low = Il reste { $free } Kio sur le disque de `{ $path }`
    .next = Faites de la place : un bail qui ne peut être écrit est perdu
doctor-machine = Cette machine est reconnue à : { $parts }
doctor-duplicate_id = `{ $part }` est `{ $value }`, que beaucoup de machines ont ; cela ne compte pas
    .next = Si cette machine vient d'une image, donnez-lui un identifiant à elle : `systemd-machine-id-setup`
doctor-container_unnamed = Ce conteneur n'a pas de nom, et est reconnu au dossier qu'il garde
    .next = Gardez le dossier sur un volume, ou définissez `machine_id` sous `[license]` : sinon chaque démarrage prend une place de plus
doctor-license = Licence `{ $package }`, jusqu'au { $until }
doctor-license_not_yet = La licence `{ $package }` compte à partir du { $from }
    .next = Attendez ce jour, ou installez une licence qui compte aujourd'hui
doctor-license_grace = La licence `{ $package }` valait jusqu'au { $until } ; le délai de grâce court jusqu'au { $grace }
    .next = Renouvelez-la avant : `renew`, ou sans réseau `request` et `install`
doctor-license_over = La licence `{ $package }` valait jusqu'au { $until }, et le délai de grâce est passé
    .next = Renouvelez-la : `renew`, ou sans réseau `request` et `install`
doctor-refused = Le serveur de licences refuse ({ $code }) : { $why }
    .next = { $next ->
        [none] Regardez la licence dans le portail, ou demandez à votre éditeur
       *[other] { $next }
    }
doctor-no_slot = Au prochain renouvellement, il n'y a pas de place pour cette machine : d'autres serveurs les ont toutes. Elle fonctionne jusqu'au { $until }
    .next = Libérez un serveur dans le portail, pressez-y Réinitialiser les activations, lancez `return` sur un serveur dont personne n'a besoin, ou faites relever la limite par l'éditeur ; `renew --dry-run` redemande
doctor-offline = Aucun serveur de licences n'est défini : les fichiers de licence sont apportés à la main
doctor-dns = Le nom `{ $host }` est inconnu ici : { $why }
    .next = Faites résoudre le nom, regardez /etc/resolv.conf, ou définissez un proxy
doctor-dns_good = `{ $host }` est { $addresses }
doctor-tcp_refused = `{ $host }` refuse les connexions sur le port { $port } : { $why }
    .next = Regardez l'adresse du serveur de licences, ou demandez que le pare-feu le laisse passer
doctor-tcp_timeout = Personne ne répond à `{ $host }`, port { $port } : un pare-feu l'avale
    .next = Envoyez la demande ci-dessous à ceux qui s'occupent de votre pare-feu
doctor-tcp_unreachable = Il n'y a pas de chemin vers `{ $host }`, port { $port } : { $why }
    .next = Envoyez la demande ci-dessous à ceux qui s'occupent de votre pare-feu
doctor-tcp_forbidden = Cette machine interdit elle-même la connexion à `{ $host }`, port { $port } : { $why }
    .next = Regardez le pare-feu de cette machine et ses logiciels de sécurité ; autorisez ce programme à s’y connecter
doctor-security_software = Un logiciel de sécurité tourne sur cette machine et peut rejeter, couper ou lire ce que ce programme envoie : { $found }
    .next = Les noms sont connus ici, donc le réseau marche : demandez à qui gère ce logiciel de laisser `seatwarden-activate` et le serveur joindre le serveur de licences, ou regardez son journal à cet instant
doctor-security_software_none = Outre un pare-feu, un logiciel de sécurité de cette machine peut arrêter ce programme ; aucun logiciel connu n’a été trouvé
    .next = Si tout le reste de cette machine atteint le réseau, cherchez un agent qui autorise les programmes un par un
doctor-tcp_good = `{ $host }` répond sur le port { $port }
doctor-proxy_dns = Le nom du proxy, `{ $host }`, est inconnu ici : { $why }
    .next = Regardez `proxy` sous `[license]`, ou HTTPS_PROXY
doctor-proxy_down = Le proxy `{ $host }`, port { $port }, ne répond pas : { $why }
    .next = Regardez `proxy` sous `[license]`, ou HTTPS_PROXY
doctor-proxy_auth = Le proxy `{ $host }` veut savoir qui demande (407, { $schemes })
    .next = { $tried ->
        [yes] Il n'a pas accepté le nom et le mot de passe définis : regardez `proxy_user` et `proxy_password`. Il doit permettre Basic
       *[other] Définissez `proxy_user` et `proxy_password` sous `[license]`, ou faites-lui laisser passer le serveur de licences
      }
doctor-proxy_refused = Le proxy `{ $host }` refuse le chemin vers { $target } ({ $status })
    .next = Demandez à ceux qui s'occupent du proxy de le laisser passer : la demande est ci-dessous
doctor-proxy_good = Le proxy `{ $host }` laisse passer ceci
doctor-tls_interception = Quelqu'un lit au passage : le certificat pour `{ $host }` a été fait par `{ $issuer }`, à qui cette machine ne se fie pas
    .next = Si c'est le filtre de votre société, exceptez-en le serveur de licences, ou mettez son certificat dans un fichier et nommez-le comme `ca_file` sous `[license]`. Si vous ne le connaissez pas, ne donnez aucun mot de passe
doctor-tls_expired = Le certificat de `{ $host }` n'est pas valable aujourd'hui, fait par `{ $issuer }`
    .next = Regardez d'abord l'horloge de cette machine, puis demandez à votre éditeur
doctor-tls_name = Le certificat n'est pas pour `{ $host }` mais pour `{ $subject }`, fait par `{ $issuer }`
    .next = Un portail du réseau a peut-être répondu à sa place : connectez-vous là, ou regardez l'adresse
doctor-tls_broken = `{ $host }` ne parle pas TLS avec cette machine : { $why }
    .next = Un filtre sur le chemin peut couper la connexion : envoyez la demande ci-dessous à ceux qui s'en occupent
doctor-tls_good = Le certificat pour `{ $host }` est bon, fait par `{ $issuer }`
doctor-captive_page = Une page du réseau répond à la place du serveur de licences ({ $status }) : { $to }
    .next = Connectez-vous d'abord au réseau, ou faites laisser passer le serveur de licences sans cela
doctor-block_page = Un filtre répond à la place du serveur de licences ({ $status }) : { $begin }
    .next = Demandez à ceux qui s'occupent du filtre de le laisser passer : la demande est ci-dessous
doctor-rate_limited = { $seconds ->
    [none] Le serveur de licences veut être laissé tranquille un moment
    [one] Le serveur de licences veut être laissé tranquille pendant { $seconds } seconde
   *[other] Le serveur de licences veut être laissé tranquille pendant { $seconds } secondes
  }
    .next = Attendez, et cherchez ce qui l'appelle si souvent
doctor-not_a_license_server = Ce qui répond n'est pas un serveur de licences : { $why }
    .next = Regardez `server_url` sous `[license]`
doctor-server_broken = Le serveur de licences est en panne en ce moment ({ $status })
    .next = Attendez : votre licence continue. Demandez à votre éditeur si cela reste
doctor-no_answer = Le serveur de licences n'a pas répondu : { $why }
    .next = Réessayez plus tard : votre licence continue
doctor-answer_good = Le serveur de licences répond
doctor-clock = L'horloge est fausse : il est { $here } ici, et { $server } au serveur de licences
    .next = Réglez l'horloge, de préférence par NTP
doctor-clock_good = L'horloge est juste
doctor-firewall_head = La demande pour ceux qui s'occupent de votre pare-feu :
doctor-firewall = Merci d'autoriser le HTTPS sortant de ce serveur vers { $host }, port TCP { $port }. C'est le serveur de licences de notre plateforme d'analyse. Un hôte, un port ; rien n'entre, aucun autre hôte n'est appelé, et TLS ne doit pas être intercepté.

# Mots.
activate-word_license = licence
activate-word_lease = bail
activate-word_bulletin = bulletin
activate-word_signer = déclaration sur un signataire
activate-word_grant = permission pour un relais
activate-word_clock_answer = réponse sur l'heure
activate-word_request = demande de licence
activate-word_renewal = renouvellement
activate-word_return = reçu d'un retour
activate-word_clock_challenge = question sur l'heure
activate-word_unknown = rien que ce programme connaisse
activate-state_not_yet = pas commencée
activate-state_active = valable
activate-state_expiring = valable, et finit bientôt
activate-state_grace = finie, dans son délai de grâce
activate-state_limited = finie, limitée
activate-check_readable = Il se lit
activate-check_signature = Sa signature est bonne
activate-check_device = Il vient de cette machine
activate-check_machine = Il est pour cette machine
activate-check_date = Il est valable aujourd'hui
activate-check_newer = Il est plus récent que ce qui est ici
activate-check_same = C'est le fichier même qui est ici
activate-check_not_readable = Il ne se lit pas
activate-check_not_signature = Sa signature n'est pas bonne
activate-check_not_device = Il ne vient pas de cette machine
activate-check_not_machine = Il n'est pas pour cette machine
activate-check_not_date = Il n'est pas valable aujourd'hui
activate-check_not_newer = Il n'est pas plus récent que ce qui est ici
activate-ability_sign_in = se connecter
activate-ability_view = voir les tableaux de bord
activate-ability_export = exporter des données
activate-ability_remove_users = retirer des utilisateurs
activate-ability_manage_license = gérer la licence
activate-ability_add_users = ajouter des utilisateurs et élever des rôles
activate-ability_create = créer des tableaux de bord et des modèles
activate-ability_change = modifier des tableaux de bord et des modèles
activate-ability_build = construire des modèles
activate-ability_schedule = rapports programmés
activate-ability_automate = scripts qui changent quelque chose
activate-ability_embed = intégrer
activate-label_package = Forfait
activate-label_organisation = Organisation
activate-label_holder = Utilisateur de licence
activate-label_type = Type
activate-label_state = État
activate-label_ends = Fin
activate-label_bought = Acheté jusqu'au
activate-label_lease = Bail
activate-label_seats = Sièges
activate-label_limits = Limites
activate-label_entitlements = Droits
activate-label_next = Prête pour plus tard
activate-label_device = Machine
activate-label_now = Heure qui compte
activate-label_contact = Dernier contact
activate-label_stops = Ne marche pas
activate-label_works = Marche
activate-label_later = S'arrête plus tard
activate-label_grace = Délai de grâce
activate-label_signed = Signée
activate-label_begins = Commence
activate-label_file_works = Fichier valable jusqu'au
activate-label_install_by = À installer avant le
activate-label_file = Fichier
activate-label_replaces = Remplace
activate-value_ends = { $days ->
    [one] { $day } ({ $days } jour)
   *[other] { $day } ({ $days } jours)
  }
activate-value_ended = { $days ->
    [one] { $day } (terminé depuis { $days } jour)
   *[other] { $day } (terminé depuis { $days } jours)
  }
activate-value_lease = jusqu'au { $until }, renouvelé { $count } fois
activate-value_seats = Administrateurs { $administrators }, Concepteurs { $designers }, Lecteurs { $viewers }
activate-value_unlimited = sans limite
activate-value_from = { $name }, à partir du { $day }
activate-value_change = { $what } : { $before } → { $after }
activate-value_none = aucun
activate-value_never = jamais
activate-value_endless = sans fin
activate-value_signed = { $at } par { $issuer }
activate-value_any_machine = toute machine qui l'installe
activate-value_grace = { $days ->
    [0] Rien ne continue après la fin.
    [one] { $days } jour après la fin.
   *[other] { $days } jours après la fin.
  }
activate-value_grace_step = { $day ->
    [0] S'arrêtent dès la fin : { $what }.
    [one] S'arrêtent après { $day } jour : { $what }.
   *[other] S'arrêtent après { $day } jours : { $what }.
  }
activate-line_error = erreur : { $message }
activate-line_warning = avertissement : { $message }
activate-line_hint = conseil : { $next }

# Ce qui a été fait.
activate-done_activated = Activé : { $name }, bail jusqu'au { $until }
activate-done_again = Cette machine était déjà activée, et n'a pas pris de seconde place
activate-done_sysadmin = S'il n'y a pas encore de Sys. Admin, { $email } le devient quand le serveur démarre, avec le mot de passe du compte de licence
activate-done_offline = Sans réseau, on continue par fichiers :
activate-done_offline_steps = 1. Lancez `request`, et apportez son texte ou son image au portail, sous « Activation hors ligne ». 2. Rapportez la réponse, et lancez `install`.
activate-done_slots = Qui tient les activations :
activate-done_slot = { $slot }. { $name } ({ $mode }), vu { $seen }
activate-done_slot_frees = { $slot }. { $name } ({ $mode }), vu { $seen }, libre de lui-même le { $frees }
activate-done_ways = Issues : libérer un serveur dans le portail, y presser Réinitialiser les activations, lancer `return` sur un serveur dont on n'a pas besoin, ou faire relever la limite par votre éditeur
activate-done_packages = Nommez-en un avec `--package CODE` :
activate-done_request = Apportez ceci au portail, sous « Activation hors ligne » :
activate-done_qr_wide = Le terminal est trop étroit pour l'image : écrivez-la dans un fichier avec `--qr FICHIER.svg`
activate-done_installed = Installé : { $name }
activate-done_staged = Préparé : { $name }, à partir du { $day }
activate-done_bulletin = Un bulletin plus récent a été pris
activate-done_lease = Un bail a été pris
activate-done_time = L'heure de cette machine a été remise juste
activate-done_nothing_new = Rien dedans n'est plus récent que ce qui est ici
activate-done_renewed = Renouvelé jusqu'au { $until }
activate-done_not_renewed = Pas renouvelée : cette machine fonctionne jusqu'au { $until }
activate-done_clone = Une autre machine semble tenir la clé de celle-ci : regardez ses serveurs dans le portail
activate-done_changes = Ce qui change :
activate-done_no_changes = La licence reste comme elle est
activate-done_no_slot = Il n'y a pas de place pour cette machine en ce moment
activate-done_deactivated = Rendu : la place de { $package } est libre
activate-done_held = Rendu. La place de { $package } reste occupée jusqu’au { $until } : d’ici là, un autre fichier remis pour cette machine est encore valable
activate-done_returned = Rendu. Remettez ce reçu au portail : alors seulement la place de { $package } est libre
activate-done_challenge = Apportez cette question au portail, et la réponse à `install` :
activate-done_nothing_sent = Rien n'a quitté cette machine
activate-done_reached = Supposé : le serveur de licences est joignable, et la licence est renouvelée jusqu'à la fin de ce qui a été acheté
activate-done_unreached = Supposé : le serveur de licences n'est plus joignable
activate-done_sent = { $at } à { $to } : { $what }
activate-ask_password = Mot de passe du compte de licence { $email } :{" "}
activate-ask_code = Code d'activation :{" "}

# La ligne de commande.
activate-cli = Fait tourner cette installation avec sa licence, et l'y garde
activate-cli_heading = Cette installation
activate-cli_status = Montre la licence de cette installation
activate-cli_status_online = Demander aussi au serveur de licences
activate-cli_activate = Active cette installation par le réseau
activate-cli_activate_email = Le compte de licence ; son mot de passe est demandé, ou lu sur l'entrée standard
activate-cli_activate_code = Activer avec un code à usage unique du portail, qui est demandé, ou lu sur l'entrée standard
activate-cli_activate_file = Installer le fichier que le portail a donné, au lieu de demander par le réseau
activate-cli_package = Le code du forfait, si le compte en a plusieurs
activate-cli_no_sysadmin = Ne pas laisser de premier Sys. Admin au serveur
activate-cli_deactivate = Rend la licence par le réseau : la place est libre aussitôt
activate-cli_request = Fait la demande d'une machine sans réseau, en texte et en image
activate-cli_request_show = Montrer tout ce qui quitte la machine, et ne rien faire
activate-cli_request_qr = Écrire l'image dans ce fichier (SVG) ; `-` la dessine sur le terminal
activate-cli_install = Installe ce que le portail a donné : une réponse, une clé hors ligne, la licence suivante, un bulletin
activate-cli_install_file = Le fichier ; `-` ou rien : l'entrée standard
activate-cli_return = Rend la licence sans réseau, et imprime le reçu pour le portail
activate-cli_renew = Renouvelle le bail maintenant
activate-cli_renew_dry_run = Montrer seulement ce qui changerait
activate-cli_doctor = Trouve ce qui se tient entre cette installation et sa licence
activate-cli_explain = Dit ce qu'est un fichier, ce qu'il dit, et s'il est bon
activate-cli_simulate = Montre ce qui marche un jour donné, ou avec une autre licence
activate-cli_simulate_at = Le jour, comme 2027-03-01
activate-cli_simulate_with = Le fichier de licence à essayer
activate-cli_simulate_unreachable = Comme si le serveur de licences n'était plus joignable
activate-cli_time = Remet juste l'heure de cette machine après que son horloge était loin en avance
activate-cli_time_recover = Demande l'heure au serveur de licences ; sans réseau, imprime une question pour le portail
activate-cli_time_offline = Imprimer la question, sans essayer le réseau
activate-cli_show_sent = Montre tout ce qui a quitté cette machine
activate-cli_man = Imprime la page de manuel
activate-cli_completions = Imprime les complétions d'un shell
activate-cli_shell = Le shell
activate-cli_json = Écrire du JSON
activate-cli_config = Le fichier de configuration ; `seatwarden.toml` dans le dossier de données si aucun n'est nommé
activate-cli_data_dir = Le dossier de données du serveur ; la licence est dans `license` au-dessous
activate-cli_server = L'adresse du serveur de licences
activate-cli_proxy = Le proxy, comme http://proxy.example:3128 ; `none` : aucun
activate-cli_ca_file = Un fichier de certificats (PEM) auxquels on se fie en plus de ceux du système
activate-cli_examples = Exemples :
    {"  "}seatwarden-activate activate --email joan@acme.example    demande le mot de passe
    {"  "}seatwarden-activate activate --code < code.txt            avec un code à usage unique
    {"  "}seatwarden-activate request --qr request.svg > request.txt
    {"  "}seatwarden-activate install answer.txt                    sans réseau
    {"  "}seatwarden-activate status --json                         pour les scripts
    {"  "}seatwarden-activate doctor                                si cela ne marche pas

    Codes de sortie : 0 bon, 1 refusé, ou un avertissement de `status` ; 2 limité, 3 pas de licence ni de
    fichier valable, 4 serveur de licences non atteint, 64 arguments faux
