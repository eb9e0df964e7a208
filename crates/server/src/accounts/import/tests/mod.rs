//! What Import Many promises.

mod corrected;
mod elsewhere;
mod faces;
mod file;
mod misread;
mod reach;
mod round_trip;
mod steps;

use seatwarden_base::Result;

use super::{
    Columns, Import, OTHER_STEP, Options, Row, State, UNKNOWN, Verdict, Wanted, apply, check, find, remove,
    rows, undo, upload,
};
use crate::{
    accounts::{groups, users},
    cx::{BaseRole, Cx, NOT_ALLOWED},
    testing::{
        DAY_MS, HOUR_MS, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, md5_of, new_user,
    },
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

/// Nobody is mailed.
const SILENT: Options = Options {
    changes_existing: true,
    invites: false,
    makes_groups: false,
    leaves_groups: false,
    takes_lookalikes: false,
    reaches_administrators: false,
};

async fn read(cx: &Cx, table: &str) -> Import {
    upload(cx, "people.csv", table.to_owned().into()).await.unwrap()
}

/// Uploads a table and lets every row be judged.
async fn checked(server: &TestServer, cx: &Cx, table: &str, options: Options) -> Import {
    let import = read(cx, table).await;
    check(cx, &import.id, Some(import.version), import.columns.clone(), options).await.unwrap();
    server.run_jobs().await;
    find(cx, &import.id).await.unwrap()
}

/// The same, and applies it.
async fn applied(server: &TestServer, cx: &Cx, table: &str, options: Options) -> Import {
    let import = checked(server, cx, table, options).await;
    apply(cx, &import.id, Some(import.version)).await.unwrap();
    server.run_jobs().await;
    let import = find(cx, &import.id).await.unwrap();
    assert_eq!(import.state, State::Applied);
    import
}

async fn undone(server: &TestServer, cx: &Cx, import: &Import) -> Import {
    undo(cx, &import.id, None).await.unwrap();
    server.run_jobs().await;
    let import = find(cx, &import.id).await.unwrap();
    assert_eq!(import.state, State::Undone);
    import
}

async fn all_rows(cx: &Cx, import: &Import) -> Vec<Row> {
    rows(cx, import, Wanted::default()).await.unwrap().0
}

/// The verdict of each row, or why it is wrong.
async fn verdicts(cx: &Cx, import: &Import) -> Vec<String> {
    let word = |row: &Row| match (&row.why, row.verdict) {
        (Some(why), _) => why.code.clone(),
        (None, verdict) => verdict.map_or("", Verdict::word).to_owned(),
    };
    all_rows(cx, import).await.iter().map(word).collect()
}

async fn user(server: &TestServer, key: &str) -> Result<users::User> {
    users::find(&server.host(), key).await
}

async fn make_group(server: &TestServer, name: &str) -> String {
    let new = groups::GroupChange { name: Some(name.to_owned()), ..groups::GroupChange::default() };
    groups::create(&server.host(), vec![new]).await.unwrap().remove(0).id
}

#[tokio::test]
async fn the_dry_run_judges_every_row_and_changes_nothing() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    make_group(&server, "Sales, North").await;
    let viewer = email_of(VIEWER);
    let table = format!(
        "email,userName,firstName,role,groups,language,active\n\
         new@house.example,newcomer,Ada,Designer,\"Sales, North\",de-DE,yes\n\
         {viewer},,Grace,,,,\n\
         {viewer},,Someone,,,,\n\
         not an address,,,,,,\n\
         ,,Nobody,,,,\n\
         a@house.example,,,Emperor,,,\n\
         b@house.example,,,,Nowhere,,\n\
         c@house.example,,,,,Klingonisch!,\n\
         d@house.example,,,,,,perhaps\n\
         e@house.example,,,super,,,\n\
         f@house.example,newcomer,,,,,\n\
         {admin},other-name,,,,,\n\
         g@house.example,{viewer},,,,,\n\
         adm\u{456}n@people.example,,,,,,\n",
        admin = email_of(ADMIN),
    );

    let import = checked(&server, &cx, &table, SILENT).await;

    assert_eq!(import.state, State::Checked);
    assert_eq!(
        verdicts(&cx, &import).await,
        [
            "add",
            "unchanged",
            "import.twice",
            "users.bad_email",
            "users.missing_field",
            "import.unknown_role",
            "import.unknown_group",
            "import.bad_language",
            "import.bad_active",
            "users.one_sysadmin",
            "import.twice",
            "change",
            "import.twice",
            "users.mixed_scripts",
        ]
    );
    assert_eq!(import.counts.0, [1, 1, 1, 11]);
    let lines: Vec<u32> = all_rows(&cx, &import).await.iter().map(|row| row.line).collect();
    assert_eq!(lines, (2..=15).collect::<Vec<u32>>());
    assert!(user(&server, "new@house.example").await.is_err());
    assert_eq!(server.events_named("users.create").await.len(), 6, "the sample users");
    server.finish().await;
}

