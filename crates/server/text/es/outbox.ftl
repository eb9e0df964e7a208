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

outbox-email = Correo
outbox-email_lead = Cómo salen los correos de este servidor, cuáles salen y qué fue de ellos.
outbox-settings = Ajustes
outbox-deliveries = Envíos
outbox-demo_keeps = Esta demo no envía correos. Se guardan aquí:
outbox-server = Servidor de correo
outbox-server_lead = Lo que elija aquí vale de inmediato, en todos los nodos.
outbox-server_saved = El servidor de correo está guardado. Envíe una prueba para ver que funciona.
outbox-way = Cómo salen los correos
outbox-way_configured = Como dice la configuración ({ $way })
outbox-way_smtp = Por el servidor de abajo
outbox-host = Servidor
outbox-port = Puerto
outbox-port_hint = Vacío para el habitual: 587 con STARTTLS, 465 con TLS.
outbox-security = Cifrado
outbox-security_starttls = STARTTLS o ningún correo
outbox-security_tls = TLS desde el principio
outbox-security_opportunistic = STARTTLS si se ofrece
outbox-security_none = Ninguno, para un servidor en la misma máquina
outbox-user_name = Nombre de usuario
outbox-user_name_hint = Vacío para enviar sin iniciar sesión.
outbox-password = Contraseña
outbox-password_none = No hay ninguna guardada.
outbox-password_kept = Hay una guardada. Déjelo vacío para conservarla; para otro servidor hay que escribirla de nuevo.
outbox-from_address = Dirección del remitente
outbox-from_name = Nombre del remitente
outbox-from_hint = Vacío para «{ $configured }».
outbox-test = Prueba
outbox-test_lead = Envía un correo ahora mismo y le dice qué responde el servidor.
outbox-test_to = Para
outbox-test_send = Enviar un correo de prueba
outbox-test_sent = El servidor aceptó el correo de prueba.
outbox-test_subject = Correo de prueba de { $house }
outbox-test_mail = Esto es una prueba. Los correos de { $house } le llegan.
outbox-switches = Qué correos se envían
outbox-switches_lead = Lo que está desactivado figura como desactivado en Envíos y tampoco se envía más tarde.
outbox-switches_saved = Los interruptores están guardados.
outbox-switch_all = Enviar correos
outbox-switch_all_hint = Desactivado: no sale ningún correo y nadie puede registrarse.
outbox-switch_invitations = Invitaciones
outbox-switch_password_recovery = Recuperación de la contraseña
outbox-switch_password_recovery_hint = Desactivado: quien olvidó su contraseña no puede recuperar el acceso por correo.
outbox-switch_notices_hint = Así se nota una cuenta robada.
outbox-deliveries_lead = Cada correo de los últimos 90 días, sin su texto. El texto de uno fallido se guarda sellado siete días para que pueda reintentarlo.
outbox-search = Buscar por dirección
outbox-state = Estado
outbox-any_state = Todos
outbox-state_waiting = En espera
outbox-state_sent = Enviado
outbox-state_failed = Fallido
outbox-attempts = { $count ->
    [one] tras un intento
   *[other] tras { $count } intentos
}
outbox-no_deliveries = No hay correos así
outbox-no_deliveries_lead = Los correos aparecen aquí en cuanto se piden.
outbox-changed_meanwhile = Otra persona acaba de cambiar los ajustes de correo.
    .next = Vuelva a cargar la página, mire el cambio e inténtelo de nuevo.
outbox-not_taken = El correo no fue aceptado: { $cause }
    .next = Compruebe servidor, puerto, cifrado y contraseña, e inténtelo de nuevo.
outbox-server_is_sysadmins = Solo el Sys. Admin elige el servidor de correo: quien lo controla lee cada enlace a una contraseña nueva.
    .next = Consulte al Sys. Admin. Los correos y el registro siguen a su disposición.
outbox-kept_here = Esta instalación guarda sus correos en lugar de enviarlos.
    .next = Inicie el servidor sin la demo para usar un servidor de correo.

