"""Patterns mean what they mean to git: git itself is the judge."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import UsageError
from holdfast.sources.excludes import PRESETS, Excluder

PATHS = [
    "aa", "b.log", "a.log/c", "dir/b.log", "dir/sub/b.log", "dir/sub/deep/x", "build/out.o", "src/build/out.o", "src/main.c", "doc/frotz/x",
    "a/doc/frotz/y", "foo/bar", "x/foo/bar", "foo/y/bar", "foo/y/z/bar", "abc/1/2", "#hash", "!bang", "trail ", "trailing", "[x]",
    "q/x", "y",
    "a?b", "a*b", "axb", "UPPER.LOG", "ä/ö.log", "dir/.hidden", "node_modules/p/i.js", "p/node_modules/q", "keep/node_modules_not/x", "a-b",
    "back\\slash", "new\nline", "b/.b", "tmp", "d/tmp/e", "cache/x", "x/cache/y",
]  # fmt: skip

CASES = [
    ["*.log"],
    ["*.log", "!dir/b.log"],
    ["/b.log"],
    ["build/"],
    ["/build/"],
    ["doc/frotz"],
    ["/doc/frotz/"],
    ["**/foo/bar"],
    ["foo/**/bar"],
    ["abc/**"],
    ["/*", "!/foo", "/foo/*", "!/foo/bar"],
    ["\\#hash"],
    ["#hash"],
    ["\\!bang"],
    ["trail\\ "],
    ["trail   "],
    ["[x]"],
    ["\\[x\\]"],
    ["[!x]"],
    ["a[?*]b"],
    ["a\\?b"],
    ["a?b"],
    ["**"],
    ["*"],
    ["*", "!*/", "!*.c"],
    ["node_modules/"],
    ["dir/sub/"],
    ["dir/*/deep"],
    ["**/tmp/"],
    ["tmp"],
    ["!tmp"],
    ["tmp", "!tmp", "d/tmp"],
    ["[a-c]*"],
    ["[[:upper:]]*"],
    ["a[-]b"],
    ["[]-]x"],
    ["[z-a]", "["],
    ["**/"],
    ["/"],
    ["", "   ", "#"],
    ["ä/"],
    ["*ö*"],
    ["dir/**/x"],
    ["**/x/**"],
    ["dir**x"],
    ["a/**/**/frotz"],
    ["x/", "!x/foo/"],
    ["foo/*", "!foo/bar"],
    ["back\\\\slash"],
    ["b\\.log"],
]


def git_ignores(root: Path, patterns: list[str]) -> set[str]:
    """Which of `PATHS` git ignores."""
    (root / ".git/info").mkdir(parents=True, exist_ok=True)
    (root / ".git/info/exclude").write_text("\n".join(patterns) + "\n")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=root,
        input="\0".join(PATHS).encode(),
        capture_output=True,
        env=environment,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(filter(None, done.stdout.decode().split("\0")))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("git")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for path in PATHS:
        if (root / path).is_dir():
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"")
    return root


def we_exclude(root: Path, patterns: list[str]) -> set[str]:
    excluder = Excluder(patterns)
    return {path for path in PATHS if excluder.excludes_path(path.encode(), (root / path).is_dir())}


@pytest.mark.parametrize("patterns", CASES, ids=repr)
def test_as_git(tree: Path, patterns: list[str]) -> None:
    """The same paths, pattern by pattern."""
    assert we_exclude(tree, patterns) == git_ignores(tree, patterns)


@settings(max_examples=50)
@given(
    st.lists(
        st.text(alphabet="ab*?/!.x[]\\ -", min_size=1, max_size=7).filter(lambda line: not line.endswith("\\")), min_size=1, max_size=3
    )
)
def test_as_git_for_any_pattern(tree: Path, patterns: list[str]) -> None:
    """Chance patterns of the characters that matter."""
    assert we_exclude(tree, patterns) == git_ignores(tree, patterns)


@pytest.mark.parametrize(
    ("path", "excluded"),
    [
        ("wp-content/cache/supercache/index.html", True),
        ("wp-content/updraft/backup_2026.zip", True),
        ("wp-content/uploads/backwpup-1a2b3c-backups/a.tar", True),
        ("wp-content/ai1wm-backups/site.wpress", True),
        ("wp-content/themes/mine/node_modules/x/index.js", True),
        ("wp-content/debug.log", True),
        ("sub/error_log", True),
        ("wp-content/plugins/updraftplus/updraftplus.php", False),
        ("wp-content/uploads/2026/01/backups.jpg", False),
        ("wp-content/plugins/some-cache/cache/class.php", False),
        ("wp-config.php", False),
        (".htaccess", False),
    ],
)
def test_the_wordpress_preset(path: str, excluded: bool) -> None:
    """Caches, other plugins' archives and logs go; the plugins themselves and everything a site needs stay."""
    assert Excluder(presets=["wordpress"]).excludes_path(path.encode()) is excluded


def test_patterns_can_take_back_what_a_preset_excludes() -> None:
    """Patterns come after presets."""
    assert not Excluder(["!error_log"], ["wordpress"]).excludes_path(b"error_log")


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        Excluder(presets=["joomla"])
    assert all(name in caught.value.hint for name in PRESETS)


def test_names_that_are_not_text() -> None:
    """Patterns and names are bytes underneath."""
    assert Excluder([os.fsdecode(b"\xff*")]).excludes_path(b"a/\xff\xfe")
    assert not Excluder(["é"]).excludes_path(b"\xe9")


def test_a_hundred_thousand_paths_take_no_time() -> None:
    """With the largest preset: far below the time that listing them takes."""
    excluder = Excluder(["*.bak", "!important.bak"], ["wordpress"])
    start = time.process_time()
    for number in range(100_000):
        name = b"file-%d.php" % number
        excluder.excludes(b"wp-content/plugins/plugin/" + name, name, False)
    assert time.process_time() - start < 2
