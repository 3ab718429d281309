"""Dates, numbers, lists and names as each language writes them: Unicode CLDR, and a small table of former names.

bot/translations/cldr.json is made from babel by scripts/customs.py, so that nothing of babel is loaded when a question is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, cast

from bot.translation import ENGLISH, TRANSLATED, written
from store.members import Members
from store.words import fold

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Spanish: "Suiza e Italia", but "nieve y hielo"; "siete u ocho".
_SPANISH_SOUNDS = (("y", re.compile(r"h?[ií](?!e)", re.IGNORECASE), "e"), ("o", re.compile(r"h?[oó]", re.IGNORECASE), "u"))


def long_date(date: dt.date, language: str) -> str:
    """ "24 February 2025", "24 de febrero de 2025", "1er février 2025"."""
    if language == ENGLISH:
        return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    custom = _custom(language)
    day = custom["first"] if date.day == 1 else str(date.day)
    return cast(str, custom["date"]).format(day=day, month=custom["months"][date.month - 1], year=date.year)


def grouped(number: int, language: str) -> str:
    """ "1,423", "1.423", "1 423" with a narrow no-break space; from 10,000 on where a language begins there."""
    if language == ENGLISH:
        return f"{number:,}"
    custom = _custom(language)
    return str(number) if number < custom["groups_from"] else f"{number:,}".replace(",", custom["group"])


def percent(share: float, language: str) -> str:
    """A share of 0 to 1 with one decimal: "79.2%", "79,2 %"."""
    return f"{share:.1%}" if language == ENGLISH else f"{share * 100:.1f}{_custom(language)['percent']}".replace(".", ",")


def joined(names: Sequence[str], last: str, language: str) -> str:
    """ "A, B and C"; `last`: "and" or "or"."""
    if len(names) == 1:
        return names[0]
    link = last if language == ENGLISH else _custom(language)[last]
    if language == "es":
        link = next((other for word, sound, other in _SPANISH_SOUNDS if word == link and sound.match(names[-1])), link)
    return f"{', '.join(names[:-1])} {link} {names[-1]}"


def by_name(names: Iterable[str], language: str) -> list[str]:
    """Names as the record has them, which come in the order of English -> in that language and its alphabet."""
    return list(names) if language == ENGLISH else sorted((name_in(name, language) for name in names), key=fold)


def name_in(name: str, language: str) -> str:
    """A state's or a group's name as the record has it -> in that language; as it is where nobody has one.

    CLDR and the table go first, then the file of names that was imported, then the usual form of a name.
    """
    if language == ENGLISH:
        return name
    known, file = _names(language), _file.get()
    if name in known or file is None:
        return known.get(name, name)
    return file.translations.get(language, {}).get(name) or known.get(file.usual.get(name, name), name)


@contextmanager
def naming(names: Members) -> Iterator[None]:
    """States that the program's own tables lack are called inside as an imported file of names has it."""
    token = _file.set(names)
    try:
        yield
    finally:
        _file.reset(token)


_file: ContextVar[Members | None] = ContextVar("_file", default=None)


def _custom(language: str) -> Any:
    return written("cldr.json")["customs"][language]


@cache
def _names(language: str) -> Mapping[str, str]:
    column = TRANSLATED.index(language)
    curated = written("names.json")
    rows = {**written("cldr.json")["states"], **curated["former"], **curated["groups"], **curated["non_members"]}
    return {name: row[column] for name, row in rows.items()}
