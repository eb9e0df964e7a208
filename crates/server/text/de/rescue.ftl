# `seatwarden rescue`.

rescue-lead = Unter dieser Adresse kann einmal, innerhalb von { $minutes } Minuten, ein neues Passwort für { $email } gewählt werden:
rescue-no_sysadmin = Es gibt noch keinen Sys. Admin
    .next = Den Server starten und seine erste Seite öffnen, um ihn einzurichten
