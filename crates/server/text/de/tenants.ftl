# Mandanten in der API.

tenants-unknown = Diesen Mandanten gibt es nicht.
    .next = Verwenden Sie den namens system.
