//! gRPC messages that make no sense.

use kernel::Role;
use proto::{
    exercises::{ListExercisesRequest, exercise_service_client::ExerciseServiceClient},
    identity::{
        ListPeopleRequest, RegisterPersonRequest, directory_service_client::DirectoryServiceClient,
        person_service_client::PersonServiceClient,
    },
    monitoring::{GetTableRequest, table_service_client::TableServiceClient},
    trajectories::{
        RegisterStepRequest, RegisterYouthRequest, step_service_client::StepServiceClient,
        trajectory_service_client::TrajectoryServiceClient,
    },
};
use tests::apart::Apart;
use tonic::{Code, Request, Status};
use tonic_types::StatusExt as _;

fn by<T>(apart: &Apart, role: Role, message: T) -> Request<T> {
    let mut request = Request::new(message);
    let bearer = format!("Bearer {}", apart.token("lsc01", role));
    request.metadata_mut().insert("authorization", bearer.parse().unwrap());
    request
}

#[track_caller]
fn is_wrong<T: std::fmt::Debug>(answer: Result<T, Status>, field: &str) {
    let status = answer.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().unwrap();
    assert_eq!(details.field_violations[0].field, field);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_with_senseless_fields_is_refused_with_the_fields_name() {
    let apart = Apart::start().await;
    let junk = || "\u{0}junk \u{1F600}".to_owned();

    let mut people = PersonServiceClient::new(apart.channel("stc.identity.v1"));
    let message = RegisterPersonRequest { id: junk(), ..RegisterPersonRequest::default() };
    is_wrong(people.register_person(by(&apart, Role::Lead, message)).await, "id");
    let message = ListPeopleRequest { page: Some(junk()), ..ListPeopleRequest::default() };
    let mut directory = DirectoryServiceClient::new(apart.channel("stc.identity.v1"));
    is_wrong(directory.list_people(by(&apart, Role::Lead, message)).await, "page");

    let mut trajectories = TrajectoryServiceClient::new(apart.channel("stc.trajectories.v1"));
    let message = RegisterYouthRequest { id: junk(), ..RegisterYouthRequest::default() };
    is_wrong(trajectories.register_youth(by(&apart, Role::Lead, message)).await, "id");
    let youth = uuid::Uuid::nil().to_string();
    let message =
        RegisterStepRequest { youth, occurred_on: junk(), ..RegisterStepRequest::default() };
    let mut steps = StepServiceClient::new(apart.channel("stc.trajectories.v1"));
    is_wrong(steps.register_step(by(&apart, Role::Coach, message)).await, "occurredOn");

    let mut exercises = ExerciseServiceClient::new(apart.channel("stc.exercises.v1"));
    let message = ListExercisesRequest { language: junk() };
    is_wrong(exercises.list_exercises(by(&apart, Role::Youth, message)).await, "language");

    let mut monitoring = TableServiceClient::new(apart.channel("stc.monitoring.v1"));
    let message = GetTableRequest { table: 1, from: junk(), ..GetTableRequest::default() };
    is_wrong(monitoring.get_table(by(&apart, Role::Lead, message)).await, "from");
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_with_a_senseless_id_is_refused() {
    let apart = Apart::start().await;
    let mut directory = DirectoryServiceClient::new(apart.channel("stc.identity.v1"));
    for (name, value) in [("stc-command-id", "x"), ("stc-at-least", "-1")] {
        let mut request = by(&apart, Role::Lead, ListPeopleRequest::default());
        request.metadata_mut().insert(name, value.parse().unwrap());
        is_wrong(directory.list_people(request).await, name);
    }
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bytes_that_are_no_message_are_refused_and_the_service_goes_on() {
    let apart = Apart::start().await;
    let path = "/stc.trajectories.v1.StepService/RegisterStep";
    for junk in [&b"\xff\xff\xff\xff\xff"[..], b"\x0a\xff\x01", b"\x0a\x02\xff\xfe", &[0x80; 4096]]
    {
        let request = by(&apart, Role::Coach, junk.to_vec());
        let code = crate::raw::call(&apart, path, request).await.unwrap_err().code();
        assert_eq!(code, Code::InvalidArgument);
    }
    let huge = by(&apart, Role::Coach, vec![0; runtime::serve::MESSAGE_BYTES_MAX + 1]);
    let code = crate::raw::call(&apart, path, huge).await.unwrap_err().code();
    assert_eq!(code, Code::OutOfRange);
    let nothing = by(&apart, Role::Coach, Vec::new());
    let code = crate::raw::call(&apart, path, nothing).await.unwrap_err().code();
    assert_eq!(code, Code::InvalidArgument);
    apart.stops().await;
}
