//! The rules of slots, leases and resets, as small as they can be said: a few machines, a few ticks, one package.
//! A `Mutant` is the rules with one mistake in them, to see that the search finds it.

/// How many ticks a lease lasts.
pub(super) const LEASE: u8 = 2;
/// How many ticks a file without a network lasts.
const FILE: u8 = 3;

/// What the issuer has written down about an activation of one machine, and how many ticks it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Row {
    /// It holds a slot and has a network. A lapsed lease keeps its slot until somebody needs it.
    Charged(u8),
    /// It holds a slot and has no network. A file that has ended keeps its slot until somebody needs it.
    Offline(u8),
    /// A reset took its slot; it runs on.
    Carried(u8),
    /// None was free at its renewal; it runs until its lease ends.
    Displaced(u8),
    /// Its owner released it; it runs until its lease ends.
    Released(u8),
    /// It gave its license back, but another file that was given for its slot works still.
    Held(u8),
    /// Another machine with its name took its place; it runs until its lease ends.
    Elsewhere(u8),
    /// The same, with a file for a machine without a network.
    ElsewhereOffline(u8),
}

impl Row {
    fn left(self) -> u8 {
        match self {
            Self::Charged(left)
            | Self::Offline(left)
            | Self::Carried(left)
            | Self::Displaced(left)
            | Self::Released(left)
            | Self::Held(left)
            | Self::Elsewhere(left)
            | Self::ElsewhereOffline(left) => left,
        }
    }

    /// Whether it holds a slot that it needs no more.
    pub(super) fn is_lapsed(self) -> bool {
        self.has_slot() && self.left() == 0
    }

    /// What it is once its machine has another file: one for a machine without a network cannot be called back, and
    /// counts as such until it ends.
    fn followed_by(self, new: Self) -> Self {
        match self {
            Self::Offline(left) | Self::Held(left) if left > new.left() => Self::Offline(left),
            _ => new,
        }
    }

    fn has_slot(self) -> bool {
        matches!(self, Self::Charged(_) | Self::Offline(_) | Self::Held(_))
    }

    /// Whether it is another machine than the one that counts.
    pub(super) fn is_elsewhere(self) -> bool {
        matches!(self, Self::Elsewhere(_) | Self::ElsewhereOffline(_))
    }

    fn is_file_elsewhere(self) -> bool {
        matches!(self, Self::ElsewhereOffline(1..))
    }

    fn after_a_tick(self) -> Option<Self> {
        let left = self.left().saturating_sub(1);
        match self {
            Self::Charged(_) => Some(Self::Charged(left)),
            Self::Offline(_) => Some(Self::Offline(left)),
            Self::Held(_) => Some(Self::Held(left)),
            _ if left == 0 => None,
            Self::Carried(_) => Some(Self::Carried(left)),
            Self::Displaced(_) => Some(Self::Displaced(left)),
            Self::Released(_) => Some(Self::Released(left)),
            Self::Elsewhere(_) => Some(Self::Elsewhere(left)),
            Self::ElsewhereOffline(_) => Some(Self::ElsewhereOffline(left)),
        }
    }
}

/// Everything that is known: the rows of each machine, and ticks since the last reset or release (up to a lease).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct State {
    pub(super) machines: Vec<Vec<Row>>,
    pub(super) quiet: u8,
    /// Ticks since the last reset (up to a lease).
    pub(super) since_reset: u8,
    /// Machines that run although their row is gone; no rule makes one.
    pub(super) ghosts: Vec<u8>,
}

impl State {
    pub(super) fn first(machines: usize) -> Self {
        Self { machines: vec![Vec::new(); machines], quiet: LEASE, since_reset: LEASE, ghosts: Vec::new() }
    }

    fn rows(&self) -> impl Iterator<Item = Row> {
        self.machines.iter().flatten().copied()
    }

    pub(super) fn charged(&self) -> usize {
        self.rows().filter(|row| row.has_slot()).count()
    }

