//! Whose data, which, how long and who sees it: what purposes name.

use super::{Data, Recipient, Retention, Subject, Words};

pub(super) static SUBJECT_YOUTH: Subject = Subject {
    code: "youth",
    vulnerable: true,
    broader: &["dpv:Student", "dpv:Child"],
    words: Words {
        nl: "Jongeren met een beperking, vanaf 15 jaar, ook minderjarigen",
        en: "Young people with a disability, from 15 years on, minors among them",
    },
};

pub(super) static SUBJECT_COACH: Subject = Subject {
    code: "coach",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "STC-coaches van het centrum", en: "STC coaches of the centre" },
};

pub(super) static SUBJECT_LEAD: Subject = Subject {
    code: "lead",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "Verantwoordelijken van het centrum", en: "Leads of the centre" },
};

pub(super) static SUBJECT_OFFICER: Subject = Subject {
    code: "officer",
    vulnerable: false,
    broader: &["dpv:NaturalPerson"],
    words: Words {
        nl: "Functionarissen voor gegevensbescherming van het centrum",
        en: "Data protection officers of the centre",
    },
};

pub(super) static SUBJECT_AUDITOR: Subject = Subject {
    code: "auditor",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words { nl: "Auditoren van SUEM vzw", en: "Auditors of SUEM vzw" },
};

pub(super) static SUBJECT_OPERATOR: Subject = Subject {
    code: "operator",
    vulnerable: false,
    broader: &["dpv:Employee"],
    words: Words {
        nl: "Beheerders van het platform (Pulso)",
        en: "Operators of the platform (Pulso)",
    },
};

pub(super) static SUBJECT_OTHERS: Subject = Subject {
    code: "others",
    vulnerable: false,
    broader: &["dpv:NaturalPerson"],
    words: Words {
        nl: "Personen over wie een jongere of coach schrijft (gezin, netwerk, werkgever)",
        en: "People of whom a youth or coach writes (family, network, employer)",
    },
};

pub(super) static KEPT_TOOL: Retention = Retention {
    code: "tool",
    kind: "dpv:UntilEventDuration",
    length: "P2Y",
    words: Words {
        nl: "Tot de jongere wist; anders 2 jaar na de laatste aanmelding, verwittiging 3 maanden vooraf",
        en: "Until the youth deletes; else 2 years after the last sign-in, warning 3 months before",
    },
};

pub(super) static KEPT_COACHING_FILE: Retention = Retention {
    code: "coachingFile",
    kind: "dpv:UntilEventDuration",
    length: "P10Y",
    words: Words {
        nl: "10 jaar na het laatste contact en minstens tot 25 jaar; BuSO tot 30 jaar",
        en: "10 years after the last contact and at least until age 25; BuSO until age 30",
    },
};

pub(super) static KEPT_NEVER_TRAJECTORY: Retention = Retention {
    code: "neverTrajectory",
    kind: "dpv:TemporalDuration",
    length: "P1Y",
    words: Words {
        nl: "1 jaar na de registratie die nooit een traject werd",
        en: "1 year after a registration that never became a trajectory",
    },
};

pub(super) static KEPT_ACCESS_HEALTH: Retention = Retention {
    code: "accessHealth",
    kind: "dpv:TemporalDuration",
    length: "P10Y",
    words: Words {
        nl: "10 jaar na de inzage of wijziging (gezondheid)",
        en: "10 years after the reading or change (health)",
    },
};

pub(super) static KEPT_ACCESS_OTHER: Retention = Retention {
    code: "accessOther",
    kind: "dpv:TemporalDuration",
    length: "P2Y",
    words: Words { nl: "2 jaar na de aanmelding", en: "2 years after the sign-in" },
};

pub(super) static KEPT_PROOF: Retention = Retention {
    code: "proof",
    kind: "dpv:TemporalDuration",
    length: "P5Y",
    words: Words {
        nl: "5 jaar na het einde van de toestemming of het verzoek",
        en: "5 years after the end of the consent or request",
    },
};

pub(super) static KEPT_STAFF: Retention = Retention {
    code: "staff",
    kind: "dpv:UntilEventDuration",
    length: "P10Y",
    words: Words {
        nl: "Zolang een dossier naar de medewerker verwijst: termijn van het begeleidingsdossier",
        en: "As long as a file names the member of staff: term of the coaching file",
    },
};

pub(super) static KEPT_BACKUP: Retention = Retention {
    code: "backup",
    kind: "dpv:TemporalDuration",
    length: "P90D",
    words: Words { nl: "Hoogstens 90 dagen", en: "90 days at most" },
};

pub(super) static DATA_IDENTITY: Data = Data {
    code: "identity",
    special: false,
    broader: &["pd:Name", "pd:UID"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Identiteit: naam, gekozen figuur, toevallig nummer",
        en: "Identity: name, chosen figure, random number",
    },
};

pub(super) static DATA_INTAKE: Data = Data {
    code: "intake",
    special: true,
    broader: &["pd:Disability", "pd:BirthDate", "pd:Gender", "pd:Education", "pd:Vulnerability"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Intake: geboortedatum, gender, onderwijs of NEET, niveau, beperkingen, drempels, verwijzer",
        en: "Intake: birth date, gender, education or NEET, level, disabilities, barriers, who referred",
    },
};

