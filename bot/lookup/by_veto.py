"""A veto spoken of -> the vetoed drafts that are meant: a veto is the Security Council's (docs/contract.md, rule 5).

A nickname beside it is a matter: "the Gaza text" may be the Assembly's, and nobody can veto anything there. If no vetoed draft is
on the matter, nothing else stands in for it but a text of the Council that the nickname is the name of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.lookup.by_topic import by_topic
from bot.lookup.matching import Fit
from bot.lookup.one_vetoed import one_vetoed, vetoer_as_sponsor
from bot.lookup.pool import in_days, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, MOST_SHOWN, Found, Selection
from bot.lookup.topic_fit import SURE, fits_of, matter_of
from bot.question import Flag, Intent, Question, ResultClaim, Term
from store.facts import PARTS, Body, Outcome, RollCall
from store.importers.ballots import SEAT_PASSED_TO_RUSSIA
from store.vote_store import PERMANENT
from store.words import fold, stem, words

_MOST_NEAR = 3
_WORTH_OFFERING = 0.3  # vetoed texts are few: less of the matter than elsewhere tells one of them
_OF_THEM = frozenset({Intent.VERIFY, Intent.VETO, Intent.COUNT, Intent.RANKING, Intent.SEARCH, Intent.TIMELINE})
_VETO_WORDS = frozenset({"veto", "vetos", "vetoes", "vetoed", "vetoing", "exercise", "exercised", "wielded", "invoked", "cast"})
_RIGHTS = (("human",), ("right",))


def by_veto(question: Question, record: Record) -> Selection | None:
    """None where no veto is spoken of, or where a symbol or the thread says which vote is meant."""
    if not is_of_veto(question) or question.symbols or question.same or question.like:
        return None
    question = _with_matter(question)
    if not question.has_topic and not question.days:
        return _latest(question, record)
    found = vetoed(question, record)
    if not found and vetoers_asked(question):
        # "Did China veto the Ukraine draft?": Russia did, and the draft tells how China voted.
        found = vetoed(replace(question, members=(), vetoers=()), record)
    if (sponsor := vetoer_as_sponsor(question)) is not None and found:
        return Selection(Found.CHOOSE, tuple(found[:MOST_CHOICES]), missing=(sponsor.word,))
    if found:
        return Selection(Found.MEANT, tuple(found[:MOST_SHOWN]), near=tuple(found[MOST_SHOWN:]))
    if of_council := _named_in_council(question, record):
        return Selection(Found.MEANT, tuple(of_council[:MOST_SHOWN]))
    return one_vetoed(question, _vetoed_then(question, record), record) or _near(question, record)


def is_of_veto(question: Question) -> bool:
    """Whether a veto is spoken of, and not of the Assembly's, which has none."""
    if question.body not in (None, Body.SC):
        return False
    return Flag.VETO in question.flags or question.intent is Intent.VETO or says_vetoed(question)


def says_vetoed(question: Question) -> bool:
    """Whether somebody is said to have vetoed a text, or a text to have been vetoed."""
    said = question.assertion
    if said is None:
        return False
    of_the_whole = (said.outcome, *(c.outcome for c in said.claims if isinstance(c, ResultClaim)))
    return Outcome.VETOED in of_the_whole or any(part.veto for part in said.parts)


def vetoers_asked(question: Question) -> frozenset[str]:
    """Codes of those who are said to have cast the veto; a time before the seat passed to Russia means the Soviet Union's too."""
    cast_by = question.vetoers or (question.members if question.intent in _OF_THEM else ())
    codes = {c for m in cast_by for c in m.codes}
    if "RUS" in codes and any(d.first < SEAT_PASSED_TO_RUSSIA for d in question.days):
        codes.add("SUN")
    return frozenset(codes)


def vetoed(question: Question, record: Record) -> list[RollCall]:
    """The vetoed texts on the matter, by the states and in the days asked for, newest first; all where no matter is named."""
    on_it = _on_matter(_vetoed_then(question, record), question, record)
    codes = vetoers_asked(question)
    return [r for r in on_it if not codes or codes & set(r.vetoed_by)]


def matter_words(question: Question) -> tuple[str, ...]:
    """The same as asked, light words left out."""
    return (*(n.words for n in question.names), *(t.word for t in question.topic if not t.light))


def _with_matter(question: Question) -> Question:
    """Without the word itself and those who cast it in the topic; human rights, which go with any state, are then a matter."""
    cast_by = {m.start for m in question.vetoers}

    def matter(terms: Sequence[Term]) -> tuple[Term, ...]:
        kept = (t for t in terms if fold(t.word) not in _VETO_WORDS and t.start not in cast_by)
        return tuple(replace(t, light=t.light and t.alternatives[0] not in _RIGHTS) for t in kept)

    names = tuple(replace(name, terms=matter(name.terms)) for name in question.names)
    asked = replace(question, topic=matter(question.topic), names=names)
    if asked.has_topic or asked.vetoers or not asked.members or vetoers_asked(asked).intersection(PERMANENT):
        return asked
    # "Venezuela veto 2019": who has none to cast is what it was on.
    places = (Term(m.words, (tuple(stem(w) for w in words(m.words)),), m.start, m.end, about=m.codes[0]) for m in asked.members)
    return replace(asked, topic=(*asked.topic, *places), members=())


