# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] La cadena de auditoría está íntegra: { $count } evento
        [many] La cadena de auditoría está íntegra: { $count } de eventos
       *[other] La cadena de auditoría está íntegra: { $count } eventos
    }
audit-broken = La cadena de auditoría está rota en el evento { $sequence }

audit-event_sign_in_succeed = Inicio de sesión
audit-event_sign_in_fail = Inicio de sesión fallido
audit-event_sign_in_refuse = Inicio de sesión rechazado
audit-event_sign_in_must_change = Se pidió elegir una contraseña nueva
audit-event_sessions_end = Cierre de una sesión
audit-event_sessions_end_others = Cierre de todas las demás sesiones
audit-event_sessions_sign_out = Cierre de sesión
audit-event_passwords_change = Cambio de la contraseña
audit-event_passwords_upgrade = Se reforzó la protección de la contraseña guardada
audit-event_passwords_confirm_fail = La contraseña actual se indicó mal
audit-event_passwords_confirm = Se indicó la contraseña de nuevo
audit-event_password_reset_ask = Se pidió un correo para elegir una contraseña nueva
audit-event_password_reset_mail = Se envió un correo para elegir una contraseña nueva
audit-event_password_reset_choose = Se eligió una contraseña nueva mediante un enlace
audit-event_invitations_accept = Invitación aceptada
audit-event_email_change_ask = Se pidió cambiar la dirección de correo
audit-event_email_change_undo = Se deshizo el cambio de dirección
audit-event_profile_change_names = Cambio de la información personal
audit-event_profile_change_language = Cambio de idioma
audit-event_profile_change_email = Cambio de la dirección de correo
audit-event_recovery_codes_make = Se crearon códigos de recuperación nuevos
audit-event_recovery_codes_use = Se usó un código de recuperación
audit-event_recovery_codes_fail = Se indicó un código de recuperación incorrecto
audit-event_rescue_make_link = Se creó un enlace de rescate en el servidor
audit-event_api_tokens_create = Se creó un token de API
audit-event_api_tokens_renew = Se regeneró el token de API
audit-event_api_tokens_rotate = Se sustituyó un token de API
audit-event_api_tokens_revoke = Se revocó un token de API
audit-event_callers_switch_off = Se desactivó un llamante de la API
audit-event_callers_switch_on = Se activó de nuevo un llamante de la API
audit-event_users_create = Se añadió el usuario
audit-event_users_update = Se modificó el usuario
audit-event_users_activate = Se activó el usuario
audit-event_users_delete = Se eliminó el usuario
audit-event_ownership_register = Se registraron objetos
audit-event_ownership_unregister = Se retiró un objeto del registro
audit-event_ownership_transfer = Se traspasó un objeto
audit-event_ownership_remove = Se retiró un objeto con su propietario
audit-event_ownership_restore = Se restituyó un objeto
audit-event_users_bring_back = El usuario se recuperó
audit-event_users_forget = El usuario eliminado se quitó definitivamente
audit-event_sysadmin_transfer_offer = Se ofreció el rol de Sys. Admin
audit-event_sysadmin_transfer_withdraw = Se retiró la oferta del rol
audit-event_sysadmin_transfer_decline = Se rechazó la oferta del rol
audit-event_sysadmin_transfer_accept = Se traspasó el rol de Sys. Admin
audit-event_sysadmin_transfer_give_account = La cuenta del Sys. Admin se entregó a otra persona
audit-event_users_create_crowd = Se añadieron usuarios de ejemplo
audit-event_feature_management_set = Se activaron o desactivaron funciones
audit-event_groups_create = Se creó el grupo
audit-event_groups_update = Se cambió el grupo
audit-event_groups_delete = Se eliminó el grupo
audit-event_groups_add_members = Se añadieron miembros al grupo
audit-event_groups_remove_members = Se quitaron miembros del grupo
audit-event_groups_add_subgroup = Se puso un grupo dentro del grupo
audit-event_groups_remove_subgroup = Se sacó un grupo del grupo
audit-event_roles_create = Se creó el rol
audit-event_roles_update = Se cambió el rol
audit-event_roles_delete = Se eliminó el rol
audit-event_users_take_role = Se tomó el rol del grupo
audit-event_setup_make_sysadmin = Se configuró la instalación
audit-event_sessions_revoke = Un administrador cerró una sesión
audit-event_sessions_revoke_user = Un administrador cerró todas las sesiones
audit-event_sessions_revoke_all = Un administrador cerró las sesiones de todos
audit-event_security_change = Se cambió un ajuste de seguridad
audit-event_security_show_key = Se mostró la clave heredada
audit-event_security_rotate_key = Se renovó la clave heredada
audit-event_security_set_key = La clave antigua se sustituyó por una propia
audit-event_platform_keep = Se guardó un ajuste para clientes de la plataforma
audit-event_seats_rebuild = Se volvieron a contar las plazas
audit-event_view_as_start = Se vieron páginas como este usuario
audit-event_view_as_stop = Se terminó de ver como este usuario
audit-event_users_lock = Se bloqueó la cuenta
audit-event_users_unlock = Se desbloqueó la cuenta
audit-event_users_send_link = Se envió un enlace para una contraseña nueva
audit-event_users_invite = Se envió de nuevo la invitación
audit-event_users_cancel_invitation = Se canceló la invitación
audit-event_users_end_session = Un administrador cerró una sesión
audit-event_users_end_sessions = Un administrador cerró todas las sesiones
audit-event_users_revoke_token = Un administrador revocó un token de API

audit-title = Auditoría
audit-lead = Quién hizo qué a quién. Aquí nada se puede cambiar, y lo que faltara se notaría.
audit-export_csv = Como CSV
audit-export_json_lines = Como JSON Lines
audit-chain = Cadena de eventos
audit-chain_whole = Íntegra
audit-chain_broken = Rota
audit-not_proved = { $count ->
    [one] Un evento hasta ahora. La cadena aún no se ha comprobado.
   *[other] { $count } eventos hasta ahora. La cadena aún no se ha comprobado.
}
audit-proved = { NUMBER($proved) } de { NUMBER($count) } eventos están tal como se escribieron; comprobados
audit-broken_next = Guarde una copia de la base de datos, compárela con una copia de seguridad y averigüe quién tiene acceso.
audit-prove = Comprobar la cadena ahora
audit-proving = Se está comprobando la cadena. Vuelva a cargar esta página en un momento.
audit-search = Buscar
audit-search_hint = Parte de un nombre o de un valor, o un identificador o una dirección completos.
audit-event = Evento
audit-any_event = Cualquier evento
audit-from = Desde
audit-to = Hasta
audit-one_user = Solo lo que hizo esta persona o lo que le ocurrió:
audit-show = Mostrar
audit-clear = Borrar
audit-none = No hay eventos así
audit-none_lead = Amplíe la búsqueda o bórrela.
audit-none_here = Nada en esta parte de la cadena. Los eventos más antiguos aún no se han mirado.
audit-about_user = Todo sobre esta persona
audit-more = Evento { NUMBER($sequence) }
audit-when = Cuándo
audit-subject = Objeto
audit-agent = Programa
audit-request = Solicitud
audit-event_audit_export = Se exportó el registro de auditoría a un archivo
audit-event_outbox_set_server = Se cambió el servidor de correo
audit-event_outbox_set_switches = Se activaron o desactivaron correos
audit-event_outbox_test = Se envió un correo de prueba
audit-event_users_end_access = Se cerraron las sesiones y se anularon los tokens del usuario
