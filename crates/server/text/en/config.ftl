# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = error: { $message }
config-hint = hint: { $next }

config-unreadable_file = the configuration file `{ $path }` cannot be read: { $cause }
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
config-secret_file = { $source }: the file `{ $path }` of `{ $key }` cannot be read: { $cause }
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
