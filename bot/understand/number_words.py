"""Numbers written as words, folded, in the six languages: for tallies, sessions and dates."""

from __future__ import annotations

_FIRST_TWENTY = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    "de": "eine zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
    "pt": "uma dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
    "it": "una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
}
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
_OTHER_ORDINALS = {
    "fr": "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme",
    "es": "primera segunda tercera cuarta quinta sexta septima octava novena decima undecima duodecima",
    "de": "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte",
    "pt": "primeira segunda terceira quarta quinta sexta setima oitava nona decima undecima duodecima",
    "it": "prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima",
}


def _counted(lists: dict[str, str]) -> dict[str, int]:
    return {word: value for words in lists.values() for value, word in enumerate(words.split(), start=1)}


TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_ENGLISH_TENS.split(), start=2)}
UNITS: dict[str, int] = _counted(_FIRST_TWENTY)
"""One to nineteen, in any of the languages."""

ZERO_WORDS = frozenset("none nil zero nought nobody null keine keiner aucune aucun cero ninguno ninguna nenhum nenhuma nessuno nessuna".split())

CARDINALS: dict[str, int] = UNITS | TENS
"""Single words: "seven", "neuf", "sechzehn", "forty"."""

ORDINALS: dict[str, int] = (
    _counted(_OTHER_ORDINALS)
    | _counted({"en": _ENGLISH_ORDINALS})
    | {word.removesuffix("y") + "ieth": value for word, value in TENS.items()}
    | {
        f"{ten}-{unit}": value + number
        for ten, value in TENS.items()
        for number, unit in enumerate(_ENGLISH_ORDINALS.split()[:9], start=1)
    }
)
"""First to ninety-ninth in English ("seventy-ninth"), first to twelfth in the others."""

_BELOW_HUNDRED = (
    "(?:" + "|".join(TENS) + ")(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|" + "|".join(sorted(UNITS, key=len, reverse=True))
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
