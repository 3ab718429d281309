"""A question -> the answer: which votes are meant, then the lookup that fits what was asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.answer import Answer, Reason, Status
from bot.lookup.agreement import agreement
from bot.lookup.assertions import tally_holds
from bot.lookup.by_symbol import years_not_numbers
from bot.lookup.by_thread import on_the_day_of
from bot.lookup.by_veto import is_of_veto
from bot.lookup.choosing import choose, choose_group, choose_member, choose_opposition
from bot.lookup.counting import count
from bot.lookup.elsewhere import taken_elsewhere
from bot.lookup.extremes import extremes
from bot.lookup.finding import select
from bot.lookup.half_remembered import half_remembered
from bot.lookup.left_out import over_all_votes
from bot.lookup.listing import search
from bot.lookup.members_asked import code_on, has_no_list, is_doubtful, with_seat_holders, with_strays, words_asked
from bot.lookup.membership import membership
from bot.lookup.no_veto import no_veto_to_cast, with_notes_on_veto
from bot.lookup.not_found import not_found, refuse
from bot.lookup.notes import assumptions_of, notes_on, notes_on_list
from bot.lookup.one_vote import outcome, roll_call
from bot.lookup.own_record import own_record
from bot.lookup.pool import in_days, pool
from bot.lookup.positions import changed, compared, positions
from bot.lookup.ranking import ranking
from bot.lookup.record import Record
from bot.lookup.selection import Found, How, Selection
from bot.lookup.sides import sides_taken
from bot.lookup.store_answers import coverage, held_by, help_text, text_to_check
from bot.lookup.timeline import timeline
from bot.lookup.verify import verify
from bot.lookup.vetoes import other_topic, vetoes
from bot.lookup.wording import cautions, offers, refusals
from bot.question import Flag, Intent, MemberMention, Question
from bot.translation import fixed
from store.facts import Body, RollCall
from store.vote_store import PERMANENT

_OVER_MANY = {Intent.AGREEMENT: agreement, Intent.RANKING: ranking, Intent.COUNT: count}
_OUTSIDE_IN_TITLES = {
    "ecosoc": ("economic and social council",),
    "committee": ("committee",),
    "court": ("court",),
    "parliament": ("referendum",),
    "eu_council": ("european council",),
    "unesco": ("monetary fund", "civil aviation organization", "world health organization", "labour organisation"),
}
_ON_A_SIDE = frozenset({Intent.TIMELINE, Intent.COUNT, Intent.POSITION, Intent.COMPARE, Intent.VERIFY, Intent.ROLL_CALL})
_PAIR = 2  # of which one is said to have taken the other's side
_MOST_TO_VERIFY = 4  # readings among which a verdict that is the same for all needs no choice
_MOST_OF_ITS_OWN = 60  # roll calls; a state's own votes in more are a record of its voting, which is asked for otherwise
_MOST_ROLLS = 3  # of more roll calls than these a list is clearer than whole rolls
_DAYS_SUGGESTED = 3


def answer(question: Question, record: Record) -> Answer:
    """Always an answer, also where the record has none; never an exception for what a reader may type."""
    question = _with_those_who_vetoed(_of_the_matter(on_the_day_of(years_not_numbers(question, record), record), record))
    if is_of_veto(question) and not (question.symbols or question.same or question.like):
        question = replace(question, body=Body.SC)
    found = _without_votes(question, record) or _from_votes(question, record)
    return _in_language(_cautioned(with_notes_on_veto(found, question, record), record))


def _cautioned(found: Answer, record: Record) -> Answer:
    """What a selection does not hold may well be on record elsewhere."""
    missing = found.status is Status.NOT_FOUND and found.reason in (Reason.NOT_IN_RECORD, Reason.LATER_THAN_DATA)
    if not missing or not record.is_selection or cautions.STARTER_ONLY in found.notes:
        return found
    return replace(found, notes=(*found.notes, cautions.STARTER_ONLY))


def _of_the_matter(question: Question, record: Record) -> Question:
    """ "Kampuchea votes 1979-83": the votes on that state, where its own would be hundreds, or it had none, and there are some
    on it."""
    if not question.as_matter or question.same or question.like:
        return question
    own = pool(question, record)
    if len(own) <= _MOST_OF_ITS_OWN and (not own or _had_seat(question, own[0].date, record)):
        return question
    carried = (*question.carried, "matter")
    on_it = replace(question, intent=Intent.SEARCH, members=(), topic=question.as_matter, as_matter=(), carried=carried)
    selection = select(on_it, record)
    few = len(selection.roll_calls) <= _MOST_OF_ITS_OWN
    return on_it if selection.found is Found.MEANT and few and not selection.missing else question


def _had_seat(question: Question, day: dt.date, record: Record) -> bool:
    return any(record.members.was_member(code_on(m, day, record), day) for m in question.members)


def _in_language(found: Answer) -> Answer:
    """With the sentences that have no places, which stand as constants, in the reply's language."""
    return replace(
        found,
        lead=fixed(found.lead),
        notes=tuple(map(fixed, found.notes)),
        assumptions=tuple(map(fixed, found.assumptions)),
        suggestions=tuple(map(fixed, found.suggestions)),
    )


