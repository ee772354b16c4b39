"""Greets a registry as the SDK does and says in one class how it went. A part of the witness, loaded when needed."""

from __future__ import annotations

import hashlib
import os
import socket
import ssl
import threading
import time

from urllib3.connection import HTTPSConnection
from urllib3.util.ssl_ import create_urllib3_context

#: ``ssl.VERIFY_X509_STRICT`` and ``ssl.VERIFY_X509_PARTIAL_CHAIN`` (Python 3.13 with urllib3 2.4 and later sets both).
STRICT = 0x20
PARTIAL_CHAIN = 0x80000

#: OpenSSL's verify codes (``include/openssl/x509_vfy.h``) by the class that the checks know them by.
VERIFY_CLASSES = {
    2: "no-root",
    7: "signature",
    9: "not-yet-valid",
    10: "expired",
    13: "unreadable",
    14: "unreadable",
    18: "self-signed",
    19: "root-not-mounted",
    20: "issuer-unknown",
    21: "issuer-unknown",
    24: "not-a-ca",
    25: "path-length",
    26: "purpose",
    28: "rejected",
    34: "critical-extension",
    41: "unreadable",
    42: "policies",
    43: "policies",
    62: "wrong-name",
    64: "wrong-name",
    66: "weak-key",
    67: "weak-key",
    68: "weak-signature",
    76: "signature",
    79: "not-a-ca",
    94: "weak-key",
}
VERIFY_CLASSES.update(dict.fromkeys(range(47, 54), "constraints"))
VERIFY_CLASSES.update(dict.fromkeys(range(80, 94), "strict"))

#: Parts of OpenSSL's reasons (``ssl.SSLError.reason``) by class; the first that fits counts.
REASON_CLASSES = (
    ("WRONG_VERSION_NUMBER", "not-tls"),
    ("HTTP_REQUEST", "not-tls"),
    ("HTTPS_PROXY_REQUEST", "not-tls"),
    ("UNKNOWN_PROTOCOL", "not-tls"),
    ("RECORD_LAYER_FAILURE", "not-tls"),
    ("PROTOCOL_VERSION", "tls-version"),
    ("UNSUPPORTED_PROTOCOL", "tls-version"),
    ("VERSION_TOO_LOW", "tls-version"),
    ("CERTIFICATE_REQUIRED", "client-certificate"),
    ("EOF", "cut"),
)

_variables = threading.Lock()


def handshake(question):
    """Greet the registry as the SDK does, by urllib3's own rules, and return one class of outcome.

    The host, its port, an address to use instead of DNS (or null), the CA file that replaces the bundle (or null),
    seconds, proxy variables, and ``strict``: true sets the flags of Python 3.13.
    """
    began = time.monotonic()
    answer = {"outcome": "ok", "verifyCode": 0, "errorClass": None, "leaf": None, "via": "direct"}
    try:
        connection = make_connection(question, answer)
        try:
            connection.connect()
            answer["leaf"] = _fingerprint(connection.sock.getpeercert(True))
        finally:
            connection.close()
    except Exception as error:
        answer["outcome"], answer["verifyCode"], answer["errorClass"] = classify(error, answer["via"] == "proxy")
    answer["durationMs"] = int(1000 * (time.monotonic() - began))
    return answer


def make_connection(question, answer):
    """Make urllib3's connection with what requests sets (``HTTPAdapter.cert_verify``); not connected yet."""
    host, port, address = question["host"].lower(), question["port"], question["address"]

    class Addressed(HTTPSConnection):
        def _new_conn(self):
            return socket.create_connection((address, self.port), self.timeout)

    proxy = proxy_for(host, port, question["variables"])
    if proxy is None:
        kind = HTTPSConnection if address is None else Addressed
        connection = kind(host, port, timeout=question["seconds"])
    else:
        answer["via"] = "proxy"
        connection = HTTPSConnection(proxy["host"], proxy["port"], timeout=question["seconds"])
        connection.set_tunnel(host, port, proxy["headers"])
    context = create_urllib3_context()
    if question["strict"]:
        context.verify_flags |= STRICT | PARTIAL_CHAIN
    answer["strict"] = bool(context.verify_flags & STRICT)
    answer["partialChain"] = bool(context.verify_flags & PARTIAL_CHAIN)
    load(context, bundle() if question["caFile"] is None else question["caFile"])
    connection.ssl_context = context
    connection.cert_reqs = "CERT_REQUIRED"
    connection.assert_hostname = None  # urllib3 1.26 knows it only after `set_cert`
    return connection


