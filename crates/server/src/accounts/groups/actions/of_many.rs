//! What lists of users and acts on many users ask about groups.

use std::collections::{BTreeSet, HashMap, HashSet};

use seatwarden_base::{
    Error, Result,
    db::{Engine, ROWS_MAX, Tx},
};

use super::{
    super::{
        model::{CHOICES_MAX, CROWD_GROUPS, Group, GroupKind, Named, OF_USER_MAX, SIMILAR_MAX, UNKNOWN_NAME},
        store::{self, of_many},
    },
    Member, blamed_on, check_number, find_in, find_open, hold, hold_id, require_over, unknown,
};
use crate::{
    cx::Cx,
    text::{name_key, part_pattern},
};

/// The groups of each of these users, the derived ones first, then by name. The answer has the order of
/// the question; one look-up for a page of users.
pub async fn of_users(tx: &mut Tx, users: &[Member<'_>]) -> Result<Vec<Vec<Named>>> {
    let ids: Vec<&str> = users.iter().map(|user| user.id).collect();
    let Memberships { derived, mut direct } = memberships(tx, &ids).await?;
    let mut of = |user: &Member<'_>| {
        let belongs = |kind: GroupKind| kind == GroupKind::Everyone || user.role.is_admin();
        let derived = derived.iter().filter(|(_, kind)| belongs(*kind)).map(|(group, _)| group.clone());
        derived.chain(direct.remove(user.id).unwrap_or_default()).collect()
    };
    Ok(users.iter().map(&mut of).collect())
}

/// The groups that each of these users was put into, by user, without those that follow from something else.
pub async fn direct_of_many(tx: &mut Tx, ids: &[&str]) -> Result<HashMap<String, Vec<Named>>> {
    Ok(memberships(tx, ids).await?.direct)
}

#[derive(Default)]
struct Memberships {
    derived: Vec<(Named, GroupKind)>,
    direct: HashMap<String, Vec<Named>>,
}

/// Of so many users the groups are looked up at once: as many rows as one statement may give, if each of them is in as many
/// groups as one may be put into.
const TOGETHER: usize = ROWS_MAX / OF_USER_MAX;

async fn memberships(tx: &mut Tx, ids: &[&str]) -> Result<Memberships> {
    let mut found = Memberships::default();
    for ids in ids.chunks(TOGETHER) {
        found.derived.clear();
        for (user_id, group, kind) in of_many::list_of_users(tx, &json(ids)?).await? {
            match user_id {
                Some(user_id) => found.direct.entry(user_id).or_default().push(group),
                None => found.derived.push((group, kind)),
            }
        }
    }
    Ok(found)
}

/// Groups by what they were asked for, for an act on many users: each is looked up once.
#[derive(Debug, Default)]
pub struct Known(HashMap<String, Option<Group>>);

impl Known {
    /// The group with this id or name, if there is one.
    pub async fn find(&mut self, tx: &mut Tx, key: &str) -> Result<Option<&Group>> {
        if !self.0.contains_key(key) {
            let found = store::find(tx, key).await?;
            self.0.insert(key.to_owned(), found);
        }
        Ok(self.0.get(key).and_then(Option::as_ref))
    }

    /// Ids of the plain groups among these that the caller may put people into, each once; derived ones are
    /// passed over. Refuses with `groups.unknown`, `groups.being_deleted`, `groups.too_many_of_user` or `roles.beyond_own`.
    pub async fn open_ids(&mut self, tx: &mut Tx, cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
        check_number(keys)?;
        let mut ids: Vec<String> = Vec::with_capacity(keys.len());
        for key in keys {
            let group = self.find(tx, key).await?.ok_or_else(|| unknown(key))?;
            if group.kind == GroupKind::Plain && !ids.contains(&group.id) {
                require_over(cx, group)?;
                group.require_settled().map_err(|refusal| refusal.on("groups"))?;
                ids.push(group.id.clone());
            }
        }
        Ok(ids)
    }
}

