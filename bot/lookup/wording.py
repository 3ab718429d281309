"""Every sentence that the bot can say, in one place. No lookups here: facts come in, words go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.answer import MemberVote, Reason
from store.facts import Body, Kind, Mode, Outcome, Position, RollCall, Tally

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BODIES = {
    Body.GA: "General Assembly",
    Body.SC: "Security Council",
    Body.HRC: "Human Rights Council",
    Body.CHR: "Commission on Human Rights",
}
POSITIONS = {
    Position.YES: "yes",
    Position.NO: "no",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "non-voting",
    Position.NOT_MEMBER: "no seat",
    Position.UNKNOWN: "not recorded",
}
DID = {
    Position.YES: "voted yes",
    Position.NO: "voted no",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "cast no vote (recorded as non-voting)",
    Position.NOT_MEMBER: "had no seat",
    Position.UNKNOWN: "has no position on record",
}
_DID_MANY = {**DID, Position.UNKNOWN: "have no position on record"}
KINDS = {
    Kind.RESOLUTION: "resolution",
    Kind.DECISION: "decision",
    Kind.DRAFT: "draft",
    Kind.AMENDMENT: "amendment",
    Kind.PARAGRAPH: "paragraph vote",
    Kind.MOTION: "motion",
}
PERMANENT = {
    "CHN": "China",
    "FRA": "France",
    "GBR": "the United Kingdom",
    "RUS": "the Russian Federation",
    "SUN": "the Soviet Union",
    "USA": "the United States",
}
OUTCOMES = {Outcome.ADOPTED: "adopted", Outcome.REJECTED: "not adopted", Outcome.VETOED: "vetoed"}
_LONGEST_TITLE = 120
NON_VOTING_NOTE = "“Non-voting” means on the roll without casting a vote; the record does not say whether the delegation was absent. It is not an abstention."
STARTER_NOTE = (
    "This rests on the small starter record that comes with VoteDesk. For the full record download the official voting files from the UN Digital "
    "Library and run: votedesk import FILE..."
)
SELECTION_ONLY = (
    "The small starter record that comes with VoteDesk is a selection, so nothing is counted, compared over time or ranked from it. For the full "
    "record download the official voting files from the UN Digital Library and run: votedesk import FILE..."
)


NOT_IN_OFFICIAL_FILES = "Drafts that were not adopted, amendments and motions are not in the official voting files; this one is from VoteDesk's starter record, after the sources named."


def day(date: dt.date) -> str:
    """ "24 February 2025"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def title(text: str) -> str:
    """A title short enough for a sentence, in quotation marks."""
    if len(text) <= _LONGEST_TITLE:
        return f"“{text}”"
    return f"“{text[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;')} …”"


def described(roll_call: RollCall) -> str:
    """ "“The path to peace” (A/RES/ES-11/8, General Assembly, 24 February 2025)"."""
    return f"{title(roll_call.title)} ({roll_call.symbol}, {BODIES[roll_call.body]}, {day(roll_call.date)})"


def score(tally: Tally) -> str:
    """ "93-18-65" (for, against, abstaining); a question mark where no source states the number."""
    return "-".join("?" if n is None else str(n) for n in (tally.yes, tally.no, tally.abstain))


def counts(tally: Tally) -> str:
    """ "93 in favour, 18 against, 65 abstaining, 17 not voting"."""
    parts = ((tally.yes, "in favour"), (tally.no, "against"), (tally.abstain, "abstaining"), (tally.non_voting, "not voting"))
    return ", ".join(
        f"{'an unknown number' if n is None else n} {word}" for n, word in parts if not (n is None and word == "not voting")
    )


def result(roll_call: RollCall) -> str:
    """ "adopted 93-18-65", "adopted without a vote", "vetoed, 13-1-1"."""
    if roll_call.mode is Mode.WITHOUT_VOTE:
        return f"{OUTCOMES[roll_call.outcome]} without a vote"
    if roll_call.tally.yes is None:
        return f"{OUTCOMES[roll_call.outcome]} by a vote that was not recorded"
    return f"{OUTCOMES[roll_call.outcome]} {score(roll_call.tally)}"


