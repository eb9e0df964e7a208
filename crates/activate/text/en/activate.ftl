# What stands against it on this machine.
activate-no_server = No license server is set
    .next = Set `server_url` under `[license]` in the configuration, or give `--server URL`
activate-bad_server = `{ $url }` is not the address of a license server
    .next = Write it as `https://license.vendor.example`, without a path
activate-plain_http = `{ $host }` would be called without TLS, and everybody on the way could read the password
    .next = Write `https://` before its name
activate-bad_proxy = `{ $url }` is not the address of a proxy
    .next = Write it as `http://proxy.example:3128`
activate-bad_ca_file = There is no certificate in `{ $path }`
    .next = Give a file with certificates in PEM
activate-no_roots = This program knows no vendor whose licenses it should believe
    .next = Put the public root keys of your vendor into `{ $path }`, one a line
activate-no_roots_file = There is no file `{ $path }` with the root keys of your vendor
    .next = Put the public root keys of your vendor into it, one a line, or set `license.roots_file` to where they are
activate-roots_open = Others than the administrator may write `{ $path }`
    .next = Give the file to root, and take the right to write from everybody else: `chmod 644`
activate-roots_broken = `{ $path }` does not hold root keys: { $why }
    .next = Put the public root keys of your vendor into it, one a line
activate-machine_unknown = Too little tells this machine from another: { $found } of 2 marks were found
    .next = Give it a name of its own: `machine_id` under `[license]`, or SEATWARDEN_LICENSE__MACHINE_ID
activate-nothing_installed = No license is installed here
    .next = Run `activate`, or `request` and `install` on a machine without a network
activate-was_returned = This license was given back by this machine
    .next = Activate again, which gives you a new file
activate-changed_meanwhile = Another program changed the license here while the answer was awaited; the answer was not taken
    .next = Look at `status`, and do it again if it is still to be done
activate-bad_answer = The license server answered something that this program does not understand
    .next = Update the program; if it stays, tell your vendor
activate-key_open = Others can read the key of this machine, `{ $path }`
    .next = `chmod 600` it. If somebody may have copied it, give the license back, remove the file and activate again
activate-key_broken = The key of this machine, `{ $path }`, is damaged
    .next = Restore it from a backup, or remove it and activate again
activate-folder_denied = `{ $path }` cannot be read or written: { $why }
    .next = Run this as the user of the server, or as root
activate-folder_broken = `{ $path }` cannot be used: { $why }
    .next = Look at the folder and the disk
activate-file_large = `{ $path }` is larger than { $maximum } bytes
    .next = That is not a file of ours: remove it
activate-disk_full = There is no room left for `{ $path }`: { $why }
    .next = Make room on the disk
activate-unreachable_name = The name `{ $host }` is not known here: { $why }
    .next = Run `doctor`, or go on without a network: `request`
activate-unreachable_connection = Nobody answers at `{ $host }`: { $why }
    .next = Run `doctor`, or go on without a network: `request`
activate-unreachable_proxy = The proxy does not let this through to `{ $host }`: { $why }
    .next = Run `doctor`, or go on without a network: `request`
activate-unreachable_certificate = The certificate of `{ $host }` is not one that this machine trusts: { $why }
    .next = Run `doctor`: it names who made the certificate
activate-unreachable_time = `{ $host }` took too long to answer: { $why }
    .next = Run `doctor`, or go on without a network: `request`
activate-unreachable_stranger = Something else than the license server answered for `{ $host }`: { $why }
    .next = Run `doctor`: it says what it was
activate-fault = Something broke while { $doing }: { $cause }
    .next = Try again; if it stays, tell your vendor these words
activate-bad_time = `{ $value }` is not a day
    .next = Write it as `2027-03-01` or `2027-03-01T12:00:00Z`
activate-early_time = `{ $value }` lies before 1970, and no license knows such a time
    .next = Give a day from 1970-01-01 on
activate-no_secret = Nothing was given
    .next = Type it when asked, or hand it over on the standard input
activate-cancelled = Nothing was done
    .next = Run it again when you have what is asked for
activate-unreadable = `{ $path }` cannot be read: { $why }
    .next = Look at the path
