//! What organisations promise.

use super::{
    MemberRole, OWNERS_ONLY, Organisation, UNKNOWN,
    model::{BAD_NAME, LAST_OWNER, MEMBER_ALREADY, NO_LICENSE_ACCOUNT},
};
use crate::{
    accounts::{
        roles,
        users::{self, Credential, NewUser},
    },
    cx::{BaseRole, Cx, NOT_ALLOWED, Origin},
    licensing::{organisations, packages},
    testing::{TestServer, assert_refused, email_of},
};

async fn start() -> TestServer {
    TestServer::start_with(|config| config.license_server.enabled = true).await
}

/// Makes a license account; answers its id.
async fn account(server: &TestServer, email: &str) -> String {
    let cx = server.host();
    let mut tx = cx.db.write().await.unwrap();
    let role = roles::license_account(&mut tx, &cx).await.unwrap();
    let new = NewUser {
        email: email.to_owned(),
        user_name: email.to_owned(),
        role: role.id,
        credential: Credential::None,
        active: Some(true),
        origin: Some(Origin::License),
        ..NewUser::default()
    };
    let made = users::create_in(&mut tx, &cx, new, None).await.unwrap();
    tx.commit().await.unwrap();
    made.person.id
}

async fn add(
    cx: &Cx,
    organisation: &Organisation,
    user_id: &str,
    role: MemberRole,
) -> seatwarden_base::Result<()> {
    let mut tx = cx.db.write().await?;
    organisations::add_member(&mut tx, cx, &organisation.id, user_id, role).await?;
    tx.commit().await
}

