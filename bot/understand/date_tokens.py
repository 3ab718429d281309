"""A text -> the tokens that matter for dates, each filed under one letter, so that a date is a short pattern of letters.

"since 24 Feb. 2022" -> S d M . y. Numbers: d (1 to 31), e (two digits else), o (24th), y (a year), a ('89), k (the 60s),
C (20250224), K (Q1), n (any other). Words with a value: M and m month, W and r weekday, j days away, s season, 1 ordinal,
l number, U unit, E part of a period, k and D decade. Other classes: `date_words.WORD_CLASSES`; x any other word, X a taken span.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.understand.date_words import (
    ABBREVIATED_AUGUST,
    CORRECTED_MONTHS,
    DAYS_AWAY,
    DECADES_OF_YEARS,
    LONE_DECADES,
    MONTHS,
    NOT_MISSPELT,
    ORDINAL_WORDS,
    PART_WORDS,
    SEASONS,
    SMALL_NUMBERS,
    THIS_YEAR,
    UNIT_WORDS,
    UNSURE_MONTHS,
    UNSURE_WEEKDAYS,
    WEEKDAYS,
    WORD_CLASSES,
)
from bot.understand.number_words import ORDINALS
from bot.understand.spans import Spans

_MONTH_BEHIND = (
    r"(?=\s(?:day\s)?of\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
_DAYS_IN_WORDS = {word: day for word, day in ORDINALS.items() if day <= 31}
_LATER_DAYS = "|".join(sorted((re.escape(w) for w, day in _DAYS_IN_WORDS.items() if day > 5), key=len, reverse=True))
_FIRST_DAYS = "|".join(w for w, day in _DAYS_IN_WORDS.items() if day <= 5)

_TOKEN = re.compile(
    rf"""(?P<worded>\b(?:{_LATER_DAYS}|(?<=on\ the\ )(?:{_FIRST_DAYS})){_MONTH_BEHIND})
    | """
    r"""(?P<decade>'?(?<![0-9])(?:(?:19|20)[0-9]0|[0-9]0)(?:'?s|er|ies)(?![a-z0-9]))
    | (?P<short>'[0-9]{2}(?![0-9a-z'%]|-[0-9]))
    | (?P<grouped>[0-9]{1,3}(?:,[0-9]{3})+)
    | (?P<number>[0-9]+)(?P<ordinal>(?:st|nd|rd|th|er|re|e|o|a|°)(?![a-z0-9]))?
    | (?P<quarter>[qh][1-4](?![a-z0-9]))
    | (?P<phrase>aujourd'hui|avant-hier|l'altro\ ieri|il\ y\ a|(?:segunda|terca|quarta|quinta|sexta)-feira)(?![a-z])
    | (?P<word>[^\W\d_]+)
    | (?P<nothing>'s?(?![a-z0-9]))
    | (?P<mark>[^\s\w'])""",
    re.VERBOSE,
)
_MARKS = {"–": "-", "—": "-", "+": "&", ":": ";", "!": ";", "?": ";", "%": "c"} | {c: c for c in "-/.,();&"}
_GERMAN = re.compile(r"\b(?:hat|haben|wie|wer|der|die|das|und|ist|nicht|gestimmt|resolution(?:en)? (?:zu|von))\b")
_SHORTEST_MONTH = 3
_SURE_FROM = 5  # letters; a shorter word is a month only before a number
_BESIDE_A_MONTH = frozenset("doyaiLTSAbRFBEO")
_WORDS_FOR_ONE_YEAR_BEFORE = frozenset(["un", "l"])  # "il y a un an", "l'an dernier": elsewhere "an" is the English article


@dataclass(frozen=True, slots=True)
class Token:
    """`value` is a number (a day, a month, a weekday, days away) or a word's meaning ("week", "late"); offsets into the text."""

    letter: str
    start: int
    end: int
    word: str
    value: int = 0
    meaning: str = ""


def tokens_of(flat: str, taken: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a text folded in place, in order; apostrophes are left out."""
    taken_up = Spans.of(taken)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(flat):
        kind = match.lastgroup or ""
        if kind == "nothing":
            continue
        start, end = match.span()
        if taken_up.meet(start, end):
            tokens.append(Token("X", start, end, ""))
            continue
        tokens.append(_token(flat, match, kind, tokens))
    return _corrected(_with_august(tokens))


def _token(flat: str, match: re.Match[str], kind: str, before: list[Token]) -> Token:
    start, end = match.span()
    word = match[0]
    if kind == "word":
        return _word(flat, word, start, end, before)
    if kind in ("number", "ordinal"):
        return _number(flat, match, start, end)
    if kind == "worded":
        return Token("o", start, end, word, _DAYS_IN_WORDS[word])
    if kind == "mark":
        return Token(_MARKS.get(word, "_"), start, end, word)
    if kind == "phrase":
        return _word(flat, word if word.endswith("feira") else re.sub(r"[' -]", "", word), start, end, before)
    if kind == "decade":
        return _decade(word, start, end, before)
    if kind == "short":
        return Token("a", start, end, word, int(word[1:]))
    if kind == "quarter":
        return Token("K", start, end, word, int(word[1]), "quarter" if word[0] == "q" else "half")
    return Token("n", start, end, word)


def _number(flat: str, match: re.Match[str], start: int, end: int) -> Token:
    digits = match["number"]
    joined = (start and (flat[start - 1].isalpha() or flat[start - 1] in "$€£")) or flat[end : end + 1].isalpha()
    if joined or len(digits) > 8:
        return Token("x", start, end, match[0])
    value = int(digits)
    if match["ordinal"]:
        return Token("o" if 1 <= value <= 31 else "n", start, end, match[0], value)
    if len(digits) == 8:
        return Token("C", start, end, digits, value)
    if len(digits) == 4 and 1500 <= value < 2100:
        return Token("y", start, end, digits, value)
    if len(digits) <= 2:
        return Token("d" if 1 <= value <= 31 else "e", start, end, digits, value)
    return Token("n", start, end, digits, value)


def _decade(word: str, start: int, end: int, before: list[Token]) -> Token:
    digits = int("".join(c for c in word if c.isdigit()))
    if digits >= 1000:
        # "1990's" is a decade, "2020's vote" is that year's.
        letter = "y" if "'s" in word and digits > 2000 else "k"
        return Token(letter, start, end, word, digits)
    after_article = bool(before) and before[-1].letter in "tEi"
    if digits >= 40:
        return Token("k", start, end, word, 1900 + digits)
    return Token("k" if after_article and digits <= 20 else "n", start, end, word, 2000 + digits)


def _word(flat: str, word: str, start: int, end: int, before: list[Token]) -> Token:
    def token(letter: str, value: int = 0, meaning: str = "") -> Token:
        return Token(letter, start, end, word, value, meaning)

    if word == "an" and before and before[-1].word in _WORDS_FOR_ONE_YEAR_BEFORE:
        return Token("U", start, end, word, meaning="year")
    if word == "hier" and _GERMAN.search(flat):
        return Token("x", start, end, word)
    letter, value, meaning = _WORDS.get(word, ("x", 0, ""))
    return Token(letter, start, end, word, value, meaning)


_VALUES = (
    ("j", DAYS_AWAY),
    ("s", SEASONS),
    ("1", ORDINAL_WORDS),
    ("l", SMALL_NUMBERS),
    ("k", LONE_DECADES),
    ("D", DECADES_OF_YEARS),
)


def _filed_words() -> dict[str, tuple[str, int, str]]:
    """Word -> (letter, value, meaning). A word of several classes gets the first of them here."""
    filed: dict[str, tuple[str, int, str]] = {}
    for word, value in MONTHS.items():
        filed.setdefault(word, ("m" if word in UNSURE_MONTHS else "M", value, ""))
    for word, value in WEEKDAYS.items():
        filed.setdefault(word, ("r" if word in UNSURE_WEEKDAYS else "W", value, ""))
    for word, letter in WORD_CLASSES.items():
        filed.setdefault(word, (letter, 0, ""))
    for letter, values in _VALUES:
        for word, value in values.items():
            filed.setdefault(word, (letter, value, ""))
    for letter, meanings in (("U", UNIT_WORDS), ("E", PART_WORDS)):
        for word, meaning in meanings.items():
            filed.setdefault(word, (letter, 0, meaning))
    return filed | dict.fromkeys(THIS_YEAR, ("u", 0, ""))


_WORDS = _filed_words()


def _with_august(tokens: list[Token]) -> list[Token]:
    """ "24 ago 2025" is a date in August, "two years ago" is not."""
    for place, token in enumerate(tokens):
        if token.word == ABBREVIATED_AUGUST:
            following = next((t for t in tokens[place + 1 :] if t.letter not in ".f"), None)
            after_unit = place > 0 and tokens[place - 1].letter == "U"
            if following and following.letter in "ya" and not after_unit:
                tokens[place] = replace(token, letter="m", value=8)
    return tokens


def _corrected(tokens: list[Token]) -> list[Token]:
    """Misspelt months beside a number or a preposition read as what they were meant to be."""
    for place, token in enumerate(tokens):
        if token.letter != "x" or len(token.word) < _SHORTEST_MONTH or token.word in NOT_MISSPELT:
            continue
        number_next = place + 1 < len(tokens) and tokens[place + 1].letter in "doya"
        beside = number_next or (len(token.word) >= _SURE_FROM and place > 0 and tokens[place - 1].letter in _BESIDE_A_MONTH)
        month = _nearest_month(token.word) if beside else None
        if month is not None:
            tokens[place] = replace(token, letter="M", value=month)
    return tokens


def _nearest_month(word: str) -> int | None:
    """The month that a word misses by one letter left out, added, changed or swapped."""
    known = _months_with_a_letter_missing()
    for form in (word, *_with_a_letter_missing(word)):
        month = known.get(form)
        if month is not None and month[0] == word[0]:
            return MONTHS[month]
    return None


@cache
def _months_with_a_letter_missing() -> dict[str, str]:
    return {form: month for month in CORRECTED_MONTHS for form in (month, *_with_a_letter_missing(month))}


def _with_a_letter_missing(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}
