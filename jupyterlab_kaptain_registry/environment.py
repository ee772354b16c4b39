"""Which variables of the environment are facts, and what a child process may see of the rest.

The names are those of ``src/common/environment.ts``; a test compares the two.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Mapping

#: Variables that are facts: they travel as data to the sidecar, never in its environment.
ENVIRONMENT_NAMES = (
    "HOME",
    "DOCKER_CONFIG",
    "DOCKER_AUTH_CONFIG",
    "REGISTRY_AUTH_FILE",
    "XDG_CONFIG_HOME",
    "XDG_RUNTIME_DIR",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "PYTHONHTTPSVERIFY",
    "KAPTAIN_SDK_VERBOSE",
    "KAPTAIN_SDK_DEBUG",
    "NB_PREFIX",
    "KUBERNETES_SERVICE_HOST",
    "KUBERNETES_SERVICE_PORT",
    "HOSTNAME",
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "NODE_EXTRA_CA_CERTS",
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "NODE_USE_ENV_PROXY",
)

#: Those whose value can hold a password.
SECRET_NAMES = (
    "DOCKER_AUTH_CONFIG",
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
)

#: What the script's process sees of the environment; the same names stand in ``src/node/witness/environment.ts``.
WITNESS_NAMES = (
    "HOME",
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "LD_LIBRARY_PATH",
    "PYTHONUSERBASE",
    "PYTHONNOUSERSITE",
    "PYTHONPATH",
    "OPENSSL_CONF",
    "OPENSSL_MODULES",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
)

#: Variable in which the command hands on the facts among the ``NODE_*`` variables it strips, as a JSON object.
STRIPPED_VARIABLE = "KAPTAIN_REGISTRY_STRIPPED"

#: Those that the sidecar's process itself needs: language of error classes and time zone, nothing else.
CHILD_NAMES = ("LANG", "LC_ALL", "TZ")


def facts(environ: Mapping[str, str]) -> dict[str, str]:
    """Pick the variables that are facts.

    :param environ: environment of the process (or variables that a kernel spec adds)
    """
    return {name: environ[name] for name in ENVIRONMENT_NAMES if name in environ}


def child_environment(environ: Mapping[str, str], own_libraries: bool) -> dict[str, str]:
    """Return the environment of the sidecar's process: an allow-list without any ``NODE_*``.

    :param environ: environment of the server
    :param own_libraries: Node is that of the wheel, which needs no library path
    """
    names = CHILD_NAMES if own_libraries else (*CHILD_NAMES, "LD_LIBRARY_PATH")
    return {name: environ[name] for name in names if name in environ}


def command_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the command: all of the caller's but ``NODE_*``, which would change what Node does.

    Those of them that are facts are handed on in ``STRIPPED_VARIABLE``.

    :param environ: environment of the caller
    """
    import json

    kept = {name: value for name, value in environ.items() if not name.startswith("NODE_")}
    kept.pop(STRIPPED_VARIABLE, None)
    stripped = {name: value for name, value in facts(environ).items() if name.startswith("NODE_")}
    if stripped:
        kept[STRIPPED_VARIABLE] = json.dumps(stripped)
    return kept
