"""Who speaks TLS with whom: at every address inside, with a certificate for each name in one."""

import os
import re
import subprocess

import pytest

from kustomize import containers, pod_template
from nats_cluster import ROOT
from test_deploy import MANUAL, OURS, SERVICES
from test_k8s import BUILDS, K8S, SHARDED, name, of, where, workloads

# Who signs each certificate: services trust one authority, nodes of a cluster each other by another.
SIGNED_BY = dict.fromkeys([*OURS, "nats", "postgres"], "ca") | dict.fromkeys(["nats-routes", "kurrentdb"], "nodes-ca")
# A service answers with the certificate of its own name.
ANSWERS = {"https": None, "tls": "nats", "postgres": "postgres", "kurrentdb": "kurrentdb"}
ROUTES_PORT = "6222"
IN_THE_OPEN = {
    "otel-collector",  # metrics and traces: nothing about people
    "127.0.0.1",  # within a container or this machine
}
ADDRESS = re.compile(r'([a-z]+)(?:\+discover)?://(?:\w+:[^@"\n]*?@)?([\w.-]+):(\d+)([^\s"`,;]*)')


def addresses():
    """(file, scheme, host, port, rest) of every address in compose, in the manifests and in the manual."""
    texts = {"manual": MANUAL}
    for file in [ROOT / "deploy/compose.yaml", *K8S.rglob("*.yaml")]:
        texts[str(file.relative_to(ROOT))] = file.read_text()
    return [(file, *found) for file, text in texts.items() for found in ADDRESS.findall(text)]


def names():
    """(certificate, host) for every name by which somebody is called."""
    found = {(service, "localhost") for service in OURS}  # its own health check
    for _, scheme, host, port, _ in addresses():
        if scheme == "https":
            if (service := host.partition(".")[0]) in OURS:
                found.add((service, host))
        elif scheme in ANSWERS:
            found.add(("nats-routes" if port == ROUTES_PORT else ANSWERS[scheme], host))
    for document in workloads(SHARDED):
        for it in containers(document)[0].get("env", []):
            if it["name"] == "PGHOST":
                found.add(("postgres", it["value"]))
            if it["name"] == "NODE":
                pods = (f"{name(document)}-{number}" for number in range(document["spec"]["replicas"]))
                found |= {(name(document), it["value"].replace("$(POD_NAME)", pod)) for pod in pods}
    # By whatever name a setting of somebody's own calls them: short, and in full.
    for service in of(SHARDED, "Service"):
        if name(service) not in IN_THE_OPEN:
            for end in ("", ".svc.cluster.local"):
                found.add((name(service), f"{name(service)}.{where(service)}{end}"))
    for letter in "abcdefghij":
        found |= {(it, f"{it}.start-to-can-{letter}") for it in ("exercises", "trajectories")}
    return sorted(found)


def verifies(secrets, certificate, authority, *more):
    command = ["openssl", "verify", "-x509_strict", "-CAfile", secrets / f"{authority}.crt", *more]
    return subprocess.run([*command, secrets / f"{certificate}.crt"], capture_output=True).returncode == 0


def test_every_address_inside_is_one_with_tls():
    found = addresses()
    assert {scheme for _, scheme, *_ in found} >= set(ANSWERS)
    for file, scheme, host, _, rest in found:
        if scheme == "http":
            assert host.partition(".")[0] in IN_THE_OPEN or host in IN_THE_OPEN, (file, host)
        else:
            assert scheme in ANSWERS, (file, scheme, host)
        if scheme == "postgres":
            assert "sslmode=require" in rest, file
        if scheme == "kurrentdb":
            assert "tls=true&tlsCaFile=/" in rest, file


@pytest.mark.parametrize("certificate, host", names())
def test_a_certificate_is_for_each_name_it_is_called_by(secrets, certificate, host):
    more = ["-purpose", "sslserver", "-verify_hostname", host]
    assert verifies(secrets, certificate, SIGNED_BY[certificate], *more)


def test_no_certificate_of_a_service_has_the_name_of_another(secrets):
    """By that name it is known whose token may come with it."""
    for service in OURS:
        named = {it for it in OURS if verifies(secrets, service, "ca", "-verify_hostname", it)}
        assert named == {service}


def test_only_services_are_clients_of_services(secrets):
    may = {it for it in SIGNED_BY if verifies(secrets, it, "ca", "-purpose", "sslclient")}
    assert may == set(OURS)


def test_nodes_of_a_cluster_are_clients_of_each_other(secrets):
    may = {it for it in SIGNED_BY if verifies(secrets, it, "nodes-ca", "-purpose", "sslclient")}
    assert may == {"nats-routes", "kurrentdb"}


def test_certificates_are_made_anew_by_the_same_authorities_for_the_same_names(secrets):
    before = {it.name: it.read_bytes() for it in secrets.iterdir()}
    subprocess.run([ROOT / "deploy/make-certificates.sh", secrets], check=True, capture_output=True)
    changed = {it.name for it in secrets.iterdir() if before[it.name] != it.read_bytes()}
    assert changed == {f"{it}.{end}" for it in SIGNED_BY for end in ("crt", "key")}
    assert all(verifies(secrets, it, by) for it, by in SIGNED_BY.items())


# --- Secrets of Kubernetes -----------------------------------------------------------------------