#[tokio::test]
async fn a_row_with_a_nul_is_wrong_and_says_so() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email,firstName,note\na@imp.example,A\0da,x\nb@imp.example,Bob,y\0\nc\0@imp.example,C,z\n";

    let import = checked(&server, &cx, table, SILENT).await;

    let nul = "import.nul_in_row";
    assert_eq!(verdicts(&cx, &import).await, [nul, "add", nul], "a column that nobody uses does no harm");
    server.finish().await;
}

#[tokio::test]
async fn a_group_that_cannot_be_made_is_told_in_the_dry_run() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email,groups\na@imp.example,Sales\nb@imp.example,\u{410}dmins\n";

    let import = checked(&server, &cx, table, Options { makes_groups: true, ..SILENT }).await;

    assert_eq!(verdicts(&cx, &import).await, ["add", "groups.looks_built_in"]);
    server.finish().await;
}

#[tokio::test]
async fn two_addresses_of_a_list_that_look_alike_in_other_letters_are_told() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email\na1@imp.example\n\u{430}1@imp.example\nalia@imp.example\nalla@imp.example\n\
        \u{ff42}\u{ff4f}\u{ff42}@imp.example\nbob@imp.example\nx@m\u{fc}nchen.example\nx@xn--mnchen-3ya.example\n";

    let import = checked(&server, &cx, table, SILENT).await;
    let taken = checked(&server, &cx, table, Options { takes_lookalikes: true, ..SILENT }).await;

    let alike = "import.lookalike";
    let expected = ["add", alike, "add", "add", "add", alike, "add", "import.twice"];
    assert_eq!(verdicts(&cx, &import).await, expected);
    assert_eq!(taken.counts.0, [7, 0, 0, 1]);
    server.finish().await;
}

