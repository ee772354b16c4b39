"""Fixtures: a sidecar that speaks the protocol and does what a test asks for, and servers that use it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

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
