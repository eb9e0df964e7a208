//! What is set: by the arguments, else by the environment, else by the server's configuration file, of which the small
//! program reads what concerns the license.

use std::{env, fs, path::PathBuf};

use clap::ArgMatches;
use zeroize::Zeroizing;

use crate::{Connection, Error, Result, Text, error::no};

/// The name of the file that is read from the data folder when none is named.
const FILE_NAME: &str = "seatwarden.toml";
/// The largest file, in bytes.
const FILE_MAX: u64 = 1024 * 1024;

/// Everything that the verbs need to know.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folder of the license.
    pub folder: PathBuf,
    /// The file of the roots, if another than the usual one.
    pub roots_file: Option<PathBuf>,
    /// The name of the machine; empty: none.
    pub machine_id: String,
    /// How the license server is reached.
    pub connection: Connection,
}

/// Which values the arguments of a verb set anew.
pub fn override_by(mut settings: Settings, given: &ArgMatches, t: Text) -> Settings {
    let inner = given.subcommand().map_or(given, |(_, inner)| inner);
    let text = |name: &str| inner.try_get_one::<String>(name).ok().flatten().cloned();
    let connection = &mut settings.connection;
    if let Some(url) = text("server") {
        connection.server_url = url;
    }
    if let Some(url) = text("proxy") {
        connection.proxy = url;
    }
    if let Ok(Some(path)) = inner.try_get_one::<PathBuf>("ca-file") {
        connection.ca_file = Some(path.clone());
    }
    t.language().code().clone_into(&mut connection.language);
    settings
}

/// The values of one section, from the environment and the file.
struct Sources {
    file: toml::Table,
}

impl Sources {
    fn text(&self, section: &str, key: &str) -> Option<String> {
        let variable = format!("SEATWARDEN_{}__{}", section.to_uppercase(), key.to_uppercase());
        if let Ok(value) = env::var(variable) {
            return Some(value);
        }
        match self.file.get(section)?.get(key)? {
            toml::Value::String(text) => Some(text.clone()),
            toml::Value::Integer(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A secret: given as it is, or by the path of a file that holds it.
    fn secret(&self, section: &str, key: &str) -> Result<Zeroizing<String>> {
        if let Some(path) = self.text(section, &format!("{key}_file")).or_else(|| {
            env::var(format!("SEATWARDEN_{}__{}_FILE", section.to_uppercase(), key.to_uppercase())).ok()
        }) {
            let text = fs::read_to_string(&path).map(Zeroizing::new);
            let text = text.map_err(|why| unreadable(&path, &why))?;
            return Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
        }
        Ok(Zeroizing::new(self.text(section, key).unwrap_or_default()))
    }
}

impl Settings {
    /// Reads the environment and the configuration file.
    pub(super) fn read(given: &ArgMatches) -> Result<Self> {
        let inner = given.subcommand().map_or(given, |(_, inner)| inner);
        let folder = inner.try_get_one::<String>("data-dir").ok().flatten().cloned();
        let early = folder.clone().or_else(|| env::var("SEATWARDEN_SERVER__DATA_DIR").ok());
        let named = inner.try_get_one::<PathBuf>("config").ok().flatten().cloned();
        let is_named = named.is_some();
        let path = named.unwrap_or_else(|| PathBuf::from(early.as_deref().unwrap_or("data")).join(FILE_NAME));
        let sources = Sources { file: read_file(&path, is_named)? };
        let data_dir =
            folder.or_else(|| sources.text("server", "data_dir")).unwrap_or_else(|| "data".to_owned());
        let of = |key: &str| sources.text("license", key).unwrap_or_default();
        let file = |key: &str| Some(of(key)).filter(|path| !path.is_empty()).map(PathBuf::from);
        Ok(Self {
            folder: PathBuf::from(data_dir).join("license"),
            roots_file: file("roots_file"),
            machine_id: sources.secret("license", "machine_id")?.trim().to_owned(),
            connection: Connection {
                server_url: of("server_url"),
                proxy: of("proxy"),
                proxy_user: of("proxy_user"),
                proxy_password: sources.secret("license", "proxy_password")?,
                ca_file: file("ca_file"),
                timeout_seconds: of("timeout_seconds").parse().unwrap_or_default(),
                language: String::new(),
            },
        })
    }
}

fn unreadable(path: impl std::fmt::Display, why: &dyn std::fmt::Display) -> Error {
    no("activate.unreadable").with("path", path).with("why", why).into()
}

fn read_file(path: &std::path::Path, must_be_there: bool) -> Result<toml::Table> {
    match fs::metadata(path) {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound && !must_be_there => {
            return Ok(toml::Table::new());
        }
        Err(why) => return Err(unreadable(path.display(), &why)),
        Ok(about) if about.len() > FILE_MAX => {
            return Err(no("activate.file_large")
                .with("path", path.display())
                .with("maximum", FILE_MAX)
                .into());
        }
        Ok(_) => {}
    }
    let text = fs::read_to_string(path).map_err(|why| unreadable(path.display(), &why))?;
    // The message alone: the lines around could hold a secret.
    toml::from_str(&text).map_err(|why| unreadable(path.display(), &why.message()))
}
