//! Reads the files of Linux that say which machine this is. Only files: nothing is asked over a network.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use seatwarden_license_file::PartKind;

use super::Place;

/// The largest of these files, in bytes.
const FILE_MAX: u64 = 64 * 1024;
/// How many network cards count.
const CARDS_MAX: usize = 2;
/// How many network cards are looked at.
const CARDS_SEEN_MAX: usize = 256;
/// Values that boards, images and tools write on many machines, in lower case without dashes.
const COMMON: [&str; 9] = [
    "03000200040005000006000700080009",
    "00020003000400050006000700080009",
    "12345678123456789abccddeefaabbcc",
    "1234567890abcdef1234567890abcdef",
    "fefefefefefefefefefefefefefefefe",
    "0123456789abcdef0123456789abcdef",
    "notsettable",
    "notspecified",
    "uninitialized",
];
/// How addresses of virtual network cards begin: `VMware`, Hyper-V, Xen, Parallels, `VirtualBox`.
const VIRTUAL_CARDS: [&str; 8] =
    ["00:05:69", "00:0c:29", "00:1c:14", "00:50:56", "00:15:5d", "00:16:3e", "00:1c:42", "08:00:27"];

/// Whether many machines have this value: all digits the same, or one of those that are known.
pub(super) fn is_common(value: &str) -> bool {
    let bare: String = value.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let mut bytes = bare.bytes();
    let first = bytes.next();
    bytes.all(|byte| Some(byte) == first) || COMMON.contains(&bare.as_str())
}

/// Whether the program runs in a container.
pub(super) fn is_container(place: &Place) -> bool {
    place.environment.values().any(|value| !value.is_empty())
        || ["run/.containerenv", ".dockerenv"].iter().any(|mark| place.root.join(mark).exists())
}

/// All values, those that many machines have included.
pub(super) fn values(root: &Path) -> Vec<(PartKind, String)> {
    let os = line(root, "etc/machine-id").or_else(|| line(root, "var/lib/dbus/machine-id"));
    let single = [
        (PartKind::OsMachineId, os),
        (PartKind::ProductUuid, line(root, "sys/class/dmi/id/product_uuid")),
        (PartKind::RootVolume, root_volume(root)),
        (PartKind::CloudInstance, cloud_instance(root)),
    ];
    let cards = network_cards(root).into_iter().map(|card| (PartKind::NetworkCard, card));
    single.into_iter().filter_map(|(kind, value)| Some((kind, value?))).chain(cards).collect()
}

fn text(root: &Path, path: &str) -> Option<String> {
    let mut text = String::new();
    File::open(root.join(path)).ok()?.take(FILE_MAX).read_to_string(&mut text).ok()?;
    Some(text)
}

/// The first line, in lower case; none if it is empty.
fn line(root: &Path, path: &str) -> Option<String> {
    let text = text(root, path)?;
    let line = text.lines().next()?.trim().to_lowercase();
    (!line.is_empty()).then_some(line)
}

/// The UUID of the file system that is mounted on `/`.
fn root_volume(root: &Path) -> Option<String> {
    let mounts = text(root, "proc/self/mountinfo")?;
    // Of several mounted over each other, the last one is seen.
    let fields: Vec<&str> = mounts
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .rfind(|fields| fields.get(4) == Some(&"/"))?;
    let number = fields.get(2)?;
    if let Some(known) = text(root, &format!("run/udev/data/b{number}")) {
        let uuid = known.lines().find_map(|line| line.strip_prefix("E:ID_FS_UUID="));
        if let Some(uuid) = uuid.map(str::trim).filter(|uuid| !uuid.is_empty()) {
            return Some(uuid.to_lowercase());
        }
    }
    let source = fields.iter().skip_while(|field| **field != "-").nth(2)?;
    let device = Path::new(source).file_name()?;
    fs::read_dir(root.join("dev/disk/by-uuid")).ok()?.flatten().take(CARDS_SEEN_MAX).find_map(|entry| {
        let target = fs::read_link(entry.path()).ok()?;
        (target.file_name()? == device).then(|| entry.file_name().to_string_lossy().to_lowercase())
    })
}

/// What the cloud calls the machine, as it left it on the disk or in the firmware.
fn cloud_instance(root: &Path) -> Option<String> {
    let left = line(root, "var/lib/cloud/data/instance-id");
    // Not every image has a cloud; this is what the tool writes then.
    let left = left.filter(|id| !id.starts_with("iid-datasource-none") && id != "nocloud");
    left.or_else(|| line(root, "sys/class/dmi/id/board_asset_tag").filter(|tag| tag.starts_with("i-")))
}

/// The permanent addresses of network cards that are real.
fn network_cards(root: &Path) -> Vec<String> {
    let Ok(found) = fs::read_dir(root.join("sys/class/net")) else { return Vec::new() };
    let mut cards: Vec<String> = found
        .flatten()
        .take(CARDS_SEEN_MAX)
        // Bridges, tunnels and halves of pairs belong to no device.
        .filter(|card| card.path().join("device").exists())
        .filter_map(|card| {
            let folder = card.path();
            let is_permanent = line(&folder, "addr_assign_type").is_none_or(|way| way == "0");
            line(&folder, "address").filter(|address| is_permanent && is_real(address))
        })
        .collect();
    cards.sort();
    cards.dedup();
    cards.truncate(CARDS_MAX);
    cards
}

/// Whether a maker of cards gave this address.
fn is_real(address: &str) -> bool {
    let first = address.get(..2).and_then(|byte| u8::from_str_radix(byte, 16).ok());
    // The second bit says that somebody other than a maker chose it, the first one that it is a group's.
    let is_own = first.is_some_and(|byte| byte.trailing_zeros() >= 2);
    is_own
        && address.len() == "00:00:00:00:00:00".len()
        && address.bytes().any(|byte| byte.is_ascii_hexdigit() && byte != b'0')
        && !VIRTUAL_CARDS.iter().any(|prefix| address.starts_with(prefix))
}