def _without_votes(question: Question, record: Record) -> Answer | None:
    """What is answered, refused or asked back before any vote is looked for; None for all other questions."""
    if Flag.ARTICLE in question.flags:
        return text_to_check()
    if question.intent is Intent.COVERAGE:
        return coverage(record)
    if question.nobody_known is not None and not question.same:
        return refuse(question.intent, refusals.no_such_state(question.nobody_known), Reason.NO_VOTE_OF_ITS_OWN)
    if (why := _outside_the_record(question, record)) is not None:
        return refuse(question.intent, why)
    if (decided := taken_elsewhere(question, record)) is not None:
        return decided
    if question.intent is Intent.MEMBERSHIP and (found := membership(question, record)) is not None:
        return found
    if _is_about_vetoes(question):
        return vetoes(question, record)
    if any(is_doubtful(m) for m in question.members):
        return choose_member(question, record)
    if not (question.members or question.strays) and any(has_no_list(g, record) for g in question.groups):
        return choose_group(question, record)
    claimed = question.assertion.parts if question.assertion is not None else ()
    if any(has_no_list(g, record) for part in claimed for g in part.groups):
        return choose_group(question, record)
    if _is_against_a_state(question):
        return choose_opposition(question, record)
    if question.intent is Intent.ABOUT and not _names_anything(question):
        return help_text(record)
    return None


def _outside_the_record(question: Question, record: Record) -> str | None:
    """Why no vote in the store can be meant, as a sentence."""
    if question.outside is not None and not _is_in_title(question, record):
        return refusals.OUTSIDE[question.outside]
    if question.body in (Body.HRC, Body.CHR) and record.reaches(question.body) is None:
        return refusals.body_not_held(question.body, held_by(record))
    if question.impossible and not question.days:
        return refusals.no_such_date(question.impossible)
    over_many = question.intent in _OVER_MANY or Flag.EXTREME in question.flags
    if over_many and not record.holds_official(question.body or Body.GA):
        return refusals.SELECTION_ONLY
    return None


def _is_in_title(question: Question, record: Record) -> bool:
    """Whether that body is only the matter of a text in the record ("Report of the Economic and Social Council")."""
    phrases = _OUTSIDE_IN_TITLES.get(question.outside or "")
    if phrases is None:
        return False
    selection = select(replace(question, outside=None), record)
    return selection.found is Found.MEANT and all(any(p in r.title.lower() for p in phrases) for r in selection.roll_calls)


def _is_about_vetoes(question: Question) -> bool:
    """Vetoes as such, how many or whose: not one vetoed text."""
    if question.intent not in (Intent.VETO, Intent.COUNT, Intent.RANKING) or Flag.VETOES not in question.flags:
        return False
    names_vote = question.symbols or question.same
    counted = question.intent is not Intent.VETO or Flag.HOW_MANY in question.flags
    if not counted and question.days and all(d.precision == "day" for d in question.days):
        return False  # "which country used its veto on 10 September 1972"
    return not names_vote and (counted or not (question.names or other_topic(question)))


