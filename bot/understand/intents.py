"""An ordered table of question shapes -> what kind of answer is wanted. The first row that matches decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.question import Intent
from bot.understand.assertions import is_assertion
from bot.understand.positions import any_of, names_position
from bot.understand.roles import LIST
from bot.understand.shape import DAYS, GROUP, NAME, STATE, SYMBOL, Shape

_ALIKE = any_of(
    r"the same way", r"same way", r"same vote", r"same side", r"same position", r"identical\w*", r"\balike\b", r"\btogether\b", r"\bagree\w*",
    r"overlap\w*", r"coincid\w*", r"in common", r"in line with", r"in step", r"\bmatch(?:ed|es|ing)?\b", r"vot\w+ with\b", r"sid\w+ with\b", r"follow\w* ", r"\balign(?:ed|s|ment)?\b", r"lockstep",
    r"\btrack(?:ed|s)?\b", r"\bsame $", r"\bsame \?",
)  # fmt: skip
_SHARE = any_of(
    r"how often", r"how frequently", r"how many times", r"how closely", r"how close", r"\bshare\b", r"\bpercent\w*", r"\bper cent", r" % ", r"\brate\b",
    r"\bproportion", r"\bratio\b", r"\bfrequency", r"how much", r"how aligned",
)  # fmt: skip
_NOUN = r"(?:votes|vetoes|veto|resolutions|roll ?-? ?calls|countries|states|members|texts|drafts|abstentions?|times)"
_OF_WHAT = (
    r"(?:recorded |roll ?-? ?call |different |of the |un |ga |sc |security council |general assembly |draft |council |member )*"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """`states`: how many states or groups must be named at least."""

    intent: Intent
    pattern: re.Pattern[str]
    states: int = 0


def _row(intent: Intent, *parts: str, states: int = 0) -> _Row:
    return _Row(intent, re.compile(any_of(*parts)), states)


_TABLE: tuple[_Row, ...] = (
    _row(
        Intent.COVERAGE,
        r"how far (?:does|do|back)",
        r"how (?:up ?-? ?to ?-? ?date|recent|fresh|current|old) (?:is|are) (?:your|the|this)",
        r"what (?:do|does) (?:you|it|this|the (?:record|data|bot|store)) (?:cover|hold|contain|include|know)",
        r"(?:data|record) (?:reach|cover)",
        r"your (?:data|sources?|coverage|record)\b",
        r"which (?:sources|datasets?|files)",
        r"^coverage",
        r"what data\b",
    ),
    _row(
        Intent.MEMBERSHIP,
        rf"when (?:did|was|were) {LIST}(?:join|become|admitted|enter|leave)",
        rf"(?:is|was|are|were) {LIST}(?:a |an |then |already |still |currently )*(?:un |elected |permanent |non ?-? ?permanent )*"
        r"(?:members?\b|on the (?:un )?(?:security )?council|in the (?:security )?council|sitting on)",
        rf"(?:did|does) {LIST}(?:have|hold) a seat",
        r"(?:which|what) (?:countries|states|members) (?:are|were|sat|sit|served) (?:on|in) the (?:\w+ )*council",
        r"who (?:sat|sits|is|was|were|are) (?:on|in) the (?:un )?(?:security )?council",
        rf"^(?:elected )?members of the (?:un )?security council (?:in|on|of|{DAYS})",
        rf"who (?:is|are|was|were) (?:in|part of) (?:the )?{GROUP}",
    ),
    _row(
        Intent.RANKING,
        r"(?:most|least) like\b", r"\b(?:closest|nearest|furthest|farthest)\b", r"voting (?:twin|partner|ally|match)",
        r"(?:most|least) (?:often|frequently)", r"agree\w* (?:with )?(?:\W )?(?:the )?(?:most|least)\b",
        r"(?:most|fewest|least) (?:no|yes|noes|abstentions?|vetoes|isolated|votes against|negative)\b",
        r"(?:abstain\w*|voted no|voted yes|voted against|opposed|vot\w+|side\w*|vetoed?|used the veto) (?:the )?(?:most|least)\b",
        r"(?:who|which|whos) .*\b(?:most|least|fewest)\b(?! of)", r"\btop (?:\w+ )?(?:abstain\w*|no\b|nay\w*|oppos\w*|vot\w+|two|three|five|ten|\d+)", r"in ?-? ?chief\b|champion\b|biggest (?:naysayer|abstainer|opponent)",
        r"\brank(?:ing|ed)?\b", r"most isolated", r"cast the most", r"most loyal", r"agree\w* \W with most", r"\bwith most\b",
    ),
    _row(Intent.AGREEMENT, rf"{_SHARE}.*{_ALIKE}", rf"{_ALIKE}.*{_SHARE}", "voting (?:overlap|coincidence)", "overlap", "coincidence", states=1),
    _row(Intent.AGREEMENT, rf"{STATE} .*{STATE} .*\bagreement\b(?! on| of)", r"\bagreement (?:between|of the votes)", states=2),
    _row(
        Intent.COUNT,
        r"how (?:many times|often|frequently)", r"number of times", r"times (?:did|has|have)\b",
        rf"how many {_OF_WHAT}{_NOUN}(?= (?:have|has|did|were|was|are|on|ever|adopted|in|held|of|put|different|does|do|cast|\w+ ){DAYS}?)(?!.*(?:was it|\bget\b))"
        r"(?! (?:on (?:it|that|this)|were there|did (?:it|that|this)|on S|voted|abstained|supported|opposed))",
        rf"number of (?:\S+ ){{0,9}}?{_NOUN}", r"in how many", r"\btotal\b", r"(?:so far|in total|altogether)", r"how many of the",
        rf"{STATE} (?:' )?(?:'s |s )?(?:no votes?|noes|abstentions?|vetoes|yes votes?).*how many", r"resolutions? adopted .*how many", r": how many \?? ?$",
    ),
    _row(Intent.VETO, r"\bveto\w*"),
    _row(
        Intent.COMPARE,
        r"\bvs\b", r"\bversus\b", rf"\bv {STATE}", r"\bdiffer\w*", r"side by side", r"\bcompar\w*", rf"{LIST}.*(?:the same way|same vote|vote alike|same \?)",
        r"(?:moved|changed|flipped|switched|shifted|swung) (?:\w+ ){0,3}between", r"who (?:flipped|moved|changed|switched|shifted)",
        r"which .* (?:flipped|moved|changed|switched|shifted)", r"break with", rf"against {STATE} :", states=1,
    ),
    _row(
        Intent.OUTCOME,
        r"\b(?:pass|adopted|get through|got through|go through|went through|fail|failed|carried|succeed|make it|enough votes)\b(?! (?:by|in|on|resolutions|ga|general))",
        r"get the (?:nine|two)", r"two ?-? ?thirds", r"adopted or not", r"\boutcome\b", r"\bpassed\b", r"\bresult\b", r"by how much", r"\brejected \?",
    ),
)  # fmt: skip

_WHO = re.compile(
    any_of(
        r"\bwhos?\b", r"\bwhom\b", rf"\bwhich (?:\w+ ){{0,3}}(?:countr\w*|states?|members?|nations?|governments?|ones|of (?:them|the)|{GROUP})", rf"which {STATE}",
        r"what (?:countr\w*|states|members)", r"\blist\b", r"names of", r"full list", r"\bcountr(?:y|ies|ys)\b", r"states voting", r"the (?:abstainers|abstentions|noes|no votes)",
        r"\bnoes\b", r"\bno votes\b", r"\bnays\b", r"roll ?-? ?call", r"any(?:one|body) ", r"which (?:two|three|four|five|six|seven|eight|nine|ten|\d+)", r"^abstentions", r"^abstain",
    )
)  # fmt: skip
_TALLY = re.compile(
    any_of(
        r"\btally\b", r"\bscore\b", r"\bnumbers\b", r"\bfigures\b", r"how many (?:for|voted|against|yes|no|abstain\w*|in favou?r|were|was|did|countries|states|votes|members)",
        r"what was the vote", r"\bthe vote \?", r"vote count", r"breakdown", r"full vote", r"what were the votes", r"\bvote \?", r"\bcount\b",
    )
)  # fmt: skip
_SEARCH = re.compile(
    any_of(
        r"which (?:\w+ ){0,3}(?:votes|resolutions|roll ?-? ?calls|texts|decisions)\b",
        r"what (?:did|has|have) the .*(?:vote|voted|adopt\w*) on",
        rf"\b(?:all|list|every|find|show|search|look up)\b(?: (?:me|us))?(?: (?:the|all|of|every|any))* ?(?:[\w-]+ |{NAME} |{STATE} |{DAYS} )*(?:votes?|roll ?-? ?calls?|resolutions?)\b",
        rf"\b(?:votes|resolutions|roll ?-? ?calls) (?:- )?(?:on|about|adopted|voted|concerning|related|regarding|followed|{DAYS})",
        rf"{NAME} votes\b", r"resolutions? .*(?:[,:] list|list $|all of them)", r"anything .*(?:vot\w*|about|on)", r"^list\b", r"[,:] list\b",
        r"votes (?:were|are|was) there", r"were there (?:any )?votes", r"did the .* ever vote on", r"\bvotes \w+ $",
    )
)  # fmt: skip
_ALL_TIME = re.compile(
    any_of(
        r"every year", r"each year", r"per year", r"year by year", r"yearly", r"over the years", r"over time", r"through the years", r"every vote (?:since|on|from)",
        r"each vote", r"all (?:the )?votes", r"all (?:the )?years", r"year on year", r"\bannually\b", r"every time", r"each time", r"\bhistory of\b", r"record on", r"track record", r"\balways\b", r"\bever\b", r"\bnever\b", r"since then",
        r"\bseries\b", r"down the years", r"votes from", r"until today", rf"\bsince {DAYS}", rf"votes on .* {DAYS} $",
    )
)  # fmt: skip
_TURN = re.compile(
    any_of(
        r"first time", r"when did", r"when has", r"since when", r"in (?:which|what) year", r"(?:what|which) year", r"(?:the )?last time", r"turning point",
        r"start(?:ed)? voting", r"when .* change", r"when .* turn",
    )
)  # fmt: skip


_POSITION_NOUN = re.compile(rf"{STATE} (?:' )?(?:s )?(?:abstentions|noes|no votes|yes votes|vetoes)\b")


def intent_of(shape: Shape, has_vote: bool, voters: int, sure: bool, long_range: bool) -> Intent:
    """What is wanted. `has_vote`: a symbol, tally, vote name or topic is there; `voters`: how many states are asked about, `sure` whether grammar says so;
    `long_range`: the days named span years, so that one vote cannot be meant."""
    line = shape.line
    if is_assertion(line):
        return Intent.VERIFY
    states = len(re.findall(STATE, line))
    row = next((r for r in _TABLE if states >= r.states and r.pattern.search(line)), None)
    if row is not None:
        return _refined(row.intent, line, voters)
    if voters and not sure and _TALLY.search(line) and names_position(line):
        return Intent.ROLL_CALL
    if voters and not has_vote and _POSITION_NOUN.search(line):
        return Intent.COUNT
    if (
        voters >= 2
        and not has_vote
        and not names_position(line)
        and re.search(rf"{STATE} with .*(?:{DAYS}|general assembly|council|assembly)", line)
    ):
        return Intent.AGREEMENT
    if voters and _is_timeline(line, long_range):
        return Intent.TIMELINE
    if not voters and _SEARCH.search(line) and not names_position(line):
        return Intent.SEARCH
    if not voters and (_TALLY.search(line) or _WHO.search(line)) or (_WHO.search(line) and names_position(line)):
        return Intent.ROLL_CALL
    if voters:
        return Intent.POSITION
    if long_range:
        return Intent.SEARCH
    return Intent.ROLL_CALL if has_vote else Intent.ABOUT


def _refined(intent: Intent, line: str, voters: int) -> Intent:
    """Words that mean two things: "result" beside a state's name, "compare" over the years."""
    if intent is Intent.OUTCOME and voters and not re.search(r"\b(?:pass|passed|adopted|outcome|result)\b", line):
        return Intent.POSITION
    if intent is Intent.COMPARE and voters and _is_timeline(line, False) and not re.search(r"\bvs\b|compare", line):
        return Intent.TIMELINE
    if (
        intent is Intent.OUTCOME
        and not voters
        and _SEARCH.search(line)
        and not re.search(rf"\bpass|result|outcome|{SYMBOL}", line)
    ):
        return Intent.SEARCH
    return intent


def _is_timeline(line: str, long_range: bool) -> bool:
    return long_range or bool(_ALL_TIME.search(line) or _TURN.search(line))
