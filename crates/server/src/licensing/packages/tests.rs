//! What packages promise.

use seatwarden_license_file::PrivateKey;
use serde_json::json;

use super::{
    CHANGED_MEANWHILE, Change, Changed, Given, Limits, RequestState, Standing, State, Terms, UNKNOWN,
    approve, approve_by_root, change, change_by_root, find, import, list_mine, list_requests,
    model::{SAME_HAND, SIGNED_UP_ITSELF},
    reject, renew, revisions, revoke, suspend, terms_on,
};
use crate::{
    accounts::users::{self, Credential, NewUser, UserPatch},
    cx::{BaseRole, Cx},
    licensing::{
        activations::tests::world::{World, code, terms},
        organisations::{self, MemberRole},
        signing_keys,
    },
    testing::{DAY_MS, START_MS, assert_refused, new_user},
    text::{day_end_ms, rfc3339},
};

fn servers(count: i64) -> Change {
    Change { limits: Limits { servers: count, rows: None, cores: Some(16) }.into(), ..Change::default() }
}

async fn waits(cx: &Cx, wish: Change) -> super::ChangeRequest {
    match change(cx, "ACME", None, wish, "more").await.unwrap() {
        Changed::Waits(request) => request,
        changed => panic!("it did not wait: {changed:?}"),
    }
}

/// A second person of the staff.
async fn second(world: &World) -> Cx {
    let person = world.server.add(new_user("second@people.example", "admin")).await.person;
    world.cx_of(&person.id).await
}

#[test]
fn what_a_license_is_worth_follows_from_its_terms_and_the_time() {
    let terms = Terms { valid_until_ms: Some(START_MS + 100 * DAY_MS), ..terms(1) };
    let on = |day: i64| terms.standing(START_MS + day * DAY_MS);

    assert_eq!(
        [on(-2), on(0), on(69), on(70), on(99)].map(Standing::word),
        ["future", "active", "active", "expiring", "expiring"]
    );
    assert_eq!([on(100), on(113), on(114)].map(Standing::word), ["grace", "grace", "limited"]);
    assert_eq!(Terms { state: State::Suspended, ..terms.clone() }.standing(START_MS), Standing::Suspended);
    assert_eq!(Terms { valid_until_ms: None, ..terms }.standing(i64::MAX), Standing::Active);
}

#[tokio::test]
async fn every_change_is_a_revision_and_the_past_can_be_asked_for() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let host = world.server.host();
    world.server.advance(10 * DAY_MS);
    change(&world.server.host(), "ACME", None, servers(2), "fewer").await.unwrap();
    world.server.advance(10 * DAY_MS);
    suspend(&world.server.host(), "acme", "unpaid").await.unwrap();

    let all = revisions(&host, "ACME").await.unwrap();
    let on = async |day: i64| terms_on(&host, "ACME", START_MS + day * DAY_MS).await.unwrap();

    let told: Vec<_> =
        all.iter().map(|it| (it.number, it.reason.as_str(), it.terms.limits.servers)).collect();
    assert_eq!(told, [(1, "Order 1", 3), (2, "fewer", 2), (3, "unpaid", 2)]);
    assert!(on(-1).await.is_none());
    assert_eq!(on(9).await.unwrap().terms.limits.servers, 3);
    assert_eq!((on(10).await.unwrap().number, on(19).await.unwrap().number), (2, 2));
    assert_eq!(on(400).await.unwrap().terms.state, State::Suspended);
    // Nothing that changes nothing is a revision.
    suspend(&world.server.host(), "ACME", "unpaid").await.unwrap();
    assert_eq!(revisions(&host, "ACME").await.unwrap().len(), 3);
    world.server.finish().await;
}