#[tokio::test]
async fn an_organisation_is_seen_by_its_members_and_the_staff_only() {
    let server = start().await;
    let staff = server.cx_as(BaseRole::Admin).await;
    let organisation = organisations::create(&staff, " Acme  Corp ").await.unwrap();
    let (owner, viewer) =
        (account(&server, "o@acme.example").await, account(&server, "v@acme.example").await);
    let stranger = account(&server, "s@other.example").await;
    add(&staff, &organisation, &owner, MemberRole::Owner).await.unwrap();
    add(&staff, &organisation, &viewer, MemberRole::Viewer).await.unwrap();

    for (user, role) in
        [(&owner, Some(MemberRole::Owner)), (&viewer, Some(MemberRole::Viewer)), (&stranger, None)]
    {
        let theirs = server.cx_of(user).await;
        let mut tx = theirs.db.read().await.unwrap();
        let sight = organisations::require_sight(&mut tx, &theirs, &organisation.id).await;
        match role {
            Some(role) => assert_eq!(sight.unwrap(), Some(role)),
            None => assert_refused(sight, &UNKNOWN),
        }
        let owns = organisations::require_owner(&mut tx, &theirs, &organisation.id).await;
        match role {
            Some(MemberRole::Owner) => owns.unwrap(),
            Some(_) => assert_refused(owns, &OWNERS_ONLY),
            None => assert_refused(owns, &UNKNOWN),
        }
        drop(tx);
        assert_refused(organisations::list(&theirs, "", ("", "")).await, &NOT_ALLOWED);
        assert_refused(organisations::create(&theirs, "Mine").await, &NOT_ALLOWED);
    }
    let of_viewer = organisations::mine(&server.cx_of(&viewer).await).await.unwrap();
    assert_eq!(of_viewer.len(), 1);
    assert_eq!(organisations::members(&staff, &organisation.id).await.unwrap().len(), 2);
    assert_eq!(organisations::list(&staff, "acm", ("", "")).await.unwrap()[0].1, 2);
    assert!(organisations::list(&staff, "nobody", ("", "")).await.unwrap().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn an_organisation_keeps_an_owner_and_takes_license_accounts_only() {
    let server = start().await;
    let staff = server.cx_as(BaseRole::Admin).await;
    let organisation = organisations::create(&staff, "Acme").await.unwrap();
    let owner = account(&server, "o@acme.example").await;
    add(&staff, &organisation, &owner, MemberRole::Owner).await.unwrap();

    let viewer_of_the_house = server.id_of(BaseRole::Consumer).to_owned();
    assert_refused(
        add(&staff, &organisation, &viewer_of_the_house, MemberRole::Viewer).await,
        &NO_LICENSE_ACCOUNT,
    );
    assert_refused(add(&staff, &organisation, &owner, MemberRole::Viewer).await, &MEMBER_ALREADY);
    assert_refused(packages::remove_member(&staff, &organisation.id, &owner).await, &LAST_OWNER);
    assert_refused(organisations::create(&staff, "  ").await, &BAD_NAME);
    assert_refused(organisations::create(&staff, "\u{200f} ").await, &BAD_NAME);
    assert_refused(organisations::create(&staff, "Ac\u{200b}me").await, &BAD_NAME);
    let pasted =
        organisations::create(&staff, "\u{202b}\u{5d0}\u{5e7}\u{5de}\u{5d4}\u{200e}\u{202c}").await.unwrap();
    assert_eq!(pasted.name, "\u{5d0}\u{5e7}\u{5de}\u{5d4}");

    let second = account(&server, "p@acme.example").await;
    add(&staff, &organisation, &second, MemberRole::Owner).await.unwrap();
    packages::remove_member(&server.cx_of(&owner).await, &organisation.id, &owner).await.unwrap();
    assert!(organisations::mine(&server.cx_of(&owner).await).await.unwrap().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn a_license_account_takes_no_seat_and_keeps_its_role() {
    let server = TestServer::start_with(|config| {
        config.license_server.enabled = true;
        config.seats.viewers = 1;
    })
    .await;
    let id = account(&server, "o@acme.example").await;

    let as_admin = users::UserPatch { role: Some("admin".to_owned()), ..users::UserPatch::default() };
    let promoted = users::update(&server.cx_as(BaseRole::Super).await, &id, as_admin).await;

    assert_eq!(promoted.unwrap_err().refusal().unwrap().code, "users.license_account");
    let person = users::find(&server.host(), &id).await.unwrap().person;
    assert_eq!((person.origin, person.role.name.as_str()), (Origin::License, "licenseAccount"));
    assert!(users::find(&server.host(), &email_of(BaseRole::Consumer)).await.is_ok());
    server.finish().await;
}

#[tokio::test]
async fn a_deleted_license_account_comes_back_to_its_organisation_and_the_last_owner_is_not_deleted() {
    let server = start().await;
    let staff = server.cx_as(BaseRole::Admin).await;
    let organisation = organisations::create(&staff, "Acme").await.unwrap();
    let (one, two) = (account(&server, "o@acme.example").await, account(&server, "p@acme.example").await);
    add(&staff, &organisation, &one, MemberRole::Owner).await.unwrap();
    add(&staff, &organisation, &two, MemberRole::Owner).await.unwrap();
    let code = |result: seatwarden_base::Result<Vec<String>>| result.unwrap_err().refusal().unwrap().code;

    assert_eq!(code(users::delete(&staff, &[one.clone(), two.clone()]).await), "users.last_owner");
    users::delete(&staff, std::slice::from_ref(&one)).await.unwrap();
    assert_eq!(code(users::delete(&staff, std::slice::from_ref(&two)).await), "users.last_owner");
    let preview = users::leaver(&staff, &two).await.unwrap_err();
    assert_eq!(preview.refusal().unwrap().code, "users.last_owner");
    assert_eq!(server.number("select count(*) from memberships").await, 1);
    users::bring_back(&server.host(), &one, &users::OtherNames::default()).await.unwrap();

    let mine = organisations::mine(&server.cx_of(&one).await).await.unwrap();
    assert_eq!(mine.iter().map(|it| it.role).collect::<Vec<_>>(), [MemberRole::Owner]);
    server.finish().await;
}
