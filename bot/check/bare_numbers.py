"""Resolutions called by their bare number, beside one written out ("so was 1820") or with their month ("1483, in May 2003")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.question import DayRange, SymbolMention
from bot.understand.recognition import Recognised
from bot.understand.spans import Spans, span_of
from store.facts import Body

_BARE = re.compile(
    r"(?:\b(?:so|as|nor|neither) (?:was|were|is|did) |(?:^|[;,:] |\b(?:and|but|while|unlike) ))(?P<number>[1-9]\d{2,3})\b"
    r"(?=(?P<behind>,? (?:was|is|had been|passed|went|got|drew|won|came|cleared|sailed|on|of|in|too)\b)|[,.;!?)]|$)",
    re.IGNORECASE,
)
_SO_WAS = re.compile(r"(?:so|as|nor|neither) (?:was|were|is|did) ", re.IGNORECASE)
_IS_SUBJECT = re.compile(r",? (?:was|is|had been|passed|went|cleared|sailed|drew|got|won)\b")
_YEARS = range(1940, 2050)


def with_bare_numbers(found: Recognised) -> Recognised:
    """A number that might be a year is read as a resolution's only as the subject of the clause, and beside another one."""
    taken = Spans.of(span_of(m) for m in found.mentions if not isinstance(m, DayRange))
    dated = [_of_its_month(match) for match in _OF_A_MONTH.finditer(found.text) if not taken.meet(*match.span("number"))]
    written = [s for s in found.symbols if s.number is not None]
    beside = [_mention(match, written[0]) for match in _BARE.finditer(found.text) if written and _is_called_so(match, taken)]
    bare = [*dated, *(m for m in beside if m.start not in {d.start for d in dated})]
    if not bare:
        return found
    spans = Spans.of(map(span_of, bare))
    days = replace(found.days, ranges=tuple(d for d in found.days.ranges if not spans.touch(d)))
    return replace(
        found,
        symbols=tuple(sorted((*found.symbols, *bare), key=lambda s: s.start)),
        days=days,
        taken=(*found.taken, *map(span_of, bare)),
        mentions=(*bare, *(m for m in found.mentions if not (isinstance(m, DayRange) and spans.touch(m)))),
    )


def _is_called_so(match: re.Match[str], taken: Spans) -> bool:
    so_was = _SO_WAS.match(match[0]) is not None
    subject = _IS_SUBJECT.match(match["behind"] or "") is not None
    return not taken.meet(*match.span("number")) and (so_was or (subject and int(match["number"]) not in _YEARS))


_OF_A_MONTH = re.compile(
    r"\b(?:made|adopted|passed|approved|issued|gave us|came|called|under|famous|tougher|milder"
    r"|stronger) (?P<number>(?!19[4-9]\d|20[0-4]\d)"
    r"[1-9]\d{2,3}),? (?:in|of) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?P<year>(?:19[4-9]|20[0-4])\d)\b"
)


def _of_its_month(match: re.Match[str]) -> SymbolMention:
    """ "They have made 1483, in May 2003": a resolution of the Council, if it has one of that number and year."""
    start, end = match.span("number")
    return SymbolMention(match["number"], start, end, None, int(match["number"]), Body.SC, int(match["year"]), certain=False)


def _mention(match: re.Match[str], beside: SymbolMention) -> SymbolMention:
    """Of the same body as the one written out."""
    start, end = match.span("number")
    return SymbolMention(match["number"], start, end, None, int(match["number"]), beside.body, None, certain=False)
