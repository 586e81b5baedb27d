//! The log as JSON lines. Reads the file itself, so it works while the platform runs.

use std::{
    io::{self, Write},
    path::Path,
    time::Duration,
};

use anyhow::{Context, Result};
use eventlog::{Filter, PAGE_EVENTS_MAX, Position, Reader, Recorded};
use runtime::datadir::log_file;
use serde::Serialize;
use serde_json::value::RawValue;

/// How often a tail looks for more.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// One event as a line. Personal parts stay sealed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    position: Position,
    stream: &'a str,
    revision: u64,
    id: uuid::Uuid,
    r#type: &'a str,
    recorded_at: String,
    occurred_on: String,
    tenant: &'a str,
    subject: Option<uuid::Uuid>,
    meta: &'a RawValue,
    data: &'a RawValue,
}

/// Writes every event after a position; returns the last position written.
///
/// # Errors
///
/// The log cannot be read, or the lines not written.
pub fn export(data: &Path, mut after: Position, out: &mut impl Write) -> Result<Position> {
    let mut reader = open(data)?;
    loop {
        let page = reader.all(after, &Filter::default(), PAGE_EVENTS_MAX)?;
        for event in &page.events {
            write(event, out)?;
        }
        after = page.next;
        if !page.more {
            return Ok(after);
        }
    }
}

/// Writes the last events and then every new one, until the lines cannot be written any more.
///
/// # Errors
///
/// As [`export`].
pub fn tail(data: &Path, last: u64, out: &mut impl Write) -> Result<()> {
    let mut after = open(data)?.before_last(last)?;
    loop {
        after = match export(data, after, out).and_then(|after| Ok((out.flush()?, after).1)) {
            Ok(after) => after,
            Err(error) if is_closed(&error) => return Ok(()),
            Err(error) => return Err(error),
        };
        std::thread::sleep(LOOK_EVERY);
    }
}

/// Whether the reader of our lines went away, as `head` does.
pub fn is_closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
}

pub(crate) fn open(data: &Path) -> Result<Reader> {
    let file = log_file(data);
    Reader::open(&file).with_context(|| format!("is {} a data directory?", data.display()))
}

fn write(event: &Recorded, out: &mut impl Write) -> Result<()> {
    let line = Line {
        position: event.position,
        stream: event.stream.as_str(),
        revision: event.revision,
        id: event.id(),
        r#type: event.name,
        recorded_at: event.recorded_at().to_string(),
        occurred_on: event.occurred_on.to_string(),
        tenant: event.stream.tenant().as_str(),
        subject: event.subject(),
        meta: serde_json::from_slice(event.meta_json())?,
        data: serde_json::from_slice(event.data())?,
    };
    let line = serde_json::to_vec(&line)?;
    out.write_all(&line)?;
    out.write_all(b"\n")?;
    Ok(())
}
