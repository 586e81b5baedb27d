#!/usr/bin/env bash
# Crate cedar-policy 4.14.1: whoever takes it in to decide about access also decides how every serde_json map of the
# program is ordered. It turns on serde_json's feature preserve_order, and features of a crate are those of all who use
# it: keys that came out sorted come out as they were put in, in crates that never heard of Cedar. What is hashed,
# signed or compared as text changes without a line of it having changed.
# Guess: a library for authorization changes nothing that one writes elsewhere. What helps: sort keys where their
# order matters, and never lean on the map.
#
# Seen 28 November 2026 with Rust 1.95.0 and serde_json 1.0.154: {"a":1,"b":2} before, {"b":2,"a":1} after.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir src
cat >src/main.rs <<'RUST'
fn main() {
    let mut map = serde_json::Map::new();
    map.insert("b".to_owned(), 2.into());
    map.insert("a".to_owned(), 1.into());
    println!("{}", serde_json::to_string(&map).unwrap());
}
RUST
manifest() {
  printf '[package]\nname = "finding"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nserde_json = "=1.0.154"\n%s\n' "$1" >Cargo.toml
  cargo run --quiet
}
before=$(manifest '')
after=$(manifest 'cedar-policy = { version = "=4.14.1", default-features = false }')
echo "without cedar-policy: $before, with it: $after"
if [ "$before" = '{"a":1,"b":2}' ] && [ "$after" = '{"b":2,"a":1}' ]; then
  echo 'as found: another order for everybody'
else
  echo 'changed'
  exit 1
fi