#[tokio::test]
async fn applying_adds_and_changes_and_doing_it_again_changes_nothing() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make_group(&server, "Sales").await;
    let table = format!(
        "E-Mail;Vorname;Nachname;Rolle;Gruppen;Sprache;aktiv\n\
         new@house.example;Ada;שלום;contributor;sales;de;\n\
         off@house.example;Bob;'=1+1;;;;nein\n\
         {viewer};Zoe;;Betrachter;;fr;\n",
        viewer = email_of(VIEWER),
    );

    let import = applied(&server, &cx, &table, SILENT).await;

    assert_eq!(import.counts.0, [2, 1, 0, 0]);
    let new = user(&server, "new@house.example").await.unwrap();
    assert_eq!((new.person.first_name.as_str(), new.person.last_name.as_str()), ("Ada", "שלום"));
    assert_eq!(new.person.role.base, BaseRole::Contributor);
    assert!(new.groups.contains(&group) && new.person.active);
    let off = user(&server, "off@house.example").await.unwrap().person;
    assert_eq!((off.active, off.last_name.as_str()), (false, "=1+1"));
    let changed = user(&server, server.id_of(VIEWER)).await.unwrap().person;
    assert_eq!((changed.first_name.as_str(), changed.last_name.as_str()), ("Zoe", "Hopper"));
    assert_eq!(changed.language.as_deref(), Some("fr"));
    let events = server.events_named("users.create").await;
    assert_eq!(events.last().unwrap().actor_id.as_deref(), Some(server.id_of(ADMIN)));
    assert_eq!(server.events_named("import.finish").await.len(), 1);

    let again = checked(&server, &cx, &table, SILENT).await;
    assert_eq!(again.counts.0, [0, 0, 3, 0], "{:?}", verdicts(&cx, &again).await);
    assert!(server.mails().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn whoever_has_no_password_is_invited_and_passwords_work_at_once() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let md5 = md5_of(NEW_PASSWORD);
    let table = format!(
        "email,password,hash\ninvited@house.example,,\nclear@house.example,{PASSWORD},\n\
         old@house.example,,{md5}\nweak@house.example,password,\n"
    );
    let options = Options { invites: true, ..SILENT };

    let import = applied(&server, &cx, &table, options).await;

    assert_eq!(verdicts(&cx, &import).await, ["add", "add", "add", "passwords.common"]);
    server.run_jobs().await;
    assert!(server.mail_to("invited@house.example").text.contains("/invitation/"));
    for (name, password) in [("clear@house.example", PASSWORD), ("old@house.example", NEW_PASSWORD)] {
        let mut browser = server.browser();
        assert_eq!(browser.sign_in(name, password).await.status, 303, "{name}");
    }
    let kept = all_rows(&cx, &import).await;
    assert!(kept.iter().all(|row| row.cells[1].is_empty() && row.cells[2].is_empty()), "no password is kept");
    server.finish().await;
}

#[tokio::test]
async fn taking_back_deletes_the_new_and_restores_the_changed_but_not_who_changed_since() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make_group(&server, "Sales").await;
    let table = format!(
        "email,firstName,groups\nnew@house.example,Ada,\nbusy@house.example,Bob,\n{},Zoe,Sales\n",
        email_of(VIEWER)
    );
    let import = applied(&server, &cx, &table, SILENT).await;
    let busy = user(&server, "busy@house.example").await.unwrap().person.id;
    let patch = users::UserPatch { first_name: Some("Robert".into()), ..users::UserPatch::default() };
    users::update(&cx, &busy, patch).await.unwrap();

    let import = undone(&server, &cx, &import).await;

    assert_eq!(verdicts(&cx, &import).await, ["add", "import.changed_since", "change"]);
    assert_eq!(import.undone, 2);
    assert!(user(&server, "new@house.example").await.is_err());
    assert_eq!(user(&server, "busy@house.example").await.unwrap().person.first_name, "Robert");
    let viewer = user(&server, server.id_of(VIEWER)).await.unwrap();
    assert_eq!(viewer.person.first_name, "Grace");
    assert!(!viewer.groups.contains(&group));
    let deleted = users::list_deleted(&cx, "", None).await.unwrap().0;
    assert_eq!(deleted.len(), 1, "whoever was deleted by it can be brought back");
    server.finish().await;
}

#[tokio::test]
async fn taking_back_leaves_who_joined_a_group_or_whose_invitation_was_cancelled_or_sent_again() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make_group(&server, "Sales").await;
    let table = "email,firstName\njoined@house.example,Ada\ncancelled@house.example,Bob\n\
                 again@house.example,Cyd\nalone@house.example,Dan\n";
    let table = format!("{table}{},Zoe\n", email_of(VIEWER));
    let import = applied(&server, &cx, &table, Options { invites: true, ..SILENT }).await;
    let id = async |name: &str| user(&server, name).await.unwrap().person.id;
    let joined = vec![id("joined@house.example").await, server.id_of(VIEWER).to_owned()];
    users::begin_act(&cx, &users::Act::JoinGroup(group), &users::Chosen::These(joined), None).await.unwrap();
    server.advance(HOUR_MS);
    let cx = server.cx_as(ADMIN).await;
    users::cancel_invitation(&cx, &id("cancelled@house.example").await).await.unwrap();
    users::invite_again(&cx, &id("again@house.example").await).await.unwrap();

    let import = undone(&server, &cx, &import).await;

    let left = "import.changed_since";
    assert_eq!(verdicts(&cx, &import).await, [left, left, left, "add", left]);
    assert_eq!(import.undone, 1);
    assert!(user(&server, "alone@house.example").await.is_err());
    assert_eq!(user(&server, server.id_of(VIEWER)).await.unwrap().person.first_name, "Zoe");
    server.finish().await;
}