def _vetoed_then(question: Question, record: Record) -> list[RollCall]:
    """Amendments and other parts of a text only where they are asked for: the text itself may have been adopted."""
    parts = Flag.AMENDMENTS in question.flags
    texts = (r for r in record.catalogue.newest_first if r.outcome is Outcome.VETOED and (parts or r.kind not in PARTS))
    return in_days(texts, question.days)


def _latest(question: Question, record: Record) -> Selection:
    """ "Did Russia veto it", in a new thread: which, is the reader's to say."""
    found = vetoed(question, record) or vetoed(replace(question, members=(), vetoers=()), record)
    return Selection(Found.CHOOSE if found else Found.NO_VETO, tuple(found[:MOST_CHOICES]))


def _on_matter(texts: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    if not question.has_topic:
        return list(texts)
    codes = vetoers_asked(question)
    named = set(votes_named(question, record))
    by_name = [r for r in texts if r in named]
    if any(not codes or codes & set(r.vetoed_by) for r in by_name):
        return by_name
    matter = tuple(_as_worded(t) for t in matter_of(question))
    fitting: dict[int, Fit] = {f.roll_call_id: f for f in fits_of(replace(question, topic=matter), record, texts)}
    about = {number for number, f in fitting.items() if f.coverage >= SURE}
    return [r for r in texts if r in named or r.id in about or _is_known_by(r, matter, fitting.get(r.id), record)]


def _as_worded(term: Term) -> Term:
    """What may stand for it offers drafts and makes none meant: not all on the Palestinian question are on the Nakba."""
    return term if term.about is not None else replace(term, alternatives=term.alternatives[:1])


def _is_known_by(call: RollCall, matter: Sequence[Term], fit: Fit | None, record: Record) -> bool:
    """Whether one of its nicknames and what the record has of it hold the whole matter: "the Golan text", where the record has
    only "occupied Arab territories"."""
    asked = {s for t in matter for s in t.alternatives[0]}
    names = [stems for stems in record.names_of_vetoed().get(call.id, ()) if stems <= asked]
    held = frozenset().union(*names)
    lacking = [t for t in matter if not t.light and not held.issuperset(t.alternatives[0])]
    return bool(names) and all(fit is not None and t.word not in fit.missing for t in lacking)


def _named_in_council(question: Question, record: Record) -> list[RollCall]:
    """ "Did the US veto the Ramadan ceasefire": the Council's own text of that name, which nobody vetoed; of a time without any
    veto also what a name of several votes stands for ("Turkey vetoed the Iran sanctions in June 2010")."""
    none_then = question.days and says_vetoed(question) and not _vetoed_then(question, record)
    names = tuple(n for n in question.names if none_then or record.name_kind(n.key) == "vote")
    named = votes_named(replace(question, names=names), record)
    return [r for r in in_days(named, question.days) if r.body is Body.SC]


def _near(question: Question, record: Record) -> Selection:
    """What may be meant, for the reader to choose from; else that no veto on it is held."""
    about = replace(question, names=(), topic=matter_of(question))
    by_id = record.catalogue.by_id
    then = _vetoed_then(question, record)
    states = {t.word for t in about.topic if t.about is not None}
    near = [f for f in fits_of(about, record, then) if f.coverage >= _WORTH_OFFERING and states.isdisjoint(f.missing)]
    if near:
        return Selection(Found.CHOOSE, tuple(by_id[f.roll_call_id] for f in near[:MOST_CHOICES]), missing=near[0].missing)
    if parts := _parts_vetoed(question, record):
        return Selection(Found.CHOOSE, tuple(parts[:MOST_CHOICES]))
    if question.days and then and len(then) <= MOST_CHOICES and all(d.precision in ("day", "month") for d in question.days):
        # A list of vetoes names agenda items ("Complaint by Egypt"), and seldom the matter as people do ("Suez").
        return Selection(Found.CHOOSE, tuple(then), missing=matter_words(question))
    on_it = by_topic(replace(about, intent=Intent.SEARCH, body=None), record)
    return Selection(Found.NO_VETO, near=on_it.roll_calls[:_MOST_NEAR] if on_it else (), missing=matter_words(question))


def _parts_vetoed(question: Question, record: Record) -> list[RollCall]:
    """Vetoed amendments on the matter, each with the text that it was to change."""
    parts = vetoed(replace(question, members=(), vetoers=(), flags=question.flags | {Flag.AMENDMENTS}), record)
    wholes = (record.catalogue.whole_of(r) for r in parts)
    return list(dict.fromkeys([*(w for w in wholes if w is not None), *parts]))
