//! Whose data, which, how long and who sees it: what purposes name.

use events::RetentionClass;

use super::{Data, Length, Recipient, Retention, Subject, Words};

pub(crate) static SUBJECT_YOUTH: Subject = Subject {
    code: "youth",
    vulnerable: true,
    broader: &["dpv:Student", "dpv:Child"],
    words: Words {
        nl: "Jongeren met een beperking, vanaf 15 jaar, ook minderjarigen",
        en: "Young people with a disability, from 15 years on, minors among them",
    },
};

pub(crate) static SUBJECT_COACH: Subject = Subject {
    code: "coach",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "STC-coaches van het centrum", en: "STC coaches of the centre" },
};

pub(crate) static SUBJECT_LEAD: Subject = Subject {
    code: "lead",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "Verantwoordelijken van het centrum", en: "Leads of the centre" },
};

pub(crate) static SUBJECT_OFFICER: Subject = Subject {
    code: "officer",
    vulnerable: false,
    broader: &["dpv:NaturalPerson"],
    words: Words {
        nl: "Functionarissen voor gegevensbescherming van het centrum",
        en: "Data protection officers of the centre",
    },
};

pub(crate) static SUBJECT_AUDITOR: Subject = Subject {
    code: "auditor",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "Auditoren van SUEM vzw", en: "Auditors of SUEM vzw" },
};

pub(crate) static SUBJECT_OPERATOR: Subject = Subject {
    code: "operator",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words {
        nl: "Beheerders van het platform (Pulso)",
        en: "Operators of the platform (Pulso)",
    },
};

pub(crate) static SUBJECT_OTHERS: Subject = Subject {
    code: "others",
    vulnerable: false,
    broader: &["dpv:NaturalPerson"],
    words: Words {
        nl: "Personen over wie een jongere of coach schrijft (gezin, netwerk, werkgever)",
        en: "People of whom a youth or coach writes (family, network, employer)",
    },
};

pub(crate) static KEPT_TOOL: Retention = Retention {
    code: "tool",
    kind: "dpv:UntilEventDuration",
    length: Length::Fixed("P2Y"),
    words: Words {
        nl: "Tot de jongere wist; anders 2 jaar na de laatste aanmelding, verwittiging 3 maanden vooraf",
        en: "Until the youth deletes; else 2 years after the last sign-in, warning 3 months before",
    },
};

pub(crate) static KEPT_COACHING_FILE: Retention = Retention {
    code: "coachingFile",
    kind: "dpv:UntilEventDuration",
    length: Length::Of(RetentionClass::CoachingFile),
    words: Words {
        nl: "{} na het laatste contact; het programma begint bij 15 jaar",
        en: "{} after the last contact; the programme begins at 15 years of age",
    },
};

pub(crate) static KEPT_NEVER_TRAJECTORY: Retention = Retention {
    code: "neverTrajectory",
    kind: "dpv:TemporalDuration",
    length: Length::Of(RetentionClass::NeverTrajectory),
    words: Words {
        nl: "{} na de registratie die nooit een traject werd, of na de laatste aanmelding",
        en: "{} after a registration that never became a trajectory, or after the last sign-in",
    },
};

pub(crate) static KEPT_BREACH_FILE: Retention = Retention {
    code: "breachFile",
    kind: "dpv:TemporalDuration",
    length: Length::Of(RetentionClass::BreachFile),
    words: Words { nl: "{} na het afsluiten", en: "{} after its closing" },
};

pub(crate) static KEPT_ACCESS_HEALTH: Retention = Retention {
    code: "accessHealth",
    kind: "dpv:TemporalDuration",
    length: Length::Fixed("P10Y"),
    words: Words {
        nl: "10 jaar na de inzage of wijziging (gezondheid)",
        en: "10 years after the reading or change (health)",
    },
};

pub(crate) static KEPT_ACCESS_OTHER: Retention = Retention {
    code: "accessOther",
    kind: "dpv:TemporalDuration",
    length: Length::Fixed("P2Y"),
    words: Words { nl: "2 jaar na de aanmelding", en: "2 years after the sign-in" },
};

pub(crate) static KEPT_PROOF: Retention = Retention {
    code: "proof",
    kind: "dpv:TemporalDuration",
    length: Length::Fixed("P5Y"),
    words: Words {
        nl: "5 jaar na het einde van de toestemming of het verzoek",
        en: "5 years after the end of the consent or request",
    },
};

pub(crate) static KEPT_STAFF: Retention = Retention {
    code: "staff",
    kind: "dpv:UntilEventDuration",
    length: Length::Fixed("P10Y"),
    words: Words {
        nl: "Zolang een dossier naar de medewerker verwijst: termijn van het begeleidingsdossier",
        en: "As long as a file names the member of staff: term of the coaching file",
    },
};

pub(crate) static KEPT_BACKUP: Retention = Retention {
    code: "backup",
    kind: "dpv:TemporalDuration",
    length: Length::Fixed("P90D"),
    words: Words { nl: "Hoogstens 90 dagen", en: "90 days at most" },
};

pub(crate) static DATA_IDENTITY: Data = Data {
    code: "identity",
    special: false,
    broader: &["pd:Name", "pd:UID"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Identiteit: naam, gekozen figuur, toevallig nummer",
        en: "Identity: name, chosen figure, random number",
    },
};

pub(crate) static DATA_INTAKE: Data = Data {
    code: "intake",
    special: true,
    broader: &["pd:Disability", "pd:BirthDate", "pd:Gender", "pd:Education", "pd:Vulnerability"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Intake: geboortedatum, gender, onderwijs of NEET, niveau, beperkingen, drempels, verwijzer",
        en: "Intake: birth date, gender, education or NEET, level, disabilities, barriers, who referred",
    },
};

