# What is kept for clients of the platform.

platform-unset = It was never set.
    .next = Set it with POST.
platform-not_an_object = This must be a JSON object.
    .next = Put it in braces: names and values.
platform-too_large = Up to { $maximum } bytes are kept.
    .next = Send less, above all smaller pictures.
platform-server_listed = A data server of this name is listed already.
    .next = Change that one, or use another name.
platform-no_server_name = A data server needs a name.
    .next = Send serverName.
platform-unknown_server = There is no such data server in the list.
    .next = Read the list again.
platform-too_many_servers = No more than { $maximum } data servers are listed.
    .next = Take one from the list first.
platform-no_web_access_tokens = There are no web access tokens on this server.
    .next = Use an API token, or sign in.
