# Why a password is refused, and what to do next.

passwords-too_short =
    { $minimum ->
        [one] Le mot de passe doit avoir au moins { $minimum } caractère.
       *[other] Le mot de passe doit avoir au moins { $minimum } caractères.
    } { $actual ->
        [0] Il est vide.
       *[other] Celui-ci en a { $actual }.
    }
    .next = Allongez-le. Quelques mots qui n’ont rien à voir entre eux sont faciles à retenir.
    .rule =
        { $minimum ->
            [one] Au moins { $minimum } caractère
           *[other] Au moins { $minimum } caractères
        }
passwords-too_long = Le mot de passe peut avoir { $maximum } caractères au plus.
    .next = Choisissez-en un plus court. Rien n’est coupé, donc rien ne peut se perdre.
    .rule = { $maximum } caractères au plus
passwords-common = Beaucoup de gens utilisent ce mot de passe, ou un autre très proche ; c’est donc l’un des premiers qu’essaie un attaquant.
    .next = Choisissez-en un autre. Ajouter des chiffres ou remplacer des lettres par des signes n’aide pas.
    .rule = Pas un mot de passe que beaucoup de gens utilisent ou qui a été volé
passwords-breached = Ce mot de passe, ou un autre très proche, a été volé sur d’autres sites et figure sur les listes des attaquants.
    .next = Choisissez-en un que vous n’avez utilisé nulle part ailleurs.
    .rule = Pas un mot de passe que beaucoup de gens utilisent ou qui a été volé
passwords-forbidden = Ce mot de passe, ou un autre très proche, figure sur la liste des mots de passe interdits de votre organisation.
    .next = Choisissez-en un autre.
    .rule = Absent de la liste des mots de passe interdits de votre organisation
# $kind says where the word comes from.
passwords-context_word =
    { $kind ->
        [product] Le mot de passe est formé du nom de ce produit.
        [organisation] Le mot de passe est formé du nom de votre organisation.
        [host] Le mot de passe est formé du nom de ce serveur.
        [name] Le mot de passe est formé de votre propre nom.
        [user_name] Le mot de passe est formé de votre nom d’utilisateur.
        [email] Le mot de passe est formé de votre adresse e-mail.
       *[other] Le mot de passe ne doit pas être formé de noms que d’autres connaissent, comme le vôtre ou celui de ce serveur.
    }
    .next = Choisissez des mots que personne n’associerait à vous.
    .rule = Pas formé du nom ou de l’adresse de l’utilisateur, ni du nom de ce serveur
passwords-repeats_or_sequences = Le mot de passe répète sans cesse un même petit morceau, ou suit simplement l’ordre des lettres ou des chiffres.
    .next = Ajoutez quelque chose que le début ne laisse pas deviner.
    .rule = Ni un même morceau répété, ni des lettres ou des chiffres dans l’ordre
# $message is what the organization wrote.
passwords-organisation_rule = { $message }
    .next = Votre organisation a fixé cette règle. Modifiez le mot de passe jusqu’à ce qu’il convienne.
    .rule = { $message }
passwords-organisation_pattern = Le mot de passe ne respecte pas la règle fixée par votre organisation.
    .next = Demandez à votre administrateur quelle est la règle.
    .rule = Conforme à la règle de votre organisation
# $reason is what the reader of patterns says, in English; it may be empty.
passwords-bad_pattern =
    { $why ->
        [long] Le motif dépasse { $maximum } caractères.
        [rounds] Le motif répète trop : les nombres entre accolades, multipliés entre eux, sont trop grands.
       *[unreadable] Ce n’est pas une expression régulière utilisable. Ce qu’en dit le lecteur de motifs, en anglais : « { $reason } »
    }
    .next = Saisissez une expression régulière telle que JavaScript la connaît, comme ^(?=.*[0-9]).+$
passwords-impossible_pattern = Cette règle ne laisse passer aucun mot de passe de { $minimum } caractères ou plus.
    .next = Plus personne ne pourrait choisir de mot de passe. Écrivez ce qu’il doit contenir, par exemple [0-9].
passwords-slow_pattern = Cette règle met trop de temps à vérifier certains mots de passe.
    .next = Évitez les répétitions dans les répétitions, comme (a+)+.
passwords-message_too_long = Le texte affiché avec la règle peut avoir { $maximum } caractères au plus.
    .next = Raccourcissez le texte.
passwords-bad_minimum = La longueur minimale des mots de passe doit être comprise entre { $minimum } et { $maximum } caractères.
    .next = Choisissez un nombre entre les deux.
passwords-list_too_large = Le fichier des mots de passe interdits est trop grand : { $lines_maximum } lignes et { $bytes_maximum } octets au plus sont lus.
    .next = Gardez les mots de passe que l’on choisirait le plus probablement ici.
passwords-busy = Trop de personnes se connectent en ce moment.
    .next = Attendez quelques secondes et réessayez.
passwords-bad_hash = La valeur de « hash » n’est pas le md5 d’un mot de passe.
    .next = Envoyez exactement 32 chiffres hexadécimaux, ou le mot de passe lui-même.
passwords-weak_parameters = Le coût du hachage des mots de passe est hors limites : mémoire de { $memory_kib_minimum } à { $memory_kib_maximum } Kio, passes de { $passes_minimum } à { $passes_maximum }, voies de 1 à { $lanes_maximum }.
    .next = Corrigez la configuration et redémarrez.
passwords-bad_pepper = La clé de poivre « { $id } » est inutilisable : il lui faut au moins { $minimum } octets et un identifiant propre d’au plus 32 lettres, chiffres, traits d’union et tirets bas.
    .next = Corrigez le fichier des clés de poivre et redémarrez.

passwords-wrong_current = Ce n’est pas votre mot de passe actuel.
    .next = Saisissez-le de nouveau.
passwords-not_the_same = Les deux nouveaux mots de passe ne sont pas identiques.
    .next = Saisissez-les de nouveau.
passwords-same_as_old = Le nouveau mot de passe est l’ancien.
    .next = Choisissez-en un autre.
passwords-by_organisation = Ce mot de passe est géré par votre organisation.
    .next = Changez-le là où vous vous connectez avec votre organisation.
passwords-md5_off = Les mots de passe ne peuvent pas être donnés en md5 ici.
    .next = Envoyez `password`, ou n’envoyez pas de mot de passe pour inviter l’utilisateur par e-mail.
passwords-again_current = Mot de passe actuel
passwords-again_lead = Votre mot de passe est nécessaire, car vous l’avez saisi il y a un certain temps.
passwords-again_go_on = Continuer
passwords-again_sso = C’est votre organisation qui vous connecte ; il n’y a donc pas de mot de passe à saisir ici. Déconnectez-vous puis reconnectez-vous : l’opération sera possible pendant un moment.
