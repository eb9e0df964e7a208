# Was Administratoren im laufenden Betrieb ändern.

settings-changed_meanwhile = Jemand anderes hat diese Einstellungen geändert, seit Sie die Seite geöffnet haben.
    .next = Sehen Sie nach, was sich unterscheidet, und speichern Sie noch einmal, wenn Ihre Angaben richtig sind.
