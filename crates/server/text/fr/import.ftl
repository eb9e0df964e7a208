# Importer une liste : des listes d’utilisateurs deviennent des utilisateurs.

import-too_large = Ce fichier contient plus de { $megabytes } Mo.
    .next = Divisez-le en plusieurs fichiers et importez-les l’un après l’autre.
import-nothing_given = Aucun fichier n’a été choisi et aucune ligne n’a été collée.
    .next = Choisissez un fichier, ou collez des lignes.
import-empty = Il n’y a aucune ligne sous les en-têtes.
    .next = Choisissez un fichier avec un utilisateur par ligne, ou collez des lignes.
import-empty_sheet = La première feuille de ce classeur n’a aucune ligne sous les en-têtes, et les autres feuilles ne sont pas lues.
    .next = Placez la feuille des utilisateurs au début, ou supprimez celles qui la précèdent, et enregistrez.
import-not_utf8 = Ce texte n’est pas en UTF-8 : les noms seraient déformés.
    .next = Dans le tableur, enregistrez-le en « CSV UTF-8 » ou comme classeur Excel (.xlsx).
import-bad_csv = Le tableau est illisible à partir de la ligne { $line }.
    .next = Cherchez un guillemet qui n’est jamais fermé.
import-bad_json = Le JSON n’est pas une liste d’objets ; il cesse d’en être une à la ligne { $line }.
    .next = Envoyez un tableau avec un objet par utilisateur, dont les clés sont email, firstName, etc.
import-bad_workbook = Ce classeur est illisible.
    .next = Enregistrez-le de nouveau comme classeur Excel (.xlsx) sans mot de passe, ou en « CSV UTF-8 ».
import-too_many_rows = Il y a plus de { $maximum } lignes.
    .next = Divisez le fichier en plusieurs et importez-les l’un après l’autre.
import-too_many_columns = Il y a plus de { $maximum } colonnes.
    .next = Supprimez les colonnes qui ne concernent pas les utilisateurs.
import-too_long = Une cellule de la ligne { $line } dépasse { $maximum } caractères.
    .next = Vérifiez que le fichier est bien une liste d’utilisateurs.
import-unknown = Cet import n’existe plus.
    .next = Consultez la liste des imports ; ce que personne n’applique est supprimé au bout d’un jour.
import-other_step = Cet import en est maintenant à une autre étape.
    .next = Consultez de nouveau sa page.
import-no_key = Aucune colonne ne contient l’adresse e-mail ou le nom d’utilisateur.
    .next = Indiquez laquelle le contient.
import-two_columns = Ces colonnes doivent contenir la même chose : { $columns }.
    .next = Choisissez l’une d’elles et ignorez l’autre.
import-unknown_field = Ce champ n’existe pas : { $field }.
    .next = Utilisez email, userName, firstName, lastName, role, groups, language, active, password, hash ou origin.
import-other_origin = « { $name } » : une importation n’ajoute que des personnes d’ici, pour n’inviter personne d’autre.
    .next = Créez les comptes de service sur leur propre page ; les personnes d’autres connexions arrivent à leur première connexion.
import-unknown_verdict = Il n’y a pas de verdict « { $name } ».
    .next = Utilisez add, change, unchanged ou wrong, ou ne l’indiquez pas pour toutes les lignes.
import-busy = D’autres fichiers sont en cours de lecture.
    .next = Réessayez dans quelques secondes.
import-too_late = Le délai pour défaire cet import est passé.
    .next = Modifiez ou supprimez les utilisateurs un par un, ou avec la liste.
import-unknown_role = Il n’y a pas de rôle « { $name } ».
    .next = Écrivez le rôle tel que la page « Rôles » le montre, ou son nom dans l’API ou son identifiant.
import-unknown_group = Il n’y a pas de groupe « { $name } ».
    .next = Créez d’abord le groupe, ou laissez l’import créer les groupes.
import-bad_active = « { $text } » ne dit ni oui ni non.
    .next = Écrivez true ou false.
import-bad_language = « { $text } » n’est pas une langue.
    .next = Écrivez-la comme de-DE ou en.
import-nul_in_row = Une cellule de cette ligne contient un caractère qui ne peut pas être conservé (NUL).
    .next = Retirez-le, ou enregistrez de nouveau le tableau depuis le programme qui l’a créé.
import-surplus = Cette ligne a plus de cellules que la première : « { $cell } » serait perdu, et ses valeurs sont peut-être sous les mauvais en-têtes.
    .next = Mettez entre guillemets une cellule qui contient le séparateur, comme "Smith, Jr.", ou donnez un en-tête à chaque colonne.
