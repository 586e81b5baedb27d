//! `stc audit gdpr`: who read or changed what of whom, as a file, with the log positions it rests on.
//!
//! Invariant: it says what the screens say: both are the same fold of the same events.

use std::{io::Write, path::PathBuf};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use eventlog::{Filter, PAGE_EVENTS_MAX, Position, Reader};
use events::{
    Code,
    centre::{self, Centre},
};
use identity::views::{AuditEntry, AuditLog, Wanted};
use jiff::civil::Date;
use kernel::{TenantId, zone::Zone};
use runtime::{View, view::OpenKeys};
use serde::Serialize;
use uuid::Uuid;

use crate::logfile::open;

/// Which audit log, and how it is written.
#[derive(Args)]
pub struct Gdpr {
    /// Data directory.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// The centre.
    #[arg(long)]
    centre: TenantId,
    /// Only about this person.
    #[arg(long)]
    person: Option<Uuid>,
    /// Only by this person.
    #[arg(long)]
    by: Option<Uuid>,
    /// The first day on which it was recorded, where the centre is.
    #[arg(long)]
    from: Option<Date>,
    /// The last day.
    #[arg(long)]
    to: Option<Date>,
    /// As it was known at the end of this day.
    #[arg(long)]
    as_of: Option<Date>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line for each entry below a line of names.
    Csv,
    /// A JSON object for each entry.
    Jsonl,
}

/// An entry as it is written: ids and codes, never a name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    position: Position,
    recorded_at: String,
    occurred_on: String,
    person: Uuid,
    actor: Uuid,
    actor_role: &'static str,
    purpose: &'static str,
    read: Option<&'static str>,
    change: Option<&'static str>,
}

/// The fields of a line, in their order.
const COLUMNS: [&str; 9] = [
    "position",
    "recordedAt",
    "occurredOn",
    "person",
    "actor",
    "actorRole",
    "purpose",
    "read",
    "change",
];

/// Writes the entries in the order of the log.
///
/// # Errors
///
/// The log cannot be read, or the lines not written.
pub fn run(args: &Gdpr, out: &mut impl Write) -> Result<()> {
    let mut reader = open(&args.data)?;
    let zone = zone(&mut reader, &args.centre)?;
    let mut log = AuditLog::default();
    fold(&mut reader, AuditLog::filter(), &args.centre, |event| {
        if let Some(fact) = AuditLog::read(event, &OpenKeys::default())? {
            log.apply(event, fact);
        }
        Ok(())
    })?;
    let wanted = Wanted { person: args.person, by: args.by, ..Wanted::default() };
    // What was known on a day is what was recorded by then.
    let to = args.to.into_iter().chain(args.as_of).min();
    let wanted = wanted.between(&zone, args.from, to);
    let mut entries: Vec<_> = log.latest_first(wanted).map(line).collect();
    entries.reverse();
    match args.format {
        Format::Csv => {
            // Named also where there is nothing to write.
            let mut csv = csv::WriterBuilder::new().has_headers(false).from_writer(out);
            csv.write_record(COLUMNS)?;
            for entry in entries {
                csv.serialize(entry)?;
            }
            csv.flush()?;
        }
        Format::Jsonl => {
            for entry in entries {
                serde_json::to_writer(&mut *out, &entry)?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(())
}

fn line(entry: AuditEntry) -> Line {
    let (read, change) = entry.did.names();
    Line {
        position: entry.position,
        recorded_at: entry.recorded_at().to_string(),
        occurred_on: entry.occurred_on.to_string(),
        person: entry.person,
        actor: entry.actor,
        actor_role: entry.role.name(),
        purpose: entry.purpose.name(),
        read,
        change,
    }
}

/// By which clock the centre lives.
fn zone(reader: &mut Reader, tenant: &TenantId) -> Result<Zone> {
    let mut found = None;
    fold(reader, Filter::kinds(&[centre::KIND]), tenant, |event| {
        found = Centre::after(found.take(), event.decoded()?);
        Ok(())
    })?;
    found.map(|centre| centre.zone).with_context(|| format!("there is no centre {tenant}"))
}

fn fold(
    reader: &mut Reader,
    filter: Filter,
    tenant: &TenantId,
    mut each: impl FnMut(&eventlog::Recorded) -> Result<()>,
) -> Result<()> {
    let filter = Filter { tenant: Some(tenant.clone()), ..filter };
    let mut after = Position::START;
    loop {
        let page = reader.all(after, &filter, PAGE_EVENTS_MAX)?;
        page.events.iter().try_for_each(&mut each)?;
        after = page.next;
        if !page.more {
            return Ok(());
        }
    }
}
