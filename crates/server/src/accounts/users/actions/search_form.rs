//! Brings the search texts that an older version wrote into the form that searches look for, before the first request.

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use super::super::store::{
    deleted,
    search::{self, Renewed},
};
use crate::{
    common::settings::{self, Setting},
    cx::Cx,
    text::without_accents,
};

/// The form that search texts have: 1 is without accents, 0 was with them.
const SEARCH_FORM: u32 = 1;
/// How many texts are read at once.
const READ_AT_ONCE: i64 = 2_000;
/// How many texts that change are written in one transaction, about.
const WRITTEN_AT_ONCE: usize = 500;

/// How far the search texts of those who are there already were brought into the form: users first, then deleted ones.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct SearchForm {
    form: u32,
    is_at_deleted: bool,
    /// The last one who was looked at.
    after: String,
}

impl Setting for SearchForm {
    const KEY: &'static str = "users.search_form";
}

/// Takes the accents out of search texts that have some, which no search would find any more. Only texts that change are
/// written, with the place that was reached: cut off anywhere, the next start goes on from there. Once all have the form, a
/// start reads one setting.
pub async fn renew_search_texts(cx: &Cx) -> Result<()> {
    let mut place: SearchForm = settings::get(&mut cx.db.read().await?).await?;
    let mut count = 0;
    while place.form != SEARCH_FORM {
        let is_of_deleted = place.is_at_deleted;
        let texts = next_texts(&mut cx.db.read().await?, &mut place).await?;
        if texts.is_empty() && place.form != SEARCH_FORM {
            continue;
        }
        count += texts.len();
        let mut tx = cx.db.write().await?;
        // Nodes that start at the same time write one after the other, and what one of them finished stays finished.
        let known = settings::get_to_change::<SearchForm>(&mut tx, cx.now_ms).await?.value;
        if known.form == SEARCH_FORM {
            return Ok(());
        }
        if is_of_deleted {
            deleted::set_search_texts(&mut tx, texts).await?;
        } else {
            search::set_texts(&mut tx, texts).await?;
        }
        settings::set(&mut tx, &place, cx.now_ms).await?;
        tx.commit().await?;
    }
    if count > 0 {
        tracing::info!(count, "the texts that searches for users look through were renewed");
    }
    Ok(())
}

/// The next texts that change, and the place behind them.
async fn next_texts(tx: &mut Tx, place: &mut SearchForm) -> Result<Vec<Renewed>> {
    let mut texts = Vec::new();
    while texts.len() < WRITTEN_AT_ONCE {
        let read = if place.is_at_deleted {
            deleted::list_search_texts(tx, &place.after, READ_AT_ONCE).await?
        } else {
            search::list_texts(tx, &place.after, READ_AT_ONCE).await?
        };
        let is_whole = i64::try_from(read.len()).is_ok_and(|count| count == READ_AT_ONCE);
        if let Some((last, _)) = read.last() {
            place.after.clone_from(last);
        }
        texts.extend(read.into_iter().filter_map(|(id, before)| {
            let after = without_accents(&before);
            (after != before).then_some(Renewed { id, before, after })
        }));
        if !is_whole {
            *place = if place.is_at_deleted {
                SearchForm { form: SEARCH_FORM, ..SearchForm::default() }
            } else {
                SearchForm { is_at_deleted: true, ..SearchForm::default() }
            };
            break;
        }
    }
    Ok(texts)
}
