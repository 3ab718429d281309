"""What one expression of time means (`Time`), and the tokens from which it is made (`Reading`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.date_tokens import Token
from bot.understand.periods import Span, full_year, month_span


@dataclass(frozen=True, slots=True)
class Time:
    """Days that one expression means. `yearless`: no year was given, and `span` is the latest that fits.

    `other`: the second reading of an ambiguous date. `kind` is the precision of `bot.question.DayRange`.
    """

    span: Span
    kind: str
    yearless: bool = False
    relative: bool = False
    other: Span | None = None

    def in_year(self, year: int) -> Time:
        """The same month or day in another year. ValueError where that year has no such day."""
        first, last = self.span
        if self.kind == "day":
            day = first.replace(year=year)
            return Time((day, day), "day")
        whole = first.day == 1 and last == month_span(last.year, last.month)[1]
        last_year = year + last.year - first.year
        end = month_span(last_year, last.month)[1] if whole else last.replace(year=last_year)
        return Time((first.replace(year=year), end), self.kind)


class Reading:
    """One match of a shape: the tokens under the names of its groups, and the day of asking."""

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], today: dt.date) -> None:
        self._match = match
        self.tokens = tokens
        self.today = today
        self.end = match.end()

    def token(self, group: str) -> Token | None:
        """The token of a group, or None where the group is not there."""
        at = self._match.start(group) if group in self._match.re.groupindex else -1
        return self.tokens[at] if at >= 0 else None

    def value(self, group: str) -> int:
        """The number of a group's token."""
        token = self.token(group)
        return token.value if token else 0

    def all_tokens(self, group: str, letters: str) -> list[Token]:
        """The tokens within a group that have one of these letters."""
        return [t for t in self.tokens[self._match.start(group) : self._match.end(group)] if t.letter in letters]

    def year(self, group: str = "y") -> int | None:
        """The four-digit year of a group; None where it is not there. ValueError for two digits that mean none."""
        token = self.token(group)
        if token is None:
            return None
        if token.letter == "y":
            return token.value
        year = full_year(token.value, self.today)
        if year is None:
            raise ValueError(token.word)
        return year

    def following(self) -> Token | None:
        """The token after the match."""
        return self.tokens[self.end] if self.end < len(self.tokens) else None

    def before(self) -> Token | None:
        """The token before the match."""
        start = self._match.start()
        return self.tokens[start - 1] if start else None

    def first_token(self) -> Token:
        """The token with which the match begins."""
        return self.tokens[self._match.start()]
