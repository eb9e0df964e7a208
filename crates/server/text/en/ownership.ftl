# Who owns what on the platform.

ownership-unknown_object = This object is not registered.
    .next = Look at the list again.
ownership-unknown_kind = There is no such kind of object.
    .next = Use one of dashboard, folder, datamodel, connection, alert, report, notebook, other.
ownership-bad_external_id = The id needs 1 to { $maximum } characters that can be seen.
    .next = Copy it from the platform.
ownership-bad_title = A title has at most { $maximum } characters that can be seen.
    .next = Shorten it.
ownership-unknown_user = Nobody here is called exactly “{ $name }”.
    .next = Choose one of those offered, or write the e-mail address or user name in full.
ownership-several_users = Several people are called “{ $name }”: { $who }.
    .next = Write the e-mail address or user name of the one you mean, or their id.
ownership-owned_by_other = This object belongs to { $name }.
    .next = Hand it over instead of registering it.
ownership-too_many = That is more than { $maximum } at once.
    .next = Send them in several steps.
ownership-same_owner = It would stay with the same user.
    .next = Choose somebody else.
ownership-both_named = Some objects and everything of an owner are named together.
    .next = Send either objects, or from with or without a kind.
ownership-nothing_chosen = No object is ticked.
    .next = Tick those that are to change hands.
ownership-not_text = This table is not in UTF-8, so that titles would come out wrong.
    .next = In the spreadsheet, save it as “CSV UTF-8” or as “Unicode text”.
ownership-bad_table = The table has no column { $column }.
    .next = Its first line must name the columns kind, external_id, title and owner.
ownership-open_quote = The quotation mark that opens in line { $line } is never closed.
    .next = Close it, or double those that belong to the text.
ownership-no_rows = The table has no row below its heads.
    .next = Choose a table with a line for each object.
ownership-surplus = This row has more cells than the first line: “{ $cell }” would be left out, so its values may stand under the wrong heads.
    .next = Put quotation marks around a cell that holds the separator, as in "Smith, Jr.", or give every column a head.
ownership-named_twice = Row { $line } says something else of the same object.
    .next = Leave one row for each object.
ownership-unknown_transfer = There is no such transfer.
    .next = Look at the list of transfers.
ownership-bad_rule = This right is not known.
    .next = Use view, edit or none.
ownership-unknown_folder = There is no folder “{ $name }”.
    .next = Register the folder first.
ownership-folder_circle = A folder cannot lie in itself.
    .next = Choose a folder outside of it.
ownership-too_deep = Folders lie in each other { $maximum } deep at most.
    .next = Choose a folder further up.
ownership-kind_dashboard = Dashboard
ownership-kind_folder = Folder
ownership-kind_datamodel = Data model
ownership-kind_connection = Connection
ownership-kind_alert = Alert
ownership-kind_report = Report
ownership-kind_notebook = Notebook
ownership-kind_other = Other
ownership-title = Ownership
ownership-lead = Who owns which dashboard, folder and data model. The content itself stays on the platform. Former owners who may still view or edit are named here for { $days } days.
ownership-register = Register an object
ownership-register_lead = Tell the register about something that the platform holds. The platform usually does this by itself.
ownership-upload = Register from a table
ownership-upload_lead = Up to 10,000 rows. Rows that are right are taken even if others are not, and doing it twice changes nothing.
ownership-upload_columns = The first line names the columns:
ownership-upload_file = CSV file
ownership-upload_text = Or paste the table here
ownership-upload_do = Register what is in the table
ownership-upload_result = What became of each row
ownership-upload_result_lead = Refused rows come first. Correct them and send the table again.
ownership-line = Line
ownership-verdict = Verdict
ownership-verdict_added = Added
ownership-verdict_updated = Updated
ownership-verdict_unchanged = Unchanged
ownership-verdict_refused = Refused
ownership-object = Object
ownership-object_title = Title
ownership-external_id = Id on the platform
ownership-external_id_hint = As it stands in the address of the object.
ownership-kind = Kind
ownership-owner = Owner
ownership-changed = Changed
ownership-actions = Actions
ownership-all_kinds = All kinds
ownership-search = Search by title or id
ownership-filter = Show
ownership-none = Nothing fits
ownership-none_lead = Nothing is registered yet, or nothing that fits the filter.
ownership-shown =
    { $count ->
        [one] One object shown
       *[other] { $count } objects shown
    }
