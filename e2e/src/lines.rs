//! Two machines with a line between them: network name spaces of the kernel. In one stands the license server, in the other
//! the installation; nothing of it touches the network of this machine.

use std::{
    fs,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The name by which the installation knows the license server.
pub const VENDOR: &str = "license.vendor.test";
/// The addresses of the license server and of the installation on their line.
const ADDRESSES: [Ipv4Addr; 2] = [Ipv4Addr::new(10, 77, 0, 1), Ipv4Addr::new(10, 77, 0, 2)];

/// Two name spaces and the line between them, gone when it is dropped.
pub struct Lines {
    names: [String; 2],
}

/// One of the two machines.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// Where the license server stands.
    Vendor,
    /// Where the installation stands.
    Installation,
}

fn ip(arguments: &[&str]) {
    let done = Command::new("ip").args(arguments).output().unwrap();
    assert!(
        done.status.success(),
        "`ip {}` failed, and a journey is never skipped: {}",
        arguments.join(" "),
        String::from_utf8_lossy(&done.stderr)
    );
}

impl Lines {
    /// Makes both machines. Panics if the system does not let us.
    pub fn lay() -> Self {
        let id = std::process::id();
        let names = [format!("swv{id}"), format!("swi{id}")];
        let lines = Self { names };
        for name in &lines.names {
            ip(&["netns", "add", name]);
            let etc = etc(name);
            fs::create_dir_all(&etc).unwrap();
            fs::write(etc.join("hosts"), format!("127.0.0.1 localhost\n{} {VENDOR}\n", ADDRESSES[0]))
                .unwrap();
            // Nobody answers there.
            fs::write(etc.join("resolv.conf"), "nameserver 10.77.0.9\noptions timeout:1 attempts:1\n")
                .unwrap();
            ip(&["-n", name, "link", "set", "lo", "up"]);
        }
        let [vendor, installation] = &lines.names;
        ip(&[
            "-n",
            vendor,
            "link",
            "add",
            "line0",
            "type",
            "veth",
            "peer",
            "name",
            "line0",
            "netns",
            installation,
        ]);
        for (name, address) in lines.names.iter().zip(ADDRESSES) {
            ip(&["-n", name, "address", "add", &format!("{address}/24"), "dev", "line0"]);
            ip(&["-n", name, "link", "set", "line0", "up"]);
        }
        lines
    }

    /// A command on one of the machines, with nothing in its environment that configures it.
    pub fn on(&self, side: Side, program: &Path) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.names[side as usize]]).arg(program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("SEATWARDEN_") {
                command.env_remove(name);
            }
        }
        command
    }

    /// Cuts the line, or joins it again.
    pub fn set(&self, is_joined: bool) {
        let state = if is_joined { "up" } else { "down" };
        ip(&["-n", &self.names[Side::Installation as usize], "link", "set", "line0", state]);
    }

    /// What a command on one of the machines answers.
    pub fn run(&self, side: Side, program: &str, arguments: &[&str]) -> Output {
        self.on(side, Path::new(program)).args(arguments).output().unwrap()
    }
}

fn etc(name: &str) -> PathBuf {
    Path::new("/etc/netns").join(name)
}

impl Drop for Lines {
    fn drop(&mut self) {
        for name in &self.names {
            let _ = Command::new("ip").args(["netns", "del", name]).output();
            let _ = fs::remove_dir_all(etc(name));
        }
    }
}
