# Who owns what on the platform.

ownership-unknown_object = Este objeto no está registrado.
    .next = Vuelva a mirar la lista.
ownership-unknown_kind = No existe este tipo de objeto.
    .next = Use dashboard, folder, datamodel, connection, alert, report, notebook u other.
ownership-bad_external_id = El identificador necesita de 1 a { $maximum } caracteres visibles.
    .next = Cópielo de la plataforma.
ownership-bad_title = Un título tiene como máximo { $maximum } caracteres visibles.
    .next = Acórtelo.
ownership-unknown_user = Aquí nadie se llama exactamente «{ $name }».
    .next = Elija a una de las personas propuestas o escriba completos el correo o el nombre de usuario.
ownership-several_users = Varias personas se llaman «{ $name }»: { $who }.
    .next = Escriba el correo o el nombre de usuario de la persona que quiere decir, o su id.
ownership-owned_by_other = Este objeto pertenece a { $name }.
    .next = Traspáselo en lugar de registrarlo.
ownership-too_many = Son más de { $maximum } a la vez.
    .next = Envíelos en varios pasos.
ownership-same_owner = Se quedaría con la misma persona.
    .next = Elija a otra persona.
ownership-both_named = Se nombran a la vez algunos objetos y todo lo de un propietario.
    .next = Envíe objects, o bien from con o sin kind.
ownership-nothing_chosen = No hay ningún objeto marcado.
    .next = Marque los que deben cambiar de manos.
ownership-not_text = Esta tabla no está en UTF-8, así que los títulos saldrían mal.
    .next = En la hoja de cálculo, guárdela como «CSV UTF-8» o como «Texto Unicode».
ownership-bad_table = A la tabla le falta la columna { $column }.
    .next = Su primera línea debe nombrar las columnas kind, external_id, title y owner.
ownership-open_quote = Las comillas que se abren en la línea { $line } no se cierran nunca.
    .next = Ciérrelas o duplique las que forman parte del texto.
ownership-no_rows = La tabla no tiene ninguna fila debajo de los encabezados.
    .next = Elija una tabla con una línea por objeto.
ownership-surplus = Esta fila tiene más celdas que la primera línea: «{ $cell }» quedaría fuera, así que sus valores pueden estar bajo encabezados equivocados.
    .next = Ponga entre comillas la celda que contiene el separador, como "Smith, Jr.", o dé un encabezado a cada columna.
ownership-named_twice = La fila { $line } dice otra cosa del mismo objeto.
    .next = Deje una sola fila por objeto.
ownership-unknown_transfer = No existe este traspaso.
    .next = Mire la lista de traspasos.
ownership-bad_rule = No se conoce este derecho.
    .next = Use view, edit o none.
ownership-unknown_folder = No hay ninguna carpeta «{ $name }».
    .next = Registre primero la carpeta.
ownership-folder_circle = Una carpeta no puede estar dentro de sí misma.
    .next = Elija una carpeta que esté fuera de ella.
ownership-too_deep = Las carpetas pueden anidarse { $maximum } niveles como máximo.
    .next = Elija una carpeta más arriba.
