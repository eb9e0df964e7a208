//! The sections that belong to no room yet: how the server runs, and the limits of the rooms of accounts.

use seatwarden_base::{choice, secret::Secret, section};

choice! {
    /// How log lines look.
    pub enum LogFormat {
        /// For a person at a terminal.
        Human = "human",
        /// One JSON object a line.
        Json = "json",
    }
}

choice! {
    /// How mail leaves the server.
    pub enum MailTransport {
        /// Not at all; mail waits in the queue.
        None = "none",
        /// As files into a folder.
        Folder = "folder",
        /// To a mail server.
        Smtp = "smtp",
    }
}

choice! {
    /// How the connection to the mail server is protected.
    pub enum SmtpSecurity {
        /// Plain first, then TLS before anything is sent (RFC 3207).
        Starttls = "starttls",
        /// TLS from the first byte (RFC 8314).
        Tls = "tls",
        /// STARTTLS if the mail server offers it, else plain; somebody on the way can suppress the offer.
        Opportunistic = "opportunistic",
        /// Not at all; for a mail server on the same machine.
        None = "none",
    }
}

choice! {
    /// How much of the product was bought; each tier has all of the one before.
    pub enum Tier {
        /// All of it.
        Enterprise = "enterprise",
        /// The middle tier.
        Grow = "grow",
        /// The first tier.
        Launch = "launch",
    }
}

choice! {
    /// Where the platform runs.
    pub enum Deployment {
        /// On machines of one's own.
        OnPrem = "on-prem",
        /// With the vendor.
        Cloud = "cloud",
    }
}

section! {
    /// Where the server listens, where it keeps its data, and how much it takes on.
    pub struct ServerConfig in "server" {
        /// Address and port of the pages and the API over plain HTTP. Port 0 picks a free one. Empty: off;
        /// `tls.address` then serves alone.
        address: String = "127.0.0.1:8081".into(),
        /// Address and port of the Prometheus metrics, on a listener of their own. Empty: off.
        metrics_address: String = String::new(),
        /// The URL under which people reach the server, without a path: `https://accounts.example.com`. All
        /// links in mails are built from it. Required unless the server listens on this machine only.
        public_url: String = String::new(),
        /// Host names under which the server may be called besides the one of `public_url`. A request for
        /// another host is refused.
        allowed_hosts: Vec<String> = Vec::new(),
        /// The folder of the database, the secrets and the configuration file `seatwarden.toml`.
        data_dir: String = "data".into(),
        /// Addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto`
        /// headers are believed.
        trusted_proxies: Vec<String> = Vec::new(),
        /// A request must be answered within so many seconds.
        request_timeout_seconds: u32 = 30 => 1..=600,
        /// The header of a request must be complete within so many seconds.
        header_timeout_seconds: u32 = 10 => 1..=120,
        /// The largest body of a request, in bytes.
        body_limit_bytes: u64 = 1_048_576 => 1_024..=1_073_741_824,
        /// How many connections are open at once; further ones wait.
        connections_max: u32 = 4_096 => 1..=1_000_000,
        /// How many threads serve requests. 0: as many as the machine has cores.
        workers: u16 = 0 => 0..=1_024,
        /// The name of this installation on pages and in mails.
        installation_name: String = "Seatwarden".into(),
        /// Where people report a weakness of this installation: a mail address, or the `https://` address of a page.
        /// `/.well-known/security.txt` says it (RFC 9116). Empty: there is none.
        security_contact: String = String::new(),
        /// The language of people who chose none: `en`, `de`, `fr`, `es` or `he`. Empty: the one their browser
        /// asks for.
        language: String = String::new(),
        /// How log lines look.
        log_format: LogFormat = LogFormat::default(),
        /// What is logged: a level (`error`, `warn`, `info`, `debug`, `trace`), or levels by module as in
        /// `info,seatwarden::accounts=debug`.
        log_filter: String = "info".into(),
        /// The path of a place database (MaxMind DB format) that turns addresses into places in the list of
        /// sessions. Empty: no places.
        place_database: String = String::new(),
    }
}

