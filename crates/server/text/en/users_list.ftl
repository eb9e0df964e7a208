# The list of users: search, filters, views kept, acts on many.

users-unknown_view = There is no such view of yours.
    .next = Look at the list of views.
users-bad_view_name = A view needs a name of at most { $maximum } characters.
    .next = Choose a short name.
users-view_name_taken = You have a view of this name already.
    .next = Choose another name.
users-too_many_views = You can keep at most { $maximum } views.
    .next = Delete one that you no longer need.
users-too_many_at_once = That would touch more than { $maximum } users at once.
    .next = Set more filters and do it in several parts.
users-unknown_act = This act does not exist.
    .next = { $audience ->
        [scripts] Send one of these words: { $words }.
       *[other] Choose one from the list.
    }
users-choose_role = No role is chosen.
    .next = Choose the role that they get.
users-choose_group = No group is named.
    .next = Name the group.
users-choose_whom = It is not said about whom the act is, or in more than one way.
    .next = Send one of these: ids, a query with at least one filter, or everybody as true.
users-nobody_chosen = Nobody is ticked.
    .next = Go back and tick some users, or choose all who match.
users-still_invited = The invitation has not been accepted yet.
    .next = Send the invitation again.
users-not_oneself = That is you.
    .next = Ask another administrator.
