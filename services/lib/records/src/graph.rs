//! Registers as JSON-LD 1.1 in the words of DPV.
//!
//! Invariant: every node has an IRI. Some readers mix up the nodes of two documents that have none, or forget
//! what is known of one.

use events::{Code as _, Country, SupervisoryAuthority, centre::Terms};
use itertools::Itertools;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::{
    BASE, NO_TRANSFER, Party, all, authority,
    table::{
        AGREED, Data, ORGANISATIONAL, Processing, Recipient, Retention, Subject, TECHNICAL, Words,
    },
};

/// The words that stand for terms of DPV and of others.
const CONTEXT: &str = include_str!("context.json");
const SCHEMA: &str = "https://w3id.org/dpv/2.3";

pub(crate) fn of_controller(centre: &Party, processor: &Party, made_on: Date) -> String {
    let register = format!("{BASE}centres/{}/register", centre.id);
    let processes = (1..).zip(all()).map(|(number, it)| {
        let mut process = process(&format!("{register}/processes/{}", it.purpose.name()), it);
        process["code"] = json!(number.to_string());
        process["controller"] = json!(id_of(centre));
        process["processor"] = json!(processors(processor));
        process["legalBasis"] = json!(it.art6.iter().chain(it.art9).collect::<Vec<_>>());
        let named = |kind: &str, code: &str| format!("{register}/{kind}/{code}");
        process["dataSubject"] = it.subjects.iter().map(|it| named("subjects", it.code)).collect();
        process["personalData"] = it.data.iter().map(|it| named("data", it.code)).collect();
        process["recipient"] =
            it.recipients.iter().map(|it| named("recipients", it.code)).collect();
        process
    });
    let named = |kind: &str, code: &str| format!("{register}/{kind}/{code}");
    let (all_data, kept) = (used(|it| it.data), used(|it| it.data));
    let included: Vec<_> = all()
        .map(purpose)
        .chain(used(|it| it.subjects).map(|it| subject(&named("subjects", it.code), it)))
        .chain(
            all_data.map(|it| data(&named("data", it.code), it, &named("retention", it.kept.code))),
        )
        .chain(used(|it| it.recipients).map(|it| recipient(&named("recipients", it.code), it)))
        .chain(
            kept.map(|it| it.kept)
                .unique_by(|it| it.code)
                .map(|it| retention(&named("retention", it.code), it, &centre.terms)),
        )
        .collect();
    let title = Words {
        nl: "Register van de verwerkingsactiviteiten (AVG art. 30, lid 1)",
        en: "Records of processing activities (GDPR Art. 30(1))",
    };
    let mut whole = record(&register, &title, made_on, centre.country);
    whole["controller"] = party(centre, "dpv:DataController");
    whole["processor"] = [party(processor, "dpv:DataProcessor")]
        .into_iter()
        .chain(sub_processors(processor))
        .collect();
    whole["process"] = processes.collect();
    whole["@included"] = json!(included);
    text(whole)
}

pub(crate) fn of_processor(processor: &Party, centres: &[Party], made_on: Date) -> String {
    let register = format!("{BASE}platform/register");
    let processes = centres.iter().cartesian_product(all()).map(|(centre, it)| {
        let code = format!("{}/{}", centre.id, it.purpose.name());
        let mut process = process(&format!("{register}/{code}"), it);
        process["code"] = json!(code);
        process["controller"] = json!(id_of(centre));
        process["processor"] = json!(processors(processor));
        process
    });
    let title = Words {
        nl: "Register van de verwerker (AVG art. 30, lid 2)",
        en: "Records of the processor (GDPR Art. 30(2))",
    };
    let mut whole = record(&register, &title, made_on, processor.country);
    whole["processor"] = [party(processor, "dpv:DataProcessor")]
        .into_iter()
        .chain(sub_processors(processor))
        .collect();
    whole["controller"] = centres.iter().map(|it| party(it, "dpv:DataController")).collect();
    whole["process"] = processes.collect();
    whole["@included"] = all().map(purpose).collect();
    text(whole)
}

fn record(id: &str, title: &Words, made_on: Date, country: Country) -> Value {
    let context: Value = serde_json::from_str(CONTEXT).unwrap_or_default();
    json!({
        "@context": context,
        "id": id,
        "type": "dpv:ROPA",
        "issued": made_on.to_string(),
        "conformsTo": SCHEMA,
        "title": both(title),
        "jurisdiction": match country { Country::Be => "loc:BE", Country::Fi => "loc:FI" },
    })
}

fn text(mut whole: Value) -> String {
    // Whether a map keeps the order in which it was filled is settled by other crates.
    whole.sort_all_objects();
    format!("{whole:#}\n")
}

