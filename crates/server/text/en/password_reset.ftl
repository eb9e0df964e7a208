# Forgotten passwords.

password_reset-title = Forgot your password?
password_reset-lead = Give the e-mail address of your account. We send a mail with which you choose a new password.
password_reset-email = Email
password_reset-send = Send the mail
password_reset-have_recovery_code = I have a recovery code
password_reset-sent_title = Look into your mailbox
password_reset-sent = If there is an account with this address, a mail is on its way. Press “Recover Password” in it within { $minutes } minutes.
password_reset-by_code = Type the code from the mail instead
password_reset-code = Code from the mail
password_reset-code_hint = Eight digits. They work in this browser, for { $minutes } minutes.
password_reset-new = New password
password_reset-repeat = New password again
password_reset-set = Set the new password
password_reset-choose_title = Choose a new password
password_reset-for = For the account { $email }. You will be signed out everywhere else.
password_reset-end_tokens = End my API tokens too
password_reset-end_tokens_hint = Choose this if somebody else may have known your password. Scripts and integrations stop working until they have new tokens.
password_reset-end_tokens_and_codes_hint = Choose this if somebody else may have known your password. Scripts and integrations stop working until they have new tokens. Your recovery codes end too, unless one of them led you here.
