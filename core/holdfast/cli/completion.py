"""`holdfast completion SHELL`: completion of nouns, verbs and options, made from the same data as the help."""

from __future__ import annotations

import argparse
from typing import Any

from holdfast.cli.verbs import Parser, Verb, add_common

_BASH = """_holdfast() {{
    local words="" path="" word i
    for ((i = 1; i < COMP_CWORD; i++)); do
        word="${{COMP_WORDS[i]}}"
        case "$word" in -*) ;; *) case "$path/$word" in {paths}) path="$path/$word" ;; esac ;; esac
    done
    case "$path" in
{cases}
    esac
    COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
    [ ${{#COMPREPLY[@]}} -gt 0 ] || COMPREPLY=($(compgen -f -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o filenames -F _holdfast holdfast
"""


def _tree() -> dict[str, list[str]]:
    """Path of words -> what may follow: ``"/backup" -> ["create", …]``."""
    from holdfast.cli.main import NOUNS, load

    found: dict[str, list[str]] = {"": [*NOUNS, *_options(None)]}

    def walk(path: str, verbs: tuple[Verb, ...]) -> None:
        found[path] = [v.name for v in verbs]
        for verb in verbs:
            below = f"{path}/{verb.name}"
            if verb.verbs:
                walk(below, verb.verbs)
            else:
                found[below] = _options(verb)

    for noun in NOUNS:
        verbs = load(noun)
        if isinstance(verbs, Verb):
            found[f"/{noun}"] = _options(verbs)
        else:
            walk(f"/{noun}", verbs)
    return found


def _options(verb: Verb | None) -> list[str]:
    parser = Parser(allow_abbrev=False)
    add_common(parser)
    if verb is not None:
        verb.arguments(parser)
    return [text for action in parser._actions for text in action.option_strings if text.startswith("--")]


def script(shell: str) -> str:
    """The completion script for bash, zsh or fish."""
    tree = _tree()
    if shell == "fish":
        return _fish(tree)
    cases = "\n".join(f'        "{path}") words="{" ".join(words)}" ;;' for path, words in tree.items())
    paths = "|".join(f'"{p}"' for p in tree if p)
    bash = _BASH.format(cases=cases, paths=paths)
    return bash if shell == "bash" else "autoload -U +X bashcompinit && bashcompinit\n" + bash


def _fish(tree: dict[str, list[str]]) -> str:
    lines = ["complete -c holdfast -f"]
    for path, words in tree.items():
        seen = [w for w in path.split("/") if w]
        condition = " && ".join(f"__fish_seen_subcommand_from {w}" for w in seen) or "__fish_use_subcommand"
        for word in words:
            what = f"-l {word[2:]}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c holdfast -n '{condition}' {what}")
    return "\n".join(lines) + "\n"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def _run(args: argparse.Namespace) -> int:
    print(script(args.shell), end="")
    return 0


_run_any: Any = _run
VERB = Verb("completion", "completion for bash, zsh or fish", _run_any, _arguments, "source <(holdfast completion bash)")
