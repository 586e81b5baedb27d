"""What `stc` takes, read from its own help. `STC` says where it is; else it is that of the last debug build."""

import functools
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Understood by the process as a whole, so it stands in no command's help.
EVERYWHERE = {"STC_LOG"}


def path():
    found = Path(os.environ.get("STC", ROOT / "target/debug/stc"))
    if not found.exists():
        pytest.skip(f"{found} is not built: set STC, or run cargo build -p stc")
    return found


@functools.cache
def help_of(*command):
    asked = subprocess.run([path(), *command, "--help"], capture_output=True, text=True)
    assert asked.returncode == 0, f"stc {' '.join(command)} --help: {asked.stderr}"
    return asked.stdout


def settings(*command):
    """Variables that a command reads."""
    return set(re.findall(r"\[env: (STC_\w+)", help_of(*command))) | EVERYWHERE


def check(args, given):
    """That a command line and variables are ones which the binary takes."""
    words = [it for it in args if not it.startswith("-")]
    if words[0] == "serve":
        command, service = ("serve",), words[1]
        assert re.search(rf"^\s+- {service}:|[\[ ]{service}[,\]]", help_of("serve"), re.MULTILINE), service
    elif words[0] == "log":
        command = tuple(words[:2])
    else:
        command = (words[0],)
    text = help_of(*command)
    for flag in (it for it in args if it.startswith("--")):
        assert re.search(rf"^\s*(-\w, )?{flag.split('=')[0]}\b", text, re.MULTILINE), f"{command}: no {flag}"
    unknown = set(given) - settings(*command)
    assert not unknown, f"stc {' '.join(args)} does not read {sorted(unknown)}"
