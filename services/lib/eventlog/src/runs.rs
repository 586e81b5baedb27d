//! Where the events of one tenant stand: runs of positions that follow each other, many to a row.
//!
//! They are written for all tenants at once, one after the other, so that many tenants cost no more
//! pages than few. Who reads one tenant looks up its part of each such time.
//!
//! Invariant: it is a hint. Whoever reads looks at each event whether it is that tenant's.

use std::ops::Range;

use kernel::TenantId;
use rusqlite::{Connection, params};

use super::position::Number;

/// How many runs a row holds: SQLite keeps up to a quarter of a page with its key, and gives what is
/// longer pages of its own.
const ROW_RUNS_MAX: usize = 192;

/// Positions in order, up to a number of them.
#[derive(Debug)]
pub(super) struct Runs {
    runs: Vec<Range<Number>>,
    /// How many more it takes.
    room: u64,
}

impl Runs {
    pub(super) fn up_to(max: usize) -> Self {
        Self { runs: Vec::new(), room: max as u64 }
    }

    pub(super) fn is_full(&self) -> bool {
        self.room == 0
    }

    /// Adds positions after those that are there, as many as there is room for.
    pub(super) fn add(&mut self, run: Range<Number>) {
        let run = run.start..run.end.min(run.start.saturating_add(self.room));
        if run.is_empty() {
            return;
        }
        self.room -= run.end - run.start;
        match self.runs.last_mut() {
            Some(last) if last.end == run.start => last.end = run.end,
            _ => self.runs.push(run),
        }
    }

    /// The last position.
    pub(super) fn last(&self) -> Option<Number> {
        self.runs.last().map(|run| run.end - 1)
    }

    pub(super) fn into_iter(self) -> impl Iterator<Item = Range<Number>> {
        self.runs.into_iter()
    }
}

/// Writes where the events of each tenant stand that came since the last time, up to a position.
pub(super) fn write(
    connection: &Connection,
    until: Number,
    tenants: &[(&TenantId, Vec<Number>)],
) -> rusqlite::Result<()> {
    if tenants.is_empty() {
        return Ok(());
    }
    let since = written_until(connection)? + 1;
    connection
        .prepare_cached("INSERT INTO placed (since, until) VALUES (?1, ?2)")?
        .execute([since, until].map(u64::cast_signed))?;
    let mut insert =
        connection.prepare_cached("INSERT INTO tenant_places VALUES (?1, ?2, ?3, ?4)")?;
    for (tenant, positions) in tenants {
        let runs: Vec<_> = positions.chunk_by(|one, other| one + 1 == *other).collect();
        for row in runs.chunks(ROW_RUNS_MAX) {
            let (first, text) = (row[0][0].cast_signed(), text(row));
            insert.execute(params![until.cast_signed(), tenant.as_str(), first, text])?;
        }
    }
    Ok(())
}

/// Of each run how many positions lie before it, and how long it is if it is not one.
fn text(runs: &[&[Number]]) -> String {
    let (mut end, mut text) = (runs[0][0], String::new());
    for run in runs {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&(run[0] - end).to_string());
        if run.len() > 1 {
            text.push('+');
            text.push_str(&run.len().to_string());
        }
        end = run[0] + run.len() as u64;
    }
    text
}

/// Adds what the file tells of a tenant within a range; false if a row of it is damaged.
pub(super) fn read(
    connection: &Connection,
    tenant: &TenantId,
    positions: &Range<Number>,
    found: &mut Runs,
) -> rusqlite::Result<bool> {
    let mut query = connection.prepare_cached(
        "SELECT first, runs FROM placed CROSS JOIN tenant_places USING (until)
         WHERE until >= ?2 AND since < ?3 AND tenant = ?1
         ORDER BY until, first",
    )?;
    let [start, end] = [positions.start, positions.end]
        .map(|position| i64::try_from(position).unwrap_or(i64::MAX));
    let mut rows = query.query(params![tenant.as_str(), start, end])?;
    while !found.is_full()
        && let Some(row) = rows.next()?
    {
        let (mut end, runs) = (row.get::<_, i64>(0)?.cast_unsigned(), row.get_ref(1)?.as_str()?);
        for run in runs.split(' ') {
            let (gap, length) = run.split_once('+').unwrap_or((run, "1"));
            let (Ok(gap), Ok(length)) = (gap.parse::<u64>(), length.parse::<u64>()) else {
                return Ok(false);
            };
            let start = end.saturating_add(gap);
            end = start.saturating_add(length);
            found.add(start.max(positions.start)..end.min(positions.end));
        }
    }
    Ok(true)
}

/// Up to which position the file tells where events stand.
pub(super) fn written_until(connection: &Connection) -> rusqlite::Result<Number> {
    connection
        .prepare_cached("SELECT coalesce(max(until), 0) FROM placed")?
        .query_row([], |row| row.get::<_, i64>(0))
        .map(i64::cast_unsigned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::open_to_write;

    fn found(connection: &Connection, tenant: &str, range: Range<Number>, max: usize) -> Runs {
        let mut found = Runs::up_to(max);
        assert!(read(connection, &tenant.parse().unwrap(), &range, &mut found).unwrap());
        found
    }

    #[test]
    fn what_was_written_is_found_from_every_position_on() {
        let dir = tempfile::tempdir().unwrap();
        let connection = open_to_write(&dir.path().join("log.db"), None).unwrap();
        // Runs of one and two, so many that they need several rows, written in two goes.
        let all: Vec<Number> = (1..2_000).filter(|position| position % 5 < 3).collect();
        let (first, second) = all.split_at(700);
        let [own, other, short] = ["lsc01", "lsc02", "lsc0"].map(|name| name.parse().unwrap());
        write(&connection, 1_166, &[(&short, vec![5]), (&own, first.to_vec())]).unwrap();
        let second = [(&own, second.to_vec()), (&other, vec![1_203])];
        write(&connection, 2_000, &second).unwrap();
        for start in (1..2_000).step_by(7) {
            for (end, max) in [(start + 1, 9), (start + 400, 100), (3_000, 9), (3_000, 5_000)] {
                let wanted = all.iter().copied().filter(|position| (start..end).contains(position));
                let wanted: Vec<_> = wanted.take(max).collect();
                let found = found(&connection, "lsc01", start..end, max);
                assert_eq!(found.is_full(), wanted.len() == max);
                assert_eq!(found.last(), wanted.last().copied());
                assert_eq!(found.into_iter().flatten().collect::<Vec<_>>(), wanted);
            }
        }
        assert_eq!(found(&connection, "lsc03", 1..3_000, 9).last(), None);
    }

    #[test]
    fn a_row_says_it_in_words_that_can_be_read() {
        let dir = tempfile::tempdir().unwrap();
        let connection = open_to_write(&dir.path().join("log.db"), None).unwrap();
        let tenant = "lsc01".parse().unwrap();
        write(&connection, 60, &[(&tenant, vec![7, 8, 9, 45, 53, 54])]).unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let query = "SELECT first, runs FROM tenant_places";
        let row: (u32, String) = connection.query_row(query, [], row).unwrap();
        assert_eq!(row, (7, "0+3 35 7+2".to_owned()));
        connection.execute("UPDATE tenant_places SET runs = '0+3 x'", []).unwrap();
        assert!(!read(&connection, &tenant, &(1..99), &mut Runs::up_to(9)).unwrap(), "damaged");
    }
}
