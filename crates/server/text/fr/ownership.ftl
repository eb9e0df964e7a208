# Who owns what on the platform.

ownership-unknown_object = Cet objet n’est pas enregistré.
    .next = Consultez de nouveau la liste.
ownership-unknown_kind = Ce type d’objet n’existe pas.
    .next = Utilisez dashboard, folder, datamodel, connection, alert, report, notebook ou other.
ownership-bad_external_id = L’identifiant doit avoir de 1 à { $maximum } caractères visibles.
    .next = Copiez-le depuis la plateforme.
ownership-bad_title = Un titre a au plus { $maximum } caractères visibles.
    .next = Raccourcissez-le.
ownership-unknown_user = Personne ne s’appelle exactement « { $name } » ici.
    .next = Choisissez l’une des personnes proposées, ou écrivez en entier l’adresse e-mail ou le nom d’utilisateur.
ownership-several_users = Plusieurs personnes s’appellent « { $name } » : { $who }.
    .next = Écrivez l’adresse e-mail ou le nom d’utilisateur de la personne voulue, ou son ID.
ownership-owned_by_other = Cet objet appartient à { $name }.
    .next = Transférez-le au lieu de l’enregistrer.
ownership-too_many = C’est plus de { $maximum } à la fois.
    .next = Envoyez-les en plusieurs fois.
ownership-same_owner = Cela resterait à la même personne.
    .next = Choisissez quelqu’un d’autre.
ownership-both_named = Des objets et tout ce qu’a un propriétaire sont nommés ensemble.
    .next = Envoyez soit objects, soit from avec ou sans kind.
ownership-nothing_chosen = Aucun objet n’est coché.
    .next = Cochez ceux à transférer.
ownership-not_text = Ce tableau n’est pas en UTF-8 : les titres seraient faux.
    .next = Dans le tableur, enregistrez-le au format « CSV UTF-8 » ou « Texte Unicode ».
ownership-bad_table = Le tableau n’a pas de colonne { $column }.
    .next = Sa première ligne doit nommer les colonnes kind, external_id, title et owner.
ownership-open_quote = Le guillemet ouvert à la ligne { $line } n’est jamais fermé.
    .next = Fermez-le, ou doublez ceux qui font partie du texte.
ownership-no_rows = Le tableau n’a aucune ligne sous ses en-têtes.
    .next = Choisissez un tableau avec une ligne par objet.
ownership-surplus = Cette ligne a plus de cellules que la première : « { $cell } » serait perdu, et ses valeurs sont peut-être sous les mauvais en-têtes.
    .next = Mettez entre guillemets une cellule qui contient le séparateur, comme "Smith, Jr.", ou donnez un en-tête à chaque colonne.
ownership-named_twice = La ligne { $line } dit autre chose du même objet.
    .next = Ne laissez qu’une ligne par objet.
ownership-unknown_transfer = Ce transfert n’existe pas.
    .next = Consultez la liste des transferts.
ownership-bad_rule = Ce droit n’est pas connu.
    .next = Utilisez view, edit ou none.
ownership-unknown_folder = Il n’y a pas de dossier « { $name } ».
    .next = Enregistrez d’abord le dossier.
ownership-folder_circle = Un dossier ne peut pas se trouver en lui-même.
    .next = Choisissez un dossier en dehors de celui-ci.
ownership-too_deep = Les dossiers s’emboîtent sur { $maximum } niveaux au plus.
    .next = Choisissez un dossier plus haut.
