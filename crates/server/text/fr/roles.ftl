# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Admin des données
roles-data_designer = Concepteur de données
roles-contributor = Concepteur de tableaux de bord
roles-consumer = Lecteur

roles-unknown = Ce rôle n’existe pas.
    .next = Utilisez super, admin, dataAdmin, dataDesigner, contributor, consumer ou l’identifiant d’un rôle.
roles-not_allowed = Votre rôle ne le permet pas.
    .next = Adressez-vous à un administrateur.
roles-not_in_scope = Ce jeton n’est pas fait pour cela.
    .next = Créez un jeton de portée plus large dans « Mon profil » > « Jeton API ».
roles-beyond_own = Ce rôle permet plus que le vôtre.
    .next = Demandez à une personne dont le rôle permet autant.
