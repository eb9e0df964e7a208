//! What ownership promises.

use serde_json::{Value, json};

use super::{
    AT_ONCE_MAX, Filter, Keeps, NewObject, ObjectKind, SAME_OWNER, State, TOO_MANY, UNKNOWN_OBJECT,
    UNKNOWN_USER, Verdict, actions, changes, counts_of, find, list, register, register_table, shares_of,
    transfer_all, transfer_objects, transfer_of, unregister,
};
use crate::{
    accounts::users,
    cx::{BUILT_IN, BaseRole, Cx, NOT_ALLOWED},
    testing::{TestServer, assert_refused, email_of},
};

mod hand_over;
mod lists;
mod platform;
mod receivers;
mod trail;

const ADMIN: BaseRole = BaseRole::Admin;
const DESIGNER: BaseRole = BaseRole::Contributor;
const VIEWER: BaseRole = BaseRole::Consumer;

fn object(kind: ObjectKind, external_id: &str, owner: &str) -> NewObject {
    NewObject {
        kind: kind.word().to_owned(),
        external_id: external_id.to_owned(),
        title: format!("Title of {external_id}"),
        owner: owner.to_owned(),
        ..NewObject::default()
    }
}

fn dashboards(count: usize, owner: &str) -> Vec<NewObject> {
    (0..count).map(|at| object(ObjectKind::Dashboard, &format!("d{at:05}"), owner)).collect()
}

async fn add(cx: &Cx, new: NewObject) -> String {
    match register(cx, vec![new]).await.unwrap().remove(0) {
        Verdict::Added(id) => id,
        other => panic!("{other:?}"),
    }
}

async fn count(server: &TestServer, role: BaseRole) -> i64 {
    let mut tx = server.app.db.read().await.unwrap();
    counts_of(&mut tx, server.id_of(role)).await.unwrap().iter().map(|(_, count)| count).sum()
}

