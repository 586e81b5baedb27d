// Who asks wrongly is refused in that call, and nobody else is hurt: limits hold for a call, not for
// a connection.

import assert from "node:assert/strict";
import { connect } from "node:http2";
import { after, before, test } from "node:test";
import { KurrentDBClient } from "@kurrent/kurrentdb-client";
import { event, trajectory } from "./support/events.mjs";
import { serves } from "./support/served.mjs";

const STRANGERS = 1_000;
const APPENDS = 200;
/** What an append may take beside them, ms: a multiple of what it takes alone, on any machine. */
const P95_MILLIS_MAX = 2_000;

const STREAMS = "/event_store.client.streams.Streams";
const HEALTH = "/grpc.health.v1.Health/Check";

/** A message of gRPC: whether it is compressed, its length, and its bytes. */
function message(bytes, length = bytes.length) {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, bytes]);
}

/** What strangers send, each to a method. */
const WRONG = [
  [`${STREAMS}/BatchAppend`, message(Buffer.alloc(0), 0xff_ff_ff_ff)],
  [`${STREAMS}/BatchAppend`, message(Buffer.from([0x0a, 0x7f, 0x01]))],
  [`${STREAMS}/Append`, message(Buffer.alloc(64, 0xff))],
  [`${STREAMS}/Read`, message(Buffer.from([0x0a, 0x00]))],
  [`${STREAMS}/Delete`, message(Buffer.alloc(0))],
  ["/event_store.client.persistent_subscriptions.PersistentSubscriptions/Create", message(Buffer.alloc(0))],
  ["/nobody.knows/This", message(Buffer.alloc(0))],
];

let served, client;

before(async () => {
  served = await serves();
  client = KurrentDBClient.connectionString(served.uri);
});

after(async () => {
  await client.dispose();
  await served.stops();
});

/** The code with which a call ended. */
function call(session, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { ":method": "POST", ":path": path, "content-type": "application/grpc", te: "trailers" };
    const request = session.request(headers);
    let code;
    const told = (headers) => (code ??= headers["grpc-status"]);
    request.on("response", told).on("trailers", told).on("error", reject).on("close", () => resolve(Number(code)));
    request.resume();
    request.end(body);
  });
}

async function p95() {
  const times = [];
  for (let number = 0; number < APPENDS; number += 1) {
    const began = performance.now();
    await client.appendToStream(trajectory(), event());
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[Math.floor(APPENDS * 0.95)];
}

test("a thousand wrong calls over one connection leave the connection as it was", async () => {
  const session = connect(`http://127.0.0.1:${served.port}`);
  const calls = Array.from({ length: STRANGERS }, (_, number) => {
    const [path, body] = number % 8 === 7 ? [HEALTH, message(Buffer.alloc(0))] : WRONG[number % 8];
    return call(session, path, body);
  });
  const codes = await Promise.all(calls);
  codes.forEach((code, number) => assert.equal(code === 0, number % 8 === 7, `${number}: ${code}`));
  assert.ok(!session.closed && !session.destroyed);
  assert.equal(await call(session, HEALTH, message(Buffer.alloc(0))), 0);
  session.close();
});

test("a thousand strangers, each with a connection, hurt nobody", async (t) => {
  const alone = await p95();
  const sessions = Array.from({ length: STRANGERS }, () => connect(`http://127.0.0.1:${served.port}`));
  const strangers = Promise.allSettled(
    sessions.map(async (session, number) => {
      for (const [path, body] of [...WRONG.slice(number % WRONG.length), ...WRONG]) await call(session, path, body);
    }),
  );
  const beside = await p95();
  assert.ok((await strangers).every(({ status }) => status === "fulfilled"));
  sessions.forEach((session) => session.close());
  t.diagnostic(`p95 of an append: ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside them`);
  assert.ok(beside < P95_MILLIS_MAX, `${beside} ms`);
});
