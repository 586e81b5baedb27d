//! What a call reads of the log.

use eventlog::{Recorded, Watch, Watched};

use super::*;

/// Notes which streams are read.
#[derive(Default)]
struct Streams(Mutex<Vec<StreamName>>);

impl Watch for Streams {
    fn read(&self, stream: &StreamName, _: &[Recorded]) {
        self.0.lock().unwrap().push(stream.clone());
    }
}

impl Streams {
    fn read_since(&self) -> Vec<StreamName> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

#[tokio::test]
async fn what_a_youth_does_reads_no_more_for_what_they_did_before() {
    let dir = tempfile::tempdir().unwrap();
    let log = EmbeddedLog::open(&dir.path().join("log.sqlite"), Options::default()).unwrap();
    let log = Arc::new(Watched::new(Arc::new(log), Streams::default()));
    let world = World::on(log.clone(), dir.path(), Arc::default());
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    for _ in 0..3 {
        world.whole_run(youth, HOUSING).await;
    }
    world.began(youth, HOUSING, 20).await;
    let own = StreamName::new(run::KIND, &youth.centre.parse().unwrap(), run);
    log.read_since();

    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    world.answer(youth, Uuid::now_v7(), run, first_answer(HOUSING)).await.unwrap();
    let _ = world.complete(youth, Uuid::now_v7(), run).await;
    assert!(log.read_since().iter().all(|stream| *stream == own), "its own run only");

    world.completions(youth, youth.actor).await.unwrap();
    assert_eq!(log.read_since(), [], "what was completed stands in memory");
    world.runs(youth).await;
    assert_eq!(log.read_since().len(), 2, "an open run and a completed one");
    world.overview(youth, "nl").await;
    assert_eq!(log.read_since().len(), 4, "and those before them");
}
