"""A reply -> a table for spreadsheets: long, one fact a row, or wide, one member a row and one vote a column."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.reply import Reply, RollCallOut
from store.facts import dashed

_OF_CALL = ("date", "body", "symbol", "draft", "title", "kind", "outcome", "mode", "yes", "no", "abstain", "non_voting", "url")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def long_table(reply: Reply) -> str:
    """CSV of all that the reply holds: its votes, else its ranking, else its roll calls, else its sentence."""
    if reply.ranking:
        return _csv(
            ("place", "member", "name", "value"), ((n, r.member, r.name, r.value) for n, r in enumerate(reply.ranking, 1))
        )
    if reply.votes:
        header = ("member", "name", "position", "veto", *_OF_CALL)
        calls = [_of_call(call) for call in reply.roll_calls]
        votes = ((v.member, v.name, v.position, v.veto, *calls[place]) for v, place in reply.votes_in_calls())
        return _csv(header, votes)
    if reply.roll_calls:
        return _csv(_OF_CALL, (_of_call(call) for call in reply.roll_calls))
    if reply.choices:
        return _csv(("label", "question", "symbol"), ((c.label, c.question, c.roll_call) for c in reply.choices))
    if reply.value is not None:
        return _csv(("question", "value", "text"), [(reply.question, reply.value, reply.text.split("\n")[0])])
    return _csv(("question", "status", "text"), [(reply.question, reply.status, reply.text.split("\n")[0])])


def wide_table(reply: Reply) -> str:
    """CSV with a row for each member, and for each vote a column with its position; over them date, title and tally.

    A reply without votes is given as its long table.
    """
    if not reply.votes:
        return long_table(reply)
    cast = {(vote.member, place): vote.position for vote, place in reply.votes_in_calls()}
    places = sorted({place for _, place in cast})
    calls = [reply.roll_calls[place] for place in places]
    names = {vote.member: vote.name for vote in reversed(reply.votes)}
    heads: list[Sequence[object]] = [
        ("", "date", *(call.date for call in calls)),
        ("", "title", *(call.title for call in calls)),
        ("", "outcome", *(call.outcome for call in calls)),
        ("", "yes-no-abstain", *(_score(call) for call in calls)),
        ("", "source", *(call.url or "" for call in calls)),
    ]
    rows = [
        (code, names[code], *(cast.get((code, place), "") for place in places))
        for code in sorted(names, key=names.__getitem__)
    ]
    return _csv(("member", "name", *_columns(calls)), [*heads, *rows])


def _columns(calls: Sequence[RollCallOut]) -> Iterable[str]:
    """The symbols; where several are the same, numbered."""
    often, seen = Counter(call.symbol for call in calls), Counter[str]()
    for call in calls:
        seen[call.symbol] += 1
        yield f"{call.symbol} ({seen[call.symbol]})" if often[call.symbol] > 1 else call.symbol


def _of_call(call: RollCallOut) -> tuple[object, ...]:
    tally = call.tally
    stated = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    return (call.date, call.body, call.symbol, call.draft, call.title, call.kind, call.outcome, call.mode, *stated, call.url)


def _score(call: RollCallOut) -> str:
    return dashed(call.tally.yes, call.tally.no, call.tally.abstain)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(header)
    table.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """Nothing stays empty; text that a spreadsheet would take for a formula is marked as text."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
