// The official Node client appends to the served log and reads it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  KurrentDBClient,
  MaxAppendSizeExceededError,
  START,
  WrongExpectedVersionError,
  eventTypeFilter,
} from "@kurrent/kurrentdb-client";
import { count, envelope, event, events, large, read, trajectory } from "./support/events.mjs";
import { serves } from "./support/served.mjs";

let served, client;

before(async () => {
  served = await serves();
  client = KurrentDBClient.connectionString(served.uri);
});

after(async () => {
  await client.dispose();
  await served.stops();
});

/** Appends all at once, over one call, and tells what became of each. */
function together(appends) {
  return Promise.allSettled(appends.map(([stream, events]) => client.appendToStream(stream, events)));
}

test("events are read as they were appended", async () => {
  const [stream, metadata] = [trajectory(), envelope({ subject: "00000000-0000-0000-0000-000000000004" })];
  const written = await client.appendToStream(stream, [event({ metadata }), event()], { streamState: "no_stream" });
  assert.equal(written.nextExpectedRevision, 1n);
  const [first, second] = await read(client, stream);
  assert.deepEqual([first.data, first.metadata], [{ minutes: 30 }, metadata]);
  assert.deepEqual([second.revision, second.position.commit], [1n, written.position.commit]);
});

test("a conflict tells what the stream is like, a retry gets the first answer", async () => {
  const [stream, one] = [trajectory(), event()];
  const first = await client.appendToStream(stream, one, { streamState: "no_stream" });
  const again = await client.appendToStream(stream, one, { streamState: "no_stream" });
  assert.deepEqual(again, first);
  await assert.rejects(client.appendToStream(stream, event(), { streamState: 7n }), (error) => {
    assert.ok(error instanceof WrongExpectedVersionError);
    assert.deepEqual([error.expectedState, error.actualState], [7n, 0n]);
    return true;
  });
});

test("one event id twice in an append is refused, whatever is expected", async () => {
  const [stream, one] = [trajectory(), event()];
  for (const streamState of ["no_stream", "any"]) {
    await assert.rejects(client.appendToStream(stream, [one, one], { streamState }), /each event id once/);
  }
  assert.equal(await count(client, stream), 0);
});

const wrong = {
  "1,001 events": () => [trajectory(), events(1_001), MaxAppendSizeExceededError],
  "2,500 events in parts": () => [trajectory(), events(2_500, { data: "a".repeat(2_000) }), MaxAppendSizeExceededError],
  "25 events of 200 kB": () => [trajectory(), Array.from({ length: 25 }, () => large(200_000)), MaxAppendSizeExceededError],
  "one event of 5 MB": () => [trajectory(), [large(5_000_000)], MaxAppendSizeExceededError],
  "one event of 300 kB": () => [trajectory(), [large(300_000)], /262144 bytes/],
  "a foreign name": () => ["orders", [event()], /tenant\.kind-uuid/],
  "metadata that is not kept": () => [trajectory(), [event({ metadata: envelope({ traceparent: "00-1" }) })], /"traceparent"/],
  "no metadata": () => [trajectory(), [event({ metadata: undefined })], /\$correlationId/],
  "another type of content": () => [trajectory(), [{ ...event(), contentType: "application/octet-stream", data: new Uint8Array(1) }], /application\/json/],
};

for (const [what, make] of Object.entries(wrong)) {
  test(`an append of ${what} is refused alone`, async () => {
    const [name, bad, reason] = make();
    const good = Array.from({ length: 40 }, () => [trajectory(), [event()]]);
    const answers = await together([...good.slice(0, 20), [name, bad], ...good.slice(20)]);
    const [refused] = answers.splice(20, 1);
    assert.ok(answers.every(({ status }) => status === "fulfilled"), "the others as if it had not been");
    for (const [stream] of good) assert.equal(await count(client, stream), 1);
    assert.equal(refused.status, "rejected");
    if (reason instanceof RegExp) {
      assert.match(refused.reason.message, reason);
    } else {
      assert.ok(refused.reason instanceof reason, refused.reason.message);
      assert.equal(refused.reason.maxAppendSize, 4 * 1024 * 1024);
    }
    if (name !== "orders") assert.equal(await count(client, name), 0);
  });
}

test("where a message is too large to be read, what failed is not there and what succeeded is", async () => {
  const good = Array.from({ length: 40 }, () => [trajectory(), [event()]]);
  const answers = await together([...good.slice(0, 20), [trajectory(), [large(20_000_000)]], ...good.slice(20)]);
  const [refused] = answers.splice(20, 1);
  assert.ok(refused.reason instanceof MaxAppendSizeExceededError, refused.reason?.message);
  for (const [index, { status }] of answers.entries()) {
    assert.equal(await count(client, good[index][0]), status === "fulfilled" ? 1 : 0, status);
  }
  await client.appendToStream(trajectory(), event());
});

test("an append of nothing tells where the stream ends", async () => {
  const stream = trajectory();
  await client.appendToStream(stream, [], { streamState: "no_stream" });
  assert.equal(await count(client, stream), 0);
  const { position } = await client.appendToStream(stream, events(3));
  const nothing = await client.appendToStream(stream, [], { streamState: 2n });
  assert.deepEqual([nothing.nextExpectedRevision, nothing.position], [2n, position]);
  await assert.rejects(client.appendToStream(stream, [], { streamState: "no_stream" }), WrongExpectedVersionError);
});

test("metadata of streams is not kept, and who sets it is told", async () => {
  const stream = trajectory();
  await assert.rejects(client.setStreamMetadata(stream, { maxCount: 3 }), /metadata of streams is not kept/);
  const { metadata } = await client.getStreamMetadata(stream);
  assert.equal(metadata, undefined);
});

test("who subscribes to a projection is told to filter instead", async () => {
  const told = (subscription) =>
    new Promise((resolve, reject) => subscription.on("error", resolve).on("data", reject));
  assert.match((await told(client.subscribeToStream("$ce-trajectory"))).message, /\$all with a filter/);
  const regex = "^[a-z-[aeiou]]";
  const filtered = client.subscribeToAll({ fromPosition: START, filter: eventTypeFilter({ regex }) });
  assert.match((await told(filtered)).message, /mean something else/);
});
