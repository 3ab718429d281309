"""The states that a sentence names, or means by "it" and "both", as they stand in its line: who may have voted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.check.acts import ADVERBS, act_at
from bot.check.claim import Claim, Voter
from bot.check.figures import NUMBER
from bot.check.sentence import Sentence, end_of_dateline
from bot.check.told import Told
from bot.check.turned import first_excepted
from bot.question import GroupMention, MemberMention, NonMemberMention
from bot.understand.shape import GROUP, STATE

Claims = Iterator[tuple[Claim, int]]
"""Claims, each with the place in the line where its words end."""


@dataclass(frozen=True, slots=True)
class Named:
    """A list of voters at `start` to `end` of a sentence's line. `before`: the words right before it."""

    sentence: Sentence
    start: int
    end: int
    voters: tuple[Voter, ...]
    told: Told
    before: str


_ALL_OF = (
    rf"(?:(?:all|each|every)(?: one)?(?: of)?(?: the)?(?: {NUMBER})? (?:member states|members|member|states|countries"
    rf"|governments|nations)"
    rf" (?:of|in) (?:the )?(?={GROUP}))?"
)
_ONE = (
    rf"{_ALL_OF}(?:(?:the|both|all|even|neighbou?ring|every single|each single|every|each|most|most of the|all of the|all the"
    rf"|other) ){{0,3}}(?:(?<=all )\d{{1,2}} )?{STATE} (?:\) )?(?:(?:states?|members?|countries|country|governments?"
    rf"|capitals?|delegations?|itself|too"
    rf"|of the (?:security )?council|at the time) )?"
)
_INSERTED = "[^,;:.–—\ue000-\uf8ff]{1,40}"
LIST = re.compile(
    rf"{_ONE}(?:(?:, (?!(?:both|all|each) )|, (?:and |or )|and (?:also |even |of course |finally |perhaps )?"
    rf"|(?:, )?and (?:, {_INSERTED} , "
    rf"|[-–—] {_INSERTED} [-–—] )|or |nor (?:the )?|as well as |plus |& |/ ){_ONE})*"
)
_PRONOUN = re.compile(
    r"(?<![\w'])(?P<who>it|they both|they all|they|both of them|both|he|she|all of them|the bloc|the former|the latter"
    r"|its delegate"
    r"|their delegates|(?:the|these|those|this) (?:two|pair|duo|three|trio)) (?=\S)"
)
_SIZES = {"two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}
_IS_VERB = re.compile(r"(?:were|are|was|had|have|also|both|again|vot|abst|oppos|cast|did|stood|remained)")
_OF_ONE = ("it", "he", "she", "its delegate")
_BOTH_ACT = ("abst", "voted", "opposed", "backed", "did", "were", "stayed")
REACH = 48  # characters that are looked at before a list
MATTER_BEFORE = re.compile(
    r"\b(?:of|on|about|over|against|to|into|for|inside|between|condemning|invading|regarding|concerning|sanctioning|in|across"
    r"|by|near|from|throw|called|against|toward|towards)"
    r" (?:the |its |their |all |both )?$"
)
THEIR_FRIENDS = re.compile(r"\b(?:with|from|by|unlike|like) (?:its|their|his) (?:\w+ ){0,2}$")
"""Before those who are no subject: "Greece broke with its EU partners and voted yes"."""
OPENS_CLAUSE = re.compile(
    r"\b(?:(?:representative|delegate|ambassador|envoy|delegation|government|minister)s? (?:of|from|for)|while|when|as"
    r"|that|and|but|with|though|although|because|after|where|from the|, and|by) (?:the )?$"
)
NAMES_MATTER = re.compile(
    r"(?:' )?(?:s )?(?:resolution|text|texts|draft|embargo|question|war|crisis|conflict|referendum|mission|issue|file"
    r"|vote\b(?! (?:yes|no|against|for|in))"
    r"|votes of|human rights|representative|ambassador|permanent|foreign|president|prime|delegate ?'|envoy|troops|forces"
    r"|armou?r|tanks|aggression|invasion)\b"
)


def voters_in(sentence: Sentence, told: Told) -> Iterator[tuple[int, int, tuple[Voter, ...]]]:
    line = sentence.line
    spans = [(first_excepted(line, *m.span()), _before_apposition(line, *m.span())) for m in LIST.finditer(line)]
    found = [(*span, named_in(sentence, *span)) for first, last in spans for span in _apart(line, first, last)]
    for match in _PRONOUN.finditer(line):
        meant = _meant(match["who"], sentence, match.start(), found, told)
        if meant:
            found.append((match.start(), match.end(), meant))
    return iter(sorted(((a, b, v) for a, b, v in found if v), key=lambda f: f[0]))


_CALLED = re.compile(
    r"(?:' s|'s) \w|(?:allies|ally|partners?|neighbou?rs?|friends?|clients?|rivals?|foes?|satellites?|ambassadors?|envoys?)\b"
)


def _before_apposition(line: str, start: int, end: int) -> int:
    """ "Greece and Cyprus, the EU's doubters, ...": where those named end, and what they are called begins."""
    comma = line.rfind(", ", start, end)
    called = comma > start and re.match(rf", (?:the )?{STATE} $", line[comma:end]) and _CALLED.match(line, end)
    return comma if called and " and " in line[start:comma] else end


_LAST_OF_LIST = re.compile(
    rf"(?:, )?and (?:the )?(?={STATE} (?:\w+ )?(?:did|voted|abstained|opposed|backed|was|were|joined|sided)\b)"
)


GOES_ON_ALONE = re.compile(
    rf"(?:, )?(?:and|but|while) (?:the )?(?={STATE} (?:\w+ly |also |then )?(?:did|voted|votes|abstained|abstains|opposed|backed"
    r"|was|is|joined|sided|stood|took|cast|stayed|vetoed)\b)"
)
"""The last state of what looks like one list has a verb of its own: "Bhutan was with New Delhi, and Libya was the third"."""
_ONE_BEHIND = re.compile(rf", and (?:the )?(?={STATE} (?:is|was|has)\b)")


_IN_COMPANY = re.compile(
    r"\b(?:vot\w+|sid\w+|stood|stands?|went|was|were|lined up|step|together|along|row|line|bloc|side|shoulder|hand"
    r"|forces) (?:\w+ly )?"
    r"(?:with|by|like|alongside|behind) (?:the )?$"
    r"|\b(?:join(?:ed|ing|s)|alongside|followed|(?:same (?:side|camp|column|list|row|boat|bloc|company) (?:as|with)|company of))"
    r" (?:the )?$"
)
_ADVERBS = re.compile(rf"(?:(?:, )?{ADVERBS} ){{0,3}}")
_TOO = re.compile(r"(?:also|too|as well|likewise)(?= [.,;:!?]| $)")
_PARTICIPLE = re.compile(r"\w+ing\b")


def _acts_behind(line: str, end: int) -> bool:
    """Whether those whom a list ends with have an act of their own: "Chile chose to abstain", "Argentina too"."""
    adverbs = _ADVERBS.match(line, end)
    places = dict.fromkeys([adverbs.end() if adverbs else end, end])
    acts = (act_at(line, at) for at in places if not _PARTICIPLE.match(line, at))
    own = any(hit is not None and hit[0].said is not None for hit in acts)
    return own or _TOO.match(line, end) is not None or line.startswith("too ", end - len("too "))


def clause_in_list(line: str, start: int, end: int) -> int | None:
    """ "Peru voted with Washington, Brazil and Chile abstained": where in what looks like one list the next clause
    begins; `end` where nobody can say; None where nothing shows that there is one."""
    if not _acts_behind(line, end) or not _IN_COMPANY.search(line, max(0, start - REACH), start):
        return None
    comma = line.rfind(", ", start, end)
    if comma < 0 or line.startswith((", and ", ", or "), comma):
        return None
    several = ", " in line[start:comma] and " and " not in line[start:comma]
    return end if several else comma + len(", ")


def _apart(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "... the war against Ukraine, and South Africa did the same": the last is no part of the matter, nor, where the verb is of
    one, of what stands before: "it is Hungary, and Russia is alone"."""
    following = clause_in_list(line, start, end)
    if following is not None:
        if following < end:
            yield start, following - len(", ")
            yield following, end
        return
    alone = _ONE_BEHIND.search(line, start, len(line))
    if alone is not None and alone.start() < end:
        yield start, alone.start()
        yield alone.end(), end
        return
    last = next(_LAST_OF_LIST.finditer(line, start, len(line)), None)
    if last is None or last.start() >= end or not MATTER_BEFORE.search(line, max(0, start - REACH), start):
        yield start, end
        return
    yield start, last.start()
    yield last.end(), end


def named_in(sentence: Sentence, start: int, end: int) -> tuple[Voter, ...]:
    """The states and groups between two places of the line, but for the city that a wire copy is dated from."""
    kinds = MemberMention | GroupMention | NonMemberMention
    dateline = end_of_dateline(sentence)
    return tuple(m for m in sentence.shape.mentions_in(start, end) if isinstance(m, kinds) and m.start >= dateline)


def _meant(
    word: str, sentence: Sentence, at: int, named: Sequence[tuple[int, int, tuple[Voter, ...]]], told: Told
) -> tuple[Voter, ...]:
    """Whom a pronoun stands for: the states named last as the subject, here or in the sentence before."""
    if word in ("the former", "the latter"):
        pairs = [v for a, _, v in named if a < at and len(v) == 2]
        pair = pairs[-1] if pairs else told.pair
        return pair[:1] if word == "the former" else pair[1:]
    if (size := _SIZES.get(word.rsplit(maxsplit=1)[-1])) is not None:
        return told.voters if len(told.voters) == size and _IS_VERB.match(sentence.line, at + len(word) + 1) else ()
    if word in ("both", "both of them"):
        meant = told.voters if len(told.voters) == 2 else told.one_by_one
        act = sentence.line[at + len(word) + 1 :].removeprefix("had ").removeprefix("have ")
        return meant if len(meant) == 2 and act.startswith(_BOTH_ACT) else ()
    if word == "it" and not re.compile(
        rf"(?:{ADVERBS} ){{0,3}}(?:vot|abst|oppos|cast|did|veto|took no|stayed|was alone|was the only|stood alone|sided|joined"
        rf"|broke)"
    ).match(sentence.line, at + 3):
        return ()
    here = [v for a, _, v in named if a < at and is_subject(sentence.line, a, v)]
    meant = here[-1] if here else told.subject
    plural = len(meant) > 1 or any(isinstance(m, GroupMention) for m in meant)
    return meant if (word not in _OF_ONE) == plural else ()


def is_subject(line: str, start: int, voters: Sequence[Voter]) -> bool:
    if any(isinstance(v, MemberMention) and v.adjective for v in voters):
        return False
    return not MATTER_BEFORE.search(line, max(0, start - REACH), start)


_DASHED = re.compile(r"[-–—] [^;:–—]{1,110}? [-–—] ")
_IN_BRACKETS = re.compile(r"\( [^()]{1,80} \) ")
_COMMA = re.compile(r", ")
_LONGEST_ASIDE = 170
_NEW_CLAUSE = re.compile(rf", (?:and|but|while|when|whereas|though) (?:the )?{STATE}|; |: ")


def past_asides(line: str, end: int) -> Iterator[int]:
    """Where a sentence may go on behind a list: at once, and behind what is put between ("Britain, the mandatory power, ...")."""
    yield end
    for aside in (_DASHED, _IN_BRACKETS):
        if match := aside.match(line, end):
            yield match.end()
    if line[end : end + 2] == ", ":
        limit = _NEW_CLAUSE.search(line, end)
        stop = min(end + _LONGEST_ASIDE, limit.start() if limit else len(line))
        yield from (comma.end() for comma in _COMMA.finditer(line, end + 2, stop))


# "Russia, China abstained, India voted no": what is between has its own voter, and is no aside.
OWN_VOTER = re.compile(rf"{STATE} (?:also |both |all )?(?:voted|abstained|opposed|backed|vetoed)\b")
