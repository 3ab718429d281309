"""A sentence written in English -> the same sentence in the language of the reply.

The English template is the key: `say("{state} had no seat on {day}.", state=..., day=...)` finds its row in
bot/translations/sentences.json. A sentence is translated as a whole or not at all: only inside a function marked `@said` are
its parts (dates, names, lists) worded in the reply's language, and if any part has no row the function is run again in English.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any, ParamSpec

ENGLISH = "en"
TRANSLATED = ("fr", "es", "de", "pt", "it")
LANGUAGES = (ENGLISH, *TRANSLATED)
MANY = " (many)"

# The reply's language holds for one question in one thread of work, like a locale: every sentence would else carry it along.
_wanted: ContextVar[str] = ContextVar("wanted", default=ENGLISH)
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)

_P = ParamSpec("_P")
_BEFORE_FRENCH_SIGNS = re.compile(r" (?=[:;?!»])|(?<=«) ")


class _Untranslated(LookupError):
    """A template without a row; never leaves this module."""


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Word what is said inside in this language, "en" where it is none of `LANGUAGES`."""
    token = _wanted.set(language if language in LANGUAGES else ENGLISH)
    try:
        yield
    finally:
        _wanted.reset(token)


def wanted() -> str:
    """The language of the reply."""
    return _wanted.get()


def spoken() -> str:
    """The language of the sentence that is being worded: English outside `@said`."""
    return _spoken.get()


def said(sentence: Callable[_P, str]) -> Callable[_P, str]:
    """Mark a function that words a whole sentence: it speaks the reply's language, or English where a part has no row."""

    @functools.wraps(sentence)
    def in_language(*args: _P.args, **kwargs: _P.kwargs) -> str:
        language = _wanted.get()
        if language == _spoken.get():
            return sentence(*args, **kwargs)
        token = _spoken.set(language)
        try:
            return sentence(*args, **kwargs)
        except _Untranslated:
            pass
        finally:
            _spoken.reset(token)
        with speaking(ENGLISH):
            return sentence(*args, **kwargs)

    return in_language


def say(template: str, /, *, many: bool = False, **parts: object) -> str:
    """The template in the language spoken, its places filled.

    `many`: of several, where other languages have another verb than for one and English has not; the row's key then ends in
    " (many)".
    """
    language = _spoken.get()
    if language == ENGLISH:
        return template.format(**parts)
    rows = _rows(language)
    found = rows.get(f"{template}{MANY}" if many else template) or rows.get(template)
    if found is None:
        raise _Untranslated(template)
    return found.format(**parts)


def fixed(text: str, language: str | None = None) -> str:
    """A heading, a label or a sentence without places, in the reply's language; as it is where it has no row."""
    language = language or _wanted.get()
    return text if language == ENGLISH else _rows(language).get(text, text)


@cache
def _rows(language: str) -> Mapping[str, str]:
    rows = {english: row[language] for english, row in written("sentences.json").items() if language in row}
    return {key: _typeset(text) for key, text in rows.items()} if language == "fr" else rows


def _typeset(text: str) -> str:
    """French keeps its double signs and guillemets on the line of their word, by a no-break space."""
    return _BEFORE_FRENCH_SIGNS.sub("\N{NO-BREAK SPACE}", text)


@cache
def written(file: str) -> Any:
    """A file of bot/translations, read when a reply first needs it: English replies never wait for it."""
    return json.loads((files("bot") / "translations" / file).read_text(encoding="utf-8"))
