// A centre's software in JavaScript reads the centre's events from the bus, and nobody else's.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import { KurrentDBClient } from "@kurrent/kurrentdb-client";
import { event } from "./support/events.mjs";
import { STC, folder, serves, starts, stops } from "./support/served.mjs";

const EXAMPLE = fileURLToPath(new URL("../../docs/examples/centre_events.mjs", import.meta.url));
const MODULES = fileURLToPath(new URL("node_modules", import.meta.url));

/** Accounts as in deploy/nats/nats.conf: a centre's has the operations of one consumer. */
const ACCOUNTS = `
accounts {
  PLATFORM {
    jetstream: enabled
    users: [ { user: stc, password: secret } ]
    exports: [
      { service: "$JS.API.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>", accounts: [LSC01] }
      { service: "$JS.API.CONSUMER.INFO.STC.lsc01", accounts: [LSC01] }
      { service: "$JS.API.CONSUMER.MSG.NEXT.STC.lsc01", response_type: stream, accounts: [LSC01] }
      { service: "$JS.ACK.STC.lsc01.>", accounts: [LSC01] }
    ]
  }
  LSC01 {
    users: [ { user: lsc01, password: one } ]
    imports: [
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>" }, to: "platform.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>" }
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.INFO.STC.lsc01" }, to: "platform.CONSUMER.INFO.STC.lsc01" }
      { service: { account: PLATFORM, subject: "$JS.API.CONSUMER.MSG.NEXT.STC.lsc01" }, to: "platform.CONSUMER.MSG.NEXT.STC.lsc01" }
      { service: { account: PLATFORM, subject: "$JS.ACK.STC.lsc01.>" } }
    ]
  }
}`;

let place, served, client, nats, relay, address;

/** A port that was free a moment ago. */
async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

before(async () => {
  const program = process.env.NATS_SERVER;
  assert.ok(program, "set NATS_SERVER to a nats-server: ./test has one in target/python/bin");
  [place, served, address] = [folder(), await serves(), `127.0.0.1:${await free()}`];
  client = KurrentDBClient.connectionString(served.uri);
  const config = join(place, "nats.conf");
  writeFileSync(config, `listen: "${address}"\njetstream { store_dir: "${join(place, "store")}" }\n${ACCOUNTS}\n`);
  nats = spawn(program, ["-c", config], { stdio: "ignore" });
  const settings = ["--eventstore", served.uri, "--nats", `nats://stc:secret@${address}`, "--listen", "127.0.0.1:0"];
  ({ child: relay } = await starts(STC, ["serve", "relay", ...settings], "serving on", { STC_LOG: "error" }));
  copyFileSync(EXAMPLE, join(place, "centre_events.mjs"));
  symlinkSync(MODULES, join(place, "node_modules"));
});

after(async () => {
  await stops(relay);
  await stops(nats);
  await client.dispose();
  await served.stops();
  rmSync(place, { recursive: true });
});

async function append(centre) {
  await client.appendToStream(`${centre}.trajectory-${randomUUID()}`, event());
}

/** The example at work for a centre; it is tried again until the relay has made the stream. */
function example(centre) {
  const words = ["--preserve-symlinks-main", join(place, "centre_events.mjs"), `nats://lsc01:one@${address}`, centre];
  return spawn(process.execPath, words, { stdio: ["ignore", "pipe", "ignore"] });
}

async function lines(centre, count) {
  for (;;) {
    const [child, told] = [example(centre), []];
    for await (const line of createInterface({ input: child.stdout })) {
      told.push(JSON.parse(line));
      if (told.length === count) {
        await stops(child);
        return told;
      }
    }
  }
}

test("a centre's software in JavaScript reads the centre's events and nobody else's", async () => {
  for (const centre of ["lsc01", "lsc02", "lsc01", "lsc02"]) await append(centre);
  const told = await lines("lsc01", 2);
  assert.deepEqual(told.map(({ position }) => position), ["1", "3"]);
  for (const { source, datacontenttype, data } of told) {
    assert.deepEqual([source, datacontenttype, data], ["/stc/lsc01/trajectory", "application/json", { minutes: 30 }]);
  }
  await append("lsc02");
  await append("lsc01");
  assert.deepEqual((await lines("lsc01", 1)).map(({ position }) => position), ["6"], "it goes on where it was");
  const other = example("lsc02");
  const code = await new Promise((resolve) => other.once("exit", resolve));
  assert.notEqual(code, 0, "another centre's are refused");
});
