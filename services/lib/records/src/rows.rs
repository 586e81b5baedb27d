//! Registers as tables.

use itertools::Itertools;

use crate::{
    AUTOMATED, LOCATION, NONE, Party, all, impact,
    table::{AGREED, Data, ORGANISATIONAL, Processing, TECHNICAL},
};

/// Words of the authority and of the law where they are known; others are ours.
const OF_CONTROLLER: [&str; 31] = [
    "Verwerkingsverantwoordelijke",
    "KBO-nummer",
    "Adres",
    "Contactgegevens",
    "Gezamenlijke verwerkingsverantwoordelijken",
    "Vertegenwoordiger",
    "Functionaris voor gegevensbescherming",
    "Contactgegevens functionaris",
    "Proceseigenaar",
    "Nummer verwerking",
    "Functionele omschrijving verwerking",
    "Doeleinde verwerking",
    "Grondslag verwerking (art. 6 AVG)",
    "Uitzondering (art. 9, lid 2 AVG)",
    "Type verwerking",
    "Functionele gegevenscategorie",
    "AVG-gegevenscategorie",
    "Categorieën van betrokkenen",
    "Kwetsbare betrokkenen",
    "Categorieën van ontvangers",
    "Verwerkers",
    "Doorgiften aan derde land of internationale organisatie",
    "Passende waarborgen",
    "Bewaartermijn",
    "Technische en organisatorische beveiligingsmaatregelen",
    "Locatie",
    "Geautomatiseerde besluitvorming of profilering",
    "GEB",
    "Begindatum verwerking",
    "Einddatum verwerking",
    "Plaatsvervangende verwerking",
];

const OF_PROCESSOR: [&str; 18] = [
    "Verwerker",
    "KBO-nummer",
    "Adres",
    "Contactgegevens",
    "Functionaris voor gegevensbescherming",
    "Contactgegevens functionaris",
    "Verwerkingsverantwoordelijke",
    "Contactgegevens verwerkingsverantwoordelijke",
    "Functionaris van de verwerkingsverantwoordelijke",
    "Vertegenwoordiger",
    "Categorie van verwerkingen",
    "Verwerkingen",
    "Subverwerkers",
    "Doorgiften aan derde land of internationale organisatie",
    "Passende waarborgen",
    "Technische en organisatorische beveiligingsmaatregelen",
    "Locatie",
    "Einddatum verwerking",
];

/// One row for each purpose and category of data, since terms are those of a category.
pub(crate) fn of_controller(centre: &Party, processor: &Party) -> Vec<Vec<String>> {
    let mut rows = vec![OF_CONTROLLER.map(str::to_owned).to_vec()];
    for (number, it) in (1..).zip(all()) {
        rows.extend(it.data.iter().map(|data| of_category(centre, processor, number, it, data)));
    }
    rows
}

fn of_category(
    centre: &Party,
    processor: &Party,
    number: usize,
    it: &Processing,
    data: &Data,
) -> Vec<String> {
    let is_special = |yes: &str, no: &str| if data.special { yes } else { no }.to_owned();
    let youth = it.subjects.iter().any(|subject| subject.vulnerable);
    let processors = [processor.legal_name()].into_iter().chain(processor.others());
    vec![
        centre.legal_name(),
        centre.number(),
        centre.address(),
        centre.contact(),
        or_none(centre.others().join("; ")),
        NONE.to_owned(),
        centre.officer(),
        centre.officer_contact(),
        it.owner.to_owned(),
        number.to_string(),
        it.title.nl.to_owned(),
        it.about.nl.to_owned(),
        articles(it.art6),
        if data.special { articles(it.art9) } else { String::new() },
        is_special("Bijzondere categorieën", "Normaal"),
        data.words.nl.to_owned(),
        is_special("Gezondheidsgegevens (art. 9)", "Gewone persoonsgegevens"),
        it.subjects.iter().map(|subject| subject.words.nl).join("; "),
        if youth { "Ja" } else { AUTOMATED }.to_owned(),
        it.recipients.iter().map(|recipient| recipient.words.nl).join("; "),
        processors.into_iter().join("; "),
        NONE.to_owned(),
        String::new(),
        data.kept.words(&centre.terms)[0].clone(),
        measures(it),
        LOCATION.to_owned(),
        AUTOMATED.to_owned(),
        format!("Versie {} van {}", impact::VERSION, impact::VERSION_DATE),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// One row for each controller and category of processing (Art. 30(2)).
pub(crate) fn of_processor(processor: &Party, centres: &[Party]) -> Vec<Vec<String>> {
    let mut rows = vec![OF_PROCESSOR.map(str::to_owned).to_vec()];
    for centre in centres {
        rows.extend(all().map(|it| of_purpose(processor, centre, it)));
    }
    rows
}

fn of_purpose(processor: &Party, centre: &Party, it: &Processing) -> Vec<String> {
    vec![
        processor.legal_name(),
        processor.number(),
        processor.address(),
        processor.contact(),
        processor.officer(),
        processor.officer_contact(),
        centre.legal_name(),
        centre.contact(),
        [centre.officer(), centre.officer_contact()].into_iter().dedup().join("; "),
        NONE.to_owned(),
        it.title.nl.to_owned(),
        it.operations.iter().map(|term| term_of(term)).join("; "),
        or_none(processor.others().join("; ")),
        NONE.to_owned(),
        String::new(),
        measures(it),
        LOCATION.to_owned(),
        String::new(),
    ]
}

/// Comma-separated, as `stc audit gdpr` writes it. A cell that a spreadsheet would take for a formula is text.
pub(crate) fn csv(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let formula = text.starts_with(['=', '+', '-', '@']);
        let text = if formula { format!("'{text}") } else { text.clone() };
        if text.contains(['"', ',', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    };
    rows.iter().map(|row| row.iter().map(cell).join(",") + "\n").collect()
}

fn or_none(text: String) -> String {
    if text.is_empty() { NONE.to_owned() } else { text }
}

/// The part of a term behind its vocabulary.
fn term_of(term: &str) -> &str {
    term.rsplit(':').next().unwrap_or(term)
}

/// `eu-gdpr:A6-1-e` as the law is cited.
pub(crate) fn articles(terms: &[&str]) -> String {
    let cited = |term: &&str| {
        let parts: Vec<_> = term_of(term).trim_start_matches('A').split('-').collect();
        match parts[..] {
            [article, paragraph, letter] => format!("art. {article}, lid {paragraph}, {letter})"),
            _ => (*term).to_owned(),
        }
    };
    terms.iter().map(cited).join("; ")
}

/// The same as it is cited in English: `Art. 6(1)(e)`.
pub(crate) fn cited_in_english(term: &str) -> String {
    let parts: Vec<_> = term_of(term).trim_start_matches('A').split('-').collect();
    match parts[..] {
        [article, paragraph, letter] => format!("Art. {article}({paragraph})({letter})"),
        _ => term.to_owned(),
    }
}

fn measures(it: &Processing) -> String {
    let all = TECHNICAL.iter().chain(it.measures).chain(ORGANISATIONAL).chain(AGREED);
    all.map(|term| term_of(term)).join("; ")
}