ownership-former = Former user { $name }
ownership-owns = What they own
ownership-owns_nothing = They own nothing.
ownership-count = How many
ownership-person_hint = E-mail address, user name, or a part of the name
ownership-meant = These may be meant:
ownership-of_former = These belonged to { $name }, who was deleted.
ownership-from = From
ownership-from_several = Several owners
ownership-to = To whom
ownership-keeps = The former owner
ownership-keeps_view = may still view
ownership-keeps_edit = may still edit
ownership-keeps_none = keeps nothing
ownership-hand_over = Hand over
ownership-hand_over_all = Hand over from a user
ownership-hand_over_all_lead = Everything that somebody owns, or all of one kind, also of a former user.
ownership-go_on = Go on
ownership-ticked = Hand over what is ticked
ownership-unregister = Take out
ownership-unregister_title = Take the object out of the register?
ownership-unregister_text = “{ $title }” stays on the platform as it is, but nobody is listed as its owner any more.
ownership-done_registered = Registered
ownership-done_unregistered = Taken out of the register
ownership-transfer = Transfer
ownership-transfers = Transfers
ownership-transfers_lead = What changed hands lately. The platform follows it over the API. For { $days } days it can be handed back.
ownership-transfers_none = Nothing changed hands yet
ownership-transfers_none_lead = Transfers appear here as soon as there are any.
ownership-when = When
ownership-what = What
ownership-by = By
ownership-what_hand_over = Handed over
ownership-what_remove = Taken out of the register
ownership-what_restore = Put back
ownership-state = State
ownership-state_running = Running
ownership-state_done = Done
ownership-state_stopped = Stopped: the receiver is gone, or the owner is back
ownership-moved = { $moved } of { $total }
ownership-moved_none = No object changed hands.
ownership-moved_kinds = What was moved
ownership-look_again = Look again
ownership-switched_off = The account of { $name } is switched off: nobody would look after what is handed over.
    .next = Choose somebody who can sign in, or switch the account on first.
ownership-only_invited = { $name } was invited and has not accepted yet: nobody would look after what is handed over.
    .next = Choose somebody who can sign in, or wait until the invitation is accepted.
ownership-user_needed = This field is needed: it names a user.
    .next = Write the e-mail address, the user name or the id.
ownership-to_service = { $name } is a service account: scripts use it, and no person signs in there to look after what it gets.
ownership-counted_dashboard = { $count ->
    [one] { $count } dashboard
   *[other] { $count } dashboards
}
ownership-counted_folder = { $count ->
    [one] { $count } folder
   *[other] { $count } folders
}
ownership-counted_datamodel = { $count ->
    [one] { $count } data model
   *[other] { $count } data models
}
ownership-counted_connection = { $count ->
    [one] { $count } connection
   *[other] { $count } connections
}
ownership-counted_alert = { $count ->
    [one] { $count } alert
   *[other] { $count } alerts
}
ownership-counted_report = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
ownership-counted_notebook = { $count ->
    [one] { $count } notebook
   *[other] { $count } notebooks
}
ownership-counted_other = { $count ->
    [one] { $count } other object
   *[other] { $count } other objects
}
ownership-others_by_now = Other objects match by now than those you looked at.
    .next = Look at the new numbers, and confirm once more.
ownership-too_many_fit = More than { $maximum } objects match, and so many are not handed over together.
    .next = Narrow the filter, or hand over everything of one owner.
ownership-still_running = This transfer is still running.
    .next = Wait until it is done.
ownership-not_handed_over = This transfer handed nothing over.
    .next = Choose one that handed objects over.
ownership-nothing_left = Nothing of it can change hands.
    .next = Look at what would happen, and why nothing can.
ownership-passed_on = It belongs to { $name } by now.
    .next = Tick it in the list if it is to change hands again.
ownership-owner_gone = { $name }, who had it before, was deleted.
    .next = Bring the user back first, or hand it over to somebody else.
ownership-would = What would happen
ownership-would_change = { $all ->
    [one] { $changed } of { $all } object changes hands.
   *[other] { $changed } of { $all } objects change hands.
}
ownership-would_stay = { $count ->
    [one] { $count } is with its receiver already.
   *[other] { $count } are with their receivers already.
}
ownership-yes = { $count ->
    [one] Hand over { $count } object
   *[other] Hand over { $count } objects
}
ownership-and_others = and others
ownership-all_fitting = All that match ({ $counted })
ownership-counted_all = { $count ->
    [one] { $count } object
   *[other] { $count } objects
}
ownership-counted_more = { $count ->
    [one] more than { $count } object
   *[other] more than { $count } objects
}
ownership-kept_view = { $name } had it before and may still view it
ownership-kept_edit = { $name } had it before and may still edit it
ownership-hand_back = Hand back
ownership-hand_back_until = It can be handed back until { $date }.
ownership-hand_back_over = The { $days } days are over in which it could be handed back.
ownership-what_hand_back = Handed back
ownership-to_former = Whoever had it before
ownership-back_of = Takes back
ownership-back_of_this = an earlier transfer
ownership-moved_objects = Who got what
ownership-moved_more = Next
ownership-owner_now = Owner now
ownership-transfers_shown = { $count ->
    [one] { $count } transfer shown
   *[other] { $count } transfers shown
}
audit-event_ownership_export = The list of objects was exported
