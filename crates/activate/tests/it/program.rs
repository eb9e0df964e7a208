//! The small program, as people and scripts use it.

use std::{
    fs,
    io::{Read, Write},
    os::unix::{fs::PermissionsExt, process::ExitStatusExt},
    path::Path,
    process::{Command, Output, Stdio},
};

use rustix::{
    process::{Pid, Signal, kill_process},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{LocalModes, tcgetattr},
};
use seatwarden_activate::{Connection, Installation, Trust};
use seatwarden_license_file::{PrivateKey, Renewal, open_by_device};
use serde_json::{Value, json};

use crate::{network::license_server, support::Vendor};

/// The program with nothing in its environment that sets it.
fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seatwarden-activate"));
    command.env_clear().env("LC_ALL", "C.UTF-8").env("SEATWARDEN_SERVER__DATA_DIR", data);
    command
        .env("SEATWARDEN_LICENSE__ROOTS_FILE", data.join("roots"))
        .env("SEATWARDEN_LICENSE__MACHINE_ID", "test-1");
    command
}

fn data() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let roots = data.path().join("roots");
    fs::write(&roots, PrivateKey::from_seed(&[1; 32]).public().to_string()).unwrap();
    fs::set_permissions(&roots, fs::Permissions::from_mode(0o644)).unwrap();
    data
}

fn run(command: &mut Command, input: &str) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever takes no input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn without_a_license_the_status_is_three_and_says_what_to_do() {
    let data = data();

    let plain = run(program(data.path()).arg("status"), "");
    let json = run(program(data.path()).args(["status", "--json"]), "");

    assert_eq!((plain.status.code(), json.status.code()), (Some(3), Some(3)));
    assert!(
        err(&plain).contains("No license is installed") && err(&plain).contains("hint: "),
        "{}",
        err(&plain)
    );
    let told: Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!(told["troubles"][0]["code"], "activate.trouble_nothing");
}

#[test]
fn a_license_server_that_is_not_reached_leaves_the_status_one_document() {
    let data = data();
    let request = out(&run(program(data.path()).arg("request"), ""));
    let license = Vendor::new().license(&request, |license| license.valid_until = None);
    assert_eq!(run(program(data.path()).arg("install"), &license).status.code(), Some(0));
    // A port that nobody listens on any more.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();

    let asked = ["status", "--online", "--json", "--server", &format!("http://{free}")];
    let status = run(program(data.path()).args(asked), "");

    let told: Value = serde_json::from_str(&out(&status)).unwrap();
    assert_eq!(told["server_error"]["code"], "activate.unreachable_connection", "{told}");
    assert_eq!(
        (&told["server"], told["exit_code"].as_i64()),
        (&Value::Null, status.status.code().map(i64::from))
    );
}

#[test]
fn a_request_goes_through_a_pipe_and_into_a_picture() {
    let data = data();
    let picture = data.path().join("request.svg");

    let asked = run(program(data.path()).arg("request").arg("--qr").arg(&picture), "");

    assert!(out(&asked).contains("-----BEGIN SEATWARDEN REQUEST-----"), "{}", err(&asked));
    assert!(fs::read_to_string(&picture).unwrap().starts_with("<svg"));
    let explained = run(program(data.path()).args(["explain", "--json"]), &out(&asked));
    let told: Value = serde_json::from_str(&out(&explained)).unwrap();
    assert_eq!((explained.status.code(), &told[0]["kind"]), (Some(0), &Value::from("request")));
    let sent = run(program(data.path()).args(["show-sent", "--json"]), "");
    assert!(out(&sent).contains("\"what\": \"request\""), "{}", out(&sent));
}

#[test]
fn a_password_is_never_an_argument_and_an_empty_one_is_refused() {
    let data = data();

    let argument =
        run(program(data.path()).args(["activate", "--email", "a@b.example", "--password", "x"]), "");
    let empty = run(program(data.path()).args(["activate", "--email", "a@b.example"]), "\n");

    assert_eq!((argument.status.code(), empty.status.code()), (Some(64), Some(1)));
    assert!(err(&empty).contains("Nothing was given"), "{}", err(&empty));
}

#[test]
fn an_activation_that_reaches_nobody_ends_with_four_and_the_way_by_files() {
    let data = data();
    let mut command = program(data.path());
    // A port that nobody listens on any more.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    command.args(["activate", "--code", "--server", &format!("http://{free}")]);

    let tried = run(&mut command, "ABCD\n");

    assert_eq!(tried.status.code(), Some(4), "{}", err(&tried));
    assert!(err(&tried).contains("Run `request`") && !err(&tried).contains("ABCD"), "{}", err(&tried));
    let log = fs::read_to_string(data.path().join("license/sent.jsonl")).unwrap();
    assert!(log.contains("\"code\"") && !log.contains("ABCD"), "{log}");
}

