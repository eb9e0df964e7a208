# La lista de usuarios: búsqueda, filtros, vistas guardadas, acciones en grupo.

users-unknown_view = No tiene ninguna vista con ese nombre.
    .next = Mire la lista de vistas.
users-bad_view_name = Una vista necesita un nombre de { $maximum } caracteres como máximo.
    .next = Elija un nombre corto.
users-view_name_taken = Ya tiene una vista con este nombre.
    .next = Elija otro nombre.
users-too_many_views = Puede guardar { $maximum } vistas como máximo.
    .next = Elimine una que ya no necesite.
users-too_many_at_once = Eso afectaría a más de { $maximum } usuarios a la vez.
    .next = Añada filtros y hágalo por partes.
users-unknown_act = Esta acción no existe.
    .next = { $audience ->
        [scripts] Envíe una de estas palabras: { $words }.
       *[other] Elija una de la lista.
    }
users-choose_role = No se ha elegido ningún rol.
    .next = Elija el rol que recibirán.
users-choose_group = No se ha indicado ningún grupo.
    .next = Indique el grupo.
users-choose_whom = No se dice a quién se refiere la acción, o se dice de más de una manera.
    .next = Envíe uno de estos: ids, una query con al menos un filtro o everybody como true.
users-nobody_chosen = No hay nadie marcado.
    .next = Vuelva y marque usuarios, o elija todos los que coinciden.
users-still_invited = La invitación aún no se ha aceptado.
    .next = Envíe la invitación de nuevo.
users-not_oneself = Es usted.
    .next = Pídaselo a otro administrador.