activate-unwritable = `{ $path }` cannot be written: { $why }
    .next = Name a file in a folder that you can write
activate-no_email = To sign in with a password, name the license account
    .next = Give `--email NAME@COMPANY`, or use a one-time code from the portal: `--code`

# What is wrong with the configuration, in the words of the server.
activate-unreadable_file = the configuration file `{ $path }` cannot be read: { $cause }
    .next = name a file that this user can read with `--config`
activate-bad_file = { $source }: this is not TOML: { $cause }
    .next = correct the line; texts stand in quotes
activate-unknown_section = { $source }: there is no section `{ $section }`
    .next =
        { $hint ->
            [none] `seatwarden config print` shows all options
           *[other] did you mean `{ $hint }`?
        }
activate-unknown_option = { $source }: there is no option `{ $key }`
    .next =
        { $hint ->
            [none] `seatwarden config print` shows all options
           *[other] did you mean `{ $hint }`?
        }
activate-bad_value = { $source }: `{ $key }` does not accept this value
    .next =
        { $form ->
            [number] give a whole number from { $least } to { $most }
            [choice] give one of { $choices }
           *[text] give a text in quotes
        }
activate-secret_twice = { $source }: `{ $key }` is given twice, as a value and as a file
    .next = keep one of `{ $key }` and `{ $key }_file`
activate-secret_file = { $source }: the file `{ $path }` of `{ $key }` cannot be read: { $cause }
    .next = name a text file that this user can read

activate-limit_title = Your license has exceeded its user limit

# Troubles.
activate-trouble_clock_jumped = The clock of this machine jumped forward, and is not believed yet; it counts as { $believed }
    .next = If the clock is right, nothing is to be done: it is believed after a day
activate-trouble_clock_suspect = The clock of this machine stands behind what it showed before; it counts as { $believed }
    .next = Set the clock. If it was wrong before, and is right now: `time recover`
activate-trouble_clock_behind = The clock of this machine stands before a time that the vendor signed; it counts as { $believed }
    .next = Set the clock: until then the license is not renewed
activate-trouble_ends_soon = Without another answer of the vendor this machine runs until { $until }
    .next = Run `renew`; without a network make a request with `request`, and `install` the answer
activate-trouble_clock_gone = The machine's mark of time was taken away from, or put back in, the folder of the license
    .next = Ask for the time with `time recover`, and leave the files of this folder where they are.
activate-trouble_returned = The license here was given back
    .next = Activate again
activate-trouble_nothing = No license is installed in `{ $path }`
    .next = Run `activate`, or `request` and `install` on a machine without a network
activate-trouble_license_gone = The license that was installed in `{ $path }` is missing
    .next = The server puts it back within a minute while it runs. Without it run `activate`, which takes no second slot
activate-trouble_no_key = The key of this machine is gone, so the license here is worth nothing
    .next = Restore the whole folder from a backup, or activate again
activate-trouble_other_machine = The license here is for another machine
    .next = Activate this machine. If it is the same after repairs, release the old one in the portal first
activate-trouble_unbound = The offline key here was never installed on this machine
    .next = Install the key again with `install`
activate-trouble_lease_other = The lease here belongs to another license
    .next = Run `renew`
activate-trouble_lease_gone = The lease of this license is missing here
    .next = The server asks for another one within minutes; without it run `renew`
activate-trouble_displaced = Another server has the slot of this one; it runs until { $until }
    .next = Release a server in the portal before that day

# Files that are refused.
license_file-nothing = There is no license file in this text
    .next = Copy all of it, from the first line of dashes to the last
license_file-too_long = The text is too long for a license file
    .next = Copy the file alone
license_file-armor_open = The last line of the file is missing
    .next = Copy all of it, from the first line of dashes to the last
license_file-signature = The signature is wrong: the file was changed or cut
    .next = Get the file again from where you have it
license_file-kind = The file is of another kind than the one wanted here
    .next = `explain` says what it is
license_file-version = The file is of a newer format than this program
    .next = Update the program
license_file-root_unknown = The file is not from a vendor whom this program knows
    .next = Compare the root keys of your vendor with those of this machine: in `/etc/seatwarden/license-roots`, or where `license.roots_file` says
