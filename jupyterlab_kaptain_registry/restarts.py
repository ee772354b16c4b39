"""Decides when a sidecar that failed may be started again. No clock of its own, no I/O."""

from __future__ import annotations

from collections import deque

#: Seconds after the first failure; doubled with each further one.
FIRST_DELAY = 0.5

#: Longest wait in seconds.
LONGEST_DELAY = 8.0

#: Failures older than this many seconds are forgotten.
WINDOW = 300.0


class Restarts:
    """Counts failures and derives the wait before the next start.

    :param limit: failures within ``WINDOW`` after which the sidecar counts as broken
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._failures: deque[float] = deque()
        self._broken = False

    @property
    def broken(self) -> bool:
        """Whether no start happens before a person asks for one."""
        return self._broken

    def failed(self, now: float) -> None:
        """Record a failure.

        :param now: seconds of a monotonic clock
        """
        self._failures.append(now)
        self._forget(now)
        self._broken = self._broken or len(self._failures) >= self._limit

    def delay(self, now: float) -> float:
        """Return the seconds to wait before the next start.

        :param now: seconds of the same clock
        """
        self._forget(now)
        if not self._failures:
            return 0.0
        wait = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (len(self._failures) - 1))
        return max(0.0, self._failures[-1] + wait - now)

    def reset(self) -> None:
        """Forget all failures: a person asked for another start."""
        self._failures.clear()
        self._broken = False

    def _forget(self, now: float) -> None:
        while self._failures and now - self._failures[0] > WINDOW:
            self._failures.popleft()
