"""A question's shape -> what kind of answer is wanted: by the table of `intent_rows`, else by the states and the vote named."""

from __future__ import annotations

import re

from bot.question import Claim, Intent
from bot.understand.assertions import asks_to_check, is_assertion, may_assert
from bot.understand.intent_rows import ROLL_CALLS, ROWS
from bot.understand.number_words import CARDINAL
from bot.understand.patterns import any_of, compiled, in_order, later
from bot.understand.positions import names_position
from bot.understand.shape import DAYS, GROUP, NAME, STATE, SYMBOL, Shape
from bot.understand.statements import claims_in
from bot.understand.superlatives import asks_for_extreme

_CARDINAL = CARDINAL.replace("[ -]", "(?: - | )")
_COMPANY_SOUGHT = later(r"\b(?:closest|nearest|most loyal|voting) (?:\w+ )?(?:partner|all(?:y|ies)|twin|friend|match)")
# Nicaragua v US, who voted no: the name of a case
_CASE = later(rf"{STATE} (?:v|vs|versus) (?:\. )?(?:the )?{STATE}")
_ASKS_WHO = later(r"\bwho (?:else )?(?:voted|abstained|opposed|said|was|were|backed|supported)\b")
_WHO = compiled(
    r"\bwhos?\b",
    r"\bwhom\b",
    rf"\bwhich (?:\w+ ){{0,3}}(?:countr\w*|states?|members?|nations?|governments?|ones|of (?:them|the)|{GROUP})",
    f"which {STATE}",
    rf"which (?:{_CARDINAL}|\d+)\b",
    r"what (?:countr\w*|states|members)",
    r"any(?:one|body) ",
    r"\bcountr(?:y|ies|ys)\b",
    "states voting",
    r"\blist\b",
    "names of",
    r"roll ?-? ?call",
    r"the (?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|only|lone) )?(?:abstainers|abstentions|noes|no votes)",
    r"\bnoes\b",
    r"\bno votes\b",
    r"\bnays\b",
    "^abstentions",
    "^abstain",
)
_HOW_IT_WENT = compiled(
    r"\btally\b",
    r"\bscore\b",
    r"\bnumbers\b",
    r"\bfigures\b",
    r"\bcount\b",
    "vote count",
    "breakdown",
    "full vote",
    r"how many (?:for|voted|against|yes|no|abstain\w*|in favou?r|were|was|did|countries|states|votes|members)",
    "what was the vote",
    "what were the votes",
    r"\bvote \?",
)
_WHAT_WAS_VOTED_ON = compiled(in_order("what (?:did|has|have) the ", r"(?:vote|voted|adopt\w*) (?:on|about)"))
_SEARCH_FOR = any_of("all", "list", "every", "find", "show", "search", "look up")
_SEARCH = compiled(
    rf"which (?:\w+ ){{0,3}}(?:votes|resolutions|{ROLL_CALLS}|texts|decisions)\b",
    # what has the Council voted on
    in_order("what (?:did|has|have) the ", r"(?:vote|voted|adopt\w*) on"),
    # list all recorded votes; show me the 2023 Gaza resolutions
    rf"\b{_SEARCH_FOR}\b ?(?:[\w-]+ |{NAME} |{STATE} |{DAYS} )*(?:votes?|{ROLL_CALLS}|roll ?-? ?call|resolutions?)\b",
    rf"\b(?:votes|resolutions|{ROLL_CALLS}) (?:- )?"
    rf"(?:on|about|adopted|voted|concerning|related|regarding|followed|{DAYS})",
    rf"\b(?:votes|resolutions|{ROLL_CALLS}) (?:of|in|at|from) (?:the )?(?:[\w-]+ ){{0,5}}session\b",
    rf"^(?:all|every) (?:the )?{STATE} (?:votes|resolutions)\b",
    rf"{NAME} votes\b",
    # all the Gibraltar votes: the name holds the word
    rf"^(?:(?:please|show|list|give|find|me|us|i|need|want) )*(?:all|every) (?:(?:of|the|recorded|un|unga|ga|past) )*{NAME}",
    rf"{NAME} , all (?:of them )?\??",
    in_order("resolutions? ", "(?:[,:] list|list $|all of them)"),
    in_order("anything ", "(?:vot|about|on)"),
    r"^list\b",
    r"[,:] list\b",
    "votes (?:were|are|was) there",
    "were there (?:any )?votes",
    in_order("did the ", " ever vote on"),
    r"\bvotes \w+ $",
)
# list everyone who voted the same way as Turkey
_LIST_OF_THOSE = later(
    r"(?:list|name|show)(?: me)? (?:everyone|everybody|all|all those|those|the countries|the states) (?:who|that|which) vot"
)
_LATEST = compiled(rf"\b(?:latest|newest|last|most recent|recent) (?:\w+ ){{0,3}}(?:votes?|resolutions?|{ROLL_CALLS})\b")
_OVER_TIME = compiled(
    "(?:every|each|per) year",
    "year by year",
    "year on year",
    "yearly",
    r"\bannually\b",
    "(?:over|through|down) the years",
    "all (?:the )?years",
    "over time",
    "(?:every|each) time",
    "every vote (?:since|on|from)",
    "each vote",
    rf"(?:every|each|all) (?:single )?(?:recorded |roll[ -]call )?votes? (?:in |of |during |between )?{DAYS}",
    "all (?:the )?votes",
    "votes from",
    r"\b(?:always|ever|never)\b",
    r"\bhistory of\b",
    "record on",
    "track record",
    r"\bseries\b",
    "since then",
    "until today",
    rf"\bsince {DAYS}",
    in_order("votes on ", f" {DAYS} $"),
)
_TURN = compiled(
    "first time",
    "last time",
    rf"^(?:the )?(?:very )?first {STATE} (?:' )?(?:s )?(?:yes|no|abstention|votes? (?:for|against|in favou?r))\b",
    rf"\bthe year (?:when |that |in which )?(?:the )?{STATE}",
    rf"^{STATE} .*\bfirst (?:yes|no|abstention|vote (?:for|against|in favou?r))\b",
    "when did",
    "when has",
    "since when",
    "(?:what|which) year",
    "turning point",
    "start(?:ed)? voting",
    in_order("when ", " (?:change|turn)"),
)
# Hungary's abstentions
_COUNTED_OF_STATE = later(
    rf"{STATE} (?:' )?(?:'s |s )?(?:own )?"
    rf"(?:abstentions|noes|no votes|yes votes|votes against(?= (?:in |at |during |since |{DAYS}|$))|vetoes)\b"
    rf"|\b(?:abstentions|noes|(?:no|yes) votes|votes against) (?:cast |given )?(?:of|by|from) (?:the )?{STATE}"
)
# Hungary's no votes in 2014: number?
_NUMBER_ASKED = later(r"[,:–—-] (?:(?:the|what|total) )*(?:number|total|count|how many) [?. ]*$")
# did Hungary abstain on anything in 2014; was it ever alone in voting no
_EVER_SO = compiled(
    r"\b(?:on|to|against|for) any(?:thing| (?:vote|resolution|text|draft)s?)\b", r"\b(?:ever|always) (?:\w+ )?alone\b"
)
# Hungary with Slovakia in 2014
_ONE_WITH_ANOTHER = compiled(in_order(f"{STATE} with ", f"(?:{DAYS}|council|assembly)"))
_VOTE_ALIKE = later(r"\bvot\w+ (?:together|alike|the same)")
_OF_THE_WHOLE = compiled(r"\bpass", "result", "outcome", SYMBOL)


