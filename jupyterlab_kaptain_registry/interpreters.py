"""Which Pythons the kernels of this server run: read from the kernel specs, nothing is started."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Mapping, Sequence

from .kernel import substitute
from .witness import Interpreter

if TYPE_CHECKING:
    from jupyter_client.kernelspec import KernelSpecManager


async def find_interpreters(manager: KernelSpecManager, current: str | None) -> list[Interpreter]:
    """Return the interpreter of every Python kernel, each once, the current notebook's first.

    :param manager: the server's kernel spec manager
    :param current: name of the current notebook's kernel spec
    """
    from jupyter_core.utils import ensure_async

    specs = await ensure_async(manager.get_all_specs())
    names = sorted(specs, key=lambda name: (name != current, name != "python3", name))
    found: list[Interpreter] = []
    for name in names:
        spec = specs[name].get("spec", {})
        environ = {**os.environ, **substitute(spec.get("env") or {}, os.environ)}
        path = interpreter_of(spec.get("argv") or [], environ)
        known = any(item.path == path and item.environ == environ for item in found)
        if path is not None and not known:
            found.append(Interpreter(str(spec.get("display_name") or name), path, name == current, environ))
    return found


def interpreter_of(argv: Sequence[object], environ: Mapping[str, str]) -> str | None:
    """Return the path of the Python that a kernel spec starts; None for other languages and unknown launchers.

    ``jupyter_client`` starts ``python``, ``python3`` and ``python3.N`` of its own version as its own interpreter
    (``LocalProvisioner``, ``KernelManager.format_kernel_cmd``); ``nb_conda_kernels`` names the environment's folder.

    :param argv: ``argv`` of a kernel spec
    :param environ: environment of the kernel
    """
    words = [str(word) for word in argv]
    if "-m" not in words[:-1]:
        return None
    place = words.index("-m")
    module, rest = words[place + 1], words[place + 2 :]
    if module == "nb_conda_kernels.runner" and len(rest) > 2 and os.path.isabs(rest[1]):
        return os.path.join(rest[1], "bin", "python")
    if not module.startswith("ipykernel"):
        return None
    name = words[0]
    major, minor = sys.version_info[:2]
    if name in ("python", f"python{major}", f"python{major}.{minor}"):
        return sys.executable
    return name if os.path.isabs(name) else shutil.which(name, path=environ.get("PATH"))
