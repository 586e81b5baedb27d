//! Appending and reading.

use eventlog::Envelope;
use eventstore::{
    BatchAppendOptions, Client, CurrentRevision, DeleteStreamOptions, Error, EventData, Position,
    ReadAllOptions, ReadStream, ReadStreamOptions, RecordedEvent, StreamPosition, StreamState,
    SubscriptionFilter,
};
use futures::future::join_all;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Served, append, envelope, event, expecting, trajectory};

const NONE: [u64; 0] = [];

async fn all_of(mut read: ReadStream) -> Vec<RecordedEvent> {
    let mut events = Vec::new();
    while let Some(event) = read.next().await.unwrap() {
        events.extend(event.event);
    }
    events
}

async fn revisions(client: &Client, number: u128, options: ReadStreamOptions) -> Vec<u64> {
    let read = client.read_stream(trajectory(number), &options).await.unwrap();
    all_of(read).await.iter().map(|event| event.revision).collect()
}

async fn positions(client: &Client, options: ReadAllOptions) -> Vec<u64> {
    let read = client.read_all(&options).await.unwrap();
    all_of(read).await.iter().map(|event| event.position.commit).collect()
}

fn at(position: u64) -> StreamPosition<Position> {
    StreamPosition::Position(Position { commit: position, prepare: position })
}

#[tokio::test]
async fn what_is_appended_is_read_as_it_was() {
    let served = Served::start().await;
    let client = served.client();
    let written = client
        .append_to_stream(
            trajectory(1),
            &expecting(StreamState::NoStream),
            vec![event(1), event(2)],
        )
        .await
        .unwrap();
    assert_eq!(written.next_expected_version, 1);
    assert_eq!(written.position.commit, 2);

    let options = ReadStreamOptions::default();
    let events = all_of(client.read_stream(trajectory(1), &options).await.unwrap()).await;
    assert_eq!(events.len(), 2);
    let second = &events[1];
    assert_eq!(second.id, Uuid::from_u128(2));
    assert_eq!(second.stream_id(), trajectory(1));
    assert_eq!((second.revision, second.position.commit, second.position.prepare), (1, 2, 2));
    assert_eq!(second.event_type, "StepRegistered");
    assert!(second.is_json);
    assert_eq!(second.as_json::<Value>().unwrap(), json!({ "minutes": 30 }));
    assert_eq!(Envelope::from_json(&second.custom_metadata).unwrap(), envelope());
    let age = eventlog::clock::now().as_second() - second.created.timestamp();
    assert!((0..60).contains(&age), "recorded {age} s ago");
}

#[tokio::test]
async fn a_conflict_tells_what_the_stream_is_like() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, [1, 2]).await;
    let refused = async |number, state| match client
        .append_to_stream(trajectory(number), &expecting(state), event(9))
        .await
    {
        Err(Error::WrongExpectedVersion { expected, current }) => {
            assert_eq!(expected, state);
            current
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(1, StreamState::NoStream).await, CurrentRevision::Current(1));
    assert_eq!(refused(1, StreamState::StreamRevision(0)).await, CurrentRevision::Current(1));
    assert_eq!(refused(2, StreamState::StreamRevision(0)).await, CurrentRevision::NoStream);
    assert_eq!(refused(2, StreamState::StreamExists).await, CurrentRevision::NoStream);
    let exists = expecting(StreamState::StreamExists);
    client.append_to_stream(trajectory(1), &exists, event(3)).await.unwrap();
}

