"""What a clause says that states did, right behind their names: "voted no", "took no part", "did not use its veto"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.patterns import any_of
from bot.understand.shape import DAYS, NAME, STATE, SYMBOL
from store.facts import Position

_NOT = (
    r"(?:(?:has |have |had )?never (?:before |yet |once )?|did not|didn't|does not|do not|had not|have not|has not|hasn't"
    r"|haven't|failed to|refused to|declined to|(?:was|were|is|are) unable to|could not|couldn't)"
)
_TEXT = any_of(
    rf"(?:\w+ ){{0,3}}(?:{NAME}|{SYMBOL})",
    r"(?:\S+ ){0,7}?(?:text|texts|resolution|resolutions|draft|drafts|motion|vote|votes|amendment|amendments)\b",
)
"""What is voted on."""
_MATTER = any_of(
    r"(?:it|them|this|that|both|all|either|neither)\b",
    r"(?:\S+ ){0,7}?(?:measure|document|declaration|proposal|repeal|moratorium|call|plan|decision|ceasefire"
    r"|condemnation|demand|ban|suspension|mandate|sanctions"
    r"|treaty|statement|request|referral|bid|initiative|appeal|upgrade|inquiry|probe|mission|extension|renewal|package"
    r"|recommendation|wording|paragraph|language|truce|pause|convention|pact|compact|deal|accord|agreement|boycott|membership"
    r"|admission|statehood|expulsion|partition)\b",
)
"""What may be voted on, where the text has told of a vote ("Russia backed the plan" alone says nothing of one).