audit-event_users_save_view = Se guardó una lista de usuarios como vista
audit-event_users_change_view = Se cambió una vista guardada
audit-event_users_delete_view = Se eliminó una vista guardada
audit-event_users_export = Se exportó la lista de usuarios
audit-event_users_join_group = El usuario se añadió a un grupo desde «Usuarios»
audit-event_users_leave_group = El usuario se quitó de un grupo desde «Usuarios»
users_list-search = Identificador, usuario, correo, nombre o token
users_list-find = Buscar
users_list-filters = Filtros
users_list-any = Cualquiera
users_list-apply = Aplicar
users_list-clear = Mostrar a todos
users_list-beginnings = Con una o dos letras se muestran las personas cuyo nombre o dirección empieza así. A partir de la tercera letra se busca también dentro de los nombres.
users_list-nobody_lead = Nadie coincide con esta búsqueda y estos filtros.
users_list-gone_lead = Esta lista pide un grupo o un rol que ya no existe. Quite ese filtro o elija otro.
users_list-group_gone = Un grupo que ya no existe
users_list-role_gone = Un rol que ya no existe
users_list-mixed_scripts = Alfabetos mezclados en la dirección
users_list-id = ID
users_list-may_sign_in = Activo
users_list-name = Nombre
users_list-groups = Grupos
users_list-group = Grupo
users_list-no_group = No hay ningún grupo llamado «{ $name }», ni ninguno que lo contenga en su nombre.
users_list-no_group_but = No hay ningún grupo llamado «{ $name }». Estos lo tienen en su nombre: { $names }.
users_list-origin = Origen
users_list-origin_local = Creado aquí
users_list-origin_sso = Inicio de sesión único
users_list-seat = Plaza
users_list-seat_administrators = Administradores
users_list-seat_designers = Diseñadores
users_list-seat_viewers = Lectores
users_list-state = Estado
users_list-state_active = Activo
users_list-state_invited = Invitado
users_list-state_locked = Bloqueado
users_list-days_since = Días desde la última actividad
users_list-created = Creado
users_list-columns = Columnas
users_list-idle = Sin actividad desde hace (días)
users_list-everybody = Todos
users_list-previous = Anterior
users_list-next = Siguiente
users_list-export = Exportar
users_list-export_csv = CSV
users_list-export_excel = CSV para Excel
users_list-bulk = Cambiar varios a la vez
users_list-ticked = Marcados: { $count }
users_list-all_fitting = Todos los que coinciden ({ $counted })
users_list-act = Qué hacer
users_list-act_activate = Activar
users_list-act_deactivate = Desactivar
users_list-act_role = Cambiar el rol
users_list-act_join = Añadir a un grupo
users_list-act_leave = Quitar de un grupo
users_list-act_invite = Enviar la invitación de nuevo
users_list-act_end_sessions = Cerrar todas las sesiones
users_list-act_delete = Eliminar
users_list-act_take_back = Devolver los roles anteriores
users_list-act_bring_back = Recuperar usuarios eliminados
users_list-act_undo = Deshacer
users_list-unchanged = –
users_list-choose_role = Elija un rol
users_list-idle_wrong = Escriba un número entero de días, 1 o más.
users_list-look_first = Ver qué pasaría
users_list-bulk_deactivate = A quien se desactiva se le cierra la sesión de inmediato y se le puede activar de nuevo en cualquier momento.
users_list-bulk_delete = A quien se elimina se le cierra la sesión de inmediato y sus tokens de API dejan de funcionar. Lo que posee se conserva bajo su nombre de antiguo usuario y se puede entregar en Propiedad, antes o después. Durante { $days } días se puede recuperar a cada uno en Usuarios eliminados, y a todos juntos en la página de esta operación.
users_list-bulk_bring_back = Cada uno vuelve como estaba: nombres, rol, grupos, idioma y contraseña, activo o desactivado como antes, con lo que poseía y nadie ha recibido desde entonces. Las sesiones y los tokens de API siguen terminados. A quien solo estaba invitado hay que invitarlo de nuevo.
users_list-bulk_back_left_out = A quien no se incluye se le puede recuperar uno a uno hasta que pasen sus 30 días, con otra dirección u otro nombre de usuario si otra persona tiene ahora los suyos:
users_list-back = Volver a la lista
users_list-act_progress = { $done } de { $total } usuarios
users_list-act_stopped = Se detuvo en { $done } de { $total } usuarios.
users_list-act_what = Operación
users_list-acts = Operaciones con muchos usuarios
users_list-acts_lead = Lo que se hizo con muchos usuarios a la vez en los últimos 30 días, lo más reciente primero.
users_list-acts_none = Aún no hay operaciones
users_list-acts_none_lead = Marque usuarios en la lista y elija qué hacer con ellos; aparecerá aquí.
users_list-act_by = Por
users_list-act_at = Cuándo
users_list-act_changed = Cambiados
users_list-act_left_out = Omitidos
users_list-act_running = En marcha
users_list-act_done = Terminada
users_list-act_is_stopped = Detenida
users_list-act_stop = Detener
users_list-views = Vistas
users_list-views_lead = Una vista guarda la búsqueda, los filtros, el orden y las columnas con un nombre.
users_list-views_none = Aún no hay vistas
users_list-views_none_lead = Filtre la lista de usuarios y guárdela aquí.
users_list-keep_view = Guardar esta vista
users_list-view_name = Nombre
users_list-view_owner = De quién
users_list-view_actions = Cambiar o eliminar
users_list-view_shared = La ven todos los administradores
users_list-view_for_all = Mía, para todos los administradores
users_list-view_for_me = Mía
users_list-view_save = Guardar
users_list-view_change = Cambiar nombre o compartir
users_list-view_delete = Eliminar
users_list-view_delete_title = ¿Eliminar la vista { $name }?
users_list-view_delete_text = Los usuarios que muestra no cambian.
users_list-counted_more = { $count ->
   *[other] { $count }+ usuarios
}
users_list-idle_days = { $count ->
    [one] Sin actividad desde hace { $count } día
   *[other] Sin actividad desde hace { $count } días
}
users_list-more_groups = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
users_list-bulk_yes = { $count ->
    [one] Cambiar { $count } usuario
   *[other] Cambiar { $count } usuarios
}
users_list-bulk_yes_deactivate = { $count ->
    [one] Desactivar { $count } usuario
   *[other] Desactivar { $count } usuarios
}
users_list-bulk_yes_activate = { $count ->
    [one] Activar { $count } usuario
   *[other] Activar { $count } usuarios
}
users_list-bulk_yes_end_sessions = { $count ->
    [one] Cerrar las sesiones de { $count } usuario
   *[other] Cerrar las sesiones de { $count } usuarios
}
users_list-bulk_yes_invite = { $count ->
    [one] Enviar de nuevo { $count } invitación
   *[other] Enviar de nuevo { $count } invitaciones
}
users_list-bulk_yes_delete = { $count ->
    [one] Eliminar { $count } usuario
   *[other] Eliminar { $count } usuarios
}
users_list-bulk_unchanged = { $count ->
    [one] { $count } ya está así.
   *[other] { $count } ya están así.
}
users_list-bulk_refused = { $count ->
    [one] { $count } se deja fuera.
   *[other] { $count } se dejan fuera.
}
users_list-bulk_reasons = { $count ->
    [one] Por qué: { $count } de ellos
   *[other] Por qué: { $count } de ellos
}
users_list-bulk_changed = { $all ->
    [one] Cambia { $changed } de { $all } usuario.
   *[other] Cambian { $changed } de { $all } usuarios.
}
users_list-bulk_done = { $changed ->
    [one] { $changed } usuario cambiado, { $refused } sin incluir.
   *[other] { $changed } usuarios cambiados, { $refused } sin incluir.
}
users_list-act_bring_these_back = { $count ->
    [one] Recuperar a este usuario
   *[other] Recuperar a estos { $count } usuarios
}
users_list-bulk_yes_bring_back = { $count ->
    [one] Recuperar a { $count } usuario
   *[other] Recuperar a { $count } usuarios
}
users_list-bulk_back = { $all ->
    [one] Vuelve { $changed } de { $all } usuario.
   *[other] Vuelven { $changed } de { $all } usuarios.
}
users_list-bulk_back_already = { $count ->
    [one] { $count } ya ha vuelto.
   *[other] { $count } ya han vuelto.
}
users_list-bulk_back_done = { $changed ->
    [one] { $changed } usuario ha vuelto, { $refused } sin incluir.
   *[other] { $changed } usuarios han vuelto, { $refused } sin incluir.
}
users-list_bulk_more = y { $count } más
users-list_unknown = «{ $word }» no se conoce aquí
users_list-view_of = { $name } (de { $owner })
users_list-view_delete_shared = Nadie verá ya esta vista. Los usuarios que contiene quedan como están.
users_list-bulk_done_delete = { $changed ->
    [one] { $changed } usuario eliminado, { $refused } sin incluir.
   *[other] { $changed } usuarios eliminados, { $refused } sin incluir.
}
users_list-bulk_done_deactivate = { $changed ->
    [one] { $changed } usuario desactivado, { $refused } sin incluir.
   *[other] { $changed } usuarios desactivados, { $refused } sin incluir.
}
users_list-bulk_done_activate = { $changed ->
    [one] { $changed } usuario activado, { $refused } sin incluir.
   *[other] { $changed } usuarios activados, { $refused } sin incluir.
}
users_list-bulk_done_role = { $changed ->
    [one] { $changed } usuario tiene ahora el rol, { $refused } sin incluir.
   *[other] { $changed } usuarios tienen ahora el rol, { $refused } sin incluir.
}
users_list-bulk_done_join = { $changed ->
    [one] { $changed } usuario añadido al grupo, { $refused } sin incluir.
   *[other] { $changed } usuarios añadidos al grupo, { $refused } sin incluir.
}
users_list-bulk_done_leave = { $changed ->
    [one] { $changed } usuario quitado del grupo, { $refused } sin incluir.
   *[other] { $changed } usuarios quitados del grupo, { $refused } sin incluir.
}
users_list-bulk_done_invite = { $changed ->
    [one] { $changed } invitación enviada de nuevo, { $refused } sin incluir.
   *[other] { $changed } invitaciones enviadas de nuevo, { $refused } sin incluir.
}
users_list-bulk_done_end_sessions = { $changed ->
    [one] Sesiones de { $changed } usuario cerradas, { $refused } sin incluir.
   *[other] Sesiones de { $changed } usuarios cerradas, { $refused } sin incluir.
}
users_list-bulk_done_take_back = { $changed ->
    [one] { $changed } usuario ha recuperado su rol anterior, { $refused } sin incluir.
   *[other] { $changed } usuarios han recuperado su rol anterior, { $refused } sin incluir.
}
users_list-bulk_owned = Poseen { $what }.
users_list-bulk_owned_more = Poseen al menos { $what }.
users_list-bulk_owned_nothing = Estas personas no poseen nada, así que nada puede perderse.
users_list-bulk_hand_over = Entregar primero lo que poseen
users_list-bulk_deactivate_instead = Quien está desactivado no puede iniciar sesión, libera su plaza y conserva todo. Se puede deshacer en cualquier momento.
users_list-bulk_whole = Se aplica a todos los que coinciden con la lista, no solo a los marcados.
users_list-bulk_changed_delete = { $changed ->
    [one] Se elimina { $changed } de { $all }.
   *[other] Se eliminan { $changed } de { $all }.
}
