"""A question with a known answer and the reply to it -> a grade with its reasons.

A line of questions is what `votedesk ask --batch` reads (id, question, context, today) plus `expect`, `source` (the record that
shows it) and `tags`. Everything that `expect` gives must hold:

  status       one status or a list of them; without it, "answered"
  votes        {symbol: {member: position}}, each among the reply's votes
  roll_calls   symbols that are all among the roll calls (of a `choose`: among the choices)
  first        symbols, one of which is the first roll call
  exactly      {"roll_call", "position", "members"}: the members with that position, no more and no fewer
  tally        {symbol: {position: number}}
  outcome      {symbol: outcome}
  verdict      true or false
  value        a number, within `tolerance`
  ranking      for each of the first places, the members that may stand there
  text_any     phrases of which the text holds one; `text_none`: phrases of which it holds none
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.conversation import EMPTY
from bot.desk import Desk
from bot.reply import Reply
from store.symbols import symbol_key

SHOWN = 12  # roll calls beyond these are not what a reader sees


class Grade(StrEnum):
    """`ASKED`: choices where an answer was wanted. `MISSED`: cannot answer where the record can. `WRONG` is the worst of them."""

    RIGHT = "right"
    ASKED = "asked"
    MISSED = "missed"
    WRONG = "wrong"


class KnownQuestion(BaseModel):
    """One line; other fields are ignored."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    expect: dict[str, Any]
    context: tuple[str, ...] = ()
    today: dt.date | None = None
    tags: tuple[str, ...] = ()
    source: str | None = None


def read_questions(path: Path) -> tuple[KnownQuestion, ...]:
    """The questions of one file, in order. ValueError names a field of `expect` that nobody would check."""
    questions = tuple(KnownQuestion(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    for question in questions:
        if unknown := set(question.expect) - {"status", "tolerance", *CHECKS}:
            raise ValueError(f"{path.name}, {question.id}: nothing checks {', '.join(sorted(unknown))}")
    return questions


def reply_to(desk: Desk, question: KnownQuestion, today: dt.date) -> Reply:
    """The reply at the end of the thread; `today` is for questions that bring no day of their own."""
    conversation, day = EMPTY, question.today or today
    for earlier in question.context:
        conversation = desk.ask(earlier, conversation, day).conversation
    return desk.ask(question.question, conversation, day).reply


def grade(expect: Mapping[str, Any], reply: Reply) -> tuple[Grade, tuple[str, ...]]:
    """The grade, and why it is not "right"."""
    wanted = _listed(expect.get("status", "answered"))
    if reply.status not in wanted:
        reason = f"{reply.status}, where {' or '.join(wanted)} was wanted: {reply.text[:160]}"
        return _GRADE_OF[reply.status], (reason,)
    reasons = tuple(reason for field, check in CHECKS.items() if field in expect for reason in check(expect, reply))
    if not reasons:
        return Grade.RIGHT, ()
    return _GRADE_OF[reply.status], reasons


_GRADE_OF = {"answered": Grade.WRONG, "choose": Grade.ASKED, "not_found": Grade.MISSED, "help": Grade.MISSED}


def _votes(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    told = {(symbol_key(v.roll_call), v.member): v.position for v in reply.votes}
    for symbol, members in expect["votes"].items():
        for member, position in members.items():
            if (got := told.get((symbol_key(symbol), member))) != position:
                yield f"{member} on {symbol}: {got}, not {position}"


def _roll_calls(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    if reply.status == "choose":
        shown = {symbol_key(c.roll_call) for c in reply.choices if c.roll_call}
    else:
        shown = {symbol_key(r.symbol) for r in reply.roll_calls[:SHOWN]}
    yield from (f"{symbol} is not offered" for symbol in expect["roll_calls"] if symbol_key(symbol) not in shown)


def _first(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    first = reply.roll_calls[0].symbol if reply.roll_calls else ""
    if symbol_key(first) not in {symbol_key(symbol) for symbol in expect["first"]}:
        yield f"the first roll call is {first or 'missing'}"


def _exactly(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    wanted = expect["exactly"]
    key = symbol_key(wanted["roll_call"])
    got = {v.member for v in reply.votes if symbol_key(v.roll_call) == key and v.position == wanted["position"]}
    if extra := sorted(got - set(wanted["members"])):
        yield f"{wanted['position']} on {wanted['roll_call']}: {' '.join(extra)} too many"
    if lost := sorted(set(wanted["members"]) - got):
        yield f"{wanted['position']} on {wanted['roll_call']}: {' '.join(lost)} missing"


def _tally(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    tallies = {symbol_key(r.symbol): r.tally.model_dump() for r in reply.roll_calls}
    for symbol, counts in expect["tally"].items():
        for position, number in counts.items():
            if (got := tallies.get(symbol_key(symbol), {}).get(position)) != number:
                yield f"{symbol}, {position}: {got}, not {number}"


def _outcome(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    outcomes = {symbol_key(r.symbol): r.outcome for r in reply.roll_calls}
    for symbol, outcome in expect["outcome"].items():
        if (got := outcomes.get(symbol_key(symbol))) != outcome:
            yield f"{symbol}: {got}, not {outcome}"


def _verdict(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    if reply.verdict is not expect["verdict"]:
        yield f"the verdict is {reply.verdict}, not {expect['verdict']}"


def _value(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    if reply.value is None or abs(reply.value - expect["value"]) > expect.get("tolerance", 0) + 1e-9:
        yield f"the value is {reply.value}, not {expect['value']}"


def _ranking(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    places = [r.member for r in reply.ranking]
    for place, allowed in enumerate(expect["ranking"]):
        got = places[place] if place < len(places) else None
        if got not in allowed:
            yield f"place {place + 1}: {got}, not {' or '.join(allowed)}"


def _text_any(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    if not any(phrase.casefold() in reply.text.casefold() for phrase in expect["text_any"]):
        yield f"the text lacks {' and '.join(expect['text_any'])}"


def _text_none(expect: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    yield from (f"the text holds {phrase}" for phrase in expect["text_none"] if phrase.casefold() in reply.text.casefold())


CHECKS: Mapping[str, Callable[[Mapping[str, Any], Reply], Iterable[str]]] = {
    "votes": _votes,
    "roll_calls": _roll_calls,
    "first": _first,
    "exactly": _exactly,
    "tally": _tally,
    "outcome": _outcome,
    "verdict": _verdict,
    "value": _value,
    "ranking": _ranking,
    "text_any": _text_any,
    "text_none": _text_none,
}


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