section! {
    /// TLS by the server itself, beside plain HTTP or alone.
    pub struct TlsConfig in "tls" {
        /// Address and port for TLS. Empty: off. `server.address` goes on speaking plain HTTP; leave it on the
        /// loopback address then, or empty to serve TLS alone.
        address: String = String::new(),
        /// The path of the certificate chain (PEM).
        certificate_file: String = String::new(),
        /// The path of the private key (PEM).
        key_file: String = String::new(),
    }
}

section! {
    /// The database.
    pub struct DatabaseConfig in "database" {
        /// The URL of a PostgreSQL database: `postgres://name:password@host/database`. Empty: SQLite in the
        /// data folder.
        url: Secret = Secret::default(),
        /// How many connections to PostgreSQL, or reader threads of SQLite.
        pool_size: u16 = 8 => 1..=256,
        /// How many requests may wait for the database; further ones are told to come back later.
        queue_max: u32 = 4_096 => 1..=1_000_000,
    }
}

section! {
    /// Outgoing mail.
    pub struct MailConfig in "mail" {
        /// How mail leaves the server.
        transport: MailTransport = MailTransport::default(),
        /// The folder for the transport `folder`. Empty: `mail` in the data folder.
        folder: String = String::new(),
        /// The host name of the mail server.
        smtp_host: String = String::new(),
        /// The port of the mail server. 0: the usual one, 587 for `starttls`, 465 for `tls`, else 25.
        smtp_port: u16 = 0 => 0..=65_535,
        /// How the connection to the mail server is protected.
        smtp_security: SmtpSecurity = SmtpSecurity::default(),
        /// The path of the certificates (PEM) of a private authority that signed the mail server's certificate.
        /// Empty: the public authorities alone.
        smtp_certificate_authority_file: String = String::new(),
        /// The name with which the server greets the mail server. Empty: the host name of this machine.
        smtp_hello_name: String = String::new(),
        /// The user name at the mail server. Empty: no sign-in there.
        smtp_user_name: String = String::new(),
        /// The password at the mail server.
        smtp_password: Secret = Secret::default(),
        /// The address that mails are from.
        from_address: String = String::new(),
        /// The name that mails are from. Empty: the installation's name.
        from_name: String = String::new(),
        /// The mail server must take a mail within so many seconds.
        timeout_seconds: u32 = 20 => 1..=120,
    }
}

section! {
    /// The keys that the server makes for itself: signing keys, the password pepper.
    pub struct SecretsConfig in "secrets" {
        /// The folder of the keys. Empty: `secrets` in the data folder. Keep a copy of it apart from the
        /// copies of the database.
        directory: String = String::new(),
    }
}

section! {
    /// Rules for passwords, and what checking one costs.
    pub struct PasswordsConfig in "passwords" {
        /// The fewest characters of a new password.
        minimum_length: u16 = 8 => 8..=64,
        /// Whether the rules of NIST SP 800-63B-4 hold: 15 characters, or 8 with an enforced second factor,
        /// and no rules of composition.
        nist_preset: bool = false,
        /// Whether somebody whom another one gave a password chooses their own at the next sign-in in a browser.
        /// Scripts that sign in with such a password go on working. An administrator can change this on the security
        /// page; what stands there wins.
        replace_given: bool = false,
        /// The organization's own rule for new passwords: a regular expression in the notation of JavaScript.
        /// Empty: none. What an administrator sets on the security page wins.
        organisation_regex: String = String::new(),
        /// The sentence that tells people what `organisation_regex` wants.
        organisation_message: String = String::new(),
        /// Memory for one hash (Argon2id), in KiB.
        hash_memory_kib: u32 = 19_456 => 19_456..=4_194_304,
        /// Passes over the memory for one hash (Argon2id).
        hash_iterations: u32 = 2 => 2..=100,
        /// How many hashes are computed at once. 0: as many as the machine has cores.
        hash_threads: u16 = 0 => 0..=256,
        /// How many hashes may wait; further sign-ins are told to come back later.
        hash_queue_max: u32 = 64 => 1..=100_000,
        /// The path of a list of refused passwords, one a line, in addition to the one inside. Empty: none.
        blocklist_file: String = String::new(),
        /// Whether users may be added with the MD5 of their password, as migration scripts do. The record is
        /// replaced at the first sign-in.
        md5_import_allowed: bool = true,
        /// After so many days an imported MD5 no longer signs in. 0: never.
        md5_expiry_days: u32 = 90 => 0..=3_650,
    }
}