pub(super) static DATA_REGISTRATION: Data = Data {
    code: "registration",
    special: true,
    broader: &["pd:Name", "pd:Disability", "pd:BirthDate", "pd:Education"],
    kept: &KEPT_NEVER_TRAJECTORY,
    words: Words {
        nl: "Registratie die nog geen traject is: naam en intake zoals opgegeven",
        en: "Registration that is no trajectory yet: name and intake as told",
    },
};

pub(super) static DATA_TRAJECTORY: Data = Data {
    code: "trajectory",
    special: true,
    broader: &["pd:ServiceConsumptionBehaviour", "pd:Education", "pd:Job"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Traject: gekozen coach, stappen (categorie, duur, plaats, kanaal, rol), overgangen, uitstroom",
        en: "Trajectory: chosen coach, steps (category, minutes, place, channel, role), moves, exit",
    },
};

pub(super) static DATA_NOTES: Data = Data {
    code: "notes",
    special: true,
    broader: &["pd:ProfessionalEvaluation", "pd:Communication"],
    kept: &KEPT_COACHING_FILE,
    words: Words {
        nl: "Notities van de coach bij een stap, en de eigen versie van de jongere",
        en: "Notes of the coach on a step, and the youth's own version",
    },
};

pub(super) static DATA_ANSWERS: Data = Data {
    code: "answers",
    special: false,
    broader: &["pd:Preference", "pd:Interest", "pd:FinancialStatus", "pd:Relationship"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Antwoorden van de jongere in oefeningen, zonder gezondheid",
        en: "Answers of the youth in exercises, without health",
    },
};

pub(super) static DATA_HEALTH_ANSWERS: Data = Data {
    code: "healthAnswers",
    special: true,
    broader: &["pd:Health"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Antwoorden van de jongere over gezondheid",
        en: "Answers of the youth about health",
    },
};

pub(super) static DATA_COMPLETIONS: Data = Data {
    code: "completions",
    special: false,
    broader: &["pd:ServiceConsumptionBehaviour"],
    kept: &KEPT_TOOL,
    words: Words {
        nl: "Welke oefening begonnen en afgerond is, wanneer en in hoeveel seconden",
        en: "Which exercise was begun and finished, when and in how many seconds",
    },
};

pub(super) static DATA_STAFF: Data = Data {
    code: "staff",
    special: false,
    broader: &["pd:Name", "pd:Professional"],
    kept: &KEPT_STAFF,
    words: Words {
        nl: "Medewerkers: naam, rol, werktijd, plaatsen per coach",
        en: "Staff: name, role, working time, places of a coach",
    },
};

pub(super) static DATA_SIGN_INS: Data = Data {
    code: "signIns",
    special: false,
    broader: &["pd:Authenticating", "pd:AuthenticationHistory"],
    kept: &KEPT_ACCESS_OTHER,
    words: Words {
        nl: "Startkaarten en sessies (alleen hashes), aan- en afmeldingen",
        en: "Start cards and sessions (hashes only), sign-ins and sign-outs",
    },
};

pub(super) static DATA_ACCESS_LOG: Data = Data {
    code: "accessLog",
    special: true,
    broader: &["pd:UID", "pd:Behavioural"],
    kept: &KEPT_ACCESS_HEALTH,
    words: Words {
        nl: "Toegangslog: wie las of wijzigde wat over wie, in welke rol, voor welk doel, wanneer",
        en: "Access log: who read or changed what of whom, in which role, for which purpose, when",
    },
};

pub(super) static DATA_REQUESTS: Data = Data {
    code: "requests",
    special: false,
    broader: &["pd:Communication"],
    kept: &KEPT_PROOF,
    words: Words {
        nl: "Toestemmingen en verzoeken over de eigen gegevens, met antwoord",
        en: "Consents and requests about the own data, with the answer",
    },
};

pub(super) static DATA_BACKUPS: Data = Data {
    code: "backups",
    special: true,
    broader: &["pd:UID"],
    kept: &KEPT_BACKUP,
    words: Words {
        nl: "Verzegelde reservekopieën van alles hierboven",
        en: "Sealed backups of all of the above",
    },
};

pub(super) static TO_YOUTH_SELF: Recipient = Recipient {
    code: "youthSelf",
    third_party: false,
    words: Words { nl: "De jongere zelf", en: "The youth" },
};

pub(super) static TO_CHOSEN_COACH: Recipient = Recipient {
    code: "chosenCoach",
    third_party: false,
    words: Words {
        nl: "De coach die de jongere koos, alleen van het huidige traject",
        en: "The coach whom the youth chose, of the present trajectory only",
    },
};

pub(super) static TO_LEAD: Recipient = Recipient {
    code: "lead",
    third_party: false,
    words: Words {
        nl: "De verantwoordelijke van het centrum, zonder tijdlijn en antwoorden",
        en: "The lead of the centre, without timeline and answers",
    },
};

pub(super) static TO_OFFICER: Recipient = Recipient {
    code: "officer",
    third_party: false,
    words: Words {
        nl: "De functionaris voor gegevensbescherming: namen, verzoeken en inzage, zonder traject",
        en: "The data protection officer: names, requests and reading, without the trajectory",
    },
};

pub(super) static TO_SUEM: Recipient = Recipient {
    code: "suem",
    third_party: true,
    words: Words {
        nl: "SUEM vzw: alleen op 5 afgeronde tabellen, geen persoon",
        en: "SUEM vzw: tables rounded to 5 only, no person",
    },
};
