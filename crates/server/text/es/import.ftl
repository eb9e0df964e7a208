# Importar varios: las listas de usuarios se convierten en usuarios.

import-too_large = Este archivo contiene más de { $megabytes } MB.
    .next = Divídalo en varios archivos e impórtelos uno tras otro.
import-nothing_given = No se ha elegido ningún archivo ni se ha pegado ninguna fila.
    .next = Elija un archivo o pegue algunas filas.
import-empty = No hay ninguna fila debajo de los encabezados.
    .next = Elija un archivo con un usuario en cada fila o pegue algunas filas.
import-empty_sheet = En la primera hoja de este libro no hay ninguna fila debajo de los encabezados, y las demás hojas no se leen.
    .next = Ponga la hoja de los usuarios al principio, o elimine las anteriores, y guarde el libro.
import-not_utf8 = Este texto no está en UTF-8, así que los nombres saldrían mal.
    .next = En la hoja de cálculo, guárdelo como «CSV UTF-8» o como libro de Excel (.xlsx).
import-bad_csv = La tabla no se puede leer a partir de la línea { $line }.
    .next = Busque unas comillas que nunca se cierran.
import-bad_json = El JSON no es una lista de objetos; deja de serlo en la línea { $line }.
    .next = Envíe un array con un objeto por usuario, cuyas claves sean email, firstName, etc.
import-bad_workbook = Este libro de Excel no se puede leer.
    .next = Guárdelo de nuevo como libro de Excel (.xlsx) sin contraseña, o como «CSV UTF-8».
import-too_many_rows = Hay más de { $maximum } filas.
    .next = Divida el archivo en varios e impórtelos uno tras otro.
import-too_many_columns = Hay más de { $maximum } columnas.
    .next = Elimine las columnas que no tratan de los usuarios.
import-too_long = Una celda de la línea { $line } tiene más de { $maximum } caracteres.
    .next = Compruebe que el archivo es una lista de usuarios.
import-unknown = Esta importación ya no existe.
    .next = Mire la lista de importaciones; lo que nadie aplica se elimina al cabo de un día.
import-other_step = Esta importación ya está en otro paso.
    .next = Vuelva a mirar su página.
import-no_key = Ninguna columna contiene la dirección de correo o el nombre de usuario.
    .next = Indique cuál.
import-two_columns = Estas columnas deben contener lo mismo: { $columns }.
    .next = Elija una de ellas e ignore la otra.
import-unknown_field = Este campo no existe: { $field }.
    .next = Use email, userName, firstName, lastName, role, groups, language, active, password, hash u origin.
import-other_origin = «{ $name }»: una importación solo añade personas propias, para no invitar a quien no lo es.
    .next = Cree las cuentas de servicio en su propia página; las personas de otros inicios de sesión llegan al entrar por primera vez.
import-unknown_verdict = No existe el veredicto «{ $name }».
    .next = Use add, change, unchanged o wrong, o no lo indique para ver todas las filas.
import-busy = En este momento se están leyendo otros archivos.
    .next = Inténtelo de nuevo en unos segundos.
import-too_late = El plazo para deshacer esta importación ha terminado.
    .next = Cambie o elimine los usuarios uno a uno o con la lista.
import-unknown_role = No existe el rol «{ $name }».
    .next = Escriba el rol tal como lo muestra la página «Roles», o su nombre en la API o su identificador.
import-unknown_group = No existe el grupo «{ $name }».
    .next = Cree primero el grupo o deje que la importación cree los grupos.
import-bad_active = «{ $text }» no dice ni sí ni no.
    .next = Escriba true o false.
import-bad_language = «{ $text }» no es un idioma.
    .next = Escríbalo como de-DE o en.
import-nul_in_row = Una celda de esta fila contiene un carácter que no se puede guardar (NUL).
    .next = Quítelo, o guarde de nuevo la tabla con el programa que la hizo.
import-surplus = Esta fila tiene más celdas que la primera línea: «{ $cell }» quedaría fuera, así que sus valores pueden estar bajo encabezados equivocados.
    .next = Ponga entre comillas la celda que contiene el separador, como "Smith, Jr.", o dé un encabezado a cada columna.
