//! The platform's vocabulary. One spelling in events, gRPC, REST and screens.
//!
//! Source: `domain reference` §7 after the paper's tables (L1328–1366, L1620–1734).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The text is none of the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown code")
    }
}

impl std::error::Error for UnknownCode {}

/// A closed list of codes.
pub trait Code: Copy + Eq + Sized + 'static {
    /// The list's name in API schemas.
    const NAME: &'static str;
    /// Every code, in the order of the source.
    const ALL: &'static [Self];
    /// The code as it is written everywhere.
    fn name(self) -> &'static str;
}

macro_rules! codes {
    ($(#[$doc:meta])* $list:ident { $($(#[$item_doc:meta])* $item:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum $list {
            $($(#[$item_doc])* #[serde(rename = $text)] $item,)+
        }

        impl Code for $list {
            const NAME: &'static str = stringify!($list);
            const ALL: &'static [Self] = &[$(Self::$item,)+];

            fn name(self) -> &'static str {
                match self { $(Self::$item => $text,)+ }
            }
        }

        impl FromStr for $list {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                match text { $($text => Ok(Self::$item),)+ _ => Err(UnknownCode) }
            }
        }
    };
}

codes! {
    /// The seven life domains (L732).
    LifeDomain {
        /// Wonen.
        Housing = "housing",
        /// Relaties.
        Relationships = "relationships",
        /// Gezondheid.
        Health = "health",
        /// Financiën.
        Finances = "finances",
        /// Leren.
        Learning = "learning",
        /// Vrije tijd.
        Leisure = "leisure",
        /// Werk.
        Work = "work",
    }
}

codes! {
    /// The twelve action categories of table 2 (L1646–1681).
    ActionCategory {
        /// Intake.
        Intake = "intake",
        /// STC-Tool.
        StcTool = "stcTool",
        /// Kennismakingsgesprek.
        FirstMeeting = "firstMeeting",
        /// Individueel empowerment.
        IndividualEmpowerment = "individualEmpowerment",
        /// Groepsempowerment.
        GroupEmpowerment = "groupEmpowerment",
        /// Opmaak POP.
        ActionPlan = "actionPlan",
        /// Interventie netwerk.
        NetworkIntervention = "networkIntervention",
        /// Bemiddeling stage.
        InternshipMediation = "internshipMediation",
        /// Coaching stage.
        InternshipCoaching = "internshipCoaching",
        /// Bemiddeling werk.
        JobMediation = "jobMediation",
        /// Aanvraag BTOM.
        BtomRequest = "btomRequest",
        /// IPS-jobcoaching.
        IpsJobCoaching = "ipsJobCoaching",
    }
}

codes! {
    /// Where a contact took place (reference §7).
    Place {
        /// At school.
        School = "school",
        /// In the learning-support centre.
        Centre = "centre",
        /// Lokale werkwinkel.
        JobCentre = "jobCentre",
        /// Inloophuis.
        DropInHouse = "dropInHouse",
        /// At home.
        Home = "home",
        /// Where the youth works or trains.
        Workplace = "workplace",
        /// Outdoors.
        Outdoors = "outdoors",
        /// Online.
        Online = "online",
        /// The coach's office.
        Office = "office",
    }
}

codes! {
    /// How a contact took place.
    Channel {
        /// In the same room.
        FaceToFace = "faceToFace",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// By chat.
        Chat = "chat",
        /// By e-mail.
        Email = "email",
    }
}

codes! {
    /// Alone or in a group (L984).
    Mode {
        /// With this youth alone.
        Individual = "individual",
        /// With a group.
        Group = "group",
    }
}

codes! {
    /// The coach's four roles (L414–443).
    CoachRole {
        /// Belangenbehartiger: voice of the child.
        Advocate = "advocate",
        /// Assistent: assistant of the child.
        Assistant = "assistant",
        /// Inspirator: widescreen partner.
        Inspirer = "inspirer",
        /// Bruggenbouwer: connector.
        BridgeBuilder = "bridgeBuilder",
    }
}

codes! {
    /// The four steps of strength-based coaching (L804–835).
    CoachingStep {
        /// Wat brengt je hier?
        WhatBringsYou = "whatBringsYou",
        /// Waar wil je naartoe?
        WhereTo = "whereTo",
        /// Wat werkt er al?
        WhatWorks = "whatWorks",
        /// Wat is je eerste stap?
        FirstStep = "firstStep",
    }
}

codes! {
    /// Education or NEET (L1326–1327).
    Population {
        /// Still linked to a school.
        Education = "education",
        /// Not in education, employment or training.
        Neet = "neet",
    }
}

