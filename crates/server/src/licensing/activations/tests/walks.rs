//! Random walks of the real actions, compared with the model of the rules at every step.

use super::{
    super::{Mode, ServerState, release, reset, return_receipt, servers, submit_request},
    model::{Act, LEASE, Mutant, Row, Rules, State},
    world::{Machine, World, code, key, terms},
};
use crate::{
    licensing::{
        packages::{Kind, Package, Terms},
        signing_keys,
    },
    testing::DAY_MS,
};

/// Half a lease, and a third of a file for a machine without a network.
const TICK_MS: i64 = 30 * DAY_MS;
const MACHINES: usize = 5;
const SLOTS: usize = 2;
const ACTS: usize = 60;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

struct Walk {
    world: World,
    package: Package,
    machines: Vec<Machine>,
    rules: Rules,
    state: State,
    takeovers: u32,
}

impl Walk {
    async fn start() -> Self {
        let world = World::start().await;
        let kind = Kind::Perpetual;
        let terms =
            Terms { kind, lease_days: 60, valid_until_ms: None, ..terms(i64::try_from(SLOTS).unwrap()) };
        let package = world.package_with("ACME", terms).await;
        let machines = (0..MACHINES).map(|at| Machine::new(&format!("m{at}"))).collect();
        let rules = Rules { max: SLOTS, mutant: Mutant::None };
        Self { world, package, machines, rules, state: State::first(MACHINES), takeovers: 0 }
    }

    fn row(&self, at: usize) -> Option<Row> {
        self.state.machines[at].first().copied()
    }

    /// Whether the act says something here that the model knows.
    fn makes_sense(&self, act: Act) -> bool {
        match act {
            Act::Renew(at) => matches!(
                self.row(at),
                Some(Row::Charged(_) | Row::Offline(_) | Row::Carried(_) | Row::Displaced(_))
            ),
            Act::Return(at) => matches!(self.row(at), Some(Row::Charged(_) | Row::Offline(_))),
            Act::Release(at) => matches!(self.row(at), Some(Row::Charged(_))),
            Act::TakeOver(at) | Act::TakeOverOffline(at) => {
                matches!(self.row(at), Some(Row::Charged(_) | Row::Offline(_) | Row::Held(_)))
            }
            Act::Activate(_) | Act::ActivateOffline(_) | Act::Reset | Act::Tick => true,
        }
    }

