# Service accounts: the users of scripts.

users-service_account = Una cuenta de servicio no tiene contraseña.
    .next = Cree un token de API para ella; para dejarla fuera, desactívela o ponga fin a sus tokens.
users-not_a_service = Solo las cuentas de servicio reciben sus tokens de otros.
    .next = Deje que el usuario cree el token en Mi perfil > Token de API.
api_tokens-named_only = Una cuenta de servicio solo tiene tokens de API con nombre.
    .next = Pida uno a un administrador, o cree uno en la página de la cuenta de servicio.

users_list-origin_service = Cuenta de servicio
users-service_add = Añadir cuenta de servicio
users-service_lead = Para scripts: sin contraseña, sin correo, sin plaza. Solo la abren tokens de API, que usted crea en su página.
users-service_name = Nombre
users-service_name_hint = Qué hace el script: «Sincronización nocturna»
users-service_tokens_lead = Cada token tiene un nombre, un alcance y un fin; se muestra una sola vez. Al rotarlo se crea un sucesor, y el anterior sigue valiendo una semana.
users-service_added = La cuenta de servicio está añadida. Cree un token para su script.
