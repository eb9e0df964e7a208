//! A whole server in the process of a test: its own database, a clock that stands still, mails in memory, and
//! everything asked through the same edge that answers on the network.

mod browser;
mod letter;
mod script;
mod tests;

use std::{
    cell::Cell,
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use seatwarden_base::{
    Error, Refusal, Result,
    clock::TestClock,
    db::testing::{TestDb, fresh},
    jobs::{self, Worker},
    mail::Inbox,
    secret::Secret,
};
use tempfile::TempDir;

pub(crate) use browser::{Answer, Browser};
pub(crate) use letter::Letter;
pub(crate) use script::Script;

use crate::{
    accounts::{
        license_utilization::hand,
        sessions,
        setup::{self, NewSysAdmin},
        users::{self, Credential, NewUser, User},
    },
    app::App,
    common::audit::{self, Recorded, Verdict},
    config::Config,
    cx::{BUILT_IN, BaseRole, Caller, Cx, Proof, RequestFacts, SignedIn},
    jobs as own_jobs,
    licensing::signing_keys,
    open::{self, Given},
    text::{Language, Text},
    web::{self, Edge},
};

/// When every test begins: 2026-01-02T03:04:05Z.
pub(crate) const START_MS: i64 = 1_767_323_045_000;
pub(crate) const SECOND_MS: i64 = 1_000;
pub(crate) const MINUTE_MS: i64 = 60 * SECOND_MS;
pub(crate) const HOUR_MS: i64 = 60 * MINUTE_MS;
pub(crate) const DAY_MS: i64 = 24 * HOUR_MS;
/// Where people reach the server.
pub(crate) const URL: &str = "http://localhost:8081";
/// What every sample user signs in with.
pub(crate) const PASSWORD: &str = "violet kettle orbit 41";
/// Another good password.
pub(crate) const NEW_PASSWORD: &str = "copper lantern meadow 77";
/// Where requests come from unless they say otherwise.
pub(crate) const OWN_IP: &str = "198.51.100.7";

/// A running server without sockets, with a Sys. Admin and one user of every other role.
pub(crate) struct TestServer {
    pub(crate) app: Arc<App>,
    worker: Worker,
    clock: TestClock,
    edge: Edge,
    /// The secret of the first start.
    pub(crate) setup_secret: Secret,
    people: HashMap<&'static str, String>,
    periodic_jobs: AtomicI64,
    finished: Cell<bool>,
    _folder: TempDir,
    _database: TestDb,
}

impl TestServer {
    /// A server as it is with the configuration nobody touched.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A server with a configuration of the test's own.
    pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let mut server = Self::start_empty_with(change).await;
        server.make_people().await;
        if server.app.config.license_server.enabled {
            signing_keys::start(&server.host(), &server.roots_folder()).await.unwrap();
        }
        server
    }

    /// A server that waits for its Sys. Admin.
    pub(crate) async fn start_empty() -> Self {
        Self::start_empty_with(|_| {}).await
    }

    /// A server that waits for its Sys. Admin and knows a license server.
    pub(crate) async fn start_empty_licensed(license: hand::Given) -> Self {
        Self::start_given(|_| {}, Some(license)).await
    }

    /// A server with sample users that knows a license server.
    pub(crate) async fn start_licensed(license: hand::Given) -> Self {
        let mut server = Self::start_empty_licensed(license).await;
        server.make_people().await;
        server
    }

    async fn start_empty_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::start_given(change, None).await
    }

    async fn start_given(change: impl FnOnce(&mut Config), license: Option<hand::Given>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.server.data_dir = folder.path().to_string_lossy().into_owned();
        config.mail.from_address = "seatwarden@house.example".into();
        config.passwords.hash_threads = 1;
        change(&mut config);
        let database = fresh().await;
        let clock = TestClock::at(START_MS);
        let given = Given { clock: clock.clock(), keep_mails: true, db: Some(database.db.clone()), license };
        let opened = open::open(config, given).await.unwrap();
        opened.app.base_url.set(URL.to_owned()).unwrap();
        let host = Cx::host(opened.app.clone(), "test").unwrap();
        setup::prepare(&host).await.unwrap();
        let setup_secret = setup::open_first_page(&host).await.unwrap().unwrap();
        Self {
            edge: Edge::new(opened.app.clone(), web::router(&opened.app.config)),
            app: opened.app,
            worker: opened.worker,
            clock,
            setup_secret,
            people: HashMap::new(),
            periodic_jobs: AtomicI64::new(0),
            finished: Cell::new(false),
            _folder: folder,
            _database: database,
        }
    }

    /// Where the private halves of the roots of a license server are.
    pub(crate) fn roots_folder(&self) -> std::path::PathBuf {
        self.app.config.data_dir().join("roots")
    }

    async fn make_people(&mut self) {
        let sysadmin = NewSysAdmin { secret: self.setup_secret.clone(), ..new_sysadmin() };
        let person = setup::make_sysadmin(&self.cx(), &sysadmin).await.unwrap();
        self.people.insert(BaseRole::Super.name(), person.id);
        let others: Vec<NewUser> =
            BUILT_IN[1..].iter().map(|role| new_user(&email_of(*role), role.name())).collect();
        let made = users::create(&self.host(), others).await.unwrap();
        self.people.extend(BUILT_IN[1..].iter().zip(made).map(|(role, user)| (role.name(), user.person.id)));
    }

    /// The context of a request by nobody.
    pub(crate) fn cx(&self) -> Cx {
        let id = self.app.random.id(self.now_ms()).unwrap();
        let facts = RequestFacts { id, ip: OWN_IP.to_owned(), ..RequestFacts::default() };
        Cx::new(self.app.clone(), facts, self.app.default_language())
    }

    /// The context of the operator.
    pub(crate) fn host(&self) -> Cx {
        Cx::host(self.app.clone(), "test").unwrap()
    }

    /// The context of the sample user with this role.
    pub(crate) async fn cx_as(&self, role: BaseRole) -> Cx {
        self.cx_of(self.id_of(role)).await
    }

    /// The context of a user.
    pub(crate) async fn cx_of(&self, id: &str) -> Cx {
        let person = users::find(&self.host(), id).await.unwrap().person;
        self.cx().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey))))
    }

    /// The context of the sample user with this role, in a browser session that begins now.
    pub(crate) async fn cx_in_session_of(&self, role: BaseRole) -> Cx {
        let cx = self.cx();
        let mut tx = self.app.db.write().await.unwrap();
        let started = sessions::start(&mut tx, &cx, self.id_of(role), false).await.unwrap();
        tx.commit().await.unwrap();
        let signed_in = sessions::identify(&cx, started.token.reveal()).await.unwrap().unwrap();
        cx.with_caller(Caller::User(signed_in))
    }

    /// Id of the sample user with this role.
    pub(crate) fn id_of(&self, role: BaseRole) -> &str {
        &self.people[role.name()]
    }

    /// Adds users as the operator would.
    pub(crate) async fn add(&self, new: NewUser) -> User {
        users::create(&self.host(), vec![new]).await.unwrap().remove(0)
    }

    /// A browser that was never here.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// A browser in which the sample user with this role signed in.
    pub(crate) async fn browser_of(&self, role: BaseRole) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.sign_in(&email_of(role), PASSWORD).await;
        assert_eq!((answer.status, answer.location()), (303, "/"), "{}", answer.body);
        browser
    }

    /// A request of a program: no cookies, nothing that a browser would say.
    pub(crate) fn request(&self, method: &str, path: &str) -> browser::Request<'_> {
        browser::Request::new(&self.edge, method, path)
    }

    /// A bearer token of the sample user with this role, from the login call.
    pub(crate) async fn token_of(&self, role: BaseRole) -> String {
        let login = serde_json::json!({ "username": email_of(role), "password": PASSWORD });
        let answer = self.request("POST", "/api/v1/authentication/login").json(&login).send().await;
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// The legacy `x-api-key` header for a name and a password, signed at a second since the Unix epoch.
    pub(crate) async fn x_api_key_of(&self, name: &str, password: &str, signed_at: i64) -> String {
        let key = setup::Installed::read(&self.host()).await.unwrap().x_api_key;
        let claims = serde_json::json!({ "iat": signed_at, "email": name, "password": password });
        let key = jsonwebtoken::EncodingKey::from_secret(key.reveal().as_bytes());
        jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &key).unwrap()
    }

    /// The `x-api-key` header of the sample user with this role, signed now.
    pub(crate) async fn x_api_key(&self, role: BaseRole) -> String {
        self.x_api_key_of(&email_of(role), PASSWORD, self.now_ms() / 1_000).await
    }

    /// Answers on a port of this machine as long as the test runs; the address.
    pub(crate) async fn listen(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let edge = self.edge.clone();
        let answer = move |mut request: axum::extract::Request| {
            let edge = edge.clone();
            async move {
                request.headers_mut().insert("host", "localhost:8081".parse().unwrap());
                edge.answer(request, (std::net::Ipv4Addr::LOCALHOST, 1).into(), true).await
            }
        };
        let router = axum::Router::new().fallback(answer);
        tokio::spawn(async move { axum::serve(listener, router).await });
        url
    }

    /// Now, in milliseconds since the Unix epoch.
    pub(crate) fn now_ms(&self) -> i64 {
        self.app.clock.now_ms()
    }

    /// Moves the clock forward.
    pub(crate) fn advance(&self, by_ms: i64) {
        self.clock.advance_ms(by_ms);
    }

    /// Runs every job that is due; answers how many ran.
    pub(crate) async fn run_jobs(&self) -> usize {
        self.worker.run_due(self.now_ms()).await.unwrap()
    }

    /// Runs the jobs that come back by themselves, among them the cleaning.
    pub(crate) async fn run_periodic_jobs(&self) {
        self.worker.prepare(self.now_ms()).await.unwrap();
        self.run_jobs().await;
        let counts = jobs::counts(&mut self.app.db.read().await.unwrap()).await.unwrap();
        self.periodic_jobs.store(counts.waiting, Ordering::SeqCst);
    }

    /// Writes down what was used, as a running server does some seconds later.
    pub(crate) async fn write_used(&self) {
        own_jobs::write_used(&self.app).await.unwrap();
        crate::accounts::callers::write(&self.app).await.unwrap();
    }

    fn inbox(&self) -> &Inbox {
        self.app.inbox.as_ref().unwrap()
    }

    /// All mails, newest first.
    pub(crate) fn mails(&self) -> Vec<Letter> {
        self.inbox().list().iter().map(|kept| Letter::new(&kept.mail)).collect()
    }

    /// All mails with the addresses they went to, newest first.
    pub(crate) fn kept_mails(&self) -> Vec<(String, Letter)> {
        self.inbox().list().iter().map(|kept| (kept.mail.to.clone(), Letter::new(&kept.mail))).collect()
    }

    /// The newest mail to this address. Run the jobs first.
    pub(crate) fn mail_to(&self, address: &str) -> Letter {
        let kept = self.inbox().newest_to(address);
        Letter::new(&kept.unwrap_or_else(|| panic!("no mail to {address}")).mail)
    }

    /// Forgets every mail that came so far.
    pub(crate) fn empty_mailboxes(&self) {
        self.inbox().clear();
    }

    /// The whole audit trail, oldest first.
    pub(crate) async fn events(&self) -> Vec<Recorded> {
        let mut tx = self.app.db.read().await.unwrap();
        let rows = tx
            .sql(
                "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
                 before_json, after_json, ip, user_agent, request_id from audit_events order by sequence",
            )
            .all()
            .await
            .unwrap();
        let event = |row: &seatwarden_base::db::Row| -> Result<Recorded> {
            Ok(Recorded {
                sequence: row.get(0)?,
                at_ms: row.get(1)?,
                event: row.get(2)?,
                actor_id: row.get(3)?,
                actor_name: row.get(4)?,
                on_behalf_of: row.get(5)?,
                subject_kind: row.get(6)?,
                subject_id: row.get(7)?,
                before_json: row.get(8)?,
                after_json: row.get(9)?,
                ip: row.get(10)?,
                user_agent: row.get(11)?,
                request_id: row.get(12)?,
            })
        };
        rows.iter().map(|row| event(row).unwrap()).collect()
    }

    /// The events of this name, oldest first.
    pub(crate) async fn events_named(&self, name: &str) -> Vec<Recorded> {
        let mut events = self.events().await;
        events.retain(|event| event.event == name);
        events
    }

    /// Runs a statement of the test's own; answers how many rows it changed.
    pub(crate) async fn sql(&self, text: &'static str) -> u64 {
        let mut tx = self.app.db.write().await.unwrap();
        let changed = tx.sql(text).run().await.unwrap();
        tx.commit().await.unwrap();
        changed
    }

    /// Adds so many Viewers beside every rule, with ids and names `u1`, `u2` and so on.
    pub(crate) async fn add_viewers(&self, count: i64) {
        let mut tx = self.app.db.write().await.unwrap();
        tx.sql(
            "insert into users (id, email, email_key, user_name, user_name_key, role_id, search_text, created_at_ms, \
             updated_at_ms) with recursive n(i) as (select 1 union all select i + 1 from n where i < $1) \
             select 'u' || i, 'u' || i || '@crowd.example', 'u' || i || '@crowd.example', 'u' || i, 'u' || i, \
             (select id from roles where name = 'consumer'), '', 0, 0 from n",
        )
        .bind(count)
        .run()
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }

    /// The one text that a query of the test's own gives; empty if that is null.
    pub(crate) async fn text(&self, query: &'static str, with: &str) -> String {
        let mut tx = self.app.db.read().await.unwrap();
        let row = tx.sql(query).bind(with).one().await.unwrap();
        row.get::<Option<String>>(0).unwrap().unwrap_or_default()
    }

    /// The one number that a query of the test's own gives.
    pub(crate) async fn number(&self, query: &'static str) -> i64 {
        let mut tx = self.app.db.read().await.unwrap();
        tx.sql(query).one().await.unwrap().get(0).unwrap()
    }

    /// Ends the test: sends the mails that wait, and fails if another job was left unrun or one failed for good,
    /// if the audit chain is not whole, or if an event in it has no words.
    pub(crate) async fn finish(self) {
        // Mails may wait, because nearly everything is told to somebody; other jobs may not.
        let mut tx = self.app.db.read().await.unwrap();
        let left = jobs::counts(&mut tx).await.unwrap().waiting;
        drop(tx);
        let mails =
            self.number("select count(*) from jobs where kind = 'outbox.send' and state = 'waiting'").await;
        self.run_jobs().await;
        let mut tx = self.app.db.read().await.unwrap();
        let dead = jobs::list_dead(&mut tx, 10).await.unwrap();
        let still_left = jobs::counts(&mut tx).await.unwrap().waiting;
        drop(tx);
        let verdict = audit::verify(&self.app.db).await.unwrap();
        self.finished.set(true);
        assert!(dead.is_empty(), "jobs failed for good: {dead:?}");
        for left in [left - mails, still_left] {
            assert_eq!(left, self.periodic_jobs.load(Ordering::SeqCst), "jobs were left unrun");
        }
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
        let t = Text::new(Language::En);
        let events = self.events().await;
        let wordless: Vec<_> = events.iter().filter(|it| t.event(&it.event) == it.event).collect();
        assert!(wordless.is_empty(), "{wordless:?}");
        self.app.db.close().await;
    }

    /// Ends a test that broke the audit chain or left a job on purpose.
    pub(crate) async fn abandon(self) {
        self.finished.set(true);
        self.app.db.close().await;
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        let looked_at = self.finished.get() || std::thread::panicking();
        assert!(looked_at, "a test ends with `server.finish().await`, or nobody looks at its jobs");
    }
}

