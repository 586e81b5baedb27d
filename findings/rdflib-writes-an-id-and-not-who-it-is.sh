#!/usr/bin/env bash
# PyPI rdflib 7.6.0: a graph written as JSON-LD loses people. Where the context says that a property is an IRI
# ("@type": "@id", as most published contexts do), rdflib writes the label of the blank node behind it and nothing of
# what is known about it: no name, no address, no warning. Without that line of the context, and in Turtle, all is
# there, and pyld writes all of it with the very same context. A context says how things are written, not whether.
# Guess: a shorter context gives a shorter text with the same in it. What helps: an IRI for everything, no blank node.
#
# Seen 29 November 2026 with Python 3.11.7: of 3 statements 3 with prefixes only, 1 with the term, 3 by pyld 3.3.0. The
# same with rdflib 6.3.2, 7.0.0 and 7.5.0; issue 28 of rdflib-jsonld told of it in 2014, and is closed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyld==3.3.0

cat >finding.py <<'PY'
import sys

from pyld import jsonld
from rdflib import Graph

# A register of processing activities and its data protection officer.
REGISTER = """
@prefix dpv: <https://w3id.org/dpv#> .
<https://centre.example/register> dpv:hasDataProtectionOfficer [
    dpv:hasName "A. Adams" ; dpv:hasContact "mailto:dpo@centre.example"
] .
"""
DPV = {"dpv": "https://w3id.org/dpv#"}
COERCED = {**DPV, "officer": {"@id": "dpv:hasDataProtectionOfficer", "@type": "@id"}}

graph = Graph().parse(data=REGISTER, format="turtle")


def statements(text):
    return len(Graph().parse(data=text, format="json-ld"))


plain = statements(graph.serialize(format="json-ld", context=DPV))
written = graph.serialize(format="json-ld", context=COERCED)
coerced = statements(written)
theirs = jsonld.compact(jsonld.from_rdf(graph.serialize(format="nt")), COERCED)
print(written)
print("statements: in the graph", len(graph), "- written with prefixes only", plain, "- with a coerced term", coerced)
print("pyld, same graph, same context:", theirs["@graph"])

as_found = (len(graph), plain, coerced) == (3, 3, 1) and "A. Adams" not in written and "A. Adams" in str(theirs)
print("as found: an officer without a name" if as_found else "changed")
sys.exit(not as_found)
PY
venv/bin/python finding.py
