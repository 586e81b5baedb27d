//! Records of processing activities (GDPR Art. 30), made of the purposes in the code: of a controller
//! (Art. 30(1)) and of the processor (Art. 30(2)), as a table and as linked data. Of the same tables are made
//! the list of who has access to health data ([`access_list`]) and the impact assessment ([`impact`]).
//!
//! Invariant: what nobody wrote down is told as not written down, never left out.

mod access;
mod graph;
pub mod impact;
mod rows;
mod table;

use events::{
    Code as _, Country, Purpose, SupervisoryAuthority,
    centre::{Controller, Terms},
};
use jiff::civil::Date;
use kernel::TenantId;

pub use access::{AccessList, AccessRow, Operation, access_list};
pub use table::Words;
use table::{Processing, processing};

/// Below it stand the names of everything in a register. It never changes: registers are kept for years.
const BASE: &str = "urn:start-to-can:";
/// What stands where nobody wrote anything down.
const UNTOLD: &str = "Niet ingevuld";
const NONE: &str = "Geen";
const LOCATION: &str = "Europese Unie";
/// Nothing decides about a person by itself (Art. 22): no answer to that question is ever another one.
const AUTOMATED: &str = "Neen";
const NO_TRANSFER: Words = Words {
    nl: "Geen doorgifte aan een derde land of een internationale organisatie",
    en: "No transfer to a third country or an international organisation",
};

/// A controller, or the processor.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its tenant; of the processor that of the platform.
    pub id: TenantId,
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub country: Country,
    /// What was written down of it.
    pub told: Option<Controller>,
    /// How long it keeps what.
    pub terms: Terms,
}

/// The same register in two forms.
#[derive(Clone, Debug)]
pub struct Register {
    /// A table, comma-separated.
    pub csv: String,
    /// JSON-LD 1.1 with DPV 2.3.
    pub json_ld: String,
}

/// The records of a controller (Art. 30(1)).
pub fn of_controller(centre: &Party, processor: &Party, made_on: Date) -> Register {
    Register {
        csv: rows::csv(&rows::of_controller(centre, processor)),
        json_ld: graph::of_controller(centre, processor, made_on),
    }
}

/// The records of the processor (Art. 30(2)), for each controller for whom it works.
pub fn of_processor(processor: &Party, centres: &[Party], made_on: Date) -> Register {
    Register {
        csv: rows::csv(&rows::of_processor(processor, centres)),
        json_ld: graph::of_processor(processor, centres, made_on),
    }
}

/// To whom people of a country complain.
pub fn authority(country: Country) -> SupervisoryAuthority {
    match country {
        Country::Be => SupervisoryAuthority::Belgian,
        Country::Fi => SupervisoryAuthority::Finnish,
    }
}

/// What is done for each purpose.
fn all() -> impl Iterator<Item = &'static Processing> + Clone {
    Purpose::ALL.iter().map(|purpose| processing(*purpose))
}

impl Party {
    fn told(&self, of: impl Fn(&Controller) -> &String) -> String {
        self.told.as_ref().map_or_else(|| UNTOLD.to_owned(), |told| of(told).clone())
    }

    /// Its name by law, or what it is called until somebody wrote that down.
    pub fn legal_name(&self) -> String {
        self.told.as_ref().map_or_else(|| self.name.clone(), |told| told.legal_name.clone())
    }

    fn number(&self) -> String {
        self.told(|it| &it.number)
    }

    fn address(&self) -> String {
        self.told(|it| &it.address)
    }

    fn contact(&self) -> String {
        self.told(|it| &it.contact)
    }

    fn officer(&self) -> String {
        self.told(|it| &it.officer)
    }

    fn officer_contact(&self) -> String {
        self.told(|it| &it.officer_contact)
    }

