# Grupos: la lista, un grupo, sus miembros y lo que los grupos rechazan.

groups-wrong_type = El campo { $name } tiene un tipo incorrecto.
    .next = Compruebe el tipo de su valor.
groups-title = Grupos
groups-lead = Usuarios que comparten idioma, límite de sesión y lo que se comparte con ellos.
groups-search = Buscar por nombre o identificador
groups-none = No se encontraron grupos
groups-none_lead = Ningún grupo coincide con esta búsqueda.
groups-new = Grupo nuevo
groups-name = Nombre del grupo
groups-name_hint = Todos lo ven allí donde se comparte algo.
groups-members = Miembros
groups-inside_count = { $count ->
    [one] contiene un grupo
   *[other] contiene { $count } grupos
}
groups-count_with_inside = { $count } con los grupos contenidos
groups-changed = Último cambio
groups-built_in = Integrado
groups-being_deleted_mark = Se está eliminando
groups-being_brought_back_mark = Se está recuperando
groups-everyone = Todos
groups-admins = Administradores
groups-counted = { $count ->
    [one] Un grupo
   *[other] { $count } grupos
}
groups-counted_many = Más de { NUMBER($count) } grupos
groups-to_first = Primera página
groups-next = Página siguiente

groups-settings = Ajustes
groups-settings_lead = Lo que este grupo da a sus miembros.
groups-role = Rol predeterminado
groups-role_hint = Para usuarios creados automáticamente por este grupo. Los creados a mano conservan su propio rol.
groups-role_none = Según el servidor
groups-language = Idioma predeterminado
groups-language_hint = Para miembros que no eligieron ninguno. Vale el grupo más cercano; si hay varios, el primero por nombre.
groups-language_none = Según el servidor
groups-session_minutes = Límite de sesión en minutos
groups-session_minutes_hint = Tras ese tiempo sin uso se cierra la sesión de los miembros. Vale el límite más corto de todos sus grupos: uno más corto, enseguida; uno más largo, desde el próximo inicio de sesión. Déjelo vacío para seguir al servidor.
groups-minutes = { $count ->
    [one] Un minuto
   *[other] { $count } minutos
}
groups-theme = Tema
groups-theme_hint = Nombre del tema que ven los miembros. Déjelo vacío para el habitual.
groups-excluded = Excluir al compartir
groups-excluded_hint = El grupo no se ofrece al compartir.
groups-yes = Sí
groups-no = No
groups-create = Crear grupo
groups-derived_notice = Este grupo viene con el producto: no se puede renombrar ni eliminar, y quién está en él se deduce de los usuarios.
groups-being_deleted_notice = Este grupo se está eliminando: sus miembros lo van dejando poco a poco. Mientras tanto no admite a nadie y no se puede cambiar; cuando ya no esté, se podrá recuperar durante 30 días.
groups-being_brought_back_notice = Este grupo se está recuperando: sus miembros vuelven a él poco a poco. Hasta que estén todos no admite a nadie más y no se puede cambiar.
groups-changed_notice_title = Otra persona cambió este grupo mientras tanto
groups-changed_notice = Abajo está lo que usted escribió. Guarde de nuevo para reemplazar lo que hay ahora:

groups-inside = Grupos contenidos
groups-inside_lead = Sus miembros cuentan como miembros de este grupo.
groups-members_with_inside = Miembros con los grupos contenidos: { $count }
groups-inside_none = Este grupo no contiene ningún otro.
groups-inside_add = Añadir un grupo por su nombre
groups-inside_add_button = Añadir grupo
groups-inside_remove = Sacar
groups-around = Contenido en
groups-around_lead = Estos grupos cuentan como suyos a los miembros de este.

groups-members_lead = En el orden en que se crearon sus cuentas.
groups-members_counted = { $count ->
    [0] Nadie todavía
    [one] Un miembro
   *[other] { $count } miembros
}
groups-members_counted_many = Más de { NUMBER($count) } miembros
groups-members_direct = Miembros propios
groups-members_all = Con los grupos contenidos
groups-members_search = Buscar entre los miembros
groups-members_none = Aquí no hay nadie todavía
groups-members_none_lead = Añada personas por nombre o dirección, o pegue una lista entera.
groups-members_only_inside = Este grupo no tiene miembros propios
groups-members_only_inside_lead = Los grupos contenidos tienen { $count }.
groups-members_only_inside_show = Mostrarlos
groups-members_no_match = Nadie coincide
groups-members_no_match_lead = Busque otra cosa.
groups-member = Miembro
groups-member_email = Correo
groups-member_role = Rol
groups-member_inactive = Inactivo
groups-member_remove = Quitar
groups-add_title = Añadir personas
groups-find = Nombre, nombre de usuario o correo
groups-find_hint = Basta el comienzo de cualquiera de ellos.
groups-find_button = Buscar
groups-find_none = Nadie fuera de este grupo tiene un nombre, un nombre de usuario o una dirección que empiece así.
groups-add = Añadir
groups-paste = Pegar muchos
groups-paste_hint = Direcciones o nombres de usuario, uno por línea o separados por comas; { NUMBER($maximum) } como máximo.
groups-paste_button = Añadir todos
groups-added_some = { $count ->
    [one] Se añadió una persona.
   *[other] Se añadieron { $count } personas.
}
groups-removed_some = { $count ->
    [one] Se quitó una persona.
   *[other] Se quitaron { $count } personas.
}
groups-already_some = { $count ->
    [one] Una ya estaba en el grupo.
   *[other] { $count } ya estaban en el grupo.
}
groups-unknown_some = Nadie aquí se llama:
groups-deleted_title = Grupos eliminados
groups-deleted_lead = Se pueden recuperar durante { $days } días, con miembros, rol, idioma, límite de sesión y su lugar entre otros grupos.
groups-deleted_none = Ningún grupo que recuperar
groups-deleted_none_lead = Todo grupo eliminado permanece aquí 30 días.
groups-undo_title = ¿Recuperar el grupo { $name }?
groups-undo_lead = Sus miembros vuelven si siguen siendo usuarios. Quien tenía el rol por este grupo lo conserva como propio.
groups-undo_name = Otro nombre
groups-undo_name_hint = Solo si ahora otro grupo tiene ese nombre
groups-brought_back = El grupo se ha recuperado
groups-delete_undo = Esto se puede deshacer durante { $days } días.
groups-unknown_deleted = Este grupo ya no se puede recuperar.
    .next = Ya se recuperó, o han pasado los 30 días.
