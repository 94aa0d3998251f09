"""Go's quoting of names, RFC 3339 with nanoseconds, and Go's file modes."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.entries import Entry, Kind
from holdfast.errors import Damaged
from holdfast.repository.names import quote, unquote
from holdfast.repository.nodes import entry_from_node, go_mode, node_from_entry
from holdfast.repository.times import format_moment, format_time, parse_moment, parse_time
from holdfast.repository.trees import decode_tree, encode_tree

YEAR = 366 * 86400 * 10**9


@pytest.mark.parametrize(
    ("raw", "quoted"),
    [
        (b"plain.txt", "plain.txt"),
        (b'a"b\\c', 'a\\"b\\\\c'),
        (b"\a\b\t\n\v\f\r", "\\a\\b\\t\\n\\v\\f\\r"),
        (b"\x00\x01\x1f\x7f", "\\x00\\x01\\x1f\\x7f"),
        (b"\xff\xc3(", "\\xff\\xc3("),
        (b"\xed\xa0\x80", "\\xed\\xa0\\x80"),
        ("é e\u0301 \ufffd".encode(), "é e\u0301 \ufffd"),
        ("\u00a0\u0085\u00ad".encode(), "\\u00a0\\u0085\\u00ad"),
        ("\u200b\u2028\ufeff\ue000\uffff".encode(), "\\u200b\\u2028\\ufeff\\ue000\\uffff"),
        ("\U0001f600\U000f0000\U0010ffff".encode(), "\U0001f600\\U000f0000\\U0010ffff"),
        (b"it's <&>", "it's <&>"),
    ],
)
def test_names_are_quoted_as_go_does(raw: bytes, quoted: str) -> None:
    assert quote(raw) == quoted
    assert unquote(quoted) == raw


@given(st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_survive_quoting(raw: bytes) -> None:
    """And the quoted text is printable, so that it needs no JSON escape but those of ``"``, ``\\`` and Go's own."""
    assert unquote(quote(raw)) == raw
    assert quote(raw).isprintable()


def test_octal_escapes_are_understood() -> None:
    """Go reads them, though it never writes them."""
    assert unquote("\\101\\377") == b"A\xff"


@pytest.mark.parametrize(
    "text", ["\\", "\\x", "\\xg0", "\\u12", "\\ud800", "\\U00110000", "\\400", "\\'", "\\q", 'a"b', "a\nb", "\\x4", "\ud800"]
)
def test_wrong_escapes_are_damage(text: str) -> None:
    with pytest.raises(Damaged):
        unquote(text)


@given(st.integers(-1900 * YEAR, 8000 * YEAR))
def test_times_survive_to_the_nanosecond(nanoseconds: int) -> None:
    """From year 60 to beyond 9000; the text never has trailing zeros, a bare point or an offset."""
    text = format_time(nanoseconds)
    assert parse_time(text) == nanoseconds
    assert text.endswith("Z")
    assert not text.endswith(("0Z", ".Z")) or "." not in text
    assert text[:19] == (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=nanoseconds // 1000)).isoformat()[:19]


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.999999999Z", -1),
        ("2000-02-29T12:00:00.5+05:30", 951805800_500000000),
        ("2000-02-29T12:00:00-00:30", 951827400_000000000),
        ("0000-01-01T00:00:00Z", -62167219200_000000000),
        ("0000-12-31T23:59:59Z", -62135596801_000000000),
        ("9999-12-31T23:59:59.1234567891Z", 253402300799_123456789),
    ],
)
def test_times_of_others_are_read(text: str, nanoseconds: int) -> None:
    assert parse_time(text) == nanoseconds


