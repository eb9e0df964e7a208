//! What is set: by the arguments, else by the environment, else by the server's configuration file, of which the small
//! program reads what concerns the license.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use clap::ArgMatches;
use zeroize::Zeroizing;

use super::options;
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
    /// How the file is called when something in it is wrong.
    name: String,
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

    /// A secret: given as it is, or by the path of a file that holds it; the environment wins over the file.
    fn secret(&self, section: &str, key: &str) -> Result<Zeroizing<String>> {
        let (option, twin) = (format!("{section}.{key}_file"), format!("{key}_file"));
        let variable = format!("SEATWARDEN_{}__{}", section.to_uppercase(), key.to_uppercase());
        let variable_of_file = format!("{variable}_FILE");
        if let Ok(value) = env::var(&variable) {
            return Ok(Zeroizing::new(value));
        }
        if let Ok(path) = env::var(&variable_of_file) {
            return read_secret(&path, &option, &variable_of_file);
        }
        let set = |key: &str| self.file.get(section).and_then(|section| section.get(key)?.as_str());
        match (set(key), set(&twin)) {
            (None, Some(path)) => read_secret(path, &option, &self.name),
            (value, _) => Ok(Zeroizing::new(value.unwrap_or_default().to_owned())),
        }
    }
}

fn read_secret(path: &str, option: &str, source: &str) -> Result<Zeroizing<String>> {
    let text = fs::read_to_string(path).map(Zeroizing::new).map_err(|why| {
        let refused = no("activate.secret_file").with("source", source).with("key", option);
        refused.with("path", path).with("cause", why)
    })?;
    Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
}

impl Settings {
    /// Reads the environment and the configuration file. Refuses what cannot be read, and names and values that the
    /// server refuses.
    pub(super) fn read(given: &ArgMatches) -> Result<Self> {
        let inner = given.subcommand().map_or(given, |(_, inner)| inner);
        let folder = inner.try_get_one::<String>("data-dir").ok().flatten().cloned();
        let early = folder.clone().or_else(|| env::var("SEATWARDEN_SERVER__DATA_DIR").ok());
        let named = inner.try_get_one::<PathBuf>("config").ok().flatten().cloned();
        let is_named = named.is_some();
        let path = named.unwrap_or_else(|| PathBuf::from(early.as_deref().unwrap_or("data")).join(FILE_NAME));
        let sources = Sources { file: read_file(&path, is_named)?, name: path.display().to_string() };
        options::check_environment()?;
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

fn read_file(path: &Path, must_be_there: bool) -> Result<toml::Table> {
    let unreadable = |cause: &dyn std::fmt::Display| -> Error {
        no("activate.unreadable_file").with("path", path.display()).with("cause", cause).into()
    };
    match fs::metadata(path) {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound && !must_be_there => {
            return Ok(toml::Table::new());
        }
        Err(why) => return Err(unreadable(&why)),
        Ok(about) if about.len() > FILE_MAX => {
            return Err(no("activate.file_large")
                .with("path", path.display())
                .with("maximum", FILE_MAX)
                .into());
        }
        Ok(_) => {}
    }
    let text = fs::read_to_string(path).map_err(|why| unreadable(&why))?;
    options::read_file(path, &text)
}
