# Lo que se opone en esta máquina.
activate-no_server = No hay ningún servidor de licencias configurado
    .next = Ponga `server_url` bajo `[license]` en la configuración, o dé `--server URL`
activate-bad_server = `{ $url }` no es la dirección de un servidor de licencias
    .next = Escríbala como `https://license.vendor.example`, sin ruta
activate-plain_http = Se llamaría a `{ $host }` sin TLS, y cualquiera en el camino podría leer la contraseña
    .next = Escriba `https://` delante del nombre
activate-bad_proxy = `{ $url }` no es la dirección de un proxy
    .next = Escríbala como `http://proxy.example:3128`
activate-bad_ca_file = No hay ningún certificado en `{ $path }`
    .next = Dé un archivo con certificados en PEM
activate-no_roots = Este programa no conoce a ningún proveedor cuyas licencias deba creer
    .next = Ponga las claves raíz públicas de su proveedor en `{ $path }`, una por línea
activate-no_roots_file = No hay ningún archivo `{ $path }` con las claves raíz de su proveedor
    .next = Ponga en él las claves raíz públicas de su proveedor, una por línea, o indique en `license.roots_file` dónde están
activate-roots_open = Otros además del administrador pueden escribir `{ $path }`
    .next = Dé el archivo a root y quite a los demás el permiso de escribir: `chmod 644`
activate-roots_broken = `{ $path }` no contiene claves raíz: { $why }
    .next = Ponga en él las claves raíz públicas de su proveedor, una por línea
activate-machine_unknown = Muy poco distingue esta máquina de otra: se hallaron { $found } marcas de 2
    .next = Dele un nombre propio: `machine_id` bajo `[license]`, o SEATWARDEN_LICENSE__MACHINE_ID
activate-nothing_installed = No hay ninguna licencia instalada aquí
    .next = Ejecute `activate`, o `request` e `install` en una máquina sin red
activate-was_returned = Esta máquina devolvió esta licencia
    .next = Active de nuevo, lo que da un archivo nuevo
activate-changed_meanwhile = Otro programa cambió la licencia aquí mientras se esperaba la respuesta; la respuesta no se ha aplicado
    .next = Mire `status` y repítalo si todavía hace falta
activate-bad_answer = El servidor de licencias respondió algo que este programa no entiende
    .next = Actualice el programa; si sigue igual, dígaselo a su proveedor
activate-key_open = Otros pueden leer la clave de esta máquina, `{ $path }`
    .next = Haga `chmod 600`. Si alguien pudo copiarla, devuelva la licencia, borre el archivo y active de nuevo
activate-key_broken = La clave de esta máquina, `{ $path }`, está dañada
    .next = Restáurela de una copia de seguridad, o bórrela y active de nuevo
activate-folder_denied = No se puede leer o escribir `{ $path }`: { $why }
    .next = Ejecute esto como el usuario del servidor, o como root
activate-folder_broken = No se puede usar `{ $path }`: { $why }
    .next = Mire la carpeta y el disco
activate-file_large = `{ $path }` es mayor de { $maximum } bytes
    .next = No es un archivo nuestro: bórrelo
activate-disk_full = No queda sitio para `{ $path }`: { $why }
    .next = Haga sitio en el disco
activate-unreachable_name = El nombre `{ $host }` no se conoce aquí: { $why }
    .next = Ejecute `doctor`, o siga sin red: `request`
activate-unreachable_connection = Nadie responde en `{ $host }`: { $why }
    .next = Ejecute `doctor`, o siga sin red: `request`
activate-unreachable_proxy = El proxy no deja pasar esto hasta `{ $host }`: { $why }
    .next = Ejecute `doctor`, o siga sin red: `request`
activate-unreachable_certificate = Esta máquina no se fía del certificado de `{ $host }`: { $why }
    .next = Ejecute `doctor`: nombra quién hizo el certificado
activate-unreachable_time = `{ $host }` tardó demasiado en responder: { $why }
    .next = Ejecute `doctor`, o siga sin red: `request`
activate-unreachable_stranger = Respondió por `{ $host }` algo distinto del servidor de licencias: { $why }
    .next = Ejecute `doctor`: dice qué fue
activate-fault = Algo se rompió durante: { $doing }: { $cause }
    .next = Inténtelo otra vez; si sigue, diga estas palabras a su proveedor
