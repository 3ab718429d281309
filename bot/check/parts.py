"""A sentence -> its parts that speak of one vote each, with the claims that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.check.claim import Claim
from bot.check.context import evidence_in
from bot.check.evidence import Evidence
from bot.check.figures import NUMBER
from bot.check.sentence import Sentence
from bot.understand.shape import DAYS
from bot.understand.topics import Synonyms


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence, and what it claims."""

    sentence: Sentence
    claims: tuple[Claim, ...]


Part = tuple[Evidence | None, list[Claim]]
"""What says which vote is meant, and the claims about it. Without evidence it is the vote of the part before."""

_PARTING = re.compile(
    r", (?:and )?(?:that|the one|the (?:text|resolution|draft|vote|one)) (?:on|about|for|concerning|condemning|calling"
    r"|demanding) |"
    rf", (?:and |then )?(?=(?:(?:in|on|by) )?(?:the )?{DAYS} (?:, )?(?:by|with|it|to|\() )"
    rf"|, (?:and |then )?(?=(?:just |only )?{NUMBER} (?:votes )?(?:in|on|by) (?:the )?{DAYS})"
    r"|, (?:and |then )?(?=(?:just |only )?(?:a|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?|years?) (?:later"
    r"|earlier|before|after)\b)"
    rf"|; |: |, (?:and|but|while|though|whereas) |\b(?:while|whereas) |(?<!{DAYS} )\( |\) | and (?=(?:in|on) (?:the )?{DAYS})"
)
_UNDER_A_DAY = re.compile(rf"(?:on |in |by )?(?:the )?{DAYS} (?::|[-\u2013\u2014]) ")
_OPENS_IN_COMMITTEE = re.compile(r"(?:^|[;:.] )(?:(?:and|but|then) )?(?:in|at) the (?:\w+ ){0,2}committee ?$")
"""Its time behind it is no vote of its own: "in the Fourth Committee, in November 2024, it abstained"."""
_THAN = re.compile(
    r"\b(?:than (?:for|in|on|at|an?|the)|compared (?:with|to)|up from|down from) |, (?:as )?against (?:(?=[\ue600-\ue6ff])|by )"
)
VOTED_ON = re.compile(r"\b(?:adopt|vot|pass|turn of|took up|debate)\w*")
_AT_THE_START = 25  # characters


def parts_of(read: Read, whole: Evidence, synonyms: Synonyms) -> list[Part]:
    """In text order. A sentence that names one vote is one part; `whole` is the evidence of all its words."""
    if not read.claims:
        return [(_without_passing_days(whole, read.sentence), [])]
    compared = _compared(read, whole, synonyms)
    return compared or _with_asides(read, whole, synonyms) or _joined(read, whole, synonyms)


def _without_passing_days(evidence: Evidence, sentence: Sentence) -> Evidence:
    """A date that a sentence without a claim ends with ("a record first reached in 2019") moves nothing."""
    if VOTED_ON.search(sentence.found.folded):
        return evidence
    return replace(evidence, days=tuple(d for d in evidence.days if d.start < _AT_THE_START))


def _compared(read: Read, whole: Evidence, synonyms: Synonyms) -> list[Part]:
    """ "... lower than on the two texts adopted in March": what follows is another vote, spoken of in passing."""
    match = _THAN.search(read.sentence.line)
    if match is None:
        return []
    cut = read.sentence.span(match.start(), match.end())[0]
    after = evidence_in(read.sentence, read.claims, synonyms, cut)
    if not (after.days or after.names_vote or after.shift):
        return []
    before = evidence_in(read.sentence, read.claims, synonyms, 0, cut)
    than = [c for c in read.claims if c.start >= cut]
    first: Part = (replace(before, anchored=whole.anchored, foreign=whole.foreign), [c for c in read.claims if c.start < cut])
    return [first, (replace(after, passing=True), than)] if than else [first]


