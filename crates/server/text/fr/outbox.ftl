# The inbox of the demo.

outbox-title = Boîte de réception
outbox-lead = Cette démo n’envoie pas d’e-mails. Elle les garde ici.
outbox-none = Pas encore d’e-mails
outbox-none_lead = Utilisez « Mot de passe oublié ? » sur la page de connexion, et un e-mail apparaîtra ici.
outbox-subject = Objet
outbox-to = À
outbox-when = Date
outbox-text = En texte
outbox-show_html = Afficher comme dans un logiciel de messagerie
outbox-back = Retour à la boîte de réception

outbox-email = E-mail
outbox-email_lead = Comment les e-mails quittent ce serveur, lesquels sont envoyés, et ce qu’ils sont devenus.
outbox-settings = Réglages
outbox-deliveries = Envois
outbox-demo_keeps = Cette démo n’envoie pas d’e-mails. Ils sont gardés ici :
outbox-server = Serveur de messagerie
outbox-server_lead = Ce que vous choisissez ici vaut tout de suite, sur chaque nœud.
outbox-server_saved = Le serveur de messagerie est enregistré. Envoyez un essai pour le voir fonctionner.
outbox-way = Mode d’envoi des e-mails
outbox-way_configured = Selon la configuration ({ $way })
outbox-way_smtp = Par le serveur ci-dessous
outbox-host = Hôte
outbox-port = Port
outbox-port_hint = Vide pour le port usuel : 587 avec STARTTLS, 465 avec TLS.
outbox-security = Chiffrement
outbox-security_starttls = STARTTLS, sinon pas d’e-mail
outbox-security_tls = TLS dès le début
outbox-security_opportunistic = STARTTLS s’il est proposé
outbox-security_none = Aucun, pour un serveur sur la même machine
outbox-user_name = Nom d’utilisateur
outbox-user_name_hint = Vide pour envoyer sans se connecter.
outbox-password = Mot de passe
outbox-password_none = Aucun n’est enregistré.
outbox-password_kept = Un mot de passe est enregistré. Laissez vide pour le garder ; pour un autre hôte, il faut le saisir de nouveau.
outbox-from_address = Adresse de l’expéditeur
outbox-from_name = Nom de l’expéditeur
outbox-from_hint = Vide pour « { $configured } ».
outbox-test = Essai
outbox-test_lead = Envoie un e-mail tout de suite et vous dit ce que répond le serveur.
outbox-test_to = À
outbox-test_send = Envoyer un e-mail d’essai
outbox-test_sent = Le serveur a accepté l’e-mail d’essai.
outbox-test_subject = E-mail d’essai de { $house }
outbox-test_mail = Ceci est un essai. Les e-mails de { $house } vous parviennent.
outbox-switches = Quels e-mails sont envoyés
outbox-switches_lead = Ce qui est désactivé est noté comme désactivé sous Envois, et n’est pas envoyé plus tard non plus.
outbox-switches_saved = Les interrupteurs sont enregistrés.
outbox-switch_all = Envoyer des e-mails
outbox-switch_all_hint = Désactivé : aucun e-mail ne part, et personne ne peut s’inscrire.
outbox-switch_invitations = Invitations
outbox-switch_password_recovery = Récupération du mot de passe
outbox-switch_password_recovery_hint = Désactivé : qui a oublié son mot de passe ne peut plus retrouver l’accès par e-mail.
outbox-switch_notices_hint = C’est ainsi que l’on remarque un compte volé.
outbox-deliveries_lead = Chaque e-mail des 90 derniers jours, sans son texte. Le texte d’un envoi échoué est gardé scellé sept jours, pour que vous puissiez réessayer.
outbox-search = Rechercher par adresse
outbox-state = État
outbox-any_state = Tous
outbox-state_waiting = En attente
outbox-state_sent = Envoyé
outbox-state_failed = Échoué
outbox-attempts = { $count ->
    [one] après { $count } essai
   *[other] après { $count } essais
}
outbox-no_deliveries = Aucun e-mail de ce genre
outbox-no_deliveries_lead = Les e-mails apparaissent ici dès qu’ils sont demandés.
outbox-changed_meanwhile = Quelqu’un d’autre vient de modifier les réglages des e-mails.
    .next = Rechargez la page, regardez la modification et réessayez.
outbox-not_taken = L’e-mail n’a pas été accepté : { $cause }
    .next = Vérifiez l’hôte, le port, le chiffrement et le mot de passe, puis réessayez.
outbox-server_is_sysadmins = Seul le Sys. Admin choisit le serveur de messagerie : qui le contrôle lit chaque lien vers un nouveau mot de passe.
    .next = Adressez-vous au Sys. Admin. Les e-mails eux-mêmes et le journal vous restent ouverts.