#[tokio::test]
async fn a_retry_is_answered_with_the_first_result() {
    let served = Served::start().await;
    let client = served.client();
    for _ in 0..2 {
        let none = expecting(StreamState::NoStream);
        let first = client.append_to_stream(trajectory(1), &none, event(1)).await.unwrap();
        assert_eq!((first.next_expected_version, first.position.commit), (0, 1));
        append(&client, 1, [2]).await;
    }
    let twice = vec![event(3), event(3)];
    let twice = client.append_to_stream(trajectory(1), &expecting(StreamState::Any), twice).await;
    assert!(matches!(twice, Err(Error::Grpc { code, .. }) if code as i32 == 3));
    let part = expecting(StreamState::Any);
    let part = client.append_to_stream(trajectory(1), &part, vec![event(2), event(3)]).await;
    assert!(matches!(part, Err(Error::Grpc { code, .. }) if code as i32 == 3));
}

#[tokio::test]
async fn a_stream_is_read_in_both_directions() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..5).await;
    let read = |options| revisions(&client, 1, options);
    let options = ReadStreamOptions::default;
    let from = StreamPosition::Position;
    assert_eq!(read(options()).await, [0, 1, 2, 3, 4]);
    assert_eq!(read(options().position(from(2)).max_count(2)).await, [2, 3]);
    assert_eq!(read(options().position(from(7))).await, NONE);
    assert_eq!(read(options().position(StreamPosition::End).max_count(2)).await, [4, 3]);
    assert_eq!(read(options().backwards().position(from(2))).await, [2, 1, 0]);
    assert_eq!(read(options().backwards().position(from(7)).max_count(1)).await, [4]);
    assert_eq!(read(options().backwards()).await, [0]);
}

#[tokio::test]
async fn the_whole_log_is_read_in_both_directions() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, 0..3).await;
    append(&client, 2, 3..6).await;
    let read = |options| positions(&client, options);
    let options = ReadAllOptions::default;
    assert_eq!(read(options()).await, [1, 2, 3, 4, 5, 6]);
    assert_eq!(read(options().position(at(3)).max_count(2)).await, [3, 4]);
    assert_eq!(read(options().position(StreamPosition::End).max_count(2)).await, [6, 5]);
    assert_eq!(read(options().backwards().position(at(3))).await, [2, 1]);
    let second = SubscriptionFilter::on_stream_name().add_prefix(trajectory(2));
    assert_eq!(read(options().filter(second.clone()).max_count(2)).await, [4, 5]);
    let backwards = options().position(StreamPosition::End).filter(second).max_count(1);
    assert_eq!(read(backwards).await, [6]);
    let unknown = SubscriptionFilter::on_event_type().regex("^(?!StepRegistered$)");
    assert_eq!(read(options().filter(unknown)).await, NONE);
}

#[tokio::test]
async fn what_does_not_fit_on_one_page_is_read_whole() {
    let served = Served::start().await;
    let client = served.client();
    for thousand in 0..5 {
        append(&client, 1, (thousand * 1_000)..(thousand * 1_000 + 1_000)).await;
    }
    let forwards: Vec<u64> = (0..5_000).collect();
    let backwards: Vec<u64> = (0..5_000).rev().collect();
    let options = ReadStreamOptions::default;
    assert_eq!(revisions(&client, 1, options()).await, forwards);
    assert_eq!(revisions(&client, 1, options().position(StreamPosition::End)).await, backwards);
    let options = ReadAllOptions::default;
    assert_eq!(positions(&client, options()).await.len(), 5_000);
    let all = positions(&client, options().position(StreamPosition::End)).await;
    assert!(all.iter().copied().eq((1..=5_000).rev()));
}

