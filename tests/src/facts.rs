//! What people type in: bodies of commands that are right as they stand. Tests change what they
//! are about.

use eventlog::clock;
use events::{ActionCategory, Code};
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};
use uuid::Uuid;

/// A centre and who leads it.
pub fn centre(centre: &str, lead: &str) -> Value {
    let name = format!("Learning-support centre {centre}");
    let lead = json!({ "id": Uuid::now_v7(), "name": lead });
    json!({ "id": centre, "name": name, "language": "nl", "lead": lead })
}

/// One more lead of a centre.
pub fn lead(centre: &str, name: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "role": "lead", "centre": centre, "name": name })
}

/// Somebody of the platform's own people.
pub fn staff(role: &str, name: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "role": role, "name": name })
}

/// A coach who works four days a week.
pub fn coach(name: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "role": "coach", "name": name, "ftePercent": 80 })
}

/// An auditor of SUEM.
pub fn auditor(name: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "role": "auditor", "name": name })
}

/// A youth of nineteen who registered a month ago.
pub fn youth(name: &str) -> Value {
    let mut youth = trajectory();
    youth["id"] = json!(Uuid::now_v7());
    youth["name"] = json!(name);
    youth
}

/// The day so many months ago.
pub fn months_ago(months: i64) -> Date {
    clock::today().saturating_sub(months.months())
}

/// What a youth of nineteen told who registered a month ago.
pub fn trajectory() -> Value {
    let registered_on = clock::today().saturating_sub(1.month());
    let birth_date = registered_on.saturating_sub(19.years()).saturating_sub(7.days());
    let intake = json!({
        "birthDate": birth_date,
        "gender": "female",
        "population": "neet",
        "disability": "mental",
        "otherDisabilities": ["motor"],
        "barriers": ["network", "mobility"],
        "barriersKnown": true,
        "entryLevel": "bso",
    });
    json!({ "source": "clb", "registeredOn": registered_on, "intake": intake })
}

/// The youth found a job today.
pub fn closing() -> Value {
    let occurred_on = clock::today();
    json!({ "kind": "job", "form": "regular", "hoursPercent": 80, "occurredOn": occurred_on })
}

/// A breach that was seen an hour ago.
pub fn breach(cause: &str) -> Value {
    let known = clock::now().saturating_sub(1.hour()).unwrap();
    json!({
        "id": Uuid::now_v7(),
        "kind": "confidentiality",
        "cause": cause,
        "knownAt": known,
    })
}

/// Today's coaching step of three quarters of an hour.
pub fn step(category: ActionCategory) -> Value {
    json!({
        "id": Uuid::now_v7(),
        "category": category.name(),
        "occurredOn": clock::today(),
        "minutes": 45,
        "place": "school",
        "channel": "faceToFace",
        "role": "inspirer",
        "coachingStep": "whatWorks",
        "mode": "individual",
    })
}

/// An answer to a step of the catalogue that suffices.
pub fn answer(step: &Value, own: Option<&str>) -> Value {
    if let Some(cards) = step["sort"]["cards"].as_array() {
        let bin = &step["sort"]["bins"][0]["id"];
        let put = |card: &Value| json!({ "card": card["id"], "bin": bin });
        return json!({ "sorted": { "placed": cards.iter().map(put).collect::<Vec<_>>() } });
    }
    let choose = &step["choose"];
    let number = |field: &str| usize::try_from(choose[field].as_u64().unwrap()).unwrap();
    let own = own.filter(|_| choose["ownAllowed"] == true);
    let room = number("pickMax") - usize::from(own.is_some());
    let options = choose["options"].as_array().unwrap().iter().map(|option| &option["id"]);
    let options: Vec<_> = options.take(number("pickMin").max(1).min(room)).collect();
    match own {
        Some(own) => json!({ "chosen": { "options": options, "own": own } }),
        None => json!({ "chosen": { "options": options } }),
    }
}
