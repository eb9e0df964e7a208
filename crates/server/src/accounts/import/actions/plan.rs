//! What is to be done with each row: the same for the dry run and for applying.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    hash::{BuildHasher, RandomState},
};

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx};
use unicode_normalization::UnicodeNormalization;

use super::{
    super::{
        columns::{Columns, Field},
        file::IN_PLACE_OF_NUL,
        model::{
            Before, Import, LOOKALIKE, NUL_IN_ROW, OTHER_ORIGIN, Options, Row, SURPLUS, Shows, TWICE,
            TWO_USERS, UNKNOWN_GROUP, UNKNOWN_ROLE, UNSOLVED, Verdict,
        },
    },
    cells::{active, check_credential, credential, elsewhere, language, spelled},
};
use crate::{
    accounts::{
        groups::{self, GroupKind},
        roles,
        seats::{self, Change as SeatChange, Seat},
        users::{self, Credential, EMAIL_TAKEN, Lookalikes, NewUser, ONE_SYSADMIN, User, UserPatch},
    },
    cx::{BaseRole, Cx, Permission, Role},
    text::{name_key, other_spellings, picture},
    web::csv::split_names,
};

/// How much of a cell an answer quotes, in characters.
const CELL_SHOWN_MAX: usize = 80;

/// What is to be done with a row.
pub(super) enum Plan {
    /// A new user, with role and groups in words.
    Add(Box<(NewUser, Shows)>),
    /// Other values for a user who is there.
    Change(Box<Change>),
    /// The user with this id has all the values, or is left alone.
    Unchanged(String),
    /// It cannot be done.
    Wrong(Refusal),
}

impl Plan {
    pub(super) const fn verdict(&self) -> Verdict {
        match self {
            Self::Add(_) => Verdict::Add,
            Self::Change(_) => Verdict::Change,
            Self::Unchanged(_) => Verdict::Unchanged,
            Self::Wrong(_) => Verdict::Wrong,
        }
    }
}

/// Other values for a user.
pub(super) struct Change {
    pub(super) user_id: String,
    pub(super) patch: UserPatch,
    pub(super) fields: Vec<Field>,
    pub(super) before: Before,
    pub(super) shows: Shows,
}

/// The users that some rows may be about.
struct Matches {
    by_name: HashMap<String, User>,
    groups: HashMap<String, Vec<groups::Named>>,
}

/// Plans rows one after the other, remembering what those before them take.
pub(super) struct Planner {
    heads: Vec<String>,
    columns: Columns,
    options: Options,
    roles: HashMap<String, Role>,
    groups: groups::Known,
    /// How those from elsewhere are called, in every language.
    elsewhere: HashSet<String>,
    lookalikes: Lookalikes,
    free: [Option<i64>; 3],
    full: [Option<Refusal>; 3],
    /// Only for the dry run: the line of each name seen so far, by its hash.
    seen: Option<HashMap<u64, u32>>,
    hasher: RandomState,
}

impl Planner {
    /// For the dry run: rows about the same user are found, and the rules of passwords are checked.
    pub(super) async fn rehearsing(tx: &mut Tx, cx: &Cx, import: &Import) -> Result<Self> {
        Ok(Self { seen: Some(HashMap::new()), ..Self::applying(tx, cx, import).await? })
    }

    /// For rows that the dry run found right. In a transaction that holds the seats, what it plans can be done.
    pub(super) async fn applying(tx: &mut Tx, cx: &Cx, import: &Import) -> Result<Self> {
        Ok(Self {
            heads: import.heads.clone(),
            columns: import.columns.clone(),
            options: import.options,
            roles: spelled(roles::list(tx).await?),
            groups: groups::Known::default(),
            elsewhere: elsewhere(),
            lookalikes: Lookalikes::read(tx).await?,
            free: seats::free(tx, cx).await?,
            full: Default::default(),
            seen: None,
            hasher: RandomState::new(),
        })
    }

