"""PostgreSQL as compose and Kubernetes start it: nobody from the network without TLS."""

import os

import pytest

import postgres_server
from kustomize import containers
from test_k8s import BUILDS, name, workloads


@pytest.fixture(scope="module", params=["compose", "kubernetes"])
def server(request, tmp_path_factory, secrets):
    with postgres_server.start(tmp_path_factory.mktemp("postgres"), secrets, request.param) as running:
        yield running


def test_somebody_with_the_authority_and_the_password_comes_in_with_tls(server):
    assert server.ask("sslmode=verify-full sslrootcert=ca.crt") == "t"


def test_a_plain_connection_is_refused(server):
    refused = server.ask("sslmode=disable")
    assert "no pg_hba.conf entry" in refused and "no encryption" in refused


@pytest.mark.parametrize("settings", ["sslmode=verify-full sslrootcert=nodes-ca.crt", "sslmode=verify-full"])
def test_somebody_who_trusts_another_authority_does_not_come_in(server, settings):
    assert "certificate" in server.ask(settings)


def test_nobody_comes_in_without_the_password(server):
    assert "password authentication failed" in server.ask("sslmode=require", password="wrong")


def test_the_nightly_dump_comes_in_with_tls_and_can_be_restored(server):
    (job,) = [it for it in workloads(BUILDS["flanders"].documents) if name(it) == "vault-backup"]
    (container,) = containers(job)
    settings = {it["name"]: it.get("value", postgres_server.PASSWORD) for it in container["env"]}
    assert settings["PGSSLMODE"] == "verify-full"
    elsewhere = {
        "PGHOST": "localhost", "PGPORT": str(server.port), "PGDATABASE": "postgres",
        "PGSSLROOTCERT": settings["PGSSLROOTCERT"].replace("/tls", str(server.folder)),
        "PATH": f"{postgres_server.program('pg_dump').parent}:{os.environ['PATH']}",
    }
    script = container["args"][0].replace("/backup", str(server.folder))
    made = server.run(*container["command"], script, env=settings | elsewhere)
    assert made.returncode == 0, made.stderr
    assert len(list(server.folder.glob("vault-*.dump"))) == 1
