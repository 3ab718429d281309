"""The words around a number -> what it numbers: "HRC 49/1", "résolution 2774 du Conseil de sécurité", "decision 80/506"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from store.facts import Body

NumberingBody = Body | Literal["ECOSOC"]
"""Who numbers documents in a way that people quote; the record holds none of ECOSOC's."""

# The Rights Council and the Commission come first: their names hold those of others.
_NAMES: dict[NumberingBody, tuple[str, ...]] = {
    Body.HRC: (
        r"(?:human )?rights council",
        r"un ?hrc|hrc",
        r"conseil des droits de l'homme",
        r"consejo de derechos humanos",
        r"menschenrechtsrat(?:e?s)?",
        r"conselho de direitos humanos",
        r"consiglio (?:dei|per i) diritti umani",
    ),
    Body.CHR: (
        r"commission on human rights|human rights commission",
        r"unchr|chr",
        r"commission des droits de l'homme",
        r"comision de derechos humanos",
        r"menschenrechtskommission",
        r"comissao de direitos humanos",
        r"commissione (?:dei|per i) diritti umani",
    ),
    Body.SC: (
        r"security council|unsc|sc",
        r"conseil de securite",
        r"consejo de seguridad",
        r"sicherheitsrat(?:e?s)?",
        r"conselho de seguranca",
        r"consiglio di sicurezza",
        r"council",
    ),
    Body.GA: (
        r"general assembly|unga|ga",
        r"assemblee generale",
        r"asamblea general",
        r"generalversammlung|vollversammlung",
        r"assembleia geral",
        r"assemblea generale",
        r"assembly|ag",
    ),
    "ECOSOC": (r"ecosoc|economic and social council",),
}
_UN = r"(?:(?:u\.?n\.?|onu|uno) )?"
_A_BODY = _UN + "(?:" + "|".join("|".join(names) for names in _NAMES.values()) + ")"
_BODY_PATTERNS = tuple((body, re.compile(f"{_UN}(?:{'|'.join(names)})")) for body, names in _NAMES.items())
_ABBREVIATED_COUNCIL = re.compile(r"(?:un)?sc(?![a-z])")

_PREFIX = r"a[/.\\-]?hrc[/.\\-]?(?:res|dec)|a[/.\\-]?(?:res|dec)|s[/.\\-]?res|e/?cn\.?4/?res"
# "Ungarn 2025" is Hungary, not "UNGAR no. 2025".
_RESOLUTION = r"res(?:ol|oul|lo|lu|oi)(?!v)[a-z]*|risoluzion[ei]|resos?|res|(?:un)?scr(?:es)?|(?:un)?ga(?:r(?!n)|res)"
_DECISION = r"decisi?ons?|decisiones|decisao|decisoes|decision[ei]|beschluss(?:es)?"
_NUMBER_SIGN = r"(?:(?:nos?|nr|n|num|number|numero|nummer)\b\.?|n?°|#)"
_OF = r"of|by|at|in|from|du|de|del|do|da|dell[ao]?|des|der|im|am"
_LEFT = re.compile(
    rf"(?<![\w.])(?:(?P<body>{_A_BODY})(?:'?s)?[\s:,]*)?(?:(?P<word>{_PREFIX}|{_RESOLUTION}|{_DECISION})[\s.:/\\-]*)?"
    rf"(?:{_NUMBER_SIGN}\s*)?[\"'(]?$"
)
_RIGHT = re.compile(rf"(?:\s?\((?:19|20)[0-9][0-9]\))?\s*,?\s*(?:{_OF})\s*'?\s*(?:the |la |l'|le |o )?(?P<body>{_A_BODY})\b")
_VENUE = re.compile(
    r"(?:\b(?:at|in|before|beim?|im|au|en|ante|no|na|al|nel|dans)\s+(?:the |la |el |le |l'|der |dem )?"
    rf"(?P<at>{_A_BODY})\b(?! (?:resolution|decision))|(?:^|[;,(]\s?)(?P<head>{_A_BODY})\s?:)"
)
_LONGEST_NAME = 70
"""Characters before a number that may name its body and its kind."""

_BODY_OF_PREFIX: tuple[tuple[re.Pattern[str], Body], ...] = (
    (re.compile(r"ahrc"), Body.HRC),
    (re.compile(r"ecn4"), Body.CHR),
    (re.compile(r"sres|(?:un)?scr"), Body.SC),
    (re.compile(r"ares|adec|(?:un)?ga(?:r|res)$"), Body.GA),
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around a number say. `word`: the one for the kind of document, folded, or empty.

    `start`: where the mention begins with these words; `from_left`: the body stands before the number.
    """

    body: NumberingBody | None
    word: str
    start: int
    from_left: bool = True

    @property
    def is_known(self) -> bool:
        """Whether the words make the number a symbol."""
        return bool(self.word or self.body)

    @property
    def is_decision(self) -> bool:
        """Whether they speak of a decision, not a resolution."""
        return "dec" in self.word[-9:] or self.word.startswith("beschluss")

    @property
    def is_plural(self) -> bool:
        """Whether they speak of several ("resolutions", "Resolutionen")."""
        return len(self.word) > len("resos") and self.word.endswith(("s", "en", "oni"))

    @property
    def is_prefix(self) -> bool:
        """Whether a symbol has begun ("S/RES"), or an abbreviation that nothing but a number follows ("UNSCR")."""
        letters = re.sub(r"[/.\\-]", "", self.word)
        return any(pattern.match(letters) for pattern, _ in _BODY_OF_PREFIX)


def context_of(flat: str, start: int, end: int) -> Context:
    """What stands around the number at `start` to `end` of a text folded in place."""
    since = max(0, start - _LONGEST_NAME)
    left = _LEFT.search(flat[since:start])
    body = _body_named(left["body"]) if left and left["body"] else None
    word = (left["word"] or "") if left else ""
    begin = since + left.start() if left and (body or word) else start
    letters = re.sub(r"[/.\\-]", "", word)
    body = next((named for pattern, named in _BODY_OF_PREFIX if pattern.match(letters)), body)
    if body is None and (right := _RIGHT.match(flat, end)):
        return Context(_body_named(right["body"]), word, begin, from_left=False)
    return Context(body, word, begin)


def venue_of(flat: str) -> Body | None:
    """The body at which the text says that something happened ("at the HRC", "HRC: ..."), if it names one only."""
    bodies = {_body_named(match["at"] or match["head"]) for match in _VENUE.finditer(flat)}
    body = bodies.pop() if len(bodies) == 1 else None
    return body if isinstance(body, Body) else None


def abbreviates_council(flat: str, start: int) -> bool:
    """Whether "SC" or "UNSC" stands there."""
    return _ABBREVIATED_COUNCIL.match(flat, start) is not None


def _body_named(words: str) -> NumberingBody | None:
    return next((body for body, pattern in _BODY_PATTERNS if pattern.fullmatch(words)), None)
