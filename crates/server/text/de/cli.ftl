# The command line.

cli-about = Verwaltet die Konten und Lizenzen einer Analyseplattform
cli-serve = Den Server starten
cli-demo = Eine gefüllte Installation zum Umsehen starten; es bleibt nichts zurück
cli-rescue = Einen einmaligen Link erstellen, mit dem der Sys. Admin ein neues Passwort wählt
cli-audit = Mit dem Protokoll arbeiten
cli-audit_verify = Nachweisen, dass kein Ereignis im Protokoll verändert oder entfernt wurde
cli-config = Mit der Konfiguration arbeiten
cli-config_print = Jede Option mit Wert, Herkunft und Bedeutung ausgeben
cli-config_check = Melden, was an der Konfiguration nicht stimmt
cli-config_good = Die Konfiguration ist in Ordnung
cli-config_file = Konfigurationsdatei [Standard: seatwarden.toml im Datenverzeichnis]
cli-data_dir = Datenverzeichnis
cli-address = Adresse, auf der der Server lauscht
cli-public_url = Adresse, unter der der Server zu erreichen ist; Links in E-Mails beginnen damit
cli-demo_address = Adresse, auf der der Server lauscht; Port 0 nimmt einen freien
cli-demo_data_dir = Alles in diesem Verzeichnis behalten statt in einem temporären
cli-demo_ready_file = Adressen und Zugangsdaten als JSON in diese Datei schreiben, sobald alles bereit ist
cli-demo_tls = Zusätzlich mit einem selbst signierten Zertifikat lauschen
cli-demo_users = So viele weitere Benutzer ohne Passwort anlegen
cli-demo_postgres = Diese PostgreSQL-Datenbank statt SQLite verwenden
cli-setup_lead = Diese Installation hat noch keinen Sys. Admin. Öffnen Sie { $url } und geben Sie dieses Einrichtungsgeheimnis ein:
cli-setup_secret = {"    "}{ $secret }
cli-fault = Fehlgeschlagen: { $doing }: { $cause }
