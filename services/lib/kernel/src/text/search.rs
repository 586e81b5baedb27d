//! Finding and ordering names as readers of a language do. One way for every list of people.

use std::cmp::Ordering;

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::Locale;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::GeneralCategoryGroup;

use super::{category, is_ignorable, is_space};

/// What was typed to find a name.
pub struct Search(Vec<String>);

impl Search {
    /// Every word of it has to be there, in any order; of nothing everybody is found.
    pub fn of(typed: &str) -> Self {
        Self(folded(typed).split(' ').map(str::to_owned).collect())
    }

    /// Whether this name is one of those that were sought.
    pub fn finds(&self, name: &str) -> bool {
        let name = folded(name);
        self.0.iter().all(|word| name.contains(word.as_str()))
    }
}

/// The order of names in a language, such as `fi`; without one, that of most languages.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of this language.
    pub fn of(language: Option<&str>) -> Self {
        let locale = language.and_then(|it| it.parse().ok()).unwrap_or(Locale::UNKNOWN);
        Self(CollatorBorrowed::try_new(locale.into(), CollatorOptions::default()).ok())
    }

    /// Which of two names comes first.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        }
    }
}

/// Words in one spelling: without case, marks, apostrophes and what nobody sees, single spaces
/// between.
fn folded(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !is_apostrophe(*letter)).collect();
    let small: String = apart(&plain).chars().flat_map(char::to_lowercase).collect();
    let mut folded = String::with_capacity(small.len());
    for letter in apart(&small).chars() {
        match letter {
            letter if is_mark(letter) || is_ignorable(letter) => {}
            letter if separates(letter) => folded.push(' '),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            letter => folded.push(letter),
        }
    }
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Letters and their marks apart, other forms of a letter as the letter.
fn apart(text: &str) -> std::borrow::Cow<'_, str> {
    DecomposingNormalizerBorrowed::new_nfkd().normalize(text)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '＇' | 'ꞌ'
    )
}

fn is_mark(letter: char) -> bool {
    GeneralCategoryGroup::Mark.contains(category(letter))
}

fn separates(letter: char) -> bool {
    let punctuation = GeneralCategoryGroup::Punctuation.contains(category(letter));
    punctuation || letter.is_whitespace() || letter.is_control() || is_space(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shared with the web app, which looks through what is on a page in the same way.
    const CASES: &str = include_str!("../../tests/search.json");

    #[derive(serde::Deserialize)]
    struct Case {
        typed: String,
        name: String,
        found: bool,
    }

    #[test]
    fn a_name_is_found_whatever_its_case_accents_apostrophes_and_order_of_words() {
        for Case { typed, name, found } in serde_json::from_str::<Vec<Case>>(CASES).unwrap() {
            assert_eq!(Search::of(&typed).finds(&name), found, "{typed} in {name}");
        }
    }

    #[track_caller]
    fn ordered(language: Option<&str>, names: &[&str]) {
        let order = Order::of(language);
        let mut sorted = names.to_vec();
        sorted.reverse();
        sorted.sort_by(|one, other| order.compare(one, other));
        assert_eq!(sorted, names);
    }

    #[test]
    fn accented_letters_stand_beside_the_plain_ones_in_dutch_and_english() {
        let names = [
            "Aalst",
            "Åberg",
            "Äijälä",
            "Élodie",
            "Émile",
            "Eva",
            "İbrahim",
            "O’Brien",
            "Özlem",
            "Zoë",
        ];
        for language in [Some("nl"), Some("en"), None] {
            ordered(language, &names);
        }
    }

    #[test]
    fn finnish_has_three_letters_after_z() {
        ordered(
            Some("fi"),
            &["Aino", "Eva", "Vaino", "Wallin", "Zeta", "Åberg", "Äijälä", "Öberg"],
        );
    }
}
