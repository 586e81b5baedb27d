//! What is read and written.

use prost_reflect::{DynamicMessage, Kind, MessageDescriptor};
use serde_json::{Map, Value, json};

use super::{
    OPERATIONS, POOL,
    json::{Shown, fields_of, fill},
    routes::in_body,
};

fn read(message: &str, body: Value) -> Result<DynamicMessage, (String, String)> {
    let descriptor = POOL.get_message_by_name(message).unwrap();
    let mut message = DynamicMessage::new(descriptor.clone());
    let Value::Object(body) = body else { panic!("a body is an object") };
    let done = fill(&mut message, &fields_of(&descriptor), body, "");
    done.map(|()| message).map_err(|(name, reason)| (name, reason.to_string()))
}

fn written(message: DynamicMessage) -> Value {
    serde_json::to_value(Shown { message, without: None }).unwrap()
}

#[track_caller]
fn wrong(message: &str, body: Value, name: &str, reason: &str) {
    let found = read(message, body).unwrap_err();
    assert_eq!(found, (name.to_owned(), reason.to_owned()));
}

const CHOSEN: &str = "stc.exercises.v1.Chosen";
const ANSWER: &str = "stc.exercises.v1.AnswerStepRequest";
const CLOSE: &str = "stc.trajectories.v1.CloseTrajectoryRequest";
const REGISTER: &str = "stc.trajectories.v1.RegisterYouthRequest";

#[test]
fn a_wrong_field_is_named_with_its_path() {
    wrong(CHOSEN, json!({ "options": "x" }), "options", "wrongType");
    wrong(CHOSEN, json!({ "options": ["x", 7] }), "options[1]", "wrongType");
    wrong(CHOSEN, json!({}), "options", "missing");
    wrong(CHOSEN, json!({ "options": null }), "options", "wrongType");
    wrong(CHOSEN, json!({ "options": [], "more": 1 }), "more", "unknownField");
    let of_a_kind = json!({ "run": "r", "step": "a", "chosen": { "options": ["x", 7] } });
    wrong(ANSWER, of_a_kind, "chosen.options[1]", "wrongType");
    let ends = |hours: Value| json!({ "youth": "y", "occurredOn": "2026-03-09", "kind": "job", "hoursPercent": hours });
    wrong(CLOSE, ends(json!(-1)), "hoursPercent", "unknownValue");
    wrong(CLOSE, ends(json!(5_000_000_000_u64)), "hoursPercent", "unknownValue");
    wrong(CLOSE, ends(json!(1.5)), "hoursPercent", "wrongType");
    wrong(CLOSE, ends(json!("50")), "hoursPercent", "wrongType");
    let within = json!({ "id": "y", "name": "", "source": "clb", "registeredOn": "",
        "intake": { "gender": 3 } });
    wrong(REGISTER, within, "intake.gender", "wrongType");
}

#[test]
fn what_is_optional_may_be_null_or_left_out_and_is_written_as_null() {
    for body in [json!({ "options": [] }), json!({ "options": [], "own": null })] {
        let message = read(CHOSEN, body).unwrap();
        let written = written(message);
        assert_eq!(written, json!({ "options": [], "own": null }));
    }
}

#[test]
fn of_several_kinds_one_is_there_and_the_others_are_null() {
    let sorted = json!({ "placed": [{ "card": "c", "bin": "b" }] });
    let body = json!({ "run": "r", "step": "a", "sorted": sorted.clone() });
    let told = written(read(ANSWER, body).unwrap());
    assert_eq!(
        (&told["sorted"], &told["chosen"], &told["own"]),
        (&sorted, &Value::Null, &Value::Null)
    );
}

#[test]
fn what_is_read_is_written_again() {
    let body = json!({ "youth": "y", "occurredOn": "2026-03-09", "kind": "job", "form": "regular",
        "hoursPercent": 50 });
    let message = read(CLOSE, body.clone()).unwrap();
    assert_eq!(written(message), body);
}

#[test]
fn every_refusal_of_an_operation_is_a_reason_and_every_list_of_codes_is_there() {
    let lists = contract::codes(&POOL);
    let mut seen = 0;
    for message in POOL.all_messages() {
        for field in message.fields() {
            if let Some(code) = contract::Rules::of(&field).code {
                assert!(
                    lists.iter().any(|list| list.name == code),
                    "{}: {code}",
                    field.full_name()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
    for operation in OPERATIONS.iter() {
        for reason in &operation.refusals {
            assert!(reason.parse::<vocabulary::Reason>().is_ok(), "{}: {reason}", operation.id);
        }
    }
}

#[test]
fn what_stands_in_an_address_is_a_field_and_the_rest_a_body() {
    for operation in OPERATIONS.iter() {
        let input = operation.method.input();
        for part in operation.path.split('/').filter_map(|it| it.strip_prefix('{')) {
            let name = part.trim_end_matches('}');
            assert!(input.get_field_by_json_name(name).is_some(), "{}: {name}", operation.id);
        }
        // A field of the body that a query cannot say in an address.
        let lists = in_body(operation).iter().any(prost_reflect::FieldDescriptor::is_list);
        assert!(operation.is_command() || !lists, "{}", operation.id);
    }
}

#[test]
fn an_object_that_stands_nowhere_is_refused() {
    let descriptor = POOL.get_message_by_name(ANSWER).unwrap();
    let mut message = DynamicMessage::new(descriptor.clone());
    let missing = fill(&mut message, &fields_of(&descriptor), Map::new(), "answer").unwrap_err();
    assert_eq!(missing.0, "answer.run");
}

#[test]
fn only_what_json_can_say_is_answered() {
    fn check(message: &MessageDescriptor, seen: &mut Vec<String>) {
        if seen.contains(&message.full_name().to_owned()) {
            return;
        }
        seen.push(message.full_name().to_owned());
        for field in message.fields() {
            match field.kind() {
                Kind::Message(inner) if !field.is_map() => check(&inner, seen),
                Kind::Bool | Kind::Uint32 | Kind::Uint64 | Kind::String => {}
                other => panic!("{}: {other:?}", field.full_name()),
            }
        }
    }
    let mut seen = Vec::new();
    for operation in OPERATIONS.iter() {
        check(&operation.method.input(), &mut seen);
        check(&operation.method.output(), &mut seen);
    }
    assert!(seen.len() > 10);
}

#[test]
fn no_schema_of_the_contract_hides_another_one_that_is_written_by_hand() {
    let ours = super::openapi::described().schemas;
    let written = crate::routes::api().merge(crate::routes::open()).into_openapi();
    let lists = contract::codes(&POOL);
    // What a composed operation takes is only named where it is written by hand.
    let composed = OPERATIONS.iter().filter(|operation| operation.composed);
    let composed: Vec<_> = composed.map(|it| it.method.name().to_owned()).collect();
    for (name, by_hand) in written.components.unwrap().schemas {
        let Some(of_contract) = ours.get(&name) else { continue };
        let is_list = lists.iter().any(|list| list.name == name);
        // A message of the contract in an answer that is put together by hand is the same one.
        let same =
            serde_json::to_value(of_contract).unwrap() == serde_json::to_value(by_hand).unwrap();
        assert!(is_list || same || composed.contains(&name), "{name} is written twice");
    }
}
