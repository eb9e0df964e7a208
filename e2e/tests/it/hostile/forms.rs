//! Nasty text in every field of every form, and forms that are none.

use super::{must_be_refused, must_not_be_a_fault, must_not_be_logged, nasty};
use reqwest::Method;
use seatwarden_e2e::{database::Engine, demo::Demo, http::Http};

/// Every form of a page with its text fields, as somebody signed in, and the rest of what it needs.
const FORMS: [(&str, &str, &[&str]); 8] = [
    (
        "/profile/personal-information",
        "/profile/personal-information",
        &["first_name", "last_name", "user_name"],
    ),
    ("/profile/personal-information", "/profile/email", &["new_email", "current_password"]),
    ("/profile/preferences", "/profile/preferences", &["language"]),
    (
        "/profile/password",
        "/profile/password",
        &["current_password", "new_password", "repeat_password", "end_others"],
    ),
    ("/profile/password", "/profile/password/check", &["password", "new_password"]),
    ("/profile/api-token", "/profile/api-token", &["name", "scope", "days"]),
    ("/profile/api-token", "/profile/api-token/renew", &["confirmed"]),
    ("/", "/language", &["language", "back"]),
];

/// The forms of pages for those who are not signed in.
const OPEN_FORMS: [(&str, &str, &[&str]); 5] = [
    ("/login", "/login", &["username", "password", "remember_me", "return_to"]),
    ("/forgot-password", "/forgot-password", &["email"]),
    ("/forgot-password/sent", "/recover-password", &["code", "new_password", "repeat_password"]),
    ("/recovery-code", "/recovery-code", &["code", "email", "username", "new_password", "repeat_password"]),
    ("/login", "/theme", &["theme", "back"]),
];

#[tokio::test]
async fn nasty_text_in_any_field_is_never_a_fault_on_sqlite() {
    nasty_text_in_any_field(Engine::Sqlite).await;
}

#[tokio::test]
async fn nasty_text_in_any_field_is_never_a_fault_on_postgresql() {
    nasty_text_in_any_field(Engine::Postgres).await;
}

async fn nasty_text_in_any_field(engine: Engine) {
    let demo = Demo::start(engine).await;
    let person = demo.user("contributor").clone();
    let mut password = person.password.clone();
    let signed_in = Http::browser(demo.url());
    signed_in.sign_in(&person).await;
    for (page, action, names) in FORMS.iter().chain(&OPEN_FORMS) {
        let is_open = OPEN_FORMS.iter().any(|(_, open, _)| open == action);
        let mut tries = Vec::new();
        for name in *names {
            tries.extend(nasty().into_iter().map(|text| (*name, text)));
        }
        let mut csrf = signed_in.get("/").await.csrf();
        for (name, text) in tries {
            // Whoever gets in by chance is signed in afterwards; the next one begins as a stranger again.
            let http = if is_open { Http::browser(demo.url()) } else { signed_in.clone() };
            if is_open {
                csrf = http.get(page).await.must_be(200).csrf();
            }
            let is_nasty =
                |field: &str| field == name || (name == "new_password" && field == "repeat_password");
            let mut fields = vec![("csrf", csrf.as_str())];
            fields.extend(names.iter().map(|field| {
                (*field, if is_nasty(field) { text.as_str() } else { usual(field, &person.email, &password) })
            }));
            let answer = http.post(action, &fields).await;
            let what = format!("{action} with {name}={text:.40?} on {engine:?}");
            must_not_be_a_fault(&what, &answer);
            if text.contains('\0') && IS_KEPT.contains(&name) {
                must_be_refused(&what, &answer);
            }
            assert!(!answer.body.contains("<script>alert"), "{what}: {}", answer.body);
            assert!(!answer.cookies().iter().any(|cookie| cookie.starts_with("a=b")), "{what}");
            if *action == "/profile/password" && name == "new_password" && answer.status == 303 {
                password.clone_from(&text);
                csrf = signed_in.get("/").await.csrf();
            }
        }
    }
    must_not_be_logged(&demo, &[person.password.clone(), USUAL_PASSWORD.to_owned()]);
}

const USUAL_PASSWORD: &str = "violet-harbour-teapot-91";

/// Fields whose text is stored or compared with what is stored; the others are switches.
/// A password is hashed whole and never stored, so it may hold anything.
const IS_KEPT: [&str; 10] = [
    "first_name",
    "last_name",
    "user_name",
    "new_email",
    "current_password",
    "name",
    "scope",
    "username",
    "email",
    "code",
];

/// What an honest person would type, so that a refusal is about the one field that is nasty.
fn usual<'a>(name: &str, email: &'a str, password: &'a str) -> &'a str {
    match name {
        "first_name" | "last_name" | "name" => "Ada",
        "user_name" | "username" | "email" => email,
        "new_email" => "another@example.com",
        "current_password" | "password" => password,
        "new_password" | "repeat_password" => USUAL_PASSWORD,
        "scope" => "full",
        "days" => "30",
        "code" => "12345678",
        "language" => "en-US",
        "theme" => "dark",
        "back" | "return_to" => "/profile",
        _ => "",
    }
}

#[tokio::test]
async fn forms_that_cannot_be_read_are_refused() {
    let demo = Demo::start(Engine::Sqlite).await;
    let http = Http::browser(demo.url());
    let csrf = http.get("/login").await.csrf();
    let form = "application/x-www-form-urlencoded";
    let send = |kind: &str, body: Vec<u8>| {
        http.send(http.request(Method::POST, "/login").header("content-type", kind.to_owned()).body(body))
    };
    for (what, kind, body) in [
        (
            "bytes that are no text",
            form,
            [format!("csrf={csrf}&username=").into_bytes(), vec![0xff, 0xfe, 0xfd]].concat(),
        ),
        (
            "encoded bytes that are no text",
            form,
            format!("csrf={csrf}&username=%ff%fe&password=x").into_bytes(),
        ),
        ("a field twice", form, format!("csrf={csrf}&username=a&username=b&password=x").into_bytes()),
        ("a token twice", form, format!("csrf={csrf}&csrf=x&username=a&password=x").into_bytes()),
        ("bad percent signs", form, format!("csrf={csrf}&username=%zz%&password=x").into_bytes()),
        ("many fields", form, format!("csrf={csrf}&{}", "a=b&".repeat(50_000)).into_bytes()),
        ("nothing", form, Vec::new()),
        ("JSON", "application/json", br#"{"csrf":"x"}"#.to_vec()),
        ("parts", "multipart/form-data; boundary=x", b"--x\r\n\r\n--x--".to_vec()),
        ("no kind that exists", "\u{1}nonsense".trim_start_matches('\u{1}'), b"\0\0\0".to_vec()),
    ] {
        must_be_refused(what, &send(kind, body).await);
    }
}
