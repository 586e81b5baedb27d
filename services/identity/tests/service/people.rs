//! Centres and people.

use std::collections::BTreeSet;

use kernel::Role;
use proto::identity::{
    ChooseAvatarRequest, ListCentresRequest, ListPeopleRequest, NewLead, OpenCentreRequest,
    RegisterPersonRequest,
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
    for (query, fitting) in
        [("AM", vec!["Amélie", "amir"]), ("zoe", vec!["Zoë"]), ("e\u{301}lie am", vec!["Amélie"])]
    {
        let wanted = ListPeopleRequest { q: Some(query.to_owned()), ..all_people() };
        let (found, total) = running.list(&lead, wanted).await;
        assert_eq!((names(&found), total as usize), (fitting.clone(), fitting.len()), "{query}");
    }
    let coaches = ListPeopleRequest { role: Some("coach".to_owned()), ..all_people() };
    let (found, _) = running.list(&lead, coaches).await;
    assert_eq!((names(&found), found[0].fte_percent), (vec!["Karel"], Some(80)));
    let page = ListPeopleRequest { page: Some("2".to_owned()), ..all_people() };
    let (found, total) = running.list(&lead, page).await;
    assert_eq!((names(&found), total), (vec!["Ilse", "Karel", "Noor", "Zoë"], 6));
    for page in ["-1", "x"] {
        let page = Some(page.to_owned());
        let request = running.by(&lead, ListPeopleRequest { page, ..all_people() });
        assert_code(running.directory().list_people(request).await, Code::InvalidArgument);
    }
}

#[tokio::test]
async fn a_repeated_command_gets_the_same_card_and_registers_nobody_twice() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let (coach, other) = (caller("lsc07", Role::Coach), caller("lsc07", Role::Coach));
    let command = Uuid::now_v7();
    let mut answers = Vec::new();
    for person in [&coach, &coach, &other] {
        let request = running.repeated(&lead, command, registration(person, "Sam"));
        let answer = running.people().register_person(request).await.unwrap().into_inner();
        answers.push((answer.position, answer.card.unwrap().code));
    }
    assert_eq!(answers[0], answers[1]);
    assert_ne!(answers[0].1, answers[2].1, "another person has another card");
    let again = running.register(&lead, &coach, "Sam").await.unwrap_err();
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
        ..registration(&caller("lsc07", Role::Coach), "Sam")
    };
    let request = running.by(&lead, elsewhere);
    assert_code(running.people().register_person(request).await, Code::NotFound);
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
    let alone = registration(&caller("lsc07", Role::Youth), "Sam");
    let request = running.by(&lead, alone);
    // A youth has a trajectory too.
    assert_code(running.people().register_person(request).await, Code::InvalidArgument);
    for by in [&coach, &youth] {
        let person = caller("lsc07", Role::Youth);
        assert_code(running.register(by, &person, "Sam").await, Code::PermissionDenied);
        assert_code(running.issue_card(by, youth.id).await, Code::PermissionDenied);
    }
    // The data protection officer of a centre is registered there, and by nobody across centres.
    let officer = caller("lsc07", Role::Officer);
    let by_operator = running.register(&operator(), &officer, "Dora").await;
    assert_code(by_operator, Code::PermissionDenied);
    running.register(&lead, &officer, "Dora").await.unwrap();
    assert!(running.issue_card(&lead, officer.id).await.is_ok());
    assert_code(running.issue_card(&lead, lead.id).await, Code::PermissionDenied);
    let youth_by_operator = running.register(&operator(), &youth, "Sam").await;
    assert_code(youth_by_operator, Code::PermissionDenied);
    for role in [Role::Auditor, Role::Operator] {
        running.register(&operator(), &caller("stc", role), "Sam").await.unwrap();
    }
}

#[tokio::test]
async fn a_youth_describes_the_staff_and_itself_and_staff_describe_whom_they_know() {
    let (_dir, mut running) = fresh();
    let (lead, coach, youth) = centre(&mut running, "lsc07").await;
    let friend = caller("lsc07", Role::Youth);
    running.register(&lead, &friend, "Sam").await.unwrap();
    let everybody = [lead.id, coach.id, youth.id, friend.id];
    let known = running.describe(&youth, &everybody).await;
    assert_eq!(known, BTreeSet::from(["Ilse", "Karel", "Noor"].map(str::to_owned)));
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
        let answer = running.people().choose_avatar(request).await;
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
        let status = running.people().register_person(request).await.unwrap_err();
        let fields = status.get_details_bad_request().unwrap().field_violations;
        assert_eq!((status.code(), fields[0].field.as_str()), (Code::InvalidArgument, field));
    }
}

