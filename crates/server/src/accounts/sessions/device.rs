//! What a `User-Agent` tells a person: which browser, on what.

/// What sort of device it is, for its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// A computer.
    Desktop,
    /// A telephone.
    Phone,
    /// A tablet.
    Tablet,
    /// A program without a person in front of it.
    Script,
    /// It does not say.
    Unknown,
}

/// A device as its owner would name it. The names are proper names, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Browser or program, like `Firefox`; empty if it does not say.
    pub browser: String,
    /// Operating system, like `Windows`; empty if it does not say.
    pub system: String,
    /// What sort of device it is.
    pub kind: DeviceKind,
}

/// Marks of browsers, the more special first: most of them also claim to be Chrome or Safari.
const BROWSERS: [(&str, &str); 14] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("YaBrowser/", "Yandex"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Firefox/", "Firefox"),
    ("HeadlessChrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
    ("MSIE ", "Internet Explorer"),
    ("Trident/", "Internet Explorer"),
];

const SYSTEMS: [(&str, &str); 9] = [
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
    ("X11", "Linux"),
];

impl Device {
    /// Reads a `User-Agent`. Anything is taken; what is not known is shown by its own first word.
    pub fn of(user_agent: &str) -> Self {
        let find = |marks: &[(&str, &str)]| {
            marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| (*name).to_owned())
        };
        let system = find(&SYSTEMS).unwrap_or_default();
        if !user_agent.starts_with("Mozilla/") {
            let program = user_agent.split(['/', ' ']).next().unwrap_or_default().chars().take(40).collect();
            let kind = if user_agent.is_empty() { DeviceKind::Unknown } else { DeviceKind::Script };
            return Self { browser: program, system, kind };
        }
        let kind = match system.as_str() {
            "iPadOS" => DeviceKind::Tablet,
            "Android" if !user_agent.contains("Mobile") => DeviceKind::Tablet,
            "iOS" | "Android" => DeviceKind::Phone,
            "" => DeviceKind::Unknown,
            _ => DeviceKind::Desktop,
        };
        Self { browser: find(&BROWSERS).unwrap_or_default(), system, kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(user_agent: &str) -> (String, String, DeviceKind) {
        let device = Device::of(user_agent);
        (device.browser, device.system, device.kind)
    }

    #[test]
    fn common_browsers_are_told_apart() {
        let on_windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                          Chrome/140.0.0.0 Safari/537.36";
        assert_eq!(device(on_windows), ("Chrome".into(), "Windows".into(), DeviceKind::Desktop));
        assert_eq!(
            device(&format!("{on_windows} Edg/140.0")),
            ("Edge".into(), "Windows".into(), DeviceKind::Desktop)
        );
        assert_eq!(
            device(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604"
            ),
            ("Safari".into(), "iOS".into(), DeviceKind::Phone)
        );
    }

    #[test]
    fn a_script_is_named_by_its_first_word_and_nothing_is_unknown() {
        assert_eq!(
            device("python-requests/2.32"),
            ("python-requests".into(), String::new(), DeviceKind::Script)
        );
        assert_eq!(device(""), (String::new(), String::new(), DeviceKind::Unknown));
    }
}
