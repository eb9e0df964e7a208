//! What is written out as a file comes back the same by Import Many, on another server.

use std::collections::BTreeMap;

use super::{ADMIN, Options, SILENT, State, applied, make_group};
use crate::{
    accounts::users::{self, NewUser, UserPatch},
    cx::BaseRole,
    testing::{TestServer, new_user},
    text::Language,
};

/// Everything that must come back.
type Kept = (String, String, String, String, Vec<String>, Option<String>, bool);

const PEOPLE: [(&str, &str, &str); 7] = [
    ("=cmd|' /C calc'!A0", "-1+1", "=formula"),
    ("'=guarded", "''=twice", "'quoted'"),
    ("Smith, John; Jr.", "O\"Brien|x", "comma,name"),
    ("@home", "+49 30", "@minus"),
    ("\u{5e2}\u{5de}\u{5d9}\u{5ea}", "\u{5db}\u{5d4}\u{5df}", "\u{5e2}\u{5de}\u{5d9}\u{5ea}"),
    ("Zoë", "", "zoe"),
    ("", "Nur-Nachname", "'"),
];
const GROUPS: [&str; 6] = [
    "Sales, North",
    "A; B | C",
    "=Formula",
    "12\" screens",
    "\u{5de}\u{5db}\u{5d9}\u{5e8}\u{5d5}\u{5ea}",
    "\"all\" of us",
];

async fn people(server: &TestServer) -> BTreeMap<String, Kept> {
    let cx = server.cx_as(ADMIN).await;
    let query = users::ListQuery { search: "house.example".into(), ..users::ListQuery::default() };
    let mut export = users::export(&cx, &query).await.unwrap();
    let mut kept = BTreeMap::new();
    while let Some(step) = export.next().await.unwrap() {
        for one in step {
            let user = one.user;
            let groups = one.groups.into_iter().map(|group| group.name).collect();
            let role = one.role.unwrap().name.clone();
            kept.insert(
                user.email,
                (user.user_name, user.first_name, user.last_name, role, groups, user.language, user.active),
            );
        }
    }
    kept
}

async fn fill(server: &TestServer) {
    for name in GROUPS {
        make_group(server, name).await;
    }
    let roles = ["consumer", "contributor", "dataDesigner", "dataAdmin", "admin", "consumer", "contributor"];
    for (at, ((first_name, last_name, user_name), role)) in PEOPLE.into_iter().zip(roles).enumerate() {
        let email = format!("person{at}@house.example");
        let new = NewUser {
            user_name: user_name.into(),
            first_name: first_name.into(),
            last_name: last_name.into(),
            groups: GROUPS.into_iter().take(at).map(str::to_owned).collect(),
            language: [None, Some("de-DE".to_owned()), Some("he-IL".to_owned())][at % 3].clone(),
            ..new_user(&email, role)
        };
        let id = server.add(new).await.person.id;
        if at == 3 {
            let off = UserPatch { active: Some(false), ..UserPatch::default() };
            users::update(&server.host(), &id, off).await.unwrap();
        }
    }
}

/// Brings a file into an empty server; answers who is there then.
async fn brought_in(file: &str) -> BTreeMap<String, Kept> {
    let server = TestServer::start().await;
    let options = Options { makes_groups: true, ..SILENT };
    let cx = server.cx_as(BaseRole::Super).await;
    let import = applied(&server, &cx, file, options).await;
    assert_eq!((import.state, import.counts.0[3]), (State::Applied, 0), "{file}");
    let people = people(&server).await;
    server.finish().await;
    people
}

#[tokio::test]
async fn what_was_written_out_comes_back_the_same_in_every_language() {
    let server = TestServer::start().await;
    fill(&server).await;
    let before = people(&server).await;
    assert_eq!(before.len(), PEOPLE.len());
    let mut admin = server.browser_of(BaseRole::Super).await;
    for language in Language::ALL {
        let cx = server.cx_as(BaseRole::Super).await;
        users::set_language(&cx, language.locale()).await.unwrap();
        let fields = [("query", "search=house.example"), ("mark", "1")];
        let file = admin.submit_to("/admin/users", "/admin/users/export", &fields).await;
        assert!(!file.says(",=") && !file.says(",@"), "{}", file.body);

        assert_eq!(brought_in(&file.body).await, before, "{language:?}: {}", file.body);
    }
    let token = server.token_of(ADMIN).await;
    let file = server.request("GET", "/api/v1/users/export?search=house.example").bearer(&token).send().await;
    assert_eq!(brought_in(&file.body).await, before, "{}", file.body);
    server.finish().await;
}

#[tokio::test]
async fn the_result_of_an_import_is_a_file_over_the_api_too() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let import =
        applied(&server, &cx, "email,firstName\nnew@house.example,=Ada\nnot an address,\n", SILENT).await;
    let token = server.token_of(ADMIN).await;

    let path = format!("/api/v1/imports/{}/result", import.id);
    let file = server.request("GET", &path).bearer(&token).send().await;

    assert_eq!((file.status, file.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert!(
        file.body.starts_with(
            "line,email,userName,verdict,changes,reason,userId,undone,role,groups,roleBefore,groupsBefore,emailBefore,userNameBefore,firstNameBefore,lastNameBefore,advice,firstName\r\n2,new@house.example,,add,"
        ),
        "{}",
        file.body
    );
    assert!(file.body.contains("\r\n3,not an address,,wrong,,"), "{}", file.body);
    server.finish().await;
}