    /// Machines that run.
    pub(super) fn live(&self) -> usize {
        let is_own = |row: &Row| row.left() > 0 && !row.is_elsewhere() && !matches!(row, Row::Held(_));
        let runs = |rows: &&Vec<Row>| rows.iter().any(is_own);
        let elsewhere = self.rows().filter(|row| row.is_elsewhere() && row.left() > 0).count();
        self.machines.iter().filter(runs).count() + elsewhere + self.ghosts.len()
    }

    /// Machines that run by a file that lasts longer than a lease, and whose place another one took.
    fn files_elsewhere(&self) -> usize {
        self.rows().filter(|row| row.is_file_elsewhere()).count()
    }

    /// Machines that run and hold no slot.
    fn live_without_slot(&self) -> usize {
        self.rows().filter(|row| !row.has_slot() && row.left() > 0).count()
    }

    fn offline(&self) -> Vec<Row> {
        self.rows().filter(|row| matches!(row, Row::Offline(_) | Row::Held(_))).collect()
    }

    /// The same with the machines in order: which is which does not matter.
    pub(super) fn canonical(mut self) -> Self {
        self.machines.iter_mut().for_each(|rows| rows.sort());
        self.machines.sort();
        self.ghosts.sort_unstable();
        self
    }
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Activate(usize),
    ActivateOffline(usize),
    Renew(usize),
    Return(usize),
    Release(usize),
    /// Another machine with the name of one that has a slot asks, over the network or by hand.
    TakeOver(usize),
    TakeOverOffline(usize),
    Reset,
    Tick,
}

/// The rules, or the rules with a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutant {
    None,
    /// The limit is counted too late: one more gets in.
    OneTooMany,
    /// The same machine that asks again gets a second slot.
    SecondSlot,
    /// Resets need no gap.
    ResetsAtWill,
    /// A reset frees the slots of machines that cannot be told.
    ResetFreesOffline,
    /// A reset gives running servers a fresh lease.
    ResetRenews,
    /// Slots of lapsed leases are not taken back.
    NoEviction,
    /// A server without a slot gets a lease all the same.
    DisplacedRenews,
    /// A return frees the slot, and the machine runs on.
    ReturnRunsOn,
    /// Servers can be released as often as one likes.
    ReleasesAtWill,
    /// A place can be taken over as often as one likes.
    TakeoversAtWill,
    /// A return frees the slot although another file that was given for it works.
    EarlierForgotten,
}

impl Mutant {
    pub(super) const ALL: [Self; 11] = [
        Self::OneTooMany,
        Self::SecondSlot,
        Self::ResetsAtWill,
        Self::ResetFreesOffline,
        Self::ResetRenews,
        Self::NoEviction,
        Self::DisplacedRenews,
        Self::ReturnRunsOn,
        Self::ReleasesAtWill,
        Self::TakeoversAtWill,
        Self::EarlierForgotten,
    ];
}

/// What is promised (D4 of the design).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Promise {
    /// Never more slots than the license has.
    Limit,
    /// A machine holds one slot at most.
    OneSlot,
    /// Never more than twice as many run, and a lease after the last reset or release not more than the license has.
    LiveServers,
    /// Who runs is not refused while not more run than may.
    NobodyDisplaced,
    /// A reset leaves machines without a network alone.
    OfflineStays,
    /// A return frees no slot for which a file works that cannot be called back.
    FileHolds,
}

/// One package.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) max: usize,
    pub(super) mutant: Mutant,
}

impl Rules {
    pub(super) fn acts(machines: usize) -> Vec<Act> {
        let each = (0..machines).flat_map(|at| {
            [
                Act::Activate(at),
                Act::ActivateOffline(at),
                Act::Renew(at),
                Act::Return(at),
                Act::Release(at),
                Act::TakeOver(at),
                Act::TakeOverOffline(at),
            ]
        });
        each.chain([Act::Reset, Act::Tick]).collect()
    }

