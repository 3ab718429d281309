"""Persons who voted for a state: "Manzi Bakuramutsa voted against on behalf of Rwanda", "Mr. Gambari abstained for Nigeria"."""

from __future__ import annotations

import re

from bot.check.acts import act_at
from bot.check.claim import Kind
from bot.check.sentence import claim_at
from bot.check.turned import NOT_QUITE, denied_before
from bot.check.voters import REACH, Claims, Named
from bot.question import MemberMention
from bot.understand.shape import STATE

_IN_THE_NAME = re.compile(
    r"\b(?:on behalf of|in the name of) (?:the )?(?:(?:government|delegation|people) of )?(?:the )?$"
    r"|\b(?:abstained|abstaining|voted (?:against|no|yes|in favou?r|for (?:it|them))|vetoed it"
    r"|did (?:so|likewise|the same)|was (?:against|in favou?r)) for (?:the )?$"
)
ON_BEHALF = re.compile(rf"[^.,;:!?\ue000-\ue2ff]{{0,90}}?\b(?:on behalf of|in the name of) (?:[a-z]+ ){{0,4}}{STATE}")
"""Behind an act: the state was not the one that the person was named beside."""
_CLAUSE = re.compile(r"[.;:!?] |, (?:and|but|while|whereas|though) |\b(?:while|whereas|and then) ")
_ENDS = re.compile(r"[.,;:!?)–—-]|$|(?:and|but|while|with|in|on|as|at|when|after|before) ")
_SPOKE = re.compile(
    r"\b(?:sp(?:oke|eaking|eaks)|said|saying|statement|read|reading|introduc\w+|present\w+|explain\w+|expressed|will|would|could"
    r"|might|may|not|never|n't|no one|nobody|asked|urged|to)\b"
)


def in_the_name(at: Named) -> Claims:
    """The state alone has voted, whoever raised the hand."""
    line, voters = at.sentence.line, at.voters
    opening = _IN_THE_NAME.search(line, max(0, at.start - REACH), at.start)
    if opening is None or len(voters) != 1 or not isinstance(voters[0], MemberMention) or voters[0].adjective:
        return
    if not _ENDS.match(line, at.end):
        return
    since = max((m.end() for m in _CLAUSE.finditer(line, 0, opening.start() + 1)), default=0)
    for first in (m.start() for m in re.compile(r"(?<=\s)\S|^\S").finditer(line, since, at.start)):
        hit = act_at(line, first)
        if hit is None or hit[0].company or hit[0].apart or hit[1] > at.start:
            continue
        act, _ = hit
        before = line[since:first]
        if re.search(STATE, line[first : at.start]) or _SPOKE.search(before) or NOT_QUITE.search(before):
            return
        position, negated = (act.said, act.negated)
        if act.alike:
            position, told = at.told.position_at(at.sentence.span(first, first + 1)[0])
            negated = told is not act.negated
        if position is not None and not denied_before(before):
            yield claim_at(
                at.sentence, Kind.POSITION, first, at.end, voters=voters, position=position, negated=negated, veto=act.veto
            )
        return