outbox-not_chosen = No se ha elegido ningún servidor de correo; los mensajes salen según la configuración.
    .next = Elija uno con POST o en Correo.
outbox-has_server = Ya hay un servidor de correo elegido.
    .next = Cámbielo con PATCH o quítelo antes con DELETE.
outbox-no_server = No hay ningún servidor de correo elegido que se pueda cambiar.
    .next = Elija uno con POST.
outbox-switch_password_changes = Contraseñas cambiadas
outbox-switch_sign_ins = Inicios de sesión desde un dispositivo nuevo o tras muchos fallos
outbox-switch_api_tokens = Tokens de API creados o anulados
outbox-switch_own_license = Licencia de esta instalación
outbox-switch_own_license_hint = Desactivado: los administradores solo ven en las páginas que la licencia termina o que se acaban los puestos.
outbox-switch_licenses_ending = Licencias de clientes que terminan pronto
outbox-switch_licenses_ending_hint = Desactivado: ni los clientes ni su personal reciben aviso por correo.
outbox-switch_always = Los correos sin los que alguien quedaría bloqueado no tienen interruptor propio: cuentas de licencia nuevas, cambios de dirección, contraseñas que un administrador o un cambio dejó sin validez, el rol de Sys. Admin, claves de firma y claves que tienen dos máquinas.
outbox-state_off = Desactivado
outbox-retry = Reintentar
outbox-retry_all = Reintentar todos los fallidos
outbox-retried = El correo espera a ser enviado de nuevo.
outbox-retried_all = { $again ->
    [one] { $again } correo espera a ser enviado
   *[other] { $again } correos esperan a ser enviados
  } de nuevo; { $ended ->
    [one] { $ended } contiene
   *[other] { $ended } contienen
  } un enlace que ya no sirve.
outbox-retried_some = { $again ->
    [one] { $again } correo espera a ser enviado
   *[other] { $again } correos esperan a ser enviados
  } de nuevo. Hay más: pulse otra vez.
outbox-row_ended = El enlace que contiene ya no sirve.
outbox-row_gone = Su texto ya no se conserva.
outbox-not_failed = No hay tal correo fallido.
    .next = Vuelva a cargar la lista; quizá ya se reintentó.
outbox-text_gone = El texto de este correo ya no se conserva.
    .next = Repita aquello de lo que trataba, por ejemplo invite de nuevo al usuario.
outbox-secret_ended = El enlace o la contraseña de este correo ya no sirve.
    .next = Cree uno nuevo: invite de nuevo al usuario o pida otra contraseña en «Contraseña olvidada».
outbox-switched_off = Los correos están desactivados aquí, y esto no sirve de nada sin su correo.
    .next = Un administrador puede activarlos en Correo.
outbox-no_way_out = Los correos no tienen salida de este servidor, y esto no sirve de nada sin su correo.
    .next = El Sys. Admin elige un servidor de correo en Correo; inténtelo de nuevo después.
outbox-bad_host = Esto no es un servidor: ni un nombre ni una dirección IP.
    .next = Escríbalo sin puerto y sin «smtp://», por ejemplo smtp.example.com.
outbox-bad_port = Un puerto es un número de 1 a 65535.
    .next = Corríjalo o déjelo vacío para usar el habitual.
outbox-bad_from = La dirección del remitente no es una dirección de correo.
    .next = Corríjala o déjela vacía para usar la de la configuración.
outbox-bad_from_name = El nombre del remitente tiene más de { $maximum } caracteres o más de una línea.
    .next = Acórtelo y guarde de nuevo.
outbox-bad_sign_in = El nombre de usuario y la contraseña del servidor de correo son de una línea cada uno, de { $maximum } caracteres como máximo.
    .next = Escríbalo de nuevo en lugar de pegarlo.
outbox-unknown_state = Ningún correo tiene el estado «{ $name }».
    .next = Use waiting, sent, failed u off, o no lo indique para verlos todos.
outbox-half_sign_in = El nombre de usuario y la contraseña del servidor de correo van juntos: falta uno de los dos.
    .next = Escriba ambos o deje ambos vacíos para enviar sin iniciar sesión.