    /// The state after an act, and what it breaks; none if the act is refused or does nothing.
    pub(super) fn step(&self, before: &State, act: Act) -> Option<(State, Option<Promise>)> {
        let mut state = before.clone();
        let broken = match act {
            Act::Activate(at) => self.activate(&mut state, at, Row::Charged(LEASE))?,
            Act::ActivateOffline(at) => self.activate(&mut state, at, Row::Offline(FILE))?,
            Act::Renew(at) => self.renew(&mut state, at)?,
            Act::Return(at) => self.give_back(&mut state, at)?,
            Act::Release(at) => self.release(&mut state, at)?,
            Act::TakeOver(at) => self.take_over(&mut state, at, Row::Charged(LEASE))?,
            Act::TakeOverOffline(at) => self.take_over(&mut state, at, Row::Offline(FILE))?,
            Act::Reset => self.reset(&mut state)?,
            Act::Tick => {
                tick(&mut state);
                None
            }
        };
        Some((state.clone(), broken.or_else(|| self.broken(&state))))
    }

    /// What a state breaks.
    fn broken(&self, state: &State) -> Option<Promise> {
        let slots = |rows: &Vec<Row>| rows.iter().filter(|row| row.has_slot()).count();
        if state.charged() > self.max {
            Some(Promise::Limit)
        } else if state.machines.iter().any(|rows| slots(rows) > 1) {
            Some(Promise::OneSlot)
        } else if state.live() > 2 * self.max
            || state.quiet >= LEASE && state.live() - state.files_elsewhere() > self.max
        {
            Some(Promise::LiveServers)
        } else {
            None
        }
    }

    /// Whether a slot is free; takes back those of lapsed leases before it says no.
    fn has_free(&self, state: &mut State) -> bool {
        let max = self.max + usize::from(self.mutant == Mutant::OneTooMany);
        if state.charged() < max {
            return true;
        }
        if self.mutant == Mutant::NoEviction {
            return false;
        }
        let lapsed = state.machines.iter_mut().find(|rows| rows.iter().any(|row| row.is_lapsed()));
        lapsed.is_some_and(|rows| {
            rows.retain(|row| !row.is_lapsed());
            true
        })
    }

    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn activate(&self, state: &mut State, at: usize, new: Row) -> Option<Option<Promise>> {
        if let Some(known) = state.machines[at].iter().position(|row| row.has_slot()) {
            if self.mutant == Mutant::SecondSlot {
                let is_free = self.has_free(state);
                return is_free.then(|| state.machines[at].push(new)).map(|()| None);
            }
            // The same machine gets the same slot.
            state.machines[at][known] = state.machines[at][known].followed_by(new);
            return Some(None);
        }
        if !self.has_free(state) {
            return None;
        }
        state.machines[at].retain(|row| row.is_elsewhere());
        state.machines[at].insert(0, new);
        Some(None)
    }

