# Deleting users, and bringing them back.

users-name_not_typed = Type the name “{ $name }” to take things out of the register.
    .next = Or keep them, or hand them over.
users-unknown_deleted = This user cannot be brought back any more.
    .next = They were brought back already, or the 30 days are over.
users-undo_over = The { $days } days in which this user could be brought back are over.
    .next = Add the user again.
users-deleted_again = This user came back meanwhile and was then deleted by something else than this act.
    .next = If that was a mistake as well, bring the user back under Deleted users.
users-last_owner = { $name } has no other owner than this user, and an organisation keeps one.
    .next = Make somebody else an owner of it first.
users-delete_user = Delete the user
users-delete_title = Delete { $name }?
users-delete_lead = Look at what would end, and say what becomes of what they own.
users-deactivate_instead = Deactivate instead
users-deactivate_instead_title = The milder way
users-deactivate_lead = A deactivated user cannot sign in, frees the seat, and keeps everything. It can be taken back at any time.
users-delete_ends = What ends
users-delete_sessions = Sessions
users-delete_tokens = API tokens
users-delete_groups = Groups
users-delete_owns_nothing = They own nothing, so nothing can be lost.
users-delete_owns = What becomes of what { $name } owns?
users-delete_kept = What { $name } owns stays, under the name of a former user.
users-delete_kind = { $kind }: { $count }
users-delete_keep = Keep under the former name
users-delete_hand_over = Hand over
users-delete_remove = Take out of the register
users-delete_to = Who gets what is handed over
users-delete_to_kind = { $kind }: somebody else
users-delete_type_name = Type “{ $name }”
users-delete_type_name_hint = Only if something is taken out of the register
users-delete_undo = This can be undone for { $days } days, but for sessions and tokens. What was handed over stays where it is then.
users-deleted_done = The user was deleted. You can undo it here.
users-deleted_title = Deleted users
users-deleted_lead = They can be brought back for { $days } days, with groups, role, password and what they own.
users-deleted_none = Nobody to bring back
users-deleted_none_lead = Whoever is deleted stays here for 30 days.
users-deleted_at = Deleted
users-deleted_by = By
users-deleted_until = Until
users-undo = Undo
users-undo_title = Bring { $name } back?
users-undo_lead = The account comes back as it was, but for what is said here.
users-undo_back = Names, role, groups, language and password come back, and the user is active or deactivated as before.
users-undo_ended = Sessions and API tokens stay ended. Whoever was only invited has to be invited again.
users-undo_owned = What the user owned and nobody got since is theirs again. What was handed over stays with the new owner; an administrator can hand it back.
users-undo_owned_link = To the ownership of objects
users-undo_taken = Somebody else has this e-mail address or user name by now. Both can stay if this user gets another one.
users-undo_email = Another e-mail address
users-undo_email_hint = Empty: the one they had
users-undo_user_name = Another user name
users-delete_would = What would happen
users-delete_would_end =
    { $sessions ->
        [one] { $sessions } session ends,
       *[other] { $sessions } sessions end,
    } { $tokens ->
        [one] { $tokens } API token stops working.
       *[other] { $tokens } API tokens stop working.
    }
users-delete_would_go = To { $name } goes
users-delete_would_stay = Under the former name { $name } stays
users-delete_would_leave = Out of the register goes
users-undone = { $name } is back.
users-undone_given =
    { $count ->
        [one] One object was handed over when the user was deleted. It stays with its new owner.
       *[other] { $count } objects were handed over when the user was deleted. They stay with their new owners.
    }
users-undone_many =
    { $count ->
        [one] { $count } user is back.
       *[other] { $count } users are back.
    }
users-undone_left_out =
    { $count ->
        [one] One user could not be brought back:
       *[other] { $count } users could not be brought back:
    }
