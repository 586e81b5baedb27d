#!/usr/bin/env bash
# Makes what has to be secret, once: passwords, keys, and certificates for KurrentDB.
#   deploy/make-secrets.sh [FOLDER]    (deploy/secrets)
# Copy the folder to two safe places. Without root.key nothing personal can be read, ever.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/secrets}
days=825
# In compose it is one host, in Kubernetes three behind a headless service.
names='DNS:kurrentdb,DNS:*.kurrentdb,DNS:kurrentdb.start-to-can,DNS:*.kurrentdb.start-to-can'
names+=',DNS:kurrentdb.start-to-can.svc.cluster.local,DNS:*.kurrentdb.start-to-can.svc.cluster.local'
names+=',DNS:localhost,IP:127.0.0.1'

# Other keys in place of those that sealed the data would make the data unreadable.
[ ! -e "$folder" ] || { echo "$folder is there already; nothing done" >&2; exit 1; }
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$(dirname "$folder")" "$work/new"
cd "$work/new"

while IFS= read -r line; do
  case $line in
    *=change-me) echo "${line%=*}=p$(openssl rand -hex 20)" ;;
  esac
done <"$here/secrets.example.env" >secrets.env

openssl rand -out root.key 32
# Ed25519: the seed, then the public half.
openssl genpkey -algorithm ed25519 -outform DER -out ../token.der
{
  tail -c 32 ../token.der
  openssl pkey -inform DER -in ../token.der -pubout -outform DER | tail -c 32
} >token.key

openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=start-to-can-log-ca' \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
  -keyout ca.key -out ca.crt 2>/dev/null
# The nodes know each other by this common name.
openssl req -newkey rsa:3072 -nodes -subj '/CN=eventstoredb-node' -keyout node.key -out ../node.csr 2>/dev/null
cat >../node.ext <<X
subjectAltName=$names
extendedKeyUsage=serverAuth,clientAuth
keyUsage=critical,digitalSignature,keyEncipherment
X
openssl x509 -req -in ../node.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days "$days" \
  -extfile ../node.ext -out node.crt 2>/dev/null
rm -f ca.srl

# Compose mounts single files into containers with users of their own: those have to read them. The
# folder keeps everybody else on this machine out.
chmod 644 root.key token.key ca.crt node.crt node.key
mv "$work/new" "$folder"
echo "made $folder; the certificate of the log is valid for $days days"
