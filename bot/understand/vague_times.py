"""Words for a time that are no date ("under Trump", "during the Cold War"), so that a reply can say that it did not use them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEADERS = (
    "trump|biden|obama|bush|clinton|reagan|carter|ford|nixon|johnson|kennedy|eisenhower|truman|roosevelt|thatcher|blair|cameron|johnson|sunak|starmer"
    "|major|churchill|attlee|eden|macmillan|wilson|callaghan|macron|hollande|sarkozy|chirac|mitterrand|giscard|pompidou|de gaulle|merkel|scholz|merz"
    "|schroder|kohl|schmidt|brandt|adenauer|putin|yeltsin|gorbachev|brezhnev|khrushchev|stalin|xi|mao|deng|erdogan|orban|fico|tusk|duda|milei|macri"
    "|kirchner|lula|bolsonaro|rousseff|temer|modi|singh|gandhi|nehru|netanyahu|rabin|sharon|begin|meir|ben-gurion|meloni|berlusconi|prodi|draghi"
    "|sanchez|rajoy|zapatero|franco|salazar|gaddafi|saddam|assad|mugabe|mandela|castro|chavez|maduro|amlo|sheinbaum|trudeau|harper|carney|howard"
    "|morrison|albanese|ardern|zelensky|yanukovych|lukashenko|guterres|ban ki-moon|annan|the shah|the taliban|apartheid"
)
_EVENTS = (
    "cold war|gulf war|iraq war|vietnam war|korean war|world war|second world war|six[- ]day war|yom kippur war|falklands war|war|invasion|coup|revolution"
    "|brexit|independence|pandemic|covid|9/11|september 11|annexation|handover|reunification|genocide|fall of (?:the wall|the berlin wall|communism|saigon|kabul)"
    "|collapse of the soviet union|breakup of yugoslavia|arab spring|oil crisis|suez crisis|missile crisis|elections?|election|inauguration|enlargement"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:under|unter|sous|bajo|sob|sotto) (?:president |prime minister |chancellor |pm )?(?:(?:donald|joe|barack"
        rf"|george w\.?|ronald|margaret|angela|vladimir|viktor) )?"
        rf"(?:{_LEADERS})\b(?:'s (?:first|second) term)?",
        rf"\b(?:during|in|since|before|after|throughout) (?:the )?(?:(?:first|second) )?(?:{_LEADERS})(?:'s)? (?:years|era"
        rf"|administrations?|presidency|government|term|days|times?)\b",
        rf"\b(?:the )?(?:{_LEADERS})(?:[- ]era|'s (?:first|second) term| years\b| administration\b)",
        rf"\b(?:since|before|after|during|until|till|post|pre)[- ](?:the )?(?:(?:end|start|beginning|outbreak"
        rf"|height) of (?:the )?)?(?:{_EVENTS})\b(?! (?:crimes?|on\b))",
        r"\b(?:soviet|colonial|apartheid|cold[- ]war|communist) (?:times|era|days|years)\b",
        r"\b(?:recently|lately|not long ago|long ago|a while (?:ago|back)|some time ago|sometime|the other day"
        r"|in recent (?:years|months|weeks|days|times|decades)|these days"
        r"|nowadays|in the old days|in the past(?! \w+ (?:years|months|weeks|days)| (?:\d|year|month|week|few|two|three|five"
        r"|ten))|back in the day|years ago|decades ago|months ago)\b(?<!\d years ago)",
        r"\b(?:kurzlich|neulich|recemment|dernierement|recientemente|hace poco|recentemente|di recente|in letzter zeit)\b",
    )
)
_COUNTED_BEFORE = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|of|an?|twenty|thirty|forty|fifty))\s+$", re.IGNORECASE)


def vague_times_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Those words as they stand in the text, in text order, without overlaps."""
    found: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            counted = match[0].lower().endswith(" ago") and match[0].lower().split()[0] in ("years", "decades", "months")
            if counted and _COUNTED_BEFORE.search(text[: match.start()]):
                continue
            if not any(a < match.end() and match.start() < b for a, b in (*found, *taken)):
                found.append(match.span())
    return tuple(text[a:b] for a, b in sorted(found))
