# Forgotten passwords.

password_reset-title = Mot de passe oublié ?
password_reset-lead = Indiquez l’adresse e-mail de votre compte. Nous envoyons un e-mail avec lequel vous choisirez un nouveau mot de passe.
password_reset-email = E-mail
password_reset-send = Envoyer l’e-mail
password_reset-have_recovery_code = J’ai un code de récupération
password_reset-sent_title = Consultez votre boîte de réception
password_reset-sent = S’il existe un compte avec cette adresse, un e-mail est en route. Cliquez dedans sur « Récupérer le mot de passe » dans les { $minutes } minutes.
password_reset-by_code = Saisir plutôt le code reçu par e-mail
password_reset-code = Code reçu par e-mail
password_reset-code_hint = Huit chiffres. Ils sont valables dans ce navigateur, pendant { $minutes } minutes.
password_reset-new = Nouveau mot de passe
password_reset-repeat = Nouveau mot de passe, encore une fois
password_reset-set = Définir le nouveau mot de passe
password_reset-choose_title = Choisissez un nouveau mot de passe
password_reset-for = Pour le compte { $email }. Vous serez déconnecté partout ailleurs.
password_reset-end_tokens = Mettre aussi fin à mes jetons API
password_reset-end_tokens_hint = À choisir si quelqu’un d’autre a pu connaître votre mot de passe. Les scripts et les intégrations s’arrêtent jusqu’à ce qu’ils aient de nouveaux jetons.
password_reset-end_tokens_and_codes_hint = À choisir si quelqu’un d’autre a pu connaître votre mot de passe. Les scripts et les intégrations s’arrêtent jusqu’à ce qu’ils aient de nouveaux jetons. Vos codes de récupération prennent fin aussi, sauf si l’un d’eux vous a mené ici.
