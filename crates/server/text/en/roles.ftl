# What roles are called, and what they refuse.

roles-super = Sys. Admin
roles-admin = Admin
roles-data_admin = Data Admin
roles-data_designer = Data Designer
roles-contributor = Dashboard Designer
roles-consumer = Viewer

roles-unknown = There is no such role.
    .next = Use one of super, admin, dataAdmin, dataDesigner, contributor, consumer, or a role's id.
roles-not_allowed = Your role does not allow this.
    .next = Ask an administrator.
roles-not_in_scope = This token is not made for that.
    .next = Make a token with a wider scope under My Profile > API Token.
roles-needs_full_scope = This reaches an account that manages others, or your own: it needs a token with every scope, or your password given a short while ago.
    .next = Use such a token, or sign in again and repeat it.
roles-beyond_own = This role allows more than your own.
    .next = Ask somebody whose role allows as much.

roles-title = Roles
roles-lead = What people may do. A change holds from their next click on.
roles-grid = What each role allows
roles-grid_lead = Always and Never are fixed; custom roles can change the rest.
roles-permission = Permission
roles-new = New role
roles-custom = Custom
roles-based_on = Based on { $role }
roles-users = Users
roles-role = Role
roles-always = Always
roles-allow = Yes
roles-deny = No
roles-never = Never
roles-none = No custom roles yet
roles-none_lead = A custom role stands on a built-in one and allows a little more or less.
roles-copy = Copy
roles-copy_of = Copy of { $role }
roles-base = Stands on
roles-base_hint = It decides what can be changed, and which kind of seat the role takes. It cannot be changed later.
roles-base_choose = Choose what it stands on
roles-base_go_on = Go on
roles-display_name = Name
roles-display_name_hint = What people read. In the API the role is called custom_ and the name.
roles-description = What it is for
roles-permissions = Permissions
roles-permissions_lead = Where you leave it to the base, the role follows { $role }.
roles-choice_base = As { $role }: { $standing }
roles-choice_allow = Allow
roles-choice_deny = Do not allow
roles-locked = Fixed by the base: { $standing }
roles-preview = See what changes
roles-diff_title = What changes for { $role }
roles-diff_gains = Gains
roles-diff_loses = Loses
roles-diff_same = What the role allows stays as it is.
roles-diff_from_base = Compared with { $role }:
roles-affected = { $count ->
    [0] Nobody has this role yet.
    [one] One user is affected, from their next click on.
   *[other] { $count } users are affected, from their next click on.
}
roles-affected_many = More than { NUMBER($count) } users are affected, from their next click on.
roles-save = Save these changes
roles-create = Create this role
roles-back = Change something
roles-built_in_notice = This role came with the product and stays as it is. Copy it to have one of your own.
roles-changed_notice_title = Somebody else changed this role meanwhile
roles-changed_notice = Below is what you chose. Go on to replace what was saved meanwhile:
roles-saved = Saved. It holds from the next click on.
roles-created = The role was made.
roles-deleted = { $count ->
    [0] The role was deleted.
    [one] The role was deleted; one user has its base now.
   *[other] The role was deleted; { $count } users have its base now.
}
roles-delete = Delete role
roles-delete_title = Delete the role { $role }?
roles-delete_users = { $count ->
    [0] Nobody has it.
    [one] One user gets the role { $base } instead.
   *[other] { $count } users get the role { $base } instead.
}
roles-delete_users_many = More than { NUMBER($count) } users get the role { $base } instead.
roles-delete_seats = They keep the same kind of seat.
roles-delete_groups = { $count ->
    [one] One group gives this role. Give that group another role first.
   *[other] { $count } groups give this role. Give those groups another role first.
}

roles-built_in = Built-in roles stay as they are.
    .next = Copy the role, and change the copy.
roles-name_taken = Another role is called so.
    .next = Choose another name.
roles-looks_built_in = This name looks like that of the built-in role “{ $name }”.
    .next = Choose a name that nobody mistakes for it.
roles-bad_name = A role’s name needs 1 to { $maximum } characters that can be seen.
    .next = Choose another one.
roles-bad_description = A description has at most { $maximum } characters that can be seen.
    .next = Shorten it.
roles-fixed = The base of this role does not let { $permission } be changed.
    .next = Leave it to the base, or choose another base.
