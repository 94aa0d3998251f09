"""Which names may be created, on POSIX and Windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import Damaged
from holdfast.targets.folder_names import collisions, extended, name_problem, split_path, windows_problem


@pytest.mark.parametrize("name", [b"", b".", b"..", b"../x", b"/x", b"a/b", b"a\0b", b"/"])
def test_name_that_is_no_single_part_is_refused(name: bytes) -> None:
    assert name_problem(name)


@pytest.mark.parametrize("name", [b"...", b"a\nb", b"\xff\xfe", b" ", b"-rf", b"a\\b", "é".encode(), b"x" * 255])
def test_odd_but_possible_name_is_accepted(name: bytes) -> None:
    assert not name_problem(name)


@pytest.mark.parametrize("path", [b"/", b"/a", b"a//b", b"a/", b"a/../b", b"./a", b"a/b\0"])
def test_path_that_could_lead_elsewhere_is_refused(path: bytes) -> None:
    with pytest.raises(Damaged) as caught:
        split_path(path)
    assert caught.value.code == "UNSAFE-NAME"


@given(st.lists(st.binary(min_size=1, max_size=4).filter(lambda part: not name_problem(part)), max_size=5))
def test_split_path_gives_back_the_parts(parts: list[bytes]) -> None:
    assert split_path(b"/".join(parts)) == parts


@pytest.mark.parametrize(
    "name", ["a:b", "a\\b", "a?", "x\x07", "trailing.", "trailing ", "CON", "con.txt", "Lpt9.log", "COM¹", "NUL .x", "ä" * 256]
)
def test_windows_would_refuse(name: str) -> None:
    assert windows_problem(name)


@pytest.mark.parametrize("name", ["wp-config.php", ".htaccess", "console", "com10", "COM0", "a.b.c", "ä" * 255, "con-tent"])
def test_windows_takes(name: str) -> None:
    assert not windows_problem(name)


def test_collisions_by_case_and_normal_form() -> None:
    assert collisions(["a", "b", "A", "e\u0301", "\u00e9", "stra\u00dfe", "STRASSE"]) == {
        "A": "a",
        "\u00e9": "e\u0301",
        "STRASSE": "stra\u00dfe",
    }


@pytest.mark.parametrize("character", '<>:"/\\|?*\n\t')
def test_no_forbidden_character_at_any_place(character: str) -> None:
    assert windows_problem(character + "a")
    assert windows_problem("a" + character + "b.txt")
    assert windows_problem("a" + character)


@pytest.mark.parametrize("device", ["con", "PRN", "Aux", "nul", "com1", "LPT9", "CONIN$", "CONOUT$", "com²"])
@pytest.mark.parametrize("ending", ["", ".txt", ".tar.gz", " .php", "  "])
def test_a_device_is_one_with_every_ending(device: str, ending: str) -> None:
    assert windows_problem(device + ending)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), min_size=1, max_size=12))
def test_what_windows_takes_ends_neither_in_dot_nor_space_and_means_no_device(name: str) -> None:
    if not windows_problem(name):
        assert name == name.rstrip(". ")
        assert name.upper().partition(".")[0].strip() not in {"CON", "PRN", "AUX", "NUL"}


@pytest.mark.parametrize(
    ("path", "long"),
    [
        (r"C:\Users\A\site", r"\\?\C:\Users\A\site"),
        ("C:/Users/A/site", r"\\?\C:\Users\A\site"),
        (r"\\nas\web\site", r"\\?\UNC\nas\web\site"),
        (r"\\?\C:\deep", r"\\?\C:\deep"),
        (r"\\.\pipe\x", r"\\.\pipe\x"),
    ],
)
def test_long_paths_of_windows(path: str, long: str) -> None:
    assert extended(path) == long
    assert extended(long) == long