pub(crate) static DATA_REGISTRATION: Data = Data {
    code: "registration",
    special: true,
    broader: &["pd:Name", "pd:Disability", "pd:BirthDate", "pd:Education"],
    kept: &KEPT_NEVER_TRAJECTORY,
    words: Words {
        nl: "Registratie die nog geen traject is: naam en intake zoals opgegeven",
        en: "Registration that is no trajectory yet: name and intake as told",
    },
};

pub(crate) static DATA_TRAJECTORY: Data = Data {
    code: "trajectory",
    special: true,
    broader: &["pd:ServiceConsumptionBehaviour", "pd:Education", "pd:Job"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Traject: gekozen coach, stappen (categorie, duur, plaats, kanaal, rol), overgangen, uitstroom",
        en: "Trajectory: chosen coach, steps (category, minutes, place, channel, role), moves, exit",
    },
};

pub(crate) static DATA_NOTES: Data = Data {
    code: "notes",
    special: true,
    broader: &["pd:ProfessionalEvaluation", "pd:Communication"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Notities van de coach bij een stap, en de eigen versie van de jongere",
        en: "Notes of the coach on a step, and the youth's own version",
    },
};

pub(crate) static DATA_ANSWERS: Data = Data {
    code: "answers",
    special: false,
    broader: &["pd:Preference", "pd:Interest", "pd:FinancialStatus", "pd:Relationship"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Antwoorden van de jongere in oefeningen, zonder gezondheid",
        en: "Answers of the youth in exercises, without health",
    },
};

pub(crate) static DATA_HEALTH_ANSWERS: Data = Data {
    code: "healthAnswers",
    special: true,
    broader: &["pd:Health"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Antwoorden van de jongere over gezondheid",
        en: "Answers of the youth about health",
    },
};

pub(crate) static DATA_COMPLETIONS: Data = Data {
    code: "completions",
    special: false,
    broader: &["pd:ServiceConsumptionBehaviour"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Welke oefening begonnen en afgerond is, wanneer en in hoeveel seconden",
        en: "Which exercise was begun and finished, when and in how many seconds",
    },
};

pub(crate) static DATA_STAFF: Data = Data {
    code: "staff",
    special: false,
    broader: &["pd:Name", "pd:Professional"],
    kept: &KEPT_STAFF,
    words: Words {
        nl: "Medewerkers: naam, rol, werktijd, plaatsen per coach",
        en: "Staff: name, role, working time, places of a coach",
    },
};

pub(crate) static DATA_SIGN_INS: Data = Data {
    code: "signIns",
    special: false,
    broader: &["pd:Authenticating", "pd:AuthenticationHistory"],
    kept: &KEPT_ACCESS_OTHER,
    words: Words {
        nl: "Startkaarten en sessies (alleen hashes), aan- en afmeldingen",
        en: "Start cards and sessions (hashes only), sign-ins and sign-outs",
    },
};

pub(crate) static DATA_ACCESS_LOG: Data = Data {
    code: "accessLog",
    special: true,
    broader: &["pd:UID", "pd:Behavioural"],
    kept: &KEPT_ACCESS_HEALTH,
    words: Words {
        nl: "Toegangslog: wie las of wijzigde wat over wie, in welke rol, voor welk doel, wanneer",
        en: "Access log: who read or changed what of whom, in which role, for which purpose, when",
    },
};

pub(crate) static DATA_REQUESTS: Data = Data {
    code: "requests",
    special: false,
    broader: &["pd:Communication"],
    kept: &KEPT_PROOF,
    words: Words {
        nl: "Toestemmingen en verzoeken over de eigen gegevens, met antwoord",
        en: "Consents and requests about the own data, with the answer",
    },
};

pub(crate) static DATA_BREACHES: Data = Data {
    code: "breaches",
    special: true,
    broader: &["pd:Communication"],
    kept: &KEPT_BREACH_FILE,
    words: Words {
        nl: "Dossiers van datalekken: wat er gebeurde, met welke gegevens, wat gedaan en gemeld werd",
        en: "Files of breaches: what happened, with which data, what was done and told",
    },
};

pub(crate) static DATA_BACKUPS: Data = Data {
    code: "backups",
    special: true,
    broader: &["pd:UID"],
    kept: &KEPT_BACKUP,
    words: Words {
        nl: "Verzegelde reservekopieën van alles hierboven",
        en: "Sealed backups of all of the above",
    },
};

pub(crate) static TO_YOUTH_SELF: Recipient = Recipient {
    code: "youthSelf",
    third_party: false,
    words: Words { nl: "De jongere zelf", en: "The youth" },
};

pub(crate) static TO_CHOSEN_COACH: Recipient = Recipient {
    code: "chosenCoach",
    third_party: false,
    words: Words {
        nl: "De coach die de jongere koos, alleen van het huidige traject",
        en: "The coach whom the youth chose, of the present trajectory only",
    },
};

pub(crate) static TO_LEAD: Recipient = Recipient {
    code: "lead",
    third_party: false,
    words: Words {
        nl: "De verantwoordelijke van het centrum, zonder tijdlijn en antwoorden",
        en: "The lead of the centre, without timeline and answers",
    },
};

pub(crate) static TO_OFFICER: Recipient = Recipient {
    code: "officer",
    third_party: false,
    words: Words {
        nl: "De functionaris voor gegevensbescherming: namen, verzoeken en inzage, zonder traject",
        en: "The data protection officer: names, requests and reading, without the trajectory",
    },
};

pub(crate) static TO_SUEM: Recipient = Recipient {
    code: "suem",
    third_party: true,
    words: Words {
        nl: "SUEM vzw: alleen op 5 afgeronde tabellen, geen persoon",
        en: "SUEM vzw: tables rounded to 5 only, no person",
    },
};
