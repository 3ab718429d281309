"""Numbers written as words, folded, in the six languages: for tallies, sessions and dates."""

from __future__ import annotations

_ENGLISH = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_OTHER_LANGUAGES = """
une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve
eine zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn
uma dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove
una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth
"""
_OTHER_ORDINALS = """
premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme
primera segunda tercera cuarta quinta sexta septima octava novena decima undecima duodecima
erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte
primeira segunda terceira quarta quinta sexta setima oitava nona decima undecima duodecima
prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima
"""


def _counted(lines: str) -> dict[str, int]:
    """The words of each line, counted from one."""
    return {word: value for line in lines.strip().splitlines() for value, word in enumerate(line.split(), start=1)}


TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
UNITS: dict[str, int] = _counted(_OTHER_LANGUAGES) | _counted(_ENGLISH)
"""One to nineteen, in any of the languages."""

CARDINALS: dict[str, int] = UNITS | TENS
"""Single words: "seven", "neuf", "sechzehn", "forty"."""

_ZERO = """
none nil zero nought nothing nobody null keine keiner aucune aucun cero ninguno ninguna nenhum nenhuma nessuno nessuna
"""
ZERO_WORDS = frozenset(_ZERO.split())

_ENGLISH_COUNTED = _counted(" ".join(_ENGLISH_ORDINALS.split()))
ORDINALS: dict[str, int] = (
    _counted(_OTHER_ORDINALS)
    | _ENGLISH_COUNTED
    | {word.removesuffix("y") + "ieth": value for word, value in TENS.items()}
    | {f"{ten}-{word}": value + unit for ten, value in TENS.items() for word, unit in _ENGLISH_COUNTED.items() if unit < 10}
)
"""First to ninety-ninth in English ("seventy-ninth"), first to twelfth in the others."""

_BELOW_HUNDRED = (
    f"(?:{'|'.join(TENS)})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    f"|{'|'.join(sorted(UNITS, key=len, reverse=True))}"
)
CARDINAL = rf"(?:(?:(?:a|one) )?hundred(?:(?: and)? (?:{_BELOW_HUNDRED}))?|{_BELOW_HUNDRED})"
"""A pattern for a number in words: English up to 199, the other languages up to nineteen."""


def number_in_words(words: str) -> int | None:
    """ "one hundred and forty-one" -> 141, "ninety three" -> 93, "zwolf" -> 12; None for what is no number."""
    total = 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in CARDINALS:
            total += CARDINALS[word]
        elif word not in ("a", "and"):
            return None
    return total or None
