# Directorios: ninguno está conectado.

directories-none = Ningún directorio está conectado a este servidor.
    .next = Añada usuarios aquí, importe una lista o invítelos.