section! {
    /// How long people stay signed in.
    pub struct SessionsConfig in "sessions" {
        /// A session ends after so many minutes without a request.
        idle_minutes: u32 = 60 => 1..=525_600,
        /// A session ends after so many hours in any case.
        absolute_hours: u32 = 24 => 1..=8_760,
        /// With “Remember Me”, a session ends after so many days without a request.
        remember_idle_days: u32 = 14 => 1..=365,
        /// With “Remember Me”, a session ends after so many days in any case.
        remember_absolute_days: u32 = 30 => 1..=365,
        /// Making and rotating API tokens asks for the password again unless it was given in this session within
        /// so many minutes.
        confirm_minutes: u32 = 15 => 1..=1_440,
        /// How many sessions a user has at once; a further one ends the one that was idle longest.
        per_user_max: u32 = 50 => 1..=1_000,
    }
}

section! {
    /// What holds back those who guess passwords.
    pub struct SignInConfig in "sign_in" {
        /// Whether an account is locked for a while after failed attempts. An administrator can change this
        /// and the two numbers below on the security page; what stands there wins.
        lockout_enabled: bool = true,
        /// After so many failed attempts in a row the account is locked.
        lockout_attempts: u32 = 20 => 1..=100,
        /// How many minutes the lock holds.
        lockout_minutes: u32 = 10 => 1..=1_440,
        /// How many wrong passwords one network may give at once, whatever the accounts; right ones are not
        /// counted. Afterwards `address_per_minute`.
        address_burst: u32 = 50 => 1..=10_000,
        /// How many attempts an address regains each minute.
        address_per_minute: u32 = 10 => 1..=10_000,
        /// After so many failed attempts on an account, each further answer is delayed.
        delay_after_failures: u32 = 5 => 1..=100,
        /// The longest delay of an answer, in seconds.
        delay_max_seconds: u32 = 900 => 0..=3_600,
    }
}

section! {
    /// API tokens.
    pub struct ApiTokensConfig in "api_tokens" {
        /// How many tokens a user has at once.
        per_user_max: u32 = 50 => 1..=1_000,
        /// The token that a sign-in over the API gives ends after so many days.
        login_token_days: u32 = 30 => 1..=3_650,
        /// The single token of the profile page ends after so many days. 0: never.
        legacy_token_days: u32 = 0 => 0..=36_500,
        /// How many calls a script makes each minute at most, on each node; further ones are told to come back later.
        /// Each token is a script; tokens of the login call and the `x-api-key` count by user. 0: no limit.
        calls_per_minute: u32 = 10_000_000,
    }
}

section! {
    /// The `x-api-key` header of the v0.9 API.
    pub struct XApiKeyConfig in "x_api_key" {
        /// Whether the header is accepted at all.
        enabled: bool = true,
        /// How many seconds the time inside of the token may differ from now. 0: it is not checked.
        iat_window_seconds: u32 = 0 => 0..=86_400,
    }
}

section! {
    /// The way back for those who forgot their password.
    pub struct PasswordResetConfig in "password_reset" {
        /// The link in the mail holds so many minutes.
        link_minutes: u32 = 30 => 5..=1_440,
        /// The typed code in the mail holds so many minutes.
        code_minutes: u32 = 10 => 2..=60,
        /// How many mails may be asked for from one address at once; afterwards `address_per_minute`.
        address_burst: u32 = 10 => 1..=10_000,
        /// How many mails may be asked for from one address per minute, once `address_burst` is used up.
        address_per_minute: u32 = 1 => 1..=10_000,
    }
}

section! {
    /// Invitations to choose a first password.
    pub struct InvitationsConfig in "invitations" {
        /// The link in the mail holds so many hours.
        link_hours: u32 = 72 => 1..=720,
    }
}

section! {
    /// How many users of each kind may be active. A limit that is lowered below what is used locks nobody out:
    /// it only lets nobody else in.
    pub struct SeatsConfig in "seats" {
        /// Seats for the roles Sys. Admin, Admin and Data Admin. 0: no limit.
        administrators: u32 = 0,
        /// Seats for the roles Data Designer and Designer. 0: no limit.
        designers: u32 = 0,
        /// Seats for the role Viewer. 0: no limit.
        viewers: u32 = 0,
    }
}

