"""From anything that a person types to the REST root; the failures told apart, each with its message and remedy (apis.md 2.1, 2.4)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, RemoteError, UsageError
from holdfast.providers.discovery import Detected, detect
from holdfast.providers.discovery.looking import follow
from holdfast.providers.discovery.typed import above, understand
from holdfast.providers.http import Credential, Looker
from holdfast.secret import Secret
from tests.support.certificates import Authority
from tests.support.fakes import pages
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.server import FakeServer, Reply, Request, html
from tests.support.fakes.site import FakeSite, Setup


def found(typed: str, **options: Any) -> Detected:
    return asyncio.run(detect(typed, **options))


def test_that_a_site_answers_is_told_before_it_is_known_what_it_is() -> None:
    with FakeSite() as site:
        told: list[tuple[str, int]] = []
        detected = found(site.url, reached=lambda address: told.append((address, len(site.log))))
    assert told == [(f"{site.url}/", 1)]
    assert detected.root and len(site.log) > 1
    with pytest.raises(NetworkError):
        found("http://127.0.0.1:9/", reached=lambda address: told.append((address, 0)))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org/"),
        ("  Example.ORG/ ", "https://example.org/"),
        ("<https://example.org>", "https://example.org/"),
        ("http://www.example.org", "http://www.example.org/"),
        ("HTTPS://example.org/WP-Admin/index.php?x=1#top", "https://example.org/"),
        ("example.org/wp-login.php?redirect_to=%2F", "https://example.org/"),
        ("example.org/blog", "https://example.org/blog/"),
        ("example.org/blog/wp-admin/", "https://example.org/blog/"),
        ("example.org/blog/wp-json/wp/v2/posts", "https://example.org/blog/"),
        ("example.org/index.php?rest_route=/wp/v2", "https://example.org/"),
        ("example.org/xmlrpc.php", "https://example.org/"),
        ("localhost:8080/wp", "https://localhost:8080/wp/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ("[::1]:8080", "https://[::1]:8080/"),
        ("münchen.example/größe", "https://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe/"),
        ("//example.org/x", "https://example.org/x/"),
        ("example.org.", "https://example.org/"),
    ],
)
def test_what_was_meant_by_what_was_typed(typed: str, address: str) -> None:
    assert understand(typed).address == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "not a site",
        "ftp://example.org",
        "https://",
        "https://user:hunter2@example.org/",
        "javascript:alert(1)",
        "a..b",
        "x:99999",
        "-x.org",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        understand(typed)
    assert "hunter2" not in caught.value.message
    assert caught.value.hint


@given(st.text())
def test_any_text_is_an_address_or_a_usage_error(typed: str) -> None:
    try:
        assert understand(typed).address.endswith("/")
    except UsageError:
        pass


def test_one_directory_up() -> None:
    assert above("https://e.org/a/b/") == "https://e.org/a/"
    assert above("https://e.org/a/") == "https://e.org/"
    assert above("https://e.org/") is None


@pytest.mark.parametrize("named", ["header", "html", "not"])
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("folder", ["", "/blog"])
def test_roots_in_every_form(named: str, plain: bool, folder: str) -> None:
    with FakeSite(Setup(folders=(folder,), named=named, plain=plain)) as site:
        started = time.monotonic()
        for typed in (f"{site.url}{folder}", f"{site.url}{folder}/wp-admin/", f"{site.url}{folder}/some-page/"):
            seen = found(typed)
            assert seen.root == site.root(folder)
            assert seen.sign_in == ("application-password", "browser", "oauth")
        assert time.monotonic() - started < 3


def test_a_changed_prefix_is_found_by_the_link() -> None:
    with FakeSite(Setup(prefix="api")) as site:
        assert found(site.url).root == f"{site.url}/api/"


def test_every_site_of_a_multisite_has_a_root_of_its_own() -> None:
    with FakeSite(Setup(folders=("", "/second"))) as site:
        assert found(site.url).root == f"{site.url}/wp-json/"
        assert found(f"{site.url}/second/wp-admin/").root == f"{site.url}/second/wp-json/"
        assert found(f"{site.url}/second").name == "Site/second"


def test_a_healthy_site_takes_two_questions() -> None:
    with FakeSite() as site:
        found(site.url)
        assert [one.path for one in site.log] == ["/", "/wp-json/"]
        assert site.log[1].query["_fields"]
        assert all("authorization" not in one.headers for one in site.log)


def test_without_a_scheme_https_is_tried_first_and_then_http() -> None:
    with FakeSite() as site:
        assert found(site.url.removeprefix("http://")).root == f"{site.url}/wp-json/"


def test_redirects_are_followed_by_hand_without_credentials_and_at_most_five() -> None:
    with FakeSite() as site:
        site.setup.hops = [f"{site.url}/?hop={number}" for number in range(5)]
        assert found(site.url).root == f"{site.url}/wp-json/"
        site.setup.hops = [f"{site.url}/?hop={number}" for number in range(6)]
        with pytest.raises(RemoteError) as caught:
            found(site.url)
        assert caught.value.code == "SITE-MOVED"
        site.setup.hops = ["/?a", "/?b", "/?a"] * 2
        with pytest.raises(RemoteError, match="without an end"):
            found(site.url)


def test_a_redirect_to_another_host_is_followed_and_told() -> None:
    with FakeSite(host="localhost") as target, FakeSite() as site:
        site.setup.hops = [f"{target.url}/"]
        seen = found(site.url)
        assert seen.root == f"{target.url}/wp-json/"
        assert "ROOT-ELSEWHERE" in [one.code for one in seen.warnings]


def test_credentials_for_a_hidden_interface_never_go_to_another_host() -> None:
    with FakeSite(host="localhost") as target, FakeSite() as site:
        site.setup.hops = [f"{target.url}/"]
        found(site.url, credential=Credential("basic", "ada", Secret("c4nary")))
        assert all("authorization" not in one.headers for one in [*target.log, *site.log])


def test_never_from_https_to_http(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with FakeSite() as plain, FakeSite(tls=authority.server()) as site:
        site.setup.hops = [f"{plain.url}/"]
        with pytest.raises(RemoteError) as caught:
            found(site.url, ca_file=authority.ca_file)
        assert caught.value.code == "SITE-MOVED"
        assert "plain http" in caught.value.message
        assert plain.log == []


def test_a_bad_certificate_is_never_got_around_by_http(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with FakeSite(tls=authority.server(expired=True)) as site:
        with pytest.raises(NetworkError) as caught:
            found(site.url.removeprefix("https://"), ca_file=authority.ca_file)
        assert caught.value.code == "TLS-BAD"
        assert "expired" in caught.value.message
        assert caught.value.details["certificate_until"]
        assert site.log == []


@pytest.mark.parametrize(
    ("fault", "options", "code"),
    [
        ("cloudflare", {}, "SITE-BLOCKED"),
        ("cloudflare", {"status": 200}, "SITE-BLOCKED"),
        ("cloudflare", {"status": 429}, "SITE-BLOCKED"),
        ("firewall", {}, "SITE-BLOCKED"),
        ("maintenance", {}, "SITE-MAINTENANCE"),
        ("critical", {}, "SITE-5XX"),
        ("database-error", {}, "SITE-DATABASE"),
        ("gateway", {}, "SITE-TIMEOUT"),
        ("login-page", {}, "SITE-LOGIN"),
        ("redirect", {"to": "/wp-login.php?redirect_to=%2F", "status": 302}, "SITE-LOGIN"),
        ("redirect", {"to": "/wp-admin/install.php", "status": 302}, "SITE-DATABASE"),
        ("body", {"body": b"<h1>401</h1>", "status": 401, "headers": {"WWW-Authenticate": "Basic"}}, "SITE-GUARDED"),
        ("status", {"status": 401, "body": {"code": "rest_cannot_access", "message": "No", "data": {"status": 401}}}, "REST-HIDDEN"),
        ("status", {"status": 401, "body": {"code": "rest_login_required", "message": "No", "data": {"status": 401}}}, "REST-HIDDEN"),
        ("status", {"status": 401, "body": {"code": "rest_not_logged_in", "message": "No", "data": {"status": 401}}}, "REST-HIDDEN"),
        ("status", {"status": 403, "body": {"code": "itsec_rest_denied", "message": "No", "data": {"status": 403}}}, "REST-HIDDEN"),
        ("status", {"status": 404, "body": {"code": "rest_disabled", "message": "No", "data": {"status": 404}}}, "NOT-WORDPRESS"),
        ("html", {}, "NOT-WORDPRESS"),
        ("body", {"body": b"{}"}, "NOT-WORDPRESS"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("everywhere", [True, False])
def test_failures_are_told_apart_each_with_its_remedy(fault: str, options: Mapping[str, Any], code: str, everywhere: bool) -> None:
    with FakeSite(Setup(query_form=False)) as site:
        site.switch_on(fault, times=99, on="GET *" if everywhere else "GET */wp-json*", **options)
        with pytest.raises(HoldfastError) as caught:
            found(site.url)
        assert caught.value.code == code
        assert caught.value.hint


def test_a_firewall_before_wp_json_is_passed_by_the_other_form_of_the_root() -> None:
    with FakeSite() as site:
        site.switch_on("status", times=99, on="GET */wp-json*", status=404)
        assert found(site.url).root == f"{site.url}/index.php?rest_route=/"


def test_a_refused_sign_in_at_a_hidden_interface_is_told_as_one() -> None:
    """Not as "no WordPress": the password is what is wrong. And it is tried once, as some plugins count."""
    with FakeSite() as site:
        refusal = {"code": "incorrect_password", "message": "Wrong.", "data": {"status": 401}}
        site.switch_on("status", times=99, on="GET */wp-json*", status=401, body=refusal)
        with pytest.raises(AuthRejected) as caught:
            found(site.url, credential=Credential("basic", "ada", Secret("c4nary")))
        assert (caught.value.code, caught.value.details["server_code"]) == ("AUTH-REJECTED", "incorrect_password")
        assert len([one for one in site.log if "authorization" in one.headers]) == 1


def test_a_front_page_that_sends_visitors_to_another_host_does_not_hide_the_interface() -> None:
    class Portal(FakeServer):
        """A sign-in of a company, and no WordPress."""

        def missing(self, request: Request) -> Reply:
            return html(404 if "wp-json" in request.path or "rest_route" in request.query else 200, pages.HOME)

    with Portal(host="localhost") as portal, FakeSite() as site:
        site.setup.hops = [f"{portal.url}/sign-in"]
        seen = found(site.url)
        assert seen.root == f"{site.url}/wp-json/"
        assert seen.warnings == ()


def test_nothing_there() -> None:
    with pytest.raises(NetworkError) as caught:
        found("http://127.0.0.1:1")
    assert caught.value.code == "NET-REFUSED"
    with pytest.raises(NetworkError) as caught:
        found("nobody-has-this-name.invalid")
    assert caught.value.code == "NET-DNS"
    assert caught.value.hint


def test_a_site_that_hangs_is_given_up() -> None:
    with FakeSite() as site:
        site.switch_on("hang", times=9)
        with pytest.raises(NetworkError) as caught:
            found(site.url, seconds=0.2)
        assert caught.value.code == "NET-TIMEOUT"


def test_a_web_page_that_is_no_wordpress() -> None:
    class Page(FakeServer):
        def missing(self, request: Request) -> Reply:
            return html(200, pages.HOME)

    with Page() as site, pytest.raises(RemoteError) as caught:
        found(site.url)
    assert caught.value.code == "NOT-WORDPRESS"


def test_what_a_person_should_know_is_a_warning() -> None:
    with FakeSite(
        Setup(namespaces=("wp/v2",), passwords=False, junk=pages.PHP_WARNING.encode(), home="https://www.elsewhere.example")
    ) as site:
        seen = found(site.url)
        assert [one.code for one in seen.warnings] == ["AUTH-OFF", "JUNK", "HOME-ELSEWHERE", "PLUGIN-MISSING"]
        assert {(one.system, one.ready, one.why) for one in seen.systems} == {
            ("backup-copilot", False, "PLUGIN-MISSING"),
            ("safeguard", False, "PLUGIN-MISSING"),
        }
        assert seen.sign_in == ()


def scripted(answers: Mapping[str, httpx.Response | Exception]) -> httpx.MockTransport:
    """A network of hosts that need not exist: address without query -> answer; 404 for the rest."""

    def handle(request: httpx.Request) -> httpx.Response:
        one = answers.get(str(request.url).partition("?")[0], httpx.Response(404, text="no"))
        if isinstance(one, Exception):
            raise one
        return one

    return httpx.MockTransport(handle)


INDEX = {"namespaces": ["wp/v2", "bkpc/v1"], "home": "https://shop.example", "url": "https://shop.example", "authentication": []}


def test_https_is_taken_where_it_works_although_http_was_typed() -> None:
    answers = {
        "http://shop.example/": httpx.Response(200, html="<p>"),
        "http://shop.example/wp-json/": httpx.Response(200, json=INDEX),
        "https://shop.example/wp-json/": httpx.Response(200, json=INDEX),
    }
    seen = found("http://shop.example", transport=scripted(answers))
    assert seen.root == "https://shop.example/wp-json/"
    assert "HTTPS-TAKEN" in [one.code for one in seen.warnings]
    del answers["https://shop.example/wp-json/"]
    seen = found("http://shop.example", transport=scripted(answers))
    assert seen.root == "http://shop.example/wp-json/"
    assert "HTTP-ONLY" in [one.code for one in seen.warnings]


def test_the_way_over_www() -> None:
    answers = {
        "https://shop.example/": httpx.Response(301, headers={"Location": "https://www.shop.example/"}),
        "https://www.shop.example/": httpx.Response(200, headers={"Link": '<http://www.shop.example/wp-json/>; rel="https://api.w.org/"'}),
        "https://www.shop.example/wp-json/": httpx.Response(200, json=INDEX),
    }
    seen = found("shop.example/wp-admin", transport=scripted(answers))
    assert seen.root == "https://www.shop.example/wp-json/"
    assert [one.code for one in seen.warnings] == ["AUTH-OFF"]


def test_a_root_without_its_trailing_slash_or_behind_a_redirect() -> None:
    answers = {
        "https://shop.example/": httpx.Response(200, html="<p>"),
        "https://shop.example/wp-json/": httpx.Response(301, headers={"Location": "/wp-json"}),
        "https://shop.example/wp-json": httpx.Response(200, json=INDEX),
    }
    assert found("shop.example", transport=scripted(answers)).root == "https://shop.example/wp-json/"


def test_hostile_links_lead_nowhere() -> None:
    for link in (
        "<javascript:alert(1)>",
        "<file:///etc/passwd>",
        "<https://>",
        "<http://[::1>",
        "<https://u:p@evil.example/>",
        "<" + "a" * 5000 + ">",
    ):
        answers = {
            "https://shop.example/": httpx.Response(200, headers={"Link": f'{link}; rel="https://api.w.org/"'}),
            "https://shop.example/wp-json/": httpx.Response(200, json=INDEX),
        }
        assert found("shop.example", transport=scripted(answers)).root == "https://shop.example/wp-json/"


def test_hostile_pages_are_searched_quickly() -> None:
    for page in ("<link " * 100_000, "<link rel=" + "x" * 900_000, '<link rel="' * 50_000, "<body class='" * 60_000, "<form " * 100_000):
        answers = {
            "https://shop.example/": httpx.Response(200, html=page),
            "https://shop.example/wp-json/": httpx.Response(200, json=INDEX),
        }
        started = time.monotonic()
        found("shop.example", transport=scripted(answers))
        assert time.monotonic() - started < 2


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(ANY_JSON, st.sampled_from(sorted({*INDEX, "name", "gmt_offset", "timezone_string"})))
def test_any_index_is_read_or_refused(value: Any, field: str) -> None:
    body = {**INDEX, field: value}
    answers = {"https://shop.example/": httpx.Response(200, html="<p>"), "https://shop.example/wp-json/": httpx.Response(200, json=body)}
    code = ""
    try:
        found("shop.example", transport=scripted(answers))
    except HoldfastError as error:
        code = error.code
    assert code in {"", "NOT-WORDPRESS"}


def test_wp_engine_and_bot_servers() -> None:
    engine = found("api.wpengineapi.com/v1")
    assert (engine.root, engine.systems[0].system) == ("https://api.wpengineapi.com/v1", "wp-engine")
    with FakeGeneralBots() as bots:
        seen = found(bots.url)
        assert [(one.system, one.ready) for one in seen.systems] == [("general-bots", True)]
        assert seen.sign_in == ("bearer", "api-key", "login")
    with FakeGeneralBots(has_api=False) as bots:
        assert [(one.system, one.ready, one.why) for one in found(bots.url).systems] == [("general-bots", False, "NO-API")]


def test_following_keeps_signed_questions_at_home() -> None:
    async def story() -> None:
        answers = {"https://a.example/x": httpx.Response(302, headers={"Location": "https://b.example/x"})}
        async with Looker(transport=scripted(answers)) as looker:
            way = await follow(looker, "https://a.example/x", {"Authorization": "Basic x"})
            assert (way.address, way.answer.status) == ("https://a.example/x", 302)

    asyncio.run(story())