# how many of the G20 backed it
_HOW_MANY_OF = later(rf"\bhow many (?:of )?(?:the )?{GROUP} ")
# votes where the US was the only no
_WHERE_ALONE = later(
    r"^(?:(?:please|can you|list|show|give me|find|name|all|the|every|any|which|what|recorded|un|ga|assembly) )*"
    rf"(?:votes|resolutions|{ROLL_CALLS}|texts) (?:\S+ ){{0,4}}(?:where|in which|when|on which|that) "
    r".*\b(?:only|alone|lone|sole)\b"
)
_TOP = later(r"^(?:the )?top \w+ ")


def intent_of(shape: Shape, has_vote: bool, voters: int, sure: bool, long_range: bool) -> Intent:
    """What is wanted.

    `has_vote`: a symbol, tally, vote name or topic is there; `voters`: how many states are asked about, and `sure` whether
    grammar says so; `long_range`: the days named span years, so that one vote cannot be meant.
    """
    line = shape.line
    if asks_for_extreme(line):
        return Intent.ROLL_CALL
    if _WHERE_ALONE.match(line):
        return Intent.SEARCH
    if _NUMBER_ASKED.search(line) and _COUNTED_OF_STATE.search(line):
        return Intent.COUNT
    if not _TOP.match(line) and (is_assertion(line) or _claims_something(shape)):
        return Intent.VERIFY
    states = len(re.findall(STATE, line))
    row = next((r for r in ROWS if states >= r.states and r.pattern.search(line)), None)
    if row is not None:
        return _refined(row.intent, line, voters)
    if voters and (sure or not _WHAT_WAS_VOTED_ON.search(line)):
        return _of_states(line, has_vote, voters, sure, long_range)
    return _of_a_vote(line, has_vote, long_range)


