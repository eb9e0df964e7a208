//! Where an address is, from a local database that the operator may provide. Nothing is asked of anybody.

use std::{net::IpAddr, path::Path};

use maxminddb::{Mmap, Reader, geoip2};
use seatwarden_base::{Error, Result};

use crate::text::Language;

/// The database of places, or none.
#[derive(Default)]
pub struct Places(Option<Reader<Mmap>>);

impl Places {
    /// Opens a MaxMind DB file (the City or Country form); no path is no database.
    pub fn open(path: &str) -> Result<Self> {
        if path.is_empty() {
            return Ok(Self(None));
        }
        Reader::open_readfile(Path::new(path))
            .map(|reader| Self(Some(reader)))
            .map_err(|cause| Error::fault("opening the database of places", cause))
    }
}
