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

# Installs what the lock file names, unless it is there.
install_packages() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] ||
    (cd "$1" && npm ci --no-audit --no-fund)
}

# Whether the built web app is newer than everything it is made from.
web_is_built() {
  local page="$web/dist/index.html"
  [ -f "$page" ] || return 1
  [ -z "$(cd "$web" && find src public scripts index.html ./*.ts ./*.js ./*.json -newer "$page" -print -quit)" ]
}
