# The portal: what license accounts see of their licenses.

portal-my_license = הרישיון שלי
portal-my_license_lead = מה הארגון שלכם רכש והיכן זה פועל.
portal-no_organisation = אין עדיין ארגון
portal-no_organisation_lead = החשבון שלכם אינו פועל בשם אף ארגון. בקשו מבעל הרישיון להוסיף אתכם, או כתבו לנו.
portal-users = משתמשים
