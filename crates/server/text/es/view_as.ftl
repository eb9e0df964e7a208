# Ver las páginas como otra persona.

view_as-title = Ver como { $name }
view_as-lead = Verá las páginas como las ve { $name }. Mientras tanto no podrá cambiar nada.
view_as-told = El registro de auditoría guarda los dos nombres y el motivo. La vista termina por sí sola cuando se acaba el tiempo.
view_as-reason = Motivo
view_as-reason_hint = Por ejemplo, el número de una solicitud de soporte
view_as-minutes = Durante cuánto tiempo
view_as-start = Empezar
view_as-no_reason = Hace falta un motivo de 1 a { $maximum } caracteres.
    .next = Escriba por qué necesita mirar.
view_as-bad_time = El tiempo debe ser de 1 a { $maximum } minutos.
    .next = Elija uno de la lista.
view_as-browser_only = Solo una persona en un navegador puede ver páginas como otra.
    .next = Inicie sesión con un navegador.
view_as-sysadmin = Nadie ve páginas como el Sys. Admin.
    .next = Elija a otra persona.
view_as-equal = Nadie ve páginas como alguien que puede lo mismo.
    .next = Elija a alguien que pueda menos o pregunte a esta persona.
view_as-yourself = Estas ya son sus propias páginas.
    .next = Elija a otra persona.
view_as-inactive = Este usuario no está activo y no ve ninguna página.
    .next = Reactive antes al usuario.
