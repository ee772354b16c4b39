"""Python environments in ``.cache/environments``, made by the set-up (``scripts/setup/environments.mjs``)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("SETUP_CACHE") or ROOT / ".cache")


def built_wheel() -> Path:
    """The wheel of the last build."""
    wheels = sorted((ROOT / "dist").glob("*.whl"))
    if len(wheels) != 1:
        pytest.fail('There is no wheel in "dist" yet: "npm run build" makes it.')
    return wheels[0]


class Environment:
    """A Python environment: ``bin`` holds its programs, ``run`` calls one of them as a user's shell would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.python = self.bin / "python"

    def variables(self, home: Path, **more: str) -> dict[str, str]:
        """What a program sees: no Node on the PATH, nothing of this process's own environment."""
        assert shutil.which("node", path=str(self.bin)) is None
        assert shutil.which("nodejs", path=str(self.bin)) is None
        return {"PATH": str(self.bin), "HOME": str(home), "LANG": "C.UTF-8", **more}

    def run(self, program: str, *arguments: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a program of this environment to its end."""
        return subprocess.run(
            [str(self.bin / program), *arguments],
            env=self.variables(home, **more),
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def environment(name: str) -> Environment:
    """Return the environment that the set-up has made under this name."""
    made = Environment(CACHE / "environments" / name)
    if not made.python.exists():
        pytest.fail(f'There is no Python environment "{name}" yet: "npm run setup -- {name}" makes it.')
    return made


#: The interpreter that the project's environment was made with.
LAB_PYTHON = os.path.realpath(sys.executable)
