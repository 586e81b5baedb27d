"""The nightly copy of the pilot: taken while the platform writes, and good to start from."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import urllib.request

import platform_binary
from nats_cluster import ROOT, free_ports

SCRIPT = ROOT / "k8s/overlays/pilot/backup.py"


def pilot(folder, columns, *settings):
    """A data directory with the files of the pilot, of one table each, and a place for copies."""
    data = folder / "data"
    data.mkdir()
    (data / "format").write_text("1")
    for name in ("log", "vault"):
        with sqlite3.connect(data / f"{name}.db") as made:
            for statement in (*settings, f"CREATE TABLE it ({columns})"):
                made.execute(statement)
        made.close()
    return data, folder / "kept"


def test_a_backup_of_the_pilot_has_the_key_of_every_event_while_both_are_written_to(tmp_path):
    columns = "id INTEGER PRIMARY KEY, bytes BLOB"
    data, kept = pilot(tmp_path, columns, "PRAGMA journal_mode = WAL")
    enough, written = threading.Event(), []

    def write():
        log, vault = (sqlite3.connect(data / f"{it}.db", timeout=60) for it in ("log", "vault"))
        while not enough.is_set():
            # As the platform does: the key is there before the first event that needs it.
            for database in (vault, log):
                with database:
                    database.execute("INSERT INTO it (bytes) VALUES (randomblob(400))")
            written.append(1)
        log.close()
        vault.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(written) < 200:
            assert writer.is_alive()
            enough.wait(0.01)
        before = len(written)
        made = subprocess.run([sys.executable, SCRIPT, data, kept, "14"], capture_output=True, text=True)
    finally:
        enough.set()
        writer.join()
    assert made.returncode == 0, made.stderr
    (folder,) = kept.iterdir()
    assert sorted(it.name for it in folder.iterdir()) == ["format", "log.db", "vault.db"]
    counts = {}
    for name in ("log", "vault"):
        copied = sqlite3.connect(folder / f"{name}.db")
        counts[name] = copied.execute("SELECT count(*), max(id) FROM it").fetchone()
        copied.close()
    assert counts["log"][0] == counts["log"][1] >= before
    assert counts["vault"][0] >= counts["log"][0]


class Platform:
    """`stc up` on a directory; use with `with`."""

    def __init__(self, data):
        (port,) = free_ports(1)
        self.health = f"http://127.0.0.1:{port}/health"
        self.command = [platform_binary.path(), "up", "--data", data, "--listen", f"127.0.0.1:{port}"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        told = []
        # It says where it is, then whose card is new.
        while not any("#card=" in it for it in told):
            line = self.process.stdout.readline()
            assert line, "".join(told)
            told.append(line)
        self.card = told[-1].partition("#card=")[2].strip()
        with urllib.request.urlopen(self.health, timeout=30) as answer:
            assert json.load(answer)["status"] == "UP"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def test_a_running_platform_is_copied_and_starts_again_from_the_copy(tmp_path):
    """After the manual: the copy, and the root key from where it is kept."""
    with Platform(tmp_path / "data") as running:
        subprocess.run([sys.executable, SCRIPT, tmp_path / "data", tmp_path / "kept", "14"], check=True)
    (folder,) = (tmp_path / "kept").iterdir()
    shutil.copy(tmp_path / "data/root.key", folder)
    with Platform(folder) as restored:
        # Made of a key in the vault, for somebody who stands in the log.
        assert restored.card == running.card


def test_old_backups_go_and_damaged_ones_are_not_kept(tmp_path):
    data, kept = pilot(tmp_path, "id")
    for age_days, name in ((15, "20260101T000000Z"), (13, "20260103T000000Z")):
        (kept / name).mkdir(parents=True)
        then = (kept / name).stat().st_mtime - age_days * 86_400
        os.utime(kept / name, (then, then))
    subprocess.run([sys.executable, SCRIPT, data, kept, "14"], check=True, capture_output=True)
    names = {it.name for it in kept.iterdir()}
    assert "20260101T000000Z" not in names and "20260103T000000Z" in names and len(names) == 2

    (data / "log.db").write_bytes(b"not a database" * 1000)
    shutil.rmtree(kept)
    failed = subprocess.run([sys.executable, SCRIPT, data, kept, "14"], capture_output=True)
    assert failed.returncode != 0 and all(it.suffix == ".part" for it in kept.iterdir())
