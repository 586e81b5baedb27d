//! How one name is written in different places.

/// `FIRST_MEETING` or `first_meeting` as `FirstMeeting`.
pub fn upper_camel(words: &str) -> String {
    let capitalised = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    };
    words.split('_').map(capitalised).collect()
}

/// `FIRST_MEETING` or `first_meeting` as `firstMeeting`.
pub fn lower_camel(words: &str) -> String {
    let upper = upper_camel(words);
    let (first, rest) = upper.split_at(upper.len().min(1));
    first.to_ascii_lowercase() + rest
}

/// `FirstMeeting` as `FIRST_MEETING`.
pub fn shouting(camel: &str) -> String {
    let mut text = String::with_capacity(camel.len() + 8);
    for letter in camel.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(letter.to_ascii_uppercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_alike_wherever_it_stands() {
        assert_eq!(upper_camel("FIRST_MEETING"), "FirstMeeting");
        assert_eq!(lower_camel("NOT_A_UUID"), "notAUuid");
        assert_eq!(lower_camel("OV1"), "ov1");
        assert_eq!(shouting("ActionCategory"), "ACTION_CATEGORY");
    }
}
