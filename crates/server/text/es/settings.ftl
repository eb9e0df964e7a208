# Lo que un administrador cambia mientras el servidor funciona.

settings-changed_meanwhile = Otra persona cambió estos ajustes desde que abrió la página.
    .next = Mire qué es distinto y guarde otra vez si lo suyo es lo correcto.
