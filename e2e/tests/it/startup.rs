//! Starting, setting up, being rescued, and leaving nothing behind.

use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person, Ready, Serve},
    eventually,
    http::{Http, connect},
    process::Process,
    seatwarden,
};

const PASSWORD: &str = "violet-harbour-teapot-91";

fn setup_fields<'a>(secret: &'a str, email: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("secret", secret),
        ("email", email),
        ("first_name", "Ida"),
        ("last_name", "Noddack"),
        ("password", PASSWORD),
        ("repeat_password", PASSWORD),
    ]
}

#[tokio::test]
async fn a_new_installation_is_set_up_once_with_the_printed_secret() {
    let server = Serve::start().await;
    let secret = server.setup_secret().expect("a new server prints a set-up secret");
    let browser = Http::browser(server.url());
    browser.get("/").await.must_lead_to("/setup");
    browser.get("/login").await.must_lead_to("/setup");

    let wrong =
        browser.submit("/setup", "/setup", &setup_fields("AAAAA-BBBBB-CCCCC-DDDDD", "ida@example.com")).await;
    assert!((400..500).contains(&wrong.status), "a wrong secret was answered with {}", wrong.status);
    let csrf = browser.get("/setup").await.csrf();
    browser
        .submit("/setup", "/setup", &setup_fields(&secret, "ida@example.com"))
        .await
        .must_lead_to("/login?done=setup");

    let mut again = setup_fields(&secret, "mallory@example.com").to_vec();
    again.push(("csrf", &csrf));
    let again = browser.post("/setup", &again).await;
    assert!((400..500).contains(&again.status), "a used secret was answered with {}", again.status);
    let page = browser.get("/setup").await;
    assert!((400..500).contains(&page.status), "the page was shown again: {}", page.status);
    browser.try_sign_in("ida@example.com", PASSWORD).await.must_lead_to("/");
    Http::browser(server.url()).try_sign_in("mallory@example.com", PASSWORD).await.must_be(401);

    let server = server.restart().await;
    assert_eq!(server.setup_secret(), None, "an installation that is set up prints no secret");
    Http::browser(server.url()).try_sign_in("ida@example.com", PASSWORD).await.must_lead_to("/");
}

#[test]
fn an_address_that_another_program_has_is_named_with_what_to_do() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = tempfile::tempdir().unwrap();

    let output =
        seatwarden().args(["serve", "--address", &address, "--data-dir"]).arg(data.path()).output().unwrap();

    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(&address) && said.contains("--address`"), "{said}");
}

#[tokio::test]
async fn there_is_no_account_before_the_set_up() {
    let server = Serve::start().await;
    let script = Http::script(server.url());

    for (name, password) in [("admin", "admin"), ("admin@example.com", "admin"), ("sysadmin", "password")] {
        let fields = [("username", name), ("password", password)];
        script.post("/api/v1/authentication/login", &fields).await.must_be(401);
    }
    script.get("/api/users").await.must_be(401);
}

#[tokio::test]
async fn a_rescue_link_opens_the_sysadmins_account_once() {
    let server = Serve::start().await;
    let secret = server.setup_secret().unwrap();
    let browser = Http::browser(server.url());
    browser.submit("/setup", "/setup", &setup_fields(&secret, "ida@example.com")).await.must_be(303);

    let output = server.command(&["rescue"]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "`rescue` ended with {}: {err}", output.status);
    let link = out.trim();
    assert_eq!(link.lines().count(), 1, "the link stands alone on the standard output: {out}");
    let path = link
        .strip_prefix(server.url())
        .unwrap_or_else(|| panic!("`{link}` does not lead to {}", server.url()));

    let new = "copper-lantern-meadow-17";
    let fields = [("new_password", new), ("repeat_password", new)];
    // Looking uses nothing up.
    browser.get(path).await.must_be(200);
    let csrf = browser.get(path).await.must_be(200).csrf();
    browser.submit(path, path, &fields).await.must_lead_to("/login?done=password");

    let again = browser.post(path, &[("csrf", &csrf), fields[0], fields[1]]).await;
    assert!((400..500).contains(&again.status), "a used link was answered with {}", again.status);
    let looked = browser.get(path).await;
    assert!((400..500).contains(&looked.status), "a used link still shows its page: {}", looked.status);
    browser.try_sign_in("ida@example.com", PASSWORD).await.must_be(401);
    browser.try_sign_in("ida@example.com", new).await.must_lead_to("/");
}