class CaFileError(Exception):
    """The CA file is not there or cannot be used."""


def load(context, path):
    """Load the CA file, or the folder of that name, as urllib3 does.

    Apart from the greeting, so that faults of the two can be told from each other.
    """
    if not os.path.exists(path):
        raise CaFileError
    try:
        if os.path.isdir(path):
            context.load_verify_locations(None, path)
        else:
            context.load_verify_locations(path)
    except OSError:  # also ssl.SSLError
        raise CaFileError from None


def bundle():
    """Return the CA bundle of requests without a CA file (``Session.merge_environment_settings``)."""
    from requests import certs

    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or certs.where()


def proxy_for(host, port, variables):
    """Return the proxy that requests takes by these variables, with its headers; None for the direct way."""
    if not variables:
        return None
    from requests import adapters, utils
    from urllib3.util import parse_url

    shown = f"[{host}]" if ":" in host else host
    url = f"https://{shown}:{port}/v2/"
    with _variables:
        os.environ.update(variables)
        proxies = utils.get_environ_proxies(url)
    chosen = utils.select_proxy(url, proxies)
    if not chosen:
        return None
    chosen = utils.prepend_scheme_if_needed(chosen, "http")
    parts = parse_url(chosen)
    if parts.scheme != "http" or not parts.host:
        raise ProxyError
    headers = adapters.HTTPAdapter().proxy_headers(chosen)
    return {"host": parts.host.strip("[]"), "port": parts.port or 80, "headers": headers}


class ProxyError(Exception):
    """A proxy of a kind that is not tried here."""


def _fingerprint(der):
    digits = hashlib.sha256(der).hexdigest().upper()
    return ":".join(digits[place : place + 2] for place in range(0, 64, 2))


def causes(error):
    """Yield the error and everything that it was made from: urllib3 wraps what ssl and socket raise."""
    seen = []
    waiting = [error]
    while waiting and len(seen) < 20:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and one not in seen:
            seen.append(one)
            waiting += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
            yield one


def classify(error, through_proxy):
    """Return class of outcome, OpenSSL's verify code (0 = none) and name of the error's class; no message."""
    chain = list(causes(error))
    name = type(chain[-1]).__name__
    for one in chain:
        kind = type(one).__name__
        if isinstance(one, ssl.SSLCertVerificationError):
            code = getattr(one, "verify_code", 0) or 0
            return VERIFY_CLASSES.get(code, "refused-otherwise"), code, kind
        if kind == "CertificateError":
            return "wrong-name", 0, kind
        if isinstance(one, CaFileError):
            return "ca-file", 0, kind
        if isinstance(one, ProxyError):
            return "proxy", 0, kind
        if isinstance(one, ssl.SSLError) and not isinstance(one, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            if isinstance(one, socket.timeout):
                return "timeout", 0, kind
            if one.library in ("PEM", "X509", "ASN1"):
                return "unreadable", 0, kind
            reason = one.reason or str(one).upper().replace(" ", "_")
            if "TIMED_OUT" in reason:
                return "timeout", 0, kind
            found = [outcome for part, outcome in REASON_CLASSES if part in reason]
            return found[0] if found else "handshake", 0, kind
    if isinstance(error, UnicodeError):
        return "unreadable", 0, name
    return network_class(chain, through_proxy), 0, name


def network_class(chain, through_proxy):
    """Return the class of an error that is none of TLS."""
    for one in chain:
        if isinstance(one, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            return "cut"
        if isinstance(one, (socket.timeout, TimeoutError)) or "Timeout" in type(one).__name__:
            return "timeout"
        if isinstance(one, socket.gaierror):
            return "name-not-found"
        if isinstance(one, ConnectionRefusedError):
            return "refused"
        if isinstance(one, (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)):
            return "cut"
    if through_proxy and any(isinstance(one, OSError) and one.errno is None for one in chain):
        return "proxy"
    if any(isinstance(one, OSError) and one.errno in UNREACHABLE for one in chain):
        return "unreachable"
    return "failed"


#: ENETDOWN, ENETUNREACH, EHOSTDOWN, EHOSTUNREACH, EADDRNOTAVAIL.
UNREACHABLE = (100, 101, 112, 113, 99)
