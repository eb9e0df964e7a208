# Seguridad: las normas que fijan los administradores.

security-out_of_range = Debe ser un número entero de { $minimum } a { $maximum }.
    .next = Elija un número entre ambos.
security-idle_too_long = Una sesión no puede estar inactiva más tiempo del que dura.
    .next = Reduzca el primer número o aumente el segundo.
security-unknown_role = No hay ningún rol { $role }.
    .next = Use super, admin, dataAdmin, dataDesigner, contributor o consumer, o el nombre de API o el ID de un rol propio.
security-no_role_chosen = No se ha elegido ningún rol para estos límites.
    .next = Elija el rol propio al que corresponden o vacíe los campos.
security-unknown_name = No hay ningún ajuste { $name }.
    .next = Los nombres están en la respuesta al leer los ajustes.
security-shown_before = La clave ya se mostró. Se muestra una sola vez.
    .next = Cree otra con Renovar; la antigua puede seguir valiendo un tiempo.

security-title = Seguridad
security-saved = Guardado. Vale de inmediato.
security-was_reset = Vuelve a valer lo configurado.
security-reset = Restablecer valores predeterminados
security-changed = Lo que hay ahora
security-now = { $name }: { $value }
security-now_on = { $name }: activado
security-now_empty = { $name }: vacío o desactivado
security-passwords = Contraseñas
security-passwords_lead = Cómo debe ser una contraseña nueva. Las que existen siguen valiendo hasta que se cambien.
security-minimum_length = Mínimo de caracteres
security-minimum_length_hint = De 8 a 64. La longitud protege mejor que los signos y las cifras.
security-nist_preset = Valores de NIST
security-nist_preset_hint = Como pide NIST SP 800-63B-4: 15 caracteres para una contraseña como único factor, sin reglas de composición y sin caducidad.
security-replace_given = Las contraseñas asignadas se sustituyen
security-replace_given_hint = Quien recibió una contraseña de un administrador, de una lista o de un script elige la suya en el próximo inicio de sesión en un navegador. Los scripts que la usan siguen funcionando.
security-regex = Regla propia de su organización
security-regex_hint = Una expresión regular como las de JavaScript. Déjelo vacío si nada le obliga a tener una.
security-message = Lo que se dice de la regla
security-message_hint = Una frase. Aparece bajo el campo donde se elige la contraseña.
security-tester = Pruebe antes de guardar
security-try_password = Una contraseña para probar
security-try_hint = Se comprueba con las reglas de arriba, guardadas o no. No se conserva en ningún sitio.
security-try = Probar
security-affected = ¿A quién afecta?
security-affected_nobody = A nadie: estas reglas admiten todas las contraseñas que admiten las reglas vigentes.
security-affected_text = No se cierra la sesión de nadie. Las contraseñas guardadas no se pueden leer, así que nadie puede decir cuáles incumplen las reglas nuevas; estas valen para cada contraseña nueva.
security-affected_with = Tienen contraseña y la conservan
security-affected_md5 = De ellos, importadas como md5 y comprobadas en el primer inicio de sesión
security-affected_must_change = De ellos, deben elegir otra en el próximo inicio de sesión
security-affected_without = Eligen su primera contraseña con las reglas nuevas
security-users =
    { $count ->
        [one] { $count } usuario
       *[other] { $count } usuarios
    }
