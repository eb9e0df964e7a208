# The Online Trial.

trials-title = Essai en ligne
trials-lead = Une installation hébergée avec des données d’exemple, pour découvrir.
trials-none = Pas d’essai en ligne pour le moment
trials-none_lead = Écrivez-nous, nous en préparerons un pour vous.
trials-start = Démarrer l’essai en ligne
trials-one_click = Un clic vous y connecte, sans autre mot de passe. Le bouton est valable cinq minutes ; ensuite, rechargez la page.
trials-withheld = Ce que l’essai n’offre pas
trials-without_users = La gestion des utilisateurs
trials-without_system = La configuration du système
trials-without_files = L’envoi de fichiers
trials-install = Pour tout avoir, installez le produit sur votre propre machine.
trials-bad_grant = Cet accès à l’essai en ligne n’est pas valable, ou ne l’est plus.
    .next = Rouvrez l’essai en ligne dans le portail et repartez de là.
trials-closed = Il n’y a pas d’essai en ligne ici.
    .next = Ouvrez l’essai en ligne dans le portail ; il sait où se trouve l’essai.
audit-event_trials_enter = Est entré dans l’essai en ligne depuis le portail
trials-no_trial = Cette licence n’est pas un essai.
    .next = Modifiez-la ou renouvelez-la sur sa propre page.
trials-bad_days = Un essai se prolonge de 1 à { NUMBER($maximum) } jours.
    .next = Tapez un nombre dans ces limites ; on peut prolonger encore plus tard.
trials-still_trial = Une licence payante est d’un autre type que l’essai.
    .next = Choisissez abonnement ou perpétuelle.
audit-event_trials_start = Est parti vers l’essai en ligne
