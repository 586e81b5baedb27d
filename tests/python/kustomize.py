"""The part of kustomize that k8s/ uses, so that its manifests are checked as they are applied.

Does less than kustomize and says so: what it does not know is an error, not passed over. Names of generated
ConfigMaps get no hash. Where kubectl is installed, a test compares the two.
"""

import copy
import json
import re
from pathlib import Path

import yaml

KNOWN = {
    "apiVersion", "kind", "namespace", "resources", "components", "images", "configMapGenerator", "patches"
}
WITHOUT_NAMESPACE = {"Namespace"}


class Build:
    """What a folder with a kustomization.yaml makes: `documents`, from `files`."""

    def __init__(self, folder):
        self.files = set()
        self.documents = self.read_folder(Path(folder).resolve(), [])

    def read_folder(self, folder, so_far):
        """The documents of a kustomization; a component gets, and changes, those `so_far`."""
        file = folder / "kustomization.yaml"
        wanted = self.read_yaml(file)[0]
        unknown = set(wanted) - KNOWN
        assert not unknown, f"{file}: {unknown} is more than these tests understand"
        documents = list(so_far)
        for name in wanted.get("resources", []):
            path = (folder / name).resolve()
            documents += self.read_folder(path, []) if path.is_dir() else self.read_yaml(path)
        documents += [self.config_map(folder, it) for it in wanted.get("configMapGenerator", [])]
        for name in wanted.get("components", []):
            documents = self.read_folder((folder / name).resolve(), documents)
        for patch in wanted.get("patches", []):
            self.patch(folder, patch, documents)
        for image in wanted.get("images", []):
            retag(documents, image)
        if "namespace" in wanted:
            place(documents, wanted["namespace"])
        return documents

    def read_yaml(self, path):
        self.files.add(path)
        # Through JSON, so that what an anchor repeats is not one thing changed twice.
        found = yaml.safe_load_all(path.read_text())
        return [json.loads(json.dumps(it)) for it in found if it is not None]

    def config_map(self, folder, wanted):
        data = dict(it.split("=", 1) for it in wanted.get("literals", []))
        for name in wanted.get("files", []):
            path = (folder / name).resolve()
            self.files.add(path)
            data[path.name] = path.read_text()
        return {
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": wanted["name"]}, "data": data
        }

    def patch(self, folder, wanted, documents):
        text = wanted.get("patch")
        change = yaml.safe_load(text) if text else self.read_yaml((folder / wanted["path"]).resolve())[0]
        targets = [it for it in documents if is_target(it, wanted["target"])]
        assert targets, f"{folder}: a patch for {wanted['target']} meets nothing"
        for document in targets:
            merge(document, {k: v for k, v in copy.deepcopy(change).items() if k != "metadata"})


def is_target(document, wanted):
    unknown = set(wanted) - {"kind", "name", "namespace", "labelSelector"}
    assert not unknown, f"{unknown} is more than these tests understand"
    labels = document["metadata"].get("labels", {})
    selector = dict(it.split("=") for it in wanted.get("labelSelector", "").split(",") if it)
    return (
        document["kind"] == wanted.get("kind", document["kind"])
        and re.fullmatch(wanted.get("name", ".*"), document["metadata"]["name"])
        and wanted.get("namespace") in (None, document["metadata"].get("namespace"))
        and all(labels.get(key) == value for key, value in selector.items())
    )


def merge(into, change):
    """A strategic merge: maps by key, lists of named things by name, all else replaced."""
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        elif isinstance(value, list) and isinstance(into.get(key), list):
            by = "mountPath" if key == "volumeMounts" else "name"
            assert all(by in it for it in value + into[key]), f"how to merge {key}?"
            here = {it[by]: it for it in into[key]}
            for item in value:
                if item[by] in here:
                    merge(here[item[by]], item)
                else:
                    into[key].append(item)
        else:
            into[key] = value


def retag(documents, wanted):
    for document in documents:
        for container in containers(document):
            name, _, _ = container["image"].partition(":")
            if name == wanted["name"]:
                container["image"] = f"{wanted['newName']}:{wanted['newTag']}"


def place(documents, namespace):
    for document in documents:
        if document["kind"] in WITHOUT_NAMESPACE:
            document["metadata"]["name"] = namespace
        else:
            document["metadata"]["namespace"] = namespace


def pod_template(document):
    """The template of the pods that a document makes, or nothing."""
    spec = document.get("spec", {})
    if document["kind"] == "CronJob":
        spec = spec["jobTemplate"]["spec"]
    return spec.get("template") if document["kind"] in {"Deployment", "StatefulSet", "CronJob"} else None


def containers(document):
    template = pod_template(document)
    return template["spec"]["containers"] if template else []
