# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = erreur : { $message }
config-hint = conseil : { $next }

config-unreadable_file = le fichier de configuration `{ $path }` ne peut pas être lu : { $cause }
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
config-secret_file = { $source } : le fichier `{ $path }` de `{ $key }` ne peut pas être lu : { $cause }
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
