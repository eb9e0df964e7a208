# What the floor under all rooms refuses.

database-busy = El servidor tiene ahora más trabajo del que puede atender.
    .next = Inténtelo de nuevo dentro de un momento.
database-full = No queda espacio para guardar nada.
    .next = Lo guardado aún se puede leer. Quien administra el servidor debe liberar espacio en el disco.
database-nul_in_text = Un texto contiene un carácter que no se puede guardar (NUL).
    .next = Quítelo y envíe la solicitud de nuevo.
database-newer = Esta base de datos es de una versión más reciente ({ $database }) que la que conoce este programa ({ $program }).
    .next = Inicie la versión más reciente del programa o restaure una copia de seguridad anterior a la actualización.
jobs-queue_full = Ya hay demasiadas tareas en espera.
    .next = Inténtelo de nuevo más tarde.
outbox-bad_address = No se puede enviar un correo a esta dirección.
    .next = Compruebe la dirección.
rate_limits-too_many =
    { $seconds ->
        [one] Demasiados intentos. Espere { $seconds } segundo.
       *[other] Demasiados intentos. Espere { $seconds } segundos.
    }
    .next = Después, inténtelo de nuevo.
groups-unknown = { $which ->
    [named] No existe el grupo «{ $resource }».
   *[other] Ese grupo no existe.
}
    .next = Compruebe el identificador o el nombre del grupo.
groups-unknown_name = No hay ningún grupo llamado «{ $name }».
    .next = { $names ->
        [none] Escriba su nombre tal como lo muestra la lista de grupos.
       *[other] ¿Quería decir uno de estos: { $names }?
    }
sessions-not_found = Esta sesión ya no existe.
    .next = Vuelva a mirar la lista.
sessions-ended = Esta sesión ha terminado.
    .next = Inicie sesión de nuevo.
sessions-confirm_first = Para esto se necesita su contraseña, porque hace un rato que la indicó.
    .next = Escríbala en el campo que el formulario tiene para ella, o inicie sesión de nuevo.
feature_management-off = Un administrador ha desactivado esta parte.
    .next = Si la necesita, pida a un administrador que la active en la gestión de funciones.
one_time_links-not_valid = Este enlace ya no funciona.
    .next = Ya se usó, caducó o se sustituyó por uno más reciente. Pida un correo nuevo.
one_time_links-wrong_code = Este código no es correcto o ha caducado.
    .next = Mire el correo más reciente o pida otro.
api_tokens-bad_name = Un token necesita un nombre de 1 a { $maximum } caracteres.
    .next = Póngale el nombre del script que lo usará.
api_tokens-bad_expiry = Un token es válido { $maximum } días como máximo, o sin límite.
    .next = Elija un plazo de la lista.
api_tokens-bad_overlap = El token anterior puede seguir funcionando de 0 a { $maximum } horas.
    .next = Elija un número entre ambos.
api_tokens-bad_scope = Ese alcance no existe.
    .next = Elija uno de la lista.
api_tokens-too_many = Tiene { $maximum } tokens y no caben más.
    .next = Revoque los que nadie usa.
api_tokens-not_found = Este token ya no existe.
    .next = Vuelva a mirar la lista.
api_tokens-not_rotatable = Este token ya se sustituyó.
    .next = Sustituya el más reciente.
api_v09-bad_key = Esta x-api-key no funciona aquí.
    .next = Compruebe la clave con la que está firmada, y la dirección de correo y la contraseña que contiene.
api_v09-key_off = La x-api-key heredada está desactivada aquí.
    .next = Use un token de «Mi perfil» > «Token de API» como `Authorization: Bearer`.
api_tokens-expires = Su token caduca el { $when }.
api_tokens-beyond_own_scope = Este token no puede crear otro que pueda hacer más que él.
    .next = Pida un alcance más estrecho o cree el token en «Mi perfil» > «Token de API».
web-hidden_letter = Contiene un carácter invisible: { $letter }.
    .next = Escríbalo de nuevo en lugar de pegarlo.
