//! How the list tells who has access, as what, how far, and what binds them.

use kernel::Role;

use crate::{
    Words,
    table::lists::{
        DATA_ACCESS_LOG, DATA_HEALTH_ANSWERS, DATA_INTAKE, DATA_NOTES, DATA_REGISTRATION,
        DATA_TRAJECTORY, SUBJECT_AUDITOR, SUBJECT_COACH, SUBJECT_LEAD, SUBJECT_OFFICER,
        SUBJECT_OPERATOR,
    },
};

/// A category of persons.
pub(super) struct Persons {
    pub(super) who: &'static Words,
    /// "Hun hoedanigheid ten opzichte van de verwerking" (Art. 9, 1°).
    pub(super) capacity: &'static Words,
    /// A duty by law or by statute, or a clause of the same weight (Art. 9, 3°).
    pub(super) confidentiality: &'static Words,
}

impl Persons {
    /// Those of a role; a youth is designated by nobody, and a service is nobody.
    pub(super) fn of(role: Role) -> Option<&'static Self> {
        match role {
            Role::Youth | Role::Service => None,
            Role::Coach => Some(&COACHES),
            Role::Lead => Some(&LEADS),
            Role::Officer => Some(&OFFICERS),
            Role::Auditor => Some(&AUDITORS),
            Role::Operator => Some(&OPERATORS),
        }
    }
}

pub(super) static BY_CONTROLLER: Words =
    Words { nl: "De verwerkingsverantwoordelijke", en: "The controller" };
pub(super) static BY_PROCESSOR: Words = Words { nl: "De verwerker", en: "The processor" };
/// Where the policies let somebody in of whom nothing is written here.
pub(super) static UNDESCRIBED: Words =
    Words { nl: "Zoals de beleidsregels het toestaan", en: "As the policies permit" };

static STAFF_SECRECY: Words = Words {
    nl: "Beroepsgeheim of discretieplicht van de functie; waar die niet geldt, een gelijkwaardig beding in de overeenkomst",
    en: "Professional secrecy or duty of discretion of the function; where there is none, a clause of the same weight in the contract",
};
static PROCESSOR_SECRECY: Words = Words {
    nl: "Vertrouwelijkheidsbeding van de verwerker (AVG art. 28, lid 3, b)",
    en: "The processor's clause of confidentiality (GDPR Art. 28(3)(b))",
};

static COACHES: Persons = Persons {
    who: &SUBJECT_COACH.words,
    capacity: &Words {
        nl: "Begeleider die de jongere zelf koos",
        en: "Supporter whom the youth chose",
    },
    confidentiality: &STAFF_SECRECY,
};
static LEADS: Persons = Persons {
    who: &SUBJECT_LEAD.words,
    capacity: &Words {
        nl: "Registreert jongeren en antwoordt voor het centrum",
        en: "Registers young people and answers for the centre",
    },
    confidentiality: &STAFF_SECRECY,
};
static OFFICERS: Persons = Persons {
    who: &SUBJECT_OFFICER.words,
    capacity: &Words {
        nl: "Ziet toe en adviseert (AVG art. 39)",
        en: "Watches and advises (GDPR Art. 39)",
    },
    confidentiality: &Words {
        nl: "Geheimhouding van de functionaris (AVG art. 38, lid 5)",
        en: "Secrecy of the officer (GDPR Art. 38(5))",
    },
};
static AUDITORS: Persons = Persons {
    who: &SUBJECT_AUDITOR.words,
    capacity: &Words { nl: "Auditeert centra", en: "Audits centres" },
    confidentiality: &Words {
        nl: "Vertrouwelijkheidsbeding in de overeenkomst met SUEM vzw",
        en: "Clause of confidentiality in the contract with SUEM vzw",
    },
};
static OPERATORS: Persons = Persons {
    who: &SUBJECT_OPERATOR.words,
    capacity: &Words {
        nl: "Beheert het platform voor de verwerker",
        en: "Operates the platform for the processor",
    },
    confidentiality: &PROCESSOR_SECRECY,
};
pub(super) static ADMINISTRATORS: Persons = Persons {
    who: &Words {
        nl: "Systeembeheerders van de verwerker en zijn subverwerkers",
        en: "System administrators of the processor and its sub-processors",
    },
    capacity: &Words {
        nl: "Onderhouden servers en reservekopieën",
        en: "Keep servers and backups",
    },
    confidentiality: &PROCESSOR_SECRECY,
};
pub(super) static MACHINES: Words = Words {
    nl: "Verzegeld: leesbaar alleen voor wie ook de sleutelkluis en de hoofdsleutel heeft; daarbuiten alleen de uitvoer voor het centrum",
    en: "Sealed: to be read only by whoever also has the key vault and the root key; otherwise only the export for the centre",
};

/// How far the access of a role to a category of data goes; `None`: nobody described it.
pub(super) fn scope(role: Role, data: &str) -> Option<&'static Words> {
    let is = |one: &crate::table::Data| one.code == data;
    Some(match role {
        Role::Coach if is(&DATA_TRAJECTORY) => &Words {
            nl: "Alleen van jongeren die deze coach kozen, en alleen het huidige traject",
            en: "Of young people who chose this coach only, and of the present trajectory only",
        },
        Role::Coach if is(&DATA_NOTES) => &Words {
            nl: "Wat deze coach noteerde en wat de jongere ernaast zette; de tijd van een vorige coach alleen als de jongere die deelt",
            en: "What this coach noted and what the youth put beside it; the time of an earlier coach only if the youth shares it",
        },
        Role::Coach if is(&DATA_HEALTH_ANSWERS) => &Words {
            nl: "Alleen als de jongere het levensdomein gezondheid met deze coach deelt",
            en: "Only if the youth shares the life domain health with this coach",
        },
        Role::Lead if is(&DATA_REGISTRATION) => &Words {
            nl: "Bij het invoeren, tot het traject begint",
            en: "While entering it, until the trajectory begins",
        },
        Role::Lead if is(&DATA_INTAKE) => &Words {
            nl: "Bij het invoeren; daarna alleen geteld, in de tabellen van het eigen centrum",
            en: "While entering it; afterwards only counted, in the tables of the own centre",
        },
        Role::Lead if is(&DATA_TRAJECTORY) => &Words {
            nl: "Begin, coach, onderwijs of NEET en einde van jongeren van het centrum, en geteld in tabellen; geen tijdlijn",
            en: "Beginning, coach, education or NEET and end of the centre's young people, and counted in tables; no timeline",
        },
        Role::Lead | Role::Officer if is(&DATA_ACCESS_LOG) => &Words {
            nl: "Wie van het centrum wat las of wijzigde over wie, zonder de inhoud",
            en: "Who of the centre read or changed what of whom, without what it said",
        },
        _ => return None,
    })
}
