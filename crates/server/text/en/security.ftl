# Security: the policies that administrators set.

security-out_of_range = This must be a whole number from { $minimum } to { $maximum }.
    .next = Choose a number in between.
security-idle_too_long = A session cannot be idle for longer than it lives.
    .next = Make the first number smaller or the second larger.
security-unknown_role = There is no role { $role }.
    .next = Use super, admin, dataAdmin, dataDesigner, contributor or consumer, or the API name or id of a custom role.
security-no_role_chosen = No role is chosen for these limits.
    .next = Choose the custom role that they are for, or empty the fields.
security-unknown_name = There is no setting { $name }.
    .next = Look up the names in what reading the settings answers.
security-shown_before = The key was shown before. It is shown once.
    .next = Make a new one with Rotate; the old one can go on working for a while.

security-title = Security
security-saved = Saved. It holds at once.
security-was_reset = Back to what is configured.
security-reset = Reset to default
security-changed = What stands there now
security-now = { $name }: { $value }
security-now_on = { $name }: on
security-now_empty = { $name }: empty or off
security-passwords = Passwords
security-passwords_lead = What a new password must be. Passwords that exist stay valid until they are changed.
security-minimum_length = Fewest characters
security-minimum_length_hint = 8 to 64. Length protects better than signs and digits.
security-nist_preset = NIST preset
security-nist_preset_hint = As NIST SP 800-63B-4 wants it: 15 characters for a password that stands alone, no rules of composition, no expiry.
security-replace_given = Given passwords are replaced
security-replace_given_hint = Whoever got a password from an administrator, a list or a script chooses their own at the next sign-in in a browser. Scripts that sign in with it go on working.
security-regex = Your organization’s own rule
security-regex_hint = A regular expression as JavaScript knows it. Leave it empty unless you must have one.
security-message = What people are told about the rule
security-message_hint = One sentence. It stands under the field where a password is chosen.
security-tester = Try it before you save
security-try_password = A password to try
security-try_hint = It is checked against the rules above, saved or not. It is kept nowhere.
security-try = Try
security-affected = Who is affected?
security-affected_nobody = Nobody: these rules let through every password that the rules in force let through.
security-affected_text = Nobody is signed out. Stored passwords cannot be read, so nobody can say which of them break the new rules; they are asked of each new password.
security-affected_with = Have a password and keep it
security-affected_md5 = Of those, imported as md5 and judged at the first sign-in
security-affected_must_change = Of those, must choose another at the next sign-in
security-affected_without = Choose their first password under the new rules
security-users =
    { $count ->
        [one] One user
       *[other] { $count } users
    }
security-users_more = More than { $count } users
security-foresee = How many sessions would end?
security-would_end = { $count ->
    [0] No session would end now.
    [one] One session would end as soon as this is saved.
   *[other] { $count } sessions would end as soon as this is saved.
}
security-would_end_more = At least { NUMBER($count) } sessions would end as soon as this is saved.
security-lockout = Lock-out
security-lockout_lead = Too many wrong passwords lock an account for a while. A browser that has signed in to it before is never held up.
security-lockout_enabled = Lock accounts after failed attempts
security-lockout_enabled_hint = Without it, whoever guesses still waits longer after each wrong password.
security-lockout_attempts = Number of failed login attempts before lockout
security-lockout_minutes = Lockout duration (minutes)
security-lockout_period = Failures count together within, in minutes
security-sessions = Session limits
security-sessions_lead = Lower limits shorten living sessions too, within seconds. Higher ones hold for new sessions.
security-idle_minutes = Ends after this many minutes without a request
security-absolute_hours = Ends in any case after this many hours
security-session_only_cookie = Remember nobody
security-session_only_cookie_hint = Takes “Remember Me” off the sign-in page. Every session ends with its browser.
security-remember_idle_days = Remembered: ends after this many days without a request
security-remember_absolute_days = Remembered: ends in any case after this many days
security-per_user_max = Sessions per user at once
security-role_limits = Lower for some roles
security-role_limits_hint = For those who may do much, say 15 minutes, 8 hours and 2 sessions. They shorten remembered sessions too. Custom roles follow the built-in role they are based on, unless they have limits of their own. Empty, or higher than above: as above.
security-role_idle = { $role }: minutes without a request
security-role_absolute = { $role }: hours in any case
security-role_per_user = { $role }: sessions at once
security-of_role_idle = Minutes without a request
security-of_role_absolute = Hours in any case
security-of_role_per_user = Sessions at once
security-role_chosen = The chosen role
security-role_more = Limits for one more custom role
security-role_more_hint = What stays empty is as for the built-in role it is based on. The number of this role counts even if that of the built-in one is lower.
security-role_none = No further one
security-role_above = The limit for everybody, { $limit }, is lower and counts.
security-role_above_remembered = The limit for everybody, { $limit }, is lower and counts. This number shortens remembered sessions only.
security-embedding = Embedding
security-embedding_lead = Whose pages may show ours, and whose scripts may call the API. Nobody’s, as long as nobody is named.
security-frame_ancestors = Sites that may embed our pages
security-frame_ancestors_hint = One a line: https://portal.example.com, https://*.example.com for everything below (never below a suffix that strangers share, such as *.co.uk), or * for everybody. Only the start page and the pages to sign in are embedded, never Admin, My Profile or the pages of licenses.
security-cors_origins = CORS allowed origins
security-cors_origins_hint = One a line, each exactly: https://app.example.com. A lone * lets every site call the API, without cookies.
security-cors_credentials = These scripts may use the cookies of whoever is signed in
security-cors_credentials_hint = Not together with *. Scripts that send a token do not need it.
security-cross_site_cookies = Support cross-site cookies for embedding
security-cross_site_cookies_hint = SameSite=None instead of Lax, for people who sign in from now on. Needs TLS. Forms stay guarded.
security-headers_now = The headers that are sent
security-headers_preview = The headers that would be sent
security-preview = Preview the headers
security-api_access = API access
security-api_access_lead = The legacy x-api-key carries a password in every call. Prefer API tokens, and switch it off when nobody uses it any more.
security-api_key = The x-api-key header
security-api_key_enabled = Accept the legacy x-api-key
security-api_key_enabled_hint = Off, every call with it is refused at once.
security-iat_window = Largest age of a signed call, in seconds
security-iat_window_hint = 300 is a good value. 0: the age is not checked.
security-key = Signing key
security-key_lead = What scripts sign their calls with.
security-key_once = Copy the key now. It is shown this once.
security-key_weak = This key was brought along and is shorter than those made here. Rotate it, and let both work until every script has the new one.
security-key_made = Made
security-key_made_at_setup = With the installation
security-key_last_use = Last used
security-key_unused = Not yet
security-key_user = the user
security-key_previous = The key before it works until
security-show_key = Show the key
security-rotate = Rotate
security-rotate_title = Make a new key?
security-rotate_text = Scripts must sign with the new key once the time of the old one is over. A key that was already on its way out ends at once.
security-overlap = The old key goes on working for
security-overlap_hint = Both are valid during this time.
security-overlap_none = not at all

security-not_told = There is no key to tell: it is told once, and was.
    .next = Make a new one with generate; the one before ends then.
security-bad_key = A key needs { $minimum } to { $maximum } hex digits.
    .next = Let the server make one with generate.
security-no_sso = Single Sign On cannot be switched on here.
    .next = Leave enabled at false.
security-language_stays = The language of the server stands in its configuration: { $language }.
    .next = Change server.language there, or let people choose their own.
