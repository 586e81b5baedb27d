//! Persistent subscriptions: groups of consumers that share the work, at least once each event. How
//! far a group is stands in a file beside the log.

mod definition;
mod group;
#[cfg(test)]
mod group_tests;
mod messages;
mod runner;
mod store;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use anyhow::{Context, Result};
use eventlog::EventLog;
use futures::{
    Stream, StreamExt,
    stream::{self, BoxStream},
};
use prost::Message;
use proto::eventstore::{
    Empty,
    persistent_subscriptions::{
        CreateReq, CreateResp, DeleteReq, DeleteResp, GetInfoReq, GetInfoResp, ListReq, ListResp,
        ReadReq, ReadResp, ReplayParkedReq, ReplayParkedResp, SubscriptionInfo, UpdateReq,
        UpdateResp, create_req, delete_req, get_info_req, list_req,
        persistent_subscriptions_server::PersistentSubscriptions,
        read_req::{self, Ack, Content, Nack, nack::Action},
        replay_parked_req::{self, options::StopAtOption},
    },
};
use tokio::sync::{Mutex, mpsc, oneshot, watch};
use tonic::{Request, Response, Status, Streaming};
use uuid::Uuid;

use super::{
    stopped,
    wire::{self, IdForm, missing},
};
use definition::{ALL, Definition, Key, key};
use group::Refusal;
use runner::{Command, Runner};
use store::Store;

/// How many groups there may be.
const GROUPS_MAX: usize = 100;
/// How many events a consumer may have at once.
const ROOM_EVENTS_MAX: usize = 1_000;
/// Messages beside events that wait for a consumer: the first word and the last.
const WORDS: usize = 2;
/// The header in which a client says what its connection is called, and how much of it is told.
const CONNECTION_NAME: &str = "connection-name";
const NAME_CHARS_MAX: usize = 100;
/// How many commands may wait for a group.
const COMMANDS_WAITING_MAX: usize = 1_000;

type Commands = mpsc::Sender<Command>;
type Answers = BoxStream<'static, Result<ReadResp, Status>>;

/// The key in the options of a request. The protocol has the same choice under four names.
macro_rules! key_of {
    ($request:ident, $options:ident) => {{
        use $request::options::StreamOption;
        match $options.stream_option {
            Some(StreamOption::StreamIdentifier(stream)) => key(Some(&stream), $options.group_name),
            Some(StreamOption::All(_)) => key(None, $options.group_name),
            None => return Err(missing("the group's stream")),
        }
    }};
}

/// The groups of a log.
pub(super) struct Groups {
    log: Arc<dyn EventLog>,
    store: Arc<Store>,
    running: Mutex<BTreeMap<Key, (Definition, Commands)>>,
    stop: watch::Receiver<bool>,
}

impl Groups {
    /// The groups that are kept in this file, running.
    ///
    /// # Errors
    ///
    /// The file is of no known shape, or cannot be read.
    pub(super) fn open(
        log: Arc<dyn EventLog>,
        file: PathBuf,
        stop: watch::Receiver<bool>,
    ) -> Result<Self> {
        let told = format!("{}: put it aside; groups then have to be made again", file.display());
        let (store, kept) = Store::open(file).context(told)?;
        let mut groups = Self { log, store: Arc::new(store), running: Mutex::default(), stop };
        let mut running = BTreeMap::new();
        for definition in kept {
            let commands = groups.start(definition.clone())?;
            running.insert(definition.key(), (definition, commands));
        }
        groups.running = Mutex::new(running);
        Ok(groups)
    }

    fn start(&self, definition: Definition) -> Result<Commands, Status> {
        let runner = Runner::new(self.log.clone(), self.store.clone(), definition)?;
        let (commands, receiver) = mpsc::channel(COMMANDS_WAITING_MAX);
        tokio::spawn(runner.run(receiver, self.stop.clone()));
        Ok(commands)
    }

    async fn commands(&self, key: &Key) -> Result<Commands, Status> {
        let running = self.running.lock().await;
        let commands = running.get(key).map(|(_, commands)| commands.clone());
        commands.ok_or_else(|| messages::unknown(key))
    }

    async fn info(&self, key: &Key) -> Result<SubscriptionInfo, Status> {
        ask(&self.commands(key).await?, Command::Info).await
    }

