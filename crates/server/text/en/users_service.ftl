# Service accounts: the users of scripts.

users-service_account = A service account has no password, and no address that mail reaches.
    .next = Make an API token for it; to keep it out, deactivate it or end its tokens. Its address ends in @service.invalid.
users-license_account = A license account keeps its role.
    .next = What it may do is decided by the organisations it acts for; see Issuer > Customers.
users-not_a_service = Only service accounts get their tokens from others.
    .next = Let the user make the token under My Profile > API Token.
api_tokens-not_by_named = A named API token does not show or make the token of My Profile, which may outlive it.
    .next = Sign in with the password, or use the token of My Profile itself.
api_tokens-named_only = A service account has named API tokens only.
    .next = Ask an administrator for one, or make one on the page of the service account.

users_list-origin_service = Service account
users_list-origin_license = License account
users-service_add = Add service account
users-service_lead = For scripts: no password, no mail, no seat. It is let in by API tokens only, which you make on its page.
users-service_name = Name
users-service_name_hint = What the script does: “Nightly sync”
users-service_name_missing = The service account has no name yet.
    .next = Say in a few words what its script does.
users-service_tokens_lead = Each token has a name, a scope and an end; it is shown once. Rotating makes a successor, and the old one goes on working for a week.
users-service_added = The service account is added. Make a token for its script.

users-cli_token = Token { $id } is made. Copy it now; it is shown this once
users-cli_revoked = Token { $id } is ended
