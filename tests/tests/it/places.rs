//! A coach's places: never one too many, whoever asks at the same moment, and whoever asks.

use serde_json::json;
use tests::{Person, Site, World, apart::Apart, facts};
use uuid::Uuid;

/// How often the race is run.
const RACES: usize = 100;
/// How many youths choose at the same moment.
const YOUTHS: usize = 8;

/// A coach with two places: a tenth of full time.
async fn coach_for_two(lead: &Person) -> Uuid {
    let mut coach = facts::coach("Race Coach");
    coach["ftePercent"] = json!(10);
    lead.registers(&coach).await.id
}

async fn youth(site: &Site, lead: &Person, called: &str) -> Person {
    site.signs_in(&lead.registers_youth(called).await.card).await
}

async fn lead_of(site: &Site, operator: &Person) -> Person {
    site.signs_in(&operator.opens_centre("lsc01", "Ilse Lead").await.card).await
}

async fn chooses(youth: Person, coach: Uuid) -> tests::Answer {
    youth.put("/me/coach", &json!({ "coach": coach })).send().await
}

async fn races(site: &Site, operator: &Person) {
    let lead = lead_of(site, operator).await;
    let mut youths = Vec::new();
    for number in 0..YOUTHS {
        youths.push(youth(site, &lead, &format!("Race {number}")).await);
    }
    for race in 0..RACES {
        let coach = coach_for_two(&lead).await;
        let choices = youths.iter().map(|youth| tokio::spawn(chooses(youth.clone(), coach)));
        let mut accepted = 0;
        for choice in choices.collect::<Vec<_>>() {
            let answer = choice.await.unwrap();
            if answer.status == 204 {
                accepted += 1;
            } else {
                answer.is_refused("coachHasNoRoom");
            }
        }
        assert_eq!(accepted, 2, "race {race}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_who_choose_at_once_a_coach_for_two_accompanies_two() {
    let world = World::start().await;
    races(&world, &world.operator().await).await;
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_who_choose_at_once_two_are_accepted_also_when_the_services_are_apart() {
    let apart = Apart::start().await;
    races(&apart, &apart.operator().await).await;
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_to_another_coach_leaves_room_for_the_next() {
    let world = World::start().await;
    let lead = lead_of(&world, &world.operator().await).await;
    let (full, other) = (coach_for_two(&lead).await, coach_for_two(&lead).await);
    let mut youths = Vec::new();
    for name in ["One", "Two", "Three"] {
        youths.push(youth(&world, &lead, name).await);
    }
    let [one, two, three] = [&youths[0], &youths[1], &youths[2]];
    one.chooses_coach(full).await;
    two.chooses_coach(full).await;
    let has_room = async |coach: Uuid| {
        let coaches = three.reads("/me/coaches").await;
        let all = coaches["items"].as_array().unwrap();
        all.iter().find(|it| it["id"] == json!(coach)).unwrap()["hasRoom"].clone()
    };
    assert_eq!((has_room(full).await, has_room(other).await), (json!(false), json!(true)));
    chooses(three.clone(), full).await.is_refused("coachHasNoRoom");
    two.chooses_coach(full).await;
    one.chooses_coach(other).await;
    assert_eq!(has_room(full).await, json!(true));
    three.chooses_coach(full).await;
    // A try that is repeated gets its first answer, although there is no room any more.
    let key = Uuid::now_v7();
    let again = || one.put("/me/coach", &json!({ "coach": other })).key(key).send();
    again().await.with(204);
    again().await.with(204);
    chooses(one.clone(), full).await.is_refused("coachHasNoRoom");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_that_is_repeated_later_is_still_the_first_one() {
    let world = World::start().await;
    let lead = lead_of(&world, &world.operator().await).await;
    let (first, second) = (coach_for_two(&lead).await, coach_for_two(&lead).await);
    let noor = youth(&world, &lead, "Noor").await;
    let key = Uuid::now_v7();
    let choice = || noor.put("/me/coach", &json!({ "coach": first })).key(key).send();
    choice().await.with(204);
    noor.chooses_coach(second).await;
    for name in ["Sam", "Bo"] {
        youth(&world, &lead, name).await.chooses_coach(first).await;
    }
    let head = world.head();
    choice().await.with(204);
    assert_eq!(world.head(), head);
    assert_eq!(noor.reads("/me/coaches").await["chosen"], json!(second));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_coach_of_the_centre_is_chosen() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let before = world.head();
    for nobody in [centre.lead.id, centre.youth.id, operator.id, Uuid::nil(), Uuid::now_v7()] {
        let answer = chooses(centre.youth.clone(), nobody).await;
        answer.has_issue("coach", "coachUnknown");
    }
    assert_eq!(world.head(), before);
}
