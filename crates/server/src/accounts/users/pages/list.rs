//! The list of users: one search box, filters, order and columns in the address.

use axum::{Router, extract::RawQuery, routing::get};
use maud::{Markup, Render, html};
use seatwarden_base::Result;

use super::{
    super::{Count, ListQuery, Listing, Page, SavedView, browse, views},
    acts,
    list_bulk::told_done,
    list_filters::{active_filters, columns, filters},
    list_table::table_of,
};
use crate::{
    accounts::{
        groups::{
            self, Choices, GroupKind,
            pages::{group_field, group_names},
        },
        seats,
    },
    cx::{BaseRole, Cx, Permission},
    text::{Text, is_id, name_key},
    web::{
        View, WebResult,
        admin::{self, AdminPage},
        drawn,
        parts::{
            Icon, button, chips, empty, form, hidden, link_button, menu, page_header, pager, panel, select,
        },
        see_other,
    },
};

pub(super) const HERE: &str = AdminPage::Users.path();
/// The form that does something with many.
pub(super) const BULK: &str = "bulk";

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show))
}

/// The list's address with a query.
pub(super) fn address(query: &str) -> String {
    if query.is_empty() { HERE.to_owned() } else { format!("{HERE}?{query}") }
}

async fn show(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let mut asked = ListQuery::read(query.as_deref().unwrap_or_default());
    if asked.had_secret {
        // It stands in the address, and would stay there.
        return Ok(see_other(&address(&asked.address(&Page::First))));
    }
    // No database looks for it, and nobody is called so.
    asked.search = asked.search.replace('\0', "\u{fffd}");
    let choices =
        async { groups::choices(&mut cx.db.read().await?, asked.group.as_deref().unwrap_or_default()).await };
    // Side by side, because on PostgreSQL most of the time goes by on the way there and back.
    let (listing, kept, groups) = tokio::try_join!(browse_known(&cx, &asked), views(&cx), choices)?;
    // A group may have been typed by its name; addresses name it by what never changes.
    asked.group = groups.chosen.as_ref().map(|group| group.id.clone()).or(asked.group);
    let t = cx.text();
    let done = query.as_deref().and_then(|query| done(t, query));
    let view = admin::view(&cx, AdminPage::Users, t.users_title(), done);
    let whole = asked.address(&Page::First);
    Ok(view.page(drawn(|page| html! {
        (page)
        (page_header(t.users_title()).lead(html! { (t.users_lead()) }).actions(header_actions(&cx, &view, &whole)))
        (seats::pages::meters(&cx))
        (views_row(t, &kept, &whole))
        (filters(t, view.csrf(), &asked, &listing, &groups))
        p.for-readers id="list-said" role="status" {}
        div id="list" {
            (active_filters(t, &asked, &listing, &groups))
            @if listing.users.is_empty() { (nobody(t, is_gone(&asked, &listing, &groups))) }
            @else {
                (panel(drawn(|page| html! {
                    (page)
                    @if may_act(&cx) { (everybody(t, &listing)) }
                    (table_of(&cx, &asked, &listing))
                    (pages(t, &asked, &listing))
                    @if may_act(&cx) { (bulk(&cx, view.csrf(), &whole, &listing, &groups)) }
                })).flush())
            }
            (columns(t, view.csrf(), &asked))
        }
        @if groups.has_more { (group_names(groups.list.iter().map(|(group, _)| group.name.as_str()))) }
    })))
}

/// A page of the list; nobody fits a group that is not there.
async fn browse_known(cx: &Cx, asked: &ListQuery) -> Result<Listing> {
    match browse(cx, asked).await {
        Err(error) if error.is(&groups::UNKNOWN) => {
            Ok(Listing { roles: browse(cx, &ListQuery::default()).await?.roles, ..Listing::nobody() })
        }
        listing => listing,
    }
}

/// What was just done, from the address that a form led to.
fn done(t: Text, query: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).ok()?;
    let done = pairs.into_iter().find(|(name, _)| name == "done")?.1;
    let mut parts = done.split('.');
    let mut number = || parts.next()?.parse::<u32>().ok().and_then(|number| usize::try_from(number).ok());
    let counts = (number()?, number()?);
    Some(told_done(t, parts.next().unwrap_or_default(), counts))
}

fn header_actions(cx: &Cx, view: &View<'_>, whole: &str) -> Markup {
    let t = view.text();
    let export = |label: String, mark: &'static str| {
        form("/admin/users/export", view.csrf()).inline().body(html! {
            (hidden("query", whole)) (hidden("mark", mark)) (button(label).quiet().small())
        })
    };
    html! {
        @if cx.may(Permission::AddUsers) {
            @if cx.may(Permission::ChangeUsers) { (link_button(t.import_title(), "/admin/users/import")) }
            (link_button(t.users_add(), "/admin/users/new").primary().icon(Icon::Plus))
        }
        div id="list-export" data-follows { (menu(t.users_list_export()).item(export(t.users_list_export_csv(), "")).item(export(t.users_list_export_excel(), "1"))) }
        @if may_act(cx) { (link_button(t.users_list_acts(), acts::ACTS).quiet()) }
        @if cx.may(Permission::DeleteUsers) { (link_button(t.users_deleted_title(), "/admin/users/deleted").quiet()) }
    }
}

