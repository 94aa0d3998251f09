"""Lists of sites as people have them are read."""

from __future__ import annotations

import pytest

from holdfast_desktop.models.site_lists import MOST, ListedSite, read_list


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("one.example two.example", [("one.example", ""), ("two.example", "")]),
        ("https://one.example/;\n <two.example>\n# a remark\n\n/srv/my site\n", [("https://one.example/", ""), ("two.example", ""), ("", "/srv/my site")]),  # noqa: E501 - one list
        ("one.example\nONE.example/\nhttps://one.example", [("one.example", "")]),
        ("url\none.example\n", [("one.example", "")]),
        ("hello, this is no list", []),
        ("C:\\Sites\\shop\n", [("", "C:\\Sites\\shop")]),
        ("", []),
    ],
)  # fmt: skip
def test_addresses_in_any_form(text: str, sites: list[tuple[str, str]]) -> None:
    assert [(one.url, one.path) for one in read_list(text)] == sites


def test_columns_by_their_names_in_any_order_and_case() -> None:
    text = '\ufeff"Url";"NAME";"User";"Password";"Path"\n"one.example";"Süd; Nord";"ada";"pw";""\n;;;;\n"";"Local";"";"";"/srv/local"\n'
    assert read_list(text) == [ListedSite("one.example", "Süd; Nord", "ada", "pw"), ListedSite(name="Local", path="/srv/local")]


def test_a_list_of_mainwp() -> None:
    text = "Site Name,Url,Admin Name,Tag,Security ID,HTTP Username,HTTP Password,Verify Certificate,SSL Version\nShop,https://shop.example/,ada,,,,,1,auto\n"
    assert read_list(text) == [ListedSite("https://shop.example/", "Shop", "ada")]


def test_a_list_without_end_has_one() -> None:
    assert len(read_list("\n".join(f"site{n}.example" for n in range(MOST * 2)))) == MOST