def _with_those_who_vetoed(question: Question) -> Question:
    """ "All US vetoes since 2020": a state beside the word, and no matter, is whose vetoes they are."""
    cast_by = tuple(m for m in question.strays if isinstance(m, MemberMention) and set(PERMANENT).intersection(m.codes))
    rest = {t.start for t in question.topic if not t.light} - {m.start for m in cast_by}
    if question.intent is not Intent.VETO or Flag.VETOES not in question.flags or rest or not cast_by:
        return question
    return replace(question, members=(*question.members, *cast_by), topic=(), strays=())


def _is_against_a_state(question: Question) -> bool:
    """ "Did India vote against Israel in 2024": a state is no text, so that nothing says which votes are meant."""
    of_two = question.side_taken is not None and len(question.members) == _PAIR and not question.groups
    if of_two or question.intent not in _ON_A_SIDE or not (question.opposed or question.sided_with):
        return False
    if question.days and all(d.precision == "day" for d in question.days):
        return False  # the votes of that day
    other = question.symbols or question.tallies or question.same or question.like
    return not (other or question.has_topic)


def _names_anything(question: Question) -> bool:
    votes = question.symbols or question.tallies or question.days or question.names or question.topic or question.same
    return bool(votes or question.members or question.groups)


def _from_votes(question: Question, record: Record) -> Answer:
    if (extreme := extremes(question, record)) is not None:
        return _finished(extreme[0], question, extreme[1], record)
    question, idle = over_all_votes(question)
    selection = select(question, record)
    question = with_seat_holders(question, selection.roll_calls)
    if question.non_members and not (question.members or question.groups):
        return refuse(question.intent, refusals.no_vote_of_its_own(question.non_members[0]), Reason.NO_VOTE_OF_ITS_OWN)
    if (sides := sides_taken(question, selection, record)) is not None:
        return _finished(sides, question, replace(selection, how=()), record)
    if (own := own_record(question, record)) is not None:
        return _finished(own, question, replace(selection, how=()), record)
    if question.intent in _OVER_MANY and selection.found not in (Found.LATER, Found.NO_SUCH_SYMBOL):
        total = _OVER_MANY[question.intent](question, selection, record)
        if total is not None:
            without = (cautions.read_without(idle),) if idle else ()
            total = replace(total, assumptions=(*total.assumptions, *without))
            return _finished(total, question, selection, record)
    if (alone := _alone_asked(question, selection, record)) is not None:
        return _finished(alone, question, replace(selection, how=()), record)
    if not (selection.found is Found.MEANT and selection.roll_calls) and (no_veto := no_veto_to_cast(question, record)):
        return no_veto
    if selection.found is Found.CHOOSE:
        return _chosen(question, selection, record)
    if selection.found is Found.MEANT and selection.roll_calls:
        question = with_strays(question, selection.roll_calls, record)
        return _finished(_looked_up(question, selection, record), question, selection, record)
    if Flag.WHY in question.flags:
        return refuse(question.intent, refusals.NO_REASONS, Reason.NO_REASONS)
    return not_found(question, selection, record)


def _alone_asked(question: Question, selection: Selection, record: Record) -> Answer | None:
    """ "Votes where the US was the only no": a count that shows its votes, over the whole time where none is named."""
    asked = question.intent is Intent.SEARCH and Flag.ONLY_ONE in question.flags
    found = count(question, selection, record) if asked and (question.members or question.groups) else None
    return None if found is None else replace(found, intent=Intent.SEARCH, votes=(), value=None, listed=True)


