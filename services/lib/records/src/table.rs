//! What is done with which data, what for, on which ground and how long: what registers are made of.
//!
//! Invariant: every purpose of the code stands here; one that does not does not compile. Grounds and terms are
//! those that the domain reference proposes (sections 6.4, 6.6); each controller's data protection officer
//! decides. Terms of DPV are those of version 2.3 (W3C, 28 February 2026).

pub(crate) mod lists;

use events::{RetentionClass, centre::Terms};
use kernel::Purpose;

use lists::{
    DATA_ACCESS_LOG, DATA_ANSWERS, DATA_BACKUPS, DATA_BREACHES, DATA_COMPLETIONS,
    DATA_HEALTH_ANSWERS, DATA_IDENTITY, DATA_INTAKE, DATA_NOTES, DATA_REGISTRATION, DATA_REQUESTS,
    DATA_SIGN_INS, DATA_STAFF, DATA_TRAJECTORY, SUBJECT_AUDITOR, SUBJECT_COACH, SUBJECT_LEAD,
    SUBJECT_OFFICER, SUBJECT_OPERATOR, SUBJECT_OTHERS, SUBJECT_YOUTH, TO_CHOSEN_COACH, TO_LEAD,
    TO_OFFICER, TO_SUEM, TO_YOUTH_SELF,
};

/// The same in the language of the register and in English.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

/// People whom data is about (Art. 30(1)(c)).
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) code: &'static str,
    /// Whether they are vulnerable, beside being data subjects.
    pub(crate) vulnerable: bool,
    pub(crate) broader: &'static [&'static str],
    pub(crate) words: Words,
}

/// How long data is kept (Art. 30(1)(f)).
#[derive(Debug)]
pub(crate) struct Retention {
    pub(crate) code: &'static str,
    /// A kind of duration of DPV.
    pub(crate) kind: &'static str,
    pub(crate) length: Length,
    /// With [`TERM`] where the length of a class stands.
    pub(crate) words: Words,
}

/// Where the term of a class stands in words.
const TERM: &str = "{}";

/// For how long.
#[derive(Debug)]
pub(crate) enum Length {
    /// ISO 8601.
    Fixed(&'static str),
    /// As the controller says of this class.
    Of(RetentionClass),
}

impl Retention {
    /// ISO 8601.
    pub(crate) fn length(&self, terms: &Terms) -> String {
        match self.length {
            Length::Fixed(length) => length.to_owned(),
            Length::Of(class) => format!("P{}M", terms.of(class).months),
        }
    }

    /// How long, in Dutch and in English.
    pub(crate) fn words(&self, terms: &Terms) -> [String; 2] {
        let Words { nl, en } = self.words;
        let Length::Of(class) = self.length else { return [nl, en].map(str::to_owned) };
        let months = terms.of(class).months;
        let (years, whole) = (months / 12, months.is_multiple_of(12));
        let [nl_term, en_term] = match (whole, years, months) {
            (true, 1, _) => ["1 jaar".to_owned(), "1 year".to_owned()],
            (true, years, _) => [format!("{years} jaar"), format!("{years} years")],
            (false, _, 1) => ["1 maand".to_owned(), "1 month".to_owned()],
            (false, _, months) => [format!("{months} maanden"), format!("{months} months")],
        };
        [nl.replace(TERM, &nl_term), en.replace(TERM, &en_term)]
    }
}

/// A category of data (Art. 30(1)(c)).
#[derive(Debug)]
pub(crate) struct Data {
    pub(crate) code: &'static str,
    /// Whether it is of Art. 9.
    pub(crate) special: bool,
    pub(crate) broader: &'static [&'static str],
    pub(crate) kept: &'static Retention,
    pub(crate) words: Words,
}

/// Whoever gets to see it (Art. 30(1)(d)).
#[derive(Debug)]
pub(crate) struct Recipient {
    pub(crate) code: &'static str,
    pub(crate) third_party: bool,
    pub(crate) words: Words,
}

