"""Whether a text is about votes of the United Nations, and not of parliaments and juries; and on which day it opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.check.evidence import Evidence
from bot.check.matter import Matter, heads
from bot.check.parts import Read
from bot.check.referent import Scene, Why
from bot.check.referents import Referents
from bot.question import DayRange, MemberMention
from store.facts import Body

_OPENING = 6  # sentences
_FIRST = 3  # sentences
_SEVERAL = 2  # paragraphs


def without_foreign_paragraphs(reads: Sequence[Read], evidence: Sequence[Evidence]) -> list[Evidence]:
    """A paragraph on a parliament is all on it, as long as no body of the United Nations is named in it."""
    placed = list(zip(reads, evidence, strict=True))
    foreign = {r.sentence.paragraph for r, e in placed if e.foreign}
    foreign -= {r.sentence.paragraph for r, e in placed if e.anchored or e.symbols}
    return [replace(e, foreign=e.foreign or r.sentence.paragraph in foreign) for r, e in placed]


def under_headings(reads: Sequence[Read], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentence behind a heading ("Oceans.") opens with what that says, too; where several paragraphs begin so, what follows
    is on nothing else."""
    headed = list(evidence)
    headings = [place for place, read in enumerate(reads[:-1]) if _is_heading(place, reads) and not read.claims]
    inside = [place for place in headings if reads[place].sentence.paragraph == reads[place + 1].sentence.paragraph]
    for place in headings:
        terms = tuple(t for t in evidence[place].terms if t.about is None)
        matter = Matter(terms, fronted=len(inside) >= _SEVERAL and place in inside and any(not t.light for t in terms))
        if terms:
            headed[place + 1] = replace(headed[place + 1], matters=(*headed[place + 1].matters, matter))
    return headed


def _is_heading(place: int, reads: Sequence[Read]) -> bool:
    """A few words at the start of a paragraph; a paragraph of its own if no full stop ends it."""
    here, following = reads[place].sentence, reads[place + 1].sentence
    opens = not place or reads[place - 1].sentence.paragraph != here.paragraph
    return opens and heads(here.text) and (here.paragraph == following.paragraph or here.text[-1:] != ".")


def is_about_votes(reads: Sequence[Read], evidence: Sequence[Evidence], referents: Referents) -> bool:
    """Whether a body, a symbol or a nickname says so, or else the numbers and days are those of one roll call."""
    if any(_says_so(e) and not e.foreign for e in evidence):
        return True
    if any(e.foreign for e in evidence):
        return False
    if _told_by_counts(evidence, referents) or any(_of_the_council(e, referents) for e in evidence):
        return True
    states_vote = any(isinstance(v, MemberMention) for r in reads for c in r.claims for v in c.voters)
    return states_vote and any(_counted_in_the_council(e, referents) or _is_vetoed(e, referents) for e in evidence)


def _says_so(evidence: Evidence) -> bool:
    by_symbol = any(s.certain for s in evidence.symbols)
    return evidence.anchored or by_symbol or bool(evidence.names) or evidence.outside == Why.ECOSOC


def _of_the_council(evidence: Evidence, referents: Referents) -> bool:
    """ "The Council voted on 4 February 1972", of a day on which the Security Council did."""
    of_a_day = [d for d in evidence.days if d.precision == "day" and d.first == d.last and not d.fitting_year]
    return evidence.perhaps is not None and bool(of_a_day) and referents.voted_then(evidence.perhaps, of_a_day)


def _counted_in_the_council(evidence: Evidence, referents: Referents) -> bool:
    """ "The Council invited them in September 1950, by seven votes to three": a vote of that time ended so."""
    dated = [d for d in evidence.days if not d.fitting_year]
    sides = sum(n is not None for n in evidence.result)
    return evidence.perhaps is not None and sides > 1 and referents.counted_then(evidence.perhaps, dated, evidence.result) > 0


def _is_vetoed(evidence: Evidence, referents: Referents) -> bool:
    """ "On 18 October 2023 the United States vetoed the text": of a day on which a draft of the Council was."""
    dated = [d for d in evidence.days if d.precision == "day" and not d.fitting_year]
    return evidence.veto and referents.vetoed_then(dated)


def _told_by_counts(evidence: Sequence[Evidence], referents: Referents) -> bool:
    scene = Scene()
    result: list[int | None] = [None] * 4
    for one in evidence:
        if one.days:
            result = [None] * 4
        result = [new if new is not None else old for new, old in zip(one.result, result, strict=True)]
        scene.days = one.days or scene.days
        if referents.by_counts(replace(one, result=_four(result), days=()), scene) is not None:
            return True
    return False


def _four(numbers: Sequence[int | None]) -> tuple[int | None, int | None, int | None, int | None]:
    yes, no, abstain, non_voting = numbers
    return yes, no, abstain, non_voting


def only_body(evidence: Sequence[Evidence]) -> Body | None:
    """The one that a text speaks of; the Human Rights Council only where the text opens with it."""
    bodies = list(dict.fromkeys(e.body for e in evidence if e.body is not None))
    opens = {e.body for e in evidence[:_FIRST]}
    return bodies[0] if len(bodies) == 1 and (bodies[0] in (Body.GA, Body.SC) or bodies[0] in opens) else None


def first_day(reads: Sequence[Read]) -> tuple[DayRange, ...]:
    """The first full date of a text, or the only one: what is told before it is of that day, too."""
    opening = tuple(_full_dates(reads[:_OPENING]))
    if opening:
        return opening[:1]
    anywhere = tuple(_full_dates(reads))
    return anywhere[:1] if len({d.first for d in anywhere}) == 1 else ()


def _full_dates(reads: Sequence[Read]) -> Iterator[DayRange]:
    days = (d for r in reads for d in r.sentence.found.days.ranges)
    return (d for d in days if d.precision == "day" and not d.fitting_year and not d.open_end)
