//! What a running process remembers of whoever was erased.

use std::{fs::File, os::unix::fs::FileExt as _, time::Duration};

use kernel::Category;
use runtime::keys::{KeySource as _, Thing};
use vault::{Beside, Vault};

use super::*;

/// After so long nobody holds a key any more, nor a connection over which it came.
const FORGOTTEN_SECONDS: u64 = 75;

/// Every key of somebody, open, by its path.
async fn keys_of(data: &Path, person: Uuid, runs: &[Uuid]) -> Vec<(String, Vec<u8>)> {
    let vault = Vault::open(&data.join("vault.db"), &data.join("root.key"), Beside::People);
    let (vault, centre) = (vault.unwrap(), "lsc01".parse().unwrap());
    let things: Vec<_> = runs.iter().map(|id| Thing { person, id: *id }).collect();
    let mut found = Vec::new();
    for category in Category::ALL {
        let own = vault.keys(&centre, &[person], category, false).await.unwrap();
        let of_runs = vault.keys_of_things(&centre, &things, category, false).await.unwrap();
        let keys = own.into_iter().chain(of_runs);
        let name = |id| format!("the key of {id} for {}", category.name());
        found.extend(keys.map(|(id, key)| (name(id), key.expose_bytes().to_vec())));
    }
    assert!(found.len() > 3 + runs.len() / 2, "there are some: {}", found.len());
    found
}

/// How often each of these stands in what a process may write to.
fn remembered(process: u32, what: &[(String, Vec<u8>)]) -> BTreeMap<String, usize> {
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut found = BTreeMap::new();
    for region in maps.lines() {
        let mut parts = region.split(' ');
        let (place, rights) = (parts.next().unwrap(), parts.next().unwrap());
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = place.split_once('-').unwrap();
        let [from, to] = [from, to].map(|text| u64::from_str_radix(text, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // What goes while it is read is not there any more.
        if memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        for (name, form) in what {
            let times = memchr::memmem::find_iter(&bytes, form).count();
            if times > 0 {
                *found
                    .entry(format!("{name} in {}", region.rsplit(' ').next().unwrap()))
                    .or_default() += times;
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "slow: ./test --faults"]
async fn a_minute_after_an_erasure_the_process_remembers_no_key_and_nothing_that_was_told() {
    let dir = tempfile::tempdir().unwrap();
    let binary = Binary::up(STC, dir.path()).await;
    let centre = world::centre(&binary.site, &binary.operator().await, "lsc01").await;
    let youth = tells_everything(&binary, &centre).await;
    let runs = youth.reads("/me/runs?all=true").await;
    let runs: Vec<Uuid> = runs["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| run["id"].as_str().unwrap().parse().unwrap())
        .collect();
    binary.stops().await;
    let keys = keys_of(dir.path(), youth.id, &runs).await;
    // The name was found once more in some buffer: docs/PRIVACY.md says so.
    let words = forms(&[OWN, NOTE, ASKED].map(str::to_owned));

    let binary = Binary::up(STC, dir.path()).await;
    let [youth, coach, lead] =
        [&youth, &centre.coach, &centre.lead].map(|person| person.moved_to(&binary.site));
    youth.reads("/me/overview").await;
    youth.reads("/me/timeline").await;
    coach.reads(&format!("/youths/{}/timeline", youth.id)).await;
    lead.reads("/people?role=youth").await;
    for what in [&words, &keys] {
        assert!(!remembered(binary.process(), what).is_empty(), "it is remembered while it counts");
    }
    is_erased(&youth, &lead).await;
    tokio::time::sleep(Duration::from_secs(FORGOTTEN_SECONDS)).await;
    let what = [words, keys].concat();
    assert_eq!(remembered(binary.process(), &what), BTreeMap::new());
    binary.stops().await;
}
