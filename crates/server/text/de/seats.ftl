# Wie viele Plätze es gibt, und was geschieht, wenn keiner mehr frei ist.

seats-administrators = Administratoren
seats-designers = Designer
seats-viewers = Betrachter
seats-of = { NUMBER($used) } von { NUMBER($limit) } belegt
seats-used = { NUMBER($used) } belegt, ohne Grenze

seats-none_left = { $seat ->
    [administrators] Es sind nicht genug Plätze frei: Administratoren { $used } von { $limit } belegt.
    [designers] Es sind nicht genug Plätze frei: Designer { $used } von { $limit } belegt.
   *[viewers] Es sind nicht genug Plätze frei: Betrachter { $used } von { $limit } belegt.
}
    .next = { $holders ->
    [0] Deaktivieren Sie jemanden, der keinen Platz mehr braucht, oder heben Sie die Grenze an.
   *[other] Deaktivieren Sie jemanden, der keinen Platz mehr braucht, oder heben Sie die Grenze an. Am längsten abwesend: { $names }.
}
seats-none_free = Für Sie ist im Moment kein Platz frei.
    .next = Bitten Sie Ihren Administrator, einen frei zu machen, und öffnen Sie diese Seite dann noch einmal.
