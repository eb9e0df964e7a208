//! The sample users of the demo.

pub(super) mod installations;
mod licenses;
mod releases;
mod trial;
pub(super) mod vendor;

use std::{fs, path::Path, sync::Arc};

use data_encoding::BASE32_NOPAD;
use seatwarden_base::{Error, Result, random::Random, secret::Secret};
use serde::{Deserialize, Serialize};

use crate::{
    accounts::{
        api_tokens,
        ownership::{self, NewObject, ObjectKind},
        passwords::{self, About},
        sessions,
        users::{self, Credential, NewUser},
    },
    cx::{BUILT_IN, BaseRole, Caller, Cx, Person, Proof, RequestFacts, SignedIn},
    files,
};

/// A sample user; the file of them in a kept data directory gives the same passwords after a restart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sample {
    pub(super) role: String,
    pub(super) email: String,
    pub(super) password: String,
}

/// Who is signed in from the start, from where, with what; the addresses are those kept for examples (RFC 5737).
const SESSIONS: [(BaseRole, &str, &str); 3] = [
    (
        BaseRole::DataAdmin,
        "192.0.2.17",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    ),
    (
        BaseRole::DataAdmin,
        "198.51.100.8",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    ),
    (
        BaseRole::DataDesigner,
        "203.0.113.40",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36",
    ),
];
const SAMPLES_FILE: &str = "demo-users.json";
/// How many sample users without a password are made in one transaction.
const STEP: u32 = 50_000;

/// Makes one user per role, with the passwords of an earlier or another demo in the same directory if there
/// was one. The file comes first, so that of two demos that start at once the slower takes over the
/// passwords of the faster.
pub(super) async fn make_samples(cx: &Cx, data_dir: &Path) -> Result<Vec<Sample>> {
    let file = data_dir.join(SAMPLES_FILE);
    let mut samples = Vec::new();
    for role in BUILT_IN {
        samples.push(Sample {
            role: role.name().to_owned(),
            email: format!("{}@demo.example", slug(role)),
            password: password(cx.random())?,
        });
    }
    let json = serde_json::to_vec_pretty(&samples).map_err(|cause| Error::fault("writing JSON", cause))?;
    let is_new = files::write_private_once(&file, &json)?;
    if !is_new {
        let kept = fs::read(&file).map_err(|cause| Error::fault("reading the sample users", cause))?;
        samples =
            serde_json::from_slice(&kept).map_err(|cause| Error::fault("reading the sample users", cause))?;
    }
    for (role, sample) in BUILT_IN.into_iter().zip(&samples) {
        make(cx, role, sample, is_new).await?;
    }
    if is_new {
        make_sessions(cx, &samples).await?;
    }
    Ok(samples)
}

/// Makes the Sys. Admin alone, with the password of an earlier demo in the same directory if there was one.
pub(super) async fn make_sysadmin(cx: &Cx, data_dir: &Path) -> Result<Sample> {
    let file = data_dir.join(SAMPLES_FILE);
    let role = BaseRole::Super;
    let mut sample = Sample {
        role: role.name().to_owned(),
        email: format!("{}@demo.example", slug(role)),
        password: password(cx.random())?,
    };
    let json = serde_json::to_vec_pretty(&sample).map_err(|cause| Error::fault("writing JSON", cause))?;
    let is_new = files::write_private_once(&file, &json)?;
    if !is_new {
        let kept = fs::read(&file).map_err(|cause| Error::fault("reading the sample users", cause))?;
        sample =
            serde_json::from_slice(&kept).map_err(|cause| Error::fault("reading the sample users", cause))?;
    }
    make(cx, role, &sample, is_new).await?;
    Ok(sample)
}

/// What the sample users own: by role, kind, id on the platform, and title.
const OWNED: &[(BaseRole, ObjectKind, &str, &str)] = &[
    (BaseRole::Contributor, ObjectKind::Folder, "65f0a1", "Sales"),
    (BaseRole::Contributor, ObjectKind::Dashboard, "65f0a2", "Sales by region"),
    (BaseRole::Contributor, ObjectKind::Dashboard, "65f0a3", "Pipeline"),
    (BaseRole::Contributor, ObjectKind::Dashboard, "65f0a4", "Churn"),
    (BaseRole::Contributor, ObjectKind::Alert, "65f0a5", "Churn above 3 %"),
    (BaseRole::Contributor, ObjectKind::Report, "65f0a6", "Monday report"),
    (BaseRole::DataDesigner, ObjectKind::DataModel, "65f0b1", "Orders"),
    (BaseRole::DataDesigner, ObjectKind::DataModel, "65f0b2", "Customers"),
    (BaseRole::DataDesigner, ObjectKind::Notebook, "65f0b3", "Forecast"),
    (BaseRole::DataAdmin, ObjectKind::Connection, "65f0c1", "Warehouse"),
    (BaseRole::DataAdmin, ObjectKind::DataModel, "65f0c2", "Finance"),
    (BaseRole::Admin, ObjectKind::Dashboard, "65f0d1", "Usage of the platform"),
];

