# Import Many: lists of users become users.

import-too_large = There is more in this file than { $megabytes } MB.
    .next = Split it into several files and import one after the other.
import-nothing_given = Neither a file was chosen nor a row pasted.
    .next = Choose a file, or paste some rows.
import-empty = There is no row below the heads.
    .next = Choose a file with one user in each row, or paste some rows.
import-empty_sheet = There is no row below the heads on the first sheet of this workbook, and its other sheets are not read.
    .next = Move the sheet with the users to the front, or delete the sheets before it, and save it.
import-not_utf8 = This text is not in UTF-8, so that names would come out wrong.
    .next = In the spreadsheet, save it as “CSV UTF-8” or as an Excel workbook (.xlsx).
import-bad_csv = The table cannot be read from line { $line } on.
    .next = Look for a quotation mark that is never closed.
import-bad_json = The JSON is no list of objects; line { $line } is where it stops being one.
    .next = Send an array with one object for each user, whose keys are email, firstName and so on.
import-bad_workbook = This workbook cannot be read.
    .next = Save it once more as an Excel workbook (.xlsx) without a password, or as “CSV UTF-8”.
import-too_many_rows = There are more than { $maximum } rows.
    .next = Split the file into several and import one after the other.
import-too_many_columns = There are more than { $maximum } columns.
    .next = Delete the columns that are not about users.
import-too_long = A cell in line { $line } is longer than { $maximum } characters.
    .next = Check that the file is a list of users.
import-unknown = This import is not there any more.
    .next = Look at the list of imports; what nobody applied is removed after a day.
import-other_step = This import is at another step by now.
    .next = Look at its page again.
import-no_key = No column holds the e-mail address or the user name.
    .next = Say which column does.
import-two_columns = These columns are to hold the same: { $columns }.
    .next = Choose one of them and pass the other over.
import-unknown_field = There is no such field: { $field }.
    .next = Use one of email, userName, firstName, lastName, role, groups, language, active, password, hash, origin.
import-other_origin = “{ $name }”: an import adds people of your own only, so nobody is invited who is none.
    .next = Make service accounts on their own page; people of other sign-ins come with their first sign-in.
import-unknown_verdict = There is no verdict “{ $name }”.
    .next = Use add, change, unchanged or wrong, or leave it out for all rows.
import-busy = Other files are being read just now.
    .next = Try again in a few seconds.
import-too_late = The time to take this import back is over.
    .next = Change or delete the users one by one, or with the list.
import-unknown_role = There is no role “{ $name }”.
    .next = Write a role as the page Roles shows it, or its API name or id.
import-unknown_group = There is no group “{ $name }”.
    .next = Make the group first, or let the import make groups.
import-bad_active = “{ $text }” says neither yes nor no.
    .next = Write true or false.
import-bad_language = “{ $text }” is no language.
    .next = Write it as de-DE or en.
import-nul_in_row = A cell of this row holds a character that cannot be kept (NUL).
    .next = Remove it, or save the table anew from the program that made it.
import-surplus = This row has more cells than the first line: “{ $cell }” would be left out, so its values may stand under the wrong heads.
    .next = Put quotation marks around a cell that holds the separator, as in "Smith, Jr.", or give every column a head.
import-unsolved = The cell under “{ $column }” says nothing that can be read: it is a formula without a result, or an object without id and name.
    .next = Open the workbook in a spreadsheet program, see to the formula, save it and send it again, or paste values in place of formulas; in JSON, write a text, or an object with an id or a name.
import-passwords_forgotten = The list stood still for { $hours } hours, so the passwords in it were deleted.
    .next = Import the rows that are left as a new list.
import-language_not_offered = The language “{ $text }” is kept, but not offered here: the person sees the pages in the language of their group or of the server.
    .next = For a language that is offered, write it as de-DE or en.
import-remark = Mind
import-twice = Line { $line } is about the same user.
    .next = Keep one of the two lines.
import-two_users = The address belongs to one user and the user name to another.
    .next = Correct the row.
import-changed_since = The user was changed since.
    .next = Look at the user and decide by hand.
import-gone_since = The user is not there any more.
    .next = Nothing is left to do.

