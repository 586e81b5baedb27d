//! Whose certificate a caller shows.

use kernel::ServiceName;

#[cfg(feature = "apart")]
use crate::serve::Shown;

/// Whether the connection of a request was opened with a certificate of this service. TLS saw already
/// who signed it.
#[cfg(feature = "apart")]
pub(super) fn is(service: ServiceName, request: &http::Extensions) -> bool {
    let own = request.get::<Shown>().and_then(|Shown(chain)| chain.first());
    own.is_some_and(|own| crate::tls::names(own, service))
}

/// Without TLS nobody shows one.
#[cfg(not(feature = "apart"))]
pub(super) fn is(_: ServiceName, _: &http::Extensions) -> bool {
    false
}