#[tokio::test]
async fn registering_twice_changes_nothing_and_never_takes_an_object_away() {
    let server = TestServer::start().await;
    let host = server.host();
    let first = object(ObjectKind::Dashboard, "7", &email_of(DESIGNER));
    let id = add(&host, first.clone()).await;

    let again = register(&host, vec![first.clone()]).await.unwrap();
    let titled = register(&host, vec![NewObject { title: "Sales".into(), ..first.clone() }]).await.unwrap();
    let stolen = register(&host, vec![NewObject { owner: email_of(VIEWER), ..first }]).await.unwrap();

    assert_eq!(again, [Verdict::Unchanged(id.clone())]);
    assert_eq!(titled, [Verdict::Updated(id.clone())]);
    assert!(matches!(&stolen[0], Verdict::Refused(refusal) if refusal.code == "ownership.owned_by_other"));
    let found = find(&host, &id).await.unwrap();
    assert_eq!((found.title.as_str(), found.owner.email), ("Sales", email_of(DESIGNER)));
    assert_eq!(server.events_named("ownership.register").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn a_wrong_object_among_many_keeps_no_other_out_and_says_what_is_wrong() {
    let server = TestServer::start().await;
    let owner = email_of(DESIGNER);
    let mut many = dashboards(450, &owner);
    many[3].kind = "spaceship".into();
    many[4].external_id = " ".into();
    many[5].owner = "nobody".into();

    let verdicts = register(&server.host(), many).await.unwrap();

    let codes: Vec<&str> = verdicts
        .iter()
        .filter_map(|verdict| match verdict {
            Verdict::Refused(refusal) => Some(refusal.code),
            _ => None,
        })
        .collect();
    assert_eq!(codes, ["ownership.unknown_kind", "ownership.bad_external_id", "ownership.unknown_user"]);
    assert_eq!(count(&server, DESIGNER).await, 447);
    let too_many = vec![NewObject::default(); AT_ONCE_MAX + 1];
    assert_refused(register(&server.host(), too_many).await, &TOO_MANY);
    server.finish().await;
}

#[tokio::test]
async fn a_table_gets_a_verdict_for_each_row() {
    let server = TestServer::start().await;
    let table = format!(
        "kind,external_id,title,owner\ndashboard,1,\"Sales, north\",{0}\nfolder,2,Ours,{0}\nfolder,3,Lost,nobody\n",
        email_of(DESIGNER)
    );

    let rows = register_table(&server.host(), &table).await.unwrap();

    let words: Vec<(usize, &str)> = rows.iter().map(|(line, _, verdict)| (*line, verdict.word())).collect();
    assert_eq!(words, [(2, "added"), (3, "added"), (4, "refused")]);
    assert!(register_table(&server.host(), "a,b\n1,2\n").await.is_err());
    server.finish().await;
}

#[tokio::test]
async fn a_table_that_says_two_things_of_one_object_is_refused_in_the_second_line() {
    let server = TestServer::start().await;
    let line = |kind: &str, title: &str, owner| format!("{kind},1,{title},{}\n", email_of(owner));
    let table = "kind,external_id,title,owner\n".to_owned()
        + &line("dashboard", "Sales", DESIGNER)
        + &line("Dashboard", "Sales", DESIGNER)
        + &line("dashboard", "Other", DESIGNER)
        + &line("dashboard", "Sales", VIEWER)
        + &line("folder", "Other", DESIGNER);

    let rows = register_table(&server.host(), &table).await.unwrap();
    let again = register_table(&server.host(), &table).await.unwrap();

    let words = |rows: &[(usize, NewObject, Verdict)]| -> Vec<(usize, &str)> {
        rows.iter().map(|(line, _, verdict)| (*line, verdict.word())).collect()
    };
    assert_eq!(words(&rows), [(2, "added"), (3, "unchanged"), (4, "refused"), (5, "refused"), (6, "added")]);
    assert_eq!(words(&again)[0], (2, "unchanged"), "doing it twice changes nothing");
    for (_, _, verdict) in &rows[2..4] {
        let Verdict::Refused(why) = verdict else { panic!("{verdict:?}") };
        assert_eq!((why.code, why.values[0].1.as_str()), ("ownership.named_twice", "2"));
    }
    server.finish().await;
}

#[tokio::test]
async fn a_list_goes_page_by_page_by_owner_kind_and_search() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(7, &email_of(DESIGNER))).await.unwrap();
    add(&host, object(ObjectKind::Folder, "100%_x", &email_of(VIEWER))).await;
    let all = async |filter: Filter| {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = list(&host, &Filter { after, limit: 3, ..filter.clone() }).await.unwrap();
            assert!(page.objects.len() <= 3);
            found.extend(page.objects.into_iter().map(|object| object.external_id));
            after = page.next;
            if after.is_none() {
                return found;
            }
        }
    };

    let designers = Some(server.id_of(DESIGNER).to_owned());
    assert_eq!(all(Filter::default()).await.len(), 8);
    assert_eq!(all(Filter { owner_id: designers.clone(), ..Filter::default() }).await.len(), 7);
    assert_eq!(all(Filter { kind: Some(ObjectKind::Folder), ..Filter::default() }).await, ["100%_x"]);
    let none = Filter { kind: Some(ObjectKind::Folder), owner_id: designers, ..Filter::default() };
    assert!(all(none).await.is_empty());
    assert_eq!(all(Filter { search: Some("OF D00003".into()), ..Filter::default() }).await, ["d00003"]);
    assert_eq!(all(Filter { search: Some("%_".into()), ..Filter::default() }).await, ["100%_x"]);
    server.finish().await;
}

#[tokio::test]
async fn many_objects_change_hands_exactly_once_each_with_an_event_and_a_place_in_the_feed() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(450, &email_of(DESIGNER))).await.unwrap();

    let begun = transfer_all(&host, &email_of(DESIGNER), &email_of(VIEWER), None, Keeps::Edit).await.unwrap();
    assert_eq!((begun.state, begun.moved, begun.total), (State::Running, 200, 450));
    server.run_jobs().await;

    let done = transfer_of(&host, &begun.id).await.unwrap();
    assert_eq!((done.state, done.moved, done.counts["dashboard"]), (State::Done, 450, 450));
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (0, 450));
    let events = server.events_named("ownership.transfer").await;
    assert_eq!(events.len(), 450);
    assert!(events.iter().all(|event| event.actor_name == "host:test"), "the job acts for whoever began it");
    for (event, role) in [("ownership.give", DESIGNER), ("ownership.receive", VIEWER)] {
        let told = server.events_named(event).await;
        assert_eq!((told.len(), told[0].subject_id.as_str()), (1, server.id_of(role)), "in their own trail");
        assert!(
            told[0].after_json.as_ref().is_some_and(|after| after.contains("\"objects\":450")),
            "{event}"
        );
    }
    let mut after = 0;
    let mut seen = Vec::new();
    loop {
        let step = changes(&host, after, 200).await.unwrap();
        let Some(last) = step.last() else { break };
        after = last.sequence;
        seen.extend(step.into_iter().map(|change| change.external_id));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 450);
    let one = list(&host, &Filter { limit: 1, ..Filter::default() }).await.unwrap().objects.remove(0);
    let shares = shares_of(&host, &one.id).await.unwrap();
    assert_eq!((shares[0].party_id.as_str(), shares[0].rule.as_str()), (server.id_of(DESIGNER), "edit"));
    server.finish().await;
}

