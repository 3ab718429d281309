"""What the record says to a question, before any layout. The result of `lookup`, the input of `layout`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.question import Intent
from store.facts import Body, Coverage, Position, RollCall


class Status(StrEnum):
    """As in docs/contract.md."""

    ANSWERED = "answered"
    CHOOSE = "choose"
    NOT_FOUND = "not_found"
    HELP = "help"


class Reason(StrEnum):
    """Why a question cannot be answered, or not as asked. `wording` has one sentence for each."""

    NOT_A_MEMBER_THEN = "not_a_member_then"
    NOT_ON_COUNCIL_THEN = "not_on_council_then"
    NO_VOTE_OF_ITS_OWN = "no_vote_of_its_own"
    SECRET_BALLOT = "secret_ballot"
    WITHOUT_VOTE = "without_vote"
    NOT_RECORDED_BY_NAME = "not_recorded_by_name"
    LATER_THAN_DATA = "later_than_data"
    COMMITTEE = "committee"
    NOT_IN_RECORD = "not_in_record"
    NOTHING_ASKED = "nothing_asked"
    NO_REASONS = "no_reasons"


@dataclass(frozen=True, slots=True)
class MemberVote:
    """One member state's position in one of the answer's roll calls; `name` as on that day."""

    roll_call: RollCall
    member: str
    name: str
    position: Position
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place of a ranking: a share from 0 to 1, or a count."""

    member: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of the question. Asking `question` gives it."""

    label: str
    question: str
    roll_call: RollCall | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Facts and the sentence that says them. `votes` follow the order of `roll_calls`, then of the members asked about.

    `listed`: the roll calls are a list to show (search), not the ground of a sentence. `value` is a count or a share.
    `body`: whose votes were counted, where no roll calls are listed.
    """

    status: Status
    intent: Intent
    lead: str
    roll_calls: tuple[RollCall, ...] = ()
    votes: tuple[MemberVote, ...] = ()
    members: tuple[str, ...] = ()
    verdict: bool | None = None
    value: float | None = None
    ranking: tuple[Ranked, ...] = ()
    ranking_unit: str = ""
    choices: tuple[Choice, ...] = ()
    assumptions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    reason: Reason | None = None
    listed: bool = False
    body: Body | None = None