/// One purpose with everything that a register says of it.
#[derive(Debug)]
pub(crate) struct Processing {
    pub(crate) purpose: Purpose,
    /// Whose task it is.
    pub(crate) owner: &'static str,
    pub(crate) broader: &'static [&'static str],
    /// Grounds of Art. 6 and, where there is data of Art. 9, of that.
    pub(crate) art6: &'static [&'static str],
    pub(crate) art9: &'static [&'static str],
    pub(crate) subjects: &'static [&'static Subject],
    pub(crate) data: &'static [&'static Data],
    pub(crate) recipients: &'static [&'static Recipient],
    pub(crate) operations: &'static [&'static str],
    /// Measures beside those that hold for all.
    pub(crate) measures: &'static [&'static str],
    pub(crate) title: Words,
    pub(crate) about: Words,
}

/// What is done for a purpose.
pub(crate) fn processing(purpose: Purpose) -> &'static Processing {
    match purpose {
        Purpose::SelfDiscovery => &SELF_DISCOVERY,
        Purpose::Coaching => &COACHING,
        Purpose::Administration => &ADMINISTRATION,
        Purpose::Monitoring => &MONITORING,
        Purpose::Operation => &OPERATION,
        Purpose::DataProtection => &DATA_PROTECTION,
    }
}

static SELF_DISCOVERY: Processing = Processing {
    purpose: Purpose::SelfDiscovery,
    owner: "Jongere",
    broader: &["dpv:RequestedServiceProvision"],
    art6: &["eu-gdpr:A6-1-a"],
    art9: &["eu-gdpr:A9-2-a"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_OTHERS],
    data: &[&DATA_ANSWERS, &DATA_HEALTH_ANSWERS, &DATA_COMPLETIONS, &DATA_REQUESTS],
    recipients: &[&TO_YOUTH_SELF, &TO_CHOSEN_COACH],
    operations: &["dpv:Collect", "dpv:Store", "dpv:Consult", "dpv:Share", "dpv:Erase"],
    measures: &[],
    title: Words { nl: "Zelfontdekking", en: "Self-discovery" },
    about: Words {
        nl: "De jongere gebruikt de oefeningen voor zichzelf en deelt per levensdomein met de gekozen coach, of niet. Intrekken kan altijd.",
        en: "The youth uses the exercises for themselves and shares with the chosen coach life domain by life domain, or not. It can be taken back at any time.",
    },
};

static COACHING: Processing = Processing {
    purpose: Purpose::Coaching,
    owner: "Coach",
    broader: &["dpv:ServiceProvision"],
    art6: &["eu-gdpr:A6-1-e"],
    art9: &["eu-gdpr:A9-2-g", "eu-gdpr:A9-2-h"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_COACH, &SUBJECT_OTHERS],
    data: &[&DATA_IDENTITY, &DATA_TRAJECTORY, &DATA_NOTES, &DATA_COMPLETIONS],
    recipients: &[&TO_YOUTH_SELF, &TO_CHOSEN_COACH],
    operations: &["dpv:Collect", "dpv:Store", "dpv:Consult", "dpv:Share"],
    measures: &[],
    title: Words { nl: "Leersteun en coaching", en: "Learning support and coaching" },
    about: Words {
        nl: "De gekozen coach begeleidt de jongere en houdt de stappen bij.",
        en: "The chosen coach supports the youth and records the steps.",
    },
};

static ADMINISTRATION: Processing = Processing {
    purpose: Purpose::Administration,
    owner: "Verantwoordelijke van het centrum",
    broader: &["dpv:ServiceRegistration", "dpv:PersonnelWorkloadManagement"],
    art6: &["eu-gdpr:A6-1-e"],
    art9: &["eu-gdpr:A9-2-g"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_COACH, &SUBJECT_LEAD],
    data: &[
        &DATA_IDENTITY,
        &DATA_INTAKE,
        &DATA_REGISTRATION,
        &DATA_TRAJECTORY,
        &DATA_STAFF,
        &DATA_REQUESTS,
    ],
    recipients: &[&TO_YOUTH_SELF, &TO_LEAD],
    operations: &["dpv:Collect", "dpv:Organise", "dpv:Store", "dpv:Consult", "dpv:Erase"],
    measures: &[],
    title: Words { nl: "Werking van het centrum", en: "Running the centre" },
    about: Words {
        nl: "Jongeren en medewerkers registreren, plaatsen bij coaches beheren, verzoeken over gegevens beantwoorden.",
        en: "Registering young people and staff, keeping the places of coaches, answering requests about data.",
    },
};

