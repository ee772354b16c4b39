"""The notebook's own Python as the server half starts it: real interpreters, and stubs that misbehave."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from small_registry import PASSWORD, serving

from jupyterlab_kaptain_registry import witness as module
from jupyterlab_kaptain_registry.interpreters import find_interpreters, interpreter_of
from jupyterlab_kaptain_registry.node import find_node
from jupyterlab_kaptain_registry.protocol import KaptainRegistryError
from jupyterlab_kaptain_registry.sidecar import Limits, Sidecar
from jupyterlab_kaptain_registry.witness import Interpreter, Witness, proxies

ROOT = Path(__file__).parent.parent.parent
SURVEY = '{"id":0,"python":"3.8.1"}'


@pytest.fixture(autouse=True)
def _script_of_the_sources(monkeypatch):
    monkeypatch.setattr(module, "SCRIPT", ROOT / "src" / "node" / "witness" / "python" / "witness.py")


@pytest.fixture
def stub(tmp_path):
    """Make an interpreter that is a shell script."""

    def make(script: str) -> str:
        path = tmp_path / f"python-{len(list(tmp_path.iterdir()))}"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return make


def found(*paths: str, **environ: str):
    """Find these interpreters; the first one is the current notebook's."""
    names = {"PATH": os.environ["PATH"], **environ}

    async def find() -> list[Interpreter]:
        return [Interpreter(f"kernel {place}", path, place == 0, names) for place, path in enumerate(paths)]

    return find


async def survey(witness: Witness, limit: int = 20_000) -> list[dict]:
    answer = await witness.answer({"run": "r", "limitMs": limit, "question": {"ask": "survey"}})
    return answer["interpreters"]


def handshake(**changes) -> dict:
    question = {
        "ask": "handshake",
        "interpreter": 0,
        "host": "registry.test",
        "port": 1,
        "address": "127.0.0.1",
        "caFile": None,
        "seconds": 5,
        **changes,
    }
    return {"run": "r", "limitMs": 20_000, "question": question}


def test_the_names_are_those_of_the_command():
    text = (ROOT / "src" / "node" / "witness" / "environment.ts").read_text()
    lists = re.findall(r"export const (\w+) = \[([^\]]+)\]", text)
    names = {name: tuple(re.findall(r"'(\w+)'", body)) for name, body in lists}
    assert names == {"WITNESS_NAMES": module.WITNESS_NAMES, "PROXY_NAMES": module.PROXY_NAMES}


async def test_a_real_python_tells_versions_and_greets():
    witness = Witness(found(sys.executable))
    (first,) = await survey(witness)
    assert (first["name"], first["current"], first["reply"]["fault"]) == ("kernel 0", True, None)
    told = first["reply"]["answer"]
    assert told["python"] == ".".join(map(str, sys.version_info[:3]))
    assert told["openssl"].startswith("OpenSSL")
    assert told["urllib3"]
    refused = await witness.answer(handshake())
    assert refused["answer"]["outcome"] == "refused"
    sdk = await witness.answer({"run": "r", "limitMs": 20_000, "question": {"ask": "sdk", "interpreter": 0}})
    assert sdk["answer"]["found"] is False
    await witness.close()
    assert not [item for item in psutil.Process().children() if "witness.py" in " ".join(item.cmdline())]


def test_the_script_ends_with_its_standard_input():
    """A host that was killed leaves no witness behind."""
    done = subprocess.run([sys.executable, "-I", module.SCRIPT, "early"], input=b"", capture_output=True, check=True)
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("exit 0", "ended"),
        ("exit 3", "ended"),
        ("kill -9 $$", "ended"),
        ("echo Welcome; sleep 60", "unreadable"),
        ("echo '{}'; sleep 60", "unreadable"),
        ("cat /dev/zero", "too-much"),
        ("yes '{\"id\":7}'", "too-much"),
    ],
)
async def test_a_misbehaving_interpreter_is_a_typed_fault(stub, script, fault):
    witness = Witness(found(stub(script)))
    (first,) = await survey(witness)
    assert first["reply"] == {"fault": fault}
    assert await witness.answer(handshake()) == {"fault": fault}
    await witness.close()


