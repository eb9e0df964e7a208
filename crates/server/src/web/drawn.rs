//! What is large and stands deep inside a page, or small and comes hundreds of times: written at once to where it belongs,
//! instead of into a text of its own that is copied into the one around it, and that again into the next.

use std::cell::Cell;

use maud::{Markup, PreEscaped, Render};

/// A piece of a page that is written when its place is reached.
pub struct Drawn<F>(F);

/// The page so far. Stands first in what is drawn.
pub struct Begun(Cell<String>);

/// A piece of a page: `drawn(|page| html! { (page) table { … } })`.
pub const fn drawn<F: Fn(&Begun) -> Markup>(draw: F) -> Drawn<F> {
    Drawn(draw)
}

impl<F: Fn(&Begun) -> Markup> Render for Drawn<F> {
    fn render_to(&self, so_far: &mut String) {
        let PreEscaped(whole) = (self.0)(&Begun(Cell::new(std::mem::take(so_far))));
        *so_far = whole;
    }
}

impl Render for Begun {
    fn render_to(&self, begun: &mut String) {
        let mut so_far = self.0.take();
        so_far.push_str(begun);
        *begun = so_far;
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn what_is_drawn_stands_where_it_belongs() {
        let row = |number: u8| drawn(move |page| html! { (page) tr { td { (number) "&" (number + 1) } } });
        let table = drawn(|page| html! { (page) table { (row(1)) (row(3)) } });

        let page = html! { p { "0" } (table) p { "9" } };

        assert_eq!(
            page.into_string(),
            "<p>0</p><table><tr><td>1&amp;2</td></tr><tr><td>3&amp;4</td></tr></table><p>9</p>"
        );
        assert_eq!(row(1).render().into_string(), "<tr><td>1&amp;2</td></tr>");
    }
}
