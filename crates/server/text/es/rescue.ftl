# `seatwarden rescue`.

rescue-lead = En esta dirección se puede elegir una contraseña nueva para { $email }, una sola vez, antes de que pasen { $minutes } minutos:
rescue-no_sysadmin = todavía no hay Sys. Admin
    .next = inicie el servidor y abra su primera página para configurarlo
