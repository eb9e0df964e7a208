# The first page of a new installation.

setup-title = Diese Installation einrichten
setup-lead = Erstellen Sie das erste Konto: den Sys. Admin, den es genau einmal gibt.
setup-secret = Einrichtungsgeheimnis
setup-secret_hint = Es wurde dort ausgegeben, wo der Server gestartet wurde.
setup-email = E-Mail
setup-first_name = Vorname
setup-last_name = Nachname
setup-password = Passwort
setup-repeat = Passwort wiederholen
setup-make = Konto erstellen

setup-already = Diese Installation ist schon eingerichtet.
    .next = Melden Sie sich an, oder verwenden Sie auf dem Server `seatwarden rescue`, wenn es niemand kann.
setup-wrong_secret = Das ist nicht das Einrichtungsgeheimnis.
    .next = Sie finden es dort, wo der Server gestartet wurde. Jeder Start gibt ein neues aus.
setup-license_title = Oder mit der Lizenz beginnen
setup-license_lead = Das aktiviert die Installation und legt den Systemadministrator mit derselben E-Mail und demselben Passwort an. Danach haben die beiden Passwörter nichts mehr miteinander zu tun.
setup-activate = Aktivieren und Konto anlegen
setup-other_secrets = Die Geheimnisse in { $folder } sind nicht die dieser Installation: Niemand könnte sich hier anmelden.
    .next = Jeder Knoten braucht dieselben Geheimnisse: Kopieren Sie den Ordner von einem anderen Knoten oder aus der Sicherung, oder nennen Sie ihn mit `secrets.directory`. Sind sie verloren, beginnt `seatwarden rescue` mit neuen; dann wählen alle ein neues Passwort.
