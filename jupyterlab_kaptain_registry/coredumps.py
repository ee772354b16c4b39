"""Switches off core dumps: one of a process that reads logins would hold them, and would stay on a volume or a node."""

from __future__ import annotations

import contextlib


def switch_off(pid: int) -> None:
    """Let a process, and what it starts or becomes by ``execve``, leave no core file.

    The kernel ignores the limit where ``core_pattern`` names a program that takes core dumps. For that case
    ``coredump_filter`` leaves all memory out of them; both outlive ``execve`` (core(5)).

    :param pid: a process of the same user, 0 for this one
    :raises OSError: when the limit cannot be set; not when the process is gone
    """
    import resource

    with contextlib.suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))
    # Missing where the kernel makes no core dumps at all.
    with contextlib.suppress(OSError), open(f"/proc/{pid or 'self'}/coredump_filter", "w", encoding="ascii") as file:
        file.write("0")
