//! The risks to those whose data it is, and what is done about each (Art. 35(7)(c), (d)).
//!
//! Levels are a proposal; each controller judges them with its data protection officer.

use events::RiskLevel::{Limited, Maximum, Negligible, Significant};

use super::{Measure, Risk};
use crate::Words;

macro_rules! words {
    ($nl:literal, $en:literal) => {
        Words { nl: $nl, en: $en }
    };
}

macro_rules! measure {
    ($nl:literal, $en:literal, [$($shown:literal),+ $(,)?]) => {
        Measure { what: words!($nl, $en), shown_by: &[$($shown),+] }
    };
}

pub(super) static RISKS: &[Risk] = &[
    Risk {
        code: "readWithoutNeed",
        what: words!(
            "Iemand van het centrum leest over een jongere zonder dat het voor het werk nodig is.",
            "Somebody of the centre reads about a young person without need for the work."
        ),
        likelihood: Significant,
        severity: Significant,
        measures: &[
            measure!(
                "Alleen de gekozen coach leest de tijdlijn; voor een collega bestaat de jongere niet.",
                "Only the chosen coach reads the timeline; for a colleague the youth does not exist.",
                [
                    "tests/tests/it/bad_input/unknown.rs: a_colleagues_youth_does_not_exist_for_a_coach"
                ]
            ),
            measure!(
                "Elke inzage staat in de toegangslog voor het antwoord gegeven wordt, en de jongere leest die.",
                "Every reading stands in the access log before the answer is given, and the youth reads it.",
                [
                    "tests/tests/it/reads.rs: a_youth_is_told_who_read_what_and_what_for",
                    "docs/adr/0037-reading-is-an-event.md",
                ]
            ),
            measure!(
                "Ongewone inzage wordt nagekeken door iemand anders dan wie las.",
                "Unusual reading is looked into by somebody other than who read.",
                [
                    "tests/tests/it/officer.rs: unusual_reading_is_looked_into_by_somebody_else_and_then_it_is_done"
                ]
            ),
        ],
        left: Limited,
    },
    Risk {
        code: "strangerComesIn",
        what: words!(
            "Wie een kaart of een toestel vindt of steelt, leest wat de jongere of de coach leest.",
            "Whoever finds or steals a card or a device reads what the youth or the coach reads."
        ),
        likelihood: Significant,
        severity: Significant,
        measures: &[
            measure!(
                "Wie een kaart of toestel verloor krijgt een nieuwe kaart: de oude opent niets meer. Sessies van medewerkers eindigen na een werkdag.",
                "Whoever lost a card or device gets a new card: the old one opens nothing any more. Sessions of staff end after a working day.",
                [
                    "services/identity/tests/service/sessions.rs: an_old_card_stops_working_and_the_new_one_works"
                ]
            ),
            measure!(
                "Van kaarten en sessies wordt alleen een hash bewaard.",
                "Of cards and sessions only a hash is kept.",
                ["tests/tests/it/canary.rs: what_people_tell_stands_nowhere_in_the_open"]
            ),
            measure!(
                "Een opdracht geldt alleen voor de sessie waarvan ze het teken draagt.",
                "A command counts for the session only whose token it carries.",
                [
                    "tests/tests/it/isolation/operations.rs: a_command_needs_the_token_of_its_own_session"
                ]
            ),
        ],
        left: Limited,
    },
    Risk {
        code: "centresMix",
        what: words!(
            "Iemand van een ander centrum, of een dienst die meer vraagt dan haar werk, leest over jongeren van dit centrum.",
            "Somebody of another centre, or a service that asks for more than its work, reads about this centre's young people."
        ),
        likelihood: Limited,
        severity: Significant,
        measures: &[
            measure!(
                "Elke bewerking is voor elke rol beproefd op het eigen ding, dat van een collega en dat van een ander centrum.",
                "Every operation is tried for every role on the own thing, a colleague's and another centre's.",
                [
                    "tests/tests/it/isolation/relations.rs: every_operation_lets_in_and_keeps_out_as_the_table_says"
                ]
            ),
            measure!(
                "Elk centrum heeft een eigen sleutel, en een dienst krijgt alleen sleutels van wat ze bewaart.",
                "Each centre has a key of its own, and a service gets keys only of what it keeps.",
                ["docs/adr/0028-a-token-and-a-certificate-for-each-service.md"]
            ),
        ],
        left: Negligible,
    },
    Risk {
        code: "machinesAreRead",
        what: words!(
            "Wie bij de verwerker aan servers of reservekopieën kan, of ze steelt, leest wat erop staat.",
            "Whoever can reach servers or backups of the processor, or steals them, reads what is on them."
        ),
        likelihood: Limited,
        severity: Maximum,
        measures: &[
            measure!(
                "Wat persoonlijk is, is verzegeld met een sleutel per persoon en categorie; geen sleutel staat leesbaar in een bestand.",
                "What is personal is sealed with a key for each person and category; no key stands readable in a file.",
                [
                    "tests/tests/it/canary.rs: what_people_tell_stands_nowhere_in_the_open",
                    "services/lib/vault/src/tests.rs: no_key_stands_readable_in_a_file",
                ]
            ),
            measure!(
                "Beheerders zien centra en klokken, en geen inhoud.",
                "Operators see centres and clocks, and no content.",
                [
                    "tests/tests/it/breaches.rs: the_platform_tells_a_centre_what_it_found_and_sees_clocks_and_no_content"
                ]
            ),
            measure!(
                "Diensten spreken met elkaar alleen met certificaten van dezelfde autoriteit.",
                "Services speak to each other with certificates of the same authority only.",
                [
                    "tests/tests/it/secured.rs: a_service_answers_nobody_without_a_certificate_of_the_same_authority"
                ]
            ),
        ],
        left: Negligible,
    },
    Risk {
        code: "recognisedInTables",
        what: words!(
            "Uit een tabel is af te leiden wie een jongere is of welke beperking die heeft.",
            "From a table it follows who a young person is, or which disability they have."
        ),
        likelihood: Significant,
        severity: Significant,
        measures: &[measure!(
            "Wat het centrum verlaat is afgerond, en kleine aantallen worden niet getoond.",
            "What leaves the centre is rounded, and small counts are not shown.",
            [
                "services/monitoring/src/tests/disclosure.rs: what_leaves_a_centre_is_rounded_so_that_nobody_is_recognisable",
                "docs/adr/0007-what-leaves-a-centre-is-rounded.md",
            ]
        )],
        left: Limited,
    },
    Risk {
        code: "keptTooLong",
        what: words!(
            "Wat gewist moest zijn is nog te lezen, ook uit een reservekopie.",
            "What should be erased can still be read, also from a backup."
        ),
        likelihood: Significant,
        severity: Significant,
        measures: &[measure!(
            "Wissen vernietigt elke sleutel, met een ondertekend bewijs, en geldt ook na het terugzetten van een oudere kopie.",
            "An erasure destroys every key, with a signed certificate, and holds also after an older copy is restored.",
            [
                "tests/tests/it/rights.rs: whoever_asked_to_be_erased_is_gone_with_everything_that_they_said",
                "tests/tests/it/erased.rs: an_erasure_stands_also_after_log_and_vault_from_before_it_were_restored",
            ]
        )],
        left: Limited,
    },
    Risk {
        code: "lostOrChanged",
        what: words!(
            "Gegevens gaan verloren of worden ongemerkt veranderd, en de begeleiding rust op iets dat niet klopt.",
            "Data is lost or changed unnoticed, and the coaching rests on something that is wrong."
        ),
        likelihood: Limited,
        severity: Limited,
        measures: &[
            measure!(
                "Wat bewaard is bevestigd gaat niet verloren, ook niet als een programma halverwege stopt; niets wordt overschreven.",
                "What was acknowledged is not lost, also when a program ends half-way; nothing is written over.",
                [
                    "tests/tests/it/restart.rs: a_kill_takes_nothing_that_was_acknowledged_and_doubles_nothing"
                ]
            ),
            measure!(
                "De jongere leest alles wat over die opgeschreven is en zet er een eigen versie naast.",
                "The youth reads everything that is written down and puts an own version beside it.",
                [
                    "tests/tests/it/own_version.rs: what_a_youth_tells_beside_a_step_is_read_by_the_chosen_coach_and_nobody_else"
                ]
            ),
        ],
        left: Negligible,
    },
    Risk {
        code: "consentUnderPressure",
        what: words!(
            "Een jongere zegt ja omdat die van het centrum afhangt, of begrijpt niet wat er met de gegevens gebeurt.",
            "A young person says yes because they depend on the centre, or does not understand what happens with the data."
        ),
        likelihood: Significant,
        severity: Limited,
        measures: &[
            measure!(
                "Een vraag per levensdomein, niets vooraf gekozen; een neen blijft staan en verandert niets anders.",
                "A question for each life domain, nothing chosen before; a no stays and changes nothing else.",
                [
                    "services/identity/domain/src/consent/decline.rs: a_no_is_about_one_thing_only",
                    "tests/tests/it/consents.rs: a_coach_reads_exactly_what_a_youth_shares_until_it_is_taken_back",
                ]
            ),
            measure!(
                "Wat er met gegevens gebeurt staat er in gewone woorden en beelden, in drie talen; bekend is wie welke versie las.",
                "What happens with data is told in plain words and pictures, in three languages; it is known who read which version.",
                [
                    "tests/tests/it/rights.rs: a_youth_reads_what_is_done_with_the_data_and_that_is_known_from_then_on"
                ]
            ),
        ],
        left: Limited,
    },
    Risk {
        code: "rightsUnanswered",
        what: words!(
            "Wat een jongere over de eigen gegevens vraagt blijft liggen, of gegevens worden gebruikt na een bezwaar of beperking.",
            "What a young person asks about the own data is not answered, or data is used after an objection or a restriction."
        ),
        likelihood: Limited,
        severity: Limited,
        measures: &[
            measure!(
                "Een verzoek is een zaak met een dag; wat te laat is staat vooraan in de week van verantwoordelijke en functionaris.",
                "A request is a case with a day; what is late stands in front in the week of lead and officer.",
                [
                    "tests/tests/it/rights.rs: a_youth_asks_and_is_answered_within_a_month_or_told_in_time_that_it_takes_longer",
                    "tests/tests/it/officer.rs: the_week_holds_what_is_due_and_what_is_late_in_the_order_in_which_it_is",
                ]
            ),
            measure!(
                "Wie de gegevens liet beperken is verborgen en in geen tabel geteld.",
                "Whoever restricted the data is hidden and counted in no table.",
                [
                    "tests/tests/it/rights.rs: data_that_a_youth_restricted_is_kept_and_not_used_until_the_lead_says_why_it_is"
                ]
            ),
        ],
        left: Negligible,
    },
    Risk {
        code: "breachTooLate",
        what: words!(
            "Een datalek wordt niet of te laat gemeld, en wie het over gaat kan zich niet weren.",
            "A breach is not told or told too late, and those whose data it is cannot protect themselves."
        ),
        likelihood: Limited,
        severity: Significant,
        measures: &[measure!(
            "Een dossier met een klok in uren; over wie het gaat volgt uit de toegangslog.",
            "A file with a clock in hours; whose data it is follows from the access log.",
            [
                "tests/tests/it/breaches.rs: a_breach_is_known_judged_told_to_the_authority_and_to_the_youth_and_closed",
                "docs/adr/0040-a-breach-has-a-clock-and-a-key-of-its-own.md",
            ]
        )],
        left: Negligible,
    },
    Risk {
        code: "judgedByAMachine",
        what: words!(
            "Een jongere wordt door een score of een automatisme beoordeeld of in een richting geduwd.",
            "A young person is judged, or pushed in a direction, by a score or an automatism."
        ),
        likelihood: Limited,
        severity: Significant,
        measures: &[measure!(
            "Er is geen score en geen besluit vanzelf (AVG art. 22); de jongere kiest de coach en de volgorde.",
            "There is no score and nothing decides by itself (GDPR Art. 22); the youth chooses the coach and the order.",
            [
                "services/lib/reads/domain/src/unusual.rs",
                "docs/adr/0017-a-place-is-taken-before-a-coach-is-chosen.md"
            ]
        )],
        left: Negligible,
    },
];