/// Registers what the sample users own. Doing it again changes nothing.
pub(super) async fn make_owned(cx: &Cx, samples: &[Sample]) -> Result<()> {
    let email = |role: BaseRole| {
        samples.iter().find(|sample| sample.role == role.name()).map(|sample| sample.email.clone())
    };
    let objects = OWNED.iter().map(|(role, kind, external_id, title)| NewObject {
        kind: kind.word().to_owned(),
        external_id: (*external_id).to_owned(),
        title: (*title).to_owned(),
        owner: email(*role).unwrap_or_default(),
        ..NewObject::default()
    });
    ownership::register(cx, objects.collect()).await.map(drop)
}

const fn slug(role: BaseRole) -> &'static str {
    match role {
        BaseRole::Super => "sysadmin",
        BaseRole::Admin => "admin",
        BaseRole::DataAdmin => "data-admin",
        BaseRole::DataDesigner => "data-designer",
        BaseRole::Contributor => "designer",
        BaseRole::Consumer => "viewer",
    }
}

const fn names(role: BaseRole) -> (&'static str, &'static str) {
    match role {
        BaseRole::Super => ("Ada", "Lovelace"),
        BaseRole::Admin => ("Grace", "Hopper"),
        BaseRole::DataAdmin => ("Edgar", "Codd"),
        BaseRole::DataDesigner => ("Florence", "Nightingale"),
        BaseRole::Contributor => ("Charles", "Minard"),
        BaseRole::Consumer => ("Mary", "Somerville"),
    }
}

/// Makes a sample user with a token, unless it is there. One that is there from a demo in another directory
/// gets the password that is printed; one of this directory keeps whatever was made of it meanwhile.
async fn make(cx: &Cx, role: BaseRole, sample: &Sample, is_new: bool) -> Result<()> {
    let mut reading = cx.db.read().await?;
    let found = users::person(&mut reading, &sample.email).await?;
    let person = match found {
        Some(person) => {
            if is_new {
                set_password(cx, &person, sample).await?;
            }
            person
        }
        None => match add(cx, role, sample).await {
            // Another demo on the same database was faster.
            Err(error) if error.is(&users::EMAIL_TAKEN) || error.is(&users::ONE_SYSADMIN) => return Ok(()),
            added => added?,
        },
    };
    let theirs = cx.clone().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey))));
    if api_tokens::profile_token(&theirs).await?.is_some() {
        return Ok(());
    }
    let mut tx = cx.db.write().await?;
    api_tokens::renew_profile_token_of(&mut tx, &theirs, theirs.person()?).await?;
    tx.commit().await
}

/// Somebody is signed in already, so that the list of sessions shows what it is for.
async fn make_sessions(cx: &Cx, samples: &[Sample]) -> Result<()> {
    for (role, ip, user_agent) in SESSIONS {
        let mut theirs = cx.clone();
        let facts = RequestFacts { ip: ip.into(), user_agent: user_agent.into(), ..RequestFacts::default() };
        theirs.request = Arc::new(facts);
        let Some(sample) = samples.iter().find(|sample| sample.role == role.name()) else { continue };
        let mut tx = cx.db.write().await?;
        if let Some(person) = users::person(&mut tx, &sample.email).await? {
            sessions::start(&mut tx, &theirs, &person.id, false).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn set_password(cx: &Cx, person: &Person, sample: &Sample) -> Result<()> {
    let secret = Secret::new(sample.password.as_str());
    let prepared = passwords::prepare(cx, &secret, &About::person(person), "password").await?;
    let mut tx = cx.db.write().await?;
    passwords::set(&mut tx, cx, &person.id, prepared).await?;
    tx.commit().await
}

async fn add(cx: &Cx, role: BaseRole, sample: &Sample) -> Result<Person> {
    let (first_name, last_name) = names(role);
    let about = About { email: &sample.email, first_name, last_name, ..About::default() };
    let prepared = passwords::prepare(cx, &Secret::new(sample.password.as_str()), &about, "password").await?;
    let new = NewUser {
        email: sample.email.clone(),
        user_name: sample.email.clone(),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        role: sample.role.clone(),
        credential: Credential::None,
        ..NewUser::default()
    };
    let mut tx = cx.db.write().await?;
    let person = users::create_in(&mut tx, cx, new, Some(prepared)).await?.person;
    tx.commit().await?;
    Ok(person)
}

/// Four groups of four letters: easy to read off, impossible to guess.
fn password(random: &Random) -> Result<String> {
    let text = BASE32_NOPAD.encode(&random.bytes::<10>()?).to_lowercase();
    Ok([&text[..4], &text[4..8], &text[8..12], &text[12..16]].join("-"))
}

/// Makes users without a password, some thousand in one transaction.
pub(super) async fn make_crowd(cx: &Cx, count: u32) -> Result<()> {
    let mut made = 0;
    while made < count {
        let until = count.min(made + STEP);
        let mut tx = cx.db.write().await?;
        users::create_crowd(&mut tx, cx, made + 1, until).await?;
        tx.commit().await?;
        made = until;
    }
    Ok(())
}
