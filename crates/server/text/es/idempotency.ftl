# Llamadas que pueden enviarse de nuevo.

idempotency-bad_key = No se puede leer la cabecera `Idempotency-Key`.
    .next = Envíe de 1 a { $maximum } letras, cifras o signos sin espacios; lo mejor es un UUID aleatorio.
idempotency-other_request = Esta `Idempotency-Key` ya se usó con otra solicitud.
    .next = Use una clave nueva para cada solicitud; envíe la misma clave solo con la misma dirección y el mismo cuerpo.
idempotency-in_flight = La primera llamada con esta `Idempotency-Key` aún está en curso.
    .next = Espere un momento y envíela de nuevo.
idempotency-answer_lost = La llamada con esta `Idempotency-Key` se realizó, pero su respuesta ya no se conoce.
    .next = Mire lo que se creó o cambió; nada se hizo dos veces. Un secreto que iba en la respuesta debe crearse de nuevo.
idempotency-too_many = Ya tiene { $maximum } claves de idempotencia de las últimas 24 horas.
    .next = Espere a que se olviden las más antiguas, o envíe llamadas sin clave.
