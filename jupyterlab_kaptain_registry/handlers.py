"""The routes of the server half. Whatever carries data or causes traffic is a POST, which XSRF protects."""

from __future__ import annotations

import asyncio
import inspect
import json
import uuid
from typing import TYPE_CHECKING, Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web
from tornado.iostream import StreamClosedError

from .bodies import RunRequest, read_cancel, read_run
from .guard import refusal
from .interpreters import find_interpreters
from .kernel import kernel_facts
from .protocol import PROTOCOL, Json, KaptainRegistryError
from .schemas import fault
from .version import package_version
from .witness import Interpreter, Witness

if TYPE_CHECKING:
    from .app import KaptainRegistryApp

#: Name of the resource that an authorizer decides about.
AUTH_RESOURCE = "kaptain-registry"

#: HTTP status of the causes that end a request before a run begins.
#: Not 500 for the last one: Jupyter Server logs request headers with every status from 500 on, except 502.
STATUS = {"bad-request": 400, "forbidden": 403, "protocol-mismatch": 409}
OTHER_STATUS = 502


class KaptainRegistryHandler(APIHandler):
    """Base of the routes: one resource, errors of one form."""

    auth_resource = AUTH_RESOURCE

    def initialize(self, app: KaptainRegistryApp) -> None:
        """Receive the application that owns the sidecar and the settings."""
        self.kaptain = app

    async def prepare(self, **options: Any) -> None:
        """Let Jupyter Server judge the login and the XSRF token, then refuse what another page could have sent."""
        prepared: Any = super().prepare(**options)
        while inspect.isawaitable(prepared):
            prepared = await prepared
        if self._finished:
            return
        off = self.settings.get("disable_check_xsrf", False)
        refused = refusal(self.request, checks_xsrf=not (off or self.token_authenticated))
        if refused is not None:
            self._fail(refused.error, refused.status)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer what Jupyter Server and Tornado refuse (login, authorizer, XSRF, verb) in our form."""
        if status_code in (401, 403):
            self._fail(KaptainRegistryError("forbidden", "The server refused the request: reload the page."))
        elif status_code < 500:
            self._fail(KaptainRegistryError("bad-request"), status_code)
        else:
            self.set_status(OTHER_STATUS)
            self._fail(KaptainRegistryError("internal"))

    def log_exception(self, typ: Any, value: BaseException | None, tb: Any) -> None:
        """Log the class of an unexpected error, not its text, its trace or the request."""
        if isinstance(value, web.HTTPError):
            super().log_exception(typ, value, tb)
        else:
            self.log.error("kaptain-registry: %s in a handler", type(value).__name__)

    def _fail(self, error: KaptainRegistryError, status: int | None = None) -> None:
        self.set_status(status or STATUS.get(error.code, OTHER_STATUS))
        self.finish(json.dumps(error.body()))


class StatusHandler(KaptainRegistryHandler):
    """``GET status``: version, protocol, state of the sidecar. No path, no host, no finding."""

    # The panel may ask at any time; that is no sign of a person at work, by which idle notebooks are culled.
    _track_activity = False

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer ``ServerStatus`` of the protocol."""
        self.set_header("Cache-Control", "no-store")
        state = self.kaptain.sidecar.state
        self.finish(json.dumps({"version": package_version(), "protocol": PROTOCOL, "sidecar": state}))


class RunHandler(KaptainRegistryHandler):
    """``POST run``: runs the checks and streams what happens, one JSON object a line."""

    _run_id = ""

    @web.authenticated
    @authorized(action="execute")
    async def post(self) -> None:
        """Answer the run's id first, then the outcomes as they come, then the report or an error."""
        try:
            request = read_run(self.request.body, self.kaptain.policy)
            environment = await self._kernel_environment(request)
        except KaptainRegistryError as error:
            self._fail(error)
            return
        self._run_id = uuid.uuid4().hex
        self.set_header("Content-Type", "application/x-ndjson")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Accel-Buffering", "no")  # a proxy that collects the answer would take the progress away
        try:
            await self._send({"type": "run", "id": self._run_id, "protocol": PROTOCOL, "site": self.kaptain.site})
            witness = Witness(lambda: self._interpreters(request.kernel))
            await self._stream({**request.params, "id": self._run_id, **environment}, request.clicked, witness)
            self.finish(set_content_type="application/x-ndjson")
        except StreamClosedError:
            self._cancel()

    def on_connection_close(self) -> None:
        """End the run when its client goes away."""
        self._cancel()
        super().on_connection_close()

    async def _kernel_environment(self, request: RunRequest) -> Json:
        if request.kernel is None:
            return {}
        try:
            return {"environment": await kernel_facts(self.kernel_spec_manager, request.kernel)}
        except Exception as error:  # a kernel spec manager of another package may raise anything
            self.log.warning("kaptain-registry: %s while reading a kernel spec", type(error).__name__)
            return {}

    async def _interpreters(self, kernel: str | None) -> list[Interpreter]:
        try:
            return await find_interpreters(self.kernel_spec_manager, kernel)
        except Exception as error:  # a kernel spec manager of another package may raise anything
            self.log.warning("kaptain-registry: %s while reading the kernel specs", type(error).__name__)
            return []

    async def _stream(self, params: Json, clicked: bool, witness: Witness) -> None:
        """Pass on the events of a run as they come; end with the report or with an error."""
        events: asyncio.Queue[Json | None] = asyncio.Queue()
        task = asyncio.ensure_future(self.kaptain.sidecar.run(params, events.put_nowait, clicked, witness))
        task.add_done_callback(lambda _: events.put_nowait(None))
        try:
            event = await events.get()
            while event is not None:
                if event.get("type") in ("plan", "outcome"):
                    await self._send(_checked("event", event))
                event = await events.get()
            result = _checked("run-result", task.result())
            await self._send({"type": "report", "id": self._run_id, **result})
        except KaptainRegistryError as error:
            await self._send({"type": "error", "id": self._run_id, "error": error.body()})
        except StreamClosedError:
            raise
        except Exception as error:
            self.log.error("kaptain-registry: %s during a run", type(error).__name__)
            await self._send({"type": "error", "id": self._run_id, "error": KaptainRegistryError("internal").body()})
        finally:
            self._cancel()
            await asyncio.wait({task})
            if not task.cancelled():
                task.exception()

    async def _send(self, event: Json) -> None:
        self.write(json.dumps(event, separators=(",", ":")) + "\n")
        await self.flush()

    def _cancel(self) -> None:
        if self._run_id:
            self.kaptain.sidecar.cancel(self._run_id)


class CancelHandler(KaptainRegistryHandler):
    """``POST cancel``: ends the run of an id."""

    @web.authenticated
    @authorized(action="execute")
    async def post(self) -> None:
        """Answer whether there was such a run."""
        try:
            run_id = read_cancel(self.request.body)
        except KaptainRegistryError as error:
            self._fail(error)
            return
        self.finish(json.dumps({"cancelled": self.kaptain.sidecar.cancel(run_id)}))


def _checked(schema: str, value: Any) -> Json:
    """Return what the sidecar said when it fits the schema; its place, not its text, is told otherwise."""
    try:
        place = fault(schema, value)
    except OSError:
        message = "This installation is incomplete: install jupyterlab-kaptain-registry again with pip."
        raise KaptainRegistryError("sidecar-failed", message) from None
    if place is not None:
        raise KaptainRegistryError("sidecar-failed", f"The helper sent an answer of an unknown form ({place}).")
    result: Json = value
    return result
