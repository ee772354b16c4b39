"""Keeps one sidecar for the server: starts it when it is needed, watches it, stops it when it is idle."""

from __future__ import annotations

import asyncio
import os
import time
from logging import Logger
from pathlib import Path
from typing import Any, Callable, Coroutine, NamedTuple

from .child import Child
from .environment import child_environment, facts
from .node import Node, flags
from .protocol import PROTOCOL, Json, KaptainRegistryError
from .restarts import Restarts
from .witness import Witness

#: The sidecar's program, made by the build.
SCRIPT = Path(__file__).parent / "sidecar" / "sidecar.mjs"

#: Seconds that the first answer may take: a cold node can be slow to load a program of 120 MB.
START_TIMEOUT = 20.0

#: Receives the events of one run.
EventSink = Callable[[Json], None]


class Limits(NamedTuple):
    """What the traits of the application say, in seconds and numbers."""

    idle_timeout: float
    request_timeout: float
    max_restarts: int


class _Run:
    """A run from its request to its answer. ``child`` is None while it waits for a start."""

    def __init__(self, task: asyncio.Future[Any], sink: EventSink, witness: Witness | None) -> None:
        self.task = task
        self.sink = sink
        self.witness = witness
        self.child: Child | None = None
        self.cancelled = False


class Sidecar:
    """The sidecar as the handlers see it: ``run``, ``cancel``, ``stop`` and ``state``.

    :param find: finds Node.js; may block, is called in a thread
    :param limits: see ``Limits``
    :param log: receives process ids, durations and, at debug level, class names of errors; no text of the sidecar
    :param script: its program
    """

    def __init__(self, find: Callable[[], Node], limits: Limits, log: Logger, script: Path | None = None) -> None:
        self._find = find
        self._limits = limits
        self._log = log
        self._script = script
        self._restarts = Restarts(limits.max_restarts)
        self._child: Child | None = None
        self._starting: asyncio.Task[Child] | None = None
        self._no_node = False
        self._closed = False
        self._runs: dict[str, _Run] = {}
        self._idle: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    @property
    def state(self) -> str:
        """Return ``stopped``, ``starting``, ``running``, ``broken`` or ``no-node``."""
        if self._child is not None and self._child.alive:
            return "running"
        if self._starting is not None:
            return "starting"
        if self._no_node:
            return "no-node"
        return "broken" if self._restarts.broken else "stopped"

    @property
    def pid(self) -> int | None:
        """Process id of the sidecar, None while there is none."""
        return self._child.pid if self._child is not None and self._child.alive else None

    async def run(self, params: Json, sink: EventSink, clicked: bool = False, witness: Witness | None = None) -> Any:
        """Run the checks.

        :param params: ``RunParams`` of the protocol
        :param sink: called with each event of this run
        :param clicked: a person asked for it, so a broken sidecar is started once more
        :param witness: asks the notebook's Python for this run; ends with it
        :return: the sidecar's ``RunResult``, not yet checked
        :raises KaptainRegistryError: any cause of the protocol
        """
        if self._closed:
            raise KaptainRegistryError("sidecar-failed")
        task = asyncio.current_task()
        assert task is not None
        run = self._runs[params["id"]] = _Run(task, sink, witness)
        self._keep()
        try:
            run.child = await self._connect(clicked)
            return await self._ask(run.child, "run", params, self._limits.request_timeout)
        except asyncio.CancelledError:
            if not run.cancelled:
                raise
            raise KaptainRegistryError("cancelled") from None
        finally:
            del self._runs[params["id"]]
            if witness is not None:
                self._background(witness.close())
            self._rest()

    def cancel(self, run_id: str) -> bool:
        """Cancel a run; return whether there is one of that id."""
        run = self._runs.get(run_id)
        if run is None:
            return False
        run.cancelled = True
        if run.child is None:
            run.task.cancel()
        else:
            run.child.notify("cancel", {"id": run_id})
        return True

    async def stop(self) -> None:
        """End the sidecar for good and wait until it is gone."""
        self._closed = True
        self._keep()
        if self._starting is not None:
            self._starting.cancel()
        child, self._child = self._child, None
        if child is not None:
            await child.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connect(self, clicked: bool) -> Child:
        """Return a sidecar that runs; all who wait for the same start share it."""
        if self._child is not None and self._child.alive:
            return self._child
        if self._child is not None:
            await self._mourn(self._child)  # its failure counts before the next start is thought of
        if self._starting is None:
            if clicked and self._restarts.broken:
                self._restarts.reset()
            if self._restarts.broken:
                raise KaptainRegistryError("sidecar-broken")
            self._starting = self._background(self._start())
        starting = self._starting
        await asyncio.wait({starting})  # unlike `await starting`, a cancelled request leaves the start to the others
        if starting.cancelled():
            raise KaptainRegistryError("sidecar-failed")
        return starting.result()

    async def _start(self) -> Child:
        try:
            await asyncio.sleep(self._restarts.delay(time.monotonic()))
            node = await self._find_node()
            script = self._script or SCRIPT
            if not script.is_file():
                raise KaptainRegistryError(
                    "sidecar-failed",
                    "This installation is incomplete: install jupyterlab-kaptain-registry again with pip.",
                )
            started = time.monotonic()
            try:
                child = await Child.spawn(
                    [node.path, *flags(node), str(script)],
                    child_environment(os.environ, own_libraries=node.origin == "wheel"),
                    self._on_event,
                    self._on_request,
                )
            except OSError as error:
                self._restarts.failed(time.monotonic())
                self._log.warning("kaptain-registry: Node.js could not be started: %s", type(error).__name__)
                raise KaptainRegistryError("sidecar-failed") from None
            await self._greet(child)
            duration = 1000 * (time.monotonic() - started)
            self._log.info("kaptain-registry: helper %d started, first answer after %.0f ms", child.pid, duration)
            self._child = child
            self._background(self._mourn(child))
            self._rest()  # whoever asked for it may have given up by now
            return child
        finally:
            self._starting = None

    async def _find_node(self) -> Node:
        try:
            node = await asyncio.get_running_loop().run_in_executor(None, self._find)
        except KaptainRegistryError:
            self._no_node = True
            raise
        self._no_node = False
        self._log.debug("kaptain-registry: Node.js %d from %s", node.major, node.origin)
        return node

    async def _greet(self, child: Child) -> None:
        """Send ``initialize``; a child that does not answer it well is ended."""
        params = {"protocol": PROTOCOL, "environment": facts(os.environ), "host": {"witness": True}}
        try:
            answer = await self._ask(child, "initialize", params, START_TIMEOUT)
        except KaptainRegistryError:
            await child.stop()
            self._record(child)
            raise
        except asyncio.CancelledError:
            await child.stop()
            raise
        if not isinstance(answer, dict) or answer.get("protocol") != PROTOCOL:
            await child.stop()
            raise KaptainRegistryError("protocol-mismatch")

    async def _ask(self, child: Child, method: str, params: Json, timeout: float) -> Any:
        try:
            return await child.request(method, params, timeout)
        except KaptainRegistryError as error:
            if error.code == "sidecar-timeout":
                self._log.warning("kaptain-registry: helper %d does not answer and is ended", child.pid)
                await child.kill()
            raise

    async def _mourn(self, child: Child) -> None:
        """Wait for the end of a child and record it, once, when nobody asked for it."""
        await asyncio.wait({child.ended})
        if self._child is child:
            self._child = None
            self._record(child)

    def _record(self, child: Child) -> None:
        self._restarts.failed(time.monotonic())
        self._log.warning("kaptain-registry: helper %d ended unexpectedly", child.pid)
        for line in child.crash_log.lines():
            self._log.debug("kaptain-registry: helper %d: %s", child.pid, line)

    def _on_event(self, event: Json) -> None:
        run = self._runs.get(str(event.get("id")))
        if run is not None:
            run.sink(event)

    async def _on_request(self, method: str, params: Json) -> Json | None:
        """Answer what the sidecar asks its host for: the witness of a run that is under way."""
        if method != "host/witness":
            return None
        run = self._runs.get(str(params.get("run")))
        if run is None or run.witness is None:
            raise KaptainRegistryError("bad-request")
        return await run.witness.answer(params)

    def _keep(self) -> None:
        """Forget the idle timer."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        """Start the idle timer when nothing runs."""
        if not self._runs and self._child is not None and not self._closed:
            self._keep()
            self._idle = asyncio.get_running_loop().call_later(self._limits.idle_timeout, self._retire)

    def _retire(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            self._log.info("kaptain-registry: helper %d is idle and stops", child.pid)
            self._background(child.stop())

    def _background(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # taken note of, so that asyncio does not log its text: who waited for it has it
