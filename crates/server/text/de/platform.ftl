# Was für Clients der Plattform aufbewahrt wird.

platform-unset = Es wurde nie gesetzt.
    .next = Setzen Sie es mit POST.
platform-not_an_object = Das muss ein JSON-Objekt sein.
    .next = Setzen Sie es in geschweifte Klammern: Namen und Werte.
platform-too_large = Es werden bis zu { $maximum } Byte aufbewahrt.
    .next = Senden Sie weniger, vor allem kleinere Bilder.
platform-server_listed = Ein Datenserver dieses Namens steht schon in der Liste.
    .next = Ändern Sie diesen, oder verwenden Sie einen anderen Namen.
platform-no_server_name = Ein Datenserver braucht einen Namen.
    .next = Senden Sie serverName.
platform-unknown_server = Diesen Datenserver gibt es in der Liste nicht.
    .next = Lesen Sie die Liste neu.
platform-too_many_servers = Mehr als { $maximum } Datenserver stehen nicht in der Liste.
    .next = Nehmen Sie zuerst einen heraus.
platform-no_web_access_tokens = Auf diesem Server gibt es keine Web Access Tokens.
    .next = Verwenden Sie ein API-Token, oder melden Sie sich an.
