"""What a request that does something must bring, so that no page but JupyterLab's own can send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .protocol import KaptainRegistryError

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest

#: Verbs that change nothing and cause no traffic.
READS = ("GET", "HEAD", "OPTIONS")


class Refusal(NamedTuple):
    """Why a request is refused, and with which HTTP status."""

    error: KaptainRegistryError
    status: int


def refusal(request: HTTPServerRequest, checks_xsrf: bool) -> Refusal | None:
    """Judge one request by its form; Jupyter Server has judged its login, and its XSRF token where it has one.

    A page of another origin cannot set the type ``application/json`` or a header of its own without the browser asking
    this server first. Tornado also takes the token from the URL or from a form, which every page can send: a sibling
    domain that sets the cookie of both would know the token.

    :param request: the request
    :param checks_xsrf: whether it needs an XSRF token: not with a token of its own (``Authorization``), which no other
        page has, and not where the server's settings switch the check off
    """
    if request.method in READS:
        return None
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        message = "This request comes from a page of another site: only JupyterLab's own page may send it."
        return Refusal(KaptainRegistryError("forbidden", message), 403)
    if checks_xsrf and not request.headers.get("X-XSRFToken"):
        message = "The header X-XSRFToken is missing: reload the page, or send the value of the cookie _xsrf in it."
        return Refusal(KaptainRegistryError("forbidden", message), 403)
    if checks_xsrf and "_xsrf" in request.arguments:
        message = "The XSRF token belongs into the header X-XSRFToken, not into the URL or a form."
        return Refusal(KaptainRegistryError("forbidden", message), 403)
    kind = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        return Refusal(KaptainRegistryError("bad-request", "The Content-Type has to be application/json."), 415)
    return None
