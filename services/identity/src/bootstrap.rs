//! The first operator, without whom nobody could register anybody.

use domain::person::{KIND, Person, RegisterPerson, register::Refusal};
use eventlog::{EventLog, Filter, LogError, PAGE_EVENTS_MAX, Position, clock};
use kernel::{Personal, Role, TenantId};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{CommandError, Target, execute, state_of},
};
use uuid::Uuid;
use vault::Vault;

use crate::{card_of, grpc::claim};

/// The first operator's id and the command that registers them: fixed, so that a crash in between
/// cannot make two.
const OPERATOR: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_5354_4300_0001);
const COMMAND: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_5354_4300_0002);
/// What the first operator is called until someone registers operators by name.
const NAME: &str = "Operator";

/// The code of the first operator's start card, to be shown where the platform is started.
///
/// Registers the operator if nobody was ever registered in the platform's tenant. Answers the same
/// code on every start until something happens to the operator (signing in, another card), and
/// nothing from then on.
///
/// # Errors
///
/// As [`execute`].
pub async fn bootstrap_operator(
    backends: &Backends,
    vault: &Vault,
) -> Result<Option<String>, CommandError<Refusal>> {
    let ctx = Ctx::internal(TenantId::platform(), Uuid::nil(), Role::Service, COMMAND);
    let ctx = Permit::internal(ctx);
    let code = card_of(vault, &ctx, OPERATOR);
    let found = state_of::<Person>(backends, &ctx, OPERATOR).await;
    match found.map_err(CommandError::widened)? {
        // Registered and a card: the two events of the command below.
        Some((_, 1)) => return Ok(Some(code)),
        Some(_) => return Ok(None),
        None if somebody_works_here(backends, &ctx).await? => return Ok(None),
        None => {}
    }
    let command = RegisterPerson {
        role: Role::Operator,
        name: Personal::Open(NAME.to_owned()),
        fte_percent: None,
        code_hash: vault.card_hash(&code),
    };
    let claimed = claim(backends, &ctx, OPERATOR).await;
    claimed.map_err(|error| error.map(|_| Refusal::PersonExists))?;
    let target = Target::today(OPERATOR, Some(OPERATOR), clock::today());
    execute(backends, &ctx, target, &command).await?;
    Ok(Some(code))
}

async fn somebody_works_here(
    backends: &Backends,
    ctx: &Ctx,
) -> Result<bool, CommandError<Refusal>> {
    let filter = Filter { tenant: Some(ctx.tenant().clone()), ..Filter::kinds(&[KIND]) };
    Ok(has_any(&*backends.log, &filter).await?)
}

/// Whether the log tells of anybody, in any centre.
///
/// # Errors
///
/// [`LogError`] if the log cannot be read.
pub async fn somebody_is_registered(log: &dyn EventLog) -> Result<bool, LogError> {
    has_any(log, &Filter::kinds(&[KIND])).await
}

async fn has_any(log: &dyn EventLog, filter: &Filter) -> Result<bool, LogError> {
    let mut after = Position::START;
    loop {
        let page = log.read_all(after, filter, PAGE_EVENTS_MAX).await?;
        if !page.events.is_empty() {
            return Ok(true);
        }
        if !page.more {
            return Ok(false);
        }
        after = page.next;
    }
}
