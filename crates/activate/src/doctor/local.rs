//! Security software on this machine, which may drop or reset what only this program sends, while names are known and
//! everything else works. Only `/proc` is read: the names of processes and of kernel modules. Where there is no `/proc`,
//! nothing can be said.

use std::{fs, io, path::Path};

use super::{Finding, Level, found};

/// What may be meddled with on this machine, once names were found: connections that are refused, swallowed or cut off,
/// and certificates that somebody else made.
const MEDDLED: [&str; 8] = [
    "doctor.tcp_refused",
    "doctor.tcp_forbidden",
    "doctor.tcp_timeout",
    "doctor.tcp_unreachable",
    "doctor.proxy_down",
    "doctor.tls_interception",
    "doctor.tls_broken",
    "doctor.no_answer",
];
/// How many processes are looked at.
const PROCESSES_MAX: usize = 100_000;
/// How many characters Linux keeps of the name of a process.
const NAME_MAX: usize = 15;
/// How many products are named.
const NAMED_MAX: usize = 8;

/// A product: its name, how its processes are called, and how its kernel modules begin.
type Product = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Well-known antivirus programs, endpoint agents, filters and application firewalls of Linux.
const PRODUCTS: [Product; 21] = [
    ("CrowdStrike Falcon", &["falcon-sensor", "falcon-sensor-bpf", "falcond"], &["falcon_"]),
    ("Microsoft Defender", &["wdavdaemon", "mdatp_audisp_plugin", "telemetryd_v2", "mde_netfilter"], &[]),
    ("SentinelOne", &["s1-agent", "s1-network", "s1-orchestrator", "s1-scanner"], &["s1_"]),
    (
        "Trend Micro Deep Security",
        &["ds_agent", "ds_am", "dsa-connect"],
        &["dsa_filter", "bmhook", "tmhook", "gsch"],
    ),
    (
        "Sophos",
        &["savd", "savscand", "sophos_watchdog", "sophos_managementagent", "sophos_threat_detector"],
        &["talpa_"],
    ),
    ("ESET", &["eraagent", "esets_daemon", "oaeventd", "wapd"], &["eset_"]),
    (
        "Symantec Endpoint Protection",
        &["rtvscand", "symcfgd", "sisamdagent", "sisidsagent", "sisipsagent"],
        &["symev", "symap", "sisevt"],
    ),
    ("Trellix (McAfee)", &["masvc", "macmnsvc", "mfetpd", "isectpd", "xagt"], &["mfe_"]),
    ("Kaspersky", &["kesl", "kesl-supervisor", "klnagent", "kav4fs-supervisor"], &["kesl"]),
    ("Bitdefender GravityZone", &["bdsecd", "epagd", "bdepsecd"], &[]),
    ("BlackBerry Cylance", &["cylancesvc", "cyoptics"], &["CyProtectDrv", "cyprotect"]),
    ("Carbon Black", &["cbagentd", "cbdaemon"], &["event_collector", "cbsensor"]),
    ("Cortex XDR", &["traps_pmd", "cortex-xdr"], &[]),
    ("Elastic Endpoint", &["elastic-endpoint"], &[]),
    ("ClamAV on-access scanner", &["clamonacc"], &[]),
    ("OpenSnitch", &["opensnitchd"], &[]),
    ("fapolicyd", &["fapolicyd"], &[]),
    ("Zscaler", &["zstunnel", "zsaservice"], &[]),
    ("Netskope", &["stagentsvc", "stagentapp"], &[]),
    ("Cisco Secure Endpoint", &["ampdaemon", "vpnagentd"], &[]),
    ("Tanium", &["taniumclient"], &[]),
];

/// Names security software of this machine beside what was found on the way, if it may be what stands in it.
pub(super) fn look(proc: &Path, findings: &mut Vec<Finding>) {
    let is = |finding: &Finding| finding.level == Level::Wrong && MEDDLED.contains(&finding.code.as_str());
    if !findings.iter().any(is) {
        return;
    }
    let Ok(known) = installed(proc) else { return };
    let finding = if known.is_empty() {
        found("doctor.security_software_none", Level::Warning, Vec::new())
    } else {
        found("doctor.security_software", Level::Warning, vec![("found", known.join(", "))])
    };
    findings.push(finding);
}