#[tokio::test]
async fn an_import_can_be_taken_back_for_thirty_days_and_waits_for_one() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email\nnew@house.example\n";
    let done = applied(&server, &cx, table, SILENT).await;
    let waiting = read(&cx, table).await;

    server.advance(25 * HOUR_MS);
    server.run_periodic_jobs().await;
    assert_refused(find(&cx, &waiting.id).await, &UNKNOWN);
    assert!(find(&cx, &done.id).await.is_ok());
    server.advance(30 * DAY_MS);
    assert_refused(undo(&server.cx_as(ADMIN).await, &done.id, None).await, &super::model::TOO_LATE);
    server.run_periodic_jobs().await;
    assert_refused(find(&server.cx_as(ADMIN).await, &done.id).await, &UNKNOWN);
    server.finish().await;
}

#[tokio::test]
async fn groups_are_made_only_if_that_was_asked_for_and_left_only_then() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (sales, north) = (make_group(&server, "Sales").await, make_group(&server, "North").await);
    let table = format!("email,groups/0,groups/1\n{},North,Brand New\n", email_of(VIEWER));
    let mut tx = server.app.db.write().await.unwrap();
    groups::join(&mut tx, &server.host(), &sales, server.id_of(VIEWER)).await.unwrap();
    tx.commit().await.unwrap();

    let refused = checked(&server, &cx, &table, SILENT).await;
    assert_eq!(verdicts(&cx, &refused).await, ["import.unknown_group"]);
    applied(&server, &cx, &table, Options { makes_groups: true, ..SILENT }).await;
    let viewer = user(&server, server.id_of(VIEWER)).await.unwrap();
    assert!(viewer.groups.contains(&sales) && viewer.groups.contains(&north));
    assert_eq!(server.number("select count(*) from groups where name = 'Brand New'").await, 1);

    applied(&server, &cx, &table, Options { leaves_groups: true, ..SILENT }).await;
    assert!(!user(&server, server.id_of(VIEWER)).await.unwrap().groups.contains(&sales));
    server.finish().await;
}

#[tokio::test]
async fn the_seats_are_counted_in_the_dry_run_and_again_when_it_is_applied() {
    let server = TestServer::start_with(|config| config.seats.viewers = 3).await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email\na@house.example\nb@house.example\nc@house.example\n";

    let import = checked(&server, &cx, table, SILENT).await;
    assert_eq!(verdicts(&cx, &import).await, ["add", "add", "seats.none_left"]);
    // Somebody else takes one of the two meanwhile.
    server.add(new_user("quick@house.example", "viewer")).await;
    apply(&cx, &import.id, None).await.unwrap();
    server.run_jobs().await;

    let import = find(&cx, &import.id).await.unwrap();
    assert_eq!(verdicts(&cx, &import).await, ["add", "seats.none_left", "seats.none_left"]);
    assert_eq!(import.counts.0, [1, 0, 0, 2]);
    server.finish().await;
}

