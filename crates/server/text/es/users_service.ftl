# Service accounts: the users of scripts.

users-service_account = Una cuenta de servicio no tiene contraseña ni una dirección a la que lleguen correos.
    .next = Cree un token de API para ella; para dejarla fuera, desactívela o anule sus tokens. Su dirección termina en @service.invalid.
users-license_account = Una cuenta de licencia conserva su rol.
    .next = Lo que puede hacer lo deciden las organizaciones por las que actúa; vea Emisor > Clientes.
users-not_a_service = Solo las cuentas de servicio reciben sus tokens de otros.
    .next = Deje que el usuario cree el token en Mi perfil > Token de API.
api_tokens-not_by_named = Un token de API con nombre no muestra ni crea el token de Mi perfil, que puede durar más que él.
    .next = Inicie sesión con la contraseña, o use el propio token de Mi perfil.
api_tokens-named_only = Una cuenta de servicio solo tiene tokens de API con nombre.
    .next = Pida uno a un administrador, o cree uno en la página de la cuenta de servicio.

users_list-origin_service = Cuenta de servicio
users_list-origin_license = Cuenta de licencia
users-service_add = Añadir cuenta de servicio
users-service_lead = Para scripts: sin contraseña, sin correos, sin plaza. Solo se admite con tokens de API, que usted crea en la página de la cuenta.
users-service_name = Nombre
users-service_name_hint = Qué hace el script: «Sincronización nocturna»
users-service_name_missing = La cuenta de servicio aún no tiene nombre.
    .next = Diga en pocas palabras qué hace su script.
users-service_tokens_lead = Cada token tiene un nombre, un alcance y una fecha de fin; se muestra una sola vez. Al sustituirlo se crea un sucesor, y el anterior sigue valiendo una semana.
users-service_added = Se añadió la cuenta de servicio. Cree un token para su script.

users-cli_token = El token { $id } está creado. Cópielo ahora; solo se muestra esta vez
users-cli_revoked = El token { $id } ha terminado
