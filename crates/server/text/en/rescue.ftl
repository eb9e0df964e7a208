# `seatwarden rescue`.

rescue-lead = A new password for { $email } can be chosen at this address, once, within { $minutes } minutes:
rescue-no_sysadmin = there is no Sys. Admin yet
    .next = start the server and open its first page to set it up
