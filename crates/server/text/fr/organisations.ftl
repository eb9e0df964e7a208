# Organisations: the customers of a license server.

organisations-unknown = Cette organisation n’existe pas.
    .next = Ouvrez Ma licence : les organisations pour lesquelles vous agissez y figurent.
    .host = `seatwarden license customers list` affiche toutes les organisations.
organisations-owners_only = Seul un propriétaire de l’organisation peut faire cela.
    .next = Demandez à un propriétaire ; ils figurent sur la page Utilisateurs.
organisations-bad_name = Le nom de l’organisation doit compter de 1 à { NUMBER($maximum) } caractères visibles.
    .next = Saisissez un nom sans caractères cachés.
organisations-member_already = Ce compte agit déjà pour l’organisation.
    .next = Il n’y a rien à faire.
organisations-no_member = Ce compte n’agit pas pour l’organisation.
    .next = Rechargez la page pour voir qui le fait.
organisations-last_owner = L’organisation n’aurait plus de propriétaire.
    .next = Ajoutez d’abord un autre propriétaire.
organisations-too_many_members = Une organisation a au plus { NUMBER($maximum) } comptes.
    .next = Retirez une personne qui n’a plus besoin d’accès.
organisations-no_license_account = Cette adresse appartient à une personne qui n’a pas de compte de licence.
    .next = Utilisez une autre adresse.
organisations-changed_meanwhile = Quelqu’un d’autre a modifié l’organisation entre-temps.
    .next = Regardez ce qui s’y trouve maintenant, puis modifiez à nouveau.
audit-event_organisations_create = L’organisation a été créée
audit-event_organisations_rename = L’organisation a changé de nom
audit-event_organisations_add_member = Un compte agit désormais pour l’organisation
audit-event_organisations_remove_member = Un compte n’agit plus pour l’organisation
audit-event_organisations_withhold_member = Une adresse qui n’est pas un compte de licence a été ajoutée, et n’agit pour personne
