# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Admin de datos
roles-data_designer = Diseñador de datos
roles-contributor = Diseñador de paneles
roles-consumer = Lector

roles-unknown = Ese rol no existe.
    .next = Use super, admin, dataAdmin, dataDesigner, contributor, consumer o el identificador de un rol.
roles-not_allowed = Su rol no permite esto.
    .next = Consulte a un administrador.
roles-not_in_scope = Este token no está hecho para eso.
    .next = Cree un token con un alcance mayor en «Mi perfil» > «Token de API».
roles-needs_full_scope = Esto alcanza una cuenta que administra a otras, o la suya: requiere un token con todos los alcances, o su contraseña dada hace poco.
    .next = Use un token así, o inicie sesión de nuevo y repítalo.
roles-beyond_own = Este rol permite más que el suyo.
    .next = Pídaselo a alguien cuyo rol permita lo mismo.

roles-title = Roles
roles-lead = Lo que cada persona puede hacer. Un cambio vale desde su próximo clic.
roles-grid = Lo que permite cada rol
roles-grid_lead = Siempre y Nunca son fijos; los roles personalizados pueden cambiar el resto.
roles-permission = Permiso
roles-new = Rol nuevo
roles-custom = Personalizado
roles-based_on = Basado en { $role }
roles-users = Usuarios
roles-role = Rol
roles-always = Siempre
roles-allow = Sí
roles-deny = No
roles-never = Nunca
roles-none = Todavía no hay roles personalizados
roles-none_lead = Un rol personalizado se basa en uno integrado y permite algo más o algo menos.
roles-copy = Copiar
roles-copy_of = Copia de { $role }
roles-base = Basado en
roles-base_hint = Decide qué se puede cambiar y qué tipo de plaza ocupa el rol. No se puede cambiar después.
roles-base_choose = Elija en qué se basa
roles-base_go_on = Continuar
roles-display_name = Nombre
roles-display_name_hint = Lo que leen las personas. En la API el rol se llama custom_ seguido del nombre.
roles-description = Para qué sirve
roles-permissions = Permisos
roles-permissions_lead = Donde lo deje a la base, el rol sigue a { $role }.
roles-choice_base = Como { $role }: { $standing }
roles-choice_allow = Permitir
roles-choice_deny = No permitir
roles-locked = Fijado por la base: { $standing }
roles-preview = Ver qué cambia
roles-diff_title = Qué cambia para { $role }
roles-diff_gains = Gana
roles-diff_loses = Pierde
roles-diff_same = Lo que permite el rol queda igual.
roles-diff_from_base = Comparado con { $role }:
roles-affected = { $count ->
    [0] Nadie tiene este rol todavía.
    [one] Afecta a un usuario, desde su próximo clic.
   *[other] Afecta a { $count } usuarios, desde su próximo clic.
}
roles-affected_many = Afecta a más de { NUMBER($count) } usuarios, desde su próximo clic.
roles-save = Guardar estos cambios
roles-create = Crear este rol
roles-back = Cambiar algo
roles-built_in_notice = Este rol viene con el producto y queda como está. Cópielo para tener uno propio.
roles-changed_notice_title = Otra persona cambió este rol mientras tanto
roles-changed_notice = Abajo está lo que usted eligió. Continúe para reemplazar lo que se guardó mientras tanto:
roles-saved = Guardado. Vale desde el próximo clic.
roles-created = Se creó el rol.
roles-deleted = { $count ->
    [0] Se eliminó el rol.
    [one] Se eliminó el rol; un usuario tiene ahora su rol base.
   *[other] Se eliminó el rol; { $count } usuarios tienen ahora su rol base.
}
roles-delete = Eliminar rol
roles-delete_title = ¿Eliminar el rol { $role }?
roles-delete_users = { $count ->
    [0] Nadie lo tiene.
    [one] Un usuario recibe en su lugar el rol { $base }.
   *[other] { $count } usuarios reciben en su lugar el rol { $base }.
}
roles-delete_users_many = Más de { NUMBER($count) } usuarios reciben en su lugar el rol { $base }.
roles-delete_seats = Conservan el mismo tipo de plaza.
roles-delete_groups = { $count ->
    [one] Un grupo da este rol. Dele antes otro rol a ese grupo.
   *[other] { $count } grupos dan este rol. Deles antes otro rol a esos grupos.
}

roles-built_in = Los roles integrados quedan como están.
    .next = Copie el rol y cambie la copia.
roles-name_taken = Otro rol se llama así.
    .next = Elija otro nombre.
roles-looks_built_in = Este nombre se parece al del rol integrado «{ $name }».
    .next = Elija un nombre que nadie confunda con él.
roles-bad_name = El nombre de un rol necesita de 1 a { $maximum } caracteres visibles.
    .next = Elija otro.
roles-bad_description = Una descripción tiene como máximo { $maximum } caracteres visibles.
    .next = Acórtela.
roles-fixed = La base de este rol no permite cambiar { $permission }.
    .next = Déjelo a la base o elija otra base.
roles-base_not_open = Siempre hay un solo Sys. Admin, así que ningún otro rol se basa en él.
    .next = Elija otra base.
