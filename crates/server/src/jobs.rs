//! What the server does by itself: sends mails, writes down what was used, cleans up.

use std::sync::{Arc, Weak};

use seatwarden_base::{
    Result,
    jobs::{JobContext, JobResult, Policy, Registry},
};

use crate::{
    accounts::{
        api_tokens, api_v09, groups, import, one_time_links, ownership, password_reset, passwords, roles,
        seats, sessions, users,
    },
    app::App,
    common::{audit, idempotency, rate_limits},
    cx::Cx,
    licensing::{activations, downloads, expiry, sign_up, signing_keys, trials},
    text::Language,
    used::Thing,
};

const CLEAN: &str = "server.clean";
const CLEAN_EVERY_MS: i64 = 6 * 3_600_000;
/// Removes for good who was deleted long ago.
const FORGET: &str = "users.forget_deleted";
const FORGET_EVERY_MS: i64 = 3_600_000;

/// Counts the holders of seats anew, beside the ledger that every act keeps.
const CHECK_SEATS: &str = "seats.check";
const CHECK_SEATS_EVERY_MS: i64 = 24 * 3_600_000;

/// Mails about licenses that end soon.
const TELL_OF_EXPIRY: &str = "expiry.tell";
const TELL_OF_EXPIRY_EVERY_MS: i64 = 6 * 3_600_000;

/// The application, for jobs that are registered before it exists.
pub(crate) type Slot = Arc<std::sync::OnceLock<Weak<App>>>;

/// All kinds of jobs but those that send mails: the caller knows the transport for those.
pub(crate) fn register(registry: &mut Registry, slot: &Slot) {
    let app = Arc::clone(slot);
    registry.add(password_reset::MAIL_JOB, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move { mail_for_reset(&app, &job).await }
    });
    let app = Arc::clone(slot);
    registry.add(sign_up::MAKE_JOB, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move { make_license_account(&app, &job).await }
    });
    let app = Arc::clone(slot);
    registry.add(sessions::APPLY_LIMITS, Policy::default(), move |_| {
        let app = Arc::clone(&app);
        async move { shorten_sessions(&app).await }
    });
    let app = Arc::clone(slot);
    registry.add(roles::FORGET_LIMITS, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => Ok(sessions::forget_limits(&cx, &job.payload()?).await?),
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(groups::SHORTEN, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => Ok(sessions::fit_all(&cx, &job.payload()?).await?),
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(CHECK_SEATS, Policy::every(CHECK_SEATS_EVERY_MS), move |_| {
        let app = Arc::clone(&app);
        async move {
            if let Some(cx) = host(&app)? {
                seats::check(&cx).await?;
            }
            Ok(())
        }
    });
    let app = Arc::clone(slot);
    registry.add(ownership::TRANSFER, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => ownership::run(&cx, &job).await,
                None => Ok(()),
            }
        }
    });
    register_users(registry, slot);
    register_groups(registry, slot);
    activations::jobs::register(registry, slot);
    downloads::jobs::register(registry, slot);
    let app = Arc::clone(slot);
    registry.add(TELL_OF_EXPIRY, Policy::every(TELL_OF_EXPIRY_EVERY_MS), move |_| {
        let app = Arc::clone(&app);
        async move { tell_of_ends(&app).await }
    });
    audit::jobs::register(registry);
    let app = Arc::clone(slot);
    registry.add(CLEAN, Policy::every(CLEAN_EVERY_MS), move |job| {
        let app = Arc::clone(&app);
        async move { clean(&app, &job).await }
    });
}