groups-choose_hint = Escriba el nombre. Basta una parte para ver los grupos que la contienen.
groups-beyond_some = Estas personas tienen un rol superior al suyo y no se cambiaron:
groups-everyone_notice = Todos los usuarios están en este grupo.
groups-admins_notice = Todos los usuarios con un rol de administrador están en este grupo.
groups-see_users = Ver los usuarios

groups-delete = Eliminar grupo
groups-delete_title = ¿Eliminar el grupo { $name }?
groups-delete_users_stay = No se elimina ningún usuario.
groups-delete_members = { $count ->
    [0] No tiene miembros.
    [one] Un miembro sale de él.
   *[other] { $count } miembros salen de él.
}
groups-delete_members_many = Más de { NUMBER($count) } miembros salen de él.
groups-delete_came_in = { $count ->
    [one] Un usuario llegó por este grupo y conserva su rol como propio.
   *[other] { $count } usuarios llegaron por este grupo y conservan su rol como propio.
}
groups-delete_inside = Grupos contenidos que permanecen: { $names }
groups-delete_around = Grupos que pierden a sus miembros: { $names }
groups-delete_milder = Si solo quiere dejar de compartir con él, mejor exclúyalo al compartir.
groups-delete_milder_link = Abrir sus ajustes
groups-created = Se creó el grupo.
groups-saved = Guardado.
groups-deleted = Se eliminó el grupo, pero ningún usuario.
groups-nested = El grupo se puso dentro de este.
groups-unnested = El grupo se sacó de este.

groups-name_taken = Otro grupo tiene este nombre.
    .next = Elija otro.
groups-looks_built_in = Este nombre se parece al del grupo «{ $name }», que lleva el servidor.
    .next = Elija un nombre que nadie confunda con él.
groups-reserved_name = Un grupo no puede llamarse «{ $name }»: en las rutas de la API significa otra cosa.
    .next = Elija otro nombre.
groups-bad_name = El nombre de un grupo necesita de 1 a { $maximum } caracteres visibles.
    .next = Elija otro.
groups-derived = «Todos» y «Administradores» se deducen de los propios usuarios.
    .next = Use para esto un grupo suyo.
groups-being_deleted = El grupo { $name } se está eliminando.
    .next = Use otro grupo, o recupere este cuando ya no esté: durante 30 días figura entre los grupos eliminados.
groups-being_brought_back = El grupo { $name } se está recuperando y aún no han vuelto todos sus miembros.
    .next = Espere un momento y vuelva a intentarlo.
groups-changed_meanwhile = Otra persona acaba de cambiar este grupo.
    .next = Mire el cambio y guarde de nuevo.
groups-bad_minutes = El límite es un número entero de minutos, de 1 a { $maximum }.
    .next = Corríjalo o déjelo vacío.
groups-bad_language = Todavía no hablamos este idioma.
    .next = Elija uno de la lista.
groups-bad_theme = El nombre de un tema tiene como máximo { $maximum } caracteres visibles.
    .next = Acórtelo.
groups-no_sysadmin = Ningún grupo puede convertir a alguien en Sys. Admin.
    .next = Elija otro rol.
groups-too_many = Puede haber { $maximum } grupos como máximo.
    .next = Elimine grupos que nadie necesite.
groups-too_many_at_once = Son más de { $maximum } a la vez.
    .next = Hágalo en varios pasos.
groups-too_many_of_user = Un usuario puede estar en { $maximum } grupos como máximo.
    .next = Ponga mejor grupos dentro de grupos.
groups-unknown_expand = No hay nada llamado { $name } que expandir.
    .next = Use role o users.
groups-unknown_member = No hay ningún usuario «{ $name }».
    .next = Compruebe el identificador, el nombre de usuario o la dirección de correo. No se cambió nada.
groups-circle = Un grupo no puede contenerse a sí mismo, tampoco a través de otros grupos.
    .next = Elija otro grupo.
groups-too_deep = Los grupos pueden estar unos dentro de otros en { $maximum } niveles como máximo.
    .next = Póngalo más hacia fuera.
groups-too_many_inside = Un grupo puede contener directamente { $maximum } como máximo.
    .next = Use un grupo intermedio.
