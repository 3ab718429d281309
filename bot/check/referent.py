"""What a text speaks of: the roll calls meant, or why none can be named; and where the text stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.question import DayRange, Term, VoteName
from store.facts import Body, RollCall


class Why(StrEnum):
    """Why no roll call can be named."""

    COMMITTEE = "committee"
    AMENDMENT = "amendment"
    SECRET_BALLOT = "secret_ballot"
    ECOSOC = "ecosoc"
    BODY = "body"  # the store has no votes of that body
    NOT_THEN = "not_then"  # nothing on that matter at that time
    SYMBOL = "symbol"  # a symbol that the store lacks
    LATER = "later"  # later than the data reach
    DRAFT = "draft"  # a draft that was vetoed or rejected, of which the store holds a selection
    WITHOUT_VOTE = "without_vote"
    OTHER_TALLY = "other_tally"  # figures of which none is near those of the vote spoken of
    CORRECTED = "corrected"  # the source itself tells of another figure, announced or corrected later


@dataclass(frozen=True, slots=True)
class Referent:
    """The roll calls that the words fit equally well, or why there is none.

    `sure`: named by more than their day; `exact`: by symbol; `firm`: by symbol, by nickname or day that fits it
    alone, or by its numbers; `guess`: by a nickname, of a time that the text does not speak of, or too little speaks for it.
    `near`: what the record has close by. `body`, `days`: those that the text gives. `series`: all votes of the nickname.
    `rivals`: others of that day, where the words tell little.
    `undated`: the latest of a series, as nothing says which.
    """

    calls: tuple[RollCall, ...] = ()
    why: Why | None = None
    sure: bool = True
    exact: bool = False
    firm: bool = False
    guess: bool = False
    near: tuple[RollCall, ...] = ()
    body: Body | None = None
    days: tuple[DayRange, ...] = ()
    series: tuple[RollCall, ...] = ()
    rivals: tuple[RollCall, ...] = ()
    undated: bool = False

    @property
    def firm_of_council(self) -> bool:
        """Whether it is a vote of the Security Council, or none of another body that the store holds."""
        return all(r.body is Body.SC for r in self.calls)


@dataclass
class Scene:
    """Where the text stands: what it spoke of last, and of which vote each number was.

    `aside`: a vote told of in passing since.
    `said_year`: the last year written out, where the text does not say of which day it is itself.
    """

    body: Body | None = None
    days: tuple[DayRange, ...] = ()
    names: tuple[VoteName, ...] = ()
    terms: tuple[Term, ...] = ()
    about: tuple[Term, ...] = ()
    referent: Referent | None = None
    told: list[Referent] = field(default_factory=list)
    year: int | None = None
    said_year: int | None = None
    aside: Referent | None = None
    foreign: bool = False
    default_body: Body | None = None
    numbers: dict[int, Referent] = field(default_factory=dict)

    @property
    def is_firm(self) -> bool:
        """Whether the vote spoken of last is one that the text has named."""
        return self.referent is not None and self.referent.firm

    @property
    def likely_year(self) -> int | None:
        """That of a day without one: of the vote spoken of, else the last that the text named."""
        return self.year if self.is_firm or self.said_year is None else self.said_year
