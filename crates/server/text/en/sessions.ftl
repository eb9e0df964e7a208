# Everybody's sessions, for administrators.

sessions-unknown_user = There is no such user.
    .next = Look at the list again.

sessions-title = Sessions
sessions-lead = Who is signed in at this moment. Whoever is signed out lands on Login at the next click.
sessions-search = Search by user name, e-mail or address
sessions-role = Role
sessions-all_roles = All roles
sessions-show = Show
sessions-user_name = Username
sessions-name = Name
sessions-domain = Domain
sessions-current = Current Sessions
sessions-duration = Session Duration
sessions-device = Device
sessions-unknown_device = Unknown device
sessions-last_seen = Last seen
sessions-own = You
sessions-none = No sessions fit
sessions-none_lead = Search for the beginning of a name or an address, or choose another role.
sessions-show_all = Show all
sessions-counted =
    { $count ->
        [one] One session
       *[other] { $count } sessions
    }
sessions-counted_more = { NUMBER($count) }+ sessions
sessions-revoke = Revoke
sessions-revoked = The session is ended.
sessions-revoked_many =
    { $count ->
        [0] No session was left to end.
        [one] One session is ended.
       *[other] { $count } sessions are ended.
    }
sessions-revoke_user = End all sessions
sessions-revoke_user_title = End all sessions of { $name }?
sessions-revoke_effect =
    { $count ->
        [0] There is no session now.
        [one] One session ends at once.
       *[other] { $count } sessions end at once.
    } If one of them is your own, it stays.
sessions-revoke_tokens = API tokens go on working. To stop one user altogether, deactivate the user.
sessions-revoke_all = End all but mine
sessions-revoke_all_title = End all sessions but yours?
sessions-revoke_all_effect =
    { $count ->
        [one] One person’s session ends at once.
       *[other] { $count } sessions end at once.
    } Those of people whose role allows more than yours stay.
sessions-revoke_all_effect_more = More than { $count } sessions end at once. Those of people whose role allows more than yours stay.
