//! The calls of installations.

use serde_json::json;

use seatwarden_license_file::{ClockAnswer, Part, PartKind, Revocations, Trust, open};

use super::world::{Machine, OWNER, World, code};
use crate::{
    licensing::{
        activations::{LEGACY_MESSAGE, LIMIT, declare_destroyed, offline_key, servers, submit_request},
        packages,
    },
    testing::{PASSWORD, TestServer},
};

async fn post(server: &TestServer, path: &str, body: serde_json::Value) -> crate::testing::Answer {
    server.request("POST", &format!("/api/v1/licensing/{path}")).json(&body).send().await
}

#[tokio::test]
async fn a_server_is_activated_renewed_and_given_back_over_the_network() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    let body = json!({ "email": OWNER, "password": PASSWORD, "request": machine.request(&world) });

    let activated = post(&world.server, "activate", body.clone()).await;
    let again = post(&world.server, "activate", body).await;

    assert_eq!((activated.status, again.status), (201, 200), "{}", activated.body);
    machine.license = activated.json()["server"]["license"].as_str().unwrap().to_owned();
    let renewed = post(&world.server, "renew", json!({ "renewal": machine.renewal(&world) })).await;
    assert_eq!((renewed.status, &renewed.json()["displaced"]), (200, &json!(false)), "{}", renewed.body);
    let path = format!("/api/v1/licensing/status?license={}", machine.license);
    let status = world.server.request("GET", &path).send().await;
    assert_eq!(status.json()["counts"], true, "{}", status.body);
    machine.counter = 1;
    let back = post(&world.server, "deactivate", json!({ "receipt": machine.receipt(&world) })).await;
    assert_eq!((back.status, &back.json()["state"]), (200, &json!("returned")), "{}", back.body);
    let status = world.server.request("GET", &path).send().await;
    assert_eq!((status.status, &status.json()["code"]), (404, &json!("NOT_ACTIVATED")));
    world.server.finish().await;
}

#[tokio::test]
async fn a_full_license_is_told_with_the_sentence_that_people_know_the_holders_and_the_way_out() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    world.activate(&Machine::new("first"), &package).await.unwrap();
    let body = json!({ "email": OWNER, "password": PASSWORD, "request": Machine::new("b").request(&world) });

    let refused = post(&world.server, "activate", body).await;

    let problem = refused.json();
    assert_eq!(refused.status, 409);
    assert!(refused.header("content-type").starts_with("application/problem+json"));
    assert_eq!(problem["code"], "LIMIT_ACTIVATIONS");
    assert_eq!(problem["legacy_message"], LEGACY_MESSAGE);
    assert_eq!(problem["legacy_message"], "Your license has exceeded its user limit");
    assert_eq!(problem["slots"][0]["name"], "first");
    assert_eq!(problem["slots"][0]["freesAt"], "2026-01-09T03:04:05.000Z");
    assert_eq!(problem["actions"], json!(["release_server", "reset_activations", "raise_limit"]));
    world.server.finish().await;
}

#[tokio::test]
async fn what_frees_a_slot_depends_on_who_holds_it() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let owner = world.owner().await;
    offline_key(&owner, Some("ACME"), "vault").await.unwrap();
    submit_request(&owner, Some("ACME"), &Machine::new("off").request(&world)).await.unwrap();
    let refused = async |name: &str| {
        let request = Machine::new(name).request(&world);
        let body = json!({ "email": OWNER, "password": PASSWORD, "request": request });
        let answer = post(&world.server, "activate", body).await;
        assert_eq!(answer.status, 409, "{}", answer.body);
        answer.json()["actions"].clone()
    };

    assert_eq!(refused("b").await, json!(["return_license", "declare_destroyed", "raise_limit"]));
    let found = servers(&owner, "ACME", "").await.unwrap();
    declare_destroyed(&owner, "ACME", &found[0].id).await.unwrap();
    world.activate(&Machine::new("on"), &package).await.unwrap();
    let both = ["release_server", "reset_activations", "return_license", "declare_destroyed", "raise_limit"];
    assert_eq!(refused("b").await, json!(both));
    world.server.finish().await;
}

#[tokio::test]
async fn known_and_unknown_accounts_get_the_same_answer() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let request = Machine::new("a").request(&world);
    let mut answers = Vec::new();

    for email in [OWNER, "nobody@acme.example"] {
        let body = json!({ "email": email, "password": "wrong", "request": request });
        let refused = post(&world.server, "activate", body).await;
        assert_eq!((refused.status, &refused.json()["code"]), (401, &json!("CREDENTIALS_INVALID")));
        let mut problem = refused.json();
        // An installation has passwords of its own: it is said whose this one is.
        let next = problem["next"].as_str().unwrap_or_default().to_owned();
        assert!(
            next.contains(&format!("license portal, {}/portal", world.server.app.public_url())),
            "{next}"
        );
        problem["requestId"] = json!("");
        answers.push(problem);
    }
    let nobody = post(&world.server, "activate", json!({ "request": request })).await;

    assert_eq!(answers[0], answers[1]);
    assert_eq!(nobody.status, 401);
    world.server.finish().await;
}