    /// Another machine takes the place of one, which may run on: as one without a slot, of which there are not more than
    /// the license has.
    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn take_over(&self, state: &mut State, at: usize, new: Row) -> Option<Option<Promise>> {
        let known = state.machines[at].iter().position(|row| row.has_slot())?;
        let before = state.machines[at][known];
        let elsewhere = match before {
            Row::Charged(left @ 1..) => Some(Row::Elsewhere(left)),
            Row::Offline(left @ 1..) => Some(Row::ElsewhereOffline(left)),
            _ => None,
        };
        if elsewhere.is_some() {
            if state.live_without_slot() >= self.max && self.mutant != Mutant::TakeoversAtWill {
                return None;
            }
            state.quiet = 0;
        }
        state.machines[at][known] = before.followed_by(new);
        state.machines[at].extend(elsewhere);
        Some(None)
    }

    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn renew(&self, state: &mut State, at: usize) -> Option<Option<Promise>> {
        let row = *state.machines[at].first()?;
        match row {
            Row::Charged(_) => state.machines[at][0] = Row::Charged(LEASE),
            Row::Carried(left) | Row::Displaced(left) => {
                let was_within = state.live() <= self.max;
                if self.has_free(state) {
                    state.machines[at][0] = Row::Charged(LEASE);
                } else {
                    let left = if self.mutant == Mutant::DisplacedRenews { LEASE } else { left };
                    state.machines[at][0] = Row::Displaced(left);
                    return Some(was_within.then_some(Promise::NobodyDisplaced));
                }
            }
            Row::Offline(_) => state.machines[at][0] = row.followed_by(Row::Charged(LEASE)),
            Row::Released(_) | Row::Held(_) | Row::Elsewhere(_) | Row::ElsewhereOffline(_) => return None,
        }
        Some(None)
    }

    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn give_back(&self, state: &mut State, at: usize) -> Option<Option<Promise>> {
        let row =
            state.machines[at].first().filter(|row| !row.is_elsewhere() && !matches!(row, Row::Held(_)))?;
        let (left, has_slot) = (row.left(), row.has_slot());
        if self.mutant == Mutant::ReturnRunsOn && left > 0 {
            state.ghosts.push(left);
        }
        state.machines[at].remove(0);
        let until =
            state.machines[at].iter().filter(|row| row.is_file_elsewhere()).map(|row| row.left()).max();
        let Some(until) = until.filter(|_| has_slot) else { return Some(None) };
        if self.mutant == Mutant::EarlierForgotten {
            return Some(Some(Promise::FileHolds));
        }
        state.machines[at].insert(0, Row::Held(until));
        Some(None)
    }

    /// Frees the slot of one server, which runs on: not if as many run without a slot as the license has, or else one
    /// release after the other would be as good as a reset at will.
    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn release(&self, state: &mut State, at: usize) -> Option<Option<Promise>> {
        let Row::Charged(left) = *state.machines[at].first()? else { return None };
        let would_run = state.live_without_slot() + usize::from(left > 0);
        if would_run > self.max && self.mutant != Mutant::ReleasesAtWill {
            return None;
        }
        state.machines[at].remove(0);
        if left > 0 {
            state.machines[at].insert(0, Row::Released(left));
        }
        state.quiet = if left > 0 { 0 } else { state.quiet };
        Some(None)
    }

    /// Takes the slots of all that have a network. Not less than a lease after the last reset, and not if more would run
    /// without a slot than the license has.
    #[expect(clippy::option_option, reason = "no act, and an act that breaks nothing")]
    fn reset(&self, state: &mut State) -> Option<Option<Promise>> {
        let online = state.rows().filter(|row| matches!(row, Row::Charged(1..))).count();
        let would_run = state.live_without_slot() + online;
        let is_too_many = would_run > self.max && self.mutant != Mutant::ReleasesAtWill;
        if self.mutant != Mutant::ResetsAtWill && (state.since_reset < LEASE || is_too_many) {
            return None;
        }
        let offline = state.offline();
        for rows in &mut state.machines {
            let kept = rows.drain(..).filter_map(|row| match row {
                Row::Charged(0) => None,
                Row::Charged(_) if self.mutant == Mutant::ResetRenews => Some(Row::Carried(LEASE + 1)),
                Row::Charged(left) => Some(Row::Carried(left)),
                Row::Offline(left) if self.mutant == Mutant::ResetFreesOffline => Some(Row::Carried(left)),
                other => Some(other),
            });
            *rows = kept.collect();
        }
        state.quiet = 0;
        state.since_reset = 0;
        Some((state.offline() != offline).then_some(Promise::OfflineStays))
    }
}

fn tick(state: &mut State) {
    for rows in &mut state.machines {
        *rows = rows.iter().filter_map(|row| row.after_a_tick()).collect();
    }
    state.ghosts = state.ghosts.iter().map(|left| left - 1).filter(|left| *left > 0).collect();
    state.quiet = (state.quiet + 1).min(LEASE);
    state.since_reset = (state.since_reset + 1).min(LEASE);
}