def _with_asides(read: Read, whole: Evidence, synonyms: Synonyms) -> list[Part]:
    """Claims in words put between are about the vote that these name."""
    asides = sorted({c.aside for c in read.claims if c.aside is not None})
    inside = [(a, [c for c in read.claims if a[0] <= c.start < a[1]]) for a in asides]
    within = [c for _, claims in inside for c in claims]
    if not within:
        return []
    parts: list[Part] = [(whole, [c for c in read.claims if c not in within])]
    for (first, last), claims in inside:
        evidence = evidence_in(read.sentence, read.claims, synonyms, first, last)
        tells = tells_vote(evidence) or evidence.days or evidence.shift
        parts.append((replace(evidence, passing=True, put_between=True) if tells else None, claims))
    return parts


def _joined(read: Read, whole: Evidence, synonyms: Synonyms) -> list[Part]:
    """Main clauses and brackets, where several of them name a vote of their own."""
    if _names_one(read, whole):
        return [(whole, list(read.claims))]
    spans = _spans(read.sentence)
    pieces = [evidence_in(read.sentence, read.claims, synonyms, first, last) for first, last in spans]
    apart = _apart(read, pieces, spans)
    telling = [number for number, piece in enumerate(pieces) if tells_vote(piece) or number in apart]
    if sum(p.names_vote or p.outside is not None for p in pieces) <= 1 and sum(map(_is_scored, pieces)) <= 1 and not apart:
        return [(whole, list(read.claims))]  # a vote named before the colon, and its result behind it
    parts: list[Part] = []
    for number, (first, last) in enumerate(spans):
        piece = pieces[number]
        claims = [c for c in read.claims if first <= c.start < last]
        own = number in telling or (number == 0 and claims)
        if number in apart and number - 1 in apart and not piece.terms:
            piece = replace(piece, terms=pieces[number - 1].terms)
        parts.append((_completed(piece, whole, first_telling=number <= telling[0]), claims) if own else (None, claims))
    return parts


def _apart(read: Read, pieces: Sequence[Evidence], spans: Sequence[tuple[int, int]]) -> set[int]:
    """The clauses with a claim that are of another time than other clauses, or take up the vote before again."""
    timed = [n for n, piece in enumerate(pieces) if piece.days or piece.shift or piece.back]
    if len(timed) < 2 or not any(pieces[n].days or pieces[n].shift for n in timed):
        return set()
    return {n for n in timed if any(spans[n][0] <= c.start < spans[n][1] for c in read.claims)}


def _names_one(read: Read, whole: Evidence) -> bool:
    """Whether at most one thing in the sentence tells a vote, so that its parts need no reading of their own."""
    scores = sum(c.tally is not None or c.number is not None for c in read.claims)
    times = len(whole.days) + (whole.shift is not None)
    named = len(whole.symbols) + len(whole.names) + scores + (whole.outside is not None)
    return named <= 1 and times <= 1 and not (times and whole.back)


def _completed(piece: Evidence, whole: Evidence, *, first_telling: bool) -> Evidence:
    """With the day and the body of the whole sentence, where it has none of its own."""
    days = piece.days
    if not days and not piece.shift and not piece.back and len(whole.days) <= 1:
        days = whole.days
    body = piece.body or (whole.body if first_telling or not piece.symbols else None)
    return replace(piece, days=days, body=body, foreign=whole.foreign and piece.foreign, anchored=whole.anchored)


def _spans(sentence: Sentence) -> Sequence[tuple[int, int]]:
    line = sentence.line
    behind_day = match.end() if (match := _UNDER_A_DAY.match(line)) else 0
    parting = (
        m
        for m in _PARTING.finditer(line)
        if behind_day < m.end() < len(line) and not _OPENS_IN_COMMITTEE.search(line, 0, m.start())
    )
    found = {sentence.span(m.end() - 1, m.end() + 1)[0] for m in parting}
    cuts = [0, *sorted(found), len(sentence.text)]
    return [(first, last) for first, last in pairwise(cuts) if last > first]


def only_names(evidence: Evidence) -> bool:
    """Whether a nickname is all that says which vote may be meant."""
    return bool(evidence.names) and not (evidence.symbols or evidence.days or evidence.shift or _is_scored(evidence))


def tells_vote(evidence: Evidence) -> bool:
    """Whether the words name a vote: by symbol or nickname, by its result, or as one that no record holds."""
    return evidence.names_vote or _is_scored(evidence) or evidence.outside is not None


def _is_scored(evidence: Evidence) -> bool:
    return evidence.result[0] is not None and evidence.result[1] is not None