#[tokio::test]
async fn a_token_activates_without_the_password_and_a_key_repeats_the_answer() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let login = json!({ "username": OWNER, "password": PASSWORD });
    let answer = world.server.request("POST", "/api/v1/authentication/login").json(&login).send().await;
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let body = json!({ "request": Machine::new("a").request(&world), "package": "ACME" });
    let ask = async || {
        let request = world.server.request("POST", "/api/v1/licensing/activate").bearer(&token);
        request.header("idempotency-key", "k1").json(&body).send().await
    };

    let (first, second) = (ask().await, ask().await);

    assert_eq!((first.status, second.status), (201, 201), "{}", first.body);
    assert_eq!((second.header("idempotency-replayed"), first.body == second.body), ("true", true));
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_is_one_call_at_either_address_as_json_or_as_a_form() {
    let world = World::start_with(|config| config.license_server.offline_key_path = "/api/key".into()).await;
    let package = world.package("ACME", 2).await;
    let body = json!({ "email": OWNER, "password": PASSWORD, "label": "Plant" });

    let first = post(&world.server, "offline-key", body).await;
    let form = [("email", OWNER), ("password", PASSWORD), ("label", "Lab"), ("package", "ACME")];
    let second = world.server.request("POST", "/api/key").form(&form).send().await;

    assert_eq!((first.status, second.status), (201, 201), "{} {}", first.body, second.body);
    assert!(first.json()["key"].as_str().unwrap().contains("BEGIN SEATWARDEN LICENSE"));
    assert_eq!(world.used(&package).await, 2);
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_that_is_asked_for_again_under_the_same_key_is_the_same() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let ask = async |label: &str, key: &str| {
        let body = json!({ "email": OWNER, "password": PASSWORD, "label": label });
        let request = world.server.request("POST", "/api/v1/licensing/offline-key");
        request.header("idempotency-key", key).json(&body).send().await
    };

    let (first, again) = (ask("Plant", "k1").await, ask("Plant", "k1").await);
    let other = ask("Lab", "k1").await;

    assert_eq!((first.status, again.status, &first.body), (201, 201, &again.body));
    assert_eq!((again.header("idempotency-replayed"), other.status), ("true", 422), "{}", other.body);
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn too_many_calls_from_one_address_wait() {
    let world = World::start_with(|config| config.license_server.address_calls_per_minute = 3).await;
    let mut last = None;

    for _ in 0..4 {
        last = Some(post(&world.server, "renew", json!({ "renewal": "x" })).await);
    }

    let last = last.unwrap();
    assert_eq!((last.status, &last.json()["code"]), (429, &json!("RATE_LIMITED")));
    assert!(!last.header("retry-after").is_empty());
    world.server.finish().await;
}

#[tokio::test]
async fn owners_see_their_servers_and_reset_them_with_a_token() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    world.activate(&Machine::new("a"), &package).await.unwrap();
    let login = json!({ "username": OWNER, "password": PASSWORD });
    let answer = world.server.request("POST", "/api/v1/authentication/login").json(&login).send().await;
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        let path = format!("/api/v1/licensing/packages/ACME/{path}");
        world.server.request(method, &path).bearer(&token).json(&body).send().await
    };

    let shown = ask("GET", "servers", json!({})).await.json();
    let told = ask("POST", "reset", json!({ "dry_run": true })).await.json();
    let told_alike = ask("POST", "reset", json!({ "dryRun": true })).await.json();
    let misspelt = ask("POST", "reset", json!({ "dry-run": true })).await.status;
    let made = ask("POST", "codes", json!({})).await;
    let reset = ask("POST", "reset", json!({})).await;
    let again = ask("POST", "reset", json!({})).await;

    assert_eq!((&shown["items"][0]["why"], &shown["usage"]["used"]), (&json!("running"), &json!(1)));
    assert_eq!((&told["servers"][0]["fate"], &told["usedAfter"]), (&json!("stays"), &json!(0)));
    assert_eq!((told_alike, misspelt), (told, 400));
    assert_eq!((made.status, reset.status, again.status), (201, 200, 409));
    assert_eq!(again.json()["code"], "RESET_TOO_SOON");
    world.server.finish().await;
}

