"""The check report, version 1 (docs/contract.md): the JSON document that every front end gives out for a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.reply import Document, RollCallOut, SourceOut, VoteOut

Judgement = Literal["supported", "contradicted", "ambiguous", "unverifiable"]


class ClaimOut(Document):
    """One claim. `start` and `end` are offsets into the text as given, `quote` is that slice."""

    start: int
    end: int
    quote: str
    claim: str
    verdict: Judgement
    finding: str
    members: tuple[str, ...] = ()
    roll_calls: tuple[RollCallOut, ...] = ()
    votes: tuple[VoteOut, ...] = ()
    sources: tuple[SourceOut, ...] = ()


class SummaryOut(Document):
    """How many claims have each verdict."""

    supported: int = 0
    contradicted: int = 0
    ambiguous: int = 0
    unverifiable: int = 0


class CheckReport(Document):
    """One text in, one report out. `checked`: how many claims were found."""

    version: Literal[1] = 1
    claims: tuple[ClaimOut, ...] = ()
    checked: int = 0
    summary: SummaryOut = SummaryOut()


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """A piece of a text with its claims, which are in text order. `start`: its place in the text."""

    start: int
    text: str
    claims: tuple[ClaimOut, ...]


def report_of(claims: tuple[ClaimOut, ...]) -> CheckReport:
    """The report on these claims, which are in text order."""
    return CheckReport(claims=claims, checked=len(claims), summary=summary_of(c.verdict for c in claims))


def summary_of(verdicts: Iterable[Judgement] | Mapping[Judgement, int]) -> SummaryOut:
    """How many claims have each verdict, from these, or from counts of them."""
    return SummaryOut(**Counter[str](verdicts))