outbox-kept_here = Cette installation garde ses e-mails au lieu de les envoyer.
    .next = Démarrez le serveur sans la démo pour utiliser un serveur de messagerie.

outbox-not_chosen = Aucun serveur de messagerie n’a été choisi ; les messages partent selon la configuration.
    .next = Choisissez-en un avec POST ou sous E-mail.
outbox-has_server = Un serveur de messagerie est déjà choisi.
    .next = Modifiez-le avec PATCH ou retirez-le d’abord avec DELETE.
outbox-no_server = Aucun serveur de messagerie n’a été choisi ; il n’y a rien à modifier.
    .next = Choisissez-en un avec POST.
outbox-switch_password_changes = Mots de passe modifiés
outbox-switch_sign_ins = Connexions depuis un nouvel appareil, ou après de nombreux échecs
outbox-switch_api_tokens = Jetons d’API créés ou supprimés
outbox-switch_own_license = Licence de cette installation
outbox-switch_own_license_hint = Désactivé : les administrateurs n’apprennent que dans les pages que la licence se termine ou que les places manquent.
outbox-switch_licenses_ending = Licences de clients qui se terminent bientôt
outbox-switch_licenses_ending_hint = Désactivé : ni les clients ni votre personnel ne sont prévenus par e-mail.
outbox-switch_always = Les e-mails sans lesquels quelqu’un serait bloqué n’ont pas d’interrupteur : nouveaux comptes de licence, changements d’adresse, mots de passe auxquels un administrateur ou un changement a mis fin, rôle du Sys. Admin, clés de signature et clés détenues par deux machines.
outbox-state_off = Désactivé
outbox-retry = Réessayer
outbox-retry_all = Réessayer tous les envois échoués
outbox-retried = L’e-mail attend d’être renvoyé.
outbox-retried_all = { $again ->
    [one] { $again } e-mail attend d’être renvoyé
   *[other] { $again } e-mails attendent d’être renvoyés
  } ; { $ended ->
    [one] { $ended } contient
   *[other] { $ended } contiennent
  } un lien qui n’est plus valable.
outbox-retried_some = { $again ->
    [one] { $again } e-mail attend d’être renvoyé
   *[other] { $again } e-mails attendent d’être renvoyés
  }. Il y en a d’autres : appuyez encore une fois.
outbox-row_ended = Le lien qu’il contient n’est plus valable.
outbox-row_gone = Son texte n’est plus conservé.
outbox-not_failed = Aucun e-mail échoué de ce genre.
    .next = Rechargez la liste ; il a peut-être déjà été renvoyé.
outbox-text_gone = Le texte de cet e-mail n’est plus conservé.
    .next = Refaites ce dont il s’agissait, par exemple inviter de nouveau l’utilisateur.
outbox-secret_ended = Le lien ou le mot de passe de cet e-mail n’est plus valable.
    .next = Créez-en un nouveau : invitez de nouveau l’utilisateur, ou demandez un nouveau mot de passe sous « Mot de passe oublié ».
outbox-switched_off = Les e-mails sont désactivés ici, et ceci ne vaut rien sans son e-mail.
    .next = Un administrateur peut les activer sous E-mail.
outbox-no_way_out = Les e-mails ne peuvent pas sortir de ce serveur, et ceci ne vaut rien sans son e-mail.
    .next = Le Sys. Admin choisit un serveur de messagerie sous E-mail ; réessayez ensuite.
outbox-bad_host = Ce n’est pas un hôte : ni un nom, ni une adresse IP.
    .next = Écrivez-le sans port et sans « smtp:// », par exemple smtp.example.com.
outbox-bad_port = Un port est un nombre de 1 à 65535.
    .next = Corrigez-le, ou laissez-le vide pour le port habituel.
outbox-bad_from = L’adresse d’expédition n’est pas une adresse e-mail.
    .next = Corrigez-la, ou laissez-la vide pour celle de la configuration.
outbox-bad_from_name = Le nom d’expéditeur a plus de { $maximum } caractères ou plus d’une ligne.
    .next = Raccourcissez-le et enregistrez de nouveau.
outbox-bad_sign_in = Le nom d’utilisateur et le mot de passe du serveur de messagerie tiennent chacun sur une ligne, de { $maximum } caractères au plus.
    .next = Saisissez le texte à nouveau au lieu de le coller.
outbox-unknown_state = Aucun e-mail n’a l’état « { $name } ».
    .next = Utilisez waiting, sent, failed ou off, ou ne l’indiquez pas pour tous.
outbox-half_sign_in = Le nom d’utilisateur et le mot de passe du serveur de messagerie vont ensemble : l’un des deux manque.
    .next = Saisissez les deux, ou laissez les deux vides pour envoyer sans connexion.
