"""A text as a newsroom has it (plain, Markdown or HTML) -> the words alone, cut into sentences, with every place in the original.

Nothing that is read depends on mark-up; everything that is reported is cut from the text as it was given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST_SENTENCE = 1_200  # characters; longer ones are lists without full stops, and are cut between words

_TAG = (
    r"<!--.*?-->|<(?P<skipped>script|style|head|svg|noscript)\b.*?</(?P=skipped)\s*>"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,2000}>"
)
_ODD = re.compile(
    rf"(?P<markup>{_TAG})"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)"
    r"|(?P<address>\]\((?:[^()\s]|\([^()\s]*\)){1,500}(?:\s\"[^\"]{0,200}\")?\)|https?://[^\s<>\"]{1,2000})"
    r"|(?P<mark>\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|!?\[(?=[^\[\]\n]{1,500}\]\()"
    r"|(?m:^[ \t]*(?:#{1,6}|>+|[-+•])[ \t]+))"
    r"|(?P<wondered>[ \t]\([!?]{1,3}\))"
    r"|(?P<dotted>(?<![A-Za-z.])U\.\s?(?:N|S|K)\.(?:A\.)?)"
    r"|(?P<dash>(?<=[\s\w,])--(?=[\s\w]))"
    r"|(?P<end>\r\n|\r|\n|\u2028|\u2029)"
    r"|(?P<composed>[^\W_][\u0300-\u036f]+)"
    r"|(?P<other>[^\x20-\x7e])",
    re.DOTALL,
)
_BLOCKS = frozenset(
    {
        *("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "table", "tr", "td", "th", "blockquote", "section", "article"),
        *("header", "footer", "figure", "figcaption", "pre", "hr", "dd", "dt", "title"),
    }
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
    }
)


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` is what is read; the character at `text[i]` stands for `given[starts[i]:ends[i]]` of the text as given."""

    text: str
    starts: array[int]
    ends: array[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as given that a span of `text`, which is not empty, was read from."""
        return self.starts[start], self.ends[end - 1]


def prose_of(given: str) -> Prose:
    """The text without mark-up, in composed Unicode with plain quotation marks; blocks are parted by blank lines."""
    parts: list[str] = []
    starts, ends = array("q"), array("q")

    def add(words: str, start: int, end: int) -> None:
        parts.append(words)
        if len(words) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(words))
            ends.extend([end] * len(words))

    at = 0
    for odd in _ODD.finditer(given):
        add(given[at : odd.start()], at, odd.start())
        add(_read_as(odd, given), *odd.span())
        at = odd.end()
    add(given[at:], at, len(given))
    return Prose("".join(parts), starts, ends)


def _read_as(odd: re.Match[str], given: str) -> str:
    """What stands for an odd piece: as short as it can be, so that no words run together that stood apart."""
    piece = odd[0]
    match odd.lastgroup:
        case "tag" | "skipped" | "markup":
            tag = (odd["tag"] or "").lower()
            return "\n\n" if tag in _BLOCKS or odd["skipped"] else ""
        case "entity":
            return _plain(html.unescape(piece)[:1]) if html.unescape(piece) != piece else piece
        case "address" | "wondered":
            return ""
        case "mark":
            return "\n\n" if piece.strip()[:1] in "#-+•" and piece.strip() else ""
        case "dotted":
            letters = piece.replace(".", "").replace(" ", "")
            return letters + "." * (_STARTS_ANEW.match(given, odd.end()) is not None or not given[odd.end() :].strip())
        case "dash":
            return "\u2013"
        case "end":
            return "\n"
        case "composed":
            return unicodedata.normalize("NFC", piece)[:1]
    return _plain(piece)


def _plain(character: str) -> str:
    plain = character.translate(_PLAIN)
    if plain == "…":
        return "..."
    if plain.isspace() or unicodedata.category(plain) in ("Cc", "Cn", "Co", "Cs"):
        return " "
    return "" if unicodedata.category(plain) in ("Cf", "Mn") else plain


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sentence: its place in `Prose.text`, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_END = re.compile(r"[.!?]+[\"')\]]*(?=\s)|\n")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"]|(?<!\w)')(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Prof|Lt|Col|No|Nos|vs|v|Art|para"
    r"|approx|etc|cf|incl|excl|esp|resp"
    r"|Res|res|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Amb|Sec)\.$"
)
_ANSWERS_NO = re.compile(r"(?:^|[.!?])\s*[\"'(]?No\.$")  # "Poland? No. And Israel?"
_OPENS_WITH_WORD = re.compile(r"\s+[A-Z]")
_GOES_ON = re.compile(r"\s+[a-z0-9(]")
_DASH_BEHIND = re.compile(r" +[-\u2013\u2014] +[a-z]")  # "Japan - honorary whites! - no"
_OPENS = re.compile(r"\s+[\"'(]?[A-Z0-9]")
_LONGEST_ABBREVIATION = 14
_SHORT_LINE = 60


def sentences(prose: Prose) -> Iterator[Stretch]:
    """In text order, without the blanks around them."""
    text, at = prose.text, 0
    breaks = [*(m.span() for m in _PARAGRAPH.finditer(text)), (len(text), len(text))]
    for paragraph, (end, following) in enumerate(breaks):
        yield from (Stretch(start, stop, paragraph) for start, stop in _cut(text, at, end))
        at = following


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    since = start
    for mark in _END.finditer(text, start, end):
        if _ends_sentence(text, since, mark):
            yield from _trimmed(text, since, mark.end())
            since = mark.end()
    yield from _trimmed(text, since, end)


def _ends_sentence(text: str, since: int, mark: re.Match[str]) -> bool:
    if mark[0] == "\n":
        line = text[since : mark.start()].rpartition("\n")[2].rstrip()
        return 0 < len(line) < _SHORT_LINE and _OPENS.match(text, mark.start()) is not None and line[-1] not in ",;-"
    if not mark[0].startswith("."):
        return _DASH_BEHIND.match(text, mark.end()) is None
    before = text[max(since, mark.start() - _LONGEST_ABBREVIATION) : mark.start() + 1]
    if _ABBREVIATED.search(before) and not (_ANSWERS_NO.search(before) and _OPENS_WITH_WORD.match(text, mark.end())):
        dotted = before.rstrip(".")[-2:-1] == "."
        return dotted and _OPENS.match(text, mark.end()) is not None and _STARTS_ANEW.match(text, mark.end()) is not None
    return _GOES_ON.match(text, mark.end()) is None or text[mark.end() :].lstrip()[:1].isdigit()


# After "in the U.N." a sentence begins only with a word that does not follow it: "the U.N. General Assembly" goes on.
_STARTS_ANEW = re.compile(
    r"\s+[\"'(]?(?:The|A|An|It|In|On|At|But|And|Its|He|She|They|This|That|Only|No|Both|All|Of|After|When|While)\b"
)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + (text[cut : cut + 1] == " ")
    if start < end:
        yield start, end
