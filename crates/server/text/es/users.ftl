# What users may not be.

users-unknown = Ese usuario no existe.
    .next = Compruebe el identificador, el nombre de usuario o la dirección de correo.
users-email_taken = { $what ->
    [email] Otro usuario tiene esta dirección de correo.
    [userName] Otro usuario tiene este nombre de usuario.
   *[other] Otro usuario tiene esta dirección de correo o este nombre de usuario.
}
    .next = Elija otra cosa.
users-sysadmin_email_taken = Otro usuario tiene esta dirección, por eso el Sys. Admin todavía no puede tenerla.
    .next = Inicie sesión como Sys. Admin y abra Admin > Sys. Admin > Entregar esta cuenta a otra persona: da otra dirección a ese usuario y traslada lo que le pertenece, en un solo paso. Un script cambia antes la dirección de ese usuario.
users-unknown_filter = Este filtro no conoce «{ $text }».
    .next = Acepta uno de estos: { $words }.
users-others_by_now = Ahora coinciden otros usuarios que los que ha visto.
    .next = Revise los nuevos números y confirme otra vez.
users-other_role_by_now = El usuario ya tiene otro rol que el que dio la operación.
    .next = Cambie a mano el rol de este usuario si no es correcto.
users-nothing_to_take_back = No hay nada que deshacer: la operación no dio otro rol a nadie ni eliminó a nadie, o ya no se conserva.
    .next = Las operaciones se conservan 30 días. Cambie los roles a mano; recupere a los usuarios en Usuarios eliminados.
users-act_over = Esta operación ya no está en marcha.
    .next = Vea en su página lo que hizo.
users-act_stopped = { $name } la detuvo.
    .next = Iníciela de nuevo para los que faltan.
users-unknown_act_done = Esta operación no existe, o ya no.
    .next = Los resultados se conservan 30 días.
users-bad_email = Esto no puede ser una dirección de correo.
    .next = Escríbala como name@example.com.
users-bad_user_name = Un nombre de usuario necesita de 1 a 254 caracteres visibles.
    .next = Elija otro.
users-name_is_address = Un nombre de usuario no puede ser la dirección de correo de otra persona.
    .next = Elija un nombre sin @ o su propia dirección.
users-bad_name = Un nombre tiene { $maximum } caracteres visibles como máximo.
    .next = Acórtelo.
users-bad_language = «{ $text }» no es un idioma.
    .next = Escríbalo como de-DE o en.
users-missing_field = Falta el campo { $name }.
    .next = Añádalo y envíe la solicitud de nuevo.
users-one_sysadmin = Ya hay un Sys. Admin, y siempre hay uno solo.
    .next = Elija otro rol o traspase el rol de Sys. Admin.
users-last_sysadmin = El Sys. Admin no se puede eliminar ni desactivar, ni puede recibir otro rol.
    .next = Traspase primero el rol a otra persona.
users-sysadmin_only = Solo el Sys. Admin puede modificar al Sys. Admin.
    .next = Consulte al Sys. Admin.
users-too_many = Son más de { $maximum } usuarios a la vez.
    .next = Envíelos en varias solicitudes.
users-too_many_passwords = En una llamada caben como máximo { $maximum } usuarios con contraseña.
    .next = Envíe los que tienen contraseña en varias llamadas; sin contraseña caben hasta 20.000 a la vez.
users-bad_sort = No se puede ordenar a los usuarios por «{ $name }».
    .next = Use userName, email, firstName, lastName, roleId, created, lastUpdated o lastActivity.
users-unknown_kind = No hay tokens del tipo «{ $kind }».
    .next = Use api, odbc o sso.
users-bad_role = «{ $name }» no es ni el identificador ni el nombre de un rol.
    .next = Consulte los roles en /api/roles.
users-twice_in_list = La misma dirección o el mismo nombre de usuario aparece dos veces en la lista.
    .next = Envíe cada usuario una sola vez.
users-settings_too_large = Estos ajustes de la interfaz ocupan demasiado.
    .next = Guarde menos en ellos.
users-changed_meanwhile = Otra persona acaba de modificar este usuario.
    .next = Mire el cambio e inténtelo de nuevo.
users-unknown_language = Todavía no hablamos este idioma.
    .next = Elija uno de la lista.
users-not_an_array = El cuerpo debe ser una lista.
    .next = Ponga los elementos entre corchetes.
users-wrong_type = El campo { $name } tiene un tipo incorrecto.
    .next = Compruebe el tipo de su valor.