license_file-signer_revoked = The key that signed the file was revoked
    .next = Get a new file from the portal
license_file-file_revoked = The vendor has revoked this file
    .next = Get a new file from the portal, or ask your vendor
license_file-replaced = The file is older than the one installed here
    .next = Nothing is to be done
license_file-machine = The file is for another machine
    .next = Make a request on this machine, and bring its answer
license_file-device = The file comes from another machine
    .next = Make it again on this machine
license_file-other_file = The file belongs to another license
    .next = Install the license first that it is for
license_file-install_by = The offline key was to be installed earlier
    .next = Generate a new one in the portal
license_file-clock_behind = The clock of this machine stands before a time that the vendor signed
    .next = Set the clock
license_file-challenge = The answer is to another question about the time
    .next = Run `time recover` again, and bring the answer to that question
license_file-floor_forged = The stored time of this machine is damaged
    .next = Run `renew`, or `time recover`
license_file-armor_twice = There are two files in this text, and one is wanted
    .next = Give one file at a time
license_file-armor_label = The first and the last line of the file name different kinds
    .next = Copy all of it, from the first line of dashes to the last
license_file-armor_character = There is a character in the file that does not belong there
    .next = Copy all of it, from the first line of dashes to the last
license_file-shape = The file is not made of three parts, as license files are
    .next = Copy all of it, from the first line of dashes to the last
license_file-base64_padding = A part of the file ends in signs of equality, which license files never have
    .next = Copy all of it, from the first line of dashes to the last
license_file-base64_alphabet = A part of the file has letters that license files do not have
    .next = Copy all of it, from the first line of dashes to the last
license_file-base64_trailing = A part of the file is cut off
    .next = Copy all of it, from the first line of dashes to the last
license_file-header_json = The head of the file cannot be read
    .next = Get the file again from where you have it
license_file-header_twice = The head of the file says one thing twice
    .next = Get the file again from where you have it
license_file-header_field = The head of the file has something that this program does not know
    .next = Update the program; if it stays, tell your vendor the code
license_file-header_missing = Something is missing in the head of the file
    .next = Get the file again from where you have it
license_file-alg_none = The file is not signed, so anybody may have written it
    .next = Get the file again from where you have it
license_file-alg = The file is signed by a method that this program does not take
    .next = Update the program; if it stays, tell your vendor the code
license_file-crit = The file demands something that this program does not know
    .next = Update the program; if it stays, tell your vendor the code
license_file-typ = The file is of no kind that this program knows
    .next = Update the program; if it stays, tell your vendor the code
license_file-signature_length = The signature has the wrong length: the file was cut
    .next = Copy all of it, from the first line of dashes to the last
license_file-signature_not_reduced = The signature was changed after the file was signed
    .next = Get the file again from where you have it
license_file-key_length = A key in the file has the wrong length
    .next = Get the file again from where you have it
license_file-key_point = A key in the file is damaged
    .next = Get the file again from where you have it
license_file-key_weak = A key in the file protects nothing: everything would seem signed by it
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-content_json = The content of the file cannot be read
    .next = Get the file again from where you have it
license_file-content_twice = The content of the file says one thing twice
    .next = Get the file again from where you have it
license_file-claim = Something in the file is missing, or says what it cannot say
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-time = A time in the file is not written as times are there
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-time_order = The times in the file contradict each other
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-too_many = A list or a text in the file is too long
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-text_control = A text in the file has characters that cannot be seen
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-statement_signature = The statement of the vendor about who signed the file is forged or damaged
    .next = Compare the root keys in `/etc/seatwarden/license-roots`, or where `license.roots_file` says, with those of your vendor
license_file-statement_kind = The file does not say who signed it
    .next = Get the file again from where you have it
license_file-statement_key = The file says that another one signed it than who did
    .next = Get the file again from where you have it
license_file-statement_long = Who signed the file was named for too long a time
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-signer_early = The file was signed before its signer might sign
    .next = Look at the clock of this machine, and then ask your vendor for a new file