def _claims_something(shape: Shape) -> bool:
    """Whether the whole line is a statement; "was it adopted?" asks for the outcome."""
    if not may_assert(shape.line) or _COUNTED_OF_STATE.search(shape.line):
        return False
    return any(isinstance(c, Claim) or asks_to_check(shape.line) for c in claims_in(shape))


def _refined(intent: Intent, line: str, voters: int) -> Intent:
    """Words that mean two things: "carried" beside a state's name, "differed" over the years, "adopted" in a search."""
    if intent is Intent.OUTCOME and voters and not re.search(r"\b(?:pass|passed|adopted|outcome|(?<!as a )result)\b", line):
        return Intent.POSITION
    if intent is Intent.OUTCOME and not voters and _SEARCH.search(line) and not _OF_THE_WHOLE.search(line):
        return Intent.SEARCH
    if intent is Intent.RANKING and _COMPANY_SOUGHT.search(line) and re.search(STATE, line) is None:
        return Intent.ABOUT  # whose partner is not said, or not understood
    if intent is Intent.COMPARE and _ASKS_WHO.search(line) and _CASE.search(line):
        return Intent.ROLL_CALL
    if intent is Intent.COMPARE and voters and _is_timeline(line) and not re.search(r"\bvs\b|compare", line):
        return Intent.TIMELINE
    return intent


def _of_states(line: str, has_vote: bool, voters: int, sure: bool, long_range: bool) -> Intent:
    """What is asked of states named, where no row says it."""
    position = names_position(line)
    if position and (_HOW_MANY_OF.search(line) or (not sure and _HOW_IT_WENT.search(line))):
        return Intent.ROLL_CALL
    if not has_vote and (_COUNTED_OF_STATE.search(line) or (position and _EVER_SO.search(line))):
        return Intent.COUNT
    if not has_vote and not position and voters >= 2 and (_ONE_WITH_ANOTHER.search(line) or _VOTE_ALIKE.search(line)):
        return Intent.AGREEMENT
    if long_range or _is_timeline(line):
        return Intent.TIMELINE
    of_its_own = _COUNTED_OF_STATE.search(line) is not None
    return Intent.ROLL_CALL if position and _WHO.search(line) and not of_its_own else Intent.POSITION


def _of_a_vote(line: str, has_vote: bool, long_range: bool) -> Intent:
    """What is asked where no state is asked about, and no row says it."""
    if _LIST_OF_THOSE.match(line):
        return Intent.ROLL_CALL
    if _SEARCH.search(line) and not names_position(line):
        return Intent.SEARCH
    if _HOW_IT_WENT.search(line) or _WHO.search(line):
        return Intent.ROLL_CALL
    if long_range or (not has_vote and _LATEST.search(line)):
        return Intent.SEARCH
    return Intent.ROLL_CALL if has_vote else Intent.ABOUT


def _is_timeline(line: str) -> bool:
    return bool(_OVER_TIME.search(line) or _TURN.search(line))