@pytest.mark.parametrize("path", ["/nowhere/python", "/tmp", "py\0thon"])
async def test_what_cannot_be_started_is_a_typed_fault(path):
    witness = Witness(found(path))
    (first,) = await survey(witness)
    assert first["reply"] == {"fault": "not-started"}
    await witness.close()


async def test_a_hanging_interpreter_is_ended_at_its_limit_with_its_children(stub, tmp_path):
    witness = Witness(found(stub(f"sleep 600 & echo $! $$ > {tmp_path}/pids; wait")))
    (first,) = await survey(witness, 1000)
    assert first["reply"] == {"fault": "timeout"}
    for pid in (tmp_path / "pids").read_text().split():
        while psutil.pid_exists(int(pid)) and psutil.Process(int(pid)).status() != psutil.STATUS_ZOMBIE:
            await asyncio.sleep(0)
    await witness.close()


async def test_a_late_answer_leaves_other_questions_alone(stub):
    answers = """read one; read two; echo '{"id":2,"found":false}'; sleep 60"""
    witness = Witness(found(stub(f"echo '{SURVEY}'; {answers}")))
    await survey(witness)
    late = asyncio.ensure_future(witness.answer({**handshake(), "limitMs": 300}))
    await asyncio.sleep(0)
    sdk = await witness.answer({"run": "r", "limitMs": 20_000, "question": {"ask": "sdk", "interpreter": 0}})
    assert sdk["answer"] == {"id": 2, "found": False}
    assert await late == {"fault": "timeout"}
    await witness.close()


async def test_the_end_of_the_run_ends_every_wait(stub):
    witness = Witness(found(stub(f"echo '{SURVEY}'; sleep 600")))
    await survey(witness)
    waiting = asyncio.ensure_future(witness.answer(handshake()))
    await asyncio.sleep(0)
    await witness.close()
    assert await waiting == {"fault": "ended"}


async def test_proxy_values_go_through_standard_input_only(stub, tmp_path):
    proxy = "http://user:canary@proxy.test:3128"
    script = f"""env > {tmp_path}/env; cat /proc/$$/cmdline > {tmp_path}/argv; echo '{SURVEY}'
read line; echo "$line" > {tmp_path}/stdin; echo '{{"id":1}}'; sleep 60"""
    witness = Witness(found(stub(script), HTTPS_PROXY=proxy, JUPYTER_TOKEN="canary", HOME="/home/kubeflow"))
    await survey(witness)
    await witness.answer(handshake())
    await witness.close()
    assert "canary" not in (tmp_path / "env").read_text() + (tmp_path / "argv").read_text()
    assert "HOME=/home/kubeflow" in (tmp_path / "env").read_text()
    assert proxy in (tmp_path / "stdin").read_text()


def test_without_a_proxy_no_variable_is_passed():
    assert proxies({"NO_PROXY": "x", "HOME": "/"}) == {}
    assert proxies({"NO_PROXY": "x", "http_proxy": "http://p"}) == {"NO_PROXY": "x", "http_proxy": "http://p"}


