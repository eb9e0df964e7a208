//! What this room promises.
