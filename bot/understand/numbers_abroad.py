"""Days and years in words, in French, Spanish, German, Portuguese and Italian, folded: "deux mille vingt deux" -> 2022."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from bot.understand.periods import EARLIEST_YEAR

LAST_YEAR = 2060


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_FRENCH = _listed("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_SPANISH = _listed(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_GERMAN = _listed(
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"
)
_PORTUGUESE = _listed(
    "um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove"
)
_ITALIAN = _listed(
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette "
    "diciotto diciannove"
)
_FRENCH_TENS = _listed("vingt trente quarante cinquante soixante")
_SPANISH_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_GERMAN_TENS = _listed("zwanzig dreißig vierzig funfzig sechzig siebzig achtzig neunzig")
_PORTUGUESE_TENS = _listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_ITALIAN_TENS = _listed("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")


def _french(number: int) -> str:
    if number <= 16:
        return _FRENCH[number - 1]
    if number < 20:
        return f"dix {_FRENCH[number - 11]}"
    if number >= 80:
        return f"quatre vingt {_french(number - 80)}" if number > 80 else "quatre vingts"
    ten = min(number // 10, 6)
    rest = number - 10 * ten
    return _FRENCH_TENS[ten - 2] + (f" et {_french(rest)}" if rest in (1, 11) else f" {_french(rest)}" if rest else "")


def _spanish(number: int) -> str:
    if number < 30:
        return _SPANISH[number - 1]
    ten, unit = divmod(number, 10)
    return _SPANISH_TENS[ten - 3] + (f" y {_SPANISH[unit - 1]}" if unit else "")


def _german(number: int) -> str:
    if number < 20:
        return _GERMAN[number - 1]
    ten, unit = divmod(number, 10)
    return (f"{_GERMAN[unit - 1]}und" if unit else "") + _GERMAN_TENS[ten - 2]


def _portuguese(number: int) -> str:
    if number < 20:
        return _PORTUGUESE[number - 1]
    ten, unit = divmod(number, 10)
    return _PORTUGUESE_TENS[ten - 2] + (f" e {_PORTUGUESE[unit - 1]}" if unit else "")


def _italian(number: int) -> str:
    if number < 20:
        return _ITALIAN[number - 1]
    ten, unit = divmod(number, 10)
    tens = _ITALIAN_TENS[ten - 2]
    return (tens[:-1] if unit in (1, 8) else tens) + (_ITALIAN[unit - 1] if unit else "")


_BELOW_HUNDRED: tuple[Callable[[int], str], ...] = (_french, _spanish, _german, _portuguese, _italian)
_CENTURIES: tuple[tuple[Callable[[int], str], dict[int, tuple[str, ...]]], ...] = (
    (_french, {1900: ("mille neuf cent {}", "dix neuf cent {}"), 2000: ("deux mille {}",)}),
    (_spanish, {1900: ("mil novecientos {}",), 2000: ("dos mil {}",)}),
    (_german, {1900: ("neunzehnhundert{}", "neunzehnhundertund{}"), 2000: ("zweitausend{}", "zweitausendund{}")}),
    (_portuguese, {1900: ("mil novecentos e {}",), 2000: ("dois mil e {}",)}),
    (_italian, {1900: ("millenovecento{}", "mille novecento {}"), 2000: ("duemila{}", "due mila {}")}),
)


@cache
def years_abroad() -> dict[str, int]:
    """The words of each year of the United Nations but the round ones, folded -> the year."""
    return {form: year for words, year in _years() for form in _forms(words)}


def _years() -> Iterator[tuple[str, int]]:
    for below, centuries in _CENTURIES:
        for century, ways in centuries.items():
            years = (y for y in range(century + 1, century + 100) if EARLIEST_YEAR <= y <= LAST_YEAR)
            yield from ((way.format(below(year - century)), year) for year in years for way in ways)


@cache
def days_abroad() -> dict[str, int]:
    """The words of the days of a month, folded -> the day. A single digit's are left out but for the first's: they also count."""
    found = {form: day for below in _BELOW_HUNDRED for day in range(2, 32) for form in _forms(below(day))}
    german = {f"{form}{'sten' if day > 19 else 'ten'}": day for day in range(2, 32) for form in _forms(_german(day))}
    firsts = dict.fromkeys(("premier", "primero", "primeiro", "primo", "ersten", "uno"), 1)
    return found | german | {"dritten": 3, "siebten": 7, "achten": 8} | firsts


ROUND_YEARS = {"deux mille": 2000, "dos mil": 2000, "zweitausend": 2000, "dois mil": 2000, "duemila": 2000}


def _forms(words: str) -> Iterator[str]:
    yield words
    if "ß" in words:
        yield words.replace("ß", "ss")
    for one, other in (("catorze", "quatorze"), ("dezes", "dezas"), ("dezeno", "dezano"), ("centotta", "centootta")):
        if one in words:
            yield words.replace(one, other)
