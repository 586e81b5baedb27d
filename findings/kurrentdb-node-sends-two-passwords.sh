#!/usr/bin/env bash
# npm @kurrent/kurrentdb-client 1.3.1: one client, one connection string, two passwords. Appends go through its
# JavaScript half, which decodes the user and password of the connection string as RFC 3986 has it; reads go
# through its Rust half, which sends them as they stand there. So whoever has a password with a space, @ or #, and
# encodes it, may append and is refused every read; unencoded it is the other way round, or no address at all.
# Guess: both halves send the same. What helps: a password of letters and digits.
#
# Seen 28 November 2026 with Node 20.20.2: Append carries "stc:a long password", Read "stc:a%20long%20password".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"name":"finding","private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund @kurrent/kurrentdb-client@1.3.1

# An authority, and the certificate of a server: the client sends credentials over TLS only.
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=finding 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost 2>/dev/null
printf 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n' >server.ext
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext \
  -out server.pem 2>/dev/null

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client';

// A server that knows no call and keeps who asked for it.
const asked = {};
const server = createSecureServer({ key: readFileSync('server.key'), cert: readFileSync('server.pem') });
server.on('stream', (stream, headers) => {
  const [, basic] = headers.authorization?.split(' ') ?? [];
  if (basic) asked[headers[':path'].split('/').pop()] = Buffer.from(basic, 'base64').toString();
  stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '12' }, { endStream: true });
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const address = `localhost:${server.address().port}?tls=true&tlsCaFile=${process.cwd()}/ca.pem`;
const client = KurrentDBClient.connectionString(`kurrentdb://stc:a%20long%20password@${address}`);
await client.appendToStream('demo-1', jsonEvent({ type: 'Tested', data: {} })).catch(() => {});
try {
  for await (const _ of client.readStream('demo-1')) break;
} catch {
  // Nothing is there to read.
}
console.log(JSON.stringify(asked));
const same = asked.Append === 'stc:a long password' && asked.Read === 'stc:a%20long%20password';
console.log(same ? 'as found: two halves, two passwords' : 'changed');
process.exit(same ? 0 : 1);
JS
node finding.mjs
