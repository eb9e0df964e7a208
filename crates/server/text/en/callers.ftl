# The scripts that call the API.

callers-unknown = There is no such caller.
    .next = Look at the list again; callers that were not seen for long are forgotten.
callers-switched_off = An administrator switched this caller off.
    .next = Ask an administrator to switch it on again under Admin > Callers, and what to change about the script.
callers-bad_kind = There is no such kind of caller.
    .next = Use `named`, `profile`, `sign_in` or `api_key`.
callers-too_many_off = At most { $maximum } callers can be switched off, and so many are.
    .next = Switch some on again, or end their tokens instead.

callers-title = Callers
callers-lead = The scripts that call the API: by which credential, from where, with which program. What they do appears within about a minute.
callers-search = Search by user, token, address or program
callers-filter = Show
callers-all = All
callers-with_legacy = To be changed
callers-off = Switched off
callers-kind_named = API token
callers-kind_profile = Token of the profile
callers-kind_sign_in = Login over the API
callers-kind_api_key = x-api-key
callers-none = No callers fit
callers-none_lead = A script appears here about a minute after its first call.
callers-show_all = Show all
callers-caller = Caller
callers-user = User
callers-from = From
callers-calls = Calls
callers-to_change = What to change
callers-last_seen = Last seen
callers-first_seen = First seen
callers-no_agent = A program without a name
callers-nothing_to_change = Nothing
callers-nothing_to_change_lead = This script uses nothing that is old.
callers-about = About this caller
callers-let_in_by = Let in by
callers-address = Address
callers-agent = Program
callers-called = What it called
callers-call = Call
callers-no_route = An address that does not exist
callers-used_in =
    { $count ->
        [one] In one call
       *[other] In { $count } calls
    }

callers-part_api_key = x-api-key
callers-part_sign_in = Login for a token
callers-part_profile = Token of the profile
callers-part_v09 = API v0.9
callers-part_md5 = md5 password
callers-part_form = Login with a form
callers-part_slashes = Spare slashes
callers-part_text_switch = Switches as texts
callers-part_unknown_parameter = Unknown parameters
callers-advice_api_key = The header carries the user’s password, so whoever reads one call can sign in. Make an API token with a name, a scope and an end (My Profile > API Token) and send it as `Authorization: Bearer …`.
callers-advice_sign_in = The script keeps a user’s password to log in with. Make an API token with a name, a scope and an end (My Profile > API Token), and leave the login call out.
callers-advice_profile = The token of the profile may do all that its user may, and is one for all scripts. Make an API token with a name, a scope and an end for each script.
callers-advice_v09 = The script calls the old API. The same calls are there under `/api/v1`, with problem documents, paging and better checks.
callers-advice_md5 = The script gives passwords as md5, which says too much about them. Invite the users instead, or send no password and let them choose one by mail.
callers-advice_form = The login call takes JSON: `{"{"}"username": …, "password": …{"}"}` with `Content-Type: application/json`.
callers-advice_slashes = Addresses have spare slashes. It works, but other servers and proxies may not find them; build addresses with one slash between parts and none at the end.
callers-advice_text_switch = In bodies, switches are texts such as `"true"`. Send JSON’s own `true` and `false`.
callers-advice_unknown_parameter = The script sends parameters in addresses that these calls do not have; they are passed over, so that a list may be longer than the script believes. Compare them with the API reference.

callers-switch = Switch
callers-switch_off = Switch this caller off
callers-switch_off_lead = This credential, from this address, with this program is refused with 403 from the next call on, and is told why. Other programs with the same credential go on; to stop those too, end the token or deactivate the user.
callers-switch_on = Switch this caller on
callers-switch_on_lead = The caller is let in again at once.
callers-is_off_now = The caller is switched off.
callers-is_on_now = The caller is switched on again.
callers-off_since = Switched off

callers-cli_off = Caller { $id } is off
callers-cli_on = Caller { $id } is on again
