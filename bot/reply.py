"""The reply contract, version 1 (docs/contract.md): the JSON document that every front end gives out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr

from store.facts import Body, Kind, Mode, Outcome, Position

Status = Literal["answered", "choose", "not_found", "help"]


class Document(BaseModel):
    """A part of the published document: frozen, and nothing beyond the contract's fields; filled from values of like fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class OfRollCall(Document):
    """A part that knows its roll call by the store's number: two may share a symbol.

    The number is no part of the document, and parts that read alike are equal.
    """

    _number: int = PrivateAttr(0)

    @property
    def number(self) -> int:
        """0 where it was never told."""
        return self._number

    def numbered(self, number: int) -> Self:
        """The same part, told which roll call it is of."""
        self._number = number
        return self

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))


class TallyOut(Document):
    """Counts; null where no source states one."""

    yes: int | None
    no: int | None
    abstain: int | None
    non_voting: int | None


class RollCallOut(OfRollCall):
    """One decision. `symbol` exactly as the source writes it."""

    symbol: str
    draft: str | None
    body: Body
    date: dt.date
    title: str
    kind: Kind
    outcome: Outcome
    mode: Mode
    tally: TallyOut
    url: str | None


class VoteOut(OfRollCall):
    """One member state in one roll call. `name` is the state's name on that date."""

    roll_call: str
    member: str
    name: str
    position: Position
    veto: bool


class RankedOut(Document):
    """One place of a ranking."""

    member: str
    name: str
    value: float


class ChoiceOut(Document):
    """One reading: asking `question` gives it."""

    label: str
    question: str
    roll_call: str | None


class SourceOut(Document):
    """Where a fact can be checked; `until` is the last vote date that the dataset covers."""

    title: str
    url: str | None
    dataset: str
    until: dt.date | None


class Reply(Document):
    """One question in, one reply out. Fields as docs/contract.md defines them."""

    version: Literal[1] = 1
    status: Status
    intent: str
    question: str
    text: str
    verdict: bool | None = None
    value: float | None = None
    members: tuple[str, ...] = ()
    roll_calls: tuple[RollCallOut, ...] = ()
    votes: tuple[VoteOut, ...] = ()
    ranking: tuple[RankedOut, ...] = ()
    choices: tuple[ChoiceOut, ...] = ()
    assumptions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceOut, ...] = ()
    suggestions: tuple[str, ...] = ()

    def votes_in_calls(self) -> Iterator[tuple[VoteOut, int]]:
        """Each vote with the place of its roll call in `roll_calls`, also where two share a symbol; of those listed."""
        places = {(call.symbol, call.number): place for place, call in reversed([*enumerate(self.roll_calls)])}
        for vote in self.votes:
            place = places.get((vote.roll_call, vote.number))
            if place is not None:
                yield vote, place
