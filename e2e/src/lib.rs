//! Journeys against the real binary.
