#!/usr/bin/env bash
# PyPI rdflib 7.6.0: reading N-Quads into a Dataset deletes what stood in its default graph, whoever put it there. Two
# registers, each turned into N-Quads by pyld (the one format it writes) and read into one Dataset, leave the second;
# the parser takes the default graph for "the original unused" one and removes it. No error, no warning, and what
# stands in named graphs stays, so that it looks right. The same statements as JSON-LD or TriG, in the same two
# calls, are all there. HexTuples are read with the same lines.
# Guess: parse adds, as its documentation says. What helps: hand JSON-LD to rdflib as JSON-LD, or as N-Triples.
#
# Seen 29 November 2026 with Python 3.11.7: both registers as JSON-LD and as TriG, the second only as N-Quads, and
# nothing left of a statement that the program had added before. So since rdflib 7.1.0; 7.0.0 keeps all.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyld==3.3.0

cat >finding.py <<'PY'
import json
import sys

from pyld import jsonld
from rdflib import Dataset, Literal, URIRef

NAME = "https://w3id.org/dpv#hasName"


def register(centre):
    return {"@id": f"https://{centre}.example/register", NAME: f"Register of {centre}"}


def names(dataset):
    return sorted(str(o) for _, _, o, _ in dataset.quads((None, URIRef(NAME), None, None)))


def read(form, write):
    dataset = Dataset()
    for centre in ("north", "south"):
        dataset.parse(data=write(register(centre)), format=form)
    return names(dataset)


def nquads(document):
    return jsonld.to_rdf(document, {"format": "application/n-quads"})


seen = {
    "json-ld": read("json-ld", json.dumps),
    "trig": read("trig", nquads),
    "nquads": read("nquads", nquads),
}
# Not read from a file but added by the program: gone as well.
own = Dataset()
own.default_graph.add((URIRef("https://own.example/register"), URIRef(NAME), Literal("Our own register")))
own.parse(data=nquads(register("north")), format="nquads")
seen["added, then nquads"] = names(own)
for how, what in seen.items():
    print(f"{how}: {what}")

both = ["Register of north", "Register of south"]
as_found = list(seen.values()) == [both, both, both[1:], both[:1]]
print("as found: the last file only" if as_found else "changed")
sys.exit(not as_found)
PY
venv/bin/python finding.py
