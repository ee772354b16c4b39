"""Python environments as users have them, kept in ``.cache/environments``: made once, again when a version changes."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "environments"
DISTRIBUTION = "jupyterlab-kaptain-registry"

#: Grows when this module makes environments in another way.
RECIPE = "1"


def built_wheel() -> Path:
    """The wheel of the last build."""
    wheels = sorted((ROOT / "dist").glob("*.whl"))
    if len(wheels) != 1:
        pytest.fail('There is no wheel in "dist": make it with "node scripts/build.mjs".')
    return wheels[0]


def interpreter(version: str) -> str:
    """Find a Python of a version such as ``3.8``: on the PATH, else among those of pyenv."""
    candidates = [shutil.which(f"python{version}"), *_of_pyenv(version)]
    for candidate in candidates:
        if candidate is not None and _answers(candidate, version):
            return candidate
    pytest.fail(f'No Python {version} was found on the PATH or in pyenv: "pyenv install {version}" adds one.')


def _of_pyenv(version: str) -> list[str]:
    root = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    found = Path(root).glob(f"versions/{version}.*/bin/python{version}")
    return [str(path) for path in sorted(found, reverse=True)]


def _answers(python: str, version: str) -> bool:
    """Whether a program is that Python: the stand-ins that pyenv puts on the PATH can be there without one."""
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([python, "-c", question], capture_output=True, text=True, timeout=20, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == version


def constraints() -> Path:
    """The versions of ``requirements.txt`` as a file that pip takes as constraints: without the hashes."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    versions = [line.rstrip("\\ ") for line in lines if re.match(r"[A-Za-z0-9]", line)]
    path = CACHE / "constraints.txt"
    path.write_text("\n".join(versions) + "\n", encoding="utf-8")
    return path


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


def environment(
    name: str,
    python: str,
    requirements: list[str],
    say: Callable[[str], None],
    wheel: Path | None = None,
    fixed: bool = True,
) -> Environment:
    """Return an environment with these packages and, on top, the wheel; made when it is not there or out of date.

    :param python: interpreter that makes it
    :param say: told what takes time
    :param fixed: whether the versions are those of ``requirements.txt``
    """
    with _locked(name):
        folder = CACHE / name
        versions = constraints() if fixed else None
        limits = [] if versions is None else ["--constraint", str(versions)]
        made = Environment(folder)
        version = subprocess.run([python, "-VV"], capture_output=True, text=True, check=True).stdout
        pins = b"" if versions is None else versions.read_bytes()
        wanted = _digest(RECIPE.encode(), version.encode(), pins, "\n".join(requirements).encode())
        if _stamp(folder, "made") != wanted:
            began = time.monotonic()
            say(f'makes the environment "{name}" (once; {" ".join(requirements) or "no packages"})')
            shutil.rmtree(folder, ignore_errors=True)
            _call("Python could not make an environment", python, "-m", "venv", str(folder))
            if requirements:
                _pip(made, "install", *limits, *requirements)
            _stamp(folder, "made", wanted)
            say(f'made the environment "{name}" in {time.monotonic() - began:.0f} s')
        if wheel is not None:
            content = _digest(wheel.read_bytes())
            if _stamp(folder, "wheel") != content:
                began = time.monotonic()
                _stamp(folder, "wheel", "none")
                _pip(made, "uninstall", "--yes", DISTRIBUTION)
                _pip(made, "install", *limits, str(wheel))
                _pip(made, "check")
                _stamp(folder, "wheel", content)
                say(f'installed the wheel into the environment "{name}" in {time.monotonic() - began:.0f} s')
        return made


def _pip(made: Environment, *arguments: str) -> None:
    """Call pip as the machine has it configured."""
    _call("pip stopped", str(made.python), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def _call(what: str, *command: str) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(f"{what}:\n{done.stdout}{done.stderr}")


@contextmanager
def _locked(name: str) -> Iterator[None]:
    """Keep a second run of the tests from changing the same environment."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp(folder: Path, name: str, text: str | None = None) -> str:
    """Read, or write, a note in the environment."""
    note = folder / f"{name}.sha256"
    if text is not None:
        note.write_text(text)
    return note.read_text() if note.is_file() else ""


#: Makes the environment of JupyterLab: the interpreter that the tests run with.
LAB_PYTHON = os.path.realpath(sys.executable)
