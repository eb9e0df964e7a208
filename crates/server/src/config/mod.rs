//! The configuration of the server: all sections together, where the file is found, and what is checked
//! beyond the form of single values.

mod check;
mod outside;
mod sections;
#[cfg(test)]
mod tests;
mod values;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use seatwarden_base::{
    Kind, Refusal,
    config::{self, File, Loaded, PREFIX, Sources},
};

pub use check::check;
pub use sections::{
    ApiTokensConfig, DatabaseConfig, Deployment, InvitationsConfig, LicenseConfig, LicenseServerConfig,
    LogFormat, MailConfig, MailTransport, PasswordResetConfig, PasswordsConfig, SeatsConfig, SecretsConfig,
    ServerConfig, SessionsConfig, SignInConfig, SmtpSecurity, Tier, TlsConfig, TrialConfig, XApiKeyConfig,
};
#[cfg(test)]
pub(crate) use values::is_page;

use crate::text::Text;

/// The name of the file that is read from the data folder when none is named.
pub const FILE_NAME: &str = "seatwarden.toml";
/// The language of the commands, before any configuration is read.
pub const LANGUAGE_VARIABLE: &str = "SEATWARDEN_LANGUAGE";
/// The largest configuration file, in bytes.
const FILE_MAX: u64 = 1024 * 1024;

const UNREADABLE_FILE: Refusal = Refusal::new(Kind::Invalid, "config.unreadable_file");

seatwarden_base::config! {
    /// Everything that an operator can set.
    pub struct Config {
        /// How the server runs.
        server: ServerConfig,
        /// TLS by the server itself.
        tls: TlsConfig,
        /// The database.
        database: DatabaseConfig,
        /// Outgoing mail.
        mail: MailConfig,
        /// The server's own keys.
        secrets: SecretsConfig,
        /// Passwords.
        passwords: PasswordsConfig,
        /// Sessions.
        sessions: SessionsConfig,
        /// Signing in.
        sign_in: SignInConfig,
        /// API tokens.
        api_tokens: ApiTokensConfig,
        /// The `x-api-key` header.
        x_api_key: XApiKeyConfig,
        /// Forgotten passwords.
        password_reset: PasswordResetConfig,
        /// Invitations.
        invitations: InvitationsConfig,
        /// Seats.
        seats: SeatsConfig,
        /// What was bought.
        license: LicenseConfig,
        /// The license server.
        license_server: LicenseServerConfig,
        /// The Online Trial.
        trial: TrialConfig,
    }
}

impl Config {
    /// The data folder.
    pub fn data_dir(&self) -> PathBuf {
        PathBuf::from(&self.server.data_dir)
    }

    /// The folder of the server's own keys.
    pub fn secrets_dir(&self) -> PathBuf {
        self.in_data_dir(&self.secrets.directory, "secrets")
    }

    /// The folder that mails are written to by the transport `folder`.
    pub fn mail_dir(&self) -> PathBuf {
        self.in_data_dir(&self.mail.folder, "mail")
    }

    /// The folder of the license of this installation.
    pub fn license_dir(&self) -> PathBuf {
        self.data_dir().join("license")
    }

    /// How the license of this installation is kept and its license server reached.
    pub fn license_settings(&self) -> seatwarden_activate::command::Settings {
        let license = &self.license;
        let path = |set: &str| Some(set).filter(|set| !set.is_empty()).map(PathBuf::from);
        seatwarden_activate::command::Settings {
            folder: self.license_dir(),
            roots_file: path(&license.roots_file),
            machine_id: license.machine_id.reveal().to_owned(),
            connection: seatwarden_activate::Connection {
                server_url: license.server_url.clone(),
                proxy: license.proxy.clone(),
                proxy_user: license.proxy_user.clone(),
                proxy_password: license.proxy_password.reveal().to_owned().into(),
                ca_file: path(&license.ca_file),
                timeout_seconds: license.timeout_seconds,
                language: self.server.language.clone(),
            },
        }
    }

    fn in_data_dir(&self, set: &str, name: &str) -> PathBuf {
        if set.is_empty() { self.data_dir().join(name) } else { PathBuf::from(set) }
    }
}

/// What the command line says about the configuration.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// The file of `--config`; without it, `seatwarden.toml` in the data folder if there is one.
    pub file: Option<PathBuf>,
    /// Flag as typed (`--address`), option (`server.address`) and value.
    pub values: Vec<(String, String, String)>,
}

/// Fills the configuration without checking values against each other, as `config print` wants it.
pub fn load(flags: &Flags, environment: Vec<(String, String)>) -> Result<Loaded<Config>, Vec<Refusal>> {
    let file = if let Some(path) = &flags.file {
        Some(read_file(path).map_err(|error| vec![unreadable(path, &error)])?)
    } else {
        let path = early_data_dir(flags, &environment).join(FILE_NAME);
        match read_file(&path) {
            Ok(file) => Some(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(vec![unreadable(&path, &error)]),
        }
    };
    config::load(&Sources { file, environment, flags: flags.values.clone() })
}

/// Fills the configuration and checks its values.
pub fn read(flags: &Flags, environment: Vec<(String, String)>) -> Result<Loaded<Config>, Vec<Refusal>> {
    let loaded = load(flags, environment)?;
    let refusals = check(&loaded.config);
    if refusals.is_empty() { Ok(loaded) } else { Err(refusals) }
}

/// The same, and looks at the files, the folders and the addresses that are named: what `config check` finds good
/// starts.
pub fn read_ready(flags: &Flags, environment: Vec<(String, String)>) -> Result<Loaded<Config>, Vec<Refusal>> {
    let loaded = load(flags, environment)?;
    let mut refusals = check(&loaded.config);
    refusals.extend(outside::check(&loaded.config));
    if refusals.is_empty() { Ok(loaded) } else { Err(refusals) }
}

/// The variables of this process that set options.
pub fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
        .filter(|(name, _)| is_option(name))
        .collect()
}

/// Whether a variable is one of the configuration: ours, and not the language of the terminal.
fn is_option(variable: &str) -> bool {
    variable.starts_with(PREFIX) && variable != LANGUAGE_VARIABLE
}

/// What is wrong with the configuration, for a person at the command line.
pub fn explain(refusals: &[Refusal], text: Text) -> String {
    let mut told = String::new();
    for refusal in refusals {
        let (message, next) = text.refusal(refusal);
        told.push_str(&text.config_error(message));
        told.push('\n');
        if let Some(next) = next {
            told.push_str(&text.config_hint(next));
            told.push('\n');
        }
    }
    told
}

/// The page `docs/reference/configuration.md`.
pub fn reference_markdown() -> String {
    format!("{}{}", include_str!("reference_head.md"), config::reference_markdown::<Config>())
}

/// The data folder before the file is read, for the file lies in it.
fn early_data_dir(flags: &Flags, environment: &[(String, String)]) -> PathBuf {
    let flag = flags.values.iter().find(|(_, option, _)| option == "server.data_dir");
    let variable = environment.iter().find(|(name, _)| name == "SEATWARDEN_SERVER__DATA_DIR");
    flag.map(|(_, _, value)| value)
        .or(variable.map(|(_, value)| value))
        .map_or_else(|| Config::default().data_dir(), PathBuf::from)
}

fn read_file(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.len() > FILE_MAX {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(File { name: path.display().to_string(), text: fs::read_to_string(path)? })
}

fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    UNREADABLE_FILE.with("path", path.display()).with("cause", config::cause(error))
}
