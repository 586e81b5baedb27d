"""PostgreSQL as compose and Kubernetes start it, on a free port of this machine."""

import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import yaml

from kustomize import containers
from nats_cluster import ROOT, free_ports
from test_k8s import BUILDS, name, workloads

START_SECONDS_MAX = 60
PASSWORD = "for-the-vault"
COMPOSE = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text())["services"]["postgres"]
(KUBERNETES,) = [
    containers(it)[0] for it in workloads(BUILDS["flanders"].documents) if name(it) == "postgres"
]


def program(tool):
    """Packages put the server's programs beside the search path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin")) + sorted(Path("/usr").glob("pgsql-*/bin"))
    found = [it / tool for it in folders if (it / tool).exists()] or [shutil.which(tool)]
    return found[-1] or pytest.skip("PostgreSQL is not installed")


class Server:
    """A real server, started by `command` in `folder`; use with `with`."""

    def __init__(self, folder, command):
        self.folder, self.command = folder, command
        (self.port,) = free_ports(1)
        # It refuses to run as root.
        self.user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}

    def run(self, *command, env=None):
        # Nothing of whoever runs the tests.
        env = {"PATH": os.environ["PATH"], "HOME": str(self.folder)} | (env or {})
        return subprocess.run(command, capture_output=True, text=True, cwd=self.folder, env=env, **self.user)

    def __enter__(self):
        (self.folder / "password").write_text(PASSWORD)
        made = self.run(
            program("initdb"), "--no-sync", "--username=vault", "--pwfile=password", "--locale=C", "data"
        )
        assert made.returncode == 0, made.stderr
        more = {
            "PATH": f"{self.folder}:{program('postgres').parent}:{os.environ['PATH']}",
            "PGDATA": str(self.folder / "data"), "PGPORT": str(self.port),
        }
        with open(self.folder / "said", "w") as said:
            self.process = subprocess.Popen(
                [*self.command, "--fsync=off", "--listen_addresses=localhost", f"--port={self.port}",
                 f"--unix_socket_directories={self.folder}"],
                env=os.environ | more, cwd=self.folder, stdout=said, stderr=said, **self.user,
            )
        until = time.monotonic() + START_SECONDS_MAX
        # As the probes do: through the socket.
        while self.run(program("pg_isready"), "-h", self.folder, "-p", str(self.port)).returncode != 0:
            assert self.process.poll() is None and time.monotonic() < until, (self.folder / "said").read_text()
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ask(self, settings, password=PASSWORD):
        """The answer of somebody on the network, or what it was refused with."""
        address = f"host=localhost port={self.port} user=vault dbname=postgres password={password} {settings}"
        question = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        asked = self.run(program("psql"), "-X", "-A", "-t", "-c", question, address)
        return (asked.stdout or asked.stderr).strip()


def start(folder, secrets, manner):
    """A server that has its files where `manner`, compose or kubernetes, puts them."""
    program("initdb")
    # Its parents let nobody else in.
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    if owner:
        for it in folder.parents[:2]:
            it.chmod(0o711)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    shutil.copy(ROOT / "deploy/postgres/pg_hba.conf", folder)
    for end in ("crt", "key"):
        shutil.copy(secrets / f"postgres.{end}", folder)
    shutil.copy(secrets / "ca.crt", folder)
    shutil.copy(secrets / "nodes-ca.crt", folder)
    if manner == "compose":
        # What the image does before it starts the server is not here.
        (folder / "docker-entrypoint.sh").write_text('#!/bin/sh\nexec "$@"\n')
        (folder / "docker-entrypoint.sh").chmod(0o755)
        command = [it.replace("$$", "$") for it in [*COMPOSE["entrypoint"], *COMPOSE["command"]]]
        places = {"/tmp/": f"{folder}/", "/run/secrets": folder, "/etc/postgres": folder}
    else:
        command = KUBERNETES["args"]
        places = {"/tls/tls": f"{folder}/postgres", "/etc/postgres": folder}
        # As a Secret is mounted with fsGroup: root's, and readable for the group. Otherwise as one's own.
        (folder / "postgres.key").chmod(0o440 if owner else 0o600)
        if owner:
            os.chown(folder / "postgres.key", 0, owner.pw_gid)
    for place, here in places.items():
        command = [it.replace(place, str(here)) for it in command]
    return Server(folder, command)
