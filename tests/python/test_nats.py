"""deploy/nats/nats.conf in three real servers: what each user may and may not do."""

import asyncio
import json
import os
import socket
import ssl
import sys

import nats
import pytest
from nats.errors import NoRespondersError, TimeoutError as NatsTimeout
from nats.js.api import AckPolicy, ConsumerConfig, StorageType, StreamConfig
from nats.js.errors import Error as JetStreamError

from nats_cluster import ROOT, Cluster

SECONDS_MAX = 20
# Long enough for a message that was let through to arrive on this machine.
SILENCE_SECONDS = 0.5
STREAM = StreamConfig(name="STC", subjects=["stc.>"], num_replicas=3, storage=StorageType.FILE)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory, secrets):
    with Cluster(tmp_path_factory.mktemp("nats"), secrets) as running:
        asyncio.run(make_stream(running))
        yield running


async def make_stream(cluster):
    async with Client(cluster, "relay") as relay:
        await relay.js.add_stream(STREAM)
        # The other nodes learn a moment later who listens.
        await until(lambda: relay.js.publish("stc.stc.test.Ready", b""))


async def until(attempt):
    """The first answer of `attempt` that is one: nodes tell each other of subscriptions in their own time."""
    async with asyncio.timeout(SECONDS_MAX):
        while True:
            try:
                if answer := await attempt():
                    return answer
            except (JetStreamError, NatsTimeout, NoRespondersError):
                pass
            await asyncio.sleep(0.05)


class Client:
    """A connection that keeps what the server refused."""

    def __init__(self, cluster, user, node=0):
        self.url, self.trust, self.refused = cluster.url(user, node), cluster.trust(), []

    async def __aenter__(self):
        async def on_error(error):
            self.refused.append(str(error).lower())

        self.nc = await nats.connect(self.url, tls=self.trust, error_cb=on_error, allow_reconnect=False)
        self.js = self.nc.jetstream(timeout=SECONDS_MAX)
        return self

    async def __aexit__(self, *_):
        await self.nc.close()

    async def is_refused(self):
        """Whether the server has said no by now; a ping goes round behind what was sent before."""
        await self.nc.flush()
        await asyncio.sleep(0.05)
        return any("permissions violation" in it for it in self.refused)


async def silent(subscription):
    try:
        await subscription.next_msg(timeout=SILENCE_SECONDS)
    except NatsTimeout:
        return True
    return False


def test_the_relay_publishes_to_a_stream_of_three_copies_on_disk(cluster):
    async def story():
        async with Client(cluster, "relay") as relay:
            stored = await relay.js.publish("stc.lsc01.trajectory.StepRegistered", b"{}")
            info = await relay.js.stream_info("STC")
            return stored.stream, info.config.num_replicas, len(info.cluster.replicas), info.config.storage

    assert asyncio.run(story()) == ("STC", 3, 2, StorageType.FILE)


def test_the_relay_may_make_a_damaged_stream_anew_and_not_purge_it(cluster):
    async def story():
        async with Client(cluster, "relay") as relay:
            assert await relay.js.delete_stream("STC")
            await relay.js.add_stream(STREAM)
            # Nobody answers a request that was refused.
            with pytest.raises((NatsTimeout, NoRespondersError, JetStreamError)):
                relay.js._timeout = SILENCE_SECONDS
                await relay.js.purge_stream("STC")
            return await relay.is_refused()

    assert asyncio.run(story())


def test_a_service_puts_aside_what_it_cannot_handle_and_makes_no_stream(cluster):
    async def story():
        async with Client(cluster, "relay") as relay, Client(cluster, "services") as service:
            await relay.js.add_stream(StreamConfig(name="STC_PARKED", subjects=["parked.>"], num_replicas=3))
            # And brings them to its settings.
            await relay.js.update_stream(StreamConfig(name="STC_PARKED", subjects=["parked.>"], max_msgs=9, num_replicas=3))
            put = await until(lambda: service.js.publish("parked.keeper.stc.lsc01.trajectory.Poison", b"{}"))
            assert not await service.is_refused()
            with pytest.raises((NatsTimeout, NoRespondersError, JetStreamError)):
                service.js._timeout = SILENCE_SECONDS
                await service.js.delete_stream("STC")
            return put.stream, await service.is_refused()

    assert asyncio.run(story()) == ("STC_PARKED", True)


