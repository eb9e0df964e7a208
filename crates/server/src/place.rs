//! Where an address is, from a local database that the operator may provide. Nothing is asked of anybody.

use std::{net::IpAddr, path::Path};

use maxminddb::{Reader, geoip2};
use seatwarden_base::{Error, Result};

use crate::text::Language;

/// The database of places, or none.
#[derive(Default)]
pub struct Places(Option<Reader<Vec<u8>>>);

impl Places {
    /// Opens a `MaxMind DB` file of the City form; no path is no database.
    pub fn open(path: &str) -> Result<Self> {
        if path.is_empty() {
            return Ok(Self(None));
        }
        Reader::open_readfile(Path::new(path))
            .map(|reader| Self(Some(reader)))
            .map_err(|cause| Error::fault("opening the database of places", cause))
    }

    /// City and country of an address, in the reader's language where the database has it.
    pub fn of(&self, ip: &str, language: Language) -> Option<String> {
        let ip: IpAddr = ip.parse().ok()?;
        let found: geoip2::City<'_> = self.0.as_ref()?.lookup(ip).ok()?.decode().ok()??;
        let name = |names: &geoip2::Names<'_>| {
            let own = match language {
                Language::De => names.german,
                Language::Fr => names.french,
                Language::Es => names.spanish,
                Language::En | Language::He => None,
            };
            own.or(names.english).map(str::to_owned)
        };
        let parts: Vec<String> =
            [name(&found.city.names), name(&found.country.names)].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
