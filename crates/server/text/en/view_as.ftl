# Looking at the pages as somebody else.

view_as-title = View as { $name }
view_as-lead = You see the pages as { $name } sees them. You can change nothing meanwhile.
view_as-told = The audit trail keeps your name, theirs and the reason. It ends by itself when the time is over.
view_as-reason = Reason
view_as-reason_hint = For example the number of a support request
view_as-minutes = For how long
view_as-start = Start
view_as-no_reason = A reason of 1 to { $maximum } characters is needed.
    .next = Write why you need to look.
view_as-bad_time = The time must be 1 to { $maximum } minutes.
    .next = Choose one from the list.
view_as-browser_only = Only a person in a browser can view pages as somebody else.
    .next = Sign in with a browser.
view_as-sysadmin = Nobody views pages as the Sys. Admin.
    .next = Choose another user.
view_as-equal = Nobody views pages as somebody who may as much as they do.
    .next = Choose a user who may less, or ask this one.
view_as-yourself = These are your own pages already.
    .next = Choose another user.
view_as-inactive = This user is not active and sees no pages.
    .next = Reactivate the user first.
