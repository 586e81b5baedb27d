//! Other inputs than the paper's come from office programs, and end in policy papers.

use super::*;

const HEADS: &str = "group,inflow,years,disability_share,seeking_share,without_groups_above,source";

fn reckoned(groups: &str) -> Capacity {
    let groups = super::groups(groups.as_bytes()).unwrap();
    derive(&groups, &parameters(PARAMETERS.as_bytes()).unwrap())
}

#[track_caller]
fn refused(groups: &str, words: &str) {
    let said = super::groups(groups.as_bytes()).unwrap_err().to_string();
    assert!(said.contains(words), "{groups:?}: {said}");
}

#[track_caller]
fn refused_parameter(row: &str, words: &str) {
    let name = row.split(',').next().unwrap();
    let kept = PARAMETERS.lines().filter(|line| !line.starts_with(name));
    let file = kept.chain([row]).collect::<Vec<_>>().join("\n");
    let said = parameters(file.as_bytes()).unwrap_err().to_string();
    assert!(said.contains(words), "{row:?}: {said}");
}

#[test]
fn the_inputs_give_the_reach_table_of_the_paper() {
    let reach = reckoned(GROUPS);
    let trajectories: Vec<_> = reach.groups.iter().map(|row| row.trajectories).collect();
    assert_eq!(trajectories, [397, 621, 96, 838]);
    assert_eq!(reach.trajectories, 1952);
    let with_disability: Vec<_> = reach.groups.iter().map(|row| row.with_disability).collect();
    assert_eq!(with_disability, [1155, 2028, 483, 1953]);
}

#[test]
fn the_reach_gives_the_papers_cost_break_even_and_growth() {
    let text = reckoned(GROUPS).to_string();
    for figure in ["EUR 9,369,600", "234 full-time", "EUR 31,232,000", "times today           2.8"]
    {
        assert!(text.contains(figure), "{figure} in\n{text}");
    }
}

#[test]
fn other_inputs_give_another_table() {
    let reach = reckoned(&GROUPS.replace("1155", "2310"));
    assert_eq!(reach.groups[0].trajectories, 794);
    assert_eq!(reach.trajectories, 1952, "who left BuSO is no NEET to be found any more");
}

#[test]
fn a_file_of_an_office_program_is_read_as_it_is_written() {
    let semicolons = HEADS.replace(',', ";");
    for file in [
        format!("{semicolons}\na;100;1;0,5;1;no;\"x, y\"\n"),
        format!("\u{feff}{semicolons}\r\na;100;1;0,5;1;no;x\r\n;;;;;;\r\n"),
        format!("{semicolons}\n\"a\"; 100 ;1;1/2;1;no;\"x; y\""),
        format!("{HEADS}\na,100,1,\"0,5\",1,no,x\n"),
        format!("{HEADS}\na,100,1,0.5,1.0,no,x"),
    ] {
        let reach = reckoned(&file);
        assert_eq!((reach.groups[0].with_disability, reach.trajectories), (50, 50), "{file:?}");
    }
}

#[test]
fn a_figure_that_cannot_be_is_refused_with_its_line_and_column() {
    for share in
        ["1/0", "0/0", "inf", "NaN", "-0.5", "1.5", "3/2", "", "1e-1", "+0.5", "0.5.0", "1/"]
    {
        refused(&format!("{HEADS}\na,100,1,{share},1,no,x\n"), "line 2, column disability_share:");
        refused(&format!("{HEADS}\na,100,1,1,{share},no,x\n"), "line 2, column seeking_share:");
    }
    for years in ["0", "0.5", "-1", "inf", ""] {
        refused(&format!("{HEADS}\na,100,{years},1,1,no,x\n"), "line 2, column years:");
    }
    for inflow in ["-1", "1.5", "1e9", "NaN", "99999999999", "1 000", "1.155"] {
        refused(&format!("{HEADS}\na,{inflow},1,1,1,no,x\n"), "line 2, column inflow:");
    }
    refused(&format!("{HEADS}\na,1,1,1,1,no,x\nb,1,1,1,1,perhaps,x"), "line 3, column without");
}

#[test]
fn a_table_has_rows_and_each_group_once() {
    for nothing in [HEADS.to_owned(), format!("{HEADS}\n\n,,,,,,\n")] {
        refused(&nothing, "line 2: there is no row");
    }
    for no_heads in ["", "\n", "a,100,1,1,1,no,x\n", "group;inflow\na;1"] {
        refused(no_heads, "line 1, column");
    }
    refused(&format!("{HEADS},group\na,1,1,1,1,no,x,b"), "line 1, column group");
    refused(&format!("{HEADS}\na,1,1,1,1,no,x\na,1,1,1,1,no,x"), "line 3, column group: a stands");
    refused(&format!("{HEADS}\n,1,1,1,1,no,x"), "line 2, column group");
    let windows = format!("{HEADS}\r\na,1,1,1,1,no,\"x\r\ny\"\r\n\r\nb,1,0,1,1,no,x\r\n");
    refused(&windows, "line 5, column years");
    refused(&format!("{HEADS}\na,100,1,0,5,1,no,x\n"), "line 2: 8 columns");
    let latin = [HEADS.as_bytes(), b"\nZo\xeb,1,1,1,1,no,x"].concat();
    let said = super::groups(&latin).unwrap_err().to_string();
    assert!(said.starts_with("line 2:") && said.contains("UTF-8"), "{said}");
}

#[test]
fn large_groups_are_added_up_and_nobody_is_nobody() {
    let two = format!("{HEADS}\na,1000000000,1,1,1,no,x\nb,1000000000,1,1,1,no,x\n");
    assert_eq!(reckoned(&two).trajectories, 2_000_000_000);
    let nobody = reckoned(&format!("{HEADS}\na,100,1,1,0,no,x"));
    assert_eq!(nobody.months, None);
    assert!(nobody.to_string().contains("nobody needs a trajectory"));
}

#[test]
fn a_parameter_that_cannot_be_is_refused() {
    for wrong in [
        "costPerTrajectory,-1,EUR,x",
        "valuePerJobYear,0,EUR,x",
        "trajectoriesToday,0,per year,x",
        "youthsPerFte,NaN,youths,x",
        "centres,1.5,centres,x",
        "ftePerCentre,inf,FTE,x",
        "employmentShare,1.5,share,x",
    ] {
        refused_parameter(wrong, "line 8, column value:");
    }
    refused_parameter(
        "costPerTrajectoy,4800,EUR,x",
        "line 9, column parameter: \"costPerTrajectoy\"",
    );
    let twice = format!("{PARAMETERS}centres,1,centres,x\n");
    let said = parameters(twice.as_bytes()).unwrap_err().to_string();
    assert!(said.contains("line 9, column parameter: centres stands there twice"), "{said}");
    let missing = PARAMETERS.replace("costPerTrajectory,4800,EUR,L1249\n", "");
    let said = parameters(missing.as_bytes()).unwrap_err().to_string();
    assert!(said.contains("costPerTrajectory is missing"), "{said}");
    let office = PARAMETERS.replace("0.40", "\"0,40\"");
    assert!(parameters(office.as_bytes()).is_ok());
}
