# The audit trail: what the command says, and every event in words.

audit-whole =
    { $count ->
        [one] The audit chain is whole: { $count } event
       *[other] The audit chain is whole: { $count } events
    }
audit-broken = The audit chain is broken at event { $sequence }

audit-event_sign_in_succeed = Signed in
audit-event_sign_in_fail = A sign-in failed
audit-event_sign_in_refuse = A sign-in was refused
audit-event_sign_in_must_change = Sent to choose a new password
audit-event_sessions_end = Ended a session
audit-event_sessions_end_others = Ended all other sessions
audit-event_sessions_sign_out = Signed out
audit-event_passwords_change = Changed the password
audit-event_passwords_upgrade = The stored password was made stronger
audit-event_passwords_confirm_fail = The current password was given wrong
audit-event_passwords_confirm = Gave the password again
audit-event_password_reset_ask = Asked for a mail to choose a new password
audit-event_password_reset_mail = A mail to choose a new password was sent
audit-event_password_reset_choose = Chose a new password through a link
audit-event_invitations_accept = Accepted the invitation
audit-event_email_change_ask = Asked to change the e-mail address
audit-event_email_change_undo = Took the change of address back
audit-event_profile_change_names = Changed personal information
audit-event_profile_change_language = Changed the language
audit-event_profile_change_email = Changed the e-mail address
audit-event_recovery_codes_make = Made new recovery codes
audit-event_recovery_codes_use = Used a recovery code
audit-event_recovery_codes_fail = A wrong recovery code was given
audit-event_rescue_make_link = A rescue link was made on the host
audit-event_api_tokens_create = Made an API token
audit-event_api_tokens_renew = Made the API token anew
audit-event_api_tokens_rotate = Rotated an API token
audit-event_api_tokens_revoke = Revoked an API token
audit-event_users_create = The user was added
audit-event_users_update = The user was changed
audit-event_users_activate = The user was activated
audit-event_users_delete = The user was deleted
audit-event_ownership_register = Objects were registered
audit-event_ownership_unregister = An object was taken out of the register
audit-event_ownership_transfer = An object was handed over
audit-event_ownership_remove = An object was taken out with its owner
audit-event_ownership_restore = An object was put back
audit-event_users_bring_back = The user was brought back
audit-event_users_forget = The deleted user was removed for good
audit-event_sysadmin_transfer_offer = The Sys. Admin’s role was offered
audit-event_sysadmin_transfer_withdraw = The offer of the role was taken back
audit-event_sysadmin_transfer_decline = The offer of the role was declined
audit-event_sysadmin_transfer_accept = The Sys. Admin’s role was passed on
audit-event_sysadmin_transfer_give_account = The Sys. Admin’s account was given to another person
audit-event_users_create_crowd = Sample users were added
audit-event_feature_management_set = Features were switched
audit-event_groups_create = The group was made
audit-event_groups_update = The group was changed
audit-event_groups_delete = The group was deleted
audit-event_groups_add_members = Members were added to the group
audit-event_groups_remove_members = Members were removed from the group
audit-event_groups_add_subgroup = A group was put inside the group
audit-event_groups_remove_subgroup = A group was taken out of the group
audit-event_roles_create = The role was made
audit-event_roles_update = The role was changed
audit-event_roles_delete = The role was deleted
audit-event_users_take_role = The role of the group was taken
audit-event_setup_make_sysadmin = The installation was set up

audit-title = Audit
audit-lead = Who did what to whom. Nothing here can be changed, and what is missing would be noticed.
audit-export_csv = As CSV
audit-export_json_lines = As JSON Lines
audit-chain = Chain of events
audit-chain_whole = Whole
audit-chain_broken = Broken
audit-not_proved = { $count ->
    [one] One event so far. The chain has not been walked yet.
   *[other] { $count } events so far. The chain has not been walked yet.
}
audit-proved = { NUMBER($proved) } of { NUMBER($count) } events stand as they were written; walked
audit-broken_next = Keep a copy of the database, compare it with a backup, and look for who has access to it.
audit-prove = Walk the chain now
audit-proving = The chain is being walked. Reload this page in a moment.
audit-search = Search
audit-search_hint = Part of a name or a value, or a whole id or address.
audit-event = Event
audit-any_event = Any event
audit-from = From
audit-to = To
audit-one_user = Only what this user did, or what happened to them:
audit-show = Show
audit-clear = Clear
audit-none = No such events
audit-none_lead = Widen the search, or clear it.
audit-none_here = Nothing in this part of the trail. Older events have not been looked at yet.
audit-about_user = All about this user
audit-more = Event { NUMBER($sequence) }
audit-when = When
audit-subject = Subject
audit-agent = Agent
audit-request = Request
audit-event_audit_export = Took the audit trail along as a file
audit-event_outbox_set_server = Changed the mail server
audit-event_outbox_set_switches = Switched mails on or off
audit-event_outbox_test = Sent a test mail
