"""The services as compose starts them, as processes of this machine: with its settings, and TLS between them."""

import os
import re
import subprocess
import time
from urllib.request import urlopen

import pytest

import platform_binary
import postgres_server
from nats_cluster import PASSWORDS, Cluster, free_ports
from test_deploy import OURS, SERVICES

START_SECONDS_MAX = 60
# Without a container, hosts are ports of this one; KurrentDB's place is taken by the embedded log.
ELSEWHERE = {"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_RESOURCE_ATTRIBUTES", "STC_DATA", "STC_EVENTSTORE"}


class Services:
    """Use with `with`; `health(service, …)` is what `stc health` says of one."""

    def __init__(self, folder, secrets, postgres, cluster):
        self.folder, self.secrets, self.processes = folder, secrets, []
        log, *ports = free_ports(1 + len(OURS))
        self.log, self.ports = log, dict(zip(OURS, ports))
        self.hosts = {f"{it}:8081": f"localhost:{port}" for it, port in self.ports.items()}
        self.hosts |= {f"nats-{node}:4222": f"localhost:{port}" for node, port in enumerate(cluster.clients)}
        self.hosts["postgres:5432/vault"] = f"localhost:{postgres.port}/postgres"
        self.passwords = PASSWORDS | {"POSTGRES_PASSWORD": postgres_server.PASSWORD}

    def settings(self, service):
        found = {}
        for setting, value in SERVICES[service]["environment"].items():
            if setting in ELSEWHERE:
                continue
            value = re.sub(r"\$\{(\w+):-([^}]*)\}", r"\2", value)
            value = re.sub(r"\$\{(\w+):\?[^}]*\}", lambda it: self.passwords[it[1]], value)
            for host, here in self.hosts.items():
                value = value.replace(host, here)
            found[setting] = value.replace("/run/secrets", str(self.secrets))
        (self.folder / service).mkdir(exist_ok=True)
        found["STC_DATA"] = str(self.folder / service)
        found["STC_LISTEN"] = f"127.0.0.1:{self.ports[service]}"
        found["STC_EVENTSTORE"] = f"kurrentdb://localhost:{self.log}?tls=false"
        return found

    def __enter__(self):
        data = ["--data", self.folder / "log", "--listen", f"127.0.0.1:{self.log}"]
        self.start("log", ["log", "serve", *data], {})
        for service in OURS:
            self.start(service, SERVICES[service]["command"], self.settings(service))
        return self

    def start(self, called, command, settings):
        with open(self.folder / f"{called}.said", "w") as said:
            command, env = [platform_binary.path(), *command], {"PATH": os.environ["PATH"]} | settings
            self.processes.append(subprocess.Popen(command, env=env, stdout=said, stderr=said))

    def health(self, service, address=None, settings=None):
        """What the health check of compose prints, from the container of the service itself."""
        address = address or SERVICES[service]["healthcheck"]["test"][-1]
        address = re.sub(r":808\d", f":{self.ports[service]}", address)
        env = {"PATH": os.environ["PATH"]} | (self.settings(service) if settings is None else settings)
        asked = subprocess.run([platform_binary.path(), "health", address], env=env, capture_output=True, text=True)
        assert len((asked.stdout + asked.stderr).splitlines()) == 1, asked
        return asked.returncode, asked.stdout.strip()

    def said(self):
        return "\n".join(f"{it.name}: {it.read_text()[-2000:]}" for it in sorted(self.folder.glob("*.said")))

    def __exit__(self, *_):
        for it in self.processes:
            it.terminate()
        for it in self.processes:
            try:
                it.wait(timeout=30)
            except subprocess.TimeoutExpired:
                it.kill()
                it.wait()


@pytest.fixture(scope="module")
def services(tmp_path_factory, secrets):
    folder = tmp_path_factory.mktemp
    with postgres_server.start(folder("postgres"), secrets, "compose") as postgres:
        with Cluster(folder("nats"), secrets) as cluster:
            with Services(folder("services"), secrets, postgres, cluster) as running:
                yield running


def test_every_service_of_compose_becomes_healthy_with_tls_between_all(services):
    until = time.monotonic() + START_SECONDS_MAX
    for service in OURS:
        while services.health(service) != (0, "UP"):
            assert time.monotonic() < until, services.said()
            time.sleep(0.1)
    with urlopen(f"http://127.0.0.1:{services.ports['gateway']}/health", timeout=10) as answer:
        assert answer.status == 200


def test_a_service_answers_nobody_without_a_certificate_of_a_service(services):
    def certificate(name, authority="ca"):
        files = {"CA": f"{authority}.crt", "CERT": f"{name}.crt", "KEY": f"{name}.key"}
        return {f"STC_TLS_{it}": str(services.secrets / file) for it, file in files.items()}

    for engine in ("nats", "postgres", "nats-routes", "kurrentdb"):
        assert services.health("identity", settings=certificate(engine))[0] == 1, engine
    assert services.health("identity", settings=certificate("gateway", "nodes-ca"))[0] == 1
    assert services.health("identity", settings={})[0] == 1
    assert services.health("identity", "http://localhost:8081", settings={})[0] == 1
    # None of them kept it from answering who may ask.
    assert services.health("identity", settings=certificate("gateway")) == (0, "UP")
