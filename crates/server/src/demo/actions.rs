//! The sample users of the demo.

use std::{fs, path::Path, sync::Arc};

use data_encoding::BASE32_NOPAD;
use seatwarden_base::{Error, Result, random::Random, secret::Secret};
use serde::{Deserialize, Serialize};

use crate::{
    accounts::{
        api_tokens,
        passwords::{self, About},
        users::{self, Credential, NewUser},
    },
    cx::{BUILT_IN, BaseRole, Caller, Cx, Proof, SignedIn},
    files,
};

/// A sample user; the file of them in a kept data directory gives the same passwords after a restart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sample {
    pub(super) role: String,
    pub(super) email: String,
    pub(super) password: String,
}

const SAMPLES_FILE: &str = "demo-users.json";
/// How many sample users without a password are made in one transaction.
const STEP: u32 = 50_000;

/// Makes one user per role, or reads them from the file of an earlier demo in the same directory.
pub(super) async fn make_samples(cx: &Cx, data_dir: &Path) -> Result<Vec<Sample>> {
    let file = data_dir.join(SAMPLES_FILE);
    if let Some(kept) =
        fs::read(&file).ok().and_then(|json| serde_json::from_slice::<Vec<Sample>>(&json).ok())
    {
        return Ok(kept);
    }
    let mut samples = Vec::new();
    for role in BUILT_IN {
        let sample = Sample {
            role: role.name().to_owned(),
            email: format!("{}@demo.example", slug(role)),
            password: password(cx.random())?,
        };
        make(cx, role, &sample).await?;
        samples.push(sample);
    }
    let json = serde_json::to_vec_pretty(&samples).map_err(|cause| Error::fault("writing JSON", cause))?;
    files::write_private(&file, &json)?;
    Ok(samples)
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

/// Makes a sample user with a token, or gives it this password if it is there from an earlier demo.
async fn make(cx: &Cx, role: BaseRole, sample: &Sample) -> Result<()> {
    let (first_name, last_name) = names(role);
    let about = About { email: &sample.email, first_name, last_name, ..About::default() };
    let prepared = passwords::prepare(cx, &Secret::new(sample.password.as_str()), &about, "password").await?;
    let mut tx = cx.db.write().await?;
    let person = if let Some(person) = users::person(&mut tx, &sample.email).await? {
        passwords::set(&mut tx, cx, &person.id, prepared).await?;
        person
    } else {
        let new = NewUser {
            email: sample.email.clone(),
            user_name: sample.email.clone(),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            role: sample.role.clone(),
            credential: Credential::None,
            ..NewUser::default()
        };
        users::create_in(&mut tx, cx, new, Some(prepared)).await?.person
    };
    tx.commit().await?;
    let theirs = cx.clone().with_caller(Caller::User(Arc::new(SignedIn { person, proof: Proof::ApiKey })));
    api_tokens::renew_profile_token(&theirs).await?;
    Ok(())
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
