//! The data protection impact assessment (GDPR Art. 35(7)): what is done, why it is needed, which risks there
//! are, and what is done about each. What is done is told from the tables of the register.
//!
//! Invariant: a measure names what shows it, a test or a decision that is there (see the tests below). Whoever
//! changes a word here, or in the tables, raises [`VERSION`] and its day.

mod necessity;
mod risks;

use events::{Purpose, RiskLevel, centre::Terms};
use jiff::civil::{Date, date};

use crate::{
    Words, all,
    rows::{articles, cited_in_english},
    table::{AGREED, Data, ORGANISATIONAL, TECHNICAL},
};

/// Of the text.
pub const VERSION: &str = "1";
/// The day of this version.
pub const VERSION_DATE: Date = date(2026, 11, 30);

/// Counts of people in a document that leaves the centre are multiples of this (docs/adr/0007).
pub const ROUNDED_TO: u32 = 5;
/// Fewer are not shown, nor that there is nobody.
pub const NOT_SHOWN_BELOW: u32 = ROUNDED_TO.div_ceil(2);

/// What is done for one purpose, and why.
#[derive(Debug)]
pub struct Assessed {
    /// The purpose.
    pub purpose: Purpose,
    /// What it is called.
    pub title: &'static Words,
    /// What is done.
    pub about: &'static Words,
    /// Grounds of Art. 6 and 9, as the law is cited in Dutch and in English.
    pub grounds: Vec<(String, String)>,
    /// Whose data it is.
    pub subjects: Vec<&'static Words>,
    /// Which data: what it is, whether it is of Art. 9, how long it is kept in Dutch and in English.
    pub data: Vec<(&'static Words, bool, [String; 2])>,
    /// Who gets to see it.
    pub recipients: Vec<&'static Words>,
    /// Why it is needed.
    pub necessity: &'static Words,
    /// What keeps it in proportion.
    pub proportionality: &'static Words,
}

/// A risk to those whose data it is.
#[derive(Debug)]
pub struct Risk {
    /// Its name.
    pub code: &'static str,
    /// What can happen.
    pub what: Words,
    /// How likely it is without any measure.
    pub likelihood: RiskLevel,
    /// How grave.
    pub severity: RiskLevel,
    /// What is done about it.
    pub measures: &'static [Measure],
    /// How likely it is with the measures.
    pub left: RiskLevel,
}

/// What is done about a risk.
#[derive(Debug)]
pub struct Measure {
    /// What.
    pub what: Words,
    /// Files that show it: `path` or `path: name of the test`.
    pub shown_by: &'static [&'static str],
}

/// What is done for each purpose by a controller that keeps what it keeps so long.
pub fn processings(terms: &Terms) -> Vec<Assessed> {
    let grounds = |terms: &[&'static str]| {
        terms.iter().map(|term| (articles(&[term]), cited_in_english(term))).collect::<Vec<_>>()
    };
    let data = |data: &&'static Data| (&data.words, data.special, data.kept.words(terms));
    let each = all().map(|it| {
        let why = necessity::of(it.purpose);
        Assessed {
            purpose: it.purpose,
            title: &it.title,
            about: &it.about,
            grounds: [grounds(it.art6), grounds(it.art9)].concat(),
            subjects: it.subjects.iter().map(|it| &it.words).collect(),
            data: it.data.iter().map(data).collect(),
            recipients: it.recipients.iter().map(|it| &it.words).collect(),
            necessity: &why.needed,
            proportionality: &why.limited,
        }
    });
    each.collect()
}

/// The risks.
pub fn risks() -> &'static [Risk] {
    risks::RISKS
}

/// Measures that hold for everything, as DPV calls them.
pub fn measures() -> Vec<&'static str> {
    let all = TECHNICAL.iter().chain(ORGANISATIONAL).chain(AGREED);
    all.map(|term| term.rsplit(':').next().unwrap_or(term)).collect()
}

/// A count of people as it may leave a centre; `None`: it is not shown.
pub fn rounded(people: usize) -> Option<u32> {
    let people = u32::try_from(people).unwrap_or(u32::MAX - ROUNDED_TO);
    let rounded = (people + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
    (rounded > 0).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    /// In both languages, and not one in the place of the other.
    fn is_told(words: &Words) -> bool {
        !words.nl.is_empty() && !words.en.is_empty() && words.nl != words.en
    }

    #[test]
    fn what_shows_a_measure_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
        for measure in risks().iter().flat_map(|risk| risk.measures) {
            assert!(!measure.shown_by.is_empty(), "{measure:?}");
            for shown in measure.shown_by {
                let (file, test) = shown.split_once(": ").unwrap_or((shown, ""));
                let read = fs::read_to_string(root.join(file));
                let source = read.unwrap_or_else(|error| panic!("{file}: {error}"));
                assert!(test.is_empty() || source.contains(&format!("fn {test}(")), "{shown}");
            }
        }
    }

    #[test]
    fn every_risk_has_measures_and_none_is_told_to_be_less_without_them() {
        for risk in risks() {
            assert!(is_told(&risk.what) && !risk.measures.is_empty(), "{risk:?}");
            assert!(risk.measures.iter().all(|measure| is_told(&measure.what)), "{risk:?}");
            assert!(risk.left < risk.likelihood, "{risk:?}");
        }
        let mut codes: Vec<_> = risks().iter().map(|risk| risk.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), risks().len(), "each has a name of its own");
    }

    #[test]
    fn of_every_purpose_it_is_told_why_and_with_which_limits_and_on_which_ground() {
        for it in processings(&Terms::default()) {
            assert!(is_told(it.necessity) && is_told(it.proportionality), "{it:?}");
            let (nl, en) = &it.grounds[0];
            assert!(nl.starts_with("art. 6, lid 1, ") && en.starts_with("Art. 6(1)("), "{it:?}");
            let special = it.data.iter().any(|(_, special, _)| *special);
            let kept = it.data.iter().flat_map(|(.., kept)| kept);
            assert!(
                kept.into_iter().all(|words| !words.contains('{')),
                "the term is filled in: {it:?}"
            );
            assert!(!special || it.grounds.iter().any(|(_, en)| en.starts_with("Art. 9(2)(")));
        }
    }

    #[test]
    fn a_count_of_people_is_rounded_as_a_table_that_leaves_the_centre() {
        assert_eq!([0, 1, 2].map(rounded), [None; 3]);
        assert_eq!([3, 7, 8, 54].map(rounded), [5, 5, 10, 55].map(Some));
        assert_eq!(NOT_SHOWN_BELOW, 3);
    }
}
