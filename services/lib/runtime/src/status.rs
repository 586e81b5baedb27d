//! Errors as gRPC statuses: one exhaustive match for all services, and back again in the gateway.
//!
//! Invariant: a status carries codes and numbers only, never a name, a text or an id of a person.

use std::collections::HashMap;

use eventlog::LogError;
use kernel::{
    Reason,
    refusal::{Kind, Refusal},
};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use crate::{execute::CommandError, projector::Behind};

/// The domain of our reason codes in `google.rpc.ErrorInfo`.
const DOMAIN: &str = "starttocan";
/// When a client may try again after a passing failure.
const RETRY_SECONDS: u64 = 2;

/// Every command's error as a status.
pub fn of_command<E: Refusal>(error: &CommandError<E>) -> Status {
    match error {
        CommandError::Refused(refused) => of_refusal(refused),
        CommandError::Stale { expected, actual } => stale(*expected, *actual),
        CommandError::KeyReused => invalid("commandId", Reason::UsedAlready),
        CommandError::Erased => not_found(),
        CommandError::Contended | CommandError::NoKeys => unavailable(Reason::Busy),
        CommandError::Log(error) => of_log(error),
        CommandError::UnknownShape => Status::internal("an event of no known shape"),
    }
}

/// The refusal of a command that came as this field of a message.
pub fn of_refusal_in(field: &str, error: &impl Refusal) -> Status {
    match error.refusal() {
        Kind::Field(part, reason) => invalid(&format!("{field}.{part}"), reason),
        Kind::NotFound | Kind::State(_) => of_refusal(error),
    }
}

/// A domain refusal as a status.
pub fn of_refusal(error: &impl Refusal) -> Status {
    match error.refusal() {
        Kind::NotFound => not_found(),
        Kind::Field(field, reason) => invalid(field, reason),
        Kind::State(reason) => refused(reason),
    }
}

/// A log error as a status.
pub fn of_log(error: &LogError) -> Status {
    match error {
        LogError::Conflict { .. } | LogError::Busy | LogError::Locked => unavailable(Reason::Busy),
        LogError::DiskFull => unavailable(Reason::DiskFull),
        LogError::Stopped(_) => unavailable(Reason::LogStopped),
        LogError::Unreadable(_) => unavailable(Reason::LogUnreadable),
        LogError::Unavailable | LogError::Denied => unavailable(Reason::LogUnavailable),
        LogError::PartialRetry | LogError::RepeatedId => invalid("commandId", Reason::PartialRetry),
        LogError::OutOfBounds => invalid("body", Reason::TooLarge),
    }
}

impl From<Behind> for Status {
    fn from(behind: Behind) -> Self {
        match behind {
            Behind::Late(_) => unavailable(Reason::ViewBehind),
            Behind::AfterEnd(_) => refused(Reason::PositionUnknown),
        }
    }
}

/// There is no such thing. The same words for what is missing and for what is someone else's.
pub fn not_found() -> Status {
    Status::not_found("not found")
}

/// A field of the request is wrong.
pub fn invalid(field: &str, reason: Reason) -> Status {
    let details = ErrorDetails::with_bad_request_violation(field, reason.name());
    Status::with_error_details(Code::InvalidArgument, format!("{field}: {reason}"), details)
}

/// Nobody is signed in by what was shown.
pub fn unauthenticated(reason: Reason) -> Status {
    because(Code::Unauthenticated, reason)
}

/// The present state does not allow it.
pub fn refused(reason: Reason) -> Status {
    because(Code::FailedPrecondition, reason)
}

fn because(code: Code, reason: Reason) -> Status {
    let details = ErrorDetails::with_error_info(reason.name(), DOMAIN, HashMap::new());
    Status::with_error_details(code, reason.name(), details)
}

/// Passing: worth a retry.
pub fn unavailable(reason: Reason) -> Status {
    let mut details = ErrorDetails::with_error_info(reason.name(), DOMAIN, HashMap::new());
    details.set_retry_info(Some(std::time::Duration::from_secs(RETRY_SECONDS)));
    Status::with_error_details(Code::Unavailable, reason.name(), details)
}

fn stale(expected: u64, actual: Option<u64>) -> Status {
    let actual = actual.map_or_else(String::new, |actual| actual.to_string());
    let versions = HashMap::from([
        ("expected".to_owned(), expected.to_string()),
        ("actual".to_owned(), actual),
    ]);
    let details = ErrorDetails::with_error_info("stale", DOMAIN, versions);
    Status::with_error_details(Code::Aborted, "stale", details)
}

/// A text field parsed into a code, an id or a date.
///
/// # Errors
///
/// `InvalidArgument` naming the field.
pub fn parse<T: std::str::FromStr>(field: &str, text: &str) -> Result<T, Status> {
    text.parse().map_err(|_| invalid(field, Reason::UnknownValue))
}
