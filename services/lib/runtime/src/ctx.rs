//! On whose behalf, for which tenant and why the current work is done.
//!
//! Invariant: a [`Ctx`] is made in two places only: from a verified request that a policy permits, and by
//! [`Ctx::internal`] for services on their own, tests and generators.

use eventlog::Position;
use kernel::{Role, TenantId};
use uuid::Uuid;

/// On whose behalf the current work is done. Always the first parameter.
///
/// Nobody outside puts one together or changes one. A handler gets one with a
/// [`Permit`](crate::access::Permit): whoever holds a `Ctx` may read in its tenant.
#[derive(Clone, Debug)]
pub struct Ctx {
    tenant: TenantId,
    actor: Uuid,
    role: Role,
    correlation: Uuid,
    command: Command,
    expected_revision: Option<u64>,
    at_least: Position,
}

/// A command as its client names it: its key, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The client's id of it, the same in every try.
    pub key: Uuid,
    /// Hash of the operation and its content: another command under the same key has another one.
    pub content: u64,
}

/// What a verified request says beside whom it comes from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) command: Option<Uuid>,
    pub(crate) correlation: Option<Uuid>,
    pub(crate) expected_revision: Option<u64>,
    pub(crate) at_least: Position,
}

impl Ctx {
    /// A context for work that no request asked for: generators, tests, services on their own.
    pub fn internal(tenant: TenantId, actor: Uuid, role: Role, command: Uuid) -> Self {
        let asked = Asked { command: Some(command), ..Asked::default() };
        Self::requested(tenant, actor, role, asked)
    }

    /// The context of a verified request.
    pub(crate) fn requested(tenant: TenantId, actor: Uuid, role: Role, asked: Asked) -> Self {
        let Asked { command, correlation, expected_revision, at_least } = asked;
        Self {
            tenant,
            actor,
            role,
            correlation: correlation.or(command).unwrap_or_else(Uuid::now_v7),
            command: Command {
                key: command.or(correlation).unwrap_or_else(Uuid::now_v7),
                content: 0,
            },
            expected_revision,
            at_least,
        }
    }

    /// The same, with what the command stands for.
    pub(crate) fn with_content(mut self, content: u64) -> Self {
        self.command.content = content;
        self
    }

    /// The same work in another tenant: for operators, who open centres and register their leads.
    #[must_use]
    pub(crate) fn within(&self, tenant: TenantId) -> Self {
        Self { tenant, ..self.clone() }
    }

    /// In the name of somebody whom identity just came to know by a card or a session.
    #[must_use]
    pub(crate) fn acting_as(&self, tenant: TenantId, actor: Uuid, role: Role) -> Self {
        Self { tenant, actor, role, expected_revision: None, ..self.clone() }
    }

    /// The same under a command of its own, which is never repeated.
    #[must_use]
    pub(crate) fn once(&self) -> Self {
        let command = Command { key: Uuid::now_v7(), content: 0 };
        Self { command, expected_revision: None, ..self.clone() }
    }

    /// The same on whatever revision a stream has: for one that the caller cannot have seen.
    #[must_use]
    pub(crate) fn on_any_revision(&self) -> Self {
        Self { expected_revision: None, ..self.clone() }
    }

    /// The same, decided on this revision unless the caller named one.
    #[must_use]
    pub(crate) fn decided_on(&self, revision: Option<u64>) -> Self {
        Self { expected_revision: self.expected_revision.or(revision), ..self.clone() }
    }

    /// The tenant whose data may be touched.
    pub fn tenant(&self) -> &TenantId {
        &self.tenant
    }

    /// Who acts: a pseudonymous person id, or nil for a service.
    pub fn actor(&self) -> Uuid {
        self.actor
    }

    /// What the actor is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Ties together everything one request caused.
    pub fn correlation(&self) -> Uuid {
        self.correlation
    }

    /// The command. Event ids derive from it, so a retry never doubles.
    pub fn command(&self) -> Command {
        self.command
    }

    /// The revision the caller believes the stream to have; `None` = does not matter.
    pub fn expected_revision(&self) -> Option<u64> {
        self.expected_revision
    }

    /// A query answers only from this log position on.
    pub fn at_least(&self) -> Position {
        self.at_least
    }
}
