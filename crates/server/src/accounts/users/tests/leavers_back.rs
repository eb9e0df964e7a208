//! What coming back promises while the objects of the deletion are still on their way: nothing more leaves.

use seatwarden_base::jobs;
use serde_json::json;

use super::super::{Act, Begun, Chosen, OtherNames, begin_act, bring_back, delete, delete_leaver, find};
use super::leavers::{all, own, owned};
use crate::{
    accounts::ownership::{self, Fate, Keeps, NewObject, ObjectKind, State, transfer_of},
    cx::BaseRole,
    testing::{Script, TestServer, email_of},
};

const DESIGNER: BaseRole = BaseRole::Contributor;
const VIEWER: BaseRole = BaseRole::Consumer;

async fn is_back(server: &TestServer) {
    bring_back(&server.host(), server.id_of(DESIGNER), &OtherNames::default()).await.unwrap();
}

async fn count(server: &TestServer, role: BaseRole) -> i64 {
    owned(server, server.id_of(role)).await.iter().map(|(_, count)| count).sum()
}

async fn register_one_more(server: &TestServer) {
    let new = NewObject {
        kind: ObjectKind::Dashboard.word().to_owned(),
        external_id: "new".to_owned(),
        owner: email_of(DESIGNER),
        ..NewObject::default()
    };
    ownership::register(&server.host(), vec![new]).await.unwrap();
}

#[tokio::test]
async fn whoever_is_back_before_all_was_removed_has_everything_again_and_keeps_it() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 450).await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let id = server.id_of(DESIGNER);
    let removing = json!({ "owned": { "dashboard": { "fate": "remove" } }, "typedName": email_of(DESIGNER) });

    let gone = script.send("POST", &format!("/api/v1/users/{id}/deletion"), removing).await;
    let left = count(&server, DESIGNER).await;
    let back = script.send("POST", &format!("/api/v1/users/deleted/{id}/undo"), json!({})).await;
    server.run_jobs().await;

    assert_eq!((gone.status, left, back.status), (200, 250, 200), "{} {}", gone.body, back.body);
    assert_eq!(count(&server, DESIGNER).await, 450);
    let stopped = "select count(*) from ownership_transfers where what = 'remove' and state = 'stopped'";
    assert_eq!(server.number(stopped).await, 1);

    // A job that was not stopped by whoever came back finds that they are.
    server.sql("update ownership_transfers set state = 'running' where what = 'remove'").await;
    let id = server.text("select id from ownership_transfers where what = $1", "remove").await;
    let mut tx = server.app.db.write().await.unwrap();
    let job = json!({ "transfer_id": id });
    jobs::enqueue(&mut tx, ownership::TRANSFER, &job, server.now_ms(), server.host().new_id().unwrap())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    server.run_jobs().await;
    assert_eq!((server.number(stopped).await, count(&server, DESIGNER).await), (1, 450));
    server.finish().await;
}

#[tokio::test]
async fn a_hand_over_that_began_with_the_deletion_ends_with_its_undoing_and_another_goes_on() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 450).await;
    let to_viewer = all(&Fate::HandOver(email_of(VIEWER)));
    let (_, transfers) =
        delete_leaver(&server.host(), &email_of(DESIGNER), &to_viewer, ("", None)).await.unwrap();

    is_back(&server).await;
    register_one_more(&server).await;
    server.run_jobs().await;

    let stopped = transfer_of(&server.host(), &transfers[0]).await.unwrap();
    assert_eq!(
        (stopped.state, stopped.moved, stopped.finished_at_ms),
        (State::Stopped, 200, Some(server.now_ms()))
    );
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (251, 200));
    let told = server.events_named("ownership.give").await;
    assert_eq!((told.len(), told[0].subject_id.as_str()), (1, server.id_of(DESIGNER)));

    // This one was begun while they were there, and has nothing to do with their leaving.
    let (from, to) = (email_of(DESIGNER), email_of(VIEWER));
    let other = ownership::transfer_all(&server.host(), &from, &to, None, Keeps::Nothing).await.unwrap();
    server.advance(1_000);
    delete(&server.host(), &[from]).await.unwrap();
    is_back(&server).await;
    server.run_jobs().await;
    assert_eq!(transfer_of(&server.host(), &other.id).await.unwrap().state, State::Done);
    assert_eq!(count(&server, VIEWER).await, 451);
    server.finish().await;
}

#[tokio::test]
async fn the_way_back_of_an_act_stops_what_was_handed_over_of_the_deleted_meanwhile() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 450).await;
    let cx = server.cx_as(BaseRole::Admin).await;
    let chosen = Chosen::These(vec![server.id_of(DESIGNER).to_owned()]);
    let Begun::Done(act, _) = begin_act(&cx, &Act::Delete, &chosen, None).await.unwrap() else {
        panic!("one user is no long act")
    };
    let former = server.id_of(DESIGNER);
    let given = ownership::transfer_all(&cx, former, &email_of(VIEWER), None, Keeps::Nothing).await.unwrap();
    assert_eq!(given.state, State::Running);

    begin_act(&cx, &Act::BringBack(act.clone()), &Chosen::DeletedBy(act), None).await.unwrap();
    server.run_jobs().await;

    assert!(find(&server.host(), former).await.is_ok());
    assert_eq!(transfer_of(&cx, &given.id).await.unwrap().state, State::Stopped);
    assert_eq!((count(&server, DESIGNER).await, count(&server, VIEWER).await), (250, 200));
    server.finish().await;
}