def stored():
    """The keys of each Secret that comes from the store, without its namespace."""
    return {name(it): {key["secretKey"] for key in it["spec"]["data"]} for it in of(SHARDED, "ExternalSecret")}


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory, secrets):
    """The Secrets that the commands of the manual make, each with its keys: bytes, or the name of a file."""
    (block,) = re.findall(r"^```sh\ncd deploy/secrets && (.*?)^```", MANUAL, re.M | re.S)
    folder = tmp_path_factory.mktemp("kubectl")
    (folder / "kubectl").write_text("#!/bin/sh\nprintf '%s\\t' \"$@\"\necho\n")
    (folder / "kubectl").chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    asked = subprocess.run(
        ["bash", "-euc", block], cwd=secrets, env={"PATH": path}, capture_output=True, text=True, check=True
    )
    found = {}
    for line in asked.stdout.splitlines():
        *command, secret, keys = line.rstrip("\t").split("\t", 6)
        assert command == ["-n", "start-to-can", "create", "secret", "generic"]
        keys = keys.split("\t")
        found[secret] = dict(re.fullmatch(r"--from-(?:file|literal)=([\w.-]+)(?:=(.*))?", it).groups() for it in keys)
    return found


def test_the_manual_makes_by_hand_what_else_comes_from_the_store(secrets, by_hand):
    assert {secret: set(keys) for secret, keys in by_hand.items()} == stored()
    # As the manual says of a shard.
    assert set(list(by_hand)[:7]) == {name(it) for it in of(BUILDS["flanders-shard-a"].documents, "ExternalSecret")}
    passwords = dict(it.split("=") for it in (secrets / "secrets.env").read_text().split())
    for key, password in by_hand["engine-passwords"].items():
        variables = [it for it in passwords if it.lower().replace("_", "-").startswith(key)]
        assert [password] == [passwords[it] for it in variables]
    for secret, keys in by_hand.items():
        for key, value in keys.items():
            if key == "url":
                assert "$" not in value and (("…" in value) == (secret == "stc-eventstore"))
            elif secret != "engine-passwords":
                assert (secrets / (value or key)).is_file()


def test_the_manual_gives_each_certificate_its_own_key_and_authority(by_hand):
    for secret, keys in by_hand.items():
        if "tls.crt" in keys:
            certificate = secret.removesuffix("-tls").removeprefix("stc-")
            assert (keys["tls.crt"], keys["tls.key"]) == (f"{certificate}.crt", f"{certificate}.key")
            assert "ca.crt" not in keys or (keys["ca.crt"] or "ca.crt") == f"{SIGNED_BY[certificate]}.crt"
    assert by_hand["kurrentdb-ca"] == {"ca.crt": f"{SIGNED_BY['kurrentdb']}.crt"}


def files_in(volume, documents):
    """Names of the files that a volume has, or nothing if it is no Secret or ConfigMap."""
    if secret := volume.get("secret"):
        return {it["path"] for it in secret["items"]} if "items" in secret else stored()[secret["secretName"]]
    if config := volume.get("configMap"):
        (found,) = [it for it in of(documents, "ConfigMap") if name(it) == config["name"]]
        return set(found["data"])


@pytest.mark.parametrize("document", workloads(SHARDED), ids=lambda it: f"{where(it)}.{name(it)}")
def test_every_file_that_a_setting_names_is_mounted(document):
    documents = [it for it in SHARDED if where(it) == where(document)]
    volumes = {it["name"]: it for it in pod_template(document)["spec"].get("volumes", [])}
    for container in containers(document):
        told = [it.get("value") or "" for it in container.get("env", [])] + container.get("args", [])
        if "STC_EVENTSTORE" in (it["name"] for it in container.get("env", [])):
            # It comes from the store; the manual says what it is.
            told += re.findall(r"stc-eventstore .*tlsCaFile=(\S+)'", MANUAL)
        for path in re.findall(r"(?<![\w/.])(/[\w./-]+\.(?:crt|key|conf|yaml))\b", "\n".join(told)):
            folder, _, file = path.rpartition("/")
            (mount,) = [it for it in container["volumeMounts"] if it["mountPath"] == folder]
            assert file in files_in(volumes[mount["name"]], documents), path
            assert mount["readOnly"]


def test_nobody_but_its_owner_has_a_key_or_a_token():
    """A Secret with one is mounted whole by those who answer or call with it, and by nobody else."""
    owners = {"nats-tls": "nats", "nats-routes-tls": "nats", "postgres-tls": "postgres", "kurrentdb-tls": "kurrentdb"}
    for service in OURS:
        owners |= {f"stc-{service}-tls": service, f"stc-{service}-token": service}
    seen = set()
    for document in workloads(SHARDED):
        for volume in pod_template(document)["spec"].get("volumes", []):
            secret = volume.get("secret", {}).get("secretName")
            if any(it == "tls.key" or it.endswith(".token") for it in files_in(volume, SHARDED) or ()):
                assert owners[secret] == name(document)
                seen.add(secret)
    assert seen == {it for it in owners if it not in ("stc-identity-token", "stc-relay-token")}


def test_every_service_of_compose_has_its_own_token_and_certificate_and_nobody_elses():
    for service in OURS:
        own = {f"{service}.{it}" for it in ("crt", "key", "token")}
        if service in ("identity", "relay"):  # they call nobody
            own.remove(f"{service}.token")
        everybodys = {f"{name}.{it}" for name in OURS for it in ("crt", "key", "token")}
        assert set(SERVICES[service]["secrets"]) & everybodys == own
