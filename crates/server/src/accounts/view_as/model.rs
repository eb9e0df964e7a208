//! The rules of looking as somebody else.

use seatwarden_base::{Kind, Refusal};

/// A reason is missing, or longer than we keep.
pub const NO_REASON: Refusal = Refusal::new(Kind::Invalid, "view_as.no_reason").on("reason");
/// The time is not one of those that can be chosen.
pub const BAD_TIME: Refusal = Refusal::new(Kind::Invalid, "view_as.bad_time").on("minutes");
/// Only a person in a browser can look at pages.
pub const BROWSER_ONLY: Refusal = Refusal::new(Kind::Forbidden, "view_as.browser_only");
/// Nobody looks as the Sys. Admin.
pub const SYSADMIN: Refusal = Refusal::new(Kind::Forbidden, "view_as.sysadmin");
/// Who may as much as the caller is not looked as: whoever it is could do it to the caller as well.
pub const EQUAL: Refusal = Refusal::new(Kind::Forbidden, "view_as.equal");
/// There is nothing to see as oneself.
pub const YOURSELF: Refusal = Refusal::new(Kind::Conflict, "view_as.yourself");
/// A user who is not active sees no pages.
pub const INACTIVE: Refusal = Refusal::new(Kind::Conflict, "view_as.inactive");

/// The times that can be chosen, in minutes; the first is the usual one.
pub const MINUTES: [i64; 3] = [15, 30, 60];
/// The longest time, in minutes.
pub const MINUTES_MAX: i64 = 60;
/// Longest reason, in characters.
pub(super) const REASON_MAX: usize = 200;
