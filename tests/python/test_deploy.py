"""Image, compose file, telemetry and the operating manual: valid, and true to the code and each other."""

import json
import re
import subprocess
import sys
from pathlib import Path

import promql_parser
import pytest
import yaml

import platform_binary
from kustomize import containers, pod_template
from test_k8s import BUILDS, ENGINE_PORTS, HEALTH_SECONDS_MAX, OUR_PORTS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
MANUAL = (ROOT / "docs/OPERATING.md").read_text()
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
OURS = ["identity", "exercises", "trajectories", "monitoring", "relay", "gateway"]
COLLECTOR = yaml.safe_load((DEPLOY / "otel-collector.yaml").read_text())


def lines(name):
    return [it for it in (DEPLOY / name).read_text().splitlines() if it and not it.startswith("#")]


# --- image ---------------------------------------------------------------------------------------


def dockerfile(word):
    return [it.split(maxsplit=1)[1] for it in lines("Dockerfile") if it.startswith(word + " ")]


def test_the_image_builds_the_web_app_first_and_runs_as_nobody():
    web, binary, final = dockerfile("FROM")
    toolchain = re.search(r'channel = "(.+)"', (ROOT / "rust-toolchain.toml").read_text())[1]
    assert web.startswith("node:20.") and web.endswith("AS web")
    assert binary.startswith(f"rust:{toolchain}-bookworm")
    assert final.startswith("gcr.io/distroless/cc-debian12")  # bookworm's glibc
    assert dockerfile("USER") == ["65532:65532"]
    assert dockerfile("ENTRYPOINT") == ['["/stc"]']
    assert {int(it) for it in dockerfile("EXPOSE")[0].split()} == OUR_PORTS


def test_what_the_image_copies_and_runs_exists():
    for copied in dockerfile("COPY"):
        if not copied.startswith("--"):
            *sources, _ = copied.split()
            assert all((ROOT / it).exists() for it in sources), copied
    platform_binary.check(json.loads(dockerfile("CMD")[0]), [])


# --- compose -------------------------------------------------------------------------------------


