"""No process that reads logins leaves a core dump, whatever the limits of the one that started it."""

from __future__ import annotations

import logging
import os
import re
import resource
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from jupyterlab_kaptain_registry.node import find_node
from jupyterlab_kaptain_registry.sidecar import Limits, Sidecar
from jupyterlab_kaptain_registry.witness import Interpreter, Witness

ROOT = Path(__file__).parent.parent.parent
LAUNCH = "from jupyterlab_kaptain_registry.command import main; main()"


@pytest.fixture(autouse=True)
def _unlimited():
    """This process, and so what it starts, may leave core dumps of any size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    assert hard == resource.RLIM_INFINITY, "these tests need a machine that allows core dumps"
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


def limit_of(pid: int) -> list[str]:
    """Soft and hard limit of core dumps, as the kernel shows them."""
    limits = Path(f"/proc/{pid}/limits").read_text()
    match = re.search(r"^Max core file size +(\S+) +(\S+)", limits, re.MULTILINE)
    assert match is not None
    return [match[1], match[2]]


def filter_of(pid: int) -> int:
    """Which kinds of memory a core dump would hold."""
    return int(Path(f"/proc/{pid}/coredump_filter").read_text(), 16)


def test_this_process_itself_could_leave_one():
    assert limit_of(os.getpid()) == ["unlimited", "unlimited"]
    assert filter_of(os.getpid()) != 0


async def test_the_helper_leaves_none(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    limits = Limits(idle_timeout=600, request_timeout=60, max_restarts=3)
    script = ROOT / "src" / "node" / "sidecar.ts"
    sidecar = Sidecar(find_node, limits, logging.getLogger("kaptain-test"), script)
    try:
        await sidecar.run({"id": "0" * 32, "clicked": False, "only": ["fil.config"]}, lambda event: None)
        assert sidecar.pid is not None
        assert (limit_of(sidecar.pid), filter_of(sidecar.pid)) == (["0", "0"], 0)
    finally:
        await sidecar.stop()


async def test_the_python_of_a_kernel_leaves_none(monkeypatch):
    async def find() -> list[Interpreter]:
        return [Interpreter("kernel", sys.executable, True, dict(os.environ))]

    monkeypatch.setattr(
        "jupyterlab_kaptain_registry.witness.SCRIPT", ROOT / "src" / "node" / "witness" / "python" / "witness.py"
    )
    witness = Witness(find)
    try:
        await witness.answer({"run": "r", "limitMs": 20_000, "question": {"ask": "survey"}})
        (process,) = [item for item in psutil.Process().children() if "witness.py" in " ".join(item.cmdline())]
        assert (limit_of(process.pid), filter_of(process.pid)) == (["0", "0"], 0)
    finally:
        await witness.close()


@pytest.mark.parametrize("number", [signal.SIGABRT, signal.SIGSEGV])
def test_the_command_leaves_none_when_it_crashes_with_a_password(tmp_path, number):
    arguments = ("login", "registry.test:5000", "--username", "me", "--password-stdin")
    process = subprocess.Popen(
        [sys.executable, "-c", LAUNCH, *arguments],
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    try:
        process.stdin.write(b"canary-9f2c")  # no end of the line: it waits for the rest
        process.stdin.flush()
        deadline = time.monotonic() + 30
        # Node.js has taken the place of Python, and what was written has been read.
        while "node" not in os.readlink(f"/proc/{process.pid}/exe") or unread(process.stdin.fileno()) > 0:
            assert time.monotonic() < deadline
            select.select([], [], [], 0.01)
        assert (limit_of(process.pid), filter_of(process.pid)) == (["0", "0"], 0)
        process.send_signal(number)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert os.WTERMSIG(status) == number
        assert not os.WCOREDUMP(status)
        assert [item.name for item in tmp_path.iterdir() if item.name.startswith("core")] == []
    finally:
        process.kill()
        process.stdin.close()
        process.wait()


def unread(pipe: int) -> int:
    """Bytes that wait in a pipe."""
    import array
    import fcntl
    import termios

    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]