#[tokio::test]
async fn a_centre_that_cannot_have_its_lead_is_not_opened() {
    let (_dir, mut running) = fresh();
    let lead = caller("lsc07", Role::Lead);
    let good = opening(&lead);
    let with = |id: &str, name: &str| {
        let lead = Some(NewLead { id: id.to_owned(), name: name.to_owned() });
        OpenCentreRequest { lead, ..good.clone() }
    };
    let id = lead.id.to_string();
    let wrong = [
        ("id", OpenCentreRequest { id: "stc".to_owned(), ..good.clone() }),
        ("id", OpenCentreRequest { id: "LSC-07".to_owned(), ..good.clone() }),
        ("name", OpenCentreRequest { name: "\u{200b}".to_owned(), ..good.clone() }),
        ("language", OpenCentreRequest { language: "de".to_owned(), ..good.clone() }),
        ("lead", OpenCentreRequest { lead: None, ..good.clone() }),
        ("lead.id", with("7", "Ilse")),
        ("lead.id", with(&Uuid::nil().to_string(), "Ilse")),
        ("lead.name", with(&id, " ")),
        ("lead.name", with(&id, "Il\nse")),
        ("lead.name", with(&id, &"x".repeat(81))),
    ];
    let before = *running.backends.log.head().borrow();
    for (field, message) in wrong {
        let status = running.open(message).await.unwrap_err();
        let fields = status.get_details_bad_request().unwrap().field_violations;
        assert_eq!((status.code(), fields[0].field.as_str()), (Code::InvalidArgument, field));
    }
    assert_eq!(*running.backends.log.head().borrow(), before, "nothing happened");
    running.open(good).await.unwrap();
}

#[tokio::test]
async fn a_repeated_opening_gets_the_same_card() {
    let (_dir, running) = fresh();
    let (lead, command, operator) = (caller("lsc07", Role::Lead), Uuid::now_v7(), operator());
    let mut codes = BTreeSet::new();
    for _ in 0..2 {
        let request = running.repeated(&operator, command, opening(&lead));
        let answer = running.centres().open_centre(request).await.unwrap().into_inner();
        codes.insert(answer.card.unwrap().code);
    }
    assert_eq!(codes.len(), 1);
    let request = running.repeated(&operator, command, opening(&caller("lsc07", Role::Lead)));
    assert_code(running.centres().open_centre(request).await, Code::InvalidArgument);
}

#[tokio::test]
async fn an_id_is_one_persons_in_one_centre() {
    let (_dir, mut running) = fresh();
    let (lead, coach, youth) = centre(&mut running, "lsc07").await;
    let (foreign, ..) = centre(&mut running, "lsc08").await;
    let operator = operator();
    let first = operator.clone();
    running.register(&operator, &first, "Olga").await.unwrap();
    for taken in [&lead, &coach, &youth, &first] {
        let as_lead = Caller { id: taken.id, ..caller("lsc09", Role::Lead) };
        let refused = running.open_centre(&as_lead).await.unwrap_err();
        assert_eq!(reason(&refused), "personExists");
        let as_youth = Caller { id: taken.id, ..caller("lsc08", Role::Youth) };
        let refused = running.register(&foreign, &as_youth, "Sam").await.unwrap_err();
        assert_eq!(reason(&refused), "personExists");
        let as_auditor = Caller { id: taken.id, ..caller("stc", Role::Auditor) };
        let refused = running.register(&operator, &as_auditor, "Ann").await.unwrap_err();
        assert_eq!(reason(&refused), "personExists");
    }
    let request = running.by(&caller("stc", Role::Auditor), ListCentresRequest {});
    let centres = running.centres().list_centres(request).await.unwrap().into_inner().items;
    assert_eq!(centres.len(), 2, "no centre was opened without its lead");
    running.issue_card(&operator, lead.id).await.unwrap();
}

#[tokio::test]
async fn of_two_centres_that_want_an_id_at_the_same_moment_one_gets_it() {
    let (_dir, mut running) = fresh();
    for round in 0..20 {
        let id = Uuid::now_v7();
        let openings = [0, 1].map(|centre| {
            let lead = caller(&format!("lsc{round}x{centre}"), Role::Lead);
            let request = running.by(&operator(), opening(&Caller { id, ..lead }));
            let mut client = running.centres();
            async move { client.open_centre(request).await.map(drop) }
        });
        let [one, other] = openings;
        let (one, other) = tokio::join!(one, other);
        assert_ne!(one.is_ok(), other.is_ok(), "one of them");
        assert_eq!(reason(&one.and(other).unwrap_err()), "personExists");
        running.issue_card(&operator(), id).await.unwrap();
    }
    let request = running.by(&operator(), ListCentresRequest {});
    let centres = running.centres().list_centres(request).await.unwrap().into_inner().items;
    assert_eq!(centres.len(), 20);
}

#[tokio::test]
async fn a_centre_is_opened_once_and_listed_for_those_who_work_across_centres() {
    let (_dir, mut running) = fresh();
    running.open_centre(&caller("lsc08", Role::Lead)).await.unwrap();
    running.open_centre(&caller("lsc07", Role::Lead)).await.unwrap();
    let twice = running.open_centre(&caller("lsc07", Role::Lead)).await.unwrap_err();
    assert_eq!((twice.code(), reason(&twice).as_str()), (Code::FailedPrecondition, "centreExists"));
    let request = running.by(&caller("stc", Role::Auditor), ListCentresRequest {});
    let centres = running.centres().list_centres(request).await.unwrap().into_inner().items;
    assert_eq!(centres.iter().map(|centre| &*centre.id).collect::<Vec<_>>(), ["lsc07", "lsc08"]);
    let request = running.by(&caller("lsc07", Role::Lead), ListCentresRequest {});
    assert_code(running.centres().list_centres(request).await, Code::PermissionDenied);
}
