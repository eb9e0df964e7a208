//! Steps of imports that are refused midway, done by two jobs at once, or taken back from the end; and what becomes of
//! passwords and of text that was pasted.

use super::{
    ADMIN, Options, Row, SILENT, State, VIEWER, all_rows, applied, apply, checked, find, make_group, read,
    undo, undone, user, verdicts,
};
use crate::{
    accounts::{groups, users},
    cx::{BaseRole, NOT_ALLOWED},
    testing::{DAY_MS, HOUR_MS, PASSWORD, TestServer, email_of, new_user},
};

const DESIGNER: BaseRole = BaseRole::Contributor;

async fn set_role(server: &TestServer, key: &str, role: &str) {
    let patch = users::UserPatch { role: Some(role.into()), ..users::UserPatch::default() };
    users::update(&server.host(), key, patch).await.unwrap();
}

fn reasons(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.why.as_ref().map_or("", |why| why.code.as_str())).collect()
}

#[tokio::test]
async fn two_rows_about_one_user_are_told_whatever_each_of_them_calls_the_user() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    for group in ["Sales", "Berlin"] {
        make_group(&server, group).await;
    }
    let named = users::NewUser { user_name: "ada".into(), ..new_user("ada@house.example", "viewer") };
    server.add(named).await;
    let mut table = "email,userName,groups\nada@house.example,,Sales\n".to_owned();
    // The second one stands in another part.
    for number in 0..250 {
        table.extend([format!("other{number}@house.example,,\n")]);
    }
    table.push_str(",ada,Berlin\n");

    let import = checked(&server, &cx, &table, Options { leaves_groups: true, ..SILENT }).await;

    assert_eq!(import.counts.0, [250, 1, 0, 1]);
    let wanted = super::Wanted { verdict: Some(super::Verdict::Wrong), from: 0 };
    let (wrong, _) = super::rows(&cx, &import, wanted).await.unwrap();
    let why = wrong[0].why.clone().unwrap();
    assert_eq!((why.code.as_str(), wrong[0].line), ("import.twice", 253));
    assert_eq!(why.values, [("line".to_owned(), "2".to_owned())]);
    server.finish().await;
}

