"""Whether words speak of a vote that no record here holds: a committee, an amendment, a parliament, an election. Pure."""

from __future__ import annotations

import re

from bot.check.sentence import Sentence
from bot.question import MemberMention
from bot.understand.bodies import outside_in
from store.facts import Body

_AMENDMENT = re.compile(
    r"\bamendments?\b[^.;:]{0,80}?\b(?:failed|fell|passed|carried|lost|(?:was|were|is|are|been) (?:\w+ )?(?:rejected|defeated"
    r"|adopted|vetoed|voted down|thrown out|approved)"
    r"|had|got|drew|won|by \d)"
    r"|\b(?:vetoed|vetoes|rejected|rejects|defeated|adopted|approved|vot\w+ (?:on|against|for|down)|lost|opposed|blocked"
    r"|threw out) (?:\S+ ){0,6}?amendments?\b"
    r"|\bamendment vote\b"
)
_ELECTION = re.compile(
    r"\b(?:for|to) (?:a|the|an|one of the|its) (?:\w+ ){0,3}(?:council |court |committee |rights council )?seats?\b"
    r"|\bwas elected\b|\bwon (?:a|the) (?:\w+ ){0,2}seat\b"
    r"|\bvoted for [A-Z]\w+ (?:in|to|as|over)\b|\bsecret ballot|\bran(?:off|-off)\b"
)
_VOTED_FOR_STATE = re.compile(r"\bvot\w+ for (?:the )?(?P<state>[\ue000-\ue0ff]) (?!' s|'s|-|resolution|text|draft)")
_MOTION = re.compile(
    r"\bno-action\b|\bprocedural (?:motion|vote)\b|\bmotion to (?:adjourn|postpone|defer|delay)\b|\b(?:declined|refused"
    r"|decided not) to (?:put|take up|consider|vote on)\b"
    r"|\b(?:separate|paragraph) votes?\b|\bvote on (?:a|the) (?:\w+ )?paragraph\b"
)
_COMMITTEE = re.compile(
    r"\b(?:in|by|at|before|through) (?:the )?committee\b|\bcommittee (?:vote|stage|passed|adopted|approved)\b"
    r"|\bcommittee, (?:a|four|two|three|one|some)\b"
)
_PLENARY = re.compile(r"\bplenary\b|\bfull (?:general )?assembly\b|\bassembly as a whole\b|\bfull membership\b")
_FOREIGN = re.compile(
    r"\b(?:bundestag|senate|senators?|congress|knesset|duma|(?<!members of )(?<!member of )parliaments?|lok sabha"
    r"|lawmakers|legislators|mps?|meps?"
    r"|house of (?:commons|lords|representatives)|lower house|upper house"
    r"|cabinet|the commons|the lords|non-binding vote|eurovision|song contest|jury|juries|academy|referendum on"
    r"|model (?:united nations|un|u\.n\.)|primary|primaries|polls|pollsters|survey|ballot box|election night|(?:ruling"
    r"|governing|government|coalition) (?:coalition|part(?:y|ies|ners?))|eu summit"
    r"|european (?:council|parliament|commission)|nato summit|council of the eu|eu foreign ministers|eu leaders|shareholders"
    r"|supreme court|judges' |(?:\d+|of the|three|five|seven|nine|fifteen|\w+teen) judges"
    r"|judges (?:\w+ )?(?:voted|ruled|upheld|rejected"
    r"|sided|agreed|struck|decided|dissented)"
    r"|world cup|fifa|uefa|ioc|film|federal reserve|city council|town council|town hall)\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:told|tells|telling|assured|informed|reminded|briefed|asked|addressed|addressing|speaking (?:in|to)|speech (?:in|to)"
    r"|statement to|said in) (?:the |a |her |his |their |its )?(?:\w+ ){0,2}?(?:parliament|congress|senate|senators|bundestag"
    r"|knesset|duma|lok sabha|commons|lords|house|lawmakers|legislators|mps|meps|cabinet)\b"
)
_REFERENDUM = re.compile(
    r"\b(?:texts?|drafts?|resolutions?|motion) (?:on|over|about) (?:(?:a|the) )?(?:[\w'-]+ ){0,3}?referendums?\b"
)
"""As the matter of a text it is no vote of its own."""
_REFERENDUM_JUDGED = re.compile(r"\b(?:assembly|council) (?:\w+ ){1,2}(?:the |a |an )?(?:\S+ ){0,3}?referendum\b")
_PLACE = re.compile(
    r"\bin (?P<place>geneva|brussels|strasbourg|luxembourg|vienna|the hague|westminster|washington)\b",
    re.IGNORECASE,
)
_AMONG_MINISTERS = re.compile(
    r"\b(?:approved|backed|endorsed|agreed|adopted|passed|cleared|rejected|blocked|vot\w+|deal|pact|package|directive|law)"
    r" (?:[^ ,;:.]+ ){0,6}?(?:in|at) (?:brussels|strasbourg|luxembourg)\b"
    r"|\bother (?:2\d|twenty-\w+) (?:eu |european )?(?:member states|members|governments|capitals)\b",
    re.IGNORECASE,
)
"""In the European Union, whose members vote as well."""
_DISSENTED = re.compile(r"\bdissented\b")  # states do, too, and not only judges
_BESIDE_AND_ON = re.compile(r", (?:which|who|whose)\b[^,;]*, ")
_FOREIGN_KINDS = frozenset({"parliament", "eu_council", "court", "unesco", "league"})


def elsewhere_in(words: str, sentence: Sentence) -> tuple[str | None, bool]:
    """The kind of a vote named that no record here holds, or None; and whether nobody takes it for one of the United Nations."""
    if _REFERENDUM_JUDGED.search(words):
        words = words.replace("referendum", "")
    words = _REFERENDUM.sub("", _AUDIENCE.sub("", words))  # those who are told of a vote do not cast it
    outside = _outside(words, sentence)
    foreign = _FOREIGN.search(words) is not None or _AMONG_MINISTERS.search(words) is not None or outside in _FOREIGN_KINDS
    return (None if foreign else outside), foreign


def is_told_of_elsewhere(words: str, body: Body | None) -> bool:
    """Whether the words of a claim, or right behind it, place it where that body does not vote: "abstained in Brussels"."""
    place = _PLACE.search(words)
    return place is not None and not (body in (Body.HRC, Body.CHR) and place["place"].lower() == "geneva")


def in_committee(words: str) -> bool:
    """Whether a committee's vote is spoken of."""
    return _COMMITTEE.search(_BESIDE_AND_ON.sub(", ", words.lower())) is not None


def _outside(words: str, sentence: Sentence) -> str | None:
    if _PLENARY.search(words):
        return None
    words = _BESIDE_AND_ON.sub(", ", words)
    kind = outside_in(_DISSENTED.sub("", words))
    if kind is None and _COMMITTEE.search(words):
        kind = "committee"
    if kind is None and (_ELECTION.search(words) or _votes_for_state(sentence)):
        kind = "secret_ballot"
    if kind is None and (_AMENDMENT.search(words) or _MOTION.search(words)):
        kind = "amendment"
    return kind


def _votes_for_state(sentence: Sentence) -> bool:
    """ "Voted for Mexico", and not "for the American text"."""
    mentions = (sentence.shape.mentions[m["state"]] for m in _VOTED_FOR_STATE.finditer(sentence.line))
    return any(not (isinstance(m, MemberMention) and m.adjective) for m in mentions)
