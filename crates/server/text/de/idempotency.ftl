# Aufrufe, die noch einmal gesendet werden dürfen.

idempotency-bad_key = Der Header `Idempotency-Key` ist nicht lesbar.
    .next = Senden Sie 1 bis { $maximum } Buchstaben, Ziffern oder Sonderzeichen ohne Leerzeichen; am besten eine zufällige UUID.
idempotency-other_request = Dieser `Idempotency-Key` kam schon einmal mit einer anderen Anfrage.
    .next = Verwenden Sie für jede Anfrage einen neuen Schlüssel; senden Sie denselben nur mit derselben Adresse und demselben Inhalt.
idempotency-in_flight = Der erste Aufruf mit diesem `Idempotency-Key` wird noch beantwortet.
    .next = Warten Sie einen Augenblick und senden Sie ihn noch einmal.
idempotency-answer_lost = Der Aufruf mit diesem `Idempotency-Key` wurde ausgeführt, aber seine Antwort ist nicht mehr bekannt.
    .next = Sehen Sie nach, was angelegt oder geändert wurde; nichts geschah zweimal. Ein Geheimnis, das in der Antwort stand, muss neu erzeugt werden.
idempotency-too_many = Sie haben schon { $maximum } Idempotenzschlüssel aus den letzten 24 Stunden.
    .next = Warten Sie, bis die ältesten vergessen sind, oder senden Sie Aufrufe ohne Schlüssel.
