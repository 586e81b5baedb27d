//! What leaves a centre says what it does not tell.

use events::{ActionCategory, Disability, Population};
use jiff::civil::date;
use kernel::Role;
use proto::monitoring::GetTableRequest;
use tonic::Code;

use super::world::{World, cell, intake, shown, step, year};

/// Seven with a mental disability, `few` with a visual one, all with one action each.
async fn seven_and(few: u128) -> World {
    let world = World::start();
    world.centre("lsc01").await;
    let day = date(2026, 3, 9);
    for person in 1..=7 + few {
        let (disability, category) = match person {
            ..=7 => (Disability::Mental, ActionCategory::Intake),
            _ => (Disability::Visual, ActionCategory::StcTool),
        };
        world.registered("lsc01", person, day, intake(disability, Population::Education)).await;
        world.in_trajectory("lsc01", person, day, step(person, category)).await;
    }
    world
}

#[tokio::test]
async fn what_leaves_a_centre_is_rounded_so_that_nobody_is_recognisable() {
    let world = seven_and(1).await;
    let table = world.auditor(1).await;
    assert_eq!((table.rounded_to, table.not_shown_below), (Some(5), Some(3)));
    assert_eq!(shown(&table, "mental", "female"), Some(5));
    assert_eq!(shown(&table, "visual", "female"), None, "one person");
    assert_eq!(shown(&table, "motor", "female"), None, "nobody reads the same");
    assert_eq!((table.persons, table.persons_not_shown), (10, false));
    let nowhere = GetTableRequest { centre: Some("lsc77".to_owned()), ..year(1) };
    let refused = world.ask(Role::Auditor, "stc", nowhere).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}

#[tokio::test]
async fn nobody_outside_can_tell_one_or_two_persons_from_nobody() {
    for table in [1, 2] {
        let cells = |few| async move {
            let mut answer = seven_and(few).await.auditor(table).await;
            // Of everything that happened, and of seven, eight or nine in all.
            answer.position = 0;
            answer.hash.clear();
            let [mental, visual] = [answer.rows.remove(0), answer.rows.remove(3)];
            assert_eq!([&*mental.code, &*visual.code], ["mental", "visual"]);
            (visual, answer.activity)
        };
        let nobody = cells(0).await;
        assert_eq!(cells(1).await, nobody);
        assert_eq!(cells(2).await, nobody);
        assert_ne!(cells(3).await, nobody);
    }
}

#[tokio::test]
async fn an_action_of_hardly_anybody_tells_neither_how_often_nor_how_long() {
    let world = seven_and(2).await;
    for number in 100..110 {
        let again = step(number, ActionCategory::StcTool);
        world.in_trajectory("lsc01", 8, date(2026, 3, 10), again).await;
    }
    let table = world.auditor(2).await;
    let of = |category: &str| table.activity.iter().find(|row| row.category == category).unwrap();
    let (tool, first) = (of("stcTool"), of("intake"));
    assert!(tool.not_shown);
    assert_eq!((tool.persons, tool.actions, tool.minutes), (0, 0, 0));
    assert_eq!((first.not_shown, first.persons, first.actions, first.minutes), (false, 5, 5, 300));
    assert_eq!((&first.first_on, &first.last_on), (&None, &None), "no day");
    let nobody = of("actionPlan");
    assert_eq!(nobody.not_shown, tool.not_shown, "nobody reads the same");
}

#[tokio::test]
async fn the_lead_reads_that_there_is_nobody() {
    let world = seven_and(1).await;
    let table = world.lead(1).await;
    assert_eq!((table.rounded_to, table.not_shown_below), (None, None));
    assert_eq!([cell(&table, "visual", "female"), cell(&table, "motor", "female")], [1, 0]);
    let none = world.lead(2).await.activity.into_iter().find(|row| row.category == "actionPlan");
    assert_eq!(none.map(|row| (row.not_shown, row.persons)), Some((false, 0)));
}
