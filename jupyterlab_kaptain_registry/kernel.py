"""What the kernel of a notebook adds to the environment: files and cell follow the kernel, not the server."""

from __future__ import annotations

import os
from string import Template
from typing import TYPE_CHECKING, Mapping

from .environment import facts

if TYPE_CHECKING:
    from jupyter_client.kernelspec import KernelSpecManager


async def kernel_facts(manager: KernelSpecManager, name: str) -> dict[str, str]:
    """Return the variables of a kernel spec's ``env`` that are facts.

    A kernel that this server does not know adds nothing: it cannot be started here either.

    :param manager: the server's kernel spec manager
    :param name: name of the kernel spec
    """
    from jupyter_client.kernelspec import NoSuchKernel
    from jupyter_core.utils import ensure_async

    try:
        spec = await ensure_async(manager.get_kernel_spec(name))
    except (NoSuchKernel, OSError, ValueError):
        return {}
    return facts(substitute(spec.env, os.environ))


def substitute(env: Mapping[str, object], environ: Mapping[str, str]) -> dict[str, str]:
    """Fill ``${NAME}`` from the server's environment, as ``jupyter_client`` does when it starts the kernel.

    Source: ``KernelProvisionerBase.pre_launch`` in ``jupyter_client/provisioning/provisioner_base.py``.

    :param env: ``env`` of a kernel spec
    :param environ: environment of the server
    """
    return {name: Template(value).safe_substitute(environ) for name, value in env.items() if isinstance(value, str)}
