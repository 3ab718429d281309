"""Which body the words name, and which votes are named that no record here holds."""

from __future__ import annotations

import re

from store.facts import Body

_COUNCIL = re.compile(
    r"\b(?:(?:un )?security council|unsc|unscr|s/res|the council's|sc (?:vote|votes|resolution|resolutions|20\d\d|in|on)|in the sc\b|at the sc\b|,? sc (?:may|june|july|oct|nov|dec|jan|feb|mar|apr|aug|sep)|in (?:the )?council\b|at (?:the )?council\b|council members?|member of the council|conseil de securite|consejo de seguridad|sicherheitsrat\w*|conselho de seguranca|consiglio di sicurezza)"
)
_ASSEMBLY = re.compile(
    r"\b(?:general assembly|unga|(?:un )?ga\b|assembly|a/res|plenary|assemblee generale|asamblea general|generalversammlung|vollversammlung|assembleia geral|assemblea generale)\b|\bga\b"
)
_RIGHTS_COUNCIL = re.compile(
    r"(?:(?:\b(?:at|in|by|before|for|the) (?:the )?|^|[:,;(] ?)(?:un )?(?:human )?rights council(?:'s)?\b(?! suspension| seat| membership| creation)|\bhrc\b|\bhrc's\b|\bunhrc\b|a/hrc/|conseil des droits de l'homme|consejo de derechos humanos|menschenrechtsrat)"
)
_MEMBERSHIP_OF_COUNCIL = re.compile(
    r"(?:suspend\w*|expel\w*|expuls\w*|kick\w*|throw\w*|boot\w*|remov\w*|oust\w*|creat\w*|establish\w*|reinstat\w*|restor\w*|elect\w*|exclu\w*|ausschluss|suspension|report|suspensi\w+|suspender)\b.{0,45}(?:rights council|\bhrc\b|menschenrechtsrat|derechos humanos|droits de l'homme|diritti umani|direitos humanos)|(?:rights council|\bhrc\b).{0,12}(?:suspension|membership|seat|creation|expulsion|report)"
)
_COMMISSION = re.compile(r"\b(?:commission on human rights|human rights commission|un commission on human rights)\b")

_OUTSIDE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "committee",
            r"\b(?:(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th|credentials|general|special political) committee|c3\b|committee (?:stage|vote|votes|roll call)|in committee|at committee)\b",
        ),
        (
            "secret_ballot",
            r"\b(?:straw polls?|secret ballot|secret vote|in the (?:\d{4} )?(?:un )?(?:security council|human rights council|hrc|presidential|president|judges?) election|(?:security council|human rights council|hrc|council|ecosoc|icj|iaea|unesco)\b[^.?!]{0,25} elections?|elections? (?:of|for|to) (?:the )?[^.?!]{0,40}(?:president|secretary-general|judges?|security council|human rights council|council seat|seats?|director)|elected (?:as )?(?:the )?(?:secretary-general|president|judge)|voted for guterres|seat election)\b",
        ),
        (
            "court",
            r"\b(?:icj|international court|world court|icc|international criminal court|the hague) (?:judges?|judge|bench|ruling vote|panel)|\bjudges? (?:vote|voted|dissent)\w*|\bdissented\b",
        ),
        ("ecosoc", r"\b(?:ecosoc|economic and social council)\b"),
        ("league", r"\bleague of nations\b"),
        (
            "unesco",
            r"\b(?:unesco|iaea board|board of governors|world health assembly|opcw|ilo|icao|executive board|world bank|imf|wto)\b(?=.*\b(?:vote|voted|votes|election|roll call)\b)",
        ),
        (
            "parliament",
            r"\b(?:european parliament|meps?|bundestag|congress|u\.?s\.? senate|house of commons|house of lords|knesset|duma|parliament|national assembly of|lok sabha|eurovision|brexit referendum|referendum in)\b",
        ),
        (
            "eu_council",
            r"\b(?:eu summit|european council|council of the eu|eu foreign ministers|nato summit|african union summit)\b",
        ),
    )
)


def body_in(folded: str) -> Body | None:
    """The body that the folded text names; None where it names none, or two."""
    rights = bool(_RIGHTS_COUNCIL.search(folded)) and not _MEMBERSHIP_OF_COUNCIL.search(folded)
    if _COMMISSION.search(folded):
        return Body.CHR
    if rights:
        return Body.HRC
    council, assembly = bool(_COUNCIL.search(folded)), bool(_ASSEMBLY.search(folded))
    if council and assembly:
        return None
    return Body.SC if council else Body.GA if assembly else None


def outside_in(folded: str) -> tuple[str, str] | None:
    """(kind, words) of a vote that no record here holds: a committee's, a secret ballot, a court's, a parliament's; or None."""
    for kind, pattern in _OUTSIDE:
        match = pattern.search(folded)
        if match:
            return kind, match.group().strip()
    return None