#[test]
fn what_is_not_there_or_not_right_is_said_with_its_code() {
    let data = data();
    for (arguments, input, exit, code) in [
        (&["install", "--json"][..], "hello world", 3, "license_file.nothing"),
        (&["install", "--json", "/nowhere"], "", 1, "activate.unreadable"),
        (&["return", "--json"], "", 1, "activate.nothing_installed"),
        (&["renew", "--json"], "", 1, "activate.no_server"),
        (&["activate", "--json"], "", 64, "activate.no_email"),
        (&["renew", "--json", "--server", "http://license.vendor.example"], "", 1, "activate.plain_http"),
        (&["simulate", "--json", "--at", "tomorrow"], "", 64, "activate.bad_time"),
        (&["simulate", "--json", "--at", "1969-02-29"], "", 64, "activate.bad_time"),
        (&["simulate", "--json", "--at", "1969-01-01"], "", 64, "activate.early_time"),
        (&["simulate", "--json", "--at", "1969-12-31T23:59:59Z"], "", 64, "activate.early_time"),
        (&["status", "--json", "--config", "/nowhere"], "", 64, "activate.unreadable_file"),
        (&["request", "--json", "--qr", "/nowhere/x.svg"], "", 1, "activate.unwritable"),
    ] {
        let output = run(program(data.path()).args(arguments), input);
        let told: Value = serde_json::from_str(&out(&output)).unwrap();
        assert_eq!(
            (output.status.code(), &told["error"]["code"]),
            (Some(exit), &Value::from(code)),
            "{arguments:?}"
        );
    }
}

#[test]
fn roots_that_anybody_could_have_written_are_not_believed() {
    let data = data();
    fs::set_permissions(data.path().join("roots"), fs::Permissions::from_mode(0o666)).unwrap();

    let status = run(program(data.path()).arg("status"), "");
    let doctor = run(program(data.path()).args(["doctor", "--json"]), "");

    assert_eq!(status.status.code(), Some(3));
    assert!(out(&doctor).contains("activate.roots_open"), "{}", out(&doctor));
}

#[test]
fn what_is_set_comes_from_the_servers_file_and_its_environment() {
    let data = data();
    fs::write(
        data.path().join("seatwarden.toml"),
        "[license]\nserver_url = 'http://127.0.0.1:1'\nproxy = 'none'\n[mail]\ntransport = 'none'\n",
    )
    .unwrap();

    let of_file = run(program(data.path()).args(["doctor", "--json"]), "");
    let mut command = program(data.path());
    command.env("SEATWARDEN_LICENSE__SERVER_URL", "http://localhost:2").args(["doctor", "--json"]);
    let of_environment = run(&mut command, "");

    assert!(out(&of_file).contains("127.0.0.1, TCP port 1."), "{}", out(&of_file));
    assert!(out(&of_environment).contains("localhost, TCP port 2."), "{}", out(&of_environment));
}

#[test]
fn a_typing_error_in_the_configuration_is_refused_as_by_the_server() {
    let data = data();
    let set = |text: &str| fs::write(data.path().join("seatwarden.toml"), text).unwrap();
    for (text, code, said) in [
        ("[license]\nserver_ulr = 'https://a.example'\n", "unknown_option", "`license.server_url`"),
        ("[licenses]\nproxy = 'none'\n", "unknown_section", "`license`"),
        ("[license]\ntimeout_seconds = 0\n", "bad_value", "from 1 to 300"),
        ("[license]\ntimeout_seconds = 'long'\n", "bad_value", "from 1 to 300"),
        ("[license]\nproxy = 7\n", "bad_value", "quotes"),
        ("[license]\ntier = 'best'\n", "bad_value", "`grow`"),
        ("[license]\nmachine_id = 'a'\nmachine_id_file = 'b'\n", "secret_twice", "`license.machine_id_file`"),
        ("[license]\nproxy_password_file = '/nowhere'\n", "secret_file", "`/nowhere`"),
        ("[license]\nproxy = none\n", "bad_file", "seatwarden.toml:2"),
    ] {
        set(text);
        let plain = run(program(data.path()).arg("status"), "");
        let json = run(program(data.path()).args(["status", "--json"]), "");
        let told: Value = serde_json::from_str(&out(&json)).unwrap();
        assert_eq!((plain.status.code(), json.status.code()), (Some(64), Some(64)), "{text}");
        assert_eq!(told["error"]["code"], format!("activate.{code}"), "{text}");
        assert!(err(&plain).contains(said) && err(&plain).contains("hint: "), "{text}: {}", err(&plain));
    }
    set("[server]\naddress = '127.0.0.1:0'\n[license]\ntier = 'grow'\nproxy_password_file = '/dev/null'\n");
    assert_eq!(run(program(data.path()).arg("status"), "").status.code(), Some(3));
}