#[tokio::test]
async fn taking_back_begins_with_the_last_row_so_that_nobody_lacks_the_seat_that_a_row_gave_away() {
    // One of the two is the one of the sample users who has a data model to design.
    let server = TestServer::start_with(|config| config.seats.designers = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let mut table = format!("email,role\n{},viewer\n", email_of(DESIGNER));
    for number in 0..250 {
        table.extend([format!("other{number}@house.example,viewer\n")]);
    }
    table.push_str("x@house.example,contributor\n");
    let import = applied(&server, &cx, &table, SILENT).await;
    assert_eq!(import.counts.0, [251, 1, 0, 0]);
    undo(&cx, &import.id, None).await.unwrap();

    super::super::step(&server.host(), &import.id).await.unwrap();
    let halfway = find(&cx, &import.id).await.unwrap();
    server.run_jobs().await;
    let import = find(&cx, &import.id).await.unwrap();

    assert_eq!((halfway.state, halfway.done(), halfway.undone), (State::Undoing, 52, 52));
    assert_eq!((import.state, import.undone, import.done()), (State::Undone, 252, 252));
    assert_eq!(user(&server, server.id_of(DESIGNER)).await.unwrap().person.role.base, DESIGNER);
    server.finish().await;
}

#[tokio::test]
async fn two_jobs_that_take_one_import_back_at_once_report_each_row_as_it_is() {
    let server = TestServer::start_with(|config| config.seats.designers = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let mut table = format!("email,role\n{},viewer\n", email_of(DESIGNER));
    for number in 0..5 {
        table.extend([format!("new{number}@house.example,viewer\n")]);
    }
    let import = applied(&server, &cx, &table, SILENT).await;
    // Somebody else has the seat now, so that the part is done row by row.
    server.add(new_user("quick@house.example", DESIGNER.name())).await;
    undo(&cx, &import.id, None).await.unwrap();
    let host = server.host();
    let id = import.id.clone();

    let (one, other) = tokio::join!(super::super::step(&host, &id), super::super::step(&host, &id));
    one.unwrap();
    other.unwrap();
    server.run_jobs().await;

    let import = find(&cx, &import.id).await.unwrap();
    let rows = all_rows(&cx, &import).await;
    assert_eq!(reasons(&rows), ["seats.none_left", "", "", "", "", ""]);
    assert!(rows.iter().all(|row| row.undone));
    assert_eq!((import.state, import.undone), (State::Undone, 5));
    server.finish().await;
}

#[tokio::test]
async fn two_jobs_that_apply_one_import_at_once_report_each_row_as_it_is() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let group = make_group(&server, "Sales").await;
    let mut table = "email,groups\n".to_owned();
    for number in 0..6 {
        let groups = if number == 3 { "Sales" } else { "" };
        table.extend([format!("new{number}@house.example,{groups}\n")]);
    }
    let import = checked(&server, &cx, &table, SILENT).await;
    groups::delete(&cx, &[group]).await.unwrap();
    apply(&cx, &import.id, None).await.unwrap();
    let begin = || {
        let (host, id) = (server.host(), import.id.clone());
        tokio::spawn(async move { super::super::step(&host, &id).await })
    };

    // One of them is cut off in the middle of its rows, which the other has read before.
    let (one, other) = (begin(), begin());
    while !one.is_finished() && server.number("select count(*) from users where email like 'new%'").await < 2
    {
        tokio::task::yield_now().await;
    }
    one.abort();
    other.await.unwrap().unwrap();
    server.run_jobs().await;

    let import = find(&cx, &import.id).await.unwrap();
    let unknown = "import.unknown_group";
    assert_eq!(verdicts(&cx, &import).await, ["add", "add", "add", unknown, "add", "add"]);
    assert_eq!((import.state, import.counts.0), (State::Applied, [5, 0, 0, 1]));
    assert_eq!(undone(&server, &cx, &import).await.undone, 5);
    server.finish().await;
}

#[tokio::test]
async fn an_import_whose_taking_back_is_refused_midway_stops_with_the_reason() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let import = applied(&server, &cx, "email\nnew@house.example\n", SILENT).await;
    undo(&cx, &import.id, None).await.unwrap();
    // They may still change users, but delete none.
    let change = crate::accounts::roles::RoleChange {
        display_name: "Helper".into(),
        choices: [crate::cx::Permission::AddUsers, crate::cx::Permission::ChangeUsers]
            .map(|it| (it, crate::accounts::roles::Choice::Allow))
            .to_vec(),
        ..crate::accounts::roles::RoleChange::default()
    };
    let new = crate::accounts::roles::NewRole { base: "dataAdmin".into(), change };
    let role = crate::accounts::roles::create(&server.host(), &new).await.unwrap().role;
    set_role(&server, server.id_of(ADMIN), &role.id).await;

    server.run_jobs().await;

    let sysadmin = server.cx_as(BaseRole::Super).await;
    let stopped = find(&sysadmin, &import.id).await.unwrap();
    assert_eq!((stopped.state, stopped.why.unwrap().code.as_str()), (State::Applied, NOT_ALLOWED.code));
    assert_eq!(undone(&server, &sysadmin, &import).await.undone, 1);
    server.finish().await;
}

#[tokio::test]
async fn a_password_is_taken_as_it_came_with_its_blanks_and_apostrophe() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (blanks, quoted) = (format!("  {PASSWORD} "), format!("'={PASSWORD}"));
    let table = format!(
        "email,firstName,password\nblanks@house.example, Ada ,{blanks}\n\
         quoted@house.example,'=Bob,{quoted}\nnone@house.example,Cyd,  \n"
    );

    let import = applied(&server, &cx, &table, SILENT).await;

    assert_eq!(import.counts.0, [3, 0, 0, 0], "{:?}", verdicts(&cx, &import).await);
    for (name, password) in [("blanks@house.example", &blanks), ("quoted@house.example", &quoted)] {
        assert_eq!(server.browser().sign_in(name, password).await.status, 303, "{name}");
        assert_ne!(server.browser().sign_in(name, PASSWORD).await.status, 303, "{name}");
    }
    assert_eq!(user(&server, "blanks@house.example").await.unwrap().person.first_name, "Ada");
    assert_eq!(user(&server, "quoted@house.example").await.unwrap().person.first_name, "=Bob");
    assert!(all_rows(&cx, &import).await.iter().all(|row| row.as_came.is_empty()), "none of it is kept");
    server.finish().await;
}

