"""Whether a question wants something checked: "didn't Israel abstain?", "is it true that nobody voted against?"."""

from __future__ import annotations

from bot.understand.counts import counts_in
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, compiled, in_order, later
from bot.understand.positions import names_position
from bot.understand.shape import ANY, DAYS, NAME, STATE, SYMBOL, TALLY, unheaded

_IS_SO = any_word("true correct right real accurate legit kosher factual check chk verify confirm confirmed verified")
_ASKS_TO_CHECK = compiled(
    r"is(?:n't)? it true",
    r"\b(?:is|it is|it's|it ' s) (?:it |that )?(?:wrong|false|untrue|incorrect|a lie|a myth|not true|right|true|correct) that\b",
    r"is (?:that|this|it) (?:right|true|correct|real|accurate|so)\b",
    r"\b(?:true|right|correct) or (?:false|wrong|not)\b",
    r"\bis (?:that|this|it) (?:really )?the case\b",
    r"^(?:\w+ )?(?:claim|statement|sentence|quote) :",
    r"\b(?:pls|plz|please) check\b",
    r"[,;–—-] (?:yes|yeah|ja|y) \?",
    r"yes or no",
    r"fact ?-? ?ch(?:ec)?k",
    r"check please",
    # check: ...; true? ...
    rf"^(?:(?:quick|pls|please|plz) )*{_IS_SO} [:?—–-] ",
    r"please check",
    r"double ?-? ?check",
    r"\bconfirm\b",
    r"\bverify\b",
    r"\bdoes (?:that|this|it) (?:check out|hold|stand)\b",
    r"\b(?:sentence|claim|line|statement|quote) to check\b",
    r"\b(?:would|is) it (?:be )?(?:right|correct|fair|accurate|safe) to (?:write|say|print|report)\b",
    r"\bis it so that\b",
    r"ok to print",
    r"can i (?:say|write|print)",
    r"am i right",
    # at the end: "Hungary abstained, right?", "93-18-65, correct", "..., no?", "..., I think"
    rf"\b{_IS_SO}(?: that| this)? \?",
    rf"[,;.:—–-] {_IS_SO} $",
    r"\b(?:correct|right|true|real) $",
    r", no \?",
    r"\bi think (?:\? )?$",
    r"isn't it \?",
    r"didn't (?:it|they) \?",
    r"wasn't it \?",
    r"(?:article|somebody|someone|he|she|post|story) (?:says|claims|wrote)",
    r"claims? that",
    r"\bok \?",
    r"\by ?/ ?n\b",
    r"or not \?",
    r"\bcheck $",
)
_OPENS_WITH = any_word("and so but ok okay hi hey hello")
_ASKS_OPENLY = compiled(
    rf"^(?:{_OPENS_WITH} )*(?:how|what|whats|when|which|who|whos|why|where|whom|in which|in what)\b",
    r"\bhow (?:did|often|many)\b",
    # Algeria, 19 December 1960: which eight voted against
    r"[:;?.–—-] (?:and |so )?(?:which|who|whose|what)\b",
    # the UK on Gibraltar, 1965 to 1968: when did it start voting no
    r"[:;.–—-] (?:and |so )?(?:(?:since )?when|in (?:what|which) year) (?:did|has|was|were|had)\b",
    r", (?:and |so )?which (?:[\w-]+ ){1,5}?(?:voted|abstained|opposed|backed|supported|said|were|was|did)\b",
    r"\b(?:since|until) when\b",
    r"\b(?:who|which) (?:are|were) (?:they|these|those)\b",
    r"^number of\b",
    r"(?<!those )(?<!states )(?<!countries )(?<!members )\bwho (?:voted|else|abstained)",
)
# resolution 45/1, the two no votes
_ASKS_FOR_NAMES = later(r"[,:-] ?the (?:\w+ )?(?:no votes?|noes|yes votes?|abstentions?|abstainers) ?\??\s*$")
_OF_ANY_VOTE = later(r"\b(?:on|to|against|for) any(?:thing| (?:vote|resolution|text|draft)s?)\b")
_WAS = any_of("(?<=was )", "(?<=was it )", "(?<=was only )", "(?<=was it only )", "(?<=was it just )")
_CLEFT = later(rf"{_WAS}{LIST}(?:that|who|which) ")
_ASKS_FIRST = later(r"(?:how|what|which|who|when)\b")
_ASKS_FIRST_TIME = later(
    rf"\b(?:was|is) (?:that|this|it|{DAYS}) (?:really )?(?:the|its|their) (?:very )?"
    r"first (?:time|year|no|yes|abstention|veto|vote against)\b"
)
_ASKS_A_SERIES = later(r"\b(?:ever|always|never)\b")
_COMPARES = compiled("differ", "the same way", "same vote", "compare")
_ASKS_HOW_MUCH = compiled(any_word("percent percentage share rate proportion often"), "per cent", " % ")
# did Hungary vote for or against it: either may be
_ASKS_WHICH = later(
    r"\b(?:for|yes|in favou?r|support\w*|back\w*) (?:it )?or (?:\w+ )?(?:against|no|oppos\w*|reject\w*|abst\w*)\b"
    r"|\b(?:against|no|oppos\w*) (?:it )?or (?:\w+ )?(?:for|yes|in favou?r|support\w*|back\w*|abst\w*)\b"
    rf"|\bwith (?:the )?{STATE} or "
    rf"|\bwas (?:it|that) (?:the )?{STATE} or (?:the )?{STATE}"
    r"|\babst\w* or (?:\w+ )?(?:for|against|yes|no|oppos\w*|support\w*|back\w*)\b"
)

