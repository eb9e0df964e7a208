# `seatwarden rescue`.

rescue-lead = Un nouveau mot de passe pour { $email } peut être choisi à cette adresse, une seule fois, dans les { $minutes } minutes :
rescue-no_sysadmin = il n’y a pas encore de Sys. Admin
    .next = démarrez le serveur et ouvrez sa première page pour le configurer
