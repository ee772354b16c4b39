"""A kernel of Python 3.7, as in Kaptain's documents, with the requests of its time: the witness judges there too."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from environments import Environment, environment
from live_server import LiveServer
from small_registry import PASSWORD, USER, make_ca, pem, serving

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "src" / "node" / "witness" / "python").glob("*.py"))


@pytest.fixture(scope="module")
def kernel37() -> Environment:
    """The environment of the kernel: neither JupyterLab nor this package."""
    return environment("kernel37")


@pytest.fixture
def home(tmp_path, kernel37) -> Path:
    """Its kernel spec lies where Jupyter looks."""
    folder = tmp_path / ".local" / "share" / "jupyter" / "kernels" / "kaptain37"
    folder.mkdir(parents=True)
    spec = {
        "argv": [str(kernel37.python), "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Kaptain (Python 3.7)",
        "language": "python",
    }
    (folder / "kernel.json").write_text(json.dumps(spec))
    return tmp_path


def place_ca(home: Path, ca: str) -> None:
    (home / ".tls").mkdir(exist_ok=True)
    (home / ".tls" / "certificate.crt").write_text(ca)


def place_login(home: Path, host: str) -> None:
    auth = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    (home / ".docker").mkdir()
    (home / ".docker" / "config.json").write_text(json.dumps({"auths": {host: {"auth": auth}}}))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_its_python_reads_every_part_of_the_script(kernel37, home, script):
    done = kernel37.run("python", "-c", f"compile(open({str(script)!r}).read(), 'part', 'exec')", home=home)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_panel_shows_its_verdict_on_a_good_and_on_a_wrong_ca(lab, kernel37, home):
    version = kernel37.run(
        "python", "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])", home=home
    ).stdout.strip()
    assert version.startswith("3.7.")
    with serving() as registry, LiveServer(lab, home) as server:
        registry.store["/v2/"] = b"{}"
        place_login(home, registry.host)
        place_ca(home, registry.ca)
        good = server.run(clicked=True, kernel="kaptain37", registry=registry.host)[-1]["report"]
        place_ca(home, pem(make_ca("Another CA")[1]))
        wrong = server.run(clicked=True, kernel="kaptain37", registry=registry.host)[-1]["report"]
    for report in (good, wrong):
        (told,) = report["registries"]
        assert told["sdkWitness"]["status"] == "confirmed"
        assert (told["sdkWitness"]["python"], told["sdkWitness"]["urllib3"]) == (version, "1.25.11")
        rows = {row["id"]: row for row in report["checks"]}
        assert rows["tls.witness"]["summary"].startswith("confirmed by Python 3.7 (Kaptain (Python 3.7))")
    assert good["verdict"] == "ok"
    assert good["registries"][0]["consumers"]["sdk"] == "ok"
    assert wrong["registries"][0]["consumers"]["sdk"] == "fails"


def test_the_command_asks_it_too(python38, kernel37, home):
    with serving() as registry:
        place_ca(home, registry.ca)
        options = ("--python", str(kernel37.python), "--format", "json", "--no-cluster")
        done = python38.run("kaptain-registry", "check", registry.host, *options, home=home)
    (told,) = json.loads(done.stdout)["registries"]
    assert told["sdkWitness"]["status"] == "confirmed"
    assert told["sdkWitness"]["python"].startswith("3.7.")
