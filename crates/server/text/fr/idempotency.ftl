# Les appels qui peuvent être envoyés de nouveau.

idempotency-bad_key = L’en-tête `Idempotency-Key` est illisible.
    .next = Envoyez de 1 à { $maximum } lettres, chiffres ou signes sans espace ; l’idéal est un UUID aléatoire.
idempotency-other_request = Cette `Idempotency-Key` a déjà servi pour une autre requête.
    .next = Utilisez une nouvelle clé pour chaque requête ; n’envoyez la même clé qu’avec la même adresse et le même corps.
idempotency-in_flight = Le premier appel avec cette `Idempotency-Key` est encore en cours.
    .next = Attendez un instant et renvoyez-le.
idempotency-answer_lost = L’appel avec cette `Idempotency-Key` a été exécuté, mais sa réponse n’est plus connue.
    .next = Regardez ce qui a été créé ou modifié ; rien n’a été fait deux fois. Si la réponse contenait un secret, il faut en créer un nouveau.
idempotency-too_many = Vous avez déjà { $maximum } clés d’idempotence des dernières 24 heures.
    .next = Attendez que les plus anciennes soient oubliées, ou envoyez des appels sans clé.
