"""The supervisor, against a real Node process that misbehaves on demand."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from jupyterlab_kaptain_registry import child as child_module
from jupyterlab_kaptain_registry import sidecar as sidecar_module
from jupyterlab_kaptain_registry.node import find_node
from jupyterlab_kaptain_registry.protocol import KaptainRegistryError
from jupyterlab_kaptain_registry.sidecar import Sidecar

RUN = "0" * 32


def params(registry: str = "", run_id: str = RUN) -> dict:
    return {"id": run_id, "clicked": False, **({"registry": registry} if registry else {})}


def seen(result: dict) -> dict:
    """What the fake sidecar says reached it."""
    return json.loads(result["context"]["known"][0])


async def until(condition, limit: float = 10.0) -> None:
    """Wait for a state that has no event to wait for; fail when it does not come."""
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        await asyncio.sleep(0.01)


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def own_sidecars() -> list:
    """The sidecars that this process has started and that still run."""
    own = psutil.Process().children(recursive=True)
    return [process for process in own if "fake_sidecar.mjs" in " ".join(process.cmdline())]


async def cause(sidecar: Sidecar, registry: str, clicked: bool = False) -> str:
    with pytest.raises(KaptainRegistryError) as caught:
        await sidecar.run(params(registry), lambda event: None, clicked)
    return caught.value.code


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch):
    """Takes the wait before a restart away."""
    monkeypatch.setattr("jupyterlab_kaptain_registry.restarts.FIRST_DELAY", 0.0)


async def test_starts_with_the_first_run_and_answers_events_in_order(make_sidecar):
    sidecar = make_sidecar()
    assert sidecar.state == "stopped"
    events: list = []
    result = await sidecar.run(params(), events.append)
    assert sidecar.state == "running"
    assert [event["type"] for event in events] == ["run", "plan", "outcome"]
    assert seen(result)["params"]["id"] == RUN
    pid = sidecar.pid
    await sidecar.run(params(), events.append)
    assert sidecar.pid == pid
    await sidecar.stop()
    assert sidecar.state == "stopped"
    assert gone(pid)


async def test_first_answer_is_logged_with_its_duration(make_sidecar, caplog):
    caplog.set_level(logging.INFO)
    sidecar = make_sidecar()
    await sidecar.run(params(), lambda event: None)
    await sidecar.stop()
    lines = [record.message for record in caplog.records if "first answer after" in record.message]
    assert len(lines) == 1
    print("\n" + lines[0])  # noqa: T201 - a figure for the reader; durations are not judged by tests


async def test_environment_travels_as_data_only(make_sidecar, monkeypatch):
    monkeypatch.setenv("JUPYTER_TOKEN", "canary-token")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary-key")
    monkeypatch.setenv("HTTPS_PROXY", "http://user:canary-proxy@proxy:3128")
    monkeypatch.setenv("DOCKER_AUTH_CONFIG", '{"canary": "auth"}')
    monkeypatch.setenv("NODE_OPTIONS", "--no-warnings")
    monkeypatch.setenv("NODE_EXTRA_CA_CERTS", "/canary.crt")
    monkeypatch.setenv("HOME", "/canary/home")
    monkeypatch.setenv("LANG", "C.UTF-8")
    sidecar = make_sidecar()
    told = seen(await sidecar.run(params(), lambda event: None))
    process = psutil.Process(sidecar.pid)
    raw = Path(f"/proc/{sidecar.pid}/environ").read_text()
    arguments = " ".join(process.cmdline())
    working_folder = process.cwd()
    await sidecar.stop()
    assert told["environment"]["HTTPS_PROXY"] == "http://user:canary-proxy@proxy:3128"
    assert told["environment"]["HOME"] == "/canary/home"
    assert told["environment"]["NODE_EXTRA_CA_CERTS"] == "/canary.crt"
    assert "JUPYTER_TOKEN" not in told["environment"]
    assert "AWS_SECRET_ACCESS_KEY" not in told["environment"]
    assert "canary" not in raw + arguments
    assert "NODE_" not in raw
    assert set(told["variables"]) <= {"LANG", "LC_ALL", "TZ"}
    assert told["variables"]["LANG"] == "C.UTF-8"
    assert working_folder == "/"


@pytest.mark.parametrize("fault", ["crash.test", "garbage.test", "oversized.test"])
async def test_a_broken_sidecar_fails_its_run_at_once_and_is_started_again(make_sidecar, no_wait, fault):
    sidecar = make_sidecar()
    await sidecar.run(params(), lambda event: None)
    pid = sidecar.pid
    started = time.monotonic()
    assert await cause(sidecar, fault) == "sidecar-failed"
    assert time.monotonic() - started < 5
    await until(lambda: gone(pid))
    await sidecar.run(params(), lambda event: None)
    assert sidecar.pid not in (None, pid)
    await sidecar.stop()


async def test_a_crash_fails_every_pending_run(make_sidecar, no_wait):
    sidecar = make_sidecar()
    waiting = [
        asyncio.ensure_future(sidecar.run(params("wait.test", str(number) * 32), lambda event: None))
        for number in (1, 2, 3)
    ]
    await until(lambda: sidecar.state == "running")
    assert await cause(sidecar, "crash.test") == "sidecar-failed"
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [result.code for result in results] == ["sidecar-failed"] * 3
    await sidecar.stop()


async def test_a_killed_sidecar_is_noticed_without_a_request(make_sidecar, no_wait):
    sidecar = make_sidecar()
    await sidecar.run(params(), lambda event: None)
    os.kill(sidecar.pid, signal.SIGKILL)
    await until(lambda: sidecar.state == "stopped")
    await sidecar.run(params(), lambda event: None)
    await sidecar.stop()


async def test_a_hanging_sidecar_is_ended_at_the_limit(make_sidecar, no_wait):
    sidecar = make_sidecar(request_timeout=0.5)
    await sidecar.run(params(), lambda event: None)
    pid = sidecar.pid
    assert await cause(sidecar, "hang.test") == "sidecar-timeout"
    assert gone(pid)
    await sidecar.run(params(), lambda event: None)
    await sidecar.stop()


async def test_is_broken_after_some_failures_until_a_person_asks(make_sidecar, no_wait):
    sidecar = make_sidecar(max_restarts=3)
    for _ in range(3):
        assert await cause(sidecar, "crash.test") == "sidecar-failed"
        await until(lambda: sidecar.state in ("stopped", "broken"))
    await until(lambda: sidecar.state == "broken")
    assert await cause(sidecar, "") == "sidecar-broken"
    assert sidecar.pid is None
    await sidecar.run(params(), lambda event: None, clicked=True)
    assert sidecar.state == "running"
    await sidecar.stop()


async def test_waits_before_it_starts_again(make_sidecar, monkeypatch):
    monkeypatch.setattr("jupyterlab_kaptain_registry.restarts.FIRST_DELAY", 0.3)
    sidecar = make_sidecar()
    assert await cause(sidecar, "crash.test") == "sidecar-failed"
    await until(lambda: sidecar.state == "stopped")
    failed = time.monotonic()
    again = asyncio.ensure_future(sidecar.run(params(), lambda event: None))
    await until(lambda: sidecar.state == "starting")
    await again
    assert time.monotonic() - failed >= 0.25
    await sidecar.stop()


@pytest.mark.parametrize(("fault", "code"), [("crash", "sidecar-failed"), ("old", "protocol-mismatch")])
async def test_a_start_that_fails_is_told(make_sidecar, fake_script, no_wait, fault, code):
    (fake_script.parent / "start-fault").write_text(fault)
    sidecar = make_sidecar()
    assert await cause(sidecar, "") == code
    assert sidecar.state == "stopped"
    (fake_script.parent / "start-fault").unlink()
    await sidecar.run(params(), lambda event: None)
    await sidecar.stop()


async def test_a_start_that_hangs_is_ended_at_its_limit(make_sidecar, fake_script, no_wait, monkeypatch):
    monkeypatch.setattr(sidecar_module, "START_TIMEOUT", 0.3)
    (fake_script.parent / "start-fault").write_text("mute")
    sidecar = make_sidecar()
    assert await cause(sidecar, "") == "sidecar-timeout"
    assert sidecar.state == "stopped"
    assert own_sidecars() == []
    await sidecar.stop()


async def test_a_program_that_is_missing_is_told(make_sidecar, fake_script):
    fake_script.unlink()
    sidecar = make_sidecar()
    with pytest.raises(KaptainRegistryError, match="incomplete"):
        await sidecar.run(params(), lambda event: None)
    await sidecar.stop()


async def test_a_missing_node_is_a_state_of_its_own(fake_script, limits):
    found = [False]

    def find():
        if not found[0]:
            raise KaptainRegistryError("no-node")
        return find_node()

    sidecar = Sidecar(find, limits, logging.getLogger("kaptain-test"), fake_script)
    assert await cause(sidecar, "") == "no-node"
    assert sidecar.state == "no-node"
    found[0] = True
    await sidecar.run(params(), lambda event: None)
    assert sidecar.state == "running"
    await sidecar.stop()


async def test_a_node_that_cannot_be_started_is_told(fake_script, limits, tmp_path):
    program = tmp_path / "node"
    program.write_bytes(b"\0")
    program.chmod(0o755)
    sidecar = Sidecar(
        lambda: find_node()._replace(path=str(program)), limits, logging.getLogger("kaptain-test"), fake_script
    )
    assert await cause(sidecar, "") == "sidecar-failed"
    await sidecar.stop()


async def test_stops_when_idle_and_not_during_a_run(make_sidecar):
    sidecar = make_sidecar(idle_timeout=0.2)
    waiting = asyncio.ensure_future(sidecar.run(params("wait.test"), lambda event: None))
    await until(lambda: sidecar.state == "running")
    pid = sidecar.pid
    await sidecar.run(params(run_id="1" * 32), lambda event: None)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.shield(waiting), 0.6)
    assert sidecar.pid == pid
    sidecar.cancel(RUN)
    with pytest.raises(KaptainRegistryError):
        await waiting
    await until(lambda: sidecar.state == "stopped")
    await until(lambda: gone(pid))
    await sidecar.run(params(), lambda event: None)
    await sidecar.stop()


async def test_cancel_ends_one_run_and_leaves_the_others(make_sidecar):
    sidecar = make_sidecar()
    first = asyncio.ensure_future(sidecar.run(params("wait.test"), lambda event: None))
    other = asyncio.ensure_future(sidecar.run(params("wait.test", "1" * 32), lambda event: None))
    await until(lambda: sidecar.state == "running")
    assert sidecar.cancel(RUN)
    with pytest.raises(KaptainRegistryError) as caught:
        await first
    assert caught.value.code == "cancelled"
    assert not other.done()
    assert not sidecar.cancel(RUN)
    assert sidecar.cancel("1" * 32)
    with pytest.raises(KaptainRegistryError):
        await other
    await sidecar.stop()


async def test_cancel_before_the_start_leaves_the_start_to_the_others(make_sidecar):
    sidecar = make_sidecar()
    first = asyncio.ensure_future(sidecar.run(params(), lambda event: None))
    other = asyncio.ensure_future(sidecar.run(params(run_id="1" * 32), lambda event: None))
    await until(lambda: sidecar.state == "starting")
    assert sidecar.cancel(RUN)
    with pytest.raises(KaptainRegistryError) as caught:
        await first
    assert caught.value.code == "cancelled"
    assert (await other)["report"]["verdict"] == "ok"
    await sidecar.stop()


async def test_a_start_that_nobody_waits_for_any_more_ends_idle_too(make_sidecar):
    sidecar = make_sidecar(idle_timeout=0.2)
    run = asyncio.ensure_future(sidecar.run(params(), lambda event: None))
    await until(lambda: sidecar.state == "starting")
    assert sidecar.cancel(RUN)
    with pytest.raises(KaptainRegistryError):
        await run
    await until(lambda: sidecar.state == "running")
    pid = sidecar.pid
    await until(lambda: gone(pid))
    assert sidecar.state == "stopped"


async def test_events_reach_only_their_own_run(make_sidecar):
    sidecar = make_sidecar()
    events: dict = {"0" * 32: [], "1" * 32: []}
    await asyncio.gather(*(sidecar.run(params(run_id=run_id), events[run_id].append) for run_id in events))
    for run_id, received in events.items():
        assert {event["id"] for event in received} == {run_id}
    await sidecar.stop()


async def test_a_refusal_has_our_words_and_not_those_of_the_sidecar(make_sidecar):
    sidecar = make_sidecar()
    with pytest.raises(KaptainRegistryError) as caught:
        await sidecar.run(params("refuse.test"), lambda event: None)
    assert caught.value.code == "bad-request"
    assert "secret-of-the-file" not in str(caught.value)
    await sidecar.stop()


async def test_a_method_that_the_host_does_not_know_is_answered(make_sidecar):
    sidecar = make_sidecar()
    await sidecar.run(params("ask.test"), lambda event: None)
    assert sidecar.state == "running"
    await sidecar.stop()


async def test_what_a_crash_prints_is_not_logged(make_sidecar, no_wait, caplog):
    caplog.set_level(logging.DEBUG)
    sidecar = make_sidecar()
    assert await cause(sidecar, "crash.test") == "sidecar-failed"
    await until(lambda: "SyntaxError" in caplog.text)
    await sidecar.stop()
    assert "secret-of-the-file" not in caplog.text


async def test_stop_ends_a_deaf_sidecar(make_sidecar, fake_script, monkeypatch):
    monkeypatch.setattr(child_module, "CLOSE_GRACE", 0.2)
    monkeypatch.setattr(child_module, "TERM_GRACE", 0.2)
    (fake_script.parent / "start-fault").write_text("deaf")
    sidecar = make_sidecar()
    await sidecar.run(params(), lambda event: None)
    pid = sidecar.pid
    await sidecar.stop()
    assert gone(pid)


async def test_stop_during_the_start_leaves_no_process(make_sidecar):
    sidecar = make_sidecar()
    run = asyncio.ensure_future(sidecar.run(params(), lambda event: None))
    await until(lambda: sidecar.state == "starting")
    await sidecar.stop()
    with pytest.raises(KaptainRegistryError):
        await run
    assert own_sidecars() == []
    assert await cause(sidecar, "") == "sidecar-failed"


async def test_a_killed_server_leaves_no_sidecar(fake_script):
    """The server's process is killed so that it can clean up nothing; the sidecar ends with its standard input."""
    program = f"""
import asyncio, logging, pathlib
from jupyterlab_kaptain_registry.node import find_node
from jupyterlab_kaptain_registry.sidecar import Limits, Sidecar

async def main():
    sidecar = Sidecar(find_node, Limits(600, 10, 5), logging.getLogger(), pathlib.Path({str(fake_script)!r}))
    await sidecar.run({{"id": "0" * 32, "clicked": False}}, lambda event: None)
    print(sidecar.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=root) as server:
        assert server.stdout is not None
        pid = int(server.stdout.readline())
        assert not gone(pid)
        server.kill()
    await until(lambda: gone(pid), 5)
