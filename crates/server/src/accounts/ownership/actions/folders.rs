//! What lies in which folder, and the lists of the platform.

use seatwarden_base::{
    Error, Result,
    db::{NUL_IN_TEXT, Tx},
};
use serde_json::json;

use super::super::{
    model::{
        BROWSED_MAX, Browse, Edit, FOLDER_CIRCLE, Keeps, LEVELS_MAX, ObjectKind, OwnedObject, Place, Sort,
        TOO_DEEP, UNKNOWN_FOLDER, UNKNOWN_OBJECT, check_title, search_text,
    },
    store::{
        self,
        folders::{self, Shelf},
        transfers,
    },
};
use super::transfer::{hold, transfer_objects_in};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    text::{name_key, part_pattern},
};

/// How many objects of a long list are read at once.
const BROWSE_STEP: usize = 5_000;

/// Id of the folder that the platform calls so, for an object that is to lie in it; none for the root. Folders are held
/// until the commit before one is put into another, so that no two calls make a circle together. Refuses with
/// `ownership.unknown_folder`, `ownership.folder_circle` or `ownership.too_deep`.
pub(super) async fn parent(
    tx: &mut Tx,
    kind: ObjectKind,
    own_id: Option<&str>,
    folder: &str,
) -> Result<Option<String>> {
    if folder.is_empty() {
        return Ok(None);
    }
    if kind == ObjectKind::Folder {
        transfers::set_counter(tx, 0).await?;
    }
    let parent = store::find_external(tx, ObjectKind::Folder, folder).await?;
    let parent = parent.filter(|known| !known.is_removed);
    let parent = parent.ok_or_else(|| UNKNOWN_FOLDER.with("name", folder))?.id;
    let (above, is_circle) = folders::count_levels_around(tx, &parent, own_id.unwrap_or_default()).await?;
    if is_circle {
        return Err(FOLDER_CIRCLE.into());
    }
    let inside = match own_id {
        Some(id) if kind == ObjectKind::Folder => folders::count_levels_inside(tx, id).await?,
        _ => 0,
    };
    // The parent is a level, and a folder that is put into it another one.
    let own = i64::from(kind == ObjectKind::Folder);
    if above + 1 + own + inside > LEVELS_MAX {
        return Err(TOO_DEEP.with("maximum", LEVELS_MAX).into());
    }
    Ok(Some(parent))
}

/// Gives an object another title, or puts it into another folder, whoever owns it. Refuses with
/// `ownership.unknown_object`, `ownership.bad_title`, and as putting it there would.
pub(in super::super) async fn edit(cx: &Cx, id: &str, edit: &Edit) -> Result<()> {
    cx.require(Permission::ManageOwnership)?;
    let mut tx = cx.db.write().await?;
    edit_in(&mut tx, cx, id, edit).await?;
    tx.commit().await
}

/// Like [`edit`], and hands the object over as well, both or nothing; the one who had it may look at it. Refuses as
/// [`super::transfer_objects`] does, too.
pub(in super::super) async fn edit_and_transfer(cx: &Cx, id: &str, edit: &Edit, to: &str) -> Result<()> {
    cx.require(Permission::ManageOwnership)?;
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    edit_in(&mut tx, cx, id, edit).await?;
    transfer_objects_in(&mut tx, cx, &[id.to_owned()], to, Keeps::View).await?;
    tx.commit().await
}

async fn edit_in(tx: &mut Tx, cx: &Cx, id: &str, edit: &Edit) -> Result<()> {
    let before = store::find(tx, id).await?.ok_or(UNKNOWN_OBJECT)?;
    let known = store::find_external(tx, before.kind, &before.external_id).await?.ok_or(UNKNOWN_OBJECT)?;
    let title = match &edit.title {
        Some(title) => check_title(title, &before.external_id)?,
        None => before.title.clone(),
    };
    let parent_id = match &edit.folder {
        Some(folder) => parent(tx, before.kind, Some(id), folder).await?,
        None => known.parent_id.clone(),
    };
    if title == before.title && parent_id == known.parent_id {
        return Ok(());
    }
    let owner_id = known.owner_id.clone();
    let place = (owner_id.as_str(), parent_id.as_deref());
    if !store::set(tx, &known, (&title, &before.external_id), place, cx.now_ms).await? {
        return Err(Error::raced("changing an object", "its owner changed meanwhile"));
    }
    let event = audit::Event::new("ownership.edit", "object", id)
        .before(json!({ "title": before.title, "folder": known.parent_id }))
        .after(json!({ "title": title, "folder": parent_id }));
    audit::record(tx, cx, event).await
}

