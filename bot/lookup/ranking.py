"""Who agrees most (or least) with a state, who took a position most often, and whom the fewest others joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.answer import Answer, Ranked, Status
from bot.lookup.members_asked import group_on
from bot.lookup.period import lasting_code, period
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.wording import totals
from bot.question import Flag, GroupMention, Intent, Question
from store.facts import Position, RollCall
from store.vote_store import PERMANENT

_LEAST_SHARED = 0.25  # of the votes that the asked state cast: fewer shared votes make no fair ranking
_PLACES = 10
_OUTSIDE = re.compile(
    r"\b(?:non|outside|beyond|not in|not from|not of|au(?:ß|ss)erhalb|hors|fuera|fora|fuori)[ -]"
    r"(?:(?:of|de|da|do|der|des|del|dalla) )?(?:the |la |l')?$",
    re.IGNORECASE,
)
_LIKENESS = re.compile(
    r"\b(?:like|agree\w*|align\w*|clos\w*|near\w*|similar\w*|resembl\w*|partner|match\w*|comme|como|wie|come|parecid\w*)\b",
    re.IGNORECASE,
)


def ranking(question: Question, selection: Selection, record: Record) -> Answer | None:
    """None where there are no votes to rank by."""
    calls = period(question, selection, record)
    if not calls:
        return None
    if Flag.ISOLATED in question.flags:
        return _by_isolation(question, calls, record)
    return _by_agreement(question, calls, record) if question.members else _by_position(question, calls, record)


def _by_isolation(question: Question, calls: Sequence[RollCall], record: Record) -> Answer | None:
    """The most isolated first; of a state asked about, how isolated it was."""
    shares = record.statistics.company([r.id for r in calls])
    day = calls[0].date
    order = sorted(shares, key=lambda c: (shares[c], record.name(c, day)))
    places = [Ranked(c, record.name(c, day), round(shares[c], 4)) for c in order]
    if not places:
        return None
    members: tuple[str, ...] = ()
    least = Flag.LEAST in question.flags
    if question.members:
        code = lasting_code(question.members[0], calls, record)
        if code not in shares:
            return None
        members, place = (code,), order.index(code)
        lead = totals.isolation_of(places[place], place + 1, len(places), calls)
    else:
        if least:
            places.reverse()
        lead = totals.isolation_ranking(places[0], least, calls)
    return Answer(
        Status.ANSWERED,
        Intent.RANKING,
        lead,
        members=members,
        ranking=tuple(places[:_PLACES]),
        ranking_unit=totals.SHARE,
        notes=(totals.ISOLATION_DEFINITION,),
        body=calls[0].body,
        value=shares[members[0]] if members else None,
    )


def _by_agreement(question: Question, calls: Sequence[RollCall], record: Record) -> Answer | None:
    code = lasting_code(question.members[0], calls, record)
    pairs = record.statistics.agreement_with(code, [r.id for r in calls])
    fewest: float = _LEAST_SHARED * max((p.both_cast for p in pairs.values()), default=0)
    if question.fewest_shared is not None:
        fewest = question.fewest_shared
    shares = {c: p.same / p.both_cast for c, p in pairs.items() if c != code and p.both_cast and p.both_cast >= fewest}
    places = _places(shares, question, calls, record)
    if not places:
        return None
    name = record.name(code, calls[0].date)
    return Answer(
        Status.ANSWERED,
        Intent.RANKING,
        totals.agreement_ranking(places[0], name, Flag.LEAST in question.flags, calls),
        members=(code,),
        ranking=places,
        ranking_unit=totals.SHARE,
        notes=(totals.AGREEMENT_DEFINITION,),
        body=calls[0].body,
    )


def _by_position(question: Question, calls: Sequence[RollCall], record: Record) -> Answer | None:
    if question.groups and question.position is None and _LIKENESS.search(question.text):
        return None  # "who votes most like the EU": a group has no one vote to agree with
    position = question.position or Position.NO
    counts = record.statistics.position_counts([r.id for r in calls])
    places = _places({c: float(p.get(position, 0)) for c, p in counts.items()}, question, calls, record)
    if not places:
        return None
    return Answer(
        Status.ANSWERED,
        Intent.RANKING,
        totals.position_ranking(places[0], position, Flag.LEAST in question.flags, calls),
        ranking=places if places[0].value or Flag.LEAST in question.flags else (),
        ranking_unit=totals.VOTES,
        body=calls[0].body,
    )


def _is_asked(code: str, question: Question, newest: RollCall, record: Record) -> bool:
    """Whether a state is of those among whom is ranked: "which EU state", "the P5", "outside NATO"."""
    if Flag.PERMANENT in question.flags and code not in PERMANENT:
        return False
    return all((code in group_on(g, newest, record)) is not _is_left_out(g, question) for g in question.groups)


def _is_left_out(group: GroupMention, question: Question) -> bool:
    return _OUTSIDE.search(question.text[: group.start]) is not None


def _places(values: Mapping[str, float], question: Question, calls: Sequence[RollCall], record: Record) -> tuple[Ranked, ...]:
    """The first of them, equals by name."""
    day = calls[0].date
    asked = [c for c in values if _is_asked(c, question, calls[0], record)]
    upwards = 1 if Flag.LEAST in question.flags else -1
    ordered = sorted(asked, key=lambda c: (upwards * values[c], record.name(c, day)))
    return tuple(Ranked(c, record.name(c, day), round(values[c], 4)) for c in ordered[:_PLACES])
