# What the floor under all rooms refuses.

database-busy = The server has more to do than it can at this moment.
    .next = Try again in a moment.
database-full = There is no space left to store anything.
    .next = What is stored can still be read. Whoever runs the server must free space on its disk.
database-nul_in_text = A text holds a character that cannot be kept (NUL).
    .next = Remove it and send the request again.
database-newer = This database was made by a newer version ({ $database }) than this program knows ({ $program }).
    .next = Start the newer version of the program, or restore a backup from before the upgrade.
jobs-queue_full = Too much work is waiting already.
    .next = Try again later.
outbox-bad_address = A mail cannot be sent to this address.
    .next = Check the address.
rate_limits-too_many =
    { $seconds ->
        [one] Too many tries. Wait { $seconds } second.
       *[other] Too many tries. Wait { $seconds } seconds.
    }
    .next = Then try again.
groups-unknown = { $which ->
    [named] There is no group “{ $resource }”.
   *[other] There is no such group.
}
    .next = Check the id or name of the group.
groups-unknown_name = There is no group called “{ $name }”.
    .next = { $names ->
        [none] Write its name as the list of groups shows it.
       *[other] Did you mean one of these: { $names }?
    }
sessions-not_found = This session is not there any more.
    .next = Look at the list again.
sessions-ended = This session has ended.
    .next = Sign in again.
sessions-confirm_first = This needs your password, because you gave it a while ago.
    .next = Give it in the field that the form has for it, or sign in again.
feature_management-off = An administrator has switched this part off.
    .next = If you need it, ask an administrator to switch it on in Feature Management.
one_time_links-not_valid = This link does not work any more.
    .next = It was used, has run out, or was replaced by a newer one. Ask for a new mail.
one_time_links-wrong_code = This code is not right, or has run out.
    .next = Check the newest mail, or ask for another one.
api_tokens-bad_name = A token needs a name of 1 to { $maximum } characters.
    .next = Name it after the script that will use it.
api_tokens-bad_expiry = A token works for at most { $maximum } days, or without an end.
    .next = Choose one from the list.
api_tokens-bad_overlap = The old token can work on for 0 to { $maximum } hours.
    .next = Choose a number in between.
api_tokens-bad_scope = There is no such scope.
    .next = Choose one from the list.
api_tokens-too_many = You have { $maximum } tokens, and no more fit.
    .next = Revoke those that nobody uses.
api_tokens-not_found = This token is not there any more.
    .next = Look at the list again.
api_tokens-not_rotatable = This token was rotated already.
    .next = Rotate the newer one.
api_v09-bad_key = This x-api-key does not work here.
    .next = Check the key it is signed with, the e-mail address and the password in it.
api_v09-key_off = The legacy x-api-key is switched off here.
    .next = Use a token from My Profile > API Token as `Authorization: Bearer`.
api_tokens-expires = Your token expires on { $when }.
api_tokens-beyond_own_scope = This token cannot make one that may do more than itself.
    .next = Ask for a narrower scope, or make the token under My Profile > API Token.
web-hidden_letter = There is a character in it that cannot be seen: { $letter }.
    .next = Type it anew instead of pasting it.
