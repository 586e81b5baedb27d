//! Why each purpose is needed, and what keeps it in proportion (Art. 35(7)(b)).

use events::Purpose;

use crate::Words;

/// Why, and how far.
pub(super) struct Why {
    pub(super) needed: Words,
    pub(super) limited: Words,
}

pub(super) fn of(purpose: Purpose) -> &'static Why {
    match purpose {
        Purpose::SelfDiscovery => &SELF_DISCOVERY,
        Purpose::Coaching => &COACHING,
        Purpose::Administration => &ADMINISTRATION,
        Purpose::Monitoring => &MONITORING,
        Purpose::Operation => &OPERATION,
        Purpose::DataProtection => &DATA_PROTECTION,
    }
}

static SELF_DISCOVERY: Why = Why {
    needed: Words {
        nl: "De jongere wil weten wat die wil, wat die kan en wie kan helpen. Zonder eigen antwoorden is er geen overzicht.",
        en: "The youth wants to know what they want, what they can do and who can help. Without own answers there is no overview.",
    },
    limited: Words {
        nl: "Niets wordt gedeeld zonder een ja per levensdomein, en een neen verandert niets aan de begeleiding. Geen oefening is verplicht.",
        en: "Nothing is shared without a yes for each life domain, and a no changes nothing about the coaching. No exercise is compulsory.",
    },
};

static COACHING: Why = Why {
    needed: Words {
        nl: "Begeleiding loopt over maanden: de gekozen coach moet weten wat er gedaan en afgesproken is.",
        en: "Coaching goes on for months: the chosen coach has to know what was done and agreed.",
    },
    limited: Words {
        nl: "Alleen de coach die de jongere koos leest de tijdlijn, alleen van het huidige traject, en nooit de intake. De jongere leest alles en zet er een eigen versie naast.",
        en: "Only the coach whom the youth chose reads the timeline, of the present trajectory only, and never the intake. The youth reads all of it and puts an own version beside it.",
    },
};

static ADMINISTRATION: Why = Why {
    needed: Words {
        nl: "Een centrum moet weten wie het begeleidt, of er een coach met plaats is, en wat er over gegevens gevraagd wordt.",
        en: "A centre has to know whom it supports, whether a coach has room, and what is asked about data.",
    },
    limited: Words {
        nl: "De verantwoordelijke leest geen tijdlijn, geen notitie en geen antwoord. Intake wordt ingevoerd en daarna alleen geteld.",
        en: "The lead reads no timeline, no note and no answer. Intake is entered and afterwards only counted.",
    },
};

static MONITORING: Why = Why {
    needed: Words {
        nl: "Beleid en audit moeten zien wie bereikt wordt en met welk gevolg; daarvoor volstaan tellingen.",
        en: "Policy and audit have to see who is reached and with which result; counts are enough for that.",
    },
    limited: Words {
        nl: "Wat het centrum verlaat is op 5 afgerond, kleine aantallen worden niet getoond, en niemand van buiten leest over een persoon.",
        en: "What leaves the centre is rounded to 5, small counts are not shown, and nobody from outside reads about a person.",
    },
};

static OPERATION: Why = Why {
    needed: Words {
        nl: "Zonder aanmelden, toegangslog en reservekopieën is niets veilig en niets te bewijzen.",
        en: "Without sign-in, access log and backups nothing is safe and nothing can be proven.",
    },
    limited: Words {
        nl: "Van kaarten en sessies wordt alleen een hash bewaard. Beheerders lezen geen inhoud. Wat persoonlijk is, is verzegeld met een sleutel per persoon.",
        en: "Of cards and sessions only a hash is kept. Operators read no content. What is personal is sealed with a key for each person.",
    },
};

static DATA_PROTECTION: Why = Why {
    needed: Words {
        nl: "De wet vraagt een functionaris die toeziet (AVG art. 37 tot 39), en die moet zien wat gevraagd en gelezen wordt.",
        en: "The law asks for an officer who watches (GDPR Art. 37 to 39), who has to see what is asked and read.",
    },
    limited: Words {
        nl: "De functionaris leest verzoeken, toegangslog en dossiers van datalekken; geen traject, geen antwoord, geen intake, geen tabel.",
        en: "The officer reads requests, the access log and files of breaches; no trajectory, no answer, no intake, no table.",
    },
};
