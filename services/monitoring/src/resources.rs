//! What is acted on in monitoring, as the policies know it.

use kernel::TenantId;
use runtime::access::Resource;

/// The tables of a centre; of the platform's own tenant those of all centres together.
pub(crate) struct Table(pub(crate) TenantId);

impl Resource for Table {
    const TYPE: &'static str = "Table";

    fn centre(&self) -> &TenantId {
        &self.0
    }
}