license_file-signer_expired = The file was signed after the time of its signer was over
    .next = Get a new file from the portal
license_file-signer_scope = Who signed the file may not sign files of this kind
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-renew_by = The file gives more time until the next renewal than its signer may give
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-bulletin_old = A newer bulletin of the vendor is here already
    .next = There is nothing to do
license_file-bulletin_range = Who signed the bulletin may not sign one with this number
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-grace_stops = The file would stop what no license may stop: signing in, viewing, exporting
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-grace_order = The steps after the end of the license are out of order in the file
    .next = It cannot be put right here: tell your vendor the code, and ask for a new file
license_file-replayed = This file was handed in before
    .next = There is nothing to do
activate-in_file = In `{ $file }`: { $what }
activate-damaged = The file is damaged, or none of ours: { $why } ({ $code })
    .next = Get the file again from where you have it

# The doctor.
doctor-title = { $wrong ->
    [0] Nothing stands between this installation and its license
    [one] { $wrong } thing stands between this installation and its license
   *[other] { $wrong } things stand between this installation and its license
  }
doctor-title_warnings = { $count ->
    [one] Nothing stands between this installation and its license, but there is a warning
   *[other] Nothing stands between this installation and its license, but there are { $count } warnings
  }
doctor-roots = Root keys of the vendor: { $count }
doctor-folder = The folder `{ $path }` can be written
doctor-folder_new = The folder `{ $path }` will be made
doctor-folder_open = Others than its owner can enter `{ $path }`
    .next = `chmod 700` it
doctor-disk_low = There are { $free } KiB left on the disk of `{ $path }`
    .next = Make room: a lease that cannot be written is lost
doctor-machine = This machine is known by: { $parts }
doctor-duplicate_id = `{ $part }` is `{ $value }`, which many machines have; it does not count
    .next = If this machine was made from an image, give it an id of its own: `systemd-machine-id-setup`
doctor-container_unnamed = This container has no name, and is known by the folder that it keeps
    .next = Keep the folder on a volume, or set `machine_id` under `[license]`: else every start takes another slot
doctor-license = License `{ $package }`, until { $until }
doctor-license_not_yet = License `{ $package }` counts from { $from }
    .next = Wait for that day, or install a license that counts today
doctor-license_grace = License `{ $package }` worked until { $until }; the grace runs until { $grace }
    .next = Renew it before: `renew`, or without a network `request` and `install`
doctor-license_over = License `{ $package }` worked until { $until }, and the grace is over
    .next = Renew it: `renew`, or without a network `request` and `install`
doctor-refused = The license server refuses ({ $code }): { $why }
    .next = { $next ->
        [none] Look at the license in the portal, or ask your vendor
       *[other] { $next }
    }
doctor-no_slot = At the next renewal there is no slot for this machine: other servers have them all. It runs until { $until }
    .next = Release a server in the portal, press Reset Activations there, run `return` on a server that is not needed, or raise the limit with your vendor; `renew --dry-run` asks again
doctor-offline = No license server is set: license files are carried here by hand
doctor-dns = The name `{ $host }` is not known here: { $why }
    .next = Ask for the name to be resolved, look at /etc/resolv.conf, or set a proxy
doctor-dns_good = `{ $host }` is { $addresses }
doctor-tcp_refused = `{ $host }` refuses connections on port { $port }: { $why }
    .next = Look at the address of the license server, or ask for the firewall to let it through
doctor-tcp_timeout = Nobody answers at `{ $host }`, port { $port }: a firewall swallows it
    .next = Send the request below to whoever sees to your firewall
doctor-tcp_unreachable = There is no way to `{ $host }`, port { $port }: { $why }
    .next = Send the request below to whoever sees to your firewall
doctor-tcp_forbidden = This machine itself forbids the connection to `{ $host }`, port { $port }: { $why }
    .next = Look at the firewall of this machine and at its security software; allow this program to connect there
doctor-security_software = Security software runs on this machine and may drop, cut off or read what this program sends: { $found }
    .next = Names are known here, so the network works: ask whoever looks after that software to let `seatwarden-activate` and the server connect to the license server, or look into its log for this moment