    /// Plans the rows that are left to do; none for the others.
    pub(super) async fn plan(&mut self, tx: &mut Tx, cx: &Cx, rows: &[Row]) -> Result<Vec<Option<Plan>>> {
        let is_left =
            |row: &Row| self.seen.is_some() || (!row.applied && row.verdict != Some(Verdict::Wrong));
        let left: Vec<bool> = rows.iter().map(is_left).collect();
        let matches = self.matches(tx, rows).await?;
        let mut plans = Vec::with_capacity(rows.len());
        for (row, left) in rows.iter().zip(left) {
            plans.push(if left { Some(self.plan_row(tx, cx, row, &matches).await?) } else { None });
        }
        Ok(plans)
    }

    async fn matches(&self, tx: &mut Tx, rows: &[Row]) -> Result<Matches> {
        let mut names: Vec<String> = rows
            .iter()
            .flat_map(|row| [Field::Email, Field::UserName].map(|field| self.columns.cell(&row.cells, field)))
            .filter(|name| !name.is_empty())
            .map(name_key)
            .collect();
        names.sort_unstable();
        names.dedup();
        let by_name = users::find_all_by_name(tx, &names).await?;
        let ids: Vec<&str> = by_name.values().map(|user| user.person.id.as_str()).collect();
        let groups = groups::direct_of_many(tx, &ids).await?;
        Ok(Matches { by_name, groups })
    }

    async fn plan_row(&mut self, tx: &mut Tx, cx: &Cx, row: &Row, matches: &Matches) -> Result<Plan> {
        let planned = self.try_row(tx, cx, row, matches).await;
        match planned {
            // A database at its limit is no fault of the row.
            Err(Error::Refusal(why)) if why.kind != Kind::Busy => Ok(Plan::Wrong(*why)),
            other => other,
        }
    }

    async fn try_row(&mut self, tx: &mut Tx, cx: &Cx, row: &Row, matches: &Matches) -> Result<Plan> {
        self.refuse_nul(row)?;
        self.refuse_incomplete(row)?;
        self.refuse_twice(row)?;
        let alike = self.note_picture(row);
        let existing = self.existing(row, matches)?;
        if let Some(user) = existing {
            self.refuse_second(row, user)?;
        }
        match existing {
            None => self.add(tx, cx, row, alike).await,
            Some(user) if !self.options.changes_existing => Ok(Plan::Unchanged(user.person.id.clone())),
            Some(user) => {
                let groups = matches.groups.get(&user.person.id).map_or(&[][..], Vec::as_slice);
                self.change(tx, cx, row, user, groups).await
            }
        }
    }

    fn refuse_nul(&self, row: &Row) -> Result<(), Refusal> {
        let mut used = Field::ALL.into_iter().flat_map(|field| self.columns.cells(&row.cells, field));
        if used.any(|cell| cell.contains(IN_PLACE_OF_NUL)) { Err(NUL_IN_ROW) } else { Ok(()) }
    }

    /// Refuses a row that was not read as it was meant: with cells left over, its values may stand under wrong heads, and of
    /// a formula without a result nobody knows what it says.
    fn refuse_incomplete(&self, row: &Row) -> Result<(), Refusal> {
        if let Some(cell) = row.surplus.iter().find(|cell| !cell.is_empty()) {
            return Err(SURPLUS.with("cell", cell.chars().take(CELL_SHOWN_MAX).collect::<String>()));
        }
        let is_used = |at: &&usize| self.columns.0.get(**at).copied().flatten().is_some();
        match row.unsolved.iter().find(is_used) {
            Some(at) => Err(UNSOLVED.with("column", self.heads.get(*at).map_or("", String::as_str))),
            None => Ok(()),
        }
    }

    fn refuse_twice(&mut self, row: &Row) -> Result<(), Refusal> {
        let Some(seen) = &mut self.seen else { return Ok(()) };
        let cells = [Field::Email, Field::UserName].map(|field| self.columns.cell(&row.cells, field));
        let names = cells.iter().flat_map(|name| [vec![name_key(name)], other_spellings(name)].concat());
        let hashes: Vec<u64> =
            names.filter(|name| !name.is_empty()).map(|name| self.hasher.hash_one(name)).collect();
        if let Some(line) = hashes.iter().find_map(|hash| seen.get(hash)) {
            return Err(TWICE.with("line", line));
        }
        seen.extend(hashes.into_iter().map(|hash| (hash, row.line)));
        Ok(())
    }

