//! What the wing promises as a whole: the rules of slots, leases and resets as a model that is searched to its end.

pub(in crate::licensing) mod model;
mod search;