doctor-security_software_none = Beside a firewall, security software on this machine may stop this program; none that is known was found
    .next = If everything else on this machine reaches the network, look for an agent that allows programs one by one
doctor-tcp_good = `{ $host }` answers on port { $port }
doctor-proxy_dns = The name of the proxy, `{ $host }`, is not known here: { $why }
    .next = Look at `proxy` under `[license]`, or at HTTPS_PROXY
doctor-proxy_down = The proxy `{ $host }`, port { $port }, does not answer: { $why }
    .next = Look at `proxy` under `[license]`, or at HTTPS_PROXY
doctor-proxy_auth = The proxy `{ $host }` wants to know who asks (407, { $schemes })
    .next = { $tried ->
        [yes] It did not take the name and password that are set: look at `proxy_user` and `proxy_password`. It must allow Basic
       *[other] Set `proxy_user` and `proxy_password` under `[license]`, or have it let the license server through
      }
doctor-proxy_refused = The proxy `{ $host }` refuses the way to { $target } ({ $status })
    .next = Ask whoever sees to the proxy to let it through: the request is below
doctor-proxy_good = The proxy `{ $host }` lets this through
doctor-tls_interception = Somebody reads along: the certificate for `{ $host }` was made by `{ $issuer }`, whom this machine does not trust
    .next = If that is your company's filter, except the license server from it, or put its certificate into a file and name it as `ca_file` under `[license]`. If you do not know it, give no password
doctor-tls_expired = The certificate of `{ $host }` is not valid today, made by `{ $issuer }`
    .next = Look at the clock of this machine first, and then ask your vendor
doctor-tls_name = The certificate is not for `{ $host }` but for `{ $subject }`, made by `{ $issuer }`
    .next = A portal of the network may have answered in its place: sign in there, or look at the address
doctor-tls_broken = `{ $host }` does not speak TLS with this machine: { $why }
    .next = A filter on the way may break the connection: send the request below to whoever sees to it
doctor-tls_good = The certificate for `{ $host }` is good, made by `{ $issuer }`
doctor-captive_page = A page of the network answers in place of the license server ({ $status }): { $to }
    .next = Sign in to the network first, or ask for the license server to be let through without
doctor-block_page = A filter answers in place of the license server ({ $status }): { $begin }
    .next = Ask whoever sees to the filter to let it through: the request is below
doctor-rate_limited = { $seconds ->
    [none] The license server wants to be left alone for a while
    [one] The license server wants to be left alone for { $seconds } second
   *[other] The license server wants to be left alone for { $seconds } seconds
  }
    .next = Wait, and look for what calls it so often
doctor-not_a_license_server = What answers is no license server: { $why }
    .next = Look at `server_url` under `[license]`
doctor-server_broken = The license server is broken at the moment ({ $status })
    .next = Wait: your license goes on. Ask your vendor if it stays
doctor-no_answer = The license server did not answer: { $why }
    .next = Try again later: your license goes on
doctor-answer_good = The license server answers
doctor-clock = The clock is wrong: it is { $here } here, and { $server } at the license server
    .next = Set the clock, best by NTP
doctor-clock_good = The clock is right
doctor-firewall_head = The request for whoever sees to your firewall:
doctor-firewall = Please allow outgoing HTTPS from this server to { $host }, TCP port { $port }. It is the license server of our analytics platform. One host, one port; nothing comes in, no other host is called, and TLS should not be intercepted.