users-unknown_expand = No hay nada llamado { $name } que expandir.
    .next = Use role o groups.
users-bad_id = Esto no es el identificador de un usuario.
    .next = Envíe los 24 dígitos hexadecimales de _id o una dirección de correo.
users-bad_number = Este parámetro debe ser un número que no sea negativo.
    .next = Corríjalo y envíe la solicitud de nuevo.

users-title = Usuarios
users-lead = Todas las personas que pueden iniciar sesión aquí y las que fueron invitadas.
users-user_name = Nombre de usuario
users-email = Correo electrónico
users-role = Rol
users-last_active = Última actividad
users-search = Buscar por nombre, correo o identificador
users-none = Nadie coincide
users-counted = { $count ->
    [one] Un usuario
   *[other] { $count } usuarios
}
users-state_inactive = Inactivo

users-own_role = No puede cambiar su propio rol.
    .next = Pídaselo a otro administrador.
users-not_yourself = No puede bloquearse, desactivarse ni eliminarse usted mismo.
    .next = Pídaselo a otro administrador.
users-not_active = Este usuario todavía no puede iniciar sesión o ya no puede, así que no se envía ningún enlace para una contraseña nueva.
    .next = Reactívelo antes; si está invitado, envíe la invitación de nuevo.
users-nothing_to_lock = Este usuario no tiene contraseña aquí, así que no hay nada que bloquear.
    .next = Para que no entre, desactívelo; si tiene una invitación pendiente, anúlela.
users-not_invited = Este usuario no tiene ninguna invitación pendiente.
    .next = Mire el estado de la cuenta.
users-lookalike = Esta dirección se parece mucho a la del administrador { $other }.
    .next = Compare letra por letra y confirme después que es la correcta.
users-mixed_scripts = Esta dirección mezcla letras de alfabetos distintos: { $letters }.
    .next = Escríbala de nuevo o confirme que es la correcta.
users-email_checked = He comprobado esta dirección

users-add = Añadir usuario
users-add_lead = Solo hace falta la dirección de correo.
users-first_name = Nombre
users-last_name = Apellidos
users-user_name_hint = La dirección de correo si se deja vacío
users-sysadmin_email_hint = Otra dirección significa otra persona: al guardar se pasa al paso que entrega la cuenta.
users-language = Idioma
users-language_default = Según el grupo o el servidor
users-groups = Grupos
users-groups_hint = El nombre de un grupo por línea
users-credential = Cómo inicia sesión
users-credential_invited = Invitar por correo
users-credential_password = Con la contraseña de abajo
users-credential_hint = Quien recibe la invitación elige su contraseña; con una puesta aquí no se envía ningún correo.
users-credential_unmailed = Los correos con invitaciones no salen ahora de este servidor (vea Admin > Correo): ponga aquí una contraseña y comuníquesela a la persona.
users-password = Contraseña
users-added = Se añadió el usuario.
users-invited = La invitación está en camino.
users-invited_off = Los correos con invitaciones no salen ahora de este servidor, por lo que no se ha enviado ningún enlace. Corríjalo en Admin > Correo y envíe la invitación de nuevo.
users-saved = Guardado.
users-change_password = Cambiar contraseña
users-change_password_hint = Una contraseña puesta aquí cierra de inmediato todas las sesiones y anula los tokens de API de este usuario.
users-password_invited = Ahora no: la persona elige su primera contraseña con la invitación. Envíela de nuevo con el botón de arriba.
users-password_none = Ahora no: todavía no tiene contraseña. Envíe una invitación con el botón de arriba; con ella elegirá una.
users-password_inactive = Ahora no: este usuario está desactivado y no puede iniciar sesión. Reactívelo antes con el botón de abajo.
users-new_password = Contraseña nueva
users-send_link = Enviar en su lugar un enlace para que la elija
users-send_link_hint = Todavía no termina nada. Cuando la elija, se cerrarán todas sus sesiones; sus tokens de API, solo si lo pide.
users-account_locked = Cuenta bloqueada
users-lock_hint = Un usuario bloqueado no puede iniciar sesión y conserva su plaza. Se cierran sus sesiones; los tokens de API siguen funcionando.
users-locked_by_guessing = Por contraseñas erróneas; termina por sí solo en { $left }. Desmarque y guarde para desbloquear ya.
users-locked_by_administrator = Por un administrador, { $ago }. Desmarque y guarde para desbloquear.