roles-base_not_open = There is only ever one Sys. Admin, so no other role stands on that one.
    .next = Choose another base.
roles-too_many = There can be at most { $maximum } custom roles.
    .next = Delete roles that nobody needs.
roles-changed_meanwhile = Somebody else changed this role just now.
    .next = Look at the change and try again.
roles-given_by_groups = { $count ->
    [one] One group gives this role to its users.
   *[other] { $count } groups give this role to their users.
}
    .next = Give those groups another role first.
roles-too_many_users = More than { $maximum } users have this role.
    .next = List the users with this role under “Users”, choose “All who fit” and change their role; then delete this one.

roles-permission_account_read = See the own account
    .meaning = Sign in and see what is kept about oneself.
roles-permission_account_change = Change the own account
    .meaning = My Profile: names, address, password, tokens, sessions.
roles-permission_users_read = See users
    .meaning = See other users, their sessions and tokens.
roles-permission_users_add = Add users
    .meaning = Add and invite users, singly and by import.
roles-permission_users_change = Change users
    .meaning = Edit, lock and unlock users, and end their sessions and tokens.
roles-permission_users_delete = Delete users
    .meaning = Delete users and bring them back.
roles-permission_users_view_as = View as users
    .meaning = See the pages as another user sees them.
roles-permission_groups_read = See groups
    .meaning = See groups and who is in them.
roles-permission_groups_manage = Manage groups
    .meaning = Make, change and delete groups, and choose their members.
roles-permission_roles_manage = Manage roles
    .meaning = Make, change and delete custom roles.
roles-permission_sessions_manage = Manage sessions
    .meaning = See who is signed in, and end sessions.
roles-permission_ownership_read = See ownership
    .meaning = See who owns what.
roles-permission_ownership_manage = Manage ownership
    .meaning = Register what people own, and hand it over.
roles-permission_seats_read = See seats
    .meaning = See how many seats are used, and by whom.
roles-permission_features_manage = Manage features
    .meaning = Switch parts of the product on and off.
roles-permission_security_manage = Manage security
    .meaning = Change the rules of passwords, sessions, embedding and API access.
roles-permission_mail_manage = Manage e-mail
    .meaning = Change how mail is sent, and see what was sent.
roles-permission_audit_read = Read the audit trail
    .meaning = See who did what, of everybody.
roles-permission_sysadmin_manage = Manage the Sys. Admin
    .meaning = Change the Sys. Admin’s user, and hand the role over.

roles-bad_manifest = This cannot be a part of what a role allows.
    .next = Send a JSON object, no deeper than 12 sections.
roles-manifest_too_large = A role’s manifest is kept up to { $maximum } bytes.
    .next = Leave out sections that nobody needs.
roles-unknown_part = The role’s manifest has no such part.
    .next = Read the whole manifest with includeManifest=true.
roles-permission_licenses_read = See customers and licenses
    .meaning = Customers of a license server, their packages, servers and signing keys.
roles-permission_licenses_manage = Manage customers and licenses
    .meaning = Add customers, issue, renew and change packages, publish releases.
roles-permission_licenses_approve = Approve license changes
    .meaning = Approve what somebody else of the staff asked for: higher limits, revoking, keys.
roles-permission_license_manage = Manage the license of this installation
    .meaning = See the license, change it, renew it and give it back.
roles-trial_users = In the Online Trial, managing users is withheld.
    .next = To manage users, install the product: download it in the portal, or write to us there.
roles-trial_system = In the Online Trial, system configuration is withheld.
    .next = To configure the system, install the product: download it in the portal, or write to us there.
roles-trial_files = In the Online Trial, file uploads are withheld.
    .next = To upload files, install the product: download it in the portal, or write to us there.
roles-license_adding = The license ended on { $date }, so nobody can be added.
    .next = Renew the license under Admin > License Utilization, or ask the Sys. Admin to.
roles-license_changing = The license ended on { $date }, so this cannot be changed.
    .next = Renew the license under Admin > License Utilization, or ask the Sys. Admin to.
roles-license_scripts = The license ended on { $date }, so scripts can change nothing but remove users.
    .next = Renew the license under Admin > License Utilization, or ask the Sys. Admin to.
