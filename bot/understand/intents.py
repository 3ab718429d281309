"""An ordered table of question shapes -> what kind of answer is wanted. The first row that matches decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.question import Assertion, Intent
from bot.understand.roles import LIST
from bot.understand.shape import DAYS, GROUP, MEMBER, NAME, STATE, SYMBOL, TALLY, Shape
from store.facts import Position

_AGAINST = (
    r"(?:vot\w+(?: \w+){0,2} (?:against|no|nay|n)\b(?! one)|vot\w+ (?:him|her|it) down|votes? against|said no\b|say no\b|says no\b|saying no\b|"
    r"(?:who|what|which|\w+s|\w+) (?:was|were|is|are|states?|countries|members?|nations|one|eight|ones) (?:\w+ )?against\b(?! the backdrop)|(?:countries|states|members|nations|names|list|only|with|not) (?:\w+ ){0,2}against\b|"
    r"oppos\w+|reject(?:ed|ing) (?:the|it)|nays?\b|noes\b|no votes?\b|no -? ?voters?|lone no\b|only no\b|sole no\b|against\??$|against (?:it|this|that|them)\b|[(,:;] ?against\b|against [,;)]|the nos?\b|\bnos\b|^no \?|: no\b|didn't back|not back|refus\w+ to (?:back|support))"
)
_FOR = (
    r"(?:vot\w+(?: \w+){0,2} (?:for|yes|yea|aye|in favou?r)\b|in favou?r\b|support(?:ed|s|ing|ers?)?\b|back(?:ed|s|ing)\b|\bback (?:it|the|this)\b|approv\w+|said yes\b|say yes\b|yes votes?\b|ayes\b|endorsed?\b|votes? for\b|vote yes|the yes)"
)
_ABSTAIN = r"(?:abstain\w*|abstention\w*|abstentio\w*|abstanin\w*|absten\w*|sat (?:it )?out|sit (?:it )?out|on the fence)"
_NOT_VOTING = (
    r"(?:(?:didn't|did not|didnt|don't|do not|does not|hasn't|has not|not|never|simply didn't|n't) (?:cast a vote|cast|take part|participat\w*|(?:vote|voted|voting)(?! (?:against|no|for|yes|in favou?r|with|the same|differently|alike|like|on (?:its|their) own)))|"
    r"non ?-? ?voting|no ?-? ?shows?\b|were absent|was absent|absent\b|absentees|missing from|stayed away|did not press|skipped)"
)

POSITIONS: tuple[tuple[Position, re.Pattern[str]], ...] = (
    (Position.NON_VOTING, re.compile(_NOT_VOTING)),
    (Position.ABSTAIN, re.compile(_ABSTAIN)),
    (Position.NO, re.compile(_AGAINST)),
    (Position.YES, re.compile(_FOR)),
)
"""Words for a position, in the order in which they are told apart: "did not vote" is read before "vote"."""

_MANY_TIMES = r"how (?:many times|often|frequently)|number of times|times (?:did|has|have)"
_ALIKE = (
    r"(?:the same way|same way|same vote|same side|same position|same as\b|identical\w*|alike|together|agree\w*|agreement|overlap\w*|coincid\w*|in common|"
    r"in line with|in step|match(?:ed|es|ing)?\b|vot\w+ with\b|sid\w+ with\b|follow\w* )"
)
_SHARE = r"(?:share|percent\w*|per cent|%|rate|how closely|how close|proportion|ratio|degree|frequency|how much)"
_CHECK = (
    r"(?:is it true|isn't it true|is that (?:right|true|correct|real)|is this (?:right|true|correct|real)|true or false|fact ?-? ?check|check please|please check|correct \?|"
    r"right \?|true \?|real \?|yes or no|ok to print|is it correct|is it right|am i right|can i (?:say|write|print)|confirm|verify|no \? $|\bright$|\bcorrect$|\btrue$|i think$|"
    r"i think \?|isn't it \?|didn't (?:it|they) \?|wasn't it \?|really true|an article (?:says|claims)|article says|somebody says|someone says|claims? that|"
    r"\breal\b$|\btrue \?\?|double ?-? ?check)"
)
_VERIFY_VERB = (
    r"(?:vot\w+ (?:against|for|yes|no|in favou?r|with|the same|alone|like)|abstain\w*|oppos\w*|support\w*|back\w*|reject\w*|approv\w*|endors\w*|side\w*|"
    r"break with|broke with|join\w*|veto\w*|not vote|take part|say (?:yes|no)|favou?r|did not vote)"
)
_ALL_TIME = (
    r"(?:every year|each year|per year|year by year|yearly|annually|over the years|over time|through the years|every vote (?:since|on|from)|each vote|all (?:the )?votes|every time|each time|"
    r"history of|record on|track record|always|ever (?:not |since)|since then|since when|the evolution|trend|timeline|all years|series|through the decades|down the years|until today)"
)
_FIRST = r"(?:first time|when did|when has|since when|in (?:which|what) year|what year|which year|first (?:vote|abstain|oppose|support|back)\w*|the last time|last time|when (?:was|were)|turning point|ever (?:vot|abstain|oppos|support|back|not)\w*|did .* ever|has .* ever|have .* ever|start(?:ed)? voting|switch\w*|when .* change)"


@dataclass(frozen=True, slots=True)
class _Row:
    intent: Intent
    pattern: re.Pattern[str]
    states: int = 0  # how many states or groups must be named at least


def _row(intent: Intent, pattern: str, states: int = 0) -> _Row:
    return _Row(intent, re.compile(pattern), states)


_TABLE: tuple[_Row, ...] = (
    _row(Intent.COVERAGE, r"(?:how far (?:does|do|back)|how (?:up ?-? ?to ?-? ?date|recent|fresh|current|old) (?:is|are) (?:your|the|this)|what (?:do|does) (?:you|it|this|the (?:record|data|bot|store)) (?:cover|hold|contain|include|know)|(?:data|record) (?:reach|cover)|until when|your (?:data|sources?|coverage|record)|which (?:sources|datasets?|files)|^coverage|what data|latest (?:data|date) (?:you|in))"),
    _row(Intent.MEMBERSHIP, rf"(?:when (?:did|was|were) {LIST}(?:join|become|admitted|enter|leave)|(?:is|was|are|were) {LIST}(?:a |an |then a |already a |still a )?(?:un |elected |permanent |non ?-? ?permanent )*(?:member|on the (?:un )?(?:security )?council|in the (?:security )?council|sitting on)|(?:did|does) {LIST}(?:have|hold) a seat|(?:which|what) (?:countries|states|members) (?:are|were|sat|sit|served) (?:on|in) the (?:\w+ )*council|who (?:sat|sits|is|was|were|are) (?:on|in) the (?:un )?(?:security )?council|(?:elected )?members of the (?:un )?security council (?:in|on|of|{DAYS})|who (?:is|are|was|were) (?:in|part of) (?:the )?{GROUP}|^{GROUP} members \??$|members of (?:the )?{GROUP} (?:in {DAYS} )?\??$)"),
    _row(Intent.RANKING, r"(?:most like|least like|closest|nearest|furthest|farthest|voting (?:twin|partner|ally|match)|most (?:often|frequently) (?:with|agree\w*|against|voted|abstain\w*)|least often|agree\w* (?:with )?(?:the )?(?:most|least)|(?:most|fewest|least) (?:no|yes|noes|abstentions?|vetoes|isolated|votes against|times|often|frequently|negative)|(?:abstain\w*|voted no|voted yes|voted against|opposed|agree\w*|votes?) (?:the )?(?:most|least)\b|ranking|rank\b|ranked|top (?:two|three|five|ten|\d+)|most isolated|cast the most|most no\b|most loyal|(?:vot\w+|side\w*) most\b|biggest (?:naysayer|abstainer)|abstained most|vetoed? (?:the )?most|used the veto most|agree with most|no votes? most)"),
    _row(Intent.COUNT, rf"(?:{_MANY_TIMES})(?!.*(?:the same way|same vote|alike|together|same side|agree|on the same))"),
    _row(Intent.AGREEMENT, rf"(?:(?:how often|how frequently|how many times|how closely|how close|{_SHARE}).*{_ALIKE}|{_ALIKE}.*(?:{_SHARE}|how often)|agreement|voting (?:overlap|coincidence|record together)|overlap|voting alike|vote alike|voted alike|coincidence|how often together|how aligned|how closely aligned)", 1),
    _row(Intent.AGREEMENT, rf"^{LIST}.*(?:{DAYS}|general assembly|council).*(?:agree|percent|share|alike|overlap)", 2),
    _row(Intent.COUNT, rf"(?:how many (?:recorded |roll ?-? ?call |different |of the |un |ga |security council |general assembly |draft |council )*(?:votes|vetoes|veto|resolutions|roll ?-? ?calls|countries|states|members|texts|drafts|abstentions?|times)(?= (?:have|has|did|were|was|are|on|ever|adopted|in|were held|held|of|put|different|does|do|cast|{DAYS}))(?!.*(?:did .* get|was it|on (?:it|that|this)\b))|number of (?:\w+ )*(?:votes|vetoes|resolutions|roll ?-? ?calls|abstentions?|noes|times)|in how many|\btotal\b|(?:abstentions?|noes|vetoes|no votes?|votes) .*(?:so far|how many|in total|altogether|count)|how many of the|{STATE} (?:'s |s )?(?:no votes?|noes|abstentions?|vetoes|yes votes?).*how many)"),
    _row(Intent.VETO, r"(?:\bvetos?\b|\bvetoes\b|\bvetoed\b|\bveto\w*)"),
    _row(Intent.OUTCOME, rf"(?:(?:was|were|did|is|does|has|got) (?:it|this|that|the|they|(?:the )?{NAME}|{SYMBOL}|\w+).*(?:\bpass(?:ed)?\b|adopted|get through|go through|fail(?:ed)?\b|carried|approved|rejected|succeed|get the (?:nine|two)|reach the|make it|enough votes|two ?-? ?thirds)|adopted or not|outcome|passed \?|adopted \?|\bpassed\b.*(?:with|how|\?)|how was .* adopted|result\b|did .* (?:pass|adopt)\b|by how much|get it through|get the nine votes)"),
    _row(Intent.COMPARE, rf"(?:\bvs\b|\bversus\b|\bv {STATE}|differ\w*|side by side|compar\w*|{LIST}.*(?:the same way|same vote|vote alike|same \?)|(?:moved|changed|flipped|switched|shifted|swung|change\w* (?:its|their)) (?:\w+ ){{0,3}}between|who (?:flipped|moved|changed|switched|shifted)|which .* (?:flipped|moved|changed|switched|shifted)|break with|against {STATE} :)", 1),
)
_WHO = r"(?:\bwho\b|\bwhos\b|\bwhich (?:\w+ ){0,3}(?:countr\w*|states?|members?|nations?|governments?|ones|of (?:them|the)|\ue100)|which {STATE}|what (?:countr\w*|states|members)|\blist\b|names of|full list|countries|states voting|abstain\w* \??$|the (?:abstainers|abstentions|noes|no votes|yes votes)|noes|no votes|nays|roll ?-? ?call|\bwhom\b|anyone|any(?:body)? (?:else )?(?:vote|oppose|abstain)|which (?:eight|two|three|four|five|six|seven|nine|ten|\d+))"
_TALLY_WORDS = r"(?:tally|score\b|count\b|numbers|figures|how many (?:for|voted|against|yes|no|abstain\w*|in favou?r|were|was|did|countries|states|votes|abstentions?|members)|what was the vote|the vote \?|vote count|breakdown|full vote|vote tally|voting result|what were the votes|vote \?)"
_SEARCH = rf"(?:which (?:\w+ ){{0,3}}(?:votes|resolutions|roll ?-? ?calls|texts|decisions)\b|what (?:did|has|have) the .*(?:vote|voted|adopt\w*) on|(?:all|list|every|find|show|any|search|look up|give me)\b(?: (?:me|us))?(?: (?:the|all|of|every|any))* ?(?:\w+ |{NAME} |{STATE} |{DAYS} )*(?:votes?|roll ?-? ?calls?|resolutions?)\b|(?:votes|resolutions|roll ?-? ?calls) (?:on|about|adopted|voted|concerning|related|regarding|followed|{DAYS})|{NAME} votes\b|votes {DAYS}|resolutions? .*(?:, list|: list|list$|all of them)|anything .*(?:vot\w*|about|on)|\blist\b|what .*votes (?:were|are) there|were there (?:any )?votes|did the .* (?:ever )?vote on|votes? (?:were|was) there)"
_SEARCH_RE, _WHO_RE, _TALLY_RE = re.compile(_SEARCH), re.compile(_WHO), re.compile(_TALLY_WORDS)
_CHECK_RE, _ALL_TIME_RE, _FIRST_RE = re.compile(_CHECK), re.compile(_ALL_TIME), re.compile(_FIRST)
_DID = re.compile(rf"\b(?:did|does|do|didn't|doesn't|has|have|hasn't|was|were|wasn't|weren't|is|are|isn't) (?:(?:the|all|only|every|any|both|a|an|{DAYS}) )*(?:{STATE}|everyone|everybody|anyone|anybody|nobody|no one|it|they|\w+ members?|all \w+ (?:\w+ )?members?|(?:\w+ )?member states?|un\b|assembly)")
_VERIFY_RE = re.compile(_VERIFY_VERB)
_STATEMENT = re.compile(rf"(?:^|[:,] )(?:(?:so|ok|the|all|only|just|every|apparently|fact check :|\d+) )*{LIST}(?:(?:also|both|really|simply|is|was|were|are|then|countr\w*|states?|members?) )*(?:vot\w+ |abstained|backed|supported|opposed|rejected|sided|joined|broke|did not vote|was the only|were the only|recorded|said (?:yes|no))")
_ONLY_WHO = re.compile(rf"(?:was|were|is|are) {LIST}(?:the )?(?:only|sole|lone|alone)")
_SCORE_ASSERTED = re.compile(rf"(?:was|were|is|did) .*{TALLY}")


def intent_of(shape: Shape, has_vote: bool, voters: int) -> Intent:
    """What is wanted. `has_vote`: a symbol, tally, vote name or topic is there; `voters`: how many states are asked about."""
    line = shape.line
    states = len(re.findall(STATE, line))
    if _is_verify(line):
        return Intent.VERIFY
    for row in _TABLE:
        if states >= row.states and row.pattern.search(line):
            return _refined(row.intent, line, voters)
    if _DID.search(line) and voters and _VERIFY_RE.search(line) and not re.match(r"(?:how|what|when|which|who|why)\b", line):
        return Intent.TIMELINE if _is_timeline(line, voters) else Intent.VERIFY
    if _is_timeline(line, voters):
        return Intent.TIMELINE
    if _SEARCH_RE.search(line) and not voters and not _asks_position(line):
        return Intent.SEARCH
    if _TALLY_RE.search(line) and not voters:
        return Intent.ROLL_CALL
    if _WHO_RE.search(line) and (_asks_position(line) or not voters):
        return Intent.ROLL_CALL
    if voters >= 1:
        return Intent.POSITION
    return Intent.ROLL_CALL if has_vote else Intent.ABOUT


def _is_verify(line: str) -> bool:
    if re.search(r"\bwho\b(?! on earth)|^which |^how |^what |^when |^why ", line) and not _CHECK_RE.search(line):
        return False
    if _FIRST_RE.search(line) and re.match(r"(?:when|in which|in what|first time)", line):
        return False
    asserted = _STATEMENT.search(line) or (re.search(STATE, line) and _VERIFY_RE.search(line)) or re.search(TALLY, line) or re.search(r"unanim|nobody|no one|everyone|abstention|adopted|vetoed", line)
    if _CHECK_RE.search(line) and asserted:
        return True
    return bool(_STATEMENT.search(line) or _ONLY_WHO.search(line) or _SCORE_ASSERTED.search(line) or re.search(r"\bunanimous\b", line))


def _refined(intent: Intent, line: str, voters: int) -> Intent:
    if intent is Intent.VETO and not re.search(r"\bvet\w+", line):
        return Intent.ROLL_CALL
    if intent is Intent.OUTCOME and voters and not re.search(r"\b(?:pass|passed|adopted|outcome|result)\b", line):
        return Intent.POSITION
    if intent is Intent.COMPARE and _is_timeline(line, voters) and not re.search(r"\bvs\b|compare", line):
        return Intent.TIMELINE
    return intent


def _is_timeline(line: str, voters: int) -> bool:
    if not voters:
        return False
    return bool(_ALL_TIME_RE.search(line) or _FIRST_RE.search(line))


def _asks_position(line: str) -> bool:
    return any(pattern.search(line) for _, pattern in POSITIONS)


def position_in(line: str) -> Position | None:
    """The position that the words speak of; None where they name none, or more than one."""
    found = [position for position, pattern in POSITIONS if pattern.search(line)]
    if not found:
        return None
    if Position.NON_VOTING in found:
        return Position.NON_VOTING
    return found[0] if len(found) == 1 else min(found, key=lambda p: _first_at(line, p))


def _first_at(line: str, position: Position) -> int:
    match = dict(POSITIONS)[position].search(line)
    return match.start() if match else len(line)


def assertion_in(shape: Shape) -> Assertion:
    """What a question that wants checking asserts."""
    line = shape.line
    outcome = next((word for word, pattern in (("vetoed", r"vetoed"), ("rejected", r"\b(?:rejected|failed)\b"), ("adopted", r"\b(?:adopted|passed|approved)\b")) if re.search(pattern, line)), None)
    return Assertion(
        position=position_in(line),
        negated=bool(re.search(rf"(?:never|not|n't) (?:{_ABSTAIN}|oppos|support|back|vote (?:against|for|no|yes|in favou?r))", line)) and not re.match(r"(?:didn't|wasn't|isn't|weren't|hasn't|doesn't)", line),
        only=bool(re.search(r"\b(?:only|sole|lone|alone|nobody else|no one else)\b", line)),
        everyone=bool(re.search(r"\b(?:every|all|everyone|everybody|each|all \d+)\b", line)),
        nobody=bool(re.search(r"\b(?:nobody|no one|no country|no state|no member|none|not a single)\b", line)),
        unanimous=bool(re.search(r"unanim", line)),
        outcome=outcome,
        first_time=bool(re.search(r"first time|first ever|never before", line)),
        with_members=bool(re.search(rf"(?:vot\w+|sid\w+) (?:\w+ )?(?:with|like|alongside) (?:the )?{MEMBER}", line)),
        cast=bool(re.search(r"(?:cast a vote|did not vote|didn't vote|take part)", line)),
    )
