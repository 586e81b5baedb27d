//! The paper's reach table (L302–329) and what it costs, derived from its inputs.
//!
//! The inputs stand in `data/capacity-*.csv`, each with its line in the paper; nothing here is a
//! figure of the paper itself.

mod file;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, fmt};

pub use self::file::FILE_BYTES_MAX;
use self::file::{File, Kind};

/// The inputs as the repository has them.
pub const GROUPS: &str = include_str!("../data/capacity-groups.csv");
/// See [`GROUPS`].
pub const PARAMETERS: &str = include_str!("../data/capacity-parameters.csv");

/// The columns of the groups that are reckoned with.
const COLUMNS: [&str; 6] =
    ["group", "inflow", "years", "disability_share", "seeking_share", "without_groups_above"];

/// Every parameter, and what it may be.
const KNOWN: [(&str, Kind); 7] = [
    ("costPerTrajectory", Kind::Amount),
    ("valuePerJobYear", Kind::Divisor),
    ("trajectoriesToday", Kind::Divisor),
    ("centres", Kind::Count),
    ("ftePerCentre", Kind::Amount),
    ("youthsPerFte", Kind::Amount),
    ("employmentShare", Kind::Share),
];

/// Why a file of inputs cannot be used: where it is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Wrong(String);

type Result<T> = std::result::Result<T, Wrong>;

/// One group of young people.
#[derive(Clone, Debug)]
pub struct Group {
    name: String,
    inflow: f64,
    years: f64,
    disability_share: f64,
    seeking_share: f64,
    without_groups_above: bool,
}

/// What a trajectory costs and brings.
#[derive(Clone, Debug)]
pub struct Parameters(HashMap<&'static str, f64>);

impl Parameters {
    /// One of [`KNOWN`]: all were there.
    fn of(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or_default()
    }
}

/// One row of the reach table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The group.
    pub group: String,
    /// Young people a year.
    pub inflow: u64,
    /// Of them with a disability.
    pub with_disability: u64,
    /// Of them in need of a trajectory.
    pub trajectories: u64,
}

/// The reach table and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// One row per group.
    pub groups: Vec<Reach>,
    /// Trajectories a year.
    pub trajectories: u64,
    /// Cost a year, euro.
    pub cost: f64,
    /// Full-time job-years that repay it.
    pub break_even: f64,
    /// Times today's capacity.
    pub growth: f64,
    /// Youths that can be coached at once.
    pub seats: f64,
    /// Longest mean trajectory with which the seats suffice, months; `None` if nobody needs one.
    pub months: Option<f64>,
    /// Value of the expected employment, euro.
    pub value: f64,
}

/// Reads the groups of young people.
///
/// # Errors
///
/// The file is not of the shape of `data/capacity-groups.csv`; the message tells line and column.
pub fn groups(bytes: &[u8]) -> Result<Vec<Group>> {
    let file = File::read(bytes, &COLUMNS)?;
    file.check_named_once("group")?;
    let group = |row: file::Cells<'_>| {
        Ok(Group {
            name: row.text("group").to_owned(),
            inflow: row.figure("inflow", Kind::Count)?,
            years: row.figure("years", Kind::FromOne)?,
            disability_share: row.figure("disability_share", Kind::Share)?,
            seeking_share: row.figure("seeking_share", Kind::Share)?,
            without_groups_above: row.yes("without_groups_above")?,
        })
    };
    file.rows().map(group).collect()
}

/// Reads the parameters: all there are, each once.
///
/// # Errors
///
/// The file is not of the shape of `data/capacity-parameters.csv`; the message tells line and column.
pub fn parameters(bytes: &[u8]) -> Result<Parameters> {
    let file = File::read(bytes, &["parameter", "value"])?;
    file.check_named_once("parameter")?;
    let mut read = HashMap::new();
    for row in file.rows() {
        let name = row.text("parameter");
        let known = KNOWN.into_iter().find(|(known, _)| *known == name);
        let names = || KNOWN.map(|(known, _)| known).join(", ");
        let (name, kind) = known
            .ok_or_else(|| row.wrong("parameter", &format!("{name:?} is none of {}", names())))?;
        read.insert(name, row.figure("value", kind)?);
    }
    match KNOWN.iter().find(|(name, _)| !read.contains_key(name)) {
        None => Ok(Parameters(read)),
        Some((name, _)) => Err(Wrong(format!("column parameter: {name} is missing"))),
    }
}

/// Derives the table.
pub fn derive(groups: &[Group], parameters: &Parameters) -> Capacity {
    let mut rows: Vec<Reach> = Vec::new();
    for group in groups {
        rows.push(reach(group, &rows));
    }
    let trajectories: u64 = rows.iter().map(|row| row.trajectories).sum();
    let people = figure(trajectories);
    let cost = people * parameters.of("costPerTrajectory");
    let value = parameters.of("valuePerJobYear");
    let seats = ["centres", "ftePerCentre", "youthsPerFte"].map(|name| parameters.of(name));
    let seats = seats.into_iter().product();
    Capacity {
        groups: rows,
        trajectories,
        cost,
        break_even: cost / value,
        growth: people / parameters.of("trajectoriesToday"),
        seats,
        months: (trajectories > 0).then(|| seats / people * 12.0),
        value: people * parameters.of("employmentShare") * value,
    }
}

/// The paper rounds each group to whole people and truncates what is left over for NEETs (L312).
fn reach(group: &Group, above: &[Reach]) -> Reach {
    let inflow = group.inflow / group.years;
    let with_disability = inflow * group.disability_share;
    let seeking = with_disability * group.seeking_share;
    let trajectories = if group.without_groups_above {
        let counted: u64 = above.iter().map(|row| row.trajectories).sum();
        whole((seeking - figure(counted)).floor())
    } else {
        whole(seeking.round())
    };
    let (inflow, with_disability) = (whole(inflow.round()), whole(with_disability.round()));
    Reach { group: group.name.clone(), inflow, with_disability, trajectories }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded before, and no negative number of people is meant"
)]
fn whole(people: f64) -> u64 {
    people.max(0.0) as u64
}

#[expect(clippy::cast_precision_loss, reason = "far fewer people than a double counts exactly")]
fn figure(people: u64) -> f64 {
    people as f64
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<20} {:>8} {:>16} {:>13}",
            "group", "inflow", "with disability", "trajectories"
        )?;
        for row in &self.groups {
            let Reach { group, inflow, with_disability, trajectories } = row;
            writeln!(f, "{group:<20} {inflow:>8} {with_disability:>16} {trajectories:>13}")?;
        }
        let sum = |of: fn(&Reach) -> u64| self.groups.iter().map(of).sum::<u64>();
        let (inflow, disabled) = (sum(|row| row.inflow), sum(|row| row.with_disability));
        writeln!(f, "{:<20} {inflow:>8} {disabled:>16} {:>13}", "total", self.trajectories)?;
        writeln!(f)?;
        writeln!(f, "cost a year           EUR {}", thousands(self.cost))?;
        writeln!(f, "break-even            {:.0} full-time job-years", self.break_even)?;
        writeln!(f, "expected value        EUR {}", thousands(self.value))?;
        writeln!(f, "times today           {:.1}", self.growth)?;
        writeln!(f, "seats at once         {:.0}", self.seats)?;
        match self.months {
            Some(months) => write!(f, "longest mean          {months:.2} months a trajectory"),
            None => write!(f, "longest mean          nobody needs a trajectory"),
        }
    }
}

fn thousands(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
