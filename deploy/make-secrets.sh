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
# What the other services get: the public half, and each a token in its own name (PASETO v4.public), good
# for a year. `stc token` issues the next ones.
tail -c 32 "$new/token.key" >"$new/token.pub"
until=$(date -u -d '+365 days' +%FT%TZ 2>/dev/null || date -u -v+365d +%FT%TZ)
# The length of what follows, in eight bytes, the least first.
length() { printf "\\x$(printf %02x "$1")\\0\\0\\0\\0\\0\\0\\0"; }
for service in gateway exercises trajectories monitoring; do
  claims="{\"actor\":\"00000000-0000-0000-0000-000000000000\",\"tenant\":\"stc\",\"role\":\"service\",\"service\":\"$service\",\"expires\":\"$until\"}"
  {
    length 4
    length 10 && printf 'v4.public.'
    length ${#claims} && printf %s "$claims"
    length 0
    length 0
  } >"$work/signed"
  openssl pkeyutl -sign -rawin -keyform DER -inkey "$work/token.der" -in "$work/signed" -out "$work/signature"
  body=$({ printf %s "$claims" && cat "$work/signature"; } | openssl base64 -A | tr '+/' '-_' | tr -d '=')
  printf 'v4.public.%s' "$body" >"$new/$service.token"
done
# Users of containers read them, as they do certificates.
chmod 644 "$new/root.key" "$new/token.key" "$new/token.pub" "$new"/*.token
"$here/make-certificates.sh" "$new" >/dev/null

mv "$new" "$folder"
echo "made $folder"