_ASSERTED = compiled(
    TALLY,
    "unanim",
    "nobody",
    "no one",
    "everyone",
    "adopted",
    "vetoed",
    "failed",
    "passed",
    "rejected",
    # Brazil sided with the US
    in_order(f"{STATE} ", "(?:with|alone|only|like) "),
)
_ACT = any_of(
    # did Hungary vote in 2025 against the embargo
    rf"vot\w+ (?:\w+ )?(?:(?:\w+ ){{0,2}}{DAYS} )?(?:against|for|yes|no|in favou?r|with|the same|alone|like)\b",
    r"abstain\w*",
    r"oppos\w+",
    r"(?:stand|stood) (?:all )?alone",
    r"support\w*",
    r"back(?:ed|ing)?\b",
    r"reject\w*",
    r"approv\w*",
    r"endors\w*",
    r"favou?r\w*",
    r"side\w* with",
    r"break with",
    r"broke with",
    r"join\w*",
    r"veto\w*",
    r"not vote",
    r"take part",
    r"sa(?:y|id) (?:yes|no)",
    # did Hungary vote?
    r"vote $",
    r"vote \? $",
)
_BETWEEN = any_of(
    any_word(
        r"also alone both really simply actually ever then all each indeed even itself is was were are countr\w* states? members?"
    ),
    "the only one to",
    "on record(?: as)?",
    "recorded(?: as)?",
    "listed(?: as)?",
    "down as",
    rf"(?:, )?(?:unlike|like|alongside|together with) (?:the (?:rest of|other) )?{LIST}(?:, )?",
)
_BETWEENS = rf"(?:{_BETWEEN} )*"

_AUXILIARY = any_of(
    any_word("did does do has have is are was were"),
    any_word("didn't doesn't hasn't haven't isn't wasn't weren't didnt doesnt hasnt isnt wasnt"),
)