def test_year_zero_is_written() -> None:
    """Go can; Python's datetime cannot."""
    assert format_time(-62167219200_000000000) == "0000-01-01T00:00:00Z"
    assert format_time(-62135596801_500000000) == "0000-12-31T23:59:58.5Z"
    assert format_time(-(10**30))[:4] == "0000"
    assert format_time(10**30)[:10] == "9999-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-01-01",
        "2020-13-01T00:00:00Z",
        "2020-02-30T00:00:00Z",
        "2020-01-01T24:00:00Z",
        "2020-01-01T00:60:00Z",
        "2020-01-01T00:00:00",
        "2020-01-01T00:00:00.Z",
        "２０２０-01-01T00:00:00Z",
        "2020-01-01T00:00:00+24:00",
        "2020-01-01 00:00:00Z",
    ],
)
def test_what_is_no_time_is_damage(text: str) -> None:
    with pytest.raises(Damaged):
        parse_time(text)
    with pytest.raises(Damaged):
        parse_moment(text)


def test_moments_keep_their_offset() -> None:
    """Retention counts days in the offset that was stored."""
    moment = parse_moment("2026-03-29T01:59:59.123456789+01:00")
    assert moment == datetime(2026, 3, 29, 1, 59, 59, 123456, tzinfo=timezone(timedelta(hours=1)))
    assert moment.utcoffset() == timedelta(hours=1)
    assert format_moment(moment) == "2026-03-29T00:59:59.123456Z"


@pytest.mark.parametrize(
    ("mode", "go"),
    [
        (0o40755, 2147484141),
        (0o104755, 8389101),
        (0o120777, 134218239),
        (0o41777, 1 << 31 | 1 << 20 | 0o777),
        (0o20600, 1 << 26 | 1 << 21 | 0o600),
    ],
)
def test_modes_are_those_of_go(mode: int, go: int) -> None:
    assert go_mode(mode) == go


_TYPES: dict[Kind, int] = {
    "file": stat.S_IFREG,
    "dir": stat.S_IFDIR,
    "symlink": stat.S_IFLNK,
    "dev": stat.S_IFBLK,
    "chardev": stat.S_IFCHR,
    "fifo": stat.S_IFIFO,
}
_unsigned = st.integers(0, 2**32 - 1)
_times = st.integers(-1900 * YEAR, 8000 * YEAR)
_texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=10)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that a file system can have."""
    kind = draw(st.sampled_from(sorted(_TYPES)))
    name = draw(st.binary(min_size=1, max_size=20).filter(lambda n: not {0, 47} & set(n) and n not in (b".", b"..")))
    mtime = draw(_times)
    return Entry(
        name=name,
        kind=kind,
        mode=_TYPES[kind] | draw(st.integers(0, 0o7777)),
        mtime_ns=mtime,
        ctime_ns=draw(_times),
        uid=draw(_unsigned),
        gid=draw(_unsigned),
        user=draw(_texts),
        group=draw(_texts),
        inode=draw(st.integers(0, 2**64 - 1)),
        device_id=draw(_unsigned),
        size=draw(_unsigned) if kind == "file" else 0,
        links=draw(_unsigned) if kind in ("file", "symlink", "dev", "chardev") else 0,
        link_target=draw(st.binary(min_size=1, max_size=30)) if kind == "symlink" else b"",
        device=draw(_unsigned) if kind in ("dev", "chardev") else 0,
        xattrs=tuple(draw(st.lists(st.tuples(_texts, st.binary(max_size=10)), max_size=3))),
        atime_ns=draw(st.none() | _times.filter(lambda t: t != mtime)),
    )


@given(st.lists(entries(), max_size=4, unique_by=lambda entry: entry.name))
def test_an_entry_comes_back_as_it_was(found: list[Entry]) -> None:
    """Entry to node to bytes and back: nothing is lost, whatever the name, target, mode or time."""
    found.sort(key=lambda entry: entry.name)
    nodes = [
        node_from_entry(e, content=[b"x" * 32] if e.kind == "file" else None, subtree=b"y" * 32 if e.kind == "dir" else None) for e in found
    ]
    data = encode_tree(nodes)
    back = decode_tree(data)
    assert back == nodes
    assert encode_tree(back) == data
    assert [entry_from_node(node) for node in back] == found
    assert [node.blob_ids() for node in back if node.type == "file"] == [[b"x" * 32] for e in found if e.kind == "file"]
    assert [node.subtree_id() for node in back if node.type == "dir"] == [b"y" * 32 for e in found if e.kind == "dir"]
