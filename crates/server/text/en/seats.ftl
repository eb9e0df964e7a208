# How many seats there are, and what happens when none is left.

seats-administrators = Administrators
seats-designers = Designers
seats-viewers = Viewers
seats-of = { NUMBER($used) } of { NUMBER($limit) } used
seats-used = { NUMBER($used) } used, no limit

seats-none_left = { $seat ->
    [administrators] Not enough seats are left: Administrators { $used } of { $limit } used.
    [designers] Not enough seats are left: Designers { $used } of { $limit } used.
   *[viewers] Not enough seats are left: Viewers { $used } of { $limit } used.
}
    .next = { $holders ->
    [0] Deactivate somebody who no longer needs a seat, or raise the limit.
   *[other] Deactivate somebody who no longer needs a seat, or raise the limit. Away longest: { $names }.
}
seats-none_free = There is no seat free for you right now.
    .next = Ask your administrator to free one, then open this page again.
