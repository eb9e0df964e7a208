background_work-title = Travail en arrière-plan
background_work-lead = Ce que le serveur fait à côté des requêtes : envoi d’e-mails, imports, nettoyage. Ce qui a définitivement échoué reste ici jusqu’à ce que vous le relanciez ou qu’il soit oublié.
background_work-waiting = En attente
background_work-running = En cours
background_work-failed = Échoué
background_work-what = Travail
background_work-kind = { $kind ->
    [server-clean] Suppression de ce qui a expiré
    [users-forget_deleted] Oubli des utilisateurs supprimés depuis longtemps
    [seats-check] Vérification des sièges
    [expiry-tell] Annonce des licences qui se terminent
    [audit-prove] Vérification du journal d’audit
    [audit-prove_daily] Vérification du journal d’audit
    [outbox-send] Envoi d’un e-mail
    [outbox-clean] Suppression des anciens e-mails
    [downloads-sweep] Suppression des téléchargements inachevés
    [activations-sweep] Libération des activations expirées
    [sign_up-make] Fin d’une inscription
    [users-invite_many] Invitation d’utilisateurs après un import
    [users-act] Une action sur de nombreux utilisateurs
    [sessions-apply_limits] Fin des sessions au-delà d’une nouvelle limite
    [groups-delete] Suppression d’un groupe avec beaucoup de membres
    [groups-bring_back] Rétablir un groupe aux nombreux membres
    [groups-shorten_sessions] Fin des sessions au-delà de la limite d’un groupe
    [ownership-transfer] Remise de ce que possède quelqu’un
    [import-run] Un import d’utilisateurs
    [import-count] Comptage après un import d’utilisateurs
    [password_reset-mail] Préparation d’un e-mail de mot de passe oublié
    [jobs-clean] Suppression du travail terminé
   *[other] { $name }
}
background_work-why = Pourquoi il a échoué
background_work-tries = Essais
background_work-when = Abandonné
background_work-retry = Relancer
background_work-to_deliveries = Voir Envois
background_work-retried = Il est relancé.
background_work-none = Rien n’a échoué
background_work-none_lead = Le travail abandonné après son dernier essai apparaît ici.
background_work-not_failed = Aucun travail échoué de ce genre.
    .next = Rechargez la liste ; il a peut-être déjà été relancé.
background_work-is_mail = Les e-mails se renvoient depuis le journal des envois.
    .next = Utilisez Admin > E-mail > Envois, ou POST /api/v1/mails/retry.
