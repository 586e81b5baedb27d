//! The paper's reach table (L302–329) and what it costs, derived from its inputs.
//!
//! The inputs stand in `data/capacity-*.csv`, each with its line in the paper; nothing here is a
//! figure of the paper itself.

use std::{collections::HashMap, fmt, io::Read};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The inputs as the repository has them.
pub const GROUPS: &str = include_str!("../data/capacity-groups.csv");
/// See [`GROUPS`].
pub const PARAMETERS: &str = include_str!("../data/capacity-parameters.csv");

/// One group of young people.
#[derive(Debug, Deserialize)]
struct Input {
    group: String,
    inflow: f64,
    years: f64,
    disability_share: String,
    seeking_share: f64,
    without_groups_above: String,
}

#[derive(Debug, Deserialize)]
struct Parameter {
    parameter: String,
    value: f64,
}

/// One row of the reach table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The group.
    pub group: String,
    /// Young people a year.
    pub inflow: u32,
    /// Of them with a disability.
    pub with_disability: u32,
    /// Of them in need of a trajectory.
    pub trajectories: u32,
}

/// The reach table and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// One row per group.
    pub groups: Vec<Reach>,
    /// Trajectories a year.
    pub trajectories: u32,
    /// Cost a year, euro.
    pub cost: f64,
    /// Full-time job-years that repay it.
    pub break_even: f64,
    /// Times today's capacity.
    pub growth: f64,
    /// Youths that can be coached at once.
    pub seats: f64,
    /// Longest mean trajectory with which the seats suffice, months.
    pub months: f64,
    /// Value of the expected employment, euro.
    pub value: f64,
}

/// Derives the table.
///
/// # Errors
///
/// The inputs are not of the shape of `data/capacity-*.csv`; the message names what is missing.
pub fn derive(groups: impl Read, parameters: impl Read) -> Result<Capacity> {
    let parameters = parameters_of(parameters)?;
    let parameter = |name: &str| {
        parameters.get(name).copied().with_context(|| format!("parameter {name} is missing"))
    };
    let mut rows: Vec<Reach> = Vec::new();
    for input in csv::Reader::from_reader(groups).deserialize() {
        let row = reach(&input.context("groups: not the expected columns")?, &rows)?;
        rows.push(row);
    }
    let trajectories: u32 = rows.iter().map(|row| row.trajectories).sum();
    let cost = f64::from(trajectories) * parameter("costPerTrajectory")?;
    let value = parameter("valuePerJobYear")?;
    let seats = parameter("centres")? * parameter("ftePerCentre")? * parameter("youthsPerFte")?;
    Ok(Capacity {
        groups: rows,
        trajectories,
        cost,
        break_even: cost / value,
        growth: f64::from(trajectories) / parameter("trajectoriesToday")?,
        seats,
        months: seats / f64::from(trajectories) * 12.0,
        value: f64::from(trajectories) * parameter("employmentShare")? * value,
    })
}

fn parameters_of(file: impl Read) -> Result<HashMap<String, f64>> {
    let mut parameters = HashMap::new();
    for row in csv::Reader::from_reader(file).deserialize() {
        let Parameter { parameter, value } = row.context("parameters: not the expected columns")?;
        parameters.insert(parameter, value);
    }
    Ok(parameters)
}

/// The paper rounds each group to whole people and truncates what is left over for NEETs (L312).
fn reach(input: &Input, above: &[Reach]) -> Result<Reach> {
    let inflow = input.inflow / input.years;
    let with_disability = inflow * share(&input.disability_share)?;
    let seeking = with_disability * input.seeking_share;
    let trajectories = match input.without_groups_above.as_str() {
        "no" => whole(seeking.round()),
        "yes" => {
            let counted: u32 = above.iter().map(|row| row.trajectories).sum();
            whole((seeking - f64::from(counted)).floor())
        }
        other => bail!("without_groups_above is yes or no, not {other:?}"),
    };
    let (inflow, with_disability) = (whole(inflow.round()), whole(with_disability.round()));
    Ok(Reach { group: input.group.clone(), inflow, with_disability, trajectories })
}

/// `1/3` or `0.5`.
fn share(text: &str) -> Result<f64> {
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    let number = |text: &str| text.trim().parse::<f64>().with_context(|| format!("share {text:?}"));
    Ok(number(over)? / number(under)?)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded before, and no negative number of people is meant"
)]
fn whole(people: f64) -> u32 {
    people.max(0.0) as u32
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
        let sum = |of: fn(&Reach) -> u32| self.groups.iter().map(of).sum::<u32>();
        let (inflow, disabled) = (sum(|row| row.inflow), sum(|row| row.with_disability));
        writeln!(f, "{:<20} {inflow:>8} {disabled:>16} {:>13}", "total", self.trajectories)?;
        writeln!(f)?;
        writeln!(f, "cost a year           EUR {}", thousands(self.cost))?;
        writeln!(f, "break-even            {:.0} full-time job-years", self.break_even)?;
        writeln!(f, "expected value        EUR {}", thousands(self.value))?;
        writeln!(f, "times today           {:.1}", self.growth)?;
        writeln!(f, "seats at once         {:.0}", self.seats)?;
        write!(f, "longest mean          {:.2} months a trajectory", self.months)
    }
}

fn thousands(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper() -> Capacity {
        derive(GROUPS.as_bytes(), PARAMETERS.as_bytes()).unwrap()
    }

    #[test]
    fn the_inputs_give_the_reach_table_of_the_paper() {
        let reach = paper();
        let trajectories: Vec<_> = reach.groups.iter().map(|row| row.trajectories).collect();
        assert_eq!(trajectories, [397, 621, 96, 838]);
        assert_eq!(reach.trajectories, 1952);
        let with_disability: Vec<_> = reach.groups.iter().map(|row| row.with_disability).collect();
        assert_eq!(with_disability, [1155, 2028, 483, 1953]);
    }

    #[test]
    fn the_reach_gives_the_papers_cost_break_even_and_growth() {
        let text = paper().to_string();
        for figure in
            ["EUR 9,369,600", "234 full-time", "EUR 31,232,000", "times today           2.8"]
        {
            assert!(text.contains(figure), "{figure} in\n{text}");
        }
    }

    #[test]
    fn other_inputs_give_another_table() {
        let groups = GROUPS.replace("1155", "2310");
        let reach = derive(groups.as_bytes(), PARAMETERS.as_bytes()).unwrap();
        assert_eq!(reach.groups[0].trajectories, 794);
        assert_eq!(reach.trajectories, 1952, "who left BuSO is no NEET to be found any more");
    }

    #[test]
    fn a_missing_parameter_is_named() {
        let parameters = PARAMETERS.replace("costPerTrajectory", "cost");
        let error = derive(GROUPS.as_bytes(), parameters.as_bytes()).unwrap_err();
        assert!(error.to_string().contains("costPerTrajectory"), "{error}");
    }
}
