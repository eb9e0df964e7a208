# Mails that tell what happened to an account. $house is the installation's name.

notices-greeting = Hola, { $name }:

notices-organisation_after = Inicie sesión como le indicó su organización. Si no pidió este correo, no haga nada.

notices-password_changed_subject = Se ha cambiado su contraseña de { $house }
notices-password_changed_lead = La contraseña de su cuenta en { $house } acaba de cambiar.
notices-password_changed_after = Si no ha sido usted, use enseguida «¿Olvidó su contraseña?» en la página de inicio de sesión y avise a su administrador.
notices-password_set_lead = Un administrador ha puesto otra contraseña a su cuenta en { $house }. Su sesión se ha cerrado en todas partes y sus tokens de API se han anulado.
notices-password_set_after = Su administrador le dará la contraseña; también puede elegir la suya con «¿Olvidó su contraseña?» en la página de inicio de sesión.

notices-email_will_change_subject = Su dirección en { $house } está a punto de cambiar
notices-email_will_change_lead = Alguien que ha iniciado sesión con su cuenta en { $house } quiere usar la dirección { $email } en lugar de esta.
notices-email_will_change_after = Nada cambia hasta que se confirme desde allí. Si no ha sido usted, cambie su contraseña.
notices-email_changed_subject = Su dirección en { $house } ha cambiado
notices-email_taken_lead = un administrador ha dado a su cuenta en { $house } la dirección { $email } en lugar de esta. Los correos van ahora allí, y los enlaces enviados aquí ya no funcionan.
notices-email_taken_after = Si no lo esperaba, avise a su administrador.
notices-email_given_lead = su cuenta en { $house } tiene ahora esta dirección. Inicie sesión con ella a partir de ahora; su contraseña sigue igual.
notices-email_given_after = Si no tiene cuenta allí, alguien escribió mal una dirección: avise a quienes lo administran.

notices-new_device_subject = Inicio de sesión en { $house } con un navegador nuevo
notices-new_device_lead = Alguien acaba de iniciar sesión con su cuenta en { $house } desde un navegador que nunca se había usado para ella.
notices-failures_subject = Su cuenta en { $house }: inicio de sesión tras contraseñas incorrectas
notices-failures_lead =
    { $failures ->
        [one] Alguien acaba de iniciar sesión con su cuenta en { $house } con la contraseña correcta, tras { $failures } incorrecta.
       *[other] Alguien acaba de iniciar sesión con su cuenta en { $house } con la contraseña correcta, tras { $failures } incorrectas.
    }
notices-device = Dispositivo: { $device }
notices-address = Dirección: { $address }
notices-time = Hora: { $time }
notices-sessions_button = Ver dónde tiene la sesión iniciada
notices-sign_in_after = Si ha sido usted, no haga nada. Si no, cierre esa sesión y cambie enseguida su contraseña.
notices-sign_in_after_without_page = Si ha sido usted, no haga nada. Si no, cambie enseguida su contraseña y avise a su administrador, que puede cerrar esa sesión.
# $url is the address of “Forgot your password?”.
notices-shut_out = Si ya no puede iniciar sesión, elija una contraseña nueva en { $url } y avise a su administrador.

notices-token_subject = Un token de API de su cuenta en { $house }
notices-token_made = Se acaba de crear el token de API «{ $name }» para su cuenta en { $house }.
notices-token_rotated = El token de API «{ $name }» de su cuenta en { $house } acaba de recibir un sucesor. El anterior termina dentro de unos días.
notices-token_revoked = Se acaba de revocar el token de API «{ $name }» de su cuenta en { $house }. Ya no funciona.
notices-token_renewed = Se acaba de regenerar el token de API del perfil de su cuenta en { $house }. El anterior ya no funciona.
notices-tokens_button = Ver sus tokens de API
notices-token_after = Si ha sido usted, no haga nada. Si no, revoque lo que no reconozca y cambie su contraseña; al hacerlo, cierre sus sesiones y anule sus tokens de API.
notices-token_after_without_page = Si ha sido usted, no haga nada. Si no, cambie su contraseña y avise a su administrador, que puede cerrar sus sesiones y anular sus tokens de API.

notices-recovery_subject = Códigos de recuperación de su cuenta en { $house }
notices-recovery_made = Se acaban de crear códigos de recuperación nuevos para su cuenta en { $house }. Los códigos anteriores ya no funcionan.
notices-recovery_used = Se acaba de usar un código de recuperación de su cuenta en { $house }. Quien lo haya usado puede elegir una contraseña nueva.
notices-recovery_after = Si ha sido usted, no haga nada. Si no, cambie enseguida su contraseña; al hacerlo, cierre sus sesiones y anule sus tokens de API, y después cree códigos de recuperación nuevos.
# $url is the address of “Forgot your password?”.
notices-recovery_shut_out = Si ya no puede iniciar sesión, elija una contraseña nueva en { $url } y anule allí sus tokens de API, o pida a quien administra el servidor que use `seatwarden rescue`.
