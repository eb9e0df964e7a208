# The portal: what license accounts see of their licenses.

portal-my_license = Ma licence
portal-my_license_lead = Ce que votre organisation a acheté, et où cela tourne.
portal-no_organisation = Pas encore d’organisation
portal-no_organisation_lead = Votre compte n’agit pour aucune organisation. Demandez au propriétaire de la licence de vous ajouter, ou écrivez-nous.
portal-users = Utilisateurs
