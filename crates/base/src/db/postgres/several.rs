//! A statement that inserts one row of values, as one that inserts several.

/// The text of `insert into … values ($1, $2) …` for `count` rows, whose placeholders go on counting. None if the
/// statement has no such values, or needs placeholders elsewhere.
pub(super) fn rows(text: &str, count: usize) -> Option<String> {
    const MARK: &str = " values (";
    if !text.starts_with("insert into ") || text.matches(MARK).count() != 1 {
        return None;
    }
    let open = text.find(MARK)? + MARK.len() - 1;
    let close = open + text[open..].find(')')? + 1;
    let (row, rest) = (&text[open..close], &text[close..]);
    // A bracket within the row, or a placeholder behind it, is more than this knows.
    if row[1..].contains('(') || rest.contains('$') {
        return None;
    }
    let width = placeholders(row).max()?;
    let mut several = String::with_capacity(text.len() + row.len() * count * 2);
    several.push_str(&text[..open]);
    for number in 0..count {
        several.push_str(if number > 0 { ", " } else { "" });
        several.push_str(&shifted(row, number * width));
    }
    several.push_str(rest);
    Some(several)
}

fn placeholders(row: &str) -> impl Iterator<Item = usize> {
    row.split('$').skip(1).filter_map(|rest| digits(rest).parse().ok())
}

fn digits(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}

/// The same row with every placeholder so much further.
fn shifted(row: &str, by: usize) -> String {
    let mut parts = row.split('$');
    let mut shifted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = digits(part);
        shifted.push('$');
        shifted.push_str(&(number.parse::<usize>().unwrap_or_default() + by).to_string());
        shifted.push_str(&part[number.len()..]);
    }
    shifted
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn placeholders_go_on_counting_and_the_rest_stays() {
        assert_eq!(
            rows("insert into t (a, b, c) values ($1, $2, $2) on conflict do nothing", 3).unwrap(),
            "insert into t (a, b, c) values ($1, $2, $2), ($3, $4, $4), ($5, $6, $6) on conflict do nothing"
        );
    }

    #[test]
    fn other_statements_stay_as_they_are() {
        for other in [
            "update t set a = $1",
            "insert into t (a) select $1 from u",
            "insert into t (a) values (lower($1))",
            "insert into t (a) values ($1) on conflict do update set a = $2",
        ] {
            assert_eq!(rows(other, 2), None, "{other}");
        }
    }
}
