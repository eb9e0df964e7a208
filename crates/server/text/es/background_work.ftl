background_work-title = Trabajo en segundo plano
background_work-lead = Lo que el servidor hace además de las peticiones: enviar correos, importaciones, limpieza. Lo que falló definitivamente queda aquí hasta que lo reintente o se olvide.
background_work-waiting = En espera
background_work-running = En curso
background_work-failed = Fallido
background_work-what = Trabajo
background_work-kind = { $kind ->
    [server-clean] Eliminación de lo caducado
    [users-forget_deleted] Olvido de usuarios eliminados hace tiempo
    [seats-check] Comprobación de las plazas
    [expiry-tell] Aviso de licencias que terminan
    [audit-prove] Comprobación del registro de auditoría
    [audit-prove_daily] Comprobación del registro de auditoría
    [outbox-send] Envío de un correo
    [outbox-clean] Eliminación de correos antiguos
    [downloads-sweep] Eliminación de descargas sin terminar
    [activations-sweep] Liberación de activaciones vencidas
    [sign_up-make] Fin de un registro
    [users-invite_many] Invitación de usuarios tras una importación
    [users-act] Una acción sobre muchos usuarios
    [sessions-apply_limits] Fin de las sesiones que superan un nuevo límite
    [groups-delete] Eliminación de un grupo con muchos miembros
    [groups-bring_back] Recuperar un grupo con muchos miembros
    [groups-shorten_sessions] Fin de las sesiones que superan el límite de un grupo
    [ownership-transfer] Entrega de lo que alguien posee
    [import-run] Una importación de usuarios
    [import-count] Recuento tras una importación de usuarios
    [password_reset-mail] Preparación de un correo de contraseña olvidada
    [jobs-clean] Eliminación del trabajo terminado
   *[other] { $name }
}
background_work-why = Por qué falló
background_work-tries = Intentos
background_work-when = Abandonado
background_work-retry = Reintentar
background_work-to_deliveries = Ver Envíos
background_work-retried = Se ejecuta de nuevo.
background_work-none = Nada ha fallado
background_work-none_lead = Aquí aparece el trabajo que se abandona tras su último intento.
background_work-not_failed = No hay tal trabajo fallido.
    .next = Vuelva a cargar la lista; quizá ya se reintentó.
background_work-is_mail = Los correos se reintentan en el registro de envíos.
    .next = Use Admin > Correo > Envíos o POST /api/v1/mails/retry.
