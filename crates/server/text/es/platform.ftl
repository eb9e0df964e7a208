# Lo que se guarda para los clientes de la plataforma.

platform-unset = Nunca se ha establecido.
    .next = Establézcalo con POST.
platform-not_an_object = Esto debe ser un objeto JSON.
    .next = Póngalo entre llaves: nombres y valores.
platform-too_large = Se guardan hasta { $maximum } bytes.
    .next = Envíe menos, sobre todo imágenes más pequeñas.
platform-server_listed = Ya hay en la lista un servidor de datos con ese nombre.
    .next = Cambie ese o use otro nombre.
platform-no_server_name = Un servidor de datos necesita un nombre.
    .next = Envíe serverName.
platform-unknown_server = Ese servidor de datos no está en la lista.
    .next = Vuelva a leer la lista.
platform-too_many_servers = La lista admite { $maximum } servidores de datos como máximo.
    .next = Quite antes uno.
platform-no_web_access_tokens = En este servidor no hay tokens de acceso web.
    .next = Use un token de API o inicie sesión.