import-unsolved = La celda bajo «{ $column }» no dice nada legible: es una fórmula sin resultado o un objeto sin id ni nombre.
    .next = Abra el libro en un programa de hojas de cálculo, revise la fórmula, guárdelo y envíelo de nuevo, o pegue valores en lugar de fórmulas; en JSON, escriba un texto o un objeto con id o nombre.
import-passwords_forgotten = La lista estuvo parada { $hours } horas, por lo que se eliminaron las contraseñas que contenía.
    .next = Importe las filas restantes como una lista nueva.
import-language_not_offered = El idioma «{ $text }» se guarda, pero aquí no se ofrece: la persona ve las páginas en el idioma de su grupo o del servidor.
    .next = Para un idioma ofrecido, escríbalo como de-DE o en.
import-remark = Atención
import-twice = La línea { $line } trata del mismo usuario.
    .next = Conserve una de las dos líneas.
import-two_users = La dirección pertenece a un usuario y el nombre de usuario a otro.
    .next = Corrija la fila.
import-changed_since = El usuario se ha cambiado desde entonces.
    .next = Mire el usuario y decida a mano.
import-gone_since = El usuario ya no existe.
    .next = No queda nada por hacer.

import-title = Importar muchos
import-lead = Añada y cambie muchos usuarios con una lista. Nada cambia antes de que haya visto qué pasaría con cada fila.
import-file = Archivo (CSV o XLSX)
import-file_hint = { $megabytes } MB y { $rows } filas como máximo. La primera línea nombra las columnas, por ejemplo:
import-pasted = O pegue filas aquí
import-pasted_hint = Directamente desde una hoja de cálculo. Basta una simple lista de direcciones.
import-pasted_left_out = Lo que pegó no aparece aquí de nuevo, porque puede contener contraseñas o es muy largo: péguelo otra vez.
import-read = Leer la lista
import-former = Importaciones anteriores
import-former_lead = Lo que nadie aplica se elimina tras { $hours } horas. Lo aplicado se puede deshacer durante { $days } días.
import-name_pasted = Filas pegadas
import-name_sent = Filas enviadas por la API
import-when = Cuándo
import-who = Quién
import-rows = Filas
import-step = Paso
import-state_reading = Leyéndose
import-state_read = Columnas por elegir
import-state_checking = Comprobándose
import-state_checked = Comprobada, nada cambiado aún
import-state_applying = Aplicándose
import-state_applied = Aplicada
import-state_undoing = Deshaciéndose
import-state_undone = Deshecha
import-state_stopped = Detenida
import-columns_lead = ¿Qué contiene cada columna? Lo hemos deducido de los encabezados.
import-column = Columna
import-pass_over = Ignorar
import-field_email = Correo electrónico
import-field_user_name = Nombre de usuario
import-field_first_name = Nombre
import-field_last_name = Apellidos
import-field_role = Rol
import-field_groups = Grupos
import-field_language = Idioma
import-field_active = Activo (sí o no)
import-field_password = Contraseña (solo usuarios nuevos)
import-field_origin = Origen (solo se añaden personas propias)
import-groups_stay = Esta importación creó estos grupos, y se quedan porque alguien los usa o los cambió:
import-samples_hidden = No se muestran: podrían ser contraseñas.
import-field_hash = Contraseña como md5 (solo usuarios nuevos)
import-options = Cómo proceder
import-changes_existing = Cambiar los usuarios que ya existen
import-changes_existing_hint = Se encuentran por correo o nombre de usuario. Una celda vacía deja el valor como está. Sin marcar: no se tocan.
import-invites = Invitar por correo a los usuarios nuevos sin contraseña
import-invites_hint = Sin marcar: se añaden sin aviso y aún no pueden iniciar sesión con una contraseña.
import-makes_groups = Crear los grupos que aún no existen
import-leaves_groups = Quitar a los usuarios de los grupos que su fila no nombra
import-leaves_groups_hint = Solo si la fila nombra al menos un grupo.
import-takes_lookalikes = Aceptar direcciones que se parecen a las de administradores
import-takes_lookalikes_hint = También las que mezclan letras de varios alfabetos.
import-check = Comprobar las filas
import-check_again = Elegir las columnas de nuevo
import-progress = Progreso
import-progress_rows = { $done } de { $rows } filas
import-progress_lead = Continúa por sí solo, aunque salga de esta página. Esta página vuelve a mirar cada pocos segundos.
import-look_again = Mirar otra vez
import-verdicts = Qué pasa con las filas
import-verdict_add = Nuevo
import-verdict_change = Cambiado
import-verdict_unchanged = Sin cambios
import-verdict_wrong = Con errores
import-all_rows = Todas
import-line = Línea
import-user = Usuario
import-verdict = Resultado
import-why = Detalles
import-shows_value = { $field }: { $value }
import-shows_change = { $field }: { $before } → { $after }
import-shows_none = ninguno
import-undone = Deshecha
import-not_undone = No deshecha
import-undone_rows =
    { $count ->
        [one] Se deshizo { $count } fila.
       *[other] Se deshicieron { $count } filas.
    }