#[tokio::test]
async fn a_transfer_that_is_run_twice_moves_nothing_twice() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(450, &email_of(DESIGNER))).await.unwrap();
    let begun = transfer_all(&host, &email_of(DESIGNER), &email_of(VIEWER), None, Keeps::View).await.unwrap();

    let both = futures_util::future::join_all((0..4).map(|_| async {
        let mut tx = server.app.db.write().await.unwrap();
        actions::next_step(&mut tx, &host, &begun.id).await.unwrap();
        tx.commit().await.unwrap();
    }));
    both.await;
    server.run_jobs().await;

    assert_eq!(transfer_of(&host, &begun.id).await.unwrap().moved, 450);
    assert_eq!(server.number("select count(*) from ownership_changes").await, 450);
    server.finish().await;
}

#[tokio::test]
async fn a_transfer_whose_receiver_is_deleted_midway_tells_both_what_was_moved() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(450, &email_of(DESIGNER))).await.unwrap();
    let begun = transfer_all(&host, &email_of(DESIGNER), &email_of(VIEWER), None, Keeps::View).await.unwrap();
    users::delete(&host, &[email_of(VIEWER)]).await.unwrap();

    server.run_jobs().await;

    let stopped = transfer_of(&host, &begun.id).await.unwrap();
    assert_eq!((stopped.state, stopped.moved, stopped.total), (State::Stopped, 200, 450));
    for (event, role) in [("ownership.give", DESIGNER), ("ownership.receive", VIEWER)] {
        let told = server.events_named(event).await;
        assert_eq!((told.len(), told[0].subject_id.as_str()), (1, server.id_of(role)));
        assert!(
            told[0].after_json.as_ref().is_some_and(|after| after.contains("\"objects\":200")),
            "{event}"
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn a_transfer_takes_one_kind_or_what_was_chosen_and_nothing_else() {
    let server = TestServer::start().await;
    let host = server.host();
    let owner = email_of(DESIGNER);
    let dashboard = add(&host, object(ObjectKind::Dashboard, "1", &owner)).await;
    add(&host, object(ObjectKind::Folder, "2", &owner)).await;
    add(&host, object(ObjectKind::Alert, "3", &owner)).await;

    let kind = Some(ObjectKind::Folder);
    let by_kind = transfer_all(&host, &owner, &email_of(VIEWER), kind, Keeps::Nothing).await.unwrap();
    let chosen = [dashboard.clone()];
    let ticked = transfer_objects(&host, &chosen, &email_of(VIEWER), Keeps::Nothing).await.unwrap();
    let again = transfer_objects(&host, &chosen, &email_of(VIEWER), Keeps::Nothing).await.unwrap();

    assert_eq!((by_kind.moved, ticked.moved, again.moved), (1, 1, 0));
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (1, 2));
    assert!(shares_of(&host, &dashboard).await.unwrap().is_empty());
    assert_refused(transfer_all(&host, &owner, &owner, None, Keeps::View).await, &SAME_OWNER);
    assert_refused(transfer_all(&host, &owner, "nobody", None, Keeps::View).await, &UNKNOWN_USER);
    let unknown = transfer_objects(&host, &["0".into()], &owner, Keeps::View).await;
    assert_refused(unknown, &UNKNOWN_OBJECT);
    server.finish().await;
}

#[tokio::test]
async fn who_may_look_may_not_change_and_others_may_neither() {
    let server = TestServer::start().await;
    let id = add(&server.host(), object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))).await;
    for role in BUILT_IN {
        let cx = server.cx_as(role).await;
        let looks = list(&cx, &Filter::default()).await.map(drop);
        let hands =
            transfer_objects(&cx, std::slice::from_ref(&id), &email_of(VIEWER), Keeps::View).await.map(drop);
        if role.is_admin() {
            looks.unwrap();
        } else {
            assert_refused(looks, &NOT_ALLOWED);
        }
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        if may { hands.unwrap() } else { assert_refused(hands, &NOT_ALLOWED) }
    }
    assert_refused(unregister(&server.cx_as(BaseRole::DataAdmin).await, &[&id]).await, &NOT_ALLOWED);
    unregister(&server.cx_as(ADMIN).await, &[&id]).await.unwrap();
    assert_refused(unregister(&server.host(), &[&id]).await, &UNKNOWN_OBJECT);
    server.finish().await;
}

