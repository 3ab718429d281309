"""Text -> the words that it is searched by: folded (`words`), and brought to one stem (`stem`).

The same functions prepare the record at import and the question when it is asked, so both databases match the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import Lock

from Stemmer import Stemmer

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b|(?<=s)['’ʼ](?=\s|$)")
_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=(?:ation|ations|e|ed|es|er|ers|ing|ational)$)")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})

STEMS = {
    # One word for two spellings or two forms that the stemmer keeps apart.
    "armour": "armor",
    "behaviour": "behavior",
    "centre": "center",
    "centres": "center",
    "defence": "defens",
    "favour": "favor",
    "harbour": "harbor",
    "labour": "labor",
    "licence": "licens",
    "neighbour": "neighbor",
    "neighbours": "neighbor",
    "neighbouring": "neighbor",
    "programme": "program",
    "programmes": "program",
    "traveller": "travel",
    "israeli": "israel",
    "israelis": "israel",
    "palestinian": "palestin",
    "palestinians": "palestin",
    "palestine": "palestin",
    "nazism": "nazi",
    "chornobyl": "chernobyl",
    # Words that the stemmer would merge with others of quite another meaning.
    "general": "general",
    "generally": "general",
    "universal": "universal",
    "universe": "univers",
    "university": "university",
    "universities": "university",
    "organ": "organ",
    "organs": "organ",
    "organization": "organiz",
    "organizations": "organiz",
    "international": "international",
    "internal": "internal",
    "internally": "internal",
    "nations": "nation",
    "national": "national",
    "nationals": "national",
    "nationality": "nationality",
    "united": "united",
    "universality": "universal",
    "unity": "unity",
    "unit": "unit",
    "units": "unit",
    "arms": "arms",
    "human": "human",
    "humanity": "humanity",
    "globalization": "globaliz",
    "important": "important",
    "importance": "important",
    "observance": "observance",
    "moratoria": "moratorium",
    "army": "army",
    "news": "news",
}


_STEMMER = Stemmer("english", 0)  # without its own cache: `stem` has one
_ONE_AT_A_TIME = Lock()  # the stemmer works in one buffer
_LONGEST_WORD = 40  # characters of a word whose folded form is kept


def fold(text: str) -> str:
    """Case and diacritics removed: "Türkiye" -> "turkiye". Letters of other alphabets stay."""
    if text.isascii():
        return text.lower()
    return _folded_word(text) if len(text) <= _LONGEST_WORD else _folded(text)


@lru_cache(maxsize=16384)
def _folded_word(word: str) -> str:
    return _folded(word)


def _folded(text: str) -> str:
    # Twice, since signs such as ℠ fall apart into capitals: https://www.unicode.org/reports/tr44/#NFKC_Casefold
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text, folded, in order; a possessive s is no word: "the People's Republic" -> the, people, republic."""
    return _WORD.findall(fold(_POSSESSIVE.sub("", text)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word: "settlements" -> "settlement", "decolonisation" and "decolonization" -> "decolon"."""
    known = STEMS.get(word)
    if known is not None:
        return known
    american = _BRITISH.sub("iz", word)
    if (known := STEMS.get(american)) is not None:
        return known
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(american))


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in words(text)]
