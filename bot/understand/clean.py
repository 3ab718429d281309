"""A message as a platform or a paste delivers it -> the question alone; and its words with their places.

Clean first, read afterwards: every offset that the readers give counts in the cleaned text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.understand.frames import without_frame
from bot.understand.spoken_numbers import with_digits
from store.words import fold

LONGEST = 4_000
"""Characters that are read; what comes after is cut off."""

_LONGEST_RAW = 4 * LONGEST
_ENDLESS = re.compile(r"(\w{120})\w+")

_PLAIN_FORMS: dict[str, str] = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4\u0060\u2039\u203a", "'"),
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),
    "\u2026": "...",
    "\u2044": "/",
    # Variation selectors choose how an emoji is drawn.
    **dict.fromkeys((chr(code) for code in range(0xFE00, 0xFE10)), ""),
    # The full-width forms of ASCII that East Asian keyboards type.
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D},
}
_PLAIN = str.maketrans(_PLAIN_FORMS)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " "}
_ENTITY = re.compile("|".join(_ENTITIES))

# Slack writes <@U1>, <#C1|name>, <!here>, <!date^..|text>, <url|label>; Discord <@!1>, <@&1>, <#1>, <:name:1>, <a:name:1>.
_SLACK_DATE = re.compile(r"<!date\^[^>|]*\|([^>]*)>")
_MENTION = re.compile(r"<(?:[@#!][^<>\s][^<>]*|a?:\w+:\d+|mailto:[^<>]*|tel:[^<>]*)>")
_SLACK_LINK = re.compile(r"<((?:https?://|www\.)[^<>|\s]+)(?:\|([^<>]*))?>")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\(((?:https?://|www\.)(?:[^()\s]|\([^()\s]*\))+)\)")
_LINK = re.compile(
    r"(?:https?://|\bwww\.|\b(?:undocs\.org|docs\.un\.org|digitallibrary\.un\.org|searchlibrary\.ohchr\.org)/)[^\s<>\"]+",
    re.IGNORECASE,
)
_BROADCAST = re.compile(r"(?<![\w@])@(?:here|channel|everyone|votedesk(?:[-_ ]?bot)?)\b[:,]?", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"\s*vote\s?desk(?:[-_ ]?bot)?\s*[:,]\s*", re.IGNORECASE)

# Where in an address the document stands. Groups: a symbol, or the number of a library record.
_DOCUMENT_ADDRESSES = (
    re.compile(r"(?:undocs|docs\.un)\.org/(?:(?:ar|en|es|fr|ru|zh)/)?(?P<symbol>[AEST]/[A-Z0-9][^?#&]*)", re.IGNORECASE),
    re.compile(r"[?&](?:finalsymbol|symbol)=(?P<symbol>[AEST]/[^?#&]+)", re.IGNORECASE),
    re.compile(r"(?:digitallibrary\.un|searchlibrary\.ohchr)\.org/record/(?P<record>[0-9]+)", re.IGNORECASE),
    re.compile(r"[/_-](?P<symbol>[as][/_-]res[/_-](?:es-)?[0-9]+(?:[/_-][0-9]+)?(?:-?\([0-9]{4}\))?)", re.IGNORECASE),
    re.compile(r"securitycouncil/[^?#]*resolution-(?P<council>[0-9]+)", re.IGNORECASE),
)
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")

# Short forms that are nothing else in their places: "the yr after", "nr of resolutions", "territory incl. Jerusalem".
_SHORT_FORMS = (
    (re.compile(r"(?<=[a-z0-9] )yr(?=s?\b)", re.IGNORECASE), "year"),
    (re.compile(r"\b(?:nr|num|nbr)\.?(?= of\b)", re.IGNORECASE), "number"),
    (re.compile(r"\bincl\b\.?", re.IGNORECASE), "including"),
)
_QUOTED_POSITION = re.compile(r"""(?<!\w)(["'])(yes|no|aye|nay|for|against|abstain(?:ed)?|abstentions?)\1(?!\w)""", re.IGNORECASE)

_FLAG_NAME = re.compile(r":flag-([a-z]{2}):")
_EMOJI_NAME = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?:skin-tone-[2-6]:)?(?![\w:])")
_MARKS = re.compile(r"(?<![0-9])\*+|\*+(?![0-9])|~~|\|\||(?<![^\W_])_+|_+(?![^\W_])|^[>#]+[ \t]+", re.MULTILINE)
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[\s]*")

