# The sign-in page and the first page after it.

sign_in-title = Iniciar sesión
sign_in-name = Nombre de usuario/Correo electrónico
sign_in-password = Contraseña
sign_in-remember = Mantener la sesión iniciada
sign_in-button = Iniciar sesión
sign_in-forgot = ¿Olvidó su contraseña? Haga clic aquí
sign_in-sign_up = ¿Nuevo cliente? Cree una cuenta
sign_in-password_was_set = Su contraseña nueva está establecida. Inicie sesión con ella.
sign_in-signed_out = Ha cerrado la sesión.
sign_in-session_ended = Su sesión ha terminado: caducó, inició sesión demasiadas veces en otros lugares, cambió su contraseña o un administrador la cerró. Lo último que envió no se guardó. Inicie sesión para continuar.
sign_in-setup_done = La instalación está lista. Inicie sesión con la cuenta que acaba de crear; después cree códigos de recuperación.
sign_in-api_success = Sesión iniciada
sign_in-home_title = Inicio
sign_in-welcome = Hola, { $name }
sign_in-home_lead = Su cuenta en esta instalación.
sign_in-home_profile = Cambie su nombre, idioma y contraseña, vea dónde tiene la sesión iniciada y gestione los tokens de sus scripts.
sign_in-open_profile = Abrir Mi perfil

sign_in-wrong = El nombre de usuario o la contraseña no son correctos.
    .next = Compruebe ambos o elija una contraseña nueva con «¿Olvidó su contraseña?».
sign_in-reset_needed = Esta contraseña ha caducado.
    .next = Elija una nueva con «¿Olvidó su contraseña?».

sign_in-locked = Esta cuenta está bloqueada.
    .next = Pida a su administrador que la desbloquee.

sign_in-no_sso = En este servidor no hay inicio de sesión único (SSO) configurado.
    .next = Inicie sesión con una contraseña.
sign_in-home_samples = Datos de ejemplo
sign_in-home_samples_lead = Lo que está registrado en esta instancia de prueba y de quién es.
sign_in-home_sample_title = Título
sign_in-home_sample_kind = Clase
sign_in-home_sample_owner = Propietario
sign_in-forgot_portal = Contraseña olvidada