# Words.
activate-word_license = license
activate-word_lease = lease
activate-word_bulletin = bulletin
activate-word_signer = statement about a signer
activate-word_grant = grant for a relay
activate-word_clock_answer = answer about the time
activate-word_request = request for a license
activate-word_renewal = renewal
activate-word_return = receipt of a return
activate-word_clock_challenge = question about the time
activate-word_unknown = nothing that this program knows
activate-state_not_yet = not begun
activate-state_active = active
activate-state_expiring = active, and ends soon
activate-state_grace = ended, in its grace
activate-state_limited = ended, limited
activate-check_readable = It can be read
activate-check_signature = Its signature is good
activate-check_device = It comes from this machine
activate-check_machine = It is for this machine
activate-check_date = It is valid today
activate-check_newer = It is newer than what is here
activate-check_same = It is the very file that is here
activate-check_not_readable = It cannot be read
activate-check_not_signature = Its signature is not good
activate-check_not_device = It does not come from this machine
activate-check_not_machine = It is not for this machine
activate-check_not_date = It is not valid today
activate-check_not_newer = It is not newer than what is here
activate-ability_sign_in = signing in
activate-ability_view = viewing dashboards
activate-ability_export = exporting data
activate-ability_remove_users = removing users
activate-ability_manage_license = managing the license
activate-ability_add_users = adding users and raising roles
activate-ability_create = creating dashboards and models
activate-ability_change = changing dashboards and models
activate-ability_build = building models
activate-ability_schedule = scheduled reports
activate-ability_automate = scripts that change something
activate-ability_embed = embedding
activate-label_package = Package
activate-label_organisation = Organization
activate-label_holder = License user
activate-label_type = Type
activate-label_state = State
activate-label_ends = Ends
activate-label_bought = Bought until
activate-label_lease = Lease
activate-label_seats = Seats
activate-label_limits = Limits
activate-label_entitlements = Entitlements
activate-label_next = Ready for later
activate-label_device = Machine
activate-label_now = Time that counts
activate-label_contact = Last contact
activate-label_stops = Does not work
activate-label_works = Works
activate-label_later = Stops later
activate-label_grace = Grace
activate-label_signed = Signed
activate-label_begins = Begins
activate-label_file_works = File works until
activate-label_install_by = Install by
activate-label_file = File
activate-label_replaces = Replaces
activate-value_ends = { $days ->
    [one] { $day } ({ $days } day)
   *[other] { $day } ({ $days } days)
  }
activate-value_ended = { $days ->
    [one] { $day } (over for { $days } day)
   *[other] { $day } (over for { $days } days)
  }
activate-value_lease = until { $until }, renewed { $count ->
    [one] { $count } time
   *[other] { $count } times
  }
activate-value_seats = Administrators { $administrators }, Designers { $designers }, Viewers { $viewers }
activate-value_unlimited = without limit
activate-value_from = { $name }, from { $day }
activate-value_change = { $what }: { $before } → { $after }
activate-value_none = none
activate-value_never = never
activate-value_endless = without an end
activate-value_signed = { $at } by { $issuer }
activate-value_any_machine = any that installs it
activate-value_grace = { $days ->
    [0] Nothing goes on after the end.
    [one] { $days } day after the end.
   *[other] { $days } days after the end.
  }
activate-value_grace_step = { $day ->
    [0] From the end on stop: { $what }.
    [one] After { $day } day stop: { $what }.
   *[other] After { $day } days stop: { $what }.
  }
activate-line_error = error: { $message }
activate-line_warning = warning: { $message }
activate-line_hint = hint: { $next }

# What was done.
activate-done_activated = Activated: { $name }, lease until { $until }
activate-done_again = This machine was activated before, and took no second slot
activate-done_sysadmin = If there is no Sys. Admin yet, { $email } becomes it when the server starts, with the password of the license account
activate-done_offline = Without a network it goes on by files:
activate-done_offline_steps = 1. Run `request`, and bring its text or picture to the portal, under Offline activation. 2. Bring the answer back, and run `install`.
activate-done_slots = Who holds the activations:
activate-done_slot = { $slot }. { $name } ({ $mode }), seen { $seen }
activate-done_slot_frees = { $slot }. { $name } ({ $mode }), seen { $seen }, free by itself at { $frees }
activate-done_ways = Ways out: release a server in the portal, press Reset Activations there, run `return` on a server that is not needed, or raise the limit with your vendor
activate-done_packages = Name one with `--package CODE`:
activate-done_request = Bring this to the portal, under Offline activation:
activate-done_qr_wide = The terminal is too narrow for the picture: write it to a file with `--qr FILE.svg`
activate-done_installed = Installed: { $name }
activate-done_staged = Laid ready: { $name }, from { $day }
activate-done_bulletin = A newer bulletin was taken
activate-done_lease = A lease was taken
activate-done_time = The time of this machine was set right
activate-done_nothing_new = Nothing in it is newer than what is here
activate-done_renewed = Renewed until { $until }
activate-done_not_renewed = Not renewed: this machine runs until { $until }
activate-done_clone = Another machine seems to hold the key of this one: look at its servers in the portal
activate-done_changes = What changes:
activate-done_no_changes = The license stays as it is
activate-done_no_slot = There is no slot for this machine at the moment
activate-done_deactivated = Given back: the slot of { $package } is free
activate-done_held = Given back. The slot of { $package } is held until { $until }: until then another file that was given for this machine works still
activate-done_returned = Given back. Hand this receipt in at the portal: only then is the slot of { $package } free
activate-done_challenge = Bring this question to the portal, and the answer to `install`:
activate-done_nothing_sent = Nothing has left this machine
activate-done_reached = Supposed: the license server is reached, and the license is renewed until what was bought ends
activate-done_unreached = Supposed: the license server is reached no more
activate-done_sent = { $at } to { $to }: { $what }
activate-ask_password = Password of the license account { $email }:{" "}
activate-ask_code = Activation code:{" "}

