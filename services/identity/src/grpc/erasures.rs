//! The steps of erasing somebody who asked for it, or what is kept no longer: it is said why, every key is destroyed,
//! those who had the data are told, and it is certified that no key is left.

use std::sync::Arc;

use domain::{
    breach::{Breach, EndBreachTerm},
    person::EraseKeys,
    rights::{CertifyErasure, CertifyTermErasure, EndTerm, GrantErasure, NotifyRecipients, Rights},
};
use eventlog::{Position, clock::today_in};
use events::{ErasureReason, RequestId, RetentionClass, WorkKind, YouthId, erasure::ErasureEvent};
use jiff::civil::Date;
use kernel::{Decision, Reason, Role, State, refusal::Refusal};
use runtime::{
    access::Permit,
    execute::{Before, Target, before, execute},
    projector::Partitions,
    status::{not_found, of_command, of_log, refused},
    token::Signer,
};
use tonic::Status;
use uuid::Uuid;
use work::{Manager, WorkId};

use super::{Registrar, notices::recipients_of, zone_in};
use crate::views::{AuditLog, Directory, Retention};

mod certificate;

/// Erases people, and the words of breaches.
pub(crate) struct Erasures {
    pub(crate) registrar: Registrar,
    pub(crate) directory: Partitions<Directory>,
    pub(crate) audit: Partitions<AuditLog>,
    pub(crate) retention: Partitions<Retention>,
    pub(crate) signer: Arc<Signer>,
}

/// Why something is erased.
#[derive(Clone, Copy)]
enum Cause {
    /// Whom it is about asked for it.
    Request { youth: YouthId, request: RequestId },
    /// Its term is over.
    Term { subject: Uuid, class: RetentionClass, since: Date, months: u16 },
}

impl Cause {
    /// Whose or what it is.
    fn subject(self) -> Uuid {
        match self {
            Self::Request { youth, .. } => youth.uuid(),
            Self::Term { subject, .. } => subject,
        }
    }

    /// Whether it is the words of a breach.
    fn is_file(self) -> bool {
        matches!(self, Self::Term { class: RetentionClass::BreachFile, .. })
    }

    /// On which ground.
    fn reason(self) -> ErasureReason {
        match self {
            Self::Request { .. } => ErasureReason::PersonAsked,
            Self::Term { .. } => ErasureReason::TermEnded,
        }
    }
}

impl Manager for Erasures {
    const KIND: WorkKind = WorkKind::Erasure;
    type Event = ErasureEvent;
    /// From where on it can be read that nothing can be read any more.
    type Done = Position;

    async fn finish(&self, work: &WorkId) -> Result<Position, Status> {
        let (ctx, cause) = self.begun(work).await?;
        let today = today_in(&zone_in(&self.directory, &ctx).await?);
        let subject = cause.subject();
        match cause {
            Cause::Request { request, .. } => {
                self.decides(&ctx, subject, &GrantErasure { request }, today).await?;
            }
            Cause::Term { class, since, months, .. } => {
                if !self.is_decided(&ctx, cause).await? {
                    self.is_over(&ctx, subject, today).await?;
                }
                if class == RetentionClass::BreachFile {
                    let end = EndBreachTerm { since, months };
                    self.decides(&ctx, subject, &end, today).await?;
                } else {
                    let end = EndTerm { class, since, months };
                    self.decides(&ctx, subject, &end, today).await?;
                }
            }
        }
        if cause.is_file() {
            self.registrar.destroy(&ctx, subject).await?;
        } else {
            let erase = EraseKeys { reason: cause.reason() };
            self.registrar.erase(&ctx, subject, &erase, today).await?;
        }
        if let Cause::Request { request, .. } = cause {
            self.notify(&ctx, subject, request, today).await?;
        }
        self.certify(&ctx, work, cause, today).await
    }

    /// What was granted is done, whoever turns it back: the youth was promised it. The same of a term that was said to
    /// be over. Before that, nothing was destroyed.
    async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        let (ctx, cause) = self.begun(work).await?;
        if self.is_decided(&ctx, cause).await? { self.finish(work).await.map(drop) } else { Ok(()) }
    }
}

