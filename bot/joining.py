"""The replies to several questions of one message -> one reply: each question with its answer, in the order asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.card import Block, Card, Paragraph
from bot.reply import OfRollCall, Reply, Status

_BEST_FIRST: tuple[Status, ...] = ("answered", "choose", "not_found", "help")
_MOST_CHOICES = 10  # docs/contract.md

_T = TypeVar("_T")
_Part = TypeVar("_Part", bound=OfRollCall)


def join_replies(asked: str, text: str, replies: Sequence[Reply]) -> Reply:
    """`status` is that of the best answered; `intent`, `verdict`, `value` and `ranking` are the first that any of them has.

    A question that wants choosing beside one that was answered gives its readings as suggestions.
    """
    best = min(replies, key=lambda r: _BEST_FIRST.index(r.status))
    return Reply(
        status=best.status,
        intent=best.intent,
        question=asked,
        text=text,
        verdict=_first(r.verdict for r in replies),
        value=_first(r.value for r in replies),
        members=_once(m for r in replies for m in r.members),
        roll_calls=_once_in_the_store(c for r in replies for c in r.roll_calls),
        votes=_once_in_the_store(v for r in replies for v in r.votes),
        ranking=next((r.ranking for r in replies if r.ranking), ()),
        choices=_once(c for r in replies for c in r.choices)[:_MOST_CHOICES] if best.status == "choose" else (),
        assumptions=_once(a for r in replies for a in r.assumptions),
        notes=_once(n for r in replies for n in r.notes),
        sources=_once(s for r in replies for s in r.sources),
        suggestions=_once(s for r in replies for s in (*r.suggestions, *_readings(r, best))),
    )


def _readings(reply: Reply, best: Reply) -> tuple[str, ...]:
    return tuple(c.question for c in reply.choices) if best.status != "choose" else ()


def join_cards(questions: Sequence[str], cards: Sequence[Card]) -> Card:
    """One card: the answers as the lead, then what each rests on under its question."""
    blocks: list[Block] = []
    for question, card in zip(questions, cards, strict=True):
        if card.blocks:
            blocks.extend((Paragraph(question), *card.blocks))
    return Card(
        lead=" ".join(card.lead for card in cards),
        blocks=_once(blocks),
        sources=_once(s for card in cards for s in card.sources),
        choices=_once(c for card in cards for c in card.choices)[:_MOST_CHOICES],
        suggestions=_once(s for card in cards for s in card.suggestions),
        language=cards[0].language,
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((v for v in values if v is not None), None)


def _once_in_the_store(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    """Of two roll calls that read alike, each stays."""
    return tuple({(part, part.number): part for part in parts}.values())


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
