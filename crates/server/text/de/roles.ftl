# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Daten-Admin
roles-data_designer = Daten-Designer
roles-contributor = Dashboard-Designer
roles-consumer = Betrachter

roles-unknown = Diese Rolle gibt es nicht.
    .next = Verwenden Sie super, admin, dataAdmin, dataDesigner, contributor, consumer oder die ID einer Rolle.
roles-not_allowed = Ihre Rolle erlaubt das nicht.
    .next = Fragen Sie einen Administrator.
roles-not_in_scope = Dieses Token ist dafür nicht gedacht.
    .next = Erstellen Sie unter „Mein Profil“ > „API-Token“ ein Token mit größerem Berechtigungsumfang.
roles-beyond_own = Diese Rolle erlaubt mehr als Ihre eigene.
    .next = Bitten Sie jemanden, dessen Rolle ebenso viel erlaubt.