import-title = Import Many
import-lead = Add and change many users with a list. Nothing is changed before you have seen what would become of each row.
import-file = File (CSV or XLSX)
import-file_hint = At most { $megabytes } MB and { $rows } rows. The first line names the columns, for example:
import-pasted = Or paste rows here
import-pasted_hint = Straight from a spreadsheet. A plain list of addresses is enough.
import-pasted_left_out = What you pasted does not stand here again, because it may hold passwords or is very long: paste it once more.
import-read = Read the list
import-former = Former imports
import-former_lead = What nobody applied is removed after { $hours } hours. What was applied can be taken back for { $days } days.
import-name_pasted = Pasted rows
import-name_sent = Rows sent over the API
import-when = When
import-who = Who
import-rows = Rows
import-step = Step
import-state_reading = Being read
import-state_read = Columns to choose
import-state_checking = Being checked
import-state_checked = Checked, nothing changed yet
import-state_applying = Being applied
import-state_applied = Applied
import-state_undoing = Being taken back
import-state_undone = Taken back
import-state_stopped = Stopped
import-columns_lead = What does each column hold? We have guessed from the heads.
import-column = Column
import-pass_over = Pass over
import-field_email = Email
import-field_user_name = Username
import-field_first_name = First name
import-field_last_name = Last name
import-field_role = Role
import-field_groups = Groups
import-field_language = Language
import-field_active = Active (yes or no)
import-field_password = Password (new users only)
import-field_origin = Origin (only people of your own are added)
import-groups_stay = These groups were made by this import and stay, because somebody uses or changed them:
import-samples_hidden = Not shown: these may be passwords.
import-field_hash = Password as md5 (new users only)
import-options = How to go about it
import-changes_existing = Change users who are there already
import-changes_existing_hint = Found by e-mail or user name. An empty cell leaves a value as it is. Off: they are left alone.
import-invites = Invite new users without a password by mail
import-invites_hint = Off: they are added silently and cannot sign in with a password yet.
import-makes_groups = Make groups that are not there yet
import-leaves_groups = Take users out of groups that their row does not name
import-leaves_groups_hint = Only if the row names at least one group.
import-takes_lookalikes = Take addresses that look like those of administrators
import-takes_lookalikes_hint = Also those that mix letters of several alphabets.
import-check = Check the rows
import-check_again = Choose columns again
import-progress = How far it is
import-progress_rows = { $done } of { $rows } rows
import-progress_lead = It goes on by itself, also if you leave this page. This page looks again every few seconds.
import-look_again = Look again
import-verdicts = What becomes of the rows
import-verdict_add = New
import-verdict_change = Changed
import-verdict_unchanged = Unchanged
import-verdict_wrong = Wrong
import-all_rows = All
import-line = Line
import-user = User
import-verdict = Verdict
import-why = Details
import-shows_value = { $field }: { $value }
import-shows_change = { $field }: { $before } → { $after }
import-shows_none = none
import-undone = Taken back
import-not_undone = Not taken back
import-undone_rows =
    { $count ->
        [one] { $count } row was taken back.
       *[other] { $count } rows were taken back.
    }
import-nothing_to_do = No row would change anything.
import-no_rows = No rows
import-no_rows_lead = No row has this verdict.
import-apply_rows =
    { $count ->
        [one] Apply { $count } row
       *[other] Apply { $count } rows
    }
import-apply_title = Apply this list?
import-apply_question = { $added } new users, { $changed } changed. Wrong rows are left out.
import-mails_follow =
    { $count ->
        [one] At most { $count } invitation is mailed.
       *[other] At most { $count } invitations are mailed.
    }
import-go_on = Go on
import-go_on_question = Rows that are done already stay as they are; the others are done now.
import-undo = Take back
import-undo_title = Take this import back?
import-undo_question = New users are deleted (and can be brought back for { $days } days), changed ones get their former values. Whoever was changed since stays as they are.
import-result = Result as CSV
import-see_users = See the users
import-remove = Remove this list
import-remove_title = Remove this list?
import-remove_question = Users stay as they are, but the result can no longer be looked at, nor the import taken back.
import-done_removed = The list was removed.
import-next = Next
import-only_looking = Somebody whose role allows more than your own began this list, so you can only look.
import-stopped_why = It was stopped:
import-cli_done = { $added } new, { $changed } changed, { $unchanged } unchanged, { $wrong } wrong
import-cli_line = line { $line }: { $why }
import-cli_row = line { $line }, { $who }: { $what }
import-cli_add = new
import-cli_change = changed ({ $fields })
import-cli_unchanged = unchanged
import-cli_wrong = wrong: { $why }
import-cli_dry = Nothing was changed, because it was only tried.
import-cli_unreadable = The file { $file } cannot be read: { $why }
    .next = Check the path, and whether this account may read the file.
audit-event_import_upload = A list of users was uploaded
audit-event_import_check = A list of users was checked
audit-event_import_apply = Began to import a list of users
audit-event_import_finish = A list of users was imported
audit-event_import_undo = Began to take an import back
audit-event_import_finish_undo = An import was taken back
audit-event_import_remove = A list of users was removed
import-lookalike = This address looks like that in line { $line }, but has other letters.
    .next = Compare letter by letter; to take both, check again with the option for addresses that look alike.
import-passed_over = { $count ->
    [one] This column is passed over though it looks like one that is needed: { $columns }. Say below what it holds, or leave it out.
   *[other] These columns are passed over though they look like ones that are needed: { $columns }. Say below what they hold, or leave them out.
}
import-former_shown = { $count ->
    [one] { $count } list shown
   *[other] { $count } lists shown
}