/// The products that run, each with the process or module that shows it: `ESET (wapd)`.
fn installed(proc: &Path) -> io::Result<Vec<String>> {
    let processes = processes(proc)?;
    let modules = fs::read_to_string(proc.join("modules")).unwrap_or_default();
    let modules: Vec<&str> = modules.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let shows = |(name, own, drivers): &Product| {
        let process = processes.iter().find(|running| own.iter().any(|one| is_called(running, one)));
        let driver = || modules.iter().find(|module| drivers.iter().any(|begin| module.starts_with(begin)));
        let shown = process.map(String::as_str).or_else(|| driver().copied())?;
        Some(format!("{name} ({shown})"))
    };
    Ok(PRODUCTS.iter().filter_map(shows).take(NAMED_MAX).collect())
}

/// Whether a process is the one of this name, of which Linux keeps the beginning only.
fn is_called(running: &str, name: &str) -> bool {
    running.eq_ignore_ascii_case(name.get(..NAME_MAX).unwrap_or(name))
}

/// The names of the processes that run.
fn processes(proc: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(proc)?.flatten().take(PROCESSES_MAX) {
        let is_process = entry.file_name().to_string_lossy().bytes().all(|byte| byte.is_ascii_digit());
        // One that ended meanwhile is passed over.
        if let Some(name) = is_process.then(|| fs::read_to_string(entry.path().join("comm")).ok()).flatten() {
            names.push(name.trim_end().to_owned());
        }
    }
    Ok(names)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::{super::wrong, *};

    fn machine(processes: &[&str], modules: &str) -> tempfile::TempDir {
        let proc = tempfile::tempdir().unwrap();
        for (id, name) in processes.iter().enumerate() {
            let folder = proc.path().join((id + 1).to_string());
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("comm"), format!("{name}\n")).unwrap();
        }
        fs::create_dir(proc.path().join("sys")).unwrap();
        fs::write(proc.path().join("modules"), modules).unwrap();
        proc
    }

    fn said(proc: &Path, code: &str) -> Vec<Finding> {
        let mut findings = vec![wrong(code, Vec::new())];
        look(proc, &mut findings);
        findings.split_off(1)
    }

    #[test]
    fn a_connection_that_is_cut_off_names_the_agents_of_this_machine() {
        let proc =
            machine(&["systemd", "falcon-sensor", "telemetryd_v2", "bash"], "talpa_core 1 0 - Live 0x0\n");

        for code in MEDDLED {
            let found = said(proc.path(), code);

            assert_eq!((found.len(), found[0].code.as_str()), (1, "doctor.security_software"), "{code}");
            let named = &found[0].values[0].1;
            for part in [
                "CrowdStrike Falcon (falcon-sensor)",
                "Microsoft Defender (telemetryd_v2)",
                "Sophos (talpa_core)",
            ] {
                assert!(named.contains(part), "{named}");
            }
        }
    }

    #[test]
    fn a_name_that_linux_cut_is_known_and_one_that_only_begins_alike_is_not() {
        let long = said(machine(&["sophos_watchdog", "elastic-endpoin"], "").path(), "doctor.tcp_timeout");
        let alike = said(machine(&["savdaemon", "s1", "keslx"], "").path(), "doctor.tcp_timeout");

        let named = &long[0].values[0].1;
        assert!(named.contains("Sophos") && named.contains("Elastic Endpoint"), "{named}");
        assert_eq!(alike[0].code, "doctor.security_software_none");
    }

    #[test]
    fn nothing_is_said_where_the_way_is_barred_elsewhere_or_nothing_can_be_seen() {
        let proc = machine(&["falcon-sensor"], "");

        for code in ["doctor.dns", "doctor.proxy_auth", "doctor.block_page", "doctor.clock"] {
            assert!(said(proc.path(), code).is_empty(), "{code}");
        }
        assert!(said(&proc.path().join("nowhere"), "doctor.tcp_timeout").is_empty());
    }
}
