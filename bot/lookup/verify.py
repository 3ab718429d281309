"""Does what the question asserts hold: a verdict, and the recorded fact beside it."""

from __future__ import annotations

from bot.answer import Answer, MemberVote, Status
from bot.lookup import wording
from bot.lookup.members_asked import asked_on, votes_of, whole_roll, with_predecessors
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.series import in_one_series
from bot.question import Assertion, Intent, Question, TallyMention
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
    assertion = question.assertion or Assertion()
    codes = asked_on(question, call, record)
    votes = with_predecessors(question, call, votes_of(codes, call, record), record)
    checks: list[bool | None] = []
    says: list[str] = []
    for tally in question.tallies:
        checks.append(_tally_holds(tally, call))
        says.append(wording.vote_line(call))
    if assertion.outcome is not None:
        checks.append(call.outcome.value == assertion.outcome)
        says.append(wording.vote_line(call))
    if assertion.unanimous:
        checks.append(_unanimous(call))
        says.append(wording.vote_line(call))
    if codes:
        asked = [v for v in votes if v.member in codes]
        checks.append(_positions_hold(assertion, asked, call, record))
        says.append(wording.one_position(asked[0]) if len(asked) == 1 else wording.several_positions(call, asked))
        if assertion.only and assertion.position is not None:
            names = [v.name for v in whole_roll(call, record) if v.position is assertion.position]
            says.append(wording.who_did(call, assertion.position, names, None))
    elif assertion.position is not None and not question.tallies:
        checks.append(_everybody_holds(assertion, call, record))
        says.append(wording.vote_line(call))
    if assertion.first_time and codes:
        checks.append(_first_time(assertion, codes, call, record))
        says.append(_first_time_sentence(assertion, codes, call, record))
    verdict = None if not checks or any(c is None for c in checks) and not any(c is False for c in checks) else all(c is not False for c in checks)
    if not says:
        says.append(wording.vote_line(call))
    return verdict, " ".join(dict.fromkeys(says)), votes or whole_roll(call, record)


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


def _positions_hold(assertion: Assertion, votes: list[MemberVote], call: RollCall, record: Record) -> bool | None:
    if any(v.position is Position.UNKNOWN for v in votes):
        return None
    if assertion.with_members and assertion.position is None:
        return len({v.position for v in votes}) == 1 and votes[0].position in CAST
    if assertion.position is None:
        return all(v.position in CAST for v in votes)
    hold = all((v.position is assertion.position) is not assertion.negated for v in votes)
    if hold and assertion.only:
        others = [v for v in whole_roll(call, record) if v.position is assertion.position and v.member not in {w.member for w in votes}]
        return not others
    return hold


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


def _first_time(assertion: Assertion, codes: tuple[str, ...], call: RollCall, record: Record) -> bool | None:
    """Whether no earlier vote of the series has that position."""
    if assertion.position is None:
        return None
    return not _earlier(assertion.position, codes, call, record)


def _earlier(position: Position, codes: tuple[str, ...], call: RollCall, record: Record) -> list[RollCall]:
    series = [r for r in record.catalogue.by_id.values() if r.date < call.date and in_one_series(call, r)]
    cast = record.votes(series, codes)
    return sorted((r for r in series if any(p is position for p in cast.get(r.id, {}).values())), key=lambda r: r.date)


def _first_time_sentence(assertion: Assertion, codes: tuple[str, ...], call: RollCall, record: Record) -> str:
    if assertion.position is None:
        return ""
    earlier = _earlier(assertion.position, codes, call, record)
    if earlier:
        return f"It did so before, first in {earlier[0].symbol} of {wording.day(earlier[0].date)}."
    return "No earlier vote of the series in the store has that position."