#[test]
fn a_typing_error_in_the_environment_is_refused_as_by_the_server() {
    let data = data();
    for (variable, value, said) in [
        ("SEATWARDEN_LICENSE__SERVER_ULR", "x", "`SEATWARDEN_LICENSE__SERVER_URL`"),
        ("SEATWARDEN_LICENSE__NONSENSE_HERE", "x", "config print"),
        ("SEATWARDEN_LICENSE__TIMEOUT_SECONDS", "0", "from 1 to 300"),
        ("SEATWARDEN_LICENSE__MACHINE_ID_FILE", "/nowhere", "twice"),
    ] {
        let refused = run(program(data.path()).env(variable, value).arg("status"), "");
        assert_eq!(refused.status.code(), Some(64), "{variable}");
        assert!(
            err(&refused).contains(said) && err(&refused).contains(variable.trim_end_matches("_FILE")),
            "{}",
            err(&refused)
        );
    }
    let right = run(program(data.path()).env("SEATWARDEN_LICENSE__TIMEOUT_SECONDS", "5").arg("status"), "");
    assert_eq!(right.status.code(), Some(3), "{}", err(&right));
}

#[test]
fn a_signal_at_the_hidden_prompt_gives_the_terminal_its_echo_back_and_ends_the_program() {
    let data = data();
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1)] {
        let mut outside = fs::File::from(openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap());
        grantpt(&outside).unwrap();
        unlockpt(&outside).unwrap();
        let name = ptsname(&outside, Vec::new()).unwrap().into_string().unwrap();
        let tty = fs::OpenOptions::new().read(true).write(true).open(name).unwrap();
        let modes = || tcgetattr(&tty).unwrap().local_modes;
        let before = modes();
        // A session of its own whose terminal this is, as after a sign-in.
        let ours = program(data.path());
        let mut command = Command::new("setsid");
        command.args(["--ctty", env!("CARGO_BIN_EXE_seatwarden-activate")]);
        command.args(["activate", "--email", "joan@acme.example"]).env_clear();
        command.envs(ours.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.env("PATH", "/usr/bin:/bin");
        let end = || Stdio::from(tty.try_clone().unwrap());
        let mut child = command.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();

        let mut shown = Vec::new();
        while !String::from_utf8_lossy(&shown).contains("joan@acme.example: ") {
            let mut part = [0; 64];
            let count = outside.read(&mut part).unwrap();
            shown.extend_from_slice(&part[..count]);
        }
        let hidden = modes();
        kill_process(Pid::from_child(&child), signal).unwrap();
        let ended = child.wait().unwrap();

        assert!(
            before.contains(LocalModes::ECHO) && !hidden.contains(LocalModes::ECHO),
            "{before:?} {hidden:?}"
        );
        assert_eq!(modes(), before);
        assert_eq!(ended.signal(), Some(number), "{ended:?}");
    }
}

#[test]
fn a_renewal_ends_with_one_if_another_server_has_the_slot_and_with_none_otherwise() {
    let data = data();
    let now = Installation::here(data.path(), Trust::default(), "", Connection::default()).sight.wall;
    let vendor = Vendor::signing_at(now);
    let request = out(&run(program(data.path()).arg("request"), ""));
    let license = vendor.license(&request, |license| {
        (license.issued_at, license.valid_from, license.renew_by) = (now, now, now.plus_days(30));
        license.valid_until = None;
    });
    assert_eq!(run(program(data.path()).arg("install"), &license).status.code(), Some(0));
    let mut renewals = 0;
    let server = license_server(move |call, body| {
        if call != "renew" {
            return Some((404, json!({})));
        }
        renewals += 1;
        let asked = open_by_device::<Renewal>(body["renewal"].as_str().unwrap()).unwrap();
        let displaced = renewals > 1;
        let lease = vendor.lease(&asked.device, |lease| {
            (lease.issued_at, lease.lease_until) = (now, now.plus_days(7));
            (lease.counter, lease.displaced) = (asked.claims.counter + 1, displaced);
        });
        let said =
            json!({ "lease": lease, "detail": "Another server has the slot.", "next": "Release one." });
        Some((200, said))
    });
    let renew = ["renew", "--server", server.as_str(), "--proxy", "none"];

    let renewed = run(program(data.path()).args(renew), "");
    let displaced = run(program(data.path()).args(renew), "");
    let json = run(program(data.path()).args(renew).arg("--json"), "");

    assert_eq!(renewed.status.code(), Some(0), "{}", err(&renewed));
    assert!(err(&renewed).contains("Renewed until"), "{}", err(&renewed));
    assert_eq!((displaced.status.code(), json.status.code()), (Some(1), Some(1)), "{}", err(&displaced));
    for said in ["Not renewed", "warning: Another server has the slot.", "hint: Release one."] {
        assert!(err(&displaced).contains(said), "{}", err(&displaced));
    }
    let told: Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!(told["displaced"]["detail"], "Another server has the slot.");
}

