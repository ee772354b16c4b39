"""JupyterLab 3, as in Kaptain's documents: no panel, one sentence in the log, and the command works."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from environments import Environment, environment
from live_server import LiveServer
from small_registry import make_ca, pem

from jupyterlab_kaptain_registry import outdated as module

HOST = "my.private.registry:5000"

#: The one that Kaptain lists, with packages of its time (pip would take Jupyter Server 1.24), and the last one.
VERSIONS = {"lab3": "3.0.16", "lab36": "3.6.8"}


@pytest.fixture(scope="module", params=VERSIONS)
def old_lab(request) -> tuple[Environment, str]:
    return environment(request.param), VERSIONS[request.param]


def test_the_server_starts_and_says_once_what_to_do(old_lab, tmp_path):
    made, version = old_lab
    with LiveServer(made, tmp_path) as server:
        assert server.request("GET", "api/kernelspecs")[0] == 200
        assert server.request("GET", "kaptain-registry/status")[0] == 404
        assert server.helpers() == []
    sentence = (
        f"jupyterlab-kaptain-registry: the panel needs JupyterLab 4 or later and this is {version}; "
        'run "kaptain-registry check" in a terminal instead.'
    )
    # Jupyter's own words about each extension and about the request above aside.
    told = [line for line in server.log.splitlines() if "kaptain" in line.lower()]
    ours = [line for line in told if not re.search(r"extension was successfully|404 GET", line)]
    assert len(ours) == 1, server.log
    assert ours[0].startswith("[W ")
    assert ours[0].endswith(sentence)
    assert "Traceback" not in server.log


def test_the_command_works_there(old_lab, tmp_path):
    made, _ = old_lab
    (tmp_path / ".docker").mkdir()
    (tmp_path / ".docker" / "config.json").write_text(json.dumps({"auths": {HOST: {"auth": "dTpw"}}}))
    (tmp_path / ".tls").mkdir()
    (tmp_path / ".tls" / "certificate.crt").write_text(pem(make_ca("Company CA")[1]))
    done = made.run("kaptain-registry", "check", "--offline", "--format", "json", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"] == "ok"


@pytest.fixture
def metadata(tmp_path, monkeypatch):
    """Let these versions be installed, and nothing else."""

    def install(**versions: str) -> None:
        for name, version in versions.items():
            folder: Path = tmp_path / f"{name}-{version}.dist-info"
            folder.mkdir()
            (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        monkeypatch.setattr("sys.path", [str(tmp_path)])

    return install


@pytest.mark.parametrize(
    "versions",
    [
        {"jupyterlab": "4.0.0", "jupyter_server": "2.4.0"},
        {"jupyterlab": "10.0.0a1", "jupyter_server": "2.4.0"},
        {"jupyter_server": "2.0.0"},
        {},
    ],
)
def test_what_is_new_enough_or_not_there_is_not_outdated(metadata, versions):
    metadata(**versions)
    assert module.outdated() is None


@pytest.mark.parametrize(
    ("versions", "words"),
    [
        ({"jupyterlab": "3.6.8", "jupyter_server": "2.14.2"}, "JupyterLab 4 or later and this is 3.6.8"),
        ({"jupyterlab": "3.0.16", "jupyter_server": "1.24.0"}, "JupyterLab 4 or later and this is 3.0.16"),
        ({"jupyter_server": "1.24.0"}, "Jupyter Server 2 or later and this is 1.24.0"),
    ],
)
def test_the_first_that_is_too_old_is_named(metadata, versions, words):
    metadata(**versions)
    assert words in str(module.outdated())
