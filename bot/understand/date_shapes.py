"""The shapes of dates and periods in a line of token letters (`bot.understand.date_tokens`), and what to make of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from bot.understand import named_times as named
from bot.understand import relative_times as relative
from bot.understand.date_readings import Reading, Time

Maker = Callable[[Reading], "Time | tuple[Time, ...] | None"]

compiled = cache(re.compile)

_M = "(?P<m>[Mm])"
_Y = r"(?:\.?,?f?t?\(?(?P<y>[ya])\)?)"
_WEEKDAY = r"(?:[Wr]\.?,?\(?t?)?"
_NO_COUNT = "(?![cU])"
_PREPOSITION = "(?<=[iSAbRFBvO])"
_PREPOSITION_AND_ARTICLE = "(?<=[iSAbRFBvO]t)"
SHAPES: tuple[tuple[tuple[frozenset[str], ...], str, Maker], ...] = tuple(
    (tuple(frozenset(group) for group in needed.split()), pattern, make)
    for needed, pattern, make in (
        # Whole dates.
        ("y", r"(?P<y>y)(?P<sep>[-/.])(?P<m>[den])(?P=sep)(?P<d>[den])", named.year_month_day),
        ("C", r"(?P<c>C)", named.eight_digits),
        ("y", r"(?P<a>[den])(?P<sep>[-/.])(?P<b>[den])(?P=sep)(?P<y>y)", named.numeric_date),
        ("/.", r"(?<![-/.])(?P<a>d)(?P<sep>[/.])(?P<b>d)(?P=sep)(?P<y>[de])(?![-/])", named.numeric_date),
        ("O .", r"(?<=O)(?P<a>d)\.(?P<b>d)\.(?![dey])", named.day_and_month_in_numbers),
        ("O /", r"(?<=O)(?P<a>d)/(?P<b>d)(?![-/.dey])", named.day_and_month_in_numbers),
        ("Mm do -/", rf"(?P<d>d)(?P<sep>[-/]){_M}(?P=sep)(?P<y>[yade])", named.day_month),
        ("Mm do -ZzR", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?(?:[-Zz]|R)t?(?P<e>[do])\.?f?t?{_M}{_Y}?", named.day_to_day),
        ("Mm do -ZzR", rf"{_M}\.?t?(?P<d>[do])(?:[-Zz]|R)t?(?P<e>[do])(?!c){_Y}?", named.day_to_day),
        ("Mm do &,", rf"(?P<days>[do]\.?(?:(?:,&?|&)t?[do]\.?)+)f?{_M}{_Y}?", named.days_of_month),
        ("Mm do &,", rf"{_M}\.?t?(?P<days>[do](?:(?:,&|&)t?[do])+)(?![cU]){_Y}?", named.days_of_month),
        ("Mm do &, y", rf"{_M}\.?t?(?P<days>[do](?:,&?[do])+),(?P<y>y)", named.days_of_month),
        ("Mm do U", rf"(?P<unit>U)ft?{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}{_Y}?", named.week_of_day),
        ("Mm do U", rf"(?P<unit>U)ft?{_WEEKDAY}{_M}\.?t?(?P<d>[do]){_Y}?", named.week_of_day),
        ("Mm do ya", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}{_Y}", named.day_month),
        ("Mm do de", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}\.?,?(?P<y>[de])(?=$|[;,.)])", named.day_month_short_year),
        ("Mm do ya", rf"{_WEEKDAY}{_M}\.?t?(?P<d>[do]){_Y}", named.day_month),
        ("Mm do y", rf"(?P<y>y)[-/.]?{_M}[-/.]?(?P<d>[do]){_NO_COUNT}", named.day_month),
        ("Mm y en", rf"(?P<d>[en])\.?{_M}(?P<y>y)", named.day_beyond_31),
        # Within a month.
        ("Mm E", rf"(?P<part>E)-?f?t?{_M}{_Y}?", named.part_of_month),
        ("Mm 1oL", rf"(?P<place>[1oL])(?P<unit>[Uh])f?t?{_M}{_Y}?", named.piece_of_month),
        ("Mm ya", rf"{_M}{_Y}", named.month),
        ("Mm y", r"(?P<y>y),?(?P<m>[Mm])(?!\.?,?f?[yade])", named.month),
        ("Mm e", rf"{_M}-?(?P<y>e){_NO_COUNT}", named.month),
        ("Mm do", rf"{_WEEKDAY}(?P<d>[do])\.?f?{_M}{_NO_COUNT}", named.day_month),
        ("Mm do", rf"{_WEEKDAY}{_M}\.?t?(?P<d>[do])(?![cU/-])", named.day_month),
        ("Mm U LTN", r"(?P<which>L)Uf(?P<m>[Mm])", relative.near_month),
        ("Mm LTN", rf"(?P<which>[LTN]){_M}", relative.near_month),
        ("Mm LTN", rf"{_M}(?P<which>L)", relative.near_month),
        ("Mm ya", r"(?P<m>m)(?=\.?(?:,&?|&|-|Z|z|R|/|V)t?[Mm]\.?,?f?[ya])", named.month),
        ("Mm", rf"{_PREPOSITION}t?(?P<m>m)", named.month),
        ("Mm", r"(?P<m>M)", named.month),
        ("y", r"(?<![-/.\d])(?P<m>d)/(?P<y>y)", named.month_number_and_year),
        # Parts of a year, decades.
        ("s", r"(?P<season>s)f?t?(?P<y>[ya])[/-](?P<next>[yed])", named.season_of_year),
        ("s", r"(?P<season>s)f?t?(?P<y>[ya])", named.season_of_year),
        ("s", r"(?P<which>[LT])(?P<season>s)", relative.near_season),
        ("s", r"(?:(?<=i)|(?<=it))(?P<season>s)(?!f)", relative.near_season),
        ("K", r"(?P<q>K)f?(?P<y>[ya])", named.quarter),
        ("Qh", r"(?P<place>[1oL])(?P<unit>[Qh])f?t?U?(?P<y>[ya])", named.ordinal_piece),
        ("k", r"(?:(?P<part>E)-?f?t?)?(?P<decade>k)", named.decade),
        ("U", r"(?P<unit>U)(?P<number>[eyDa])", named.decade_of_years),
        ("y", r"(?P<y>y)[-/](?P<e>[ed])(?![-/.])", named.year_and_digits),
        ("E", r"(?P<part>E)f?t?(?:(?P<which>[LT])(?P<unit>U))", relative.part_of_near_year),
        ("E", r"(?P<part>E)-?f?t?U?(?P<y>[ya])", named.part_of_year),
        # Counted from today.
        ("U", r"[LT](?P<count>[del])(?P<unit>U)", relative.last_few),
        ("U", r"(?P<count>[del])L(?P<unit>U)", relative.last_few),
        ("U", r"(?P<count>[delzt])f?(?P<unit>U)G", relative.ago),
        ("U", r"(?P<count>f)(?P<unit>U)G", relative.ago),
        ("U", r"[Hv](?P<count>[deltzf])(?P<unit>U)", relative.ago),
        ("U", r"(?P<which>[LTN])t?(?P<unit>U)", relative.this_or_last),
        ("U", r"(?P<unit>U)(?P<which>[LN])", relative.this_or_last),
        ("j", r"(?P<unit>U)b(?P<away>j)", relative.before_yesterday),
        ("gJ", r"L[gJ]", relative.yesterday),
        ("gJ", r"T[gJ]", relative.today),
        ("j", r"(?P<away>j)[gJ]?", relative.days_away),
        ("Wr", r"(?P<which>[LTN])(?P<weekday>[Wr])", relative.weekday),
        ("Wr", r"(?P<weekday>W)(?P<which>L)", relative.weekday),
        ("Wr", r"(?P<weekday>W)[gJ]?", relative.weekday),
        ("Wr", r"(?<=O)(?P<weekday>r)", relative.weekday),
        ("o", r"(?<=Ot)(?P<d>o)(?![cqxUQh1M-])", relative.day_of_this_month),
        ("u", r"u", relative.this_year),
        # Years.
        ("y", rf"(?:{_PREPOSITION}|{_PREPOSITION_AND_ARTICLE})U?(?P<y>y)", named.year),
        ("y", r"U?(?P<y>y)", named.bare_year),
        ("FBf de", r"(?:F|B|f)t?(?P<y>[de])(?:[ZzR&-])t?(?P<z>[de])", named.short_years),
        ("de", r"(?<=[iSAbRFBv])(?P<y>[de])", named.short_year),
        ("a", r"(?P<y>a)", named.short_year),
    )
)
"""Groups of letters of each of which one must be there, a pattern, its maker; the most specific first.

A pattern is compiled when a text first needs it, because most questions need few.
"""