_WORD = re.compile(r"[^\W_]+")
_FLAGS_IN_A_ROW = re.compile("([\U0001f1e6-\U0001f1ff]{2})(?=[\U0001f1e6-\U0001f1ff])")
_WORD_OR_MARK = re.compile(r"[^\W_]+|[^\w\s]|_+")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or digits: as written, folded (`store.words.fold`), and its offsets.

    `others`: what a misspelt word may stand for as well as for `folded`.
    """

    text: str
    folded: str
    start: int
    end: int
    others: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # a message is cleaned to be split into questions, and each of them to be read
def clean(text: str) -> str:
    """The question without mentions, mark-up, odd characters and addresses; a link to a UN document becomes its symbol.

    "<@U7> *how* did 🇭🇺 vote on https://undocs.org/A/RES/79/7 ?" -> "how did 🇭🇺 vote on A/RES/79/7 ?"; a link to a library
    record becomes "record 4078949". Lines stay lines. In Unicode's composed form, at most `LONGEST` characters; a word is cut
    where it is longer than any language's.
    """
    text = _replace_links(_SLACK_DATE.sub(r"\1", text[:_LONGEST_RAW]))
    text = _ENTITY.sub(lambda m: _ENTITIES[m[0]], _MENTION.sub(" ", text))
    text = _FLAG_NAME.sub(lambda m: "".join(chr(0x1F1E6 + ord(c) - ord("a")) for c in m[1]), text)
    text = _FLAGS_IN_A_ROW.sub(r"\1, ", _plain_characters(text))
    text = _BROADCAST.sub(" ", _MARKS.sub("", _EMOJI_NAME.sub(" ", text)))
    named = _NAMED_FIRST.match(text)
    text = text[named.end() :] if named else text
    text = _QUOTED_POSITION.sub(r"\2", text)
    for form, word in _SHORT_FORMS:
        text = form.sub(word, text)
    text = _LINE_ENDS.sub("\n", _BLANKS.sub(" ", text)).strip().lstrip(":,; \n")
    text = without_frame(text)
    text = with_digits(text, fold_in_place(text))
    return _ENDLESS.sub(r"\1", unicodedata.normalize("NFC", text)[:LONGEST]).rstrip()


def words(text: str, *, keep_punctuation: bool = False) -> tuple[Word, ...]:
    """The words of a text in order, with `keep_punctuation` its marks too, one by one.

    Points, hyphens and apostrophes part words: "Hungary's" is "Hungary", "s".
    """
    pattern = _WORD_OR_MARK if keep_punctuation else _WORD
    return tuple(Word(m[0], fold(m[0]), m.start(), m.end()) for m in pattern.finditer(text))


def fold_in_place(text: str) -> str:
    """Folded letter by letter, so that every offset still holds; a letter whose folded form is longer ("ß") stays."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Folded forms of letters, filled as they are met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_LETTERS = _Letters()


def _replace_links(text: str) -> str:
    text = _MARKDOWN_LINK.sub(lambda m: f" {_document_at(m[2]) or m[1]} ", text)
    text = _SLACK_LINK.sub(lambda m: f" {_document_at(m[1]) or m[2] or ''} ", text)
    return _LINK.sub(_replace_bare_link, text)


def _replace_bare_link(match: re.Match[str]) -> str:
    address = match[0].rstrip(".,;:!?'*_~|]")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1]
    return f" {_document_at(address)} {match[0][len(address) :]}"


def _document_at(address: str) -> str:
    """What an address points to, as a reader would write it, or nothing."""
    address = _PERCENT.sub(lambda m: chr(int(m[1], 16)), address)
    for pattern in _DOCUMENT_ADDRESSES:
        if match := pattern.search(address):
            found = match.groupdict()
            if found.get("record"):
                return f"record {found['record']}"
            if found.get("council"):
                return f"S/RES/{found['council']}"
            return _symbol_in_address(found["symbol"] or "")
    return ""


def _symbol_in_address(part: str) -> str:
    part = part.rstrip("/")
    if re.match(r"[as][_-]", part, re.IGNORECASE):
        part = part.replace("_", "/")
    return re.sub(r"^([AS])[/-]RES[/-]", r"\1/RES/", part, flags=re.IGNORECASE).replace("-(", "(")


def _plain_characters(text: str) -> str:
    """Plain quotes and dashes, ASCII digits, blanks for control characters; what has no width goes."""
    if text.isascii() and text.isprintable():
        return text.translate(_PLAIN)
    return unicodedata.normalize("NFC", text).translate(_PLAIN).translate(_PLAIN_CHARACTERS)


def _plain_character(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    if character in "\n\r\u2028\u2029":
        return "\n"
    match unicodedata.category(character):
        case "Cf" | "Cs":
            return character if character in _FLAG_LETTERS else ""
        # The private area is for the reader's own marks (`bot.understand.shape`): no text may bring them along.
        case "Cc" | "Co" | "Cn" | "Zs" | "Zl" | "Zp":
            return " "
        case "Nd":
            return str(unicodedata.decimal(character))
    return character


class _PlainCharacters(dict[int, str]):
    """What stands for each character, filled as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_character(chr(code))
        return self[code]


_PLAIN_CHARACTERS = _PlainCharacters()

# The letters of the flags of England, Scotland and Wales are format characters.
_FLAG_LETTERS = frozenset(chr(code) for code in range(0xE0020, 0xE0080))
