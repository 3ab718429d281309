"""More than half of a group, and all but a few named: "most African states abstained", "all of NATO but Turkey", "everyone but
Panama"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.check.acts import ADVERBS, act_at, object_end
from bot.check.claim import Claim, Kind
from bot.check.figures import NUMBER
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken
from bot.check.voters import LIST, named_in, past_asides
from bot.question import GroupMention, MemberMention
from bot.understand.shape import GROUP, STATE

_NOUN = r"(?:' )?(?:s )?(?:(?:the|un|member|\d+) )*(?:members?|(?:member )?states|countries|nations|governments|delegations)?"
_MOST = re.compile(
    rf"(?<![\w-])(?:most(?: of)?|(?:a|the) (?:\w+ )?majority of|more than half(?: of)?|over half(?: of)?"
    rf"|the bulk of) (?:the |its )?"
    rf"(?P<group>{GROUP}) (?:{_NOUN} )?"
)
_SET_APART = re.compile(r"\b(?:unlike|like|with|from|than|not|as did|so did|alongside|along with|in contrast to) (?:the |its )?$")
_BUT = re.compile(
    rf"(?:all|every|each)(?: one)?(?: of)?(?: the)?(?: \d+)? (?:(?:members?|countries|states|nations|allies) (?:of"
    rf"|in) (?:the )?)?"
    rf"(?P<group>{GROUP}) (?:{_NOUN} )?(?:, )?"
    r"(?:but|except|bar|save|minus|apart from|aside from|other than|excluding|with the exception of|with the (?:sole"
    r"|only) exception of)"
    r" (?:for )?(?:the )?"
)
_EXCEPTION_FIRST = re.compile(r"\b(?:with the (?:sole |only )?exception of|except for|apart from|aside from) (?:the )?")
_NOBODY = re.compile(
    r"(?:, )?(?:nobody|no one|none|no (?:other )?(?:country|state|member|nation|government|delegation))(?: else)? "
)
_SOME = re.compile(rf"{STATE}(?:(?: ,| and|, and) (?:the )?{STATE}){{0,4}} ")
_ALL = re.compile(rf", (?:all|every|each)(?: of)?(?: the)?(?: other)? (?P<group>{GROUP}) (?:{_NOUN} )?")
_EVERYONE = re.compile(
    rf"\b(?:everyone(?: else)?|everybody(?: else)?|all(?: of)?(?: the)?(?: other)?(?: {NUMBER})?(?: (?:un|council|assembly"
    rf"|security|member)){{0,2}}"
    r" (?:members?|states|countries|nations|delegations|governments)(?: of the (?:security )?(?:council|assembly))?"
    r"|every (?:other )?(?:council |member )?(?:member|state|country|nation|delegation)|(?:the )?(?:whole"
    r"|entire) (?:council|assembly)|all(?= (?:voted|but|except)\b)"
    r"|all others) "
)
_BUT_THEM = re.compile(
    r"(?:, )?(?:but|except(?:ing)?(?: for)?|bar|save(?: for)?|apart from|aside from|other than|minus|excluding) (?:the )?"
)
_EXCEPTED_BEFORE = re.compile(
    rf"(?:\b(?:with the (?:sole |only )?exception of|except for|apart from|aside from|bar"
    rf"|save for) (?P<who>(?:the )?{STATE}[^.;:]*?) , "
    rf"|(?P<whom>(?:the )?{STATE}(?: (?:,|and|, and) (?:the )?{STATE})*) (?:aside|apart|excepted) , )$"
)
_WHO = re.compile(rf"(?:which|who) (?:{ADVERBS} ){{0,2}}")
_ADVERBS = re.compile(rf"(?:(?:, )?{ADVERBS} ){{0,4}}(?:, )?")


def shares_in(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """In no order. What they were read from is taken."""
    yield from _most(sentence, taken)
    yield from _all_but_named(sentence, taken)
    yield from _nobody_but(sentence, taken)
    yield from _everyone_but(sentence, taken)


def _most(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    line = sentence.line
    for match in _MOST.finditer(line):
        group = sentence.shape.mentions[match["group"]]
        if apart := _SET_APART.search(line, 0, match.start()):
            if not apart[0].startswith(("unlike", "in contrast")):  # these are judged with the act
                taken.take(*match.span())
            if apart[0].startswith(("as did", "so did")) and isinstance(group, GroupMention):
                # what they did is that of the states beside
                yield claim_at(sentence, Kind.COUNT, apart.start(), match.end(), within=group, majority=True)[0]
            continue
        yield from _done(sentence, taken, match.start(), list(past_asides(line, match.end())), group, majority=True)


def _all_but_named(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    line = sentence.line
    for match in _BUT.finditer(line):
        excepted = LIST.match(line, match.end())
        if excepted:
            group = _without(sentence, sentence.shape.mentions[match["group"]], *excepted.span())
            after = excepted.end() + 2 * (line[excepted.end() : excepted.end() + 2] == ", ")
            if (who := _WHO.match(line, after)) and (hit := act_at(line, who.end())) and hit[0].said is not None:
                # "every EU member but Hungary, which abstained": that is said of Hungary alone
                taken.take(excepted.start(), hit[1])
                voters = named_in(sentence, *excepted.span())
                yield claim_at(
                    sentence, Kind.POSITION, excepted.start(), hit[1], voters=voters, position=hit[0].said, negated=hit[0].negated
                )[0]
                continue
            yield from _done(sentence, taken, match.start(), [after], group)
    for match in _EXCEPTION_FIRST.finditer(line):
        excepted = _SOME.match(line, match.end())
        everyone = _ALL.match(line, excepted.end()) if excepted else None
        if excepted and everyone:
            group = _without(sentence, sentence.shape.mentions[everyone["group"]], *excepted.span())
            yield from _done(sentence, taken, match.start(), [everyone.end()], group)


def _nobody_but(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """ "Apart from France and Spain, nobody opposed it"."""
    line = sentence.line
    for match in _EXCEPTION_FIRST.finditer(line):
        excepted = _SOME.match(line, match.end())
        nobody = _NOBODY.match(line, excepted.end()) if excepted else None
        hit = act_at(line, nobody.end()) if nobody else None
        if excepted and hit and hit[0].said is not None and not hit[0].negated:
            taken.take(match.start(), hit[1])
            voters = named_in(sentence, *excepted.span())
            yield claim_at(sentence, Kind.POSITION, match.start(), hit[1], voters=voters, position=hit[0].said, only=True)[0]


def _everyone_but(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """ "Everyone but Panama voted yes", "all members did, except Iraq": the only ones that did not are those."""
    line = sentence.line
    for everyone in _EVERYONE.finditer(line):
        first, last = everyone.span()
        before = _EXCEPTED_BEFORE.search(line, 0, first)
        between = _BUT_THEM.match(line, last)
        excepted = LIST.match(line, between.end()) if between else None
        place = excepted.end() + 2 * line.startswith(", ", excepted.end()) if excepted else last
        adverbs = _ADVERBS.match(line, place)
        hit = act_at(line, place) or (act_at(line, adverbs.end()) if adverbs else None)
        if hit is None or hit[0].said is None or hit[0].negated:
            if excepted and taken.free(first, excepted.end()):
                taken.take(first, excepted.end())
            continue
        last = hit[1]
        if excepted is None and before is not None:
            named = "who" if before["who"] else "whom"
            first, excepted = before.start(), next(LIST.finditer(line, before.start(named), before.end(named) + 1), None)
        elif excepted is None and (behind := _BUT_THEM.match(line, object_end(line, last))):
            excepted = LIST.match(line, behind.end())
            last = excepted.end() if excepted else last
        voters = named_in(sentence, *excepted.span()) if excepted else ()
        if voters and taken.free(first, last):
            taken.take(first, last)
            yield claim_at(sentence, Kind.POSITION, first, last, voters=voters, position=hit[0].said, negated=True, only=True)[0]


def _without(sentence: Sentence, group: object, first: int, last: int) -> object:
    codes = tuple(v.codes[0] for v in named_in(sentence, first, last) if isinstance(v, MemberMention))
    return replace(group, without=(*group.without, *codes)) if isinstance(group, GroupMention) and codes else None


def _done(
    sentence: Sentence, taken: Taken, first: int, places: list[int], group: object, *, majority: bool = False
) -> Iterator[Claim]:
    for place in places:
        adverbs = _ADVERBS.match(sentence.line, place)
        hit = act_at(sentence.line, place) or (act_at(sentence.line, adverbs.end()) if adverbs else None)
        if hit and hit[0].said is not None and isinstance(group, GroupMention) and taken.free(first, hit[1]):
            taken.take(first, hit[1])
            kind = Kind.COUNT if majority else Kind.POSITION
            said = {"within": group, "majority": True} if majority else {"voters": (group,)}
            yield claim_at(sentence, kind, first, hit[1], position=hit[0].said, negated=hit[0].negated, **said)[0]
            return
    if isinstance(group, GroupMention):
        taken.take(first, places[0])
