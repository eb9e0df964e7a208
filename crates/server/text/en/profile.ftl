# My Profile.

profile-saved = Saved.
profile-read_only = Your role does not let you change your account. If something here is wrong, tell an administrator.
profile-personal_information = Personal Information
profile-personal_lead = Your name as others see it.
profile-first_name = First name
profile-last_name = Last name
profile-user_name = Username
profile-email_title = E-mail address
profile-email_lead = You sign in with it, and mails go to it. A new address is used once you confirm it from a mail.
profile-email = Email
profile-role = Role
profile-new_email = New e-mail address
profile-change_email = Change the address
profile-email_asked = Look into the mailbox of the new address to confirm it.
profile-current_password = Current password

profile-preferences = Preferences
profile-preferences_lead = How this installation speaks to you.
profile-language = Language
profile-language_hint = Pages and mails follow at once.
profile-language_default = As the installation decides

profile-password = Password
profile-password_lead = Changing it sends a mail to you.
profile-new_password = New password
profile-repeat_password = New password again
profile-end_others = Sign me out everywhere else
profile-end_tokens = End my API tokens too
profile-end_tokens_hint = Choose this if somebody else may know your password. Scripts and integrations stop working until they have new tokens.
profile-password_changed = Your password is changed.
profile-rule_met = met
profile-rule_unmet = not met
profile-sso_password = Your account uses Single Sign On (SSO). Password is managed by your organization.

profile-api_token = API Token
profile-api_token_lead = With a token, a script does what you may do, without your password.
profile-single_token = Your API token
profile-single_token_hint = For scripts and clients that expect one token per user. Scripts send it in the header Authorization, after the word Bearer.
profile-single_token_none = You have no token yet.
profile-token_make = Make a token
profile-token_renew = Regenerate
profile-token_renew_title = Regenerate your API token?
profile-token_renew_text = The old token stops working at once, and so do the tokens of scripts that signed in over the API. Integrations stop working until they have the new token.
profile-token_renew_yes = Regenerate the token
profile-token_renewed = You have a new token. The old one no longer works.
profile-named_tokens = Named tokens
profile-named_tokens_lead = One for each script, so that each can be ended alone.
profile-named_none = No named tokens
profile-named_none_lead = Make one for each script below: with what it may do, and when it ends.
profile-token_create = Make a named token
profile-token_new = New token
profile-token_once = Copy the new token now. It is shown this once.
profile-token_name = Name
profile-token_name_hint = The script or program that will use it.
profile-token_scope = May do
profile-token_expires = Ends
profile-token_never = Never
profile-token_last_used = Last used
profile-token_unused = Not yet
profile-token_callers =
    { $count ->
        [one] { $count } program uses it
       *[other] { $count } programs use it
    }
profile-token_actions = Actions
profile-token_rotate = Rotate
profile-token_revoke = Revoke
profile-token_revoked = The token no longer works.
profile-token_replaced = Replaced, ending soon
profile-scope_full = Everything I may do
profile-scope_manage_users = See and change users, and which groups they are in
profile-scope_read_users = See users
profile-scope_own_account = See my own account

profile-sessions = Sessions
profile-sessions_lead = Where you are signed in. End what you do not know, and change your password then.
profile-session_device = Device
profile-session_place = Place
profile-session_first_seen = First seen
profile-session_last_seen = Last seen
profile-session_sign_out = Sign Out
profile-session_this_one = This one
profile-session_ended = The session is ended.
profile-other_sessions_ended = You are signed out everywhere else.
profile-end_others_button = Sign out everywhere else
profile-end_others_title = Sign out everywhere else?
profile-end_others_text =
    { $count ->
        [one] { $count } other session ends at once.
       *[other] { $count } other sessions end at once.
    }
profile-device_on = { $browser } on { $system }
profile-device_computer = Computer
profile-device_phone = Phone
profile-device_tablet = Tablet
profile-device_script = Script
profile-device_unknown = Unknown device

profile-activity = Activity
profile-activity_lead = What you did, and what happened to your account.
profile-activity_none = Nothing yet
profile-activity_none_lead = Everything you do here, and everything that happens to your account, will stand here.

profile-recovery_codes = Recovery codes
profile-scope_change_account = Change my own account
profile-scope_read_groups = See groups and roles
profile-scope_manage_groups = Change groups and roles
profile-scope_read_sessions = See who is signed in
profile-scope_manage_sessions = End sessions
profile-scope_read_ownership = See who owns what
profile-scope_manage_ownership = Register and hand over what people own
profile-scope_read_features = See which features are on
profile-scope_manage_features = Switch features on and off
profile-scope_read_security = See policies, callers and background work
profile-scope_manage_security = Change policies, callers and background work
profile-scope_read_mail = See mail settings and deliveries
profile-scope_manage_mail = Change mail settings, retry mails
profile-scope_read_license = See the license and its seats
profile-scope_manage_license = Change the license
profile-scope_read_audit = Read the audit trail of everybody
profile-scope_read_licensing = See customers and their licenses
profile-scope_manage_licensing = Issue and change licenses of customers
profile-scope_chosen = Only what is chosen below
profile-scope_hint = As soon as something below is chosen, the token may do that and nothing else.
