"""One sidecar process and the JSON-RPC 2.0 with it, one object a line over its standard streams."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from typing import Any, Awaitable, Callable, Mapping, Sequence

from .coredumps import switch_off
from .crashlog import CrashLog
from .protocol import Json, KaptainRegistryError

#: Longest line in bytes that the sidecar may send.
LINE_LIMIT = 4 * 1024 * 1024

#: Seconds between closing its standard input and SIGTERM, and between SIGTERM and SIGKILL.
CLOSE_GRACE = 2.0
TERM_GRACE = 1.0

#: Seconds that a stream may stay open after the process has ended.
DRAIN = 0.5

#: JSON-RPC 2.0, section 5.1: method not found.
METHOD_NOT_FOUND = -32601

#: JSON-RPC 2.0, section 5.1: invalid parameters.
INVALID_PARAMS = -32602

#: JSON-RPC 2.0, section 5.1: internal error.
INTERNAL_ERROR = -32603

#: Answers a request of the sidecar; None for a method that it does not know.
OnRequest = Callable[[str, Json], Awaitable[Any]]

#: Codes of the sidecar's error answers (``RPC_CODES`` in ``src/node/rpc.ts``) that have a cause of their own.
CAUSES = {1: "cancelled", 2: "protocol-mismatch", -32602: "bad-request"}


class Child:
    """A running sidecar. Made by ``Child.spawn``.

    ``ended`` is done when the process is gone and every pending request has failed.
    """

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        on_event: Callable[[Json], None],
        on_request: OnRequest | None = None,
    ) -> None:
        self._process = process
        self._on_event = on_event
        self._on_request = on_request
        self._answering: set[asyncio.Future[None]] = set()
        self._pending: dict[int, asyncio.Future[Any]] = {}
        self._next_id = 0
        self._stopping = False
        self._ending = False
        self.crash_log = CrashLog()
        self.ended = asyncio.ensure_future(self._watch())

    @classmethod
    async def spawn(
        cls,
        argv: Sequence[str],
        environment: Mapping[str, str],
        on_event: Callable[[Json], None],
        on_request: OnRequest | None = None,
    ) -> Child:
        """Start a process in a session of its own.

        :param argv: program and arguments
        :param environment: its whole environment
        :param on_event: called with the parameters of each ``event`` notification
        :param on_request: called with method and parameters of each request
        :raises OSError: when the program cannot be started, or core dumps cannot be switched off
        """
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=dict(environment),
            cwd="/",
            start_new_session=True,
            limit=LINE_LIMIT,
        )
        try:
            switch_off(process.pid)  # before it is asked for anything: it has read nothing yet
        except OSError:
            process.kill()
            await process.wait()
            raise
        return cls(process, on_event, on_request)

    @property
    def pid(self) -> int:
        """Process id, also that of its process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether requests can be sent."""
        return not self._stopping and not self._ending

    async def request(self, method: str, params: Json, timeout: float) -> Any:
        """Send a request and wait for its result.

        :param timeout: seconds
        :raises KaptainRegistryError: ``sidecar-failed``, ``sidecar-timeout``, or what the sidecar answered
        """
        if not self.alive:
            raise KaptainRegistryError("sidecar-failed")
        self._next_id += 1
        number = self._next_id
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._pending[number] = answer
        try:
            self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
            done, _ = await asyncio.wait({answer}, timeout=timeout)
            if not done:
                raise KaptainRegistryError("sidecar-timeout")
            return answer.result()
        finally:
            self._pending.pop(number, None)

    def notify(self, method: str, params: Json) -> None:
        """Send a notification; nothing happens when the process is gone."""
        if self.alive:
            self._send({"jsonrpc": "2.0", "method": method, "params": params})

    async def stop(self) -> None:
        """Ask it to end by closing its standard input, then with SIGTERM, then with SIGKILL; wait until it is gone."""
        self._stopping = True
        self._close_input()
        for patience, number in ((CLOSE_GRACE, signal.SIGTERM), (TERM_GRACE, signal.SIGKILL)):
            done, _ = await asyncio.wait({self.ended}, timeout=patience)
            if done:
                return
            self._signal(number)
        await self.ended

    async def kill(self) -> None:
        """End it at once and wait until it is gone."""
        self._signal(signal.SIGKILL)
        await self.ended

    def _send(self, message: Json) -> None:
        assert self._process.stdin is not None
        if not self._process.stdin.is_closing():
            self._process.stdin.write(json.dumps(message, separators=(",", ":")).encode() + b"\n")

    def _close_input(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _signal(self, number: signal.Signals) -> None:
        # The group, so that nothing it may have started outlives it; only while its id cannot belong to another.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, number)

    async def _watch(self) -> None:
        """Read until the process ends or breaks the protocol; then end it and fail what is pending."""
        reading = asyncio.ensure_future(self._read())
        errors = asyncio.ensure_future(self._read_errors())
        exited = asyncio.ensure_future(self._process.wait())
        try:
            await asyncio.wait({reading, exited}, return_when=asyncio.FIRST_COMPLETED)
            self._ending = True
            if exited.done():
                await asyncio.wait({reading}, timeout=DRAIN)
            elif not self._stopping:
                self._signal(signal.SIGKILL)  # it closed its output or sent what is no message
            self._fail_pending()
            await self._discard()
            await exited
            await asyncio.wait({errors}, timeout=DRAIN)
        finally:
            self._ending = True
            tasks: list[asyncio.Future[Any]] = [reading, errors, exited, *self._answering]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._close_input()
            self._fail_pending()

    def _fail_pending(self) -> None:
        for answer in self._pending.values():
            if not answer.done():
                answer.set_exception(KaptainRegistryError("sidecar-failed"))

    async def _read(self) -> None:
        """Handle messages until the stream ends or a line is no message."""
        assert self._process.stdout is not None
        while True:
            try:
                line = await self._process.stdout.readuntil(b"\n")
                message = json.loads(line)
            except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, RecursionError, OSError):
                return
            if not isinstance(message, dict) or not self._dispatch(message):
                return

    async def _discard(self) -> None:
        """Empty the output: asyncio does not notice the end of a process while a full pipe waits to be read."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            while await self._process.stdout.read(65536):
                pass

    async def _read_errors(self) -> None:
        assert self._process.stderr is not None
        while True:
            data = await self._process.stderr.read(4096)
            if not data:
                return
            self.crash_log.add(data)

    def _dispatch(self, message: Json) -> bool:
        """Handle one message; return whether it was one."""
        method, number = message.get("method"), message.get("id")
        if method is None:
            return self._answer(message)
        if number is not None:
            params = message.get("params")
            task = asyncio.ensure_future(self._respond(number, str(method), params if isinstance(params, dict) else {}))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
        elif method == "event" and isinstance(message.get("params"), dict):
            self._on_event(message["params"])
        return True

    async def _respond(self, number: object, method: str, params: Json) -> None:
        """Answer one request of the sidecar, with a code of ours when it cannot be."""
        try:
            result = None if self._on_request is None else await self._on_request(method, params)
        except KaptainRegistryError:
            answer: Json = {"error": {"code": INVALID_PARAMS, "message": "Invalid params"}}
        except Exception:  # whatever it is, the sidecar gets an answer, and no text of it is logged
            answer = {"error": {"code": INTERNAL_ERROR, "message": "Internal error"}}
        else:
            missing = {"error": {"code": METHOD_NOT_FOUND, "message": "Method not found"}}
            answer = missing if result is None else {"result": result}
        self._send({"jsonrpc": "2.0", "id": number, **answer})

    def _answer(self, message: Json) -> bool:
        number = message.get("id")
        if not isinstance(number, int) or not ("result" in message or "error" in message):
            return False
        answer = self._pending.get(number)
        if answer is None or answer.done():
            return True  # its request was given up
        if "error" in message:
            answer.set_exception(KaptainRegistryError(_cause(message["error"])))
        else:
            answer.set_result(message["result"])
        return True


def _cause(error: object) -> str:
    """Return the cause behind the code of an error answer; ``internal`` when it names none that we know."""
    code = error.get("code") if isinstance(error, dict) else None
    return CAUSES.get(code, "internal") if isinstance(code, int) else "internal"
