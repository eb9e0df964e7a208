# Combien de places il y a, et ce qui se passe quand il n'en reste plus.

seats-administrators = Administrateurs
seats-designers = Concepteurs
seats-viewers = Lecteurs
seats-of = { NUMBER($used) } sur { NUMBER($limit) } occupées
seats-used = { NUMBER($used) } occupées, sans limite

seats-none_left = { $seat ->
    [administrators] Il ne reste pas assez de places : Administrateurs { $used } sur { $limit } occupées.
    [designers] Il ne reste pas assez de places : Concepteurs { $used } sur { $limit } occupées.
   *[viewers] Il ne reste pas assez de places : Lecteurs { $used } sur { $limit } occupées.
}
    .next = { $holders ->
    [0] Désactivez une personne qui n’a plus besoin de sa place, ou relevez la limite.
   *[other] Désactivez une personne qui n’a plus besoin de sa place, ou relevez la limite. Absents depuis le plus longtemps : { $names }.
}
seats-none_free = Aucune place n’est libre pour vous en ce moment.
    .next = Demandez à votre administrateur d’en libérer une, puis ouvrez de nouveau cette page.