import-unsolved = La cellule sous « { $column } » ne dit rien de lisible : c’est une formule sans résultat, ou un objet sans id ni nom.
    .next = Ouvrez le classeur dans un tableur, vérifiez la formule, enregistrez-le et envoyez-le de nouveau, ou collez des valeurs à la place des formules ; en JSON, écrivez un texte, ou un objet avec un id ou un nom.
import-passwords_forgotten = La liste est restée à l’arrêt pendant { $hours } heures, les mots de passe qu’elle contenait ont donc été supprimés.
    .next = Importez les lignes restantes dans une nouvelle liste.
import-language_not_offered = La langue « { $text } » est conservée, mais n’est pas proposée ici : la personne voit les pages dans la langue de son groupe ou du serveur.
    .next = Pour une langue proposée, écrivez-la comme de-DE ou en.
import-remark = À noter
import-twice = La ligne { $line } concerne le même utilisateur.
    .next = Gardez l’une des deux lignes.
import-two_users = L’adresse appartient à un utilisateur et le nom d’utilisateur à un autre.
    .next = Corrigez la ligne.
import-changed_since = L’utilisateur a été modifié depuis.
    .next = Regardez l’utilisateur et décidez à la main.
import-gone_since = L’utilisateur n’existe plus.
    .next = Il n’y a plus rien à faire.

import-title = Importer une liste
import-lead = Ajoutez et modifiez de nombreux utilisateurs avec une liste. Rien ne change avant que vous ayez vu ce que deviendrait chaque ligne.
import-file = Fichier (CSV ou XLSX)
import-file_hint = { $megabytes } Mo et { $rows } lignes au plus. La première ligne nomme les colonnes, par exemple :
import-pasted = Ou collez des lignes ici
import-pasted_hint = Directement depuis un tableur. Une simple liste d’adresses suffit.
import-pasted_left_out = Ce que vous avez collé n’est pas réaffiché ici, car il peut contenir des mots de passe ou est très long : collez-le de nouveau.
import-read = Lire la liste
import-former = Imports précédents
import-former_lead = Ce que personne n’applique est supprimé après { $hours } heures. Ce qui a été appliqué peut être défait pendant { $days } jours.
import-name_pasted = Lignes collées
import-name_sent = Lignes envoyées par l’API
import-when = Quand
import-who = Qui
import-rows = Lignes
import-step = Étape
import-state_reading = En cours de lecture
import-state_read = Colonnes à choisir
import-state_checking = En cours de vérification
import-state_checked = Vérifié, rien n’est encore modifié
import-state_applying = En cours d’application
import-state_applied = Appliqué
import-state_undoing = En cours d’annulation
import-state_undone = Défait
import-state_stopped = Arrêté
import-columns_lead = Que contient chaque colonne ? Nous l’avons deviné d’après les en-têtes.
import-column = Colonne
import-pass_over = Ignorer
import-field_email = E-mail
import-field_user_name = Nom d’utilisateur
import-field_first_name = Prénom
import-field_last_name = Nom
import-field_role = Rôle
import-field_groups = Groupes
import-field_language = Langue
import-field_active = Actif (oui ou non)
import-field_password = Mot de passe (nouveaux utilisateurs seulement)
import-field_origin = Origine (seules des personnes d’ici sont ajoutées)
import-groups_stay = Cette importation a créé ces groupes ; ils restent, car quelqu’un les utilise ou les a modifiés :
import-samples_hidden = Non affiché : ce sont peut-être des mots de passe.
import-field_hash = Mot de passe en md5 (nouveaux utilisateurs seulement)
import-options = Comment procéder
import-changes_existing = Modifier les utilisateurs qui existent déjà
import-changes_existing_hint = Trouvés par e-mail ou nom d’utilisateur. Une cellule vide laisse la valeur telle quelle. Sans cette option, ils ne sont pas modifiés.
import-invites = Inviter par e-mail les nouveaux utilisateurs sans mot de passe
import-invites_hint = Sans cette option, ils sont ajoutés sans message et ne peuvent pas encore se connecter avec un mot de passe.
import-makes_groups = Créer les groupes qui n’existent pas encore
import-leaves_groups = Retirer les utilisateurs des groupes que leur ligne ne nomme pas
import-leaves_groups_hint = Seulement si la ligne nomme au moins un groupe.
import-takes_lookalikes = Accepter les adresses qui ressemblent à celles d’administrateurs
import-takes_lookalikes_hint = Aussi celles qui mélangent des lettres de plusieurs alphabets.
import-check = Vérifier les lignes
import-check_again = Choisir de nouveau les colonnes
import-progress = Avancement
import-progress_rows = { $done } lignes sur { $rows }
import-progress_lead = Cela continue tout seul, même si vous quittez cette page. Cette page s’actualise toutes les quelques secondes.
import-look_again = Actualiser
import-verdicts = Ce que deviennent les lignes
import-verdict_add = Nouveau
import-verdict_change = Modifié
import-verdict_unchanged = Inchangé
import-verdict_wrong = En erreur
import-all_rows = Toutes
import-line = Ligne
import-user = Utilisateur
import-verdict = Résultat
import-why = Détails
import-shows_value = { $field } : { $value }
import-shows_change = { $field } : { $before } → { $after }
import-shows_none = aucun
import-undone = Défait
import-not_undone = Non défait
import-undone_rows =
    { $count ->
        [one] { $count } ligne a été défaite.
       *[other] { $count } lignes ont été défaites.
    }
