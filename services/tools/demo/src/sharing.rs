//! What young people share with their coach: some a life domain or two, some say no, most were not asked yet.

use events::{Code as _, ConsentText, LifeDomain, consent::Consent};
use identity::domain::{DeclineConsent, GiveConsent};
use jiff::civil::Date;

use super::{
    acts::{Act, Timed},
    ctx, id_of,
    plan::{Person, Youth, moment},
};

/// One in so many shares two life domains, one shares one, and one says no.
const ONE_IN: u128 = 5;
/// When, minutes after midnight: after the coach was chosen.
const MINUTES: i64 = 20 * 60 + 30;
const TEXT: ConsentText = ConsentText::November2026;

/// What a young person says on this day.
pub(super) fn says(youth: &Youth, coach: &Person, day: Date) -> Vec<Timed> {
    let Person { id, tenant, role, .. } = &youth.person;
    // Made of the id, so that nothing else in the story changes with it.
    let chance = id.as_u128();
    let domain = |more: usize| {
        let at = usize::try_from(chance / ONE_IN % LifeDomain::ALL.len() as u128).unwrap_or(0);
        LifeDomain::ALL[(at + more) % LifeDomain::ALL.len()]
    };
    let said = |domain: LifeDomain, act: Act| Timed {
        recorded_at: moment(day, MINUTES),
        occurred_on: day,
        ctx: ctx(tenant, *id, *role, id_of(&format!("{id} about {}", domain.name()))),
        act,
    };
    let gives = |domain: LifeDomain| {
        let coach = coach.id.into();
        let consent = Consent::ShareDomain(domain);
        let yes = GiveConsent { consent, coach, chosen: Some(coach), text: TEXT };
        said(domain, Act::of(*id, *id, yes))
    };
    match chance % ONE_IN {
        0 => vec![gives(domain(0)), gives(domain(1))],
        1 => vec![gives(domain(0))],
        2 => {
            let consent = Consent::ShareDomain(domain(0));
            vec![said(domain(0), Act::of(*id, *id, DeclineConsent { consent, text: TEXT }))]
        }
        _ => vec![],
    }
}
