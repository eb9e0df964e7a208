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
roles-beyond_own = Este rol permite más que el suyo.
    .next = Pídalo a alguien cuyo rol permita lo mismo.
