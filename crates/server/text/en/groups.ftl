# Groups: the list, one group, its members, and what groups refuse.

groups-wrong_type = The field { $name } has the wrong type.
    .next = Check the type of its value.
groups-title = Groups
groups-lead = Sets of users who share a language, a session limit and what is shared with them.
groups-search = Search by name or id
groups-none = No Groups Found
groups-none_lead = No group fits this search.
groups-new = New group
groups-name = Group Name
groups-name_hint = Everyone sees it where things are shared.
groups-members = Members
groups-inside_count = { $count ->
    [one] contains one group
   *[other] contains { $count } groups
}
groups-count_with_inside = { $count } with groups inside
groups-changed = Last changed
groups-built_in = Built in
groups-being_deleted_mark = Being deleted
groups-being_brought_back_mark = Coming back
groups-everyone = Everyone
groups-admins = Admins
groups-counted = { $count ->
    [one] One group
   *[other] { $count } groups
}
groups-counted_many = More than { NUMBER($count) } groups
groups-to_first = First page
groups-next = Next page

groups-settings = Settings
groups-settings_lead = What this group gives its members.
groups-role = Default role
groups-role_hint = For users who are made automatically because of this group. Users made by hand keep their own role.
groups-role_none = As the server says
groups-language = Default language
groups-language_hint = For members who chose none. The nearest group wins, and of equally near ones the first by name.
groups-language_none = As the server says
groups-session_minutes = Session time limit in minutes
groups-session_minutes_hint = Members are signed out after so long without use. The shortest limit of all their groups holds: a shorter one at once, a longer one from the next sign-in on. Leave it empty to follow the server.
groups-minutes = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
groups-theme = Design theme
groups-theme_hint = Name of the design that members see. Leave it empty for the usual one.
groups-excluded = Exclude from sharing
groups-excluded_hint = The group is not offered where things are shared.
groups-yes = Yes
groups-no = No
groups-create = Create group
groups-derived_notice = This group came with the product: it cannot be renamed or deleted, and who is in it follows from the users.
groups-being_deleted_notice = This group is being deleted: its members leave it, some at a time. Until then it takes nobody and cannot be changed; once it is gone, it can be brought back for 30 days.
groups-being_brought_back_notice = This group is being brought back: its members return to it, some at a time. Until all are back it takes nobody else and cannot be changed.
groups-changed_notice_title = Somebody else changed this group meanwhile
groups-changed_notice = Below is what you typed. Save again to replace what stands there now:

groups-inside = Groups inside
groups-inside_lead = Their members count as members of this group.
groups-members_with_inside = Members with the groups inside: { $count }
groups-inside_none = No group is inside of this one.
groups-inside_add = Add a group by name
groups-inside_add_button = Add group
groups-inside_remove = Take out
groups-around = Inside of
groups-around_lead = These groups count the members of this one as theirs.

groups-members_lead = In the order in which their accounts were made.
groups-members_counted = { $count ->
    [0] Nobody yet
    [one] One member
   *[other] { $count } members
}
groups-members_counted_many = More than { NUMBER($count) } members
groups-members_direct = Own members
groups-members_all = With groups inside
groups-members_search = Search the members
groups-members_none = Nobody here yet
groups-members_none_lead = Add people by name or address, or paste a whole list.
groups-members_only_inside = This group itself has no members
groups-members_only_inside_lead = The groups inside have { $count }.
groups-members_only_inside_show = Show them
groups-members_no_match = Nobody fits
groups-members_no_match_lead = Search for something else.
groups-member = Member
groups-member_email = Email
groups-member_role = Role
groups-member_inactive = Inactive
groups-member_remove = Remove
groups-add_title = Add people
groups-find = Name, user name or e-mail
groups-find_hint = The beginning of any of them is enough.
groups-find_button = Find
groups-find_none = Nobody outside of this group has a name, user name or address that begins so.
groups-add = Add
groups-paste = Paste many
groups-paste_hint = Addresses or user names, one a line or separated by commas; at most { NUMBER($maximum) }.
groups-paste_button = Add all
groups-added_some = { $count ->
    [one] One person was added.
   *[other] { $count } people were added.
}
groups-removed_some = { $count ->
    [one] One person was removed.
   *[other] { $count } people were removed.
}
groups-already_some = { $count ->
    [one] One was in the group already.
   *[other] { $count } were in the group already.
}
groups-unknown_some = Nobody here is called:
groups-deleted_title = Deleted groups
groups-deleted_lead = They can be brought back for { $days } days, with members, role, language, session limit and their place among other groups.
groups-deleted_none = No group to bring back
groups-deleted_none_lead = Whatever group is deleted stays here for 30 days.
groups-undo_title = Bring the group { $name } back?
groups-undo_lead = Its members come back as far as they are still users. Users who had their role from this group keep it as their own.
groups-undo_name = Another name
groups-undo_name_hint = Only if another group has the name by now
groups-brought_back = The group is back
groups-delete_undo = This can be undone for { $days } days.
groups-unknown_deleted = This group cannot be brought back any more.
    .next = It was brought back already, or the 30 days are over.