#[tokio::test]
async fn the_pages_register_hand_over_and_take_out() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("kind", "dashboard"), ("external_id", "41"), ("title", "Sales <1>"), ("owner", "grace")];

    let refused = admin.submit("/admin/ownership/register", &fields).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.field("field-title").as_deref(), Some("Sales &lt;1&gt;"), "what was typed stays");
    let mut fields = fields;
    fields[3].1 = server.id_of(DESIGNER);
    let saved = admin.submit("/admin/ownership/register", &fields).await;
    assert_eq!(saved.location(), "/admin/ownership?done=registered", "{}", saved.body);
    let id = list(&server.host(), &Filter::default()).await.unwrap().objects[0].id.clone();

    let viewer = email_of(VIEWER);
    let nothing = admin.submit("/admin/ownership", &[("to", &viewer)]).await;
    assert_eq!(nothing.status, 422);
    let unsure = admin.submit("/admin/ownership", &[("object", &id), ("to", "CONS")]).await;
    assert!(unsure.status == 422 && unsure.says(&viewer), "those who may be meant are offered");
    let mut ticked = vec![("object", id.as_str()), ("to", viewer.as_str()), ("keeps", "view")];
    let asked = admin.submit("/admin/ownership", &ticked).await;
    assert!(asked.status == 200 && asked.says("1 of 1 object changes hands"), "{}", asked.body);
    assert_eq!(count(&server, VIEWER).await, 0, "asking changes nothing");
    ticked.push(("confirmed", "yes"));
    let handed = admin.submit("/admin/ownership", &ticked).await;
    assert_eq!(handed.status, 303, "{}", handed.body);
    assert_eq!(admin.get(handed.location()).await.status, 200);
    assert_eq!(count(&server, VIEWER).await, 1);

    let all =
        [("from", viewer.as_str()), ("to", &email_of(DESIGNER)), ("keeps", "none"), ("confirmed", "yes")];
    let page = format!("/admin/ownership/transfer?from={viewer}");
    let handed = admin.submit_to(&page, "/admin/ownership/transfer", &all).await;
    assert_eq!(handed.status, 303, "{}", handed.body);
    assert!(admin.get("/admin/ownership/transfers").await.says("Handed over"));
    let out = admin.submit(&format!("/admin/ownership/{id}/unregister"), &[]).await;
    assert_eq!(out.location(), "/admin/ownership?done=unregistered");
    assert!(admin.get("/admin/ownership?search=nothing").await.says("Nothing fits"));

    let mut viewer = server.browser_of(VIEWER).await;
    for page in ["", "/register", "/upload", "/transfer", "/transfers"] {
        assert_eq!(viewer.get(&format!("/admin/ownership{page}")).await.status, 403, "{page}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_table_is_uploaded_as_a_file() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let upload = admin.get("/admin/ownership/upload").await;
    assert!(
        upload.says("Register what is in the table") && !upload.says("Register an object"),
        "{}",
        upload.body
    );
    let csrf = upload.csrf().unwrap();
    let part = |name: &str, file: &str, text: &str| {
        format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n")
    };
    let table = format!("kind;id;owner\ndashboard;1;{0}\nalert;2;nobody\n", email_of(DESIGNER));
    let send = async |admin: &mut crate::testing::Browser<'_>, csrf: &str, table: &str| {
        let body = part("csrf", "", csrf) + &part("file", "; filename=\"a.csv\"", table) + "--x--\r\n";
        let request = admin
            .request("POST", "/admin/ownership/upload")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x")
            .text(&body);
        admin.send(request).await
    };

    let taken = send(&mut admin, &csrf, &table).await;
    let forged = send(&mut admin, "forged", &table).await;
    let wrong = send(&mut admin, &csrf, "no columns").await;
    let empty = send(&mut admin, &csrf, "kind,id,owner\n").await;
    let unclosed = send(&mut admin, &csrf, "kind,id,owner\n\"dashboard,1,ada\n").await;

    assert!(taken.status == 200 && taken.says("Nobody here is called exactly"), "{}", taken.body);
    assert_eq!(count(&server, DESIGNER).await, 1);
    assert_eq!((forged.status, wrong.status), (403, 422));
    assert!(empty.status == 422 && empty.says("no row below its heads"), "{}", empty.body);
    assert!(unclosed.status == 422 && unclosed.says("opens in line"), "{}", unclosed.body);
    server.finish().await;
}

