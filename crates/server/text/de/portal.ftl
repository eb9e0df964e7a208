# The portal: what license accounts see of their licenses.

portal-my_license = Meine Lizenz
portal-my_license_lead = Was Ihre Organisation gekauft hat und wo es läuft.
portal-no_organisation = Noch keine Organisation
portal-no_organisation_lead = Ihr Konto handelt für keine Organisation. Bitten Sie den Eigentümer der Lizenz, Sie hinzuzufügen, oder schreiben Sie uns.
portal-users = Benutzer
