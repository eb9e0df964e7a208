# The Online Trial.

trials-title = Online Trial
trials-lead = A hosted installation with sample data, to look around in.
trials-none = No Online Trial at the moment
trials-none_lead = Write to us, and we will set one up for you.
trials-start = Start the Online Trial
trials-one_click = One click signs you in there; you need no further password. The button holds for five minutes; after that, load the page anew.
trials-withheld = What the trial leaves out
trials-without_users = Managing users
trials-without_system = System configuration
trials-without_files = File uploads
trials-install = To have all of it, install the product on a machine of your own.
trials-bad_grant = This way into the Online Trial does not hold, or not any more.
    .next = Open Online Trial in the portal again, and start from there.
trials-closed = There is no Online Trial here.
    .next = Open Online Trial in the portal; it knows where the trial is.
audit-event_trials_enter = Came in from the portal to the Online Trial
trials-no_trial = This license is no trial.
    .next = Change or renew it on its own page.
trials-bad_days = A trial is extended by 1 to { NUMBER($maximum) } days.
    .next = Type a number within these limits; it can be extended again later.
trials-still_trial = A paid license is of another type than trial.
    .next = Choose subscription or perpetual.
audit-event_trials_start = Set out for the Online Trial