/// Begins to apply a list with passwords that then cannot go on.
async fn stopped_with_passwords(server: &TestServer) -> super::Import {
    let cx = server.cx_as(ADMIN).await;
    let table = format!("email,password\nnew@house.example, {PASSWORD}\nbare@house.example,\n");
    let import = checked(server, &cx, &table, SILENT).await;
    apply(&cx, &import.id, None).await.unwrap();
    set_role(server, server.id_of(ADMIN), VIEWER.name()).await;
    server.run_jobs().await;
    import
}

fn holds_passwords(rows: &[Row]) -> bool {
    rows.iter().any(|row| !row.cells[1].is_empty() || !row.as_came.is_empty())
}

#[tokio::test]
async fn the_passwords_of_a_list_that_stands_still_are_deleted_after_a_day() {
    let server = TestServer::start().await;
    let import = stopped_with_passwords(&server).await;

    server.advance(23 * HOUR_MS);
    server.run_periodic_jobs().await;
    let cx = server.cx_as(BaseRole::Super).await;
    assert!(holds_passwords(&all_rows(&cx, &import).await), "somebody may still go on");
    server.advance(6 * HOUR_MS);
    server.run_periodic_jobs().await;

    let cx = server.cx_as(BaseRole::Super).await;
    let stopped = find(&cx, &import.id).await.unwrap();
    let rows = all_rows(&cx, &stopped).await;
    assert!(!holds_passwords(&rows));
    assert_eq!(reasons(&rows), ["import.passwords_forgotten", ""]);
    assert_eq!((stopped.state, stopped.counts.0), (State::Stopped, [1, 0, 0, 1]));
    apply(&cx, &import.id, None).await.unwrap();
    server.run_jobs().await;
    assert_eq!(verdicts(&cx, &import).await, ["import.passwords_forgotten", "add"]);
    assert!(user(&server, "new@house.example").await.is_err(), "nobody is added without their password");
    server.finish().await;
}

#[tokio::test]
async fn taking_a_stopped_list_back_deletes_the_passwords_of_the_rows_that_are_left() {
    let server = TestServer::start().await;
    let import = stopped_with_passwords(&server).await;
    let cx = server.cx_as(BaseRole::Super).await;

    let import = undone(&server, &cx, &import).await;

    assert!(!holds_passwords(&all_rows(&cx, &import).await));
    server.advance(DAY_MS);
    read(&server.cx_as(BaseRole::Super).await, "email\na@house.example\n").await;
    server.finish().await;
}

#[tokio::test]
async fn what_was_pasted_and_refused_stands_in_the_form_again_unless_it_may_hold_passwords() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let form = "/admin/users/import";

    let open = "email,firstName\nada@house.example,\"Ada <3\nbob@house.example,Bob\n";
    let refused = browser.send_form(form, form, &[("pasted", open)]).await;
    let secret = format!("email,password\nada@house.example,\"{PASSWORD}\nbob@house.example,x\n");
    let hidden = browser.send_form(form, form, &[("pasted", &secret)]).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.says("ada@house.example,&quot;Ada &lt;3"), "{}", refused.body);
    assert!(
        refused.says("bob@house.example") && refused.says("id=\"field-pasted-error\""),
        "{}",
        refused.body
    );
    assert_eq!(hidden.status, 422, "{}", hidden.body);
    assert!(!hidden.says(PASSWORD) && !hidden.says("ada@house.example"), "{}", hidden.body);
    assert!(hidden.says("does not stand here again"), "{}", hidden.body);
    server.finish().await;
}
