//! What handing over promises before and after it is done: it says what it would do, and it can be taken back.

use serde_json::{Value, json};

use super::super::{
    Filter, Keeps, NewObject, OTHERS_BY_NOW, ObjectKind, Scope, State, Wish, find, foresee_hand_over,
    hand_over,
    hand_over::{NOTHING_LEFT, STILL_RUNNING},
    register, shares_of, transfer_objects, transfer_of,
};
use super::{ADMIN, DESIGNER, VIEWER, add, count, dashboards, object};
use crate::{
    accounts::users,
    cx::{BaseRole, Cx},
    testing::{DAY_MS, TestServer, assert_refused, email_of},
};

const OTHER: BaseRole = BaseRole::DataDesigner;

fn all_of(from: BaseRole, to: BaseRole) -> Wish {
    let scope = Scope::Of { from: email_of(from), kind: None };
    Wish { scope, to: email_of(to), keeps: Keeps::View }
}

fn back(id: &str) -> Wish {
    Wish { scope: Scope::Back(id.to_owned()), to: String::new(), keeps: Keeps::Nothing }
}

async fn owner_of(cx: &Cx, id: &str) -> String {
    find(cx, id).await.unwrap().owner.id
}

#[tokio::test]
async fn what_would_change_hands_is_told_in_numbers_and_names_and_nothing_is_done() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(12, &email_of(DESIGNER))).await.unwrap();
    add(&host, object(ObjectKind::Folder, "f", &email_of(DESIGNER))).await;

    let told = foresee_hand_over(&host, &all_of(DESIGNER, VIEWER)).await.unwrap();

    assert_eq!((told.all, told.changed, told.names.len()), (13, 13, 10));
    assert_eq!((told.counts[&ObjectKind::Dashboard], told.counts[&ObjectKind::Folder]), (12, 1));
    assert_eq!(
        (told.givers[0].id.as_str(), told.receivers[0].id.as_str()),
        (server.id_of(DESIGNER), server.id_of(VIEWER))
    );
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (13, 0));
    server.finish().await;
}

#[tokio::test]
async fn other_objects_than_those_that_were_looked_at_are_asked_for_again() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(2, &email_of(DESIGNER))).await.unwrap();
    let wish = all_of(DESIGNER, VIEWER);
    let seen = foresee_hand_over(&host, &wish).await.unwrap().fingerprint;
    let late = add(&host, object(ObjectKind::Dashboard, "late", &email_of(DESIGNER))).await;
    let mut admin = server.browser_of(ADMIN).await;

    let refused = hand_over(&host, &wish, Some(&seen)).await;
    let (from, to) = (email_of(DESIGNER), email_of(VIEWER));
    let fields =
        [("from", from.as_str()), ("to", &to), ("keeps", "view"), ("confirmed", "yes"), ("seen", &seen)];
    let page = format!("/admin/ownership/transfer?from={from}");
    let again = admin.submit_to(&page, "/admin/ownership/transfer", &fields).await;

    assert_refused(refused, &OTHERS_BY_NOW);
    assert!(
        again.status == 200 && again.says("Other objects match by now") && again.says("3 of 3"),
        "{}",
        again.body
    );
    assert_eq!(owner_of(&host, &late).await, server.id_of(DESIGNER));
    let seen = foresee_hand_over(&host, &wish).await.unwrap().fingerprint;
    assert_eq!(hand_over(&host, &wish, Some(&seen)).await.unwrap().moved, 3);
    server.finish().await;
}

#[tokio::test]
async fn ticked_objects_of_one_owner_are_from_that_owner_and_those_of_several_from_several() {
    let server = TestServer::start().await;
    let host = server.host();
    let mut ids = Vec::new();
    for (name, role) in [("a", DESIGNER), ("b", DESIGNER), ("own", VIEWER), ("c", OTHER), ("d", DESIGNER)] {
        ids.push(add(&host, object(ObjectKind::Dashboard, name, &email_of(role))).await);
    }

    let of_one = transfer_objects(&host, &ids[..3], &email_of(VIEWER), Keeps::View).await.unwrap();
    let of_two = transfer_objects(&host, &ids[3..], &email_of(VIEWER), Keeps::View).await.unwrap();

    let kept = transfer_of(&host, &of_one.id).await.unwrap();
    assert_eq!((kept.from_user_id.as_deref(), kept.moved), (Some(server.id_of(DESIGNER)), 2));
    let mut admin = server.browser_of(ADMIN).await;
    let page = admin.get(&format!("/admin/ownership/transfers/{}", of_one.id)).await;
    assert!(page.says("<bdi>Grace Hopper</bdi>") && !page.says("Several owners"), "{}", page.body);
    let kept = transfer_of(&host, &of_two.id).await.unwrap();
    assert_eq!((kept.from_user_id, kept.from_name.as_str(), kept.moved), (None, "", 2));
    let returned = hand_over(&host, &back(&of_one.id), None).await.unwrap();
    assert_eq!((returned.to_user_id.as_deref(), returned.moved), (Some(server.id_of(DESIGNER)), 2));
    server.finish().await;
}

