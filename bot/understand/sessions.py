"""Which session a text names: "79th session", "UNGA 80", "11th emergency special session", "seventh special session"."""

from __future__ import annotations

import re
from functools import cache

from bot.understand.clean import fold_in_place
from bot.understand.number_words import ORDINALS

_HINTS = ("sess", "sesi", "tagung", "sitzung", "ga", "assembly", "es-")
_EMERGENCY_KINDS = ("emergen", "urgence", "notstand")
_FIRST_NUMBERED = 31
"""Below it, "the 15th GA vote" and "GA 24 votes" are rather a count; nobody calls an old session "GA 24"."""
_MOST_EMERGENCY_SESSIONS = 20
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}

_BEFORE_WORD = r"(?P<number>[0-9]{1,2})(?P<suffix>\s?(?:st|nd|rd|th|eme|er|re|e|a|o|\.|°))?|(?P<ordinal>[a-z]+(?:-[a-z]+)?)"
_KINDS = (
    "emergency special",
    "special emergency",
    "emergency",
    "special",
    "extraordinary",
    "regular",
    "ordinary",
    "resumed",
    "notstands",
    "sonder",
)
_SESSION_WORDS = (
    r"session(?: (?:extraordinaire d'urgence|extraordinaire))?|tagung|sitzung|sesion(?:es)?"
    r"|periodo (?:extraordinario )?de sesiones(?: de emergencia)?"
    r"|sessao(?: especial)?(?: de emergencia)?"
    r"|sessione(?: speciale)?(?: d'emergenza)?"
)
_SPECIAL_KINDS = ("special", "extraordin", "sonder", "especial", "speciale")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ordered = re.compile(
        rf"(?<![\w/.-])(?:{_BEFORE_WORD})\s(?:(?:un|unga|ga"
        rf"|general assembly)\s)?(?P<kind>(?:(?:{'|'.join(_KINDS)})\s?)*)(?P<word>{_SESSION_WORDS})(?!\w)"
    )
    assembly = re.compile(
        r"(?<![\w/.-])(?:(?P<number>[0-9]{2})\s?(?:st|nd|rd|th)|(?P<ordinal>[a-z]+-[a-z]+))\s(?:un )?(?:unga"
        r"|ga|general assembly)\b"
    )
    emergency = re.compile(r"(?<![\w/])es-?(?P<number>[0-9]{1,2}|[ivx]+)(?![\w/]|-[0-9]|\s?/)")
    numbered = re.compile(
        r"\b(?P<word>session|tagung|sesion|sessao|sessione|unga|ga)\s?(?:no\.?\s|#"
        r"|nr\.?\s)?(?P<number>[1-9][0-9]?)(?![0-9a-z%]|[/.,:–-][0-9])"
        r"(?!\s(?:states|countries|members|votes|resolutions|yes|no|to|for|against|in favou?r))"
    )
    return ordered, assembly, emergency, numbered


def read_session(text: str) -> str | None:
    """The first session that a text names, as the store writes it: "79", "S-7", "ES-11"; None without one.

    Of which body is not said: "the 51st session of the Human Rights Council" is "51".
    """
    flat = fold_in_place(text)
    if not any(hint in flat for hint in _HINTS):
        return None
    ordered, assembly, emergency, numbered = _patterns()
    for match in ordered.finditer(flat):
        number = int(match["number"]) if match["number"] else ORDINALS.get(match["ordinal"], 0)
        if number:
            return _named(f"{match['kind']} {match['word']}", number)
    for match in assembly.finditer(flat):
        number = int(match["number"]) if match["number"] else ORDINALS.get(match["ordinal"], 0)
        if number >= _FIRST_NUMBERED:
            return str(number)
    for match in emergency.finditer(flat):
        number = int(match["number"]) if match["number"].isdecimal() else _ROMAN.get(match["number"], 0)
        if 1 <= number <= _MOST_EMERGENCY_SESSIONS:
            return f"ES-{number}"
    for match in numbered.finditer(flat):
        if int(match["number"]) >= _FIRST_NUMBERED or match["word"] not in ("unga", "ga"):
            return match["number"]
    return None


def _named(kind: str, number: int) -> str:
    if any(word in kind for word in _EMERGENCY_KINDS):
        return f"ES-{number}"
    return f"S-{number}" if any(word in kind for word in _SPECIAL_KINDS) else str(number)
