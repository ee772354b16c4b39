"""The addresses that a request may carry."""

import pytest

from jupyterlab_kaptain_registry.address import is_address


@pytest.mark.parametrize(
    "text",
    [
        "registry",
        "my.private.registry:5000",
        "MY_registry-1.example.",
        "10.0.0.1:443",
        "[::1]:5000",
        "[fe80::1]",
        "a" * 63,
        "localhost:65535",
    ],
)
def test_takes(text: str):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "https://registry",
        "registry/path",
        "user@registry",
        "user:password@registry:5000",
        "registry:0",
        "registry:65536",
        "registry:",
        "registry:٥٠٠٠",
        "registry\n",
        "registry:5000\n",
        "reg istry",
        "régistry",
        "a" * 64,
        ".".join(["a" * 63] * 5),
        "::1",
        "[::1",
        "[1::2::3]",
        "[fe80::1%eth0]",
        "..",
        "a..b",
        "$(id)",
        "`id`",
    ],
)
def test_refuses(text: str):
    assert not is_address(text)
