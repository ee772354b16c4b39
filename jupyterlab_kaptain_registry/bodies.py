"""Reads the bodies of the panel's requests. Nothing but addresses, absolute paths and names gets through."""

from __future__ import annotations

import json
from typing import NamedTuple

from .address import is_address
from .protocol import PROTOCOL, Json, KaptainRegistryError
from .schemas import fault

#: Largest body in bytes.
BODY_LIMIT = 64 * 1024


class Policy(NamedTuple):
    """What the server's traits say about places and registries; they win over the request."""

    docker_config_path: str = ""
    certificate_path: str = ""
    allow_registry_override: bool = True
    allow_path_override: bool = True
    registries: tuple[str, ...] = ()


class RunRequest(NamedTuple):
    """A request that may be carried out.

    ``params`` are ``RunParams`` of the protocol without id and environment.
    """

    params: Json
    kernel: str | None
    clicked: bool


def read_run(body: bytes, policy: Policy) -> RunRequest:
    """Read the body of ``run``.

    :raises KaptainRegistryError: ``bad-request``, ``protocol-mismatch`` or ``forbidden``
    """
    request = _read(body)
    number = request.get("protocol")
    if isinstance(number, int) and number != PROTOCOL:
        raise KaptainRegistryError("protocol-mismatch")  # before the schema: another version has other fields
    _check("run-request", request)
    registry = request.get("registry")
    if registry is not None:
        if not policy.allow_registry_override and registry not in policy.registries:
            raise KaptainRegistryError("forbidden", "This server does not allow to choose another registry.")
        if not is_address(registry):
            raise KaptainRegistryError("bad-request", "The registry has to be host or host:port, nothing else.")
    if ("dockerConfig" in request or "caFile" in request) and not policy.allow_path_override:
        raise KaptainRegistryError("forbidden", "This server does not allow other places of the two files.")
    if request.get("push") and not (request.get("clicked") and request.get("images")):
        raise KaptainRegistryError("bad-request", "A trial upload needs a click and the name of an image.")
    names = ("registry", "dockerConfig", "caFile", "only", "images", "push")
    params: Json = {name: request[name] for name in names if name in request}
    if policy.docker_config_path:
        params["dockerConfig"] = policy.docker_config_path
    if policy.certificate_path:
        params["caFile"] = policy.certificate_path
    clicked = bool(request.get("clicked", False))
    return RunRequest({**params, "clicked": clicked}, request.get("kernel"), clicked)


def read_cancel(body: bytes) -> str:
    """Read the body of ``cancel``; return the id of the run.

    :raises KaptainRegistryError: ``bad-request``
    """
    request = _read(body)
    _check("cancel-request", request)
    return str(request["id"])


def _read(body: bytes) -> Json:
    if len(body) > BODY_LIMIT:
        raise KaptainRegistryError("bad-request", "The request is too large.")
    try:
        request = json.loads(body)
    except (ValueError, RecursionError):
        raise KaptainRegistryError("bad-request", "The request is not JSON.") from None
    if not isinstance(request, dict):
        raise KaptainRegistryError("bad-request", "The request is not a JSON object.")
    return request


def _check(schema: str, request: Json) -> None:
    if fault(schema, request) is not None:
        raise KaptainRegistryError("bad-request")
