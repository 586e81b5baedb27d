# What comes from the package managers of the system and of Python.
install_package() {
  local sudo=''
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -q
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# The server's programs are not on the search path.
has_postgres() {
  has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_venv() { python3 -c 'import ensurepip' 2>/dev/null; }

# nats-server, the official Python client of KurrentDB, and what checks manifests.
install_python() {
  local wanted="$root/tests/python/requirements.txt"
  [ "$python/installed" -nt "$wanted" ] && return
  python3 -m venv "$python"
  # The list is whole, so nothing is resolved: a newer release of something cannot come in between.
  "$python/bin/pip" install -q --disable-pip-version-check --no-deps --require-hashes -r "$wanted"
  "$python/bin/pip" --disable-pip-version-check check
  touch "$python/installed"
}

check_deployment() {
  STC="$target/debug/stc" "$python/bin/python" -B -m pytest -q -p no:cacheprovider tests/python
}
