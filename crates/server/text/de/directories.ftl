# Verzeichnisse: Keines ist verbunden.

directories-none = Mit diesem Server ist kein Verzeichnis verbunden.
    .next = Fügen Sie Benutzer hier hinzu, importieren Sie eine Liste oder laden Sie sie ein.
