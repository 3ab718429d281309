"""Words of weight in the clause of a claim that its reading has no place for: with any of them nothing is claimed.

What `bot.understand.leftovers` is for a statement put to the bot, this is for a sentence of running text. A reading that leaves
out "always", "until then" or "respectively" would judge another statement than the one printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from bot.check.claim import Claim, Kind
from bot.check.sentence import Sentence
from bot.question import DayRange, GroupMention
from bot.understand.number_words import CARDINAL
from bot.understand.patterns import any_of, any_word
from bot.understand.shape import GROUP, STATE
from bot.understand.sides import is_of_a_side
from store.facts import Position

_OF_STATES = frozenset({Kind.POSITION, Kind.TOGETHER, Kind.APART, Kind.COUNT})
_OF_POSITIONS = frozenset({Kind.POSITION, Kind.COUNT, Kind.TALLY})
_COUNTED = rf"(?:\d+|{CARDINAL}|several|many|some|more|last few|past few)"

_Held = Callable[[Claim], bool]


def _never(_: Claim) -> bool:
    return False


_HELD_BY: tuple[tuple[re.Pattern[str], _Held], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b"), held)
    for words, held in (
        # of other times than that of the vote
        (
            any_of(
                any_word("always consistently invariably everytime perennially unfailingly habitually routinely"),
                any_word("usually normally typically traditionally generally regularly frequently often sometimes rarely seldom"),
                rf"for (?:the (?:past|last) )?(?:\w+ )?{_COUNTED} (?:\w+ )?(?:years|decades|votes|times|sessions)",
                "for (?:years|decades|a decade|a generation)",
                "(?:each|every) (?:year|time|session|autumn|november|october|december)",
                "year after year|year in , year out|in previous years|in past years|over the years|in the past|historically",
                rf"(?:on )?{_COUNTED} (?:previous |earlier |other |separate )?(?:occasions|times)|repeatedly|twice|thrice",
                "long(?= (?:opposed|supported|backed|abstained|voted|been))",
                "until (?:then|now|recently|this|that|last)|till then|up to then|hitherto|previously|formerly|before then",
                "no longer|any more|anymore",
            ),
            lambda c: c.series or c.which is not None,
        ),
        # of whom it is not said for sure
        (
            any_of("some|several|many|few|half|part", rf"{_COUNTED} of") + rf" (?:of )?(?:the |its |those )?(?={STATE})",
            lambda c: c.kind is Kind.COUNT,
        ),
        # of what nobody did, or might have done
        (
            any_of(
                any_word("almost nearly barely hardly scarcely supposedly allegedly reportedly possibly probably presumably"),
                any_word("perhaps maybe apparently rumou?red falsely wrongly mistakenly"),
                "(?<!that )(?<!which )(?:could|might|should|would(?! have none))",
            ),
            lambda c: c.at_least or c.at_most,
        ),
        # what leaves some out, or others
        (
            any_of("only(?! abst)", "alone", "lone", "sole", "solely", "(?<!every )(?<!each )single", "nobody else", "no other"),
            lambda c: c.only or c.kind is Kind.COUNT,
        ),
        (
            any_of(
                "except(?:ing)?(?: for)?",
                "bar",
                "save(?: for)?",
                "barring",
                "minus",
                "excluding",
                "apart from",
                "aside from",
                "other than",
                "exceptions?(?! (?:was|were))",
            ),
            lambda c: c.only or c.all_but is not None or any(isinstance(v, GroupMention) and v.without for v in c.voters),
        ),
        (
            any_of("urged", "asked", "told", "pressed", "lobbied", "persuaded", "warned", "begged") + rf" (?:the )?{STATE} ",
            _never,
        ),
    )
)
_TURNS_ROUND = re.compile(
    rf"\b{any_word('not never nor neither nobody none cannot without refused refuses refusing declined declining stopped')}\b"
    r"|n't\b|\b(?:refrain\w*|fail(?:ed|ing)?|shied|short of|rather than|instead of)\b"
)
_IDLE = re.compile(
    r"\bas (?:always|usual|ever|expected)\b|\bwithout (?:an? |any |further |much |the slightest )?"
    r"(?:explanation|comment|word|hesitation|debate|discussion|blinking|shame)\b"
)
"""What takes nothing from a statement, though its words do elsewhere."""
_IN_COMPANY = re.compile(
    r"(?:\b(?:not|never|hardly|scarcely|far from|anything but)|n't) (?:\w+ ){0,2}?"
    r"(?:alone|the (?:only|sole|lone) (?:one|state|country|member))\b"
)
"""Not alone: who else, is not said."""
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|gets?|got)(?: (?!not\b|n't\b)[a-z]+ly| also| even| thus| then){0,2} "
    r"(?:opposed(?! to)|supported|backed|endorsed|rejected|approved|favou?red)\b"
    rf"(?! (?:\w+ ){{0,2}}by (?:the )?(?:{STATE}|{GROUP}))"
)
"""Who did so is told behind it, if at all: "Bahrain had been opposed by nobody"."""
_RESPECTIVELY = re.compile(r"\brespectively\b")
_TIMES_BEFORE = re.compile(r"(?:before|until|till|up to|prior to)\b", re.IGNORECASE)
_BOUNDED = re.compile(
    r"(?<!nobody )(?<!no one )(?<!none )\b(?:until|till|up to|before|between|from|except|but|bar|save|apart)\b", re.IGNORECASE
)
"""Of a series: not all of its votes are meant."""
_OF_A_FEW = re.compile(
    r" ?(?:of|among|amongst|within) (?:the |its |their )?"
    r"(?!(?:council|assembly|un|un's|united|\d+) )"
    r"(?:[^ ,;:\ue100-\ue1ff]+ ){1,5}(?:members|states|countries|nations|governments|neighbours|neighbors|allies"
    r"|capitals) (?:, )?"
)
_UNTRUE = re.compile(
    r"^(?:[^,;:]{0,60} )?(?:is|are|was|were|proved|turned out to be) (?:simply |plainly |quite |just |utterly )?(?:false"
    r"|untrue|wrong|incorrect"
    r"|mistaken|a (?:lie|myth|fake|hoax)|fake|nonsense|baseless|misleading|fiction|denied)\b"
)
_UNTRUE_BEFORE = re.compile(
    r"\b(?:wrongly|falsely|erroneously|mistakenly|incorrectly|myth|hoax|fake|rumou?rs?|den(?:y|ies|ied|ying))\b[^;:.]*$"
)
_REPORTED_BEFORE = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|idea|notion|assertion|allegations?|suggestion|story|stories) (?:\w+ )?that [^;:.]*$"
)
_OPENS = re.compile(
    r"[;:.!?()–—]|- |, (?:and|but|while|whereas|though|although|when|who|which|where)\b|,|\b(?:while|whereas|but|and)\b"
)
_STRONG = re.compile(r"[;:.!?()–—] |- |, (?:and|but|while|whereas|though|although|who|which)\b|\bwhile\b|\bwhereas\b")
_ADVERBIAL = re.compile(
    r" ?(?:until|till|before|up to|hitherto|previously|formerly|in (?:the past|previous|past)|for|every|each|over)\b"
)


def read_in_full(claim: Claim, sentence: Sentence) -> bool:
    """Whether nothing of weight is left over in the clause of a claim on states."""
    if claim.kind in _OF_POSITIONS and _is_of_a_side(claim, sentence):
        return False
    if claim.kind not in _OF_STATES:
        return True
    if claim.kind is Kind.COUNT and claim.within is None and _is_of_a_few(claim, sentence):
        return False
    words, after = (_IDLE.sub("", part) for part in _clause(claim, sentence))
    if _RESPECTIVELY.search(sentence.line[bisect_left(sentence.shape.offsets, claim.start) :].split(" ; ")[0]):
        return False
    if claim.series and _BOUNDED.search(_behind(claim, sentence)):
        return False
    if _is_called_untrue(claim, sentence) or _is_of_times_before(claim, sentence):
        return False
    if _IN_COMPANY.search(words) or (claim.kind is Kind.POSITION and _PASSIVE.search(words)):
        return False
    if _TURNS_ROUND.search(words) and not _is_turned(claim):
        return False
    return all(held(claim) or not pattern.search(f"{words} {after}") for pattern, held in _HELD_BY)


def _is_of_a_side(claim: Claim, sentence: Sentence) -> bool:
    """ "141 countries voted against Russia" gives no position: Russia may have taken it itself."""
    offsets = sentence.shape.offsets
    first, last = bisect_left(offsets, claim.start), bisect_left(offsets, claim.end)
    sides = [n for n in (claim.tally or ())[:2] if n is not None]
    of_one_side = claim.position in (Position.YES, Position.NO) or len(sides) == 1
    return of_one_side and is_of_a_side(sentence.line, first, last)


def _behind(claim: Claim, sentence: Sentence) -> str:
    """The words of a claim and behind it, up to the next stop, with those of each time."""
    line, mentions = sentence.line, sentence.shape.mentions
    own = re.split(r"[;:.!?] ", line[bisect_left(sentence.shape.offsets, claim.start) :], maxsplit=1)[0]
    return "".join(mentions[c].words if c in mentions else c for c in own)


def _is_of_a_few(claim: Claim, sentence: Sentence) -> bool:
    """ "Of the Council's African members, two abstained": a number of some whom no list names."""
    line, first = sentence.line, bisect_left(sentence.shape.offsets, claim.start)
    strong = max((m.end() for m in _STRONG.finditer(line, 0, first)), default=0)
    return _OF_A_FEW.match(line, strong, first) is not None


def _is_of_times_before(claim: Claim, sentence: Sentence) -> bool:
    """ "Before 2022 most EU members had abstained"."""
    line, first = sentence.line, bisect_left(sentence.shape.offsets, claim.start)
    strong = max((m.end() for m in _STRONG.finditer(line, 0, first)), default=0)
    days = (m for m in sentence.shape.mentions_in(strong, first) if isinstance(m, DayRange))
    return any(_TIMES_BEFORE.match(d.words) for d in days)


def _is_called_untrue(claim: Claim, sentence: Sentence) -> bool:
    """ "Reports that Turkey abstained are false", "it was reported, wrongly, that Germany voted no"."""
    line, offsets = sentence.line, sentence.shape.offsets
    before, after = line[: (at := bisect_left(offsets, claim.start))], line[at:]
    if _UNTRUE_BEFORE.search(before) and re.search(r"\bthat (?:\S+ ){0,3}$", before):
        return True
    return _UNTRUE.match(after) is not None and _REPORTED_BEFORE.search(before) is not None


def _is_turned(claim: Claim) -> bool:
    against = claim.position in (Position.NO, Position.NON_VOTING) or claim.number == 0
    return claim.negated or claim.only or claim.no_longer or against


def _clause(claim: Claim, sentence: Sentence) -> tuple[str, str]:
    """The words of the claim, with those before it in its clause and the time that a sentence opens with; and those after it."""
    line, offsets = sentence.line, sentence.shape.offsets
    first, last = bisect_left(offsets, claim.start), bisect_left(offsets, claim.end)
    before = line[:first]
    strong = max((m.end() for m in _STRONG.finditer(before)), default=0)
    near = max((m.end() for m in _OPENS.finditer(before)), default=0)
    opening = before[strong:].partition(",")[0]
    own = line[first:last]
    if claim.aside is not None:
        start, end = (bisect_left(offsets, place) for place in claim.aside)
        own = line[first : max(first, start)] + line[max(first, min(end, last)) : last]
    after = _OPENS.split(line[last:], maxsplit=1)[0] if last < len(line) else ""
    return f"{opening if _ADVERBIAL.match(opening) else ''} {before[near:]}{own}", after