#[tokio::test]
async fn a_demo_without_a_data_directory_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = folder.path().join("temporary");
    std::fs::create_dir(&temporary).unwrap();
    let ready_file = folder.path().join("ready.json");
    let mut command = seatwarden();
    command.args(["demo", "--address", "127.0.0.1:0", "--ready-file"]).arg(&ready_file);
    // Not even in the folder it is started from.
    let here = folder.path().join("here");
    std::fs::create_dir(&here).unwrap();
    command.env("TMPDIR", &temporary).current_dir(&here);
    let mut process = Process::start(command, &folder.path().join("log"));
    let ready: Ready = eventually("the demo to be ready", async || {
        process.must_run();
        serde_json::from_slice(&std::fs::read(&ready_file).ok()?).ok()
    })
    .await;
    assert_eq!(ready.process_id, process.id());
    Http::browser(&ready.url).sign_in(&ready.sysadmin).await;
    assert!(
        temporary.read_dir().unwrap().next().is_some(),
        "the demo keeps its data in the temporary folder"
    );

    let status = process.end("INT").await;

    assert!(status.success(), "the demo ended with {status}");
    let left: Vec<_> =
        temporary.read_dir().unwrap().chain(here.read_dir().unwrap()).map(|it| it.unwrap().path()).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[tokio::test]
async fn a_demo_prints_everything_one_needs_to_look_around() {
    let mut demo = Demo::start(Engine::Sqlite).await;
    let ready = demo.ready().clone();

    let printed = demo.printed();
    for word in [&ready.url, &ready.sysadmin.email, &ready.sysadmin.password, &ready.inbox_url] {
        assert!(printed.contains(word.as_str()), "`{word}` is not printed");
    }
    let roles: Vec<&str> = ready.users.iter().map(|user| user.role.as_str()).collect();
    assert_eq!(roles, ["admin", "dataAdmin", "dataDesigner", "contributor", "consumer"]);
    for person in ready.users.iter().chain([&ready.sysadmin]) {
        Http::browser(demo.url()).sign_in(person).await;
    }
    let metrics = Http::script(&ready.metrics_url).get("").await.must_be(200);
    assert!(metrics.body.contains("# TYPE"), "{}", metrics.body);
    Http::script(demo.url()).get("/metrics").await.must_be(404);
    assert!(demo.process().end("TERM").await.success());
}

#[tokio::test]
async fn a_kept_demo_has_the_same_accounts_after_a_restart() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut demo = Demo::start(engine).await;
        let before = demo.ready().clone();
        assert!(demo.process().end("TERM").await.success());

        let demo = demo.restart().await;

        assert_eq!(demo.ready().sysadmin.password, before.sysadmin.password);
        assert_eq!(demo.ready().api_key, before.api_key);
        Http::browser(demo.url()).sign_in(&before.sysadmin).await;
    }
}

#[tokio::test]
async fn over_tls_every_cookie_is_bound_to_the_host() {
    let demo = Demo::start_with(Engine::Sqlite, &["--tls"]).await;
    let tls_url = demo.ready().tls_url.clone().expect("`--tls` gives an address for it");
    assert!(tls_url.starts_with("https://localhost:"), "{tls_url}");
    let browser = Http::browser(&tls_url);
    let sysadmin: &Person = &demo.ready().sysadmin;

    let page = browser.get("/login").await.must_be(200);
    let signed_in = browser.sign_in(sysadmin).await;

    assert!(page.header("strict-transport-security").contains("max-age="), "{:?}", page.headers);
    let cookies: Vec<&str> = page.cookies().into_iter().chain(signed_in.cookies()).collect();
    assert!(cookies.iter().any(|cookie| cookie.starts_with("__Host-seatwarden=")), "{cookies:?}");
    for cookie in cookies {
        let lower = cookie.to_ascii_lowercase();
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for attribute in ["; path=/", "; secure", "; httponly", "; samesite=lax"] {
            assert!(lower.contains(attribute), "`{cookie}` lacks `{attribute}`");
        }
        assert!(!lower.contains("domain="), "{cookie}");
    }
    browser.get("/profile/personal-information").await.must_be(200);
    // A session of the one is none of the other.
    let stolen = signed_in.cookie("__Host-seatwarden").unwrap();
    let plain = Http::script(demo.url());
    let request = plain
        .request(reqwest::Method::GET, "/profile")
        .header("cookie", format!("__Host-seatwarden={stolen}"));
    let answer = plain.send(request).await.must_be(303);
    assert!(answer.location().starts_with("/login"), "{}", answer.location());
}

#[tokio::test]
async fn a_server_that_is_asked_to_stop_answers_what_it_began_and_takes_no_more() {
    let mut demo = Demo::start(Engine::Sqlite).await;
    let url = demo.url().to_owned();
    let browser = Http::browser(&url);
    let sysadmin = demo.ready().sysadmin.clone();
    let csrf = browser.get("/login").await.csrf();
    let began = tokio::spawn(async move {
        let fields =
            [("csrf", csrf.as_str()), ("username", &sysadmin.email), ("password", &sysadmin.password)];
        browser.post("/login", &fields).await
    });
    // An open connection that asks for nothing must not hold it up.
    let idle = connect(&url).await;

    let status = demo.process().end("TERM").await;

    assert!(status.success(), "the server ended with {status}");
    // It was either answered, or had not arrived: never cut off half-way.
    if let Ok(answer) = began.await {
        assert_eq!(answer.status, 303);
    }
    drop(idle);
}