/// The jobs about users: imports, acts on many of them, and the end of the time to bring somebody or some group back.
fn register_users(registry: &mut Registry, slot: &Slot) {
    let app = Arc::clone(slot);
    registry.add(import::jobs::IMPORT, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => import::jobs::run(&cx, &job).await,
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(import::jobs::COUNT, Policy::default(), move |_| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => import::jobs::count(&cx).await,
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(users::ACT, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => users::jobs::go_on(&cx, &job).await,
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(users::jobs::INVITE, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => users::jobs::invite(&cx, &job).await,
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(FORGET, Policy::every(FORGET_EVERY_MS), move |_| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => {
                    users::forget_deleted(&cx).await?;
                    groups::forget_deleted(&cx).await?;
                    Ok(())
                }
                None => Ok(()),
            }
        }
    });
}

/// The jobs that end what was begun with groups of many members.
fn register_groups(registry: &mut Registry, slot: &Slot) {
    let app = Arc::clone(slot);
    registry.add(groups::DELETE, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => Ok(groups::end_deletion(&cx, &job.payload()?).await?),
                None => Ok(()),
            }
        }
    });
    let app = Arc::clone(slot);
    registry.add(groups::BRING_BACK, Policy::default(), move |job| {
        let app = Arc::clone(&app);
        async move {
            match host(&app)? {
                Some(cx) => Ok(groups::end_bringing_back(&cx, &job.payload()?).await?),
                None => Ok(()),
            }
        }
    });
}

/// Mails about what ends soon: licenses, and the keys that sign them.
async fn tell_of_ends(slot: &Slot) -> JobResult {
    let Some(cx) = host(slot)? else { return Ok(()) };
    expiry::tell(&cx).await?;
    signing_keys::tell(&cx).await?;
    Ok(())
}

/// The context of a job; none while the application closes.
fn host(slot: &Slot) -> Result<Option<Cx>> {
    slot.get().and_then(Weak::upgrade).map(|app| Cx::host(app, "jobs")).transpose()
}

async fn mail_for_reset(slot: &Slot, job: &JobContext) -> JobResult {
    let Some(mut cx) = host(slot)? else { return Ok(()) };
    let asked: password_reset::MailJob = job.payload()?;
    cx.language = Language::parse(asked.language()).unwrap_or(cx.language);
    password_reset::mail(&cx, &asked).await?;
    Ok(())
}

async fn make_license_account(slot: &Slot, job: &JobContext) -> JobResult {
    let Some(mut cx) = host(slot)? else { return Ok(()) };
    let asked: sign_up::MakeJob = job.payload()?;
    cx.language = Language::parse(asked.language()).unwrap_or(cx.language);
    sign_up::make(&cx, &asked).await?;
    Ok(())
}

async fn shorten_sessions(slot: &Slot) -> JobResult {
    let Some(cx) = host(slot)? else { return Ok(()) };
    sessions::apply_limits(&cx).await?;
    Ok(())
}

/// Removes what ended long ago, a table at a time so that nobody waits for it.
async fn clean(slot: &Slot, job: &JobContext) -> JobResult {
    let now_ms = job.now_ms;
    let mut tx = job.db.write().await?;
    sessions::clean(&mut tx, now_ms).await?;
    api_tokens::clean(&mut tx, now_ms).await?;
    one_time_links::clean(&mut tx, now_ms).await?;
    rate_limits::clean(&mut tx, now_ms).await?;
    idempotency::clean(&mut tx, now_ms).await?;
    passwords::clean(&mut tx, now_ms).await?;
    ownership::clean(&mut tx, now_ms).await?;
    trials::clean(&mut tx, now_ms).await?;
    signing_keys::clean(&mut tx, now_ms).await?;
    import::clean(&mut tx, now_ms).await?;
    users::clean_acts(&mut tx, now_ms).await?;
    tx.commit().await?;
    if let Some(cx) = host(slot)? {
        import::forget_passwords(&cx).await?;
    }
    Ok(())
}

/// Writes down when sessions and tokens were last used.
pub(crate) async fn write_used(app: &App) -> Result<()> {
    let gathered = app.used.take();
    if gathered.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    for (thing, id, used) in gathered {
        match thing {
            Thing::Session => sessions::set_seen(&mut tx, &id, used.at_ms, &used.ip).await?,
            Thing::ApiToken => {
                api_tokens::set_used(&mut tx, &id, used.at_ms, &used.ip, &used.user_agent).await?;
            }
            Thing::ApiKey => api_v09::set_used(&mut tx, &used).await?,
        }
        users::set_seen(&mut tx, &used.user_id, used.at_ms).await?;
    }
    tx.commit().await
}
