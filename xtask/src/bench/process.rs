//! What Linux tells of a process: CPU time and memory.

use std::fs;

use crate::Result;

/// `/proc` counts CPU time in hundredths of a second on every architecture (`USER_HZ`).
const TICK_MS: f64 = 10.0;

/// CPU time of a process so far, user and system, all threads, in milliseconds.
pub(super) fn cpu_ms(id: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    let ticks = ticks(&stat).ok_or_else(|| format!("/proc/{id}/stat cannot be read"))?;
    Ok(ticks * TICK_MS)
}

/// Fields 14 and 15 (`proc_pid_stat(5)`). The name of the program may hold anything, so they are counted from
/// its end.
fn ticks(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// Memory of a process, in MiB.
#[derive(Clone, Copy, Debug)]
pub(super) struct Memory {
    /// Resident now.
    pub(super) now_mib: f64,
    /// Resident at most since the process began.
    pub(super) peak_mib: f64,
}

/// Memory of a process.
pub(super) fn memory(id: u32) -> Result<Memory> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let read = |name| kib(&status, name).ok_or_else(|| format!("/proc/{id}/status has no {name}"));
    Ok(Memory { now_mib: read("VmRSS:")? / 1024.0, peak_mib: read("VmHWM:")? / 1024.0 })
}

fn kib(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_are_found_behind_any_name() {
        let stat = "7 (a) b (c) S 1 7 7 0 -1 4194560 1 2 3 4 250 50 0 0 20 0 9 0 1 2 3";

        assert!((ticks(stat).unwrap() - 300.0).abs() < 1e-9);
    }

    #[test]
    fn this_process_uses_memory() {
        let memory = memory(std::process::id()).unwrap();

        assert!(memory.now_mib > 0.0 && memory.peak_mib >= memory.now_mib);
    }
}
