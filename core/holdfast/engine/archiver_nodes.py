"""The JSON of a file's node straight from `stat`, without objects in between: a backup of 50,000 files makes 50,000 of them.

The bytes are those of `holdfast.repository.trees.encode_node` (a property test holds them together). A file's node is its **head**
(everything that `stat` tells, ending with a comma) and its **tail** (extended attributes and content). A file is unchanged when the
node of the last backup begins with the very same head, so most comparisons are one `startswith`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec

from holdfast.repository.nodes import go_mode, node_from_entry
from holdfast.repository.times import format_time
from holdfast.repository.trees import encode_node
from holdfast.sources.metadata import Xattrs, entry_of, group_name, user_name

_PLAIN_NAME = re.compile(rb"[0-9A-Za-z_.@+, #%=(){}~^$!:;'*?|\[\]-]+").fullmatch
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_YEAR_1, _YEAR_10000 = -62135596800, 253402300800


def name_json(name: bytes) -> bytes:
    """A name as it stands in the JSON, without its quotes."""
    return name if _PLAIN_NAME(name) else _odd_name(name)


def _odd_name(name: bytes) -> bytes:
    from holdfast.repository.names import quote

    text: bytes = msgspec.json.encode(quote(name))[1:-1]
    for plain, escaped in ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026")):
        text = text.replace(plain, escaped)
    return text


@lru_cache(maxsize=65536)
def _day(day: int) -> str:
    return date.fromordinal(_EPOCH_DAY + day).isoformat() + "T"


_TWO = [f"{n:02d}" for n in range(60)]


@lru_cache(maxsize=16384)
def _second(seconds: int) -> str:
    day, rest = divmod(seconds, 86400)
    hour, rest = divmod(rest, 3600)
    return f"{_day(day)}{_TWO[hour]}:{_TWO[rest // 60]}:{_TWO[rest % 60]}"


def time_json(nanoseconds: int) -> str:
    """As `format_time`, faster for the years that files have."""
    seconds, fraction = divmod(nanoseconds, 1_000_000_000)
    if not _YEAR_1 <= seconds < _YEAR_10000:
        return format_time(nanoseconds)
    if not fraction:
        return _second(seconds) + "Z"
    return f"{_second(seconds)}.{fraction:09d}".rstrip("0") + "Z"


@lru_cache(maxsize=4096)
def _owner(uid: int, gid: int) -> str:
    parts = [f'"uid":{uid},"gid":{gid},']
    for key, name in (("user", user_name(uid)), ("group", group_name(gid))):
        if name:
            parts.append(f'"{key}":{msgspec.json.encode(name).decode()},')
    return "".join(parts)


def file_head(name: bytes, status: os.stat_result) -> bytes:
    """The head of a regular file's node; `name` as `name_json` gives it."""
    mode = go_mode(status.st_mode)
    size = status.st_size
    if not (mode and status.st_ino and status.st_dev and status.st_nlink):
        return _odd_head(name, status)
    mtime = time_json(status.st_mtime_ns)
    after_name = (
        f'","type":"file","mode":{mode},"mtime":"{mtime}","atime":"{mtime}","ctime":"{time_json(status.st_ctime_ns)}",'
        f'{_owner(status.st_uid, status.st_gid)}"inode":{status.st_ino},"device_id":{status.st_dev},'
    )
    links = f'"size":{size},"links":{status.st_nlink},' if size else f'"links":{status.st_nlink},'
    return b'{"name":"' + name + (after_name + links).encode()


def _odd_head(name: bytes, status: os.stat_result) -> bytes:
    """Values that are zero are left out of a node."""
    node = encode_node(node_from_entry(entry_of(b"x", status)))
    return b'{"name":"' + name + node.removesuffix(b'"content":[]}').removeprefix(b'{"name":"x')


def file_tail(ids: Sequence[str], xattrs: Xattrs = ()) -> bytes:
    """The tail of a file's node; `ids` are hexadecimal."""
    content = '"content":["' + '","'.join(ids) + '"]}' if ids else '"content":[]}'
    if xattrs:
        values = ",".join([f'{{"name":{_text(name)},"value":{_text(value)}}}' for name, value in xattrs])
        content = f'"extended_attributes":[{values}],{content}'
    return content.encode()


def _text(value: str | bytes) -> str:
    return (
        msgspec.json.encode(value).decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )  # fmt: skip


def special_node(name: bytes, status: os.stat_result, xattrs: Xattrs = (), link_target: bytes = b"") -> bytes:
    """The node of a link, device or FIFO."""
    return encode_node(node_from_entry(entry_of(name, status, xattrs=xattrs, link_target=link_target)))


def folder_node(name: bytes, status: os.stat_result, subtree: bytes, xattrs: Xattrs = ()) -> bytes:
    """The node of a folder whose tree has the id `subtree`."""
    return encode_node(node_from_entry(entry_of(name, status, xattrs=xattrs), subtree=subtree))
