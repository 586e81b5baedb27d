// Prints a centre's events as they come: `node centre_events.mjs tls://lsc01:password@host:4222 lsc01`.
//
// Needs `npm install @nats-io/transport-node @nats-io/jetstream`, and the authority of the server's
// certificate in NODE_EXTRA_CA_CERTS; see docs/OPERATING.md.

import { setTimeout } from "node:timers/promises";
import { AckPolicy, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";

const [address, centre] = process.argv.slice(2);
const { protocol, username: user, password: pass, host: servers } = new URL(address);
const connection = await connect({ servers, user, pass, inboxPrefix: `_INBOX.${centre}`, tls: protocol === "tls:" ? {} : null });
// Unchecked: the check asks for the limits of the account, which are not the centre's to know.
const stream = await jetstreamManager(connection, { apiPrefix: "platform", checkAPI: false });
const place = { name: centre, durable_name: centre, filter_subject: `stc.${centre}.>`, ack_policy: AckPolicy.Explicit };

let events;
let seen = 0;
for (;;) {
  try {
    await stream.consumers.add("STC", place);
    events ??= await stream.jetstream().consumers.get("STC", centre);
    for await (const event of await events.fetch({ max_messages: 100, expires: 5_000 })) {
      const attributes = event.headers.keys().filter((name) => name.startsWith("ce-"));
      const told = Object.fromEntries(attributes.map((name) => [name.slice(3), event.headers.get(name)]));
      // A header is text, the position too.
      if (Number(told.position) > seen) {
        console.log(JSON.stringify({ ...told, data: event.json() }));
        seen = Number(told.position);
      }
      event.ack();
    }
  } catch (error) {
    // The stream was filled anew, and with it went our place in it: from the beginning, past what we have.
    if (seen === 0) throw error;
    events = await setTimeout(1_000);
  }
}