impl Erasures {
    /// What was begun, and the permit to do it in the name of whoever began it.
    async fn begun(&self, work: &WorkId) -> Result<(Permit, Cause), Status> {
        let told = work.told(&self.registrar.backends).await?;
        let (by, cause) = match told.into_iter().next() {
            Some((ErasureEvent::ErasureBegun { by, youth, request }, _)) => {
                (by, Cause::Request { youth, request })
            }
            Some((ErasureEvent::TermErasureBegun { by, subject, class, since, months }, _)) => {
                (by, Cause::Term { subject, class, since, months })
            }
            _ => return Err(not_found()),
        };
        let role = if by.is_nil() { Role::Service } else { Role::Lead };
        Ok((work.permit(by, role), cause))
    }

    /// Whether the first step is done: from there on it goes on.
    async fn is_decided(&self, ctx: &Permit, cause: Cause) -> Result<bool, Status> {
        async fn done<S: State>(
            of: &Erasures,
            ctx: &Permit,
            subject: Uuid,
        ) -> Result<bool, Status> {
            let before = before::<S>(&of.registrar.backends, ctx, subject).await;
            let before = before.map_err(|error| of_command(&error))?;
            Ok(matches!(before, Before::Done(_)))
        }
        if cause.is_file() {
            done::<Breach>(self, ctx, cause.subject()).await
        } else {
            done::<Rights>(self, ctx, cause.subject()).await
        }
    }

    /// A term that was over when it was said to be may not be any more: somebody came back, or it was set anew.
    async fn is_over(&self, ctx: &Permit, subject: Uuid, today: Date) -> Result<(), Status> {
        let end = self.registrar.backends.log.end().await.map_err(|error| of_log(&error))?;
        self.retention.at_least(end).await?;
        let keeping = self.retention.of(ctx).await?.get(|view| view.keeping(subject, today));
        if keeping.ok_or_else(not_found)?.kept.is_over(today) {
            Ok(())
        } else {
            Err(refused(Reason::TermNotOver))
        }
    }

    async fn decides<C>(
        &self,
        ctx: &Permit,
        subject: Uuid,
        command: &C,
        today: Date,
    ) -> Result<(), Status>
    where
        C: Decision<Refusal: Refusal>,
    {
        let target = Target::today(subject, Some(subject), today);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        done.map(drop).map_err(|error| of_command(&error))
    }

    /// Tells those who had the data, once nobody can read it any more. The grant had the work's id on this
    /// stream: that it is told once the rule says.
    async fn notify(
        &self,
        ctx: &Permit,
        person: Uuid,
        request: RequestId,
        today: Date,
    ) -> Result<(), Status> {
        let log = &*self.registrar.backends.log;
        let recipients = recipients_of((log, &self.audit), &self.directory, ctx, person).await?;
        let target = Target::today(person, Some(person), today);
        let notify = NotifyRecipients { request, recipients };
        let told = execute(&self.registrar.backends, &ctx.once(), target, &notify).await;
        told.map(drop).map_err(|error| of_command(&error))
    }

    /// Looks whether a key is left, counts what stands in the log, and signs what it found.
    async fn certify(
        &self,
        ctx: &Permit,
        work: &WorkId,
        cause: Cause,
        today: Date,
    ) -> Result<Position, Status> {
        let (events, certificate) = self.certificate(ctx, cause, today).await?;
        let target = Target::today(work.id, Some(cause.subject()), today);
        let backends = &self.registrar.backends;
        let done = match cause {
            Cause::Request { youth, request } => {
                let command = CertifyErasure { youth, request, events, certificate };
                execute(backends, ctx, target, &command).await
            }
            Cause::Term { subject, class, .. } => {
                let command = CertifyTermErasure { subject, class, events, certificate };
                execute(backends, ctx, target, &command).await
            }
        };
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }
}
