//! Machines built of files.

use std::{fs, os::unix::fs::symlink, path::Path};

use seatwarden_license_file::{PartKind, fingerprint::usual_need};
use tempfile::TempDir;

use super::{Identity, Place};

/// A machine with a disk, two real cards and one that is not.
fn machine(id: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "etc/machine-id", &format!("{id}\n"));
    put(root.path(), "sys/class/dmi/id/product_uuid", "4C4C4544-0051-3510-8052-B4C04F4A3132\n");
    put(
        root.path(),
        "proc/self/mountinfo",
        "24 30 0:22 / /proc rw - proc proc rw\n31 1 8:2 / / rw,relatime - ext4 /dev/sda2 rw\n",
    );
    fs::create_dir_all(root.path().join("dev/disk/by-uuid")).unwrap();
    symlink("../../sda2", root.path().join("dev/disk/by-uuid/2B5E-91F0")).unwrap();
    card(root.path(), "eno1", "b4:2e:99:01:02:03", true);
    card(root.path(), "docker0", "02:42:ac:11:00:02", false);
    card(root.path(), "ens33", "00:0c:29:01:02:03", true);
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn card(root: &Path, name: &str, address: &str, is_device: bool) {
    put(root, &format!("sys/class/net/{name}/address"), &format!("{address}\n"));
    if is_device {
        fs::create_dir_all(root.join(format!("sys/class/net/{name}/device"))).unwrap();
    }
}

fn read(root: &Path, machine_id: &str) -> Identity {
    let place = Place { root: root.to_owned(), environment: [].into(), machine_id: machine_id.to_owned() };
    Identity::read(&place)
}

#[test]
fn a_machine_is_known_by_its_files_and_not_by_its_virtual_cards() {
    let root = machine("5f1e1d0c9b8a79685746352413021100");

    let identity = read(root.path(), "");

    let expected =
        [PartKind::OsMachineId, PartKind::ProductUuid, PartKind::RootVolume, PartKind::NetworkCard];
    assert_eq!(identity.kinds(), expected);
    assert!(identity.values.contains(&(PartKind::RootVolume, "2b5e-91f0".into())), "{identity:?}");
    assert_eq!(usual_need(&identity.parts("salt")), 2);
    assert!(identity.check().is_ok() && identity.doubts.is_empty());
}

#[test]
fn udev_knows_the_volume_too() {
    let root = machine("5f1e1d0c9b8a79685746352413021100");
    put(root.path(), "run/udev/data/b8:2", "S:disk/by-id/x\nE:ID_FS_UUID=AAAA-1111\n");

    let identity = read(root.path(), "");

    assert!(identity.values.contains(&(PartKind::RootVolume, "aaaa-1111".into())), "{identity:?}");
}

#[test]
fn values_that_many_machines_have_are_told_and_do_not_count() {
    let root = machine("00000000000000000000000000000000");
    put(root.path(), "sys/class/dmi/id/product_uuid", "03000200-0400-0500-0006-000700080009");

    let identity = read(root.path(), "");

    let doubted: Vec<PartKind> = identity.doubts.iter().map(|doubt| doubt.kind).collect();
    assert_eq!(doubted, [PartKind::OsMachineId, PartKind::ProductUuid]);
    assert_eq!(identity.kinds(), [PartKind::RootVolume, PartKind::NetworkCard]);
}

#[test]
fn a_machine_with_too_little_to_know_it_by_is_asked_for_a_name() {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "etc/machine-id", "5f1e1d0c9b8a79685746352413021100");

    assert_eq!(read(root.path(), "").check().unwrap_err().code(), "activate.machine_unknown");
    assert!(read(root.path(), "pod-1").check().is_ok());
}

#[test]
fn a_container_is_known_by_its_name_or_by_the_folder_it_keeps_and_not_by_its_host() {
    let root = machine("5f1e1d0c9b8a79685746352413021100");
    put(root.path(), ".dockerenv", "");

    let (named, unnamed) = (read(root.path(), "accounts-1"), read(root.path(), ""));

    assert_eq!(named.kinds(), [PartKind::Explicit]);
    assert!(unnamed.needs_own_name() && unnamed.check().is_err());
    let known = unnamed.named_by_folder(Some("drawn".into()));
    assert_eq!((known.kinds(), known.given_name()), (vec![PartKind::Explicit], None));
    assert_eq!(usual_need(&named.parts("salt")), 1);
}

#[test]
fn nothing_and_nonsense_are_no_error() {
    let root = tempfile::tempdir().unwrap();
    for path in ["etc/machine-id", "proc/self/mountinfo", "sys/class/dmi/id/product_uuid"] {
        put(root.path(), path, "\n");
    }
    fs::create_dir_all(root.path().join("sys/class/net")).unwrap();

    let identity = read(root.path(), "");

    assert!(identity.kinds().is_empty());
}
