"""Prints a centre's events as they come: `centre_events.py tls://lsc01:password@host:4222 lsc01`.

Needs `pip install nats-py`, and the authority of the server's certificate in `SSL_CERT_FILE`; see docs/OPERATING.md.
"""

import asyncio
import functools
import json
import sys

import nats
from nats.errors import TimeoutError
from nats.js.api import ConsumerConfig
from nats.js.errors import NotFoundError, ServiceUnavailableError


async def main(server: str, centre: str) -> None:
    client = await nats.connect(server, inbox_prefix=f"_INBOX.{centre}".encode())
    stream, place = client.jetstream(prefix="platform"), ConsumerConfig(name=centre, durable_name=centre)
    subscribe = functools.partial(stream.pull_subscribe, f"stc.{centre}.>", centre, "STC", config=place)
    events, seen = await subscribe(), 0
    while True:
        try:
            events = events or await subscribe()
            for event in await events.fetch(100, timeout=5):
                attributes = {name[3:]: text for name, text in event.headers.items() if name.startswith("ce-")}
                if int(attributes["position"]) > seen:
                    print(json.dumps(attributes | {"data": json.loads(event.data)}), flush=True)
                    seen = int(attributes["position"])
                await event.ack()
        except TimeoutError:
            pass  # Nothing new.
        except (NotFoundError, ServiceUnavailableError):
            # The stream was filled anew, and with it went our place in it: from the beginning, past what we have.
            events = await asyncio.sleep(1)


asyncio.run(main(*sys.argv[1:]))