#[tokio::test]
async fn many_parts_are_applied_each_row_once_even_if_the_job_is_begun_again_and_again() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let mut table = "email,firstName\n".to_owned();
    for number in 0..1_050 {
        let at = if number % 10 == 3 { "" } else { "@house.example" };
        table.extend([format!("user{number}{at},Number {number}\n")]);
    }
    let import = checked(&server, &cx, &table, SILENT).await;
    assert_eq!(import.counts.0, [945, 0, 0, 105]);
    apply(&cx, &import.id, None).await.unwrap();

    // As after a crash: the step is done, and done again from what was read before.
    let host = server.host();
    for _ in 0..3 {
        super::step(&host, &import.id).await.unwrap();
        server.run_jobs().await;
    }

    let import = find(&cx, &import.id).await.unwrap();
    assert_eq!((import.state, import.counts.0), (State::Applied, [945, 0, 0, 105]));
    assert_eq!(server.number("select count(*) from users where email like 'user%@house.example'").await, 945);
    assert_eq!(server.events_named("users.create").await.len(), 945 + 6);
    let (wrong, next) = rows(&cx, &import, Wanted { verdict: Some(Verdict::Wrong), from: 0 }).await.unwrap();
    let rest =
        rows(&cx, &import, Wanted { verdict: Some(Verdict::Wrong), from: next.unwrap() }).await.unwrap();
    assert_eq!((wrong.len(), rest.0.len(), rest.1), (100, 5, None));
    assert!(undone(&server, &cx, &import).await.undone == 945);
    assert_eq!(server.number("select count(*) from users").await, 6);
    server.finish().await;
}

#[tokio::test]
async fn a_row_that_cannot_be_done_after_all_keeps_no_other_from_being_done() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make_group(&server, "Sales").await;
    let table = "email,groups\na@house.example,\nb@house.example,Sales\nc@house.example,\n";
    let import = checked(&server, &cx, table, SILENT).await;
    assert_eq!(import.counts.0, [3, 0, 0, 0]);
    groups::delete(&cx, &[group]).await.unwrap();

    apply(&cx, &import.id, None).await.unwrap();
    server.run_jobs().await;

    let import = find(&cx, &import.id).await.unwrap();
    assert_eq!(verdicts(&cx, &import).await, ["add", "import.unknown_group", "add"]);
    server.finish().await;
}

#[tokio::test]
async fn an_import_stops_when_whoever_began_it_may_no_more_and_another_goes_on() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let import = checked(&server, &cx, "email\nnew@house.example\n", SILENT).await;
    apply(&cx, &import.id, None).await.unwrap();
    let patch = users::UserPatch { role: Some("viewer".into()), ..users::UserPatch::default() };
    users::update(&server.host(), server.id_of(ADMIN), patch).await.unwrap();

    server.run_jobs().await;

    let sysadmin = server.cx_as(BaseRole::Super).await;
    let stopped = find(&sysadmin, &import.id).await.unwrap();
    assert_eq!((stopped.state, stopped.why.unwrap().code.as_str()), (State::Stopped, NOT_ALLOWED.code));
    assert!(user(&server, "new@house.example").await.is_err());
    apply(&sysadmin, &import.id, None).await.unwrap();
    server.run_jobs().await;
    assert!(user(&server, "new@house.example").await.is_ok());
    server.finish().await;
}

#[tokio::test]
async fn nobody_reaches_beyond_their_role_and_two_steps_at_once_are_refused() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = format!("email,firstName\n{},Mallory\n", email_of(BaseRole::Super));

    let import = checked(&server, &cx, &table, SILENT).await;

    assert_eq!(verdicts(&cx, &import).await, ["users.sysadmin_only"]);
    let again = check(&cx, &import.id, Some(import.version - 1), import.columns.clone(), SILENT).await;
    assert_refused(again, &OTHER_STEP);
    assert_refused(undo(&cx, &import.id, None).await, &OTHER_STEP);
    assert_refused(check(&cx, &import.id, None, Columns::default(), SILENT).await, &super::columns::NO_KEY);
    for role in [BaseRole::DataAdmin, BaseRole::DataDesigner, BaseRole::Contributor, VIEWER] {
        let cx = server.cx_as(role).await;
        assert_refused(find(&cx, &import.id).await, &NOT_ALLOWED);
        assert_refused(upload(&cx, "", "email\na@b\n".into()).await, &NOT_ALLOWED);
    }
    remove(&cx, &import.id).await.unwrap();
    assert_refused(find(&cx, &import.id).await, &UNKNOWN);
    server.finish().await;
}
