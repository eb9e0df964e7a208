# The pages behind the mails about a new address.

email_change-confirm_title = Confirme su nueva dirección
email_change-confirm_lead = A partir de ahora, los correos llegan a { $email } y usted inicia sesión con esa dirección.
email_change-confirm = Usar esta dirección
email_change-confirmed = Su nueva dirección ya está en uso. Se ha avisado a la anterior, que puede deshacer el cambio durante una semana.
email_change-undo_title = Deshacer el cambio de dirección
email_change-undo_lead = Su dirección vuelve a ser { $email } y su sesión se cierra en todas partes. Enviamos allí un correo con el que podrá elegir una contraseña nueva.
email_change-undo = Deshacer el cambio
email_change-undone = Su dirección anterior vuelve a estar en uso. Mire en su buzón para elegir una contraseña nueva.
