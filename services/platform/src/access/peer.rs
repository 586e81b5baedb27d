//! Whose certificate a caller shows.

#[cfg(feature = "apart")]
use tonic::transport::server::TlsConnectInfo;

use crate::ctx::ServiceName;

/// Whether the connection of a request was opened with a certificate of this service. TLS saw already
/// who signed it.
#[cfg(feature = "apart")]
pub(super) fn is(service: ServiceName, request: &http::Extensions) -> bool {
    let shown = request.get::<TlsConnectInfo<()>>().and_then(TlsConnectInfo::peer_certs);
    let Some(own) = shown.as_ref().and_then(|chain| chain.first()) else { return false };
    crate::tls::names(own, service)
}

/// Without TLS nobody shows one.
#[cfg(not(feature = "apart"))]
pub(super) fn is(_: ServiceName, _: &http::Extensions) -> bool {
    false
}