    /// Those with whom it decides, or who work for it.
    pub fn others(&self) -> Vec<String> {
        self.told.as_ref().map(|told| told.others.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use events::{RetentionClass, RetentionRun, centre::RetentionTerm};
    use jiff::civil::date;
    use serde_json::Value;

    use super::*;

    const MADE_ON: Date = date(2026, 11, 29);

    pub(crate) fn party(id: &str, name: &str) -> Party {
        let told = Controller {
            legal_name: format!("vzw {name}"),
            number: "0123.456.789".to_owned(),
            address: "Markt 1, 2300 Turnhout".to_owned(),
            contact: "+32 14 00 00 00".to_owned(),
            officer: "Functionaris".to_owned(),
            officer_contact: "dpo@lsc.example".to_owned(),
            others: vec!["Hosting nv".to_owned()],
            agreement: None,
            agreed_on: None,
        };
        let id = id.parse().unwrap();
        Party {
            id,
            name: name.to_owned(),
            country: Country::Be,
            told: Some(told),
            terms: Terms::default(),
        }
    }

    pub(crate) fn processor() -> Party {
        Party { id: TenantId::platform(), ..party("lsc99", "Pulso") }
    }

    #[test]
    fn every_purpose_and_category_of_data_is_a_row_with_every_column() {
        let rows = rows::of_controller(&party("lsc01", "Kempen"), &processor());
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        let categories: usize = all().map(|it| it.data.len()).sum();
        assert_eq!(rows.len(), 1 + categories);
        let demanded = [0, 2, 3, 6, 7, 11, 12, 15, 16, 17, 19, 21, 23, 24];
        for row in &rows {
            assert!(demanded.iter().all(|column| !row[*column].is_empty()), "{row:?}");
        }
    }

    #[test]
    fn a_ground_of_article_9_stands_where_there_is_data_of_it_and_nowhere_else() {
        for row in &rows::of_controller(&party("lsc01", "Kempen"), &processor())[1..] {
            assert_eq!(row[13].is_empty(), row[14] == "Normaal", "{row:?}");
            assert!(row[12].starts_with("art. 6, lid 1, "), "{row:?}");
        }
    }

    #[test]
    fn what_nobody_wrote_down_is_told_and_not_left_out() {
        let untold = Party { told: None, ..party("lsc01", "Kempen") };
        let rows = rows::of_controller(&untold, &processor());
        assert_eq!((&*rows[1][0], &*rows[1][1]), ("Kempen", UNTOLD));
    }

    #[test]
    fn a_register_tells_the_terms_of_its_controller() {
        let mut centre = party("lsc01", "Kempen");
        let kept = |centre: &Party, data: &str| {
            let rows = rows::of_controller(centre, &processor());
            let row = rows.into_iter().find(|row| row[15].starts_with(data)).unwrap();
            (row[23].clone(), graph::of_controller(centre, &processor(), MADE_ON))
        };
        let (words, json_ld) = kept(&centre, "Traject");
        assert!(words.starts_with("10 jaar na het laatste contact"), "{words}");
        assert!(json_ld.contains("\"P120M\""), "{json_ld}");
        let term = RetentionTerm { months: 30, run: RetentionRun::Automatic };
        centre.terms.set(RetentionClass::CoachingFile, term);
        let (words, json_ld) = kept(&centre, "Traject");
        assert!(words.starts_with("30 maanden na het laatste contact"), "{words}");
        assert!(json_ld.contains("\"P30M\"") && !json_ld.contains("\"P120M\""), "{json_ld}");
    }

    #[test]
    fn a_cell_is_never_a_formula_and_never_two() {
        let row = ["+32 14", "a, \"b\"", "=1+1"].map(str::to_owned).to_vec();
        assert_eq!(rows::csv(&[row]), "'+32 14,\"a, \"\"b\"\"\",'=1+1\n");
    }

    /// The documents show one of each; so do tests of other programs that read them.
    #[test]
    fn the_examples_are_what_is_made_today() {
        let centres = [party("lsc01", "Leersteuncentrum Kempen")];
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/examples");
        for (name, Register { csv, json_ld }) in [
            ("records-controller", of_controller(&centres[0], &processor(), MADE_ON)),
            ("records-processor", of_processor(&processor(), &centres, MADE_ON)),
        ] {
            for (ending, made) in [("csv", csv), ("jsonld", json_ld)] {
                let file = folder.join(format!("{name}.{ending}"));
                if std::env::var_os("UPDATE_GOLDEN").is_some() {
                    fs::write(&file, &made).unwrap();
                }
                let there = fs::read_to_string(&file).unwrap_or_default();
                assert_eq!(there, made, "{}", file.display());
            }
        }
    }

    /// Every node of the graph, and every name of a node.
    fn nodes<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
        match value {
            Value::Object(node) => {
                found.push(value);
                let inner = node.iter().filter(|(key, _)| *key != "@context");
                inner.for_each(|(_, inner)| nodes(inner, found));
            }
            Value::Array(all) => all.iter().for_each(|inner| nodes(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn every_node_has_a_name_and_every_name_that_is_used_is_that_of_a_node() {
        let centres = [party("lsc01", "Kempen"), party("lsc02", "Gent")];
        let registers = [
            of_controller(&centres[0], &processor(), MADE_ON),
            of_processor(&processor(), &centres, MADE_ON),
        ];
        for Register { json_ld, .. } in registers {
            let whole: Value = serde_json::from_str(&json_ld).unwrap();
            let mut all = Vec::new();
            nodes(&whole, &mut all);
            let words = |node: &&&Value| node.get("nl").is_some();
            let named: Vec<_> = all.iter().filter(|node| !words(node)).collect();
            assert!(named.iter().all(|node| node["id"].is_string()), "{json_ld}");
            let known: Vec<_> = named.iter().map(|node| &node["id"]).collect();
            for key in ["controller", "purpose", "dataSubject", "personalData", "recipient"] {
                for node in &named {
                    let used = node.get(key).filter(|it| !it.is_object()).into_iter();
                    let used =
                        used.flat_map(|it| it.as_array().cloned().unwrap_or(vec![it.clone()]));
                    for name in used.filter(Value::is_string) {
                        assert!(known.contains(&&name), "{key} {name}");
                    }
                }
            }
        }
    }
}
