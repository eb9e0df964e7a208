# Deleting users, and bringing them back.

users-name_not_typed = Tippen Sie den Namen „{ $name }“, um etwas aus dem Register zu nehmen.
    .next = Oder behalten Sie es, oder übergeben Sie es.
users-unknown_deleted = Dieser Benutzer lässt sich nicht mehr zurückholen.
    .next = Er wurde schon zurückgeholt, oder die 30 Tage sind vorbei.
users-undo_over = Die { $days } Tage, in denen sich dieser Benutzer zurückholen ließ, sind vorbei.
    .next = Fügen Sie den Benutzer neu hinzu.
users-deleted_again = Dieser Benutzer kam inzwischen zurück und wurde dann anders als durch diesen Vorgang gelöscht.
    .next = Falls auch das ein Versehen war, holen Sie den Benutzer unter „Gelöschte Benutzer“ zurück.
users-last_owner = { $name } hat außer diesem Benutzer keinen Eigentümer, und eine Organisation behält einen.
    .next = Machen Sie zuerst jemand anderen zum Eigentümer.
users-delete_user = Benutzer löschen
users-delete_title = { $name } löschen?
users-delete_lead = Sehen Sie, was enden würde, und sagen Sie, was aus dem wird, was dieser Person gehört.
users-deactivate_instead = Stattdessen deaktivieren
users-deactivate_instead_title = Der mildere Weg
users-deactivate_lead = Wer deaktiviert ist, kann sich nicht anmelden, gibt den Platz frei und behält alles. Es lässt sich jederzeit zurücknehmen.
users-delete_ends = Was endet
users-delete_sessions = Sitzungen
users-delete_tokens = API-Token
users-delete_groups = Gruppen
users-delete_owns_nothing = Dieser Person gehört nichts, also kann nichts verloren gehen.
users-delete_owns = Was wird aus dem, was { $name } gehört?
users-delete_kept = Was { $name } gehört, bleibt unter dem Namen eines ehemaligen Benutzers.
users-delete_kind = { $kind }: { $count }
users-delete_keep = Unter dem bisherigen Namen behalten
users-delete_hand_over = Übergeben
users-delete_remove = Aus dem Register nehmen
users-delete_to = Wer das Übergebene bekommt
users-delete_to_kind = { $kind }: jemand anderes
users-delete_type_name = „{ $name }“ eintippen
users-delete_type_name_hint = Nur, wenn etwas aus dem Register genommen wird
users-delete_undo = Das lässt sich { $days } Tage lang zurücknehmen, bis auf Sitzungen und Token. Übergebenes bleibt dann, wo es ist.
users-deleted_done = Der Benutzer wurde gelöscht. Hier können Sie das zurücknehmen.
users-deleted_title = Gelöschte Benutzer
users-deleted_lead = { $days } Tage lang lassen sie sich zurückholen, mit Gruppen, Rolle, Passwort und Besitz.
users-deleted_none = Niemand zum Zurückholen
users-deleted_none_lead = Wer gelöscht wird, bleibt 30 Tage lang hier.
users-deleted_at = Gelöscht
users-deleted_by = Durch
users-deleted_until = Bis
users-undo = Rückgängig
users-undo_title = { $name } zurückholen?
users-undo_lead = Das Konto kommt zurück, wie es war, bis auf das, was hier steht.
users-undo_back = Namen, Rolle, Gruppen, Sprache und Passwort kommen zurück, und der Benutzer ist aktiv oder deaktiviert wie zuvor.
users-undo_ended = Sitzungen und API-Token bleiben beendet. Wer erst eingeladen war, muss neu eingeladen werden.
users-undo_owned = Was dem Benutzer gehörte und seither niemand bekam, gehört ihm wieder. Übergebenes bleibt beim neuen Eigentümer; ein Administrator kann es zurückgeben.
users-undo_owned_link = Zu den Eigentümern der Objekte
users-undo_taken = Inzwischen hat jemand anderes diese E-Mail-Adresse oder diesen Benutzernamen. Beide können bleiben, wenn dieser Benutzer andere Angaben bekommt.
users-undo_email = Andere E-Mail-Adresse
users-undo_email_hint = Leer: die bisherige
users-undo_user_name = Anderer Benutzername
users-delete_would = Was geschehen würde
users-delete_would_end =
    { $sessions ->
        [one] { $sessions } Sitzung endet,
       *[other] { $sessions } Sitzungen enden,
    } { $tokens ->
        [one] { $tokens } API-Token wird ungültig.
       *[other] { $tokens } API-Token werden ungültig.
    }
users-delete_would_go = An { $name } geht
users-delete_would_stay = Unter dem bisherigen Namen { $name } bleibt
users-delete_would_leave = Aus dem Register kommt
users-undone = { $name } ist zurück.
users-undone_given =
    { $count ->
        [one] Ein Objekt wurde beim Löschen übergeben. Es bleibt beim neuen Eigentümer.
       *[other] { $count } Objekte wurden beim Löschen übergeben. Sie bleiben bei den neuen Eigentümern.
    }
users-undone_many =
    { $count ->
        [one] { $count } Benutzer ist zurück.
       *[other] { $count } Benutzer sind zurück.
    }
users-undone_left_out =
    { $count ->
        [one] Ein Benutzer ließ sich nicht zurückholen:
       *[other] { $count } Benutzer ließen sich nicht zurückholen:
    }
