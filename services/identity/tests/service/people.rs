//! Centres and people.

use std::collections::BTreeSet;

use identity::{ACCESS, NAMES};
use platform::Role;
use proto::identity::{
    ChooseAvatarRequest, ListCentresRequest, ListPeopleRequest, RegisterPersonRequest,
};
use tonic::Code;
use tonic_types::StatusExt;
use uuid::Uuid;

use crate::world::*;

#[tokio::test]
async fn people_are_found_by_part_of_the_name_by_role_and_in_pages() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    for name in ["Amélie", "amir", "Zoë"] {
        running.register(&lead, &caller("lsc07", Role::Youth), name).await.unwrap();
    }
    let (found, total) =
        running.list(&lead, ListPeopleRequest { query: "AM".to_owned(), ..all_people() }).await;
    assert_eq!((names(&found), total), (vec!["amir", "Amélie"], 2));
    let coaches = ListPeopleRequest { role: Some("coach".to_owned()), ..all_people() };
    let (found, _) = running.list(&lead, coaches).await;
    assert_eq!((names(&found), found[0].fte_percent), (vec!["Karel"], Some(80)));
    let page = ListPeopleRequest { offset: 2, limit: 2, ..all_people() };
    let (found, total) = running.list(&lead, page).await;
    assert_eq!((names(&found), total), (vec!["Ilse", "Karel"], 6));
    for limit in [0, 201] {
        let request = running.by(&lead, ListPeopleRequest { limit, ..all_people() });
        assert_code(running.client.list_people(request).await, Code::InvalidArgument);
    }
}

#[tokio::test]
async fn a_repeated_command_gets_the_same_card_and_registers_nobody_twice() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let (youth, other) = (caller("lsc07", Role::Youth), caller("lsc07", Role::Youth));
    let command = Uuid::now_v7();
    let mut answers = Vec::new();
    for person in [&youth, &youth, &other] {
        let request = running.repeated(&lead, command, registration(person, "Sam"));
        let answer = running.client.register_person(request).await.unwrap().into_inner();
        answers.push((answer.position, answer.card.unwrap().code));
    }
    assert_eq!(answers[0], answers[1]);
    assert_ne!(answers[0].1, answers[2].1, "another person has another card");
    let again = running.register(&lead, &youth, "Sam").await.unwrap_err();
    assert_eq!((again.code(), reason(&again).as_str()), (Code::FailedPrecondition, "personExists"));
    running.sign_in(&answers[1].1).await.unwrap();
}

#[tokio::test]
async fn another_centres_people_do_not_exist() {
    let (_dir, mut running) = fresh();
    let (lead, coach, youth) = centre(&mut running, "lsc07").await;
    let (foreign, ..) = centre(&mut running, "lsc08").await;
    for person in [youth.id, coach.id, Uuid::now_v7()] {
        assert_code(running.issue_card(&foreign, person).await, Code::NotFound);
    }
    // An operator reaches the leads of a centre, nobody else there.
    assert_code(running.issue_card(&operator(), youth.id).await, Code::NotFound);
    assert!(running.issue_card(&operator(), lead.id).await.is_ok());
    assert!(running.describe(&foreign, &[youth.id, coach.id, lead.id]).await.is_empty());
    let (people, _) = running.list(&foreign, all_people()).await;
    assert!(people.iter().all(|person| person.id != youth.id.to_string()));
    let elsewhere = RegisterPersonRequest {
        centre: Some("lsc08".to_owned()),
        ..registration(&caller("lsc07", Role::Youth), "Sam")
    };
    let request = running.by(&lead, elsewhere);
    assert_code(running.client.register_person(request).await, Code::NotFound);
    let nowhere = caller("lsc99", Role::Lead);
    assert_code(running.register(&operator(), &nowhere, "Ilse").await, Code::NotFound);
}

#[tokio::test]
async fn nobody_registers_whom_the_role_does_not_register() {
    let (_dir, mut running) = fresh();
    let (lead, coach, youth) = centre(&mut running, "lsc07").await;
    for role in [Role::Lead, Role::Auditor, Role::Operator] {
        let person = caller("lsc07", role);
        assert_code(running.register(&lead, &person, "Sam").await, Code::PermissionDenied);
    }
    for by in [&coach, &youth] {
        let person = caller("lsc07", Role::Youth);
        assert_code(running.register(by, &person, "Sam").await, Code::PermissionDenied);
        assert_code(running.issue_card(by, youth.id).await, Code::PermissionDenied);
    }
    assert_code(running.issue_card(&lead, lead.id).await, Code::PermissionDenied);
    let youth_by_operator = running.register(&operator(), &youth, "Sam").await;
    assert_code(youth_by_operator, Code::PermissionDenied);
    for role in [Role::Auditor, Role::Operator] {
        running.register(&operator(), &caller("stc", role), "Sam").await.unwrap();
    }
}

