# Downloads: versions of the platform.

downloads-title = Descargas
downloads-lead = Versiones de la plataforma que abren sus licencias, la más reciente primero.
downloads-none = Nada que descargar
downloads-none_lead = Una licencia vigente abre las descargas. Escríbanos si esperaba algo aquí.
downloads-closed =
    { $count ->
        [one] Hay una versión que sus licencias no abren
       *[other] Hay { NUMBER($count) } versiones que sus licencias no abren
    }
downloads-version = Versión { $version }
downloads-latest = La más reciente
downloads-sha256 = SHA-256:
downloads-get = Descargar
downloads-signature = Firma
downloads-bytes = { NUMBER($count) } bytes
downloads-kilobytes = { NUMBER($count) } kB
downloads-megabytes = { NUMBER($count) } MB
downloads-check = Comprobar lo descargado
downloads-check_lead = La suma de comprobación muestra que el archivo llegó entero; la firma, que viene de nosotros.
downloads-public_key = Nuestra clave pública
downloads-unknown = No existe esa versión o archivo para usted.
    .next = Abra Descargas: allí está lo que abren sus licencias.
    .host = `seatwarden license releases list` muestra todas las versiones.
downloads-bad_version = Una versión tiene de 1 a { NUMBER($maximum) } letras, cifras y signos -_.+.
    .next = Llámela, por ejemplo, 2026.4.1.
downloads-version_taken = Esa versión ya existe.
    .next = Dele otro número.
downloads-bad_notes = Las notas superan { NUMBER($maximum) } caracteres.
    .next = Acórtelas.
downloads-bad_file = El nombre de un archivo tiene de 1 a { NUMBER($maximum) } letras, cifras y signos -_.+.
    .next = Cambie el nombre del archivo y envíelo de nuevo.
downloads-file_taken = La versión ya tiene ese archivo, o tantos como puede haber.
    .next = Dé otro nombre al archivo o cree otra versión.
downloads-not_ready = La versión no está en un estado que lo permita.
    .next = Los archivos se añaden a borradores; se publica un borrador con archivo; se retira lo publicado.
audit-event_downloads_create = Se preparó una versión
audit-event_downloads_add_file = Se añadió un archivo a una versión
audit-event_downloads_publish = Se publicó una versión
audit-event_downloads_withdraw = Se retiró una versión
downloads-too_large = El archivo es mayor de lo que este servidor acepta ({ $megabytes } MB).
    .next = Divídalo, o haga aumentar license_server.release_file_bytes_max. No se guardó nada.
downloads-disk_full = El disco del servidor no tiene espacio para este archivo.
    .next = Libere espacio en la carpeta de descargas y envíe el archivo otra vez. No se guardó nada.
downloads-unreadable = { $file } no se puede leer: { $why }
    .next = Compruebe la ruta y que puede leer el archivo.
downloads-damaged = { $file } en el disco no es el archivo que se añadió.
    .next = Retire la versión y averigüe quién cambió la carpeta de descargas.
downloads-cli_signed = Los archivos de { $version } se firmaron de nuevo
downloads-cli_published = { $version } se publicó
downloads-cli_withdrawn = { $version } se retiró
audit-event_downloads_sign_again = Los archivos de una versión se firmaron de nuevo
audit-event_downloads_download = Se descargó un archivo de una versión
audit-event_downloads_download_signature = Se descargó la firma de un archivo
