// Persistent subscriptions of the served log, met by the official Node client.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  END,
  KurrentDBClient,
  PARK,
  PersistentSubscriptionDoesNotExistError,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError,
  PersistentSubscriptionMaximumSubscribersReachedError,
  START,
  UNBOUNDED,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  streamNameFilter,
} from "@kurrent/kurrentdb-client";
import { event, events, trajectory } from "./support/events.mjs";
import { serves } from "./support/served.mjs";

const GROUP = "certificates";

let served, client;

before(async () => {
  served = await serves();
  client = KurrentDBClient.connectionString(served.uri);
});

after(async () => {
  await client.dispose();
  await served.stops();
});

const ofStream = persistentSubscriptionToStreamSettingsFromDefaults;
const ofAll = persistentSubscriptionToAllSettingsFromDefaults;

/** A stream with so many events and a group of it. */
async function group(count, settings) {
  const stream = trajectory();
  await client.appendToStream(stream, events(count));
  await client.createPersistentSubscriptionToStream(stream, GROUP, ofStream(settings));
  return stream;
}

/** The revisions of the next events, each acknowledged. */
async function takes(consumer, count) {
  const revisions = [];
  for await (const resolved of consumer) {
    revisions.push(Number(resolved.event.revision));
    await consumer.ack(resolved);
    if (revisions.length === count) return revisions;
  }
}

