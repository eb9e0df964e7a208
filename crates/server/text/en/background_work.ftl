background_work-title = Background work
background_work-lead = What the server does beside requests: sending mails, imports, cleaning. What failed for good stands here until you retry it or it is forgotten.
background_work-waiting = Waiting
background_work-running = Running
background_work-failed = Failed
background_work-what = Work
background_work-kind = { $kind ->
    [server-clean] Removing what has expired
    [users-forget_deleted] Forgetting users deleted long ago
    [seats-check] Checking the seats
    [expiry-tell] Telling of licenses that end
    [audit-prove] Checking the audit trail
    [audit-prove_daily] Checking the audit trail
    [outbox-send] Sending a mail
    [outbox-clean] Removing old mails
    [downloads-sweep] Removing unfinished downloads
    [activations-sweep] Freeing activations that have lapsed
    [sign_up-make] Finishing a sign-up
    [users-invite_many] Inviting users after an import
    [users-act] An act on many users
    [sessions-apply_limits] Ending sessions beyond a new limit
    [groups-delete] Deleting a group with many members
    [groups-bring_back] Bringing back a group with many members
    [groups-shorten_sessions] Ending sessions beyond the limit of a group
    [ownership-transfer] Handing over what somebody owns
    [import-run] An import of users
    [import-count] Counting after an import of users
    [password_reset-mail] Preparing a mail for a forgotten password
    [jobs-clean] Removing finished work
   *[other] { $name }
}
background_work-why = Why it failed
background_work-tries = Tries
background_work-when = Given up
background_work-retry = Retry
background_work-to_deliveries = See Deliveries
background_work-retried = It runs again.
background_work-none = Nothing failed
background_work-none_lead = Work that is given up after its last try appears here.
background_work-not_failed = There is no such work that failed.
    .next = Reload the list; perhaps it was retried already.
background_work-is_mail = Mails are retried in the log of deliveries.
    .next = Use Admin > E-mail > Deliveries, or POST /api/v1/mails/retry.
