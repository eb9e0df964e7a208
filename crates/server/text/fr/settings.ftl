# Ce qu'un administrateur change pendant que le serveur fonctionne.

settings-changed_meanwhile = Quelqu’un d’autre a modifié ces réglages depuis que vous avez ouvert la page.
    .next = Regardez ce qui diffère, et enregistrez de nouveau si vos valeurs sont les bonnes.
