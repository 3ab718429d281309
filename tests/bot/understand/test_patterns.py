"""Expressions that are compiled when first used: each can be, and then does what a compiled one does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

import bot.check.checking  # noqa: F401 - its tables are held to this too
from bot.understand import patterns, reading  # noqa: F401
from bot.understand.patterns import any_word, compiled, later


def _tables() -> Iterator[object]:
    """What stands at the top of the modules that read text, in tuples and dicts, too."""
    waiting: list[object] = [v for name, module in sys.modules.items() if name.startswith("bot.") for v in vars(module).values()]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, tuple | list):
            waiting.extend(one)


def test_every_expression_of_the_tables_can_be_compiled() -> None:
    held = [one for one in _tables() if isinstance(one, patterns._Later)]
    assert len(held) > 100
    assert all(one.pattern for one in held)


def test_an_expression_does_the_same_before_and_after_its_first_use() -> None:
    found = later(r"v\w+ (?P<how>yes|no)")
    for _ in range(2):
        match = found.search("Mali voted no")
        assert match is not None
        assert (match["how"], match.span()) == ("no", (5, 13))
        assert found.match("Mali voted no") is None
        assert found.sub("-", "Mali voted no, Niger voted yes") == "Mali -, Niger -"
    assert found.pattern == r"v\w+ (?P<how>yes|no)"


def test_any_of_several_ways_is_found() -> None:
    assert [m[0] for m in compiled("yes", any_word("no nay")).finditer("yes or no")] == ["yes", "no"]


def test_nothing_is_compiled_before_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda expression: asked.append(expression) or real(expression))
    found = later("once")
    assert asked == []
    assert found.search("at once")
    assert found.search("once more")
    assert asked == ["once"]
