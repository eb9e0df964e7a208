# Las sesiones de todos, para administradores.

sessions-unknown_user = Ese usuario no existe.
    .next = Vuelva a mirar la lista.

sessions-title = Sesiones
sessions-lead = Quién tiene la sesión abierta en este momento. Cuando se cierra una sesión, el próximo clic lleva a la página de inicio de sesión.
sessions-search = Buscar por nombre de usuario, correo o dirección
sessions-role = Rol
sessions-all_roles = Todos los roles
sessions-show = Mostrar
sessions-user_name = Nombre de usuario
sessions-name = Nombre
sessions-domain = Dominio
sessions-current = Sesiones actuales
sessions-duration = Duración de la sesión
sessions-device = Dispositivo
sessions-unknown_device = Dispositivo desconocido
sessions-last_seen = Última actividad
sessions-own = Usted
sessions-none = Ninguna sesión coincide
sessions-none_lead = Busque el comienzo de un nombre o de una dirección, o elija otro rol.
sessions-show_all = Mostrar todas
sessions-counted =
    { $count ->
        [one] { $count } sesión
       *[other] { $count } sesiones
    }
sessions-counted_more = { NUMBER($count) }+ sesiones
sessions-revoke = Cerrar
sessions-revoked = La sesión está cerrada.
sessions-revoked_many =
    { $count ->
        [0] No quedaba ninguna sesión por cerrar.
        [one] Se cerró { $count } sesión.
       *[other] Se cerraron { $count } sesiones.
    }
sessions-revoke_user = Cerrar todas las sesiones
sessions-revoke_user_title = ¿Cerrar todas las sesiones de { $name }?
sessions-revoke_effect =
    { $count ->
        [0] Ahora no hay ninguna sesión.
        [one] { $count } sesión se cierra de inmediato.
       *[other] { $count } sesiones se cierran de inmediato.
    } Si la suya está entre ellas, se queda.
sessions-revoke_tokens = Los tokens de API siguen funcionando. Para detener del todo a alguien, desactive al usuario.
sessions-revoke_all = Cerrar todas menos la mía
sessions-revoke_all_title = ¿Cerrar todas las sesiones menos la suya?
sessions-revoke_all_effect =
    { $count ->
        [one] { $count } sesión se cierra de inmediato.
       *[other] { $count } sesiones se cierran de inmediato.
    } Las de personas cuyo rol permite más que el suyo se quedan.
sessions-revoke_all_effect_more = Más de { $count } sesiones se cierran de inmediato. Las de personas cuyo rol permite más que el suyo se quedan.