ownership-kind_dashboard = Panel
ownership-kind_folder = Carpeta
ownership-kind_datamodel = Modelo de datos
ownership-kind_connection = Conexión
ownership-kind_alert = Alerta
ownership-kind_report = Informe
ownership-kind_notebook = Cuaderno
ownership-kind_other = Otro
ownership-title = Propiedad
ownership-lead = A quién pertenece cada panel, carpeta y modelo de datos. El contenido permanece en la plataforma. Los propietarios anteriores que aún pueden ver o editar figuran aquí durante { $days } días.
ownership-register = Registrar un objeto
ownership-register_lead = Anote en el registro algo que está en la plataforma. Normalmente la plataforma lo hace sola.
ownership-upload = Registrar desde una tabla
ownership-upload_lead = Hasta 10.000 filas. Las filas correctas se aceptan aunque otras no lo sean, y repetirlo no cambia nada.
ownership-upload_columns = La primera línea nombra las columnas:
ownership-upload_file = Archivo CSV
ownership-upload_text = O pegue la tabla aquí
ownership-upload_do = Registrar lo que hay en la tabla
ownership-upload_result = Qué ha sido de cada fila
ownership-upload_result_lead = Las filas rechazadas van primero. Corríjalas y envíe la tabla otra vez.
ownership-line = Línea
ownership-verdict = Resultado
ownership-verdict_added = Añadido
ownership-verdict_updated = Actualizado
ownership-verdict_unchanged = Sin cambios
ownership-verdict_refused = Rechazado
ownership-object = Objeto
ownership-object_title = Título
ownership-external_id = Identificador en la plataforma
ownership-external_id_hint = Tal como aparece en la dirección del objeto.
ownership-kind = Tipo
ownership-owner = Propietario
ownership-changed = Modificado
ownership-actions = Acciones
ownership-all_kinds = Todos los tipos
ownership-search = Buscar por título o identificador
ownership-filter = Mostrar
ownership-none = Nada coincide
ownership-none_lead = Aún no hay nada registrado, o nada que coincida con el filtro.
ownership-shown =
    { $count ->
        [one] Un objeto mostrado
       *[other] { $count } objetos mostrados
    }
ownership-former = Antiguo usuario { $name }
ownership-owns = Lo que posee
ownership-owns_nothing = No posee nada.
ownership-count = Cantidad
ownership-person_hint = Correo, nombre de usuario o parte del nombre
ownership-meant = Puede que se trate de:
ownership-of_former = Esto era de { $name }, cuya cuenta se eliminó.
ownership-from = De
ownership-from_several = Varios propietarios
ownership-to = A quién
ownership-keeps = El antiguo propietario
ownership-keeps_view = puede seguir viendo
ownership-keeps_edit = puede seguir editando
ownership-keeps_none = no conserva nada
ownership-hand_over = Traspasar
ownership-hand_over_all = Traspasar de un usuario
ownership-hand_over_all_lead = Todo lo que alguien posee, o todo lo de un tipo, también de un antiguo usuario.
ownership-go_on = Continuar
ownership-ticked = Traspasar lo marcado
ownership-unregister = Retirar
ownership-unregister_title = ¿Retirar el objeto del registro?
ownership-unregister_text = «{ $title }» queda en la plataforma como está, pero ya no figura nadie como su propietario.
ownership-done_registered = Registrado
ownership-done_unregistered = Retirado del registro
ownership-transfer = Traspaso
ownership-transfers = Traspasos
ownership-transfers_lead = Lo que ha cambiado de manos últimamente. La plataforma lo sigue por la API. Durante { $days } días se puede devolver.
ownership-transfers_none = Nada ha cambiado de manos aún
ownership-transfers_none_lead = Los traspasos aparecerán aquí en cuanto los haya.
ownership-when = Cuándo
ownership-what = Qué
ownership-by = Por
ownership-what_hand_over = Traspasado
ownership-what_remove = Retirado del registro
ownership-what_restore = Restituido
ownership-state = Estado
ownership-state_running = En curso
ownership-state_done = Terminado
ownership-state_stopped = Detenido: el receptor ya no está o el propietario ha vuelto
ownership-moved = { $moved } de { $total }
ownership-moved_none = Ningún objeto ha cambiado de manos.
ownership-moved_kinds = Lo que se ha traspasado
ownership-look_again = Mirar otra vez
ownership-switched_off = La cuenta de { $name } está desactivada: nadie se ocuparía de lo que se entrega.
    .next = Elija a alguien que pueda iniciar sesión o active antes la cuenta.
ownership-only_invited = { $name } recibió una invitación y aún no la ha aceptado: nadie se ocuparía de lo que se entrega.
    .next = Elija a alguien que pueda iniciar sesión o espere a que acepte la invitación.