security-users_more = Más de { $count } usuarios
security-foresee = ¿Cuántas sesiones terminarían?
security-would_end = { $count ->
    [0] Ahora no terminaría ninguna sesión.
    [one] Una sesión terminaría en cuanto se guarde esto.
   *[other] { $count } sesiones terminarían en cuanto se guarde esto.
}
security-would_end_more = Al menos { NUMBER($count) } sesiones terminarían en cuanto se guarde esto.
security-lockout = Bloqueo
security-lockout_lead = Demasiadas contraseñas erróneas bloquean una cuenta durante un tiempo. A un navegador que ya inició sesión en ella nunca se le hace esperar.
security-lockout_enabled = Bloquear cuentas tras intentos fallidos
security-lockout_enabled_hint = Aun sin esto, quien adivina espera más tras cada contraseña errónea.
security-lockout_attempts = Número de intentos fallidos antes del bloqueo
security-lockout_minutes = Duración del bloqueo (minutos)
security-lockout_period = Los fallos cuentan juntos durante, en minutos
security-sessions = Límites de sesión
security-sessions_lead = Los límites más bajos acortan también las sesiones abiertas, en segundos. Los más altos valen para las nuevas.
security-idle_minutes = Termina tras estos minutos sin solicitudes
security-absolute_hours = Termina en todo caso tras estas horas
security-session_only_cookie = No recordar a nadie
security-session_only_cookie_hint = Quita «Mantener la sesión iniciada» de la página de inicio de sesión. Cada sesión termina con su navegador.
security-remember_idle_days = Recordada: termina tras estos días sin solicitudes
security-remember_absolute_days = Recordada: termina en todo caso tras estos días
security-per_user_max = Sesiones simultáneas por usuario
security-role_limits = Más bajos para algunos roles
security-role_limits_hint = Para quienes pueden mucho, por ejemplo 15 minutos, 8 horas y 2 sesiones. Acortan también las sesiones recordadas. Los roles propios siguen al rol integrado en que se basan, salvo que tengan límites propios. Vacío, o más alto que arriba: como arriba.
security-role_idle = { $role }: minutos sin solicitudes
security-role_absolute = { $role }: horas en todo caso
security-role_per_user = { $role }: sesiones simultáneas
security-of_role_idle = Minutos sin solicitudes
security-of_role_absolute = Horas en todo caso
security-of_role_per_user = Sesiones simultáneas
security-role_chosen = Rol elegido
security-role_more = Límites para otro rol propio
security-role_more_hint = Lo que quede vacío será como en el rol integrado en que se basa. El número de este rol vale aunque el del integrado sea más bajo.
security-role_none = Ninguno más
security-role_above = El límite para todos, { $limit }, es más bajo y es el que vale.
security-role_above_remembered = El límite para todos, { $limit }, es más bajo y es el que vale. Este número solo acorta las sesiones recordadas.
security-embedding = Inserción
security-embedding_lead = De quién son las páginas que pueden mostrar las nuestras y los scripts que pueden llamar a la API. De nadie, mientras no se nombre a nadie.
security-frame_ancestors = Sitios que pueden insertar nuestras páginas
security-frame_ancestors_hint = Uno por línea: https://portal.example.com, https://*.example.com para todo lo que hay debajo (nunca debajo de un sufijo que comparten extraños, como *.co.uk), o * para todos. Solo se insertan la página de inicio y las páginas para iniciar sesión, nunca la administración, Mi perfil ni las páginas de licencias.
security-cors_origins = Orígenes CORS permitidos
security-cors_origins_hint = Uno por línea, exacto: https://app.example.com. Un * solo deja que cualquier sitio llame a la API, sin cookies.
security-cors_credentials = Estos scripts pueden usar las cookies de quien tiene la sesión abierta
security-cors_credentials_hint = No junto con *. Los scripts que envían un token no lo necesitan.
security-cross_site_cookies = Cookies entre sitios para la inserción
security-cross_site_cookies_hint = SameSite=None en vez de Lax, para quienes inicien sesión desde ahora. Requiere TLS. Los formularios siguen protegidos.
security-headers_now = Las cabeceras que se envían
security-headers_preview = Las cabeceras que se enviarían
security-preview = Ver las cabeceras
security-api_access = Acceso a la API
security-api_access_lead = La x-api-key heredada lleva una contraseña en cada llamada. Prefiera los tokens de API y desactívela cuando ya nadie la use.
security-api_key = La cabecera x-api-key
security-api_key_enabled = Aceptar la x-api-key heredada
security-api_key_enabled_hint = Si está desactivada, toda llamada con ella se rechaza de inmediato.
security-iat_window = Antigüedad máxima de una llamada firmada, en segundos
security-iat_window_hint = 300 es un buen valor. 0: no se comprueba la antigüedad.
security-key = Clave de firma
security-key_lead = Con lo que los scripts firman sus llamadas.
security-key_once = Copie la clave ahora. Se muestra solo esta vez.
security-key_weak = Esta clave se trajo de fuera y es más corta que las que se crean aquí. Renuévela y deje que ambas valgan hasta que cada script tenga la nueva.
security-key_made = Creada
security-key_made_at_setup = Con la instalación
security-key_last_use = Último uso
security-key_unused = Todavía no
security-key_user = el usuario
security-key_previous = La clave anterior vale hasta
security-show_key = Mostrar la clave
security-rotate = Renovar
security-rotate_title = ¿Crear una clave nueva?
security-rotate_text = Los scripts deben firmar con la clave nueva cuando pase el tiempo de la antigua. Una clave que ya estaba por terminar deja de valer de inmediato.
security-overlap = La clave antigua sigue valiendo
security-overlap_hint = Durante ese tiempo valen las dos.
security-overlap_none = nada

security-not_told = No hay clave que mostrar: se muestra una sola vez, y ya se mostró.
    .next = Cree otra con generate; la anterior deja entonces de valer.
security-bad_key = Una clave necesita de { $minimum } a { $maximum } dígitos hexadecimales.
    .next = Deje que el servidor cree una con generate.
security-no_sso = El inicio de sesión único (SSO) no se puede activar aquí.
    .next = Deje enabled en false.
security-language_stays = El idioma del servidor está en su configuración: { $language }.
    .next = Cambie allí server.language o deje que cada uno elija el suyo.
