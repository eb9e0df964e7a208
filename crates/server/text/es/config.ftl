# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = error: { $message }
config-hint = sugerencia: { $next }

config-unreadable_file = no se puede leer el archivo de configuración `{ $path }`: { $cause }
    .next = indique con `--config` un archivo que este usuario pueda leer
config-bad_file = { $source }: esto no es TOML: { $cause }
    .next = corrija la línea; los textos van entre comillas
config-unknown_section = { $source }: no existe la sección `{ $section }`
    .next =
        { $hint ->
            [none] `seatwarden config print` muestra todas las opciones
           *[other] ¿quiso decir `{ $hint }`?
        }
config-unknown_key = { $source }: no existe la opción `{ $key }`
    .next =
        { $hint ->
            [none] `seatwarden config print` muestra todas las opciones
           *[other] ¿quiso decir `{ $hint }`?
        }
# $form is one of the words below; $least and $most bound a number, $choices lists the words of a choice.
config-bad_value = { $source }: `{ $key }` no acepta este valor
    .next =
        { $form ->
            [number] indique un número entero de { $least } a { $most }
            [switch] indique `true` o `false`
            [list] indique una lista de textos: `["uno", "dos"]`, en el entorno `uno,dos`
            [choice] indique uno de estos valores: { $choices }
           *[text] indique un texto entre comillas
        }
config-secret_twice = { $source }: `{ $key }` aparece dos veces, como valor y como archivo
    .next = deje solo uno: `{ $key }` o `{ $key }_file`
config-secret_file = { $source }: no se puede leer el archivo `{ $path }` de `{ $key }`: { $cause }
    .next = indique un archivo de texto que este usuario pueda leer
config-hidden_secret = { $source }: `{ $key }` es la palabra que sustituye a un secreto oculto
    .next = indique el secreto mismo, o su archivo con `{ $key }_file`

# These are checked between values; $key is an option, and so are $because and $limit.
config-bad_address = `{ $key }` no es una dirección con puerto: `{ $value }`
    .next = indique algo como `127.0.0.1:8081` o `[::1]:8081`
config-bad_network = `{ $key }` contiene algo que no es una dirección ni una red: `{ $value }`
    .next = indique algo como `10.0.0.7` o `10.0.0.0/8`
config-bad_url = `{ $key }` no es una URL sin ruta: `{ $value }`
    .next = indique algo como `https://accounts.example.com`
config-insecure_url = `{ $key }` no está protegida por TLS: `{ $value }`
    .next = use `https://`; `http://` solo funciona con `localhost`
config-bad_language = `server.language` no es un idioma que hable el servidor: `{ $value }`
    .next = indique uno de estos valores: { $known }
config-bad_filter = no se puede leer `server.log_filter`: `{ $value }`
    .next = indique algo como `info` o `info,seatwarden=debug`
config-missing = `{ $key }` está vacío, pero hace falta por `{ $because }`
    .next = defina `{ $key }` o cambie `{ $because }`
config-too_long = `{ $key }` es más largo que `{ $limit }`
    .next = acorte `{ $key }` o alargue `{ $limit }`
config-not_one_word = `{ $key }` debe ser una sola palabra: `{ $value }`
    .next = indique por ejemplo `accounts.example.com`
