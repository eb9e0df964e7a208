# What users may not be.

users-unknown = Cet utilisateur n’existe pas.
    .next = Vérifiez l’identifiant, le nom d’utilisateur ou l’adresse e-mail.
users-email_taken = Un autre utilisateur a cette adresse e-mail ou ce nom d’utilisateur.
    .next = Choisissez autre chose.
users-bad_email = Cela ne peut pas être une adresse e-mail.
    .next = Écrivez-la comme name@example.com.
users-bad_user_name = Un nom d’utilisateur doit avoir de 1 à 254 caractères visibles.
    .next = Choisissez-en un autre.
users-bad_name = Un nom a { $maximum } caractères visibles au plus.
    .next = Raccourcissez-le.
users-missing_field = Le champ { $name } manque.
    .next = Ajoutez-le et renvoyez la requête.
users-one_sysadmin = Il y a déjà un Sys. Admin, et il n’y en a jamais qu’un.
    .next = Choisissez un autre rôle, ou transférez le rôle du Sys. Admin.
users-last_sysadmin = Le Sys. Admin ne peut être ni supprimé, ni désactivé, ni recevoir un autre rôle.
    .next = Transférez d’abord le rôle à quelqu’un d’autre.
users-sysadmin_only = Seul le Sys. Admin peut modifier le Sys. Admin.
    .next = Adressez-vous au Sys. Admin.
users-too_many = Cela fait plus de { $maximum } utilisateurs à la fois.
    .next = Envoyez-les en plusieurs requêtes.
users-twice_in_list = La même adresse ou le même nom d’utilisateur figure deux fois dans la liste.
    .next = Envoyez chaque utilisateur une seule fois.
users-settings_too_large = Ces réglages de l’interface sont trop volumineux.
    .next = Conservez-en moins.
users-changed_meanwhile = Quelqu’un d’autre vient de modifier cet utilisateur.
    .next = Regardez la modification et réessayez.
users-unknown_language = Nous ne parlons pas encore cette langue.
    .next = Choisissez-en une dans la liste.
users-not_an_array = Le corps de la requête doit être une liste.
    .next = Mettez les éléments entre crochets.
users-wrong_type = Le champ { $name } n’a pas le bon type.
    .next = Vérifiez le type de sa valeur.
users-bad_number = Ce paramètre doit être un nombre non négatif.
    .next = Corrigez-le et renvoyez la requête.

users-title = Utilisateurs
users-lead = Toutes les personnes qui peuvent se connecter ici, et celles qui ont été invitées.
users-user_name = Nom d’utilisateur
users-email = E-mail
users-role = Rôle
users-last_active = Dernière activité
users-search = Rechercher par nom, e-mail ou identifiant
users-none = Personne ne correspond
users-counted = { $count ->
    [one] { $count } utilisateur
   *[other] { $count } utilisateurs
}
users-state_inactive = Inactif