activate-bad_time = `{ $value }` no es un día
    .next = Escríbalo como `2027-03-01` o `2027-03-01T12:00:00Z`
activate-early_time = `{ $value }` es anterior a 1970, y ninguna licencia conoce ese momento
    .next = Indique un día a partir del 1970-01-01
activate-no_secret = No se dio nada
    .next = Tecléelo cuando se pida, o páselo por la entrada estándar
activate-cancelled = No se hizo nada
    .next = Vuelva a hacerlo cuando tenga lo que se pide
activate-unreadable = No se puede leer `{ $path }`: { $why }
    .next = Mire la ruta
activate-unwritable = No se puede escribir `{ $path }`: { $why }
    .next = Indique un archivo en una carpeta en la que pueda escribir
activate-no_email = Para entrar con contraseña hay que nombrar la cuenta de licencia
    .next = Dé `--email NOMBRE@EMPRESA`, o use un código de un solo uso del portal: `--code`

# What is wrong with the configuration, in the words of the server.
activate-unreadable_file = no se puede leer el archivo de configuración `{ $path }`: { $cause }
    .next = indique con `--config` un archivo que este usuario pueda leer
activate-bad_file = { $source }: esto no es TOML: { $cause }
    .next = corrija la línea; los textos van entre comillas
activate-unknown_section = { $source }: no existe la sección `{ $section }`
    .next =
        { $hint ->
            [none] `seatwarden config print` muestra todas las opciones
           *[other] ¿quiso decir `{ $hint }`?
        }
activate-unknown_option = { $source }: no existe la opción `{ $key }`
    .next =
        { $hint ->
            [none] `seatwarden config print` muestra todas las opciones
           *[other] ¿quiso decir `{ $hint }`?
        }
activate-bad_value = { $source }: `{ $key }` no acepta este valor
    .next =
        { $form ->
            [number] indique un número entero de { $least } a { $most }
            [choice] indique uno de estos valores: { $choices }
           *[text] indique un texto entre comillas
        }
activate-secret_twice = { $source }: `{ $key }` aparece dos veces, como valor y como archivo
    .next = deje solo uno: `{ $key }` o `{ $key }_file`
activate-secret_file = { $source }: no se puede leer el archivo `{ $path }` de `{ $key }`: { $cause }
    .next = indique un archivo de texto que este usuario pueda leer

activate-limit_title = Your license has exceeded its user limit (todas las activaciones de su licencia están ocupadas)

# Problemas.
activate-trouble_clock_jumped = El reloj de esta máquina saltó hacia delante y aún no se le cree; cuenta como { $believed }
    .next = Si el reloj va bien, no hay nada que hacer: se le cree después de un día
activate-trouble_clock_suspect = El reloj de esta máquina está detrás de lo que mostró antes; cuenta como { $believed }
    .next = Ponga el reloj en hora. Si antes iba mal y ahora bien: `time recover`
activate-trouble_clock_behind = El reloj de esta máquina está antes de una hora que firmó el proveedor; cuenta como { $believed }
    .next = Ponga el reloj en hora: hasta entonces la licencia no se renueva
activate-trouble_ends_soon = Sin otra respuesta del proveedor, esta máquina funciona hasta { $until }
    .next = Renueve con `renew`; sin red, haga una solicitud con `request` e instale la respuesta con `install`
activate-trouble_clock_gone = La marca de tiempo de la máquina se quitó de la carpeta de la licencia o se cambió por una antigua
    .next = Pregunte la hora con `time recover` y deje los archivos de esta carpeta donde están.
activate-trouble_returned = La licencia de aquí fue devuelta
    .next = Active de nuevo
activate-trouble_nothing = No hay ninguna licencia instalada en `{ $path }`
    .next = Ejecute `activate`, o `request` e `install` en una máquina sin red
activate-trouble_license_gone = Falta la licencia que estaba instalada en `{ $path }`
    .next = El servidor la restaura en un minuto mientras funcione. Sin él, ejecute `activate`, que no ocupa una segunda plaza
activate-trouble_no_key = Falta la clave de esta máquina, y la licencia de aquí no vale nada
    .next = Restaure toda la carpeta de una copia de seguridad, o active de nuevo