#[tokio::test]
async fn more_of_anything_and_the_end_of_all_wait_for_a_second_person() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let first = world.server.cx_as(BaseRole::Admin).await;
    let second = second(&world).await;

    let request = waits(&first, servers(4)).await;
    assert_eq!(code(change(&first, "ACME", None, servers(5), "more").await), "packages.waits_already");
    assert_refused(approve(&first, &request.id).await, &super::model::OWN_REQUEST);
    assert_eq!(find(&first, "ACME").await.unwrap().terms.limits.servers, 3);
    let package = approve(&second, &request.id).await.unwrap();
    assert_eq!((package.terms.limits.servers, package.revision), (4, 2));
    assert_eq!(code(approve(&second, &request.id).await), "packages.no_request");

    let Changed::Waits(request) = revoke(&second, "ACME", "cancelled").await.unwrap() else {
        panic!("revoked")
    };
    reject(&first, &request.id).await.unwrap();
    assert_eq!(list_requests(&first, RequestState::Rejected, "").await.unwrap().len(), 1);
    let Changed::Waits(request) = revoke(&second, "ACME", "cancelled").await.unwrap() else {
        panic!("revoked")
    };
    approve(&first, &request.id).await.unwrap();
    assert_eq!(code(renew(&first, "ACME", START_MS + 900 * DAY_MS, "no").await), "packages.is_revoked");
    let last = revisions(&first, "ACME").await.unwrap().pop().unwrap();
    assert_eq!(
        (last.author.as_str(), last.approver.as_str()),
        ("second@people.example", "admin@people.example")
    );
    world.server.finish().await;
}

/// An account of the staff that this one made, with a password.
async fn made_by(world: &World, maker: &Cx, name: &str) -> Cx {
    let new = new_user(&format!("{name}@people.example"), "admin");
    let made = users::create(maker, vec![new]).await.unwrap().remove(0);
    world.cx_of(&made.person.id).await
}

#[tokio::test]
async fn whoever_made_an_account_is_not_a_second_person_with_it() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let author = world.server.cx_as(BaseRole::Admin).await;
    let puppet = made_by(&world, &author, "puppet").await;
    let behind = made_by(&world, &puppet, "behind").await;
    let twin = made_by(&world, &author, "twin").await;
    let honest = second(&world).await;

    let request = waits(&author, servers(4)).await;
    assert_refused(approve(&puppet, &request.id).await, &SAME_HAND);
    assert_refused(approve(&behind, &request.id).await, &SAME_HAND);
    reject(&author, &request.id).await.unwrap();
    // Nor the other way round, nor between two whose passwords one person knows.
    let request = waits(&behind, servers(4)).await;
    assert_refused(approve(&author, &request.id).await, &SAME_HAND);
    assert_refused(approve(&twin, &request.id).await, &SAME_HAND);
    assert_eq!(find(&author, "ACME").await.unwrap().terms.limits.servers, 3);
    assert_eq!(approve(&honest, &request.id).await.unwrap().terms.limits.servers, 4);
    world.server.finish().await;
}

#[tokio::test]
async fn whoever_gives_an_account_a_password_or_an_address_is_not_a_second_person_with_it() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let author = world.server.cx_as(BaseRole::Admin).await;
    let honest = second(&world).await;
    let id = honest.person().unwrap().id.clone();
    let request = waits(&author, servers(4)).await;
    let patch = |patch| users::update(&author, &id, patch);

    let named = UserPatch { first_name: Some("Grace B.".into()), ..UserPatch::default() };
    patch(named).await.unwrap();
    let mut tx = author.db.write().await.unwrap();
    assert!(
        !users::in_one_hand(&mut tx, &author.person().unwrap().id, &id).await.unwrap(),
        "a name is no way in"
    );
    drop(tx);
    let address = UserPatch { email: Some("mine@people.example".into()), ..UserPatch::default() };
    patch(address).await.unwrap();
    assert_refused(approve(&honest, &request.id).await, &SAME_HAND);

    let third = world.server.add(new_user("third@people.example", "admin")).await.person.id;
    let password = UserPatch { credential: new_user("", "").credential.into(), ..UserPatch::default() };
    users::update(&author, &third, password).await.unwrap();
    assert_refused(approve(&world.cx_of(&third).await, &request.id).await, &SAME_HAND);
    world.server.finish().await;
}

