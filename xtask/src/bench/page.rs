//! Bytes and requests of the sign-in page, as a browser would load it for the first time.

use std::collections::BTreeSet;

use super::client::{Connection, get};
use super::report::{Promise, Report};
use super::world::World;
use crate::Result;

/// Loads the page and everything it and its style sheets refer to.
pub(super) async fn measure(world: &World, report: &mut Report) -> Result<()> {
    let server = world.demo(&world.scratch("page"), 0).await?;
    let mut connection = Connection::open(server.address).await?;
    let (mut seen, mut waiting) = (BTreeSet::new(), vec!["/login".to_owned()]);
    let (mut bytes, mut requests) = (0, 0);
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let packed = get(server.address, &path, &["Accept-Encoding: gzip, deflate, br"]);
        let packed = connection.ask(&packed).await?;
        if packed.status != 200 {
            return Err(format!("{path} answers {}", packed.status).into());
        }
        bytes += packed.bytes();
        requests += 1;
        let plain = connection.ask(&get(server.address, &path, &[])).await?;
        let kind = plain.header("content-type").unwrap_or_default().to_owned();
        if kind.starts_with("text/html") {
            waiting.extend(of_page(&plain.text()));
        } else if kind.starts_with("text/css") {
            waiting.extend(of_style(&plain.text()));
        }
    }
    for path in &seen {
        eprintln!("  {path}");
    }
    report.check(
        "bytes on the wire",
        f64::from(u32::try_from(bytes)?) / 1024.0,
        "KiB",
        Promise::AtMost(60.0),
    );
    report.check("requests", f64::from(requests), "", Promise::AtMost(5.0));
    server.stop().await
}

/// What a browser loads by itself: style sheets, icons, scripts, pictures.
fn of_page(page: &str) -> Vec<String> {
    let tags = page.split('<').skip(1).filter_map(|tag| tag.split('>').next());
    let own = |path: &&str| path.starts_with('/');
    let found = tags.filter_map(|tag| match tag.split_whitespace().next()? {
        "link" => attribute(tag, "href"),
        "script" | "img" | "source" | "iframe" => attribute(tag, "src"),
        // A picture out of a file of pictures: the part behind # is not sent.
        "use" => attribute(tag, "href").and_then(|href| href.split('#').next()),
        _ => None,
    });
    found.filter(own).map(str::to_owned).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Fonts, pictures and further style sheets.
fn of_style(style: &str) -> Vec<String> {
    let urls = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let plain = urls.map(|url| url.trim_matches(['"', '\'', ' ']));
    plain.filter(|url| url.starts_with('/')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_loads_by_itself_is_found() {
        let page = "<link rel=\"icon\" href=\"/a.svg\"><script type=\"module\" src=\"/b.js\"></script>\
                    <a href=\"/no\">x</a><img src=\"data:x\"><svg><use href=\"/c.svg#d\"/></svg>";

        assert_eq!(of_page(page), ["/a.svg", "/b.js", "/c.svg"]);
        assert_eq!(
            of_style("a{b:url(\"/x.woff2\")} c{d:url(data:y)} e{f:url(/z.png)}"),
            ["/x.woff2", "/z.png"]
        );
    }
}
