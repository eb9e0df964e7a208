# The first page of a new installation.

setup-title = Set up this installation
setup-lead = Make the first account: the Sys. Admin, of whom there is exactly one.
setup-secret = Set-up secret
setup-secret_hint = It was printed where the server was started.
setup-email = Email
setup-first_name = First name
setup-last_name = Last name
setup-password = Password
setup-repeat = Password again
setup-make = Make the account

setup-already = This installation is set up already.
    .next = Sign in, or use `seatwarden rescue` on the host if nobody can.
setup-wrong_secret = This is not the set-up secret.
    .next = Read it where the server was started. Each start prints a new one.
setup-license_title = Or begin with the license
setup-license_lead = This activates the installation and makes the Sys. Admin with the same e-mail and password. Afterwards the two passwords have nothing to do with each other.
setup-activate = Activate and make the account
setup-other_secrets = The secrets in { $folder } are not those of this installation: nobody could sign in here.
    .next = Every node needs the same secrets: copy the folder from another node or from the backup, or name it with `secrets.directory`. If they are lost, `seatwarden rescue` begins with new ones; then everybody chooses a new password.
