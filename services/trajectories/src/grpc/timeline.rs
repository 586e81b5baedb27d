//! Pages of a timeline: the view says which events tell a page, and those alone are read and opened.

use std::collections::{BTreeMap, BTreeSet};

use domain::trajectory::Trajectory;
use eventlog::{Recorded, StreamName};
use itertools::Itertools;
use kernel::{Category, Role, State};
use proto::trajectories::{GetTimelineRequest, GetTimelineResponse};
use runtime::{
    Ctx, access,
    status::{of_log, parse},
    timeline::Asked,
};
use tonic::Status;
use uuid::Uuid;

use super::Handlers;
use crate::{
    timeline::{self, Reader},
    views::{Listed, Trajectories},
};

/// Events that nobody asked for are read along, if at most so many lie between two that are wanted:
/// one question less.
const READ_ALONG_EVENTS_MAX: u64 = 4;

impl Handlers {
    pub(super) async fn timeline(
        &self,
        asked: &access::Asked,
        request: &GetTimelineRequest,
    ) -> Result<GetTimelineResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let before = request.before.as_ref();
        let before = before.map(|before| (&*before.occurred_on, before.position));
        let part = Asked::read(before, request.limit)?;
        let ctx = self.about(asked, youth).await?;
        let is_youth = ctx.role() == Role::Youth;
        let page = if is_youth { Trajectories::page } else { Trajectories::present_page };
        let page = self.view.of(&ctx).await?.get(|view| page(view, youth, part));
        let events = self.events_of(&ctx, &page.entries).await?;
        let content = self.key(&ctx, youth, Category::Content).await?;
        let health = self.key(&ctx, youth, Category::Health).await?;
        let reader = Reader { content, health, is_youth };
        let entries = timeline::page(&page.entries, &events, &reader);
        Ok(GetTimelineResponse { entries, more: page.more })
    }

    /// The events that tell these entries.
    async fn events_of(&self, ctx: &Ctx, listed: &[Listed]) -> Result<Vec<Recorded>, Status> {
        let mut wanted = BTreeMap::<Uuid, BTreeSet<u64>>::new();
        for Listed { trajectory, entry } in listed {
            wanted.entry(*trajectory).or_default().extend(entry.revisions());
        }
        let mut events = Vec::with_capacity(listed.len());
        for (trajectory, revisions) in wanted {
            let stream = StreamName::new(Trajectory::KIND, ctx.tenant(), trajectory);
            for (first, count) in runs(&revisions) {
                let read = self.backends.log.read_stream(&stream, first, count).await;
                let read = read.map_err(|error| of_log(&error))?.into_iter();
                events.extend(read.filter(|event| revisions.contains(&event.revision)));
            }
        }
        Ok(events)
    }
}

/// Neighbouring revisions: the first one, and how many there are to read from there.
fn runs(revisions: &BTreeSet<u64>) -> impl Iterator<Item = (u64, usize)> {
    let single = revisions.iter().map(|revision| (*revision, *revision));
    let runs = single.coalesce(|run, next| match next.0 - run.1 - 1 {
        0..=READ_ALONG_EVENTS_MAX => Ok((run.0, next.1)),
        _ => Err((run, next)),
    });
    runs.map(|(first, last)| (first, usize::try_from(last - first + 1).unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_read_together_and_what_lies_far_apart_is_not() {
        let asked = |revisions: &[u64]| {
            let revisions = revisions.iter().copied().collect();
            runs(&revisions).collect::<Vec<_>>()
        };
        assert_eq!(asked(&[]), []);
        assert_eq!(asked(&[0]), [(0, 1)]);
        assert_eq!(asked(&[3, 4, 5, 10]), [(3, 8)]);
        assert_eq!(asked(&[3, 4, 10, 400]), [(3, 2), (10, 1), (400, 1)]);
    }
}
