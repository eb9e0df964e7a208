# The inbox of the demo.

outbox-title = Bandeja de entrada
outbox-lead = Esta demo no envía correos. En su lugar, se guardan aquí.
outbox-none = Todavía no hay correos
outbox-none_lead = Use «¿Olvidó su contraseña?» en la página de inicio de sesión y aparecerá aquí un correo.
outbox-subject = Asunto
outbox-to = Para
outbox-when = Fecha
outbox-text = Como texto
outbox-show_html = Mostrar como en un programa de correo
outbox-back = Volver a la bandeja de entrada
