//! A disk that is full: a clear answer, nothing lost, and on it goes once there is space again.

use futures_util::future::join_all;
use seatwarden_e2e::{
    demo::{Demo, Person},
    eventually,
    http::{Answer, Http},
};

const PAGE: &str = "/profile/personal-information";
const SAVED: &str = "/profile/personal-information?done=saved";
/// More writes than fit into what the files have left over.
const WRITES_MAX: u32 = 2_000;

async fn save(http: &Http, person: &Person, name: &str) -> Answer {
    let fields = [("first_name", name), ("last_name", "Kept"), ("user_name", &person.email)];
    http.submit(PAGE, PAGE, &fields).await
}

/// The answer of a server that cannot store anything.
#[track_caller]
fn must_say_that_the_disk_is_full(demo: &Demo, answer: &Answer) {
    if demo.disk().is_real() {
        assert_eq!(answer.status, 503, "{}", answer.body);
        assert!(!answer.header("retry-after").is_empty(), "nobody is told when to come back");
        assert!(answer.body.contains("no space left"), "{}", answer.body);
    } else {
        assert!((500..=503).contains(&answer.status), "{}: {}", answer.status, answer.body);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_reads_go_on_and_nothing_acknowledged_is_lost() {
    let mut demo = Demo::start_on_small_disk().await;
    let server = demo.process().id();
    let person = demo.user("contributor").clone();
    let (http, script) = (Http::browser(demo.url()), Http::script(demo.url()));
    http.sign_in(&person).await;
    let token = script.bearer(&person).await;
    let mut kept = "Before".to_owned();
    save(&http, &person, &kept).await.must_lead_to(SAVED);

    demo.disk().fill(server);
    let mut refused = None;
    for turn in 0..WRITES_MAX {
        let name = format!("Turn {turn}");
        let answer = save(&http, &person, &name).await;
        if answer.status != 303 {
            refused = Some(answer);
            break;
        }
        // What the files had left over.
        kept = name;
    }
    must_say_that_the_disk_is_full(&demo, &refused.expect("the disk never became full"));

    // Many at once, and of every sort.
    let people = demo.ready().users.clone();
    let doors: Vec<_> = people.iter().map(|_| Http::browser(demo.url())).collect();
    let entering =
        people.iter().zip(&doors).map(|(person, door)| door.try_sign_in(&person.email, &person.password));
    let saving = (0..8).map(|turn| {
        let (http, person) = (&http, &person);
        async move { save(http, person, &format!("Never {turn}")).await }
    });
    let (entered, saved) = tokio::join!(join_all(entering), join_all(saving));
    for answer in entered.iter().chain(&saved) {
        must_say_that_the_disk_is_full(&demo, answer);
    }

    let page = http.get(PAGE).await.must_be(200);
    assert!(page.body.contains(&format!("value=\"{kept}\"")), "`{kept}` was acknowledged: {}", page.body);
    let shown = script.get_as("/api/users/loggedin", &token).await.must_be(200).json();
    assert_eq!(shown["firstName"], *kept);
    for path in ["/login", "/healthz", "/forgot-password"] {
        script.get(path).await.must_be(200);
    }

    demo.disk().free(server);
    let after = eventually("a write after there is space again", async || {
        Some(save(&http, &person, "After").await).filter(|answer| answer.status == 303)
    })
    .await;
    after.must_lead_to(SAVED);
    Http::browser(demo.url()).sign_in(&people[0]).await;
    demo.process().must_run();
    demo.must_have_a_whole_audit_trail();

    assert!(demo.process().end("TERM").await.success());
    let demo = demo.restart().await;
    let token = Http::script(demo.url()).bearer(&person).await;
    let stored = Http::script(demo.url()).get_as("/api/users/loggedin", &token).await.must_be(200).json();
    assert_eq!(stored["firstName"], "After");
    demo.must_have_a_whole_audit_trail();
}
