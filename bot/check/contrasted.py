"""Those set apart from, or beside, the states that a clause is about: "unlike Latvia", "but not Bahrain", "along with Palau"."""

from __future__ import annotations

import re

from bot.check.acts import Act
from bot.check.claim import Kind, Voter
from bot.check.sentence import Sentence, claim_at
from bot.check.voters import LIST, Claims, Named, named_in
from bot.question import GroupMention
from bot.understand.patterns import any_of
from bot.understand.shape import GROUP

_APART = any_of("unlike", "but not", "and not", "not", "rather than", "as opposed to", "in contrast to", "though not", "if not")
_BESIDE = any_of(
    "along with",
    "together with",
    "alongside",
    "(?:much |just )?like",
    "as well as",
    "joined by",
    "in company with",
    "and with",
    "with",
)
_BETWEEN = re.compile(rf"(?:, |[-–—] |\( )(?:(?P<apart>{_APART})|(?P<beside>{_BESIDE})) (?:the |both )?")
_UNLIKE_MOST = re.compile(rf"(?:, |[-–—] |\( )(?:unlike|in contrast to) most(?: of)?(?: the| its)? (?P<group>{GROUP}) ")
_BEHIND = re.compile(rf" ?(?:, )?(?P<apart>{_APART}) (?:the )?")
_BEFORE = re.compile(rf"(?:^|[.;:,(–—-] |\b(?:and|but|that) )(?P<apart>{_APART}) (?:the )?$")
_SHARE = re.compile(r"\b(?:most|other|some|many|several|half)\b")
_CLOSES = re.compile(r"[,)–—-] ")
_ENDS = re.compile(r"[.,;:!?)–—-]|$")
_OPENS_MAIN = re.compile(r"(?:, (?:but )?|but )(?:the )?$")


def beside(sentence: Sentence, end: int, begin: int) -> tuple[Voter, ...]:
    """Those between a list and its act who are said to have done the same: "Italy, along with Russia, voted yes"."""
    return _named_between(sentence, end, begin, "beside")


def apart(sentence: Sentence, start: int, end: int, begin: int, stop: int, act: Act) -> Claims:
    """What is denied of others, before a list, between it and its act (which begins at `begin`), or behind the act."""
    line = sentence.line
    if act.said is None or act.negated:
        return
    if (most := _UNLIKE_MOST.match(line, end)) and isinstance(group := sentence.shape.mentions[most["group"]], GroupMention):
        yield claim_at(sentence, Kind.COUNT, end + 2, begin, position=act.said, within=group, majority=True, negated=True)
    if others := _named_between(sentence, end, begin, "apart"):
        yield claim_at(sentence, Kind.POSITION, end + 2, begin, voters=others, position=act.said, negated=True)
    for listed in LIST.finditer(line, 0, start):
        opening = _BEFORE.search(line, 0, listed.start())
        if opening and _OPENS_MAIN.fullmatch(line, listed.end(), start):
            others = named_in(sentence, *listed.span())
            first = opening.start("apart")
            yield claim_at(sentence, Kind.POSITION, first, listed.end(), voters=others, position=act.said, negated=True)
    behind = _BEHIND.match(line, stop)
    listed_behind = LIST.match(line, behind.end()) if behind else None
    if behind and listed_behind and _ENDS.match(line, listed_behind.end()):
        others = named_in(sentence, *listed_behind.span())
        first = behind.start("apart")
        yield claim_at(sentence, Kind.POSITION, first, listed_behind.end(), voters=others, position=act.said, negated=True)


def _named_between(sentence: Sentence, end: int, begin: int, kind: str) -> tuple[Voter, ...]:
    opening = _BETWEEN.match(sentence.line, end)
    listed = LIST.match(sentence.line, opening.end()) if opening and opening[kind] else None
    closed = listed is not None and listed.end() < begin and _CLOSES.match(sentence.line, listed.end()) is not None
    share = listed is not None and _SHARE.search(listed[0]) is not None
    return named_in(sentence, *listed.span()) if listed and closed and not share else ()


_ALIKE = re.compile(
    r"(?:(?:both|all|again|once more|also) )?(?:voted (?:the same way|alike|identically|in the same way)"
    r"|(?:were|stood) on the same side)(?= (?:[.,;:!?)]|on )| $)"
)
_DIFFERED = re.compile(
    r"(?:(?:again|once more|also|then) )?(?:parted (?:ways|company)|voted (?:differently|otherwise|in different ways)"
    r"|(?:were|stood) on (?:opposite|different) sides|went (?:their )?separate ways)(?= (?:[.,;:!?)]|on |over )| $)"
)


def among_themselves(at: Named) -> Claims:
    """ "Slovakia and Romania voted differently", "France, Spain and Italy were on the same side"."""
    line, others = at.sentence.line, at.voters[1:]
    alike, differed = _ALIKE.match(line, at.end), _DIFFERED.match(line, at.end)
    if alike and others:
        yield claim_at(at.sentence, Kind.TOGETHER, at.start, alike.end(), voters=others, company=at.voters[:1])
    elif differed and len(others) == 1:
        yield claim_at(at.sentence, Kind.APART, at.start, differed.end(), voters=others, company=at.voters[:1])
