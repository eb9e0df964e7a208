//! Commands beside a running server: service accounts with their tokens, and the switch of callers.

use std::time::Duration;

use reqwest::Method;
use seatwarden_e2e::{database::Engine, demo::Demo, eventually, http::Http, within};

/// What a command printed; it must go well.
fn printed(demo: &Demo, arguments: &[&str]) -> String {
    let output = demo.command(arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_gets_its_token_from_the_command_line_and_is_switched_off_there_on_sqlite() {
    run(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_gets_its_token_from_the_command_line_and_is_switched_off_there_on_postgresql() {
    run(Engine::Postgres).await;
}

async fn run(engine: Engine) {
    let demo = Demo::start(engine).await;
    let http = Http::script(demo.url());
    let status = async |token: &str| {
        let request = http.request(Method::GET, "/api/v1/users?limit=1").bearer_auth(token);
        http.send(request.header("user-agent", "nightly/1")).await.status
    };
    let added = printed(&demo, &["users", "service", "add", "Nightly sync", "--role", "dataAdmin"]);
    let (_, address) = added.split_once('\t').unwrap();
    assert!(printed(&demo, &["users", "service", "list"]).contains(address));

    let make = ["users", "service", "token", address, "--name", "sync", "--scope", "users:read"];
    let first = printed(&demo, &make);

    assert_eq!(status(&first).await, 200);
    let listed = printed(&demo, &["users", "service", "tokens", address]);
    let id = listed.split('\t').next().unwrap();
    assert!(listed.contains("\tsync\tusers:read\t"), "{listed}");
    let rotate = ["users", "service", "rotate", address, id, "--overlap-hours", "1"];
    let second = printed(&demo, &rotate);
    assert_eq!((status(&first).await, status(&second).await), (200, 200));
    printed(&demo, &["users", "service", "revoke", address, id]);
    assert_eq!((status(&first).await, status(&second).await), (401, 200));

    // What scripts call is written down once a minute.
    let caller = within(Duration::from_secs(90), async || {
        let listed = printed(&demo, &["callers", "list", "--search", "nightly/1"]);
        // The one whose token still works.
        let mut lines = listed.lines().filter(|line| line.contains("\tsync\t"));
        lines.next().and_then(|line| line.split('\t').next().map(str::to_owned))
    });
    let caller = caller.await.unwrap();
    printed(&demo, &["callers", "off", &caller]);
    eventually("the caller to be refused", async || (status(&second).await == 403).then_some(())).await;
    let off = printed(&demo, &["callers", "list", "--only-off", "--json"]);
    assert!(off.contains(&caller) && off.contains("\"off\":true"), "{off}");
    printed(&demo, &["callers", "on", &caller]);
    eventually("the caller to be let in", async || (status(&second).await == 200).then_some(())).await;

    let unknown = demo.command(&["callers", "off", "000000000000000000000000"]);
    assert_eq!(unknown.status.code(), Some(1));
    let help = printed(&demo, &["users", "service", "--help"]);
    assert!(help.contains("rotate") && help.contains("revoke"));
    demo.must_have_a_whole_audit_trail();
}
