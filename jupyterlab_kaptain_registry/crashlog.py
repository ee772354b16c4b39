"""The last words of a sidecar, made safe for a log."""

from __future__ import annotations

import re

#: Bytes of standard error that are kept.
KEPT = 64 * 1024

_FRAME = re.compile(r"\s{2,}at [\w$.<>\[\] ]{0,120}\(?(?:file://|node:)[\w./@+-]{1,300}:\d+:\d+\)?")
_CLASS = re.compile(r"(?:Uncaught )?([A-Z]\w{0,60}(?:Error|Exception))\b")


class CrashLog:
    """Keeps the end of a stream."""

    def __init__(self) -> None:
        self._kept = b""

    def add(self, data: bytes) -> None:
        """Append what was read; the oldest bytes go first."""
        self._kept = (self._kept + data)[-KEPT:]

    def lines(self) -> list[str]:
        """Return names of error classes and stack frames only.

        An error's message can quote the file it is about (``JSON.parse`` does), so no message reaches a log.
        """
        lines = []
        for line in self._kept.decode("utf-8", "replace").splitlines():
            frame = _FRAME.fullmatch(line)
            name = _CLASS.match(line)
            if frame is not None:
                lines.append(line)
            elif name is not None:
                lines.append(name[1])
        return lines
