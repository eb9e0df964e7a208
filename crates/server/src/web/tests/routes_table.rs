//! Who gets in where: one line for every route.

/// Method, path, what each caller gets, and what is sent.
///
/// A caller is one sign: the six roles from the strongest (Sys. Admin, Admin, Data Admin, Data Designer,
/// Designer, Viewer), then nobody. `+` gets in (whatever is said to what was sent), `-` may not (403),
/// `0` is not told that it is there (404), `?` has to sign in first (401, or the sign-in page).
///
/// What is sent is the fields of a form on a page and JSON on the API. It should be refused: the walk is not
/// meant to change anything.
pub(super) type Line = (&'static str, &'static str, &'static str, &'static str);

/// One line for every route, by path.
pub(super) const ROUTES: &[Line] = &[];