    /// Refuses a row about a user whom a row above calls by another name: with the address there and the user name here, the
    /// second would undo what the first does.
    fn refuse_second(&mut self, row: &Row, user: &User) -> Result<(), Refusal> {
        let Some(seen) = &mut self.seen else { return Ok(()) };
        match seen.entry(self.hasher.hash_one(("user", &user.person.id))) {
            Entry::Occupied(line) => Err(TWICE.with("line", line.get())),
            Entry::Vacant(place) => {
                place.insert(row.line);
                Ok(())
            }
        }
    }

    /// The line above whose address gives the same picture in other letters, if one of the two has letters beside those of
    /// ASCII: people called Alia and Alla are two, and nobody types a Cyrillic letter between Latin ones by mistake.
    fn note_picture(&mut self, row: &Row) -> Option<u32> {
        let seen = self.seen.as_mut().filter(|_| !self.options.takes_lookalikes)?;
        let email = name_key(self.columns.cell(&row.cells, Field::Email));
        let picture = picture(&email);
        let hash = |is_plain: bool| self.hasher.hash_one((is_plain, &picture));
        let others = if email.is_ascii() { &[false][..] } else { &[true, false] };
        let alike = others.iter().find_map(|is_plain| seen.get(&hash(*is_plain)).copied());
        seen.entry(hash(email.is_ascii())).or_insert(row.line);
        alike
    }