#[tokio::test]
async fn two_whom_the_same_administrator_invited_are_two_persons() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let boss = world.server.cx_as(BaseRole::Super).await;
    let invited = async |name: &str| {
        let new =
            NewUser { credential: Credential::Invited, ..new_user(&format!("{name}@x.example"), "admin") };
        let id = users::create(&boss, vec![new]).await.unwrap().remove(0).person.id;
        world.cx_of(&id).await
    };
    let (one, other) = (invited("one").await, invited("other").await);

    let request = waits(&one, servers(4)).await;
    approve(&other, &request.id).await.unwrap();
    let request = waits(&boss, servers(5)).await;
    assert_refused(approve(&one, &request.id).await, &SAME_HAND);
    world.server.finish().await;
}

#[tokio::test]
async fn who_works_on_the_host_waits_too_unless_the_file_of_a_root_is_there() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let host = world.server.host();
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-current.key")).unwrap();
    let stranger = PrivateKey::from_seed(&[7; 32]);

    let request = waits(&host, servers(4)).await;
    assert_refused(approve(&host, &request.id).await, &super::model::NEEDS_PERSON);
    assert_eq!(code(approve_by_root(&host, &request.id, &stranger).await), "signing_keys.unknown_root");
    assert_eq!(find(&host, "ACME").await.unwrap().terms.limits.servers, 3);
    let package = approve_by_root(&host, &request.id, &root).await.unwrap();
    assert_eq!(package.terms.limits.servers, 4);

    assert_eq!(
        code(change_by_root(&host, "ACME", servers(5), "more", &stranger).await),
        "signing_keys.unknown_root"
    );
    let changed = change_by_root(&host, "ACME", servers(5), "more", &root).await.unwrap();
    assert!(matches!(changed, Changed::Done(package) if package.terms.limits.servers == 5));
    let last = revisions(&host, "ACME").await.unwrap().pop().unwrap();
    assert_eq!((last.author.as_str(), last.approver.starts_with("root:")), ("host:test", true), "{last:?}");
    world.server.finish().await;
}

#[tokio::test]
async fn a_change_that_waited_too_long_is_not_made() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let first = world.server.cx_as(BaseRole::Admin).await;
    let second = second(&world).await;
    let request = waits(&first, servers(4)).await;

    renew(&first, "ACME", START_MS + 800 * DAY_MS, "another year").await.unwrap();

    assert_refused(approve(&second, &request.id).await, &super::model::OVERTAKEN);
    assert_refused(reject(&first, &request.id).await, &super::model::OVERTAKEN);
    let seen = Some(find(&first, "ACME").await.unwrap().revision - 1);
    assert_refused(change(&first, "ACME", seen, servers(5), "old page").await, &CHANGED_MEANWHILE);
    waits(&first, servers(5)).await;
    world.server.finish().await;
}

#[tokio::test]
async fn a_revocation_waits_for_nobodys_pending_change_and_overtakes_it() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let first = world.server.cx_as(BaseRole::Admin).await;
    let second = second(&world).await;
    let more = waits(&first, servers(4)).await;

    let Changed::Waits(end) = revoke(&first, "ACME", "fraud").await.unwrap() else { panic!("revoked") };
    // Whatever is changed meanwhile, the revocation that waits is still the end of all.
    renew(&first, "ACME", START_MS + 800 * DAY_MS, "another year").await.unwrap();
    assert_eq!(code(revoke(&second, "ACME", "again").await), "packages.waits_already");
    let package = approve(&second, &end.id).await.unwrap();

    assert_eq!((package.terms.state, package.terms.limits.servers), (State::Revoked, 3));
    assert_eq!(package.terms.valid_until_ms, Some(START_MS + 800 * DAY_MS));
    let overtaken = list_requests(&first, RequestState::Overtaken, "").await.unwrap();
    assert_eq!(overtaken.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), [more.id.as_str()]);
    let mut staff = world.server.browser_of(BaseRole::Admin).await;
    let page = staff.get("/issuer/changes").await;
    assert!(page.says("Nothing waits") && page.says("Overtaken"), "{}", page.body);
    assert!(staff.get("/issuer/history").await.says("A change that waited was overtaken by another"));
    world.server.finish().await;
}

