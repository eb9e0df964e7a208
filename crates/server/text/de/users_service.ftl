# Service accounts: the users of scripts.

users-service_account = Ein Dienstkonto hat kein Passwort und keine Adresse, die E-Mails erreichen.
    .next = Erstellen Sie ein API-Token dafür; um es auszusperren, deaktivieren Sie es oder beenden Sie seine Token. Seine Adresse endet auf @service.invalid.
users-license_account = Ein Lizenzkonto behält seine Rolle.
    .next = Was es darf, bestimmen die Organisationen, für die es handelt; siehe Aussteller > Kunden.
users-not_a_service = Nur Dienstkonten bekommen ihre Token von anderen.
    .next = Lassen Sie den Benutzer das Token unter Mein Profil > API-Token erstellen.
api_tokens-not_by_named = Ein benannter API-Token zeigt und erstellt den Token von Mein Profil nicht, der ihn überdauern kann.
    .next = Melden Sie sich mit dem Passwort an, oder verwenden Sie den Token von Mein Profil selbst.
api_tokens-named_only = Ein Dienstkonto hat nur benannte API-Token.
    .next = Bitten Sie einen Administrator um eines, oder erstellen Sie eines auf der Seite des Dienstkontos.

users_list-origin_service = Dienstkonto
users_list-origin_license = Lizenzkonto
users-service_add = Dienstkonto hinzufügen
users-service_lead = Für Skripte: kein Passwort, keine E-Mails, kein Platz. Zugelassen wird es nur mit API-Token, die Sie auf seiner Seite erstellen.
users-service_name = Name
users-service_name_hint = Was das Skript tut: „Nächtlicher Abgleich“
users-service_name_missing = Das Dienstkonto hat noch keinen Namen.
    .next = Sagen Sie in wenigen Worten, was sein Skript tut.
users-service_tokens_lead = Jedes Token hat einen Namen, einen Umfang und einen Ablauf; es wird nur einmal angezeigt. Beim Austauschen entsteht ein Nachfolger, und das alte gilt noch eine Woche.
users-service_added = Das Dienstkonto ist hinzugefügt. Erstellen Sie ein Token für sein Skript.

users-cli_token = Token { $id } ist erzeugt. Kopieren Sie es jetzt; es wird nur dieses Mal gezeigt
users-cli_revoked = Token { $id } ist beendet
