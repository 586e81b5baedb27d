//! Pages over both services. A page says where the next one begins by its own last entry, so that what
//! comes in between doubles and hides nothing.

use std::{fmt, str::FromStr};

use eventlog::Position;
use proto::{
    exercises::{Completion, CompletionCursor, ListCompletionsRequest},
    trajectories::{GetTimelineRequest, TimelineCursor, TimelineEntry},
};
use runtime::timeline::{Asked, Dated, PAGE_ENTRIES, Page, When};

use super::{PageQuery, Timeline, completed, entry};
use crate::{call::Call, codes::known, input::given, language, problem::Problem};

/// Where a page begins: after the entry of this day and position, which was the last of the one before.
/// As text it is `2026-03-09.412345`, written in one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cursor(When);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, position) = self.0;
        write!(f, "{day}.{position}")
    }
}

/// The text is no cursor.
struct NoCursor;

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let (day, position) = text.split_once('.').ok_or(NoCursor)?;
        let day = day.parse().map_err(|_| NoCursor)?;
        let cursor = Self((day, position.parse().map_err(|_| NoCursor)?));
        (cursor.to_string() == text).then_some(cursor).ok_or(NoCursor)
    }
}

/// An entry of either service, before names are known.
struct Found {
    when: When,
    what: What,
}

enum What {
    Entry(Box<TimelineEntry>),
    Completion(Completion),
}

impl Dated for Found {
    fn when(&self) -> When {
        self.when
    }
}

impl Found {
    fn entry(entry: TimelineEntry) -> Result<Self, Problem> {
        let when = (known(&entry.occurred_on)?, Position::at(entry.position));
        Ok(Self { when, what: What::Entry(Box::new(entry)) })
    }

    fn completion(completion: Completion) -> Result<Self, Problem> {
        let when = (known(&completion.occurred_on)?, Position::at(completion.position));
        Ok(Self { when, what: What::Completion(completion) })
    }

    fn people(&self) -> Vec<String> {
        match &self.what {
            What::Entry(entry) => {
                std::iter::once(entry.actor.clone()).chain(entry.coach.clone()).collect()
            }
            What::Completion(_) => Vec::new(),
        }
    }
}

/// One page of what happened with a youth. `NOT_FOUND` of trajectories for who may not see it.
pub(crate) async fn page(
    call: &Call,
    youth: String,
    asked: &PageQuery,
) -> Result<Timeline, Problem> {
    let cursor = given("page", asked.page.as_deref())?.map(|Cursor(when)| when);
    let asked = Asked { before: cursor, entries: PAGE_ENTRIES };
    let (found, since) = found(call, &youth, asked).await?;
    let last = found.entries.last().filter(|_| found.more);
    let next_page = last.map(|last| Cursor(last.when).to_string());
    let ids = found.entries.iter().flat_map(Found::people).chain([youth.clone()]);
    let people = call.describe(ids.collect()).await?;
    let items = found.entries.into_iter().map(|found| match found.what {
        What::Entry(found) => entry(*found, &people),
        What::Completion(completion) => completed(completion, people.name(&youth)),
    });
    Ok(Timeline { items: items.collect::<Result<_, _>>()?, next_page, since })
}

/// A page over both services, and since which day a coach reads with whom the time before is not shared.
async fn found(
    call: &Call,
    youth: &str,
    asked: Asked,
) -> Result<(Page<Found>, Option<String>), Problem> {
    let limit = u32::try_from(asked.entries).unwrap_or(u32::MAX);
    let before = asked.before.map(|(day, position)| (day.to_string(), position.into()));
    let (youth, cursor) = (youth.to_owned(), before.clone());
    let cursor = cursor.map(|(occurred_on, position)| TimelineCursor { occurred_on, position });
    let timeline = GetTimelineRequest { youth: youth.clone(), before: cursor, limit };
    let timeline = call.ask(timeline).await?;
    let cursor = before.map(|(occurred_on, position)| CompletionCursor { occurred_on, position });
    let language = language::code(call.language);
    let completed = ListCompletionsRequest { youth, language, before: cursor, limit };
    let completed = call.ask(completed).await?;
    let entries = timeline.entries.into_iter().map(Found::entry).collect::<Result<_, _>>()?;
    let completions = completed.completions.into_iter().map(Found::completion);
    let completions = completions.collect::<Result<_, _>>()?;
    let page = asked.merged([
        Page { entries, more: timeline.more },
        Page { entries: completions, more: completed.more },
    ]);
    Ok((page, timeline.since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_by_the_last_entry_of_the_one_before_in_one_way_only() {
        let page = |text| given::<Cursor>("page", Some(text));
        let named = page("2026-03-09.412345").unwrap().unwrap();
        assert_eq!(named.to_string(), "2026-03-09.412345");
        for wrong in [
            "0",
            "50",
            "2026-03-09",
            "2026-03-09.",
            ".7",
            "2026-03-09.-1",
            "2026-03-09.+1",
            "2026-03-09.01",
            "2026-3-9.1",
            "20260309.1",
            "2026-02-30.1",
            "2026-03-09T10:00.1",
            "2026-03-09.18446744073709551616",
            "2026-03-09.1 ",
        ] {
            let problem = page(wrong).unwrap_err();
            assert_eq!(problem.issues[0].name, "page", "{wrong}");
        }
    }
}