#[tokio::test]
async fn a_revocation_by_a_root_overtakes_all_that_waits() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let first = world.server.cx_as(BaseRole::Admin).await;
    let Changed::Waits(end) = revoke(&first, "ACME", "fraud").await.unwrap() else { panic!("revoked") };
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-standby.key")).unwrap();

    let wish = Change { state: Some(State::Revoked), ..Change::default() };
    change_by_root(&world.server.host(), "ACME", wish, "fraud", &root).await.unwrap();

    assert_refused(approve(&second(&world).await, &end.id).await, &super::model::OVERTAKEN);
    assert!(list_requests(&first, RequestState::Open, "").await.unwrap().is_empty());
    world.server.finish().await;
}

#[tokio::test]
async fn an_end_that_nobody_lives_to_see_needs_a_second_person() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let host = world.server.host();
    let near = renew(&host, "ACME", START_MS + 5 * 365 * DAY_MS, "Order 2").await.unwrap();
    assert!(matches!(near, Changed::Done(_)));
    let far = renew(&host, "ACME", START_MS + 11 * 366 * DAY_MS, "Order 3").await.unwrap();
    assert!(matches!(far, Changed::Waits(_)));
    world.server.finish().await;
}

#[tokio::test]
async fn packages_are_seen_by_their_customer_and_the_staff_only() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let stranger = world.cx_of(&world.account("s@other.example", None).await).await;
    let viewer = world.cx_of(&world.account("v@acme.example", Some(MemberRole::Viewer)).await).await;

    assert_refused(find(&stranger, "ACME").await, &UNKNOWN);
    assert!(list_mine(&stranger).await.unwrap().is_empty());
    assert_eq!(list_mine(&viewer).await.unwrap().len(), 1);
    assert!(find(&viewer, "acme").await.is_ok());
    assert_eq!(code(suspend(&world.owner().await, "ACME", "no").await), "roles.not_allowed");
    world.server.finish().await;
}

const TABLE: &str = "\
organisation,code,name,type,tier,valid_from,valid_until,servers,administrators,designers,viewers,entitlements
Acme,A-1,Acme Production,subscription,enterprise,2026-01-01,2027-01-01,3,1,5,none,high_availability;big_data
Acme,A-2,Acme Development,subscription,grow,2026-01-01,2027-01-01,1,1,1,10,
Other,O-1,Other,perpetual,launch,2026-01-01,,1,none,none,none,
";

#[tokio::test]
async fn a_table_brings_licenses_in_and_again_changes_nothing() {
    let world = World::start().await;
    let host = world.server.host();
    let bring = async |table: &str, dry| import(&host, table.as_bytes(), "import", dry).await;
    let given = |issued, changed, unchanged| Given { issued, changed, unchanged, ..Given::default() };
    let first = Given { new_customers: vec!["Other".into()], ..given(3, 0, 0) };

    assert_eq!(bring(TABLE, true).await.unwrap(), first);
    assert_eq!(bring(TABLE, false).await.unwrap(), first);
    assert_eq!(bring(TABLE, false).await.unwrap(), given(0, 0, 3));
    let more = TABLE.replace("2027-01-01,3", "2027-01-01,4");
    for _ in 0..2 {
        assert_eq!(
            bring(&more, false).await.unwrap(),
            Given { waiting: 1, waiting_lines: vec![2], ..given(0, 0, 2) }
        );
    }
    assert_eq!(find(&host, "A-1").await.unwrap().terms.limits.servers, 3);
    let less = TABLE.replace("2027-01-01,3", "2027-01-01,2");
    assert_eq!(bring(&less, false).await.unwrap(), given(0, 1, 2));

    let package = find(&host, "A-1").await.unwrap();
    assert_eq!((package.terms.limits.servers, package.revision), (2, 2));
    assert_eq!(package.organisation_id, world.organisation);
    for (line_end, line) in [("\n", "3"), ("\r\n", "3"), ("\r\n\r\n", "5")] {
        let wrong = TABLE.replace("grow", "huge").replace('\n', line_end);
        let refused = bring(&wrong, false).await.unwrap_err();
        assert!(refused.refusal().unwrap().values.contains(&("line", line.to_owned())), "{refused:?}");
    }
    world.server.finish().await;
}

