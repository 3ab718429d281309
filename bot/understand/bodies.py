"""Which body the words name, and which votes are named that no record here holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.understand.clean import Word
from bot.understand.patterns import any_of, any_word, compiled, in_order
from bot.understand.spans import Span
from bot.understand.stopwords import Phrases, by_first_word, phrases_in
from store.facts import Body

_MONTH = any_word("jan feb mar apr may june july aug sep oct nov dec")
_COUNCIL = re.compile(
    r"\b"
    + any_of(
        r"(?:un )?security council",
        r"unsc",
        r"unscr",
        r"s/res",
        r"the council's",
        r"sc (?:vote|votes|resolution|resolutions|20\d\d|in|on)",
        r"(?:in|at) the sc\b",
        rf",? sc {_MONTH}",
        r"(?:in|at|mean|meant|about|and) (?:the )?council\b(?! (?:of (?:europe|ministers|the e)|for namibia))",
        r"(?<!rights )(?<!arctic )(?<!turkic )(?<!atlantic )(?<!european )(?<!nordic )(?<!cooperation )"
        r"(?<!trusteeship )(?<!social )council (?:votes?|members?)",
        r"member of the council",
        r"conseil de securite",
        r"consejo de seguridad",
        r"sicherheitsrat\w*",
        r"conselho de seguranca",
        r"consiglio di sicurezza",
    )
)
_ASSEMBLY = re.compile(
    r"\b"
    + any_of(
        r"general assembly",
        r"unga",
        r"(?:un )?ga\b",
        r"assembly",
        r"a/res",
        r"plenary",
        r"assemblee generale",
        r"asamblea general",
        r"generalversammlung",
        r"vollversammlung",
        r"assembleia geral",
        r"assemblea generale",
    )
    + r"\b"
)
_PLACE_ENDS = r"\s*(?:[,;:?.–—-]|$)"
_IN_COUNCIL = re.compile(rf"\b(?:in|at) the (?:un )?security council(?={_PLACE_ENDS})")
_IN_ASSEMBLY = re.compile(rf"\b(?:in|at) the (?:un )?general assembly(?={_PLACE_ENDS})")
_RIGHTS_COUNCIL = compiled(
    # "in the Human Rights Council", and not "the Human Rights Council suspension"
    r"(?:\b(?:at|in|by|before|for|the) (?:the )?|^|[:,;(] ?)(?:un )?(?:human )?rights council(?:'s)?\b"
    r"(?! suspension| seat| membership| creation)",
    r"(?<!\boff )(?<!\bof )(?<!\bfrom )(?<!\bto )(?<!\bon )(?<!\bthe )\bhuman rights council\b"
    r"(?! suspension| seat| membership| creation| report| expulsion)",
    r"\bhrc\b",
    r"\bhrc's\b",
    r"\bunhrc\b",
    r"\b(?:un|un's) (?:top |main |human )*rights body\b",
    r"a/hrc/",
    r"conseil des droits de l'homme",
    r"consejo de derechos humanos",
    r"menschenrechtsrat",
)
_BY_ASSEMBLY = re.compile(rf"(?:^|[,;(] ?|\b(?:in|at|by) the )(?:unga|(?:un )?(?:ga|general assembly))\b(?={_PLACE_ENDS})")
_IN_RIGHTS_COUNCIL = compiled(r"\b(?:in|at|by|before) (?:the )?(?:un )?(?:human rights council|unhrc|hrc|rights body)\b")
_COMMISSION = compiled(
    r"\bcommission on human rights\b",
    r"\b(?:human )?rights commission\b",
    r"\bun ?chr\b",
    r"\bchr\b",
    r"\be/?cn\.?4/",
    r"\b(?:at|in|by|before) the (?:un )?commission\b(?! of| on| for)",
)
# Each way of naming one of these two holds one of these, and few questions do.
_OF_RIGHTS_BODIES = ("rights", "hrc", "chr", "cn4", "cn.4", "commission", "droits", "derechos", "menschenrecht")

# The Assembly decides who sits on the Council: "kicking Russia off the Human Rights Council".
_CHANGE_OF_SEAT = any_of(
    any_word(r"suspend\w* expel\w* expuls\w* exclu\w* kick\w* throw\w* boot\w* remov\w* oust\w* suspension report"),
    any_word(r"elect\w* creat\w* establish\w* reinstat\w* restor\w* birth found(?:ed|ing) replac\w*"),
    r"(?:set|setting) up",
    any_word(r"suspensi\w+ suspender ausschluss"),
)
_RIGHTS_COUNCIL_NAMED = any_of(
    r"rights council",
    r"\bhrc\b",
    r"menschenrechtsrat",
    r"derechos humanos",
    r"droits de l'homme",
    r"diritti umani",
    r"direitos humanos",
)
_SEAT_ON_RIGHTS_COUNCIL = compiled(
    rf"{_CHANGE_OF_SEAT}\b.{{0,45}}{_RIGHTS_COUNCIL_NAMED}",
    r"(?:rights council|\bhrc\b).{0,12}(?:suspension|membership|seat|creation|expulsion|report|review)",
    r"(?:rights council|\bhrc\b) (?:was|is|had been) (?:created|established|founded|set up|born|launched|voted into)",
    r"(?:rights council|\bhrc\b) came into (?:being|existence)",
)

_ELECTING_BODY = any_of(
    r"security council",
    r"human rights council",
    r"hrc",
    r"council",
    r"ecosoc",
    r"icj",
    r"iaea",
    r"unesco",
)
_ELECTED = any_of(
    r"president",
    r"secretary-general",
    r"judges?",
    r"security council",
    r"human rights council",
    r"council seat",
    r"seats?",
    r"director",
)
_OUTSIDE: dict[str, re.Pattern[str]] = {
    "committee": compiled(
        r"\b(?:(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th) committee)\b",
        r"\b(?:credentials|general|special political) committee\b",
        r"\bc3\b",
        r"\bcommittee (?:stage|vote|votes|roll call)\b",
        r"\b(?:in|at) committee\b",
    ),
    "secret_ballot": compiled(
        r"\bstraw polls?\b",
        r"\bsecret (?:ballot|vote)\b",
        r"\bin the (?:\d{4} )?(?:un )?(?:security council|human rights council|hrc|presidential|president|judges?) election\b",
        rf"\b{_ELECTING_BODY}\b[^.?!]{{0,25}} elections?\b",
        rf"\belections? (?:of|for|to) (?:the )?[^.?!]{{0,40}}{_ELECTED}\b",
        r"\belected (?:as )?(?:the )?(?:secretary-general|president|judge)\b",
        r"\bvoted for guterres\b",
        # who voted for Baerbock as president of the assembly
        r"\b(?:as|for|new|next|the) (?:the )?(?:pga|president of the (?:(?:un|general) )*assembly|assembly president)\b",
        # chosen as the next Secretary-General
        r"\bas (?:the )?(?:next )?(?:un )?(?:president of the (?:un )?general assembly|secretary[- ]general|pga)\b",
        r"\bseat election\b",
    ),
    "court": compiled(
        r"\b(?:icj|international court|world court|icc|international criminal court|the hague) "
        r"(?:judges?|judge|bench|ruling vote|panel)",
        r"\bjudges? (?:vote|voted|dissent)\w*",
        r"\bdissented\b",
    ),
    "ecosoc": compiled(r"\becosoc\b", r"\beconomic and social council\b"),
    "league": compiled(r"\bleague of nations\b"),
    "unesco": compiled(
        in_order(
            any_of(
                r"\b(?:unesco|opcw|ilo|icao|imf|wto)\b",
                r"\bboard of directors\b",
                r"\bworld health assembly\b",
                r"\bexecutive board\b",
                r"\bworld bank\b",
            ),
            r"\b(?:vote|voted|votes|election|roll call)\b",
        )
    ),
    "iaea": compiled(
        r"\b(?:iaea|atomic (?:energy )?agency|agency)(?:'s)? board\b",
        r"\bboard of governors\b",
        r"\biaea general conference\b",
    ),
    "parliament": compiled(
        r"\beuropean parliament\b",
        r"\bmeps?\b",
        r"\b(?:bundestag|congress|knesset|duma|parliament|lok sabha)\b",
        r"\bu\.?s\.? senate\b",
        r"\bhouse of (?:commons|lords)\b",
        r"\bnational assembly of\b",
        r"\beurovision\b",
        r"\bbrexit referendum\b",
        r"\breferendum in\b",
    ),
    "eu_council": compiled(
        r"\beu summit\b",
        r"\beuropean council\b",
        r"\bcouncil of the eu\b",
        r"\beu foreign ministers\b",
        r"\bnato summit\b",
        r"\bafrican union summit\b",
    ),
}


@lru_cache(maxsize=16)  # a question's words are looked at for this from several sides
def body_in(folded: str) -> Body | None:
    """The body that the folded text names; None where it names none, or both the Assembly and the Security Council."""
    if any(word in folded for word in _OF_RIGHTS_BODIES):
        if _COMMISSION.search(folded):
            return Body.CHR
        if _RIGHTS_COUNCIL.search(folded) and not _SEAT_ON_RIGHTS_COUNCIL.search(folded):
            # "The HRC review, GA, June 2011": the Assembly's vote, on the rights council.
            return Body.GA if _BY_ASSEMBLY.search(folded) and not _IN_RIGHTS_COUNCIL.search(folded) else Body.HRC
    council, assembly = bool(_COUNCIL.search(folded)), bool(_ASSEMBLY.search(folded))
    if council and assembly:
        # "An emergency special session of the General Assembly, in the Security Council": the place is where the vote was.
        council, assembly = bool(_IN_COUNCIL.search(folded)), bool(_IN_ASSEMBLY.search(folded))
        if council == assembly:
            return None
    return Body.SC if council else Body.GA if assembly else None


_NAMED: dict[Body, Phrases] = {
    Body.HRC: by_first_word(
        (
            ("human", "rights", "council"),
            ("human", "rights", "body"),
            ("rights", "council"),
            ("rights", "body"),
            ("hrc",),
            ("unhrc",),
        )
    ),
    Body.CHR: by_first_word(
        (
            ("commission", "on", "human", "rights"),
            ("human", "rights", "commission"),
            ("rights", "commission"),
            ("unchr",),
            ("chr",),
            ("commission",),
        )
    ),
}
"""The words by which a text names a body whose words are those of its texts too; the longer form first."""


def words_naming(body: Body | None, tokens: Sequence[Word]) -> list[Span]:
    """Where the tokens name the body that decided: there they say nothing on the matter."""
    return phrases_in(tokens, _NAMED[body]) if body in _NAMED else []


def outside_in(folded: str) -> str | None:
    """The kind of a vote named that no record here holds: "committee", "secret_ballot", "court", a parliament's; or None."""
    return next((kind for kind, named in _OUTSIDE.items() if named.search(folded)), None)