/** Waits until a group has come so far. */
async function until(stream, hasCome) {
  for (;;) {
    const info = await client.getPersistentSubscriptionToStreamInfo(stream, GROUP);
    if (hasCome(info)) return info;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function told(consumer) {
  return new Promise((resolve) => consumer.on("error", resolve));
}

test("a group of a stream begins where it is told", async () => {
  for (const [startFrom, first] of [[START, 0], [2n, 2], [END, 4], [undefined, 4]]) {
    const stream = await group(4, startFrom === undefined ? {} : { startFrom });
    const consumer = client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
    await client.appendToStream(stream, event());
    const revisions = Array.from({ length: 5 - first }, (_, index) => first + index);
    assert.deepEqual(await takes(consumer, revisions.length), revisions, `${startFrom}`);
    const { settings } = await client.getPersistentSubscriptionToStreamInfo(stream, GROUP);
    assert.equal(settings.startFrom, startFrom ?? END);
  }
});

test("a group of the whole log reads what passes its filter", async () => {
  const [stream, other] = [trajectory(), trajectory()];
  const filter = streamNameFilter({ prefixes: [stream] });
  await client.createPersistentSubscriptionToAll(GROUP, ofAll({ startFrom: START }), { filter });
  await client.appendToStream(other, events(3));
  await client.appendToStream(stream, events(2));
  const consumer = client.subscribeToPersistentSubscriptionToAll(GROUP);
  assert.deepEqual(await takes(consumer, 2), [0, 1]);
  await client.updatePersistentSubscriptionToAll(GROUP, ofAll({ startFrom: END, maxRetryCount: 3 }));
  const info = await client.getPersistentSubscriptionToAllInfo(GROUP);
  assert.deepEqual([info.settings.maxRetryCount, info.settings.startFrom], [3, END]);
  assert.deepEqual(
    (await client.listPersistentSubscriptionsToAll()).map(({ groupName }) => groupName),
    [GROUP],
  );
  await client.deletePersistentSubscriptionToAll(GROUP);
  await assert.rejects(client.listPersistentSubscriptionsToAll(), PersistentSubscriptionDoesNotExistError);
});

test("a group tells what was set", async () => {
  const set = ofStream({
    startFrom: 1n,
    resolveLinkTos: true,
    extraStatistics: true,
    messageTimeout: 12_000,
    maxRetryCount: 7,
    checkPointAfter: 3_000,
    checkPointLowerBound: 11,
    checkPointUpperBound: 222,
    liveBufferSize: 333,
    readBatchSize: 22,
    historyBufferSize: 444,
    consumerStrategyName: "Pinned",
  });
  const stream = await group(2, set);
  const info = async () => (await client.getPersistentSubscriptionToStreamInfo(stream, GROUP)).settings;
  assert.deepEqual(await info(), { ...set, maxSubscriberCount: UNBOUNDED });
  const changed = ofStream({ startFrom: START, maxSubscriberCount: 3 });
  await client.updatePersistentSubscriptionToStream(stream, GROUP, changed);
  assert.deepEqual(await info(), changed);
});

test("groups are listed by stream, and all of them", async () => {
  const stream = await group(1, {});
  await client.createPersistentSubscriptionToStream(stream, "statistics", ofStream());
  const names = (list) => list.map(({ eventSource, groupName }) => `${eventSource} ${groupName}`).sort();
  const wanted = [`${stream} ${GROUP}`, `${stream} statistics`];
  assert.deepEqual(names(await client.listPersistentSubscriptionsToStream(stream)), wanted);
  const all = names(await client.listAllPersistentSubscriptions());
  assert.ok(wanted.every((name) => all.includes(name)));
  const none = trajectory();
  await assert.rejects(client.listPersistentSubscriptionsToStream(none), (error) => {
    assert.ok(error instanceof PersistentSubscriptionDoesNotExistError);
    return error.streamName === none;
  });
});

test("another beginning holds until something is settled, and is told then", async () => {
  const stream = await group(5, { startFrom: START });
  await client.updatePersistentSubscriptionToStream(stream, GROUP, ofStream({ startFrom: 3n }));
  const consumer = client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
  assert.deepEqual(await takes(consumer, 1), [3]);
  await until(stream, ({ stats }) => stats.lastCheckpointedEventRevision === 3n);
  await client.updatePersistentSubscriptionToStream(stream, GROUP, ofStream({ startFrom: START }));
  const again = client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
  assert.deepEqual(await takes(again, 1), [4], "it goes on where it was");
  const { settings } = await client.getPersistentSubscriptionToStreamInfo(stream, GROUP);
  assert.equal(settings.startFrom, START);
});

test("what was handed out is counted when its consumer is gone", async () => {
  const stream = await group(3, { startFrom: START });
  const consumer = client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
  assert.deepEqual(await takes(consumer, 3), [0, 1, 2]);
  await consumer.unsubscribe();
  const { stats } = await until(stream, ({ connections }) => connections.length === 0);
  assert.equal(stats.totalItems, 3n);
});

test("what cannot be dealt with is parked and tried again", async () => {
  const stream = await group(2, { startFrom: START });
  const consumer = client.subscribeToPersistentSubscriptionToStream(stream, GROUP, { bufferSize: 1 });
  const next = async () => (await consumer[Symbol.asyncIterator]().next()).value;
  await consumer.nack(PARK, "not for us", await next());
  await consumer.ack(await next());
  await until(stream, ({ stats }) => stats.parkedMessageCount === 1n);
  await client.replayParkedMessagesToStream(stream, GROUP);
  const parked = await next();
  assert.equal(parked.event.revision, 0n);
  await consumer.ack(parked);
  await until(stream, ({ stats }) => stats.parkedMessageCount === 0n);
});

test("a refusal says of which group it is", async () => {
  const stream = await group(1, { maxSubscriberCount: 1 });
  const about = (error, type) => {
    assert.ok(error instanceof type, `${error}`);
    assert.deepEqual([error.streamName, error.groupName], [stream, GROUP]);
    return true;
  };
  const twice = client.createPersistentSubscriptionToStream(stream, GROUP, ofStream());
  await assert.rejects(twice, (error) => about(error, PersistentSubscriptionExistsError));
  const first = client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
  await new Promise((resolve) => first.on("confirmation", resolve));
  const second = await told(client.subscribeToPersistentSubscriptionToStream(stream, GROUP));
  about(second, PersistentSubscriptionMaximumSubscribersReachedError);
  const dropped = told(first);
  await client.deletePersistentSubscriptionToStream(stream, GROUP);
  about(await dropped, PersistentSubscriptionDroppedError);
  const gone = client.deletePersistentSubscriptionToStream(stream, GROUP);
  await assert.rejects(gone, (error) => about(error, PersistentSubscriptionDoesNotExistError));
});