activate-trouble_other_machine = La licencia de aquí es para otra máquina
    .next = Active esta máquina. Si es la misma tras una reparación, libere antes la antigua en el portal
activate-trouble_unbound = La clave sin conexión de aquí nunca se instaló en esta máquina
    .next = Instale la clave otra vez con `install`
activate-trouble_lease_other = El plazo de aquí pertenece a otra licencia
    .next = Ejecute `renew`
activate-trouble_lease_gone = Aquí falta el plazo de esta licencia
    .next = El servidor pide otro en unos minutos; sin él, ejecute `renew`
activate-trouble_displaced = Otro servidor tiene la plaza de este; funciona hasta { $until }
    .next = Libere un servidor en el portal antes de ese día

# Archivos rechazados; los que no se nombran aquí están dañados.
license_file-nothing = No hay ningún archivo de licencia en este texto
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-too_long = El texto es demasiado largo para un archivo de licencia
    .next = Copie solo el archivo
license_file-armor_open = Falta la última línea del archivo
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-signature = La firma no es correcta: el archivo se cambió o se cortó
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-kind = El archivo es de otra clase que la que se quiere aquí
    .next = `explain` dice qué es
license_file-version = El archivo es de un formato más nuevo que este programa
    .next = Actualice el programa
license_file-root_unknown = El archivo no es de un proveedor que este programa conozca
    .next = Compare las claves raíz de su proveedor con las de esta máquina: en `/etc/seatwarden/license-roots`, o donde diga `license.roots_file`
license_file-signer_revoked = La clave que firmó el archivo fue revocada
    .next = Consiga un archivo nuevo en el portal
license_file-file_revoked = El proveedor ha revocado este archivo
    .next = Consiga un archivo nuevo en el portal, o pregunte a su proveedor
license_file-replaced = El archivo es más antiguo que el instalado aquí
    .next = No hay nada que hacer
license_file-machine = El archivo es para otra máquina
    .next = Haga una petición en esta máquina y traiga su respuesta
license_file-device = El archivo viene de otra máquina
    .next = Hágalo otra vez en esta máquina
license_file-other_file = El archivo pertenece a otra licencia
    .next = Instale antes la licencia para la que es
license_file-install_by = La clave sin conexión debía instalarse antes
    .next = Genere una nueva en el portal
license_file-clock_behind = El reloj de esta máquina está antes de una hora que firmó el proveedor
    .next = Ponga el reloj en hora
license_file-challenge = La respuesta es a otra pregunta sobre la hora
    .next = Ejecute `time recover` otra vez y traiga la respuesta a esa pregunta
license_file-floor_forged = La hora guardada de esta máquina está dañada
    .next = Ejecute `renew`, o `time recover`
license_file-armor_twice = Hay dos archivos en este texto y se quiere uno
    .next = Dé un solo archivo cada vez
license_file-armor_label = La primera y la última línea del archivo nombran clases distintas
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-armor_character = Hay en el archivo un carácter que no le corresponde
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-shape = El archivo no consta de tres partes, como los archivos de licencia
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-base64_padding = Una parte del archivo termina en signos igual, que los archivos de licencia nunca tienen
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-base64_alphabet = Una parte del archivo tiene letras que los archivos de licencia no tienen
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-base64_trailing = Una parte del archivo está cortada
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-header_json = La cabecera del archivo no se puede leer
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-header_twice = La cabecera del archivo dice algo dos veces
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-header_field = La cabecera del archivo tiene algo que este programa no conoce
    .next = Actualice el programa; si persiste, diga el código a su proveedor
license_file-header_missing = Falta algo en la cabecera del archivo
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-alg_none = El archivo no está firmado; cualquiera pudo escribirlo
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-alg = El archivo está firmado con un método que este programa no acepta
    .next = Actualice el programa; si persiste, diga el código a su proveedor
license_file-crit = El archivo exige algo que este programa no conoce
    .next = Actualice el programa; si persiste, diga el código a su proveedor
license_file-typ = El archivo no es de ninguna clase que este programa conozca
    .next = Actualice el programa; si persiste, diga el código a su proveedor
license_file-signature_length = La firma no tiene la longitud correcta: el archivo se cortó
    .next = Cópielo entero, de la primera línea de guiones a la última
