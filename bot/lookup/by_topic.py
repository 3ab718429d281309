"""Words of a topic -> the roll calls that fit them best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.lookup.alone_then import is_on_credentials, is_question_of_place, leaves_one, near_then
from bot.lookup.left_out import says_enough, without_idle
from bot.lookup.matching import Fit
from bot.lookup.members_asked import code_on, is_doubtful, seated_of
from bot.lookup.other_times import elsewhere_in_time, not_then_or_later
from bot.lookup.picking import pick_among
from bot.lookup.pool import in_days, pool
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, Selection, is_about_one
from bot.lookup.series import series_of, split_into_series, title_signature
from bot.lookup.title_wording import title_phrase, worded_so
from bot.lookup.topic_fit import NEAR, SAME_CLASS, SURE, fits_of, of_best_body, topic_words, unknown_words
from bot.question import Intent, MemberMention, Question
from store.facts import OUTSIDE_THE_RECORD, Body, Outcome, RollCall, is_plain
from store.words import fold, words

_OVER_MANY = frozenset({Intent.COUNT, Intent.TIMELINE, Intent.RANKING, Intent.AGREEMENT})
_AS_GOOD_AS_OFFERED = 0.1  # coverage below the best that is still worth offering
_CLEARLY_BETTER = 0.15  # coverage by which a vote of another time must fit better than those of the time asked for
_WHOLE_PHRASE = 4  # words; a title that has so many in the order asked is the one meant
_WORD_BEFORE = re.compile(r"\b([^\W\d_]{6,})[ -]$")
_OF_VOTING = frozenset({"against"})  # "voted against South Sudan joining" is no title with "against South Sudan"
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]{6,})\b")
_BLANKS_OF_ONE_WORD = 2
_WORD_BEHIND = re.compile("(?:['’]s?)? ")
_IN_QUOTES = r"""(?<!\w)(?P<mark>["'])(?=\S)(?P<words>.{3,200}?)(?<=\S)(?P=mark)(?!\w)"""
_QUOTED = re.compile(_IN_QUOTES)
_CALLED = re.compile(rf"\b(?:titled|entitled|called|headed) (?:\w+ )?{_IN_QUOTES}")
_OF_MANY_TITLES = 60  # roll calls from which on a word of their titles says little
_FEW_OF_A_DAY = 3
_WHOLE_LIST = 0.01  # a list holds all that match as many of the words as the best


def by_topic(question: Question, record: Record) -> Selection | None:
    """None where no topic is named. States that no vote found is on may be voters, of whom `members_asked` takes care."""
    if not question.topic:
        return None
    found = _with_states(question, record)
    less, idle = without_idle(question)
    if found.found is Found.MEANT:
        return found
    if idle and says_enough(less) and (without := _with_states(less, record)).found is Found.MEANT:
        lacks = [set(fit.missing) for fit in fits_of(question, record, without.roll_calls)]
        lacking = tuple(word for word in idle if all(word in missing for missing in lacks))
        return replace(without, missing=(*without.missing, *lacking))
    return found if question.intent is Intent.VERIFY else _titled_as_quoted(question, record) or found


def _titled_as_quoted(question: Question, record: Record) -> Selection | None:
    """ "Who was against mural painting? I mean the 'mural commemorating the World Youth Assembly'": a title stands in quotes."""
    for quoted in _QUOTED.finditer(question.text):
        phrase = " ".join(words(quoted["words"]))
        inside = tuple(t for t in question.topic if quoted.start("words") <= t.start and t.end <= quoted.end("words"))
        within = replace(question, topic=inside)
        if phrase.count(" ") < _BLANKS_OF_ONE_WORD or not within.has_topic:
            continue
        found = _with_states(within, record)
        if found.found is Found.MEANT and all(f" {phrase} " in title_phrase(r.title) for r in found.roll_calls):
            outside = (t.word for t in question.topic if t not in inside and not t.light)
            return replace(found, missing=tuple(dict.fromkeys((*found.missing, *outside))))
    return None


def _with_states(question: Question, record: Record) -> Selection:
    found = _on_topic(question, record)
    voters = {m.start for m in question.strays if isinstance(m, MemberMention) and not _is_of_the_matter(m, question)}
    less = replace(question, topic=tuple(t for t in question.topic if t.start not in voters))
    if found.found is Found.MEANT or len(less.topic) == len(question.topic) or not less.has_topic:
        return found
    if found.found is Found.CHOOSE and not found.missing:
        return found  # several votes are on that state: it is no voter
    without = _on_topic(less, record)
    return without if without.found is Found.MEANT and _may_vote(question, without, record) else found


def _is_of_the_matter(mention: MemberMention, question: Question) -> bool:
    """ "Cyprus sanctions 1974, Turkey's vote": another state is asked about, and right behind this one is what was voted on."""
    behind = _WORD_BEHIND.match(question.text, mention.end)
    if behind is None or not any(m.start > mention.end for m in question.members):
        return False
    return any(t.start == behind.end() and not t.light and t.about is None for t in question.topic)


def _may_vote(question: Question, selection: Selection, record: Record) -> bool:
    """Whether the states named could vote there: "Liberia peace process 2003" is no vote of Liberia's on a neighbour's peace,
    and in "Brunei's self-determination 1977" Brunei had no seat yet."""
    members = [m for m in question.strays if isinstance(m, MemberMention)]
    of_council = [r for r in selection.roll_calls if r.body is Body.SC]
    seated = (code_on(m, r.date, record) in record.seated(Body.SC, r.date) for r in of_council for m in members)
    return all(_was_member(m, selection, record) for m in members) and (
        len(of_council) < len(selection.roll_calls) or any(seated)
    )


def _was_member(mention: MemberMention, selection: Selection, record: Record) -> bool:
    days = {r.date for r in selection.roll_calls}
    return any(record.members.was_member(code, day) for code in mention.codes for day in days)


def _on_topic(question: Question, record: Record) -> Selection:
    candidates = _while_members(pool(question, record), question, record)
    if question.days and not candidates:
        return Selection(not_then_or_later(question, record), missing=topic_words(question))
    scored = _of_vetoed(question, candidates, record) or fits_of(question, record, candidates)
    if not scored:
        return elsewhere_in_time(question, record)
    best = of_best_body(_where_seated(scored, question, record), question, record)
    sure = [f for f in best if f.coverage >= SURE]
    if sure and not unknown_words(question, record):
        meant = _meant(sure, question, record)
        return replace(meant, found=Found.CHOOSE) if _lacks_a_state(meant, question) else meant
    return _unsure(sorted(best, key=lambda f: -f.coverage), question, record)


def _while_members(candidates: list[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Of states that are members no more, the votes of their time: "the Soviets on human rights in Chile"."""
    codes = {code for m in question.members if not is_doubtful(m) for code in m.codes[:1]}
    today = candidates[0].date if candidates else None
    if question.days or not codes or today is None or any(record.members.was_member(code, today) for code in codes):
        return candidates
    return [r for r in candidates if any(record.members.was_member(code, r.date) for code in codes)] or candidates


def _where_seated(scored: Sequence[Fit], question: Question, record: Record) -> Sequence[Fit]:
    """ "Bhutan on the force in Lebanon, 1985": no votes of the Council, where the states asked about had no seat."""
    if question.body is not None or not question.members:
        return scored
    by_id = record.catalogue.by_id
    sure = [f for f in scored if f.coverage >= SURE]
    if of_assembly := _titled_alike_there(sure, scored, question, record):
        return of_assembly
    of_council = [f for f in sure if by_id[f.roll_call_id].body is Body.SC]
    if not of_council or len(of_council) == len(sure):
        return scored
    if any(seated_of(question, by_id[f.roll_call_id], record) for f in of_council):
        return scored
    return [f for f in scored if by_id[f.roll_call_id].body is not Body.SC]


def _titled_alike_there(sure: Sequence[Fit], scored: Sequence[Fit], question: Question, record: Record) -> list[Fit]:
    """ "Western Sahara's self-determination 2004, Spain's vote": the Assembly's text of the same title, where those asked about
    had no seat in the body whose subjects say more."""
    by_id = record.catalogue.by_id
    if not sure or any(by_id[f.roll_call_id].body is Body.GA for f in sure):
        return []
    if any(seated_of(question, by_id[f.roll_call_id], record) for f in sure):
        return []
    titles = {title_signature(by_id[f.roll_call_id].title) for f in sure}
    assembly = [f for f in scored if by_id[f.roll_call_id].body is Body.GA]
    return assembly if any(title_signature(by_id[f.roll_call_id].title) in titles for f in assembly) else []


def _lacks_a_state(selection: Selection, question: Question) -> bool:
    """Whether the votes found are not on a state that the topic names: Srebrenica's is no "Armenian genocide resolution"."""
    states = {t.word for t in question.topic if t.about is not None}
    return selection.found is Found.MEANT and not states.isdisjoint(selection.missing)


def _of_vetoed(question: Question, candidates: Sequence[RollCall], record: Record) -> list[Fit]:
    """ "Who vetoed the Syria draft?": a vetoed text that fits well goes before adopted ones that fit as well."""
    if question.intent is not Intent.VETO:
        return []
    scored = fits_of(question, record, [r for r in candidates if r.outcome is Outcome.VETOED])
    return scored if scored and max(f.coverage for f in scored) >= SURE else []


def _meant(best: Sequence[Fit], question: Question, record: Record) -> Selection:
    top = best[0]
    by_id = record.catalogue.by_id
    covering = [f for f in best if f.coverage >= top.coverage - SAME_CLASS and f.quality >= top.quality - SAME_CLASS]
    equal = sorted((by_id[f.roll_call_id] for f in covering), key=lambda r: r.date, reverse=True)
    equal = _titled_so(equal, question, record)
    if question.intent is Intent.SEARCH:
        wide = [by_id[f.roll_call_id] for f in best if f.coverage >= top.coverage - _WHOLE_LIST]
        return Selection(Found.MEANT, tuple(_called_so(wide, question) or wide), missing=top.missing)
    if question.intent in _OVER_MANY:
        return Selection(Found.MEANT, tuple(_with_all_of_series(equal, question, record)), missing=top.missing)
    if not question.has_topic and len(equal) > 1:
        # "the convention in 2010": words that go with any matter tell no vote from another.
        return Selection(Found.CHOOSE, tuple(equal[:MOST_CHOICES]), missing=top.missing)
    return pick_among(question, equal, missing=top.missing)


def _with_all_of_series(equal: list[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Of a course of years also those whose title is spelled otherwise, or that other words describe: "Judgement" of 1989."""
    if question.intent is not Intent.TIMELINE or not question.days or len(split_into_series(equal)) > 1:
        return equal
    then = in_days([r for r in series_of(equal[0], record) if r.dataset not in OUTSIDE_THE_RECORD], question.days)
    return [*equal, *(r for r in then if r not in equal)]


def _phrase_asked(question: Question) -> str:
    """The words of the topic as they stand in the question, from the first to the last: "non-use of nuclear weapons"."""
    start, end = min(t.start for t in question.topic), max(t.end for t in question.topic)
    if question.text[max(0, start - 4) : start].lower() == "non-":
        start -= 4
    return " ".join(words(question.text[start:end]))


def _titled_so(equal: list[RollCall], question: Question, record: Record) -> list[RollCall]:
    """First those whose title says no more than was asked ("nuclear testing"), or has the very words of the question; only
    those, where one decision is asked about."""
    phrase = _phrase_asked(question)
    if len(phrase.split()) >= _WHOLE_PHRASE and (alike := [r for r in equal if phrase in " ".join(words(r.title))]):
        equal = alike
    if pairs := set(_pairs_with_small_words(question)):
        equal = [r for r in equal if any(pair in title_phrase(r.title) for pair in pairs)] or equal
    asked = {s for term in question.topic for alternative in term.alternatives for s in alternative}
    exact = _named_in_full(equal, question) or [r for r in equal if title_signature(r.title) <= asked]
    if any(is_worded_so(r, question) for r in equal):
        # A title that only holds what may stand for the words ("Jerusalem" for "East Jerusalem") is not theirs.
        exact = [r for r in exact if is_worded_so(r, question)]
    exact = exact or worded_so(equal, question)
    if exact and is_about_one(question):
        as_much = _of_that_day(exact, equal, question)
        return [*exact, *(r for r in equal if r not in exact and (r in as_much or _says_hardly_more(r, asked, record)))]
    if is_about_one(question) and (worded := [r for r in equal if is_worded_so(r, question)]):
        return worded
    # Then those titled with the very words, before those that a synonym found ("Kosovo" before "Yugoslavia").
    if question.intent in _OVER_MANY or question.intent is Intent.SEARCH:
        return [*exact, *(r for r in equal if r not in exact)]
    own = {s for term in question.topic if not term.light for s in term.alternatives[0]}
    titled = [r for r in equal if r not in exact and own <= title_signature(r.title)]
    return [*exact, *titled, *(r for r in equal if r not in exact and r not in titled)]


def _of_that_day(exact: Sequence[RollCall], equal: Sequence[RollCall], question: Question) -> list[RollCall]:
    """ "The emergency session's Palestine resolution of July 1980": of the few texts of one day that one word fits, the one whose
    title is no more than that word is meant no more than the others."""
    telling = [t for t in question.topic if not t.light]
    days = {r.date for r in exact}
    others = [r for r in equal if r not in exact and r.date in days and r.body is exact[0].body and is_plain(r)]
    few = len(equal) <= _FEW_OF_A_DAY and len(days) == 1 and len(others) == len(equal) - len(exact)
    return others if question.days and len(telling) == 1 and few else []


def _pairs_with_small_words(question: Question) -> Iterator[str]:
    """ "economic security 1985": words of the topic with longer ones beside them that are looked for nowhere else."""
    starts, ends = {t.start for t in question.topic}, {t.end for t in question.topic}
    for term in question.topic:
        own = " ".join(words(term.word))
        before, after = _WORD_BEFORE.search(question.text, 0, term.start), _WORD_AFTER.match(question.text, term.end)
        if before and before.end(1) not in ends and fold(before[1]) not in _OF_VOTING:
            yield f" {fold(before[1])} {own} "
        if after and after.start(1) not in starts:
            yield f" {own} {fold(after[1])} "


def _called_so(calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """ "Votes titled 'Missiles'": those whose whole title is quoted."""
    called = _CALLED.search(question.text)
    phrase = f" {' '.join(words(called['words']))} " if called else ""
    return [r for r in calls if title_phrase(r.title) == phrase]


def _named_in_full(calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """Those whose whole title stands in the question, words that go with any matter too ("Disarmament Week")."""
    text = f" {' '.join(words(question.text))} "
    return [r for r in calls if (title := title_phrase(r.title)).count(" ") > _BLANKS_OF_ONE_WORD and title in text]


def _says_hardly_more(call: RollCall, asked: set[str], record: Record) -> bool:
    """Whether a title has but one word more, and one of many titles: "Status of Jerusalem" is as much on it as "Jerusalem"."""
    more = title_signature(call.title) - asked
    return len(more) == 1 and len(next(iter(record.postings(more).values())).title) >= _OF_MANY_TITLES


def is_worded_so(call: RollCall, question: Question) -> bool:
    """Whether the title has each word as asked, and not what may stand for it: "Kosovo", and not "Yugoslavia"."""
    title = title_signature(call.title)
    return all(title.issuperset(t.alternatives[0]) for t in question.topic if not t.light)


def _unsure(best: Sequence[Fit], question: Question, record: Record) -> Selection:
    """Nothing fits well: a vote of another time that does, else what fits in part as a choice, else nothing."""
    top = best[0]
    if is_question_of_place(top, question, record) or is_on_credentials(best, question, record):
        return Selection(Found.MEANT, (record.catalogue.by_id[top.roll_call_id],), missing=top.missing)
    if question.days:
        elsewhere = elsewhere_in_time(question, record, at_least=max(SURE, top.coverage + _CLEARLY_BETTER))
        if elsewhere.found is not Found.NONE:
            return elsewhere
    by_id = record.catalogue.by_id
    if top.coverage < NEAR:
        if near := near_then(best, question):
            return Selection(Found.CHOOSE, tuple(by_id[f.roll_call_id] for f in near), missing=top.missing)
        near_it = tuple(by_id[f.roll_call_id] for f in best[:3] if _is_related(f, question))
        return Selection(Found.NONE, near=near_it, missing=topic_words(question))
    if leaves_one(best, question, record):
        return Selection(Found.MEANT, (by_id[top.roll_call_id],), missing=top.missing)
    good = [f for f in best if f.coverage >= max(NEAR, top.coverage - _AS_GOOD_AS_OFFERED)]
    if not question.days and not any(_is_related(f, question) for f in good):
        return Selection(Found.NONE, missing=topic_words(question))
    offered = [by_id[f.roll_call_id] for f in good if question.days or _is_related(f, question)]
    return Selection(Found.CHOOSE, tuple(offered[:MOST_CHOICES]), missing=top.missing)


def _is_related(fit: Fit, question: Question) -> bool:
    """Whether a vote that lacks words of the topic is worth offering: it has most of the telling ones, and each state."""
    telling = [t for t in question.topic if not t.light]
    lacking = [t for t in telling if t.word in fit.missing]
    return len(lacking) * 2 < len(telling) and all(t.about is None for t in lacking)
