"""An ordered table of question shapes -> what kind of answer is wanted. The first row that matches decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.question import Claim, Intent
from bot.understand.assertions import asks_to_check, is_assertion, may_assert
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, compiled, in_order, later
from bot.understand.positions import names_position
from bot.understand.shape import DAYS, GROUP, NAME, STATE, SYMBOL, Shape
from bot.understand.statements import claims_in
from bot.understand.superlatives import asks_for_extreme

_ALIKE = any_of(
    "same (?:- )?(?:way|vote|side|position)",
    r"vot\w+ the same\b",
    r"\bsame $",
    r"vot\w+ the same\b",
    r"\bsame \?",
    "identical",
    r"\balike\b",
    r"\btogether\b",
    r"\bagree",
    "overlap",
    r"\bequal\b",
    "coincid",
    "in common",
    "in line with",
    "in step",
    "lockstep",
    r"\bmatch(?:ed|es|ing)?\b",
    r"vot\w+ (?:with|alongside)\b",
    r"sid\w+ with\b",
    # how often did Mexico vote like Spain
    rf"\blike (?:the )?{STATE}",
    r"follow\w* ",
    r"\balign(?:ed|s|ment)?\b",
    r"\btrack(?:ed|s)?\b",
)
_APART = any_of(r"\bdisagree\w*", r"\bdiffer\w*", r"\bpart(?:ed)? ways", r"\bdiverge\w*", r"\bsplit\b", r"\bclash\w*")
_MOSTLY = r"\b(?:usually|normally|generally|mostly|often|tend to|always)\b"
_HOW_MUCH = any_of(
    "how often",
    "how (?:frequently|regularly|consistently|reliably|rarely|seldom)",
    "how many times",
    "how closely",
    "how close",
    "how much",
    "how aligned",
    r"\bshare\b",
    r"\bpercent",
    r"\bper cent",
    " % ",
    r"\brate\b",
    r"\bproportion",
    r"\bratio\b",
    r"\bfrequency",
)
_ROLL_CALLS = r"roll ?-? ?calls"
_COUNTED = any_of(
    "votes",
    "vetoes",
    "veto",
    "resolutions",
    _ROLL_CALLS,
    "countries",
    "states",
    "members",
    "texts",
    "drafts",
    "abstentions?",
    "times",
)
_COUNTED_OF = any_of(
    "recorded",
    r"roll ?-? ?call",
    "different",
    "of the",
    any_word("un ga sc unsc unga council draft member"),
    "security council",
    "general assembly",
)
_RIGHTS_BODY = any_of("(?:human )?rights council", "u?n?hrc", "commission on human rights", "(?:human )?rights commission")
_SMALLER_BODY = rf"(?:un )?(?:(?:security )?council|{_RIGHTS_BODY})"
_CHANGED = any_word("moved changed flipped switched shifted")


@dataclass(frozen=True, slots=True)
class _Row:
    """`states`: how many states or groups must be named at least."""

    intent: Intent
    pattern: re.Pattern[str]
    states: int = 0


def _row(intent: Intent, *ways: str, states: int = 0) -> _Row:
    return _Row(intent, compiled(*ways), states)


_ROWS = (
    _row(
        Intent.COVERAGE,
        "how far (?:does|do|back)",
        "how (?:up ?-? ?to ?-? ?date|recent|fresh|current|old) (?:is|are) (?:your|the|this)",
        "what (?:do|does) (?:you|it|this|the (?:record|data|bot|store)) (?:cover|hold|contain|include|know)",
        "(?:data|record) (?:reach|cover)",
        r"your (?:data|sources?|coverage|record)\b",
        "which (?:sources|datasets?|files)",
        "^coverage",
        r"what data\b",
    ),
    _row(
        Intent.MEMBERSHIP,
        rf"when (?:did|was|were) {LIST}(?:join|become|admitted|enter|leave)",
        # was Slovakia then already an elected member; is Hungary on the Council
        rf"(?:is|was|are|were) {LIST}(?:a |an |then |already |still |currently )*(?:un |elected |permanent |non ?-? ?permanent )*"
        rf"(?:(?:{_SMALLER_BODY} )?members?\b|(?:on|in) the {_SMALLER_BODY}|sitting on)",
        # was Iraq a council member when it passed; an elected member of the Council in 2006
        rf"(?:is|was|are|were) {LIST}(?:a |an |then |already |still |currently )*(?:un )?{GROUP} "
        rf"(?:of the (?:un )?(?:security )?council |then )?(?:when|on|in|at|during|{DAYS}|[?]|$)",
        rf"(?:did|does) {LIST}(?:have|hold) a seat",
        r"(?:which|what) (?:countries|states|members) (?:are|were|sat|sit|served) (?:on|in) the (?:\w+ )*council",
        rf"who (?:sat|sits|is|was|were|are) (?:on|in) the {_SMALLER_BODY}",
        rf"^(?:elected )?members of the (?:un )?(?:security council|{_RIGHTS_BODY}) (?:in|on|of|{DAYS})",
        rf"who (?:is|are|was|were) (?:in|part of) (?:the )?{GROUP}",
    ),
    _row(
        Intent.RANKING,
        r"(?:most|least) like\b",
        # whose votes resembled Japan's the most
        in_order(r"\b(?:who|whos|whose|which) ", r"\bresembl\w+ ", r"\b(?:most|least)\b"),
        r"\b(?:most|least) (?:closely )?resembl",
        r"\b(?:closest|nearest|furthest|farthest)\b",
        "voting (?:twin|partner|ally|match)",
        "(?:most|least) (?:often|frequently)",
        r"agree\w* (?:with )?(?:\W )?(?:the )?(?:most|least)\b",
        r"(?:most|fewest|least) (?:no|yes|noes|abstentions?|vetoes|isolated|votes against|negative)\b",
        rf"\bhow (?:isolated|alone|lonely) (?:is|was|are|were|has|have) (?:the )?{STATE}",
        r"(?:abstain\w*|opposed|vot\w+|voted (?:no|yes|against)|side\w*|vetoed?|used the veto) (?:the )?(?:most|least)\b",
        # which state abstains most; and not "who were most of the abstainers"
        in_order("(?:who|which|whos) ", r"\b(?:most|least|fewest)\b(?! of)"),
        r"\btop (?:\w+ )?(?:abstain\w*|no\b|nay\w*|oppos\w*|vot\w+|two|three|five|ten|\d+)",
        r"in ?-? ?chief\b|champion\b|biggest (?:naysayer|abstainer|opponent)",
        r"\brank(?:ing|ed)?\b",
        "cast the most",
        r"who (?:leads|tops|led|topped)\b",
        "most loyal",
        # who does Hungary agree with most
        r"agree\w* \W with most",
        r"\bwith most\b",
    ),
    _row(
        Intent.AGREEMENT,
        in_order(_HOW_MUCH, _ALIKE),
        in_order(_ALIKE, _HOW_MUCH),
        "overlap",
        "coincidence",
        "how (?:closely )?aligned",
        states=1,
    ),
    _row(
        Intent.AGREEMENT,
        in_order(f"{STATE} ", f"{STATE} ", r"\bagreement\b(?! on| of)"),
        # how often did France and the UK disagree; do they usually vote alike
        in_order(_HOW_MUCH, f"{STATE} ", f"{STATE} ", _APART),
        in_order(r"^(?:do|did|does|have|has) ", f"{STATE} ", f"{STATE} ", _MOSTLY, _ALIKE),
        in_order(f"{STATE} ", f"{STATE} ", r"\b(?:percent\w*|per cent|agreement rate)\b"),
        r"(?<!\bon )(?<!\bthe )\bagreement (?:between|of the votes)",
        states=2,
    ),
    _row(
        Intent.COUNT,
        "how many times",
        # how many no votes did Argentina cast
        rf"how many (?:no|yes|nay|aye|abst\w+)(?: votes?)? (?:did|does|has|have) {LIST}",
        "how (?:often|frequently)",
        "number of times",
        r"times (?:did|has|have)\b",
        # how many resolutions were adopted on it; and not "how many votes did it get", nor "how many states abstained"
        rf"how many (?:recorded votes|resolutions|{_ROLL_CALLS}) (?:were there|did|has|took place)\b",
        rf"how many (?:{_COUNTED_OF} )*{_COUNTED}(?= \w)"
        r"(?!.*(?:was it|\bget\b))(?! (?:on (?:it|that|this)|were there|did (?:it|that|this)|voted|abstained|supported|opposed))",
        rf"number of (?:\S+ ){{0,9}}?{_COUNTED}",
        "in how many",
        rf"how many of the(?! {GROUP})",
        r": how many \?? ?$",
        r", number \?",
        rf"^(?:count|(?:add|tot|tally|sum) up) (?:\w+ )*{_COUNTED}",
        rf"^(?:count|(?:add|tot|tally|sum) up) {STATE} ",
        # recorded votes of 17 December 2024, how many
        in_order(rf"^(?:\w+ )*{_COUNTED} ", r"how many \?? ?$"),
        r"\btotal\b",
        "in total",
        "so far",
        "altogether",
        # Hungary's no votes since 2014, how many
        in_order(rf"{STATE} (?:' )?(?:'s |s )?(?:no votes?|noes|abstentions?|vetoes|yes votes?)", "how many"),
        in_order("resolutions? adopted ", "how many"),
    ),
    _row(Intent.VETO, r"\bveto\w*"),
    _row(
        Intent.COMPARE,
        r"\bvs\b",
        r"\bversus\b",
        rf"\bv {STATE}",
        r"\bdiffer\w*",
        "side by side",
        r"\bcompar\w*",
        in_order(f"{STATE} ", rf"(?:the same as|same {any_word('vote side position way line view stance')}|vote alike|same \?)"),
        in_order(f"{STATE} ", r"\b(?:opposite (?:\w+ )?(?:sides?|positions?|ways?)|did they (?:agree|match|split))"),
        in_order(r"\b(?:did|do|does|have|has) ", f"{STATE} ", r"\b(?:split|match|mirror|diverge|disagree|part ways)\b"),
        # which states moved from yes to no between the two
        rf"(?:{_CHANGED}|swung) (?:\w+ ){{0,3}}between",
        f"who {_CHANGED}",
        in_order("which ", f" {_CHANGED}"),
        "break with",
        f"against {STATE} :",
        states=1,
    ),
    _row(
        Intent.COMPARE,
        r"\bwent from (?:an? )?(?:yes|no|for|against|abst)",
        rf"(?:{_CHANGED}|swung) (?:\w+ ){{0,3}}between",
        f"who {_CHANGED}",
    ),
    _row(
        Intent.OUTCOME,
        r"\b(?:pass|adopted|get through|got through|go through|went through|fail|failed|carried|succeed|make it|enough votes)\b"
        "(?! (?:by|in|on|resolutions|ga|general|texts?|drafts?))",
        "get the (?:nine|two)",
        "two ?-? ?thirds",
        "adopted or not",
        r"\boutcome\b",
        r"\bpassed\b",
        r"(?<!as a )\bresult\b",
        "by how much",
        r"\brejected \?",
    ),
)

# Nicaragua v US, who voted no: the name of a case
_CASE = later(rf"{STATE} (?:v|vs|versus) (?:\. )?(?:the )?{STATE}")
_ASKS_WHO = later(r"\bwho (?:else )?(?:voted|abstained|opposed|said|was|were|backed|supported)\b")
_WHO = compiled(
    r"\bwhos?\b",
    r"\bwhom\b",
    rf"\bwhich (?:\w+ ){{0,3}}(?:countr\w*|states?|members?|nations?|governments?|ones|of (?:them|the)|{GROUP})",
    f"which {STATE}",
    r"which (?:two|three|four|five|six|seven|eight|nine|ten|\d+)",
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
    rf"which (?:\w+ ){{0,3}}(?:votes|resolutions|{_ROLL_CALLS}|texts|decisions)\b",
    # what has the Council voted on
    in_order("what (?:did|has|have) the ", r"(?:vote|voted|adopt\w*) on"),
    # list all recorded votes; show me the 2023 Gaza resolutions
    rf"\b{_SEARCH_FOR}\b ?(?:[\w-]+ |{NAME} |{STATE} |{DAYS} )*(?:votes?|{_ROLL_CALLS}|roll ?-? ?call|resolutions?)\b",
    rf"\b(?:votes|resolutions|{_ROLL_CALLS}) (?:- )?"
    rf"(?:on|about|adopted|voted|concerning|related|regarding|followed|{DAYS})",
    rf"\b(?:votes|resolutions|{_ROLL_CALLS}) (?:of|in|at|from) (?:the )?(?:[\w-]+ ){{0,5}}session\b",
    rf"^(?:all|every) (?:the )?{STATE} (?:votes|resolutions)\b",
    rf"{NAME} votes\b",
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
_LATEST = compiled(rf"\b(?:latest|newest|last|most recent|recent) (?:\w+ ){{0,3}}(?:votes?|resolutions?|{_ROLL_CALLS})\b")
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
_COUNTED_OF_STATE = later(rf"{STATE} (?:' )?(?:s )?(?:abstentions|noes|no votes|yes votes|vetoes)\b")
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
    rf"(?:votes|resolutions|{_ROLL_CALLS}|texts) (?:\S+ ){{0,4}}(?:where|in which|when|on which|that) "
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
    row = next((r for r in _ROWS if states >= r.states and r.pattern.search(line)), None)
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
    return Intent.ROLL_CALL if position and _WHO.search(line) else Intent.POSITION


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