license_file-signature_not_reduced = La firma se cambió después de firmar el archivo
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-key_length = Una clave del archivo no tiene la longitud correcta
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-key_point = Una clave del archivo está dañada
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-key_weak = Una clave del archivo no protege nada: todo parecería firmado con ella
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-content_json = El contenido del archivo no se puede leer
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-content_twice = El contenido del archivo dice algo dos veces
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-claim = Algo falta en el archivo o dice lo que no puede decir
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-time = Una hora del archivo no está escrita como debe
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-time_order = Las horas del archivo se contradicen
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-too_many = Una lista o un texto del archivo es demasiado largo
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-text_control = Un texto del archivo tiene caracteres que no se ven
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-statement_signature = La declaración del proveedor sobre quién firmó el archivo es falsa o está dañada
    .next = Compare las claves raíz de `/etc/seatwarden/license-roots`, o de donde diga `license.roots_file`, con las de su proveedor
license_file-statement_kind = El archivo no dice quién lo firmó
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-statement_key = El archivo nombra a otro firmante que el verdadero
    .next = Consiga el archivo otra vez de donde lo tiene
license_file-statement_long = El firmante del archivo fue nombrado por demasiado tiempo
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-signer_early = El archivo se firmó antes de que su firmante pudiera hacerlo
    .next = Mire el reloj de esta máquina y luego pida un archivo nuevo a su proveedor
license_file-signer_expired = El archivo se firmó cuando ya había pasado el tiempo de su firmante
    .next = Consiga un archivo nuevo en el portal
license_file-signer_scope = El firmante no puede firmar archivos de esta clase
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-renew_by = El archivo da más tiempo hasta la renovación del que su firmante puede dar
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-bulletin_old = Ya hay aquí un boletín más nuevo del proveedor
    .next = No hay nada que hacer
license_file-bulletin_range = El firmante del boletín no puede firmar uno con este número
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-grace_stops = El archivo detendría lo que ninguna licencia puede detener: iniciar sesión, ver, exportar
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-grace_order = Los pasos tras el fin de la licencia están desordenados en el archivo
    .next = No se puede arreglar aquí: diga el código a su proveedor y pida un archivo nuevo
license_file-replayed = Este archivo ya se entregó
    .next = No hay nada que hacer
activate-in_file = En `{ $file }`: { $what }
activate-damaged = El archivo está dañado, o no es de los nuestros: { $why } ({ $code })
    .next = Consiga el archivo otra vez de donde lo tiene

# El doctor.
doctor-title = { $wrong ->
    [0] Nada se interpone entre esta instalación y su licencia
    [one] { $wrong } obstáculo se interpone entre esta instalación y su licencia
   *[other] { $wrong } obstáculos se interponen entre esta instalación y su licencia
  }
doctor-title_warnings = { $count ->
    [one] Nada se interpone entre esta instalación y su licencia, pero hay una advertencia
   *[other] Nada se interpone entre esta instalación y su licencia, pero hay { $count } advertencias
  }
doctor-roots = Claves raíz del proveedor: { $count }
doctor-folder = Se puede escribir la carpeta `{ $path }`
doctor-folder_new = Se creará la carpeta `{ $path }`
doctor-folder_open = Otros además de su dueño pueden entrar en `{ $path }`
    .next = Haga `chmod 700`
doctor-disk_low = Quedan { $free } KiB en el disco de `{ $path }`
    .next = Haga sitio: un plazo que no se puede escribir se pierde
doctor-machine = Esta máquina se conoce por: { $parts }
doctor-duplicate_id = `{ $part }` es `{ $value }`, que tienen muchas máquinas; no cuenta
    .next = Si esta máquina se hizo de una imagen, dele un identificador propio: `systemd-machine-id-setup`
doctor-container_unnamed = Este contenedor no tiene nombre, y se conoce por la carpeta que conserva
    .next = Conserve la carpeta en un volumen, o ponga `machine_id` bajo `[license]`: si no, cada arranque toma otra plaza
doctor-license = Licencia `{ $package }`, hasta { $until }
doctor-license_not_yet = La licencia `{ $package }` cuenta desde { $from }
    .next = Espere a ese día, o instale una licencia que cuente hoy
doctor-license_grace = La licencia `{ $package }` valía hasta { $until }; el período de gracia dura hasta { $grace }
    .next = Renuévela antes: `renew`, o sin red `request` e `install`
