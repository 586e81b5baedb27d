"""The network policies of k8s/: exactly the flows of the design, at both ends."""

from kustomize import containers
from test_k8s import BUILDS, WORLDS, labels, name, of, overlays, where, workloads

# Namespaces that are not ours, by who lives there.
FOREIGN = {"ingress-nginx", "observability", "kube-system"}


def selects(selector, found):
    expressions = selector.get("matchExpressions", [])
    assert all(it["operator"] == "In" for it in expressions)
    return selector.get("matchLabels", {}).items() <= found.items() and all(
        found.get(it["key"]) in it["values"] for it in expressions
    )


def peers(policy, rule, world):
    """Workloads, and namespaces that are not ours, which one end of a policy means."""
    namespaces = {name(it): it["metadata"]["labels"] | {"kubernetes.io/metadata.name": name(it)}
                  for it in of(world, "Namespace")}
    namespaces |= {it: {"kubernetes.io/metadata.name": it} for it in FOREIGN}
    for space, marks in namespaces.items():
        if "namespaceSelector" in rule:
            if not selects(rule["namespaceSelector"], marks):
                continue
        elif space != where(policy):
            continue
        if space in FOREIGN:
            yield space
        else:
            for it in workloads(world):
                if where(it) == space and selects(rule.get("podSelector", {}), labels(it)):
                    yield (space, name(it))


def permitted(world, kind, end):
    """(from, to, port) that the policies let out (Egress, to) or in (Ingress, from)."""
    found = set()
    for policy in of(world, "NetworkPolicy"):
        mine = [(where(it), name(it)) for it in workloads(world)
                if where(it) == where(policy) and selects(policy["spec"]["podSelector"], labels(it))]
        assert mine, f"{name(policy)} is about nobody"
        for rule in policy["spec"].get(kind.lower(), []):
            assert kind in policy["spec"]["policyTypes"], name(policy)
            for selector in rule[end]:
                others = list(peers(policy, selector, world))
                assert others, f"{name(policy)}: nobody is {selector}"
                for other in others:
                    for port in rule["ports"]:
                        for it in mine:
                            pair = (it, other) if kind == "Egress" else (other, it)
                            found.add((*pair, port["port"]))
    return found


def flows(shards):
    """What is meant: the arrows of the design, with exercises and trajectories in each of `shards`."""
    spread = {it: [(shard, it) for shard in shards] for it in ("exercises", "trajectories")}
    at = spread | {it: [("start-to-can", it)] for it in (
        "gateway", "identity", "monitoring", "relay", "kurrentdb", "nats", "postgres", "otel-collector",
        "vault-backup")}
    at |= {it: [it] for it in FOREIGN}
    services = ["identity", "exercises", "trajectories", "monitoring"]
    arrows = [("ingress-nginx", "gateway", 8080)]
    arrows += [("gateway", it, 8081) for it in services]
    arrows += [(it, "identity", 8081) for it in services if it != "identity"]
    arrows += [(it, "kurrentdb", 2113) for it in [*services, "relay"]]
    for service in [*services, "relay", "gateway"]:
        arrows += [(service, "nats", 4222), (service, "otel-collector", 4317)]
    arrows += [(it, "postgres", 5432) for it in ("identity", "vault-backup")]
    arrows += [("kurrentdb", "kurrentdb", it) for it in (2113, 1112)]
    arrows += [("nats", "nats", 6222)]
    arrows += [("otel-collector", "observability", 4317), ("observability", "otel-collector", 8889)]
    return {(here, there, port) for one, other, port in arrows for here in at[one] for there in at[other]}


def meant(overlay):
    return {
        "pilot": {("ingress-nginx", ("start-to-can", "stc"), 8080)},
        "flanders": flows(["start-to-can"]),
        "flanders-shard-a": flows(["start-to-can", "start-to-can-a"]),
    }[overlay]


@overlays
def test_policies_let_through_what_is_meant_and_nothing_else(overlay):
    world = WORLDS[overlay]
    out = {it for it in permitted(world, "Egress", "to") if it[2] != 53}
    into = permitted(world, "Ingress", "from")
    # Both ends have to agree; of who is not ours, only our end is known.
    both = (out & into) | {it for it in out if it[1] in FOREIGN} | {it for it in into if it[0] in FOREIGN}
    assert both == meant(overlay)
    one_sided = (out | into) - both
    assert one_sided == set(), "one end only"


@overlays
def test_every_namespace_denies_first_and_knows_names(overlay):
    documents = BUILDS[overlay].documents
    policies = {name(it): it["spec"] for it in of(documents, "NetworkPolicy")}
    assert policies["default-deny"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    assert policies["names"]["podSelector"] == {}


@overlays
def test_ports_of_policies_are_ports_of_the_pods(overlay):
    world = WORLDS[overlay]
    ports = {
        (where(it), name(it)): {port["containerPort"] for port in containers(it)[0].get("ports", [])}
        for it in workloads(world)
    }
    for _, to, port in permitted(world, "Ingress", "from"):
        assert port in ports[to], (to, port)