import-nothing_to_do = Ninguna fila cambiaría nada.
import-no_rows = No hay filas
import-no_rows_lead = Ninguna fila tiene este resultado.
import-apply_rows =
    { $count ->
        [one] Aplicar { $count } fila
       *[other] Aplicar { $count } filas
    }
import-apply_title = ¿Aplicar esta lista?
import-apply_question = Usuarios nuevos: { $added }, cambiados: { $changed }. Las filas con errores se dejan fuera.
import-mails_follow =
    { $count ->
        [one] Se envía { $count } invitación por correo como máximo.
       *[other] Se envían { $count } invitaciones por correo como máximo.
    }
import-go_on = Continuar
import-go_on_question = Las filas ya hechas se quedan como están; las demás se hacen ahora.
import-undo = Deshacer
import-undo_title = ¿Deshacer esta importación?
import-undo_question = Los usuarios nuevos se eliminan (y se pueden recuperar durante { $days } días), los cambiados vuelven a sus valores anteriores. Los que se hayan cambiado desde entonces se quedan como están.
import-result = Resultado como CSV
import-see_users = Ver los usuarios
import-remove = Eliminar esta lista
import-remove_title = ¿Eliminar esta lista?
import-remove_question = Los usuarios se quedan como están, pero el resultado ya no se podrá consultar ni la importación deshacer.
import-done_removed = Se eliminó la lista.
import-next = Siguiente
import-only_looking = Esta lista la inició alguien cuyo rol permite más que el suyo, así que solo puede mirar.
import-stopped_why = La importación se detuvo:
import-cli_done = nuevos: { $added }, cambiados: { $changed }, sin cambios: { $unchanged }, con errores: { $wrong }
import-cli_line = línea { $line }: { $why }
import-cli_row = línea { $line }, { $who }: { $what }
import-cli_add = nuevo
import-cli_change = cambiado ({ $fields })
import-cli_unchanged = sin cambios
import-cli_wrong = con errores: { $why }
import-cli_dry = No se cambió nada, porque solo era una prueba.
import-cli_unreadable = El archivo { $file } no se puede leer: { $why }
    .next = Compruebe la ruta y si esta cuenta puede leer el archivo.
audit-event_import_upload = Se subió una lista de usuarios
audit-event_import_check = Se comprobó una lista de usuarios
audit-event_import_apply = Se empezó a importar una lista de usuarios
audit-event_import_finish = Se importó una lista de usuarios
audit-event_import_undo = Se empezó a deshacer una importación
audit-event_import_finish_undo = Se deshizo una importación
audit-event_import_remove = Se eliminó una lista de usuarios
import-lookalike = Esta dirección se parece a la de la línea { $line }, pero tiene otras letras.
    .next = Compare letra por letra; para aceptar ambas, compruebe de nuevo con la opción para direcciones parecidas.
import-passed_over = { $count ->
    [one] Esta columna se ignora aunque parece de las que hacen falta: { $columns }. Diga abajo qué contiene, o déjela fuera.
   *[other] Estas columnas se ignoran aunque parecen de las que hacen falta: { $columns }. Diga abajo qué contienen, o déjelas fuera.
}
import-former_shown = { $count ->
    [one] { $count } lista mostrada
   *[other] { $count } listas mostradas
}
