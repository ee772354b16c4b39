"""Fixtures: a sidecar that speaks the protocol and does what a test asks for, and servers that use it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from environments import Environment, built_wheel, environment

from jupyterlab_kaptain_registry import schemas, sidecar
from jupyterlab_kaptain_registry.node import find_node
from jupyterlab_kaptain_registry.sidecar import Limits, Sidecar

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT_SCHEMA = ROOT / "src" / "common" / "report.schema.json"


@pytest.fixture
def fake_script(tmp_path: Path) -> Path:
    """A copy of the fake sidecar; a file ``start-fault`` beside it says what goes wrong at its start."""
    return Path(shutil.copy(HERE / "fake_sidecar.mjs", tmp_path / "fake_sidecar.mjs"))


@pytest.fixture
def limits() -> Limits:
    return Limits(idle_timeout=600, request_timeout=10, max_restarts=3)


@pytest.fixture
def make_sidecar(fake_script: Path, limits: Limits, jp_asyncio_loop):
    """Make a supervisor of the fake sidecar; whatever a test does, its process ends with the test."""
    made: list[Sidecar] = []

    def make(**changes) -> Sidecar:
        made.append(Sidecar(find_node, limits._replace(**changes), logging.getLogger("kaptain-test"), fake_script))
        return made[-1]

    yield make
    for sidecar_of_test in made:
        jp_asyncio_loop.run_until_complete(sidecar_of_test.stop())


@pytest.fixture
def fake_sidecar(fake_script: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Servers of this test start the fake sidecar and check its answers against the schema of the sources."""
    monkeypatch.setattr(sidecar, "SCRIPT", fake_script)
    monkeypatch.setattr(schemas, "REPORT_SCHEMA", REPORT_SCHEMA)
    schemas._validator.cache_clear()
    yield fake_script
    schemas._validator.cache_clear()


@pytest.fixture(scope="session")
def say(request: pytest.FixtureRequest):
    """Print a line that is seen while the tests run: what takes long, and figures."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def print_line(text: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n[tests] {text}", flush=True)  # noqa: T201

    return print_line


@pytest.fixture(scope="session")
def wheel() -> Path:
    return built_wheel()


@pytest.fixture(scope="session")
def lab() -> Environment:
    """JupyterLab and, put into it by pip, the wheel."""
    return environment("lab")


@pytest.fixture(scope="session")
def lab38() -> Environment:
    """The oldest JupyterLab that is supported, on the oldest Python."""
    return environment("lab-4.0")


@pytest.fixture(scope="session")
def python38() -> Environment:
    """Python 3.8 and the wheel with what it depends on: no JupyterLab."""
    return environment("python38")


@pytest.fixture(scope="session")
def kernel38() -> Environment:
    """The environment of a notebook's kernel: Python 3.8 without JupyterLab and without this package."""
    return environment("kernel38")
