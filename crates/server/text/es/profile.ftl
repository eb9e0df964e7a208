# My Profile.

profile-saved = Guardado.
profile-read_only = Su rol no le permite cambiar su cuenta. Si algo no es correcto, avise a un administrador.
profile-personal_information = Información personal
profile-personal_lead = Su nombre, tal como lo ven los demás.
profile-first_name = Nombre
profile-last_name = Apellidos
profile-user_name = Nombre de usuario
profile-email_title = Dirección de correo
profile-email_lead = Con ella inicia sesión, y a ella llegan los correos. Una dirección nueva se usa en cuanto la confirme desde un correo.
profile-email = Correo electrónico
profile-role = Rol
profile-new_email = Nueva dirección de correo
profile-change_email = Cambiar la dirección
profile-email_asked = Mire en el buzón de la nueva dirección para confirmarla.
profile-current_password = Contraseña actual

profile-preferences = Preferencias
profile-preferences_lead = Cómo le habla esta instalación.
profile-language = Idioma
profile-language_hint = Las páginas y los correos cambian al instante.
profile-language_default = El que decida la instalación

profile-password = Contraseña
profile-password_lead = Al cambiarla, recibirá un correo.
profile-new_password = Contraseña nueva
profile-repeat_password = Repita la contraseña nueva
profile-end_others = Cerrar mi sesión en todos los demás lugares
profile-end_tokens = Anular también mis tokens de API
profile-end_tokens_hint = Elija esto si otra persona puede conocer su contraseña. Los scripts y las integraciones dejan de funcionar hasta que tengan tokens nuevos.
profile-password_changed = Su contraseña se ha cambiado.
profile-rule_met = cumplida
profile-rule_unmet = no cumplida
profile-sso_password = Su cuenta usa el inicio de sesión único (SSO). Su organización gestiona la contraseña.

profile-api_token = Token de API
profile-api_token_lead = Con un token, un script hace lo que usted puede hacer, sin su contraseña.
profile-single_token = Su token de API
profile-single_token_hint = Para scripts y clientes que esperan un token por usuario. Los scripts lo envían en la cabecera Authorization, después de la palabra Bearer.
profile-single_token_none = Todavía no tiene ningún token.
profile-token_make = Crear un token
profile-token_renew = Regenerar
profile-token_renew_title = ¿Regenerar su token de API?
profile-token_renew_text = El token anterior deja de funcionar al instante, y también los tokens de los scripts que iniciaron sesión mediante la API. Las integraciones dejan de funcionar hasta que tengan el token nuevo.
profile-token_renew_yes = Regenerar el token
profile-token_renewed = Tiene un token nuevo. El anterior ya no funciona.
profile-named_tokens = Tokens con nombre
profile-named_tokens_lead = Uno para cada script, para poder anular cada uno por separado.
profile-named_none = No hay tokens con nombre
profile-named_none_lead = Cree abajo uno para cada script: con lo que puede hacer y cuándo termina.
profile-token_create = Crear un token con nombre
profile-token_new = Token nuevo
profile-token_once = Copie ahora el token nuevo. Solo se muestra esta vez.
profile-token_name = Nombre
profile-token_name_hint = El script o programa que lo usará.
profile-token_scope = Puede hacer
profile-token_expires = Termina
profile-token_never = Nunca
profile-token_last_used = Último uso
profile-token_unused = Todavía no
profile-token_callers =
    { $count ->
        [one] { $count } programa lo usa
       *[other] { $count } programas lo usan
    }
profile-token_actions = Acciones
profile-token_rotate = Sustituir
profile-token_revoke = Revocar
profile-token_revoked = El token ya no funciona.
profile-token_replaced = Sustituido, termina pronto
profile-scope_full = Todo lo que yo puedo hacer
profile-scope_manage_users = Ver y cambiar usuarios, y en qué grupos están
profile-scope_read_users = Ver usuarios
profile-scope_own_account = Ver mi propia cuenta

profile-sessions = Sesiones
profile-sessions_lead = Dónde tiene la sesión iniciada. Cierre lo que no reconozca y, en ese caso, cambie su contraseña.
profile-session_device = Dispositivo
profile-session_place = Lugar
profile-session_first_seen = Primera actividad
profile-session_last_seen = Última actividad
profile-session_sign_out = Cerrar sesión
profile-session_this_one = Esta
profile-session_ended = La sesión se ha cerrado.
profile-other_sessions_ended = Su sesión se ha cerrado en todos los demás lugares.
profile-end_others_button = Cerrar sesión en todos los demás lugares
profile-end_others_title = ¿Cerrar sesión en todos los demás lugares?
profile-end_others_text =
    { $count ->
        [one] { $count } sesión más se cierra al instante.
       *[other] { $count } sesiones más se cierran al instante.
    }
profile-device_on = { $browser } en { $system }
profile-device_computer = Ordenador
profile-device_phone = Teléfono
profile-device_tablet = Tableta
profile-device_script = Script
profile-device_unknown = Dispositivo desconocido

profile-activity = Actividad
profile-activity_lead = Lo que ha hecho usted y lo que ha pasado con su cuenta.
profile-activity_none = Todavía nada
profile-activity_none_lead = Aquí aparecerá todo lo que usted haga y todo lo que pase con su cuenta.

profile-recovery_codes = Códigos de recuperación
profile-scope_change_account = Cambiar mi propia cuenta
profile-scope_read_groups = Ver grupos y roles
profile-scope_manage_groups = Cambiar grupos y roles
profile-scope_read_sessions = Ver quién ha iniciado sesión
profile-scope_manage_sessions = Cerrar sesiones
profile-scope_read_ownership = Ver qué pertenece a quién
profile-scope_manage_ownership = Registrar y traspasar lo que la gente posee
profile-scope_read_features = Ver qué funciones están activas
profile-scope_manage_features = Activar y desactivar funciones
profile-scope_read_security = Ver políticas, llamantes y trabajo en segundo plano
profile-scope_manage_security = Cambiar políticas, llamantes y trabajo en segundo plano
profile-scope_read_mail = Ver los ajustes de correo y los envíos
profile-scope_manage_mail = Cambiar los ajustes de correo, reintentar correos
profile-scope_read_license = Ver la licencia y sus puestos
profile-scope_manage_license = Cambiar la licencia
profile-scope_read_audit = Leer la auditoría de todos
profile-scope_read_licensing = Ver clientes y sus licencias
profile-scope_manage_licensing = Emitir y cambiar licencias de clientes
profile-scope_chosen = Solo lo elegido abajo
profile-scope_hint = En cuanto se elige algo abajo, el token puede hacer eso y nada más.