@pytest.mark.parametrize(
    "change",
    [
        {"host": "https://registry.test"},
        {"host": "registry.test:5000/x"},
        {"port": 0},
        {"port": "443"},
        {"address": "other.test"},
        {"caFile": "relative.crt"},
        {"caFile": "/a\0b"},
        {"seconds": 1e9},
        {"seconds": True},
        {"interpreter": 1},
        {"interpreter": -1},
        {"ask": "run"},
    ],
)
async def test_other_questions_are_refused(stub, change):
    witness = Witness(found(stub(f"echo '{SURVEY}'; sleep 60")))
    await survey(witness)
    with pytest.raises(KaptainRegistryError):
        await witness.answer(handshake(**change))
    await witness.close()


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"], sys.executable),
        (["python3", "-Xfrozen_modules=off", "-m", "ipykernel_launcher"], sys.executable),
        (["/opt/conda/envs/a/bin/python", "-m", "ipykernel_launcher"], "/opt/conda/envs/a/bin/python"),
        (["/opt/conda/bin/python", "-m", "ipykernel", "-f", "x"], "/opt/conda/bin/python"),
        (
            ["python", "-m", "nb_conda_kernels.runner", "/opt/conda", "/opt/conda/envs/b", "python", "-m", "ipykernel"],
            "/opt/conda/envs/b/bin/python",
        ),
        (["python9.9", "-m", "ipykernel_launcher"], None),
        (["bash", "-c", "python -m ipykernel_launcher"], None),
        (["R", "--slave", "-e", "IRkernel::main()"], None),
        (["python", "-m", "bash_kernel"], None),
        (["python", "-m"], None),
        ([], None),
    ],
)
def test_which_python_a_kernel_spec_starts(argv, expected):
    assert interpreter_of(argv, {"PATH": "/nowhere"}) == expected


async def test_the_current_kernel_comes_first_and_each_python_once():
    def spec(path: str, name: str, **env: str) -> dict:
        return {"spec": {"argv": [path, "-m", "ipykernel_launcher"], "display_name": name, "env": env}}

    class Manager:
        def get_all_specs(self) -> dict:
            return {
                "zeta": spec("/z/python", "Zeta", HTTPS_PROXY="http://${USER_OF_PROXY}@proxy.test"),
                "alpha": spec("/a/python", "Alpha"),
                "same": spec("/a/python", "Same"),
                "python3": spec("python", "Python 3"),
                "ir": {"spec": {"argv": ["R"], "display_name": "R"}},
            }

    os.environ["USER_OF_PROXY"] = "me"
    try:
        items = await find_interpreters(Manager(), "zeta")
    finally:
        del os.environ["USER_OF_PROXY"]
    assert [(item.name, item.path, item.current) for item in items] == [
        ("Zeta", "/z/python", True),
        ("Python 3", sys.executable, False),
        ("Alpha", "/a/python", False),
    ]
    assert items[0].environ["HTTPS_PROXY"] == "http://me@proxy.test"


async def test_the_whole_way_from_the_sidecar_to_the_kernels_python(tmp_path, monkeypatch):
    """The real sidecar from its sources, a real registry, and this Python as that of the current notebook."""
    script = ROOT / "src" / "node" / "sidecar.ts"
    monkeypatch.setenv("HOME", str(tmp_path))
    limits = Limits(idle_timeout=600, request_timeout=60, max_restarts=3)
    sidecar = Sidecar(find_node, limits, logging.getLogger("kaptain-test"), script)
    with serving() as registry:
        (tmp_path / ".tls").mkdir()
        (tmp_path / ".tls" / "certificate.crt").write_text(registry.ca)
        params = {"id": "0" * 32, "registry": registry.host, "clicked": True}
        witness = Witness(found(sys.executable))
        events: list = []
        result = await sidecar.run(params, events.append, True, witness)
    (told,) = result["report"]["registries"]
    rows = {row["id"]: row for row in result["report"]["checks"]}
    await sidecar.stop()
    assert told["sdkWitness"]["status"] == "confirmed"
    assert told["sdkWitness"]["python"] == ".".join(map(str, sys.version_info[:3]))
    assert rows["tls.witness"]["summary"].startswith("confirmed by Python 3.")
    assert rows["tls.witness"]["summary"].endswith("(kernel 0)")
    assert rows["sdk.package"]["codes"] == ["KR-SDK-005"]
    assert not [item for item in psutil.Process().children() if "witness.py" in " ".join(item.cmdline())]
    assert PASSWORD not in str(events)