/// Address and user name of the sample user with this role.
pub(crate) fn email_of(role: BaseRole) -> String {
    format!("{}@people.example", role.name().to_lowercase())
}

/// A user to be made, with the usual password.
pub(crate) fn new_user(email: &str, role: &str) -> NewUser {
    NewUser {
        email: email.to_owned(),
        first_name: "Grace".to_owned(),
        last_name: "Hopper".to_owned(),
        role: role.to_owned(),
        credential: Credential::Password(Secret::new(PASSWORD)),
        ..NewUser::default()
    }
}

/// The Sys. Admin to be made, without the secret of the set-up.
pub(crate) fn new_sysadmin() -> NewSysAdmin {
    NewSysAdmin {
        secret: Secret::default(),
        email: email_of(BaseRole::Super),
        first_name: "Ada".to_owned(),
        last_name: "Lovelace".to_owned(),
        password: Secret::new(PASSWORD),
        repeat: Secret::new(PASSWORD),
    }
}

/// Fails unless this is the refusal with that code.
#[track_caller]
pub(crate) fn assert_refused<T>(result: Result<T>, refusal: &Refusal) {
    match result {
        Ok(_) => panic!("not refused with {}", refusal.code),
        Err(Error::Refusal(given)) => assert_eq!(given.code, refusal.code),
        Err(fault) => panic!("a fault instead of {}: {fault}", refusal.code),
    }
}

/// The md5 of a password, as old scripts send it.
pub(crate) fn md5_of(password: &str) -> String {
    use crate::accounts::passwords::legacy_md5::Md5Hex;
    String::from_utf8(Md5Hex::of_password(password).digits().to_vec()).unwrap()
}
