# Recovery codes.

recovery_codes-lead = Ten codes for the day when every other way in is lost. Each works once. Print them and keep them where a password manager cannot be lost with them.
recovery_codes-once = These codes are shown this once. Earlier codes no longer work.
recovery_codes-left =
    { $count ->
        [0] You have no unused code.
        [one] You have { $count } unused code.
       *[other] You have { $count } unused codes.
    }
recovery_codes-make = Make new codes
recovery_codes-use_title = Use a recovery code
recovery_codes-use_lead = Each code works once. With it you choose a new password.
recovery_codes-code = Recovery code
recovery_codes-use = Go on

recovery_codes-wrong = This code is not right, or was used before.
    .next = Try another one, or ask whoever runs the server for `seatwarden rescue`.
recovery_codes-reminder_title = You have no recovery codes
recovery_codes-reminder = You are the Sys. Admin. If you lose your password and your mailbox, these codes are the way back that needs nobody’s help.
recovery_codes-make_now = Make recovery codes
recovery_codes-later = Remind me in { $days } days
