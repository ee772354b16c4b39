"""Nothing that a crashing sidecar quotes reaches a log."""

from jupyterlab_kaptain_registry.crashlog import KEPT, CrashLog


def test_keeps_classes_and_frames_but_no_message():
    log = CrashLog()
    log.add(
        b'/package/sidecar.mjs:1\nconst password = "s3cret";\n'
        b'SyntaxError: Unexpected token s in JSON at "s3cret"\n'
        b"    at JSON.parse (<anonymous>)\n"
        b"    at readConfig (file:///package/sidecar.mjs:12:34)\n"
        b"    at s3cret\n"
    )
    assert log.lines() == ["SyntaxError", "    at readConfig (file:///package/sidecar.mjs:12:34)"]


def test_keeps_only_the_end():
    log = CrashLog()
    log.add(b"FirstError: x\n" + b"y" * KEPT + b"\nLastError: x\n")
    assert log.lines() == ["LastError"]
