//! The folder: whole files, one writer, a key that nobody else reads.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    thread,
};

use seatwarden_activate::Verdict;

use crate::support::{Vendor, World};

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_the_owner_reads_what_is_in_it() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);

    assert_eq!(mode(world.here.folder.path()), 0o700);
    for entry in fs::read_dir(world.here.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        assert!(!path.to_string_lossy().ends_with(".new"), "{}", path.display());
    }
}

#[test]
fn a_key_that_others_can_read_is_refused_and_named() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    fs::set_permissions(world.here.folder.key_path(), fs::Permissions::from_mode(0o640)).unwrap();

    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Invalid);
    assert!(world.code().contains(&"activate.key_open"));
    assert_eq!(world.here.request(None).unwrap_err().code(), "activate.key_open");
}

#[test]
fn a_folder_that_nobody_may_enter_says_which_it_is() {
    let vendor = Vendor::new();
    let mut world = World::new(&vendor);
    fs::write(world.disk.path().join("file"), "").unwrap();
    world.here.folder = seatwarden_activate::Folder::new(world.disk.path().join("file/license"));

    let wrong = world.here.request(None).unwrap_err();

    assert!(wrong.to_string().contains("file/license"), "{wrong}");
}

#[test]
fn many_who_write_at_once_make_one_key() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);

    let keys: Vec<String> = thread::scope(|scope| {
        let asking: Vec<_> =
            (0..8).map(|_| scope.spawn(|| world.here.request(None).unwrap().compact)).collect();
        asking.into_iter().map(|one| one.join().unwrap()).collect()
    });

    let device = world.here.load().unwrap().device().unwrap();
    for request in keys {
        let opened =
            seatwarden_license_file::open_by_device::<seatwarden_license_file::Request>(&request).unwrap();
        assert_eq!(opened.device, device);
    }
    assert_eq!(world.here.folder.sent().unwrap().len(), 8);
}

#[test]
fn a_file_that_is_too_large_is_none_of_ours() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    fs::write(world.here.folder.path().join("license.txt"), "x".repeat(1_000_000)).unwrap();

    assert_eq!(world.here.load().unwrap_err().code(), "activate.file_large");
}

#[test]
fn the_first_sysadmin_waits_as_a_hash_and_is_taken_up_once() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let first =
        seatwarden_activate::first_sysadmin("joan@acme.example", "corréct horse", world.here.sight.wall)
            .unwrap();

    world.here.folder.write().unwrap().set_first_sysadmin(&first).unwrap();

    let path = world.here.folder.path().join("first-sysadmin.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(mode(&path) == 0o600 && !text.contains("horse"));
    assert!(first.password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", first.password_hash);
    let found = world.here.folder.first_sysadmin().unwrap().unwrap();
    assert_eq!(found, first);
    world.here.folder.write().unwrap().drop_first_sysadmin().unwrap();
    assert_eq!(world.here.folder.first_sysadmin().unwrap(), None);
}

#[test]
fn what_root_makes_belongs_to_whom_the_data_folder_belongs_to() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    // Only root can give a folder away; everybody else makes what is theirs.
    let nobody = 65_534;
    let is_root = std::os::unix::fs::chown(world.disk.path(), Some(nobody), Some(nobody)).is_ok();

    world.here.request(None).unwrap();

    let owner = |path: &std::path::Path| fs::metadata(path).unwrap().uid();
    let ours = owner(world.disk.path());
    assert_eq!(ours == nobody, is_root);
    assert_eq!(owner(world.here.folder.path()), ours);
    for entry in fs::read_dir(world.here.folder.path()).unwrap() {
        assert_eq!(owner(&entry.unwrap().path()), ours);
    }
}
