"""What can go wrong in the store. Each error's text is one sentence that names the thing and says what to do.

StoreError
    SourceError     a file that is not what it seems, with file, line, column and value
"""

from __future__ import annotations

LONGEST_VALUE = 60


class StoreError(Exception):
    """The store, or a file for it, cannot be used as asked; `str` is a sentence for the reader."""


class SourceError(StoreError):
    """A source file says something that cannot be. `line` counts from 1 with the header; `remedy` is what to do.

    >>> print(SourceError("this is no vote (Y, N, A or X)", file="ga.csv", line=17, column="ms_vote", value="Q"))
    ga.csv, line 17, column "ms_vote", value "Q": this is no vote (Y, N, A or X).
    """

    def __init__(
        self,
        problem: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.remedy = remedy

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line is not None:
            place.append(f"line {self.line:,}")
        if self.column is not None:
            place.append(f'column "{self.column}"')
        if self.value is not None:
            place.append(f'value "{_shortened(self.value)}"')
        sentence = f"{', '.join(place)}: {self.problem}" if place else self.problem
        return f"{sentence}; {self.remedy}." if self.remedy else f"{sentence}."


def _shortened(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"