doctor-license_over = La licencia `{ $package }` valía hasta { $until }, y el período de gracia ha terminado
    .next = Renuévela: `renew`, o sin red `request` e `install`
doctor-refused = El servidor de licencias se niega ({ $code }): { $why }
    .next = { $next ->
        [none] Mire la licencia en el portal, o pregunte a su proveedor
       *[other] { $next }
    }
doctor-no_slot = En la próxima renovación no hay plaza para esta máquina: otros servidores las tienen todas. Funciona hasta { $until }
    .next = Libere un servidor en el portal, pulse allí Restablecer activaciones, ejecute `return` en un servidor que no se necesite o pida al proveedor que suba el límite; `renew --dry-run` pregunta de nuevo
doctor-offline = No hay ningún servidor de licencias configurado: los archivos de licencia se traen a mano
doctor-dns = El nombre `{ $host }` no se conoce aquí: { $why }
    .next = Pida que se resuelva el nombre, mire /etc/resolv.conf, o ponga un proxy
doctor-dns_good = `{ $host }` es { $addresses }
doctor-tcp_refused = `{ $host }` rechaza conexiones en el puerto { $port }: { $why }
    .next = Mire la dirección del servidor de licencias, o pida que el cortafuegos lo deje pasar
doctor-tcp_timeout = Nadie responde en `{ $host }`, puerto { $port }: se lo traga un cortafuegos
    .next = Envíe la petición de abajo a quien lleve su cortafuegos
doctor-tcp_unreachable = No hay camino a `{ $host }`, puerto { $port }: { $why }
    .next = Envíe la petición de abajo a quien lleve su cortafuegos
doctor-tcp_forbidden = Esta misma máquina prohíbe la conexión con `{ $host }`, puerto { $port }: { $why }
    .next = Mire el cortafuegos de esta máquina y su software de seguridad; permita que este programa se conecte
doctor-security_software = En esta máquina hay software de seguridad que puede descartar, cortar o leer lo que envía este programa: { $found }
    .next = Los nombres se conocen aquí, así que la red funciona: pida a quien cuida ese software que deje a `seatwarden-activate` y al servidor conectarse con el servidor de licencias, o mire su registro de este momento
doctor-security_software_none = Además de un cortafuegos, el software de seguridad de esta máquina puede detener este programa; no se encontró ninguno conocido
    .next = Si todo lo demás de esta máquina llega a la red, busque un agente que permita los programas uno a uno
doctor-tcp_good = `{ $host }` responde en el puerto { $port }
doctor-proxy_dns = El nombre del proxy, `{ $host }`, no se conoce aquí: { $why }
    .next = Mire `proxy` bajo `[license]`, o HTTPS_PROXY
doctor-proxy_down = El proxy `{ $host }`, puerto { $port }, no responde: { $why }
    .next = Mire `proxy` bajo `[license]`, o HTTPS_PROXY
doctor-proxy_auth = El proxy `{ $host }` quiere saber quién pregunta (407, { $schemes })
    .next = { $tried ->
        [yes] No aceptó el nombre y la contraseña puestos: mire `proxy_user` y `proxy_password`. Debe permitir Basic
       *[other] Ponga `proxy_user` y `proxy_password` bajo `[license]`, o haga que deje pasar el servidor de licencias
      }
doctor-proxy_refused = El proxy `{ $host }` niega el camino a { $target } ({ $status })
    .next = Pida a quien lleve el proxy que lo deje pasar: la petición está abajo
doctor-proxy_good = El proxy `{ $host }` deja pasar esto
doctor-tls_interception = Alguien lee en el camino: el certificado para `{ $host }` lo hizo `{ $issuer }`, de quien esta máquina no se fía
    .next = Si es el filtro de su empresa, exceptúe de él el servidor de licencias, o ponga su certificado en un archivo y nómbrelo como `ca_file` bajo `[license]`. Si no lo conoce, no dé ninguna contraseña
doctor-tls_expired = El certificado de `{ $host }` no vale hoy, hecho por `{ $issuer }`
    .next = Mire primero el reloj de esta máquina, y pregunte después a su proveedor
doctor-tls_name = El certificado no es para `{ $host }` sino para `{ $subject }`, hecho por `{ $issuer }`
    .next = Puede que haya respondido en su lugar un portal de la red: entre allí, o mire la dirección
