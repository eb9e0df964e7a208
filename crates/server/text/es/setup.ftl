# The first page of a new installation.

setup-title = Configurar esta instalación
setup-lead = Cree la primera cuenta: el Sys. Admin, del que hay exactamente uno.
setup-secret = Secreto de instalación
setup-secret_hint = Se mostró donde se inició el servidor.
setup-email = Correo electrónico
setup-first_name = Nombre
setup-last_name = Apellidos
setup-password = Contraseña
setup-repeat = Repita la contraseña
setup-make = Crear la cuenta

setup-already = Esta instalación ya está configurada.
    .next = Inicie sesión, o use `seatwarden rescue` en el servidor si nadie puede hacerlo.
setup-wrong_secret = Este no es el secreto de instalación.
    .next = Léalo donde se inició el servidor. Cada inicio muestra uno nuevo.
setup-license_title = O empiece con la licencia
setup-license_lead = Esto activa la instalación y crea al administrador del sistema con el mismo correo y la misma contraseña. Después, las dos contraseñas son independientes.
setup-activate = Activar y crear la cuenta
setup-other_secrets = Los secretos de { $folder } no son los de esta instalación: nadie podría iniciar sesión aquí.
    .next = Cada nodo necesita los mismos secretos: copie la carpeta de otro nodo o de la copia de seguridad, o indíquela con `secrets.directory`. Si se perdieron, `seatwarden rescue` empieza con otros nuevos; entonces todos eligen una contraseña nueva.
