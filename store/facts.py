"""What leaves the store: roll calls, votes, tallies, and where each was stated. Frozen values, no wording.

The terms are the United Nations' own; docs/glossary.md defines each and names the field in every source.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Body(StrEnum):
    """Who decided. CHR is the Commission on Human Rights (1946-2006), which the HRC replaced."""

    GA = "GA"
    SC = "SC"
    HRC = "HRC"
    CHR = "CHR"


class Position(StrEnum):
    """What a member state did in one roll call.

    `NON_VOTING`: on the roll, cast no vote; the source does not know whether it was absent.
    `NOT_MEMBER`: had no seat in that body on that day. `UNKNOWN`: no source at hand states it.
    """

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NON_VOTING = "non_voting"
    NOT_MEMBER = "not_member"
    UNKNOWN = "unknown"


CAST = frozenset({Position.YES, Position.NO, Position.ABSTAIN})
"""Positions that count as a vote cast: agreement is measured over these only."""


class Kind(StrEnum):
    """What was put to the vote."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    AMENDMENT = "amendment"
    PARAGRAPH = "paragraph"
    MOTION = "motion"


class Outcome(StrEnum):
    """What became of it. `VETOED`: it had the votes, and a permanent member's no sank it."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    VETOED = "vetoed"


class Mode(StrEnum):
    """How it was decided: by roll call, by a vote of which only the result was kept, or without any vote."""

    RECORDED = "recorded"
    NON_RECORDED = "non-recorded"
    WITHOUT_VOTE = "without_vote"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts as the source states them; None where no source states one."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    non_voting: int | None = None


def dashed(*counts: int | None) -> str:
    """ "93-18-65"; a question mark where no source states the number."""
    return "-".join("?" if n is None else str(n) for n in counts)


class RemarkKind(StrEnum):
    """Why a roll call carries a caution; `bot.lookup.notes` words it."""

    TOTALS_DISAGREE = "totals_disagree"  # detail: "stated 48-5-6, counted 48-5-7"
    SOURCES_DISAGREE = "sources_disagree"  # detail: "date: undl_ga 1980-01-01, starter 1980-01-02"
    SOURCE_NOTE = "source_note"  # detail: the source's own remark, verbatim
    ROLL_INCOMPLETE = "roll_incomplete"  # detail: how many positions no source states
    DESK_NOTE = "desk_note"  # detail: a JSON list: the desk's text, its source's address, the day it was noted


@dataclass(frozen=True, slots=True)
class Remark:
    """A caution that belongs to a roll call, as data."""

    kind: RemarkKind
    detail: str
    dataset: str


class ApartBy(StrEnum):
    """What tells a roll call from others of its body with the same symbol."""

    TITLE = "title"  # the words of the title that the others have not
    DRAFT = "draft"
    DAY = "day"
    RECORD = "record"  # the number of its page
    PLACE = "place"  # "2/3": nothing else does


@dataclass(frozen=True, slots=True)
class Apart:
    """`by`, and the words, symbol, day (ISO 8601), number or place that is this one's alone."""

    by: ApartBy
    text: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """One decision put to a body.

    `symbol` is exactly as the source writes it (of a text never adopted, the draft's); `key` is its normal form, equal for
    every spelling (see `store.symbols.symbol_key`). `session` is "79", "S-4" or "ES-11". `subjects` are the library's
    headings. `vetoed_by` holds codes of permanent members. `dataset` names the source that the facts come from. `apart` is
    there where the catalogue has others of this body with the symbol.
    """

    id: int
    key: str
    symbol: str
    draft: str | None
    body: Body
    date: dt.date
    title: str
    kind: Kind
    outcome: Outcome
    mode: Mode
    tally: Tally
    url: str | None
    dataset: str
    session: str | None = None
    meeting: str | None = None
    agenda: str | None = None
    subjects: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    parent: str | None = None
    vetoed_by: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    apart: Apart | None = None

    def __hash__(self) -> int:
        """By the number alone: of one store no two have the same, and lists of hundreds are made free of doubles."""
        return hash(self.id)


PARTS = frozenset({Kind.AMENDMENT, Kind.PARAGRAPH, Kind.MOTION})
"""Kinds that are votes on a part of a text, or on how to go on."""


OUTSIDE_THE_RECORD = frozenset({"voeten", "desk"})
"""Datasets whose roll calls are shown only where they are asked for: the official record does not have them."""


def is_plain(roll_call: RollCall) -> bool:
    """Whether a whole text was put to the vote, and not a part of one, as an official record has it."""
    return roll_call.kind not in PARTS and roll_call.dataset not in OUTSIDE_THE_RECORD


@dataclass(frozen=True, slots=True)
class Vote:
    """One member state's position in one roll call. `veto`: its no sank a Council draft."""

    roll_call_id: int
    member: str
    position: Position
    veto: bool = False


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """A member state's name from `first` to `last`, both inclusive; None: since admission, until today."""

    name: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class MemberState:
    """A member of the United Nations, present or former, under its code (ISO 3166-1 alpha-3 or the library's).

    `admitted` and `ended` are the first and the last day of membership, inclusive; `ended` is None for present members.
    `short` is the name for running text ("Czechia", "North Korea"); `names` are official short names over time, oldest first.
    """

    code: str
    short: str
    admitted: dt.date
    ended: dt.date | None
    names: tuple[NamePeriod, ...]
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    gaps: tuple[tuple[dt.date, dt.date], ...] = ()

    def was_member(self, day: dt.date) -> bool:
        """Whether the state was a member of the United Nations on that day (Syria was not, 1958-1961)."""
        if day < self.admitted or (self.ended is not None and day > self.ended):
            return False
        return not any(first <= day <= last for first, last in self.gaps)

    def name_on(self, day: dt.date) -> str:
        """The name borne on that day; outside membership, the nearest."""
        for period in self.names:
            if (period.first is None or period.first <= day) and (period.last is None or day <= period.last):
                return period.name
        return self.names[0].name if self.names and day < self.admitted else self.names[-1].name


@dataclass(frozen=True, slots=True)
class GroupSpan:
    """A member of a group from `first` to `last`, both inclusive; None: open."""

    code: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of states with dated membership, and the source of its list."""

    key: str
    name: str
    names: tuple[str, ...]
    spans: tuple[GroupSpan, ...]
    source: str
    note: str | None = None

    def members_on(self, day: dt.date) -> tuple[str, ...]:
        """Codes of the members on that day, in the order of the list."""
        return tuple(s.code for s in self.spans if (s.first is None or s.first <= day) and (s.last is None or day <= s.last))


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file that was imported: its name, checksum (SHA-256, hex), and when."""

    name: str
    checksum: str
    imported_at: dt.datetime
    rows: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one dataset contributes to one body: `roll_calls` and `votes` are those whose facts rest on it."""

    dataset: str
    title: str
    citation: str
    url: str
    body: Body
    first: dt.date
    until: dt.date
    roll_calls: int
    votes: int
    files: tuple[ImportedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class NamesCoverage:
    """What a file of member states' names contributes: `names` of `states`; `until`: the newest day on which a name begins."""

    dataset: str
    title: str
    citation: str
    url: str
    names: int
    states: int
    until: dt.date
    file: ImportedFile