    /// Ends a group's run and begins another, with what was written down and this change.
    async fn renew(&self, key: &Key, change: impl FnOnce(&mut Definition)) -> Result<(), Status> {
        let mut running = self.running.lock().await;
        let (definition, commands) = running.get_mut(key).ok_or_else(|| messages::unknown(key))?;
        let why = messages::dropped("the group begins anew: connect again", key);
        ask(commands, |ended| Command::End(why, ended)).await?;
        if let Some(kept) = self.store.kept(key).await {
            *definition = kept;
        }
        change(definition);
        *commands = self.start(definition.clone())?;
        self.store.keep(definition.clone()).await?;
        Ok(())
    }
}

/// Asks a group and waits for its answer.
async fn ask<T>(
    commands: &Commands,
    command: impl FnOnce(oneshot::Sender<T>) -> Command,
) -> Result<T, Status> {
    let (answer, answered) = oneshot::channel();
    let gone = || Status::unavailable("the group is stopping: try again");
    commands.send(command(answer)).await.map_err(|_| gone())?;
    answered.await.map_err(|_| gone())
}

#[tonic::async_trait]
impl PersistentSubscriptions for Groups {
    type ReadStream = Answers;

    async fn create(&self, request: Request<CreateReq>) -> Result<Response<CreateResp>, Status> {
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        let definition = Definition::of(&*self.log, options).await?;
        let mut running = self.running.lock().await;
        if running.contains_key(&definition.key()) {
            return Err(messages::exists(&definition.key()));
        }
        if running.len() >= GROUPS_MAX {
            return Err(Status::resource_exhausted("a log has at most 100 groups"));
        }
        let commands = self.start(definition.clone())?;
        self.store.keep(definition.clone()).await?;
        running.insert(definition.key(), (definition, commands));
        Ok(Response::new(CreateResp {}))
    }

    async fn update(&self, request: Request<UpdateReq>) -> Result<Response<UpdateResp>, Status> {
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        // The same message under two names, with the same numbers.
        let options = create_req::Options::decode(options.encode_to_vec().as_slice())
            .map_err(|_| missing("options of a known shape"))?;
        let wanted = Definition::of(&*self.log, options).await?;
        self.renew(&wanted.key(), |definition| definition.change(wanted)).await?;
        Ok(Response::new(UpdateResp {}))
    }

    async fn delete(&self, request: Request<DeleteReq>) -> Result<Response<DeleteResp>, Status> {
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        let key = key_of!(delete_req, options);
        let mut running = self.running.lock().await;
        let (_, commands) = running.remove(&key).ok_or_else(|| messages::unknown(&key))?;
        let why = messages::dropped("the group was deleted", &key);
        ask(&commands, |ended| Command::End(why, ended)).await?;
        self.store.forget(&key).await?;
        Ok(Response::new(DeleteResp {}))
    }

    async fn read(
        &self,
        request: Request<Streaming<ReadReq>>,
    ) -> Result<Response<Answers>, Status> {
        let connection = request.metadata().get(CONNECTION_NAME);
        let connection = connection.and_then(|name| name.to_str().ok()).unwrap_or_default();
        let connection = connection.chars().take(NAME_CHARS_MAX).collect::<String>();
        let mut requests = request.into_inner();
        let first = requests.message().await?.and_then(|request| request.content);
        let Some(Content::Options(options)) = first else { return Err(missing("options")) };
        let form = form(options.uuid_option);
        let key = key_of!(read_req, options);
        let commands = self.commands(&key).await?;
        let room = usize::try_from(options.buffer_size).unwrap_or(0).clamp(1, ROOM_EVENTS_MAX);
        let (events, received) = mpsc::channel(room + WORDS);
        // The first word is said before anything is handed out.
        let _ = events.try_send(Ok(messages::confirmation(&key)));
        let join = |answer| Command::Join { room, form, connection, events, answer };
        let consumer = ask(&commands, join).await?.ok_or_else(|| messages::full(&key))?;
        // No more is heard once the log stops, or a consumer that stays would keep it from stopping.
        let requests = requests.take_until(stopped(self.stop.clone()));
        tokio::spawn(settle(commands, consumer, requests));
        let answers = stream::unfold(received, |mut received| async move {
            received.recv().await.map(|answer| (answer, received))
        });
        // Without an error at its end a client would wait for good.
        let end = Err(messages::dropped("the group let this consumer go", &key));
        let end = stream::iter([end]);
        Ok(Response::new(answers.chain(end).boxed()))
    }

