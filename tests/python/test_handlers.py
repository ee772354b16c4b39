"""The routes, in a Jupyter server of this process with the fake sidecar behind them."""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
import re
import time
from pathlib import Path
from typing import Awaitable

import pytest
from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.base.handlers import JupyterHandler
from tornado.httpclient import HTTPClientError
from tornado.iostream import IOStream
from tornado.tcpclient import TCPClient
from traitlets import TraitError

from jupyterlab_kaptain_registry import handlers
from jupyterlab_kaptain_registry.app import KaptainRegistryApp
from jupyterlab_kaptain_registry.version import package_version

EXTENSION = "jupyterlab_kaptain_registry"
#: Copied for each request: pytest-jupyter adds the server's token to what it gets.
JSON = {"Content-Type": "application/json"}

pytestmark = [
    pytest.mark.usefixtures("fake_sidecar"),
    # Jupyter Server's own look at every route: one that asks for no login is a fault.
    pytest.mark.filterwarnings("error:Extension endpoints without"),
]


@pytest.fixture
def jp_server_config():
    return {
        "ServerApp": {
            "jpserver_extensions": {EXTENSION: True, "jupyter_server_terminals": False},
            "allow_unauthenticated_access": False,
        },
        "KaptainRegistryApp": {"request_timeout": 5.0},
    }


@pytest.fixture
def extension(jp_serverapp) -> KaptainRegistryApp:
    return jp_serverapp.extension_manager.extension_apps[EXTENSION].copy().pop()


@pytest.fixture(autouse=True)
def stopped(request, jp_asyncio_loop):
    """Ends the sidecar of a server as a server's own end does, which the fixtures of pytest-jupyter leave out."""
    extension = request.getfixturevalue("extension") if "jp_serverapp" in request.fixturenames else None
    yield
    if extension is not None:
        jp_asyncio_loop.run_until_complete(extension.stop_extension())


@pytest.fixture
def post(jp_fetch):
    """POST a JSON body; return status and the objects of the answer."""

    async def send(route: str, **body):
        response = await jp_fetch(
            "kaptain-registry",
            route,
            method="POST",
            headers={**JSON},
            body=json.dumps(body),
            raise_error=False,
            request_timeout=20,
        )
        return response, [json.loads(line) for line in response.body.decode().splitlines()]

    return send


@pytest.fixture
def open_run(http_server, jp_http_port, jp_base_url, jp_auth_header):
    """Send a run over a bare connection, so that its answer can be read, and left, line by line.

    ``http_server`` is what accepts connections: without it the port is open and nobody answers.
    """

    async def send(**body) -> IOStream:
        stream = await TCPClient().connect("127.0.0.1", jp_http_port)
        data = json.dumps({"protocol": 1, **body})
        lines = [
            f"POST {jp_base_url}kaptain-registry/run HTTP/1.1",
            "Host: localhost",
            *(f"{name}: {value}" for name, value in jp_auth_header.items()),
            "Content-Type: application/json",
            f"Content-Length: {len(data)}",
        ]
        await stream.write(("\r\n".join(lines) + "\r\n\r\n" + data).encode())
        head = await within(stream.read_until(b"\r\n\r\n"))
        assert head.startswith(b"HTTP/1.1 200")
        return stream

    return send


def seen(events: list) -> dict:
    return json.loads(events[-1]["context"]["known"][0])


async def until(condition, limit: float = 10.0) -> None:
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        await asyncio.sleep(0.01)


async def test_status_says_version_protocol_and_state_and_nothing_else(jp_fetch, extension):
    response = await jp_fetch("kaptain-registry", "status")
    assert json.loads(response.body) == {"version": package_version(), "protocol": 1, "sidecar": "stopped"}
    assert extension.sidecar.pid is None


async def test_status_is_no_activity(jp_fetch, jp_serverapp, post):
    before = jp_serverapp.web_app.settings.get("api_last_activity")
    await jp_fetch("kaptain-registry", "status")
    assert jp_serverapp.web_app.settings.get("api_last_activity") == before
    await post("run", protocol=1)
    assert jp_serverapp.web_app.settings.get("api_last_activity") != before


