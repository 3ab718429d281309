"""Does what the question asserts hold: a verdict, and the recorded fact beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer, MemberVote, Status
from bot.lookup.assertions import count_holds, everybody_holds, part_holds, tally_holds, unanimous
from bot.lookup.claims import claim_holds, how_many_did, result_holds
from bot.lookup.member_votes import votes_of, whole_roll, with_predecessors
from bot.lookup.members_asked import asked_on, code_on, group_on
from bot.lookup.no_veto import is_absence_unsure
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.series import series_of
from bot.lookup.verify_change import verdict_on_change
from bot.lookup.wording import findings
from bot.question import Asserted, Assertion, Claim, Intent, Quantity, Question, ResultClaim
from store.facts import Outcome, Position, RollCall

_MOST_READ_OUT = 6
_OF_BOTH_TEXTS = re.compile(
    r"\b(?:both|the two|each of the)(?: of the)? (?:[\w'/-]+ ){0,3}(?:resolutions|texts|votes|drafts)\b"
    r"|\b(?:on|to|against) both\b(?= *(?:$|[?.!,]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Check:
    """Whether one thing asserted holds (None: the record cannot tell), and the fact that shows it."""

    holds: bool | None
    fact: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Whether every part holds of one roll call, the recorded facts, and the votes that they rest on. `judged`: why nobody but
    the reader can tell."""

    holds: bool | None
    facts: tuple[str, ...]
    votes: tuple[MemberVote, ...]
    judged: str = ""


_PartVotes = Sequence[tuple[Asserted, list[MemberVote]]]


