//! The whole story, as people live it.

use eventlog::clock;
use events::{ActionCategory, Code};
use jiff::ToSpan;
use serde_json::{Value, json};
use tests::{
    Person, Site, World, apart::Apart, certificates::Certificates, facts, processes::Processes,
    world::Centre,
};

/// The items of an answer.
fn items(answer: &Value) -> &Vec<Value> {
    answer["items"].as_array().unwrap()
}

/// The number in a table where a row and a column meet.
fn cell(table: &Value, row: &str, column: &str) -> u64 {
    let columns = table["columns"].as_array().unwrap();
    let index = columns.iter().position(|it| it["code"] == column).unwrap();
    let rows = ["rows", "extraRows"].iter().flat_map(|group| table[group].as_array().unwrap());
    let row = rows.chain([&table["total"]]).find(|it| it["code"] == row).unwrap();
    row["values"][index].as_u64().unwrap()
}

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_finds_out_what_they_want_and_a_coach_comes_along() {
    let world = World::start().await;
    the_story(&world, &world.operator().await).await;
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_is_told_by_processes_on_a_log_server_postgresql_and_nats_over_tls() {
    let certificates = Certificates::make();
    let processes = Processes::start_secured(STC, &certificates).await;
    the_story(&processes.site, &processes.operator().await).await;
    assert_eq!(processes.health().await, "UP");
    let nats = processes.nats.client().await;
    let mut stream = nats.get_stream("STC").await.unwrap();
    assert!(stream.info().await.unwrap().state.messages > 20, "the relay published the story");
    let said = processes.said();
    assert!(!said.contains("Noor") && !said.contains("own words"), "{said}");
}

async fn the_story(world: &Site, operator: &Person) {
    let lead = operator.opens_centre("lsc01", "Ilse Lead").await;
    let lead = world.signs_in(&lead.card).await;
    let coach = lead.registers_coach("Karel Coach").await;
    let youth = lead.registers_youth("Noor Youth").await;
    let people = lead.reads("/people").await;
    let names: Vec<_> = items(&people).iter().map(|person| &person["name"]).collect();
    assert_eq!(names, ["Ilse Lead", "Karel Coach", "Noor Youth"]);

    let youth = world.signs_in(&youth.card).await;
    let coach = world.signs_in(&coach.card).await;
    a_youth_makes_the_tool_their_own(&youth).await;
    a_youth_chooses_a_coach(&youth, &coach).await;
    let centre = Centre { id: "lsc01".to_owned(), lead, coach, youth };
    a_coach_registers_steps_of_every_category(&centre).await;
    a_youth_reads_everything_about_them(&centre).await;
    a_lead_reads_the_tables(&centre.lead).await;

    centre.youth.signs_out().await;
    centre.youth.get("/me/runs").send().await.is_problem(401, "unauthenticated");
}

/// Avatar, all seven exercises, and the overview in three languages.
async fn a_youth_makes_the_tool_their_own(youth: &Person) {
    youth.chooses_avatar("tan-bun-purple").await;
    let session = youth.reads("/session").await;
    assert_eq!(session["person"]["avatar"], "tan-bun-purple");
    assert_eq!(session["person"]["centre"]["id"], "lsc01");

    let exercises = youth.reads("/exercises").await;
    let core: Vec<_> = items(&exercises).iter().filter(|it| it["kind"] == "core").collect();
    assert_eq!(core.len(), 7);
    for exercise in core {
        let done = youth.does(exercise, Some("In my own words")).await;
        assert_eq!(done["state"], "completed");
    }
    let runs = youth.reads("/me/runs").await;
    assert!(items(&runs).iter().all(|run| run["completedAt"].is_string()));

    let mut labels = Vec::new();
    for language in ["nl", "fi", "en"] {
        let overview = youth.get("/me/overview").in_language(language).send().await.with(200);
        for part in ["want", "can", "who"] {
            let findings = overview[part].as_array().unwrap();
            assert!(!findings.is_empty(), "{part}");
            assert!(findings.iter().any(|it| it["own"] == "In my own words"), "{part}");
        }
        let chosen = overview["want"].as_array().unwrap().iter();
        let chosen = chosen.filter(|finding| finding["option"].is_string());
        labels.push(chosen.map(|finding| finding["label"].clone()).collect::<Vec<_>>());
    }
    assert!(labels[0] != labels[1] && labels[1] != labels[2] && labels[0] != labels[2]);
}

async fn a_youth_chooses_a_coach(youth: &Person, coach: &Person) {
    let coaches = youth.reads("/me/coaches").await;
    assert_eq!(coaches["chosen"], Value::Null);
    let choice = &items(&coaches)[0];
    assert_eq!((&choice["name"], &choice["hasRoom"]), (&json!("Karel Coach"), &json!(true)));
    youth.chooses_coach(coach.id).await;
    assert_eq!(youth.reads("/me/coaches").await["chosen"], json!(coach.id));
}

async fn a_coach_registers_steps_of_every_category(centre: &Centre) {
    let Centre { coach, youth, .. } = centre;
    let caseload = coach.reads("/youths").await;
    assert_eq!(caseload["caseload"], json!({ "count": 1, "limit": 16 }));
    let row = &items(&caseload)[0];
    assert_eq!((&row["id"], &row["steps"]), (&json!(youth.id), &json!(0)));
    assert_eq!(row["exercisesCompleted"], 7);

    let mut steps = Vec::new();
    for category in ActionCategory::ALL {
        let mut step = facts::step(*category);
        step["note"] = json!(format!("About {}", category.name()));
        let entry = coach.registers_step(youth.id, &step).await;
        assert_eq!(entry["step"]["category"], category.name());
        assert_eq!(entry["coach"]["name"], "Karel Coach");
        steps.push(entry["step"]["id"].as_str().unwrap().to_owned());
    }
    coach.withdraws_step(youth.id, &steps[0]).await;
    let row = items(&coach.reads("/youths").await)[0].clone();
    assert_eq!((&row["steps"], &row["daysWithoutContact"]), (&json!(11), &json!(0)));
    let read = coach.reads(&format!("/youths/{}", youth.id)).await;
    assert_eq!((&read["currentRole"], &read["source"]), (&json!("inspirer"), &json!("clb")));
    let seen = coach.reads(&format!("/youths/{}/timeline", youth.id)).await.to_string();
    assert!(!seen.contains("In my own words"), "a coach never sees answers");
}

async fn a_youth_reads_everything_about_them(centre: &Centre) {
    let timeline = centre.youth.reads("/me/timeline").await;
    let of = |kind: &str| items(&timeline).iter().filter(|it| it["type"] == kind).count();
    assert_eq!((of("step"), of("exerciseCompleted")), (12, 7));
    assert_eq!((of("coachChosen"), of("registered")), (1, 1));
    let steps: Vec<_> = items(&timeline).iter().filter(|it| it["type"] == "step").collect();
    assert!(steps.iter().all(|it| it["step"]["note"].as_str().unwrap().starts_with("About ")));
    let withdrawn: Vec<_> = steps.iter().filter(|it| it["step"]["withdrawn"] == true).collect();
    assert_eq!(withdrawn.len(), 1);
    assert_eq!(withdrawn[0]["step"]["category"], "intake");
    let seen = centre.coach.reads(&format!("/youths/{}/timeline", centre.youth.id)).await;
    let told = "nothing is written about a youth that the youth cannot read";
    for entry in items(&seen) {
        let read =
            items(&timeline).iter().find(|it| it["position"] == entry["position"]).expect(told);
        assert_eq!(read["step"], entry["step"], "{told}");
    }
    let registered = items(&timeline).iter().find(|it| it["type"] == "registered").unwrap();
    assert_eq!(registered["actor"]["name"], "Ilse Lead");
    assert_eq!(registered["source"], "clb");
    let intake = items(&timeline).iter().find(|it| it["type"] == "intake").unwrap();
    let facts = facts::trajectory()["intake"].clone();
    assert_eq!(intake["intake"], facts);
    assert!(items(&seen).iter().all(|it| it["intake"].is_null() && it["type"] != "intake"));
}

async fn a_lead_reads_the_tables(lead: &Person) {
    let first = lead.reads("/tables/1").await;
    assert_eq!((&first["persons"], &first["roundedTo"]), (&json!(1), &Value::Null));
    for column in ["female", "network", "mobility", "18-20"] {
        assert_eq!(cell(&first, "mental", column), 1, "{column}");
        assert_eq!(cell(&first, "total", column), 1, "{column}");
    }
    for column in ["male", "none", "poverty", "20-24"] {
        assert_eq!(cell(&first, "total", column), 0, "{column}");
    }
    let second = lead.reads("/tables/2").await;
    assert_eq!(cell(&second, "mental", "intake"), 0, "withdrawn");
    assert_eq!(cell(&second, "mental", "jobMediation"), 1);
    let activity = second["activity"].as_array().unwrap();
    let of = |category: &str| activity.iter().find(|it| it["category"] == category).unwrap();
    assert_eq!(of("actionPlan")["minutes"], 45);
    assert_eq!(lead.reads("/tables/1?population=education").await["persons"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_reads_a_table_as_it_was_at_any_moment_and_an_auditor_at_the_end_of_a_day() {
    let world = World::start().await;
    let operator = world.operator().await;
    let opened = clock::now() - 1.hour();
    let centre = world.centre(&operator, "lsc01").await;
    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = world.signs_in(&auditor.card).await;
    assert_eq!(auditor.reads("/centres").await["items"][0]["id"], "lsc01");

    let before = clock::now();
    for name in ["Two", "Three", "Four"] {
        centre.lead.registers_youth(name).await;
    }
    let after = clock::now();
    centre.lead.registers_youth("Five").await;

    let as_of = |moment| format!("/tables/1?asOf={moment}");
    assert_eq!(centre.lead.reads("/tables/1").await["persons"], 5);
    let old = centre.lead.reads(&as_of(before)).await;
    assert_eq!(old["persons"], 1);
    let exact = centre.lead.reads(&as_of(after)).await;
    assert_eq!((&exact["persons"], cell(&exact, "mental", "female")), (&json!(4), 4));
    // The same question about the same moment has the same answer, with the same hash.
    assert_eq!(centre.lead.reads(&as_of(before)).await, old);
    assert_eq!(centre.lead.reads(&as_of(opened)).await["persons"], 0, "before there was a centre");
    let ahead = centre.lead.get(&as_of(clock::now() + 1.hour())).send().await;
    ahead.has_issue("asOf", "inTheFuture");

    // What is registered today is read outside the centre tomorrow, so that nobody sees when.
    let outside = auditor.reads("/tables/1?centre=lsc01").await;
    assert_eq!((&outside["persons"], &outside["notShownBelow"]), (&Value::Null, &json!(3)));
    assert_eq!(outside["asOf"]["day"], outside["to"]);
    auditor.get(&as_of(after)).send().await.has_issue("asOf", "dayNotOver");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_story_is_told_when_every_service_has_a_port_of_its_own() {
    let apart = Apart::start().await;
    let operator = apart.operator().await;
    let centre = tests::world::centre(&apart, &operator, "lsc01").await;
    let Centre { lead, coach, youth, .. } = &centre;

    let exercises = youth.reads("/exercises").await;
    youth.does(&items(&exercises)[0], None).await;
    let step = facts::step(ActionCategory::FirstMeeting);
    coach.registers_step(youth.id, &step).await;
    let timeline = youth.reads("/me/timeline").await;
    let types: Vec<_> = items(&timeline).iter().map(|entry| &entry["type"]).collect();
    let told = ["step", "exerciseCompleted", "coachChosen", "intake", "registered"];
    assert_eq!(types, told);
    assert_eq!(cell(&lead.reads("/tables/2").await, "mental", "firstMeeting"), 1);

    let health = apart.get("/health").send().await.with(200);
    assert_eq!(health["status"], "UP");
    apart.stops().await;
}