#[test]
fn a_doctor_that_only_warns_does_not_say_that_all_is_well() {
    let data = data();
    let request = out(&run(program(data.path()).arg("request"), ""));
    let license = Vendor::new().license(&request, |license| license.valid_until = None);
    assert_eq!(run(program(data.path()).arg("install"), &license).status.code(), Some(0));
    fs::set_permissions(data.path().join("license"), fs::Permissions::from_mode(0o755)).unwrap();

    let doctor = run(program(data.path()).arg("doctor"), "");

    let said = out(&doctor);
    let warnings = said.lines().filter(|line| line.starts_with("  ! ")).count();
    assert!(doctor.status.code() == Some(0) && warnings > 1, "{said}");
    assert!(said.lines().next().unwrap().ends_with(&format!("but there are {warnings} warnings")), "{said}");
}

#[test]
fn a_check_that_failed_reads_as_failed() {
    let (data, other) = (data(), data());
    let asked = run(program(data.path()).arg("request"), "");
    run(program(other.path()).arg("request"), "");

    let own = run(program(data.path()).arg("explain"), &out(&asked));
    let foreign = run(program(other.path()).arg("explain"), &out(&asked));
    let nothing = run(program(data.path()).arg("explain"), "hello");

    assert!(out(&own).contains("+ It comes from this machine"), "{}", out(&own));
    assert!(out(&foreign).contains("- It does not come from this machine"), "{}", out(&foreign));
    assert!(out(&nothing).contains("- It cannot be read"), "{}", out(&nothing));
}

#[test]
fn root_keys_that_cannot_be_read_are_told_in_words() {
    let data = data();
    fs::write(data.path().join("roots"), "n@t a key\n").unwrap();

    let doctor = run(program(data.path()).arg("doctor"), "");

    let said = out(&doctor);
    let line = said.lines().find(|line| line.contains("activate.roots_broken")).unwrap();
    assert!(!line.contains("license_file.") && !said.contains("`doctor`"), "{said}");
}

#[test]
fn the_completion_of_bash_knows_the_options_below_every_verb() {
    let data = data();

    let script = out(&run(program(data.path()).args(["completions", "bash"]), ""));

    let states: Vec<&str> =
        script.split("cmd=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(states.iter().any(|state| state.ends_with("status")), "{script}");
    for state in states.iter().filter(|state| !state.is_empty()) {
        assert!(script.contains(&format!("{state})\n")), "{state}: {script}");
    }
}

#[test]
fn help_manual_and_completions_teach() {
    let data = data();

    let help = run(program(data.path()).arg("--help"), "");
    let man = run(program(data.path()).arg("man"), "");
    let shell = run(program(data.path()).args(["completions", "bash"]), "");
    let german = run(program(data.path()).env("LC_ALL", "de_DE.UTF-8").arg("--help"), "");

    assert!(out(&help).contains("Examples:") && out(&help).contains("Exit codes:"), "{}", out(&help));
    let man = out(&man);
    assert!(man.contains(".TH seatwarden-activate") && man.contains(".SH EXAMPLES"), "{man}");
    for (verb, option) in [
        ("status", "online"),
        ("renew", "dry\\-run"),
        ("simulate", "unreachable"),
        ("time recover", "offline"),
    ] {
        let part = man.split(&format!(".SS \"seatwarden\\-activate {verb}\"")).nth(1);
        let part = part.or_else(|| man.split(&format!(".SS \"seatwarden-activate {verb}\"")).nth(1)).unwrap();
        let part = part.split("\n.SS ").next().unwrap();
        assert!(part.contains(&format!("\\-\\-{option}")), "{verb}: {part}");
    }
    assert!(out(&shell).contains("show-sent"));
    assert!(out(&german).contains("Beispiele:"));
}
