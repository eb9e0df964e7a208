//! What the forms of a user have in common: what was typed, and the fields.

use maud::{Markup, html};
use seatwarden_base::{Refusal, Result, secret::Secret};

use super::super::{Look, User, roles_within_reach};
use crate::{
    accounts::{
        groups::{self, pages::under_way_mark},
        passwords::pages::OWN_PASSWORD,
    },
    cx::{BaseRole, Cx, Origin, Role},
    text::{Language, Text, is_id},
    web::{
        field_error,
        parts::{checkbox, definitions, field, hidden, select},
    },
};

pub(super) use crate::accounts::passwords::pages::{asks_password, own_password_if_asked};

/// What stands before the name of a field whose value is what was drawn.
const WAS: &str = "drawn_";

/// Up to how many groups are boxes to tick; more are typed, one a line.
const BOXES_MAX: usize = 60;

/// What can be ticked in the form of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tick {
    /// A suspicious address was looked at twice.
    EmailChecked,
    /// The switch "Change Password".
    ChangePassword,
    /// A link instead of a password.
    SendLink,
    /// "Account Locked".
    Locked,
    /// "Account Locked" as it was when the form was drawn.
    WasLocked,
}

impl Tick {
    const ALL: [Self; 5] =
        [Self::EmailChecked, Self::ChangePassword, Self::SendLink, Self::Locked, Self::WasLocked];

    /// The name of its field.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::EmailChecked => "email_checked",
            Self::ChangePassword => "change_password",
            Self::SendLink => "send_link",
            Self::Locked => "locked",
            Self::WasLocked => "was_locked",
        }
    }
}

/// What the form of a user holds of the user.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) email: String,
    pub(super) user_name: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) language: String,
    pub(super) role: String,
    /// Ids, or names as they were typed.
    pub(super) groups: Vec<String>,
}

impl Values {
    /// As the user is now.
    fn of(look: &Look) -> Self {
        let person = &look.user.person;
        Self {
            email: person.email.clone(),
            user_name: person.user_name.clone(),
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            language: language_code(&look.user).to_owned(),
            role: person.role.id.clone(),
            groups: look.groups.iter().map(|group| group.id.clone()).collect(),
        }
    }

    /// Takes a field of the form, of which `groups` comes several times; whether it is one of these.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let text = match name {
            "email" => &mut self.email,
            "user_name" => &mut self.user_name,
            "first_name" => &mut self.first_name,
            "last_name" => &mut self.last_name,
            "language" => &mut self.language,
            "role_id" => &mut self.role,
            "groups" => {
                let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
                self.groups.extend(lines.map(str::to_owned));
                return true;
            }
            _ => return false,
        };
        value.clone_into(text);
        true
    }

    /// Takes what stands now into every field that is as it was.
    fn catch_up(&mut self, was: &Self, now: Self) {
        let keep = |typed: &mut String, was: &String, now: String| {
            if typed == was {
                *typed = now;
            }
        };
        keep(&mut self.email, &was.email, now.email);
        keep(&mut self.user_name, &was.user_name, now.user_name);
        keep(&mut self.first_name, &was.first_name, now.first_name);
        keep(&mut self.last_name, &was.last_name, now.last_name);
        keep(&mut self.language, &was.language, now.language);
        keep(&mut self.role, &was.role, now.role);
        if self.has_groups_of(was) {
            self.groups = now.groups;
        }
    }

    /// Whether the groups are the same, in whatever order.
    pub(super) fn has_groups_of(&self, other: &Self) -> bool {
        let sorted = |values: &Self| {
            let mut groups = values.groups.clone();
            groups.sort_unstable();
            groups
        };
        sorted(self) == sorted(other)
    }
}

/// What stood in the form of a user when it was drawn, so that it is known what was touched.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    pub(super) values: Values,
    pub(super) active: bool,
}

impl Drawn {
    /// As the user is now.
    pub(super) fn of(look: &Look) -> Self {
        Self { values: Values::of(look), active: look.user.person.active }
    }

    fn take(&mut self, name: &str, value: &str) {
        if !self.values.take(name, value) && name == "active" {
            self.active = value == "yes";
        }
    }
}

/// What was typed into the form of a user.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) values: Values,
    /// Id and name of the groups that were typed, once they are looked up.
    pub(super) found_groups: Vec<(String, String)>,
    pub(super) credential: String,
    pub(super) password: Secret,
    pub(super) ticks: Vec<Tick>,
    pub(super) tag: i64,
    /// What stood in the form when it was drawn, if it says so.
    pub(super) was: Option<Drawn>,
    /// The caller's own, if it was asked for.
    pub(super) own_password: Secret,
}

