# Los scripts que llaman a la API.

callers-unknown = No existe ese llamante.
    .next = Vuelva a mirar la lista; los llamantes que no se ven desde hace mucho se olvidan.
callers-switched_off = Un administrador ha desactivado este llamante.
    .next = Pida a un administrador que lo active de nuevo en Admin > Llamantes, y pregunte qué hay que cambiar en el script.
callers-bad_kind = No existe ese tipo de llamante.
    .next = Use `named`, `profile`, `sign_in` o `api_key`.
callers-too_many_off = Ya hay { $maximum } llamantes desactivados.
    .next = Active algunos de nuevo o anule sus tokens en su lugar.

callers-title = Llamantes
callers-lead = Los scripts que llaman a la API: con qué credencial, desde dónde y con qué programa. Lo que hacen aparece al cabo de un minuto aproximadamente.
callers-search = Buscar por usuario, token, dirección o programa
callers-filter = Mostrar
callers-all = Todos
callers-with_legacy = Por cambiar
callers-off = Desactivados
callers-kind_named = Token de API
callers-kind_profile = Token del perfil
callers-kind_sign_in = Inicio de sesión por la API
callers-kind_api_key = x-api-key
callers-none = Ningún llamante coincide
callers-none_lead = Un script aparece aquí alrededor de un minuto después de su primera llamada.
callers-show_all = Mostrar todo
callers-caller = Llamante
callers-user = Usuario
callers-from = Desde
callers-calls = Llamadas
callers-to_change = Qué cambiar
callers-last_seen = Última actividad
callers-first_seen = Primera actividad
callers-no_agent = Un programa sin nombre
callers-nothing_to_change = Nada
callers-nothing_to_change_lead = Este script no usa nada antiguo.
callers-about = Sobre este llamante
callers-let_in_by = Admitido por
callers-address = Dirección
callers-agent = Programa
callers-called = Qué llamó
callers-call = Llamada
callers-no_route = Una dirección que no existe
callers-used_in =
    { $count ->
        [one] En una llamada
       *[other] En { $count } llamadas
    }

callers-part_api_key = x-api-key
callers-part_sign_in = Inicio de sesión para un token
callers-part_profile = Token del perfil
callers-part_v09 = API v0.9
callers-part_md5 = Contraseña en md5
callers-part_form = Inicio de sesión con formulario
callers-part_slashes = Barras sobrantes
callers-part_text_switch = Interruptores como texto
callers-part_unknown_parameter = Parámetros desconocidos
callers-advice_api_key = La cabecera lleva la contraseña del usuario, así que quien lea una sola llamada puede iniciar sesión. Cree un token de API con nombre, alcance y fecha de fin (Mi perfil > Token de API) y envíelo como `Authorization: Bearer …`.
callers-advice_sign_in = El script guarda la contraseña de un usuario para iniciar sesión. Cree un token de API con nombre, alcance y fecha de fin (Mi perfil > Token de API) y quite la llamada de inicio de sesión.
callers-advice_profile = El token del perfil permite todo lo que puede hacer su usuario y es uno solo para todos los scripts. Cree para cada script un token de API con nombre, alcance y fecha de fin.
callers-advice_v09 = El script llama a la API antigua. Las mismas llamadas están en `/api/v1`, con documentos de error, paginación y mejores comprobaciones.
callers-advice_md5 = El script entrega contraseñas como md5, lo que revela demasiado sobre ellas. Es mejor invitar a los usuarios, o no enviar contraseña y dejar que elijan una por correo.
callers-advice_form = La llamada de inicio de sesión espera JSON: `{"{"}"username": …, "password": …{"}"}` con `Content-Type: application/json`.
callers-advice_slashes = Las direcciones llevan barras sobrantes. Aquí funciona, pero otros servidores y proxys pueden no encontrarlas; ponga una sola barra entre las partes y ninguna al final.
callers-advice_text_switch = En los cuerpos hay interruptores como texto, por ejemplo `"true"`. Envíe los `true` y `false` propios de JSON.
callers-advice_unknown_parameter = El script envía en las direcciones parámetros que estas llamadas no tienen; se pasan por alto, de modo que una lista puede ser más larga de lo que el script cree. Compárelos con la referencia de la API.

callers-switch = Interruptor
callers-switch_off = Desactivar este llamante
callers-switch_off_lead = Esta credencial, desde esta dirección y con este programa, se rechaza con 403 desde la próxima llamada, indicando el motivo. Otros programas con la misma credencial siguen; para detenerlos también, anule el token o desactive al usuario.
callers-switch_on = Activar este llamante
callers-switch_on_lead = El llamante se admite de nuevo al instante.
callers-is_off_now = El llamante está desactivado.
callers-is_on_now = El llamante está activado de nuevo.
callers-off_since = Desactivado

callers-cli_off = El llamante { $id } está desactivado
callers-cli_on = El llamante { $id } está activado de nuevo
