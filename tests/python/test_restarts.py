"""The rule by which a failed sidecar is started again."""

from jupyterlab_kaptain_registry.restarts import LONGEST_DELAY, WINDOW, Restarts


def test_waits_twice_as_long_after_each_failure_up_to_a_limit():
    restarts = Restarts(limit=100)
    assert restarts.delay(0) == 0
    waits = []
    for _ in range(7):
        restarts.failed(10)
        waits.append(restarts.delay(10))
    assert waits == [0.5, 1, 2, 4, 8, LONGEST_DELAY, LONGEST_DELAY]


def test_time_that_has_passed_counts():
    restarts = Restarts(limit=5)
    restarts.failed(10)
    restarts.failed(20)
    assert restarts.delay(20.4) == 1 - (20.4 - 20)
    assert restarts.delay(30) == 0


def test_is_broken_after_the_last_allowed_failure_until_it_is_reset():
    restarts = Restarts(limit=5)
    for second in range(4):
        restarts.failed(second)
    assert not restarts.broken
    restarts.failed(5)
    assert restarts.broken
    restarts.delay(5 + 2 * WINDOW)
    assert restarts.broken
    restarts.reset()
    assert not restarts.broken
    assert restarts.delay(5) == 0


def test_old_failures_are_forgotten():
    restarts = Restarts(limit=2)
    restarts.failed(0)
    restarts.failed(WINDOW + 1)
    assert not restarts.broken
    assert restarts.delay(WINDOW + 1) == 0.5