#[tokio::test]
async fn one_centre_is_read_by_its_prefix_as_by_any_other_filter() {
    let served = Served::start().await;
    let client = served.client();
    // More than is looked at together, and others between them.
    for round in 0..4 {
        append(&client, round % 2, (0..150).map(|id| round * 1_000 + id)).await;
        let other = format!("lsc011.trajectory-{}", Uuid::from_u128(round));
        let events = vec![event(1), event(2)];
        client.append_to_stream(other, &expecting(StreamState::NoStream), events).await.unwrap();
    }
    let name = SubscriptionFilter::on_stream_name;
    let (centre, second) = (name().add_prefix("lsc01."), name().add_prefix(trajectory(1)));
    for (prefix, regex) in [(centre, "^lsc01\\."), (second, "^lsc01\\..*1$")] {
        for from in [StreamPosition::Start, at(152), at(400), StreamPosition::End] {
            for count in [2, 280, 1_000] {
                let options = ReadAllOptions::default().position(from).max_count(count);
                let read = positions(&client, options.clone().filter(prefix.clone())).await;
                let wanted = positions(&client, options.filter(name().regex(regex))).await;
                assert_eq!(read, wanted, "{count} of {regex} from {from:?}");
            }
        }
        let options = ReadAllOptions::default().position(StreamPosition::End).backwards();
        let read = positions(&client, options.filter(prefix).max_count(3)).await;
        assert!(read.len() == 3 && read.is_sorted_by(|one, other| one > other), "{read:?}");
    }
}

#[tokio::test]
async fn a_stream_that_is_none_is_not_found() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, [1]).await;
    let capital = trajectory(1).replace("lsc01", "LSC01");
    for name in [trajectory(2), "$ce-trajectory".to_owned(), capital] {
        for options in [ReadStreamOptions::default(), ReadStreamOptions::default().backwards()] {
            let mut read = client.read_stream(name.as_str(), &options).await.unwrap();
            assert!(matches!(read.next().await, Err(Error::ResourceNotFound)), "{name}");
        }
    }
}

#[tokio::test]
async fn what_is_no_event_of_ours_is_refused() {
    let served = Served::start().await;
    let client = served.client();
    let bare = EventData::json("StepRegistered", &json!({})).unwrap();
    let binary =
        EventData::binary("StepRegistered", vec![1].into()).metadata_as_json(&envelope()).unwrap();
    let nameless = EventData::json("", &json!({})).unwrap().metadata_as_json(&envelope()).unwrap();
    let refused = [
        (trajectory(1), bare),
        (trajectory(1), binary),
        (trajectory(1), nameless),
        ("orders".to_owned(), event(1)),
        (trajectory(1).to_uppercase(), event(1)),
    ];
    for (name, event) in refused {
        let any = expecting(StreamState::Any);
        let answer = client.append_to_stream(name.as_str(), &any, event).await;
        assert!(matches!(answer, Err(Error::Grpc { code, .. }) if code as i32 == 3), "{answer:?}");
    }
    assert_eq!(positions(&client, ReadAllOptions::default()).await, NONE);
}

#[tokio::test]
async fn nothing_is_ever_deleted() {
    let served = Served::start().await;
    let client = served.client();
    append(&client, 1, [1]).await;
    let answer = client.delete_stream(trajectory(1), &DeleteStreamOptions::default()).await;
    assert!(matches!(answer, Err(Error::Grpc { code, .. }) if code as i32 == 9), "{answer:?}");
    assert_eq!(revisions(&client, 1, ReadStreamOptions::default()).await, [0]);
}

#[tokio::test]
async fn many_appends_over_one_call_are_each_answered() {
    let served = Served::start().await;
    let client = served.client();
    let batch = client.batch_append(&BatchAppendOptions::default()).await.unwrap();
    let appends = (0..500_u128).map(|number| {
        let (batch, none) = (&batch, StreamState::NoStream);
        async move { batch.append_to_stream(trajectory(number), none, vec![event(number)]).await }
    });
    let mut positions: Vec<_> = join_all(appends)
        .await
        .into_iter()
        .map(|answer| answer.unwrap().current_position().unwrap().commit)
        .collect();
    positions.sort_unstable();
    assert!(positions.into_iter().eq(1..=500));

    let none = StreamState::NoStream;
    let conflict = batch.append_to_stream(trajectory(1), none, vec![event(1_000)]).await;
    let Err(Error::Grpc { code, message }) = conflict else { panic!("{conflict:?}") };
    assert_eq!((code as i32, message.as_str()), (6, "WrongExpectedVersion"));
}
