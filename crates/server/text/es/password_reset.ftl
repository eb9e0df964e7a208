# Forgotten passwords.

password_reset-title = ¿Olvidó su contraseña?
password_reset-lead = Indique la dirección de correo de su cuenta. Le enviaremos un correo con el que podrá elegir una contraseña nueva.
password_reset-email = Correo electrónico
password_reset-send = Enviar el correo
password_reset-have_recovery_code = Tengo un código de recuperación
password_reset-sent_title = Mire en su buzón
password_reset-sent = Si existe una cuenta con esta dirección, hay un correo en camino. Pulse en él «Recuperar la contraseña» antes de que pasen { $minutes } minutos.
password_reset-by_code = Escribir en su lugar el código del correo
password_reset-code = Código del correo
password_reset-code_hint = Ocho dígitos. Valen en este navegador, durante { $minutes } minutos.
password_reset-new = Contraseña nueva
password_reset-repeat = Repita la contraseña nueva
password_reset-set = Establecer la contraseña nueva
password_reset-choose_title = Elija una contraseña nueva
password_reset-for = Para la cuenta { $email }. Su sesión se cerrará en todos los demás lugares.
password_reset-end_tokens = Anular también mis tokens de API
password_reset-end_tokens_hint = Elija esto si otra persona pudo conocer su contraseña. Los scripts y las integraciones dejan de funcionar hasta que tengan tokens nuevos.
password_reset-end_tokens_and_codes_hint = Elija esto si otra persona pudo conocer su contraseña. Los scripts y las integraciones dejan de funcionar hasta que tengan tokens nuevos. Sus códigos de recuperación también se anulan, salvo que haya llegado aquí con uno de ellos.
