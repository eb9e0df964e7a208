//! What this machine sees of time. The one place that reads its clocks; everything else is handed a [`Sight`], so that
//! tests can move it.

use std::{
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use seatwarden_license_file::Time;
pub use seatwarden_license_file::clock::Sight;

/// Looks at the clock on the wall and at the one of the kernel, whose files lie below `root`. Without those files every
/// look is a boot of its own: the machine then only knows that time does not go back.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn see(root: &Path) -> Sight {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_default();
    let boot = read("proc/sys/kernel/random/boot_id").trim().chars().take(64).collect();
    let uptime = read("proc/uptime");
    let seconds = uptime.split(['.', ' ']).next().and_then(|whole| whole.parse().ok());
    Sight {
        wall: Time::from_seconds(i64::try_from(since).unwrap_or(i64::MAX)),
        boot,
        since_boot: seconds.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_sees_its_boot_and_the_time_since() {
        let sight = see(Path::new("/"));

        assert!(sight.wall > Time::parse("2026-01-01T00:00:00Z").unwrap());
        assert!(!sight.boot.is_empty() && sight.since_boot > 0, "{sight:?}");
    }

    #[test]
    fn a_machine_without_these_files_sees_the_wall_alone() {
        let sight = see(Path::new("/nowhere"));

        assert_eq!((sight.boot.as_str(), sight.since_boot), ("", 0));
    }
}
