//! What lists of the platform are asked for, in a query or in a body, and which fields they show.

use std::collections::HashSet;

use seatwarden_base::Result;
use serde_json::{Map, Value};

use super::super::model::{Browse, Place, Sort};
use crate::web::legacy::{Parameters, number_within, unknown_order};

/// A list as it was asked for.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) browse: Browse,
    only: HashSet<String>,
    without: HashSet<String>,
}

impl Asked {
    /// Reads a query: `ids`, `id`, `name`, `search`, `parentFolder` or `folderId`, `sort`, `skip`, `limit`, `fields`.
    pub(super) fn of_query(parameters: &Parameters) -> Result<Self> {
        let given = |name: &str| parameters.get(name).map(str::to_owned);
        let mut ids = parameters.list("ids");
        ids.extend(given("id"));
        let sort = parameters.get("sort").unwrap_or("-created");
        let folder = ["parentFolder", "folderId", "parentId"].into_iter().find_map(given);
        let browse = Browse {
            ids: (!ids.is_empty()).then_some(ids),
            title: given("name"),
            search: given("search"),
            place: folder.map_or(Place::Anywhere, place),
            sort: sort_by(sort.trim_start_matches('-'))?,
            is_down: sort.starts_with('-'),
            skip: parameters.count("skip")?.unwrap_or_default(),
            limit: parameters.count("limit")?.filter(|limit| *limit > 0),
        };
        Ok(Self { browse, ..Self::default() }.with_fields(parameters.list("fields")))
    }

    /// Reads the body of a search: the same in `queryParams`, and in `queryOptions` `sort` as `{"title": 1}` (or -1),
    /// `skip` and `limit`.
    pub(super) fn of_body(body: &Value) -> Result<Self> {
        let (wanted, options) = (&body["queryParams"], &body["queryOptions"]);
        let given = |name: &str| wanted[name].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let none = Map::new();
        let numbers = options.as_object().unwrap_or(&none);
        let count = |name| -> Result<Option<usize>> {
            let found = number_within(numbers, name, &(0..=u32::MAX))?;
            Ok(found.and_then(|it| usize::try_from(it).ok()))
        };
        let ids: Option<Vec<String>> = wanted["ids"]
            .as_array()
            .map(|ids| ids.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        let sort = options["sort"].as_object().and_then(|sort| sort.iter().next());
        let (field, is_down) = sort.map_or(("created", true), |(field, way)| {
            (field.as_str(), way.as_i64() == Some(-1) || way.as_str() == Some("desc"))
        });
        let folder = ["parentFolder", "folderId"].into_iter().find_map(given);
        let browse = Browse {
            ids: ids.or_else(|| given("id").map(|id| vec![id])),
            title: given("name"),
            search: given("search"),
            place: folder.map_or(Place::Anywhere, place),
            sort: sort_by(field)?,
            is_down,
            skip: count("skip")?.unwrap_or_default(),
            limit: count("limit")?.filter(|limit| *limit > 0),
        };
        let fields = options["fields"].as_array().into_iter().flatten().filter_map(Value::as_str);
        Ok(Self { browse, ..Self::default() }.with_fields(fields.map(str::to_owned).collect()))
    }

    fn with_fields(mut self, fields: Vec<String>) -> Self {
        for field in fields {
            match field.strip_prefix('-') {
                Some(field) => drop(self.without.insert(field.to_owned())),
                None => drop(self.only.insert(field)),
            }
        }
        self
    }

    /// The same object with only the fields that were asked for. The id is always there.
    pub(super) fn cut(&self, mut shown: Value) -> Value {
        if let Some(shown) = shown.as_object_mut() {
            shown.retain(|field, _| {
                field == "oid"
                    || ((self.only.is_empty() || self.only.contains(field)) && !self.without.contains(field))
            });
        }
        shown
    }
}

/// The root has no id; clients write it so.
fn place(folder: String) -> Place {
    if matches!(folder.as_str(), "null" | "root") { Place::Root } else { Place::Folder(folder) }
}

/// Refuses an order that there is not with `web.unknown_order`.
fn sort_by(field: &str) -> Result<Sort> {
    match field {
        "title" | "name" => Ok(Sort::Title),
        "lastUpdated" | "lastUsed" | "lastOpened" | "updated" => Ok(Sort::Updated),
        "created" | "_id" | "oid" | "" => Ok(Sort::Created),
        other => Err(unknown_order(other).into()),
    }
}
