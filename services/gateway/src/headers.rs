//! How the headers of a request are read.
//!
//! Invariant: what others wrote beside ours in a header never spoils ours, and a header of ours that
//! cannot be read is refused, never taken for absent.

use http::{HeaderMap, HeaderName, header::AsHeaderName};

/// The text of a header that may be given once. One that is no text, or that is given twice and not
/// the same, counts as empty, so that it is refused.
pub(crate) fn text(headers: &HeaderMap, name: impl AsHeaderName) -> Option<&str> {
    let mut lines = headers.get_all(name).into_iter();
    let first = lines.next()?;
    let same = lines.all(|line| line == first);
    Some(first.to_str().ok().filter(|_| same).unwrap_or_default())
}

/// What a header lists, separated by this sign, over all its lines and without spaces around. Bytes,
/// because browsers and other applications put more than ASCII there.
pub(crate) fn list(
    headers: &HeaderMap,
    name: HeaderName,
    separator: u8,
) -> impl DoubleEndedIterator<Item = &[u8]> {
    let lines: Vec<_> = headers.get_all(name).into_iter().collect();
    let elements = move |byte: &u8| *byte == separator;
    lines.into_iter().flat_map(move |line| line.as_bytes().split(elements)).map(<[u8]>::trim_ascii)
}

#[cfg(test)]
mod tests {
    use http::{HeaderValue, header};

    use super::*;

    fn with(name: &'static str, lines: &[&[u8]]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(name, HeaderValue::from_bytes(line).unwrap());
        }
        headers
    }

    #[test]
    fn what_is_no_text_or_stands_there_twice_is_empty_and_not_absent() {
        let read = |lines: &[&[u8]]| text(&with("x", lines), "x").map(str::to_owned);
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[b"7"]).as_deref(), Some("7"));
        assert_eq!(read(&[b"7", b"7"]).as_deref(), Some("7"));
        for unreadable in [&[&b"Zo\xc3\xab"[..]][..], &[b"Zo\xeb"], &[b"7", b"8"], &[b""]] {
            assert_eq!(read(unreadable).as_deref(), Some(""), "{unreadable:?}");
        }
    }

    #[test]
    fn a_list_goes_on_over_its_lines() {
        let headers = with("accept-language", &[b" nl , Zo\xeb,", b"", b"fi"]);
        let read: Vec<_> = list(&headers, header::ACCEPT_LANGUAGE, b',').collect();
        assert_eq!(read, [&b"nl"[..], b"Zo\xeb", b"", b"", b"fi"]);
    }
}
