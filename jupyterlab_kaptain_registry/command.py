"""The command ``kaptain-registry``: hands over to Node.js, which runs the checks. Standard library only."""

from __future__ import annotations

import os
import sys

from .coredumps import switch_off
from .environment import WITNESS_NAMES, command_environment
from .node import find_node, flags
from .protocol import KaptainRegistryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Mapping, NoReturn

#: Name of the command.
COMMAND = "kaptain-registry"

#: The command's program, made by the build.
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sidecar", "cli.mjs")

#: Variable that names the Python in which the command is installed.
PYTHON_VARIABLE = "KAPTAIN_REGISTRY_PYTHON"

#: Variable that tells the program how it was called, where its name alone finds it not.
CALLED_VARIABLE = "KAPTAIN_REGISTRY_CALLED"

#: Variable that names the Python that was started for the program, and its two pipes.
WITNESS_VARIABLE = "KAPTAIN_REGISTRY_WITNESS"

#: The script that this Python runs, put there by the build.
WITNESS = os.path.join(os.path.dirname(SCRIPT), "python", "witness.py")

#: What Node needs to start a Python; the second takes away a warning of Node's about the first.
CHILD_FLAGS = ("--allow-child-process", "--disable-warning=SecurityWarning")

#: Commands that write a file, and where below the home folder they do unless another place is named.
OUTPUTS = {"login": os.path.join(".docker", "config.json"), "ca": os.path.join(".tls", "certificate.crt")}

#: Home folder of Kaptain's notebooks, for a process without HOME.
FALLBACK_HOME = "/home/kubeflow"

#: Exit status when the tool itself failed (design of the command: 0 fine, 1 problem, 2 wrong usage, 3 this).
TOOL_FAILED = 3


def main() -> NoReturn:
    """Replace this process by Node.js with the command's program; end with one sentence where that cannot be done."""
    try:
        node = find_node()
    except KaptainRegistryError as error:
        _stop(error.message)
    except KeyboardInterrupt:
        sys.exit(130)
    if not os.path.isfile(SCRIPT):
        _stop("This installation is incomplete: install jupyterlab-kaptain-registry again with pip.")
    try:
        switch_off(0)  # before Node.js reads a login: its process is this one
    except (OSError, ValueError):
        _stop("Core dumps, which would hold your login, cannot be switched off here.")
    writes = [f"--allow-fs-write={path}" for path in written_paths(sys.argv[1:], os.environ)]
    environment = {**command_environment(os.environ), PYTHON_VARIABLE: sys.executable or ""}
    environment[CALLED_VARIABLE] = called(sys.argv[0], os.environ)
    environment[WITNESS_VARIABLE] = start_witness() if confirms_itself(sys.argv[1:]) else ""
    own = [*CHILD_FLAGS] if starts_python(sys.argv[1:]) and not environment[WITNESS_VARIABLE] else []
    arguments = [node.path, *flags(node), *own, *writes, SCRIPT, *sys.argv[1:]]
    try:
        os.execve(node.path, arguments, environment)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "unknown reason"
        _stop(f"Node.js could not be started ({reason}): {node.path}")


def called(program: str, environ: Mapping[str, str]) -> str:
    """Return what to type for this command in the same terminal: its name, or its path where no PATH leads to it.

    :param program: path of the script that was started, ``sys.argv[0]``
    :param environ: environment of the caller
    """
    folder, name = os.path.split(program)
    if folder == "" or name != COMMAND:
        return COMMAND
    folders = environ.get("PATH", "").split(os.pathsep)
    return COMMAND if os.path.abspath(folder) in folders else os.path.abspath(program)


def starts_python(arguments: list[str]) -> bool:
    """Return whether this command may start a Python that confirms what it finds; no other program is ever started.

    :param arguments: command line without the program's name
    """
    return arguments[:1] == ["check"] and not {"--no-python", "--offline", "--help", "-h"}.intersection(arguments)


def confirms_itself(arguments: list[str]) -> bool:
    """Return whether the Python that this command is installed in will confirm what it finds.

    :param arguments: command line without the program's name
    """
    otherwise = ("--python", "--only", "--chain")
    return starts_python(arguments) and not any(argument.startswith(otherwise) for argument in arguments)


def start_witness() -> str:
    """Start the Python that confirms what is found, so that it loads while Node.js does; return what names it.

    Its process, and this process's ends of its two pipes, which outlive ``execve``. An empty text when it could not be
    started: Node.js then tries it, and says what comes of it.
    """
    if not sys.executable or not _standard_streams_are_open():
        return ""
    environ = {name: os.environ[name] for name in WITNESS_NAMES if name in os.environ}
    theirs, write = os.pipe()
    read, theirs_too = os.pipe()
    try:
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, "-I", WITNESS, "early"],
            environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, theirs, 0),
                (os.POSIX_SPAWN_DUP2, theirs_too, 1),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
            setsid=True,
        )
    except (OSError, NotImplementedError):
        os.close(write)
        os.close(read)
        return ""
    finally:
        os.close(theirs)
        os.close(theirs_too)
    os.set_inheritable(write, True)
    os.set_inheritable(read, True)
    return f"{pid},{write},{read}"


def written_paths(arguments: list[str], environ: Mapping[str, str]) -> list[str]:
    """Return what this command may write; nothing for commands that only read.

    The file that it is asked to write, the one beside it that takes its name, and their folder where that is missing.

    :param arguments: command line without the program's name
    :param environ: environment of the caller
    """
    usual = OUTPUTS.get(arguments[0]) if arguments else None
    if usual is None or (arguments[0] == "ca" and _value(arguments, "--accept") is None):
        return []
    home = environ.get("HOME", "")
    named = _value(arguments, "--to-file")
    path = os.path.realpath(named or os.path.join(home if os.path.isabs(home) else FALLBACK_HOME, usual))
    folder, name = os.path.split(path)
    if "*" in path:  # Node would take it for a pattern
        return []
    missing = [] if os.path.isdir(folder) else [folder]
    return [path, os.path.join(folder, f".{name}.lock"), *missing]


def _standard_streams_are_open() -> bool:
    """Where one is closed, a new pipe would take its number, and what is printed would go to the witness."""
    try:
        for number in range(3):
            os.fstat(number)
    except OSError:
        return False
    return True


def _value(arguments: list[str], option: str) -> str | None:
    """Return the value of an option, ``--option value`` or ``--option=value``; the last one, None without any."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == option and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith(f"{option}="):
            found = argument[len(option) + 1 :]
    return found


def _stop(sentence: str) -> NoReturn:
    sys.stderr.write(f"kaptain-registry: {sentence} (KR-INT-005)\n")
    sys.exit(TOOL_FAILED)
