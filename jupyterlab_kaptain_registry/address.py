"""The outer form of a registry's address. The panel, which has the words, says what is wrong with a refused one."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_LABEL = r"[A-Za-z0-9_-]{1,63}"
_ADDRESS = re.compile(
    rf"(?:\[(?P<ipv6>[0-9A-Fa-f:.]{{2,45}})\]|(?P<name>{_LABEL}(?:\.{_LABEL})*\.?))(?::(?P<port>\d{{1,5}}))?"
)

#: Longest name of the DNS (RFC 1035, section 2.3.4) with its final dot.
LONGEST_NAME = 254


def is_address(text: str) -> bool:
    """Tell whether a text is ``host[:port]``: labels of letters, digits, ``-`` and ``_``, or an address; kept as typed.

    :param text: what a person typed
    """
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return False
    if match["port"] is not None and not (match["port"].isascii() and 1 <= int(match["port"]) <= 65535):
        return False
    if match["ipv6"] is None:
        return len(match["name"]) <= LONGEST_NAME
    try:
        IPv6Address(match["ipv6"])
    except AddressValueError:
        return False
    return True
