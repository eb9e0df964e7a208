# What the demo prints.

demo-ready = Seatwarden está listo: { $url }
demo-tls = Con TLS (autofirmado): { $url }
demo-inbox = Todos los correos llegan aquí: { $url }
demo-users = Inicie sesión con una de estas cuentas:
demo-stop = Pulse Ctrl-C para detener la demo.
demo-vendor = El servidor de licencias está listo: el portal de los clientes en { $url }/portal, las páginas del emisor en { $url }/issuer
demo-roots = Sus claves raíz, para `SEATWARDEN_LICENSE__ROOTS_FILE` de otra instalación: { $path }
demo-portal = Cuenta de licencia
demo-issuer = Emisor
demo-issuer_second = Aprobador
demo-trial = La prueba en línea está en { $url }
demo-offline = Instalación sin red, activada con un archivo: { $url }