def listing(names: Sequence[str], most: int = 40) -> str:
    """ "A, B and C"; past `most`, how many more."""
    if len(names) > most:
        return ", ".join(names[:most]) + f" and {len(names) - most} more"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else "none"


def did(votes: Sequence[MemberVote]) -> str:
    """What several members did in one roll call, alike ones together: "Norway voted yes; Denmark and Sweden abstained"."""
    together: dict[Position, list[str]] = {}
    for vote in votes:
        together.setdefault(vote.position, []).append(vote.name)
    parts = []
    for position, names in together.items():
        phrase = _DID_MANY[position] if len(names) > 1 else DID[position]
        vetoed = " (a veto)" if any(v.veto and v.position is position for v in votes) else ""
        parts.append(f"{listing(names)} {phrase}{vetoed}")
    return "; ".join(parts)


def one_position(vote: MemberVote) -> str:
    """The answer to "how did X vote on Y"."""
    roll_call = vote.roll_call
    if vote.position is Position.NOT_MEMBER:
        return f"{vote.name} had no seat in the {BODIES[roll_call.body]} on {day(roll_call.date)}, so it has no vote on {described(roll_call)}."
    if vote.position is Position.UNKNOWN and roll_call.mode is Mode.WITHOUT_VOTE:
        return f"{described(roll_call)} was adopted without a vote: no positions were recorded, {vote.name}'s included."
    if vote.position is Position.UNKNOWN and roll_call.mode is Mode.NON_RECORDED:
        return (
            f"{described(roll_call)} was adopted by a vote that was not recorded by name, so {vote.name}'s position is not known."
        )
    if vote.position is Position.UNKNOWN:
        return f"No source at hand states how {vote.name} voted on {described(roll_call)}."
    veto = ", which was a veto," if vote.veto else ""
    return f"{vote.name} {DID[vote.position]}{veto} on {described(roll_call)}: {result(roll_call)}."


def several_positions(roll_call: RollCall, votes: Sequence[MemberVote]) -> str:
    """The answer to "how did X, Y and Z vote on W"."""
    return f"On {described(roll_call)}, {result(roll_call)}: {did(votes)}."


def vote_line(roll_call: RollCall) -> str:
    """The whole outcome in a sentence."""
    if roll_call.mode is Mode.WITHOUT_VOTE:
        return f"{described(roll_call)} was {OUTCOMES[roll_call.outcome]} without a vote: no positions were recorded."
    if roll_call.mode is Mode.NON_RECORDED:
        return f"{described(roll_call)} was {OUTCOMES[roll_call.outcome]} by a vote that was not recorded by name."
    by = f" by {listing([PERMANENT.get(c, c) for c in roll_call.vetoed_by])}" if roll_call.vetoed_by else ""
    return f"{described(roll_call)} was {OUTCOMES[roll_call.outcome]}{by}: {counts(roll_call.tally)}."


def who_did(roll_call: RollCall, position: Position, names: Sequence[str], whole_count: int | None) -> str:
    """The answer to "who voted against ..."."""
    verb = {
        Position.YES: ("voted in favour of", "Nobody"),
        Position.NO: ("voted against", "Nobody"),
        Position.ABSTAIN: ("abstained on", "Nobody"),
        Position.NON_VOTING: ("cast no vote on", "Every member on the roll cast a vote:"),
    }[position]
    if not names and whole_count:
        return f"{whole_count} {verb[0]} {described(roll_call)}; no source at hand names them."
    if not names:
        return f"Nobody {verb[0]} {described(roll_call)}: {result(roll_call)}."
    return f"{len(names)} {verb[0]} {described(roll_call)}, {result(roll_call)}: {listing(names, 60)}."


def those_who(roll_call: RollCall, votes: Sequence[MemberVote], did_what: str) -> str:
    """The answer to "which EU states didn't back it", "who broke ranks"."""
    if not votes:
        return f"None {did_what} {described(roll_call)}, {result(roll_call)}."
    return f"{len(votes)} {did_what} {described(roll_call)}, {result(roll_call)}: {did(votes)}."


