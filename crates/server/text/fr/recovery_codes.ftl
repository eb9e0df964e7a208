# Recovery codes.

recovery_codes-lead = Dix codes pour le jour où tous les autres accès sont perdus. Chacun fonctionne une seule fois. Imprimez-les et gardez-les là où ils ne peuvent pas se perdre avec un gestionnaire de mots de passe.
recovery_codes-once = Ces codes ne sont affichés que cette fois. Les codes précédents ne fonctionnent plus.
recovery_codes-left =
    { $count ->
        [0] Vous n’avez plus de code inutilisé.
        [one] Vous avez { $count } code inutilisé.
       *[other] Vous avez { $count } codes inutilisés.
    }
recovery_codes-make = Créer de nouveaux codes
recovery_codes-use_title = Utiliser un code de récupération
recovery_codes-use_lead = Chaque code fonctionne une seule fois. Il vous permet de choisir un nouveau mot de passe.
recovery_codes-code = Code de récupération
recovery_codes-use = Continuer

recovery_codes-wrong = Ce code est incorrect ou a déjà servi.
    .next = Essayez-en un autre, ou demandez `seatwarden rescue` à la personne qui gère le serveur.
recovery_codes-reminder_title = Vous n’avez pas de codes de récupération
recovery_codes-reminder = Vous êtes le Sys. Admin. Si vous perdez votre mot de passe et votre messagerie, ces codes vous ramènent sans l’aide de personne.
recovery_codes-make_now = Créer des codes de récupération
recovery_codes-later = Me le rappeler dans { $days } jours
