# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = erreur : { $message }
config-hint = conseil : { $next }

# $cause is one of these words, or what the system says.
config-cause =
    { $cause ->
        [missing] introuvable
        [denied] cet utilisateur n’en a pas le droit
        [read_only] le disque est en lecture seule
        [folder] c’est un dossier
        [no_folder] c’est un fichier, et il faut un dossier
        [large] trop grand
        [no_text] pas du texte
       *[other] { $cause }
    }
config-unreadable_file = le fichier de configuration `{ $path }` ne peut pas être lu : { config-cause }
    .next = indiquez avec `--config` un fichier que cet utilisateur peut lire
config-bad_file = { $source } : ce n’est pas du TOML : { $cause }
    .next = corrigez la ligne ; les textes s’écrivent entre guillemets
config-unknown_section = { $source } : la section `{ $section }` n’existe pas
    .next =
        { $hint ->
            [none] `seatwarden config print` affiche toutes les options
           *[other] vouliez-vous dire `{ $hint }` ?
        }
config-unknown_key = { $source } : l’option `{ $key }` n’existe pas
    .next =
        { $hint ->
            [none] `seatwarden config print` affiche toutes les options
           *[other] vouliez-vous dire `{ $hint }` ?
        }
# $form is one of the words below; $least and $most bound a number, $choices lists the words of a choice.
config-bad_value = { $source } : `{ $key }` n’accepte pas cette valeur
    .next =
        { $form ->
            [number] donnez un nombre entier de { $least } à { $most }
            [switch] donnez `true` ou `false`
            [list] donnez une liste de textes : `["un", "deux"]`, dans l’environnement `un,deux`
            [choice] donnez l’une de ces valeurs : { $choices }
           *[text] donnez un texte entre guillemets
        }
config-secret_twice = { $source } : `{ $key }` est donné deux fois, comme valeur et comme fichier
    .next = gardez `{ $key }` ou `{ $key }_file`, pas les deux
config-secret_file = { $source } : le fichier `{ $path }` de `{ $key }` ne peut pas être lu : { config-cause }
    .next = indiquez un fichier texte que cet utilisateur peut lire
config-hidden_secret = { $source } : `{ $key }` est le mot qui remplace un secret caché
    .next = donnez le secret lui-même, ou son fichier avec `{ $key }_file`

# These are checked between values; $key is an option, and so are $because and $limit.
config-bad_address = `{ $key }` n’est pas une adresse avec un port : `{ $value }`
    .next = donnez par exemple `127.0.0.1:8081` ou `[::1]:8081`
config-bad_network = `{ $key }` contient autre chose qu’une adresse ou un réseau : `{ $value }`
    .next = donnez par exemple `10.0.0.7` ou `10.0.0.0/8`
config-bad_url = `{ $key }` n’est pas une URL sans chemin : `{ $value }`
    .next = donnez par exemple `https://accounts.example.com`
config-insecure_url = `{ $key }` n’est pas protégé par TLS : `{ $value }`
    .next = utilisez `https://` ; `http://` ne fonctionne que pour `localhost`
config-bad_language = `server.language` n’est pas une langue que parle le serveur : `{ $value }`
    .next = donnez l’une de ces valeurs : { $known }
config-bad_filter = `server.log_filter` ne peut pas être lu : `{ $value }`
    .next = donnez par exemple `info` ou `info,seatwarden=debug`
config-missing = `{ $key }` est vide, mais nécessaire à cause de `{ $because }`
    .next = définissez `{ $key }` ou changez `{ $because }`
config-too_long = `{ $key }` est plus long que `{ $limit }`
    .next = raccourcissez `{ $key }` ou allongez `{ $limit }`
config-not_one_word = `{ $key }` doit être un seul mot : `{ $value }`
    .next = donnez par exemple `accounts.example.com`
config-too_short = `{ $key }` a moins de { $minimum } caractères
    .next = donnez au moins { $minimum } caractères, par exemple ce qu’affiche `openssl rand -hex 32`
config-bad_mail_address = `{ $key }` n’est pas une adresse e-mail : `{ $value }`
    .next = donnez par exemple `accounts@example.com`
config-not_one_line = `{ $key }` a plus de { $maximum } caractères, ou plus d’une ligne
    .next = donnez un nom court
# $why: slow, long or pattern; $reason says it in English.
config-bad_rule =
    { $why ->
        [slow] `{ $key }` met trop de temps à vérifier certains mots de passe
        [long] `{ $key }` est trop long : 500 caractères au plus
        [rounds] `{ $key }` répète trop : les nombres entre accolades, multipliés entre eux, sont trop grands
       *[unreadable] `{ $key }` ne peut pas être lu comme expression régulière : { $reason }
    }
    .next = corrigez-le ; l’essai de Admin > Sécurité montre ce que fait une règle
config-bad_contact = `{ $key }` n’est ni une adresse e-mail ni une page : `{ $value }`
    .next = donnez quelque chose comme `security@example.com` ou `https://example.com/report`
config-bad_link = `{ $key }` n’est pas l’adresse d’une page : `{ $value }`
    .next = donnez par exemple `https://portal.example.com`
config-bad_proxy = `{ $key }` n’est pas l’adresse d’un proxy que ce programme sait utiliser : `{ $value }`
    .next = donnez par exemple `http://proxy.example:3128`, ou `none` ; d’autres schémas ne sont pas parlés
config-bad_host = `{ $key }` contient autre chose qu’un nom d’hôte : `{ $value }`
    .next = donnez chaque nom seul, sans schéma, port ni étoile : `accounts.example.com`
config-bad_path = `{ $key }` n’est pas un chemin : `{ $value }`
    .next = commencez par une barre oblique : `/api/offline-key`
config-path_taken = `{ $key }` est le chemin d’un autre appel de l’API : `{ $value }`
    .next = donnez un chemin que la référence de l’API n’a pas

# What is named outside of the configuration: files, folders, the database.
config-bad_database_url = `{ $key }` n’est pas l’adresse d’un serveur PostgreSQL
    .next = donnez par exemple `postgres://name:password@host/database`, ou laissez vide pour SQLite
config-file_unreadable = `{ $key }` : le fichier `{ $path }` ne peut pas être ouvert : { config-cause }
    .next =
        { $cause ->
            [missing] corrigez le chemin dans `{ $key }`
            [denied] lancez ceci sous l’utilisateur du serveur, ou donnez à cet utilisateur le droit sur le fichier
           *[other] indiquez dans `{ $key }` un fichier que cet utilisateur peut ouvrir
        }
# $form: certificates, key, pair, places or list.
config-wrong_file =
    { $form ->
        [certificates] `{ $key }` : il n’y a pas de certificats en PEM dans `{ $path }`
        [key] `{ $key }` : il n’y a pas de clé privée en PEM dans `{ $path }`
        [pair] `{ $key }` : la clé dans `{ $path }` n’est pas celle du certificat
        [places] `{ $key }` : `{ $path }` n’est pas une base de lieux (MaxMind DB)
       *[list] `{ $key }` : `{ $path }` n’est pas du texte en UTF-8
    }
    .next = indiquez le bon fichier dans `{ $key }`
config-bad_folder = `{ $key }` : le dossier `{ $path }` n’est pas utilisable : { config-cause }
    .next =
        { $cause ->
            [denied] lancez ceci sous l’utilisateur du serveur, ou donnez le dossier à cet utilisateur
           *[other] indiquez dans `{ $key }` un dossier où cet utilisateur peut écrire
        }
