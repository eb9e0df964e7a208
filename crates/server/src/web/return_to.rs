//! Where to go after signing in: only ever a path of our own (no open redirect).

/// Longest path we carry along, in bytes.
const PATH_MAX: usize = 500;

/// The path if it is one of our own, else none. A path begins with one slash; `//host`, `/\host`, control
/// characters and anything that a browser might read as another host are not paths.
pub fn own_path(path: &str) -> Option<&str> {
    let good = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= PATH_MAX
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    good.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_paths_are_followed() {
        assert_eq!(own_path("/profile/password?x=1"), Some("/profile/password?x=1"));
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "\\/evil",
            "javascript:alert(1)",
            "",
            "/a\r\nSet-Cookie: x=1",
            "/\t/evil.example",
            "/ä",
        ] {
            assert_eq!(own_path(bad), None, "{bad:?}");
        }
    }
}
