# Sourced by ./run and ./test: is every tool here, and is the web app built?

web="$root/services/gateway/web"
target="${CARGO_TARGET_DIR:-$root/target}"

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

need_rust() {
  has cargo || die 'Rust is missing. Get it from https://rustup.rs, open a new shell and try again.'
  has "${CC:-cc}" || die 'a C compiler is missing. On Debian: apt-get install build-essential'
}

need_node() {
  has node && has npm || die 'Node is missing. Get version 20.19 or later from https://nodejs.org'
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node $(node --version) is too old. Get version 20.19 or later from https://nodejs.org"
}

# Installs what the lock file names, or without one what package.json names, unless it is there.
# The browser tests have none: some of their packages exist for other machines only, and npm would
# miss them in the lock file.
install_packages() {
  local folder=$1 names="$1/package-lock.json"
  [ -f "$names" ] || names="$folder/package.json"
  if [ "$folder/node_modules/.package-lock.json" -nt "$names" ]; then
    return
  fi
  if [ -f "$folder/package-lock.json" ]; then
    (cd "$folder" && npm ci --no-audit --no-fund)
  else
    (cd "$folder" && npm install --no-package-lock --no-audit --no-fund)
  fi
}

# Whether the built web app is newer than everything it is made from.
web_is_built() {
  local page="$web/dist/index.html"
  [ -f "$page" ] || return 1
  [ -z "$(cd "$web" && find src public scripts index.html ./*.ts ./*.js ./*.json -newer "$page" -print -quit)" ]
}