def _looked_up(question: Question, selection: Selection, record: Record) -> Answer:
    """The roll calls are known: what was asked of them."""
    states = bool(question.members or question.groups)
    match question.intent:
        case Intent.VERIFY:
            if (remembered := half_remembered(question, selection, record)) is not None:
                return remembered
            found = verify(question, selection, record)
            if found is not None and found.verdict is None and states and _asserts_nothing(question):
                return positions(replace(question, intent=Intent.POSITION), selection, record)
            return found or choose(question, selection)
        case Intent.OUTCOME:
            return outcome(selection, record)
        case Intent.SEARCH:
            return search(selection, question.conditions)
        case Intent.TIMELINE if (
            states and len(selection.roll_calls) > _MOST_OF_ITS_OWN and not (question.has_topic or question.like)
        ):
            # Votes on everything make no course: how often each position was taken says more.
            return positions(question, selection, record)
        case Intent.TIMELINE if states:
            return timeline(question, selection, record)
        case Intent.COMPARE if states:
            return compared(question, selection, record)
        case Intent.COMPARE if len(selection.roll_calls) == 2:
            return changed(question, selection, record)
        case Intent.POSITION | Intent.AGREEMENT | Intent.RANKING | Intent.COUNT if states:
            return positions(replace(question, intent=Intent.POSITION), selection, record)
        case Intent.ROLL_CALL if Flag.AMENDMENTS in question.flags and len(selection.roll_calls) > _MOST_ROLLS:
            return search(selection)
        case Intent.ABOUT | Intent.TIMELINE | Intent.COMPARE | Intent.COUNT | Intent.POSITION if (
            len(selection.roll_calls) > _MOST_ROLLS
        ):
            return search(selection)
        case _:
            return roll_call(question, selection, record)


def _asserts_nothing(question: Question) -> bool:
    """Whether no position was understood to be claimed, so that the recorded one is all that there is to say."""
    said = question.assertion
    return said is not None and all(p.position is None and not p.veto for p in said.parts) and not (said.counts or said.outcome)


def _ended_as_said(question: Question, selection: Selection) -> tuple[RollCall, ...]:
    """ "Crimea 100-11-58?": of several votes on a matter, those that ended as the whole tally says."""
    whole = bool(question.tallies) and all(t.abstain is not None for t in question.tallies)
    ended_so = tuple(r for r in selection.roll_calls if all(tally_holds(t, r) for t in question.tallies))
    return ended_so if whole and not selection.missing else ()


def _chosen(question: Question, selection: Selection, record: Record) -> Answer:
    """A verdict that is the same for every reading needs no choice, but for votes of other days than the text says."""
    if question.intent is Intent.VERIFY and len(ended_so := _ended_as_said(question, selection)) == 1:
        selection = replace(selection, roll_calls=ended_so)
    then = in_days(selection.roll_calls, question.days) == list(selection.roll_calls)
    if question.intent is Intent.VERIFY and then and not selection.missing and len(selection.roll_calls) <= _MOST_TO_VERIFY:
        found = verify(question, selection, record)
        if found is not None and found.verdict is not None:
            return _finished(found, question, selection, record)
    return replace(choose(question, selection), assumptions=assumptions_of(question, replace(selection, how=(), missing=())))


def _finished(found: Answer, question: Question, selection: Selection, record: Record) -> Answer:
    """The answer with its cautions, its assumptions and what may be asked next."""
    if found.status is not Status.ANSWERED:
        return found
    why = (refusals.NO_REASONS,) if Flag.WHY in question.flags else ()
    if found.listed:
        notes = notes_on_list(question, found.roll_calls, record)
    else:
        notes = notes_on(question, found.roll_calls, found.votes, record)
    of_latest_day = any(how is How.LATEST_DAY for how, _ in selection.how)
    return replace(
        found,
        notes=(*why, *notes, *found.notes),
        assumptions=(*found.assumptions, *assumptions_of(question, selection)),
        suggestions=_days_before(question, selection, record) if of_latest_day else found.suggestions,
        members=found.members or tuple(m.codes[0] for m in question.members),
    )


def _days_before(question: Question, selection: Selection, record: Record) -> tuple[str, ...]:
    """The same question on the voting days before (docs/contract.md, rule 2)."""
    latest = selection.roll_calls[0]
    who = words_asked(question)
    days = record.catalogue.voting_days(latest.body, latest.date, _DAYS_SUGGESTED + 1)
    return tuple(offers.ask_day(who, d) for d in days if d != latest.date)
