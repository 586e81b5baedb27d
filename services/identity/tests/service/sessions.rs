//! Cards, sessions, keys, the first operator.

use std::sync::Arc;

use eventlog::clock;
use identity::{bootstrap_operator, serve};
use kernel::{Category, Role, ServiceName};
use proto::identity::{
    AuthenticateRequest, ChooseAvatarRequest, DestroyKeysRequest, GetKeysRequest,
    GetStandingRequest, SignInRequest, SignOutRequest, ThingOf,
};
use runtime::{
    keys::{KeyRing, KeySource},
    serve::in_process,
};
use tonic::Code;
use uuid::Uuid;

use crate::world::*;

#[tokio::test]
async fn from_an_open_centre_to_a_list_of_its_people() {
    let (_dir, mut running) = fresh();
    let (lead, youth) = (caller("lsc07", Role::Lead), caller("lsc07", Role::Youth));
    let code = running.open_centre(&lead).await.unwrap();
    let (secret, session) = running.sign_in(&code.to_lowercase()).await.unwrap();
    assert_eq!(running.authenticate(&secret).await.unwrap().person, session.person);
    let claims = running.signer.verifier().verify(&session.token, clock::now()).unwrap();
    assert_eq!(
        (claims.actor, claims.tenant, claims.role),
        (lead.id, lead.tenant.clone(), Role::Lead)
    );
    let (person, centre) = (session.person.unwrap(), session.centre.unwrap());
    assert_eq!((person.name.as_str(), person.role.as_str()), ("Ilse", "lead"));
    assert_eq!(person.last_sign_in_on, Some(clock::today().to_string()));
    assert_eq!((centre.id.as_str(), centre.name.as_str()), ("lsc07", "LSC Kempen"));
    assert!(!session.synthetic);

    running.register(&lead, &youth, "Noor").await.unwrap();
    let (people, total) = running.list(&lead, all_people()).await;
    assert_eq!((names(&people), total), (vec!["Ilse", "Noor"], 2));
    assert!(people[1].has_card && people[1].last_sign_in_on.is_none());
    running.end().await;
}

#[tokio::test]
async fn an_old_card_stops_working_and_the_new_one_works() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let youth = caller("lsc07", Role::Youth);
    let old = running.register(&lead, &youth, "Sam").await.unwrap();
    let new = running.issue_card(&lead, youth.id).await.unwrap();
    for code in [old.as_str(), "K7M2-9QXD-4TRW", ""] {
        let refused = running.sign_in(code).await.unwrap_err();
        assert_eq!(
            (refused.code(), reason(&refused).as_str()),
            (Code::Unauthenticated, "unknownCard")
        );
    }
    running.sign_in(&new).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_with_signing_out_and_other_sessions_go_on() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let code = running.issue_card(&operator(), lead.id).await.unwrap();
    let (one, _) = running.sign_in(&code).await.unwrap();
    let (other, _) = running.sign_in(&code).await.unwrap();
    assert_ne!(one, other);
    for again in [false, true] {
        let request = running.by(&gateway(), SignOutRequest { secret: one.clone() });
        let answer = running.sessions().sign_out(request).await.unwrap().into_inner();
        assert_eq!(answer.position == 0, again);
        assert_code(running.authenticate(&one).await, Code::Unauthenticated);
    }
    running.authenticate(&other).await.unwrap();
}

#[tokio::test]
async fn a_restart_keeps_people_cards_and_sessions() {
    let (dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let code = running.issue_card(&operator(), lead.id).await.unwrap();
    let (secret, before) = running.sign_in(&code).await.unwrap();
    running.end().await;
    let mut running = start(dir.path());
    let after = running.authenticate(&secret).await.unwrap();
    assert_eq!((after.person, after.expires), (before.person, before.expires));
    assert_ne!(after.token, before.token);
    running.sign_in(&code).await.unwrap();
    assert_eq!(running.list(&lead, all_people()).await.1, 3);
}

#[tokio::test]
async fn an_erased_person_is_gone_from_every_answer() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let youth = caller("lsc07", Role::Youth);
    let code = running.register(&lead, &youth, "Sam").await.unwrap();
    let (secret, _) = running.sign_in(&code).await.unwrap();
    running.vault.destroy_subject(&youth.tenant, youth.id).await.unwrap();
    // Keys that are kept in memory expire after a minute; a new ring holds none.
    let mut backends = running.backends.clone();
    backends.keys = Arc::new(KeyRing::new(running.vault.clone()));
    let (listener, channel) = in_process();
    let (vault, signer) = (running.vault.clone(), running.signer.clone());
    tokio::spawn(serve(listener, backends, vault, signer, running.stop.subscribe()));
    running.channel = channel;
    assert_code(running.authenticate(&secret).await, Code::Unauthenticated);
    assert_code(running.sign_in(&code).await, Code::Unauthenticated);
    assert_code(running.issue_card(&lead, youth.id).await, Code::NotFound);
    assert_eq!(running.list(&lead, all_people()).await.1, 3);
    assert!(running.describe(&lead, &[youth.id]).await.is_empty());
    let request = running.by(&youth, ChooseAvatarRequest { avatar: "fox".to_owned() });
    assert_code(running.people().choose_avatar(request).await, Code::NotFound);
}

