//! What somebody asks, and what becomes of it once it is authorized.
//!
//! Invariant: outside of this module nobody turns an [`Asked`] into a [`Ctx`] but by the policies.

use std::{
    collections::BTreeSet,
    ops::Deref,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use kernel::{Reason, Role, ServiceName, TenantId};
use tonic::Status;
use uuid::Uuid;

use super::{
    decision::{Decided, Denial, Held, Principal},
    forbidden,
    policies::{Action, Policies},
    reading::{Reading, Restrictions},
    resource::{Resource, Tells},
};
use crate::{
    ctx::Ctx,
    status::{not_found, refused},
};

/// What somebody asks for. Nothing can be read or done with it before it is authorized.
#[derive(Clone)]
pub struct Asked {
    ctx: Ctx,
    /// Which service asks, if it is one.
    service: Option<ServiceName>,
    policies: Arc<Policies>,
    restrictions: Arc<dyn Restrictions>,
    /// Which operation: its gRPC path.
    path: Arc<str>,
    /// Whether something was authorized for it. Clones share it.
    decided: Arc<AtomicBool>,
    /// Of which young people the answer tells, once somebody said so. Clones share it.
    told: Arc<Mutex<Option<Told>>>,
}

/// Of whom an answer tells, and whose people they are.
#[derive(Clone, Debug)]
struct Told {
    centre: TenantId,
    youths: BTreeSet<Uuid>,
}

impl Asked {
    pub(super) fn new(
        ctx: Ctx,
        service: Option<ServiceName>,
        policies: Arc<Policies>,
        restrictions: Arc<dyn Restrictions>,
        path: &str,
    ) -> Self {
        let (decided, told) = Default::default();
        Self { ctx, service, policies, restrictions, path: path.into(), decided, told }
    }

    /// The same, with what the command stands for.
    pub(super) fn with_content(self, content: u64) -> Self {
        Self { ctx: self.ctx.with_content(content), ..self }
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn is_authorized(&self) -> bool {
        self.decided.load(Ordering::Relaxed)
    }

    /// Says of which young people an answer tells that is about several: those who are written down as
    /// read. None is an answer too.
    pub fn tells_of(&self, permit: &Permit, youths: impl IntoIterator<Item = Uuid>) {
        self.note(permit.tenant(), youths);
    }

    fn note(&self, centre: &TenantId, youths: impl IntoIterator<Item = Uuid>) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Told { centre: centre.clone(), youths: BTreeSet::new() };
        told.get_or_insert_with(new).youths.extend(youths);
    }

    /// What has to be written down before the answer is given.
    ///
    /// # Errors
    ///
    /// Nobody said of whom it tells.
    pub(super) fn reading(&self) -> Result<Option<Reading>, Unnoted> {
        let what = self.policies.action(&self.path).and_then(|action| action.reads.clone());
        let Some(what) = what else { return Ok(None) };
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Told { centre, mut youths } = told.ok_or(Unnoted)?;
        youths.remove(&self.actor());
        let nobody_else = youths.is_empty() || self.role() == Role::Service;
        let by = Permit(self.ctx.within(centre).once());
        Ok((!nobody_else).then_some(Reading { by, what, youths }))
    }

    /// Who asks.
    pub fn actor(&self) -> Uuid {
        self.ctx.actor()
    }

    /// What they are.
    pub fn role(&self) -> Role {
        self.ctx.role()
    }

    /// Whose they are.
    pub fn tenant(&self) -> &TenantId {
        self.ctx.tenant()
    }

    /// From which log position on they want an answer.
    pub fn at_least(&self) -> eventlog::Position {
        self.ctx.at_least()
    }

    /// The permit to do in the tenant of this thing what is asked.
    ///
    /// # Errors
    ///
    /// `NOT_FOUND` for whoever must not know of the thing, `PERMISSION_DENIED` where the policy that
    /// forbids it says so.
    pub fn authorize<R: Resource>(&self, resource: &R) -> Result<Permit, Status> {
        let decided = self.decide(resource)?;
        if decided.permitted {
            return Ok(Permit(self.ctx.within(resource.centre().clone())));
        }
        let (action, by) = (&*self.path, &decided.by);
        tracing::debug!(action, role = self.role().name(), ?by, "denied");
        Err(match decided.told {
            None => not_found(),
            Some(Denial::Forbidden) => forbidden(),
            Some(Denial::Restricted) => refused(Reason::DataRestricted),
            Some(Denial::Leaving) => refused(Reason::CentreLeaves),
        })
    }

    /// Whether what is asked may be done to this thing too: for lists, in which others are left out.
    ///
    /// # Errors
    ///
    /// `INTERNAL` if it cannot be decided.
    pub fn may<R: Resource>(&self, resource: &R) -> Result<bool, Status> {
        self.decide(resource).map(|decided| decided.permitted)
    }

    fn decide<R: Resource>(&self, resource: &R) -> Result<Decided, Status> {
        let action: Option<&Action> = self.policies.action(&self.path);
        let action = action.ok_or_else(forbidden)?;
        let (centre, id, role) = (self.tenant(), self.actor(), self.role());
        let who = Principal { centre, id, role, service: self.service };
        let restricted = matches!(resource.tells(), Tells::OfYouth(youth)
            if self.restrictions.hold(resource.centre(), youth));
        let leaving = self.restrictions.fence(resource.centre());
        let held = Held { restricted, leaving };
        let decided = self.policies.decide(who, action, resource, held);
        let decided = decided.map_err(|error| {
            tracing::error!(action = action.name, %error, "denied");
            Status::internal("it cannot be decided")
        })?;
        self.decided.fetch_or(decided.permitted, Ordering::Relaxed);
        match resource.tells() {
            Tells::OfYouth(youth) if decided.permitted => self.note(resource.centre(), [youth]),
            Tells::OfNobody => self.note(resource.centre(), []),
            Tells::OfYouth(_) | Tells::OfNamed => {}
        }
        Ok(decided)
    }

    /// The policies by which it is decided, for lists that are made of them.
    pub fn policies(&self) -> &Policies {
        &self.policies
    }

    /// For the facts by which it is decided, and nothing else.
    pub(crate) fn looking_in(&self, centre: &TenantId) -> Ctx {
        self.ctx.within(centre.clone())
    }
}

/// It was not said of whom an answer tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnoted;

/// Something that was authorized: on whose behalf, in which tenant, for which command. Whoever has one
/// may read there, and run the command:
///
/// ```
/// # use kernel::Decision;
/// # use runtime::{Backends, access::Permit, execute::{execute, Target}};
/// async fn run<C: Decision>(on: &Backends, permit: &Permit, target: Target, command: &C) {
///     let _ = execute(on, permit, target, command).await;
/// }
/// ```
///
/// Without one there is none to run:
///
/// ```compile_fail,E0308
/// # use kernel::Decision;
/// # use runtime::{Backends, Ctx, execute::{execute, Target}};
/// async fn run<C: Decision>(on: &Backends, ctx: &Ctx, target: Target, command: &C) {
///     let _ = execute(on, ctx, target, command).await;
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Permit(Ctx);

impl Deref for Permit {
    type Target = Ctx;

    fn deref(&self) -> &Ctx {
        &self.0
    }
}

impl Permit {
    /// For work that nobody asked for: generators, tests, services on their own.
    pub fn internal(ctx: Ctx) -> Self {
        Self(ctx)
    }

    /// In the name of somebody of this tenant whom identity just came to know by a card or a session.
    #[must_use]
    pub fn acting_as(&self, actor: Uuid, role: Role) -> Self {
        Self(self.0.acting_as(self.tenant().clone(), actor, role))
    }

    /// The same where ids of people are claimed across all tenants.
    #[must_use]
    pub fn across(&self) -> Self {
        Self(self.0.within(TenantId::platform()))
    }

    /// The same under a command of its own, which is never repeated.
    #[must_use]
    pub fn once(&self) -> Self {
        Self(self.0.once())
    }

    /// The same on whatever revision a stream has: for one that the caller cannot have seen.
    #[must_use]
    pub fn on_any_revision(&self) -> Self {
        Self(self.0.on_any_revision())
    }

    /// The same, decided on this revision unless the caller named one.
    #[must_use]
    pub fn decided_on(&self, revision: Option<u64>) -> Self {
        Self(self.0.decided_on(revision))
    }
}
