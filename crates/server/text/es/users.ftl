# What users may not be.

users-unknown = Ese usuario no existe.
    .next = Compruebe el identificador, el nombre de usuario o la dirección de correo.
users-email_taken = Otro usuario tiene esta dirección de correo o este nombre de usuario.
    .next = Elija otra cosa.
users-bad_email = Esto no puede ser una dirección de correo.
    .next = Escríbala como name@example.com.
users-bad_user_name = Un nombre de usuario necesita de 1 a 254 caracteres visibles.
    .next = Elija otro.
users-bad_name = Un nombre tiene { $maximum } caracteres visibles como máximo.
    .next = Acórtelo.
users-missing_field = Falta el campo { $name }.
    .next = Añádalo y envíe la solicitud de nuevo.
users-one_sysadmin = Ya hay un Sys. Admin, y siempre hay solo uno.
    .next = Elija otro rol o transfiera el rol de Sys. Admin.
users-last_sysadmin = El Sys. Admin no se puede eliminar ni desactivar, ni puede recibir otro rol.
    .next = Transfiera primero el rol a otra persona.
users-sysadmin_only = Solo el Sys. Admin puede modificar al Sys. Admin.
    .next = Consulte al Sys. Admin.
users-too_many = Son más de { $maximum } usuarios a la vez.
    .next = Envíelos en varias solicitudes.
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
users-bad_number = Este parámetro debe ser un número que no sea negativo.
    .next = Corríjalo y envíe la solicitud de nuevo.

users-title = Usuarios
users-lead = Todas las personas que pueden iniciar sesión aquí y las que fueron invitadas.
users-user_name = Nombre de usuario
users-email = Correo electrónico
users-role = Rol
users-last_active = Última actividad
users-search = Buscar por nombre, correo o id
users-none = Nadie coincide
users-counted = { $count ->
    [one] Un usuario
   *[other] { $count } usuarios
}
users-state_inactive = Inactivo
