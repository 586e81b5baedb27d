//! The list of the categories of persons who have access to health data (Belgian Act of 30 July 2018, Art. 9):
//! whom the controller or the processor designates, as what, how far, and what binds them to keep it
//! confidential.
//!
//! Invariant: who has access is read from the policies that count. What stands here is which data an operation
//! shows (`operations`) and in which words that is told (`words`); where either is missing, a test fails.

mod operations;
mod words;

use std::collections::BTreeSet;

use itertools::Itertools;
use jiff::civil::Date;
use kernel::Role;

use crate::{
    Party, Words,
    rows::{articles, csv},
    table::{
        Data, Processing,
        lists::{
            DATA_ACCESS_LOG, DATA_BACKUPS, DATA_HEALTH_ANSWERS, DATA_INTAKE, DATA_NOTES,
            DATA_REGISTRATION, DATA_TRAJECTORY,
        },
        processing,
    },
};
use operations::shown;
use words::{ADMINISTRATORS, BY_CONTROLLER, BY_PROCESSOR, Persons, UNDESCRIBED};

/// What is about health (GDPR Art. 9), in the order of a youth's way.
const HEALTH: [&Data; 7] = [
    &DATA_REGISTRATION,
    &DATA_INTAKE,
    &DATA_HEALTH_ANSWERS,
    &DATA_TRAJECTORY,
    &DATA_NOTES,
    &DATA_ACCESS_LOG,
    &DATA_BACKUPS,
];
/// Whoever may have access. A youth is whom the data is about, and designated by nobody.
const DESIGNATED: [Role; 5] =
    [Role::Coach, Role::Lead, Role::Officer, Role::Auditor, Role::Operator];

/// An operation, as the policies have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its name: that of the RPC.
    pub name: String,
    /// Somebody who may ask for it.
    pub role: Role,
    /// The policies that permit it to them.
    pub policies: Vec<String>,
}

/// A category of persons and a category of health data.
#[derive(Debug)]
pub struct AccessRow {
    /// Their role; none: they work on the machines.
    pub role: Option<Role>,
    /// Who they are.
    pub persons: &'static Words,
    /// What they are to the processing.
    pub capacity: &'static Words,
    /// Which data.
    pub data: &'static Words,
    /// How far.
    pub scope: &'static Words,
    /// What for.
    pub purpose: &'static Words,
    /// What binds them.
    pub confidentiality: &'static Words,
    /// Who designated them.
    designated_by: &'static Words,
    grounds: &'static Processing,
    /// By which operations.
    pub operations: Vec<String>,
    /// The policies that permit those.
    pub policies: Vec<String>,
}

/// The list.
#[derive(Debug)]
pub struct AccessList {
    /// As a table, comma-separated.
    pub csv: String,
    /// Whose list it is.
    pub controller: String,
    /// Its rows.
    pub rows: Vec<AccessRow>,
}

/// The list of a centre, or of the processor: those whom it designates itself. `operations`: what the policies
/// let each role ask for.
pub fn access_list(of: &Party, operations: &[Operation], made_on: Date) -> AccessList {
    let mut rows = rows(operations);
    if of.id.is_platform() {
        rows.retain(|row| std::ptr::eq(row.designated_by, &raw const BY_PROCESSOR));
    }
    let csv = csv(&lines(of, &rows, made_on));
    AccessList { csv, controller: of.legal_name(), rows }
}

/// By category of persons, then by data.
fn rows(operations: &[Operation]) -> Vec<AccessRow> {
    let pairs = DESIGNATED.into_iter().cartesian_product(HEALTH);
    let by_role = pairs.filter_map(|(role, data)| row(role, data, operations));
    by_role.chain([administrators()]).collect()
}

fn row(role: Role, data: &'static Data, operations: &[Operation]) -> Option<AccessRow> {
    let shows = |it: &&Operation| {
        // An operation of which nobody said what it shows may show everything.
        it.role == role
            && shown(&it.name, role)
                .is_none_or(|shown| shown.iter().any(|one| one.code == data.code))
    };
    let by: Vec<_> = operations.iter().filter(shows).collect();
    if by.is_empty() {
        return None;
    }
    let persons = Persons::of(role)?;
    let policies: BTreeSet<_> = by.iter().flat_map(|it| &it.policies).cloned().collect();
    let grounds = processing(role.purpose());
    Some(AccessRow {
        role: Some(role),
        persons: persons.who,
        capacity: persons.capacity,
        data: &data.words,
        scope: words::scope(role, data.code).unwrap_or(&UNDESCRIBED),
        purpose: &grounds.title,
        confidentiality: persons.confidentiality,
        designated_by: if role == Role::Operator { &BY_PROCESSOR } else { &BY_CONTROLLER },
        grounds,
        operations: by.iter().map(|it| it.name.clone()).sorted().collect(),
        policies: policies.into_iter().collect(),
    })
}

/// Who keeps the machines has log, keys and backups under their hands, whatever the policies say.
fn administrators() -> AccessRow {
    let grounds = processing(Role::Operator.purpose());
    AccessRow {
        role: None,
        persons: ADMINISTRATORS.who,
        capacity: ADMINISTRATORS.capacity,
        data: &DATA_BACKUPS.words,
        scope: &words::MACHINES,
        purpose: &grounds.title,
        confidentiality: ADMINISTRATORS.confidentiality,
        designated_by: &BY_PROCESSOR,
        grounds,
        operations: Vec::new(),
        policies: Vec::new(),
    }
}

const COLUMNS: [&str; 17] = [
    "Verwerkingsverantwoordelijke of verwerker",
    "KBO-nummer",
    "Categorie van personen",
    "Hoedanigheid ten opzichte van de verwerking",
    "Gezondheidsgegevens",
    "Omvang van de toegang",
    "Doeleinde verwerking",
    "Grondslag verwerking (art. 6 AVG)",
    "Uitzondering (art. 9, lid 2 AVG)",
    "Vertrouwelijkheid",
    "Aangewezen door",
    "Bewerkingen",
    "Beleidsregels",
    "Opgemaakt op",
    "Category of persons",
    "Health data",
    "How far",
];

fn lines(of: &Party, rows: &[AccessRow], made_on: Date) -> Vec<Vec<String>> {
    let line = |row: &AccessRow| {
        vec![
            of.legal_name(),
            of.number(),
            row.persons.nl.to_owned(),
            row.capacity.nl.to_owned(),
            row.data.nl.to_owned(),
            row.scope.nl.to_owned(),
            row.purpose.nl.to_owned(),
            articles(row.grounds.art6),
            articles(row.grounds.art9),
            row.confidentiality.nl.to_owned(),
            row.designated_by.nl.to_owned(),
            row.operations.join("; "),
            row.policies.join("; "),
            made_on.to_string(),
            row.persons.en.to_owned(),
            row.data.en.to_owned(),
            row.scope.en.to_owned(),
        ]
    };
    let head = COLUMNS.map(str::to_owned).to_vec();
    [head].into_iter().chain(rows.iter().map(line)).collect()
}

#[cfg(test)]
mod tests;
