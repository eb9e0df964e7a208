//! Refusals that are kept in the database and told later, to readers of any language.

use seatwarden_base::Refusal;
use serde::{Deserialize, Serialize};

/// A refusal as it is kept: its code and what its text needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRefusal {
    /// `room.reason`.
    pub code: String,
    /// The field that is to blame, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Values for the placeholders of the text, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<(String, String)>,
}

impl From<&Refusal> for KeptRefusal {
    fn from(refusal: &Refusal) -> Self {
        Self {
            code: refusal.code.to_owned(),
            field: refusal.field.map(str::to_owned),
            values: refusal.values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        }
    }
}
