# Sécurité : les règles que fixent les administrateurs.

security-out_of_range = Il faut ici un nombre entier de { $minimum } à { $maximum }.
    .next = Choisissez un nombre entre les deux.
security-idle_too_long = Une session ne peut pas rester inactive plus longtemps qu’elle ne dure.
    .next = Réduisez le premier nombre ou augmentez le second.
security-unknown_role = Il n’y a pas de rôle { $role }.
    .next = Utilisez super, admin, dataAdmin, dataDesigner, contributor ou consumer, ou le nom d’API ou l’identifiant d’un rôle personnalisé.
security-no_role_chosen = Aucun rôle n’est choisi pour ces limites.
    .next = Choisissez le rôle personnalisé auquel elles s’appliquent, ou videz les champs.
security-unknown_name = Il n’y a pas de réglage { $name }.
    .next = Les noms figurent dans la réponse quand on lit les réglages.
security-shown_before = La clé a déjà été affichée. Elle ne l’est qu’une fois.
    .next = Créez-en une nouvelle avec Renouveler ; l’ancienne peut rester valable un moment.

security-title = Sécurité
security-saved = Enregistré. Cela vaut aussitôt.
security-was_reset = Retour à ce qui est configuré.
security-reset = Rétablir les valeurs par défaut
security-changed = Ce qui s’y trouve maintenant
security-now = { $name } : { $value }
security-now_on = { $name } : activé
security-now_empty = { $name } : vide ou désactivé
security-passwords = Mots de passe
security-passwords_lead = Ce que doit être un nouveau mot de passe. Les mots de passe existants restent valables jusqu’à leur changement.
security-minimum_length = Nombre minimal de caractères
security-minimum_length_hint = De 8 à 64. La longueur protège mieux que les signes et les chiffres.
security-nist_preset = Préréglage NIST
security-nist_preset_hint = Comme le veut NIST SP 800-63B-4 : 15 caractères pour un mot de passe comme seul facteur, aucune règle de composition, aucune expiration.
security-replace_given = Les mots de passe attribués sont remplacés
security-replace_given_hint = La personne qui a reçu un mot de passe d’un administrateur, d’une liste ou d’un script choisit le sien à la prochaine connexion dans un navigateur. Les scripts qui s’en servent continuent de fonctionner.
security-regex = Règle propre à votre organisation
security-regex_hint = Une expression régulière au sens de JavaScript. Laissez ce champ vide si rien ne vous y oblige.
security-message = Ce qui est dit de la règle
security-message_hint = Une phrase. Elle figure sous le champ où l’on choisit un mot de passe.
security-tester = Essayez avant d’enregistrer
security-try_password = Un mot de passe à essayer
security-try_hint = Il est comparé aux règles ci-dessus, enregistrées ou non. Il n’est conservé nulle part.
security-try = Essayer
security-affected = Qui est concerné ?
security-affected_nobody = Personne : ces règles acceptent tous les mots de passe que les règles en vigueur acceptent.
security-affected_text = Personne n’est déconnecté. Les mots de passe stockés sont illisibles : nul ne peut dire lesquels enfreignent les nouvelles règles ; elles valent pour chaque nouveau mot de passe.
security-affected_with = Ont un mot de passe et le gardent
security-affected_md5 = Dont importés en md5 et jugés à la première connexion
security-affected_must_change = Dont tenus d’en choisir un autre à la prochaine connexion
security-affected_without = Choisissent leur premier mot de passe selon les nouvelles règles
security-users =
    { $count ->
        [one] { $count } utilisateur
       *[other] { $count } utilisateurs
    }
