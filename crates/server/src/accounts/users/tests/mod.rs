//! What users promise: the rules, through the actions. The shape of the API is beside this.

mod acts;
mod acts_undone;
mod addresses;
mod all_that_is_wrong;
mod api_v09;
mod api_v1;
mod bulk_refusals;
mod coming_back;
mod leavers;
mod leavers_back;
mod leavers_looked_at;
mod leavers_many;
mod list;
mod locked;
mod many_groups;
mod pages;
mod platform;
mod search;
mod service;
mod taking_over;
mod two_editors;
mod views;

use seatwarden_base::secret::Secret;

use super::{
    Credential, EMAIL_TAKEN, LAST_SYSADMIN, ListQuery, NewUser, ONE_SYSADMIN, OwnPatch, Selection, UNKNOWN,
    UserPatch, change_own, count, create, delete, find, json_list,
    model::{
        ADDED_MAX, BAD_EMAIL, BAD_NAME, BAD_ROLE, BAD_USER_NAME, MISSING, NAME_IS_ADDRESS, SYSADMIN_ONLY,
        TOO_MANY, TWICE,
    },
    select, set_language, update,
};
use crate::{
    cx::{BUILT_IN, BaseRole, NOT_ALLOWED, SIGN_IN_FIRST},
    testing::{NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, new_user},
    text::HIDDEN_LETTER,
};

const ADMIN: BaseRole = BaseRole::Admin;

#[tokio::test]
async fn administrators_see_users_and_only_admins_change_them() {
    let server = TestServer::start().await;
    for role in BUILT_IN {
        let cx = server.cx_as(role).await;
        let email = format!("by-{}@people.example", role.name());
        let sees = [
            find(&cx, &email_of(ADMIN)).await.map(drop),
            select(&cx, Selection::default()).await.map(drop),
            count(&cx, None).await.map(drop),
        ];
        let changes = [
            create(&cx, vec![new_user(&email, "consumer")]).await.map(drop),
            update(&cx, server.id_of(BaseRole::Consumer), UserPatch::default()).await.map(drop),
        ];
        let may_change = matches!(role, BaseRole::Super | BaseRole::Admin);
        let expected = sees.map(|it| (it, role.is_admin())).into_iter();
        for (result, may) in expected.chain(changes.map(|it| (it, may_change))) {
            if may { result.unwrap() } else { assert_refused(result, &NOT_ALLOWED) }
        }
    }
    assert_refused(select(&server.cx(), Selection::default()).await.map(drop), &SIGN_IN_FIRST);
    assert_refused(delete(&server.cx(), &[email_of(ADMIN)]).await, &SIGN_IN_FIRST);
    server.finish().await;
}

#[tokio::test]
async fn a_user_is_found_by_id_name_and_address_in_any_case() {
    let server = TestServer::start().await;
    let host = server.host();
    let made = server.add(NewUser { user_name: "Grace".into(), ..new_user("g@people.example", "") }).await;

    for key in [made.person.id.as_str(), "grace", "GRACE", "G@People.Example"] {
        assert_eq!(find(&host, key).await.unwrap().person.id, made.person.id, "{key}");
    }
    for key in ["", "nobody", "grac", "0123456789abcdef01234567"] {
        assert_refused(find(&host, key).await, &UNKNOWN);
    }
    server.finish().await;
}

#[tokio::test]
async fn nobody_gets_a_name_or_an_address_that_signs_somebody_else_in() {
    let server = TestServer::start().await;
    let host = server.host();
    server.add(NewUser { user_name: "grace".into(), ..new_user("g@people.example", "") }).await;

    for (user_name, email) in
        [("", "G@people.example"), ("Grace", "x@people.example"), ("g@people.example", "x@people.example")]
    {
        let new = NewUser { user_name: user_name.into(), ..new_user(email, "consumer") };
        assert_refused(create(&host, vec![new]).await, &EMAIL_TAKEN);
    }
    let patch = UserPatch { user_name: Some("GRACE".into()), ..UserPatch::default() };
    assert_refused(update(&host, server.id_of(ADMIN), patch).await, &EMAIL_TAKEN);
    server.finish().await;
}

#[tokio::test]
async fn a_name_that_somebody_gave_up_is_free_again() {
    let server = TestServer::start().await;
    let host = server.host();
    let patch = UserPatch {
        email: Some("moved@people.example".into()),
        user_name: Some("moved".into()),
        ..UserPatch::default()
    };
    update(&host, server.id_of(BaseRole::Consumer), patch).await.unwrap();

    let taken_over = create(&host, vec![new_user(&email_of(BaseRole::Consumer), "consumer")]).await;

    assert_eq!(taken_over.unwrap()[0].person.email, email_of(BaseRole::Consumer));
    server.finish().await;
}