#[tokio::test]
async fn staff_works_with_packages_over_the_api() {
    let world = World::start().await;
    let token = world.server.token_of(BaseRole::Admin).await;
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        let path = format!("/api/v1/licensing/{path}");
        world.server.request(method, &path).bearer(&token).json(&body).send().await
    };
    let new = json!({
        "organisation": world.organisation, "name": "Acme", "validUntil": "2027-06-30", "code": "ACME",
        "limits": { "servers": 2 }, "reason": "Order 7",
        "seats": { "administrators": 1, "designers": 2, "viewers": null },
    });

    let issued = ask("POST", "packages", new.clone()).await;
    let twice = ask("POST", "packages", new).await;
    let raised = ask("PATCH", "packages/ACME", json!({ "limits": { "servers": 9 }, "reason": "x" })).await;
    let renewed =
        ask("POST", "packages/ACME/renew", json!({ "validUntil": "2028-06-30", "reason": "Order 8" })).await;
    let wrong = ask("PATCH", "packages/ACME", json!({ "tier": "huge", "reason": "x" })).await;
    let past = ask("GET", "packages/ACME/revisions?on=2026-01-02", json!({})).await;

    assert_eq!((issued.status, twice.status, raised.status), (201, 409, 202), "{}", issued.body);
    assert_eq!(renewed.json()["validUntil"], "2028-06-30T23:59:59.999Z", "{}", renewed.body);
    assert_eq!((wrong.status, &wrong.json()["field"]), (422, &json!("tier")));
    assert_eq!(past.json()["items"][0]["number"], 2);
    // The renewal overtook what waited.
    let changes = ask("GET", "changes?state=overtaken", json!({})).await.json();
    let id = changes["items"][0]["id"].as_str().unwrap().to_owned();
    let late = ask("POST", &format!("changes/{id}/reject"), json!({})).await;
    assert_eq!((late.status, &late.json()["code"]), (409, &json!("packages.overtaken")));
    ask("PATCH", "packages/ACME", json!({ "limits": { "servers": 9 }, "reason": "x" })).await;
    let changes = ask("GET", "changes", json!({})).await.json();
    let id = changes["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(ask("POST", &format!("changes/{id}/approve"), json!({})).await.status, 403);
    assert_eq!(ask("POST", &format!("changes/{id}/reject"), json!({})).await.status, 204);
    world.server.finish().await;
}

/// An answer of the API to the staff: its status and what it says.
async fn ask(world: &World, method: &str, path: &str, body: serde_json::Value) -> (u16, serde_json::Value) {
    let token = world.server.token_of(BaseRole::Admin).await;
    let path = format!("/api/v1/licensing/{path}");
    let answer = world.server.request(method, &path).bearer(&token).json(&body).send().await;
    (answer.status, answer.json())
}

#[tokio::test]
async fn a_change_over_the_api_leaves_alone_what_it_does_not_name() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let host = world.server.host();
    let before = find(&host, "ACME").await.unwrap().terms;
    let patch = |body| ask(&world, "PATCH", "packages/ACME", body);

    let (status, said) = patch(json!({ "limits": { "cores": 8 }, "reason": "x" })).await;
    assert_eq!((status, &said["limits"]["servers"]), (200, &json!(3)), "{said}");
    let (status, said) = patch(json!({ "seats": { "designers": 1 }, "reason": "x" })).await;
    assert_eq!(status, 200, "{said}");
    let mut after = before.clone();
    (after.limits.cores, after.seats.designers) = (Some(8), Some(1));
    assert_eq!(find(&host, "ACME").await.unwrap().terms, after);
    // Null is said: no limit, which a second person has to agree to. Servers always have one.
    let (status, said) = patch(json!({ "limits": { "cores": null }, "reason": "x" })).await;
    let terms = &said["terms"];
    assert_eq!((status, &terms["limits"]["servers"]), (202, &json!(3)), "{said}");
    assert_eq!((&terms["limits"]["cores"], &terms["seats"]["designers"]), (&json!(null), &json!(1)));
    let (status, said) = patch(json!({ "limits": { "servers": null }, "reason": "x" })).await;
    assert_eq!(status, 400, "{said}");
    world.server.finish().await;
}

