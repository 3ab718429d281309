"""Ways of saying a thing, one a row -> the regular expression that finds any of them in a question's line.

The line is untrusted and up to 4,000 characters long: what reads it must not take the square of its length.
"""

from __future__ import annotations

import re
from typing import Any, cast


def any_of(*ways: str) -> str:
    """One expression that matches any of these."""
    return f"(?:{'|'.join(ways)})"


def any_word(words: str) -> str:
    """One expression that matches any of the words, which blanks separate."""
    return any_of(*words.split())


def in_order(*parts: str) -> str:
    """One that matches a line which holds the parts one after the other, with anything between: "how often ... the same way".

    It takes the first of each part and never goes back, where "a.*b.*c" would try every "a" with every "b". So a part should
    end as early as it can: a state and not a list of states.
    """
    return "(?m:^)" + "".join(f"(?>.*?(?:{part}))" for part in parts)


def compiled(*ways: str) -> re.Pattern[str]:
    """One that matches any of these, ready to search with."""
    return later(any_of(*ways))


def later(expression: str) -> re.Pattern[str]:
    """The expression, ready to search with, and compiled when first used.

    Compiling all tables takes a third of a second, and most questions need a few of them.
    """
    return cast("re.Pattern[str]", _Later(expression))


class _Later:
    """What a pattern does. From the first use on its methods are the pattern's own, so that no use costs more than one of it."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        pattern = re.compile(self._expression)
        for method in ("search", "match", "fullmatch", "finditer", "sub"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)
