"""Those said to have done the same as others: "so is Cuba", "alongside Moscow", "Russia's four companions were ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.acts import act_at
from bot.check.claim import Kind
from bot.check.figures import NOUN, NUMBER, number_of
from bot.check.sentence import claim_at
from bot.check.voters import LIST, Claims, Named, named_in
from bot.understand.shape import DAYS, STATE

_SO_BEFORE = re.compile(
    r"\b(?:so|neither|nor|as)(?: , too ,| too| also)? (?:is|was|were|are|did|does|had|has|have|do) (?:also |too )?(?:the )?$"
    r"|(?:^|(?<=[,;:.(–—-] )|\band )(?:and )?(?:the )?same (?:(?:thing )?(?:goes |is true |holds )?(?:for|with|of)|did"
    r"|story (?:for|with))"
    r" (?:the )?$"
    r"|(?:^|(?<=[,;:.(–—-] )|\band )(?:and )?with (?:them|it|him|her) (?:also |voted )?(?:the )?$"
)
_ENDS = re.compile(r" ?[.;!]|$")  # "Who abstained? Germany and Brazil."
_TOO_INSIDE = re.compile(r"too (?:[.!;)]|$|, (?:by the way|btw|sadly|of course|alas))")
_ALSO_BEFORE = re.compile(r"\band also (?:the )?$")
_TOO = re.compile(
    r"(?:, )?(?:too|as well|also|likewise|the same|ditto|idem|another one)(?= [.!;)]| $| , (?:by the way|btw|sadly"
    r"|of course|alas))"
)
_CLAUSE_BEFORE = re.compile(r"(?:[,;:(–—-] |[,;] and |\band )(?:also |even )?(?:the )?$")  # "..., and Armenia too"


def after_so(at: Named) -> Claims:
    """ "So is Cuba", "nor did Brazil"; "Argentina, too"."""
    sentence, start, end, voters, told, before = at.sentence, at.start, at.end, at.voters, at.told, at.before
    opening = _SO_BEFORE.search(before)
    position, negated = told.position_at(sentence.span(start, end)[0])
    if told.answers and position is not None and not before.strip() and _ENDS.match(sentence.line, end):
        yield claim_at(sentence, Kind.POSITION, start, end, voters=voters, position=position, negated=negated)
        return
    alone = not before.strip() or (_CLAUSE_BEFORE.search(before) is not None and told.is_said_here(sentence.span(start, end)[0]))
    too = _TOO.match(sentence.line, end) if alone else None
    too = too or (_TOO_INSIDE.match(sentence.line, end - 4) if alone else None)
    told_here = told.is_said_here(sentence.span(start, end)[0])
    too = too or (_ENDS.match(sentence.line, end) if told_here and _ALSO_BEFORE.search(before) else None)
    if too and position is not None and not told.is_of_a_tally(sentence.span(start, end)[0]):
        last = max(end, too.end() - 1) if too.re is _TOO else end
        yield claim_at(sentence, Kind.POSITION, start, last, voters=voters, position=position, negated=negated)
        return
    if opening is None or position is None or told.is_of_a_tally(sentence.span(start, end)[0]):
        return
    first = start - len(before) + opening.start()
    yield claim_at(sentence, Kind.POSITION, first, end, voters=voters, position=position, negated=negated)


_COMPANIONS = re.compile(
    r"(?:' )?(?:s )?(?P<number>\w+ )?(?:companions|allies|fellow \w+|partners|friends|company) (?:was|were|being|: ) "
)


def companions(at: Named) -> Claims:
    """ "Russia's four companions were Belarus, North Korea, Syria and Eritrea"."""
    sentence, start, end, voters = at.sentence, at.start, at.end, at.voters
    match = _COMPANIONS.match(sentence.line, end)
    listed = LIST.match(sentence.line, match.end()) if match else None
    if match is None or listed is None:
        return
    company = named_in(sentence, *listed.span())
    number = number_of((match["number"] or "").strip())
    yield claim_at(sentence, Kind.TOGETHER, start, listed.end(), voters=company, company=voters, only=number is not None)


_COMPANY_BEFORE = re.compile(
    r"\b(?:alongside|just like|like|together with|joined by|along with|as did|as had|in company with|followed by|backed by"
    r"|in step with|and so did|as well as|with)"
    r" (?:the |both )?$"
)
INCLUDING_BEFORE = re.compile(
    r"\b(?:including|incl(?: \.)?|between them|amongst them|in between|among them|such as|notably|namely|among others"
    r"|chief among them) ,? ?(?:the )?$"
)
_NUMBER_BEFORE = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER}) (?:{NOUN} )?(?:, |- |– |— |\( )(?:including|among them|such as|notably) (?:the )?$"
)
_OWN = re.compile(r"(?:' )?s (?!among |included )\w")
INCLUDED = "included"  # among those counted already: "17 others, including Russia"


def in_company(at: Named) -> Claims:
    """ "..., just like Germany", "..., alongside Moscow", "... including Russia": they did what was said just before."""
    sentence, start, end, before, line = at.sentence, at.start, at.end, at.before, at.sentence.line
    including = INCLUDING_BEFORE.search(before)
    joined = _COMPANY_BEFORE.search(before) or including
    since = max(line.rfind("; ", 0, start), line.rfind(": ", 0, start), 0)
    position, negated = at.told.position_at(sentence.span(start, end)[0])
    said = position is not None and any(act_at(line, at) for at in _word_starts(line, since, start))
    said = said or (including is not None and position is not None)
    if _OWN.match(line, end):
        return  # "including Russia's partner China"
    counted = _NUMBER_BEFORE.search(line, 0, start) if including else None
    if counted and at.told.is_free(*counted.span("number")):
        return  # "not voting: 12, including Morocco", of which nothing was read
    if joined is None or not said or joined[0].startswith("with") or (including and _act_of_their_own(at)):
        return
    if re.search(rf"\b(?:in|with|of) {STATE} $", before) or re.search(DAYS, line[start:end]):
        return
    which = INCLUDED if INCLUDING_BEFORE.search(before) else None
    yield claim_at(sentence, Kind.POSITION, start, end, voters=at.voters, position=position, negated=negated, which=which)


def _act_of_their_own(at: Named) -> bool:
    """ "Five members, namely Cyprus and Malta, sided with them": an act behind the list that no number before it has taken."""
    line = at.sentence.line
    hit = act_at(line, at.end + 2) if line.startswith((", ", "- ", ") ", "– ", "— "), at.end) else None
    return hit is not None and at.told.is_free(at.end + 2, hit[1])


def _word_starts(line: str, start: int, end: int) -> Iterator[int]:
    yield from (m.start() for m in re.compile(r"(?<=\s)\S|^\S").finditer(line, start, end))
