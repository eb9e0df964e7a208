# The sign-in page and the first page after it.

sign_in-title = Sign in
sign_in-name = Username/Email
sign_in-password = Password
sign_in-remember = Remember Me
sign_in-button = Login
sign_in-forgot = Forgot your password? Click here
sign_in-sign_up = New customer? Sign up
sign_in-password_was_set = Your new password is set. Sign in with it.
sign_in-signed_out = You are signed out.
sign_in-session_ended = Your session has ended: it ran out, you signed in elsewhere too often, your password changed, or an administrator ended it. What you sent last was not saved. Sign in to go on.
sign_in-setup_done = The installation is ready. Sign in with the account you just made; then make recovery codes.
sign_in-api_success = Signed in
sign_in-home_title = Home
sign_in-welcome = Welcome, { $name }
sign_in-home_lead = Your account on this installation.
sign_in-home_profile = Change your name, language and password, see where you are signed in, and manage the tokens of your scripts.
sign_in-open_profile = Open My Profile

sign_in-wrong = That user name or password is not right.
    .next = Check both, or choose a new password through “Forgot your password?”.
sign_in-reset_needed = This password has run out.
    .next = Choose a new one through “Forgot your password?”.

sign_in-locked = This account is locked.
    .next = Ask your administrator to unlock it.

sign_in-no_sso = No Single Sign On is set up on this server.
    .next = Sign in with a password.
sign_in-home_samples = Sample data
sign_in-home_samples_lead = What is registered on this trial instance, and whose it is.
sign_in-home_sample_title = Title
sign_in-home_sample_kind = Kind
sign_in-home_sample_owner = Owner
sign_in-forgot_portal = Forgot Password
