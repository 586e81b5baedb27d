# How steps run: one after the other, or beside the others; what each says and takes is kept.

logs=$(mktemp -d)
running=''
beside=''

finish() {
  local code=$?
  trap - EXIT INT TERM
  # Each step runs in a process group of its own, so nothing that it started stays behind.
  [ -z "$running" ] || kill -- "-$running" 2>/dev/null || true
  [ -z "$beside" ] || kill -- "-$beside" "-$(cat "$logs/session" 2>/dev/null || echo "$beside")" 2>/dev/null || true
  rm -rf "$logs"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

span() {
  local seconds=$1
  if [ "$seconds" -ge 60 ]; then
    printf '%d min %02d s' $((seconds / 60)) $((seconds % 60))
  else
    printf '%d s' "$seconds"
  fi
}

# Lets the printer of a step finish, but not wait for somebody who still holds its pipe.
print_rest() {
  local tries
  for tries in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill "$1" 2>/dev/null || true
}

# step NAME COMMAND...: runs it, keeps what it says, tells how long it took, and ends all if it fails.
step() {
  local name=$1 began=$SECONDS code=0 printing
  shift
  printf '\n== %s\n' "$name"
  exec 3> >(tee "$logs/$name")
  printing=$!
  set -m
  "$@" >&3 2>&1 3>&- </dev/null &
  running=$!
  set +m
  exec 3>&-
  wait "$running" || code=$?
  # What a step started ends with it.
  kill -- "-$running" 2>/dev/null || true
  running=''
  print_rest "$printing"
  if [ "$code" -ne 0 ]; then
    printf '\n%s failed after %s\n' "$name" "$(span $((SECONDS - began)))" >&2
    exit "$code"
  fi
  printf '== %s: ok in %s\n' "$name" "$(span $((SECONDS - began)))"
}

# last_in_line COMMAND...: runs it when nobody else wants to. Where Linux weighs sessions before processes
# (autogroup), being nice counts for a whole session: it gets one of its own.
last_in_line() {
  if [ -w /proc/self/autogroup ] && has setsid; then
    exec setsid -w sh -c 'echo $$ >"$0"; echo 19 >/proc/self/autogroup; exec nice -n 19 "$@"' "$logs/session" "$@"
  else
    exec nice -n 19 "$@"
  fi
}

# start_beside NAME COMMAND...: runs it while the next steps run, which mostly wait, and lets them go
# first. What it says is told by join_beside.
start_beside() {
  name_beside=$1 began_beside=$SECONDS
  shift
  set -m
  last_in_line "$@" >"$logs/$name_beside" 2>&1 </dev/null &
  beside=$!
  set +m
}

join_beside() {
  local code=0
  wait "$beside" || code=$?
  beside=''
  printf '\n== %s\n' "$name_beside"
  cat "$logs/$name_beside"
  if [ "$code" -ne 0 ]; then
    printf '\n%s failed\n' "$name_beside" >&2
    exit "$code"
  fi
  printf '== %s: ok in %s, beside the others\n' "$name_beside" "$(span $((SECONDS - began_beside)))"
}

# The sum of the first number in the lines that match: `passed NAME PATTERN`.
passed() {
  sed -n "s/$2/\\1/p" "$logs/$1" | awk '{ sum += $1 } END { print sum + 0 }'
}

# The tests that took longest, of all kinds, and where all times are kept: slowest COUNT FILE.
slowest() {
  local count=$1 file=$2
  {
    sed -n 's/^ *PASS \[ *\([0-9.]*\)s\] *\((.*) \)*\(.*\)$/\1 \3/p' "$logs/rust-tests" 2>/dev/null
    sed -n 's/^ *✓ *[0-9]* *\(.*\) (\([0-9.]*\)s)$/\2 \1/p' "$logs/browser-tests" 2>/dev/null
    sed -n 's/^ *✓ *[0-9]* *\(.*\) (\([0-9.]*\)m)$/\2m \1/p' "$logs/browser-tests" 2>/dev/null |
      awk '{ minutes = $1; sub(/m$/, "", minutes); $1 = minutes * 60; print }'
  } | sort -rn >"$file"
  printf '\nThe %s slowest of %s tests, in seconds (all of them: %s):\n' "$count" "$(wc -l <"$file" | tr -d ' ')" "${file#"$root/"}"
  head -n "$count" "$file" | sed 's/^/  /'
}