#[tokio::test]
async fn nobody_gets_unlimited_seats_by_silence() {
    let world = World::start().await;
    let new = |seats| {
        let new = json!({
            "organisation": world.organisation, "name": "Acme", "validUntil": "2027-06-30", "code": "ACME",
            "reason": "Order 7", "seats": seats,
        });
        ask(&world, "POST", "packages", new)
    };

    let (status, said) = new(json!({})).await;
    assert_eq!((status, &said["code"]), (422, &json!("packages.no_seats")));
    assert_eq!(said["field"], "seats.administrators");
    let (status, said) = new(json!({ "administrators": 1, "viewers": null })).await;
    assert_eq!((status, &said["field"]), (422, &json!("seats.designers")), "{said}");
    let all = json!({ "administrators": 1, "designers": null, "viewers": 9 });
    let (status, said) = new(all.clone()).await;
    assert_eq!((status, &said["seats"]), (201, &all));
    world.server.finish().await;
}

#[tokio::test]
async fn a_list_changes_only_what_it_names() {
    let world = World::start().await;
    let host = world.server.host();
    import(&host, TABLE.as_bytes(), "import", false).await.unwrap();
    let before = find(&host, "A-1").await.unwrap().terms;
    let list = "organisation,code,name,type,valid_until,servers,viewers\n\
        Acme,A-1,Acme Production,subscription,2026-12-24,,\n";

    let given = import(&host, list.as_bytes(), "import", false).await.unwrap();
    assert_eq!((given.changed, given.waiting), (1, 0));
    let after = find(&host, "A-1").await.unwrap().terms;
    let end_ms = day_end_ms("2026-12-24");
    assert_eq!(after, Terms { valid_until_ms: end_ms, ..before });
    assert_eq!(rfc3339(end_ms.unwrap()), "2026-12-24T23:59:59.999Z");
    // What the product shows can stand in a list again.
    let shown = list.replace("2026-12-24", "2026-12-24T23:59:59.999Z");
    assert_eq!(import(&host, shown.as_bytes(), "import", false).await.unwrap().unchanged, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_list_says_for_how_many_people_a_new_license_is() {
    let world = World::start().await;
    let host = world.server.host();
    let refused = async |list: &str| {
        let error = import(&host, list.as_bytes(), "import", false).await.unwrap_err();
        let values = error.refusal().unwrap().values.clone();
        values.into_iter().find(|(name, _)| *name == "why").unwrap().1
    };
    let why = refused("organisation,code,name,valid_until,viewers\nAcme,N,New,2027-01-01,7\n").await;
    assert!(why.ends_with("administrators, designers"), "{why}");
    let why = refused("organisation,code,name,type\nAcme,N,New,forever\n").await;
    assert!(why.contains("forever") && why.contains("perpetual"), "{why}");
    let why = refused("organisation,code,price\nAcme,N,1\n").await;
    assert!(why.contains("price") && why.contains("valid_until"), "{why}");

    let list = "organisation,code,name,valid_until,administrators,designers,viewers\n\
        Acme,N,New,2030-01-01,1,2,none\n";
    import(&host, list.as_bytes(), "import", false).await.unwrap();
    let terms = find(&host, "N").await.unwrap().terms;
    let seats = terms.seats;
    assert_eq!((seats.administrators, seats.designers, seats.viewers), (Some(1), Some(2), None));
    assert_eq!(terms.valid_from_ms, START_MS - START_MS.rem_euclid(DAY_MS));
    world.server.finish().await;
}

/// Where a list is wrong, and why.
async fn wrong(cx: &Cx, list: &str) -> (String, String) {
    let error = import(cx, list.as_bytes(), "import", false).await.unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code, "packages.bad_list", "{refusal:?}");
    let value = |wanted: &str| refusal.values.iter().find(|(name, _)| *name == wanted).unwrap().1.clone();
    (value("line"), value("why"))
}

#[tokio::test]
async fn a_list_changes_the_license_of_no_other_customer() {
    let world = World::start().await;
    let host = world.server.host();
    import(&host, TABLE.as_bytes(), "import", false).await.unwrap();
    let other = find(&host, "O-1").await.unwrap();

    for customer in ["Acme", "Nobody", &world.organisation] {
        let list = format!("organisation,code,name\n{customer},O-1,Taken\n");
        let (line, why) = wrong(&host, &list).await;
        assert!(line == "2" && why.contains(customer) && why.contains("O-1"), "{line} {why}");
    }
    assert_eq!(find(&host, "O-1").await.unwrap(), other);
    assert!(organisations::named(&mut host.db.read().await.unwrap(), "Nobody").await.unwrap().is_none());
    let list = format!("organisation,code,name\n{},o-1,Renamed\n", other.organisation_id);
    assert_eq!(import(&host, list.as_bytes(), "import", false).await.unwrap().changed, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_list_that_says_two_things_of_one_is_refused() {
    let world = World::start().await;
    let host = world.server.host();

    let (line, why) = wrong(&host, "organisation,code,name,servers,servers\nAcme,A,A,1,2\n").await;
    assert!(line == "1" && why.contains("servers"), "{line} {why}");
    let twice = TABLE.replace("Acme,A-2", "Acme,a-1");
    assert_eq!(wrong(&host, &twice).await.0, "3");
    assert!(find(&host, "A-1").await.is_err(), "nothing of it is made");

    import(&host, TABLE.as_bytes(), "import", false).await.unwrap();
    let id = find(&host, "A-1").await.unwrap().id;
    let list = format!("organisation,code,name\nAcme,A-1,One\nAcme,{id},Two\n");
    let (line, why) = wrong(&host, &list).await;
    assert!(line == "3" && why.contains('2'), "{line} {why}");
    world.server.finish().await;
}

#[tokio::test]
async fn a_license_is_for_one_server_at_least_and_a_change_to_the_same_is_none() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let host = world.server.host();
    assert_eq!(code(change(&host, "ACME", None, servers(0), "none").await), "packages.bad_number");
    let before = find(&host, "ACME").await.unwrap();
    let same = change(&host, "ACME", None, Change::to(before.terms.clone()), "same").await.unwrap();
    assert!(matches!(same, Changed::Nothing(package) if package == before));
    assert_eq!(revisions(&host, "ACME").await.unwrap().len(), 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_name_that_somebody_signed_up_with_gets_no_license_by_that_name() {
    let world = World::start().await;
    let host = world.server.host();
    let mut tx = host.db.write().await.unwrap();
    let squatter = organisations::create_signed_up(&mut tx, &host, "Globex").await.unwrap();
    tx.commit().await.unwrap();
    let row = |customer: &str| TABLE.replace("Other,O-1", &format!("{customer},G-1"));

    let refused = import(&host, row("globex").as_bytes(), "import", false).await.unwrap_err();
    assert!(refused.is(&SIGNED_UP_ITSELF), "{refused:?}");
    assert!(find(&host, "G-1").await.is_err());
    import(&host, row(&squatter.id).as_bytes(), "import", false).await.unwrap();
    assert_eq!(find(&host, "G-1").await.unwrap().organisation_id, squatter.id);

    let known = organisations::create(&host, "Globex").await.unwrap();
    let again = row("Globex").replace("G-1", "G-2");
    import(&host, again.as_bytes(), "import", false).await.unwrap();
    assert_eq!(find(&host, "G-2").await.unwrap().organisation_id, known.id);
    world.server.finish().await;
}

#[tokio::test]
async fn what_stands_in_a_license_has_no_marks_that_turn_the_line_around() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;

    for mark in ['\u{61c}', '\u{200f}', '\u{202e}', '\u{2066}', '\u{ad}'] {
        let name = Some(format!("Acme{mark} Production"));
        let wish = Change { name, ..Change::default() };
        assert_eq!(code(change(&staff, "ACME", None, wish, "x").await), "packages.bad_name", "{mark:?}");
        let reason = format!("Order{mark} 2");
        assert_eq!(code(suspend(&staff, "ACME", &reason).await), "packages.no_reason", "{mark:?}");
    }
    // An organisation loses marks that are pasted with its name, and is refused with what else is hidden.
    let create = async |name| organisations::create(&world.server.host(), name).await;
    assert_eq!(create("Ac\u{202e}me").await.unwrap().name, "Acme");
    assert_eq!(code(create("Ac\u{ad}me").await), "organisations.bad_name");
    world.server.finish().await;
}