codes! {
    /// Who referred the youth (L1222–1227).
    Source {
        /// A school.
        School = "school",
        /// A learning-support centre.
        LearningSupportCentre = "learningSupportCentre",
        /// A centre for pupil guidance.
        Clb = "clb",
        /// Welfare.
        Welfare = "welfare",
        /// The public employment service.
        Vdab = "vdab",
        /// Youth work.
        YouthWork = "youthWork",
        /// The youth.
        SelfReferral = "selfReferral",
        /// Family, friends.
        Network = "network",
    }
}

codes! {
    /// Nature of the disability: the row variable of the tables (reference §2.0).
    Disability {
        /// Psychische beperking (incl. ASS).
        Mental = "mental",
        /// Leervermogen.
        Learning = "learning",
        /// Motorische beperking.
        Motor = "motor",
        /// Auditieve beperking.
        Hearing = "hearing",
        /// Visuele beperking.
        Visual = "visual",
        /// Andere gezondheidshinder; not a row of the paper, printed below.
        OtherHealth = "otherHealth",
        /// Niet gekend; printed below.
        Unknown = "unknown",
    }
}

codes! {
    /// Additional barriers of table 1 (L1620–1645).
    Barrier {
        /// Armoede, sociaal kwetsbaar.
        Poverty = "poverty",
        /// Taal.
        Language = "language",
        /// Netwerk.
        Network = "network",
        /// Mobiliteit.
        Mobility = "mobility",
        /// Other: the paper's table has a column here without a label.
        Other = "other",
    }
}

codes! {
    /// Gender as table 1 counts it.
    Gender {
        /// Man.
        Male = "male",
        /// Vrouw.
        Female = "female",
        /// Niet gekend.
        Unknown = "unknown",
    }
}

codes! {
    /// Education level at entry (table 5, L1700–1734, reference §2.5).
    EntryLevel {
        /// Special secondary education, form 1.
        Ov1 = "ov1",
        /// Form 2.
        Ov2 = "ov2",
        /// Form 3.
        Ov3 = "ov3",
        /// Form 4.
        Ov4 = "ov4",
        /// Alternating vocational year after OV3.
        Abo = "abo",
        /// General secondary.
        Aso = "aso",
        /// Arts secondary.
        Kso = "kso",
        /// Technical secondary.
        Tso = "tso",
        /// Vocational secondary.
        Bso = "bso",
        /// Vocational education and training.
        Vet = "vet",
        /// Higher education (hogeschool).
        Higher = "higher",
        /// University.
        University = "university",
        /// Early school leaving.
        EarlyLeaver = "earlyLeaver",
        /// Adult education.
        AdultEducation = "adultEducation",
        /// Part-time or dual vocational.
        Dbso = "dbso",
        /// Reception class for newcomers.
        Okan = "okan",
        /// Primary.
        Primary = "primary",
        /// Not known.
        Unknown = "unknown",
    }
}

codes! {
    /// How a trajectory ended (reference §2.3).
    ExitKind {
        /// A job.
        Job = "job",
        /// A diploma.
        Diploma = "diploma",
        /// Back to education.
        Education = "education",
        /// Vocational training.
        Training = "training",
        /// Self-employed.
        SelfEmployed = "selfEmployed",
        /// Stopped at the youth's request.
        StoppedByYouth = "stoppedByYouth",
        /// Moved away.
        Moved = "moved",
        /// Other.
        Other = "other",
        /// Not known.
        Unknown = "unknown",
    }
}

codes! {
    /// Form of employment (table 3, L1682–1697).
    EmploymentForm {
        /// Collectief maatwerk.
        CollectiveCustomised = "collectiveCustomised",
        /// Individueel maatwerk.
        IndividualCustomised = "individualCustomised",
        /// Normaal economisch circuit with Flemish support premium; none new since July 2023.
        RegularWithPremium = "regularWithPremium",
        /// Normaal economisch circuit.
        Regular = "regular",
    }
}

codes! {
    /// A centre's first language.
    Language {
        /// Dutch.
        Nl = "nl",
        /// Finnish.
        Fi = "fi",
        /// English.
        En = "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads_back<C: Code + FromStr + fmt::Debug>() {
        for code in C::ALL {
            assert_eq!(code.name().parse::<C>().ok(), Some(*code));
        }
        assert!("nonsense".parse::<C>().is_err());
    }

    #[test]
    fn every_code_is_read_back_as_it_was_written() {
        reads_back::<ActionCategory>();
        reads_back::<LifeDomain>();
        reads_back::<Place>();
        reads_back::<Disability>();
        reads_back::<EntryLevel>();
    }

    #[test]
    fn the_paper_has_seven_domains_twelve_categories_four_roles_and_four_steps() {
        assert_eq!(LifeDomain::ALL.len(), 7);
        assert_eq!(ActionCategory::ALL.len(), 12);
        assert_eq!(CoachRole::ALL.len(), 4);
        assert_eq!(CoachingStep::ALL.len(), 4);
    }
}