def parts_voted(roll_call: RollCall, count: int) -> str:
    """Amendments and motions beside the text itself."""
    votes = "one amendment or motion was" if count == 1 else f"{count} amendments and motions were"
    return f"On the same day {votes} voted on beside {roll_call.symbol}; ask “amendments to {roll_call.symbol}” to see them."


REASONS = {
    "committee": "That was a committee's vote. VoteDesk's record holds votes of the General Assembly's plenary and of the Security Council, not of its committees; the committee's own figures are in its report.",
    "secret_ballot": "Elections at the United Nations are held by secret ballot: no record says how a member voted.",
    "court": "Judges' votes are not votes of member states; VoteDesk's record holds votes of the General Assembly and the Security Council.",
    "ecosoc": "Votes of the Economic and Social Council (ECOSOC) are not in VoteDesk's record, which holds the General Assembly and the Security Council.",
    "league": "The League of Nations is not in VoteDesk's record, which begins with the United Nations in 1946.",
    "unesco": "Votes of that organization are not in VoteDesk's record, which holds the General Assembly and the Security Council of the United Nations.",
    "parliament": "That is not a vote of the United Nations; VoteDesk's record holds the General Assembly and the Security Council.",
    "eu_council": "That is not a vote of the United Nations; VoteDesk's record holds the General Assembly and the Security Council.",
}
NOT_THEIRS = {
    "observer": "{name} is an observer at the United Nations and not a member: it cannot vote in the General Assembly or the Security Council, so there is no vote of its own.",
    "not_a_member": "{name} is not a member of the United Nations and casts no vote there.",
    "part_of_member": "{name} is not a member of the United Nations; it has no vote of its own.",
    "unknown": "{name} is not a member of the United Nations.",
}
VETOES_INCOMPLETE = (
    "That is a selection, not a count: the official voting files hold adopted texts only, so the store does not know every veto. "
    "The full list is on the UN Peace & Security Data Hub (psdata.un.org)."
)
EMPTY_QUESTION = "Ask about a vote at the United Nations, for example: how did Hungary vote on ES-11/7?"
REASONS_NOT_RECORDED = "The record holds how members voted, not why. Explanations of vote are in the meeting record."


def reach(bounds: dict[Body, tuple[dt.date, dt.date]]) -> str:
    """How far the store goes: "General Assembly 26 January 1946 to 18 December 2025; ..."."""
    return "; ".join(f"{BODIES[b]} {day(first)} to {day(last)}" for b, (first, last) in bounds.items())


def nothing_near(words: Iterable[str], held: str) -> str:
    """No roll call fits the topic."""
    said = ", ".join(f"“{w}”" for w in words)
    about = f" on {said}" if said else ""
    return f"No recorded vote{about} was found. The store holds: {held}."


def no_such_symbol(symbols: Iterable[str], held: str) -> str:
    """A symbol that the store does not hold."""
    return f"{listing(list(symbols))} is not in the store. It may have been adopted without a vote, be later than the data, or not exist. The store holds recorded votes: {held}."


def no_such_date(words: Sequence[str]) -> str:
    """A date that no calendar has."""
    return f"{listing([f'“{w}”' for w in words])} is not a date. Check it and ask again."


def later_than_data(body: Body, until: dt.date) -> str:
    """The question asks for later than the data reach."""
    return f"The record reaches to {day(until)} for the {BODIES[body]}; what you ask about is later than that. A newer file from the UN Digital Library would bring it."


def not_then(words: str, times: str, near: Sequence[RollCall]) -> str:
    """The topic is in the record, at other times."""
    nearest = f" The nearest: {'; '.join(f'{r.symbol} of {day(r.date)}' for r in near[:3])}." if near else ""
    return f"No recorded vote{words} was found for {times}.{nearest}"


def not_answering(reason: Reason, name: str) -> str:
    """A member that could not vote."""
    return f"{name} had no vote ({reason.value.replace('_', ' ')})."
