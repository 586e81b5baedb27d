//! `stc demo`: fills an empty data directory.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;
use jiff::civil::Date;
use settings::Setting;
use store::Store;

use crate::{CENTRES_MAX, Demo, Logins, SCALE_MAX, Size, YOUTHS_MAX, fill, fill_if_empty};

/// Settings of a demo.
#[derive(Args)]
pub struct DemoArgs {
    /// Data directory; has to be empty.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// How many times the 1952 trajectories of a year.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=SCALE_MAX))]
    scale: u32,
    /// How many centres, in place of a scale.
    #[arg(
        long,
        conflicts_with = "scale",
        value_parser = clap::value_parser!(u32).range(1..=CENTRES_MAX)
    )]
    centres: Option<u32>,
    /// How many youths each of these centres has.
    #[arg(
        long,
        default_value_t = 200,
        requires = "centres",
        value_parser = clap::value_parser!(u32).range(1..=YOUTHS_MAX)
    )]
    youths: u32,
    /// The last day of the twelve months, from 2000 on; yesterday if not given, and at most.
    #[arg(long)]
    until: Option<Date>,
}

/// Fills an empty data directory and tells whom a visitor can be.
///
/// # Errors
///
/// As [`Demo::new`], [`Store::open`] and [`fill`].
pub async fn run(args: &DemoArgs, out: &mut impl Write) -> Result<()> {
    let size = args
        .centres
        .map_or_else(|| Size::years(args.scale), |centres| Size::centres(centres, args.youths));
    let demo = Demo::new(size, args.until).context(Setting("--until"))?;
    let store = Store::open(&args.data)?;
    let logins = fill(&store, demo, progress).await?;
    write!(out, "{}", logins.at("http://127.0.0.1:8080"))?;
    Ok(())
}

/// The small demo in this data directory, made if it is empty.
///
/// # Errors
///
/// As [`Store::open`] and [`fill_if_empty`].
pub async fn in_place(data: &Path) -> Result<Logins> {
    fill_if_empty(&Store::open(data)?, Demo::new(Size::years(1), None)?, progress).await
}

/// Tells how far the demo is: on one line for a person, on a few for a file.
fn progress(done: u64, of: u64) {
    let mut err = io::stderr();
    let percent = done * 100 / of.max(1);
    let _ = if err.is_terminal() {
        let end = if done == of { "\n" } else { "" };
        write!(err, "\rsynthetic Flanders: {percent} %, {done} of {of} acts{end}")
    } else {
        writeln!(err, "synthetic Flanders: {percent} %, {done} of {of} acts")
    };
}
