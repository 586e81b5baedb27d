//! Text that one person writes and another reads: names, notes, own words. One policy for all.
//!
//! Invariant: what is kept is in NFC, can be seen, stays in its line and does not turn the words
//! around it. Taking it in a second time changes nothing.

pub mod search;

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{
        CanonicalCombiningClass, DefaultIgnorableCodePoint, Emoji, ExtendedPictographic,
        GeneralCategory, GeneralCategoryGroup, Ideographic, JoiningType, NoncharacterCodePoint,
    },
};

use vocabulary::Reason;

use crate::refusal::Kind;

/// How often a text is looked at again. What still changes then loses all that nobody sees.
const ROUNDS_MAX: usize = 4;

/// Why a text cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing that can be seen is left.
    #[error("nothing that can be read is left: write something")]
    Blank,
    /// More characters than fit, counted in NFC.
    #[error("the text is too long: shorten it")]
    TooLong,
    /// A control character, or one that turns the direction of what follows.
    #[error("a character in the text cannot be used: write it without")]
    NotAllowed,
}

impl TextError {
    /// Why a name is refused that stands in this field.
    pub fn of_name(self, field: &'static str) -> Kind {
        let reason = match self {
            Self::Blank => Reason::NameBlank,
            Self::TooLong => Reason::NameTooLong,
            Self::NotAllowed => Reason::CharacterNotAllowed,
        };
        Kind::Field(field, reason)
    }
}

/// A name: one line, with single spaces between its words.
///
/// # Errors
///
/// See [`TextError`].
pub fn name(text: &str, chars_max: usize) -> Result<String, TextError> {
    let text = taken_in(text.trim(), |letter| match letter {
        letter if is_space(letter) => Ok(' '),
        letter => allowed(letter),
    })?;
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    fitting(&words.join(" "), chars_max)?.ok_or(TextError::Blank)
}

/// A note or own words: lines, each ending in `\n`. `None` if nothing that can be seen is left.
///
/// # Errors
///
/// [`TextError::TooLong`] or [`TextError::NotAllowed`].
pub fn words(text: &str, chars_max: usize) -> Result<Option<String>, TextError> {
    let text = taken_in(&text.replace("\r\n", "\n"), |letter| match letter {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Ok('\n'),
        '\t' => Ok(' '),
        letter => allowed(letter),
    })?;
    fitting(text.trim_matches(|letter| letter == '\n' || is_space(letter)), chars_max)
}

/// In NFC before and after, since what is left out may have stood between two that belong together.
/// Marks that come together then change places, so that what was needed may be no more: it is looked
/// at until nothing changes.
fn taken_in(
    text: &str,
    change: impl Fn(char) -> Result<char, TextError>,
) -> Result<String, TextError> {
    let mut letters: Vec<char> =
        composed(text).chars().map(change).collect::<Result<_, TextError>>()?;
    for _ in 0..ROUNDS_MAX {
        let kept: String = without_needless(&letters).into_iter().collect();
        let next: Vec<char> = composed(&kept).chars().collect();
        if next == letters {
            return Ok(kept);
        }
        letters = next;
    }
    letters.retain(|letter| !is_ignorable(*letter));
    Ok(composed(&letters.into_iter().collect::<String>()).into_owned())
}

fn without_needless(letters: &[char]) -> Vec<char> {
    let mut kept: Vec<char> = Vec::with_capacity(letters.len());
    for (index, letter) in letters.iter().enumerate() {
        let after = letters[index + 1..].iter().copied().find(|letter| !is_transparent(*letter));
        if !is_ignorable(*letter) || is_needed(*letter, &kept, after) {
            kept.push(*letter);
        }
    }
    kept
}

fn fitting(text: &str, chars_max: usize) -> Result<Option<String>, TextError> {
    if !text.chars().any(is_visible) {
        return Ok(None);
    }
    if text.chars().count() > chars_max {
        return Err(TextError::TooLong);
    }
    Ok(Some(text.to_owned()))
}

fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

fn allowed(letter: char) -> Result<char, TextError> {
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(letter, '\u{2028}' | '\u{2029}');
    let nothing = CodePointSetData::new::<NoncharacterCodePoint>().contains(letter);
    if turns || breaks || nothing || letter.is_control() {
        Err(TextError::NotAllowed)
    } else {
        Ok(letter)
    }
}

/// Whether it only separates words. U+2800 is braille's space.
fn is_space(letter: char) -> bool {
    category(letter) == GeneralCategory::SpaceSeparator || letter == '\u{2800}'
}

