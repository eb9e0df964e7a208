# The portal: what license accounts see of their licenses.

portal-my_license = My License
portal-my_license_lead = What your organisation bought, and where it runs.
portal-no_organisation = No organisation yet
portal-no_organisation_lead = Your account acts for no organisation. Ask the owner of the license to add you, or write to us.
portal-users = Users
