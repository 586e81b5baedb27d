"""Makes the GDPR audit log of a centre from the exported log, without the platform: who read or changed what of whom.

    stc log export --data data > log.jsonl
    python gdpr_audit.py log.jsonl lsc01 [2026-11-28T22:59:59.999999Z] > audit.csv

The second moment: as it was known then. The same lines come out of `stc audit gdpr --centre lsc01`.
"""

import csv
import json
import sys
from datetime import datetime

COLUMNS = ["position", "recordedAt", "occurredOn", "person", "actor", "actorRole", "purpose", "read", "change"]
# What an event tells the person whom it is about; see the list ChangeKind in proto/stc/v1/codes.proto.
CHANGES = {
    "alarm": {
        "AlarmObserved": "alarmObserved",
        "AlarmEnded": "alarmEnded",
    },
    "person": {
        "PersonRegistered": "registered",
        "StartCardIssued": "cardIssued",
        "SignedIn": "signedIn",
        "SignedOut": "signedOut",
        "AvatarChosen": "avatarChosen",
        "NoticeSeen": "noticeSeen",
        "AnswersErased": "answersErased",
        "SignalErased": "signalErased",
        "ErasureDecided": "erasureDecided",
        "KeysDestroyed": "erased",
    },
    "trajectory": {
        "YouthRegistered": "trajectoryBegun",
        "IntakeRecorded": "intake",
        "PopulationChanged": "population",
        "CoachChosen": "coachChosen",
        "StepRegistered": "step",
        "StepNoted": "note",
        "StepWithdrawn": "stepWithdrawn",
        "OwnVersionGiven": "ownVersionGiven",
        "OwnVersionWithdrawn": "ownVersionWithdrawn",
        "TrajectoryClosed": "trajectoryClosed",
        "HandoverOffered": "handoverOffered",
        "HandoverAnswered": "handoverAnswered",
        "HandoverAccepted": "handoverAccepted",
        "EmployerContacted": "employerContacted",
        "PlacementStarted": "placementStarted",
        "PlacementEnded": "placementEnded",
    },
    "run": {
        "RunStarted": "exerciseBegun",
        "Answered": "answer",
        "HealthAnswered": "answer",
        "StepAnswered": "answer",
        "HealthStepAnswered": "answer",
        "RunCompleted": "exerciseCompleted",
    },
    "rights": {
        "RequestMade": "requestMade",
        "RequestAdvised": "requestAdvised",
        "RequestExtended": "requestExtended",
        "RequestGranted": "requestGranted",
        "RequestRefused": "requestRefused",
        "RequestWithdrawn": "requestWithdrawn",
        "RequestLapsed": "requestLapsed",
        "ProcessingRestricted": "restricted",
        "RestrictionLifted": "restrictionLifted",
        "CountedNoMore": "countedNoMore",
        "LiftingAnnounced": "liftingAnnounced",
        "LiftingSeen": "liftingSeen",
        "RecipientsNotified": "recipientsNotified",
        "NoticeAcknowledged": "noticeAcknowledged",
        "OutsideRecipientTold": "outsideRecipientTold",
        "HoldPlaced": "holdPlaced",
        "HoldLifted": "holdLifted",
        "TermEnded": "termEnded",
    },
    "consent": {
        "ConsentGiven": "consentGiven",
        "ConsentRefused": "consentRefused",
        "ConsentWithdrawn": "consentWithdrawn",
    },
}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def entries(event: dict):
    """The entries that one event makes: one for each person whom it is about."""
    kind = event["stream"].split(".", 1)[1].split("-", 1)[0]
    if kind == "reading":
        people, read, change = event["data"]["youths"], event["data"]["what"], ""
    elif kind in CHANGES:
        own = event["stream"].split("-", 1)[1]
        people, read, change = [event["subject"] or own], "", CHANGES[kind][event["type"]]
    else:
        return
    meta = event["meta"]
    for person in people:
        yield [event["position"], event["recordedAt"], event["occurredOn"], person, meta["actor"], meta["role"],
               meta["purpose"], read, change]


def main(log: str, centre: str, known_at: str | None = None) -> None:
    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(COLUMNS)
    with open(log, encoding="utf-8") as exported:
        for event in map(json.loads, exported):
            later = known_at is not None and moment(event["recordedAt"]) > moment(known_at)
            if event["tenant"] == centre and not later:
                lines.writerows(entries(event))


main(*sys.argv[1:])
