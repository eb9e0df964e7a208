# What the floor under all rooms refuses.

database-busy = Le serveur a plus à faire qu’il ne peut en ce moment.
    .next = Réessayez dans un instant.
database-full = Il ne reste plus de place pour enregistrer quoi que ce soit.
    .next = Ce qui est enregistré reste lisible. La personne qui gère le serveur doit libérer de l’espace sur le disque.
database-nul_in_text = Un texte contient un caractère qui ne peut pas être enregistré (NUL).
    .next = Retirez-le et renvoyez la requête.
database-newer = Cette base de données vient d’une version plus récente ({ $database }) que celle que connaît ce programme ({ $program }).
    .next = Démarrez la version plus récente du programme, ou restaurez une sauvegarde d’avant la mise à niveau.
jobs-queue_full = Trop de tâches sont déjà en attente.
    .next = Réessayez plus tard.
outbox-bad_address = Impossible d’envoyer un e-mail à cette adresse.
    .next = Vérifiez l’adresse.
rate_limits-too_many =
    { $seconds ->
        [one] Trop d’essais. Attendez { $seconds } seconde.
       *[other] Trop d’essais. Attendez { $seconds } secondes.
    }
    .next = Réessayez ensuite.
groups-unknown = { $which ->
    [named] Il n’y a pas de groupe « { $resource } ».
   *[other] Ce groupe n’existe pas.
}
    .next = Vérifiez l’identifiant ou le nom du groupe.
groups-unknown_name = Il n’y a pas de groupe nommé « { $name } ».
    .next = { $names ->
        [none] Écrivez son nom tel que la liste des groupes le montre.
       *[other] Vouliez-vous dire l’un de ceux-ci : { $names } ?
    }
sessions-not_found = Cette session n’existe plus.
    .next = Consultez de nouveau la liste.
sessions-ended = Cette session est terminée.
    .next = Connectez-vous à nouveau.
sessions-confirm_first = Votre mot de passe est nécessaire, car vous l’avez saisi il y a un certain temps.
    .next = Saisissez-le dans le champ que le formulaire prévoit pour lui, ou reconnectez-vous.
feature_management-off = Un administrateur a désactivé cette partie.
    .next = Si vous en avez besoin, demandez à un administrateur de l’activer dans la gestion des fonctionnalités.
one_time_links-not_valid = Ce lien ne fonctionne plus.
    .next = Il a déjà servi, a expiré ou a été remplacé par un plus récent. Demandez un nouvel e-mail.
one_time_links-wrong_code = Ce code est incorrect ou a expiré.
    .next = Consultez l’e-mail le plus récent, ou demandez-en un autre.
api_tokens-bad_name = Un jeton doit avoir un nom de 1 à { $maximum } caractères.
    .next = Donnez-lui le nom du script qui l’utilisera.
api_tokens-bad_expiry = Un jeton est valable { $maximum } jours au plus, ou sans limite.
    .next = Choisissez une durée dans la liste.
api_tokens-bad_overlap = L’ancien jeton peut encore fonctionner de 0 à { $maximum } heures.
    .next = Choisissez un nombre entre les deux.
api_tokens-bad_scope = Cette portée n’existe pas.
    .next = Choisissez-en une dans la liste.
api_tokens-too_many = Vous avez { $maximum } jetons ; vous ne pouvez pas en ajouter.
    .next = Révoquez ceux que personne n’utilise.
api_tokens-not_found = Ce jeton n’existe plus.
    .next = Consultez de nouveau la liste.
api_tokens-not_rotatable = Ce jeton a déjà été remplacé.
    .next = Remplacez le plus récent.
api_v09-bad_key = Cette clé x-api-key ne fonctionne pas ici.
    .next = Vérifiez la clé avec laquelle elle est signée, ainsi que l’adresse e-mail et le mot de passe qu’elle contient.
api_v09-key_off = L’ancienne clé x-api-key est désactivée ici.
    .next = Utilisez un jeton de « Mon profil » > « Jeton API » comme `Authorization: Bearer`.
api_tokens-expires = Votre jeton expire le { $when }.
api_tokens-beyond_own_scope = Ce jeton ne peut pas en créer un qui a plus de droits que lui.
    .next = Demandez une portée plus étroite, ou créez le jeton dans « Mon profil » > « Jeton API ».
web-hidden_letter = Il contient un caractère invisible : { $letter }.
    .next = Saisissez le texte à nouveau au lieu de le coller.
