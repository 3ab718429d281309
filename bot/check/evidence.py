"""What a stretch of a text says of which vote is meant: a frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from bot.check.matter import Matter
from bot.question import DayRange, MemberMention, SymbolMention, Term, VoteName
from store.facts import Body


@dataclass(frozen=True, slots=True)
class Evidence:
    """What says which vote is meant. `terms`: words that may be of its title; `shift`: days from the vote spoken of before.

    `perhaps`: a body spoken of without saying that it voted. `result`: how many are said to have voted yes, no, to have
    abstained, and not to have voted; `sponsor`: whose text it is said to be. `other`: another text than the one spoken of
    before; `passing`: spoken of in passing, `put_between`: by words put between; `names_text`: by what it is
    on ("the text on cluster munitions"); `up_to`: the year with which its time ends ("by 2019"); `had`: told as past by
    then; `back`: the vote spoken of before is taken up again ("this time"); `since_that`: the shift counts from what
    was told last, also in passing; `matters`: what it opens with, or stands under.
    `outside`: the kind of vote that no record here holds; `foreign`: that nobody takes for a vote of the United Nations.
    """

    body: Body | None = None
    perhaps: Body | None = None
    days: tuple[DayRange, ...] = ()
    shift: tuple[int, int] | None = None
    symbols: tuple[SymbolMention, ...] = ()
    names: tuple[VoteName, ...] = ()
    terms: tuple[Term, ...] = ()
    result: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    sponsor: MemberMention | None = None
    outside: str | None = None
    foreign: bool = False
    anchored: bool = False
    emergency: bool = False
    veto: bool = False
    draft: bool = False
    same_day: bool = False
    other: bool = False
    passing: bool = False
    put_between: bool = False
    names_text: bool = False
    up_to: int | None = None
    had: bool = False
    back: bool = False
    since_that: bool = False
    matters: tuple[Matter, ...] = ()

    @property
    def names_vote(self) -> bool:
        """Whether a vote is named by more than its day."""
        return bool(self.symbols or self.names)
