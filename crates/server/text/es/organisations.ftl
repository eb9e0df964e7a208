# Organisations: the customers of a license server.

organisations-unknown = No existe esa organización.
    .next = Abra Mi licencia: allí están las organizaciones por las que usted actúa.
    .host = `seatwarden license customers list` muestra todas las organizaciones.
organisations-owners_only = Solo un propietario de la organización puede hacerlo.
    .next = Pídalo a un propietario; figuran en la página Usuarios.
organisations-bad_name = El nombre de la organización necesita de 1 a { NUMBER($maximum) } caracteres visibles.
    .next = Escriba un nombre sin caracteres ocultos.
organisations-member_already = Esta cuenta ya actúa por la organización.
    .next = No hay nada que hacer.
organisations-no_member = Esta cuenta no actúa por la organización.
    .next = Vuelva a cargar la página para ver quién lo hace.
organisations-last_owner = La organización se quedaría sin propietario.
    .next = Añada antes otro propietario.
organisations-too_many_members = Una organización tiene como máximo { NUMBER($maximum) } cuentas.
    .next = Quite a alguien que ya no necesite acceso.
organisations-no_license_account = Esta dirección pertenece a alguien que no tiene cuenta de licencia.
    .next = Use otra dirección.
organisations-changed_meanwhile = Otra persona cambió la organización entretanto.
    .next = Mire lo que hay ahora y vuelva a cambiarlo.
audit-event_organisations_create = Se creó la organización
audit-event_organisations_rename = La organización cambió de nombre
audit-event_organisations_add_member = Una cuenta empezó a actuar por la organización
audit-event_organisations_remove_member = Una cuenta dejó de actuar por la organización
audit-event_organisations_withhold_member = Se añadió una dirección que no es una cuenta de licencia y no actúa por nadie
