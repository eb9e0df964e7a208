# Why a password is refused, and what to do next.

passwords-too_short =
    { $minimum ->
        [one] The password needs at least { $minimum } character.
       *[other] The password needs at least { $minimum } characters.
    } { $actual ->
        [0] It is empty.
       *[other] This one has { $actual }.
    }
    .next = Make it longer. A few words that do not belong together are easy to remember.
    .rule =
        { $minimum ->
            [one] At least { $minimum } character
           *[other] At least { $minimum } characters
        }
passwords-too_long = The password can have at most { $maximum } characters.
    .next = Choose a shorter one. Nothing of it is cut off, so nothing can get lost.
    .rule = At most { $maximum } characters
passwords-common = Many people use this password, or one nearly like it, so it is among the first that an attacker tries.
    .next = Choose another one. Adding digits or swapping letters for signs does not help.
    .rule = Not among the passwords that many people use or that were stolen
passwords-breached = This password, or one nearly like it, has been stolen from other sites and is on the lists of attackers.
    .next = Choose one that you have used nowhere else.
    .rule = Not among the passwords that many people use or that were stolen
passwords-forbidden = This password, or one nearly like it, is on your organization's list of forbidden passwords.
    .next = Choose another one.
    .rule = Not on your organization’s list of forbidden passwords
# $kind says where the word comes from.
passwords-context_word =
    { $kind ->
        [product] The password is made of the name of this product.
        [organisation] The password is made of your organization's name.
        [host] The password is made of this server's name.
        [name] The password is made of your own name.
        [user_name] The password is made of your user name.
        [email] The password is made of your e-mail address.
       *[other] The password must not be made of names that others know, like yours or this server's.
    }
    .next = Choose words that nobody would connect with you.
    .rule = Not made of the user’s name or address, or the name of this server
passwords-repeats_or_sequences = The password is one short piece over and over, or letters or digits in plain order.
    .next = Mix in something that cannot be guessed from its beginning.
    .rule = Not one piece over and over, and not letters or digits in plain order
# $message is what the organization wrote.
passwords-organisation_rule = { $message }
    .next = This rule was set by your organization. Change the password until it fits.
    .rule = { $message }
passwords-organisation_pattern = The password does not follow the rule that your organization has set.
    .next = Ask your administrator what the rule is.
    .rule = As your organization’s rule wants it
# $reason is what the reader of patterns says, in English; it may be empty.
passwords-bad_pattern =
    { $why ->
        [long] The pattern is longer than { $maximum } characters.
        [rounds] The pattern repeats too much: the counts in braces, multiplied, are too large.
       *[unreadable] This is no regular expression that can be used. What the reader of patterns says, in English: “{ $reason }”
    }
    .next = Enter a regular expression as JavaScript knows it, like ^(?=.*[0-9]).+$
passwords-impossible_pattern = This rule lets no password of { $minimum } characters or more through.
    .next = Nobody could choose a password any more. Write what a password must contain, such as [0-9].
passwords-slow_pattern = This rule takes too long to check some passwords.
    .next = Avoid repetitions inside of repetitions, like (a+)+.
passwords-message_too_long = The text shown with the rule can have at most { $maximum } characters.
    .next = Make the text shorter.
passwords-bad_minimum = The least length of passwords must be between { $minimum } and { $maximum } characters.
    .next = Choose a number in between.
passwords-list_too_large = The file of forbidden passwords is too large: at most { $lines_maximum } lines and { $bytes_maximum } bytes are read.
    .next = Keep the passwords that people here are most likely to choose.
passwords-busy = Too many people are signing in at this moment.
    .next = Wait a few seconds and try again.
passwords-bad_hash = The value of “hash” is not the md5 of a password.
    .next = Send exactly 32 hexadecimal digits, or send the password itself.
passwords-weak_parameters = The cost of password hashes is out of bounds: memory { $memory_kib_minimum } to { $memory_kib_maximum } KiB, passes { $passes_minimum } to { $passes_maximum }, lanes 1 to { $lanes_maximum }.
    .next = Correct the configuration and start again.
passwords-bad_pepper = The pepper key “{ $id }” cannot be used: it needs at least { $minimum } bytes, and an id of its own of up to 32 letters, digits, hyphens and underscores.
    .next = Correct the file of pepper keys and start again.

passwords-wrong_current = This is not your current password.
    .next = Type it again.
passwords-not_the_same = The two new passwords are not the same.
    .next = Type both again.
passwords-same_as_old = The new password is the old one.
    .next = Choose another one.
passwords-by_organisation = Your organization manages this password.
    .next = Change it where you sign in with your organization.
passwords-md5_off = Passwords cannot be given as md5 here.
    .next = Send `password`, or send no password to invite the user by mail.
passwords-again_current = Current password
passwords-again_lead = This needs your password, because you gave it a while ago.
passwords-again_go_on = Go on
passwords-again_sso = Your organization signs you in, so there is no password to give here. Sign out, sign in again, and you can do this for a while.