ownership-user_needed = Este campo es necesario: indica a un usuario.
    .next = Escriba el correo electrónico, el nombre de usuario o el id.
ownership-to_service = { $name } es una cuenta de servicio: la usan scripts, y ninguna persona inicia sesión en ella para ocuparse de lo que recibe.
ownership-counted_dashboard = { $count ->
    [one] { $count } panel
   *[other] { $count } paneles
}
ownership-counted_folder = { $count ->
    [one] { $count } carpeta
   *[other] { $count } carpetas
}
ownership-counted_datamodel = { $count ->
    [one] { $count } modelo de datos
   *[other] { $count } modelos de datos
}
ownership-counted_connection = { $count ->
    [one] { $count } conexión
   *[other] { $count } conexiones
}
ownership-counted_alert = { $count ->
    [one] { $count } alerta
   *[other] { $count } alertas
}
ownership-counted_report = { $count ->
    [one] { $count } informe
   *[other] { $count } informes
}
ownership-counted_notebook = { $count ->
    [one] { $count } cuaderno
   *[other] { $count } cuadernos
}
ownership-counted_other = { $count ->
    [one] { $count } objeto más
   *[other] { $count } objetos más
}
ownership-others_by_now = Ahora coinciden otros objetos que los que ha visto.
    .next = Revise los nuevos números y confirme otra vez.
ownership-too_many_fit = Coinciden más de { $maximum } objetos, y tantos no se traspasan juntos.
    .next = Restrinja el filtro o traspase todo lo de un propietario.
ownership-still_running = Este traspaso aún está en curso.
    .next = Espere a que termine.
ownership-not_handed_over = Aquí no se traspasó nada.
    .next = Elija un traspaso en el que objetos cambiaran de manos.
ownership-nothing_left = Nada de esto puede cambiar de manos.
    .next = Vea qué pasaría y por qué no es posible.
ownership-passed_on = Ahora pertenece a { $name }.
    .next = Márquelo en la lista si debe cambiar de manos otra vez.
ownership-owner_gone = La cuenta de { $name }, a quien pertenecía, se eliminó.
    .next = Recupere primero al usuario o traspáselo a otra persona.
ownership-would = Lo que pasaría
ownership-would_change = { $all ->
    [one] { $changed } de { $all } objeto cambia de manos.
   *[other] { $changed } de { $all } objetos cambian de manos.
}
ownership-would_stay = { $count ->
    [one] { $count } ya está con quien lo recibe.
   *[other] { $count } ya están con quienes los reciben.
}
ownership-yes = { $count ->
    [one] Traspasar { $count } objeto
   *[other] Traspasar { $count } objetos
}
ownership-and_others = y otros
ownership-all_fitting = Todos los que coinciden ({ $counted })
ownership-counted_all = { $count ->
    [one] { $count } objeto
   *[other] { $count } objetos
}
ownership-counted_more = { $count ->
    [one] más de { $count } objeto
   *[other] más de { $count } objetos
}
ownership-kept_view = Era de { $name }, que puede seguir viéndolo
ownership-kept_edit = Era de { $name }, que puede seguir editándolo
ownership-hand_back = Devolver
ownership-hand_back_until = Se puede devolver hasta el { $date }.
ownership-hand_back_over = Ya han pasado los { $days } días en que se podía devolver.
ownership-what_hand_back = Devuelto
ownership-to_former = Quienes lo tenían antes
ownership-back_of = Deshace
ownership-back_of_this = un traspaso anterior
ownership-moved_objects = Quién recibió qué
ownership-moved_more = Siguiente
ownership-owner_now = Propietario actual
ownership-transfers_shown = { $count ->
    [one] { $count } traspaso mostrado
   *[other] { $count } traspasos mostrados
}
audit-event_ownership_export = Se exportó la lista de objetos
