# Cuántas plazas hay y qué pasa cuando no queda ninguna.

seats-administrators = Administradores
seats-designers = Diseñadores
seats-viewers = Lectores
seats-of = { NUMBER($used) } de { NUMBER($limit) } ocupadas
seats-used = { NUMBER($used) } ocupadas, sin límite

seats-none_left = { $seat ->
    [administrators] No quedan plazas suficientes: Administradores, { $used } de { $limit } ocupadas.
    [designers] No quedan plazas suficientes: Diseñadores, { $used } de { $limit } ocupadas.
   *[viewers] No quedan plazas suficientes: Lectores, { $used } de { $limit } ocupadas.
}
    .next = { $holders ->
    [0] Desactive a alguien que ya no necesite su plaza o suba el límite.
   *[other] Desactive a alguien que ya no necesite su plaza o suba el límite. Llevan más tiempo ausentes: { $names }.
}
seats-none_free = Ahora mismo no hay ninguna plaza libre para usted.
    .next = Pida a su administrador que libere una y vuelva a abrir esta página.
