# Mails that tell what happened to an account. $house is the installation's name.

notices-greeting = Hello { $name },

notices-organisation_after = Sign in the way your organization told you. If you did not ask for this mail, do nothing.

notices-password_changed_subject = Your password for { $house } was changed
notices-password_changed_lead = the password of your account at { $house } was just changed.
notices-password_changed_after = If that was not you, use “Forgot your password?” on the sign-in page at once, and tell your administrator.
notices-password_set_lead = an administrator gave your account at { $house } another password. You are signed out everywhere, and your API tokens are ended.
notices-password_set_after = You get the password from your administrator, or choose your own through “Forgot your password?” on the sign-in page.

notices-email_will_change_subject = Your address at { $house } is about to change
notices-email_will_change_lead = somebody who is signed in as you at { $house } wants to use the address { $email } instead of this one.
notices-email_will_change_after = Nothing changes until it is confirmed from there. If it was not you, change your password.
notices-email_changed_subject = Your address at { $house } was changed
notices-email_taken_lead = an administrator gave your account at { $house } the address { $email } instead of this one. Mails now go there, and links that were sent here no longer work.
notices-email_taken_after = If you did not expect this, tell your administrator.
notices-email_given_lead = your account at { $house } now has this address. Sign in with it from now on; your password stays as it is.
notices-email_given_after = If you have no account there, somebody mistyped an address: tell whoever runs it.

notices-new_device_subject = A new browser signed in to { $house }
notices-new_device_lead = somebody just signed in to your account at { $house } with a browser that was never used for it before.
notices-failures_subject = Your account at { $house }: signed in after wrong passwords
notices-failures_lead =
    { $failures ->
        [one] somebody just signed in to your account at { $house } with the right password, after { $failures } wrong one.
       *[other] somebody just signed in to your account at { $house } with the right password, after { $failures } wrong ones.
    }
notices-device = Device: { $device }
notices-address = Address: { $address }
notices-time = Time: { $time }
notices-sessions_button = See where you are signed in
notices-sign_in_after = If it was you, do nothing. If it was not, end that session and change your password at once.
notices-sign_in_after_without_page = If it was you, do nothing. If it was not, change your password at once and tell your administrator, who can end that session.
# $url is the address of “Forgot your password?”.
notices-shut_out = If you cannot sign in any more, choose a new password at { $url } and tell your administrator.

notices-token_subject = An API token of your account at { $house }
notices-token_made = the API token “{ $name }” was just made for your account at { $house }.
notices-token_rotated = the API token “{ $name }” of your account at { $house } just got a successor. The old one ends in a few days.
notices-token_revoked = the API token “{ $name }” of your account at { $house } was just revoked. It no longer works.
notices-token_renewed = the API token in the profile of your account at { $house } was just made anew. An older one no longer works.
notices-tokens_button = See your API tokens
notices-token_after = If it was you, do nothing. If it was not, revoke what you do not know and change your password; let that end your sessions and API tokens.
notices-token_after_without_page = If it was you, do nothing. If it was not, change your password and tell your administrator, who can end your sessions and API tokens.

notices-recovery_subject = Recovery codes of your account at { $house }
notices-recovery_made = new recovery codes were just made for your account at { $house }. Codes from before no longer work.
notices-recovery_used = a recovery code of your account at { $house } was just used. Whoever did can choose a new password.
notices-recovery_after = If it was you, do nothing. If it was not, change your password at once, let that end your sessions and API tokens, and make new recovery codes.
# $url is the address of “Forgot your password?”.
notices-recovery_shut_out = If you cannot sign in any more, choose a new password at { $url } and let that end your API tokens, or ask whoever runs the server for `seatwarden rescue`.
