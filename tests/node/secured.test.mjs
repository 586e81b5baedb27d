// A password over TLS, and what a password without it comes to.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  AccessDeniedError,
  KurrentDBClient,
  MaxAppendSizeExceededError,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from "@kurrent/kurrentdb-client";
import { event, events, read, trajectory } from "./support/events.mjs";
import { STC, USER, secrets, serves } from "./support/served.mjs";

let kept, served;

before(async () => {
  kept = secrets();
  const { cert, key, password } = kept;
  served = await serves("--tls-cert", cert, "--tls-key", key, "--user", "stc", "--password-file", password);
});

after(async () => {
  await served.stops();
  rmSync(kept.place, { recursive: true });
});

function client(user) {
  const from = user ? `${user}@` : "";
  const uri = `kurrentdb://${from}localhost:${served.port}?tls=true&tlsCaFile=${encodeURIComponent(kept.cert)}`;
  return KurrentDBClient.connectionString(uri);
}

test("over TLS the right password opens everything", async () => {
  const [known, stream] = [client(USER), trajectory()];
  await known.appendToStream(stream, events(2));
  assert.equal((await read(known, stream)).length, 2);
  const settings = persistentSubscriptionToStreamSettingsFromDefaults();
  await known.createPersistentSubscriptionToStream(stream, "certificates", settings);
  assert.equal((await known.listAllPersistentSubscriptions()).length, 1);
  await known.dispose();
});

test("a call with a password of its own appends, and is told when it is too large", async () => {
  const [nobody, stream] = [client(), trajectory()];
  const credentials = { username: "stc", password: "right" };
  await nobody.appendToStream(stream, event(), { credentials });
  const large = nobody.appendToStream(stream, events(1_001), { credentials });
  await assert.rejects(large, MaxAppendSizeExceededError);
  await nobody.dispose();
});

test("other passwords open nothing", async () => {
  for (const user of ["stc:wrong", undefined]) {
    const stranger = client(user);
    await assert.rejects(stranger.appendToStream(trajectory(), event()), AccessDeniedError);
    await assert.rejects(read(stranger, trajectory()), AccessDeniedError);
    await assert.rejects(stranger.listAllPersistentSubscriptions(), AccessDeniedError);
    await stranger.dispose();
  }
});

test("a password without TLS is refused at the start", () => {
  const words = ["log", "serve", "--data", join(kept.place, "data"), "--listen", "127.0.0.1:0"];
  const { status, stderr } = spawnSync(STC, [...words, "--user", "stc", "--password-file", kept.password], { encoding: "utf8" });
  assert.equal(status, 64);
  assert.match(stderr, /over TLS only/);
});
