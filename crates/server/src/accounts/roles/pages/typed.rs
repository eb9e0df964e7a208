//! What was typed into the editor of roles.

use std::collections::BTreeMap;

use super::super::{Choice, Details, NewRole, RoleChange};
use crate::cx::Permission;

/// What was typed: everything that the form and the page after it carry.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) version: String,
    pub(super) base: String,
    pub(super) display_name: String,
    pub(super) description: String,
    pub(super) choices: Vec<(Permission, Choice)>,
    /// What the pressed button wants: `save`, `again`, or nothing for a look at the change.
    pub(super) wants: String,
}

/// What the field of a permission is called.
pub(super) fn field_of(permission: Permission) -> String {
    format!("may-{}", permission.word())
}

impl Typed {
    /// What a role says now.
    pub(super) fn of(details: &Details) -> Self {
        let choices = Permission::ALL.iter().map(|it| (*it, details.choice(*it)));
        Self {
            version: details.version.to_string(),
            base: details.role.base.name().to_owned(),
            display_name: details.role.display_name.clone(),
            description: details.description.clone(),
            choices: choices.filter(|(_, choice)| *choice != Choice::AsBase).collect(),
            wants: String::new(),
        }
    }

    /// Reads the fields of a form; what is missing is empty, what is unknown is passed over.
    pub(super) fn read(mut fields: BTreeMap<String, String>) -> Self {
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        let choices =
            Permission::ALL.iter().map(|it| (*it, Choice::of_word(&take(&field_of(*it))))).collect();
        Self {
            choices,
            version: take("version"),
            base: take("base"),
            display_name: take("display_name"),
            description: take("description"),
            wants: take("wants"),
        }
    }

    /// What the form says about a permission.
    pub(super) fn choice(&self, permission: Permission) -> Choice {
        let found = self.choices.iter().find(|(it, _)| *it == permission);
        found.map(|(_, choice)| *choice).unwrap_or_default()
    }

    /// The fields again, to be carried along unseen.
    pub(super) fn carried(&self) -> Vec<(String, String)> {
        let mut fields = vec![
            ("version".to_owned(), self.version.clone()),
            ("base".to_owned(), self.base.clone()),
            ("display_name".to_owned(), self.display_name.clone()),
            ("description".to_owned(), self.description.clone()),
        ];
        let differing = self.choices.iter().filter(|(_, choice)| *choice != Choice::AsBase);
        fields.extend(differing.map(|(it, choice)| (field_of(*it), choice.word().to_owned())));
        fields
    }

    pub(super) fn change(&self) -> RoleChange {
        RoleChange {
            display_name: self.display_name.clone(),
            description: self.description.clone(),
            choices: self.choices.clone(),
        }
    }

    pub(super) fn new_role(&self) -> NewRole {
        NewRole { base: self.base.clone(), change: self.change() }
    }
}
