# The Online Trial.

trials-title = Prueba en línea
trials-lead = Una instalación alojada con datos de ejemplo, para explorar.
trials-none = Por ahora no hay prueba en línea
trials-none_lead = Escríbanos y prepararemos una para usted.
trials-start = Empezar la prueba en línea
trials-one_click = Un clic le conecta allí, sin otra contraseña. El botón vale cinco minutos; después, vuelva a cargar la página.
trials-withheld = Lo que la prueba no incluye
trials-without_users = La gestión de usuarios
trials-without_system = La configuración del sistema
trials-without_files = La carga de archivos
trials-install = Para tenerlo todo, instale el producto en una máquina propia.
trials-bad_grant = Este acceso a la prueba en línea no vale, o ya no.
    .next = Abra de nuevo la prueba en línea en el portal y empiece desde allí.
trials-closed = Aquí no hay prueba en línea.
    .next = Abra la prueba en línea en el portal; sabe dónde está.
audit-event_trials_enter = Entró en la prueba en línea desde el portal
trials-no_trial = Esta licencia no es una prueba.
    .next = Cámbiela o renuévela en su propia página.
trials-bad_days = Una prueba se prorroga de 1 a { NUMBER($maximum) } días.
    .next = Escriba un número dentro de estos límites; se puede prorrogar otra vez.
trials-still_trial = Una licencia de pago es de otro tipo que prueba.
    .next = Elija suscripción o perpetua.
audit-event_trials_start = Salió hacia la prueba en línea