import-nothing_to_do = Aucune ligne ne changerait quoi que ce soit.
import-no_rows = Aucune ligne
import-no_rows_lead = Aucune ligne n’a ce résultat.
import-apply_rows =
    { $count ->
        [one] Appliquer { $count } ligne
       *[other] Appliquer { $count } lignes
    }
import-apply_title = Appliquer cette liste ?
import-apply_question = Nouveaux utilisateurs : { $added }, modifiés : { $changed }. Les lignes en erreur sont laissées de côté.
import-mails_follow =
    { $count ->
        [one] { $count } invitation au plus est envoyée par e-mail.
       *[other] { $count } invitations au plus sont envoyées par e-mail.
    }
import-go_on = Continuer
import-go_on_question = Les lignes déjà traitées restent telles quelles ; les autres sont traitées maintenant.
import-undo = Défaire
import-undo_title = Défaire cet import ?
import-undo_question = Les nouveaux utilisateurs sont supprimés (et peuvent être rétablis pendant { $days } jours), ceux qui ont été modifiés retrouvent leurs anciennes valeurs. Ceux qui ont été modifiés depuis restent tels quels.
import-result = Résultat en CSV
import-see_users = Voir les utilisateurs
import-remove = Supprimer cette liste
import-remove_title = Supprimer cette liste ?
import-remove_question = Les utilisateurs restent tels quels, mais le résultat ne pourra plus être consulté, ni l’import défait.
import-done_removed = La liste a été supprimée.
import-next = Suivant
import-only_looking = Cette liste a été commencée par une personne dont le rôle permet plus que le vôtre : vous pouvez seulement regarder.
import-stopped_why = L’import a été arrêté :
import-cli_done = nouveaux : { $added }, modifiés : { $changed }, inchangés : { $unchanged }, en erreur : { $wrong }
import-cli_line = ligne { $line } : { $why }
import-cli_row = ligne { $line }, { $who } : { $what }
import-cli_add = nouveau
import-cli_change = modifié ({ $fields })
import-cli_unchanged = inchangé
import-cli_wrong = en erreur : { $why }
import-cli_dry = Rien n’a été modifié, car ce n’était qu’un essai.
import-cli_unreadable = Le fichier { $file } est illisible : { $why }
    .next = Vérifiez le chemin et si ce compte peut lire le fichier.
audit-event_import_upload = Une liste d’utilisateurs a été téléversée
audit-event_import_check = Une liste d’utilisateurs a été vérifiée
audit-event_import_apply = L’import d’une liste d’utilisateurs a commencé
audit-event_import_finish = Une liste d’utilisateurs a été importée
audit-event_import_undo = L’annulation d’un import a commencé
audit-event_import_finish_undo = Un import a été défait
audit-event_import_remove = Une liste d’utilisateurs a été supprimée
import-lookalike = Cette adresse ressemble à celle de la ligne { $line }, mais avec d’autres lettres.
    .next = Comparez lettre par lettre ; pour prendre les deux, vérifiez de nouveau avec l’option pour les adresses ressemblantes.
import-passed_over = { $count ->
    [one] Cette colonne est ignorée bien qu’elle ressemble à une colonne utile : { $columns }. Dites ci-dessous ce qu’elle contient, ou laissez-la de côté.
   *[other] Ces colonnes sont ignorées bien qu’elles ressemblent à des colonnes utiles : { $columns }. Dites ci-dessous ce qu’elles contiennent, ou laissez-les de côté.
}
import-former_shown = { $count ->
    [one] { $count } liste affichée
   *[other] { $count } listes affichées
}
