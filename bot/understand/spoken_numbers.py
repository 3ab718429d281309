"""Dates and resolutions' numbers as speech-to-text spells them -> digits: "may thirty first two thousand" is "may 31 2000".

Rewritten before anything is read, so that every reader sees what a typed question has. A number in words stays where nothing
around it says what it numbers: "twenty states" counts states.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from bot.understand.date_words import MONTHS
from bot.understand.number_words import ORDINALS, TENS, UNITS
from bot.understand.numbers_abroad import LAST_YEAR, ROUND_YEARS, days_abroad, years_abroad
from bot.understand.periods import EARLIEST_YEAR

_UNIT_WORDS = "one two three four five six seven eight nine"
_TEEN_WORDS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = {w: n for w, n in UNITS.items() if w in _UNIT_WORDS.split()}
_TEENS = {w: n for w, n in UNITS.items() if w in _TEEN_WORDS.split()}
_ZEROS = ("oh", "o", "zero", "nought")
_DECADES = {w.removesuffix("y") + "ies": n for w, n in TENS.items()} | {"tens": 10}

_GAP = "[ -]"
_UNIT = f"(?:{'|'.join(_UNITS)})"
_TWO_DIGITS = f"(?:(?:{'|'.join(TENS)})(?:{_GAP}{_UNIT})?|{'|'.join(_TEENS)})"
_SMALL = f"(?:{_TWO_DIGITS}|{_UNIT})"
_AFTER_OH = f"(?:{'|'.join(_ZEROS)}){_GAP}{_UNIT}"
_COUNTED = "(?:member )?(?:states|countries|members|nations|delegations|governments|votes|vetoes|abstentions|resolutions|others)"
# "in twenty twenty four states abstained" is four of 2020: states of which no number is said would say nothing.
_WHO_DID = "(?:member )?(?:states|countries|members|nations) (?:abst|vot|oppos|back|support|reject|said|did|were|approv)"
_NO_MORE = rf"\b(?!{_GAP}(?:hundred|thousand|million|slash|per ?cent)\b)(?!{_GAP}{_WHO_DID})"
_YEAR = (
    rf"(?:(?:nineteen|twenty){_GAP}(?:hundred{_GAP}(?:and{_GAP})?{_SMALL}|{_TWO_DIGITS}|{_AFTER_OH})"
    rf"|two{_GAP}thousand{_GAP}(?:and{_GAP})?{_SMALL}){_NO_MORE}"
)
_ROUND_YEAR = rf"two{_GAP}thousand{_NO_MORE}"
_SHORT_YEAR = rf"(?:(?:forty|fifty|sixty|seventy|eighty|ninety)(?:{_GAP}{_UNIT})?|{_AFTER_OH}){_NO_MORE}"
_MONTH_NAMES = sorted(MONTHS, key=len, reverse=True)
_OTHER_WORDS = frozenset({"may", "march", "mar", "mai", "mars", "dic", "dez", "ene", "jan", "ott", "sept"})
_MONTH = rf"\b(?:{'|'.join(_MONTH_NAMES)})\b\.?"
_SURE_MONTH = rf"\b(?:{'|'.join(m for m in _MONTH_NAMES if m not in _OTHER_WORDS)})\b\.?"
_UNIT_ORDINAL = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_LATE_ORDINAL = f"(?:(?:twenty|thirty){_GAP}{_UNIT_ORDINAL}|twentieth|thirtieth|tenth|eleventh|twelfth|[a-z]+teenth)"
_ORDINAL = f"(?:{_LATE_ORDINAL}|{_UNIT_ORDINAL})"
_CARDINAL = f"(?:thirty{_GAP}one|thirty|twenty{_GAP}{_UNIT}|twenty|{'|'.join(_TEENS)}|{_UNIT})"
_ENDS = (  # no noun follows that the number might count
    r"(?= ?(?:$|[?.,;:!)–—\n]|- )| (?:how|did|was|were|who|which|what|when|until|the|on|at|in|and|or|to|by|about)\b)"
)
_IN = r"\b(?:in|since|until|till|during|spring|summer|autumn|fall|winter|early|late|mid|year)"

_HUNDREDS = f"{_UNIT}{_GAP}hundred(?:{_GAP}(?:and{_GAP})?{_SMALL})?"
_NUMBER = (
    f"(?:(?:one|two){_GAP}thousand{_GAP}(?:{_HUNDREDS}|(?:and{_GAP})?{_SMALL})|{_HUNDREDS}"
    f"|{_TWO_DIGITS}{_GAP}(?:{_TWO_DIGITS}|{_AFTER_OH}|hundred(?:{_GAP}(?:and{_GAP})?{_SMALL})?)"
    rf"|(?:{_UNIT}{_GAP})(?:(?:{_UNIT}|zero|oh){_GAP}){{1,2}}(?:{_UNIT}|zero|oh)|{_UNIT}{_GAP}{_TWO_DIGITS})\b"
    rf"(?!{_GAP}(?:and{_GAP})?{_SMALL}\b)"
    # "the resolution one hundred and one states backed"
    rf"(?! (?:{_COUNTED}|in favou?r|against|for|yes|no|abst\w+)\b)"
)
_OF_SESSION = f"(?:{_UNIT}{_GAP}(?:hundred{_GAP}(?:and{_GAP})?{_SMALL}|{_TWO_DIGITS})|{_UNIT}{_GAP}hundred|{_SMALL})"

_WORTH_A_LOOK = re.compile(
    r"teen|twent|thirt|fort[yi]|fift|sixt|sevent|eight|ninet|thousand|hundred|\boh\b|slash|resolution|eleven"
    rf"|{_MONTH}|\b(?:first|second|third|fourth|fifth|sixth|seventh|ninth|tenth|eleventh|twelfth) of\b"
)

_YEARS_ABROAD = re.compile(r"\bmille\b|\bmil nove|duemila|novecento|tausend|hundert|\b(?:dos|dois) mil\b")


def with_digits(text: str, folded: str) -> str:
    """The text with its dates and the numbers of its resolutions in digits; `folded` is the text folded in place.

    "december twenty twenty one" -> "december 2021", "the nineteen nineties" -> "the 1990s", "in oh three" -> "in 2003",
    "resolution twenty three thirty four" -> "resolution 2334", "es eleven slash one" -> "ES-11/1".
    """
    abroad = _YEARS_ABROAD.search(folded) is not None
    if not abroad and _WORTH_A_LOOK.search(folded) is None:
        return text
    found: list[tuple[int, int, str]] = []
    for pattern, make in _rules(abroad):
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < b and a < end for a, b, _ in found):
                continue
            made = make(match)
            if made is not None:
                found.append((start, end, made))
    for start, end, made in sorted(found, reverse=True):
        text = text[:start] + made + text[end:]
    return text


_Maker = Callable[[re.Match[str]], str | None]


@cache
def _rules(abroad: bool) -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    """Patterns over the folded text with what they stand for; where two meet, the earlier one in this list is right."""
    return tuple((re.compile(pattern), make) for pattern, make in (_rules_abroad() if abroad else _rules_in_english()))


def _rules_in_english() -> Iterator[tuple[str, _Maker]]:
    year = rf"(?P<y>{_YEAR}|{_ROUND_YEAR}|(?:19|20)\d\d\b)"
    yield rf"\be\.? ?s\.?[ -]?(?P<a>\d+|{_SMALL}) ?(?:slash|dash|stroke|/| ) ?(?P<b>\d+|{_SMALL})\b", _emergency
    yield rf"\b(?P<a>{_SMALL}) (?:slash|stroke) (?P<b>{_OF_SESSION})\b", _of_session
    yield rf"\b(?P<lead>resolutions? (?:number |no\.? )?|unscr |res )(?P<n>{_NUMBER})", _resolution
    yield rf"(?P<m>{_MONTH}),? (?:the )?(?P<d>{_ORDINAL}|{_CARDINAL}),? (?:of )?{year}", _day_of_year
    yield rf"(?:\bthe )?\b(?P<d>{_ORDINAL}|{_CARDINAL}) (?:of )?(?P<m>{_MONTH}),? (?:of )?{year}", _day_of_year
    yield rf"(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR}|{_ROUND_YEAR}|{_SHORT_YEAR}{_ENDS})", _month
    yield rf"(?P<m>{_SURE_MONTH}) (?:the )?(?P<d>{_ORDINAL})\b(?! (?:resol|vote|draft|text|committee|session|emerg))", _day
    yield rf"(?P<m>{_MONTH}) (?:the )?(?P<d>{_ORDINAL})\b{_ENDS}", _day
    # "the december one" is a vote, not a day
    yield rf"(?<!the )(?P<m>{_SURE_MONTH}) (?P<d>(?!one\b){_CARDINAL})\b{_ENDS}", _day
    yield rf"(?:\bthe )?\b(?P<d>{_ORDINAL}) of (?P<m>{_MONTH})", _day
    yield rf"(?:\bthe )?\b(?P<d>{_LATE_ORDINAL}) (?P<m>{_MONTH})", _day
    another = rf"(?:and|to|until|till|through) (?:two{_GAP}thousand|twenty{_GAP}\w+|20\d\d)\b"
    yield rf"\b(?P<lead>)(?P<y>{_ROUND_YEAR})(?= {another})", _year_after
    yield rf"^(?P<lead>)(?P<n>{_NUMBER})(?=[,:?!]| -)", _resolution
    # "one forty one to five with thirty five abstentions"
    yield rf"\b(?P<n>one{_GAP}(?:{_TWO_DIGITS}|{_AFTER_OH}))(?= (?:to|in favou?r|for|against|votes?|states|countries)\b)", _count
    yield rf"\b(?P<lead>on )(?P<n>{_NUMBER}){_ENDS}", _resolution
    yield rf"\b(?P<c>nineteen|twenty)[ -](?P<ten>{'|'.join(_DECADES)})\b", _decade
    yield rf"\b(?P<y>{_YEAR})", _bare_year
    yield rf"(?P<lead>{_IN} )(?P<y>{_ROUND_YEAR}|{_SHORT_YEAR}){_ENDS}", _year_after


def _rules_abroad() -> Iterator[tuple[str, _Maker]]:
    years = "|".join(_spaced(words) for words in sorted(years_abroad(), key=len, reverse=True))
    days = "|".join(_spaced(words) for words in sorted(days_abroad(), key=len, reverse=True))
    round_years = "|".join(_spaced(words) for words in ROUND_YEARS)
    yield rf"\b(?P<lead>)(?P<y>{years})\b", _year_abroad
    yield rf"\b(?P<lead>{_MONTH} (?:del? )?|(?:en|in|im jahr|nel|em|de) )(?P<y>{round_years})\b(?! \w+s\b)", _year_abroad
    yield rf"\b(?P<d>{days})(?= (?:de |di )?{_MONTH})", _day_abroad


def _spaced(words: str) -> str:
    return words.replace(" ", _GAP)


def _words(said: str) -> list[str]:
    return [w for w in re.split("[ -]+", said) if w != "and"]


def _number(said: str) -> int:
    """Words read two digits at a time, unless they say "thousand" or "hundred": "twenty three oh four" -> 2304."""
    if said.isdecimal():
        return int(said)
    total, group = 0, 0
    pairs: list[int] = []
    words = _words(said)
    scaled = "thousand" in words or "hundred" in words
    for word in words:
        if word == "thousand":
            total, group = total + max(group, 1) * 1000, 0
        elif word == "hundred":
            total, group = total + max(group, 1) * 100, 0
        elif word in TENS:
            pairs.append(TENS[word])
            group += TENS[word]
        else:
            value = 0 if word in _ZEROS else _UNITS.get(word) or _TEENS.get(word, 0)
            if pairs and pairs[-1] >= 20 and pairs[-1] % 10 == 0 and 0 < value < 10:
                pairs[-1] += value
            else:
                pairs.append(value)
            group += value
    if scaled:
        return total + group
    return int("".join(str(p) for p in pairs))


def _year_of(said: str) -> int | None:
    if said.isdecimal():
        return int(said)
    year = _number(said)
    first, *_ = _words(said)
    if first in _ZEROS:
        year += 2000
    elif year < 100:
        year += 1900
    elif first in ("nineteen", "twenty") and "hundred" not in said and year < 1000:  # "twenty oh" has no second digit
        return None
    return year if EARLIEST_YEAR <= year <= LAST_YEAR else None


def _day_of(said: str) -> int | None:
    words = " ".join(_words(said))
    day = ORDINALS.get(words) or ORDINALS.get(words.replace(" ", "-")) or (0 if _ends_in_ordinal(words) else _number(words))
    return day if 1 <= day <= 31 else None


def _ends_in_ordinal(words: str) -> bool:
    return words.endswith(("th", "first", "second", "third"))


def _emergency(match: re.Match[str]) -> str | None:
    if match["a"].isdecimal() and match["b"].isdecimal():
        return None
    return f"ES-{_number(match['a'])}/{_number(match['b'])}"


def _of_session(match: re.Match[str]) -> str:
    return f"{_number(match['a'])}/{_number(match['b'])}"


def _resolution(match: re.Match[str]) -> str:
    return f"{match['lead']}{_number(match['n'])}"


def _count(match: re.Match[str]) -> str:
    one, rest = _words(match["n"])[0], " ".join(_words(match["n"])[1:])
    return str(100 * _UNITS[one] + (_number(rest) if rest else 0))


def _day_of_year(match: re.Match[str]) -> str | None:
    day, year = _day_of(match["d"]), _year_of(match["y"])
    return None if day is None or year is None else f"{day} {match['m']} {year}"


def _day(match: re.Match[str]) -> str | None:
    day = _day_of(match["d"])
    return None if day is None else f"{day} {match['m']}"


def _month(match: re.Match[str]) -> str | None:
    year = _year_of(match["y"])
    return None if year is None else f"{match['m']} {year}"


def _decade(match: re.Match[str]) -> str | None:
    decade = (1900 if match["c"] == "nineteen" else 2000) + _DECADES[match["ten"]]
    return f"{decade}s" if 1940 <= decade <= LAST_YEAR else None


def _bare_year(match: re.Match[str]) -> str | None:
    year = _year_of(match["y"])
    return None if year is None else str(year)


def _year_after(match: re.Match[str]) -> str | None:
    year = _year_of(match["y"])
    return None if year is None else f"{match['lead']}{year}"


def _year_abroad(match: re.Match[str]) -> str:
    words = " ".join(_words(match["y"]))
    return f"{match['lead']}{ROUND_YEARS.get(words) or years_abroad()[words]}"


def _day_abroad(match: re.Match[str]) -> str:
    return str(days_abroad()[" ".join(_words(match["d"]))])
