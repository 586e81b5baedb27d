//! In which language to answer.

use events::{Code, Language};
use http::{HeaderMap, header};

use crate::headers;

/// The language of people who ask for none that we speak.
const DEFAULT: Language = Language::Nl;

/// The language that the request prefers among ours (RFC 9110 §12.5.4).
pub(crate) fn of(headers: &HeaderMap) -> Language {
    let asked = headers::list(headers, header::ACCEPT_LANGUAGE, b',');
    let ranges = asked.filter_map(|asked| range(std::str::from_utf8(asked).ok()?));
    // The first of equals, as the person listed them.
    ranges.reduce(|best, next| if next.1 > best.1 { next } else { best }).map_or(DEFAULT, |it| it.0)
}

/// `fi-FI;q=0.8` as a language of ours and its weight in thousandths.
fn range(text: &str) -> Option<(Language, u16)> {
    let mut parts = text.split(';').map(str::trim_ascii);
    let tag = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let language = if primary == "*" { DEFAULT } else { primary.parse().ok()? };
    let weight: f32 = weight.unwrap_or("1").parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
    (weight > 0).then_some((language, weight))
}

/// The language as services take it.
pub(crate) fn code(language: Language) -> String {
    language.name().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(value: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
        of(&headers)
    }

    #[test]
    fn the_preferred_language_that_we_speak_is_taken() {
        assert_eq!(asked("fi"), Language::Fi);
        assert_eq!(asked("fr, en-GB;q=0.8, nl;q=0.9"), Language::Nl);
        assert_eq!(asked("en, nl"), Language::En);
        assert_eq!(asked("EN-us;q=0.5, *;q=0.1"), Language::En);
        assert_eq!(asked("nl;q=0.5 , fi ; level=1 ; Q=0.9"), Language::Fi);
    }

    #[test]
    fn a_wish_that_cannot_be_read_does_not_spoil_the_others() {
        let mut headers = HeaderMap::new();
        for line in [&b"Zo\xeb, en;q=0.5"[..], b"fi;q=0.8"] {
            headers.append(header::ACCEPT_LANGUAGE, http::HeaderValue::from_bytes(line).unwrap());
        }
        assert_eq!(of(&headers), Language::Fi);
    }

    #[test]
    fn a_tag_is_split_at_its_hyphens_and_never_cut() {
        for foreign in ["fil-PH", "nlx", "fij-FI", "enx", "x-nl", "i-klingon", "nl_BE"] {
            assert_eq!(asked(&format!("{foreign}, en;q=0.5")), Language::En, "{foreign}");
        }
        for finnish in ["fi-FI", "FI", "fi-Latn-FI-x-kotona"] {
            assert_eq!(asked(&format!("{finnish}, en;Q=0.5")), Language::Fi, "{finnish}");
        }
    }

    #[test]
    fn wishes_in_two_lines_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_LANGUAGE, "fil-PH".parse().unwrap());
        headers.append(header::ACCEPT_LANGUAGE, "fi;q=0.2, en;q=0.3".parse().unwrap());
        assert_eq!(of(&headers), Language::En);
    }

    #[test]
    fn without_a_language_of_ours_it_is_dutch() {
        assert_eq!(of(&HeaderMap::new()), Language::Nl);
        for value in ["", "sv", "fi;q=0", "fi;q=x", ";;,,"] {
            assert_eq!(asked(value), Language::Nl, "{value}");
        }
    }
}
