"""The ordered table of question shapes, each with the kind of answer that it wants; the first row that matches decides.

What no row says, `bot.understand.intents` tells from the states and the vote named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.question import Intent
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, compiled, in_order
from bot.understand.shape import DAYS, GROUP, STATE

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
ROLL_CALLS = r"roll ?-? ?calls"
_COUNTED = any_of(
    "votes",
    "vetoes",
    "veto",
    "resolutions",
    ROLL_CALLS,
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
    "adopted",
    "voted",
    r"roll ?-? ?call",
    "different",
    "of the",
    any_word("un ga sc unsc unga council draft member"),
    "security council",
    "general assembly",
)
_RIGHTS_BODY = any_of("(?:human )?rights council", "u?n?hrc", "commission on human rights", "(?:human )?rights commission")
_SMALLER_BODY = rf"(?:un )?(?:(?:security )?council|{_RIGHTS_BODY})"
_AGREEMENT_NOUN = (
    r"\b(?:agreement|alignment|coincidence|affinity|similarity)(?: (?:score|rate|share|level|index|percentage|ratio|figure)s?)?\b"
)
_TOP_AGREEMENT = (
    r"\b(?:highest|greatest|strongest|lowest|weakest|smallest|best|worst) (?:(?:voting|pairwise|overall) )?"
    rf"(?:{_AGREEMENT_NOUN}|(?:overlap|match)\b)"
)
_CHANGED = any_word("moved changed flipped switched shifted")


@dataclass(frozen=True, slots=True)
class Row:
    """`states`: how many states or groups must be named at least."""

    intent: Intent
    pattern: re.Pattern[str]
    states: int = 0


def _row(intent: Intent, *ways: str, states: int = 0) -> Row:
    return Row(intent, compiled(*ways), states)


ROWS = (
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
        in_order("(?:who|which|whos) ", r"(?<!\bat )\b(?:most|least|fewest)\b(?! of)"),
        r"\btop (?:\w+ )?(?:abstain\w*|no\b|nay\w*|oppos\w*|vot\w+|two|three|five|ten|\d+)",
        r"in ?-? ?chief\b|champion\b|biggest (?:naysayer|abstainer|opponent)",
        r"\brank(?:ing|ed)?\b",
        "cast the most",
        r"who (?:leads|tops|led|topped)\b",
        "most loyal",
        # which state had the highest agreement with Hungary
        in_order(r"(?:who|whos|which|what) ", _TOP_AGREEMENT),
        rf"^(?:the )?{_TOP_AGREEMENT} (?:with|to|of|for) ",
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
        # China - Russia agreement on recorded Council resolutions in 2024
        in_order(
            f"{STATE} ",
            f"{STATE} ",
            r"\bagreement (?:on|in|of) "
            rf"(?:{any_word('all the voted recorded adopted un ga unga unsc sc security general council assembly')} )*"
            rf"(?:votes|resolutions|texts|{ROLL_CALLS}|votings)\b",
        ),
        # pairwise agreement score Argentina - USA
        rf"{_AGREEMENT_NOUN} (?:(?:between|of|for|:) )?(?:the )?{STATE} (?:(?:-|–|/|&|and|vs|with|,|:) )*(?:the )?{STATE}",
        r"\b(?:agreement|similarity|alignment) (?:score|rate|index|percentage)\b",
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
        rf"how many (?:recorded votes|resolutions|{ROLL_CALLS}) (?:were there|did|has|took place)\b",
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
