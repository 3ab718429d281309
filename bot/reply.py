"""The reply contract, version 1 (docs/contract.md): the JSON document that every front end gives out."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from store.facts import Body, Kind, Mode, Outcome, Position

Status = Literal["answered", "choose", "not_found", "help"]


class Document(BaseModel):
    """A part of the published document: frozen, and nothing beyond the contract's fields; filled from values of like fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class TallyOut(Document):
    """Counts; null where no source states one."""

    yes: int | None
    no: int | None
    abstain: int | None
    non_voting: int | None


class RollCallOut(Document):
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


class VoteOut(Document):
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