def test_a_service_reads_every_centre_through_a_durable_consumer(cluster):
    async def story():
        async with Client(cluster, "relay") as relay, Client(cluster, "services", node=1) as service:
            for tenant in ("lsc01", "lsc02"):
                await relay.js.publish(f"stc.{tenant}.person.PersonRegistered", tenant.encode())
            config = ConsumerConfig(
                durable_name="monitoring", filter_subject="stc.*.person.>", ack_policy=AckPolicy.EXPLICIT
            )
            await service.js.add_consumer("STC", config)
            pull = await service.js.pull_subscribe_bind("monitoring", "STC")
            messages = []
            while len(messages) < 2:
                messages += await until(lambda: pull.fetch(2 - len(messages), timeout=1))
            for message in messages:
                await message.ack_sync(timeout=SECONDS_MAX)
            return [it.data for it in messages], await service.is_refused()

    assert asyncio.run(story()) == ([b"lsc01", b"lsc02"], False)


def test_a_service_may_not_publish_events(cluster):
    async def story():
        async with Client(cluster, "services") as service:
            await service.nc.publish("stc.lsc01.trajectory.StepRegistered", b"{}")
            return await service.is_refused()

    assert asyncio.run(story())


@pytest.mark.parametrize("subject", ["stc.lsc02.>", "stc.*.trajectory.>", "stc.>", ">"])
def test_a_centre_hears_nothing_of_another_centre(cluster, subject):
    async def story():
        async with Client(cluster, "relay") as relay, Client(cluster, "lsc01") as centre:
            foreign = await centre.nc.subscribe(subject)
            await centre.nc.flush()
            await relay.js.publish("stc.lsc02.trajectory.StepRegistered", b"of others")
            return await silent(foreign)

    assert asyncio.run(story())


OWN = "platform.CONSUMER.CREATE.STC.lsc01.stc.lsc01.>"
FOREIGN = [
    ("platform.STREAM.INFO.STC", {}),
    ("platform.CONSUMER.CREATE.STC.spy.stc.lsc01.>", {"name": "spy", "filter_subject": "stc.lsc01.>"}),
    ("platform.CONSUMER.CREATE.STC.lsc01.stc.lsc02.>", {"name": "lsc01", "filter_subject": "stc.lsc02.>"}),
    ("platform.CONSUMER.CREATE.STC.lsc01", {"name": "lsc01"}),
    ("platform.CONSUMER.MSG.NEXT.STC.lsc02", {}),
    # What the subject allows and the body does not say.
    (OWN, {"name": "lsc01", "filter_subject": "stc.>"}),
    (OWN, {"name": "lsc01", "filter_subjects": ["stc.>"]}),
    (OWN, {"name": "lsc01"}),
    (OWN, {"name": "spy", "durable_name": "spy", "filter_subject": "stc.lsc01.>"}),
]


@pytest.mark.parametrize("subject, wanted", FOREIGN)
def test_a_centre_gets_no_consumer_but_its_own(cluster, subject, wanted):
    async def story():
        async with Client(cluster, "lsc01") as centre:
            asked = json.dumps({"stream_name": "STC", "config": {"ack_policy": "explicit"} | wanted})
            try:
                answer = await centre.nc.request(subject, asked.encode(), timeout=SILENCE_SECONDS)
            except (NatsTimeout, NoRespondersError):
                return True
            return "error" in json.loads(answer.data)

    assert asyncio.run(story())


def test_what_a_centre_publishes_stays_in_its_own_account(cluster):
    async def story():
        async with Client(cluster, "services") as service, Client(cluster, "lsc01") as centre:
            all_events = await service.nc.subscribe("stc.>")
            await service.nc.flush()
            await centre.nc.publish("stc.lsc01.trajectory.StepRegistered", b"forged")
            await centre.nc.flush()
            return await silent(all_events)

    assert asyncio.run(story())