#[tokio::test]
async fn users_are_added_all_or_none() {
    let server = TestServer::start().await;
    let before = server.number("select count(*) from users").await;
    let users = vec![new_user("one@people.example", ""), new_user(&email_of(ADMIN), "")];

    assert_refused(create(&server.host(), users).await, &EMAIL_TAKEN);

    assert_eq!(server.number("select count(*) from users").await, before);
    assert!(server.events_named("users.create").await.iter().all(|event| !event.subject_id.is_empty()));
    server.run_jobs().await;
    assert!(server.mails().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn names_pasted_from_a_hebrew_list_lose_its_marks_of_direction_and_user_names_are_refused_with_them() {
    let server = TestServer::start().await;
    let host = server.host();
    let pasted = NewUser {
        first_name: "\u{200f}\u{5d3}\u{5e0}\u{5d4}\u{200e} ".into(),
        last_name: "\u{202b}Cohen\u{202c}".into(),
        ..new_user("dana@people.example", "consumer")
    };

    let made = create(&host, vec![pasted]).await.unwrap().remove(0).person;

    assert_eq!((made.first_name.as_str(), made.last_name.as_str()), ("\u{5d3}\u{5e0}\u{5d4}", "Cohen"));
    let strict = NewUser { user_name: "dan\u{200f}".into(), ..new_user("dan@people.example", "consumer") };
    assert_refused(create(&host, vec![strict]).await, &HIDDEN_LETTER);
    server.finish().await;
}

#[tokio::test]
async fn what_a_user_cannot_be_is_refused() {
    let server = TestServer::start().await;
    let host = server.host();
    let good = || new_user("x@people.example", "consumer");
    let long = "x".repeat(300);
    let refuse = async |new: NewUser, refusal| assert_refused(create(&host, vec![new]).await, &refusal);

    refuse(NewUser { email: String::new(), ..good() }, MISSING).await;
    refuse(NewUser { email: "nowhere".into(), ..good() }, BAD_EMAIL).await;
    refuse(NewUser { user_name: long.clone(), ..good() }, BAD_USER_NAME).await;
    refuse(NewUser { user_name: "a\u{202e}b".into(), ..good() }, HIDDEN_LETTER).await;
    refuse(NewUser { first_name: long.clone(), ..good() }, BAD_NAME).await;
    refuse(NewUser { last_name: "a\nb".into(), ..good() }, HIDDEN_LETTER).await;
    refuse(NewUser { last_name: "a\u{200b}b".into(), ..good() }, HIDDEN_LETTER).await;
    refuse(NewUser { role: "king".into(), ..good() }, BAD_ROLE).await;
    refuse(NewUser { groups: vec!["nobody".into()], ..good() }, crate::accounts::groups::UNKNOWN).await;
    assert_refused(create(&host, vec![good(), good()]).await, &TWICE);
    assert_refused(create(&host, vec![NewUser::default(); ADDED_MAX + 1]).await, &TOO_MANY);
    assert_refused(delete(&host, &vec![String::new(); ADDED_MAX + 1]).await, &TOO_MANY);
    server.finish().await;
}

#[tokio::test]
async fn there_is_one_sysadmin_and_no_administrator_touches_it() {
    let server = TestServer::start().await;
    let (admin, sysadmin) = (server.cx_as(ADMIN).await, server.id_of(BaseRole::Super));
    let second = new_user("second@people.example", "super");
    let promote = UserPatch { role: Some("super".into()), ..UserPatch::default() };
    let password = || UserPatch {
        credential: Some(Credential::Password(Secret::new(NEW_PASSWORD))),
        ..UserPatch::default()
    };
    let demote = UserPatch { role: Some("admin".into()), ..UserPatch::default() };
    let off = UserPatch { active: Some(false), ..UserPatch::default() };

    assert_refused(create(&admin, vec![second]).await, &ONE_SYSADMIN);
    assert_refused(update(&admin, server.id_of(ADMIN), promote).await, &ONE_SYSADMIN);
    assert_refused(update(&admin, sysadmin, password()).await, &SYSADMIN_ONLY);
    assert_refused(delete(&admin, &[sysadmin.to_owned()]).await, &LAST_SYSADMIN);
    let own = server.cx_as(BaseRole::Super).await;
    assert_refused(update(&own, sysadmin, demote).await, &LAST_SYSADMIN);
    assert_refused(update(&own, sysadmin, off).await, &LAST_SYSADMIN);
    assert_refused(delete(&own, &[sysadmin.to_owned()]).await, &LAST_SYSADMIN);
    update(&own, sysadmin, password()).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_user_without_a_password_is_invited_and_not_active_yet() {
    let server = TestServer::start().await;

    let made =
        server.add(NewUser { credential: Credential::Invited, ..new_user("n@people.example", "") }).await;
    server.run_jobs().await;

    assert!(!made.person.active);
    assert_eq!(server.mail_to("n@people.example").kind, "invitations.mail");
    assert_eq!(made.person.role.base, BaseRole::Consumer, "without a role one is a Viewer");
    assert_eq!(made.person.user_name, "n@people.example");
    server.finish().await;
}

#[tokio::test]
async fn everybody_is_in_everyone_and_administrators_in_admins() {
    let server = TestServer::start().await;

    for (role, groups) in
        [(BaseRole::Consumer, 1), (BaseRole::DataDesigner, 1), (ADMIN, 2), (BaseRole::Super, 2)]
    {
        let user = find(&server.host(), server.id_of(role)).await.unwrap();
        assert_eq!(user.groups.len(), groups, "{role:?}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_list_finds_parts_of_names_and_takes_signs_as_they_are() {
    let server = TestServer::start().await;
    for email in ["50%off@people.example", "50_off@people.example", "50!off@people.example"] {
        server.add(new_user(email, "")).await;
    }
    let found = async |search: &str| {
        let query = ListQuery { search: search.into(), ..ListQuery::default() };
        let wanted = Selection { query, ..Selection::default() };
        let users = json_list::all(select(&server.host(), wanted).await.unwrap()).await.unwrap();
        let length = i64::try_from(users.len()).unwrap();
        assert_eq!(count(&server.host(), Some(search)).await.unwrap(), length, "{search}");
        length
    };

    assert_eq!(found("50%").await, 1);
    assert_eq!(found("50_").await, 1);
    assert_eq!(found("50!").await, 1);
    assert_eq!(found("OFF@people").await, 3);
    assert_eq!(found("grace hopper").await, 8);
    assert_eq!(found("nothing like it").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn a_long_list_is_read_in_steps_and_misses_nobody() {
    let server = TestServer::start().await;
    let host = server.host();
    let mut tx = server.app.db.write().await.unwrap();
    super::create_crowd(&mut tx, &host, 1, 1_234).await.unwrap();
    tx.commit().await.unwrap();

    let users = json_list::all(select(&host, Selection::default()).await.unwrap()).await.unwrap();

    let mut names: Vec<String> = users.iter().map(|it| it.user.person.user_name.clone()).collect();
    assert_eq!(names.len(), 1_234 + 6);
    assert!(names.is_sorted(), "in the order of their names");
    names.dedup();
    assert_eq!(names.len(), 1_234 + 6);
    assert_eq!(count(&host, None).await.unwrap(), 1_234 + 6);
    server.finish().await;
}

#[tokio::test]
async fn ones_own_names_are_changed_and_checked() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Consumer).await;
    let names = |first: &str, user: &str| OwnPatch {
        first_name: Some(first.into()),
        last_name: Some("Somerville".into()),
        user_name: Some(user.into()),
        language: None,
    };

    change_own(&cx, &names(" Mary ", "mary")).await.unwrap();

    let person = find(&server.host(), "mary").await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Mary", "Somerville"));
    assert_refused(change_own(&cx, &names("", &email_of(ADMIN))).await.map(drop), &NAME_IS_ADDRESS);
    change_own(&server.cx_as(ADMIN).await, &names("", "taken")).await.unwrap();
    assert_refused(change_own(&cx, &names("", "taken")).await.map(drop), &EMAIL_TAKEN);
    assert_refused(change_own(&cx, &names("", " ")).await.map(drop), &BAD_USER_NAME);
    assert_refused(change_own(&server.cx(), &names("", "x")).await.map(drop), &SIGN_IN_FIRST);
    server.finish().await;
}

#[tokio::test]
async fn only_a_language_that_is_spoken_here_can_be_chosen() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Consumer).await;

    set_language(&cx, "he-IL").await.unwrap();
    assert!(set_language(&cx, "tlh").await.is_err());
    let chosen = find(&server.host(), server.id_of(BaseRole::Consumer)).await.unwrap().person.language;
    set_language(&cx, "").await.unwrap();

    assert_eq!(chosen.as_deref(), Some("he-IL"));
    let cleared = find(&server.host(), server.id_of(BaseRole::Consumer)).await.unwrap().person.language;
    assert_eq!(cleared, None);
    server.finish().await;
}

#[tokio::test]
async fn a_deleted_user_is_gone_with_everything_that_signs_in() {
    let server = TestServer::start().await;

    let gone = delete(&server.host(), &[email_of(ADMIN), email_of(BaseRole::Consumer)]).await.unwrap();

    assert_eq!(gone.len(), 2);
    assert_eq!(server.browser().sign_in(&email_of(ADMIN), PASSWORD).await.status, 401);
    for table in [
        "select count(*) from passwords p left join users u on u.id = p.user_id where u.id is null",
        "select count(*) from sign_in_names n left join users u on u.id = n.user_id where u.id is null",
    ] {
        assert_eq!(server.number(table).await, 0);
    }
    let all_or_none = delete(&server.host(), &[email_of(BaseRole::DataAdmin), "nobody".into()]).await;
    assert_refused(all_or_none, &UNKNOWN);
    assert!(find(&server.host(), &email_of(BaseRole::DataAdmin)).await.is_ok());
    server.finish().await;
}