#[tokio::test]
async fn exactly_what_moved_and_is_still_there_goes_back_to_each_who_had_it() {
    let server = TestServer::start().await;
    let host = server.host();
    let mut ids = Vec::new();
    for (name, role) in [("a", DESIGNER), ("b", OTHER), ("passed on", DESIGNER), ("taken out", DESIGNER)] {
        ids.push(add(&host, object(ObjectKind::Dashboard, name, &email_of(role))).await);
    }
    let own = add(&host, object(ObjectKind::Dashboard, "own", &email_of(VIEWER))).await;
    let done = transfer_objects(&host, &ids, &email_of(VIEWER), Keeps::Edit).await.unwrap();
    transfer_objects(&host, &ids[2..3], &email_of(ADMIN), Keeps::Nothing).await.unwrap();
    super::unregister(&host, &[&ids[3]]).await.unwrap();

    let told = foresee_hand_over(&host, &back(&done.id)).await.unwrap();
    let returned = hand_over(&host, &back(&done.id), Some(&told.fingerprint)).await.unwrap();
    let again = hand_over(&host, &back(&done.id), None).await;

    assert_eq!((told.all, told.changed, told.refused), (4, 2, 2));
    let codes: Vec<&str> = told.reasons.iter().map(|(_, why)| why.code).collect();
    assert_eq!(codes, ["ownership.passed_on", "ownership.unknown_object"]);
    assert_eq!((returned.state, returned.moved, returned.back_of.as_ref()), (State::Done, 2, Some(&done.id)));
    for (id, role) in [(&ids[0], DESIGNER), (&ids[1], OTHER), (&ids[2], ADMIN), (&own, VIEWER)] {
        assert_eq!(owner_of(&host, id).await, server.id_of(role));
    }
    assert!(shares_of(&host, &ids[0]).await.unwrap().is_empty(), "an owner needs no share");
    assert_refused(again, &NOTHING_LEFT);
    assert_eq!(server.events_named("ownership.transfer").await.len(), 4 + 1 + 2, "one for each object");
    let told = server.events_named("ownership.receive").await;
    let mut receivers: Vec<&str> = told.iter().map(|event| event.subject_id.as_str()).collect();
    receivers.sort_unstable();
    let mut wanted = [VIEWER, ADMIN, DESIGNER, OTHER].map(|role| server.id_of(role));
    wanted.sort_unstable();
    assert_eq!(receivers, wanted);
    server.finish().await;
}

#[tokio::test]
async fn a_way_back_of_many_goes_on_by_itself_and_not_to_who_is_gone() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(450, &email_of(DESIGNER))).await.unwrap();
    let one = add(&host, object(ObjectKind::Alert, "1", &email_of(OTHER))).await;
    let begun = hand_over(&host, &all_of(DESIGNER, VIEWER), None).await.unwrap();
    assert_refused(foresee_hand_over(&host, &back(&begun.id)).await, &STILL_RUNNING);
    server.run_jobs().await;

    let returned = hand_over(&host, &back(&begun.id), None).await.unwrap();
    assert_eq!((returned.state, returned.moved, returned.total), (State::Running, 200, 450));
    server.run_jobs().await;

    let done = transfer_of(&host, &returned.id).await.unwrap();
    assert_eq!((done.state, done.moved), (State::Done, 450));
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (450, 0));
    let moved =
        transfer_objects(&host, std::slice::from_ref(&one), &email_of(VIEWER), Keeps::View).await.unwrap();
    users::delete(&host, &[email_of(OTHER)]).await.unwrap();
    let told = foresee_hand_over(&host, &back(&moved.id)).await.unwrap();
    assert_eq!((told.changed, told.reasons[0].1.code), (0, "ownership.owner_gone"));
    server.finish().await;
}

#[tokio::test]
async fn whatever_fits_a_search_changes_hands_whoever_owns_it_and_however_many_pages_it_fills() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(150, &email_of(DESIGNER))).await.unwrap();
    let more: Vec<NewObject> =
        (0..100).map(|at| object(ObjectKind::Folder, &format!("f{at}"), &email_of(OTHER))).collect();
    register(&host, more).await.unwrap();
    let plain = NewObject { title: "Else".into(), ..object(ObjectKind::Dashboard, "else", &email_of(OTHER)) };
    let plain = add(&host, plain).await;
    let theirs = add(&host, object(ObjectKind::Dashboard, "theirs", &email_of(VIEWER))).await;
    let filter = Filter { search: Some("title of".into()), ..Filter::default() };
    let wish = Wish { scope: Scope::Fitting(filter), to: email_of(VIEWER), keeps: Keeps::View };

    let told = foresee_hand_over(&host, &wish).await.unwrap();
    let begun = hand_over(&host, &wish, Some(&told.fingerprint)).await.unwrap();
    server.run_jobs().await;

    assert_eq!((told.all, told.changed, told.unchanged), (251, 250, 1));
    let done = transfer_of(&host, &begun.id).await.unwrap();
    assert_eq!((done.state, done.moved), (State::Done, 250));
    assert_eq!(count(&server, VIEWER).await, 251);
    assert_eq!(owner_of(&host, &plain).await, server.id_of(OTHER));
    assert_eq!(owner_of(&host, &theirs).await, server.id_of(VIEWER));
    server.finish().await;
}

