// Events as the platform writes them.

import { randomUUID } from "node:crypto";
import { jsonEvent } from "@kurrent/kurrentdb-client";

/** The metadata without which nothing comes into the log. */
export function envelope(more = {}) {
  return {
    $correlationId: randomUUID(),
    $causationId: randomUUID(),
    actor: randomUUID(),
    role: "coach",
    purpose: "coaching",
    occurredOn: "2026-03-09",
    ...more,
  };
}

export function event(more = {}) {
  return jsonEvent({ type: "StepRegistered", data: { minutes: 30 }, metadata: envelope(), ...more });
}

export function events(count, more = {}) {
  return Array.from({ length: count }, () => event(more));
}

/** The name of a stream that nobody has used yet. */
export function trajectory() {
  return `lsc01.trajectory-${randomUUID()}`;
}

/** An event whose data has so many bytes, more or less. */
export function large(bytes) {
  return event({ data: { words: "a".repeat(bytes) } });
}

export async function read(client, stream, options) {
  const all = [];
  for await (const { event } of client.readStream(stream, options)) all.push(event);
  return all;
}

/** How many events a stream has; none if it is not there. */
export async function count(client, stream) {
  try {
    return (await read(client, stream)).length;
  } catch (error) {
    if (error.type === "stream-not-found") return 0;
    throw error;
  }
}
