"""Words for a time that are no date ("under Trump", "during the Cold War"), so that a reply can say that it did not use them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_LEADERS = """
trump biden obama bush clinton reagan carter ford nixon johnson kennedy eisenhower truman roosevelt thatcher blair
cameron sunak starmer major churchill attlee eden macmillan wilson callaghan macron hollande sarkozy chirac mitterrand
giscard pompidou de_gaulle merkel scholz merz schroder kohl schmidt brandt adenauer putin yeltsin gorbachev brezhnev
khrushchev stalin xi mao deng erdogan orban fico tusk duda milei macri kirchner lula bolsonaro rousseff temer modi
singh gandhi nehru netanyahu rabin sharon begin meir ben-gurion suharto sukarno whitlam fraser hawke keating menzies
pinochet allende mobutu marcos nasser sadat mubarak tito ceausescu honecker ulbricht nkrumah nyerere kaunda selassie
khomeini ahmadinejad rouhani khatami pahlavi galtieri videla peron menem alfonsin fujimori noriega ortega somoza
batista trujillo duvalier diefenbaker pearson mulroney chretien palme kekkonen kreisky botha verwoerd de_klerk smith
bhutto zia musharraf suu_kyi park aquino duterte mahathir kuan_yew bouteflika boumediene ben_ali hassan_ii bongo biya
museveni kagame obasanjo abacha zuma mbeki ramaphosa petro uribe morales correa boluarte bachelet pinera boric
berlusconi prodi draghi sanchez rajoy zapatero franco salazar gaddafi saddam assad mugabe mandela castro chavez maduro
amlo sheinbaum trudeau harper carney howard morrison albanese ardern zelensky yanukovych lukashenko guterres
ban_ki-moon annan the_shah the_taliban apartheid
"""
_EVENTS = """
cold_war gulf_war iraq_war vietnam_war korean_war world_war second_world_war six-day_war yom_kippur_war falklands_war
war invasion coup revolution brexit independence pandemic covid 9/11 september_11 annexation handover reunification
genocide fall_of_the_wall fall_of_the_berlin_wall fall_of_communism fall_of_saigon fall_of_kabul
collapse_of_the_soviet_union breakup_of_yugoslavia arab_spring oil_crisis suez_crisis missile_crisis elections election
inauguration enlargement
"""
_LOOSE = """
recently lately not_long_ago long_ago a_while_ago a_while_back some_time_ago sometime the_other_day in_recent_years
in_recent_months in_recent_weeks in_recent_days in_recent_times in_recent_decades these_days nowadays in_the_old_days
in_the_past back_in_the_day years_ago decades_ago months_ago kurzlich neulich in_letzter_zeit recemment dernierement
recientemente hace_poco recentemente di_recente
"""
_WORD = re.compile(r"\w+")
_UNDER = "under|unter|sous|bajo|sob|sotto"
_OFFICES = "president|prime minister|chancellor|pm"
_RELATIONS = "since|before|after|during|until|till|post|pre"
_TERMS = "years|era|administrations?|presidency|government|term|days|times?"
_COUNTED = re.compile(r"(?:\d|\b(?:of|an?|few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty))\s$")
_WITH_A_COUNT = frozenset(["years ago", "months ago", "decades ago"])
_GOES_ON_AS_A_DATE = re.compile(r"\s(?:\w+ )?(?:\d|years?|months?|weeks?|days?|decades?)\b")


def vague_times_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Those words as they stand in the text, in text order, without overlaps and outside the spans taken."""
    if _telling_words().isdisjoint(_WORD.findall(text.casefold())):
        return ()
    found: list[tuple[int, int]] = []
    for pattern in _patterns()[:_OF_RULE]:
        for match in pattern.finditer(text):
            if _is_counted(text, match):
                continue
            if not any(a < match.end() and match.start() < b for a, b in (*found, *taken)):
                found.append(match.span())
    return tuple(text[a:b] for a, b in sorted(found))


def names_a_rule(words: str) -> bool:
    """Whether such words name who ruled ("under the Shah"), which no title holds, and not an event ("since the invasion")."""
    return _patterns()[_OF_RULE].search(words) is not None


_OF_RULE = -1


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """ "Two years ago" and "in the past ten years" are dates."""
    words = match[0].lower()
    if words in _WITH_A_COUNT:
        return _COUNTED.search(text[: match.start()].lower()[-10:]) is not None
    return words == "in the past" and _GOES_ON_AS_A_DATE.match(text, match.end()) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    leaders, events, loose = _either(_LEADERS), _either(_EVENTS), _either(_LOOSE)
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?:{_UNDER}) (?:(?:{_OFFICES}) )?(?:[a-z]+ )?(?:{leaders})\b(?:'s (?:first|second) term)?",
            rf"\b(?:during|in|since|before|after|throughout) (?:the )?(?:(?:first|second) )?(?:{leaders})(?:'s)? (?:{_TERMS})\b",
            rf"\b(?:{leaders})(?:/(?:{leaders}))?(?:[- ]era|'s (?:first|second) term| years| administration)\b",
            rf"\b(?:{_RELATIONS})[- ](?:the )?(?:(?:end|start|outbreak|height) of (?:the )?)?(?:{events})\b(?! crimes?\b)",
            r"\b(?:soviet|colonial|apartheid|cold[- ]war|communist) (?:times|era|days|years)\b",
            rf"\b(?:{loose})\b",
            r"\b(?-i:[A-Z])[\w-]+(?:/(?-i:[A-Z])[\w-]+)?[- ](?:era|times)\b",
            rf"\b(?:{leaders})\b|\b(?:era|times)$",
        )
    )


@cache
def _telling_words() -> frozenset[str]:
    """Without one of these no pattern can match: the longest word of each name and event, and what an age is called."""
    entries = (*_LEADERS.split(), *_EVENTS.split(), *_LOOSE.split())
    longest = (max(_WORD.findall(entry.replace("_", " ")), key=len) for entry in entries)
    return frozenset((*longest, "era", "times", "days", "years"))


def _either(words: str) -> str:
    return "|".join(re.escape(word.replace("_", " ")) for word in sorted(words.split(), key=len, reverse=True))
