# Voir les pages comme quelqu’un d’autre.

view_as-title = Voir comme { $name }
view_as-lead = Vous voyez les pages comme { $name } les voit. Vous ne pouvez rien modifier pendant ce temps.
view_as-told = Le journal d’audit garde votre nom, le sien et la raison. Cela prend fin tout seul une fois le temps écoulé.
view_as-reason = Raison
view_as-reason_hint = Par exemple le numéro d’une demande d’assistance
view_as-minutes = Pendant combien de temps
view_as-start = Commencer
view_as-no_reason = Une raison de 1 à { $maximum } caractères est nécessaire.
    .next = Écrivez pourquoi vous devez regarder.
view_as-bad_time = La durée doit être de 1 à { $maximum } minutes.
    .next = Choisissez-en une dans la liste.
view_as-browser_only = Seule une personne dans un navigateur peut voir les pages comme quelqu’un d’autre.
    .next = Connectez-vous avec un navigateur.
view_as-sysadmin = Personne ne voit les pages comme le Sys. Admin.
    .next = Choisissez quelqu’un d’autre.
view_as-equal = Personne ne voit les pages comme quelqu’un qui a les mêmes droits.
    .next = Choisissez quelqu’un qui a moins de droits, ou demandez à cette personne.
view_as-yourself = Ce sont déjà vos propres pages.
    .next = Choisissez quelqu’un d’autre.
view_as-inactive = Cet utilisateur n’est pas actif et ne voit aucune page.
    .next = Réactivez d’abord l’utilisateur.
