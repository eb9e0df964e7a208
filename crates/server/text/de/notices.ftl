# Mails that tell what happened to an account. $house is the installation's name.

notices-greeting = Guten Tag { $name },

notices-organisation_after = Melden Sie sich so an, wie Ihre Organisation es Ihnen mitgeteilt hat. Wenn Sie diese E-Mail nicht angefordert haben, müssen Sie nichts tun.

notices-password_changed_subject = Ihr Passwort für { $house } wurde geändert
notices-password_changed_lead = das Passwort Ihres Kontos bei { $house } wurde gerade geändert.
notices-password_changed_after = Wenn Sie das nicht waren, wählen Sie auf der Anmeldeseite sofort „Passwort vergessen?“ und informieren Sie Ihren Administrator.
notices-password_set_lead = ein Administrator hat Ihrem Konto bei { $house } ein anderes Passwort gegeben. Sie sind überall abgemeldet, und Ihre API-Token sind beendet.
notices-password_set_after = Das Passwort bekommen Sie von Ihrem Administrator, oder Sie wählen über „Passwort vergessen?“ auf der Anmeldeseite Ihr eigenes.

notices-email_will_change_subject = Ihre Adresse bei { $house } soll geändert werden
notices-email_will_change_lead = jemand, der unter Ihrem Namen bei { $house } angemeldet ist, möchte statt dieser Adresse { $email } verwenden.
notices-email_will_change_after = Nichts ändert sich, bevor es von dort bestätigt wird. Wenn Sie das nicht waren, ändern Sie Ihr Passwort.
notices-email_changed_subject = Ihre Adresse bei { $house } wurde geändert
notices-email_taken_lead = ein Administrator hat Ihrem Konto bei { $house } die Adresse { $email } statt dieser gegeben. Mails gehen nun dorthin, und Links, die hierher gingen, gelten nicht mehr.
notices-email_taken_after = Wenn Sie das nicht erwartet haben, sagen Sie es Ihrem Administrator.
notices-email_given_lead = Ihr Konto bei { $house } hat nun diese Adresse. Melden Sie sich von jetzt an damit an; Ihr Passwort bleibt, wie es ist.
notices-email_given_after = Wenn Sie dort kein Konto haben, hat sich jemand bei einer Adresse vertippt: Sagen Sie es denen, die es betreiben.

notices-new_device_subject = Anmeldung bei { $house } mit einem neuen Browser
notices-new_device_lead = gerade hat sich jemand bei Ihrem Konto bei { $house } angemeldet, mit einem Browser, der dafür noch nie verwendet wurde.
notices-failures_subject = Ihr Konto bei { $house }: Anmeldung nach falschen Passwörtern
notices-failures_lead =
    { $failures ->
        [one] gerade hat sich jemand mit dem richtigen Passwort bei Ihrem Konto bei { $house } angemeldet, nach { $failures } Fehlversuch.
       *[other] gerade hat sich jemand mit dem richtigen Passwort bei Ihrem Konto bei { $house } angemeldet, nach { $failures } Fehlversuchen.
    }
notices-device = Gerät: { $device }
notices-address = Adresse: { $address }
notices-time = Zeit: { $time }
notices-sessions_button = Ansehen, wo Sie angemeldet sind
notices-sign_in_after = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, beenden Sie diese Sitzung und ändern Sie sofort Ihr Passwort.
notices-sign_in_after_without_page = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, ändern Sie sofort Ihr Passwort und informieren Sie Ihren Administrator, der diese Sitzung beenden kann.
# $url is the address of “Forgot your password?”.
notices-shut_out = Wenn Sie sich nicht mehr anmelden können, wählen Sie unter { $url } ein neues Passwort und informieren Sie Ihren Administrator.

notices-token_subject = Ein API-Token Ihres Kontos bei { $house }
notices-token_made = gerade wurde das API-Token „{ $name }“ für Ihr Konto bei { $house } erstellt.
notices-token_rotated = das API-Token „{ $name }“ Ihres Kontos bei { $house } hat gerade einen Nachfolger bekommen. Das alte endet in einigen Tagen.
notices-token_revoked = das API-Token „{ $name }“ Ihres Kontos bei { $house } wurde gerade widerrufen. Es funktioniert nicht mehr.
notices-token_renewed = das API-Token im Profil Ihres Kontos bei { $house } wurde gerade neu erzeugt. Ein älteres funktioniert nicht mehr.
notices-tokens_button = API-Token ansehen
notices-token_after = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, widerrufen Sie, was Sie nicht kennen, und ändern Sie Ihr Passwort; lassen Sie dabei Ihre Sitzungen und API-Token beenden.
notices-token_after_without_page = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, ändern Sie Ihr Passwort und informieren Sie Ihren Administrator, der Ihre Sitzungen und API-Token beenden kann.

notices-recovery_subject = Wiederherstellungscodes Ihres Kontos bei { $house }
notices-recovery_made = gerade wurden neue Wiederherstellungscodes für Ihr Konto bei { $house } erstellt. Frühere Codes funktionieren nicht mehr.
notices-recovery_used = gerade wurde ein Wiederherstellungscode Ihres Kontos bei { $house } verwendet. Wer das war, kann ein neues Passwort wählen.
notices-recovery_after = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, ändern Sie sofort Ihr Passwort, lassen Sie dabei Ihre Sitzungen und API-Token beenden, und erstellen Sie neue Wiederherstellungscodes.
# $url is the address of “Forgot your password?”.
notices-recovery_shut_out = Wenn Sie sich nicht mehr anmelden können, wählen Sie unter { $url } ein neues Passwort und lassen Sie dabei Ihre API-Token beenden, oder bitten Sie den Betreiber des Servers, `seatwarden rescue` auszuführen.
