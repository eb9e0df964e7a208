# Deleting users, and bringing them back.

users-name_not_typed = Escriba el nombre «{ $name }» para retirar cosas del registro.
    .next = O consérvelas, o traspáselas.
users-unknown_deleted = Este usuario ya no se puede recuperar.
    .next = Ya se recuperó, o han pasado los 30 días.
users-undo_over = Han pasado los { $days } días en los que se podía recuperar a este usuario.
    .next = Añada de nuevo al usuario.
users-deleted_again = Este usuario volvió entretanto y después se eliminó por otra vía que esta operación.
    .next = Si también fue un error, recupere al usuario en Usuarios eliminados.
users-last_owner = { $name } no tiene más propietario que este usuario, y una organización conserva siempre uno.
    .next = Nombre antes propietario a otra persona.
users-delete_user = Eliminar el usuario
users-delete_title = ¿Eliminar a { $name }?
users-delete_lead = Vea lo que terminaría y diga qué pasa con lo que posee esta persona.
users-deactivate_instead = Mejor desactivar
users-deactivate_instead_title = La vía más suave
users-deactivate_lead = Un usuario desactivado no puede iniciar sesión, libera su plaza y conserva todo. Se puede deshacer en cualquier momento.
users-delete_ends = Lo que termina
users-delete_sessions = Sesiones
users-delete_tokens = Tokens de API
users-delete_groups = Grupos
users-delete_owns_nothing = Esta persona no posee nada, así que nada puede perderse.
users-delete_owns = ¿Qué pasa con lo que posee { $name }?
users-delete_kept = Lo que posee { $name } se queda, a nombre de un antiguo usuario.
users-delete_kind = { $kind }: { $count }
users-delete_keep = Conservar con el antiguo nombre
users-delete_hand_over = Traspasar
users-delete_remove = Retirar del registro
users-delete_to = Quién recibe lo traspasado
users-delete_to_kind = { $kind }: otra persona
users-delete_type_name = Escriba «{ $name }»
users-delete_type_name_hint = Solo si se retira algo del registro
users-delete_undo = Se puede deshacer durante { $days } días, salvo las sesiones y los tokens. Lo traspasado se queda entonces donde está.
users-deleted_done = El usuario se ha eliminado. Puede deshacerlo aquí.
users-deleted_title = Usuarios eliminados
users-deleted_lead = Se pueden recuperar durante { $days } días, con grupos, rol, contraseña y lo que poseen.
users-deleted_none = Nadie que recuperar
users-deleted_none_lead = Quien se elimina permanece aquí 30 días.
users-deleted_at = Eliminado
users-deleted_by = Por
users-deleted_until = Hasta
users-undo = Deshacer
users-undo_title = ¿Recuperar a { $name }?
users-undo_lead = La cuenta vuelve como estaba, salvo lo que se dice aquí.
users-undo_back = Vuelven los nombres, el rol, los grupos, el idioma y la contraseña, y el usuario queda activo o desactivado como antes.
users-undo_ended = Las sesiones y los tokens de API siguen terminados. A quien solo estaba invitado hay que invitarlo de nuevo.
users-undo_owned = Lo que poseía el usuario y nadie ha recibido desde entonces vuelve a ser suyo. Lo traspasado se queda con el nuevo propietario; un administrador puede devolverlo.
users-undo_owned_link = A la propiedad de los objetos
users-undo_taken = Ahora otra persona tiene esta dirección de correo o este nombre de usuario. Ambos pueden quedarse si este usuario recibe otros.
users-undo_email = Otro correo
users-undo_email_hint = Vacío: el que tenía
users-undo_user_name = Otro nombre de usuario
users-delete_would = Lo que pasaría
users-delete_would_end =
    { $sessions ->
        [one] Termina { $sessions } sesión,
       *[other] Terminan { $sessions } sesiones,
    } { $tokens ->
        [one] { $tokens } token de API deja de funcionar.
       *[other] { $tokens } tokens de API dejan de funcionar.
    }
users-delete_would_go = Pasa a { $name }
users-delete_would_stay = Se queda con el antiguo nombre { $name }
users-delete_would_leave = Sale del registro
users-undone = { $name } ha vuelto.
users-undone_given =
    { $count ->
        [one] Al eliminar al usuario se traspasó un objeto. Se queda con su nuevo propietario.
       *[other] Al eliminar al usuario se traspasaron { $count } objetos. Se quedan con sus nuevos propietarios.
    }
users-undone_many =
    { $count ->
        [one] Se ha recuperado { $count } usuario.
       *[other] Se han recuperado { $count } usuarios.
    }
users-undone_left_out =
    { $count ->
        [one] No se ha podido recuperar un usuario:
       *[other] No se han podido recuperar { $count } usuarios:
    }
