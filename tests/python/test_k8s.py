"""The manifests of k8s/ as they are applied: valid, and true to the code and to each other."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

import platform_binary
from kustomize import Build, containers, pod_template

ROOT = Path(__file__).resolve().parents[2]
K8S = ROOT / "k8s"
# Each is one namespace; `flanders-sharded` is the last two.
OVERLAYS = ["pilot", "flanders", "flanders-shard-a"]
BUILDS = {name: Build(K8S / "overlays" / name) for name in [*OVERLAYS, "flanders-sharded"]}
SHARDED = BUILDS["flanders-sharded"].documents
# What is there beside an overlay.
WORLDS = {
    "pilot": BUILDS["pilot"].documents, "flanders": BUILDS["flanders"].documents, "flanders-shard-a": SHARDED
}
GRPC = ["identity", "exercises", "trajectories", "monitoring", "relay"]
OUR_PORTS = {8080, 8081, 2113}
# How long `stc health` waits.
HEALTH_SECONDS_MAX = 2
ENGINE_PORTS = {
    "kurrentdb": {2113, 1112}, "nats": {4222, 6222, 8222}, "postgres": {5432}, "otel-collector": {4317, 8889, 13133}
}

overlays = pytest.mark.parametrize("overlay", OVERLAYS)


def of(documents, *kinds):
    return [it for it in documents if it["kind"] in kinds]


def name(document):
    return document["metadata"]["name"]


def where(document):
    return document["metadata"].get("namespace")


def labels(document):
    return pod_template(document)["metadata"]["labels"]


def workloads(documents):
    return [it for it in documents if pod_template(it)]


def ours(documents):
    return [it for it in workloads(documents) if containers(it)[0]["image"].startswith("ghcr.io/starttocan/")]


def environment(document, documents):
    """Variables of the first container, with those of its ConfigMaps; a secret is `None`."""
    found = {}
    maps = {(where(it), name(it)): it["data"] for it in of(documents, "ConfigMap")}
    container = containers(document)[0]
    for source in container.get("envFrom", []):
        found |= maps[where(document), source["configMapRef"]["name"]]
    return found | {it["name"]: it.get("value") for it in container.get("env", [])}


# --- files ---------------------------------------------------------------------------------------


def test_every_file_is_named_by_a_kustomization():
    used = set().union(*(it.files for it in BUILDS.values()))
    there = {it for it in K8S.rglob("*") if it.is_file() and it.suffix != ".md"}
    there.add(ROOT / "deploy/kustomization.yaml")
    assert there - used == set()


@pytest.mark.skipif(not shutil.which("kubectl"), reason="kubectl is not installed; it would build them too")
@pytest.mark.parametrize("overlay", BUILDS)
def test_kubectl_builds_what_these_tests_look_at(overlay):
    built = subprocess.run(
        ["kubectl", "kustomize", K8S / "overlays" / overlay], capture_output=True, text=True, check=True
    )
    assert plain(yaml.safe_load_all(built.stdout)) == plain(BUILDS[overlay].documents)


def plain(documents):
    """In an order that does not matter, and without the hashes of generated ConfigMaps."""

    def sort(value):
        if isinstance(value, dict):
            return {key: sort(it) for key, it in sorted(value.items())}
        if isinstance(value, list):
            return sorted((sort(it) for it in value), key=json.dumps)
        return value

    documents = list(documents)
    generated = [re.escape(re.sub("-[a-z0-9]{10}$", "", name(it))) for it in of(documents, "ConfigMap")]
    hashed = re.compile(f'"({"|".join(generated)})-[a-z0-9]{{10}}"')
    return sorted(hashed.sub(r'"\1"', json.dumps(sort(it))) for it in documents)


@pytest.mark.parametrize("overlay", BUILDS)
def test_every_manifest_is_valid_in_strict_mode(overlay):
    for document in BUILDS[overlay].documents:
        if document["kind"] != "ExternalSecret":
            kubernetes_validate.validate(document, "1.37", strict=True)


@overlays
def test_every_secret_from_a_store_says_where_each_key_comes_from(overlay):
    for secret in of(BUILDS[overlay].documents, "ExternalSecret"):
        assert secret["apiVersion"] == "external-secrets.io/v1"
        assert set(secret["spec"]) == {"secretStoreRef", "refreshInterval", "target", "data"}
        assert secret["spec"]["target"]["name"] == name(secret)
        for key in secret["spec"]["data"]:
            assert set(key["remoteRef"]) <= {"key", "property", "decodingStrategy"}, name(secret)


@pytest.mark.parametrize("overlay", BUILDS)
def test_no_name_stands_twice(overlay):
    names = [(it["kind"], where(it), name(it)) for it in BUILDS[overlay].documents]
    assert len(names) == len(set(names))


# --- pods ----------------------------------------------------------------------------------------


@overlays
def test_every_pod_keeps_to_the_restricted_standard(overlay):
    for document in workloads(BUILDS[overlay].documents):
        pod = pod_template(document)["spec"]
        assert pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"] > 0
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False and pod["enableServiceLinks"] is False
        assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
        allowed = {"secret", "configMap", "emptyDir", "persistentVolumeClaim"}
        assert all(set(it) - {"name"} <= allowed for it in pod.get("volumes", []))
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }, name(document)
            assert {"cpu", "memory"} <= set(container["resources"]["requests"]), name(document)
            assert "memory" in container["resources"]["limits"], name(document)


@overlays
def test_namespaces_ask_for_the_restricted_standard(overlay):
    (namespace,) = of(BUILDS[overlay].documents, "Namespace")
    levels = {key: value for key, value in namespace["metadata"]["labels"].items() if "pod-security" in key}
    assert set(levels.values()) == {"restricted"} and len(levels) == 3
    assert {where(it) for it in BUILDS[overlay].documents} == {None, name(namespace)}


@overlays
def test_a_pod_has_longer_to_end_than_the_platform_drains(overlay):
    for document in ours(BUILDS[overlay].documents):
        assert pod_template(document)["spec"]["terminationGracePeriodSeconds"] >= 30


@overlays
def test_a_variable_that_is_put_into_another_stands_before_it(overlay):
    for document in workloads(BUILDS[overlay].documents):
        for container in containers(document):
            known = set()
            for it in container.get("env", []):
                assert set(re.findall(r"\$\((\w+)\)", it.get("value", ""))) <= known, it["name"]
                known.add(it["name"])


@overlays
def test_every_mount_has_its_volume_and_every_volume_its_source(overlay):
    documents = BUILDS[overlay].documents
    maps = {name(it) for it in of(documents, "ConfigMap")}
    claims = {name(it) for it in of(documents, "PersistentVolumeClaim")}
    for document in of(documents, "StatefulSet"):
        templates = document["spec"].get("volumeClaimTemplates", [])
        claims |= {f"{name(it)}-{name(document)}-0" for it in templates}
    for document in workloads(documents):
        volumes = pod_template(document)["spec"].get("volumes", [])
        there = {it["name"] for it in volumes}
        there |= {name(it) for it in document["spec"].get("volumeClaimTemplates", [])}
        mounted = {mount["name"] for it in containers(document) for mount in it["volumeMounts"]}
        assert mounted == there, name(document)
        for volume in volumes:
            if "configMap" in volume:
                assert volume["configMap"]["name"] in maps
            if "persistentVolumeClaim" in volume:
                assert volume["persistentVolumeClaim"]["claimName"] in claims


def test_every_secret_key_is_defined_and_every_defined_one_is_used():
    for overlay in ["flanders", "flanders-shard-a"]:
        documents = BUILDS[overlay].documents
        defined = {
            (name(it), key["secretKey"]) for it in of(documents, "ExternalSecret") for key in it["spec"]["data"]
        }
        used, whole = set(), set()
        for document in workloads(documents):
            for container in containers(document):
                for it in container.get("env", []):
                    if ref := it.get("valueFrom", {}).get("secretKeyRef"):
                        used.add((ref["name"], ref["key"]))
            for volume in pod_template(document)["spec"].get("volumes", []):
                if secret := volume.get("secret"):
                    used |= {(secret["secretName"], it["key"]) for it in secret.get("items", [])}
                    if "items" not in secret:
                        whole.add(secret["secretName"])
        assert used <= defined and whole <= {secret for secret, _ in defined}
        assert {it for it in defined - used if it[0] not in whole} == set()


def test_the_root_key_and_the_vault_are_given_to_identity_only():
    for document in SHARDED:
        told = json.dumps(document)
        if pod_template(document) and ("stc-root-key" in told or "stc-vault" in told):
            assert (where(document), name(document)) == ("start-to-can", "identity")
    shard = json.dumps(BUILDS["flanders-shard-a"].documents)
    assert "stc-root-key" not in shard and "stc-vault" not in shard and "engine-passwords" not in shard


# --- the code ------------------------------------------------------------------------------------


@overlays
def test_every_argument_and_setting_is_one_that_the_binary_takes(overlay):
    for document in ours(BUILDS[overlay].documents):
        args = containers(document)[0]["args"]
        settings = [it for it in environment(document, BUILDS[overlay].documents) if it.startswith("STC_")]
        platform_binary.check(args, settings)


TOKENS = ("STC_TOKEN_PUBLIC_KEY", "STC_SERVICE_TOKEN_FILE")


@overlays
def test_every_service_is_told_what_it_needs(overlay):
    needs = {
        "identity": {"STC_EVENTSTORE", "STC_NATS", "STC_VAULT", "STC_ROOT_KEY", "STC_TOKEN_KEY"},
        "exercises": {"STC_EVENTSTORE", "STC_NATS", *TOKENS, "STC_IDENTITY"},
        "trajectories": {"STC_EVENTSTORE", "STC_NATS", *TOKENS, "STC_IDENTITY"},
        "monitoring": {"STC_EVENTSTORE", "STC_NATS", *TOKENS, "STC_IDENTITY"},
        "relay": {"STC_EVENTSTORE", "STC_NATS"},
        "gateway": {"STC_NATS", *TOKENS, "STC_ORIGIN", "STC_BEHIND_PROXY", "STC_IDENTITY",
                    "STC_EXERCISES", "STC_TRAJECTORIES", "STC_MONITORING"},
        "stc": {"STC_ORIGIN", "STC_BEHIND_PROXY"},
    }
    for document in ours(BUILDS[overlay].documents):
        told = environment(document, BUILDS[overlay].documents)
        assert needs[name(document)] | {"STC_DATA", "STC_LISTEN", "STC_LOG"} <= set(told), name(document)
        mounts = [it["mountPath"] for it in containers(document)[0]["volumeMounts"]]
        # Whoever has the key that signs can act as anybody.
        assert ("STC_TOKEN_KEY" in told) == (name(document) == "identity"), name(document)
        assert ("stc-token-key" in json.dumps(document)) == (name(document) == "identity"), name(document)
        for setting in ("STC_DATA", "STC_ROOT_KEY", "STC_TOKEN_KEY", *TOKENS):
            if path := told.get(setting):
                assert any(path == it or path.startswith(it + "/") for it in mounts), (name(document), setting)


@overlays
def test_every_port_is_one_that_the_code_or_an_engine_serves(overlay):
    for document in workloads(BUILDS[overlay].documents):
        for container in containers(document):
            ports = {it["containerPort"] for it in container.get("ports", [])}
            assert ports <= ENGINE_PORTS.get(name(document), OUR_PORTS), name(document)
            if document in ours([document]):
                listen = environment(document, BUILDS[overlay].documents)["STC_LISTEN"]
                assert ports == {int(listen.rpartition(":")[2])}
    for service in GRPC:
        for document in ours(BUILDS[overlay].documents):
            if name(document) == service:
                assert containers(document)[0]["ports"][0]["containerPort"] == 8081


@overlays
def test_every_probe_asks_what_the_container_serves(overlay):
    paths = {
        8080: {"/health"}, 2113: {"/health/live"}, 13133: {"/"},
        8222: {"/healthz?js-server-only=true", "/healthz?js-enabled-only=true"},
    }
    for document in workloads(BUILDS[overlay].documents):
        if document["kind"] == "CronJob":
            continue
        (container,) = containers(document)
        ports = {it["containerPort"] for it in container["ports"]}
        assert {"readinessProbe", "livenessProbe"} <= set(container), name(document)
        for kind in ("startupProbe", "readinessProbe", "livenessProbe"):
            probe = container.get(kind, {})
            asked = probe.get("httpGet") or probe.get("tcpSocket")
            assert asked is None or asked["port"] in ports, (name(document), kind)
            if "httpGet" in probe:
                assert asked["path"] in paths[asked["port"]], (name(document), kind)
            if name(document) in GRPC and kind != "livenessProbe":
                program, *args = probe["exec"]["command"]
                platform_binary.check(args, [])
                assert (program, *args) == ("/stc", "health", "https://localhost:8081")
                assert probe["timeoutSeconds"] > HEALTH_SECONDS_MAX
        if document in ours([document]):
            # A view that is behind is no reason to kill what makes it.
            assert set(container["livenessProbe"]) & {"grpc", "httpGet", "tcpSocket", "exec"} == {"tcpSocket"}


# --- each other ----------------------------------------------------------------------------------


@overlays
def test_every_service_leads_to_pods_and_to_their_ports(overlay):
    documents = BUILDS[overlay].documents
    for service in of(documents, "Service"):
        selector = service["spec"]["selector"]
        pods = [it for it in workloads(documents) if selector.items() <= labels(it).items()]
        assert len(pods) == 1, name(service)
        named = {it["name"] for it in containers(pods[0])[0]["ports"]}
        assert {it["targetPort"] for it in service["spec"]["ports"]} <= named, name(service)
        if name(service) in GRPC:
            assert service["spec"]["clusterIP"] == "None"
    for ingress in of(documents, "Ingress"):
        hosts = [it["host"] for it in ingress["spec"]["rules"]]
        assert [hosts] == [it["hosts"] for it in ingress["spec"]["tls"]]
        backend = ingress["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
        (service,) = [it for it in of(documents, "Service") if name(it) == backend["name"]]
        assert backend["port"]["name"] in {it["name"] for it in service["spec"]["ports"]}
        origins = [environment(it, documents).get("STC_ORIGIN") for it in ours(documents)]
        assert f"https://{hosts[0]}" in origins


@pytest.mark.parametrize("overlay", ["flanders", "flanders-sharded"])
def test_every_address_in_the_settings_is_a_service_with_that_port(overlay):
    world = BUILDS[overlay].documents
    there = {
        (name(it), where(it), port["port"]) for it in of(world, "Service") for port in it["spec"]["ports"]
    }
    for document in ours(world):
        for setting, value in environment(document, world).items():
            if setting != "STC_ORIGIN":
                for host, port in re.findall(r"https?://([\w.-]+):(\d+)", value or ""):
                    service, _, namespace = host.partition(".")
                    assert (service, namespace or where(document), int(port)) in there, setting


@overlays
def test_budgets_and_autoscalers_are_of_workloads_that_are_there(overlay):
    documents = BUILDS[overlay].documents
    for budget in of(documents, "PodDisruptionBudget"):
        selector = budget["spec"]["selector"]["matchLabels"]
        (document,) = [it for it in workloads(documents) if selector.items() <= labels(it).items()]
        assert document["spec"].get("replicas", 2) > 1, f"{name(budget)} would keep a node from being emptied"
    for scaler in of(documents, "HorizontalPodAutoscaler"):
        target = scaler["spec"]["scaleTargetRef"]
        (document,) = [it for it in of(documents, target["kind"]) if name(it) == target["name"]]
        # Otherwise each apply sets the number back.
        assert "replicas" not in document["spec"]
        assert scaler["spec"]["minReplicas"] >= 2


# --- shards --------------------------------------------------------------------------------------


def centres(service, namespace):
    """What a service holds, by its STC_TENANTS; nothing if it holds all."""
    (document,) = [it for it in ours(SHARDED) if (name(it), where(it)) == (service, namespace)]
    told = environment(document, SHARDED).get("STC_TENANTS")
    return told and told.split(",")


def routes(service):
    """Where the gateway sends calls: (centres, namespace), of which the last is for all others."""
    (gateway,) = [it for it in ours(SHARDED) if name(it) == "gateway"]
    for shard in environment(gateway, SHARDED)[f"STC_{service.upper()}"].split(";"):
        named, _, address = shard.rpartition("=")
        host, _, namespace = re.fullmatch(r"https://([\w.-]+):8081", address)[1].partition(".")
        assert host == service
        yield named.split(",") if named else [], namespace or where(gateway)


@pytest.mark.parametrize("service", ["exercises", "trajectories"])
def test_the_gateway_sends_each_centre_to_the_only_shard_that_holds_it(service):
    *shards, (rest, first) = routes(service)
    assert rest == [] and first == "start-to-can"
    namespaces = {where(it) for it in ours(SHARDED) if name(it) == service}
    assert sorted([first, *(it for _, it in shards)]) == sorted(namespaces)
    for named, namespace in shards:
        assert named == centres(service, namespace)
    held = [centre for namespace in namespaces for centre in centres(service, namespace)]
    assert len(held) == len(set(held)) and all(re.fullmatch("[a-z0-9]{1,32}", it) for it in held)


def test_what_is_shared_holds_all_centres():
    for service in ("identity", "monitoring", "relay"):
        assert centres(service, "start-to-can") is None


def test_a_shard_is_what_grows_with_its_centres():
    assert {name(it) for it in ours(BUILDS["flanders-shard-a"].documents)} == {"exercises", "trajectories"}
    assert of(BUILDS["flanders-shard-a"].documents, "Ingress") == []