users-tabs = Usuario
users-tab_account = Cuenta
users-tab_activity = Actividad
users-tab_sessions = Sesiones
users-tab_tokens = Tokens de API
users-state = Estado
users-state_active = Activo
users-state_invited = Invitado
users-state_locked = Bloqueado
users-never = Nunca
users-access = Rol y plaza
users-effective_role = Rol efectivo
users-why = Por qué
users-role_by_hand = Asignado a mano
users-role_by_group = Asignado por el grupo { $group }
users-seat = Plaza
users-seat_none = Ninguna; solo los usuarios activos ocupan una
users-beyond_own = El rol de este usuario permite más que el suyo, así que solo puede mirar.
users-view_as = Ver como…
users-end_access = Terminar el acceso
users-end_access_lead = Desactivar libera la plaza y se puede deshacer en cualquier momento.
users-end_access_inactive = Este usuario está desactivado: nadie inicia sesión con la cuenta y no ocupa plaza. Al reactivarlo vuelve a ocupar una.
users-end_access_invited = Nadie ha iniciado sesión todavía con esta cuenta y no ocupa plaza. Cancelar la invitación de arriba la termina.
users-deactivate = Desactivar
users-deactivate_title = ¿Desactivar a { $name }?
users-reactivate = Reactivar
users-deactivated = Se desactivó el usuario.
users-reactivated = El usuario vuelve a estar activo.
users-delete = Eliminar…
users-invitation = Invitación
users-invitation_lead = Enviada { $ago }, aún sin aceptar.
users-invitation_until = Su enlace funciona hasta el { $until }.
users-invitation_not_arrived = Si el correo no llegó, pida que se busque en el correo no deseado y envíela de nuevo: el enlace anterior deja de valer.
users-invitation_over = Su enlace ya no funciona. Envíela de nuevo.
users-invite_again = Enviar de nuevo
users-cancel_invitation = Cancelar la invitación
users-invitation_cancelled = La invitación se canceló; su enlace ya no funciona.

users-sessions_none = Sin sesiones abiertas
users-sessions_none_lead = Aquí aparece una sesión cuando este usuario inicia sesión con un navegador.
users-end_session = Cerrar
users-end_sessions = Cerrar todas las sesiones
users-session_ended = Se cerró la sesión.
users-sessions_ended = Se cerraron todas las sesiones.
users-tokens_none = Sin tokens de API
users-tokens_none_lead = Aquí aparecen los tokens que este usuario crea en Mi perfil.
users-token_single = Token de API único
users-token_sign_in = Del inicio de sesión por la API
users-token_revoked = Se revocó el token.
users-activity_none = Aún no ha pasado nada
users-activity_none_lead = Aquí aparece lo que hace este usuario y lo que se hace con su cuenta.
users-changed_title = Mientras tanto, otra persona cambió este usuario
users-changed_lead = Esto ha cambiado desde que abrió el formulario. Los campos que no había tocado ya lo muestran; en los demás, al guardar de nuevo vale lo que usted escribió.
users-changed_nothing = Es lo mismo que escribió. Guarde de nuevo para estar seguro.
users-deactivate_text = 
    { $sessions ->
        [one] Se cierra { $sessions } sesión,
       *[other] Se cierran { $sessions } sesiones,
    } { $tokens ->
        [one] { $tokens } token de API deja de funcionar y la plaza queda libre. Puede deshacerlo en cualquier momento.
       *[other] { $tokens } tokens de API dejan de funcionar y la plaza queda libre. Puede deshacerlo en cualquier momento.
    }
users-end_sessions_text = { $count ->
        [one] Se cierra { $count } sesión al instante.
       *[other] Se cierran { $count } sesiones al instante.
    }
users-sso_password = Este usuario inicia sesión con inicio de sesión único (SSO). La contraseña la gestiona la organización.
    .next = Pida que se cambie donde la organización gestiona sus contraseñas.
users-invitation_failed = Creada { $ago }, pero su correo no salió. El motivo está en Correo > Envíos.
users-invitation_off = Creada { $ago }, pero no enviada: esos correos están desactivados en Correo.
users-invitation_waiting = Creada { $ago }, aún sin aceptar; su correo espera para salir.
users-link_sent = Se ha enviado un enlace a { $email }. La contraseña sigue igual hasta que se use.
users-link_sent_only = Se ha enviado un enlace a { $email }. La contraseña escrita no se ha establecido.
