# The pages behind the mails about a new address.

email_change-confirm_title = Confirm your new address
email_change-confirm_lead = From now on mails go to { $email }, and you sign in with it.
email_change-confirm = Use this address
email_change-confirmed = Your new address is in use. The old one was told, and can undo this for a week.
email_change-undo_title = Undo the change of address
email_change-undo_lead = Your address becomes { $email } again, and you are signed out everywhere. We send a mail there with which you choose a new password.
email_change-undo = Undo the change
email_change-undone = Your old address is in use again. Look into its mailbox to choose a new password.
