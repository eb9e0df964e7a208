# Mandanten in der API.

tenants-unknown = Diesen Mandanten gibt es nicht.
    .next = Verwenden Sie den namens system.

tenants-only_one = Es gibt genau einen Mandanten; weitere kommen nicht hinzu, und er wird nicht gelöscht.
    .next = Verwenden Sie den namens system.