fn both(words: &Words) -> Value {
    json!({ "nl": words.nl, "en": words.en })
}

fn id_of(party: &Party) -> String {
    if party.id.is_platform() {
        format!("{BASE}platform/processor")
    } else {
        format!("{BASE}centres/{}/controller", party.id)
    }
}

fn party(party: &Party, kind: &str) -> Value {
    let id = id_of(party);
    let mut node = json!({
        "type": kind,
        "name": party.legal_name(),
        "address": party.address(),
        "contact": party.contact(),
        "identifier": party.number(),
        "dpo": {
            "id": format!("{id}/officer"),
            "type": "dpv:DataProtectionOfficer",
            "name": party.officer(),
            "contact": party.officer_contact(),
        },
    });
    node["id"] = json!(id);
    if authority(party.country) == SupervisoryAuthority::Belgian && !party.id.is_platform() {
        node["authority"] = json!("legal-be:DPA-BE");
    }
    node
}

fn sub_processor_id(place: usize) -> String {
    format!("{BASE}platform/sub-processors/{place}")
}

fn sub_processors(processor: &Party) -> impl Iterator<Item = Value> {
    let each = processor.others().into_iter().enumerate();
    each.map(|(place, name)| {
        json!({ "id": sub_processor_id(place + 1), "type": "dpv:DataSubProcessor", "name": name })
    })
}

fn processors(processor: &Party) -> Vec<String> {
    let others = (1..=processor.others().len()).map(sub_processor_id);
    [id_of(processor)].into_iter().chain(others).collect()
}

fn process(id: &str, it: &Processing) -> Value {
    json!({
        "id": id,
        "type": "dpv:Process",
        "title": both(&it.title),
        "purpose": purpose_id(it),
        "processing": it.operations,
        "condition": {
            "id": format!("{id}#where"),
            "type": ["dpv:ProcessingLocation", "dpv:StorageLocation"],
            "location": "loc:EU",
            "description": both(&NO_TRANSFER),
        },
        "technicalMeasure": TECHNICAL.iter().chain(it.measures).collect::<Vec<_>>(),
        "organisationalMeasure": ORGANISATIONAL,
        "legalMeasure": AGREED,
    })
}

fn purpose_id(it: &Processing) -> String {
    format!("{BASE}platform/purposes/{}", it.purpose.name())
}

fn purpose(it: &Processing) -> Value {
    json!({
        "id": purpose_id(it),
        "type": "dpv:Purpose",
        "broader": it.broader,
        "code": it.purpose.name(),
        "title": both(&it.title),
        "description": both(&it.about),
    })
}

fn subject(id: &str, it: &Subject) -> Value {
    let vulnerable = it.vulnerable.then_some("dpv:VulnerableDataSubject");
    let kinds: Vec<_> = ["dpv:DataSubject"].into_iter().chain(vulnerable).collect();
    json!({
        "id": id, "type": kinds, "broader": it.broader, "code": it.code, "title": both(&it.words),
    })
}

fn data(id: &str, it: &Data, kept: &str) -> Value {
    let special = it.special.then_some("dpv:SpecialCategoryPersonalData");
    let kinds: Vec<_> = ["dpv:PersonalData"].into_iter().chain(special).collect();
    json!({
        "id": id, "type": kinds, "broader": it.broader, "code": it.code, "title": both(&it.words),
        "storage": kept,
    })
}

fn recipient(id: &str, it: &Recipient) -> Value {
    let third = it.third_party.then_some("dpv:ThirdParty");
    let kinds: Vec<_> = ["dpv:Recipient"].into_iter().chain(third).collect();
    json!({ "id": id, "type": kinds, "code": it.code, "title": both(&it.words) })
}

fn retention(id: &str, it: &Retention, terms: &Terms) -> Value {
    let [nl, en] = it.words(terms);
    json!({
        "id": id,
        "type": "dpv:StorageDuration",
        "duration": {
            "id": format!("{id}#duration"),
            "type": it.kind,
            "length": it.length(terms),
            "description": { "nl": nl, "en": en },
        },
    })
}

/// What the purposes name, each once, in their order.
fn used<T: Coded>(
    of: impl Fn(&Processing) -> &'static [&'static T],
) -> impl Iterator<Item = &'static T> {
    let named: Vec<_> = all().flat_map(|it| of(it).iter().copied()).collect();
    named.into_iter().unique_by(|it| it.code())
}

trait Coded: 'static {
    fn code(&self) -> &'static str;
}

macro_rules! coded {
    ($($kind:ty),+) => {
        $(impl Coded for $kind {
            fn code(&self) -> &'static str {
                self.code
            }
        })+
    };
}

coded!(Subject, Data, Recipient);
