"""Small things that a question says besides: "over the years", "the other one", "who broke ranks"."""

from __future__ import annotations

import re

from bot.question import Flag
from bot.understand.patterns import compiled, in_order
from bot.understand.superlatives import extreme_in

_TEXTS = r"(?:resolutions|drafts|texts|votes|proposals|amendments|motions)"
_TOOK_SIDES = r"(?:vot\w+|oppos\w+|abstain\w*|reject\w+|back(?:ed|s)?|support(?:ed|s)?|said (?:no|yes))\b"
_SOME = "(?:at least one|any|an?|one or more)"
_OTHERWISE = r"(?:opposite|differ\w*|disagree\w*|diverge\w*|apart)"
_FLAGS: dict[Flag, re.Pattern[str]] = {
    Flag.ALL_TIME: compiled(
        "every year",
        "each year",
        "per year",
        "over the years",
        "through the years",
        "over time",
        "always",
        r"\bever\b",
        "since then",
        r"all (?:the )?votes",
        "each vote",
        "every vote",
        "every time",
        "history",
    ),
    Flag.TURNING_POINT: compiled(
        in_order("when did ", "(?:change|switch|turn|start|stop|flip|begin)"),
        in_order("when ", " change"),
        "turning point",
        "since when",
        "when did it",
    ),
    Flag.FIRST: compiled(
        "first time",
        in_order("when did ", " first"),
        r"first (?:vote|abstain|oppose|support|back|yes|no\b)",
        # the first Swedish no
        r"first [a-z]+(?:'s)? (?:yes|no|abstention)\b(?! ?-)",
        "for the first",
    ),
    Flag.LEAST: compiled(
        r"(?<!at )\bleast\b", "furthest", "farthest", "fewest", "lowest", "most different", "biggest opponent",
        # voted most against the US; and not "voted most against in 2024"
        r"most against (?!in\b|at\b|during\b|since\b|\d)\w",
        # most often voted opposite to the US; disagreed with it most
        rf"most (?:often|frequently) (?:vot\w+ )?(?:the )?{_OTHERWISE}",
        rf"\b{_OTHERWISE} (?:(?:to|from|with|of|the|way) )*(?:\S+ ){{0,2}}(?:the )?most\b",
        rf"\bmost {_OTHERWISE}",
        r"most (?:often|frequently) vot\w+ against "
        r"(?!in\b|at\b|on\b|during\b|since\b|(?:the )?(?:ga|un|general|resol|text|draft|vote)|\d)\w",
    ),
    Flag.ONLY_ONE: compiled(
        "the only (?:no|ones?|two|three|four|country|countries|state|states|member|members|vote)",
        "only (?:no|vote against)",
        r"\bonly (?:\S+ ){1,8}?(?:vot\w+|oppos\w+|abstain\w*|said)\b",
        "alone",
        "sole no",
        "lone no",
    ),
    # which resolutions did Russia oppose in the Council; when did it last vote no
    Flag.OWN_VOTES: compiled(
        r"\b(?:which|what|all|every|any|list|show|last|latest|recent|the) (?:\S+ ){0,3}?"
        rf"(?:{_TEXTS}|resolution|draft|text|vote) (?:\S+ ){{1,7}}?{_TOOK_SIDES}",
        rf"\bwhen did (?:\S+ ){{1,5}}?last {_TOOK_SIDES}",
        rf"\blast time (?:\S+ ){{1,6}}?{_TOOK_SIDES}",
    ),
    Flag.LAST_ONE: compiled(r"\b(?:last|latest|most recent)\b"),
    Flag.HOW_MANY: compiled(r"\b(?:how many|combien|cuantos|wie viele|quantos|quanti)\b", "number of"),
    Flag.ISOLATED: compiled(r"\b(?:most|least) isolated\b", r"\bhow (?:isolated|alone|lonely)\b"),
    Flag.UNANIMOUS: compiled(r"(?<!not )(?<!n't )(?<!non[- ])(?<!than )unanim", "15 ?- ?0"),
    Flag.DIVIDED: compiled(
        r"(?:not|n't|non|without being|without|lacked|lacking) ?-?(?:adopted )?unanim",
        "less than unanim",
        # with at least one abstention or vote against
        rf"{_SOME} (?:abstention|abstainer)s? (?:and ?/ ?)?or (?:\w+ ){{0,3}}?(?:against|no votes?|noes|no\b)",
        rf"{_SOME} (?:no votes?|votes? against|no) (?:and ?/ ?)?or (?:\w+ ){{0,3}}?abst",
    ),
    Flag.STATES: compiled("(?:how many|number of) (?:different )?(?:countries|states|members|nations)"),
    Flag.SIBLING: compiled(
        # the other Ukraine resolution of that day
        r"the other (?:\S+ ){0,3}(?:one|text|resolution|vote|draft|part|half)",
        r"other (?:\S+ )?(?:text|resolution) (?:from|of|on) (?:the|that) same day",
        "the other$",
    ),
    Flag.DISSENT: compiled(
        r"br[oe]ak(?:s|ing)? (?:ranks|rank|with|away)",
        r"broke (?:ranks|rank|with|away)",
        "out of line",
        "dissent",
        "split from",
        "defect",
    ),
    Flag.NOT_IT: compiled(
        r"(?:didn't|did not|didnt|don't|wouldn't|refused to|not) "
        r"(?:back|support|vote (?:for|yes|in favou?r)|endorse|approve|join)"
    ),
    Flag.VETOES: compiled(
        in_order(r"\bveto(?:es|s|ed)?\b", "(?:how many|cast|since|total|most|list|all)"),
        in_order("(?:how many|number of|all|list|most|every|which|total) ", r"\bveto"),
        in_order("how (?:often|frequently) ", r"\bveto"),
        "used (?:its|the) veto",
        # the last time China vetoed something; the most recent British veto
        in_order("(?:last|latest|most recent|first|ever) ", r"\bveto"),
        r"\bveto(?:ed|es)? (?:anything|something|a (?:resolution|draft|text))\b",
        r"\bvetoes\b",
    ),
    Flag.WHY: compiled(
        r"^(?:but |and |so )?why\b",
        r"\bwhy (?:did|not|was|were|didn't)",
        "reasons? (?:for|why|did)",
        "explanation of vote",
        "motive",
    ),
    Flag.AMENDMENTS: compiled("amendment", "paragraph vote", "motion"),
    # failed General Assembly resolutions of 1995; drafts that were rejected
    Flag.FAILED: compiled(
        rf"\b(?:failed|defeated|rejected|unadopted) (?:\S+ ){{0,4}}?{_TEXTS}\b",
        rf"\b{_TEXTS} (?:that |which )?(?:were |have )?(?:failed|defeated|rejected|voted down)",
    ),
    Flag.PERMANENT: compiled("permanent member", r"\bp5\b", "veto power"),
    Flag.EVERYBODY: compiled(
        "full list", "complete list", "full vote", "whole vote", r"roll ?-? ?call", "everyone", "all members"
    ),
    Flag.EARLIEST: compiled(
        # the first UN resolution on Ukraine
        r"\bthe first (?:\S+ ){0,3}(?:resolution|resoluton|vote|text|call|one)\b",
        r"first (?:ukraine|gaza|suez|ceasefire|un) ",
        "very first",
    ),
    Flag.SECOND: compiled(r"\bsecond (?:\S+ ){0,2}(?:resolution|vote|text|one)\b"),
    Flag.BOTH: compiled(
        r"\bboth\b(?! koreas)",
        r"\bresolutions\b",
        r"\bvotes\b",
        "two (?:texts|resolutions|votes)",
        r"each\b",
        "all (?:of )?(?:the )?(?:votes|resolutions)",
    ),
}


def flags_in(folded: str) -> frozenset[Flag]:
    """What the folded text says of these."""
    return frozenset(flag for flag, said in _FLAGS.items() if said.search(folded)) | extreme_in(folded)
