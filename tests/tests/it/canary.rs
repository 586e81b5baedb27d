//! What people tell the platform about themselves stands nowhere in the open.
//!
//! Unique words go in through REST; afterwards no file, no log line and no table holds them.

use std::{collections::BTreeMap, ffi::OsStr, fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use eventlog::clock;
use events::ActionCategory;
use serde_json::{Value, json};
use tests::{
    Person,
    binary::{Binary, runs},
    facts,
};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

const LEAD: &str = "Quirinus Zwaluwstaart";
const COACH: &str = "Wilhelmina Kwikzilver";
const YOUTH: &str = "Žofie Ülkühan-Brandnetel";
const OWN: &str = "mijn pinguïn Knarsetand";
const OWN_HEALTH: &str = "als de migrainewolk wegdrijft";
const NOTE: &str = "vertelde over het vuurvliegjesbos";
const VERSION: &str = "mijn kijk op de zeepbellenvijver";
const BREACH: &str = "bleef liggen onder de kersenboomgaard";
const OFFICER: &str = "Ottoline Grasmus";
const OUTSIDE: &str = "juffrouw Vlinderstruik";
const ADVICE: &str = "laat de zwaluwen eerst uitvliegen";
const AVATAR: &str = "amber-kroeskop-petrol";
const BIRTH_DATE: &str = "2006-05-17";
const BARRIER: &str = "poverty";
const DISABILITY: &str = "hearing";
const ENTRY_LEVEL: &str = "adultEducation";

/// Words of persons: never in a file, in a log or in a table.
const WORDS: [&str; 13] = [
    LEAD, COACH, YOUTH, OFFICER, OUTSIDE, OWN, OWN_HEALTH, NOTE, ADVICE, VERSION, BREACH, AVATAR,
    BIRTH_DATE,
];
/// Codes about persons: never in a file or in a log.
const CODES: [&str; 3] = [BARRIER, DISABILITY, ENTRY_LEVEL];

/// The words as bytes, and as base64 wherever they may begin in it.
pub(crate) fn forms(words: &[String]) -> Vec<(String, Vec<u8>)> {
    let base64 = |word: &String, before: usize| {
        let bytes = [vec![0; before], word.as_bytes().to_vec()].concat();
        let text = STANDARD_NO_PAD.encode(&bytes);
        // The first and the last letter also hold bits of what stands beside the word.
        let (start, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
        (format!("{word} in base64"), text.as_bytes()[start..end].to_vec())
    };
    let all = words.iter().flat_map(|word| {
        let plain = (word.clone(), word.as_bytes().to_vec());
        [plain, base64(word, 0), base64(word, 1), base64(word, 2)]
    });
    all.collect()
}

#[track_caller]
pub(crate) fn holds_none(place: &str, bytes: &[u8], forms: &[(String, Vec<u8>)]) {
    for (word, form) in forms {
        let found = bytes.windows(form.len()).position(|window| window == form);
        assert_eq!(found, None, "{place} holds {word}");
    }
}

/// Every file below a directory, by its path.
pub(crate) fn files(dir: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if let Ok(bytes) = fs::read(&path) {
            found.insert(path.to_str().unwrap().to_owned(), bytes);
        }
    }
}

pub(crate) fn no_file_holds(dir: &Path, forms: &[(String, Vec<u8>)]) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    files(dir, &mut found);
    for (name, bytes) in &found {
        holds_none(name, bytes, forms);
    }
    found
}

/// What `stc log export` writes while the platform runs.
pub(crate) async fn runs_export(data: &Path) -> Vec<u8> {
    let export = ["log", "export", "--data"].map(OsStr::new);
    let export = runs(STC, &[&export[..], &[data.as_os_str()]].concat()).await;
    assert!(export.status.success(), "it works while the platform runs");
    export.stdout
}

async fn a_youth_tells_everything(youth: &Person) {
    youth.chooses_avatar(AVATAR).await;
    let exercises = youth.reads("/exercises").await;
    for exercise in exercises["items"].as_array().unwrap() {
        let own = if exercise["domain"] == "health" { OWN_HEALTH } else { OWN };
        youth.does(exercise, Some(own)).await;
    }
    let overview = youth.reads("/me/overview").await.to_string();
    assert!(overview.contains(OWN) && overview.contains(OWN_HEALTH), "it was told");
}

/// Whatever of a breach is written down in words.
async fn a_lead_writes_down_a_breach(lead: &Person) {
    let mut report = facts::breach("lostDevice");
    report["words"] = json!(BREACH);
    lead.post("/breaches", &report).send().await.with(204);
    let path = format!("/breaches/{}", report["id"].as_str().unwrap());
    for (what, body) in [
        ("assessments", json!({ "risk": "risk", "data": [], "people": 1, "words": BREACH })),
        ("measures", json!({ "words": BREACH })),
        ("notifications", json!({ "at": clock::now(), "reference": BREACH })),
    ] {
        lead.post(&format!("{path}/{what}"), &body).send().await.with(204);
    }
    let file = lead.reads(&path).await.to_string();
    assert_eq!(file.matches(BREACH).count(), 4, "it was told");
}

/// A data protection officer advises on what a youth asks.
async fn an_officer_says_what_to_do(binary: &Binary, lead: &Person, youth: &Person) {
    let card = lead.registers_officer(OFFICER).await.card;
    let officer = binary.site.signs_in(&card).await;
    let request = youth.makes_request("access").await;
    let advice = json!({ "words": ADVICE });
    officer.post(&format!("/requests/{request}/advice"), &advice).send().await.with(204);
    assert!(lead.reads("/requests").await.to_string().contains(ADVICE), "it was told");
    a_lead_tells_somebody_outside(lead, youth).await;
}

