//! JSON of customers that faces share.

use serde_json::{Value, json};

use crate::{
    licensing::organisations::{Member, Organisation},
    text::rfc3339,
};

/// A customer with how many accounts act for it.
pub(super) fn customer(customer: &Organisation, accounts: i64) -> Value {
    json!({
        "id": customer.id, "name": customer.name, "accountCount": accounts,
        "createdAt": rfc3339(customer.created_at_ms), "version": customer.version,
    })
}

/// An account that acts for a customer.
pub(super) fn member(member: &Member) -> Value {
    json!({
        "id": member.user_id, "email": member.email, "name": member.name, "role": member.role.word(),
        "active": member.active, "lastLoginAt": member.last_login_at_ms.map(rfc3339),
    })
}