/// Letters and symbols by name that fonts show as nothing, beside the ignorable ones: a note without
/// a head, and the blanks between hieroglyphs.
fn is_blank(letter: char) -> bool {
    is_space(letter) || matches!(letter, '\u{1d159}' | '\u{13441}' | '\u{13442}')
}

fn is_visible(letter: char) -> bool {
    const SEEN: GeneralCategoryGroup = GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Number)
        .union(GeneralCategoryGroup::Punctuation)
        .union(GeneralCategoryGroup::Symbol);
    SEEN.contains(category(letter)) && !is_ignorable(letter) && !is_blank(letter)
}

fn is_ignorable(letter: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
}

/// Whether a character that nobody sees is needed where it stands, after what was kept. Anywhere
/// else it would only make two texts differ that look alike.
fn is_needed(letter: char, kept: &[char], after: Option<char>) -> bool {
    let Some(last) = kept.last().copied() else { return false };
    let before = kept.iter().rev().copied().find(|letter| !is_transparent(*letter));
    let joins = |letter: Option<char>| letter.is_some_and(is_joining);
    match letter {
        // Persian, Kurdish and others within a word; languages of India after a virama.
        '\u{200c}' => is_virama(last) || (joins(before) && joins(after)),
        // There too, and between the pictures that make one picture.
        '\u{200d}' => {
            is_virama(last)
                || joins(before)
                || (is_picture(before_variation(kept))
                    && after.is_some_and(|it| is_picture(Some(it))))
        }
        // How a picture or sign is shown, and which form of an ideograph.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            CodePointSetData::new::<Emoji>().contains(last)
                || CodePointSetData::new::<Ideographic>().contains(last)
        }
        // Which form of a Mongolian letter.
        '\u{180b}'..='\u{180d}' | '\u{180f}' => ('\u{1820}'..='\u{18aa}').contains(&last),
        // Flags of regions: a black flag and letters of their own.
        '\u{e0020}'..='\u{e007f}' => {
            last == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&last)
        }
        _ => false,
    }
}