impl Typed {
    /// From the fields of the form.
    pub(super) fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                OWN_PASSWORD => typed.own_password = Secret::new(value),
                "credential" => typed.credential = value,
                "password" => typed.password = Secret::new(value),
                "version" => typed.tag = value.parse().unwrap_or_default(),
                name => {
                    if let Some(name) = name.strip_prefix(WAS) {
                        typed.was.get_or_insert_default().take(name, &value);
                    } else if !typed.values.take(name, &value) {
                        typed.ticks.extend(Tick::ALL.into_iter().find(|tick| tick.name() == name));
                    }
                }
            }
        }
        typed
    }

    /// Turns the names of groups that were typed into ids. Refuses with `groups.unknown_name` or
    /// `groups.too_many_of_user`; the groups stay as typed then.
    pub(super) async fn find_groups(&mut self, cx: &Cx) -> Result<()> {
        groups::check_number(&self.values.groups)?;
        let mut tx = cx.db.read().await?;
        let mut found = Vec::with_capacity(self.values.groups.len());
        let before: &[String] = self.was.as_ref().map_or(&[], |was| &was.values.groups);
        for name in &self.values.groups {
            match groups::called(&mut tx, name).await {
                Ok(group) => found.push((group.id, group.name)),
                // It went while the form was open, and nobody typed it.
                Err(error) if error.is(&groups::UNKNOWN_NAME) && is_id(name) && before.contains(name) => {}
                Err(error) => return Err(error),
            }
        }
        self.values.groups = found.iter().map(|(id, _)| id.clone()).collect();
        self.found_groups = found;
        Ok(())
    }

    /// Whether it was ticked.
    pub(super) fn is(&self, tick: Tick) -> bool {
        self.ticks.contains(&tick)
    }

    /// Whether a link is to be mailed instead of a password.
    pub(super) fn sends_link(&self) -> bool {
        self.is(Tick::ChangePassword) && self.is(Tick::SendLink)
    }

    /// Takes what stands now into every field that was not touched, and is about that version from then on.
    pub(super) fn catch_up(&mut self, look: &Look) {
        let now = Drawn::of(look);
        self.tag = look.user.tag();
        let Some(was) = self.was.replace(now.clone()) else { return };
        self.values.catch_up(&was.values, now.values);
        let is_lock_touched = self.is(Tick::Locked) != self.is(Tick::WasLocked);
        let wants_lock = if is_lock_touched { self.is(Tick::Locked) } else { look.lock.is_some() };
        self.ticks.retain(|tick| !matches!(tick, Tick::Locked | Tick::WasLocked));
        self.ticks.extend(wants_lock.then_some(Tick::Locked));
        self.ticks.extend(look.lock.is_some().then_some(Tick::WasLocked));
    }

    /// What was drawn, in fields that nobody sees.
    pub(super) fn drawn(&self) -> Markup {
        let Some(was) = &self.was else { return Markup::default() };
        let Drawn { values, active } = was;
        let texts = [
            ("email", values.email.as_str()),
            ("user_name", &values.user_name),
            ("first_name", &values.first_name),
            ("last_name", &values.last_name),
            ("language", &values.language),
            ("role_id", &values.role),
            ("active", if *active { "yes" } else { "" }),
        ];
        let groups = values.groups.iter().map(|id| ("groups", id.as_str()));
        html! { @for (name, value) in texts.into_iter().chain(groups) { (hidden(&format!("{WAS}{name}"), value)) } }
    }

    /// What the form of a user shows before anything is typed.
    pub(super) fn of(look: &Look) -> Self {
        Self {
            values: Values::of(look),
            was: Some(Drawn::of(look)),
            ticks: if look.lock.is_some() { vec![Tick::Locked, Tick::WasLocked] } else { Vec::new() },
            tag: look.user.tag(),
            ..Self::default()
        }
    }
}

/// The language that the list of languages shows as a user's.
pub(super) fn language_code(user: &User) -> &'static str {
    user.person.language.as_deref().and_then(Language::parse).map_or("", Language::code)
}

/// What the fields choose from.
pub(super) struct Choice {
    roles: Vec<Role>,
    groups: Vec<(String, String)>,
    /// The groups the user is in.
    own_groups: Vec<groups::Named>,
    of_sysadmin: bool,
    of_service: bool,
}

impl Choice {
    /// Roles within reach (of the Sys. Admin only that one), and groups.
    pub(super) async fn read(cx: &Cx, of: Option<&User>) -> Result<Self> {
        let of_sysadmin = of.is_some_and(|user| user.person.role.base == BaseRole::Super);
        let of_service = of.is_some_and(|user| user.person.origin == Origin::Service);
        let role = of.map(|user| user.person.role.clone()).filter(|role| role.base == BaseRole::Super);
        let roles = match role {
            Some(role) => vec![role],
            None => roles_within_reach(cx).await?,
        };
        let mut tx = cx.db.read().await?;
        let limit = i64::try_from(BOXES_MAX + 1).unwrap_or(i64::MAX);
        let own_groups = match of {
            Some(user) => groups::names_of_user(&mut tx, &user.person.id).await?,
            None => Vec::new(),
        };
        Ok(Self {
            roles,
            groups: groups::list_plain(&mut tx, limit).await?,
            own_groups,
            of_sysadmin,
            of_service,
        })
    }