/// Puts users into groups whose ids are known to be right, inside another action: pairs of group and user. Refuses with
/// `groups.being_deleted` if somebody began to delete one since it was looked up.
pub async fn join_many(tx: &mut Tx, pairs: Vec<(&str, &str)>) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        // In one order, so that two of these do not wait for each other.
        for id in pairs.iter().map(|(group_id, _)| *group_id).collect::<BTreeSet<_>>() {
            hold_id(tx, id).await.map_err(|error| blamed_on(error, "groups"))?;
        }
    }
    store::insert_members(tx, pairs).await.map(drop)
}

/// Those of these users who are in a plain group, or in a group inside of it.
pub async fn inside_of(tx: &mut Tx, group_id: &str, ids: &[&str]) -> Result<HashSet<String>> {
    Ok(of_many::list_inside_of(tx, group_id, &json(ids)?).await?.into_iter().collect())
}

/// Ids of the members of a plain group, and of those inside of it; at most `limit`.
pub async fn ids_inside(tx: &mut Tx, group_id: &str, limit: i64) -> Result<Vec<String>> {
    of_many::list_ids_inside(tx, group_id, limit).await
}

/// Groups to choose from.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The first of them by name, and the chosen one.
    pub list: Vec<(Named, GroupKind)>,
    /// Whether there are more than these, so that a name must be typed.
    pub has_more: bool,
    /// The one that was asked for by id or name, if it is there.
    pub chosen: Option<Named>,
    /// If it is not there: names that have the text in them.
    pub similar: Vec<String>,
}

/// Groups to choose from, by name, of which one may be chosen already by its id or name.
pub async fn choices(tx: &mut Tx, chosen: &str) -> Result<Choices> {
    let mut list = of_many::list_names(tx, CHOICES_MAX + 1).await?;
    let has_more = list.len() > usize::try_from(CHOICES_MAX).unwrap_or_default();
    if has_more {
        list.pop();
    }
    let mut choices = Choices { list, has_more, ..Choices::default() };
    if !chosen.is_empty() {
        match store::find(tx, chosen).await? {
            Some(group) => {
                let named = Named { id: group.id, name: group.name, under_way: group.under_way };
                if !choices.list.iter().any(|(other, _)| other.id == named.id) {
                    choices.list.push((named.clone(), group.kind));
                }
                choices.chosen = Some(named);
            }
            None => choices.similar = similar(tx, chosen).await?,
        }
    }
    Ok(choices)
}

async fn similar(tx: &mut Tx, text: &str) -> Result<Vec<String>> {
    of_many::list_like(tx, &part_pattern(text), SIMILAR_MAX).await
}

/// The group with this id or name, as somebody typed it into a page. Refuses with `groups.unknown_name`.
pub async fn called(tx: &mut Tx, name: &str) -> Result<Group> {
    if let Some(group) = store::find(tx, name).await? {
        return Ok(group);
    }
    let names = similar(tx, name).await?;
    let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    Err(UNKNOWN_NAME.with("name", name).with("names", names).into())
}

/// Puts a user into a plain group inside another action. Refuses with `groups.unknown`, `groups.derived`,
/// `groups.being_deleted`, or with `roles.beyond_own` if the group makes people more than the caller is.
pub async fn join(tx: &mut Tx, cx: &Cx, group: &str, user_id: &str) -> Result<bool> {
    let group = find_open(tx, cx, group).await?;
    hold(tx, &group).await?;
    store::insert_member(tx, &group.id, user_id).await
}

/// Takes a user out of a plain group inside another action. Refuses as [`join`] does.
pub async fn leave(tx: &mut Tx, cx: &Cx, group: &str, user_id: &str) -> Result<bool> {
    let group = find_open(tx, cx, group).await?;
    store::delete_member(tx, &group.id, user_id).await
}

/// Puts the users `first` to `last` of a crowd into some groups, which are made if need be.
pub async fn join_crowd(tx: &mut Tx, cx: &Cx, first: i64, last: i64) -> Result<()> {
    for (name, every, rest) in CROWD_GROUPS {
        of_many::insert_named(tx, &cx.new_id()?, (name, &name_key(name)), cx.now_ms).await?;
        let group = find_in(tx, name).await?;
        of_many::insert_crowd(tx, &group.id, (*every, *rest), (first, last)).await?;
    }
    Ok(())
}

/// A list of ids in JSON.
pub(super) fn json(ids: &[&str]) -> Result<String> {
    serde_json::to_string(ids).map_err(|cause| Error::fault("writing JSON", cause))
}
