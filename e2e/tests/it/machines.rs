//! Machines made of files against a real license server: restarts, copies and repairs take no second slot.

use std::{fs, path::Path};

use seatwarden_activate::{
    Activated, Connection, Credentials, Error, Folder, Installation, LIMIT_ACTIVATIONS, Trust, Wish,
    machine::Place, sight,
};
use seatwarden_e2e::{database::Engine, demo::Demo};
use seatwarden_license_file::{PrivateKey, PublicKey, Roots, Time};
use tempfile::TempDir;

/// The public halves of the demo's roots.
pub(crate) fn roots(demo: &Demo) -> Vec<PublicKey> {
    let folder = demo.data_dir().join("vendor/roots");
    ["root-current.key", "root-standby.key"]
        .iter()
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .map(|text| PrivateKey::parse(text.split_whitespace().last().unwrap()).unwrap().public())
        .collect()
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A machine with a disk of its own, one of three marks each.
fn machine(demo: &Demo, name: &str, machine_id: &str) -> (TempDir, Installation) {
    let disk = tempfile::tempdir().unwrap();
    let root = disk.path().join("root");
    put(&root, "etc/machine-id", &format!("machine id of {name}"));
    put(&root, "sys/class/dmi/id/product_uuid", &format!("uuid of {name}"));
    put(&root, "sys/class/net/eno1/address", "b4:2e:99:01:02:03");
    fs::create_dir_all(root.join("sys/class/net/eno1/device")).unwrap();
    let trust = Trust { roots: Roots::new(&roots(demo)).unwrap(), built_at: Time::from_seconds(0) };
    let here = Installation {
        folder: Folder::new(disk.path().join("license")),
        trust,
        sight: sight::see(Path::new("/")),
        place: Place { root, environment: [].into(), machine_id: machine_id.to_owned() },
        connection: Connection {
            server_url: demo.ready().vendor_url.clone(),
            proxy: "none".into(),
            ..Connection::default()
        },
        program: "seatwarden test".into(),
        name: name.to_owned(),
    };
    (disk, here)
}

fn activate(demo: &Demo, here: &Installation) -> Result<Activated, Error> {
    let portal = &demo.ready().portal;
    here.activate(&Wish {
        credentials: Credentials::Password {
            email: portal.email.clone(),
            password: portal.password.clone().into(),
        },
        package: Some("ACME-PROD".into()),
        leaves_sysadmin: false,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_container_a_copied_disk_and_a_new_card_take_no_second_slot() {
    let demo = Demo::start(Engine::Sqlite).await;

    tokio::task::block_in_place(|| {
        // Two of three slots are taken; this container takes the last one.
        let (_disk, first) = machine(&demo, "container", "accounts-1");
        assert!(activate(&demo, &first).unwrap().is_new);
        let (_new_disk, restarted) = machine(&demo, "container again", "accounts-1");
        let again = activate(&demo, &restarted).unwrap();
        assert!(again.took_over && !again.is_new);

        let (_other_disk, other) = machine(&demo, "another", "accounts-2");
        let Err(Error::Server(problem)) = activate(&demo, &other) else { panic!("it was not full") };
        assert_eq!(problem.code, LIMIT_ACTIVATIONS);
        assert_eq!(problem.legacy_message.as_deref(), Some("Your license has exceeded its user limit"));
        assert_eq!(problem.slots.len(), 3, "{:?}", problem.slots);

        let given = restarted.deactivate().unwrap();
        assert_eq!(given.slot, seatwarden_activate::GivenSlot::Free);
        let (_bare, bare) = machine(&demo, "bare metal", "");
        assert!(activate(&demo, &bare).unwrap().is_new);
        put(&bare.place.root, "sys/class/net/eno1/address", "b4:2e:99:0a:0b:0c");
        let renewed = bare.renew().unwrap();
        assert!(renewed.displaced.is_none() && !renewed.is_clone_suspected);

        // A copy of the whole disk: both show the same counter, and the second one is noticed.
        let copy = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(bare.folder.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        let copied = Installation { folder: Folder::new(copy.path()), ..bare.clone() };
        assert!(!bare.renew().unwrap().is_clone_suspected);
        assert!(copied.renew().unwrap().is_clone_suspected);
        let foreseen = bare.foresee_renewal().unwrap();
        assert!(foreseen.changes.is_empty() && foreseen.has_slot, "{foreseen:?}");
        assert!(bare.recover_time().is_ok());

        // The folder is lost, and nothing is left but the machine.
        let empty = tempfile::tempdir().unwrap();
        let lost = Installation { folder: Folder::new(empty.path()), ..bare.clone() };
        let again = activate(&demo, &lost).unwrap();
        assert!(again.took_over && !again.is_new);
    });
}
