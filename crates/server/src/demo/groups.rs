//! The sample groups of the demo, one inside of another, and a sample custom role.

use seatwarden_base::Result;

use crate::{
    accounts::{
        groups::{self, GroupChange},
        roles::{self, Choice, NewRole, RoleChange},
    },
    cx::{Cx, Permission},
};

/// Name, default role, language and session limit of a group, and who is in it.
type Sample = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const GROUPS: [Sample; 4] = [
    ("Headquarters", "", "", "480", &[]),
    ("Analytics", "contributor", "", "", &["data-designer@demo.example", "designer@demo.example"]),
    ("Finance", "", "de-DE", "30", &["viewer@demo.example", "data-admin@demo.example"]),
    ("Field Sales", "consumer", "es-ES", "", &["viewer@demo.example"]),
];
/// Which groups are inside of which.
const INSIDE: [(&str, &str); 3] =
    [("Headquarters", "Analytics"), ("Headquarters", "Finance"), ("Finance", "Field Sales")];

/// Makes the samples, unless they are there from an earlier demo in the same place.
pub(super) async fn make(cx: &Cx) -> Result<()> {
    let mut reading = cx.db.read().await?;
    if groups::find_in(&mut reading, GROUPS[0].0).await.is_ok() {
        return Ok(());
    }
    let new = GROUPS.iter().map(|(name, role, language, minutes, _)| GroupChange {
        name: Some((*name).to_owned()),
        role: Some((*role).to_owned()),
        language: Some((*language).to_owned()),
        session_minutes: Some((*minutes).to_owned()),
        ..GroupChange::default()
    });
    match groups::create(cx, new.collect()).await {
        // Another demo on the same database was faster.
        Err(error) if error.is(&groups::NAME_TAKEN) => return Ok(()),
        made => made?,
    };
    for (name, .., members) in GROUPS {
        let members: Vec<String> = members.iter().map(|&member| member.to_owned()).collect();
        groups::add_members(cx, name, &members).await?;
    }
    for (outer, inner) in INSIDE {
        groups::add_subgroup(cx, outer, inner).await?;
    }
    let choices = [Permission::ListUsers, Permission::ReadGroups].map(|it| (it, Choice::Allow)).to_vec();
    let change = RoleChange {
        display_name: "Support".into(),
        description: "Looks people up, changes nothing".into(),
        choices,
    };
    match roles::create(cx, &NewRole { base: "dataDesigner".into(), change }).await {
        Err(error) if error.is(&roles::NAME_TAKEN) => Ok(()),
        made => made.map(|_| ()),
    }
}
