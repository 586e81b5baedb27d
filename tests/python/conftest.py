import subprocess

import pytest

from nats_cluster import ROOT


@pytest.fixture(scope="session")
def secrets(tmp_path_factory):
    """What make-secrets.sh makes."""
    folder = tmp_path_factory.mktemp("secrets") / "made"
    subprocess.run([ROOT / "deploy/make-secrets.sh", folder], check=True, capture_output=True)
    return folder