_ONES = rf"(?:(?:the|both|also) )*{STATE} (?:(?:,|and|,? and) (?:the )?{STATE} )*"
_ASSERTIONS = (
    # did both Hungary and Slovakia abstain
    later(
        r'(?:^|[,:;.¿¡"] |and |so )'
        r"(?:(?:so|and|but|ok|hey|wait) )*"
        rf"{_AUXILIARY} (?:[a-z]+(?: ')?'s )?"
        "(?:(?:more than|over|at least) )?"
        r"(?:(?:the|all|both|every|only|half|most|of|one|any|a single|almost|nearly|(?:a|the) (?:\w+ )?(?:majority|bulk)) )*"
        rf"(?:\d+ )?{LIST}{_BETWEENS}{_ACT}"
    ),
    # did anybody vote against it; nobody voted against it
    compiled(
        in_order(
            r"(?:did|does|has|have|didn't) (?:everyone|everybody|anyone|anybody|nobody|no one|all|every|any) ",
            _ACT,
        ),
        in_order(r"(?:nobody|no one|no country|everyone|everybody|all \w+ other members)", _ACT),
    ),
    # was Israel really the only no
    later(rf"(?:was|were|is|are|wasn't) {LIST}(?:really |in fact )?(?:the )?(?:only|sole|lone|alone)\b"),
    # Turkey was alone in voting against it; Turkey alone voted no
    later(rf"^{LIST}(?:(?:was|were|is|are) (?:really |in fact )?alone|alone {_ACT})"),
    # was it 93-18-65; 93-18-65, that was the embargo
    compiled(
        in_order(r"\b(?:was|were|is|did) ", TALLY),
        in_order(f"{TALLY} ", "(?:that was|right|correct|ok to print|true)"),
    ),
    # ES-10/26 passed 158-9-11
    later(rf"(?:{SYMBOL}|{NAME}) (?:\w+ ){{0,3}}{TALLY}"),
    # six members abstained on the sanctions
    later(rf"^(?:so |that )?{TALLY} (?:on|to|for) (?:the )?(?:{NAME}|{SYMBOL})"),
    # Iran cast the only vote against it
    later(rf"^{LIST}(?:\w+ )?cast (?:the )?(?:only|sole|lone|single) "),
    # it was Greece that voted against; wasn't Iceland against it
    later(rf"\b(?:it|that) was {LIST}(?:that|who|which) (?:\w+ )?{_ACT}"),
    later(rf"\bwas (?:it|that) (?:only |just )?(?!{LIST}(?:\w+ )*or ){LIST}(?:that|who|which) (?:\w+ )?{_ACT}"),
    later(
        rf"\b(?:was|were|wasn't|weren't|is|isn't) {LIST}(?:(?:really|also|actually) )*(?:against|in favou?r|opposed|absent)\b"
    ),
    # was South Korea with the US on it
    later(
        rf"\b(?:was|were|wasn't|weren't) {_ONES}(?:(?:really|also|actually) )*"
        rf"(?:with|alongside|aligned with|on the same side as) (?:the )?{STATE} (?:on|in|at|over|here|there|[?]|$)"
    ),
    # everyone except India backed it
    compiled(in_order(r"\b(?:everyone|everybody|all(?: \w+){0,3}) (?:but|except|apart from|other than|bar|save) ", _ACT)),
    # so they abstained
    later(
        rf"^(?:(?:so|and|but|then|ok|wait) )*(?:they|he|she|it) (?:(?:all|both|also|then|really|did|didn't|not|never) )*{_ACT}"
    ),
    # unlike Turkey, Venezuela abstained
    later(rf"^(?:in contrast to|unlike) (?:the (?:rest of|other) )?{LIST}(?:, )?(?:{LIST})?{_ACT}"),
    # nobody joined Turkey in voting no
    compiled(
        in_order(
            r"(?:nobody|no one|anyone|anybody|no (?:other )?(?:country|state)) (?:else )?(?:join|back|follow|side)\w* ", STATE
        )
    ),
    # the Soviets vetoed it
    later(rf"^(?:so |but |and )?{LIST}(?:also |really )?vetoed "),
    # was the Golan draft vetoed by Britain
    later(
        r"^(?!.*\b(?:whom?|whose|which|when|why|how)\b)(?:.*[,:;.] )?"
        r"(?:was|were|wasn't|weren't) (?:[^\s,;:?!]+ ){1,12}?vetoed\b"
    ),
    # so Israel was against
    later(rf"{LIST}(?:was|were) (?:\w+ ){{0,2}}?(?:against|in favou?r|absent|opposed|on board)\b"),
    # neither Cuba nor Iran supported it; was Argentina one of the nine
    later(rf"\bneither {LIST}nor {LIST}"),
    later(rf"(?:was|were) {LIST}(?:one of|among|part of) "),
    # opposed by Russia and Belarus
    later(rf"\b(?:opposed|rejected|backed|supported|endorsed|approved) by {LIST}"),
    # Peru was one of the two noes; Russia was among those who voted no
    later(rf"{LIST}(?:was|were) (?:the|among|one of|part of) "),
    # was it adopted unanimously
    compiled(
        in_order(r"(?:was|were|is|did) ", r"\bunanim\w+"),
        r"\bwas unanim\w+",
        r"\bunanimous \?",
    ),
)
_STATEMENT_OPENS = any_of(
    any_word(r"so ok the all only just every apparently and but no \d+"),
    r"[a-z]+'s",  # Thatcher's Britain
    "im told",
    "i heard",
    "(?:none|not one|both|most|all) of",
    "(?:almost|nearly|virtually|practically) (?:all|every)(?: of)?(?: the)?",
    "(?:the |an? )?(?:vast|overwhelming|large|great) majority(?: of)?(?: the)?",
    "(?:the )?(?:most|half|majority|bulk|more than half|over half)(?: of)?(?: the)?",
    "not (?:one|a single)",
    "(?:nobody|no one|none|everyone|everybody) (?:but|except(?: for)?|other than|apart from|besides|bar|save)",
    # in 2021 only Ukraine ...
    rf"(?:back )?(?:(?:in|on|during|at) (?:the )?)?{DAYS}(?: ,)?",
)
# ... that the US and Israel voted no; and not "Hungary votes on the embargo"
_STATEMENT = later(
    r"(?:^|[,:;.] |that |when |here |says |said |claims |claimed |wrote |insists |read |heard |reports? )"
    rf"(?:{_STATEMENT_OPENS} )*{LIST}{_BETWEENS}"
    + any_of(
        rf"voted (?!on\b|in the (?!{DAYS})|at\b|from\b|since\b|(?:in )?{DAYS} (?:$|[?.,]))",
        r"(?<!' s )(?<!'s )votes (?:against|for|yes|no|in favou?r|with|down|to)\b",
        any_word("abstained backed supported opposed rejected sided joined broke"),
        r"(?:did not|didn't|never) (?:\w+ )?(?:vot|abstain|back|support|oppos|reject|veto|join|sid)",
        any_word("split differed diverged disagreed skipped missed boycotted"),
        "(?:did not|didn't) (?:take part|participate|cast)",
        "(?:sat|stayed) (?:it )?(?:out|away)",
        r"(?:was|were) the only",
        r"said (?:yes|no)",
        r"(?:is|was) recorded",
        r"(?:yes|no)\b(?! votes?\b)",
    )
)
_ON_A_TOPIC = later(f"{LIST}on ")