    async fn get_info(
        &self,
        request: Request<GetInfoReq>,
    ) -> Result<Response<GetInfoResp>, Status> {
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        let key = key_of!(get_info_req, options);
        let subscription_info = Some(self.info(&key).await?);
        Ok(Response::new(GetInfoResp { subscription_info }))
    }

    async fn replay_parked(
        &self,
        request: Request<ReplayParkedReq>,
    ) -> Result<Response<ReplayParkedResp>, Status> {
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        let key = key_of!(replay_parked_req, options);
        let count = match options.stop_at_option {
            Some(StopAtOption::StopAt(count)) => usize::try_from(count).unwrap_or(0),
            Some(StopAtOption::NoLimit(_)) | None => usize::MAX,
        };
        ask(&self.commands(&key).await?, |done| Command::Replay(count, done)).await?;
        Ok(Response::new(ReplayParkedResp {}))
    }

    async fn list(&self, request: Request<ListReq>) -> Result<Response<ListResp>, Status> {
        use list_req::{options::ListOption, stream_option::StreamOption};
        let options = request.into_inner().options.ok_or_else(|| missing("options"))?;
        let source = match options.list_option {
            Some(ListOption::ListForStream(stream)) => match stream.stream_option {
                Some(StreamOption::Stream(stream)) => Some(key(Some(&stream), String::new()).0),
                Some(StreamOption::All(_)) => Some(ALL.to_owned()),
                None => return Err(missing("the stream")),
            },
            Some(ListOption::ListAllSubscriptions(_)) | None => None,
        };
        let keys: Vec<Key> = self.running.lock().await.keys().cloned().collect();
        let wanted = |key: &&Key| source.as_ref().is_none_or(|source| *source == key.0);
        let mut subscriptions = Vec::new();
        for key in keys.iter().filter(wanted) {
            subscriptions.push(self.info(key).await?);
        }
        if source.is_some() && subscriptions.is_empty() {
            return Err(messages::unknown(&(source.unwrap_or_default(), String::new())));
        }
        Ok(Response::new(ListResp { subscriptions }))
    }

    async fn restart_subsystem(&self, _: Request<Empty>) -> Result<Response<Empty>, Status> {
        let keys: Vec<Key> = self.running.lock().await.keys().cloned().collect();
        for key in keys {
            self.renew(&key, |_| ()).await?;
        }
        Ok(Response::new(Empty {}))
    }
}

/// Passes on what a consumer says of its events, until it says no more.
async fn settle(
    commands: Commands,
    consumer: u64,
    requests: impl Stream<Item = Result<ReadReq, Status>>,
) {
    let mut requests = std::pin::pin!(requests);
    while let Some(Ok(ReadReq { content: Some(content) })) = requests.next().await {
        let command = match content {
            Content::Ack(Ack { ids, .. }) => known(ids).map(|ids| Command::Accept(consumer, ids)),
            Content::Nack(Nack { ids, action, .. }) => {
                known(ids).map(|ids| match Action::try_from(action) {
                    Ok(Action::Park) => Command::Refuse(consumer, ids, Refusal::Park),
                    Ok(Action::Skip) => Command::Refuse(consumer, ids, Refusal::Skip),
                    Ok(Action::Stop) => Command::Leave(consumer),
                    Ok(Action::Unknown | Action::Retry) | Err(_) => {
                        Command::Refuse(consumer, ids, Refusal::Retry)
                    }
                })
            }
            Content::Options(_) => None,
        };
        let Some(command) = command else { break };
        if commands.send(command).await.is_err() {
            return;
        }
    }
    let _ = commands.send(Command::Leave(consumer)).await;
}

fn known(ids: Vec<proto::eventstore::Uuid>) -> Option<Vec<Uuid>> {
    ids.into_iter().map(|id| wire::id(Some(id)).ok()).collect()
}

fn form(option: Option<read_req::options::UuidOption>) -> IdForm {
    use read_req::options::uuid_option::Content;
    match option.and_then(|option| option.content) {
        Some(Content::Structured(_)) => IdForm::Numbers,
        Some(Content::String(_)) | None => IdForm::Text,
    }
}
