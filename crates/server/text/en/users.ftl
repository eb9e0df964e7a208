# What users may not be.

users-unknown = There is no such user.
    .next = Check the id, user name or e-mail address.
users-email_taken = { $what ->
    [email] Another user has this e-mail address.
    [userName] Another user has this user name.
   *[other] Another user has this e-mail address or user name.
}
    .next = Choose another one.
users-sysadmin_email_taken = Another user has this address, so the Sys. Admin cannot have it yet.
    .next = Sign in as the Sys. Admin and open Admin > Sys. Admin > Give this account to another person: it gives that user another address and moves what they own, in one step. A script first changes that user’s address.
users-unknown_filter = “{ $text }” is nothing that this filter knows.
    .next = It takes one of these: { $words }.
users-others_by_now = Others match by now than those you looked at.
    .next = Look at the new numbers, and confirm once more.
users-other_role_by_now = The user has another role by now than that act gave.
    .next = Change the role of this user by hand if it is wrong.
users-nothing_to_take_back = There is nothing to take back: the act gave nobody another role and deleted nobody, or it is forgotten.
    .next = Acts are kept for 30 days. Change roles by hand; bring users back under Deleted users.
users-act_over = This act is not running any more.
    .next = Look at its page to see what it did.
users-act_stopped = { $name } stopped it.
    .next = Begin it again for those who are left.
users-unknown_act_done = There is no such act on users, or not any more.
    .next = Outcomes are kept for 30 days.
users-bad_email = This cannot be an e-mail address.
    .next = Write it like name@example.com.
users-bad_user_name = A user name needs 1 to 254 characters that can be seen.
    .next = Choose another one.
users-name_is_address = A user name cannot be the e-mail address of somebody else.
    .next = Choose a name without @, or your own address.
users-bad_name = A name has at most { $maximum } characters that can be seen.
    .next = Shorten it.
users-bad_language = “{ $text }” is no language.
    .next = Write it as de-DE or en.
users-missing_field = The field { $name } is missing.
    .next = Add it and send the request again.
users-one_sysadmin = There is a Sys. Admin already, and there is only ever one.
    .next = Choose another role, or transfer the role of the Sys. Admin.
users-last_sysadmin = The Sys. Admin cannot be deleted, switched off or given another role.
    .next = Transfer the role to somebody else first.
users-sysadmin_only = Only the Sys. Admin can change the Sys. Admin.
    .next = Ask the Sys. Admin.
users-too_many = That is more than { $maximum } users at once.
    .next = Send them in several requests.
users-too_many_passwords = At most { $maximum } users with a password come in one call.
    .next = Send those with a password in several calls; without one, up to 20,000 come at once.
users-bad_sort = Users cannot be listed in the order of “{ $name }”.
    .next = Use userName, email, firstName, lastName, roleId, created, lastUpdated or lastActivity.
users-unknown_kind = There are no tokens of the kind “{ $kind }”.
    .next = Use api, odbc or sso.
users-bad_role = “{ $name }” is neither the id nor the name of a role.
    .next = Look the roles up under /api/roles.
users-twice_in_list = The same address or user name stands in the list twice.
    .next = Send each user once.
users-settings_too_large = These interface settings are too large.
    .next = Keep less in them.
users-changed_meanwhile = Somebody else changed this user just now.
    .next = Look at the change and try again.
users-unknown_language = We do not speak this language yet.
    .next = Choose one from the list.
users-not_an_array = The body must be a list.
    .next = Put the items into square brackets.
users-wrong_type = The field { $name } has the wrong type.
    .next = Check the type of its value.
users-unknown_expand = There is nothing called { $name } to expand.
    .next = Use role or groups.
users-bad_id = This is no id of a user.
    .next = Send the 24 hex digits of _id, or an e-mail address.
users-bad_number = This parameter must be a number that is not negative.
    .next = Correct it and send the request again.

users-title = Users
users-lead = Everybody who may sign in here, and everybody who was invited.
users-user_name = Username
users-email = Email
users-role = Role
users-last_active = Last Active
users-search = Search by name, e-mail or id
users-none = Nobody fits
users-counted = { $count ->
    [one] One user
   *[other] { $count } users
}
users-state_inactive = Inactive

users-own_role = You cannot change your own role.
    .next = Ask another administrator.
users-not_yourself = You cannot lock, deactivate or delete yourself.
    .next = Ask another administrator.
users-not_active = This user cannot sign in yet or any more, so no link to a new password is sent.
    .next = Reactivate the user first; if they are invited, send the invitation again.
users-nothing_to_lock = This user has no password here, so there is nothing to lock.
    .next = To keep them out, deactivate them; of an open invitation, end it.
users-not_invited = This user has no open invitation.
    .next = Look at the state of the account.
users-lookalike = This address looks almost like that of the administrator { $other }.
    .next = Compare letter by letter, then confirm that it is meant so.
users-mixed_scripts = This address mixes letters of different alphabets: { $letters }.
    .next = Type it anew, or confirm that it is meant so.
users-email_checked = I have checked this address

