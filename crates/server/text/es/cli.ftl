# The command line.

cli-about = Gestiona las cuentas y las licencias de una plataforma de análisis
cli-serve = Iniciar el servidor
cli-demo = Iniciar una instalación con datos para echar un vistazo; después no queda nada
cli-rescue = Crear un enlace de un solo uso con el que el Sys. Admin elige una contraseña nueva
cli-audit = Trabajar con el registro de auditoría
cli-audit_verify = Demostrar que ningún evento de auditoría se ha modificado ni eliminado
cli-config = Trabajar con la configuración
cli-config_print = Mostrar cada opción con su valor, su origen y su significado
cli-config_check = Decir qué está mal en la configuración
cli-config_good = La configuración es correcta
cli-config_file = Archivo de configuración [por defecto: seatwarden.toml en el directorio de datos]
cli-data_dir = Directorio de datos
cli-address = Dirección en la que escuchar
cli-public_url = Dirección con la que se llega al servidor; los enlaces de los correos empiezan por ella
cli-demo_address = Dirección en la que escuchar; el puerto 0 toma uno libre
cli-demo_data_dir = Guardar todo en este directorio en lugar de en uno temporal
cli-demo_ready_file = Escribir las direcciones y credenciales en este archivo, como JSON, cuando todo esté listo
cli-demo_tls = Escuchar también con un certificado autofirmado
cli-demo_users = Crear esta cantidad de usuarios más, sin contraseña
cli-demo_postgres = Usar esta base de datos PostgreSQL en lugar de SQLite
cli-setup_lead = Esta instalación todavía no tiene Sys. Admin. Abra { $url } e indique este secreto de instalación:
cli-setup_secret = {"    "}{ $secret }
cli-fault = falló una operación ({ $doing }): { $cause }
