#!/usr/bin/env bash
# Makes the certificates of services and engines anew, with the authorities that stand in FOLDER, or with
# new authorities if there are none.
#   deploy/make-certificates.sh [FOLDER]    (deploy/secrets)
# Services take new ones while they run, engines and containers of compose at the start: docs/OPERATING.md
# says whom to restart.
set -euo pipefail
folder=${1:-$(dirname "${BASH_SOURCE[0]}")/secrets}
days=825
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$folder"

# authority NAME COMMON-NAME
authority() {
  [ ! -e "$1.key" ] || return 0
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=$2" \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout "$1.key" -out "$1.crt" 2>/dev/null
}

# certificate NAME AUTHORITY COMMON-NAME USAGES HOST...
certificate() {
  local name=$1 authority=$2 common_name=$3 usages=$4
  shift 4
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$common_name" -keyout "$work/$name.key" \
    -out "$work/$name.csr" 2>/dev/null
  cat >"$work/$name.ext" <<EXT
subjectAltName=$(printf 'DNS:%s,' "$@")DNS:localhost,IP:127.0.0.1
extendedKeyUsage=$usages
keyUsage=critical,digitalSignature,keyEncipherment
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
EXT
  openssl x509 -req -in "$work/$name.csr" -CA "$authority.crt" -CAkey "$authority.key" -CAcreateserial \
    -CAserial "$work/serial" -days "$days" -extfile "$work/$name.ext" -out "$work/$name.crt" 2>/dev/null
}

# in_namespace NAMESPACE HOST...: as other namespaces call them.
in_namespace() {
  local namespace=$1 host
  shift
  for host in "$@"; do echo "$host.$namespace $host.$namespace.svc.cluster.local"; done
}

# Services let in whoever has a certificate of their authority that is good for a client. Nodes of a
# cluster are clients of each other, so theirs come from another one: nobody who takes over an engine
# calls a service with its certificate.
authority ca start-to-can-ca
authority nodes-ca start-to-can-nodes-ca

# Each service has its own: the first of its names says whose token may come with it. All are also for
# clients, for a health check asks with the certificate of the service itself. Shards stand here by name: a
# wildcard is for one label, and must have two behind it, so there is none for all namespaces, nor one as
# short as `*.start-to-can-a`.
for service in identity monitoring relay gateway; do
  certificate "$service" ca "$service" serverAuth,clientAuth "$service" $(in_namespace start-to-can "$service")
done
for service in exercises trajectories; do
  shards=$(for letter in {a..j}; do in_namespace "start-to-can-$letter" "$service"; done)
  certificate "$service" ca "$service" serverAuth,clientAuth "$service" \
    $(in_namespace start-to-can "$service") $shards
done

# In compose engines are hosts, in Kubernetes pods behind a headless service.
certificate nats ca nats serverAuth nats nats-{0,1,2} $(in_namespace start-to-can nats '*.nats')
certificate postgres ca postgres serverAuth postgres $(in_namespace start-to-can postgres)
certificate nats-routes nodes-ca nats-routes serverAuth,clientAuth nats-{0,1,2} nats-{0,1,2}.nats
# The nodes know each other by this common name.
certificate kurrentdb nodes-ca eventstoredb-node serverAuth,clientAuth \
  kurrentdb $(in_namespace start-to-can kurrentdb '*.kurrentdb')

# Compose mounts single files into containers with users of their own: those have to read them. The
# folder keeps everybody else on this machine out.
chmod 644 ca.crt nodes-ca.crt "$work"/*.crt "$work"/*.key
mv "$work"/*.crt "$work"/*.key .
echo "certificates in $folder are valid for $days days"