def test_a_centre_reads_its_own_events_from_the_first_one_on(cluster, secrets):
    """docs/examples/centre_events.py, on another node than the relay."""

    async def story():
        async with Client(cluster, "relay") as relay:
            await relay.js.delete_stream("STC")
            await relay.js.add_stream(STREAM)

            async def publish(position, tenant, data):
                headers = {"ce-position": str(position), "ce-source": f"/stc/{tenant}/trajectory"}
                event = f"stc.{tenant}.trajectory.StepRegistered"
                await until(lambda: relay.js.publish(event, data, headers=headers))

            await publish(1, "lsc02", b'{"minutes":50}')
            await publish(2, "lsc01", b'{"minutes":45}')
            example = await asyncio.create_subprocess_exec(
                sys.executable, ROOT / "docs/examples/centre_events.py", cluster.url("lsc01", node=1), "lsc01",
                stdout=asyncio.subprocess.PIPE, env=os.environ | {"SSL_CERT_FILE": str(secrets / "ca.crt")},
            )
            try:
                lines = [await asyncio.wait_for(example.stdout.readline(), SECONDS_MAX)]
                # As the relay does when the stream lost something: all of it again, and what is new.
                await relay.js.delete_stream("STC")
                await relay.js.add_stream(STREAM)
                await publish(2, "lsc01", b'{"minutes":45}')
                await publish(3, "lsc01", b'{"minutes":30}')
                lines.append(await asyncio.wait_for(example.stdout.readline(), SECONDS_MAX))
                assert example.returncode is None, "it goes on"
            finally:
                if example.returncode is None:
                    example.terminate()
                await example.wait()
            return [json.loads(line) for line in lines]

    source = "/stc/lsc01/trajectory"
    assert asyncio.run(story()) == [
        {"position": "2", "source": source, "data": {"minutes": 45}},
        {"position": "3", "source": source, "data": {"minutes": 30}},
    ]


async def connect(url, trust):
    async def quiet(_):
        pass

    client = await nats.connect(url, tls=trust, allow_reconnect=False, connect_timeout=SECONDS_MAX, error_cb=quiet)
    await client.close()


@pytest.mark.parametrize("password", ["wrong", ""])
def test_nobody_comes_in_without_the_password(cluster, password):
    url = f"tls://services:{password}@localhost:{cluster.clients[0]}"
    with pytest.raises(nats.errors.Error):
        asyncio.run(connect(url, cluster.trust()))


@pytest.mark.parametrize("trust", [None, "nodes-ca.crt"])
def test_somebody_who_trusts_another_authority_does_not_come_in(cluster, secrets, trust):
    trust = ssl.create_default_context(cafile=secrets / trust) if trust else None
    with pytest.raises(ssl.SSLCertVerificationError):
        asyncio.run(connect(cluster.url("services"), trust))


@pytest.mark.parametrize("port", ["clients", "routes"])
def test_a_node_answers_nobody_in_the_open(cluster, port):
    with socket.create_connection(("127.0.0.1", getattr(cluster, port)[0]), SECONDS_MAX) as plain:
        # Clients are greeted before both begin with TLS.
        assert port == "routes" or b'"tls_required":true' in plain.recv(4096)
        plain.sendall(b"CONNECT {}\r\nPING\r\n")
        said = b""
        try:
            while more := plain.recv(4096):
                said += more
        except ConnectionResetError:
            pass
        assert b"PONG" not in said


@pytest.mark.parametrize("certificate", [None, "nats", "gateway"])
def test_a_route_is_for_nodes_only(cluster, secrets, certificate):
    trust = ssl.create_default_context(cafile=secrets / "nodes-ca.crt")
    if certificate:
        trust.load_cert_chain(secrets / f"{certificate}.crt", secrets / f"{certificate}.key")
    with socket.create_connection(("127.0.0.1", cluster.routes[0]), SECONDS_MAX) as plain:
        # The server says so in its first answer.
        with pytest.raises((ssl.SSLError, ConnectionResetError)):
            trust.wrap_socket(plain, server_hostname="nats-0").recv(4096)


def test_nodes_tell_clients_of_no_addresses_without_a_certificate(cluster):
    async def story():
        async with Client(cluster, "services") as service:
            return service.nc.discovered_servers

    assert asyncio.run(story()) == []
