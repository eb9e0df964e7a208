# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = error: { $message }
config-hint = hint: { $next }

# $cause is one of these words, or what the system says.
config-cause =
    { $cause ->
        [missing] it does not exist
        [denied] this user may not
        [read_only] the disk is read-only
        [folder] it is a folder
        [no_folder] it is a file, and a folder is needed
        [large] it is too large
        [no_text] it is no text
       *[other] { $cause }
    }
config-unreadable_file = the configuration file `{ $path }` cannot be read: { config-cause }
    .next = name a file that this user can read with `--config`
config-bad_file = { $source }: this is not TOML: { $cause }
    .next = correct the line; texts stand in quotes
config-unknown_section = { $source }: there is no section `{ $section }`
    .next =
        { $hint ->
            [none] `seatwarden config print` shows all options
           *[other] did you mean `{ $hint }`?
        }
config-unknown_key = { $source }: there is no option `{ $key }`
    .next =
        { $hint ->
            [none] `seatwarden config print` shows all options
           *[other] did you mean `{ $hint }`?
        }
# $form is one of the words below; $least and $most bound a number, $choices lists the words of a choice.
config-bad_value = { $source }: `{ $key }` does not accept this value
    .next =
        { $form ->
            [number] give a whole number from { $least } to { $most }
            [switch] give `true` or `false`
            [list] give a list of texts: `["one", "two"]`, in the environment `one,two`
            [choice] give one of { $choices }
           *[text] give a text in quotes
        }
config-secret_twice = { $source }: `{ $key }` is given twice, as a value and as a file
    .next = keep one of `{ $key }` and `{ $key }_file`
config-secret_file = { $source }: the file `{ $path }` of `{ $key }` cannot be read: { config-cause }
    .next = name a text file that this user can read
config-hidden_secret = { $source }: `{ $key }` is the word that stands for a hidden secret
    .next = give the secret itself, or its file with `{ $key }_file`

# These are checked between values; $key is an option, and so are $because and $limit.
config-bad_address = `{ $key }` is not an address with a port: `{ $value }`
    .next = give something like `127.0.0.1:8081` or `[::1]:8081`
config-bad_network = `{ $key }` holds something that is no address or network: `{ $value }`
    .next = give something like `10.0.0.7` or `10.0.0.0/8`
config-bad_url = `{ $key }` is not a URL without a path: `{ $value }`
    .next = give something like `https://accounts.example.com`
config-insecure_url = `{ $key }` is not protected by TLS: `{ $value }`
    .next = use `https://`; plain `http://` works for `localhost` only
config-bad_language = `server.language` is not a language that the server speaks: `{ $value }`
    .next = give one of { $known }
config-bad_filter = `server.log_filter` cannot be read: `{ $value }`
    .next = give something like `info` or `info,seatwarden=debug`
config-missing = `{ $key }` is empty, but needed because of `{ $because }`
    .next = set `{ $key }`, or change `{ $because }`
config-too_long = `{ $key }` is longer than `{ $limit }`
    .next = make `{ $key }` shorter or `{ $limit }` longer
config-not_one_word = `{ $key }` must be one word: `{ $value }`
    .next = give for example `accounts.example.com`
config-too_short = `{ $key }` is shorter than { $minimum } characters
    .next = give at least { $minimum } characters, for example what `openssl rand -hex 32` prints
config-bad_mail_address = `{ $key }` is not a mail address: `{ $value }`
    .next = give something like `accounts@example.com`
config-not_one_line = `{ $key }` is longer than { $maximum } characters, or more than one line
    .next = give a short name
# $why: slow, long or pattern; $reason says it in English.
config-bad_rule =
    { $why ->
        [slow] `{ $key }` takes too long to check some passwords
        [long] `{ $key }` is too long: it can have at most 500 characters
        [rounds] `{ $key }` repeats too much: the counts in braces, multiplied, are too large
       *[unreadable] `{ $key }` cannot be read as a regular expression: { $reason }
    }
    .next = correct it; the tester on Admin > Security shows what a rule does
config-bad_contact = `{ $key }` is neither a mail address nor a page: `{ $value }`
    .next = give something like `security@example.com` or `https://example.com/report`
config-bad_link = `{ $key }` is not the address of a page: `{ $value }`
    .next = give something like `https://portal.example.com`
config-bad_proxy = `{ $key }` is not the address of a proxy that this program can use: `{ $value }`
    .next = give something like `http://proxy.example:3128`, or `none`; other schemes are not spoken
config-bad_host = `{ $key }` holds something that is no name of a host: `{ $value }`
    .next = give each name alone, without scheme, port and star: `accounts.example.com`
config-bad_path = `{ $key }` is not a path: `{ $value }`
    .next = begin with a slash: `/api/offline-key`
config-path_taken = `{ $key }` is the path of another call of the API: `{ $value }`
    .next = give a path that the API reference does not have

# What is named outside of the configuration: files, folders, the database.
config-bad_database_url = `{ $key }` is not the address of a PostgreSQL server
    .next = give something like `postgres://name:password@host/database`, or leave it empty for SQLite
config-file_unreadable = `{ $key }`: the file `{ $path }` cannot be opened: { config-cause }
    .next =
        { $cause ->
            [missing] correct the path in `{ $key }`
            [denied] run this as the user of the server, or give this user the right to the file
           *[other] name a file in `{ $key }` that this user can open
        }
# $form: certificates, key, pair, places or list.
config-wrong_file =
    { $form ->
        [certificates] `{ $key }`: there are no certificates in PEM in `{ $path }`
        [key] `{ $key }`: there is no private key in PEM in `{ $path }`
        [pair] `{ $key }`: the key in `{ $path }` does not belong to the certificate
        [places] `{ $key }`: `{ $path }` is no database of places (MaxMind DB)
       *[list] `{ $key }`: `{ $path }` is no text in UTF-8
    }
    .next = name the right file in `{ $key }`
config-bad_folder = `{ $key }`: the folder `{ $path }` cannot be used: { config-cause }
    .next =
        { $cause ->
            [denied] run this as the user of the server, or give this user the folder
           *[other] name a folder in `{ $key }` that this user can write
        }
