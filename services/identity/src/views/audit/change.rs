//! What people are told of events, in words that they know.

use events::ChangeKind;

/// What an event that is no reading tells somebody; `None` if nothing by itself.
pub(super) fn change(name: &str) -> Option<ChangeKind> {
    Some(match name {
        "PersonRegistered" => ChangeKind::Registered,
        "StartCardIssued" => ChangeKind::CardIssued,
        "SignedIn" => ChangeKind::SignedIn,
        "SignedOut" => ChangeKind::SignedOut,
        "AvatarChosen" => ChangeKind::AvatarChosen,
        "NoticeSeen" => ChangeKind::NoticeSeen,
        "AnswersErased" => ChangeKind::AnswersErased,
        "SignalErased" => ChangeKind::SignalErased,
        "ErasureDecided" => ChangeKind::ErasureDecided,
        "KeysDestroyed" => ChangeKind::Erased,
        "YouthRegistered" => ChangeKind::TrajectoryBegun,
        "IntakeRecorded" => ChangeKind::Intake,
        "PopulationChanged" => ChangeKind::Population,
        "CoachChosen" => ChangeKind::CoachChosen,
        "StepRegistered" => ChangeKind::Step,
        "StepNoted" => ChangeKind::Note,
        "StepWithdrawn" => ChangeKind::StepWithdrawn,
        "OwnVersionGiven" => ChangeKind::OwnVersionGiven,
        "OwnVersionWithdrawn" => ChangeKind::OwnVersionWithdrawn,
        "TrajectoryClosed" => ChangeKind::TrajectoryClosed,
        "HandoverOffered" => ChangeKind::HandoverOffered,
        "HandoverAnswered" => ChangeKind::HandoverAnswered,
        "HandoverAccepted" => ChangeKind::HandoverAccepted,
        "EmployerContacted" => ChangeKind::EmployerContacted,
        "PlacementStarted" => ChangeKind::PlacementStarted,
        "PlacementEnded" => ChangeKind::PlacementEnded,
        "AlarmObserved" => ChangeKind::AlarmObserved,
        "AlarmEnded" => ChangeKind::AlarmEnded,
        "RunStarted" => ChangeKind::ExerciseBegun,
        "Answered" | "HealthAnswered" | "StepAnswered" | "HealthStepAnswered" => ChangeKind::Answer,
        "RunCompleted" => ChangeKind::ExerciseCompleted,
        "RequestMade" => ChangeKind::RequestMade,
        "RequestAdvised" => ChangeKind::RequestAdvised,
        "RequestExtended" => ChangeKind::RequestExtended,
        "RequestGranted" => ChangeKind::RequestGranted,
        "RequestRefused" => ChangeKind::RequestRefused,
        "RequestWithdrawn" => ChangeKind::RequestWithdrawn,
        "RequestLapsed" => ChangeKind::RequestLapsed,
        "ProcessingRestricted" => ChangeKind::Restricted,
        "RestrictionLifted" => ChangeKind::RestrictionLifted,
        "CountedNoMore" => ChangeKind::CountedNoMore,
        "RecipientsNotified" => ChangeKind::RecipientsNotified,
        "NoticeAcknowledged" => ChangeKind::NoticeAcknowledged,
        "OutsideRecipientTold" => ChangeKind::OutsideRecipientTold,
        "LiftingAnnounced" => ChangeKind::LiftingAnnounced,
        "LiftingSeen" => ChangeKind::LiftingSeen,
        "HoldPlaced" => ChangeKind::HoldPlaced,
        "HoldLifted" => ChangeKind::HoldLifted,
        "TermEnded" => ChangeKind::TermEnded,
        "ConsentGiven" => ChangeKind::ConsentGiven,
        "ConsentRefused" => ChangeKind::ConsentRefused,
        "ConsentWithdrawn" => ChangeKind::ConsentWithdrawn,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use events::{
        alarm::AlarmEvent, consent::ConsentEvent, person::PersonEvent, rights::RightsEvent,
        run::RunEvent, trajectory::TrajectoryEvent,
    };
    use strum::VariantNames;

    use super::*;

    #[test]
    fn every_event_about_a_person_is_told_in_the_audit_log() {
        let events = [
            AlarmEvent::VARIANTS,
            ConsentEvent::VARIANTS,
            PersonEvent::VARIANTS,
            RightsEvent::VARIANTS,
            RunEvent::VARIANTS,
            TrajectoryEvent::VARIANTS,
        ];
        let untold: Vec<_> =
            events.into_iter().flatten().filter(|name| change(name).is_none()).collect();
        assert!(untold.is_empty(), "say in change() what these tell people: {untold:?}");
    }
}