doctor-tls_broken = `{ $host }` no habla TLS con esta máquina: { $why }
    .next = Un filtro en el camino puede romper la conexión: envíe la petición de abajo a quien lo lleve
doctor-tls_good = El certificado para `{ $host }` es bueno, hecho por `{ $issuer }`
doctor-captive_page = Una página de la red responde en lugar del servidor de licencias ({ $status }): { $to }
    .next = Entre primero en la red, o pida que dejen pasar el servidor de licencias sin ello
doctor-block_page = Un filtro responde en lugar del servidor de licencias ({ $status }): { $begin }
    .next = Pida a quien lleve el filtro que lo deje pasar: la petición está abajo
doctor-rate_limited = { $seconds ->
    [none] El servidor de licencias quiere que lo dejen en paz un rato
    [one] El servidor de licencias quiere que lo dejen en paz { $seconds } segundo
   *[other] El servidor de licencias quiere que lo dejen en paz { $seconds } segundos
  }
    .next = Espere, y busque qué lo llama tan a menudo
doctor-not_a_license_server = Lo que responde no es un servidor de licencias: { $why }
    .next = Mire `server_url` bajo `[license]`
doctor-server_broken = El servidor de licencias está averiado en este momento ({ $status })
    .next = Espere: su licencia sigue. Pregunte a su proveedor si continúa
doctor-no_answer = El servidor de licencias no respondió: { $why }
    .next = Inténtelo más tarde: su licencia sigue
doctor-answer_good = El servidor de licencias responde
doctor-clock = El reloj va mal: aquí son { $here }, y en el servidor de licencias { $server }
    .next = Ponga el reloj en hora, mejor por NTP
doctor-clock_good = El reloj va bien
doctor-firewall_head = La petición para quien lleve su cortafuegos:
doctor-firewall = Por favor, permitan HTTPS saliente de este servidor a { $host }, puerto TCP { $port }. Es el servidor de licencias de nuestra plataforma de análisis. Un host, un puerto; nada entra, no se llama a ningún otro host, y no se debe interceptar TLS.

# Palabras.
activate-word_license = licencia
activate-word_lease = plazo
activate-word_bulletin = boletín
activate-word_signer = declaración sobre un firmante
activate-word_grant = permiso para un repetidor
activate-word_clock_answer = respuesta sobre la hora
activate-word_request = petición de licencia
activate-word_renewal = renovación
activate-word_return = recibo de una devolución
activate-word_clock_challenge = pregunta sobre la hora
activate-word_unknown = nada que este programa conozca
activate-state_not_yet = no empezada
activate-state_active = vigente
activate-state_expiring = vigente, y acaba pronto
activate-state_grace = acabada, en su periodo de gracia
activate-state_limited = acabada, limitada
activate-check_readable = Se puede leer
activate-check_signature = Su firma es buena
activate-check_device = Viene de esta máquina
activate-check_machine = Es para esta máquina
activate-check_date = Vale hoy
activate-check_newer = Es más nuevo que lo que hay aquí
activate-check_same = Es el mismo archivo que hay aquí
activate-check_not_readable = No se puede leer
activate-check_not_signature = Su firma no es buena
activate-check_not_device = No viene de esta máquina
activate-check_not_machine = No es para esta máquina
activate-check_not_date = No vale hoy
activate-check_not_newer = No es más nuevo que lo que hay aquí
activate-ability_sign_in = entrar
activate-ability_view = ver paneles
activate-ability_export = exportar datos
activate-ability_remove_users = quitar usuarios
activate-ability_manage_license = administrar la licencia
activate-ability_add_users = añadir usuarios y subir roles
activate-ability_create = crear paneles y modelos
activate-ability_change = cambiar paneles y modelos
activate-ability_build = construir modelos
activate-ability_schedule = informes programados
activate-ability_automate = guiones que cambian algo
activate-ability_embed = incrustar
activate-label_package = Paquete
activate-label_organisation = Organización
activate-label_holder = Usuario de licencia
activate-label_type = Tipo
activate-label_state = Estado
activate-label_ends = Fin
activate-label_bought = Comprado hasta
activate-label_lease = Plazo
activate-label_seats = Plazas
activate-label_limits = Límites
activate-label_entitlements = Derechos
activate-label_next = Lista para después
activate-label_device = Máquina
activate-label_now = Hora que cuenta
activate-label_contact = Último contacto
activate-label_stops = No funciona
activate-label_works = Funciona
activate-label_later = Se para después
activate-label_grace = Periodo de gracia
activate-label_signed = Firmada
activate-label_begins = Empieza
activate-label_file_works = El archivo vale hasta
activate-label_install_by = Instalar antes de
activate-label_file = Archivo
activate-label_replaces = Sustituye a
activate-value_ends = { $days ->
    [one] { $day } ({ $days } día)
   *[other] { $day } ({ $days } días)
  }
