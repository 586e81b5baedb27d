//! Who has access is who the policies let in.

use std::{fs, path::Path};

use jiff::civil::date;
use kernel::TenantId;
use proto::{FILE_DESCRIPTOR_SET, access::POLICIES};
use runtime::access::{Permitted, Policies};

use super::*;
use crate::tests::{party, processor};

fn operations(policies: &Policies) -> Vec<Operation> {
    let operation = |it: Permitted<'_>| Operation {
        name: it.operation.to_owned(),
        role: it.role,
        policies: it.policies,
    };
    policies.permitted().map(operation).collect()
}

/// Of this version, with the schema changed so.
fn policies(changed: impl Fn(&str) -> String) -> Policies {
    let changed: Vec<_> = POLICIES.iter().map(|(file, text)| (*file, changed(text))).collect();
    let texts: Vec<_> = changed.iter().map(|(file, text)| (*file, &**text)).collect();
    Policies::read(&texts, FILE_DESCRIPTOR_SET).unwrap()
}

fn today() -> Vec<Operation> {
    operations(&policies(str::to_owned))
}

fn has(rows: &[AccessRow], role: Role, data: &Data) -> bool {
    rows.iter().any(|row| row.role == Some(role) && row.data.nl == data.words.nl)
}

#[test]
fn of_every_operation_it_is_said_which_data_about_health_it_shows() {
    let unsaid: Vec<_> =
        today().into_iter().filter(|it| shown(&it.name, it.role).is_none()).collect();
    assert_eq!(unsaid, [], "say it in access/operations.rs");
}

#[test]
fn how_far_the_access_of_each_role_to_each_category_goes_is_described() {
    for row in rows(&today()) {
        assert!(
            !std::ptr::eq(row.scope, &raw const UNDESCRIBED),
            "say it in access/words.rs: {row:?}"
        );
        assert!(row.role.is_none() || !row.policies.is_empty(), "{row:?}");
    }
}

#[test]
fn whoever_the_policies_let_in_stands_in_the_list_and_nobody_else() {
    let rows = rows(&today());
    assert!(has(&rows, Role::Coach, &DATA_NOTES));
    assert!(!has(&rows, Role::Lead, &DATA_NOTES), "a lead reads no timeline");
    assert!(
        HEALTH.iter().all(|data| !has(&rows, Role::Operator, data)),
        "an operator reads nothing"
    );
    let everybody = rows.iter().filter(|row| row.role.is_none()).count();
    assert_eq!(everybody, 1, "whoever keeps the machines stands in it too");
}

#[test]
fn a_role_that_may_ask_for_more_is_in_the_list_at_once() {
    let timelines = policies(|text| {
        let schema = text.replace(
            "action GetTimeline in [\"stc.trajectories.v1.StepService\"] appliesTo {\n  principal: [Youth, Coach]",
            "action GetTimeline in [\"stc.trajectories.v1.StepService\"] appliesTo {\n  principal: [Youth, Coach, Officer]",
        );
        schema.replace(
            "permit (principal is Officer, action == Action::\"ListPeople\", resource)",
            "permit (principal is Officer, action == Action::\"GetTimeline\", resource);\n@id(\"more\")\npermit (principal is Officer, action == Action::\"ListPeople\", resource)",
        )
    });
    let rows = rows(&operations(&timelines));
    let new = rows
        .iter()
        .find(|row| row.role == Some(Role::Officer) && row.data.nl == DATA_NOTES.words.nl);
    let new = new.expect("the officer stands there with notes");
    assert_eq!(new.policies, ["officer-lists-youths"]);
    assert!(std::ptr::eq(new.scope, &raw const UNDESCRIBED), "so that the test above fails");
}

#[test]
fn the_processor_lists_those_whom_it_designates() {
    let list = access_list(&processor(), &today(), date(2026, 11, 29));
    assert!(list.rows.iter().all(|row| row.role.is_none()), "{:?}", list.rows);
    assert_eq!(processor().id, TenantId::platform());
}

/// The documents show it, so that a change of who has access is seen by whoever looks at the change.
#[test]
fn the_example_is_what_is_made_today() {
    let made =
        access_list(&party("lsc01", "Leersteuncentrum Kempen"), &today(), date(2026, 11, 29));
    assert!(made.rows.iter().all(|row| row.capacity.nl != row.capacity.en));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/examples/access-list.csv");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &made.csv).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), made.csv, "{}", file.display());
}
