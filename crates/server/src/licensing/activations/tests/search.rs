//! Every state that the rules can reach is looked at; and every mistake in them is found.

use std::collections::{HashMap, VecDeque};

use super::model::{Act, Mutant, Promise, Rules, State};

/// What a search found.
#[derive(Debug)]
struct Found {
    states: usize,
    /// The shortest way to a broken promise.
    broken: Option<(Promise, Vec<Act>)>,
}

/// Looks at every state that can be reached, the nearest first, until a promise is broken.
fn search(rules: Rules, machines: usize) -> Found {
    let first = State::first(machines).canonical();
    let mut came_from: HashMap<State, Option<(State, Act)>> = HashMap::from([(first.clone(), None)]);
    let mut next = VecDeque::from([first]);
    while let Some(state) = next.pop_front() {
        for act in Rules::acts(machines) {
            let Some((after, broken)) = rules.step(&state, act) else { continue };
            if let Some(promise) = broken {
                let trace = trace(&came_from, &state, act);
                return Found { states: came_from.len(), broken: Some((promise, trace)) };
            }
            let after = after.canonical();
            if !came_from.contains_key(&after) {
                came_from.insert(after.clone(), Some((state.clone(), act)));
                next.push_back(after);
            }
        }
    }
    Found { states: came_from.len(), broken: None }
}

fn trace(came_from: &HashMap<State, Option<(State, Act)>>, last: &State, act: Act) -> Vec<Act> {
    let mut acts = vec![act];
    let mut at = last;
    while let Some(Some((before, act))) = came_from.get(at) {
        acts.push(*act);
        at = before;
    }
    acts.reverse();
    acts
}

/// Sizes that are searched: slots and machines.
const SIZES: [(usize, usize); 3] = [(1, 4), (2, 5), (3, 5)];

#[test]
fn no_promise_is_broken_in_any_state_that_can_be_reached() {
    for (max, machines) in SIZES {
        let found = search(Rules { max, mutant: Mutant::None }, machines);

        assert!(found.broken.is_none(), "{max} of {machines}: {found:?}");
        assert!(found.states > 50, "{found:?}");
    }
}

/// The promise that a mistake breaks first.
fn breaks(mutant: Mutant) -> Promise {
    let found =
        SIZES.iter().find_map(|(max, machines)| search(Rules { max: *max, mutant }, *machines).broken);
    let (promise, trace) = found.unwrap_or_else(|| panic!("nobody noticed {mutant:?}"));
    println!("{mutant:?} breaks {promise:?}: {trace:?}");
    promise
}

#[test]
fn a_limit_that_is_counted_too_late_is_noticed() {
    assert_eq!(breaks(Mutant::OneTooMany), Promise::Limit);
}

#[test]
fn a_second_slot_for_one_machine_is_noticed() {
    assert!(matches!(breaks(Mutant::SecondSlot), Promise::OneSlot));
}

#[test]
fn resets_without_a_gap_are_noticed() {
    assert_eq!(breaks(Mutant::ResetsAtWill), Promise::LiveServers);
}

#[test]
fn a_reset_that_frees_machines_without_a_network_is_noticed() {
    assert_eq!(breaks(Mutant::ResetFreesOffline), Promise::OfflineStays);
}

#[test]
fn a_reset_that_lengthens_leases_is_noticed() {
    assert_eq!(breaks(Mutant::ResetRenews), Promise::LiveServers);
}

#[test]
fn slots_of_lapsed_leases_that_are_never_taken_back_are_noticed() {
    assert_eq!(breaks(Mutant::NoEviction), Promise::NobodyDisplaced);
}

#[test]
fn leases_without_a_slot_are_noticed() {
    assert_eq!(breaks(Mutant::DisplacedRenews), Promise::LiveServers);
}

#[test]
fn a_return_after_which_the_machine_runs_on_is_noticed() {
    assert_eq!(breaks(Mutant::ReturnRunsOn), Promise::LiveServers);
}

#[test]
fn releases_at_will_are_noticed() {
    assert_eq!(breaks(Mutant::ReleasesAtWill), Promise::LiveServers);
}

#[test]
fn takeovers_at_will_are_noticed() {
    assert_eq!(breaks(Mutant::TakeoversAtWill), Promise::LiveServers);
}

#[test]
fn a_return_that_forgets_an_earlier_file_is_noticed() {
    assert_eq!(breaks(Mutant::EarlierForgotten), Promise::FileHolds);
}

#[test]
fn every_mutant_is_noticed() {
    for mutant in Mutant::ALL {
        breaks(mutant);
    }
}