activate-value_ended = { $days ->
    [one] { $day } (terminó hace { $days } día)
   *[other] { $day } (terminó hace { $days } días)
  }
activate-value_lease = { $count ->
    [one] hasta { $until }, renovado { $count } vez
   *[other] hasta { $until }, renovado { $count } veces
  }
activate-value_seats = Administradores { $administrators }, Diseñadores { $designers }, Lectores { $viewers }
activate-value_unlimited = sin límite
activate-value_from = { $name }, desde { $day }
activate-value_change = { $what }: { $before } → { $after }
activate-value_none = ninguno
activate-value_never = nunca
activate-value_endless = sin fin
activate-value_signed = { $at } por { $issuer }
activate-value_any_machine = cualquiera que la instale
activate-value_grace = { $days ->
    [0] Nada sigue después del final.
    [one] { $days } día después del final.
   *[other] { $days } días después del final.
  }
activate-value_grace_step = { $day ->
    [0] Desde el final deja de funcionar: { $what }.
    [one] Tras { $day } día deja de funcionar: { $what }.
   *[other] Tras { $day } días deja de funcionar: { $what }.
  }
activate-line_error = error: { $message }
activate-line_warning = aviso: { $message }
activate-line_hint = consejo: { $next }

# Lo que se hizo.
activate-done_activated = Activado: { $name }, plazo hasta { $until }
activate-done_again = Esta máquina ya estaba activada, y no tomó una segunda plaza
activate-done_sysadmin = Si aún no hay Sys. Admin, lo será { $email } cuando arranque el servidor, con la contraseña de la cuenta de licencia
activate-done_offline = Sin red se sigue con archivos:
activate-done_offline_steps = 1. Ejecute `request` y lleve su texto o imagen al portal, en «Activación sin conexión». 2. Traiga la respuesta y ejecute `install`.
activate-done_slots = Quién tiene las activaciones:
activate-done_slot = { $slot }. { $name } ({ $mode }), visto { $seen }
activate-done_slot_frees = { $slot }. { $name } ({ $mode }), visto { $seen }, libre por sí mismo el { $frees }
activate-done_ways = Salidas: libere un servidor en el portal, pulse allí Restablecer activaciones, ejecute `return` en un servidor que no haga falta, o suba el límite con su proveedor
activate-done_packages = Nombre uno con `--package CÓDIGO`:
activate-done_request = Lleve esto al portal, en «Activación sin conexión»:
activate-done_qr_wide = El terminal es demasiado estrecho para la imagen: escríbala en un archivo con `--qr ARCHIVO.svg`
activate-done_installed = Instalado: { $name }
activate-done_staged = Preparado: { $name }, desde { $day }
activate-done_bulletin = Se tomó un boletín más nuevo
activate-done_lease = Se tomó un plazo
activate-done_time = La hora de esta máquina se corrigió
activate-done_nothing_new = Nada de ello es más nuevo que lo que hay aquí
activate-done_renewed = Renovado hasta { $until }
activate-done_not_renewed = No se renovó: esta máquina funciona hasta { $until }
activate-done_clone = Otra máquina parece tener la clave de esta: mire sus servidores en el portal
activate-done_changes = Lo que cambia:
activate-done_no_changes = La licencia queda como está
activate-done_no_slot = No hay plaza para esta máquina en este momento
activate-done_deactivated = Devuelto: la plaza de { $package } está libre
activate-done_held = Devuelto. La plaza de { $package } sigue ocupada hasta { $until }: hasta entonces vale aún otro archivo entregado para esta máquina
activate-done_returned = Devuelto. Entregue este recibo en el portal: solo entonces queda libre la plaza de { $package }
activate-done_challenge = Lleve esta pregunta al portal, y la respuesta a `install`:
activate-done_nothing_sent = Nada ha salido de esta máquina
activate-done_reached = Se supone: se alcanza el servidor de licencias, y la licencia se renueva hasta que termina lo comprado
activate-done_unreached = Se supone: ya no se alcanza el servidor de licencias
activate-done_sent = { $at } a { $to }: { $what }
activate-ask_password = Contraseña de la cuenta de licencia { $email }:{" "}
activate-ask_code = Código de activación:{" "}

