# Sample dashboards.

sample_dashboards-title = Paneles de ejemplo
sample_dashboards-lead = Paneles para empezar: descargue uno e impórtelo.
sample_dashboards-none = Aún no hay paneles de ejemplo
sample_dashboards-none_lead = Aparecerán aquí.
sample_dashboards-learn_more = Más información
sample_dashboards-direct = Descarga directa
sample_dashboards-import = Descargue el archivo e impórtelo en Analytics > Import Dashboard.
sample_dashboards-back = Todos los paneles de ejemplo
sample_dashboards-unknown = No existe ese panel de ejemplo.
    .next = Abra Paneles de ejemplo: allí están todos.
sample_dashboards-bad_text = Título y resumen son necesarios, y ningún texto puede superar { NUMBER($maximum) } caracteres.
    .next = Corrija los textos y envíelos de nuevo.
sample_dashboards-taken = Ya existe un panel con ese título, o hay tantos como puede haber.
    .next = Elija otro título.
sample_dashboards-bad_file = El archivo debe ser JSON de { NUMBER($maximum) } bytes como máximo.
    .next = Exporte de nuevo el panel y envíe el archivo otra vez.
sample_dashboards-cli_unreadable = No se puede leer { $file }: { $why }
    .next = Compruebe la ruta y que puede leer el archivo.
sample_dashboards-cli_added = { $title } se añadió; los clientes aún no lo ven
sample_dashboards-cli_published = Los clientes ven { $slug }
sample_dashboards-cli_hidden = Los clientes no ven { $slug }
audit-event_sample_dashboards_add = Se añadió un panel de ejemplo
audit-event_sample_dashboards_publish = Se mostró u ocultó un panel de ejemplo