def verify(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The verdict on one roll call, or on several when it is the same for all; None where they differ, and the reader picks."""
    if question.moved is not None:
        return verdict_on_change(question, question.moved, selection, record)
    if len(selection.roll_calls) > 1 and _is_of_unanimity(question) and not (question.days or question.symbols or question.same):
        return None  # what was adopted without a vote is not among them
    verdicts = [_verdict(question, call, record) for call in selection.roll_calls[:_MOST_READ_OUT]]
    of_all = _is_of_all_these(question)
    if of_all or (_is_of_several_times(question) and _each_time_has_one(question, selection)):
        # Of one text alone that was found, nothing can be said of both.
        holds = _all_hold([v.holds for v in verdicts]) if len(verdicts) > 1 or not of_all else None
    elif len({v.holds for v in verdicts}) != 1:
        return None
    else:
        holds = verdicts[0].holds
    unread = question.assertion.unread if question.assertion is not None else ()
    votes = tuple(v for verdict in verdicts for v in verdict.votes)
    if unread or (holds is not None and is_absence_unsure(question, selection.roll_calls, votes, record)):
        holds = None
    if holds is not None and question.assertion is not None and question.assertion.contrary:
        holds = not holds
    told = findings.not_taken_in(unread) if unread else findings.verdict(holds)
    if holds is None and not unread and len(verdicts) == 1:
        told = verdicts[0].judged or told
    facts = dict.fromkeys(" ".join(v.facts) for v in verdicts)
    return Answer(
        Status.ANSWERED,
        Intent.VERIFY,
        " ".join([told, *facts]),
        roll_calls=selection.roll_calls,
        votes=votes,
        members=tuple(dict.fromkeys(c for call in selection.roll_calls for c in asked_on(question, call, record))),
        verdict=holds,
    )


def _is_of_unanimity(question: Question) -> bool:
    said = question.assertion
    return said is not None and (said.unanimous or any(isinstance(c, ResultClaim) and c.unanimous for c in said.claims))


def _is_of_all_these(question: Question) -> bool:
    """Whether it is said of each of several texts: "voted no on both resolutions"."""
    return _OF_BOTH_TEXTS.search(question.text) is not None


def _is_of_several_times(question: Question) -> bool:
    """Whether something else is said of each time: "against it in 2018 and for it in 2019"."""
    return question.assertion is not None and any(part.days is not None for part in question.assertion.parts)


def _each_time_has_one(question: Question, selection: Selection) -> bool:
    times = {d for d in question.days if any(d.holds(r.date) for r in selection.roll_calls)}
    return len(times) == len(set(question.days)) == len(selection.roll_calls)


def _verdict(question: Question, call: RollCall, record: Record) -> _Verdict:
    assertion = question.assertion or Assertion()
    if assertion.claims:
        return _verdict_on_claims(question, assertion.claims, call, record)
    votes = _asserted_votes(question, assertion, call, record)
    of_others = assertion.only or assertion.besides or assertion.all_but or any(p.alone is not None for p in assertion.parts)
    roll = () if votes and not of_others else _roll(assertion, call, record)
    checks = _of_the_result(question, assertion, call)
    for part, here in votes:
        shown_here = with_predecessors(question, call, here, record)
        holds = part_holds(part, here, assertion, roll)
        if _was_done_before_it(part, here, shown_here):
            # "Russia voted against it in 1976": the Soviet Union did, and whether that counts is the reader's to say.
            holds = None
        if part.veto and (part.alone is not None or not any(v.veto for v in here)):
            checks.append(_Check(holds, findings.vote_line(call)))  # who did
        if not part.veto or any(v.position is not Position.UNKNOWN for v in here):
            checks.append(_Check(holds, findings.positions_on(call, shown_here)))
    facts = [check.fact for check in checks]
    if assertion.all_but:
        facts.append(findings.vote_line(call))
    if (assertion.only or assertion.besides) and assertion.position is not None:
        facts.append(_who_else(assertion, call, votes, roll, record))
    later = _of_everybody(question, assertion, call, roll) if not votes else []
    later.extend(_of_the_first_time(question, assertion, call, votes, record))
    facts.extend(check.fact for check in later)
    shown = dict.fromkeys(v for _, here in votes for v in with_predecessors(question, call, here, record))
    return _Verdict(
        _all_hold([check.holds for check in (*checks, *later)]),
        tuple(dict.fromkeys(facts)) or (findings.vote_line(call),),
        tuple(shown) or roll,
    )


def _verdict_on_claims(question: Question, claims: Sequence[Claim | ResultClaim], call: RollCall, record: Record) -> _Verdict:
    """Each claim checked by itself; the facts of each, in the order said."""
    whole = whole_roll(call, record)
    holds: list[bool | None] = []
    facts: list[str] = []
    judged = ""
    shown: dict[MemberVote, None] = {}
    for claim in claims:
        if isinstance(claim, ResultClaim):
            holds.append(result_holds(claim, call))
            facts.append(findings.vote_line(call))
            continue
        here, excepted = _votes_of_claim(claim, call, record)
        among = {code for group in claim.among for code in group_on(group, call, record)}
        roll = tuple(v for v in whole if not among or v.member in among)
        told = with_predecessors(question, call, [*here, *excepted], record)
        so = claim_holds(claim, here, excepted, roll, call)
        holds.append(None if _was_done_by_former(claim, here, told) else so)
        if so is None and claim.quantity is Quantity.NEARLY_ALL and (counted := how_many_did(claim, here, excepted, roll)):
            judged = findings.nearly_all(*counted)
        facts.extend(_facts_of(claim, told, roll, call, record))
        shown.update(dict.fromkeys(told or (roll if not (claim.members or claim.groups) else ())))
    return _Verdict(_all_hold(holds), tuple(dict.fromkeys(facts)), tuple(shown), judged)


def _votes_of_claim(claim: Claim, call: RollCall, record: Record) -> tuple[list[MemberVote], list[MemberVote]]:
    """Of those spoken of, and of those set aside."""
    codes = [code_on(m, call.date, record) for m in claim.members]
    apart = [code_on(m, call.date, record) for m in claim.excepted]
    for group in claim.groups:
        codes.extend(group_on(group, call, record))
        apart.extend(group.without)
    if claim.only or claim.quantity is not Quantity.ALL:
        # "EU except Hungary" behind "none", "most" or "only" is the smaller group.
        apart = [code_on(m, call.date, record) for m in claim.excepted]
    named = [c for c in dict.fromkeys(codes) if c not in apart]
    return votes_of(named, call, record), votes_of(dict.fromkeys(apart), call, record)


def _facts_of(claim: Claim, told: Sequence[MemberVote], roll: Sequence[MemberVote], call: RollCall, record: Record) -> list[str]:
    facts = [findings.positions_on(call, told)] if told else []
    if not told or claim.excepted:
        facts.append(findings.vote_line(call))
    if claim.only or (not told and claim.quantity is not Quantity.ALL and len(claim.taken) == 1):
        facts.append(_everybody_alike(claim, told, roll, call, record))
    return facts


def _everybody_alike(claim: Claim, told: Sequence[MemberVote], roll: Sequence[MemberVote], call: RollCall, record: Record) -> str:
    """Who else took the position, or that nobody did."""
    [position] = claim.taken if len(claim.taken) == 1 else (Position.UNKNOWN,)
    assertion = Assertion(position=position, among=claim.among)
    return _who_else(assertion, call, [(Asserted((), (), position), list(told))], roll, record)


def _was_done_by_former(claim: Claim, votes: Sequence[MemberVote], with_former: Sequence[MemberVote]) -> bool:
    """Whether a state had no seat yet, and one whose place it took did what is said."""
    if not any(v.position is Position.NOT_MEMBER for v in votes):
        return False
    former = [v for v in with_former if v not in votes]
    return any((v.position in claim.taken) is not claim.denied for v in former)


def _was_done_before_it(part: Asserted, votes: Sequence[MemberVote], with_former: Sequence[MemberVote]) -> bool:
    """Whether a state had no seat yet, and one whose place it took did what is said."""
    if part.position is None or not any(v.position is Position.NOT_MEMBER for v in votes):
        return False
    former = [v for v in with_former if v not in votes]
    return any((v.position is part.position) is not part.negated for v in former)


def _roll(assertion: Assertion, call: RollCall, record: Record) -> tuple[MemberVote, ...]:
    """Everybody's votes; of "the only EU state", those of the group."""
    among = {code for group in assertion.among for code in group_on(group, call, record)}
    return tuple(v for v in whole_roll(call, record) if not among or v.member in among)


def _who_else(assertion: Assertion, call: RollCall, votes: _PartVotes, roll: Sequence[MemberVote], record: Record) -> str:
    """Everybody who took the position, unless the votes above name them all."""
    position = assertion.position or Position.UNKNOWN
    alike = [v for v in roll if v.position is position]
    named = {v for _, here in votes for v in here}
    if alike and named.issuperset(alike) and not any(v.position is Position.UNKNOWN for v in roll):
        return findings.nobody_else([record.members.groups[g.key].name for g in assertion.among])
    unknown = any(v.position is Position.UNKNOWN for v in roll)
    return findings.who_did(call, position, [v.name for v in alike], unknown=unknown)


def _all_hold(checks: Sequence[bool | None]) -> bool | None:
    """False as soon as one part fails; None where none fails and one cannot be told, or where nothing was asserted."""
    if any(c is False for c in checks):
        return False
    return None if not checks or None in checks else True


def _of_the_result(question: Question, assertion: Assertion, call: RollCall) -> list[_Check]:
    """What is said of the tally, of the outcome, of unanimity."""
    holds = [tally_holds(tally, call) for tally in question.tallies]
    holds.extend(count_holds(count, call) for count in assertion.counts)
    if assertion.outcome is not None:
        # "No one vetoed it" says that it was not vetoed.
        denied = assertion.nobody and assertion.outcome == Outcome.VETOED
        holds.append((call.outcome.value == assertion.outcome) is not denied)
    if assertion.unanimous:
        holds.append(unanimous(call))
    return [_Check(each, findings.vote_line(call)) for each in holds]


def _of_everybody(question: Question, assertion: Assertion, call: RollCall, roll: Sequence[MemberVote]) -> list[_Check]:
    """ "Nobody voted against", "everybody voted for", where no state is named."""
    if assertion.position is None or question.tallies or assertion.counts:
        return []
    of_the_result = assertion.unanimous or assertion.outcome is not None
    if of_the_result and not (assertion.everyone or assertion.nobody):
        return []
    return [_Check(everybody_holds(assertion, roll), findings.vote_line(call))]


def _of_the_first_time(
    question: Question, assertion: Assertion, call: RollCall, votes: _PartVotes, record: Record
) -> list[_Check]:
    """ "For the first time": never before in that series."""
    if not assertion.first_time or assertion.position is None:
        return []
    codes = tuple(v.member for _, here in votes for v in here) or asked_on(question, call, record)
    earlier = _first_before(assertion.position, codes, call, record)
    return [_Check(earlier is None if codes else None, findings.earlier_in_series(earlier))]


def _first_before(position: Position, codes: tuple[str, ...], call: RollCall, record: Record) -> RollCall | None:
    """The oldest vote of the series before this one in which one of the states took that position."""
    series = [r for r in series_of(call, record) if r.date < call.date]
    cast = record.votes(series, codes)
    taken = [r for r in series if any(p is position for p in cast.get(r.id, {}).values())]
    return min(taken, key=lambda r: r.date, default=None)


def _asserted_votes(question: Question, assertion: Assertion, call: RollCall, record: Record) -> _PartVotes:
    """For every part of the assertion, the votes of the states that it is about."""
    named = {c for part in assertion.parts for m in part.members for c in m.codes}
    parts = []
    for part in assertion.parts or _carried_part(question, assertion):
        if part.days is not None and not part.days.holds(call.date):
            continue
        codes = [code_on(m, call.date, record) for m in part.members]
        for group in part.groups:
            others_only = part.rest or group.key == "council"
            codes.extend(c for c in group_on(group, call, record) if not others_only or c not in named)
        parts.append((part, votes_of(dict.fromkeys(codes), call, record)))
    return [(part, here) for part, here in parts if here]


def _carried_part(question: Question, assertion: Assertion) -> tuple[Asserted, ...]:
    """The states of the thread, where the question itself names none ("was that the first time they voted no?")."""
    if not (question.members or question.groups):
        return ()
    return (Asserted(question.members, question.groups, assertion.position),)
