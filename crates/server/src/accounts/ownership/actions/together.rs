//! What several users own together, for whoever is about to do something to all of them.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::super::{model::Counts, store::together};

/// Up to how many objects of several users are counted.
const TOGETHER_MAX: i64 = 100_000;

/// How many objects several users own together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Of each kind; kinds without any are left out.
    pub counts: Counts,
    /// Whether there may be more: no more than 100,000 are counted.
    pub has_more: bool,
}

impl Together {
    /// Counts on what these users own, whom it did not count before. For other rooms, without asking for permission.
    pub async fn count_on(&mut self, tx: &mut Tx, user_ids: &[&str]) -> Result<()> {
        let left = TOGETHER_MAX - self.counts.iter().map(|(_, count)| count).sum::<i64>();
        if user_ids.is_empty() || self.has_more {
            return Ok(());
        }
        let mut counted = 0;
        for (kind, count) in together::count_by_kind(tx, &json!(user_ids).to_string(), left).await? {
            counted += count;
            match self.counts.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, known)) => *known += count,
                None => self.counts.push((kind, count)),
            }
        }
        self.counts.sort();
        self.has_more = counted >= left;
        Ok(())
    }
}
