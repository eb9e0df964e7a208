# What is wrong with the configuration. $source is where a value stands: `seatwarden.toml:3`,
# `SEATWARDEN_SERVER__ADDRESS` or `--address`. $hint is the name that was probably meant, or `none`.

config-error = error: { $message }
config-hint = sugerencia: { $next }

# $cause is one of these words, or what the system says.
config-cause =
    { $cause ->
        [missing] no existe
        [denied] este usuario no tiene permiso
        [read_only] el disco es de solo lectura
        [folder] es una carpeta
        [no_folder] es un archivo, y hace falta una carpeta
        [large] es demasiado grande
        [no_text] no es texto
       *[other] { $cause }
    }
config-unreadable_file = no se puede leer el archivo de configuración `{ $path }`: { config-cause }
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
config-secret_file = { $source }: no se puede leer el archivo `{ $path }` de `{ $key }`: { config-cause }
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
config-too_short = `{ $key }` tiene menos de { $minimum } caracteres
    .next = indique al menos { $minimum } caracteres, por ejemplo lo que imprime `openssl rand -hex 32`
config-bad_mail_address = `{ $key }` no es una dirección de correo: `{ $value }`
    .next = indique algo como `accounts@example.com`
config-not_one_line = `{ $key }` tiene más de { $maximum } caracteres o más de una línea
    .next = indique un nombre corto
# $why: slow, long or pattern; $reason says it in English.
config-bad_rule =
    { $why ->
        [slow] `{ $key }` tarda demasiado en comprobar algunas contraseñas
        [long] `{ $key }` es demasiado largo: puede tener 500 caracteres como máximo
        [rounds] `{ $key }` repite demasiado: los números entre llaves, multiplicados, son demasiado grandes
       *[unreadable] `{ $key }` no se puede leer como expresión regular: { $reason }
    }
    .next = corríjalo; la prueba de Admin > Seguridad muestra lo que hace una regla
config-bad_contact = `{ $key }` no es ni una dirección de correo ni una página: `{ $value }`
    .next = indique algo como `security@example.com` o `https://example.com/report`
config-bad_link = `{ $key }` no es la dirección de una página: `{ $value }`
    .next = indique algo como `https://portal.example.com`
config-bad_proxy = `{ $key }` no es la dirección de un proxy que este programa pueda usar: `{ $value }`
    .next = indique algo como `http://proxy.example:3128`, o `none`; no habla otros esquemas
config-bad_host = `{ $key }` contiene algo que no es un nombre de host: `{ $value }`
    .next = indique cada nombre solo, sin esquema, puerto ni asterisco: `accounts.example.com`
config-bad_path = `{ $key }` no es una ruta: `{ $value }`
    .next = empiece con una barra: `/api/offline-key`
config-path_taken = `{ $key }` es la ruta de otra llamada de la API: `{ $value }`
    .next = indique una ruta que la referencia de la API no tenga

# What is named outside of the configuration: files, folders, the database.
config-bad_database_url = `{ $key }` no es la dirección de un servidor PostgreSQL
    .next = indique algo como `postgres://name:password@host/database`, o déjelo vacío para SQLite
config-file_unreadable = `{ $key }`: no se puede abrir el archivo `{ $path }`: { config-cause }
    .next =
        { $cause ->
            [missing] corrija la ruta en `{ $key }`
            [denied] ejecute esto como el usuario del servidor, o dé a este usuario permiso sobre el archivo
           *[other] indique en `{ $key }` un archivo que este usuario pueda abrir
        }
# $form: certificates, key, pair, places or list.
config-wrong_file =
    { $form ->
        [certificates] `{ $key }`: no hay certificados en PEM en `{ $path }`
        [key] `{ $key }`: no hay una clave privada en PEM en `{ $path }`
        [pair] `{ $key }`: la clave de `{ $path }` no corresponde al certificado
        [places] `{ $key }`: `{ $path }` no es una base de datos de lugares (MaxMind DB)
       *[list] `{ $key }`: `{ $path }` no es texto en UTF-8
    }
    .next = indique el archivo correcto en `{ $key }`
config-bad_folder = `{ $key }`: no se puede usar la carpeta `{ $path }`: { config-cause }
    .next =
        { $cause ->
            [denied] ejecute esto como el usuario del servidor, o dé la carpeta a este usuario
           *[other] indique en `{ $key }` una carpeta en la que este usuario pueda escribir
        }
