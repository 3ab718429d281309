"""Does what the question asserts hold: a verdict, and the recorded fact beside it."""

from __future__ import annotations

from bot.answer import Answer, MemberVote, Status
from bot.lookup import wording
from bot.lookup.members_asked import asked_on, codes_on, group_on, votes_of, whole_roll, with_predecessors
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.series import series_of
from bot.question import Asserted, Assertion, Intent, Question, TallyMention
from store.facts import CAST, Mode, Outcome, Position, RollCall


def verify(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The verdict on one roll call, or on several when it is the same for all; None where they differ (a choice for the reader)."""
    verdicts = [_verdict(question, call, record) for call in selection.roll_calls[:6]]
    known = {v for v, _, _ in verdicts}
    if len(known) > 1:
        return None
    verdict = known.pop()
    votes = tuple(v for _, _, here in verdicts for v in here)
    word = {True: "Yes.", False: "No.", None: "The record cannot tell."}[verdict]
    lead = f"{word} " + " ".join(dict.fromkeys(sentence for _, sentence, _ in verdicts))
    members = tuple(dict.fromkeys(c for call in selection.roll_calls for c in asked_on(question, call, record)))
    return Answer(Status.ANSWERED, Intent.VERIFY, lead, selection.roll_calls, votes, members, verdict=verdict)


def _verdict(question: Question, call: RollCall, record: Record) -> tuple[bool | None, str, list[MemberVote]]:
    """(whether every part holds, the recorded facts, the votes that they rest on); None where the record cannot tell."""
    assertion = question.assertion or Assertion()
    votes = _asserted_votes(question, assertion, call, record)
    checks: list[bool | None] = [_tally_holds(tally, call) for tally in question.tallies]
    if assertion.outcome is not None:
        checks.append(call.outcome.value == assertion.outcome)
    if assertion.unanimous:
        checks.append(_unanimous(call))
    says = [wording.vote_line(call)] if checks else []
    for part, here in votes:
        checks.append(_part_holds(part, here, assertion, call, record))
        says.append(wording.one_position(here[0]) if len(here) == 1 else wording.several_positions(call, here))
    if assertion.only and assertion.position is not None:
        says.append(
            wording.who_did(
                call, assertion.position, [v.name for v in whole_roll(call, record) if v.position is assertion.position], None
            )
        )
    if (
        not votes
        and assertion.position is not None
        and not question.tallies
        and (assertion.everyone or assertion.nobody or not checks)
    ):
        checks.append(_everybody_holds(assertion, call, record))
        says.append(wording.vote_line(call))
    if assertion.first_time and assertion.position is not None:
        codes = tuple(v.member for _, here in votes for v in here) or asked_on(question, call, record)
        earlier = _earlier(assertion.position, codes, call, record)
        checks.append(not earlier if codes else None)
        says.append(_first_time(earlier))
    if not says:
        says.append(wording.vote_line(call))
    shown = [v for _, here in votes for v in with_predecessors(question, call, here, record)]
    return _all_hold(checks), " ".join(dict.fromkeys(says)), list(dict.fromkeys(shown)) or whole_roll(call, record)


def _all_hold(checks: list[bool | None]) -> bool | None:
    """False as soon as one part fails; None where none fails and one cannot be told, or where nothing was asserted."""
    if any(c is False for c in checks):
        return False
    return None if not checks or None in checks else True


def _asserted_votes(
    question: Question, assertion: Assertion, call: RollCall, record: Record
) -> list[tuple[Asserted, list[MemberVote]]]:
    """For every part of the assertion, the votes of the states that it is about."""
    named = {c for part in assertion.parts for m in part.members for c in m.codes}
    parts = []
    for part in assertion.parts or _carried_part(question, assertion):
        codes = [codes_on(m, call.date, record) for m in part.members]
        for group in part.groups:
            codes.extend(c for c in group_on(group, call, record) if not (part.rest or group.key == "council") or c not in named)
        parts.append((part, votes_of(dict.fromkeys(codes), call, record)))
    return [(part, here) for part, here in parts if here]


def _carried_part(question: Question, assertion: Assertion) -> tuple[Asserted, ...]:
    """The states of the thread, where the question itself names none ("was that the first time they voted no?")."""
    if not (question.members or question.groups):
        return ()
    return (Asserted(question.members, question.groups, assertion.position),)


def _part_holds(part: Asserted, votes: list[MemberVote], assertion: Assertion, call: RollCall, record: Record) -> bool | None:
    if any(v.position is Position.UNKNOWN for v in votes):
        return None
    if part.veto:
        return all(v.veto is not part.negated for v in votes)
    if part.position is None:
        return len({v.position for v in votes}) == 1 and votes[0].position in CAST
    holds = [(v.position is part.position) is not part.negated for v in votes]
    if not all(holds):
        return False
    if assertion.only and part.position is assertion.position and not part.negated:
        named = {v.member for v in votes}
        return not any(v.position is part.position and v.member not in named for v in whole_roll(call, record))
    return True


def _tally_holds(tally: TallyMention, call: RollCall) -> bool | None:
    pairs = ((tally.yes, call.tally.yes), (tally.no, call.tally.no), (tally.abstain, call.tally.abstain))
    given = [(said, stated) for said, stated in pairs if said is not None]
    if any(stated is None for _, stated in given):
        return None
    return all(said == stated for said, stated in given)


def _unanimous(call: RollCall) -> bool | None:
    """Adopted with every vote in favour: no vote against and no abstention, as the Council's own usage is."""
    if call.mode is not Mode.RECORDED or call.tally.no is None or call.tally.abstain is None:
        return True if call.mode is Mode.WITHOUT_VOTE and call.outcome is Outcome.ADOPTED else None
    return call.tally.no == 0 and call.tally.abstain == 0 and not call.tally.non_voting


def _everybody_holds(assertion: Assertion, call: RollCall, record: Record) -> bool | None:
    """ "Nobody voted against", "everybody voted for", without a state named."""
    roll = whole_roll(call, record)
    if not roll or any(v.position is Position.UNKNOWN for v in roll):
        return None
    took = [v for v in roll if v.position is assertion.position]
    if assertion.nobody:
        return not took
    if assertion.everyone:
        return len(took) == len(roll)
    return bool(took)


def _earlier(position: Position, codes: tuple[str, ...], call: RollCall, record: Record) -> list[RollCall]:
    """Votes of the same series before this one in which one of the states took that position, oldest first."""
    series = [r for r in series_of(call, record) if r.date < call.date]
    cast = record.votes(series, codes)
    return sorted((r for r in series if any(p is position for p in cast.get(r.id, {}).values())), key=lambda r: r.date)


def _first_time(earlier: list[RollCall]) -> str:
    if earlier:
        return f"It did so before, first in {earlier[0].symbol} of {wording.day(earlier[0].date)}."
    return "No earlier vote of the series in the store has that position."