    /// Does it; the code of the refusal, or nothing.
    async fn act(&mut self, act: Act) -> &'static str {
        let owner = self.world.owner().await;
        match act {
            Act::Activate(at) => {
                let done = self.world.activate(&self.machines[at], &self.package).await;
                if let Ok(activated) = &done {
                    self.machines[at].install(activated);
                }
                code(done)
            }
            Act::ActivateOffline(at) => {
                let request = self.machines[at].request(&self.world);
                let done = submit_request(&owner, Some("ACME"), &request).await;
                if let Ok((server, _)) = &done {
                    self.machines[at].license.clone_from(&server.file_id);
                    self.machines[at].counter = 0;
                }
                code(done)
            }
            Act::Renew(at) => match self.world.renew(&mut self.machines[at]).await {
                Ok(renewed) => renewed.displaced.map_or("", |refusal| refusal.code),
                Err(error) => code::<()>(Err(error)),
            },
            Act::Return(at) => {
                let receipt = self.machines[at].receipt(&self.world);
                code(return_receipt(&self.world.server.cx(), &receipt).await)
            }
            Act::Release(at) => {
                let all = servers(&owner, "ACME", "").await.unwrap();
                let named = all.iter().find(|server| server.name == self.machines[at].name).unwrap();
                code(release(&owner, "ACME", &named.id).await)
            }
            Act::TakeOver(at) | Act::TakeOverOffline(at) => self.take_over(at, act).await,
            Act::Reset => code(reset(&owner, "ACME", false).await),
            Act::Tick => {
                self.world.server.advance(TICK_MS);
                let root =
                    signing_keys::read_root(&self.world.server.roots_folder().join("root-current.key"));
                signing_keys::rotate(&self.world.server.host(), &root.unwrap()).await.unwrap();
                ""
            }
        }
    }

    /// Another machine with the same name asks, and is the one of that name if it gets the place.
    async fn take_over(&mut self, at: usize, act: Act) -> &'static str {
        let mut other =
            Machine { parts: self.machines[at].parts.clone(), ..Machine::new(&self.machines[at].name) };
        self.takeovers += 1;
        other.key = key(&format!("taker {}", self.takeovers));
        let done = if matches!(act, Act::TakeOver(_)) {
            self.world.activate(&other, &self.package).await.map(|activated| activated.server)
        } else {
            let request = other.request(&self.world);
            let owner = self.world.owner().await;
            submit_request(&owner, Some("ACME"), &request).await.map(|(server, _)| server)
        };
        if let Ok(server) = &done {
            other.license.clone_from(&server.file_id);
            self.machines[at] = other;
        }
        code(done)
    }

    /// The rows of servers that run and were not released, by machine, as the real server has them.
    async fn real(&self) -> Vec<Option<Row>> {
        let now_ms = self.world.server.now_ms();
        let all = servers(&self.world.server.host(), "ACME", "").await.unwrap();
        let row = |machine: &Machine| {
            let of_machine =
                all.iter().find(|server| server.name == machine.name && server.is_live(now_ms))?;
            let left = u8::try_from((of_machine.lease_until_ms - now_ms) / TICK_MS).unwrap();
            match (of_machine.state, of_machine.mode) {
                (ServerState::Charged, _) if of_machine.file_id.is_empty() => Some(Row::Held(left)),
                (ServerState::Charged, Mode::Online) => Some(Row::Charged(left)),
                (ServerState::Charged, _) => Some(Row::Offline(left)),
                (ServerState::Carried, _) => Some(Row::Carried(left)),
                (ServerState::Displaced, _) => Some(Row::Displaced(left)),
                _ => None,
            }
        };
        self.machines.iter().map(row).collect()
    }

    fn expected(&self) -> Vec<Option<Row>> {
        let is_shown = |row: &Row| !matches!(row, Row::Released(_)) && !row.is_elsewhere();
        let shown = |rows: &Vec<Row>| rows.iter().copied().find(is_shown);
        self.state.machines.iter().map(shown).collect()
    }

    /// One step in both worlds.
    async fn step(&mut self, act: Act, so_far: &[Act]) {
        let model = self.rules.step(&self.state, act);
        let refused = self.act(act).await;
        let about = format!("{act:?} after {so_far:?}");
        match (&model, act) {
            (None, Act::Reset) => assert_eq!(refused, "activations.reset_too_soon", "{about}"),
            (None, Act::TakeOver(_) | Act::TakeOverOffline(_)) => {
                assert_eq!(refused, "activations.takeover_too_soon", "{about}");
            }
            (None, Act::Release(_)) => assert_eq!(refused, "activations.release_too_soon", "{about}"),
            (None, _) => assert_eq!(refused, "activations.limit", "{about}"),
            (Some((after, _)), Act::Renew(at)) => {
                let is_displaced = matches!(after.machines[at].first(), Some(Row::Displaced(_)));
                assert_eq!(refused, if is_displaced { "activations.limit" } else { "" }, "{about}");
            }
            (Some(_), _) => assert_eq!(refused, "", "{about}"),
        }
        if let Some((after, _)) = model {
            self.state = after;
        }
        // A lapsed lease keeps its slot until somebody needs it; which one goes then is no matter of the rules.
        for rows in &mut self.state.machines {
            rows.retain(|row| !row.is_lapsed());
        }
        assert_eq!(self.real().await, self.expected(), "{about}");
        assert!(self.state.charged() <= SLOTS);
    }
}

async fn walk(seed: u64) {
    let mut dice = Dice(seed);
    let mut walk = Walk::start().await;
    let mut so_far = Vec::new();
    while so_far.len() < ACTS {
        let acts: Vec<Act> = Rules::acts(MACHINES).into_iter().filter(|act| walk.makes_sense(*act)).collect();
        // Otherwise most of a walk would be activations that are refused.
        let act = match dice.below(6) {
            0 => Act::Tick,
            1 => Act::Reset,
            _ => acts[dice.below(acts.len())],
        };
        walk.step(act, &so_far).await;
        so_far.push(act);
    }
    assert!(so_far.iter().filter(|act| **act == Act::Tick).count() > usize::from(LEASE));
    walk.world.server.finish().await;
}

#[tokio::test]
async fn the_real_actions_do_what_the_model_says_on_one_walk() {
    walk(1).await;
}

#[tokio::test]
async fn the_real_actions_do_what_the_model_says_on_another_walk() {
    walk(2).await;
}

#[tokio::test]
async fn the_real_actions_do_what_the_model_says_on_a_third_walk() {
    walk(3).await;
}
