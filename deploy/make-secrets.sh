#!/usr/bin/env bash
# Makes what has to be secret, once: passwords, keys and certificates.
#   deploy/make-secrets.sh [FOLDER]    (deploy/secrets)
# Copy the folder to two safe places. Without root.key nothing personal can be read, ever.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/secrets}

# Other keys in place of those that sealed the data would make the data unreadable.
[ ! -e "$folder" ] || { echo "$folder is there already; nothing done" >&2; exit 1; }
umask 077
mkdir -p "$(dirname "$folder")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
new=$work/new
mkdir "$new"

while IFS= read -r line; do
  case $line in
    *=change-me) echo "${line%=*}=p$(openssl rand -hex 20)" ;;
  esac
done <"$here/secrets.example.env" >"$new/secrets.env"

openssl rand -out "$new/root.key" 32
# Ed25519: the seed, then the public half.
openssl genpkey -algorithm ed25519 -outform DER -out "$work/token.der"
{
  tail -c 32 "$work/token.der"
  openssl pkey -inform DER -in "$work/token.der" -pubout -outform DER | tail -c 32
} >"$new/token.key"
# Users of containers read them, as they do certificates.
chmod 644 "$new/root.key" "$new/token.key"
"$here/make-certificates.sh" "$new" >/dev/null

mv "$new" "$folder"
echo "made $folder"
