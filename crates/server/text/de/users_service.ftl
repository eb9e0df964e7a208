# Service accounts: the users of scripts.

users-service_account = Ein Dienstkonto hat kein Passwort.
    .next = Legen Sie ein API-Token dafür an; um es fernzuhalten, deaktivieren Sie es oder beenden Sie seine Token.
users-not_a_service = Nur Dienstkonten bekommen ihre Token von anderen.
    .next = Lassen Sie die Person das Token unter Mein Profil > API-Token anlegen.
api_tokens-named_only = Ein Dienstkonto hat nur benannte API-Token.
    .next = Bitten Sie eine Administratorin oder einen Administrator darum, oder legen Sie eines auf der Seite des Dienstkontos an.

users_list-origin_service = Dienstkonto
users-service_add = Dienstkonto hinzufügen
users-service_lead = Für Skripte: kein Passwort, keine Mail, kein Platz. Es wird nur mit API-Token zugelassen, die Sie auf seiner Seite anlegen.
users-service_name = Name
users-service_name_hint = Was das Skript tut: „Nächtlicher Abgleich“
users-service_tokens_lead = Jedes Token hat einen Namen, einen Umfang und einen Ablauf; es wird einmal gezeigt. Beim Erneuern entsteht ein Nachfolger, und das alte gilt noch eine Woche.
users-service_added = Das Dienstkonto ist hinzugefügt. Legen Sie ein Token für sein Skript an.