fn views_row(t: Text, kept: &[SavedView], whole: &str) -> Markup {
    let mut row = chips(t.users_list_views()).chip(t.users_list_everybody(), HERE, whole.is_empty());
    // They come by name, so that those of one name are neighbours.
    let keys: Vec<String> = kept.iter().map(|view| name_key(&view.name)).collect();
    for (at, view) in kept.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| keys.get(at));
        let has_twin = [before, keys.get(at + 1)].contains(&keys.get(at));
        let label = if has_twin {
            t.users_list_view_of(view.name.as_str(), view.owner_name.as_str())
        } else {
            view.name.clone()
        };
        row = row.chip(label, address(&view.query), view.query == whole);
    }
    let keep = if whole.is_empty() {
        "/admin/users/views".to_owned()
    } else {
        format!("/admin/users/views?{whole}")
    };
    html! {
        div.actions id="list-views" data-follows { (row) (link_button(t.users_list_keep_view(), keep).small().quiet()) }
    }
}

/// Whether the list asks for a group or a role that was deleted, as a view that was kept may.
fn is_gone(asked: &ListQuery, listing: &Listing, groups: &Choices) -> bool {
    let no_group = asked.group.as_deref().is_some_and(is_id) && groups.chosen.is_none();
    let role = asked.role.as_deref().filter(|role| is_id(role));
    no_group || role.is_some_and(|id| listing.roles.iter().all(|role| role.id != id))
}

fn nobody(t: Text, is_gone: bool) -> Markup {
    let clear = link_button(t.users_list_clear(), HERE);
    let lead = if is_gone { t.users_list_gone_lead() } else { t.users_list_nobody_lead() };
    html! { (empty(t.users_none(), lead).icon(Icon::Search).action(clear)) }
}

pub(super) fn counted(t: Text, count: Count) -> String {
    if count.more { t.users_list_counted_more(count.known) } else { t.users_counted(count.known) }
}

fn pages(t: Text, asked: &ListQuery, listing: &Listing) -> Markup {
    let to = |page: &Option<Page>| page.as_ref().map(|page| address(&asked.address(page)));
    html! {
        (pager(t.users_title(), counted(t, listing.count))
            .previous(t.users_list_previous(), to(&listing.previous))
            .next(t.users_list_next(), to(&listing.next)))
    }
}

/// The box that takes all who fit, on every page of the list.
fn everybody(t: Text, listing: &Listing) -> Markup {
    html! {
        label.tick.all-fitting {
            input type="checkbox" form=(BULK) name="whom" value="all" autocomplete="off";
            span { (t.users_list_all_fitting(counted(t, listing.count))) }
        }
    }
}

/// Whether the caller may do anything to many users.
pub(super) fn may_act(cx: &Cx) -> bool {
    cx.may(Permission::ChangeUsers) || cx.may(Permission::DeleteUsers)
}

/// What can be done with those ticked, or with all who fit. Nothing happens before the numbers were shown.
fn bulk(cx: &Cx, csrf: &str, whole: &str, listing: &Listing, groups: &Choices) -> Markup {
    let t = cx.text();
    let mut act = select("act", t.users_list_act());
    let may = |word: &str| match word {
        "delete" => cx.may(Permission::DeleteUsers),
        "invite" => cx.may(Permission::AddUsers),
        _ => cx.may(Permission::ChangeUsers),
    };
    for (word, label) in acts(t).into_iter().filter(|(word, _)| may(word)) {
        act = act.option(word, label);
    }
    let mut role = select("role", t.users_role()).id("bulk-role").option("", t.users_list_choose_role());
    for it in listing.roles.iter().filter(|it| it.base != BaseRole::Super) {
        role = role.option(it.id.as_str(), t.role_name(&it.name, &it.display_name));
    }
    let mut group =
        select("group", t.users_list_group()).id("bulk-group").option("", t.users_list_unchanged());
    for (it, _) in groups.list.iter().filter(|(_, kind)| *kind == GroupKind::Plain) {
        group = group.option(it.id.as_str(), it.name.as_str());
    }
    let group = if groups.has_more {
        group_field(t, "group", t.users_list_group()).id("bulk-group").render()
    } else {
        group.render()
    };
    let body = html! {
        (hidden("query", whole))
        // Shown by the script to whoever ticks users as well; the question says it to everybody.
        p.between.hint data-both hidden { (t.users_list_bulk_whole()) }
        h2 data-ticked=(t.users_list_ticked("#")) { (t.users_list_bulk()) }
        div.fields { (act) div.of-role { (role) } div.of-group { (group) } }
        (button(t.users_list_look_first()).primary())
    };
    html! { div.bulk { (form("/admin/users/bulk", csrf).id(BULK).body(body)) } }
}

/// The acts in the order in which they are offered: word and label.
pub(super) fn acts(t: Text) -> [(&'static str, String); 8] {
    [
        ("deactivate", t.users_list_act_deactivate()),
        ("activate", t.users_list_act_activate()),
        ("role", t.users_list_act_role()),
        ("join", t.users_list_act_join()),
        ("leave", t.users_list_act_leave()),
        ("invite", t.users_list_act_invite()),
        ("end_sessions", t.users_list_act_end_sessions()),
        ("delete", t.users_list_act_delete()),
    ]
}
