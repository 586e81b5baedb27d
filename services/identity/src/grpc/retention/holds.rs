//! What is held, and what no more.

use std::collections::HashMap;

use domain::{
    breach::{LiftBreachHold, PlaceBreachHold},
    rights::{LiftHold, PlaceHold},
};
use eventlog::Position;
use events::{Code as _, HoldGround};
use jiff::civil::Date;
use kernel::{Decision, refusal::Refusal, text::search::Search};
use proto::{identity as wire, shared::Done};
use runtime::{
    access::{Asked, Permit},
    execute::{Target, execute},
    serve::Answer,
    status::{not_found, of_command},
};
use tonic::{Response, Status};
use uuid::Uuid;

use super::{Identity, PAGE_THINGS, count};
use crate::views::PlacedHold;

impl Identity {
    /// Nothing of this youth or breach is destroyed from now on.
    pub(super) async fn holds(
        &self,
        ctx: &Permit,
        subject: Uuid,
        ground: HoldGround,
        until: Option<Date>,
    ) -> Answer<Done> {
        if self.is_youth(ctx, subject).await? {
            self.decides(ctx, subject, &PlaceHold { ground, until }).await
        } else {
            self.decides(ctx, subject, &PlaceBreachHold { ground, until }).await
        }
    }

    /// Nothing holds this youth or breach any more.
    pub(super) async fn lifts(&self, ctx: &Permit, subject: Uuid) -> Answer<Done> {
        if self.is_youth(ctx, subject).await? {
            self.decides(ctx, subject, &LiftHold).await
        } else {
            self.decides(ctx, subject, &LiftBreachHold).await
        }
    }

    /// What is held, by name, where a name has these words; breaches, which have none, behind them where no words are
    /// asked for.
    pub(super) async fn held(
        &self,
        asked: &Asked,
        ctx: &Permit,
        words: &str,
        from: usize,
    ) -> Answer<wire::ListHoldsResponse> {
        let today = self.today(ctx).await?;
        let held = self.retention.of(ctx).await?.get(|view| {
            let held = view.held(today).into_iter();
            held.map(|(id, hold)| (id, hold, view.is_youth(id) == Some(true))).collect::<Vec<_>>()
        });
        let youths = held.iter().filter(|(.., youth)| *youth).map(|(id, ..)| *id);
        let known = self.visible(asked, ctx, youths).await?;
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        let mut names: HashMap<String, String> = people.map(|it| (it.id, it.name)).collect();
        let (words, search) = (words.trim(), Search::of(words));
        let mut items: Vec<_> = held
            .into_iter()
            .map(|(id, hold, _)| {
                let subject = id.to_string();
                let name = names.remove(&subject);
                wire::Held { name, subject, hold: Some(told(hold)) }
            })
            .filter(|it| {
                words.is_empty() || it.name.as_deref().is_some_and(|name| search.finds(name))
            })
            .collect();
        let order = self.order(ctx).await?;
        items.sort_by(|one, other| {
            let by_name = match (one.name.as_deref(), other.name.as_deref()) {
                (Some(one), Some(other)) => order.compare(one, other),
                (one, other) => one.is_none().cmp(&other.is_none()),
            };
            by_name.then_with(|| one.subject.cmp(&other.subject))
        });
        let (total, end) = (items.len(), from.saturating_add(PAGE_THINGS));
        let items: Vec<_> = items.into_iter().skip(from).take(PAGE_THINGS).collect();
        let of_youths = items.iter().filter(|it| it.name.is_some());
        asked.tells_of(ctx, of_youths.filter_map(|it| it.subject.parse().ok()));
        Ok(Response::new(wire::ListHoldsResponse {
            items,
            next_page: (end < total).then(|| end.to_string()),
            total: count(total),
        }))
    }

    async fn is_youth(&self, ctx: &Permit, subject: Uuid) -> Result<bool, Status> {
        let known = self.retention.of(ctx).await?.get(|view| view.is_youth(subject));
        known.ok_or_else(not_found)
    }

    /// Runs a command about a youth or a breach.
    async fn decides<C>(&self, ctx: &Permit, subject: Uuid, command: &C) -> Answer<Done>
    where
        C: Decision<Refusal: Refusal>,
    {
        let target = Target::today(subject, Some(subject), self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        let position: Position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }
}

pub(super) fn told(placed: PlacedHold) -> wire::Hold {
    wire::Hold {
        ground: placed.hold.ground.name().to_owned(),
        placed_on: placed.placed.to_string(),
        until: placed.hold.until.map(|day| day.to_string()),
    }
}
