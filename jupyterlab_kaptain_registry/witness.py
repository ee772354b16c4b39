"""Starts the notebook's own Python for a run and asks it what the sidecar wants to know (``host/witness``).

Never a running kernel: the interpreter that a kernel spec names runs one fixed script with ``-I``. What it says is
passed on within limits; the sidecar reads it.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
import os
import signal
from pathlib import Path
from typing import Any, Awaitable, Callable, Mapping, NamedTuple, Sequence

from .address import is_address
from .coredumps import switch_off
from .environment import WITNESS_NAMES
from .protocol import Json, KaptainRegistryError

#: The fixed script, put beside the sidecar's program by the build.
SCRIPT = Path(__file__).parent / "sidecar" / "python" / "witness.py"

#: All that one interpreter may say in a run, in bytes.
OUTPUT_LIMIT = 256 * 1024

#: Most interpreters that are started for a run.
MOST = 6

#: Longest wait for any answer, in seconds; the sidecar's own limits are shorter.
LONGEST = 20.0

#: Seconds that a stream may stay open after the process has ended.
DRAIN = 1.0

#: Variables that can hold a proxy's password: they go through standard input.
PROXY_NAMES = (
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
)


class Interpreter(NamedTuple):
    """A Python that may be asked.

    ``name`` is that of its kernel for people; ``current`` says that the current notebook's kernel is it.
    """

    name: str
    path: str
    current: bool
    environ: Mapping[str, str]


#: Finds the interpreters of a run, the current notebook's first.
Find = Callable[[], Awaitable[Sequence[Interpreter]]]


class Witness:
    """What one run asks: ``answer`` for each question, ``close`` at its end.

    :param find: called with the first question
    """

    def __init__(self, find: Find) -> None:
        self._find = find
        self._started: list[tuple[Interpreter, _Process]] | None = None
        self._closed = False

    async def answer(self, params: Json) -> Json:
        """Answer ``WitnessParams`` of the protocol.

        :raises KaptainRegistryError: ``bad-request``
        """
        question, limit = params.get("question"), params.get("limitMs", 0)
        if not isinstance(question, dict) or not _is_number(limit):
            raise KaptainRegistryError("bad-request")
        seconds = min(max(float(limit), 1.0) / 1000, LONGEST)
        if question.get("ask") == "survey":
            return await self._survey(seconds)
        started = self._started or []
        number = question.get("interpreter")
        if not isinstance(number, int) or not 0 <= number < len(started):
            raise KaptainRegistryError("bad-request")
        interpreter, process = started[number]
        if question.get("ask") == "sdk":
            return await process.ask({"ask": "sdk"}, seconds)
        if question.get("ask") == "handshake":
            own = {"strict": False, "variables": proxies(interpreter.environ)}
            return await process.ask({**_handshake(question), **own}, seconds)
        raise KaptainRegistryError("bad-request")

    async def close(self) -> None:
        """End every interpreter of the run."""
        self._closed = True
        started, self._started = self._started or [], []
        await asyncio.gather(*(process.end() for _, process in started))

    async def _survey(self, seconds: float) -> Json:
        if self._started is not None:
            raise KaptainRegistryError("bad-request")
        self._started = []
        found = list(await self._find())[:MOST]
        started = [(item, _Process(place == 0)) for place, item in enumerate(found)]
        if self._closed:  # while the kernels were looked up
            return {"interpreters": []}
        self._started = started
        replies = await asyncio.gather(*(process.start(item, seconds) for item, process in started))
        answers = zip(started, replies)
        return {
            "interpreters": [
                {"name": item.name[:80], "current": item.current, "reply": reply} for (item, _), reply in answers
            ]
        }


def proxies(environ: Mapping[str, str]) -> dict[str, str]:
    """Pick the proxy variables; nothing without a proxy, so that Python need not load what reads them."""
    picked = {name: environ[name] for name in PROXY_NAMES if name in environ}
    return picked if any(name.lower() != "no_proxy" for name in picked) else {}


def _handshake(question: Json) -> Json:
    """Check a question about a registry: an address, a port, perhaps an IP address, perhaps a file; nothing else."""
    host, port, address = question.get("host"), question.get("port"), question.get("address")
    file, seconds = question.get("caFile"), question.get("seconds")
    fits = (
        isinstance(host, str)
        and is_address(f"[{host}]" if ":" in host else host)
        and isinstance(port, int)
        and 0 < port < 65536
        and (address is None or _is_ip(address))
        and (file is None or (isinstance(file, str) and os.path.isabs(file) and "\0" not in file and len(file) <= 4096))
        and _is_number(seconds)
        and 0 < float(seconds or 0) <= LONGEST
    )
    if not fits:
        raise KaptainRegistryError("bad-request")
    return {
        "ask": "handshake",
        "host": host,
        "port": port,
        "address": address,
        "caFile": file,
        "seconds": seconds,
    }


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_ip(value: Any) -> bool:
    try:
        ipaddress.ip_address(value if isinstance(value, str) else "")
    except ValueError:
        return False
    return True


class _Process:
    """One interpreter with the script, in a session of its own. Its faults are those of ``WITNESS_FAULTS``.

    :param early: it loads what a greeting needs without being asked
    """

    def __init__(self, early: bool) -> None:
        self._early = early
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Future[Any] | None = None
        self._waiting: dict[int, asyncio.Future[Json]] = {}
        self._next = 1
        self._fault: str | None = None

    async def start(self, interpreter: Interpreter, seconds: float) -> Json:
        """Start it and wait for its versions; one that does not tell them in time is ended."""
        environ = {name: interpreter.environ[name] for name in WITNESS_NAMES if name in interpreter.environ}
        argv = [interpreter.path, "-I", str(SCRIPT), *(["early"] if self._early else [])]
        survey = self._expect(0)
        try:
            process = await asyncio.create_subprocess_exec(
                *argv,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=environ,
                cwd="/",
                start_new_session=True,
                limit=OUTPUT_LIMIT,
            )
        except (OSError, ValueError):
            self._fail("not-started")
            return await survey
        self._process = process
        try:
            switch_off(process.pid)  # it is told proxies, which can hold a password
        except OSError:
            self._fail("not-started")
        if self._fault is not None:  # that failed, or the run ended meanwhile
            self._kill()
            await process.wait()
            return await survey
        self._reading = asyncio.ensure_future(self._read(process))
        reply = await self._within(survey, 0, seconds)
        if reply["fault"] == "timeout":
            await self.end("timeout")
        return reply

    async def ask(self, question: Json, seconds: float) -> Json:
        """Ask it; a late answer leaves other questions alone."""
        if self._fault is not None or self._process is None:
            return {"fault": self._fault or "not-started"}
        number, self._next = self._next, self._next + 1
        answer = self._expect(number)
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({**question, "id": number}).encode() + b"\n")
        return await self._within(answer, number, seconds)

    async def end(self, fault: str = "ended") -> None:
        """End it, with everything that it started, and wait until it is gone."""
        self._fail(fault)
        self._kill()
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        ending: list[asyncio.Future[Any]] = [] if self._reading is None else [self._reading]
        if self._process is not None:
            ending.append(asyncio.ensure_future(self._process.wait()))
        if ending:
            _, left = await asyncio.wait(ending, timeout=DRAIN)
            for task in left:  # something that left the group still holds the pipe
                task.cancel()

    def _expect(self, number: int) -> asyncio.Future[Json]:
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        return future

    async def _within(self, answer: asyncio.Future[Json], number: int, seconds: float) -> Json:
        done, _ = await asyncio.wait({answer}, timeout=seconds)
        self._waiting.pop(number, None)
        return answer.result() if done else {"fault": "timeout"}

    def _fail(self, fault: str) -> None:
        self._fault = self._fault or fault
        for future in self._waiting.values():
            if not future.done():
                future.set_result({"fault": self._fault})
        self._waiting.clear()

    def _kill(self) -> None:
        # The group, so that nothing it may have started outlives it; only while its id cannot belong to another.
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        """Take answers until the stream ends, is too long or holds what is no answer."""
        assert process.stdout is not None
        received = 0
        fault = "ended"
        try:
            while True:
                line = await process.stdout.readuntil(b"\n")
                received += len(line)
                if received > OUTPUT_LIMIT:
                    fault = "too-much"
                    break
                if not self._take(line):
                    fault = "unreadable"
                    break
        except asyncio.LimitOverrunError:
            fault = "too-much"
        except (asyncio.IncompleteReadError, OSError):
            pass
        self._fail(fault)
        self._kill()
        with contextlib.suppress(OSError):
            # asyncio does not notice the end of a process while a full pipe waits to be read.
            while await process.stdout.read(65536):
                pass

    def _take(self, line: bytes) -> bool:
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            return False
        number = answer.get("id") if isinstance(answer, dict) else None
        if not isinstance(number, int):
            return False
        future = self._waiting.get(number)
        if future is not None and not future.done():
            future.set_result({"fault": None, "answer": answer})
        return True
