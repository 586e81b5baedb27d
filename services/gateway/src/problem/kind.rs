//! The kinds of problems, and which code of gRPC is which.

use events::Language;
use http::StatusCode;
use tonic::Code;

/// What sort of thing went wrong: the last part of `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The body or query cannot be read at all.
    Malformed,
    /// Nobody is signed in.
    Unauthenticated,
    /// Not for this role, or not from this place.
    Forbidden,
    /// There is no such thing for this caller.
    NotFound,
    /// There is such a thing, but not with this method.
    MethodNotAllowed,
    /// Somebody changed it in between.
    Stale,
    /// A rule of the domain says no.
    Refused,
    /// The body is too large.
    TooLarge,
    /// The body is not JSON.
    UnsupportedMediaType,
    /// Fields are wrong: see the issues.
    Invalid,
    /// Too many failed sign-ins.
    TooManyAttempts,
    /// A fault of the platform.
    Internal,
    /// Passing: worth a retry.
    Unavailable,
}

impl Kind {
    /// Its name in `type`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::NotFound => "notFound",
            Self::MethodNotAllowed => "methodNotAllowed",
            Self::Stale => "stale",
            Self::Refused => "refused",
            Self::TooLarge => "tooLarge",
            Self::UnsupportedMediaType => "unsupportedMediaType",
            Self::Invalid => "invalid",
            Self::TooManyAttempts => "tooManyAttempts",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    /// Its HTTP status.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Stale | Self::Refused => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// A few words for a person, in three languages.
    pub(super) fn title(self, language: Language) -> &'static str {
        let [nl, fi, en] = match self {
            Self::Malformed => ["Niet leesbaar", "Ei luettavissa", "Not readable"],
            Self::Unauthenticated => ["Niet aangemeld", "Ei kirjautunut", "Not signed in"],
            Self::Forbidden => ["Niet toegestaan", "Ei sallittu", "Not allowed"],
            Self::NotFound => ["Niet gevonden", "Ei löytynyt", "Not found"],
            Self::MethodNotAllowed => ["Kan hier niet", "Ei onnistu tässä", "Not possible here"],
            Self::Stale => ["Intussen gewijzigd", "Muuttunut sillä välin", "Changed meanwhile"],
            Self::Refused => ["Kan nu niet", "Ei onnistu nyt", "Not possible now"],
            Self::TooLarge => ["Te groot", "Liian suuri", "Too large"],
            Self::UnsupportedMediaType => ["Geen JSON", "Ei JSONia", "Not JSON"],
            Self::Invalid => ["Niet juist ingevuld", "Väärin täytetty", "Filled in wrongly"],
            Self::TooManyAttempts => ["Te veel pogingen", "Liian monta yritystä", "Too many tries"],
            Self::Internal => ["Fout bij ons", "Virhe meillä", "A fault on our side"],
            Self::Unavailable => ["Even niet bereikbaar", "Ei juuri nyt saatavilla", "Not now"],
        };
        match language {
            Language::Nl => nl,
            Language::Fi => fi,
            Language::En => en,
        }
    }

    /// What to do about it, for who programs against the API.
    pub(super) fn detail(self) -> &'static str {
        match self {
            Self::Malformed => "Send a body or query that can be parsed.",
            Self::Unauthenticated => "Sign in first: POST /session.",
            Self::Forbidden => "This is not for your role, or the CSRF token is missing or wrong.",
            Self::NotFound => "There is no such thing, or it is not yours to see.",
            Self::MethodNotAllowed => "Use one of the methods that the Allow header names.",
            Self::Stale => "Read it again and decide anew.",
            Self::Refused => "The present state does not allow this; the reason says why.",
            Self::TooLarge => "Send less than 64 KiB.",
            Self::UnsupportedMediaType => "Send the body as application/json.",
            Self::Invalid => "Correct the fields that the issues name.",
            Self::TooManyAttempts => "Wait as long as the Retry-After header says.",
            Self::Internal => "Tell the operator the instance of this problem.",
            Self::Unavailable => "Send the same request again after a moment.",
        }
    }
}

/// Every gRPC code as a kind of problem.
pub(super) fn kind_of(code: Code) -> Kind {
    match code {
        Code::InvalidArgument | Code::OutOfRange => Kind::Invalid,
        Code::NotFound => Kind::NotFound,
        Code::Unauthenticated => Kind::Unauthenticated,
        Code::PermissionDenied => Kind::Forbidden,
        Code::Aborted => Kind::Stale,
        Code::FailedPrecondition | Code::AlreadyExists => Kind::Refused,
        // No service of ours says `Unknown`: it is what a connection leaves that broke in a call.
        Code::Unavailable
        | Code::DeadlineExceeded
        | Code::Cancelled
        | Code::ResourceExhausted
        | Code::Unknown => Kind::Unavailable,
        Code::Ok | Code::Unimplemented | Code::Internal | Code::DataLoss => Kind::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_grpc_is_a_problem_with_an_error_status() {
        for code in 0..17 {
            assert!(kind_of(Code::from(code)).status().as_u16() >= 400, "{code}");
        }
    }
}
