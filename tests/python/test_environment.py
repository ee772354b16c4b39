"""Which variables are facts, and which a child process sees."""

import json
import re
from pathlib import Path

from jupyterlab_kaptain_registry.environment import (
    ENVIRONMENT_NAMES,
    SECRET_NAMES,
    STRIPPED_VARIABLE,
    child_environment,
    command_environment,
    facts,
)
from jupyterlab_kaptain_registry.kernel import substitute
from jupyterlab_kaptain_registry.protocol import MESSAGES, PROTOCOL

COMMON = Path(__file__).parent.parent.parent / "src" / "common"


def names_in_typescript(constant: str) -> list:
    source = (COMMON / "environment.ts").read_text()
    block = re.search(rf"export const {constant} = \[(.*?)\]", source, re.DOTALL)
    assert block is not None
    return re.findall(r"'([^']+)'", block[1])


def test_names_are_those_of_the_engine():
    assert list(ENVIRONMENT_NAMES) == names_in_typescript("ENVIRONMENT_NAMES")
    assert list(SECRET_NAMES) == names_in_typescript("SECRET_NAMES")


def test_protocol_and_causes_are_those_of_the_engine():
    source = (COMMON / "protocol.ts").read_text()
    number = re.search(r"export const PROTOCOL = (\d+);", source)
    causes = re.search(r"export type ErrorCause =(.*?);", source, re.DOTALL)
    assert number is not None
    assert causes is not None
    assert int(number[1]) == PROTOCOL
    assert re.findall(r"'([^']+)'", causes[1]) == list(MESSAGES)


def test_only_named_variables_are_facts():
    environ = {"HOME": "/h", "https_proxy": "http://user:password@proxy", "JUPYTER_TOKEN": "t", "PATH": "/bin"}
    assert facts(environ) == {"HOME": "/h", "https_proxy": "http://user:password@proxy"}


def test_the_child_sees_an_allow_list():
    environ = {"LANG": "C.UTF-8", "HOME": "/h", "NODE_OPTIONS": "--require x", "LD_LIBRARY_PATH": "/l", "PATH": "/bin"}
    assert child_environment(environ, own_libraries=True) == {"LANG": "C.UTF-8"}
    assert child_environment(environ, own_libraries=False) == {"LANG": "C.UTF-8", "LD_LIBRARY_PATH": "/l"}


def test_the_command_keeps_all_but_node_variables_and_hands_on_those_that_are_facts():
    environ = {
        "PATH": "/bin",
        "DOCKER_AUTH_CONFIG": "{}",
        "NODE_OPTIONS": "--require x",
        "NODE_EXTRA_CA_CERTS": "/ca.crt",
        "NODE_TLS_REJECT_UNAUTHORIZED": "0",
        STRIPPED_VARIABLE: '{"HOME": "/elsewhere"}',
    }
    kept = command_environment(environ)
    assert json.loads(kept.pop(STRIPPED_VARIABLE)) == {
        "NODE_EXTRA_CA_CERTS": "/ca.crt",
        "NODE_TLS_REJECT_UNAUTHORIZED": "0",
    }
    assert kept == {"PATH": "/bin", "DOCKER_AUTH_CONFIG": "{}"}
    assert STRIPPED_VARIABLE not in command_environment({STRIPPED_VARIABLE: "{}"})


def test_kernel_variables_are_filled_as_jupyter_client_does():
    environ = {"HOME": "/home/server", "USER": "u"}
    env = {"HOME": "${HOME}/kernel", "DOCKER_CONFIG": "$USER-${UNKNOWN}", "NB_PREFIX": "$$", "XDG_CONFIG_HOME": 5}
    assert substitute(env, environ) == {
        "HOME": "/home/server/kernel",
        "DOCKER_CONFIG": "u-${UNKNOWN}",
        "NB_PREFIX": "$",
    }
