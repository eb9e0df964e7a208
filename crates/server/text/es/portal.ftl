# The portal: what license accounts see of their licenses.

portal-my_license = Mi licencia
portal-my_license_lead = Lo que compró su organización y dónde se ejecuta.
portal-no_organisation = Aún no hay organización
portal-no_organisation_lead = Su cuenta no actúa por ninguna organización. Pida al propietario de la licencia que le añada, o escríbanos.
portal-users = Usuarios
