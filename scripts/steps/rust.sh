# The Rust workspace.
# Whether any example in a doc comment is code to run.
has_doctests() {
  find proto services tests -name '*.rs' -not -path '*/node_modules/*' -exec awk '
    FNR == 1 { inside = 0 }
    /^[ \t]*\/\/[\/!] *```/ {
      if (inside) { inside = 0; next }
      inside = 1
      words = $0
      sub(/^[^`]*```/, "", words)
      if (words ~ /^(rust|should_panic|no_run|compile_fail)?$/) found = 1
    }
    END { exit !found }' {} +
}

# Many tests wait for a server or a clock: half as many again as there are processors keep these busy.
test_threads() {
  echo $((($(getconf _NPROCESSORS_ONLN) * 3 + 1) / 2))
}

run_rust_tests() {
  if has cargo-nextest; then
    cargo nextest run --locked --workspace --no-fail-fast --test-threads "$(test_threads)" "$@"
  else
    cargo test --locked --workspace --no-fail-fast "$@"
  fi
}

run_slow_tests() {
  if has cargo-nextest; then
    cargo nextest run --locked --workspace --run-ignored only
  else
    cargo test --locked --workspace -- --ignored
  fi
}

# Those of the log draw other crashes each time.
run_faults() {
  local turn
  for turn in $(seq "$FAULT_TURNS"); do
    echo "turn $turn of $FAULT_TURNS"
    run_rust_tests -- crash restart
  done
  run_slow_tests
}