roles-too_many = Puede haber { $maximum } roles personalizados como máximo.
    .next = Elimine roles que nadie necesite.
roles-changed_meanwhile = Otra persona acaba de cambiar este rol.
    .next = Mire el cambio e inténtelo de nuevo.
roles-given_by_groups = { $count ->
    [one] Un grupo da este rol a sus usuarios.
   *[other] { $count } grupos dan este rol a sus usuarios.
}
    .next = Dé antes otro rol a esos grupos.
roles-too_many_users = Más de { $maximum } usuarios tienen este rol.
    .next = Muestre en «Usuarios» quienes tienen este rol, elija «Todos los que coinciden» y cámbieles el rol; después elimine este.

roles-permission_account_read = Ver la propia cuenta
    .meaning = Iniciar sesión y ver lo que se guarda de uno mismo.
roles-permission_account_change = Cambiar la propia cuenta
    .meaning = Mi perfil: nombres, dirección, contraseña, tokens, sesiones.
roles-permission_users_read = Ver usuarios
    .meaning = Ver a otros usuarios, sus sesiones y tokens.
roles-permission_users_add = Añadir usuarios
    .meaning = Añadir e invitar usuarios, uno a uno y por importación.
roles-permission_users_change = Cambiar usuarios
    .meaning = Editar, bloquear y desbloquear usuarios, cerrar sus sesiones y anular sus tokens.
roles-permission_users_delete = Eliminar usuarios
    .meaning = Eliminar usuarios y recuperarlos.
roles-permission_users_view_as = Ver como usuario
    .meaning = Ver las páginas como las ve otro usuario.
roles-permission_groups_read = Ver grupos
    .meaning = Ver los grupos y quién está en ellos.
roles-permission_groups_manage = Gestionar grupos
    .meaning = Crear, cambiar y eliminar grupos, y elegir sus miembros.
roles-permission_roles_manage = Gestionar roles
    .meaning = Crear, cambiar y eliminar roles personalizados.
roles-permission_sessions_manage = Gestionar sesiones
    .meaning = Ver quién ha iniciado sesión y cerrar sesiones.
roles-permission_ownership_read = Ver propietarios
    .meaning = Ver quién posee qué.
roles-permission_ownership_manage = Gestionar propietarios
    .meaning = Registrar lo que posee cada persona y traspasarlo.
roles-permission_seats_read = Ver plazas
    .meaning = Ver cuántas plazas se usan y quién las usa.
roles-permission_features_manage = Gestionar funciones
    .meaning = Activar y desactivar partes del producto.
roles-permission_security_manage = Gestionar la seguridad
    .meaning = Cambiar las reglas de contraseñas, sesiones, inserción y acceso a la API.
roles-permission_mail_manage = Gestionar el correo
    .meaning = Cambiar cómo se envía el correo y ver qué se envió.
roles-permission_audit_read = Leer el registro de auditoría
    .meaning = Ver quién hizo qué, de todos los usuarios.
roles-permission_sysadmin_manage = Gestionar el Sys. Admin
    .meaning = Cambiar el usuario del Sys. Admin y traspasar el rol.

roles-bad_manifest = Esto no puede ser parte de lo que permite un rol.
    .next = Envíe un objeto JSON de 12 niveles como máximo.
roles-manifest_too_large = El manifiesto de un rol se guarda hasta { $maximum } bytes.
    .next = Quite las secciones que nadie necesite.
roles-unknown_part = El manifiesto del rol no tiene esa parte.
    .next = Lea el manifiesto completo con includeManifest=true.
roles-permission_licenses_read = Ver clientes y licencias
    .meaning = Los clientes de un servidor de licencias, sus paquetes, servidores y claves de firma.
roles-permission_licenses_manage = Gestionar clientes y licencias
    .meaning = Añadir clientes, emitir, renovar y cambiar paquetes, publicar versiones.
roles-permission_licenses_approve = Aprobar cambios de licencias
    .meaning = Aprobar lo que otra persona solicitó: límites más altos, revocación, claves.
roles-permission_license_manage = Gestionar la licencia de esta instalación
    .meaning = Ver la licencia, cambiarla, renovarla y devolverla.
roles-trial_users = En la prueba en línea no se gestionan usuarios.
    .next = Para gestionar usuarios, instale el producto: descárguelo en el portal o escríbanos allí.
roles-trial_system = En la prueba en línea no se configura el sistema.
    .next = Para configurar el sistema, instale el producto: descárguelo en el portal o escríbanos allí.
roles-trial_files = En la prueba en línea no se cargan archivos.
    .next = Para cargar archivos, instale el producto: descárguelo en el portal o escríbanos allí.
roles-license_adding = La licencia terminó el { $date }; no se puede añadir a nadie.
    .next = Renueve la licencia en Admin > Uso de la licencia, o pídaselo al administrador del sistema.
roles-license_changing = La licencia terminó el { $date }; esto no se puede cambiar.
    .next = Renueve la licencia en Admin > Uso de la licencia, o pídaselo al administrador del sistema.
roles-license_scripts = La licencia terminó el { $date }; los scripts solo pueden quitar usuarios.
    .next = Renueve la licencia en Admin > Uso de la licencia, o pídaselo al administrador del sistema.