#[tokio::test]
async fn one_request_with_other_bodies_around_it_takes_one_slot_of_one_package() {
    let world = World::start().await;
    let (first, second) = (world.package("ACME", 3).await, world.package("OTHER", 3).await);
    let request = Machine::new("a").request(&world);
    let body = |package: serde_json::Value| json!({ "email": OWNER, "password": PASSWORD, "request": request, "package": package });

    assert_eq!(post(&world.server, "activate", body(json!("ACME"))).await.status, 201);
    for again in [json!("ACME"), json!("acme"), json!(first.id)] {
        let answer = post(&world.server, "activate", body(again)).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    assert_eq!(post(&world.server, "activate", body(json!("NOBODYS"))).await.status, 404);
    for wrong in [json!(7), json!(["ACME"]), json!({ "code": "ACME" })] {
        assert_eq!(post(&world.server, "activate", body(wrong)).await.status, 400);
    }
    let mut guessed = body(json!("ACME"));
    guessed["password"] = json!("guessed");
    assert_eq!(post(&world.server, "activate", guessed).await.status, 401);
    assert_eq!((world.used(&first).await, world.used(&second).await), (1, 0));
    world.server.finish().await;
}

#[tokio::test]
async fn a_renewal_is_foreseen_without_a_trace() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    let body = json!({ "renewal": machine.renewal(&world), "dry_run": true });

    let foreseen = post(&world.server, "renew", body.clone()).await;
    let again = post(&world.server, "renew", body).await;

    let told = foreseen.json();
    assert_eq!((foreseen.status, again.status), (200, 200), "{}", foreseen.body);
    assert_eq!((&told["package"]["code"], &told["slot"]), (&json!("ACME"), &json!(true)));
    assert_eq!((&told["lease"], &told["package"]["seats"]["designers"]), (&json!(null), &json!(5)));
    let renewed = world.renew(&mut machine).await.unwrap();
    assert_eq!((renewed.server.counter, renewed.server.cloned_at_ms), (1, None));
    world.server.finish().await;
}

#[tokio::test]
async fn the_time_is_signed_for_the_machine_that_asks_and_for_no_other() {
    let world = World::start().await;
    let (machine, other) = (Machine::new("a"), Machine::new("b"));
    let challenge = machine.challenge(&world);

    let told = post(&world.server, "time", json!({ "challenge": challenge })).await;
    let wrong = post(&world.server, "time", json!({ "challenge": machine.request(&world) })).await;

    assert_eq!(told.status, 200, "{}", told.body);
    let roots = world.roots();
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    let answer = open::<ClockAnswer>(told.json()["answer"].as_str().unwrap(), &trust).unwrap();
    assert_eq!(
        answer.claims.time("challenge-1", &machine.key.public()).unwrap().ms(),
        world.server.now_ms() / 1000 * 1000
    );
    assert!(answer.claims.time("challenge-1", &other.key.public()).is_err());
    assert_eq!((wrong.status, &wrong.json()["code"]), (422, &json!("FILE_KIND")));
    world.server.finish().await;
}

#[tokio::test]
async fn a_container_that_kept_nothing_but_its_name_takes_no_second_slot() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let named = |machine: &Machine| Machine {
        parts: vec![Part::new("salt of the name", PartKind::Explicit, "pod-1")],
        ..Machine { key: machine.key.clone(), ..Machine::new(&machine.name) }
    };
    let first = named(&Machine::new("a"));
    world.activate(&first, &package).await.unwrap();

    let again = world.activate(&named(&Machine::new("b")), &package).await.unwrap();
    let other = Machine {
        parts: vec![Part::new("salt of the name", PartKind::Explicit, "pod-2")],
        ..Machine::new("c")
    };
    let refused = world.activate(&other, &package).await;

    assert!(again.took_over && !again.is_new);
    assert_eq!(world.used(&package).await, 1);
    assert_eq!(code(refused), LIMIT.code);
    world.server.finish().await;
}

#[tokio::test]
async fn a_code_of_somebody_who_is_no_license_user_any_more_says_whom_to_ask() {
    let world = World::start().await;
    world.package("ACME", 5).await;
    let owner = world.owner().await;
    let user = world
        .account("user@acme.example", Some(crate::licensing::organisations::MemberRole::LicenseUser))
        .await;
    packages::add_license_user(&owner, "ACME", &user).await.unwrap();
    let made = super::super::make_code(&world.cx_of(&user).await, "ACME").await.unwrap().code;
    packages::remove_license_user(&owner, "ACME", &user).await.unwrap();

    let sent = json!({ "code": made.reveal(), "request": Machine::new("a").request(&world) });
    let refused = world.server.request("POST", "/api/v1/licensing/activate").json(&sent).send().await;

    assert_eq!((refused.status, &refused.json()["code"]), (403, &json!("CODE_VOID")), "{}", refused.body);
    assert!(refused.body.contains("Ask an owner of the license for another code."), "{}", refused.body);
    world.server.finish().await;
}
