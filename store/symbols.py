"""A document symbol in any spelling -> one normal form, and the numbers in it.

Symbols have no single grammar: the record itself has "A/RES/34/7D" beside "A/RES/39/148[B]", "A/RES/80/84 B", "A/RES/36//235IX".
The form here is for comparing only; what is shown is always the source's own spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NORMAL = re.compile(
    r"A/RES/\d+/\d+[A-Z]?|A/RES/ES-\d+/\d+|S/RES/\d+\(\d+\)|[AS]/\d+/\d+|S/\d+"
    r"|[AS]/(?:\d+/)?(?:PV|L)\.\d+|(?:A/HRC|E/CN\.4)/(?:\d+/(?:SR|L)\.\d+|(?:SR|L)\.\d+|(?:RES|DEC)/\d+/\d+)",
    re.ASCII,
)
"""The forms that most symbols have already."""

_DASHES = re.compile("[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_SLASHES = re.compile(r"//+")
_YEAR_AFTER_BLANK = re.compile(r"^(S/RES/\d+)[\s,]+((?:19|20)\d\d)$")
_GAP_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[\s\[\]_]+(?=[0-9])")
_GAP = re.compile(r"[\s\[\]]+")
_SPECIAL_SESSION = re.compile(r"(?<=[/(])(E?S)-?(\d+|[IVXL]+)(?=[/)])")
_ROMAN_SESSION = re.compile(r"\(([IVXL]+)\)")
_SECTION = re.compile(r"(?<=[0-9)])SEC(?:TION|T(?!ION)\.?|\.)(?=[IVX0-9])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN = re.compile(r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

# The OHCHR library's slips: "A/HRC/RES/56/L.34", "A/HRC/DEC6/102", "E/CN.4/RES/6/(XXV)", "E/CN.4/RES/II[X]".
_RESOLUTION_BEFORE_DRAFT = re.compile(r"^A/HRC/RES(?=/(?:S-)?\d+/L\.)")
_NUMBER_AFTER_KIND = re.compile(r"^((?:A/HRC|E/CN\.4)/(?:RES|DEC))(?=\d)")
_SLASH_BEFORE_SESSION = re.compile(r"^(E/CN\.4/(?:RES|DEC)/\w+)/(?=\(\d+\))")
_SQUARE_SESSION = re.compile(r"(?<=\w)\[([IVXL]+)\]")

_WITH_SESSION = re.compile(r"^A/(?:RES|DEC)/((?:E?S-)?\d+)/(\d+)")
_SESSION_IN_BRACKETS = re.compile(r"^A/RES/(\d+)\(((?:E?S-)?\d+)\)")
_COUNCIL = re.compile(r"^S/RES/(\d+)(?:\(|$)")


@lru_cache(maxsize=2048)  # of one meeting come many votes, one after the other
def symbol_key(symbol: str) -> str:
    """The form in which all spellings of a symbol are equal: "a/res/181 (II) A" and "A/RES/181(II)[A]" -> "A/RES/181(2)A".

    Upper case, no blanks, no square brackets, one kind of dash and slash, sessions in Arabic numerals ("(S-IV)" -> "(S-4)").
    Applied to its own result it changes nothing. Parts stay apart: "A/RES/377(V)" and "A/RES/377(V)[A-C]" differ.
    """
    if _NORMAL.fullmatch(symbol):
        return symbol
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", symbol)).upper()
    text = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc"))
    text = _NOT_ASCII.sub("?", text)
    text = text.replace("\\", "/").strip()
    if text.startswith("E/CN.4/"):
        text = _SQUARE_SESSION.sub(r"(\1)", text)
    text = text.rstrip(" .,;:[]")
    text = re.sub(r"\s*([/#()-])\s*", r"\1", text)
    text = _YEAR_AFTER_BLANK.sub(r"\1(\2)", text)
    # Two numbers must not run together: "A/RES/63[1]" is not "A/RES/631".
    text = _SLASHES.sub("/", _GAP.sub("", _GAP_BETWEEN_DIGITS.sub("_", text)))
    text = _SPECIAL_SESSION.sub(lambda m: f"{m[1]}-{_arabic(m[2])}", text)
    text = _ROMAN_SESSION.sub(lambda m: f"({_arabic(m[1])})", text)
    if text.startswith(("A/HRC/", "E/CN.4/")):
        text = _NUMBER_AFTER_KIND.sub(r"\1/", _RESOLUTION_BEFORE_DRAFT.sub("A/HRC", text))
        text = _SLASH_BEFORE_SESSION.sub(r"\1", text)
    return _SECTION.sub("SECTION", text)


def number_of(symbol: str) -> int | None:
    """The number that alone names a resolution: 2774 of the Council, 3379 of the old Assembly count; None for "A/RES/79/7"."""
    key = symbol_key(symbol)
    match = _COUNCIL.match(key) or _SESSION_IN_BRACKETS.match(key)
    return int(match[1]) if match else None


def session_number(symbol: str) -> tuple[str, int] | None:
    """Session and number of an Assembly text: ("ES-11", 7), ("30", 3379); None for anything else."""
    key = symbol_key(symbol)
    if match := _WITH_SESSION.match(key):
        return match[1], int(match[2])
    if match := _SESSION_IN_BRACKETS.match(key):
        return match[2], int(match[1])
    return None


def arabic_session(session: str) -> str:
    """A session as the store writes it: "XXX" -> "30", "S-IV" -> "S-4", "79" -> "79"."""
    prefix, dash, number = session.strip().upper().rpartition("-")
    return f"{prefix}{dash}{_arabic(number)}"


def _arabic(number: str) -> str:
    if not _ROMAN.fullmatch(number):
        return number
    values = [_ROMAN_VALUES[letter] for letter in number]
    return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))
