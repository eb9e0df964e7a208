# What the demo prints.

demo-ready = Seatwarden ist bereit: { $url }
demo-tls = Mit TLS (selbst signiert): { $url }
demo-inbox = Alle E-Mails landen hier: { $url }
demo-users = Melden Sie sich mit einem dieser Konten an:
demo-stop = Strg+C beendet die Demo.
demo-vendor = Der Lizenzserver ist bereit: das Portal der Kunden unter { $url }/portal, die Seiten des Ausstellers unter { $url }/issuer
demo-roots = Seine Stammschlüssel, für `SEATWARDEN_LICENSE__ROOTS_FILE` einer anderen Installation: { $path }
demo-portal = Lizenzkonto
demo-issuer = Aussteller
demo-issuer_second = Freigeber
demo-trial = Der Online-Test ist unter { $url }
demo-offline = Installation ohne Netz, mit einer Datei aktiviert: { $url }