#[tokio::test]
async fn a_youth_describes_coaches_and_itself_and_staff_describe_whom_they_know() {
    let (_dir, mut running) = fresh();
    let (lead, coach, youth) = centre(&mut running, "lsc07").await;
    let friend = caller("lsc07", Role::Youth);
    running.register(&lead, &friend, "Sam").await.unwrap();
    let everybody = [lead.id, coach.id, youth.id, friend.id];
    let known = running.describe(&youth, &everybody).await;
    assert_eq!(known, BTreeSet::from(["Karel".to_owned(), "Noor".to_owned()]));
    assert_eq!(running.describe(&coach, &everybody).await.len(), 4);
    assert_eq!(running.describe_role(&youth, "coach").await.unwrap(), 1);
    assert_code(running.describe_role(&youth, "youth").await, Code::PermissionDenied);
    assert_code(running.describe_role(&coach, "youth").await, Code::PermissionDenied);
    assert_eq!(running.describe_role(&lead, "youth").await.unwrap(), 2);
}

#[tokio::test]
async fn a_person_shows_the_avatar_that_it_chose() {
    let (_dir, mut running) = fresh();
    let (lead, _, youth) = centre(&mut running, "lsc07").await;
    for (avatar, code) in [("s3-curly", None), ("<svg>", Some(Code::InvalidArgument))] {
        let request = running.by(&youth, ChooseAvatarRequest { avatar: avatar.to_owned() });
        let answer = running.client.choose_avatar(request).await;
        assert_eq!(answer.err().map(|status| status.code()), code);
    }
    let (people, _) = running.list(&lead, all_people()).await;
    let noor = people.iter().find(|person| person.name == "Noor").unwrap();
    assert_eq!(noor.avatar.as_deref(), Some("s3-curly"));
}

#[tokio::test]
async fn a_wrong_field_is_named() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let good = registration(&caller("lsc07", Role::Coach), "Karel");
    let wrong = [
        ("id", RegisterPersonRequest { id: "7".to_owned(), ..good.clone() }),
        ("id", RegisterPersonRequest { id: Uuid::nil().to_string(), ..good.clone() }),
        ("role", RegisterPersonRequest { role: "service".to_owned(), ..good.clone() }),
        ("name", RegisterPersonRequest { name: " ".to_owned(), ..good.clone() }),
        ("ftePercent", RegisterPersonRequest { fte_percent: Some(5), ..good.clone() }),
        ("ftePercent", RegisterPersonRequest { fte_percent: Some(300), ..good.clone() }),
        ("centre", RegisterPersonRequest { centre: Some("LSC".to_owned()), ..good }),
    ];
    for (field, message) in wrong {
        let request = running.by(&lead, message);
        let status = running.client.register_person(request).await.unwrap_err();
        let fields = status.get_details_bad_request().unwrap().field_violations;
        assert_eq!((status.code(), fields[0].field.as_str()), (Code::InvalidArgument, field));
    }
    for id in ["stc", "LSC-07"] {
        assert_code(running.open_centre(id).await, Code::InvalidArgument);
    }
}

#[tokio::test]
async fn a_centre_is_opened_once_and_listed_for_those_who_work_across_centres() {
    let (_dir, mut running) = fresh();
    running.open_centre("lsc08").await.unwrap();
    running.open_centre("lsc07").await.unwrap();
    let twice = running.open_centre("lsc07").await.unwrap_err();
    assert_eq!((twice.code(), reason(&twice).as_str()), (Code::FailedPrecondition, "centreExists"));
    let request = running.by(&caller("stc", Role::Auditor), ListCentresRequest {});
    let centres = running.client.list_centres(request).await.unwrap().into_inner().centres;
    assert_eq!(centres.iter().map(|centre| &*centre.id).collect::<Vec<_>>(), ["lsc07", "lsc08"]);
    let request = running.by(&caller("lsc07", Role::Lead), ListCentresRequest {});
    assert_code(running.client.list_centres(request).await, Code::PermissionDenied);
}

#[test]
fn every_operation_is_in_the_access_table() {
    let described: &[u8] = proto::FILE_DESCRIPTOR_SET;
    for (operation, roles) in ACCESS {
        let (service, method) = operation[1..].split_once('/').unwrap();
        assert!(NAMES.contains(&service), "{operation}");
        assert!(!roles.is_empty(), "{operation}");
        assert!(described.windows(method.len()).any(|name| name == method.as_bytes()), "{method}");
    }
    assert_eq!(ACCESS.len(), 12);
}