/// The last one that is no choice of form, colour of skin included.
fn before_variation(kept: &[char]) -> Option<char> {
    let form = |letter: &char| matches!(letter, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    kept.iter().rev().copied().find(|letter| !form(letter))
}

fn is_picture(letter: Option<char>) -> bool {
    letter.is_some_and(|it| CodePointSetData::new::<ExtendedPictographic>().contains(it))
}

fn is_joining(letter: char) -> bool {
    let joining = CodePointMapData::<JoiningType>::new().get(letter);
    matches!(
        joining,
        JoiningType::DualJoining | JoiningType::LeftJoining | JoiningType::RightJoining
    )
}

fn is_transparent(letter: char) -> bool {
    CodePointMapData::<JoiningType>::new().get(letter) == JoiningType::Transparent
}

fn is_virama(letter: char) -> bool {
    let class = CodePointMapData::<CanonicalCombiningClass>::new().get(letter);
    class == CanonicalCombiningClass::Virama
}

fn category(letter: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CHARS_MAX: usize = 80;

    fn named(text: &str) -> Result<String, TextError> {
        name(text, CHARS_MAX)
    }

    fn worded(text: &str) -> Result<Option<String>, TextError> {
        words(text, CHARS_MAX)
    }

    #[test]
    fn a_name_that_nobody_can_see_is_blank() {
        for text in [
            "",
            " ",
            "\u{a0}",
            "\u{3000}",
            "\u{200b}\u{200b}",
            "\u{3164}",
            "\u{ffa0}",
            "\u{2800}",
            "\u{ad}",
            "\u{feff}",
            "\u{115f}",
            "\u{1160}",
            "\u{301}",
            "\u{20dd}",
            "\u{200d}",
            "\u{200c}",
            "\u{200e}",
            "\u{61c}",
            "\u{2060}",
            "\u{34f}",
            "\u{180e}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{e0041}",
            "\u{1d159}",
            "\u{17b4}",
            "\u{e000}",
            "\u{2063} \u{2062}",
        ] {
            assert_eq!(named(text), Err(TextError::Blank), "{}", text.escape_unicode());
            assert_eq!(worded(text), Ok(None), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn a_name_stays_in_its_line_and_does_not_turn_what_stands_around_it() {
        for text in [
            "Jan\nPeeters",
            "Jan\rPeeters",
            "Jan\tPeeters",
            "Ana\0",
            "Ana\u{1b}[31m",
            "Ana\u{7f}",
            "Jan\u{85}Peeters",
            "Jan\u{2028}Peeters",
            "Jan\u{2029}Peeters",
            "\u{202e}nanA",
            "\u{202a}Ana",
            "\u{2066}Ana\u{2069}",
            "Ana\u{fffe}",
            "\0",
        ] {
            assert_eq!(named(text), Err(TextError::NotAllowed), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn own_words_have_lines_and_no_other_control_characters() {
        assert_eq!(worded(" a\r\nb\rc\u{2028}d\te \n"), Ok(Some("a\nb\nc\nd e".to_owned())));
        assert_eq!(worded("\n\n"), Ok(None));
        for text in ["a\0b", "\u{1b}[31m", "a\u{202e}b", "a\u{2067}b", "\u{fdd0}", "\u{8}"] {
            assert_eq!(worded(text), Err(TextError::NotAllowed), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_nobody_sees_does_not_make_two_names_of_one() {
        for text in [
            "An\u{200b}na",
            "An\u{ad}na",
            "\u{feff}Anna",
            "An\u{200d}na",
            "An\u{200c}na",
            "Anna\u{fe0f}",
        ] {
            assert_eq!(named(text).as_deref(), Ok("Anna"), "{}", text.escape_unicode());
        }
        assert_eq!(named("Jan \u{a0} Peeters\u{2800}").as_deref(), Ok("Jan Peeters"));
        assert_eq!(named("\tJan Peeters\r\n").as_deref(), Ok("Jan Peeters"));
        assert_eq!(named("Jose\u{301}").as_deref(), Ok("José"));
        assert_eq!(named("e\u{200b}\u{301}").as_deref(), Ok("é"));
    }

    #[test]
    fn what_languages_and_pictures_need_stays() {
        for text in [
            "می\u{200c}خواهم",
            "علی\u{200c}رضا",
            "क्\u{200d}ष",
            "ශ්\u{200d}රී",
            "👩\u{200d}👩\u{200d}👧",
            "👩🏽\u{200d}🚀",
            "❤\u{fe0f}\u{200d}🔥",
            "🏳\u{fe0f}\u{200d}🌈",
            "1\u{fe0f}\u{20e3}",
            "葛\u{e0100}城",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "O’Brien-Smith",
            "宮崎",
            "🦊",
            "...",
        ] {
            assert_eq!(named(text).as_deref(), Ok(text), "{}", text.escape_unicode());
            assert_eq!(worded(text), Ok(Some(text.to_owned())), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_is_needed_by_a_mark_that_changes_places_is_needed_no_more() {
        let reordered = "A\u{30d}\u{fe0f}\u{94d}\u{200c}";
        assert_eq!(named(reordered).as_deref(), Ok("A\u{94d}\u{30d}"));
        assert_eq!(named("क\u{94d}\u{200c}").as_deref(), Ok("क\u{94d}\u{200c}"));
    }

    #[test]
    fn characters_are_counted_as_they_are_kept() {
        let longest = "e\u{301}".repeat(CHARS_MAX);
        assert_eq!(named(&longest).unwrap().chars().count(), CHARS_MAX);
        assert_eq!(named(&format!("{longest}e")), Err(TextError::TooLong));
        assert_eq!(worded(&format!("{longest}e")), Err(TextError::TooLong));
        assert!(named(&format!("{longest} \u{200b}")).is_ok());
    }

    proptest! {
        #[test]
        fn what_was_taken_in_once_is_taken_in_again_as_it_is(
            text in proptest::collection::vec(prop_oneof![
                any::<char>(),
                proptest::char::range('\u{200b}', '\u{2064}'),
                proptest::char::range('\u{300}', '\u{36f}'),
                proptest::char::range('\u{620}', '\u{660}'),
                proptest::sample::select(vec!['e', ' ', '👩', '\u{fe0f}', '\u{200d}', '\u{94d}', 'क', '\u{1100}', '\u{1161}', '\u{115f}']),
            ], 0..12)
        ) {
            let text: String = text.into_iter().collect();
            if let Ok(once) = named(&text) {
                prop_assert_eq!(named(&once), Ok(once.clone()));
            }
            if let Ok(Some(once)) = worded(&text) {
                prop_assert_eq!(worded(&once), Ok(Some(once.clone())));
            }
        }
    }
}
