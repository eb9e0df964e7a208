# Die Sitzungen aller, für Administratoren.

sessions-unknown_user = Diesen Benutzer gibt es nicht.
    .next = Sehen Sie noch einmal in die Liste.

sessions-title = Sitzungen
sessions-lead = Wer gerade angemeldet ist. Wer abgemeldet wird, landet beim nächsten Klick auf der Anmeldeseite.
sessions-search = Suche nach Benutzername, E-Mail oder Adresse
sessions-role = Rolle
sessions-all_roles = Alle Rollen
sessions-show = Anzeigen
sessions-user_name = Benutzername
sessions-name = Name
sessions-domain = Domäne
sessions-current = Aktuelle Sitzungen
sessions-duration = Sitzungsdauer
sessions-device = Gerät
sessions-unknown_device = Unbekanntes Gerät
sessions-last_seen = Zuletzt gesehen
sessions-own = Sie
sessions-none = Keine Sitzung passt
sessions-none_lead = Suchen Sie nach dem Anfang eines Namens oder einer Adresse, oder wählen Sie eine andere Rolle.
sessions-show_all = Alle zeigen
sessions-counted =
    { $count ->
        [one] Eine Sitzung
       *[other] { $count } Sitzungen
    }
sessions-counted_more = { NUMBER($count) }+ Sitzungen
sessions-revoke = Beenden
sessions-revoked = Die Sitzung ist beendet.
sessions-revoked_many =
    { $count ->
        [0] Es gab keine Sitzung mehr zu beenden.
        [one] Eine Sitzung ist beendet.
       *[other] { $count } Sitzungen sind beendet.
    }
sessions-revoke_user = Alle Sitzungen beenden
sessions-revoke_user_title = Alle Sitzungen von { $name } beenden?
sessions-revoke_effect =
    { $count ->
        [0] Es gibt gerade keine Sitzung.
        [one] Eine Sitzung endet sofort.
       *[other] { $count } Sitzungen enden sofort.
    } Ist Ihre eigene darunter, bleibt sie bestehen.
sessions-revoke_tokens = API-Token funktionieren weiter. Um jemanden ganz auszusperren, deaktivieren Sie den Benutzer.
sessions-revoke_all = Alle außer meiner beenden
sessions-revoke_all_title = Alle Sitzungen außer Ihrer beenden?
sessions-revoke_all_effect =
    { $count ->
        [one] Die Sitzung einer Person endet sofort.
       *[other] { $count } Sitzungen enden sofort.
    } Die von Personen, deren Rolle mehr erlaubt als Ihre, bleiben.
sessions-revoke_all_effect_more = Mehr als { $count } Sitzungen enden sofort. Die von Personen, deren Rolle mehr erlaubt als Ihre, bleiben.