audit-event_users_save_view = A list of users was kept as a view
audit-event_users_change_view = A kept view was changed
audit-event_users_delete_view = A kept view was deleted
audit-event_users_export = The list of users was exported
audit-event_users_join_group = The user was put into a group, under Users
audit-event_users_leave_group = The user was taken out of a group, under Users
users_list-search = Id, user name, e-mail, name or token
users_list-find = Search
users_list-filters = Filters
users_list-any = Any
users_list-apply = Apply
users_list-clear = Show everybody
users_list-beginnings = Of one or two letters those are shown whose name or address begins so. Type a third letter to search within names.
users_list-nobody_lead = Nobody fits this search and these filters.
users_list-gone_lead = This list asks for a group or a role that is gone. Take that filter away, or choose another.
users_list-group_gone = A group that is gone
users_list-role_gone = A role that is gone
users_list-mixed_scripts = Mixed alphabets in the address
users_list-id = Id
users_list-may_sign_in = Active
users_list-name = Name
users_list-groups = Groups
users_list-group = Group
users_list-no_group = There is no group called “{ $name }”, and none that has this in its name.
users_list-no_group_but = There is no group called “{ $name }”. These have it in their names: { $names }.
users_list-origin = Origin
users_list-origin_local = Made here
users_list-origin_sso = Single Sign On
users_list-seat = Seat
users_list-seat_administrators = Administrators
users_list-seat_designers = Designers
users_list-seat_viewers = Viewers
users_list-state = State
users_list-state_active = Active
users_list-state_invited = Invited
users_list-state_locked = Locked
users_list-days_since = Days Since Last Active
users_list-created = Created
users_list-columns = Columns
users_list-idle = Not active for (days)
users_list-everybody = Everybody
users_list-previous = Previous
users_list-next = Next
users_list-export = Export
users_list-export_csv = CSV
users_list-export_excel = CSV for Excel
users_list-bulk = Change several at once
users_list-ticked = Ticked: { $count }
users_list-all_fitting = All who fit ({ $counted })
users_list-act = What to do
users_list-act_activate = Activate
users_list-act_deactivate = Deactivate
users_list-act_role = Change the role
users_list-act_join = Add to a group
users_list-act_leave = Remove from a group
users_list-act_invite = Send the invitation again
users_list-act_end_sessions = End all sessions
users_list-act_delete = Delete
users_list-act_take_back = Give the former roles back
users_list-act_bring_back = Bring deleted users back
users_list-act_undo = Undo
users_list-unchanged = –
users_list-choose_role = Choose a role
users_list-idle_wrong = Enter a whole number of days, 1 or more.
users_list-look_first = See what would happen
users_list-bulk_deactivate = Whoever is deactivated is signed out at once and can be activated again at any time.
users_list-bulk_delete = Whoever is deleted is signed out at once, and their API tokens stop working. What they own stays, under their names as former users, and can be handed over under Ownership, before or after. For { $days } days each of them can be brought back under Deleted users, and all of them together on the page of this act.
users_list-bulk_bring_back = Each of them comes back as they were: names, role, groups, language and password, active or deactivated as before, with what they owned and nobody got since. Sessions and API tokens stay ended. Whoever was only invited has to be invited again.
users_list-bulk_back_left_out = Whoever is left out can still be brought back one by one until their 30 days are over, with another address or user name if somebody else has theirs:
users_list-back = Back to the list
users_list-act_progress = { $done } of { $total } users
users_list-act_stopped = It stopped at { $done } of { $total } users.
users_list-act_what = Act
users_list-acts = Acts on many users
users_list-acts_lead = What was done to many users at once in the last 30 days, the latest first.
users_list-acts_none = No acts yet
users_list-acts_none_lead = Tick users in the list and choose what to do with them; it will be listed here.
users_list-act_by = By
users_list-act_at = When
users_list-act_changed = Changed
users_list-act_left_out = Left out
users_list-act_running = Running
users_list-act_done = Done
users_list-act_is_stopped = Stopped
users_list-act_stop = Stop
users_list-views = Views
users_list-views_lead = A view keeps search, filters, order and columns under a name.
users_list-views_none = No views yet
users_list-views_none_lead = Set filters on the list of users and keep them here.
users_list-keep_view = Keep this view
users_list-view_name = Name
users_list-view_owner = Whose
users_list-view_actions = Change or delete
users_list-view_shared = All administrators see it
users_list-view_for_all = Mine, for all administrators
users_list-view_for_me = Mine
users_list-view_save = Keep
users_list-view_change = Rename or share
users_list-view_delete = Delete
users_list-view_delete_title = Delete the view { $name }?
users_list-view_delete_text = The users in it stay as they are.
users_list-counted_more = { $count ->
   *[other] { $count }+ users
}
users_list-idle_days = { $count ->
    [one] Not active for { $count } day
   *[other] Not active for { $count } days
}
users_list-more_groups = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
users_list-bulk_yes = { $count ->
    [one] Change { $count } user
   *[other] Change { $count } users
}
users_list-bulk_yes_deactivate = { $count ->
    [one] Deactivate { $count } user
   *[other] Deactivate { $count } users
}
users_list-bulk_yes_activate = { $count ->
    [one] Activate { $count } user
   *[other] Activate { $count } users
}
users_list-bulk_yes_end_sessions = { $count ->
    [one] End the sessions of { $count } user
   *[other] End the sessions of { $count } users
}
users_list-bulk_yes_invite = { $count ->
    [one] Send { $count } invitation again
   *[other] Send { $count } invitations again
}
users_list-bulk_yes_delete = { $count ->
    [one] Delete { $count } user
   *[other] Delete { $count } users
}
users_list-bulk_unchanged = { $count ->
    [one] { $count } is so already.
   *[other] { $count } are so already.
}
users_list-bulk_refused = { $count ->
    [one] { $count } is left out.
   *[other] { $count } are left out.
}
users_list-bulk_reasons = { $count ->
    [one] Why: { $count } of them
   *[other] Why: { $count } of them
}
users_list-bulk_changed = { $all ->
    [one] { $changed } of { $all } user changes.
   *[other] { $changed } of { $all } users change.
}
users_list-bulk_done = { $changed ->
    [one] { $changed } user was changed, { $refused } left out.
   *[other] { $changed } users were changed, { $refused } left out.
}
users_list-act_bring_these_back = { $count ->
    [one] Bring this user back
   *[other] Bring these { $count } users back
}
users_list-bulk_yes_bring_back = { $count ->
    [one] Bring { $count } user back
   *[other] Bring { $count } users back
}
users_list-bulk_back = { $all ->
    [one] { $changed } of { $all } user comes back.
   *[other] { $changed } of { $all } users come back.
}
users_list-bulk_back_already = { $count ->
    [one] { $count } is back already.
   *[other] { $count } are back already.
}
users_list-bulk_back_done = { $changed ->
    [one] { $changed } user is back, { $refused } left out.
   *[other] { $changed } users are back, { $refused } left out.
}
users-list_bulk_more = and { $count } more
users-list_unknown = “{ $word }” is not known here
users_list-view_of = { $name } (of { $owner })
users_list-view_delete_shared = Nobody sees this view any more. The users in it stay as they are.
users_list-bulk_done_delete = { $changed ->
    [one] { $changed } user was deleted, { $refused } left out.
   *[other] { $changed } users were deleted, { $refused } left out.
}
users_list-bulk_done_deactivate = { $changed ->
    [one] { $changed } user was deactivated, { $refused } left out.
   *[other] { $changed } users were deactivated, { $refused } left out.
}
users_list-bulk_done_activate = { $changed ->
    [one] { $changed } user was activated, { $refused } left out.
   *[other] { $changed } users were activated, { $refused } left out.
}
users_list-bulk_done_role = { $changed ->
    [one] { $changed } user was given the role, { $refused } left out.
   *[other] { $changed } users were given the role, { $refused } left out.
}
users_list-bulk_done_join = { $changed ->
    [one] { $changed } user was added to the group, { $refused } left out.
   *[other] { $changed } users were added to the group, { $refused } left out.
}
users_list-bulk_done_leave = { $changed ->
    [one] { $changed } user was removed from the group, { $refused } left out.
   *[other] { $changed } users were removed from the group, { $refused } left out.
}
users_list-bulk_done_invite = { $changed ->
    [one] { $changed } invitation was sent again, { $refused } left out.
   *[other] { $changed } invitations were sent again, { $refused } left out.
}
users_list-bulk_done_end_sessions = { $changed ->
    [one] The sessions of { $changed } user were ended, { $refused } left out.
   *[other] The sessions of { $changed } users were ended, { $refused } left out.
}
users_list-bulk_done_take_back = { $changed ->
    [one] { $changed } user has the former role back, { $refused } left out.
   *[other] { $changed } users have their former roles back, { $refused } left out.
}
users_list-bulk_owned = They own { $what }.
users_list-bulk_owned_more = They own at least { $what }.
users_list-bulk_owned_nothing = They own nothing, so nothing can be lost.
users_list-bulk_hand_over = Hand over what they own first
users_list-bulk_deactivate_instead = Whoever is deactivated cannot sign in, frees the seat, and keeps everything. It can be taken back at any time.
users_list-bulk_whole = This is done to all who fit the list, not only to those who are ticked.
users_list-bulk_changed_delete = { $changed ->
    [one] { $changed } of { $all } is deleted.
   *[other] { $changed } of { $all } users are deleted.
}
