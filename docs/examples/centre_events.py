"""Prints a centre's events as they come: `centre_events.py tls://lsc01:password@host:4222 lsc01`.

Needs `pip install nats-py`, and the authority of the server's certificate in `SSL_CERT_FILE`; see docs/OPERATING.md.
"""

import asyncio
import json
import sys

import nats
from nats.errors import TimeoutError
from nats.js.api import ConsumerConfig


async def main(server: str, centre: str) -> None:
    client = await nats.connect(server, inbox_prefix=f"_INBOX.{centre}".encode())
    place, wanted = ConsumerConfig(name=centre, durable_name=centre), f"stc.{centre}.>"
    events = await client.jetstream(prefix="platform").pull_subscribe(wanted, centre, "STC", config=place)
    while True:
        try:
            for event in await events.fetch(100, timeout=5):
                attributes = {name[3:]: text for name, text in event.headers.items() if name.startswith("ce-")}
                print(json.dumps(attributes | {"data": json.loads(event.data)}), flush=True)
                await event.ack()
        except TimeoutError:
            pass  # Nothing new.


asyncio.run(main(*sys.argv[1:]))