static MONITORING: Processing = Processing {
    purpose: Purpose::Monitoring,
    owner: "Verantwoordelijke van het centrum",
    broader: &["dpv:ServiceMonitoring", "dpv:ImprovePublicServices"],
    art6: &["eu-gdpr:A6-1-e"],
    art9: &["eu-gdpr:A9-2-j"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_COACH],
    data: &[&DATA_INTAKE, &DATA_TRAJECTORY, &DATA_COMPLETIONS],
    recipients: &[&TO_LEAD, &TO_SUEM],
    operations: &["dpv:Analyse", "dpv:Derive", "dpv:Share"],
    measures: &["dpv:Deidentification"],
    title: Words { nl: "Opvolging en kwaliteit", en: "Monitoring and quality" },
    about: Words {
        nl: "De tabellen van het centrum tellen, en audit door SUEM op afgeronde tabellen.",
        en: "Counting the centre's tables, and audit by SUEM on rounded tables.",
    },
};

static OPERATION: Processing = Processing {
    purpose: Purpose::Operation,
    owner: "Pulso (verwerker)",
    broader: &["dpv:TechnicalServiceProvision", "dpv:EnforceSecurity"],
    art6: &["eu-gdpr:A6-1-c", "eu-gdpr:A6-1-e"],
    art9: &["eu-gdpr:A9-2-g"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_COACH, &SUBJECT_LEAD, &SUBJECT_AUDITOR, &SUBJECT_OPERATOR],
    data: &[&DATA_SIGN_INS, &DATA_ACCESS_LOG, &DATA_BACKUPS, &DATA_STAFF],
    recipients: &[&TO_YOUTH_SELF, &TO_LEAD],
    operations: &["dpv:Store", "dpv:Copy", "dpv:Consult", "dpv:Erase"],
    measures: &[
        "dpv:HashFunctions",
        "dpv:NetworkSecurityProtocols",
        "dpv:CryptographicAuthentication",
    ],
    title: Words {
        nl: "Werking en beveiliging van het platform",
        en: "Running and securing the platform",
    },
    about: Words {
        nl: "Hosting, aanmelden, toegangslog, reservekopieën en vernietiging van sleutels, door de verwerker.",
        en: "Hosting, sign-in, access log, backups and destruction of keys, by the processor.",
    },
};

static DATA_PROTECTION: Processing = Processing {
    purpose: Purpose::DataProtection,
    owner: "Functionaris voor gegevensbescherming",
    broader: &["dpv:LegalCompliance"],
    art6: &["eu-gdpr:A6-1-c"],
    art9: &["eu-gdpr:A9-2-g"],
    subjects: &[&SUBJECT_YOUTH, &SUBJECT_COACH, &SUBJECT_LEAD, &SUBJECT_OFFICER],
    data: &[&DATA_IDENTITY, &DATA_REQUESTS, &DATA_ACCESS_LOG, &DATA_BREACHES],
    recipients: &[&TO_YOUTH_SELF, &TO_LEAD, &TO_OFFICER],
    operations: &["dpv:Consult", "dpv:Store"],
    measures: &[],
    title: Words { nl: "Toezicht op gegevensbescherming", en: "Watching over data protection" },
    about: Words {
        nl: "De functionaris ziet toe op verzoeken en inzage, adviseert, en beslist niet (art. 37 tot 39).",
        en: "The officer watches over requests and reading, advises, and decides nothing (Art. 37 to 39).",
    },
};

/// Measures that hold for everything (Art. 30(1)(g), 32).
pub(crate) const TECHNICAL: &[&str] = &[
    "dpv:EncryptionAtRest",
    "dpv:SymmetricEncryption",
    "dpv:CryptographicKeyManagement",
    "dpv:EncryptionInTransfer",
    "dpv:AccessControlMethod",
    "dpv:AuthorisationProtocols",
    "dpv:Pseudonymisation",
    "dpv:ActivityMonitoring",
    "dpv:DataBackupProtocols",
];
pub(crate) const ORGANISATIONAL: &[&str] =
    &["dpv:PrivacyByDesign", "dpv:PrivacyByDefault", "dpv:DataSubjectRightsManagement"];
pub(crate) const AGREED: &[&str] =
    &["dpv:ControllerProcessorAgreement", "dpv:ConfidentialityAgreement"];
