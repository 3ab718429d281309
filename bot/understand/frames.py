"""What is written around a question and is no part of it -> gone, or the plain words for it.

"radio news here, how did Namibia vote", "for my essay: ...", "An MEP said that nobody opposed it. Verify", "N of resolutions on
which China abstained", "thumbs up or down from Mali on ES-11/1?". In English; run over the text before anything is read.
"""

from __future__ import annotations

import re
from functools import cache

from store.members import load_words

FRAME_WORDS = load_words("frame_words.txt")
_STOPWORDS = load_words("stopwords.txt")

_MOST_FRAMES = 3  # "sub here. copy says ..."
_MOST_WORDS = 7
_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_CLAUSE = re.compile(
    rf"(?P<words>{_WORD}(?: {_WORD}){{0,{_MOST_WORDS - 1}}}?)"
    r"(?:(?: here)(?P<here>[,.:;!]* (?:[–—-] )?)|(?P<mark> ?[:,.!;]+ ?\n?| [–—-]+ |\n))(?=\S)"
)
_CHECKED = frozenset(
    {
        *("viral", "tweet", "tweets", "tweeted", "post", "posts", "posted", "reel", "meme", "memes", "rumour", "rumor", "copy"),
        *("claim", "claims", "claimed", "statement", "quote", "quoting"),
    }
)
_TELLS = re.compile(  # what may be said of a vote, or asked
    r"\b(?:not|no|yes|never|nobody|none|only|true|false|right|wrong|correct|and|same|who|how|what|which|when|why|vot\w+|against"
    r"|favou?r|oppos\w+|support\w*|back\w*|reject\w*|approv\w*|abst\w+|adopt\w*|pass\w*|fail\w*|veto\w*)\b"
)

_SAYS = (
    r"(?:(?:has |have )?(?:just |now |also |recently |today |yesterday )?"
    r"(?:says?|said|saying|claims?|claimed|claiming|insists?|insisted|alleges?|alleged|argues?|argued|states?|stated"
    r"|tweets?|tweeted|posts?|posted|writes?|wrote|maintains?|maintained|asserts?|asserted|reckons?|told (?:us|me|reporters)))"
)
_SPEAKER = (
    r"(?:mep|mp|minister|senator|congress(?:man|woman)|politician|lawmaker|legislator|parliamentarian|diplomat|candidate"
    r"|campaigner|spokes(?:man|woman|person)|press officer|lobbyist|embassy|activist|pundit|commentator|columnist|blogger"
    r"|podcaster|influencer|youtuber|analyst|expert|academic|professor|historian|lecturer|teacher|student|colleague|editor|reporter|correspondent"
    r"|stringer|presenter|host|guest|panellist|reader|viewer|listener|caller|friend|uncle|think ?tank|ngo|wikipedia|chatgpt"
    r"|op-ed|blog(?: post)?|post|tweet|thread|video|meme|caption|copy|script|press release|leaflet|pamphlet|textbook)s?"
)
# "the minister said no to the text" tells how somebody voted
_SAID_SO = re.compile(
    rf"^(?:(?:an?|the|some|my|our|this|that|one|another|his|her) )?(?:{_WORD} ){{0,2}}?{_SPEAKER} {_SAYS}"
    r"(?! (?:yes|no|nay|aye)(?: (?:to|on|in|at)\b|[?.,!]|$))(?: (?:that|how))?[:,]? (?=\S)",
    re.IGNORECASE,
)

