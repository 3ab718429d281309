"""Every way of writing a time is read as the days it means, on 20 December 2025 (a Saturday) unless a line says otherwise.

Expected times are written short: "2025-02-24" a day, "2023-12" a month, "2022" a year, "2018..2025" from the first day to the last.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question import DayRange
from bot.understand.dates import DaysRead, read_days, read_session
from bot.understand.periods import month_span, year_span
from bot.understand.symbols import read_symbols, spans_that_are_symbols
from bot.understand.tallies import read_tallies
from bot.understand.vague_times import _EVENTS, _LEADERS, _LOOSE, vague_times_in

TODAY = dt.date(2025, 12, 20)
NOW = "2025-12-20"
BEGINNING = "1945-10-24"


def read(text: str, today: dt.date = TODAY, *, follow_up: bool = False) -> DaysRead:
    taken = spans_that_are_symbols(read_symbols(text))
    taken += [(t.start, t.end) for t in read_tallies(text, taken)]
    return read_days(text, today, taken, follow_up=follow_up)


def spans(ranges: tuple[DayRange, ...]) -> list[tuple[dt.date, dt.date]]:
    return [(r.first, r.last) for r in ranges]


def meant(short: str) -> tuple[dt.date, dt.date]:
    first, _, last = short.partition("..")
    return _whole(first)[0], _whole(last or first)[1]


def _whole(short: str) -> tuple[dt.date, dt.date]:
    match [int(part) for part in short.split("-")]:
        case [year]:
            return year_span(year)
        case [year, month]:
            return month_span(year, month)
        case [year, month, day]:
            return dt.date(year, month, day), dt.date(year, month, day)
    raise AssertionError(short)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A month with a slip in it, before a number.
        ("the Jne 1967 hostilities", "1967-06"),
        ("21 Juy 2014", "2014-07-21"),
        ("Marc 2011", "2011-03"),
        # Whole dates.
        ("24 February 2025", "2025-02-24"),
        ("24th of February 2025", "2025-02-24"),
        ("24th February, 2025", "2025-02-24"),
        ("February 24, 2025", "2025-02-24"),
        ("February the 24th, 2025", "2025-02-24"),
        ("Feb. 24, 2025", "2025-02-24"),
        ("Feb 24 2025", "2025-02-24"),
        ("24 feb 2025", "2025-02-24"),
        ("24-Feb-2025", "2025-02-24"),
        ("24/Feb/2025", "2025-02-24"),
        ("2025 Feb 24", "2025-02-24"),
        ("2025-02-24", "2025-02-24"),
        ("2025/02/24", "2025-02-24"),
        ("2025.02.24", "2025-02-24"),
        ("20250224", "2025-02-24"),
        ("24.2.2025", "2025-02-24"),
        ("24.02.2025", "2025-02-24"),
        ("24.02.25", "2025-02-24"),
        ("24/02/2025", "2025-02-24"),
        ("02/24/2025", "2025-02-24"),
        ("24-02-2025", "2025-02-24"),
        ("Monday, 24 February 2025", "2025-02-24"),
        ("Mon 24 Feb 2025", "2025-02-24"),
        ("2 Mar '22", "2022-03-02"),
        ("2 Mar 22?", "2022-03-02"),
        ("2 march 2022 resolution on ukraine: 34 abstentions, ok to print?", "2022-03-02"),
        ("result of the palestine membership upgrade vote 10 may 2024", "2024-05-10"),
        ("the oct 27 2023 gaza truce", "2023-10-27"),
        ("first Suez resolution, 2 Nov 1956", "1956-11-02"),
        ("10-0-5, security council, 24 feb 2025", "2025-02-24"),
        ("at the Security Council tonight, the 24th of February 2025, the", "2025-02-24"),
        # Months.
        ("Nov 2009", "2009-11"),
        ("Nov. 2009", "2009-11"),
        ("november of 2009", "2009-11"),
        ("November, 2009", "2009-11"),
        ("(December 2021)?", "2021-12"),
        ("Dec '23", "2023-12"),
        ("Dec 89", "1989-12"),
        ("02/2025", "2025-02"),
        ("2024-02", "2024-02"),
        ("2024 february", "2024-02"),
        ("1974 december: the vote", "1974-12"),
        ("gaza may 2021", "2021-05"),
        ("occupied territories of Azerbaijan, March 2008: how did France vote?", "2008-03"),
        ("sept 2015", "2015-09"),
        ("aug 2023", "2023-08"),
        # Misspelt months.
        ("febuary 2024", "2024-02"),
        ("feburary 2024", "2024-02"),
        ("in ocotber 2023", "2023-10"),
        ("novemeber 2023", "2023-11"),
        ("decmber 2023", "2023-12"),
        ("14 septmeber 2023", "2023-09-14"),
        ("augst 2023", "2023-08"),
        ("jannuary 1980", "1980-01"),
        # Years.
        ("in 2007?", "2007"),
        ("Pyongyang on the death penalty moratorium, 2024", "2024"),
        ("the 2010 Iran sanctions", "2010"),
        ("1947 partition plan", "1947"),
        ("League of Nations vote on Abyssinia in 1936", "1936"),
        ("Hungary's 2024 record", "2024"),
        ("2024's resolution", "2024"),
        ("in the year 2000", "2000"),
        ("new zeland voted yes on undrip back in 07 i think", "2007"),
        ("did siam vote on partition in 47", "1947"),
        ("and on panama in 89", "1989"),
        ("back in '89", "1989"),
        ("killer robots resolution 2023 - Belarus", "2023"),
        ("How did Hungary vote in October 2026?", "2026-10"),
        # Decades.
        ("in the 60s", "1960..1969"),
        ("the 1980s", "1980..1989"),
        ("the 1980's", "1980..1989"),
        ("the eighties", "1980..1989"),
        ("90s", "1990..1999"),
        ("in the '90s", "1990..1999"),
        ("the late 1990s", "1996..1999"),
        ("in the early 2000s", "2000..2003"),
        ("the mid-80s", "1983..1986"),
        # Parts of years and months.
        ("mid-2024", "2024-04..2024-09"),
        ("late 2017", "2017-09..2017-12"),
        ("early 2020", "2020-01..2020-04"),
        ("the end of 2023", "2023-10..2023-12"),
        ("at the beginning of 2023", "2023-01..2023-03"),
        ("early November 2023", "2023-11-01..2023-11-12"),
        ("late November 2023", "2023-11-19..2023-11-30"),
        ("the end of June 2024", "2024-06-19..2024-06-30"),
        ("first week of June 2024", "2024-06-01..2024-06-07"),
        ("the last week of march 2022", "2022-03-25..2022-03-31"),
        ("the first half of May 2024", "2024-05-01..2024-05-15"),
        ("the week of 26 February 2025", "2025-02-24..2025-03-02"),
        ("Q1 2024", "2024-01..2024-03"),
        ("second quarter of 2023", "2023-04..2023-06"),
        ("first half of 2024", "2024-01..2024-06"),
        ("H2 2024", "2024-07..2024-12"),
        ("spring 2022", "2022-03..2022-05"),
        ("in the summer of 2006", "2006-06..2006-08"),
        ("winter 2022/23", "2022-12..2023-02"),
        # Ranges.
        ("2018 to 2025", "2018..2025"),
        ("2018-2025", "2018..2025"),
        ("2018–2025", "2018..2025"),
        ("2021 through 2025", "2021..2025"),
        ("1980-87", "1980..1987"),
        ("1998/99", "1998..1999"),
        ("from 75 to 82", "1975..1982"),
        ("24 Feb - 2 Mar 2022", "2022-02-24..2022-03-02"),
        ("the 7 October attacks", "2023-10-07"),
        ("'98-'02", "1998..2002"),
        ("from 1961 until 1971", "1961..1971"),
        ("between 2011 and 2023", "2011..2023"),
        ("between 2023 and 2011", "2011..2023"),
        ("israel on right to food 2001-2008 series", "2001..2008"),
        ("from March 2022 to February 2025", "2022-03..2025-02"),
        ("Jan to Mar 2022", "2022-01..2022-03"),
        ("January-March 2022", "2022-01..2022-03"),
        ("November to February 2024", "2023-11..2024-02"),
        ("between 24 February 2022 and 12 October 2022", "2022-02-24..2022-10-12"),
        ("5 to 10 December 2023", "2023-12-05..2023-12-10"),
        ("December 5-10, 2023", "2023-12-05..2023-12-10"),
        ("from 24 to 26 February 2025", "2025-02-24..2025-02-26"),
        ("2025-02-24 to 2025-03-04", "2025-02-24..2025-03-04"),
        # Before, after, until, by.
        ("before 2007", f"{BEGINNING}..2006"),
        ("pre-2014", f"{BEGINNING}..2013"),
        ("prior to 2014", f"{BEGINNING}..2013"),
        ("before 24 February 2022", f"{BEGINNING}..2022-02-23"),
        ("until 1971", f"{BEGINNING}..1971"),
        ("up to 2010", f"{BEGINNING}..2010"),
        ("by 1990", f"{BEGINNING}..1990"),
        ("until the end of 2023", f"{BEGINNING}..2023-12"),
        # French, Spanish, German, Portuguese, Italian.
        ("le 24 février 2025", "2025-02-24"),
        ("1er mars 2022", "2022-03-01"),
        ("en juin 2025 ?", "2025-06"),
        ("en 2022", "2022"),
        ("les années 60", "1960..1969"),
        ("les années 1980", "1980..1989"),
        ("entre 2011 et 2023", "2011..2023"),
        ("de 2018 à 2025", "2018..2025"),
        ("avant 2007", f"{BEGINNING}..2006"),
        ("jusqu'en 2020", f"{BEGINNING}..2020"),
        ("fin 2023", "2023-10..2023-12"),
        ("24 de febrero de 2025", "2025-02-24"),
        ("el 2 de marzo de 2022", "2022-03-02"),
        ("en diciembre de 2023", "2023-12"),
        ("24 ago 2025", "2025-08-24"),
        ("los años 80", "1980..1989"),
        ("desde 2018 hasta 2025", "2018..2025"),
        ("antes de 2007", f"{BEGINNING}..2006"),
        ("hasta 2020", f"{BEGINNING}..2020"),
        ("a finales de 2023", "2023-10..2023-12"),
        ("am 27. Oktober 2023", "2023-10-27"),
        ("im März 2022", "2022-03"),
        ("Anfang 2022", "2022-01..2022-03"),
        ("in den 1980er Jahren", "1980..1989"),
        ("in den Achtzigern", "1980..1989"),
        ("von 2018 bis 2025", "2018..2025"),
        ("zwischen März 2022 und Mai 2023", "2022-03..2023-05"),
        ("vor 2007", f"{BEGINNING}..2006"),
        ("bis 2020", f"{BEGINNING}..2020"),
        ("1º de março de 2022", "2022-03-01"),
        ("em dezembro de 2023", "2023-12"),
        ("em 2019?", "2019"),
        ("nos anos 80", "1980..1989"),
        ("até 2020", f"{BEGINNING}..2020"),
        ("il 2 marzo 2022", "2022-03-02"),
        ("nel dicembre 2023", "2023-12"),
        ("negli anni ottanta", "1980..1989"),
        ("tra il 2011 e il 2023", "2011..2023"),
        ("prima del 2007", f"{BEGINNING}..2006"),
        ("fino al 2020", f"{BEGINNING}..2020"),
    ],
)
def test_a_time_that_names_its_year_is_read(text: str, expected: str) -> None:
    ranges = read(text).ranges
    assert spans(ranges) == [meant(expected)]
    assert not ranges[0].relative
    assert not ranges[0].fitting_year
    assert not ranges[0].open_end


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("since 2014", "2014-01-01"),
        ("How has Brazil voted on the Cuba embargo since 2018?", "2018-01-01"),
        ("every year since April 2013", "2013-04-01"),
        ("since 24 February 2022", "2022-02-24"),
        ("since the 1990s", "1990-01-01"),
        ("since the start of 2024", "2024-01-01"),
        ("since last year", "2024-01-01"),
        ("since December", "2025-12-01"),
        ("after 2016", "2017-01-01"),
        ("post-2016", "2017-01-01"),
        ("after February 2022", "2022-03-01"),
        ("after 24 February 2022", "2022-02-25"),
        ("after the 2022 invasion", "2022-01-01"),
        ("since October 7", "2023-10-07"),
        ("after the October 7 attacks", "2023-10-08"),
        ("2018 onwards", "2018-01-01"),
        ("from 2018 on", "2018-01-01"),
        ("2014 to date", "2014-01-01"),
        ("2014-present", "2014-01-01"),
        ("from 1998 to now", "1998-01-01"),
        ("depuis 2014", "2014-01-01"),
        ("desde 2014", "2014-01-01"),
        ("seit 2014", "2014-01-01"),
        ("ab 2018", "2018-01-01"),
        ("dal 2018", "2018-01-01"),
        ("nach 2016", "2017-01-01"),
        ("après 2016", "2017-01-01"),
        ("a partir de 2018", "2018-01-01"),
    ],
)
def test_an_open_period_ends_today(text: str, first: str) -> None:
    [days] = read(text).ranges
    assert (days.first.isoformat(), days.last, days.open_end) == (first, TODAY, True)


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("who voted against cuba yesterday", "2025-10-30", "2025-10-29"),
        ("today", NOW, NOW),
        ("tonight", NOW, NOW),
        ("this morning", NOW, NOW),
        ("last night", NOW, "2025-12-19"),
        ("the day before yesterday", NOW, "2025-12-18"),
        ("tomorrow", NOW, "2025-12-21"),
        ("this week", NOW, "2025-12-15..2025-12-21"),
        ("this weeks Gaza vote at the GA, india?", "2025-06-13", "2025-06-09..2025-06-15"),
        ("this week's vote", NOW, "2025-12-15..2025-12-21"),
        ("the resolution about human rights in syria last week", "2025-12-23", "2025-12-15..2025-12-21"),
        ("last week", "2026-01-02", "2025-12-22..2025-12-28"),
        ("this month: what did bejing do", "2025-12-19", "2025-12"),
        ("last month", "2026-01-07", "2025-12"),
        ("this year", "2025-11-02", "2025"),
        ("this year so far", NOW, "2025"),
        ("last year", NOW, "2024"),
        ("this decade", NOW, "2020..2029"),
        ("two years ago", "2024-11-20", "2022"),
        ("a year ago", NOW, "2024"),
        ("10 years ago", NOW, "2015"),
        ("a couple of years ago", NOW, "2023"),
        ("three months ago", NOW, "2025-09"),
        ("two months ago", "2026-01-31", "2025-11"),
        ("a week ago", NOW, "2025-12-08..2025-12-14"),
        ("three days ago", NOW, "2025-12-17"),
        ("the last three years", NOW, "2022-12-20..2025-12-20"),
        ("in the past ten years", NOW, "2015-12-20..2025-12-20"),
        ("last 6 months", NOW, "2025-06-20..2025-12-20"),
        ("last March", NOW, "2025-03"),
        ("Jamaica on Ukraine last October", "2023-03-01", "2022-10"),
        ("165-7-12 from last october", "2026-01-12", "2025-10"),
        ("last december", "2025-12-20", "2024-12"),
        ("this March", NOW, "2025-03"),
        ("on Monday", NOW, "2025-12-15"),
        ("Saturday", NOW, NOW),
        ("last Saturday", NOW, "2025-12-13"),
        ("last Tuesday", NOW, "2025-12-16"),
        ("on wed", NOW, "2025-12-17"),
        ("on the 24th", NOW, "2025-11-24"),
        ("on the 31st, who abstained?", "2025-12-05", "2025-10-31"),
        ("this autumn", NOW, "2025-09..2025-11"),
        ("last spring", NOW, "2025-03..2025-05"),
        ("in the summer", NOW, "2025-06..2025-08"),
        ("earlier this year", NOW, "2025"),
        ("at the end of last year", NOW, "2024-10..2024-12"),
        ("hier", NOW, "2025-12-19"),
        ("avant-hier", NOW, "2025-12-18"),
        ("aujourd'hui", NOW, NOW),
        ("la semaine dernière", NOW, "2025-12-08..2025-12-14"),
        ("le mois dernier", NOW, "2025-11"),
        ("l'année dernière", NOW, "2024"),
        ("l'an dernier", NOW, "2024"),
        ("cette année", NOW, "2025"),
        ("il y a un an", NOW, "2024"),
        ("il y a deux ans", NOW, "2023"),
        ("en décembre dernier", NOW, "2024-12"),
        ("ayer", NOW, "2025-12-19"),
        ("el año pasado", NOW, "2024"),
        ("la semana pasada", NOW, "2025-12-08..2025-12-14"),
        ("contra cuba este año?", "2025-11-01", "2025"),
        ("hace dos años", NOW, "2023"),
        ("gestern", NOW, "2025-12-19"),
        ("letzte Woche", NOW, "2025-12-08..2025-12-14"),
        ("letztes Jahr", NOW, "2024"),
        ("im letzten Monat", NOW, "2025-11"),
        ("letzten März", NOW, "2025-03"),
        ("dieses Jahr", NOW, "2025"),
        ("heuer", NOW, "2025"),
        ("vor zwei Jahren", NOW, "2023"),
        ("am Montag", NOW, "2025-12-15"),
        ("ontem", NOW, "2025-12-19"),
        ("no ano passado", NOW, "2024"),
        ("no mês passado", NOW, "2025-11"),
        ("há dois anos", NOW, "2023"),
        ("ieri", NOW, "2025-12-19"),
        ("la settimana scorsa", NOW, "2025-12-08..2025-12-14"),
        ("l'anno scorso", NOW, "2024"),
        ("quest'anno", NOW, "2025"),
        ("due anni fa", NOW, "2023"),
    ],
)
def test_a_time_counted_from_today_is_read(text: str, today: str, expected: str) -> None:
    [days] = read(text, dt.date.fromisoformat(today)).ranges
    assert (days.first, days.last) == meant(expected)
    assert days.relative


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("how did hungray vote on the feb 24 ukraine resolutions?", "2025-03-03", "2025-02-24"),
        ("24 february", NOW, "2025-02-24"),
        ("24 february", "2025-01-10", "2024-02-24"),
        ("24th of Feb", NOW, "2025-02-24"),
        ("Feb 24th", NOW, "2025-02-24"),
        ("no dia 24 de fevereiro", NOW, "2025-02-24"),
        ("29 feb", NOW, "2024-02-29"),
        ("november", NOW, "2025-11"),
        ("and the december one?", NOW, "2025-12"),
        ("In December?", "2025-11-01", "2024-12"),
        ("in may", NOW, "2025-05"),
        ("in march", NOW, "2025-03"),
        ("vote in dec", NOW, "2025-12"),
        ("em março", NOW, "2025-03"),
        ("on 10/27, who abstained", NOW, "2025-10-27"),
        ("am 24.2. abgestimmt", NOW, "2025-02-24"),
        ("24-26 Feb", NOW, "2025-02-24..2025-02-26"),
    ],
)
def test_a_time_without_a_year_is_the_latest_and_fits_any(text: str, today: str, expected: str) -> None:
    [days] = read(text, dt.date.fromisoformat(today)).ranges
    assert (days.first, days.last) == meant(expected)
    assert days.fitting_year
    assert days.holds(meant(expected)[0].replace(year=1984))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021 vs 2022", ["2021", "2022"]),
        ("1998, 1999 and 2000", ["1998", "1999", "2000"]),
        ("2014 and 2016", ["2014", "2016"]),
        ("2010 or 2011", ["2010", "2011"]),
        ("zionism resolution 1975 and its repeal 1991", ["1975", "1991"]),
        ("oct and dec 2023 gaza votes", ["2023-10", "2023-12"]),
        ("which eu states moved between the oct and dec 2023 gaza votes", ["2023-10", "2023-12"]),
        ("october, november and december 2023", ["2023-10", "2023-11", "2023-12"]),
        ("march and may 2024", ["2024-03", "2024-05"]),
        ("december 2023 compared with December 2024", ["2023-12", "2024-12"]),
        ("December 2023 and 2024", ["2023-12", "2024-12"]),
        ("december 2023 and february", ["2023-12", "2024-02"]),
        ("24 and 25 February 2025", ["2025-02-24", "2025-02-25"]),
        ("March 2 and 24, 2022", ["2022-03-02", "2022-03-24"]),
        ("2, 24 March and 7 April 2022", ["2022-03-02", "2022-03-24", "2022-04-07"]),
        ("27 October and 12 December 2023", ["2023-10-27", "2023-12-12"]),
        ("27 Oct 2023 and 12 December", ["2023-10-27", "2023-12-12"]),
        ("the vote of 12 December 2023, where Hungary, an abstainer in October, said no", ["2023-12-12", "2023-10"]),
        ("Feb 24 (2025) - The Assembly on Monday backed", ["2025-02-24", "2025-02-24"]),
        ("suez 1956, first ceasefire call on 2 nov", ["1956-11-02", "1956-11-02"]),
        ("since 2014 and in March", [f"2014..{NOW}", "2025-03"]),
        ("le 2 mars et le 24 mars 2022", ["2022-03-02", "2022-03-24"]),
        ("Oktober und Dezember 2023", ["2023-10", "2023-12"]),
    ],
)
def test_several_times_come_in_text_order_and_share_a_year(text: str, expected: list[str]) -> None:
    assert spans(read(text).ranges) == [meant(short) for short in expected]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("05/06/2024", ["2024-06-05", "2024-05-06"]),
        ("on 3/2/22", ["2022-02-03", "2022-03-02"]),
        ("on 5/6", ["2025-06-05", "2025-05-06"]),
        ("05-06-2024", ["2024-06-05", "2024-05-06"]),
        ("2001-08", ["2001..2008", "2001-08"]),
        ("1999-02", ["1999..2002", "1999-02"]),
        ("winter 2022", ["2021-12..2022-02", "2022-12..2023-02"]),
    ],
)
def test_two_readings_share_one_span(text: str, readings: list[str]) -> None:
    ranges = read(text).ranges
    assert spans(ranges) == [meant(short) for short in readings]
    assert {r.one_of for r in ranges} == {True}
    assert len({(r.start, r.end) for r in ranges}) == 1


@pytest.mark.parametrize(
    "text",
    [
        # Months that are other words.
        "Russia may have voted",
        "which 3 may abstain",
        "march on Washington",
        "this august body",
        "ha mai votato contro",
        "Marco voted",
        "Theresa May voted",
        "Jan Egeland",
        "the match 5 to 2",
        "remember 20 votes",
        # Numbers that are something else.
        "39 states",
        "in 22 countries",
        "22?",
        "50 votes",
        "in 60 words",
        "from 75 to 82 countries",
        "two-state solution on the 1967 borders",
        "pre-1967 lines",
        "the 2030 Agenda",
        "S/RES/2774(2025)",
        "resolution 2774 (2025)",
        "libya no-fly zone res 1973",
        "UNSCR 1973",
        "on 1441",
        "93-18-65",
        "2/3 majority",
        "9/11",
        "2031",
        "2000 people",
        "2,025 people",
        "$2014",
        "10:30",
        "G20",
        # Sessions and other ordinals.
        "79th session",
        "11th emergency special session",
        "the 24th vote",
        "on the 4th committee's list",
        # Weekday and time words that are something else.
        "sat on the council",
        "the sun",
        "mon dieu",
        "wer ist hier dagegen",
        "the fall of Saigon",
        "a été adoptée",
        "two years earlier",
        "the year before?",
        "how did Hungary vote",
        "",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read(text) == DaysRead()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("22?", "2022"),
        ("and '22", "2022"),
        ("and 98?", "1998"),
        ("what about 21", "2021"),
        ("and in 2021?", "2021"),
        ("et 19 ?", "2019"),
    ],
)
def test_a_follow_up_may_be_two_digits(text: str, year: str) -> None:
    assert spans(read(text, follow_up=True).ranges) == [meant(year)]


@pytest.mark.parametrize("text", ["and Slovakia?", "the 3 others?", "top 10", "39 states"])
def test_a_follow_up_that_counts_is_no_year(text: str) -> None:
    assert read(text, follow_up=True).ranges == ()


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2024",
        "30/02/2024",
        "2024-13-45",
        "29 February 2023",
        "31 June",
        "45 March 2022",
        "2025-02-30",
        "February 30, 2022",
        "31.04.2024",
    ],
)
def test_a_date_that_no_calendar_has_is_named(text: str) -> None:
    read_now = read(f"who voted no on {text}?")
    assert read_now.impossible == (text,)
    assert read_now.ranges == ()


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("how did the US vote on Cuba under Trump", "under Trump"),
        ("under president Obama", "under president Obama"),
        ("unter Merkel", "unter Merkel"),
        ("Trump's first term", "Trump's first term"),
        ("in the Thatcher years", "in the Thatcher years"),
        ("during the Cold War", "during the Cold War"),
        ("since the invasion", "since the invasion"),
        ("in Soviet times", "Soviet times"),
        ("how has Brazil voted recently?", "recently"),
        ("in the past", "in the past"),
        ("years ago", "years ago"),
    ],
)
def test_a_time_that_is_no_date_is_named(text: str, vague: str) -> None:
    read_now = read(text)
    assert read_now.vague == (vague,)
    assert read_now.ranges == ()


def test_every_leader_event_and_loose_time_is_named() -> None:
    """What is looked for first, to spare the patterns, is a word of each of them."""
    ways = {_LEADERS: "votes under {}", _EVENTS: "votes since the {}", _LOOSE: "votes {}"}
    said = [way.format(entry.replace("_", " ")) for entries, way in ways.items() for entry in entries.split()]
    assert [text for text in said if not vague_times_in(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "under Chapter VII",
        "two years ago",
        "in the past two years",
        "under item 5",
        "the war in Ukraine",
        "genocide convention",
        "Thatcher's Britain",
    ],
)
def test_what_is_no_vague_time_is_not_named(text: str) -> None:
    assert read(text).vague == ()


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("79th session", "79"),
        ("votes of the 79th session of the General Assembly", "79"),
        ("session 80", "80"),
        ("80th UNGA session", "80"),
        ("seventy-ninth session", "79"),
        ("79th General Assembly", "79"),
        ("UNGA 79", "79"),
        ("UNGA79", "79"),
        ("51st session of the HRC", "51"),
        ("the 11th emergency special session on ukraine", "ES-11"),
        ("eleventh emergency special session", "ES-11"),
        ("resumed 10th emergency special session", "ES-10"),
        ("ES-11", "ES-11"),
        ("seventh special session", "S-7"),
        ("35th special session of the Human Rights Council", "S-35"),
        ("79e session", "79"),
        ("11e session extraordinaire d'urgence", "ES-11"),
        ("79. Tagung", "79"),
        ("11. Notstandssondertagung", "ES-11"),
        ("79ª sesión", "79"),
        ("79º período de sesiones", "79"),
        ("79a sessão", "79"),
        ("ES-11/7", None),
        ("special session on Iran", None),
        ("emergency session january 1980", None),
        ("the first General Assembly vote", None),
        ("the very first UN resolution", None),
        ("24 GA votes", None),
        ("GA 15 December 2025", None),
        ("Gaza", None),
        ("", None),
    ],
)
def test_a_session_is_read_as_the_store_writes_it(text: str, session: str | None) -> None:
    assert read_session(text) == session


def test_precision_says_how_finely_the_words_speak() -> None:
    texts = ["24 Feb 2025", "last week", "Dec 2023", "2022", "2018 to 2025"]
    assert [read(text).ranges[0].precision for text in texts] == ["day", "week", "month", "year", "years"]


def test_a_range_takes_its_words_and_no_more() -> None:
    [days] = read("votes from 1961 until 1971, when did Paris change?").ranges
    assert days.words == "from 1961 until 1971"


def test_a_taken_span_is_left_alone() -> None:
    assert read_days("in 2024", TODAY, [(3, 7)]).ranges == ()


@given(st.text(max_size=200), st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)), st.booleans())
def test_any_text_is_read_and_spans_cut_what_they_claim(text: str, today: dt.date, follow_up: bool) -> None:
    for days in read_days(text, today, follow_up=follow_up).ranges:
        assert text[days.start : days.end] == days.words
        assert days.first <= days.last
    read_session(text)


_PIECES = """
24 5 31 2025 1973 '89 60s 1980s feb march may in on the of to and , - / . since before until between last this ago two years week monday
yesterday early end spring first de el al seit vor il y a an past ( ) 24th q1 20250224 13 99 00
"""


@given(
    st.lists(st.sampled_from(_PIECES.split()), max_size=12).map(" ".join), st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
)
def test_pieces_of_dates_in_any_order_are_read_without_harm(text: str, today: dt.date) -> None:
    last = 0
    for days in read_days(text, today).ranges:
        assert text[days.start : days.end] == days.words
        assert days.first <= days.last
        assert days.start >= last or days.one_of
        last = days.start


_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_FORMS = [
    ("en", "{d} {m} {y}"),
    ("en", "{d} {mmm} {y}"),
    ("en", "{d:02} {mmm}. {y}"),
    ("en", "{m} {d}, {y}"),
    ("en", "{mmm}. {d}, {y}"),
    ("en", "{mmm} {d} {y}"),
    ("en", "{d}th of {m} {y}"),
    ("en", "{m} {d}th, {y}"),
    ("en", "the {d}th of {m}, {y}"),
    ("en", "{d}-{mmm}-{y}"),
    ("en", "{d}/{mmm}/{y}"),
    ("en", "{y} {mmm} {d}"),
    ("en", "{y}-{n:02}-{d:02}"),
    ("en", "{y}/{n:02}/{d:02}"),
    ("en", "{y}.{n:02}.{d:02}"),
    ("en", "{y}{n:02}{d:02}"),
    ("en", "{d}.{n}.{y}"),
    ("en", "{d:02}.{n:02}.{y}"),
    ("en", "on {d} {m} {y}?"),
    ("en", "{m} {d} ({y})"),
    ("en", "({d} {m} {y})"),
    ("en", "{m} the {d}th {y}"),
    ("fr", "le {d} {m} {y}"),
    ("fr", "{d} {m} {y}"),
    ("es", "{d} de {m} de {y}"),
    ("es", "el {d} de {m} del {y}"),
    ("de", "{d}. {m} {y}"),
    ("de", "am {d}. {m} {y}"),
    ("pt", "{d} de {m} de {y}"),
    ("pt", "em {d} de {m} de {y}"),
    ("it", "il {d} {m} {y}"),
    ("it", "{d} {m} {y}"),
]


@given(st.dates(dt.date(1946, 1, 1), dt.date(2025, 12, 20)), st.sampled_from(_FORMS))
def test_every_date_reads_back_in_every_form(day: dt.date, form: tuple[str, str]) -> None:
    language, pattern = form
    month = _MONTHS[language].split()[day.month - 1]
    text = pattern.format(d=day.day, m=month, mmm=month[:3], n=day.month, y=day.year)
    assert spans(read(text).ranges) == [(day, day)], text


@given(
    st.dates(dt.date(1946, 1, 1), dt.date(2025, 12, 20)),
    st.sampled_from(["{d:02}/{n:02}/{y}", "{n:02}/{d:02}/{y}", "{d}-{n}-{y}"]),
)
def test_a_date_in_numbers_is_among_its_readings(day: dt.date, form: str) -> None:
    ranges = read(form.format(d=day.day, n=day.month, y=day.year)).ranges
    assert (day, day) in spans(ranges)
    assert len(ranges) == 1 or all(r.one_of for r in ranges)
