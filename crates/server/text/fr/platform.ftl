# Ce qui est conservé pour les clients de la plateforme.

platform-unset = Cela n’a jamais été défini.
    .next = Définissez-le avec POST.
platform-not_an_object = Ceci doit être un objet JSON.
    .next = Mettez-le entre accolades : des noms et des valeurs.
platform-too_large = Jusqu’à { $maximum } octets sont conservés.
    .next = Envoyez-en moins, surtout des images plus petites.
platform-server_listed = Un serveur de données de ce nom figure déjà dans la liste.
    .next = Modifiez celui-là ou choisissez un autre nom.
platform-no_server_name = Un serveur de données a besoin d’un nom.
    .next = Envoyez serverName.
platform-unknown_server = Ce serveur de données ne figure pas dans la liste.
    .next = Relisez la liste.
platform-too_many_servers = La liste compte au plus { $maximum } serveurs de données.
    .next = Retirez-en d’abord un.
platform-no_web_access_tokens = Il n’y a pas de jetons d’accès web sur ce serveur.
    .next = Utilisez un jeton d’API ou connectez-vous.
