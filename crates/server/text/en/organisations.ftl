# Organisations: the customers of a license server.

organisations-unknown = There is no such organisation.
    .next = Open My License: it lists the organisations that you act for.
    .host = `seatwarden license customers list` lists all organisations.
organisations-owners_only = Only an owner of the organisation may do this.
    .next = Ask one of the owners; they are listed on the page Users.
organisations-bad_name = The name of the organisation needs 1 to { NUMBER($maximum) } visible characters.
    .next = Type a name without hidden characters.
organisations-member_already = This account acts for the organisation already.
    .next = There is nothing to do.
organisations-no_member = This account does not act for the organisation.
    .next = Load the page anew to see who does.
organisations-last_owner = The organisation would have no owner.
    .next = Add another owner first.
organisations-too_many_members = An organisation has at most { NUMBER($maximum) } accounts.
    .next = Remove somebody who no longer needs access.
organisations-no_license_account = This address belongs to somebody who has no license account.
    .next = Use another address.
organisations-changed_meanwhile = Somebody else changed the organisation meanwhile.
    .next = Look at what stands there now, then change it again.
audit-event_organisations_create = The organisation was made
audit-event_organisations_rename = The organisation got another name
audit-event_organisations_add_member = An account began to act for the organisation
audit-event_organisations_remove_member = An account no longer acts for the organisation
audit-event_organisations_withhold_member = An address that is no license account was added, and acts for nobody
