//! What a coach is told of what a youth found out: what is shared, and nothing else.

use events::{
    ConsentChannel, ConsentKind, ConsentText, LifeDomain,
    consent::{self, ConsentEvent},
};
use proto::exercises::sharing_service_client::SharingServiceClient;

use super::*;

impl World {
    async fn said(&self, youth: Caller, said: ConsentEvent) {
        let stream = StreamName::new(consent::KIND, &youth.centre.parse().unwrap(), youth.actor);
        self.happened(youth, &stream, &said).await;
    }

    async fn shares(&self, youth: Caller, domain: LifeDomain, with: Caller) {
        self.said(youth, given(domain, with)).await;
    }

    async fn shared(
        &self,
        coach: Caller,
        youth: Caller,
    ) -> Result<wire::GetSharedOverviewResponse, Status> {
        let (youth, language) = (youth.actor.to_string(), "en".to_owned());
        let message = wire::GetSharedOverviewRequest { youth, language };
        let request = self.request(coach, Uuid::now_v7(), message);
        let mut client = SharingServiceClient::new(self.channel.clone());
        client.get_shared_overview(request).await.map(tonic::Response::into_inner)
    }
}

fn given(domain: LifeDomain, with: Caller) -> ConsentEvent {
    ConsentEvent::ConsentGiven {
        consent: ConsentKind::ShareDomain,
        domain: Some(domain),
        coach: with.actor.into(),
        text: ConsentText::November2026,
        channel: ConsentChannel::OwnDevice,
    }
}

fn withdrawn(domain: LifeDomain) -> ConsentEvent {
    let (consent, channel) = (ConsentKind::ShareDomain, ConsentChannel::OwnDevice);
    ConsentEvent::ConsentWithdrawn { consent, domain: Some(domain), channel }
}

/// A youth who did two exercises, and the coach.
async fn two_exercises(world: &World) -> (Caller, Caller) {
    let (youth, coach) = (someone("lsc07", Role::Youth), someone("lsc07", Role::Coach));
    world.accompanied(youth, coach).await;
    world.whole_run(youth, HOUSING).await;
    world.whole_run(youth, HEALTH).await;
    (youth, coach)
}

#[tokio::test]
async fn the_chosen_coach_reads_the_shared_life_domains_and_no_other() {
    let (_dir, world) = new_world();
    let (youth, coach) = two_exercises(&world).await;
    assert_eq!(world.shared(coach, youth).await.unwrap_err().code(), Code::NotFound);
    world.shares(youth, LifeDomain::Health, coach).await;
    let shared = world.shared(coach, youth).await.unwrap();
    assert_eq!(shared.domains, ["health"]);
    let own = world.overview(youth, "en").await;
    let of_health = |all: Vec<wire::Finding>| {
        all.into_iter().filter(|it| it.domain == "health").collect::<Vec<_>>()
    };
    assert!(!shared.want.is_empty());
    assert_eq!(shared.want, of_health(own.want));
    assert_eq!((shared.can, shared.who), (of_health(own.can), of_health(own.who)));
    world.said(youth, withdrawn(LifeDomain::Health)).await;
    assert_eq!(world.shared(coach, youth).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn what_is_shared_ends_with_the_choice_of_another_coach_also_when_the_first_comes_back() {
    let (_dir, world) = new_world();
    let (youth, coach) = two_exercises(&world).await;
    let other = someone("lsc07", Role::Coach);
    world.shares(youth, LifeDomain::Housing, coach).await;
    for chosen in [other, coach] {
        world.accompanied(youth, chosen).await;
        for reader in [coach, other] {
            let read = world.shared(reader, youth).await;
            assert_eq!(read.unwrap_err().code(), Code::NotFound);
        }
    }
    world.shares(youth, LifeDomain::Housing, coach).await;
    assert_eq!(world.shared(coach, youth).await.unwrap().domains, ["housing"]);
}

#[tokio::test]
async fn a_yes_that_was_meant_for_somebody_else_shows_nothing_to_the_coach_of_now() {
    let (_dir, world) = new_world();
    let (youth, coach) = two_exercises(&world).await;
    world.shares(youth, LifeDomain::Housing, someone("lsc07", Role::Coach)).await;
    assert_eq!(world.shared(coach, youth).await.unwrap_err().code(), Code::NotFound);
}