ownership-kind_dashboard = Tableau de bord
ownership-kind_folder = Dossier
ownership-kind_datamodel = Modèle de données
ownership-kind_connection = Connexion
ownership-kind_alert = Alerte
ownership-kind_report = Rapport
ownership-kind_notebook = Notebook
ownership-kind_other = Autre
ownership-title = Propriété
ownership-lead = À qui appartient chaque tableau de bord, dossier et modèle de données. Le contenu reste sur la plateforme. Les anciens propriétaires qui peuvent encore consulter ou modifier sont indiqués ici pendant { $days } jours.
ownership-register = Enregistrer un objet
ownership-register_lead = Indiquez au registre un élément de la plateforme. En général, la plateforme le fait elle-même.
ownership-upload = Enregistrer depuis un tableau
ownership-upload_lead = Jusqu’à 10 000 lignes. Les lignes correctes sont prises même si d’autres ne le sont pas ; recommencer ne change rien.
ownership-upload_columns = La première ligne nomme les colonnes :
ownership-upload_file = Fichier CSV
ownership-upload_text = Ou collez le tableau ici
ownership-upload_do = Enregistrer le contenu du tableau
ownership-upload_result = Ce que chaque ligne est devenue
ownership-upload_result_lead = Les lignes refusées viennent en premier. Corrigez-les et renvoyez le tableau.
ownership-line = Ligne
ownership-verdict = Résultat
ownership-verdict_added = Ajouté
ownership-verdict_updated = Modifié
ownership-verdict_unchanged = Inchangé
ownership-verdict_refused = Refusé
ownership-object = Objet
ownership-object_title = Titre
ownership-external_id = Identifiant sur la plateforme
ownership-external_id_hint = Tel qu’il figure dans l’adresse de l’objet.
ownership-kind = Type
ownership-owner = Propriétaire
ownership-changed = Modifié
ownership-actions = Actions
ownership-all_kinds = Tous les types
ownership-search = Rechercher par titre ou identifiant
ownership-filter = Afficher
ownership-none = Rien ne correspond
ownership-none_lead = Rien n’est encore enregistré, ou rien qui corresponde au filtre.
ownership-shown =
    { $count ->
        [one] { $count } objet affiché
       *[other] { $count } objets affichés
    }
ownership-former = Ancien utilisateur { $name }
ownership-owns = Ce qui lui appartient
ownership-owns_nothing = Rien ne lui appartient.
ownership-count = Nombre
ownership-person_hint = Adresse e-mail, nom d’utilisateur ou une partie du nom
ownership-meant = Il peut s’agir de :
ownership-of_former = Ceci appartenait à { $name }, dont le compte a été supprimé.
ownership-from = De
ownership-from_several = Plusieurs propriétaires
ownership-to = À qui
ownership-keeps = L’ancien propriétaire
ownership-keeps_view = peut encore consulter
ownership-keeps_edit = peut encore modifier
ownership-keeps_none = ne garde rien
ownership-hand_over = Transférer
ownership-hand_over_all = Transférer d’un utilisateur
ownership-hand_over_all_lead = Tout ce que quelqu’un possède, ou tout ce qui est d’un même type, y compris d’un ancien utilisateur.
ownership-go_on = Continuer
ownership-ticked = Transférer ce qui est coché
ownership-unregister = Retirer
ownership-unregister_title = Retirer l’objet du registre ?
ownership-unregister_text = « { $title } » reste tel quel sur la plateforme, mais plus personne n’en est propriétaire ici.
ownership-done_registered = Enregistré
ownership-done_unregistered = Retiré du registre
ownership-transfer = Transfert
ownership-transfers = Transferts
ownership-transfers_lead = Ce qui a changé de mains récemment. La plateforme le suit par l’API. Pendant { $days } jours, cela peut être rendu.
ownership-transfers_none = Rien n’a encore changé de mains
ownership-transfers_none_lead = Les transferts apparaîtront ici dès qu’il y en aura.
ownership-when = Quand
ownership-what = Quoi
ownership-by = Par
ownership-what_hand_over = Transféré
ownership-what_remove = Retiré du registre
ownership-what_restore = Rétabli
ownership-state = État
ownership-state_running = En cours
ownership-state_done = Terminé
ownership-state_stopped = Arrêté : destinataire disparu ou propriétaire de retour
ownership-moved = { $moved } sur { $total }
ownership-moved_none = Aucun objet n’a changé de mains.
ownership-moved_kinds = Ce qui a été transféré
ownership-look_again = Actualiser
ownership-switched_off = Le compte de { $name } est désactivé : personne ne s’occuperait de ce qui est transmis.
    .next = Choisissez quelqu’un qui peut se connecter, ou réactivez d’abord le compte.
