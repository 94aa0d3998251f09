"""Nouns, verbs, help and completion are made from one table; these tests hold them together."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.cli.completion import script
from holdfast.cli.main import NOUNS, build_parser, load, main
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError


def _all_verbs() -> Iterator[tuple[str, Verb]]:
    def walk(path: str, verbs: tuple[Verb, ...]) -> Iterator[tuple[str, Verb]]:
        for verb in verbs:
            if verb.verbs:
                yield from walk(f"{path} {verb.name}", verb.verbs)
            else:
                yield f"{path} {verb.name}", verb

    for noun in NOUNS:
        verbs = load(noun)
        yield from [(noun, verbs)] if isinstance(verbs, Verb) else walk(noun, verbs)


@pytest.mark.parametrize(("path", "verb"), list(_all_verbs()), ids=lambda v: v if isinstance(v, str) else "")
def test_every_verb_has_an_example_that_its_own_parser_accepts(path: str, verb: Verb) -> None:
    """What the help shows can be typed."""
    assert verb.example, f"{path} has no example"
    words = shlex.split(verb.example.replace("%%", "%").removeprefix("source <(").removesuffix(")"))
    args = build_parser([words[1]]).parse_args(words[1:])
    assert args.run is verb.run


@pytest.mark.parametrize(("path", "verb"), list(_all_verbs()), ids=lambda v: v if isinstance(v, str) else "")
def test_help_works_everywhere(path: str, verb: Verb, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` prints usage and the example, and ends with 0."""
    with pytest.raises(SystemExit) as end:
        build_parser([path.split()[0]]).parse_args([*path.split(), "--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert "usage: holdfast" in shown
    assert verb.example.replace("%%", "%").split("'")[0] in shown


def test_common_options_stand_anywhere() -> None:
    """--home and --json are understood before the noun, after it and after the verb."""
    parser = build_parser(["site"])
    for words in ("--json --home /x site list", "site --json list --home /x", "site list --home /x --json"):
        args = parser.parse_args(words.split())
        assert args.json is True
        assert args.home == "/x"


def test_a_secret_cannot_be_an_argument() -> None:
    """No verb takes a password as an option's value."""
    for path, verb in _all_verbs():
        parser = build_parser([path.split()[0]])
        verb.arguments(parser)
        names = {o for a in parser._actions for o in a.option_strings if a.nargs != 0}
        assert not {n for n in names if "password" in n or n.endswith(("-secret", "-passphrase"))}, path


def test_bad_usage_is_exit_2_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that no verb knows is explained, not shown as a traceback."""
    assert main(["site", "frobnicate"]) == 2
    assert "--help" in capsys.readouterr().err


def test_bad_usage_with_json_is_a_failure_document(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs read `{"failure": …}` on stdout."""
    assert main(["--json", "site", "frobnicate"]) == 2
    assert capsys.readouterr().out.startswith('{"failure":{"kind":"usage"')


def test_two_choices_of_sites_are_refused() -> None:
    """`backup create shop --all` says neither this nor that."""
    parser = build_parser(["backup"])
    with pytest.raises(UsageError):
        parser.parse_args(["backup", "create", "--type", "sideways"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_verb(shell: str) -> None:
    """The scripts name every noun and verb there is."""
    text = script(shell)
    for path, _ in _all_verbs():
        for word in path.split():
            assert word in text


def test_bash_completes_verbs_of_a_noun(tmp_path: Path) -> None:
    """Real bash: `holdfast backup dr<Tab>` gives drill."""
    bash = shutil.which("bash")
    assert bash
    file = tmp_path / "completion"
    file.write_text(script("bash") + 'COMP_WORDS=(holdfast backup dr); COMP_CWORD=2; _holdfast; echo "${COMPREPLY[@]}"\n')
    done = subprocess.run([bash, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["drill"]
