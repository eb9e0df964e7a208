//! Lines of CSV (RFC 4180) that no spreadsheet takes for a formula (WB-08).

/// The media type of CSV.
pub const CSV: &str = "text/csv; charset=utf-8";

/// Adds a line. A field that a spreadsheet would compute gets an apostrophe in front, as OWASP advises.
pub fn add_line<'a>(out: &mut Vec<u8>, fields: impl IntoIterator<Item = &'a str>) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if guard.is_empty() && !field.contains(['"', ',', '\n', '\r']) {
            out.extend_from_slice(field.as_bytes());
        } else {
            out.extend_from_slice(format!("\"{guard}{}\"", field.replace('"', "\"\"")).as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &[&str]) -> String {
        let mut out = Vec::new();
        add_line(&mut out, fields.iter().copied());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn fields_with_commas_quotes_and_line_ends_are_quoted() {
        assert_eq!(
            line(&["plain", "a,b", "say \"hi\"", "two\nlines", ""]),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n"
        );
    }

    #[test]
    fn nothing_is_left_that_a_spreadsheet_would_compute() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"] {
            assert!(line(&[formula]).starts_with("\"'"), "{formula}");
        }
        assert_eq!(line(&["a=1"]), "a=1\r\n");
    }
}