def test_the_compose_file_is_valid():
    """By the schema of the compose specification, which check-jsonschema carries."""
    tool = Path(sys.executable).parent / "check-jsonschema"
    checked = subprocess.run(
        [tool, "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml"], capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_hardened_and_pinned(service):
    it = SERVICES[service]
    assert it["read_only"] is True and it["cap_drop"] == ["ALL"]
    assert it["security_opt"] == ["no-new-privileges:true"] and it["restart"] == "unless-stopped"
    assert re.fullmatch(r"[\w./-]+:v?\d+\.\d+(\.\d+)?(-\w+)?", it["image"])
    assert all(port.startswith("127.0.0.1:") for port in it.get("ports", []))


def test_the_same_versions_run_in_compose_and_in_kubernetes():
    there = {container["image"] for build in BUILDS.values() for it in build.documents for container in containers(it)}
    here = {it["image"] for it in SERVICES.values()}
    by_name = {}
    for image in there | here:
        by_name.setdefault(image.partition(":")[0], set()).add(image)
    assert [it for it in by_name.values() if len(it) > 1] == []


def test_every_variable_of_compose_is_in_the_example_of_secrets_or_has_a_default():
    text = (DEPLOY / "compose.yaml").read_text()
    asked = {name: rest for name, rest in re.findall(r"\$\{(\w+)([^}]*)\}", text)}
    defined = {it.partition("=")[0] for it in lines("secrets.example.env")}
    assert {name for name, rest in asked.items() if not rest.startswith(":-")} == defined


@pytest.mark.parametrize("service", OURS)
def test_every_argument_and_setting_in_compose_is_one_that_the_binary_takes(service):
    settings = [it for it in SERVICES[service]["environment"] if it.startswith("STC_")]
    platform_binary.check(SERVICES[service]["command"], settings)


def test_every_service_has_the_same_settings_in_compose_and_in_kubernetes():
    """But for those that the shared ConfigMap tells everybody, and those that have no secret in compose."""
    for document in BUILDS["flanders"].documents:
        if pod_template(document) and document["metadata"]["name"] in OURS:
            here = {it for it in SERVICES[document["metadata"]["name"]]["environment"] if it.startswith("STC_")}
            there = {it["name"] for it in containers(document)[0]["env"] if it["name"].startswith("STC_")}
            assert there <= here, document["metadata"]["name"]


@pytest.mark.parametrize("service", OURS)
def test_every_service_of_compose_is_asked_for_its_health_where_it_listens(service):
    check, settings = SERVICES[service]["healthcheck"], SERVICES[service]["environment"]
    how, program, *args = check["test"]
    assert (how, program) == ("CMD", "/stc")
    platform_binary.check(args, [])
    scheme, port, path = re.fullmatch(r"(https?)://(?:localhost|127\.0\.0\.1):(\d+)(/health)?", args[1]).groups()
    assert settings["STC_LISTEN"] == f"0.0.0.0:{port}"
    assert (scheme, path) == (("http", "/health") if service == "gateway" else ("https", None))
    assert int(check["timeout"].removesuffix("s")) > HEALTH_SECONDS_MAX


def test_who_waits_for_health_waits_for_somebody_who_is_asked():
    for service, it in SERVICES.items():
        for other, wanted in it.get("depends_on", {}).items():
            if wanted["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[other], (service, other)


@pytest.mark.parametrize("service", OURS)
def test_addresses_in_compose_are_services_and_ports(service):
    for setting, value in SERVICES[service]["environment"].items():
        if setting == "STC_ORIGIN":
            continue
        for host, port in re.findall(r"(?://|@)([a-z][\w-]*):(\d+)", value):
            ports = ENGINE_PORTS.get(host.partition("-")[0], ENGINE_PORTS.get(host, {8081}))
            assert host in SERVICES and int(port) in ports, (setting, host, port)


def test_every_file_that_compose_mounts_exists_or_is_made(secrets):
    for name, it in SERVICES.items():
        for volume in it.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                assert (DEPLOY / source).exists(), (name, source)
            else:
                assert source in COMPOSE["volumes"], (name, source)
        for secret in it.get("secrets", []):
            assert (secret if isinstance(secret, str) else secret["source"]) in COMPOSE["secrets"]
        told = json.dumps([it.get("environment"), it.get("command"), it.get("entrypoint")])
        for wanted in re.findall(r"/run/secrets/([\w.-]+)", told):
            assert wanted in it["secrets"], (name, wanted)
    for name, it in COMPOSE["secrets"].items():
        assert it["file"] == f"./secrets/{name}" and (secrets / name).exists()


def test_made_secrets_are_whole_and_never_made_twice(secrets):
    made = dict(it.split("=") for it in (secrets / "secrets.env").read_text().split())
    assert set(made) == {it.partition("=")[0] for it in lines("secrets.example.env")}
    assert all(re.fullmatch("p[0-9a-f]{40}", it) for it in made.values()) and len(set(made.values())) == len(made)
    assert (secrets / "root.key").stat().st_size == 32 and (secrets / "token.key").stat().st_size == 64
    assert secrets.stat().st_mode & 0o077 == 0
    again = subprocess.run([DEPLOY / "make-secrets.sh", secrets], capture_output=True)
    assert again.returncode == 1 and b"nothing done" in again.stderr


# --- telemetry -----------------------------------------------------------------------------------


def manual_metrics():
    section = MANUAL.split("## Metrics", 1)[1].split("\n## ", 1)[0]
    names = set()
    for row in re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE):
        names |= set(re.findall(r"`(\w+)`", row))
    return names


def metrics_in(node):
    """Names of all series that a PromQL expression reads."""
    if isinstance(node, promql_parser.VectorSelector):
        return {node.name}
    found = set()
    for part in ("expr", "lhs", "rhs", "vector_selector", "param"):
        if (inner := getattr(node, part, None)) is not None and not isinstance(inner, str):
            found |= metrics_in(inner)
    for inner in getattr(node, "args", None) or []:
        found |= metrics_in(inner)
    return found


def base_name(metric):
    return re.sub("_(bucket|count|sum)$", "", metric)


def rules():
    groups = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def expressions():
    for rule in rules():
        yield rule["alert"], rule["expr"]
    for file in sorted((DEPLOY / "grafana/dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel["targets"]:
                yield panel["title"], target["expr"].replace("$__rate_interval", "5m").replace("$service", "x")


@pytest.mark.parametrize("title, expression", list(expressions()))
def test_every_expression_reads_only_metrics_that_the_manual_lists(title, expression):
    read = {base_name(it) for it in metrics_in(promql_parser.parse(expression))}
    assert read and read <= manual_metrics()


def test_every_metric_of_the_manual_is_watched_somewhere():
    read = {base_name(it) for _, text in expressions() for it in metrics_in(promql_parser.parse(text))}
    assert manual_metrics() == read


def anchors():
    titles = re.findall(r"^#+ (.+)$", MANUAL, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in titles}


@pytest.mark.parametrize("rule", rules(), ids=lambda it: it["alert"])
def test_every_alert_has_a_page_that_exists(rule):
    document, _, anchor = rule["annotations"]["runbook"].partition("#")
    assert document == "docs/OPERATING.md" and anchor in anchors()
    page = re.search(rf"^### {anchor.replace('-', '[- ]')}$(.+?)(?=^##)", MANUAL, re.M | re.S | re.I)[1]
    assert all(word in page for word in ("**Means**", "**Look at**", "**Do**"))
    assert rule["labels"]["severity"] in {"page", "ticket"} and rule["annotations"]["summary"]


def test_links_within_the_manual_lead_somewhere():
    assert {it for it in re.findall(r"\]\(#([^)]+)\)", MANUAL)} <= anchors()


def test_every_service_is_missed_when_it_is_silent():
    (rule,) = [it for it in rules() if it["alert"] == "ServiceDown"]
    assert set(re.findall(r'service_name="(\w+)"', rule["expr"])) == set(OURS)


def test_the_collector_uses_what_it_defines_where_it_is_asked():
    pipelines = COLLECTOR["service"]["pipelines"].values()
    for kind in ("receivers", "processors", "exporters"):
        assert {it for pipeline in pipelines for it in pipeline[kind]} == set(COLLECTOR[kind])
    assert set(COLLECTOR["service"]["extensions"]) == set(COLLECTOR["extensions"])
    otlp = COLLECTOR["receivers"]["otlp"]["protocols"]["grpc"]["endpoint"]
    told = {SERVICES[it]["environment"]["OTEL_EXPORTER_OTLP_ENDPOINT"] for it in OURS}
    assert told == {f"http://otel-collector:{otlp.rpartition(':')[2]}"}
    scraped = yaml.safe_load((DEPLOY / "prometheus.yaml").read_text())["scrape_configs"][0]["static_configs"]
    offered = COLLECTOR["exporters"]["prometheus"]["endpoint"].rpartition(":")[2]
    assert scraped == [{"targets": [f"otel-collector:{offered}"]}]
    assert "TRACES_ENDPOINT" in SERVICES["otel-collector"]["environment"]


def test_dashboards_use_a_source_that_is_provisioned():
    sources = yaml.safe_load((DEPLOY / "grafana/provisioning/datasources/datasources.yaml").read_text())
    there = {it["uid"] for it in sources["datasources"]}
    hosts = {re.match(r"http://([\w-]+):", it["url"])[1] for it in sources["datasources"]}
    assert hosts <= set(SERVICES)
    boards = list((DEPLOY / "grafana/dashboards").glob("*.json"))
    assert boards
    for file in boards:
        board = json.loads(file.read_text())
        assert {panel["datasource"]["uid"] for panel in board["panels"]} <= there
        assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"])


# --- the manual ----------------------------------------------------------------------------------


def test_the_manual_lists_the_settings_that_the_binary_reads():
    section = MANUAL.split("## Settings", 1)[1].split("\n## ", 1)[0]
    rows = [it.split("|")[1] for it in section.splitlines() if it.startswith("| `")]
    told = {it for row in rows for it in re.findall(r"`(STC_\w+)`", row)}
    assert told == platform_binary.settings("serve") | platform_binary.settings("up")


def test_commands_of_the_manual_exist():
    for line in re.findall(r"^(?:`|)(stc (?:up|serve|log \w+|demo|policy \w+|openapi|bench)[^`|\n]*)", MANUAL, re.M):
        words = line.split("#")[0].split()[1:]
        platform_binary.check(words, [])
    for command in re.findall(r"`stc ((?:log )?\w+)(?: --(\w+))?", MANUAL):
        if command[0] != "serve":
            platform_binary.check([*command[0].split(), *([f"--{command[1]}"] if command[1] else [])], [])


def test_the_root_says_what_stays_out_of_the_image():
    """Otherwise the build sends gigabytes, and secrets, to the engine."""
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert {"target", "data", "**/node_modules", "deploy/secrets", ".git"} <= set(ignored)
    assert "/deploy/secrets" in (ROOT / ".gitignore").read_text().split()