section! {
    /// The license server, with which a vendor issues licenses: customers sign up and see to their licenses under
    /// `/portal`, the staff under `/issuer`, and installations call `/api/v1/licensing`.
    pub struct LicenseServerConfig in "license_server" {
        /// Whether this installation is a license server. Without it, all these addresses answer 404.
        enabled: bool = false,
        /// Whether people may sign up on their own. Without it, the staff adds customers.
        sign_up_enabled: bool = true,
        /// The password in the welcome mail signs in for so many hours; after that, “Forgot password” sends a link.
        welcome_password_hours: u32 = 72 => 1..=720,
        /// How many accounts may be asked for from one address at once; afterwards `sign_up_address_per_minute`.
        sign_up_address_burst: u32 = 5 => 1..=10_000,
        /// How many accounts may be asked for from one address per minute, once `sign_up_address_burst` is used up.
        sign_up_address_per_minute: u32 = 1 => 1..=10_000,
        /// The folder of the files that customers download. Empty: `downloads` in the data folder.
        downloads_folder: String = String::new(),
        /// The largest file of a release, in bytes. It is written to the disk as it comes in.
        release_file_bytes_max: u64 = 8_000_000_000 => 1..=1_000_000_000_000,
        /// A second address of the call that makes an offline key, for scripts that know another one; it begins with a
        /// slash. Empty: none.
        offline_key_path: String = String::new(),
        /// How many calls one address makes each minute at most, on each node, to activate, to renew and to give back;
        /// further ones are told to come back later. 0: no limit.
        address_calls_per_minute: u32 = 600,
        /// How many tries to activate with one account's password are answered each minute at most, on each node. 0: no
        /// limit but the ones of signing in.
        account_calls_per_minute: u32 = 60,
        /// The address of the trial instance, which `[trial]` makes of another installation. Empty: no Online Trial.
        trial_url: String = String::new(),
        /// The secret that signs people in at the trial instance; the same as its `trial.secret`.
        trial_secret: Secret = Secret::default(),
        /// The address that the Contact page of the portal writes to. Empty: `mail.from_address`.
        contact_address: String = String::new(),
    }
}

section! {
    /// The Online Trial: customers of a license server are signed in here by one click. Managing users, system
    /// configuration and file uploads are withheld from everybody but the Sys. Admin.
    pub struct TrialConfig in "trial" {
        /// Whether this installation is a trial instance.
        enabled: bool = false,
        /// The secret by which people are let in; at least 32 characters, and the same as `license_server.trial_secret`
        /// of the license server.
        secret: Secret = Secret::default(),
        /// The address of the portal, for whoever wants more than the trial. Empty: no link.
        portal_url: String = String::new(),
    }
}

section! {
    /// The license of this installation: how its license server is reached, and what was bought as long as no license
    /// says it.
    pub struct LicenseConfig in "license" {
        /// The address of the license server, without a path: `https://license.vendor.example`. Nothing but this host is
        /// called. Empty: files are carried by hand.
        server_url: String = String::new(),
        /// The proxy on the way there: `http://proxy.example:3128`. Empty: what `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`
        /// say. `none`: none.
        proxy: String = String::new(),
        /// The name at the proxy, if it wants to know who asks.
        proxy_user: String = String::new(),
        /// The password at the proxy.
        proxy_password: Secret = Secret::default(),
        /// The path of certificates (PEM) that are trusted besides the system's: of a company's filter that reads TLS.
        ca_file: String = String::new(),
        /// A call of the license server may take so many seconds.
        timeout_seconds: u16 = 20 => 1..=300,
        /// The path of the vendor's root keys, one a line, in a build that has none inside. Root or the user of the server
        /// owns it, and nobody else may write it. Empty: `/etc/seatwarden/license-roots`.
        roots_file: String = String::new(),
        /// A name that tells this machine from all others, for containers whose data folder does not stay: the same name is
        /// the same machine and takes no second activation. Empty: the machine's own marks.
        machine_id: Secret = Secret::default(),
        /// The tier: it decides which features can be switched on.
        tier: Tier = Tier::default(),
        /// Where the platform runs: some features exist in one place only.
        deployment: Deployment = Deployment::default(),
    }
}