    /// The roles.
    pub(super) fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Id of a built-in role; empty if it is out of reach.
    pub(super) fn role_id(&self, base: BaseRole) -> String {
        let role = self.roles.iter().find(|role| role.name == base.name());
        role.map(|role| role.id.clone()).unwrap_or_default()
    }
}

/// E-mail, names, role, groups and language.
pub(super) fn account(t: Text, typed: &Typed, choice: &Choice, refusal: Option<&Refusal>) -> Markup {
    let doubted = refusal.is_some_and(|it| matches!(it.code, "users.lookalike" | "users.mixed_scripts"));
    let user_name = field("user_name", t.users_user_name()).hint(t.users_user_name_hint());
    let email =
        field("email", t.users_email()).email().autocomplete("off").value(typed.values.email.as_str());
    let email = if choice.of_sysadmin { email.hint(t.users_sysadmin_email_hint()) } else { email };
    html! {
        // No mail reaches a service account, so there is no address to choose.
        @if choice.of_service { (definitions().row(t.users_email(), html! { bdi { (typed.values.email) } })) }
        @else { (email.max_length(254).required().error(field_error(t, refusal, "email"))) }
        @if doubted || typed.is(Tick::EmailChecked) {
            (checkbox(Tick::EmailChecked.name(), t.users_email_checked()).checked(typed.is(Tick::EmailChecked)))
        }
        div.row {
            (field("first_name", t.users_first_name()).autocomplete("off").value(typed.values.first_name.as_str())
                .max_length(100).error(field_error(t, refusal, "firstName")))
            (field("last_name", t.users_last_name()).autocomplete("off").value(typed.values.last_name.as_str())
                .max_length(100).error(field_error(t, refusal, "lastName")))
        }
        (user_name.autocomplete("off").value(typed.values.user_name.as_str()).max_length(254)
            .error(field_error(t, refusal, "userName")))
        div.row { (role(t, typed, choice, refusal)) (language(t, typed)) }
        (groups_field(t, typed, choice, refusal))
    }
}

fn role(t: Text, typed: &Typed, choice: &Choice, refusal: Option<&Refusal>) -> Markup {
    let mut roles = select("role_id", t.users_role()).error(field_error(t, refusal, "roleId")).required();
    for role in &choice.roles {
        roles = roles.option(role.id.as_str(), t.role_name(&role.name, &role.display_name));
    }
    html! { (roles.value(typed.values.role.as_str())) }
}

fn language(t: Text, typed: &Typed) -> Markup {
    let mut languages = select("language", t.users_language()).option("", t.users_language_default());
    for language in Language::ALL {
        languages = languages.option(language.code(), language.own_name());
    }
    html! { (languages.value(typed.values.language.as_str())) }
}

fn groups_field(t: Text, typed: &Typed, choice: &Choice, refusal: Option<&Refusal>) -> Markup {
    let is_ticked = |id: &String| typed.values.groups.contains(id);
    // Nobody is put into such a group or taken out of it; who is in it stays so until the end.
    let held = choice.own_groups.iter().filter(|group| group.under_way.is_some() && is_ticked(&group.id));
    let held: Vec<&groups::Named> = held.collect();
    if choice.groups.is_empty() && held.is_empty() {
        return Markup::default();
    }
    if choice.groups.len() > BOXES_MAX {
        let name_of = |id: &String| {
            let own = choice.own_groups.iter().map(|group| (&group.id, &group.name));
            let found = typed.found_groups.iter().map(|(id, name)| (id, name));
            own.chain(found).find(|(known, _)| *known == id).map_or(id, |(_, name)| name).clone()
        };
        let names: Vec<String> = typed.values.groups.iter().map(name_of).collect();
        return html! {
            (field("groups", t.users_groups()).text_area(4).hint(t.users_groups_hint())
                .value(names.join("\n")).error(field_error(t, refusal, "groups")))
            @for group in held { p { bdi { (group.name) } (under_way_mark(t, group.under_way)) } }
        };
    }
    html! {
        fieldset.boxes.many {
            legend { (t.users_groups()) }
            @for (id, name) in &choice.groups {
                (checkbox("groups", name.as_str()).value(id).checked(is_ticked(id)))
            }
            @for group in held {
                div { (hidden("groups", group.id.as_str())) bdi { (group.name) } (under_way_mark(t, group.under_way)) }
            }
        }
    }
}
