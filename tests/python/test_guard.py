"""What another page could send is refused on every route that does something, in servers with and without a token."""

from __future__ import annotations

import json

import pytest

from jupyterlab_kaptain_registry import handlers

EXTENSION = "jupyterlab_kaptain_registry"
RUN = {"protocol": 1}
CANCEL = {"id": "0" * 32}

#: Every route that takes a POST, with a body that it accepts.
ROUTES = [("run", RUN), ("cancel", CANCEL)]

pytestmark = pytest.mark.usefixtures("fake_sidecar")


class WithoutToken:
    """As Kubeflow starts a notebook: everybody is logged in, every origin may read."""

    @pytest.fixture
    def jp_server_config(self):
        return {
            "ServerApp": {
                "jpserver_extensions": {EXTENSION: True, "jupyter_server_terminals": False},
                "allow_origin": "*",
                "allow_remote_access": True,
                "token": "",
            }
        }

    @pytest.fixture
    def extension(self, jp_serverapp, jp_asyncio_loop):
        made = jp_serverapp.extension_manager.extension_apps[EXTENSION].copy().pop()
        yield made
        jp_asyncio_loop.run_until_complete(made.stop_extension())


class WithToken(WithoutToken):
    """As JupyterLab starts by itself."""

    @pytest.fixture
    def jp_server_config(self):
        return {"ServerApp": {"jpserver_extensions": {EXTENSION: True, "jupyter_server_terminals": False}}}


@pytest.fixture
def page() -> dict[str, str]:
    """What JupyterLab's own page sends along: the cookie, the same in the header, the type."""
    token = "0123456789abcdef0123456789abcdef"
    return {
        "Cookie": f"_xsrf={token}",
        "X-XSRFToken": token,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
    }


@pytest.fixture
def send(http_server_client, jp_base_url):
    """POST to a route of ours; return status and first object of the answer."""

    async def post(route: str, headers: dict[str, str], body: object, query: str = "") -> tuple[int, dict]:
        response = await http_server_client.fetch(
            f"{jp_base_url}kaptain-registry/{route}{query}",
            method="POST",
            headers=headers,
            body=body if isinstance(body, str) else json.dumps(body),
            raise_error=False,
            request_timeout=20,
        )
        return response.code, json.loads(response.body.decode().splitlines()[0])

    return post


@pytest.mark.parametrize(("route", "body"), ROUTES)
class TestStockKubeflow(WithoutToken):
    async def test_the_page_itself_gets_an_answer(self, extension, page, send, route, body):
        status, _ = await send(route, page, body)
        assert status == 200

    async def test_a_browser_that_does_not_tell_the_site_gets_one_too(self, extension, page, send, route, body):
        del page["Sec-Fetch-Site"]
        page["Content-Type"] = "Application/JSON; charset=utf-8"
        status, _ = await send(route, page, body)
        assert status == 200

    @pytest.mark.parametrize("place", ["url", "form", "url-and-header"])
    async def test_the_token_counts_in_the_header_alone(self, extension, page, send, route, body, place):
        """A sibling domain can set the cookie of both, and so knows the token."""
        token = page["X-XSRFToken"] if place == "url-and-header" else page.pop("X-XSRFToken")
        if place == "form":
            page["Content-Type"] = "application/x-www-form-urlencoded"
            status, answer = await send(route, page, f"_xsrf={token}")
        else:
            status, answer = await send(route, page, body, f"?_xsrf={token}")
        assert (status, answer["code"]) == (403, "forbidden")
        assert "X-XSRFToken" in answer["message"]
        assert extension.sidecar.state == "stopped"

    @pytest.mark.parametrize("kind", ["text/plain", "text/plain; application/json", "application/xml", ""])
    async def test_only_json_is_read(self, extension, page, send, route, body, kind):
        status, answer = await send(route, {**page, "Content-Type": kind}, body)
        assert (status, answer["code"]) == (415, "bad-request")
        assert "application/json" in answer["message"]
        assert extension.sidecar.state == "stopped"

    @pytest.mark.parametrize("site", ["same-site", "cross-site", "none"])
    async def test_another_site_is_refused_whatever_it_knows(self, extension, page, send, route, body, site):
        status, answer = await send(route, {**page, "Sec-Fetch-Site": site}, body)
        assert (status, answer["code"]) == (403, "forbidden")
        assert "another site" in answer["message"]
        assert extension.sidecar.state == "stopped"

    @pytest.mark.parametrize("change", [{"X-XSRFToken": "guessed"}, {"Cookie": "_xsrf=other"}])
    async def test_header_and_cookie_have_to_be_equal(self, extension, page, send, route, body, change):
        status, answer = await send(route, {**page, **change}, body)
        assert (status, answer["code"]) == (403, "forbidden")
        assert extension.sidecar.state == "stopped"


@pytest.mark.parametrize(("route", "body"), ROUTES)
class TestServerWithToken(WithToken):
    async def test_a_program_with_the_token_needs_no_cookie(self, extension, jp_auth_header, send, route, body):
        status, _ = await send(route, {**jp_auth_header, "Content-Type": "application/json"}, body)
        assert status == 200

    async def test_and_sends_json_from_no_other_site(self, extension, jp_auth_header, send, route, body):
        status, _ = await send(route, {**jp_auth_header, "Content-Type": "text/plain"}, body)
        assert status == 415
        headers = {**jp_auth_header, "Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"}
        status, _ = await send(route, headers, body)
        assert status == 403
        assert extension.sidecar.state == "stopped"


class TestRoutes(WithoutToken):
    def test_no_route_was_forgotten_by_the_tests_above(self, extension):
        posts = {
            pattern.rpartition("/")[2]
            for pattern, handler, *_ in extension.handlers
            if any(verb in vars(handler) for verb in ("post", "put", "patch", "delete"))
        }
        assert posts == {route for route, _ in ROUTES}

    def test_every_handler_has_the_guard(self, extension):
        for _, handler, *_ in extension.handlers:
            assert handler.prepare is handlers.KaptainRegistryHandler.prepare
