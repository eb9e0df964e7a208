# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Data Admin
roles-data_designer = Data Designer
roles-contributor = Dashboard Designer
roles-consumer = Viewer

roles-unknown = There is no such role.
    .next = Use one of super, admin, dataAdmin, dataDesigner, contributor, consumer, or a role's id.
roles-not_allowed = Your role does not allow this.
    .next = Ask an administrator.
roles-not_in_scope = This token is not made for that.
    .next = Make a token with a wider scope under My Profile > API Token.
roles-beyond_own = This role allows more than your own.
    .next = Ask somebody whose role allows as much.
