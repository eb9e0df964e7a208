# Mails. $house is the installation's name.

one_time_links-code = Or type this code on the page where you asked, within { $minutes } minutes:

one_time_links-reset_subject = Your password for { $house }
one_time_links-reset_lead = somebody asked for a new password for your account at { $house }. If it was you, press the button.
one_time_links-reset_button = Recover Password
one_time_links-reset_after = The button works once, for { $minutes } minutes. If it was not you, do nothing: your password stays as it is.

one_time_links-invitation_subject = Your account at { $house }
one_time_links-invitation_lead = an account was made for you at { $house }. Your user name is { $user }. Choose your password to begin.
one_time_links-invitation_button = Choose a password
one_time_links-invitation_after = The button works once, for { $hours } hours.

one_time_links-confirm_subject = Confirm your address for { $house }
one_time_links-confirm_lead = press the button to use the address { $email } for your account at { $house }.
one_time_links-confirm_button = Confirm the address
one_time_links-confirm_after = The button works for one day. If you know nothing of this, do nothing.

one_time_links-undo_subject = Your address at { $house } was changed
one_time_links-undo_lead = your account at { $house } now has another e-mail address. If that was not you, take it back with the button.
one_time_links-undo_button = Undo the change
one_time_links-undo_after = The button works for a week. It also signs you out everywhere.

one_time_links-handover_subject = The Sys. Admin’s account at { $house } is yours now
one_time_links-handover_lead = { $name } gave you the account with the role of the Sys. Admin at { $house }. It is yours from now on, with your address as its user name: { $user }. Choose your password to begin.
one_time_links-handover_button = Choose a password
one_time_links-handover_after = The button works once, for { $hours } hours. If it is too late, “Forgot your password?” on the sign-in page sends a new link to this address. If you know nothing of this, ask whoever gave it: they can take it back for a week.