async def test_run_streams_id_plan_outcomes_and_report(post):
    response, events = await post("run", protocol=1)
    assert response.code == 200
    assert response.headers["Content-Type"] == "application/x-ndjson"
    assert response.headers["Cache-Control"] == "no-store"
    assert [event["type"] for event in events] == ["run", "plan", "outcome", "report"]
    assert len({event["id"] for event in events}) == 1
    assert {name: events[0][name] for name in ("type", "protocol")} == {"type": "run", "protocol": 1}
    assert seen(events)["params"] == {"clicked": False, "id": events[0]["id"]}


async def test_run_tells_what_the_administrator_says(post, extension, jp_root_dir):
    extension.registries = ["company.registry:5000"]
    extension.cluster_admin_contact = "platform team, room 12"
    _, events = await post("run", protocol=1)
    site = events[0]["site"]
    assert site["registries"] == ["company.registry:5000"]
    assert site["contacts"] == {"clusterAdmin": "platform team, room 12", "registryOwner": None}
    assert site["root"] == str(jp_root_dir)
    assert site["command"].endswith("kaptain-registry")
    assert site["may"] == {"chooseRegistry": True, "choosePlaces": True}
    extension.allow_registry_override = extension.allow_path_override = False
    _, events = await post("run", protocol=1)
    assert events[0]["site"]["may"] == {"chooseRegistry": False, "choosePlaces": False}


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("registries", ["https://company.registry"], "host or host:port"),
        ("registries", [f"r{number}.test" for number in range(21)], "at most 20"),
        ("cluster_admin_contact", "two\nlines", "one line"),
        ("registry_owner_contact", "\x1b[31mred", "one line"),
        ("registry_owner_contact", "x" * 201, "one line"),
    ],
)
def test_what_the_administrator_says_is_checked(extension, name, value, reason):
    with pytest.raises(TraitError, match=reason):
        setattr(extension, name, value)


async def test_run_passes_its_fields_on(post):
    fields = {"registry": "my.registry:5000", "dockerConfig": "/a", "caFile": "/b", "only": ["tls.chain"]}
    _, events = await post("run", protocol=1, clicked=True, **fields)
    assert seen(events)["params"] == {**fields, "clicked": True, "id": events[0]["id"]}


async def test_the_id_comes_before_the_run_ends_and_cancels_it(post, open_run):
    stream = await open_run(registry="wait.test")
    first = json.loads(await read_event(stream))
    assert first["type"] == "run"
    assert json.loads(await read_event(stream))["type"] == "plan"
    _, answer = await post("cancel", id=first["id"])
    assert answer == [{"cancelled": True}]
    last = json.loads(await read_event(stream))
    assert (last["type"], last["id"], last["error"]["code"]) == ("error", first["id"], "cancelled")
    stream.close()
    _, answer = await post("cancel", id=first["id"])
    assert answer == [{"cancelled": False}]


async def test_a_run_ends_when_its_client_goes_away(extension, open_run, monkeypatch):
    cancelled: list = []
    cancel = extension.sidecar.cancel
    monkeypatch.setattr(extension.sidecar, "cancel", lambda run_id: cancelled.append(run_id) or cancel(run_id))
    stream = await open_run(registry="wait.test")
    run_id = json.loads(await read_event(stream))["id"]
    await read_event(stream)
    assert cancelled == []
    stream.close()
    await until(lambda: run_id in cancelled and not extension.sidecar._runs)
    assert extension.sidecar.state == "running"


