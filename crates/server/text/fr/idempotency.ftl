# Les appels qui peuvent être envoyés de nouveau.

idempotency-bad_key = L’en-tête `Idempotency-Key` est illisible.
    .next = Envoyez de 1 à { $maximum } lettres, chiffres ou signes sans espace ; le mieux est un UUID aléatoire.
idempotency-other_request = Cette `Idempotency-Key` est déjà venue avec une autre requête.
    .next = Utilisez une nouvelle clé par requête ; la même clé seulement avec la même adresse et le même contenu.
idempotency-in_flight = Le premier appel avec cette `Idempotency-Key` est encore en cours.
    .next = Attendez un instant et renvoyez-le.
idempotency-answer_lost = L’appel avec cette `Idempotency-Key` a été exécuté, mais sa réponse n’est plus connue.
    .next = Regardez ce qui a été créé ou modifié ; rien n’a été fait deux fois. Un secret contenu dans la réponse doit être recréé.
idempotency-too_many = Vous avez { $maximum } clés d’idempotence des dernières 24 heures.
    .next = Attendez que les plus anciennes soient oubliées, ou envoyez des appels sans clé.
