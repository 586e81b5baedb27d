//! What a call reads of the log.

use platform::log::{Appended, Filter, LogError, Page, Pages, Position, Recorded};

use super::*;

/// A log that notes which streams are read.
struct Watched {
    log: EmbeddedLog,
    read: Mutex<Vec<StreamName>>,
}

#[async_trait]
impl EventLog for Watched {
    async fn append(&self, append: Append) -> Result<Appended, LogError> {
        self.log.append(append).await
    }

    async fn read_stream(
        &self,
        stream: &StreamName,
        from: u64,
        max: usize,
    ) -> Result<Vec<Recorded>, LogError> {
        self.read.lock().unwrap().push(stream.clone());
        self.log.read_stream(stream, from, max).await
    }

    async fn read_all(
        &self,
        after: Position,
        filter: &Filter,
        max: usize,
    ) -> Result<Page, LogError> {
        self.log.read_all(after, filter, max).await
    }

    fn pages(&self, after: Position, until: Position, filter: Filter) -> Pages {
        self.log.pages(after, until, filter)
    }

    async fn position_at(&self, instant: jiff::Timestamp) -> Result<Position, LogError> {
        self.log.position_at(instant).await
    }

    async fn at(&self, position: Position) -> Result<Option<Recorded>, LogError> {
        self.log.at(position).await
    }

    async fn end(&self) -> Result<Position, LogError> {
        self.log.end().await
    }

    fn head(&self) -> watch::Receiver<Position> {
        self.log.head()
    }
}

impl Watched {
    fn streams_read(&self) -> Vec<StreamName> {
        std::mem::take(&mut *self.read.lock().unwrap())
    }
}

#[tokio::test]
async fn what_a_youth_does_reads_no_more_for_what_they_did_before() {
    let dir = tempfile::tempdir().unwrap();
    let log = EmbeddedLog::open(&dir.path().join("log.sqlite"), Options::default()).unwrap();
    let log = Arc::new(Watched { log, read: Mutex::default() });
    let world = World::on(log.clone(), dir.path(), Arc::default());
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    for _ in 0..3 {
        world.whole_run(youth, HOUSING).await;
    }
    world.began(youth, HOUSING, 20).await;
    let own = StreamName::new(run::KIND, &youth.centre.parse().unwrap(), run);
    log.streams_read();

    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    world.answer(youth, Uuid::now_v7(), run, first_answer(HOUSING)).await.unwrap();
    let _ = world.complete(youth, Uuid::now_v7(), run).await;
    assert!(log.streams_read().iter().all(|stream| *stream == own), "its own run only");

    world.completions(youth, youth.actor).await.unwrap();
    assert_eq!(log.streams_read(), [], "what was completed stands in memory");
    world.runs(youth).await;
    assert_eq!(log.streams_read().len(), 2, "an open run and a completed one");
    world.overview(youth, "nl").await;
    assert_eq!(log.streams_read().len(), 4, "and those before them");
}
