# Mails. $house is the installation's name.

one_time_links-code = O escriba este código en la página donde hizo la solicitud, antes de que pasen { $minutes } minutos:

one_time_links-reset_subject = Su contraseña de { $house }
one_time_links-reset_lead = Alguien ha pedido una contraseña nueva para su cuenta en { $house }. Si ha sido usted, pulse el botón.
one_time_links-reset_button = Recuperar la contraseña
one_time_links-reset_after = El botón funciona una sola vez, durante { $minutes } minutos. Si no ha sido usted, no haga nada: su contraseña no cambia.

one_time_links-invitation_subject = Su cuenta en { $house }
one_time_links-invitation_lead = Se ha creado una cuenta para usted en { $house }. Su nombre de usuario es { $user }. Elija su contraseña para empezar.
one_time_links-invitation_button = Elegir una contraseña
one_time_links-invitation_after =
    { $hours ->
        [one] El botón funciona una sola vez, durante { $hours } hora.
       *[other] El botón funciona una sola vez, durante { $hours } horas.
    }

one_time_links-confirm_subject = Confirme su dirección para { $house }
one_time_links-confirm_lead = Pulse el botón para usar la dirección { $email } con su cuenta en { $house }.
one_time_links-confirm_button = Confirmar la dirección
one_time_links-confirm_after = El botón funciona durante un día. Si no sabe nada de esto, no haga nada.

one_time_links-undo_subject = Se ha cambiado su dirección en { $house }
one_time_links-undo_lead = Su cuenta en { $house } tiene ahora otra dirección de correo. Si no ha sido usted, deshaga el cambio con el botón.
one_time_links-undo_button = Deshacer el cambio
one_time_links-undo_after = El botón funciona durante una semana. También cierra su sesión en todas partes.

one_time_links-handover_subject = La cuenta de Sys. Admin en { $house } es ahora suya
one_time_links-handover_lead = { $name } le ha entregado la cuenta con el rol de Sys. Admin en { $house }. Desde ahora es suya, con su dirección como nombre de usuario: { $user }. Elija su contraseña para empezar.
one_time_links-handover_button = Elegir una contraseña
one_time_links-handover_after = El botón funciona una vez, durante { $hours } horas. Si ya es tarde, «¿Olvidó su contraseña?» en la página de inicio de sesión envía un enlace nuevo a esta dirección. Si no sabe nada de esto, pregunte a quien se la entregó: puede deshacerlo durante una semana.