# The command line.
activate-cli = Gets this installation running on its license, and keeps it there
activate-cli_heading = This installation
activate-cli_status = Shows the license of this installation
activate-cli_status_online = Ask the license server, too
activate-cli_activate = Activates this installation over the network
activate-cli_activate_email = The license account; its password is asked for, or read from the standard input
activate-cli_activate_code = Activate with a one-time code from the portal, which is asked for, or read from the standard input
activate-cli_activate_file = Install the file that the portal gave, instead of asking over the network
activate-cli_package = The code of the package, if the account has several
activate-cli_no_sysadmin = Leave no first Sys. Admin for the server
activate-cli_deactivate = Gives the license back over the network: the slot is free at once
activate-cli_request = Makes the request of a machine without a network, as a text and a picture
activate-cli_request_show = Show everything that leaves the machine, and make nothing
activate-cli_request_qr = Write the picture into this file (SVG); `-` draws it on the terminal
activate-cli_install = Installs what the portal gave: an answer, an offline key, the next license, a bulletin
activate-cli_install_file = The file; `-` or nothing: the standard input
activate-cli_return = Gives the license back without a network, and prints the receipt for the portal
activate-cli_renew = Renews the lease now
activate-cli_renew_dry_run = Only show what would change
activate-cli_doctor = Finds out what stands between this installation and its license
activate-cli_explain = Tells what a file is, what it says, and whether it is good
activate-cli_simulate = Shows what works on a day, or with another license
activate-cli_simulate_at = The day, as 2027-03-01
activate-cli_simulate_with = The license file to try
activate-cli_simulate_unreachable = As if the license server were reached no more
activate-cli_time = Sets the time of this machine right after its clock was far ahead
activate-cli_time_recover = Asks the license server for the time; without a network, prints a question for the portal
activate-cli_time_offline = Print the question, without trying the network
activate-cli_show_sent = Shows everything that left this machine
activate-cli_man = Prints the manual page
activate-cli_completions = Prints the completions of a shell
activate-cli_shell = The shell
activate-cli_json = Print JSON
activate-cli_config = The configuration file; `seatwarden.toml` in the data folder if none is named
activate-cli_data_dir = The data folder of the server; the license is in `license` below it
activate-cli_server = The address of the license server
activate-cli_proxy = The proxy, as http://proxy.example:3128; `none`: none
activate-cli_ca_file = A file with certificates (PEM) that are trusted besides the system's
activate-cli_examples = Examples:
    {"  "}seatwarden-activate activate --email joan@acme.example    asks for the password
    {"  "}seatwarden-activate activate --code < code.txt            with a one-time code
    {"  "}seatwarden-activate request --qr request.svg > request.txt
    {"  "}seatwarden-activate install answer.txt                    without a network
    {"  "}seatwarden-activate status --json                         for scripts
    {"  "}seatwarden-activate doctor                                if it does not work

    Exit codes: 0 good, 1 refused, or a warning of `status`; 2 limited, 3 no valid license or file,
    4 license server not reached, 64 wrong arguments
