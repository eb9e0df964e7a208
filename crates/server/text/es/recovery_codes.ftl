# Recovery codes.

recovery_codes-lead = Diez códigos para el día en que se pierda cualquier otro acceso. Cada uno funciona una sola vez. Imprímalos y guárdelos donde no puedan perderse junto con un gestor de contraseñas.
recovery_codes-once = Estos códigos solo se muestran esta vez. Los códigos anteriores ya no funcionan.
recovery_codes-left =
    { $count ->
        [0] No le queda ningún código sin usar.
        [one] Tiene { $count } código sin usar.
       *[other] Tiene { $count } códigos sin usar.
    }
recovery_codes-make = Crear códigos nuevos
recovery_codes-use_title = Usar un código de recuperación
recovery_codes-use_lead = Cada código funciona una sola vez. Con él puede elegir una contraseña nueva.
recovery_codes-code = Código de recuperación
recovery_codes-use = Continuar

recovery_codes-wrong = Este código no es correcto o ya se usó.
    .next = Pruebe otro o pida a quien administra el servidor que use `seatwarden rescue`.
recovery_codes-reminder_title = No tiene códigos de recuperación
recovery_codes-reminder = Usted es el Sys. Admin. Si pierde la contraseña y el buzón, estos códigos le permiten volver sin ayuda de nadie.
recovery_codes-make_now = Crear códigos de recuperación
recovery_codes-later = Recordármelo en { $days } días
