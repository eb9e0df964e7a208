# Les scripts qui appellent l’API.

callers-unknown = Cet appelant n’existe pas.
    .next = Consultez de nouveau la liste ; les appelants qui n’ont pas été vus depuis longtemps sont oubliés.
callers-switched_off = Un administrateur a désactivé cet appelant.
    .next = Demandez à un administrateur de le réactiver sous Admin > Appelants, et ce qu’il faut changer dans le script.
callers-bad_kind = Ce type d’appelant n’existe pas.
    .next = Utilisez `named`, `profile`, `sign_in` ou `api_key`.
callers-too_many_off = Il y a déjà { $maximum } appelants désactivés.
    .next = Réactivez-en quelques-uns, ou mettez plutôt fin à leurs jetons.

callers-title = Appelants
callers-lead = Les scripts qui appellent l’API : avec quel moyen d’authentification, d’où, avec quel programme. Ce qu’ils font apparaît au bout d’une minute environ.
callers-search = Rechercher par utilisateur, jeton, adresse ou programme
callers-filter = Afficher
callers-all = Tous
callers-with_legacy = À modifier
callers-off = Désactivés
callers-kind_named = Jeton API
callers-kind_profile = Jeton du profil
callers-kind_sign_in = Connexion par l’API
callers-kind_api_key = x-api-key
callers-none = Aucun appelant ne correspond
callers-none_lead = Un script apparaît ici environ une minute après son premier appel.
callers-show_all = Tout afficher
callers-caller = Appelant
callers-user = Utilisateur
callers-from = Depuis
callers-calls = Appels
callers-to_change = Ce qu’il faut changer
callers-last_seen = Dernière activité
callers-first_seen = Première activité
callers-no_agent = Un programme sans nom
callers-nothing_to_change = Rien
callers-nothing_to_change_lead = Ce script n’utilise rien d’ancien.
callers-about = À propos de cet appelant
callers-let_in_by = Admis par
callers-address = Adresse
callers-agent = Programme
callers-called = Ce qu’il a appelé
callers-call = Appel
callers-no_route = Une adresse qui n’existe pas
callers-used_in =
    { $count ->
        [one] Dans { $count } appel
       *[other] Dans { $count } appels
    }

callers-part_api_key = x-api-key
callers-part_sign_in = Connexion pour un jeton
callers-part_profile = Jeton du profil
callers-part_v09 = API v0.9
callers-part_md5 = Mot de passe en md5
callers-part_form = Connexion par formulaire
callers-part_slashes = Barres obliques superflues
callers-part_text_switch = Interrupteurs en texte
callers-part_unknown_parameter = Paramètres inconnus
callers-advice_api_key = L’en-tête contient le mot de passe de l’utilisateur : quiconque lit un appel peut se connecter. Créez un jeton API avec un nom, une portée et une date de fin (Mon profil > Jeton API) et envoyez-le sous la forme `Authorization: Bearer …`.
callers-advice_sign_in = Le script conserve le mot de passe d’un utilisateur pour se connecter. Créez un jeton API avec un nom, une portée et une date de fin (Mon profil > Jeton API), et supprimez l’appel de connexion.
callers-advice_profile = Le jeton du profil permet tout ce que peut faire son utilisateur, et il sert à tous les scripts. Créez pour chaque script un jeton API avec un nom, une portée et une date de fin.
callers-advice_v09 = Le script appelle l’ancienne API. Les mêmes appels existent sous `/api/v1`, avec des documents d’erreur, la pagination et de meilleurs contrôles.
callers-advice_md5 = Le script transmet des mots de passe en md5, ce qui en révèle trop. Invitez plutôt les utilisateurs, ou n’envoyez pas de mot de passe et laissez-les en choisir un par e-mail.
callers-advice_form = L’appel de connexion attend du JSON : `{"{"}"username": …, "password": …{"}"}` avec `Content-Type: application/json`.
callers-advice_slashes = Les adresses comportent des barres obliques superflues. Cela fonctionne ici, mais d’autres serveurs ou proxys peuvent ne pas les trouver ; mettez une seule barre entre les parties et aucune à la fin.
callers-advice_text_switch = Dans les corps, des interrupteurs sont des textes comme `"true"`. Envoyez les `true` et `false` de JSON.
callers-advice_unknown_parameter = Le script envoie dans les adresses des paramètres que ces appels n’ont pas ; ils sont ignorés, si bien qu’une liste peut être plus longue que le script ne le croit. Comparez-les à la référence de l’API.

callers-switch = Interrupteur
callers-switch_off = Désactiver cet appelant
callers-switch_off_lead = Ce moyen d’authentification, depuis cette adresse et avec ce programme, est refusé avec 403 dès le prochain appel, avec la raison. Les autres programmes qui l’utilisent continuent ; pour les arrêter aussi, mettez fin au jeton ou désactivez l’utilisateur.
callers-switch_on = Réactiver cet appelant
callers-switch_on_lead = L’appelant est de nouveau admis immédiatement.
callers-is_off_now = L’appelant est désactivé.
callers-is_on_now = L’appelant est réactivé.
callers-off_since = Désactivé

callers-cli_off = L’appelant { $id } est désactivé
callers-cli_on = L’appelant { $id } est réactivé