# La línea de órdenes.
activate-cli = Pone en marcha esta instalación con su licencia, y la mantiene
activate-cli_heading = Esta instalación
activate-cli_status = Muestra la licencia de esta instalación
activate-cli_status_online = Preguntar también al servidor de licencias
activate-cli_activate = Activa esta instalación por la red
activate-cli_activate_email = La cuenta de licencia; su contraseña se pide, o se lee de la entrada estándar
activate-cli_activate_code = Activar con un código de un solo uso del portal, que se pide, o se lee de la entrada estándar
activate-cli_activate_file = Instalar el archivo que dio el portal, en vez de preguntar por la red
activate-cli_package = El código del paquete, si la cuenta tiene varios
activate-cli_no_sysadmin = No dejar un primer Sys. Admin para el servidor
activate-cli_deactivate = Devuelve la licencia por la red: la plaza queda libre al momento
activate-cli_request = Hace la petición de una máquina sin red, en texto y en imagen
activate-cli_request_show = Mostrar todo lo que sale de la máquina, y no hacer nada
activate-cli_request_qr = Escribir la imagen en este archivo (SVG); `-` la dibuja en el terminal
activate-cli_install = Instala lo que dio el portal: una respuesta, una clave sin conexión, la licencia siguiente, un boletín
activate-cli_install_file = El archivo; `-` o nada: la entrada estándar
activate-cli_return = Devuelve la licencia sin red, e imprime el recibo para el portal
activate-cli_renew = Renueva el plazo ahora
activate-cli_renew_dry_run = Mostrar solo lo que cambiaría
activate-cli_doctor = Averigua qué se interpone entre esta instalación y su licencia
activate-cli_explain = Dice qué es un archivo, qué dice, y si es bueno
activate-cli_simulate = Muestra qué funciona un día, o con otra licencia
activate-cli_simulate_at = El día, como 2027-03-01
activate-cli_simulate_with = El archivo de licencia que se prueba
activate-cli_simulate_unreachable = Como si ya no se alcanzara el servidor de licencias
activate-cli_time = Corrige la hora de esta máquina después de que su reloj fuera muy adelantado
activate-cli_time_recover = Pregunta la hora al servidor de licencias; sin red, imprime una pregunta para el portal
activate-cli_time_offline = Imprimir la pregunta, sin probar la red
activate-cli_show_sent = Muestra todo lo que salió de esta máquina
activate-cli_man = Imprime la página de manual
activate-cli_completions = Imprime los completados de un intérprete
activate-cli_shell = El intérprete
activate-cli_json = Escribir JSON
activate-cli_config = El archivo de configuración; `seatwarden.toml` en la carpeta de datos si no se nombra ninguno
activate-cli_data_dir = La carpeta de datos del servidor; la licencia está debajo, en `license`
activate-cli_server = La dirección del servidor de licencias
activate-cli_proxy = El proxy, como http://proxy.example:3128; `none`: ninguno
activate-cli_ca_file = Un archivo con certificados (PEM) de los que fiarse además de los del sistema
activate-cli_examples = Ejemplos:
    {"  "}seatwarden-activate activate --email joan@acme.example    pide la contraseña
    {"  "}seatwarden-activate activate --code < code.txt            con un código de un solo uso
    {"  "}seatwarden-activate request --qr request.svg > request.txt
    {"  "}seatwarden-activate install answer.txt                    sin red
    {"  "}seatwarden-activate status --json                         para guiones
    {"  "}seatwarden-activate doctor                                si no funciona

    Códigos de salida: 0 bien, 1 rechazado, o un aviso de `status`; 2 limitado, 3 sin licencia o archivo
    válido, 4 servidor de licencias no alcanzado, 64 argumentos erróneos