#[tokio::test]
async fn the_pages_take_all_that_match_say_who_kept_what_and_hand_back() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(60, &email_of(DESIGNER))).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let viewer = email_of(VIEWER);

    let list = admin.get("/admin/ownership?search=title").await;
    let mut fields = vec![("whom", "all"), ("search", "title"), ("to", viewer.as_str()), ("keeps", "edit")];
    let asked = admin.submit("/admin/ownership", &fields).await;
    fields.push(("confirmed", "yes"));
    let handed = admin.submit("/admin/ownership", &fields).await;
    let page = admin.get(handed.location()).await;
    let rows = admin.get("/admin/ownership").await;
    let path = format!("{}/back", handed.location());
    let question = admin.get(&path).await;
    let returned = admin.submit(&path, &[("confirmed", "yes"), ("keeps", "none")]).await;

    assert!(list.says("All that match (60 objects)") && list.says("href=\"#hand-over\""), "{}", list.body);
    assert!(asked.says("60 of 60 objects change hands") && asked.says("may still edit"), "{}", asked.body);
    assert!(
        page.says("may still edit") && page.says("Who got what") && page.says("Hand back"),
        "{}",
        page.body
    );
    assert!(page.says("?after="), "the objects go page by page");
    assert!(rows.says("Grace Hopper had it before and may still edit it"), "{}", rows.body);
    assert!(
        question.says("60 of 60 objects change hands") && question.says("Grace Hopper"),
        "{}",
        question.body
    );
    assert!(admin.get(returned.location()).await.says("Handed back"));
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (60, 0));
    server.finish().await;
}

#[tokio::test]
async fn a_dry_run_over_the_api_says_what_would_happen_and_the_way_back_is_there_too() {
    let server = TestServer::start().await;
    register(&server.host(), dashboards(3, &email_of(DESIGNER))).await.unwrap();
    let token = server.token_of(ADMIN).await;
    let send = async |body: Value| {
        server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&body).send().await
    };
    let wish = json!({ "from": email_of(DESIGNER), "to": email_of(VIEWER), "dryRun": true });

    let told = send(wish.clone()).await;
    assert_eq!(count(&server, VIEWER).await, 0, "{}", told.body);
    let told = told.json();
    let mut real = wish;
    real["dryRun"] = json!(false);
    real["fingerprint"] = json!("other");
    let late = send(real.clone()).await;
    real["fingerprint"] = told["fingerprint"].clone();
    let moved = send(real).await.json();
    let both = send(json!({ "backOf": moved["id"], "to": email_of(VIEWER) })).await;
    let returned = send(json!({ "backOf": moved["id"] })).await.json();

    assert_eq!((&told["changed"], &told["counts"]["dashboard"]), (&json!(3), &json!(3)));
    assert_eq!(told["to"][0]["id"], json!(server.id_of(VIEWER)));
    assert!(late.status == 409 && late.says("ownership.others_by_now"), "{}", late.body);
    assert!(both.status == 422 && both.says("ownership.both_named"), "{}", both.body);
    assert_eq!((&returned["moved"], &returned["backOf"]), (&json!(3), &moved["id"]));
    assert_eq!(returned["previousOwnerKeeps"], json!("none"));
    assert_eq!(count(&server, DESIGNER).await, 3);
    server.finish().await;
}

#[tokio::test]
async fn pages_say_how_long_something_can_be_handed_back_and_offer_it_no_longer() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(1, &email_of(DESIGNER))).await.unwrap();
    let done = hand_over(&host, &all_of(DESIGNER, VIEWER), None).await.unwrap();
    let path = format!("/admin/ownership/transfers/{}", done.id);
    let mut admin = server.browser_of(ADMIN).await;

    let open = admin.get(&path).await;
    let all = admin.get("/admin/ownership/transfers").await;
    let objects = admin.get("/admin/ownership").await;
    server.advance(180 * DAY_MS);
    let over = server.browser_of(ADMIN).await.get(&path).await;

    assert!(open.says("It can be handed back until") && open.says(&format!("{path}/back")), "{}", open.body);
    assert!(all.says("For 180 days it can be handed back."), "{}", all.body);
    assert!(objects.says("are named here for 180 days"), "{}", objects.body);
    assert!(over.says("The 180 days are over") && !over.says("/back\""), "{}", over.body);
    server.finish().await;
}
