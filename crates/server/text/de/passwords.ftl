# Why a password is refused, and what to do next.

passwords-too_short =
    { $minimum ->
        [one] Das Passwort braucht mindestens { $minimum } Zeichen.
       *[other] Das Passwort braucht mindestens { $minimum } Zeichen.
    } { $actual ->
        [0] Es ist leer.
       *[other] Dieses hat { $actual }.
    }
    .next = Machen Sie es länger. Ein paar Wörter, die nicht zusammengehören, sind leicht zu merken.
    .rule =
        { $minimum ->
            [one] Mindestens { $minimum } Zeichen
           *[other] Mindestens { $minimum } Zeichen
        }
passwords-too_long = Das Passwort darf höchstens { $maximum } Zeichen haben.
    .next = Wählen Sie ein kürzeres. Es wird nichts abgeschnitten, so kann nichts verloren gehen.
    .rule = Höchstens { $maximum } Zeichen
passwords-common = Dieses oder ein sehr ähnliches Passwort verwenden viele; ein Angreifer probiert es daher als eines der ersten.
    .next = Wählen Sie ein anderes. Ziffern anzuhängen oder Buchstaben durch Zeichen zu ersetzen, hilft nicht.
    .rule = Keines der Passwörter, die viele verwenden oder die gestohlen wurden
passwords-breached = Dieses oder ein sehr ähnliches Passwort wurde anderswo gestohlen und steht auf den Listen von Angreifern.
    .next = Wählen Sie eines, das Sie nirgendwo sonst verwendet haben.
    .rule = Keines der Passwörter, die viele verwenden oder die gestohlen wurden
passwords-forbidden = Dieses oder ein sehr ähnliches Passwort steht auf der Liste verbotener Passwörter Ihrer Organisation.
    .next = Wählen Sie ein anderes.
    .rule = Nicht auf der Liste verbotener Passwörter Ihrer Organisation
# $kind says where the word comes from.
passwords-context_word =
    { $kind ->
        [product] Das Passwort besteht aus dem Namen dieses Produkts.
        [organisation] Das Passwort besteht aus dem Namen Ihrer Organisation.
        [host] Das Passwort besteht aus dem Namen dieses Servers.
        [name] Das Passwort besteht aus Ihrem eigenen Namen.
        [user_name] Das Passwort besteht aus Ihrem Benutzernamen.
        [email] Das Passwort besteht aus Ihrer E-Mail-Adresse.
       *[other] Das Passwort darf nicht aus Namen bestehen, die andere kennen, etwa Ihrem oder dem dieses Servers.
    }
    .next = Wählen Sie Wörter, die niemand mit Ihnen in Verbindung bringt.
    .rule = Nicht aus dem Namen oder der Adresse des Benutzers oder dem Namen dieses Servers gebildet
passwords-repeats_or_sequences = Das Passwort ist ein kurzes Stück, das sich ständig wiederholt, oder besteht aus Buchstaben oder Ziffern in einfacher Reihenfolge.
    .next = Fügen Sie etwas ein, das sich nicht schon aus dem Anfang erraten lässt.
    .rule = Nicht immer dasselbe Stück, und keine Buchstaben oder Ziffern in einfacher Reihenfolge
# $message is what the organization wrote.
passwords-organisation_rule = { $message }
    .next = Diese Regel hat Ihre Organisation festgelegt. Ändern Sie das Passwort, bis es passt.
    .rule = { $message }
passwords-organisation_pattern = Das Passwort entspricht nicht der Regel, die Ihre Organisation festgelegt hat.
    .next = Fragen Sie Ihren Administrator nach der Regel.
    .rule = So, wie es die Regel Ihrer Organisation verlangt
# $reason is what the reader of patterns says, in English; it may be empty.
passwords-bad_pattern =
    { $why ->
        [long] Das Muster ist länger als { $maximum } Zeichen.
        [rounds] Das Muster wiederholt zu viel: Die Anzahlen in geschweiften Klammern sind, miteinander malgenommen, zu groß.
       *[unreadable] Das ist kein regulärer Ausdruck, der sich verwenden lässt. Was das Leseprogramm dazu auf Englisch sagt: „{ $reason }“
    }
    .next = Geben Sie einen regulären Ausdruck ein, wie JavaScript ihn kennt, etwa ^(?=.*[0-9]).+$
passwords-impossible_pattern = Diese Regel lässt kein Passwort mit { $minimum } oder mehr Zeichen durch.
    .next = Niemand könnte mehr ein Passwort wählen. Schreiben Sie, was ein Passwort enthalten muss, etwa [0-9].
passwords-slow_pattern = Diese Regel braucht für manche Passwörter zu lange.
    .next = Vermeiden Sie Wiederholungen in Wiederholungen wie (a+)+.
passwords-message_too_long = Der Text, der mit der Regel angezeigt wird, darf höchstens { $maximum } Zeichen haben.
    .next = Kürzen Sie den Text.
passwords-bad_minimum = Die Mindestlänge für Passwörter muss zwischen { $minimum } und { $maximum } Zeichen liegen.
    .next = Wählen Sie eine Zahl dazwischen.
passwords-list_too_large = Die Datei mit verbotenen Passwörtern ist zu groß: Es werden höchstens { $lines_maximum } Zeilen und { $bytes_maximum } Bytes gelesen.
    .next = Behalten Sie die Passwörter, die hier am ehesten gewählt werden.
passwords-busy = Im Moment melden sich zu viele gleichzeitig an.
    .next = Warten Sie einige Sekunden und versuchen Sie es noch einmal.
passwords-bad_hash = Der Wert von „hash“ ist nicht der md5 eines Passworts.
    .next = Senden Sie genau 32 hexadezimale Ziffern oder das Passwort selbst.
passwords-weak_parameters = Der Aufwand für Passwort-Hashes liegt außerhalb der Grenzen: Speicher { $memory_kib_minimum } bis { $memory_kib_maximum } KiB, Durchläufe { $passes_minimum } bis { $passes_maximum }, Spuren 1 bis { $lanes_maximum }.
    .next = Berichtigen Sie die Konfiguration und starten Sie neu.
passwords-bad_pepper = Der Pepper-Schlüssel „{ $id }“ ist nicht verwendbar: Er braucht mindestens { $minimum } Bytes und eine eigene ID aus bis zu 32 Buchstaben, Ziffern, Binde- und Unterstrichen.
    .next = Berichtigen Sie die Datei der Pepper-Schlüssel und starten Sie neu.

passwords-wrong_current = Das ist nicht Ihr aktuelles Passwort.
    .next = Geben Sie es noch einmal ein.
passwords-not_the_same = Die beiden neuen Passwörter stimmen nicht überein.
    .next = Geben Sie beide noch einmal ein.
passwords-same_as_old = Das neue Passwort ist das alte.
    .next = Wählen Sie ein anderes.
passwords-by_organisation = Dieses Passwort wird von Ihrer Organisation verwaltet.
    .next = Ändern Sie es dort, wo Sie sich bei Ihrer Organisation anmelden.
passwords-md5_off = Passwörter können hier nicht als md5 angegeben werden.
    .next = Senden Sie `password`, oder senden Sie kein Passwort, um den Benutzer per E-Mail einzuladen.
passwords-again_current = Aktuelles Passwort
passwords-again_lead = Dafür ist Ihr Passwort nötig, weil Sie es vor längerer Zeit eingegeben haben.
passwords-again_go_on = Weiter
passwords-again_sso = Ihre Organisation meldet Sie an, deshalb gibt es hier kein Passwort. Melden Sie sich ab und wieder an; danach ist das eine Weile möglich.