def is_assertion(line: str) -> bool:
    """Whether the line of a shape asserts something that can be true or false.

    What was so "ever", "always" or "never" is no assertion: the whole series answers, not one vote.
    """
    line = unheaded(line)
    checks = bool(_ASKS_TO_CHECK.search(line))
    if not checks and (_ASKS_OPENLY.search(_CLEFT.sub(" ", line)) or _ASKS_FOR_NAMES.search(line)):
        return False
    if _ASKS_FIRST_TIME.search(line):
        return True
    if not checks and _ASKS_A_SERIES.search(line):
        return False
    if checks and (names_position(line) or _ASSERTED.search(line)) and not _ASKS_FIRST.match(line):
        return True
    if _ASKS_WHICH.search(line) or _OF_ANY_VOTE.search(line):
        return False
    if _COMPARES.search(line):
        return _states_something(line) and not _ASKS_HOW_MUCH.search(line)
    return any(said.search(line) for said in _ASSERTIONS) or _states_something(line) or bool(counts_in(line))


def asks_to_check(line: str) -> bool:
    """Whether it says so: "true or false", "correct?"."""
    return bool(_ASKS_TO_CHECK.search(line))


def may_assert(line: str) -> bool:
    """Whether a line that reads as a statement may be one, and asks with its question mark alone whether it is so."""
    asks = _ASKS_OPENLY.search(_CLEFT.sub(" ", line)) or _ASKS_A_SERIES.search(line) or _ASKS_WHICH.search(line)
    if asks or _OF_ANY_VOTE.search(line) or _LISTS.search(line):
        return False
    return bool(_ENDS_IN_DOUBT.search(line) or _OF_HOW_MANY.match(line)) or asks_to_check(line)


_ENDS_IN_DOUBT = later(rf"\b[a-z]+ (?:{ANY} |[a-z]+ ){{0,8}}[\"')]? ?\? ?$")
_OF_HOW_MANY = later(r"(?:every|each|all|nobody|none|no one|no \w|not|only|neither|either|both|\d+)\b")
_LISTS = later(r"^(?:list|show|find|give|roll)\b|\b(?:who|whom|which|what|list)\b")


def _states_something(line: str) -> bool:
    return bool(_STATEMENT.search(line)) and not _ON_A_TOPIC.match(line)
