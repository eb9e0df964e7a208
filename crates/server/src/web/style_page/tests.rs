use super::*;
use std::collections::HashSet;

/// The values of every attribute `name` in `html`.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn pages() -> Vec<(&'static str, String)> {
    let look = Look::default();
    vec![
        ("parts", parts_page(&look).0),
        ("login", login_page(&look).0),
        ("profile", profile_page(&look).0),
        ("sessions", sessions_page(&look).0),
        ("confirm", confirm_page(&look).0),
    ]
}

#[test]
fn every_part_has_a_sample() {
    // No part of their own: what all controls share, and the list of the parts.
    let apart = ["control", "mod"];
    let html = parts_page(&Look::default()).0;
    let ids: HashSet<_> = values(&html, "id").into_iter().collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/parts");
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(
            apart.contains(&name.as_str()) || ids.contains(format!("part-{name}").as_str()),
            "no sample of {name}"
        );
    }
}

#[test]
fn no_page_carries_script_or_style_of_its_own() {
    for (page, html) in pages() {
        assert!(values(&html, "style").is_empty() && !html.contains("<style"), "{page}");
        assert!(html.matches("<script").count() == 1 && html.contains("></script>"), "{page}");
        assert!(
            !html.split_whitespace().any(|word| word.starts_with("on") && word.contains("=\"")),
            "{page}"
        );
        assert!(!html.contains("javascript:"), "{page}");
    }
}

#[test]
fn labels_and_descriptions_point_at_what_is_there() {
    for (page, html) in pages() {
        let ids = values(&html, "id");
        let known: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an id stands twice on {page}");
        let pointed = ["for", "aria-describedby", "data-copy", "data-reveal", "form"];
        for id in pointed.iter().flat_map(|name| values(&html, name)).flat_map(str::split_whitespace) {
            assert!(known.contains(id), "{id} on {page}");
        }
        for href in values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(known.contains(href), "#{href} on {page}");
        }
    }
}

#[test]
fn every_page_has_one_heading_and_starts_its_title_with_its_name() {
    for (page, html) in pages() {
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
        assert_eq!(html.matches("<main").count(), 1, "{page}");
    }
    assert!(login_page(&Look::default()).0.contains("<title>Login · Northwind Analytics</title>"));
}

#[test]
fn every_form_that_posts_carries_its_secret() {
    for (page, html) in pages() {
        for form in html.split("<form").skip(1).filter(|form| form.contains("method=\"post\"")) {
            let form = form.split("</form>").next().unwrap();
            if form.split('>').next().unwrap().contains("post") {
                assert!(form.contains("name=\"csrf\" value=\"sample\""), "{page}: {form}");
            }
        }
    }
}

#[test]
fn the_user_icon_changes_while_my_profile_is_open() {
    assert!(profile_page(&Look::default()).0.contains("data-profile-open"));
    assert!(!parts_page(&Look::default()).0.contains("data-profile-open"));
}

#[test]
fn a_password_is_never_shown_again() {
    let field = super::super::parts::field("p", "Password").value("hunter2").current_password("Show");
    assert!(!field.render().0.contains("hunter2"));
    let changed = super::super::parts::field("p", "Password").current_password("Show").value("hunter2");
    assert!(!changed.render().0.contains("hunter2"));
}

#[test]
fn words_are_escaped_wherever_they_stand() {
    let nasty = "\"><script>";
    let html =
        super::super::parts::field(nasty, nasty).value(nasty).hint(nasty).error(Some(nasty)).render().0;
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn the_theme_and_the_direction_stand_on_the_page() {
    let look = Look { theme: Some("dark".into()), dir: Some("rtl".into()) };
    let html = login_page(&look).0;
    assert!(html.contains("dir=\"rtl\" data-theme=\"dark\""));
    assert!(!login_page(&Look::default()).0.contains("data-theme="));
}