#[tokio::test]
async fn only_services_get_keys_and_a_thousand_at_most() {
    let (_dir, running) = fresh();
    let ask = |subjects: usize, make| GetKeysRequest {
        tenant: "lsc07".to_owned(),
        subjects: (1..=subjects as u128).map(|id| Uuid::from_u128(id).to_string()).collect(),
        category: "health".to_owned(),
        make,
        ..GetKeysRequest::default()
    };
    let of_things = |things: usize| GetKeysRequest {
        things: (1..=things as u128)
            .map(|id| ThingOf {
                subject: Uuid::from_u128(1).to_string(),
                thing: Uuid::from_u128(id).to_string(),
            })
            .collect(),
        ..ask(0, true)
    };
    let trajectories = service(ServiceName::Trajectories);
    for (make, found) in [(false, 0), (true, 1000), (false, 1000)] {
        let request = running.by(&trajectories, ask(1000, make));
        let keys = running.keys().get_keys(request).await.unwrap().into_inner().keys;
        assert_eq!(keys.len(), found);
        assert!(keys.iter().all(|key| key.key.len() == 32));
    }
    let request = running.by(&trajectories, of_things(1000));
    let keys = running.keys().get_keys(request).await.unwrap().into_inner().keys;
    assert_eq!(keys.len(), 1000);
    for too_many in [ask(1001, true), of_things(1001)] {
        let request = running.by(&trajectories, too_many);
        assert_code(running.keys().get_keys(request).await, Code::InvalidArgument);
    }
    let request = running.by(&operator(), ask(1, false));
    assert_code(running.keys().get_keys(request).await, Code::PermissionDenied);
}

#[tokio::test]
async fn who_is_not_the_gateway_learns_of_no_card_and_of_no_session() {
    let (_dir, mut running) = fresh();
    let (lead, ..) = centre(&mut running, "lsc07").await;
    let code = running.issue_card(&operator(), lead.id).await.unwrap();
    let (secret, _) = running.sign_in(&code).await.unwrap();
    let others = [ServiceName::Exercises, ServiceName::Trajectories, ServiceName::Monitoring];
    for other in others.map(service) {
        for code in [&code, "none"] {
            let request = running.by(&other, SignInRequest { code: code.to_owned() });
            assert_code(running.sessions().sign_in(request).await, Code::PermissionDenied);
        }
        for secret in [&secret, "none"] {
            let secret = secret.to_owned();
            let request = running.by(&other, AuthenticateRequest { secret: secret.clone() });
            assert_code(running.sessions().authenticate(request).await, Code::PermissionDenied);
            let request = running.by(&other, SignOutRequest { secret });
            assert_code(running.sessions().sign_out(request).await, Code::PermissionDenied);
        }
    }
    running.authenticate(&secret).await.unwrap();
}

#[tokio::test]
async fn the_first_operators_card_is_shown_until_it_was_used() {
    let (dir, running) = fresh();
    let first = bootstrap_operator(&running.backends, &running.vault).await.unwrap().unwrap();
    running.end().await;
    let mut running = start(dir.path());
    let again = bootstrap_operator(&running.backends, &running.vault).await.unwrap();
    assert_eq!(again.as_deref(), Some(&*first));
    let (_, session) = running.sign_in(&first).await.unwrap();
    assert_eq!((session.person.unwrap().role.as_str(), session.centre), ("operator", None));
    assert_eq!(bootstrap_operator(&running.backends, &running.vault).await.unwrap(), None);
    running.sign_in(&first).await.unwrap();
}

#[tokio::test]
async fn no_operator_is_made_where_somebody_works_already() {
    let (_dir, mut running) = fresh();
    running.register(&operator(), &caller("stc", Role::Operator), "Sam").await.unwrap();
    assert_eq!(bootstrap_operator(&running.backends, &running.vault).await.unwrap(), None);
}

#[tokio::test]
async fn keys_of_somebody_erased_that_an_older_vault_brings_back_are_destroyed_again() {
    let (dir, mut running) = fresh();
    let (_, _, youth) = centre(&mut running, "lsc07").await;
    running.end().await;
    let older = tempfile::tempdir().unwrap();
    std::fs::copy(dir.path().join("vault.db"), older.path().join("vault.db")).unwrap();
    let running = start(dir.path());
    let (centre, person) = ("lsc07".to_owned(), youth.id.to_string());
    let request = running
        .by(&operator(), DestroyKeysRequest { centre, person, reason: "personAsked".to_owned() });
    running.keys().destroy_keys(request).await.unwrap();
    running.end().await;
    for rest in ["vault.db-wal", "vault.db-shm"] {
        let _ = std::fs::remove_file(dir.path().join(rest));
    }
    std::fs::copy(older.path().join("vault.db"), dir.path().join("vault.db")).unwrap();

    let running = start(dir.path());
    let request = running.by(&gateway(), GetStandingRequest {});
    let standing = running.keys().get_standing(request).await.unwrap().into_inner();
    assert_eq!(standing.lost_keys, 0, "an erasure is no damage");
    let keys = running.vault.keys(&youth.tenant, &[youth.id], Category::Identity, false).await;
    assert!(keys.unwrap().is_empty());
}
