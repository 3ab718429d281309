"""Whether the vote with the most, or the fewest, of something is asked for: "the biggest yes vote on the embargo"."""

from __future__ import annotations

from bot.question import Flag
from bot.understand.patterns import any_of, any_word, compiled

_HIGH = any_word("biggest largest highest greatest strongest record")
_LOW = any_word("smallest lowest weakest slimmest")
_CLOSE = any_of(
    any_word("narrowest closest tightest slimmest"), "most (?:closely fought|divided|divisive|contested|polari[sz]ed)"
)
_WIDE = any_of("widest", r"most (?:lopsided|one ?-? ?sided|overwhelming)")
_VOTES = any_of(
    any_word("yes no abstentions? abstainers? noes ayes support opposition backing approval"),
    r"votes? (?:for|against|in favou?r)\b",
    r"in favou?r\b",
)
_TALLY = any_of(any_word("votes? majority margin tally result adoption score"), r"vote ?-? ?count")
_VOTERS = any_word("countries states members nations governments")
_FILLED = r"(?:(?:ever|number of|un|unga|ga|total|share of|general|assembly|security|council|low|high) )*"
_SIDE = any_of(
    r"vot\w+ (?:yes|no|against|for|in favou?r)\b", any_word(r"abstain\w* abstentions oppos\w* back\w* support\w* reject\w*")
)
_WHICH_VOTE = (
    r"(?:\b(?:(?:in |of )?(?:which|what) (?:year|vote|votes|resolution|text|draft|session|edition|roll ?-? ?call)s?"
    r"|which of (?:\S+ ){1,4}?(?:votes|resolutions|texts|drafts|them|these|those)|when"
    r"|the (?:year|vote|resolution|text|session) (?:with|where|when|in which|that (?:got|had|drew|won|received)))\b)"
)
_MOST_OF_A_SIDE = rf"\b(?:the )?(?:most|fewest|least) (?:{_VOTES}|{_VOTERS}|votes|abstain\w*)"

_WHO = compiled(
    r"\bwho(?:se|m)?\b",
    r"\b(?:which|what) (?:\w+ )?(?:countr(?:y|ies)|states?|members?|nations?|government|delegation|group|bloc)\b",
    r"\b(?:country|state|nation|member|countries|states|members) (?:with|that|which) (?:the )?(?:most|fewest|least|cast)",
    r"\bcast\b",
    # the UK's closest partner in GA votes
    r"\b(?:closest|nearest|furthest|farthest) (?:voting )?"
    r"(?:partner|ally|allies|friend|match|twin|companion|soulmate|buddy|peer|neighbou?r)s?\b",
)
_EXTREME = compiled(
    # record support, the biggest yes vote
    rf"(?<!voting )(?<!track )(?<!s )\b{_HIGH} {_FILLED}{_VOTES}\b(?! record)",
    rf"\b(?:{_LOW}|biggest|largest|highest|greatest) {_FILLED}(?:{_VOTES}|{_TALLY})(?!\w)",
    # the narrowest Assembly vote
    rf"\b(?:{_CLOSE}|{_WIDE}) (?:(?!to\b)\w+ ){{0,3}}?(?:{_TALLY}|resolution|text|outcome|decision)(?!\w)",
    # as other languages put it: "the vote narrowest"
    rf"\b(?:{_TALLY}|resolution|text) (?:narrowest|widest|biggest)(?!\w)",
    # in which year did the most countries vote against it
    rf"{_WHICH_VOTE} (?:\S+ ){{0,8}}?{_MOST_OF_A_SIDE}",
    rf"{_WHICH_VOTE} (?:\S+ ){{0,6}}?(?:the )?{any_of(_HIGH, _LOW, _CLOSE, _WIDE)}\b",
    # fewest yes votes ever
    rf"{_MOST_OF_A_SIDE} (?:\S+ ){{0,8}}?ever\b",
    rf"^(?:the )?(?:most|fewest) {_VOTERS} (?:ever )?(?:to )?{_SIDE}",
    # when did support for it peak
    rf"{_WHICH_VOTE} (?:\S+ ){{0,2}}?(?:support|opposition|backing) (?:\S+ ){{1,8}}?peak",
)
_FEWEST = compiled(rf"\b{_LOW}\b", r"\brecord low\b", r"\bfewest\b", r"(?<!at )\bleast\b", rf"\b{_CLOSE}\b")
_MARGIN = compiled(r"\b(?:majority|margin)\b", rf"\b(?:{_CLOSE}|{_WIDE}) ")


def asks_for_extreme(line: str) -> bool:
    """Whether one of many votes is asked for by its figures, and not a state by how often it voted so."""
    return _EXTREME.search(line) is not None and not _WHO.search(line)


def extreme_in(folded: str) -> frozenset[Flag]:
    """What is measured, and which end of it is wanted."""
    if not asks_for_extreme(folded):
        return frozenset()
    found = {Flag.EXTREME}
    if _FEWEST.search(folded):
        found.add(Flag.FEWEST)
    if _MARGIN.search(folded):
        found.add(Flag.MARGIN)
    return frozenset(found)
