//! The limit is exact, whoever comes at the same moment.

use super::{
    super::{activate, release, reset, servers},
    world::{Machine, World, code},
};
use crate::{licensing::packages::Package, testing::DAY_MS};

/// How many ask at the same moment.
const WORKERS: usize = 64;

/// Fails unless the slots that are held are as many as told, each with a number of its own below the limit.
async fn assert_exact(world: &World, package: &Package, held: i64) {
    let numbers = world
        .server
        .number("select count(distinct slot_no) from activations where slot_no is not null")
        .await;
    let highest = world.server.number("select coalesce(max(slot_no), 0) from activations").await;
    assert_eq!((numbers, world.used(package).await), (held, held));
    assert!(highest <= package.terms.limits.servers);
}

async fn race(limit: i64, tries: usize) {
    let world = World::start().await;
    let package = world.package("ACME", limit).await;
    let owner = world.owner().await;
    let mut asking = Vec::new();
    for worker in 0..WORKERS {
        let owner = owner.clone();
        let requests: Vec<String> = (worker..tries)
            .step_by(WORKERS)
            .map(|number| Machine::new(&format!("machine {number}")).request(&world))
            .collect();
        asking.push(tokio::spawn(async move {
            let mut codes = Vec::new();
            for request in requests {
                codes.push(code(activate(&owner, Some("ACME"), &request).await));
            }
            codes
        }));
    }

    let (mut granted, mut refused) = (0, 0);
    for codes in futures_util::future::join_all(asking).await {
        for code in codes.unwrap() {
            match code {
                "" => granted += 1,
                "activations.limit" => refused += 1,
                other => panic!("{other}"),
            }
        }
    }

    assert_eq!(
        (granted, refused),
        (usize::try_from(limit).unwrap(), tries - usize::try_from(limit).unwrap())
    );
    assert_exact(&world, &package, limit).await;
    world.server.finish().await;
}

#[tokio::test]
async fn sixty_four_at_once_take_exactly_one() {
    race(1, 320).await;
}

#[tokio::test]
async fn sixty_four_at_once_take_exactly_five() {
    race(5, 320).await;
}

#[tokio::test]
async fn sixty_four_at_once_take_exactly_four_hundred() {
    race(400, 800).await;
}

#[tokio::test]
async fn machines_that_ask_several_times_at_once_take_one_slot_each() {
    let world = World::start().await;
    let package = world.package("ACME", 10).await;
    let owner = world.owner().await;
    let machines: Vec<Machine> = (0..8).map(|number| Machine::new(&format!("m{number}"))).collect();
    let asking = (0..WORKERS).map(|number| {
        let (owner, request) = (owner.clone(), machines[number % 8].request(&world));
        tokio::spawn(
            async move { activate(&owner, Some("ACME"), &request).await.map(|it| it.server.slot_no) },
        )
    });

    let slots: std::collections::BTreeSet<_> =
        futures_util::future::join_all(asking).await.into_iter().map(|it| it.unwrap().unwrap()).collect();

    assert_eq!(slots.len(), 8);
    assert_exact(&world, &package, 8).await;
    world.server.finish().await;
}

#[tokio::test]
async fn whoever_takes_releases_renews_and_resets_at_once_leaves_the_limit_exact() {
    let world = World::start().await;
    let package = world.package("ACME", 5).await;
    let owner = world.owner().await;
    let mut tasks = Vec::new();
    for number in 0..WORKERS {
        let owner = owner.clone();
        let mut machine = Machine::new(&format!("m{number}"));
        let request = machine.request(&world);
        let now_ms = world.server.now_ms();
        tasks.push(tokio::spawn(async move {
            let activated = activate(&owner, Some("ACME"), &request).await;
            if number % 16 == 3 {
                code(reset(&owner, "ACME", false).await);
            }
            if let Ok(activated) = activated {
                machine.install(&activated);
                let shown = servers(&owner, "ACME", "").await.unwrap();
                if let Some(first) = shown.first().filter(|_| number % 2 == 0) {
                    code(release(&owner, "ACME", &first.id).await);
                }
                let again = machine.request_at(now_ms);
                code(activate(&owner, Some("ACME"), &again).await);
            }
        }));
    }

    for done in futures_util::future::join_all(tasks).await {
        done.unwrap();
    }

    let held = world.used(&package).await;
    assert!(held <= 5);
    assert_exact(&world, &package, held).await;
    world.server.advance(8 * DAY_MS);
    for number in 100..110 {
        code(world.activate(&Machine::new(&format!("m{number}")), &package).await);
    }
    assert_exact(&world, &package, 5).await;
    world.server.finish().await;
}

#[tokio::test]
async fn the_database_itself_refuses_a_number_that_is_held_or_above_the_limit() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    world.activate(&Machine::new("a"), &package).await.unwrap();
    let mut wrong = Vec::new();

    for text in [
        "insert into activations (id, package_id, server_id, user_name, mode, state, slot_no, slot_cap, epoch, \
         charged_at_ms, lease_until_ms, counter, last_request, file_id, over_at_ms) select 'x', package_id, server_id, \
         '', 'online', 'charged', 1, 1, 0, 0, 0, 0, '', '', 1 from activations",
        "update activations set slot_no = 2",
        "update activations set state = 'carried'",
    ] {
        let mut tx = world.server.app.db.write().await.unwrap();
        if tx.sql(text).run().await.is_ok() {
            wrong.push(text);
        }
    }

    assert!(wrong.is_empty(), "{wrong:?}");
    world.server.finish().await;
}
