# What users may not be.

users-unknown = There is no such user.
    .next = Check the id, user name or e-mail address.
users-email_taken = Another user has this e-mail address or user name.
    .next = Choose another one.
users-bad_email = This cannot be an e-mail address.
    .next = Write it like name@example.com.
users-bad_user_name = A user name needs 1 to 254 characters that can be seen.
    .next = Choose another one.
users-bad_name = A name has at most { $maximum } characters that can be seen.
    .next = Shorten it.
users-missing_field = The field { $name } is missing.
    .next = Add it and send the request again.
users-one_sysadmin = There is a Sys. Admin already, and there is only ever one.
    .next = Choose another role, or transfer the role of the Sys. Admin.
users-last_sysadmin = The Sys. Admin cannot be deleted, switched off or given another role.
    .next = Transfer the role to somebody else first.
users-sysadmin_only = Only the Sys. Admin can change the Sys. Admin.
    .next = Ask the Sys. Admin.
users-too_many = That is more than { $maximum } users at once.
    .next = Send them in several requests.
users-twice_in_list = The same address or user name stands in the list twice.
    .next = Send each user once.
users-settings_too_large = These interface settings are too large.
    .next = Keep less in them.
users-changed_meanwhile = Somebody else changed this user just now.
    .next = Look at the change and try again.
users-unknown_language = We do not speak this language yet.
    .next = Choose one from the list.
users-not_an_array = The body must be a list.
    .next = Put the items into square brackets.
users-wrong_type = The field { $name } has the wrong type.
    .next = Check the type of its value.
users-bad_number = This parameter must be a number that is not negative.
    .next = Correct it and send the request again.

users-title = Users
users-lead = Everybody who may sign in here, and everybody who was invited.
users-user_name = User name
users-email = E-mail
users-role = Role
users-last_active = Last active
users-search = Search by name, e-mail or id
users-none = Nobody fits
users-counted = { $count ->
    [one] One user
   *[other] { $count } users
}
users-state_inactive = Inactive