#[tokio::test]
async fn the_platform_registers_and_follows_over_the_api() {
    let server = TestServer::start().await;
    server.sql("insert into groups (id, name, name_key, created_at_ms, updated_at_ms) values ('g', 'G', 'g', 0, 0)").await;
    let token = server.token_of(ADMIN).await;
    let send = async |method: &str, path: &str, body: Value| {
        let request = server.request(method, path).bearer(&token);
        if body.is_null() { request.send().await } else { request.json(&body).send().await }
    };
    let body = json!([
        { "kind": "dashboard", "externalId": "1", "title": "A", "owner": email_of(DESIGNER),
          "shares": [{ "type": "group", "partyId": "g", "rule": "view" }] },
        { "kind": "boat", "externalId": "2", "owner": email_of(DESIGNER) },
    ]);

    let made = send("POST", "/api/v1/ownership/objects", body).await.json();
    let id = made["items"][0]["id"].as_str().unwrap().to_owned();
    let listed = send("GET", "/api/v1/ownership/objects?limit=1", Value::Null).await.json();
    let one = send("GET", &format!("/api/v1/ownership/objects/{id}"), Value::Null).await.json();
    let wanted = json!({ "objects": [id], "to": email_of(VIEWER), "previousOwnerKeeps": "edit" });
    let all =
        |more: (&str, &str)| json!({ "from": email_of(DESIGNER), "to": email_of(VIEWER), more.0: more.1 });
    for (misspelt, status) in [
        (("kinds", "folder"), 400),
        (("kind", ""), 422),
        (("oldOwnerKeeps", "edit"), 400),
        (("previousOwnerKeeps", ""), 422),
    ] {
        let answer = send("POST", "/api/v1/ownership/transfers", all(misspelt)).await;
        assert_eq!(answer.status, status, "{misspelt:?}: {}", answer.body);
    }
    for unclear in [json!([id]), json!([])] {
        let unclear = json!({ "from": email_of(DESIGNER), "objects": unclear, "to": email_of(VIEWER) });
        let answer = send("POST", "/api/v1/ownership/transfers", unclear).await;
        assert!(answer.status == 422 && answer.says("ownership.both_named"), "{}", answer.body);
    }
    let moved = send("POST", "/api/v1/ownership/transfers", wanted).await;
    let feed = send("GET", "/api/v1/ownership/transfers?after=0", Value::Null).await.json();
    let rest = send("GET", "/api/v1/ownership/transfers?after=1", Value::Null).await.json();
    let owner = format!("/api/v1/ownership/owners/{}", email_of(VIEWER));
    let owner = send("GET", &owner, Value::Null).await.json();

    assert_eq!(
        (&made["items"][0]["verdict"], &made["items"][1]["code"]),
        (&json!("added"), &json!("ownership.unknown_kind"))
    );
    assert_eq!(listed["items"][0]["owner"]["email"], json!(email_of(DESIGNER)));
    assert_eq!(one["shares"][0]["partyId"], "g");
    assert_eq!((moved.status, moved.json()["moved"].clone()), (200, json!(1)));
    assert_eq!(
        (&feed["items"][0]["externalId"], &feed["items"][0]["to"]),
        (&json!("1"), &json!(server.id_of(VIEWER)))
    );
    assert_eq!((&feed["next"], &rest["items"], &rest["next"]), (&json!(1), &json!([]), &json!(1)));
    assert_eq!(owner["counts"]["dashboard"], 1);
    let gone = send("DELETE", &format!("/api/v1/ownership/objects/{id}"), Value::Null).await;
    assert_eq!(gone.status, 204);
    for unknown in [json!({ "objects": [] }), json!([{ "kind": "dashboard", "extenalId": "3" }])] {
        let answer = send("POST", "/api/v1/ownership/objects", unknown).await;
        assert_eq!(answer.status, 400, "{}", answer.body);
    }
    server.finish().await;
}