_COUNTED = (
    "(?:(?:un|adopted|recorded|ga|unga|sc|unsc|general assembly|security council|council|draft|roll-call|roll call|no|yes) )*"
    r"(?:resolutions?|texts|drafts|votes|roll[ -]calls|vetoes|abstentions|noes|times)\b"
)
_NAME = r"(?:the )?[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,3}?"
_COURT = "(?:(?:the )?(?:icj|world court|hague court|international court of justice|international court))"
_OPINION = "(?:an? |its )?(?:advisory )?(?:opinion|ruling|view|advice)"
_ASKING = "(?:asking|ask|asked|requesting|request|seeking|seek)"
_VOTED = (
    r"(?:voted (?:for|against|yes|no|in favou?r(?: of)?)|abstained(?: on)?|backed|supported|opposed|abstaining(?: on)?"
    r"|backing|supporting|opposing)"
)
_TAIL = r"[,;.:]?(?: [–—-])? "
_BORNE_OUT = "(?:supported|backed|backed up|borne out|confirmed|substantiated|upheld)"
_SURE = "(?:accurate|factually correct|factual|solid|safe to run|ok to run|good to go|any truth (?:in|to) (?:it|that|this))"
_PUBLISH = "(?:print|run|publish|say|write|report|state|use|go with|quote|air|broadcast|post|tweet|file|put|claim|confirm)"
_FINE = "(?:ok|okay|safe|fine|good|clear|cleared|fit|fair|right|alright|all right|correct|accurate)"
_FIGURES = "(?:numbers?|figures?|totals?|counts?|tally|tallies|score|vote count)"
_HOLD = "(?:hold(?: up| water)?|stand(?: up)?|check out|add up|match(?: the record)?|right|correct|accurate|ok|okay)"
_MAY_RUN = (  # said behind a statement
    rf"(?:(?:so )?(?:can|could|may|shall|should|do) (?:we|i|you) (?:safely |really |still )?{_PUBLISH}"
    rf"(?: (?:with )?(?:that|this|it|so|(?:these|those|the|this|that) {_FIGURES}))?"
    rf"|(?:(?:is|are) (?:that|this|it|they|we) )?{_FINE} (?:to (?:{_PUBLISH}|go)|for (?:print|publication|broadcast|air))"
    r"(?: (?:that|this|it|so))?"
    rf"|(?:do|are|is|does) (?:those|these|the|our|my|this|that) {_FIGURES} {_HOLD}"
    r"|(?:have|did) (?:we|i) (?:got|get|gotten) (?:that|this|it|(?:those|these|the) (?:numbers|figures)) (?:right|correct)"
    rf"|does (?:that|this|it) {_HOLD})"
)
_GREETED = "(?:(?:so|and|ok|hi|hey),? )?"
_OPENLY = "(?:who|whom|whose|how|which|what|when|why|where|whether|if)"
_THAT_SAID = rf"{_PUBLISH}(?: that|:|,)? (?!{_OPENLY}\b)"
_NOT_AMONG = (
    r"\b(?:(?:was|were|is|are) not|(?:was|were)n['’]?t) (?:among|one of|part of) (?:the |those )?"
    r"(?:(?:\d+|few|many) )?(?:(?:countries|states|members|nations|ones) )?(?:that|who|which) "
)
_TRUE_OR_NOT = (
    "(?:fact or (?:fiction|fake|myth)|true or (?:fake|nah|bs)|real or fake|truth or (?:fiction|lie)|legit or not)"
)
_THUMBS = "(?:thumbs[ -]up or (?:thumbs[ -])?down|yay or nay|yea or nay|aye or nay|yes or no|for or against)"
_RECORD = r"(?:the |your |un |official |voting )*(?:records?|data|facts|votes?|roll[ -]calls?)"