    /// The user whom the row is about: the one with the address, or else the one with the user name.
    fn existing<'a>(&self, row: &Row, matches: &'a Matches) -> Result<Option<&'a User>, Refusal> {
        let cell = |field| name_key(self.columns.cell(&row.cells, field));
        let (email, user_name) = (cell(Field::Email), cell(Field::UserName));
        let (of_email, of_name) = (matches.by_name.get(&email), matches.by_name.get(&user_name));
        let with_email = of_email.filter(|user| name_key(&user.person.email) == email);
        let with_name = of_name.filter(|user| name_key(&user.person.user_name) == user_name);
        match (with_email, with_name) {
            (Some(one), Some(other)) if one.person.id != other.person.id => Err(TWO_USERS),
            (Some(user), _) | (None, Some(user)) => {
                let is_other = |found: Option<&User>| found.is_some_and(|it| it.person.id != user.person.id);
                match (is_other(of_email), is_other(of_name)) {
                    (false, false) => Ok(Some(user)),
                    (true, _) => Err(EMAIL_TAKEN),
                    (false, true) => Err(EMAIL_TAKEN.on("userName")),
                }
            }
            (None, None) if of_email.is_some() => Err(EMAIL_TAKEN),
            (None, None) if of_name.is_some() => Err(EMAIL_TAKEN.on("userName")),
            (None, None) => Ok(None),
        }
    }

    async fn add(&mut self, tx: &mut Tx, cx: &Cx, row: &Row, alike: Option<u32>) -> Result<Plan> {
        let cell = |field| self.columns.cell(&row.cells, field);
        let origin = cell(Field::Origin);
        if self.elsewhere.contains(&name_key(origin)) {
            return Err(OTHER_ORIGIN.with("name", origin).into());
        }
        let active = active(cell(Field::Active))?;
        let new = users::check_new(NewUser {
            email: cell(Field::Email).to_owned(),
            user_name: cell(Field::UserName).to_owned(),
            first_name: cell(Field::FirstName).to_owned(),
            last_name: cell(Field::LastName).to_owned(),
            language: language(cell(Field::Language))?,
            credential: credential(&self.columns, self.options, row, active),
            active,
            ..NewUser::default()
        })?;
        self.refuse_lookalike(&new.email, "")?;
        if let Some(line) = alike {
            return Err(LOOKALIKE.with("line", line).into());
        }
        if self.seen.is_some() {
            check_credential(cx, &new).await?;
        }
        let role = self.role(cell(Field::Role))?.unwrap_or_else(|| BaseRole::Consumer.name().to_owned());
        let base = self.roles.get(&name_key(&role)).map_or(BaseRole::Consumer, |role| role.base);
        if base == BaseRole::Super {
            return Err(ONE_SYSADMIN.into());
        }
        if let Some(role) = self.roles.get(&name_key(&role)) {
            cx.require_reach(role)?;
            users::require_proof_over(cx, "", role)?;
        }
        let groups = self.groups(tx, cx, row).await?;
        let is_invited = matches!(new.credential, Credential::Invited);
        if is_invited || active != Some(false) {
            self.take_seat(tx, cx, Seat::of(base), i64::from(!is_invited)).await?;
        }
        let shows = Shows {
            role: self.role_in_words(&role),
            groups: Some(self.names(tx, &groups).await?).filter(|names| !names.is_empty()),
            ..Shows::default()
        };
        Ok(Plan::Add(Box::new((NewUser { role, groups, ..new }, shows))))
    }

    fn role_in_words(&self, role: &str) -> Option<(String, String)> {
        self.roles.get(&name_key(role)).map(in_words)
    }

    /// The names of groups by id, or by name if they are still to be made.
    async fn names(&mut self, tx: &mut Tx, groups: &[String]) -> Result<Vec<String>> {
        let mut names = Vec::with_capacity(groups.len());
        for group in groups {
            names.push(self.groups.find(tx, group).await?.map_or(group, |found| &found.name).clone());
        }
        Ok(names)
    }

    async fn change(
        &mut self,
        tx: &mut Tx,
        cx: &Cx,
        row: &Row,
        user: &User,
        groups: &[groups::Named],
    ) -> Result<Plan> {
        let (patch, before, fields) = self.patch(tx, cx, row, user, groups).await?;
        let mut shows = Shows { texts_before: texts(&before), ..Shows::default() };
        if let Some(role) = &patch.role {
            shows.role = self.role_in_words(role);
            shows.role_before = Some(in_words(&user.person.role));
        }
        if let Some(wanted) = &patch.groups {
            shows.groups = Some(self.names(tx, wanted).await?);
            shows.groups_before = Some(groups.iter().map(|group| group.name.clone()).collect());
        }
        if fields.is_empty() {
            return Ok(Plan::Unchanged(user.person.id.clone()));
        }
        let after = users::rehearse(tx, cx, user, &patch).await?;
        if patch.email.is_some() {
            self.refuse_lookalike(&after.person.email, &user.person.id)?;
        }
        let seats = SeatChange::of(Some(&user.person), Some(&after.person));
        for seat in Seat::ALL.into_iter().filter(|seat| seats.of_seat(*seat) != 0) {
            self.take_seat(tx, cx, seat, seats.of_seat(seat)).await?;
        }
        let user_id = user.person.id.clone();
        Ok(Plan::Change(Box::new(Change { user_id, patch, fields, before, shows })))
    }

    /// What the row wants to be otherwise, and what it was. An empty cell leaves everything as it is.
    async fn patch(
        &mut self,
        tx: &mut Tx,
        cx: &Cx,
        row: &Row,
        user: &User,
        groups: &[groups::Named],
    ) -> Result<(UserPatch, Before, Vec<Field>)> {
        let (mut patch, mut before, mut fields) = (UserPatch::default(), Before::default(), Vec::new());
        let person = &user.person;
        let own_language = person.language.clone().unwrap_or_default();
        let texts = [
            (Field::Email, &person.email, &mut patch.email, &mut before.email),
            (Field::UserName, &person.user_name, &mut patch.user_name, &mut before.user_name),
            (Field::FirstName, &person.first_name, &mut patch.first_name, &mut before.first_name),
            (Field::LastName, &person.last_name, &mut patch.last_name, &mut before.last_name),
            (Field::Language, &own_language, &mut patch.language, &mut before.language),
        ];
        for (field, now, wanted, was) in texts {
            let text: String = self.columns.cell(&row.cells, field).nfc().collect();
            if field == Field::Language {
                language(&text)?;
            }
            if !text.is_empty() && text != *now {
                *wanted = Some(text);
                *was = Some(now.clone());
                fields.push(field);
            }
        }
        let role = self.role(self.columns.cell(&row.cells, Field::Role))?;
        if let Some(role) = role.filter(|role| *role != person.role.id) {
            patch.role = Some(role);
            before.role = Some(person.role.id.clone());
            fields.push(Field::Role);
        }
        let own: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
        let mut wanted = self.groups(tx, cx, row).await?;
        let leaves = self.options.leaves_groups && !wanted.is_empty();
        if wanted.iter().any(|id| !own.contains(id)) || (leaves && own.iter().any(|id| !wanted.contains(id)))
        {
            if !leaves {
                wanted.extend(own.iter().filter(|id| !wanted.contains(id)).cloned().collect::<Vec<_>>());
            }
            patch.groups = Some(wanted);
            before.groups = Some(own);
            fields.push(Field::Groups);
        }
        let active = active(self.columns.cell(&row.cells, Field::Active))?;
        if let Some(active) = active.filter(|active| *active != person.active) {
            patch.active = Some(active);
            before.active = Some(person.active);
            fields.push(Field::Active);
        }
        Ok((patch, before, fields))
    }

    fn refuse_lookalike(&self, email: &str, user_id: &str) -> Result<(), Refusal> {
        if self.options.takes_lookalikes {
            return Ok(());
        }
        self.lookalikes.find(email, user_id).map_or(Ok(()), Err)
    }

    /// Id of the role of a cell; none for an empty one.
    fn role(&self, text: &str) -> Result<Option<String>, Refusal> {
        if text.is_empty() {
            return Ok(None);
        }
        let spelled = || self.roles.get(&name_key(BaseRole::spelled(text)?.name()));
        match self.roles.get(&name_key(text)).or_else(spelled) {
            Some(role) => Ok(Some(role.id.clone())),
            None => Err(UNKNOWN_ROLE.with("name", text)),
        }
    }

    /// The groups of a row: ids, and the names of those that are to be made. Derived ones are passed over.
    async fn groups(&mut self, tx: &mut Tx, cx: &Cx, row: &Row) -> Result<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        let cells: Vec<String> = self.columns.cells(&row.cells, Field::Groups).map(str::to_owned).collect();
        for cell in cells {
            let whole = self.groups.find(tx, &cell).await?.is_some();
            for name in if whole { vec![cell] } else { split_names(&cell) } {
                match self.groups.find(tx, &name).await? {
                    Some(group) if group.kind != GroupKind::Plain => continue,
                    Some(group) => found.push(group.id.clone()),
                    None if self.options.makes_groups && cx.may(Permission::ManageGroups) => {
                        groups::check_name(&name).map_err(|refusal| refusal.on("groups"))?;
                        found.push(name);
                        continue;
                    }
                    None => return Err(UNKNOWN_GROUP.with("name", name).into()),
                }
                self.groups.open_ids(tx, cx, &[name]).await?;
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// Takes seats of those that are free, frees them for a negative number, or only looks for one for 0.
    async fn take_seat(&mut self, tx: &mut Tx, cx: &Cx, seat: Seat, count: i64) -> Result<()> {
        let Some(free) = &mut self.free[seat as usize] else { return Ok(()) };
        if *free >= count.max(1) || count < 0 {
            *free -= count;
            return Ok(());
        }
        if let Some(known) = &self.full[seat as usize] {
            return Err(known.clone().into());
        }
        let error = seats::refusal(tx, cx, seat).await?;
        self.full[seat as usize] = error.refusal().cloned();
        Err(error)
    }

    /// The names of groups that are to be made for some rows.
    pub(super) async fn groups_to_make(&mut self, tx: &mut Tx, rows: &[Row]) -> Result<Vec<String>> {
        let mut names = Vec::new();
        let left = rows.iter().filter(|row| !row.applied && row.verdict != Some(Verdict::Wrong));
        let cells: Vec<&str> = left.flat_map(|row| self.columns.cells(&row.cells, Field::Groups)).collect();
        for cell in cells {
            if self.groups.find(tx, cell).await?.is_some() {
                continue;
            }
            for name in split_names(cell) {
                let is_new = !names.iter().any(|known: &String| name_key(known) == name_key(&name));
                if is_new && self.groups.find(tx, &name).await?.is_none() {
                    names.push(name);
                }
            }
        }
        Ok(names)
    }
}

fn in_words(role: &Role) -> (String, String) {
    (role.name.clone(), role.display_name.clone())
}

/// The texts among the values before.
fn texts(before: &Before) -> Vec<(Field, String)> {
    let texts = [
        (Field::Email, &before.email),
        (Field::UserName, &before.user_name),
        (Field::FirstName, &before.first_name),
        (Field::LastName, &before.last_name),
        (Field::Language, &before.language),
    ];
    texts.into_iter().filter_map(|(field, was)| Some((field, was.clone()?))).collect()
}