users-add = Add user
users-add_lead = The e-mail address is all that is needed.
users-first_name = First name
users-last_name = Last name
users-user_name_hint = The e-mail address if left empty
users-sysadmin_email_hint = Another address means another person: saving then leads to the step that hands the account over.
users-language = Language
users-language_default = As the group or the server says
users-groups = Groups
users-groups_hint = The name of one group a line
users-credential = How they sign in
users-credential_invited = Invite by e-mail
users-credential_password = With the password below
users-credential_hint = Whoever is invited chooses the password; with a password set here no mail is sent.
users-credential_unmailed = Mails with invitations do not leave this server now (see Admin > E-mail): set a password here and tell it to the person.
users-password = Password
users-added = The user was added.
users-invited = The invitation is on its way.
users-invited_off = Mails with invitations do not leave this server now, so that no link was sent. Set that right in Admin > E-mail, then send the invitation again.
users-saved = Saved.
users-change_password = Change Password
users-change_password_hint = A password set here ends all sessions and API tokens of this user at once.
users-password_invited = Not now: they choose their first password through the invitation. Send it again with the button above.
users-password_none = Not now: they have no password yet. Send an invitation with the button above; through it they choose one.
users-password_inactive = Not now: this user is deactivated and cannot sign in. Reactivate the user with the button below first.
users-new_password = New password
users-send_link = Send a link instead, by which they choose it
users-send_link_hint = Nothing ends yet. When they choose it, all their sessions end; their API tokens end only if they ask for it.
users-account_locked = Account Locked
users-lock_hint = A locked user cannot sign in and keeps the seat. Sessions end; API tokens go on working.
users-locked_by_guessing = After wrong passwords; ends by itself in { $left }. Untick and save to unlock now.
users-locked_by_administrator = By an administrator, { $ago }. Untick and save to unlock.

users-tabs = User
users-tab_account = Account
users-tab_activity = Activity
users-tab_sessions = Sessions
users-tab_tokens = API tokens
users-state = State
users-state_active = Active
users-state_invited = Invited
users-state_locked = Locked
users-never = Never
users-access = Role and seat
users-effective_role = Effective role
users-why = Why
users-role_by_hand = Given by hand
users-role_by_group = Given by the group { $group }
users-seat = Seat
users-seat_none = None; only active users take one
users-beyond_own = This user’s role allows more than your own, so you can only look.
users-view_as = View as…
users-end_access = End the access
users-end_access_lead = Deactivating frees the seat and can be undone at any time.
users-end_access_inactive = This user is deactivated: nobody signs in with the account, and it takes no seat. Reactivating takes one again.
users-end_access_invited = Nobody has signed in with this account yet, and it takes no seat. Cancelling the invitation above ends it.
users-deactivate = Deactivate
users-deactivate_title = Deactivate { $name }?
users-reactivate = Reactivate
users-deactivated = The user was deactivated.
users-reactivated = The user is active again.
users-delete = Delete…
users-invitation = Invitation
users-invitation_lead = Sent { $ago }, not accepted yet.
users-invitation_until = Its link works until { $until }.
users-invitation_not_arrived = If the mail did not arrive, have them look among the spam, then send it again: the older link ends then.
users-invitation_over = Its link works no longer. Send it again.
users-invite_again = Send again
users-cancel_invitation = Cancel the invitation
users-invitation_cancelled = The invitation was cancelled; its link no longer works.

users-sessions_none = Not signed in anywhere
users-sessions_none_lead = A session appears here when this user signs in with a browser.
users-end_session = Revoke
users-end_sessions = End all sessions
users-session_ended = The session ended.
users-sessions_ended = All sessions ended.
users-tokens_none = No API tokens
users-tokens_none_lead = Tokens that this user makes under My Profile appear here.
users-token_single = Single API token
users-token_sign_in = From signing in over the API
users-token_revoked = The token was revoked.
users-activity_none = Nothing happened yet
users-activity_none_lead = What this user does, and what is done to the account, appears here.
users-changed_title = Somebody else changed this user meanwhile
users-changed_lead = This has changed since you opened the form. Fields that you had not touched show it already; in the others, saving again puts what you typed in its place.
users-changed_nothing = It is the same as what you typed. Save again to be sure.
users-deactivate_text = 
    { $sessions ->
        [one] { $sessions } session ends,
       *[other] { $sessions } sessions end,
    } { $tokens ->
        [one] { $tokens } API token stops working, and the seat is free. You can undo it at any time.
       *[other] { $tokens } API tokens stop working, and the seat is free. You can undo it at any time.
    }
users-end_sessions_text = { $count ->
        [one] { $count } session ends at once.
       *[other] { $count } sessions end at once.
    }
users-sso_password = This user signs in with Single Sign On (SSO). The password is managed by the organization.
    .next = Have it changed where the organization keeps its passwords.
users-invitation_failed = Made { $ago }, but its mail did not leave. Under E-mail > Deliveries stands why.
users-invitation_off = Made { $ago }, but not mailed: such mails are switched off under E-mail.
users-invitation_waiting = Made { $ago }, not accepted yet; its mail is waiting to leave.
users-link_sent = A link was sent to { $email }. The password stays as it is until it is used.
users-link_sent_only = A link was sent to { $email }. The password that was typed was not set.
