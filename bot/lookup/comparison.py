"""How often two states agree, and who agrees most: over cast positions only (docs/contract.md, rule 6)."""

from __future__ import annotations

from bot.answer import Answer, Ranked, Status
from bot.lookup import wording
from bot.lookup.members_asked import PERMANENT, codes_on, group_on
from bot.lookup.pool import measured, recorded
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.question import Flag, Intent, MemberMention, Question
from store.facts import Position, RollCall

_LEAST_SHARED = 0.25  # of the votes that the asked state cast: fewer shared votes make no fair ranking
_PLACES = 10
DEFINITION = "Agreement is the share of roll calls with the same position among those in which both cast a vote (yes, no or abstain); non-voting does not count."


def agreement(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The share for two states; for more, each with the first."""
    calls = _period(question, selection, record)
    codes = _states(question, calls, record)
    if len(codes) < 2:
        return None
    day = calls[0].date
    ids = [r.id for r in calls]
    shares: list[tuple[str, float, int]] = []
    for other in codes[1:]:
        pair = record.statistics.pair_counts(codes[0], other, ids)
        if pair.both_cast:
            shares.append((other, pair.same / pair.both_cast, pair.both_cast))
    if not shares:
        return None
    told = "; ".join(
        f"{record.name(codes[0], day)} and {record.name(other, day)} cast the same vote in {share:.1%} of {shared} roll calls"
        for other, share, shared in shares
    )
    lead = f"{told} ({_where(calls)})."
    ranking = (
        tuple(Ranked(other, record.name(other, day), round(share, 4)) for other, share, _ in shares) if len(shares) > 1 else ()
    )
    return Answer(
        Status.ANSWERED,
        Intent.AGREEMENT,
        lead,
        (),
        (),
        tuple(codes),
        value=shares[0][1],
        ranking=ranking,
        ranking_unit="share",
        notes=(DEFINITION,),
        body=calls[0].body,
    )


def ranking(question: Question, selection: Selection, record: Record) -> Answer | None:
    """Who agrees most (or least) with a state, or who took a position most often."""
    calls = _period(question, selection, record)
    if not calls:
        return None
    ids = [r.id for r in calls]
    day = calls[0].date
    if question.members:
        code = _lasting(question.members[0], calls, record)
        pairs = record.statistics.agreement_with(code, ids)
        most = max((p.both_cast for p in pairs.values()), default=0)
        counted = {
            c: p.same / p.both_cast for c, p in pairs.items() if c != code and p.both_cast and p.both_cast >= most * _LEAST_SHARED
        }
        unit, about = "share", f"agreement with {record.name(code, day)}"
        notes: tuple[str, ...] = (DEFINITION,)
        codes: tuple[str, ...] = (code,)
    else:
        position = question.position or Position.NO
        counts = record.statistics.position_counts(ids)
        counted = {c: float(p.get(position, 0)) for c, p in counts.items()}
        unit, about, notes, codes = "votes", f"how often each was recorded as “{wording.POSITIONS[position]}”", (), ()
    if Flag.PERMANENT in question.flags:
        counted = {c: v for c, v in counted.items() if c in PERMANENT}
    backwards = Flag.LEAST in question.flags
    ordered = sorted(counted.items(), key=lambda item: (item[1] if backwards else -item[1], record.name(item[0], day)))[:_PLACES]
    if not ordered:
        return None
    places = tuple(Ranked(c, record.name(c, day), round(v, 4)) for c, v in ordered)
    first = places[0]
    value = f"{first.value:.1%}" if unit == "share" else f"{first.value:.0f}"
    lead = f"{'Lowest' if backwards else 'Highest'} {about}: {first.name}, {value} ({_where(calls)})."
    return Answer(
        Status.ANSWERED, Intent.RANKING, lead, (), (), codes, ranking=places, ranking_unit=unit, notes=notes, body=calls[0].body
    )


def _period(question: Question, selection: Selection, record: Record) -> list[RollCall]:
    """The roll calls measured: the topic's where one is named, else all adopted texts of the body in the time asked."""
    if question.has_topic:
        return recorded(selection.roll_calls) if selection.found is Found.MEANT and len(selection.roll_calls) > 1 else []
    return recorded(measured(question, record))


def _states(question: Question, calls: list[RollCall], record: Record) -> list[str]:
    """The states asked about over the period, groups by their members at its end."""
    if not calls:
        return []
    codes = [_lasting(m, calls, record) for m in question.members]
    for group in question.groups:
        codes.extend(group_on(group, calls[0], record))
    return list(dict.fromkeys(codes))


def _lasting(mention: MemberMention, calls: list[RollCall], record: Record) -> str:
    """One code for a whole period: the one that held the seat at its end, or at its beginning."""
    code = codes_on(mention, calls[0].date, record)
    if record.members.was_member(code, calls[0].date) or not mention.by_day:
        return code
    return codes_on(mention, calls[-1].date, record)


def _where(calls: list[RollCall]) -> str:
    first, last = calls[-1].date, calls[0].date
    span = wording.day(first) if first == last else f"{wording.day(first)} to {wording.day(last)}"
    return f"{wording.BODIES[calls[0].body]}, {len(calls)} roll calls, {span}"