ownership-only_invited = { $name } a été invité(e) et n’a pas encore accepté : personne ne s’occuperait de ce qui est transmis.
    .next = Choisissez quelqu’un qui peut se connecter, ou attendez que l’invitation soit acceptée.
ownership-user_needed = Ce champ est nécessaire : il désigne un utilisateur.
    .next = Écrivez l’adresse e-mail, le nom d’utilisateur ou l’identifiant.
ownership-to_service = { $name } est un compte de service : des scripts l’utilisent, et personne ne s’y connecte pour s’occuper de ce qu’il reçoit.
ownership-counted_dashboard = { $count ->
    [one] { $count } tableau de bord
   *[other] { $count } tableaux de bord
}
ownership-counted_folder = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
ownership-counted_datamodel = { $count ->
    [one] { $count } modèle de données
   *[other] { $count } modèles de données
}
ownership-counted_connection = { $count ->
    [one] { $count } connexion
   *[other] { $count } connexions
}
ownership-counted_alert = { $count ->
    [one] { $count } alerte
   *[other] { $count } alertes
}
ownership-counted_report = { $count ->
    [one] { $count } rapport
   *[other] { $count } rapports
}
ownership-counted_notebook = { $count ->
    [one] { $count } notebook
   *[other] { $count } notebooks
}
ownership-counted_other = { $count ->
    [one] { $count } autre objet
   *[other] { $count } autres objets
}
ownership-others_by_now = Ce ne sont plus les mêmes objets que ceux que vous avez vus.
    .next = Regardez les nouveaux nombres et confirmez encore une fois.
ownership-too_many_fit = Plus de { $maximum } objets correspondent, et autant ne se transfèrent pas ensemble.
    .next = Affinez le filtre, ou transférez tout ce qui est à un propriétaire.
ownership-still_running = Ce transfert est encore en cours.
    .next = Attendez qu’il soit terminé.
ownership-not_handed_over = Rien n’a été transféré ici.
    .next = Choisissez un transfert qui a fait changer des objets de mains.
ownership-nothing_left = Rien de tout cela ne peut changer de mains.
    .next = Regardez ce qui se passerait, et pourquoi rien n’est possible.
ownership-passed_on = Il appartient désormais à { $name }.
    .next = Cochez-le dans la liste s’il doit changer de mains encore une fois.
ownership-owner_gone = Le compte de { $name }, à qui il appartenait, a été supprimé.
    .next = Rétablissez d’abord l’utilisateur, ou transférez l’objet à quelqu’un d’autre.
ownership-would = Ce qui se passerait
ownership-would_change = { $all ->
    [one] { $changed } objet sur { $all } change de mains.
   *[other] { $changed } objets sur { $all } changent de mains.
}
ownership-would_stay = { $count ->
    [one] { $count } est déjà chez son destinataire.
   *[other] { $count } sont déjà chez leurs destinataires.
}
ownership-yes = { $count ->
    [one] Transférer { $count } objet
   *[other] Transférer { $count } objets
}
ownership-and_others = et d’autres
ownership-all_fitting = Tout ce qui correspond ({ $counted })
ownership-counted_all = { $count ->
    [one] { $count } objet
   *[other] { $count } objets
}
ownership-counted_more = { $count ->
    [one] plus de { $count } objet
   *[other] plus de { $count } objets
}
ownership-kept_view = Était à { $name }, qui peut encore le consulter
ownership-kept_edit = Était à { $name }, qui peut encore le modifier
ownership-hand_back = Rendre
ownership-hand_back_until = Peut être rendu jusqu’au { $date }.
ownership-hand_back_over = Les { $days } jours pendant lesquels cela pouvait être rendu sont passés.
ownership-what_hand_back = Rendu
ownership-to_former = À qui cela appartenait
ownership-back_of = Annule
ownership-back_of_this = un transfert antérieur
ownership-moved_objects = Qui a reçu quoi
ownership-moved_more = Suite
ownership-owner_now = Propriétaire actuel
ownership-transfers_shown = { $count ->
    [one] { $count } transfert affiché
   *[other] { $count } transferts affichés
}
audit-event_ownership_export = La liste des objets a été exportée