async def test_the_kernel_of_the_notebook_decides_about_home(post, jp_data_dir, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = Path(jp_data_dir) / "kernels" / "other"
    folder.mkdir(parents=True)
    spec = {
        "argv": ["/usr/bin/python3.8", "-m", "ipykernel", "-f", "{connection_file}"],
        "display_name": "Python 3.8",
        "language": "python",
        "env": {"HOME": "${HOME}/of-kernel", "PATH": "/bin", "AWS_SECRET_ACCESS_KEY": "canary"},
    }
    (folder / "kernel.json").write_text(json.dumps(spec))
    _, events = await post("run", protocol=1, kernel="other")
    told = seen(events)
    assert told["params"]["environment"] == {"HOME": f"{tmp_path}/of-kernel"}
    assert told["environment"]["HOME"] == str(tmp_path)
    assert "canary" not in json.dumps(events)


async def test_an_unknown_kernel_adds_nothing(post):
    _, events = await post("run", protocol=1, kernel="no-such-kernel")
    assert seen(events)["params"]["environment"] == {}


async def test_a_kernel_manager_that_fails_stops_no_run(post, jp_serverapp, monkeypatch):
    def fail(name):
        raise RuntimeError("canary")

    monkeypatch.setattr(jp_serverapp.kernel_spec_manager, "get_kernel_spec", fail)
    _, events = await post("run", protocol=1, kernel="python3")
    assert events[-1]["type"] == "report"


@pytest.mark.parametrize(
    ("registry", "code"),
    [
        ("crash.test", "sidecar-failed"),
        ("garbage.test", "sidecar-failed"),
        ("form.test", "sidecar-failed"),
        ("result.test", "sidecar-failed"),
        ("refuse.test", "bad-request"),
    ],
)
async def test_a_failing_sidecar_ends_the_stream_with_a_typed_error(post, caplog, registry, code):
    response, events = await post("run", protocol=1, registry=registry)
    assert response.code == 200
    assert events[0]["type"] == "run"
    assert events[-1]["type"] == "error"
    assert events[-1]["error"]["code"] == code
    assert "secret-of-the-file" not in response.body.decode() + caplog.text
    assert "Traceback" not in caplog.text


async def test_a_fault_of_our_own_ends_the_stream_with_a_typed_error(post, extension, monkeypatch, caplog):
    async def fail(params, sink, clicked, witness):
        raise RuntimeError("canary")

    monkeypatch.setattr(extension.sidecar, "run", fail)
    response, events = await post("run", protocol=1)
    assert events[-1]["error"]["code"] == "internal"
    assert "RuntimeError" in caplog.text
    assert "canary" not in response.body.decode() + caplog.text


async def test_a_fault_before_the_run_is_typed_too(post, monkeypatch, caplog):
    def fail(body, policy):
        raise RuntimeError("canary")

    monkeypatch.setattr(handlers, "read_run", fail)
    response, (body,) = await post("run", protocol=1)
    assert response.code == 502
    assert body["code"] == "internal"
    assert "canary" not in response.body.decode() + caplog.text


@pytest.mark.parametrize(
    ("route", "body", "status", "code"),
    [
        ("run", {}, 400, "bad-request"),
        ("run", {"protocol": 1, "registry": "https://r"}, 400, "bad-request"),
        ("run", {"protocol": 1, "url": "https://r"}, 400, "bad-request"),
        ("run", {"protocol": 99}, 409, "protocol-mismatch"),
        ("cancel", {"id": "../x"}, 400, "bad-request"),
    ],
)
async def test_a_bad_request_starts_nothing(post, extension, route, body, status, code):
    response, answer = await post(route, **body)
    assert (response.code, answer[0]["code"]) == (status, code)
    assert set(answer[0]) == {"code", "message"}
    assert extension.sidecar.state == "stopped"


async def test_a_large_body_is_refused(jp_fetch, extension):
    response = await jp_fetch(
        "kaptain-registry", "run", method="POST", headers={**JSON}, body=b" " * 70000, raise_error=False
    )
    assert response.code == 400
    assert json.loads(response.body)["code"] == "bad-request"
    assert extension.sidecar.state == "stopped"


@pytest.mark.parametrize("route", ["run", "cancel"])
async def test_nothing_that_does_something_is_a_get(jp_fetch, route):
    response = await jp_fetch("kaptain-registry", route, raise_error=False)
    assert response.code == 405
    assert set(json.loads(response.body)) == {"code", "message"}


class RefusingAuthorizer(Authorizer):
    """Refuses everything about our resource and remembers what was asked."""

    asked: list = []  # noqa: RUF012

    def is_authorized(self, handler: JupyterHandler, user, action: str, resource: str) -> bool:
        self.asked.append((action, resource))
        return False


@pytest.mark.parametrize(
    ("route", "method", "action"),
    [("status", "GET", "read"), ("run", "POST", "execute"), ("cancel", "POST", "execute")],
)
async def test_an_authorizer_decides_about_every_route(jp_fetch, jp_serverapp, extension, route, method, action):
    RefusingAuthorizer.asked.clear()
    jp_serverapp.web_app.settings["authorizer"] = RefusingAuthorizer(parent=jp_serverapp)
    body = json.dumps({"protocol": 1, "id": "0" * 32}) if method == "POST" else None
    response = await jp_fetch("kaptain-registry", route, method=method, headers={**JSON}, body=body, raise_error=False)
    assert response.code == 403
    assert json.loads(response.body)["code"] == "forbidden"
    assert RefusingAuthorizer.asked == [(action, "kaptain-registry")]
    assert extension.sidecar.state == "stopped"


@pytest.mark.parametrize(("route", "method"), [("status", "GET"), ("run", "POST"), ("cancel", "POST")])
async def test_without_login_every_route_is_closed(http_server_client, extension, jp_base_url, route, method):
    with pytest.raises(HTTPClientError) as caught:
        await http_server_client.fetch(
            f"{jp_base_url}kaptain-registry/{route}",
            method=method,
            body=json.dumps({"protocol": 1}) if method == "POST" else None,
            follow_redirects=False,
        )
    assert caught.value.code == 403
    assert extension.sidecar.state == "stopped"


def test_every_verb_checks_login_then_permission():
    verbs = 0
    for handler in vars(handlers).values():
        if not (isinstance(handler, type) and issubclass(handler, handlers.KaptainRegistryHandler)):
            continue
        assert handler.auth_resource == "kaptain-registry"
        source = inspect.getsource(handler)
        for verb in ("get", "head", "post", "put", "patch", "delete"):
            if verb in vars(handler):
                verbs += 1
                text = source[: source.index(f"async def {verb}(")].splitlines()[-3:-1]
                assert text[0].strip() == "@web.authenticated"
                assert text[1].strip().startswith("@authorized")
    assert verbs == 3


def test_no_route_was_forgotten_by_the_tests_above(extension):
    assert [pattern for pattern, *_ in extension.handlers] == [
        f"/kaptain-registry/{route}" for route in ("status", "run", "cancel")
    ]


def test_traits_are_documented_and_checked(extension):
    traits = dict(extension.class_own_traits(config=True))
    assert set(traits) == {
        "node_path",
        "idle_timeout",
        "request_timeout",
        "max_restarts",
        "docker_config_path",
        "certificate_path",
        "registries",
        "cluster_admin_contact",
        "registry_owner_contact",
        "allow_registry_override",
        "allow_path_override",
    }
    for trait in traits.values():
        assert len(trait.help) > 40
    page = (Path(__file__).resolve().parents[2] / "docs" / "server.md").read_text()
    documented = re.findall(r"^\| `(\w+)` \| (\S+) \|", page, re.MULTILINE)
    assert {name: "" if text == "empty" else ast.literal_eval(text.strip("`")) for name, text in documented} == {
        name: trait.default(extension) for name, trait in traits.items()
    }
    assert extension.request_timeout == 5.0
    for path in ("node_path", "docker_config_path", "certificate_path"):
        with pytest.raises(TraitError, match="absolute"):
            setattr(extension, path, "relative/path")


async def read_event(stream: IOStream) -> bytes:
    """Read one chunk of a chunked answer: each event is flushed on its own."""
    size = int(await within(stream.read_until(b"\r\n")), 16)
    return (await within(stream.read_bytes(size + 2))).strip()


async def within(work: Awaitable, limit: float = 10.0):
    """Wait for what a server has to send; fail when it does not come."""
    return await asyncio.wait_for(work, limit)