Not what a resolution may be against: those who "rejected the move" or "opposed the embargo" have voted for the text.
"""

_MODAL = r"(?:will|would|could|may|might|shall|should|must|cannot|can|to)"


@dataclass(frozen=True, slots=True)
class Act:
    """`said` is the position that the words give; None for "did the same".
    `company`: those named next voted alike, or, `apart`, did not. `close`: of what was said right before. `vaguely`: said of
    politics, too, so that it tells of a vote only where one is spoken of.
    """

    pattern: re.Pattern[str]
    said: Position | None
    negated: bool = False
    veto: bool = False
    alike: bool = False
    company: bool = False
    vaguely: bool = False
    apart: bool = False
    close: bool = False


def _act(*patterns: str, said: Position | None = None, **flags: bool) -> Act:
    return Act(re.compile(any_of(*patterns)), said, **flags)


_OBJECT_OF_VOTE = any_of(_TEXT, _MATTER)
# Who "said no to blue helmets" need not have voted at all.
_PLAIN_TEXT = rf"(?:(?:it|them|this|that)\b|(?:\S+ ){{0,5}}?(?:texts?|resolutions?|drafts?|motions?)\b|(?:\w+ ){{0,2}}{SYMBOL})"
_BACKED = (
    "(?:backed|backs|back|backing|supported|supports|support|supporting|endorsed|endorses|endorse|endorsing|approved|approves|approve"
    "|approving)"
)
_BALLOT = r"(?:cast|casting|casts) (?:\w+ ){0,3}?(?:votes?|ballots?)"
_VOTE = r"vot(?:ed|es|e|ing)"
_WITH_SOMEBODY = rf"{_VOTE} (?:with|like|alongside) (?:(?!{STATE})[^ ,;:.]+ ){{1,4}}"  # "with Mrs Thatcher, against"
_GAVE = (
    r"(?:gave|gives|given|put|puts|went for|goes for|cast|casts|decided (?:for|on)|delivered|returned|registered|voted|made|said"
    r"|settled on|came up with|announced) (?:an?|its|their|his|her) (?:(?:clear|firm|flat|loud|big|another|quiet|resounding) )?"
)
_ON_RECORD = r"(?:(?:is|was|are|were|went|goes) )?(?:down|on (?:the )?record|counted|listed|entered) as (?:an? )?"
_VOTE_ENDS = r" (?:[.,;:!?)]|(?:to|on) (?:it|this|that)\b|(?:this time|again|and|but|too|as well|also)\b)| $"
_JOINED = r"join(?:ed|ing|s)? (?:the )?(?:ranks of (?:the )?)?"
_AND_BOTH = r"(?:(?:both|all|together|\w+ly|once more|again|too|also|for the first time|,) ){0,2}(?:[\"'“‘] )?"

ACTS: tuple[Act, ...] = (
    _act(rf"{_JOINED}(?:\w+ )?(?:supporters|backers|majority|ayes|yes (?:camp|column|side|votes))\b", said=Position.YES),
    _act(
        rf"{_JOINED}(?:objectors|opponents|noes|nays|naysayers|dissenters|rejectionists|no (?:camp|column|side|votes))\b",
        said=Position.NO,
    ),
    _act(rf"{_JOINED}(?:abstainers|abstentions|fence - sitters)\b", said=Position.ABSTAIN),
    _act(rf"(?:(?:has|have) )?never failed to (?:back|support|endorse|vote for)\b(?: {_OBJECT_OF_VOTE})?", said=Position.YES),
    _act(
        rf"{_NOT} ?(?:oppose[d]?|reject(?:ed)?|{_VOTE} {_AND_BOTH}(?:against|no)|cast a no)\b(?: {_OBJECT_OF_VOTE})?",
        said=Position.NO,
        negated=True,
    ),
    _act(
        rf"{_NOT} ?(?:back|support|endorse|approve|{_VOTE} {_AND_BOTH}(?:for|yes|in favou?r))(?:ed|d)?\b(?: {_OBJECT_OF_VOTE})?",
        said=Position.YES,
        negated=True,
    ),
    _act(rf"{_NOT} ?say no(?={_VOTE_ENDS})", said=Position.NO, negated=True),
    _act(rf"{_NOT} ?say yes(?={_VOTE_ENDS})", said=Position.YES, negated=True),
    _act(rf"{_NOT} ?abstain(?:ed)?\b", said=Position.ABSTAIN, negated=True),
    _act(
        rf"{_NOT} ?(?:veto(?:ed)?|(?:use[d]?|cast|wield(?:ed)?|exercise[d]?) (?:its|a|the|their) veto|block(?:ed)?)\b",
        r"(?:refrained from|shied away from|stopped short of|held back from) (?:using|casting|wielding|exercising) (?:its"
        r"|a|the|their) veto\b",
        r"(?:chose|decided|opted|preferred) not to (?:veto|block|use (?:its|the|their) veto|cast (?:a|its|their) veto)\b(?: it)?",
        r"withheld (?:its|their) veto\b",
        said=Position.NO,
        negated=True,
        veto=True,
    ),
    _act(
        rf"{_NOT} ?(?:vote[d]?|cast a (?:vote|ballot)|take part|taken part|participate[d]?|join the vote)\b"
        r"(?! (?:against|for|yes|no|in favou?r|with|alongside|alike))(?: in (?:the|that|this) (?:\w+ )?vote)?",
        r"(?:took|takes|take|taking|taken) no part\b(?: in (?:the|that|this) (?:\w+ )?vote)?",
        r"(?:absent(?: from the vote)?|non - voting|nonvoting|not voting|not present|a no - show|no - shows|not in the (?:room"
        r"|hall|chamber))\b",
        r"(?:absented (?:itself|themselves))\b",
        r"(?:was|were) nowhere to be seen\b",
        r"(?:was|were|is|are|being) (?:also |again )?missing(?= [.,;:!?)]| $| from the (?:vote|roll|hall|room)| when the vote)",
        rf"{_NOT} ?(?:show up|turn up|appear|attend)\b(?: (?:for|at) the (?:\w+ )?vote)?",
        r"stay(?:ed|ing|s)? (?:away|out of (?:the|that|this) (?:room|hall|chamber|vote|ballot|count))\b(?: from the vote)?",
        r"(?:skipped|skipping|missed|missing|boycotted|boycotting|sat out|sitting out) (?:the|that|this) (?:\w+ )?(?:vote"
        r"|ballot)\b",
        r"without casting a (?:vote|ballot)",
        r"(?:cast|casting|casts) no (?:vote|ballot)\b",
        r"(?:was|were) not (?:recorded|registered|listed)(?: as (?:voting|having voted))?(?= (?:[.,;:!?)]|$|on |in ))",
        r"(?:recorded|registered) no (?:vote|position)\b",
        r"(?:' s |'s |s )?(?:seat|chair) (?:was|stayed|remained|stood) (?:left )?empty\b",
        r"left (?:its|their) (?:seat|chair|seats|chairs) empty\b",
        said=Position.NON_VOTING,
    ),
    _act(
        r"(?:only |merely )?abstain(?:ed|ing|s)?\b(?! (?:more |less |most |from (?!the |voting|it\b|this|that|all|both|a )))",
        r"(?:chose|opted|decided|preferred) to abstain\b",
        r"(?:(?:chose|opted|decided|preferred) to )?(?:sit|sat|sitting|stayed|remained|stay|remain) on (?:the fence|(?:their"
        r"|its) hands)\b",
        r"(?:was|were|is|are|stayed|remained) (?:\w+ )?on the fence\b",
        r"(?:recorded|registered|cast|casting) (?:an? |the |one of those |one of the |their )?(?:\w+ )?abstentions?\b",
        r"sat (?:it|this one|that one) out\b",
        r"held back\b(?= [.,;:!?)]| $)",
        r"pressed the yellow button\b",
        rf"{_GAVE}abstention(?={_VOTE_ENDS})",
        rf"{_ON_RECORD}abst(?:ention|aining|ain)\b",
        rf"(?:chose the|voted (?:by|with) (?:an )?) ?abst(?:ention|aining|ain)(?={_VOTE_ENDS})",
        r"(?:pushed|pressed|hit) (?:the )?yellow(?: button)?\b",
        r"(?:lit|lights) up (?:in )?yellow\b(?: on the (?:board|screen))?",
        r"(?:defended|explained|justified) (?:its|their|his|her) (?:decision to abstain|abstention|choice to abstain)\b",
        r"(?:opted for|decided on|took refuge in|settled for|chose|preferred) (?:an )?abstention\b",
        r"(?:could )?(?:only |just )?(?:bring|brought) themselves (?:only )?to abstain\b",
        r"(?:switched|moved|shifted|slipped) (?:\w+ )?to (?:an abstention|abstaining|the abstainers)\b",
        r"(?:could )?(?:only |just )?(?:bring|brought) (?:itself|themselves|himself|herself) (?:only )?to abstain\b",
        said=Position.ABSTAIN,
    ),
    _act(
        r"veto(?:ed|es|ing)?\b(?! (?:power|threat|right|pen|nothing|none|neither))(?: (?:\w+ ){0,3}(?:draft|resolution"
        r"|text|it))?",
        r"(?:used|using|cast|casting|wielded|wielding|exercised|deployed|uses|casts|wields) (?:\w+ ){0,2}veto\b",
        r"(?:' s |'s |s )veto (?:\S+ ){0,5}?(?:sank|killed|blocked|stopped|doomed|struck down)\b",
        r"(?:blocked|blocking|blocks|killed|sank|torpedoed) (?:\S+ ){0,6}?(?:draft|resolution|text|it"
        r"|measure)\b(?! by consensus)",
        said=Position.NO,
        veto=True,
    ),
    _act(
        r"(?:did|does|do|done|doing) (?:the same|likewise|so)\b",
        r"(?:followed|follows|following) suit\b",
        r"(?:joined|joining) (?:them|it|in)\b(?! (?:voting|opposing|abstaining|backing|supporting|in ))",
        r"(?:did|has done|have done|had done) (?:it|that)(?= (?:also|too|as well|again|likewise)\b)",
        r"did(?= (?:[.,;!?]|too |as well |also (?:[.,;!?]|$)|$))",
        alike=True,
    ),
    _act(
        r"(?:(?:was|were|is|are|stood|stands|voted|sided|went|stayed) (?:\w+ly |right |again |also )?)?(?:with|by|beside|behind"
        r"|alongside) (?:it|them|her|him)(?= (?:[.,;:!?)]|on (?:this|that)\b|$))",
        r"(?:kept|keeping|keeps) (?:it|them|her|him) company\b",
        alike=True,
        close=True,
    ),
    _act(r"(?:was|were) not(?= (?:[.,;:!?)]|$))", alike=True, negated=True, close=True),
    _act(r"(?:did|do|does) not(?= (?:[.,;!?)]|$))", alike=True, negated=True),
    _act(rf"{_WITH_SOMEBODY}, (?:against|no)\b", rf"{_VOTE} with (?:an? )?no(?={_VOTE_ENDS})", said=Position.NO),
    _act(rf"{_WITH_SOMEBODY}, (?:for|yes|in favou?r)\b", rf"{_VOTE} with (?:an? )?yes(?={_VOTE_ENDS})", said=Position.YES),
    _act(
        rf"(?:followed|follows|following)(?= (?:the )?{STATE} (?:' )?(?:s )?(?:lead|example|line)\b)",
        r"(?:stood|standing|stands|stand|was|were|is|are|sat|found (?:itself|themselves)|ended up) (?:\w+ly |again |even )?"
        r"(?:in (?:one|the same|a) (?:row|line|camp|boat|corner|column|group|company)|shoulder to shoulder|side by side|together"
        r"|on the same side|in the company|in one and the same \w+) (?:with|as|of)\b",
        rf"(?:found (?:itself|themselves) (?:in the company of|beside|alongside|with)|(?:went|goes|marched"
        rf"|walked) (?:along )?with"
        rf"|followed|did (?:the same as|like|as))(?= (?:the )?{STATE} (?:[.,;:!?)]|on (?:this|that|it)\b|again\b"
        rf"|and (?:[a-z]|{STATE})|$))",
        r"vot(?:ed|ing|es|e) (?:(?!against|no|yes|for|down)\w+ )?(?:with|alongside|like|the same (?:way )?as|in line with"
        r"|in step with|together with)\b",
        r"(?:sided|siding|sides|side|stood|standing|stands|lined up|lining up|aligned (?:itself|themselves)|went along"
        r"|joined forces) (?:\w+ )?(?:with|by|alongside)\b",
        r"(?:was|were|is|are|being) (?:\w+ )?joined by\b",
        r"(?:(?:(?:found|finds) (?:itself|themselves)|was|were|is|are|being|stood|stands?|ended up|landed|sat"
        r"|fell) )?(?:\w+ly |also "
        r"|again |once more |for once )?(?:on the same side as|in the same (?:camp|column|company|row|list|boat|bloc) (?:as|with)"
        r"|in the company of|in (?:one|a) (?:row|line|bloc) with|shoulder to shoulder with"
        r"|side by side with|hand in hand with)\b",
        r"(?:joined|joining|joins|join)\b(?! by)",
        r"(?:kept|keeping|keeps)(?= )",
        r"(?:was|were|is|are|being) (?:\w+ly |also |again |right |both )?(?:with|alongside)\b"
        rf"(?= (?:the )?{STATE} (?:[.,;:!?)]|$))",
        alike=True,
        company=True,
    ),
    _act(
        r"(?:broke|breaking|breaks|parted) (?:ranks |ways )?(?:with|from)\b",
        r"(?:voted|voting) (?:differently|otherwise) (?:from|than|to)\b",
        apart=True,
        company=True,
    ),
    _act(
        rf"{_VOTE} {_AND_BOTH}(?:against|no|nay|down)\b(?! one)(?: {_OBJECT_OF_VOTE})?",
        rf"{_BALLOT} (?:against|in opposition)\b(?: {_OBJECT_OF_VOTE})?",
        r"(?:cast|casting|casts) (?:\w+ ){0,2}(?:no votes?|noes|nays?)\b",
        r"would have none of it\b",
        r"objected\b(?= [.,;:!?)]| $)",
        r"(?:raised|raising) (?:its|their|her|his) hands? (?:\w+ )?against\b",
        r"pressed the red button\b",
        r"(?:cast|casting|casts) (?:\w+ )?(?:negative|dissenting) votes?\b",
        r"had no choice but to vote against\b(?: it)?",
        r"(?:stuck to|stood by|kept to|repeated|maintained) (?:its|their|his|her) (?:no|opposition)\b",
        r"(?:was|were|is|are|landed|ended up) in the no (?:camp|column|lobby)\b",
        rf"(?:said|saying|says|say) (?:no|nay)\b(?! to )|(?:said|saying|says|say) (?:no|nay) to (?={_PLAIN_TEXT})",
        r"(?:was|were|is|are|being|been|stood|standing|came out) (?:\w+ )?(?:against|opposed)\b(?: (?:it|to it))?",
        rf"{_GAVE}(?:no(?: vote)?|negative vote)(?={_VOTE_ENDS})",
        rf"{_ON_RECORD}(?:no|against|opposed)(?={_VOTE_ENDS})",
        rf"(?:voted (?:contra|negatively|(?:it|this|that) down)|(?:was|were|is|are) contra|went no)(?={_VOTE_ENDS})",
        r"(?:pushed|pressed|hit) (?:the )?red(?: button)\b",
        r"(?:lit|lights) up (?:in )?red\b(?: on the (?:board|screen))?",
        r"(?:raised|raising) (?:its|their|her|his) hands? for (?:the |a )?no\b",
        r"(?:belongs|belonged|belong) (?:to|in) the no (?:camp|side|column)\b",
        rf"(?:opposed|opposes|oppose|opposing|rejected|rejects|reject|rejecting|turned down) {_TEXT}",
        r"(?:dissented|dissenting)\b",
        r"(?:defended|explained|justified) (?:its|their|his|her) (?:opposition|no\b|no vote|vote against"
        r"|decision to (?:vote against|oppose|reject))\b",
        # "attacks by Israel against Lebanon" tell of no vote
        rf"against\b(?! (?:the |its |their )?{STATE} (?!(?:' ?)?(?:s )?(?:\w+ ){{0,2}}?(?:draft|text|resolution|motion"
        rf"|proposal|bid)))",
        rf"no(?= [.,;()]| $| and (?:the )?{STATE})",
        r"(?:refused|said nyet|said non)(?= (?:[.,;:!?)]|were|was|are|is|and|but|$))",
        said=Position.NO,
    ),
    _act(
        rf"{_VOTE} {_AND_BOTH}(?:for(?! the \w+ time)|yes|aye|in favou?r)\b(?: of)?(?: {_OBJECT_OF_VOTE})?",
        rf"{_BALLOT} (?:for|in favou?r)\b",
        rf"{_VOTE} (?:(?:in|at) (?:the )?(?:\w+ ){{1,3}})?to (?!abstain|reject|oppose|block|kill|keep|postpone|defer"
        rf"|delete|remove)\w+",
        r"(?:gave|gives|giving|lent|threw) (?:it|the \w+) (?:its|their) (?:backing|support|approval|blessing|vote)\b",
        r"(?:cast|casting|casts) (?:\w+ ){0,2}(?:yes votes?|ayes?)\b",
        rf"(?:said|saying|says|say) (?:yes|aye|yea)\b(?! to )|(?:said|saying|says|say) (?:yes|aye|yea) to (?={_PLAIN_TEXT})",
        r"(?:raised|raising) (?:its|their|her|his) hands? (?:\w+ )?(?:, )?in favou?r\b",
        r"(?:was|were|is|are|being|been|came out) (?:\w+ )?in favou?r\b(?: of it)?",
        rf"{_BACKED} {_TEXT}",
        r"in favou?r\b",
        rf"(?:for|yes|aye)(?= [.,;!?()]| $| and (?:the )?{STATE})",
        r"(?:defended|explained|justified) (?:its|their|his|her) (?:yes\b|yes vote|vote (?:for|in favou?r)"
        r"|decision to (?:vote (?:for|in favou?r|yes)|back|support))\b",
        r"(?:was|were|is|are|been) for(?= [.,;:!?)]| $)",
        r"went along\b(?: with (?:it|the (?:text|resolution|draft))\b)?",
        r"(?:lined up|rallied|threw (?:its|their) weight|stood) behind (?:it|the (?:\w+ )?(?:text|resolution|draft|motion"
        r"|measure))\b",
        r"helped (?:to )?(?:pass|adopt|carry) (?:it|the (?:text|resolution|draft))\b",
        r"pressed the green button\b",
        rf"{_GAVE}(?:yes(?: vote)?|positive vote)(?={_VOTE_ENDS})",
        rf"{_ON_RECORD}(?:yes|in favou?r)(?={_VOTE_ENDS})",
        rf"(?:voted (?:pro|positively)|(?:was|were|is|are) pro|went yes)(?={_VOTE_ENDS})",
        r"(?:pushed|hit) (?:the )?green(?: button)\b",
        r"(?:lit|lights) up (?:in )?green\b(?: on the (?:board|screen))?",
        r"(?:raised|raising) (?:its|their|her|his) hands? for (?:the |a )?yes\b",
        r"(?:belongs|belonged|belong) (?:to|in) the yes (?:camp|side|column)\b",
        r"(?:cast|casting|casts) (?:\w+ )?affirmative votes?\b",
        rf"(?:was|were|is|are|been) for (?:it|the (?:(?:\w+|{STATE}) ){{0,2}}(?:text|resolution|draft|motion|proposal))\b",
        said=Position.YES,
    ),
    _act(
        rf"(?:opposed|opposing|oppose|rejected|rejecting|reject|turned down) {_MATTER}",
        r"oppos(?:ed|ing)\b(?= [.,;!?)]| $)",
        r"(?:opposes|rejects) it\b",
        said=Position.NO,
        vaguely=True,
    ),
    _act(r"(?:stayed|remained|kept) neutral\b(?= [.,;:!?)]| $)", said=Position.ABSTAIN, vaguely=True),
    _act(
        r"approved\b(?= [.;!]| $)",
        rf"(?:backed|backing|back|supported|supporting|support|endorsed|endorsing|endorse|approved|approving|approve) {_MATTER}",
        r"(?:backs|supports|endorses) it\b",
        said=Position.YES,
        vaguely=True,
    ),
)
"""In the order in which they are tried at one place: what is denied first, and the longer words before the shorter."""

ADVERBS = any_of(
    r"(?:also|both|all|each|again|then|now|too|simply|once more|nonetheless|still|instead|later|however|meanwhile|duly|even"
    r"|together|by contrast)",
    r"(?:dared|dares|cared|chose|bothered|was prepared|were prepared|was willing|was content|were content|was ready) to",
    r"(?:always|consistently|invariably|each time|every time)",
    r"did(?= (?:vote|abstain|oppose|back|support)\b)",
    r"too ,",
    rf"(?:(?:on|in|late|early) )?{DAYS}",
    r"(?:predictably|as usual|as ever|in the end|for its part|for their part|in turn|likewise|alike|this time|that day"
    r"|of course|once again|, too ,)",
    r"\w+ly",
    r"(?:itself|themselves|has|have|had|having|who|which|that|then|, which|, who|was one of those that|were among those that)",
    r"(?:were|was|are|is|being)(?= (?:abst|oppos|absent|not |non |no - |veto|backing|supporting|voting|recorded|registered"
    r"|missing"
    r"|among those))",
    r"(?:recorded as|registered as|recorded|among those|among the countries|among those who|listed as) ?",
    r"(?:chose|opted|decided|preferred|went on|joined them|rose|took the floor) (?:to|in|and|by)(?= (?:vot|oppos|abst|back))",
)


def act_at(line: str, at: int) -> tuple[Act, int] | None:
    """The act that the line speaks of right there, and where its words end."""
    for act in ACTS:
        if match := act.pattern.match(line, at):
            return act, match.end()
    return None


_OBJECT = re.compile(
    r"(?:(?:on|to|in|for|of|against|over) )?(?:(?!and |while |but |when |as |with |or |where |after |before |because "
    r"|alongside |including |rather |that |which |by |except |excepting |bar |save |apart |minus "
    r"|though )[^ ,;:.!?()\ue000-\ue0ff\ue500-\ue6ff]+ ){0,9}"
)


def object_end(line: str, stop: int) -> int:
    """Where what is voted on ends: "voted against | the resolution on Myanmar's coup"."""
    match = _OBJECT.match(line, stop + (line[stop : stop + 1] == " "))
    if match is None or match.end() <= stop:
        return stop
    hanging = _HANGING.search(line, stop, match.end())
    return hanging.start() + 1 if hanging else match.end()


_HANGING = re.compile(
    r" (?:(?:on|in|at|by|to|a|an|the|of|for|from|into|over|against|that|came|adopted|its|un|us|annual|yearly) )+$"
)