/// A lead writes down who outside the centre was told of a correction.
async fn a_lead_tells_somebody_outside(lead: &Person, youth: &Person) {
    let request = youth.makes_request("rectification").await;
    let path = format!("/requests/{request}");
    lead.post(&format!("{path}/grant"), &json!({ "answer": null })).send().await.with(204);
    let today = lead.reads("/requests").await["today"].clone();
    let told = json!({ "recipient": "school", "toldOn": today, "name": OUTSIDE });
    lead.post(&format!("{path}/outside-recipients"), &told).send().await.with(204);
    assert!(lead.reads("/requests").await.to_string().contains(OUTSIDE), "it was told");
}

async fn both_tell_of_a_step(coach: &Person, youth: &Person) {
    let mut step = facts::step(ActionCategory::FirstMeeting);
    step["note"] = json!(NOTE);
    coach.registers_step(youth.id, &step).await;
    youth.tells_own_version(step["id"].as_str().unwrap(), VERSION).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_tell_stands_nowhere_in_the_open() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up(STC, dir.path()).await;
    let operator = binary.operator().await;
    let lead_card = operator.opens_centre("lsc01", LEAD).await.card;
    let lead = binary.site.signs_in(&lead_card).await;
    let coach_card = lead.registers_coach(COACH).await.card;
    let mut new = facts::youth(YOUTH);
    new["intake"]["birthDate"] = json!(BIRTH_DATE);
    new["intake"]["barriers"] = json!([BARRIER]);
    new["intake"]["disability"] = json!(DISABILITY);
    new["intake"]["entryLevel"] = json!(ENTRY_LEVEL);
    let youth_card = lead.registers(&new).await.card;
    let youth = binary.site.signs_in(&youth_card).await;
    let coach = binary.site.signs_in(&coach_card).await;
    youth.chooses_coach(coach.id).await;
    a_youth_tells_everything(&youth).await;
    for domain in ["work", "health"] {
        youth.shares(domain, coach.id).await;
    }
    let shared = coach.reads(&format!("/youths/{}/overview", youth.id)).await.to_string();
    assert!(shared.contains(OWN) && shared.contains(OWN_HEALTH), "it was shared");
    both_tell_of_a_step(&coach, &youth).await;
    let timeline = youth.reads("/me/timeline").await.to_string();
    assert!([NOTE, VERSION, COACH].iter().all(|it| timeline.contains(it)), "it was told");
    assert_eq!(youth.name, YOUTH);
    a_lead_writes_down_a_breach(&lead).await;
    an_officer_says_what_to_do(&binary, &lead, &youth).await;

    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = binary.site.signs_in(&auditor.card).await;
    let words = forms(&WORDS.map(str::to_owned));
    for person in [&lead, &auditor] {
        for path in ["/tables/1", "/tables/2"] {
            let table = person.get(path).send().await;
            holds_none(path, table.clone().with(200).to_string().as_bytes(), &words);
            let ids = forms(&[youth.id.to_string(), coach.id.to_string()]);
            holds_none(path, table.text.as_bytes(), &ids);
        }
    }

    let people = [&operator, &lead, &coach, &youth, &auditor];
    let secrets = people.map(|person| person.cookie.split_once('=').unwrap().1.to_owned());
    let tokens = people.map(|person| person.csrf.clone());
    let cards = [lead_card, coach_card, youth_card];
    let told = WORDS.iter().chain(&CODES).map(|word| (*word).to_owned());
    let all: Vec<_> = told.chain(secrets).chain(tokens).chain(cards).collect();
    let all = forms(&all);
    let running = no_file_holds(dir.path(), &all);
    assert!(["log.db", "vault.db"].iter().all(|name| running.keys().any(|it| it.ends_with(name))));
    let log = running.iter().filter(|(name, _)| name.contains("/log.db"));
    let open = log.filter(|(_, bytes)| bytes.windows(14).any(|it| it == b"StepRegistered"));
    assert!(open.count() > 0, "what is open is found");

    let export = runs_export(dir.path()).await;
    holds_none("the export", &export, &all);
    let lines = export.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let lines: Vec<Value> = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
    let positions: Vec<_> = lines.iter().map(|line| line["position"].as_u64().unwrap()).collect();
    assert_eq!(positions, (1..=lines.len() as u64).collect::<Vec<_>>(), "every event is there");
    assert!(lines.iter().any(|line| line["type"] == "StepNoted"), "with what is sealed");

    let logged = binary.stops().await;
    assert!(logged.contains("answered"), "the log is there");
    for line in logged.lines() {
        holds_none("the log", line.as_bytes(), &all);
    }
    let stopped = no_file_holds(dir.path(), &all);
    for view in ["monitoring", "directory", "trajectories"] {
        let of_view = |path: &String| path.contains(&format!("/{view}-")) && path.contains(".snap");
        assert!(stopped.keys().any(of_view), "{view} has a snapshot");
    }
}

#[test]
fn a_word_is_found_in_base64_wherever_it_begins() {
    for before in ["", "a", "ab", "abc"] {
        let text = STANDARD_NO_PAD.encode(format!("{before}{NOTE} and more"));
        let forms = forms(&[NOTE.to_owned()]);
        assert!(forms.iter().any(|(_, form)| text.contains(std::str::from_utf8(form).unwrap())));
    }
}
