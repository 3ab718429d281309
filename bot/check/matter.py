"""The words with which a sentence says what it is on, before it says how anybody voted: "On mine action", "Oceans:". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.question import Term
from bot.understand.number_words import CARDINAL

_OPENS = re.compile(
    r"\W*(?:(?:and|but|then|next|meanwhile|finally|lastly|later|also)\b,? )*"
    r"(?P<on>(?:on|as for|as to|regarding|concerning|when it came to|in the case of|(?P<case>in(?= [\w ]{2,30}['’]s? case\b)))\b"
    r" (?:the |a |an |its )?)?"
)
_LABEL = re.compile(r"\W*[^,;:.!?]{3,40}(?::|\s[\u2013\u2014-]{1,2}) ")
_TALK = re.compile(
    r"\b(?:i|me|my|mine|we|us all|our|you|your|dear|nobody|who|asked|friends|colleagues|folks|sad|happy|good|bad|big"
    r"|crazy|quick|fun|fact"
    r"|facts|day|lesson|record|notes?|reminder|memo|thread|results?|outcome|score|breaking|update|news|correction|question|answer|quiz"
    r"|spoiler|surprise|verdict|bottom line|long story short|in short|tl;dr|ps|p\.s)\b"
)
"""In front of a colon: what a speaker says to listeners names no matter ("My students asked, so: ...")."""
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|got|came|come|went|goes|passed|passes|did|drew|won|met|saw|carried|failed|fell|fared"
    r"|sailed|attracted|mustered|secured|found|collected|gathered|received|scored|ended|earned|took|cleared|split|divided"
    r"|followed|prompted|lost|gained|cost|needed|brought|isolated|left|put|made|pitted|proved|stood|remained)\b"
)
# "voted against the report of the Conference on Disarmament"
_VOTED_ON = re.compile(r"\bvot(?:e|es|ed|ing) (?:against|for|on|down) (?:the |a |an |its )(?=(?:report|question|situation) of )")
_ENDS_OBJECT = re.compile(r"[,;:.!?]|\s[\u2013\u2014-]\s")
_NEXT = re.compile(
    r"(?:(?:was|were|came|come|comes|went) (?:next|second|third|then|last|up next|up then|up too)"
    r"|(?:followed|came up|was up|were up)\b(?! by| in| suit))"
)
_COUNTING = re.compile(
    r"\W*(?:(?:and|but|so|yes|well|still|then|now|wow|lol|look|imagine)\b\W*)*(?:(?:an?|fully|the|some"
    r"|all)\b )?(?:[a-z]+ )?"
)
_NUMBER = re.compile(rf"(?:[0-9]{{1,3}}|{CARDINAL})\b")
"""Behind it: "a whopping 173 countries voted yes" opens with no matter."""
_ENDS = re.compile(r"[,;:]|\s[\u2013\u2014-]\s")
_IDLE = frozenset(
    {
        *("other", "one", "whole", "balance", "paper", "eve", "side", "fence", "ground", "floor", "left", "right", "board"),
        *("record", "case"),
    }
)
_WORDS_OF_HEADING = 9


@dataclass(frozen=True, slots=True)
class Matter:
    """`fronted`: set before the sentence, or said to come next, so that what follows can hardly be on anything else.
    `subject`: said to have done something ("the declaration of Nice had 162 votes").
    """

    terms: tuple[Term, ...]
    fronted: bool = False
    subject: bool = False


def matter_of(folded: str, starts: Iterable[int], terms: Sequence[Term], first: int, last: int) -> Matter | None:
    """That of the words from `first` to `last`; `starts`: where claims begin."""
    words = folded[first:last].lower()
    opens = _OPENS.match(words)
    begin = opens.end() if opens else 0
    fronted = opens is not None and opens["on"] is not None
    label = None if fronted else _LABEL.match(words)
    claimed = [at - first for at in starts if at >= first]
    if label is not None and _TALK.search(label[0]):
        return None
    if label is not None and not any(at < label.end() for at in claimed) and not _VERB.search(label[0]):
        return _matter(folded, terms, first, first + label.end(), fronted=True)
    verb = _VERB.search(words, begin)
    voted = _VOTED_ON.search(words) if not fronted else None
    if voted is not None:
        ends = _ENDS_OBJECT.search(words, voted.end())
        return _matter(folded, terms, first + voted.end(), first + (ends.start() if ends else len(words)), fronted=False)
    stops = [m.start() for m in (verb, _ENDS.search(words, begin) if fronted else None) if m]
    stops += [at for at in claimed if at > begin]
    if not stops or (not fronted and 0 in claimed):
        return None
    if min(stops) in claimed and _COUNTING.fullmatch(words, 0, min(stops)) and _NUMBER.match(words, min(stops)):
        return None
    announced = verb is not None and verb.start() == min(stops) and _NEXT.match(words, verb.start()) is not None
    matter = _matter(folded, terms, first + begin, first + min(stops), fronted=fronted or announced, of_a_state=fronted)
    done = verb is not None and verb.start() == min(stops)
    return replace(matter, subject=done) if matter is not None else None


def _matter(
    folded: str, terms: Sequence[Term], start: int, end: int, *, fronted: bool, of_a_state: bool = False
) -> Matter | None:
    """Without states that may be those that vote, but with "Israel's" and "Iranian"; `of_a_state`: "on Iran" tells enough."""
    found = tuple(
        t
        for t in terms
        if start <= t.start < end
        and t.word.lower() not in _IDLE
        and (t.about is None or t.light or re.match(r"['’]", folded[t.end :]) or (of_a_state and t.start == start))
    )
    telling = [t for t in found if (of_a_state or t.about is None) and not t.light and not t.word.isdigit()]
    return Matter(found, fronted) if telling else None


def heads(words: str) -> bool:
    """Whether a sentence without a claim is but a heading of those that follow: "Oceans."."""
    return 0 < len(words.split()) <= _WORDS_OF_HEADING and not _VERB.search(words.lower()) and words[-1:] not in "!?"
