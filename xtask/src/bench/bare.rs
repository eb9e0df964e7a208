//! The yardsticks, each in a process of its own: a web server that does nothing but answer, and the hash of
//! a password without anything around it.

use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::sync::{Arc, Barrier};
use std::thread;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::routing::get;
use axum::serve::ListenerExt;
use serde::{Deserialize, Serialize};

use super::process;
use super::report::real;
use crate::Result;

// The server's own allocator, so that the comparison is of the work alone.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the bare server answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Canned {
    /// The path it answers on.
    pub(super) path: String,
    /// Names and values of its headers.
    pub(super) headers: Vec<(String, String)>,
    /// The body.
    pub(super) body: String,
}

/// Becomes a yardstick if the arguments ask for one.
pub(super) fn run(arguments: &[String]) -> Option<ExitCode> {
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--bare-server", canned] => serve(canned),
        ["--bare-hash", threads, count] => hash(threads, count),
        _ => return None,
    };
    Some(match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    })
}

/// Answers the same bytes to everybody until it is killed. Its first line of output is its port.
#[tokio::main]
async fn serve(canned: &str) -> Result<()> {
    let canned: Canned = serde_json::from_str(canned)?;
    let mut headers = HeaderMap::new();
    for (name, value) in canned.headers {
        headers.insert(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
    }
    let body = Bytes::from(canned.body);
    let answer = move || {
        let answer = (headers.clone(), body.clone());
        async move { answer }
    };
    let router: Router = Router::new().route(&canned.path, get(answer));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    std::io::stdout().flush()?;
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).await?;
    Ok(())
}

/// For each line of input hashes `count` passwords on each of `threads` threads and prints the CPU time of
/// one hash in milliseconds.
fn hash(threads: &str, count: &str) -> Result<()> {
    let (threads, count): (usize, u32) = (threads.parse()?, count.parse()?);
    let params = Params::new(19_456, 2, 1, Some(32)).map_err(|error| error.to_string())?;
    let mut memory: Vec<Vec<Block>> = Vec::new();
    memory.resize_with(threads, || vec![Block::new(); params.block_count()]);
    for line in std::io::stdin().lock().lines() {
        line?;
        let before = process::cpu_ms(std::process::id())?;
        let barrier = Arc::new(Barrier::new(threads));
        thread::scope(|scope| {
            for blocks in &mut memory {
                let (params, barrier) = (params.clone(), Arc::clone(&barrier));
                scope.spawn(move || {
                    barrier.wait();
                    for round in 0..count {
                        hash_one(params.clone(), blocks, round);
                    }
                });
            }
        });
        let cpu = process::cpu_ms(std::process::id())? - before;
        println!("{}", cpu / f64::from(count) / real(threads));
        std::io::stdout().flush()?;
    }
    Ok(())
}

fn hash_one(params: Params, blocks: &mut [Block], round: u32) {
    let mut out = [0; 32];
    let salt = u128::from(round).to_le_bytes();
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    // The parameters fit the memory, so it cannot fail.
    let _ = argon.hash_password_into_with_memory(b"correct horse battery", &salt, &mut out, blocks);
    std::hint::black_box(out);
}
