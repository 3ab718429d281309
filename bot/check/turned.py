"""Words that turn what is said of states into something else: "not all of them abstained", "France nearly abstained"."""

from __future__ import annotations

import re

from bot.check.figures import NUMBER
from bot.understand.patterns import any_of
from bot.understand.shape import DAYS

_SHARE = any_of(
    r"not (?:all|every|each|both|one|a single|even|many)",
    r"(?:a |very )?few(?:er)?",
    r"(?:twice )?as many|more|some|several|many|various|certain|most|half|part",
    r"(?:hardly|barely|scarcely|almost|nearly|virtually|practically|just about) (?:any|all|every|each|half)",
    r"a (?:\w+ )?(?:handful|number|majority|minority|third|quarter|half|group|couple|dozen|string|bloc)",
    r"(?:the |its )?(?:\w+ )?(?:majority|minority|bulk|rest|third|quarter|half)",
    r"(?:\w+ )?(?:- )?(?:thirds|quarters|tenths)",
    r"(?:no|at least one|one|another|a single|any)",
    rf"(?<!\ball )(?<!\bthe )(?<!\bits )(?<!\btheir )(?:(?:only|just|exactly|all but) )?{NUMBER}(?! members of)",
)
_PART_BEFORE = re.compile(
    rf"(?:^|[^\w-])(?:{_SHARE})(?: of)?(?: the| its| those| these)? (?:(?:{DAYS}|\w+) (?:' s |'s |' )?)?(?:\w+ )?$"
)
_ALTERNATIVE = re.compile(r"\b(?:either|whether) (?:the )?$")
_JOINED = re.compile(r"\bjoin(?:ed|ing|s) (?:the )?$")
_BEFORE_THAT = re.compile(
    r"\b(?:until (?:then|now|that day|recently)|up to then|before (?:that|then)|in the past|previously|hitherto)\b"
)
_DENIED = re.compile(
    r"\b(?:not|n't|un|in|never) ?(?:true|correct|the case|so)\b|\b(?:untrue|false|incorrect|wrong|a myth|fake|no truth|nonsense"
    r"|a lie|falsely|wrongly (?:claim|report|stat|sa)\w+|mistakenly (?:claim|report|stat|sa)\w+|denie[sd]|deny|denying"
    r"|disput\w+|contrary to (?:the )?(?:claims?|rumou?rs?|reports?) that)\b"
)
_ALL_BUT = re.compile(
    r"\b(?:everyone|everybody|all|every \w+|members|states|countries|nations|delegations|council|assembly|others?"
    r"|else) but (?:for )?(?:the )?$"
)
_EXCEPTED = re.compile(
    r"\b(?:unlike|except(?: for)?|excepting|save(?: for)?|bar|barring|minus|apart from|aside from|other than"
    r"|rather than|instead of"
    r"|in contrast to|as opposed to|as distinct from|with the exception of|excluding|without|not|but not) (?:both )?(?:the )?$"
)
_OF_THEIR_OWN = re.compile(r", (?:which|who) (?!had\b|has\b|have\b)")  # "unlike Algeria and China, which abstained"
_NOBODY_ELSE = re.compile(r"\b(?:nobody|no one|none|no (?:other )?\w+|not one|not a single \w+)(?: else)? $")
_NONE_OF = re.compile(r"\b(?:no|nor|neither|not|nobody|none)\b")
EXCEPTED_BEHIND = re.compile(
    r" ?(?:, )?(?:or (?:voted|abstained|opposed|backed|supported|stayed|did|were|was)\b|than |except(?: for)?|excepting"
    r"|bar|save(?: for)?|but not|apart from|aside from|other than|minus|excluding|though not"
    r"|with (?:the |one |two |three |some |few |a few )?(?:\w+ )?exceptions?(?: of)?) (?:the )?"
)
_HAD = re.compile(r"(?:^|[,;:.] ?|that |but |and )(?:had|were|should) (?:the )?$")
_SUPPOSED = re.compile(r"\b(?:would|might|could|even if)\b")
NOT_QUITE = re.compile(
    r"\b(?:almost|nearly|barely|hardly|scarcely|all but|allegedly|supposedly|reportedly|possibly|probably|presumably"
    r"|perhaps|maybe"
    r"|usually|normally|typically|traditionally|generally|regularly|frequently|often|sometimes|rarely|seldom|initially|originally"
    r"|once(?! again| more)|had (?:always|consistently|invariably|never failed)|regret\w*|threaten\w*|rumou?red|falsely"
    r"|apparently)\b"
)
"""Between states and what they did: it was so at other times, or not at all, or nobody knows."""


def told_of_others(line: str, start: int, end: int, *, group: bool) -> bool:
    """Whether the words before a list make it one of those that are not meant, or only a part of them; `end`: of the list."""
    before = line[:start]
    clause = before[max(before.rfind(mark) for mark in ("; ", ": ", ". ")) + 1 :]
    if _ALTERNATIVE.search(clause) or _JOINED.search(clause) or (group and _PART_BEFORE.search(clause)):
        return True
    if re.search(r"\bmost\b", line[start:end]) or (" or " in line[start:end] and not _NONE_OF.search(clause)):
        return True
    excepted = _EXCEPTED.search(clause)
    if _ALL_BUT.search(clause):
        return True
    if excepted and not _NOBODY_ELSE.search(clause[: excepted.start()]) and not _OF_THEIR_OWN.match(line, end):
        return True
    if _BEFORE_THAT.search(clause):
        return True
    return bool(_HAD.search(clause) and _SUPPOSED.search(line, end)) or denied_before(clause)


def denied_before(clause: str) -> bool:
    """ "It is not true that ...": the text says the opposite of what follows."""
    found = _DENIED.search(clause)
    return (
        found is not None and re.search(r"\bthat (?:\S+ ){0,4}$|(?:\b|n't )\S+ (?:the )?$", clause[found.start() :]) is not None
    )


def first_excepted(line: str, start: int, end: int) -> int:
    """ "Unlike Germany, Italy and Spain abstained": where those begin who did; `start` where nothing is excepted."""
    if not (_EXCEPTED.search(line, 0, start) or _OPENING.search(line, 0, start)):
        return start
    comma = line.find(", ", start, end)
    if _OF_THEIR_OWN.match(line, end):
        return start
    if comma < 0 or re.match(r"(?:and|or) ", line[comma + 2 :]):
        return start
    return comma + 2


_OPENING = re.compile(
    r"(?:^|[.;:] )(?:on|in|over|about|after|before) (?:the )?$"
    r"|(?:^|[.;:] )(?:despite|to|in spite of|after|before|amid|against|under|given|following|with|because of|thanks to"
    r"|at) (?:[^,;:.]+ )?"
    r"(?:of|from|by|in|with|over|on|for|to) (?:the )?$"
)


def neither_nor(line: str, start: int) -> bool:
    """ "Neither Germany nor Italy": what follows is denied of the list."""
    return re.search(r"\bneither (?:the )?$", line[:start]) is not None
