# Annuaires : aucun n’est relié.

directories-none = Aucun annuaire n’est relié à ce serveur.
    .next = Ajoutez les utilisateurs ici, importez une liste ou invitez-les.
