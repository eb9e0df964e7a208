# The inbox of the demo.

outbox-title = Inbox
outbox-lead = This demo sends no mails. They are kept here instead.
outbox-none = No mails yet
outbox-none_lead = Use “Forgot your password?” on the sign-in page, and a mail appears here.
outbox-subject = Subject
outbox-to = To
outbox-when = When
outbox-text = As text
outbox-show_html = Show it as a mail program does
outbox-back = Back to the inbox

outbox-email = E-mail
outbox-email_lead = How mails leave this server, which ones do, and what became of them.
outbox-settings = Settings
outbox-deliveries = Deliveries
outbox-demo_keeps = This demo sends no mails. They are kept in the
outbox-server = Mail server
outbox-server_lead = What you choose here holds at once, on every node.
outbox-server_saved = The mail server is saved. Send a test to see it work.
outbox-way = How mails leave
outbox-way_configured = As the configuration says ({ $way })
outbox-way_smtp = Through the mail server below
outbox-host = Host
outbox-port = Port
outbox-port_hint = Empty for the usual one: 587 with STARTTLS, 465 with TLS.
outbox-security = Encryption
outbox-security_starttls = STARTTLS, or no mail
outbox-security_tls = TLS from the start
outbox-security_opportunistic = STARTTLS if it is offered
outbox-security_none = None, for a mail server on the same machine
outbox-user_name = User name
outbox-user_name_hint = Empty to send without signing in.
outbox-password = Password
outbox-password_none = None is kept.
outbox-password_kept = One is kept. Leave this empty to go on with it; for another host it must be typed again.
outbox-from_address = From address
outbox-from_name = From name
outbox-from_hint = Empty for “{ $configured }”.
outbox-test = Test
outbox-test_lead = Sends one mail right now and tells you what the mail server says.
outbox-test_to = To
outbox-test_send = Send a test mail
outbox-test_sent = The mail server took the test mail.
outbox-test_subject = Test mail from { $house }
outbox-test_mail = This is a test. Mails from { $house } reach you.
outbox-switches = Which mails are sent
outbox-switches_lead = What is switched off is noted under Deliveries as switched off, and not sent later either.
outbox-switches_saved = The switches are saved.
outbox-switch_all = Send mails
outbox-switch_all_hint = Off: no mail at all leaves, and nobody can sign up.
outbox-switch_invitations = Invitations
outbox-switch_password_recovery = Password recovery
outbox-switch_password_recovery_hint = Off: nobody comes back by mail who forgot their password.
outbox-switch_notices_hint = People notice a stolen account by it.
outbox-deliveries_lead = Every mail of the last 90 days, without its text. The text of one that failed is kept sealed for seven days, so that you can retry it.
outbox-search = Search by address
outbox-state = State
outbox-any_state = All
outbox-state_waiting = Waiting
outbox-state_sent = Sent
outbox-state_failed = Failed
outbox-attempts = { $count ->
    [one] after one try
   *[other] after { $count } tries
}
outbox-no_deliveries = No such mails
outbox-no_deliveries_lead = Mails appear here as soon as they are asked for.
outbox-changed_meanwhile = Somebody else changed the mail settings just now.
    .next = Reload the page, look at the change and try again.
outbox-not_taken = The mail was not taken: { $cause }
    .next = Check host, port, encryption and password, and try again.
outbox-server_is_sysadmins = Only the Sys. Admin chooses the mail server: whoever has it reads every link to a new password.
    .next = Ask the Sys. Admin. The mails themselves and the log are yours.
outbox-kept_here = This installation keeps its mails instead of sending them.
    .next = Start the server without the demo to use a mail server.

outbox-not_chosen = No mail server was chosen; mails leave as the configuration says.
    .next = Choose one with POST, or under E-mail.
outbox-has_server = A mail server was chosen already.
    .next = Change it with PATCH, or remove it with DELETE first.
outbox-no_server = No mail server was chosen that could be changed.
    .next = Choose one with POST.
outbox-switch_password_changes = Changed passwords
outbox-switch_sign_ins = Sign-ins from a new device, or after many failures
outbox-switch_api_tokens = API tokens that were made or ended
outbox-switch_own_license = License of this installation
outbox-switch_own_license_hint = Off: administrators hear only in the pages that the license ends or that seats run out.
outbox-switch_licenses_ending = Licenses of customers that end soon
outbox-switch_licenses_ending_hint = Off: neither the customers nor your staff are told by mail.
outbox-switch_always = Mails that somebody would be stuck without have no switch of their own: new license accounts, changes of an address, passwords that an administrator or a change ended, the Sys. Admin’s role, signing keys, and keys that two machines hold.
outbox-state_off = Switched off
outbox-retry = Retry
outbox-retry_all = Retry all that failed
outbox-retried = The mail waits to be sent again.
outbox-retried_all = { $again ->
    [one] { $again } mail waits
   *[other] { $again } mails wait
  } to be sent again; { $ended ->
    [one] { $ended } holds
   *[other] { $ended } hold
  } a link that no longer works.
outbox-retried_some = { $again ->
    [one] { $again } mail waits
   *[other] { $again } mails wait
  } to be sent again. There are more: press once more.
outbox-row_ended = The link in it no longer works.
outbox-row_gone = Its text is no longer kept.
outbox-not_failed = There is no such mail that failed.
    .next = Reload the list; perhaps it was retried already.
outbox-text_gone = The text of this mail is no longer kept.
    .next = Do again what it was about, such as inviting the user once more.
outbox-secret_ended = The link or password in this mail no longer works.
    .next = Make a new one: invite the user again, or ask for a new password under “Forgot Password”.
outbox-switched_off = Mails are switched off here, and this is worth nothing without its mail.
    .next = An administrator can switch them on under E-mail.
outbox-no_way_out = Mails have no way out of this server, and this is worth nothing without its mail.
    .next = The Sys. Admin chooses a mail server under E-mail; then try again.
outbox-bad_host = This is no host: neither a name nor an IP address.
    .next = Write it without a port and without “smtp://”, such as smtp.example.com.
outbox-bad_port = A port is a number from 1 to 65535.
    .next = Correct it, or leave it empty for the usual one.
outbox-bad_from = The from address is no e-mail address.
    .next = Correct it, or leave it empty for the one of the configuration.
outbox-bad_from_name = The from name has more than { $maximum } characters or more than one line.
    .next = Shorten it and save again.
outbox-bad_sign_in = User name and password of the mail server are one line each, of at most { $maximum } characters.
    .next = Type it anew instead of pasting it.
outbox-unknown_state = There is no state “{ $name }” of a mail.
    .next = Use waiting, sent, failed or off, or leave it out for all.
outbox-half_sign_in = User name and password of the mail server belong together: one of them is missing.
    .next = Type both, or leave both empty to send without signing in.