_REWRITTEN: tuple[tuple[str, str], ...] = (
    # count: adopted resolutions on which ...; N of resolutions
    (rf"^(?:count|number|total|tally|nr|n|no\.?)\s*:\s*(?:how many |number of |of )?(?={_COUNTED})", "how many "),
    (rf"^(?:n|nr|no\.?|#) of (?={_COUNTED})", "number of "),
    (r"^(?:count|number|total)\s*:\s*(?=how many\b)", ""),
    (r" ?\(calendar year\)", ""),
    # ... - supported by the record?
    (rf"{_TAIL}(?:is (?:this|that|it) |are (?:they|we) )?{_BORNE_OUT} by {_RECORD}\b\s*\?*$", " - is that true?"),
    (
        rf"{_TAIL}does {_RECORD} (?:support|back|bear|confirm|show)(?: (?:this|that|it))?(?: (?:up|out))?\s*\?*$",
        " - is that true?",
    ),
    (rf"{_TAIL}{_SURE}\s*\?+$", ", true?"),
    (rf"(?<!^){_TAIL}{_MAY_RUN}(?: (?:please|pls|or not))?\s*[?.!]*$", ", true?"),
    (r"(?:,|;| [–—-]|\.|:) safe\s*\?+$", ", true?"),
    # can we print that ...; is it safe to say ...
    (rf"^{_GREETED}(?:can|could|may|should) (?:we|i) (?:safely |really |still )?{_THAT_SAID}(?=\S+ \S+ \S)", "is it true that "),
    (rf"^{_GREETED}(?:is|would) it (?:be )?{_FINE} (?:for us )?to {_THAT_SAID}(?=\S)", "is it true that "),
    (rf"{_TAIL}{_TRUE_OR_NOT}\s*\?*$", ", true or false?"),
    (r"[,:;]? ?(?:was (?:it|that) )?(?:passed|adopted) or (?:nah|nope|naw|na|not)\b\s*\?*$", ", was it adopted?"),
    (r"[,;.:]? (?:so )?(?:what is|what's|what was) (?:the|their|its) (?:position|stand|stance)\s*\?*$", ", how did they vote?"),
    (rf"^{_THUMBS}[,:]? (?:from|by|for) ", "vote of "),
    (rf"\b(?:which|what) side (?:was|were) ({_NAME}) on,? (?:when (?:the )?)?", r"how did \1 vote on "),
    (rf"\b(?:which|what) side did ({_NAME}) (?:take|pick|choose|come down on)\b", r"how did \1 vote"),
    (rf", where (?:was|were|did|is) ({_NAME})(?: (?:stand|stood|on it|on this|on that))?\s*\?*$", r", how did \1 vote?"),
    (r"\b(?:took|take|takes|taking) the side of\b", "sided with"),
    # was not among the countries that voted against it
    *(
        (rf"{_NOT_AMONG}{did}\b", f"did not {do}")
        for did, do in (("voted", "vote"), ("abstained", "abstain"), ("opposed", "oppose"), ("supported", "support"))
    ),
    # voted for, not against, the text
    (rf"\b({_VOTED}),? (?:and )?not (?:{_VOTED}|for|against|yes|no|in favou?r(?: of)?),? (?!by\b)(?=\S)", r"\1 "),
    # asking the World Court for an opinion on the occupation
    (rf"\b{_ASKING} (?:for )?{_COURT} (?:for|to give) {_OPINION} (?:on|about|over|regarding)\b", "asking the ICJ about"),
    (
        rf"\b(?:{_ASKING}|request) (?:for )?an? (?:icj|world court) (?:advisory )?(?:opinion|ruling) (?:on|about|over)\b",
        "asking the ICJ about",
    ),
)


def without_frame(text: str) -> str:
    """The text without what stands around its question, and with the desk's shorthand in plain words."""
    for _ in range(_MOST_FRAMES):
        opened = _without_opening(text)
        if opened == text:
            break
        text = opened
    for pattern, plain in _patterns():
        text = pattern.sub(plain, text)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _REWRITTEN)


def _without_opening(text: str) -> str:
    if said := _SAID_SO.match(text):
        return f"claim: {text[said.end() :]}"
    clause = _CLAUSE.match(text)
    if clause is None:
        return text
    words = [w.lower() for w in re.findall(_WORD, clause["words"])]
    own = [w for w in words if w in FRAME_WORDS]
    if not own or not all(w in FRAME_WORDS or (w in _STOPWORDS and not _TELLS.match(w)) for w in words):
        return text
    rest = text[clause.end() :]
    if len(rest.split()) < 3:
        return text
    if not _CHECKED.isdisjoint(own) and not rest.lower().startswith("claim:"):
        return f"claim: {rest}"
    return rest