groups-choose_hint = Type the name. A part of it is enough to be shown the groups that have it.
groups-beyond_some = These have roles beyond your own and were left as they are:
groups-everyone_notice = Every user is in this group.
groups-admins_notice = Every user with an administrator’s role is in this group.
groups-see_users = See the users

groups-delete = Delete group
groups-delete_title = Delete the group { $name }?
groups-delete_users_stay = No user is deleted.
groups-delete_members = { $count ->
    [0] It has no members.
    [one] One member leaves it.
   *[other] { $count } members leave it.
}
groups-delete_members_many = More than { NUMBER($count) } members leave it.
groups-delete_came_in = { $count ->
    [one] One user came in by this group and keeps its role as their own.
   *[other] { $count } users came in by this group and keep its role as their own.
}
groups-delete_inside = Groups inside that stay: { $names }
groups-delete_around = Groups that lose its members: { $names }
groups-delete_milder = If you only want to stop sharing with it, exclude it from sharing instead.
groups-delete_milder_link = Open its settings
groups-created = The group was made.
groups-saved = Saved.
groups-deleted = The group was deleted. No user was.
groups-nested = The group was put inside.
groups-unnested = The group was taken out.

groups-name_taken = Another group has this name.
    .next = Choose another one.
groups-looks_built_in = This name looks like that of the group “{ $name }”, which the server keeps.
    .next = Choose a name that nobody mistakes for it.
groups-reserved_name = “{ $name }” cannot be the name of a group: in the paths of the API it means something else.
    .next = Choose another one.
groups-bad_name = A group’s name needs 1 to { $maximum } characters that can be seen.
    .next = Choose another one.
groups-derived = Everyone and Admins follow from the users themselves.
    .next = Use a group of your own for this.
groups-being_deleted = The group { $name } is being deleted.
    .next = Use another group, or bring this one back once it is gone: for 30 days it is among the deleted groups.
groups-being_brought_back = The group { $name } is being brought back, and not all of its members are in it again.
    .next = Wait a moment and try again.
groups-changed_meanwhile = Somebody else changed this group just now.
    .next = Look at the change and save again.
groups-bad_minutes = The limit is a whole number of minutes from 1 to { $maximum }.
    .next = Correct it, or leave it empty.
groups-bad_language = We do not speak this language yet.
    .next = Choose one from the list.
groups-bad_theme = The name of a theme has at most { $maximum } characters that can be seen.
    .next = Shorten it.
groups-no_sysadmin = No group can make anybody the Sys. Admin.
    .next = Choose another role.
groups-too_many = There can be at most { $maximum } groups.
    .next = Delete groups that nobody needs.
groups-too_many_at_once = That is more than { $maximum } at once.
    .next = Do it in several steps.
groups-too_many_of_user = One user can be in at most { $maximum } groups.
    .next = Put groups into groups instead.
groups-unknown_expand = There is nothing called { $name } to expand.
    .next = Use role or users.
groups-unknown_member = There is no user “{ $name }”.
    .next = Check the id, user name or e-mail address. Nothing was changed.
groups-circle = A group cannot contain itself, not even through other groups.
    .next = Choose another group.
groups-too_deep = Groups can be inside each other on at most { $maximum } levels.
    .next = Put it further out.
groups-too_many_inside = At most { $maximum } groups can be directly inside of one.
    .next = Use one more group between.