security-users_more = Plus de { $count } utilisateurs
security-foresee = Combien de sessions prendraient fin ?
security-would_end = { $count ->
    [0] Aucune session ne prendrait fin maintenant.
    [one] { $count } session prendrait fin dès l’enregistrement.
   *[other] { $count } sessions prendraient fin dès l’enregistrement.
}
security-would_end_more = Au moins { NUMBER($count) } sessions prendraient fin dès l’enregistrement.
security-lockout = Verrouillage
security-lockout_lead = Trop de mots de passe erronés verrouillent un compte pendant un moment. Un navigateur qui s’y est déjà connecté n’est jamais retenu.
security-lockout_enabled = Verrouiller les comptes après des échecs
security-lockout_enabled_hint = Même sans cela, celui qui devine attend plus longtemps après chaque mot de passe erroné.
security-lockout_attempts = Nombre d’échecs de connexion avant verrouillage
security-lockout_minutes = Durée du verrouillage (minutes)
security-lockout_period = Les échecs comptent ensemble pendant, en minutes
security-sessions = Limites des sessions
security-sessions_lead = Des limites plus basses raccourcissent aussi les sessions en cours, en quelques secondes. Les plus hautes valent pour les nouvelles.
security-idle_minutes = Se termine après tant de minutes sans requête
security-absolute_hours = Se termine dans tous les cas après tant d’heures
security-session_only_cookie = Ne se souvenir de personne
security-session_only_cookie_hint = Retire « Rester connecté » de la page de connexion. Chaque session se termine avec son navigateur.
security-remember_idle_days = Mémorisée : se termine après tant de jours sans requête
security-remember_absolute_days = Mémorisée : se termine dans tous les cas après tant de jours
security-per_user_max = Sessions simultanées par utilisateur
security-role_limits = Plus bas pour certains rôles
security-role_limits_hint = Pour ceux qui peuvent beaucoup, par exemple 15 minutes, 8 heures et 2 sessions. Cela raccourcit aussi les sessions mémorisées. Les rôles personnalisés suivent le rôle intégré sur lequel ils reposent, sauf s’ils ont leurs propres limites. Vide, ou plus haut que ci-dessus : comme ci-dessus.
security-role_idle = { $role } : minutes sans requête
security-role_absolute = { $role } : heures dans tous les cas
security-role_per_user = { $role } : sessions simultanées
security-of_role_idle = Minutes sans requête
security-of_role_absolute = Heures dans tous les cas
security-of_role_per_user = Sessions simultanées
security-role_chosen = Rôle choisi
security-role_more = Limites pour un autre rôle personnalisé
security-role_more_hint = Ce qui reste vide est comme pour le rôle intégré sur lequel il repose. Le nombre de ce rôle vaut même si celui du rôle intégré est plus bas.
security-role_none = Aucun autre
security-role_above = La limite pour tous, { $limit }, est plus basse et c’est elle qui vaut.
security-role_above_remembered = La limite pour tous, { $limit }, est plus basse et c’est elle qui vaut. Ce nombre ne raccourcit que les sessions mémorisées.
security-embedding = Intégration
security-embedding_lead = Quelles pages peuvent montrer les nôtres, et quels scripts peuvent appeler l’API. Aucun, tant que personne n’est nommé.
security-frame_ancestors = Sites qui peuvent intégrer nos pages
security-frame_ancestors_hint = Un par ligne : https://portal.example.com, https://*.example.com pour tout ce qui est en dessous (jamais sous un suffixe que des inconnus partagent, comme *.co.uk), ou * pour tous. Seules la page d’accueil et les pages de connexion sont intégrées, jamais l’administration, Mon profil ni les pages des licences.
security-cors_origins = Origines CORS autorisées
security-cors_origins_hint = Une par ligne, exactement : https://app.example.com. Un * seul laisse tout site appeler l’API, sans cookies.
security-cors_credentials = Ces scripts peuvent utiliser les cookies de la personne connectée
security-cors_credentials_hint = Pas avec *. Les scripts qui envoient un jeton n’en ont pas besoin.
security-cross_site_cookies = Cookies intersites pour l’intégration
security-cross_site_cookies_hint = SameSite=None au lieu de Lax, pour qui se connecte à partir de maintenant. TLS nécessaire. Les formulaires restent protégés.
security-headers_now = Les en-têtes envoyés
security-headers_preview = Les en-têtes qui seraient envoyés
security-preview = Aperçu des en-têtes
security-api_access = Accès à l’API
security-api_access_lead = L’ancienne clé x-api-key transporte un mot de passe dans chaque appel. Préférez les jetons API, et désactivez-la quand plus personne ne s’en sert.
security-api_key = L’en-tête x-api-key
security-api_key_enabled = Accepter l’ancienne clé x-api-key
security-api_key_enabled_hint = Si elle est désactivée, tout appel qui l’emploie est refusé aussitôt.
security-iat_window = Âge maximal d’un appel signé, en secondes
security-iat_window_hint = 300 est une bonne valeur. 0 : l’âge n’est pas vérifié.
security-key = Clé de signature
security-key_lead = Avec quoi les scripts signent leurs appels.
security-key_once = Copiez la clé maintenant. Elle n’est affichée que cette fois.
security-key_weak = Cette clé a été apportée et elle est plus courte que celles créées ici. Renouvelez-la, et laissez les deux valables jusqu’à ce que chaque script ait la nouvelle.
security-key_made = Créée
security-key_made_at_setup = Avec l’installation
security-key_last_use = Dernière utilisation
security-key_unused = Pas encore
security-key_user = l’utilisateur
security-key_previous = La clé précédente est valable jusqu’au
security-show_key = Afficher la clé
security-rotate = Renouveler
security-rotate_title = Créer une nouvelle clé ?
security-rotate_text = Les scripts doivent signer avec la nouvelle clé dès que le temps de l’ancienne est passé. Une clé déjà en fin de vie cesse aussitôt.
security-overlap = L’ancienne clé reste valable
security-overlap_hint = Les deux valent pendant ce temps.
security-overlap_none = pas du tout

security-not_told = Il n’y a pas de clé à communiquer : elle l’est une seule fois, et l’a été.
    .next = Créez-en une avec generate ; la précédente prend alors fin.
security-bad_key = Une clé compte de { $minimum } à { $maximum } chiffres hexadécimaux.
    .next = Laissez le serveur en créer une avec generate.
security-no_sso = L’authentification unique (SSO) ne peut pas être activée ici.
    .next = Laissez enabled à false.
security-language_stays = La langue du serveur est fixée dans sa configuration : { $language }.
    .next = Modifiez-y server.language ou laissez chacun choisir la sienne.