/// Objects of a kind as lists of the platform show them, at most 50,000. Refuses ids with a NUL with
/// `database.nul_in_text`.
pub(in super::super) async fn browse(cx: &Cx, kind: ObjectKind, wanted: &Browse) -> Result<Vec<OwnedObject>> {
    cx.require(Permission::ReadOwnership)?;
    if wanted.ids.iter().flatten().any(|id| id.contains('\0')) {
        return Err(NUL_IN_TEXT.into());
    }
    let mut tx = cx.db.read().await?;
    let folder = match &wanted.place {
        Place::Anywhere => String::new(),
        Place::Root => "-".to_owned(),
        Place::AnyFolder => "+".to_owned(),
        Place::Folder(external_id) => {
            let known = store::find_external(&mut tx, ObjectKind::Folder, external_id).await?;
            let Some(known) = known.filter(|known| !known.is_removed) else { return Ok(Vec::new()) };
            known.id
        }
    };
    let most = wanted.limit.unwrap_or(BROWSED_MAX).min(BROWSED_MAX);
    if let Some(ids) = &wanted.ids {
        let ids = serde_json::to_string(ids).map_err(|cause| Error::fault("writing JSON", cause))?;
        let found = folders::list_of_external_ids(&mut tx, kind, &ids).await?;
        return Ok(chosen(found, wanted).into_iter().skip(wanted.skip).take(most).collect());
    }
    let pattern = wanted.search.as_deref().map_or_else(|| "%".to_owned(), part_pattern);
    let title_pattern = wanted.title.as_deref().map_or_else(|| "%".to_owned(), title_pattern);
    let mut found = Vec::new();
    while found.len() < most {
        let step = (most - found.len()).min(BROWSE_STEP);
        let shelf = Shelf {
            kind,
            pattern: &pattern,
            title_pattern: &title_pattern,
            folder: &folder,
            limit: to_i64(step),
            skip: to_i64(wanted.skip.saturating_add(found.len())),
        };
        let part = folders::list(&mut tx, &shelf, wanted.sort, wanted.is_down).await?;
        let is_last = part.len() < step;
        found.extend(part);
        if is_last {
            break;
        }
    }
    Ok(found)
}

/// What fits a whole title: the search text begins with it, and a line ends there.
fn title_pattern(title: &str) -> String {
    let part = part_pattern(title);
    let inner = part.strip_prefix('%').and_then(|part| part.strip_suffix('%')).unwrap_or_default();
    format!("{inner}\n%")
}

/// Those of the objects with certain ids that fit everything else, in their order.
fn chosen(mut found: Vec<OwnedObject>, wanted: &Browse) -> Vec<OwnedObject> {
    found.retain(|object| {
        let is_there = match &wanted.place {
            Place::Anywhere => true,
            Place::Root => object.folder.is_none(),
            Place::AnyFolder => object.folder.is_some(),
            Place::Folder(id) => object.folder.as_ref().is_some_and(|folder| folder.external_id == *id),
        };
        let text = search_text(&object.title, &object.external_id);
        is_there
            && wanted.title.as_ref().is_none_or(|title| name_key(title) == name_key(&object.title))
            && wanted.search.as_ref().is_none_or(|search| text.contains(&name_key(search)))
    });
    found.sort_by_cached_key(|object| {
        let (number, text) = match wanted.sort {
            Sort::Created => (0, String::new()),
            Sort::Updated => (object.updated_at_ms, String::new()),
            Sort::Title => (0, search_text(&object.title, &object.external_id)),
        };
        (number, text, object.id.clone())
    });
    if wanted.is_down {
        found.reverse();
    }
    found
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
