# Directories: none is connected.

directories-none = No directory is connected to this server.
    .next = Add users here, import a list of them, or invite them.
