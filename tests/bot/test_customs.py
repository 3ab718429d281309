"""Dates, numbers, lists and names as newspapers of each language write them."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.customs import by_name, grouped, joined, long_date, name_in, percent

THIN, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "first_of_may", "december"),
    [
        ("en", "1 May 2024", "24 December 2025"),
        ("fr", "1er mai 2024", "24 décembre 2025"),
        ("es", "1 de mayo de 2024", "24 de diciembre de 2025"),
        ("de", "1. Mai 2024", "24. Dezember 2025"),
        ("pt", "1º de maio de 2024", "24 de dezembro de 2025"),
        ("it", "1º maggio 2024", "24 dicembre 2025"),
    ],
)
def test_a_date_is_written_out(language: str, first_of_may: str, december: str) -> None:
    assert long_date(dt.date(2024, 5, 1), language) == first_of_may
    assert long_date(dt.date(2025, 12, 24), language) == december


@pytest.mark.parametrize(
    ("language", "thousands", "ten_thousands", "share"),
    [
        ("en", "1,423", "14,230", "79.2%"),
        ("fr", f"1{THIN}423", f"14{THIN}230", f"79,2{FIXED}%"),
        ("es", "1423", "14.230", f"79,2{FIXED}%"),
        ("de", "1.423", "14.230", f"79,2{FIXED}%"),
        ("pt", "1.423", "14.230", "79,2%"),
        ("it", "1.423", "14.230", "79,2%"),
    ],
)
def test_numbers_and_shares_have_the_signs_of_the_language(language: str, thousands: str, ten_thousands: str, share: str) -> None:
    assert (grouped(1423, language), grouped(14230, language), percent(0.7918, language)) == (thousands, ten_thousands, share)


@pytest.mark.parametrize(
    ("language", "names", "last", "said"),
    [
        ("en", ["Norway", "Sweden"], "and", "Norway and Sweden"),
        ("fr", ["Norvège", "Suède", "Tchad"], "and", "Norvège, Suède et Tchad"),
        ("de", ["Niger", "Nigeria"], "or", "Niger oder Nigeria"),
        ("es", ["Suiza", "Irán"], "and", "Suiza e Irán"),
        ("es", ["Suiza", "Yemen"], "and", "Suiza y Yemen"),
        ("es", ["Suiza", "Hungría"], "and", "Suiza y Hungría"),
        ("es", ["Qatar", "Omán"], "or", "Qatar u Omán"),
        ("it", ["Cuba"], "and", "Cuba"),
    ],
)
def test_a_list_ends_with_the_word_of_the_language(language: str, names: list[str], last: str, said: str) -> None:
    assert joined(names, last, language) == said


@pytest.mark.parametrize(
    ("name", "french", "german"),
    [
        ("Hungary", "Hongrie", "Ungarn"),
        ("Iran (Islamic Republic of)", "Iran", "Iran"),
        ("Democratic Republic of the Congo", "République démocratique du Congo", "Demokratische Republik Kongo"),
        ("Burma", "Birmanie", "Birma"),
        ("USSR", "URSS", "UdSSR"),
        ("European Union", "Union européenne", "Europäische Union"),
        ("P5", "P5", "P5"),
    ],
)
def test_names_are_those_of_the_day_in_the_language(name: str, french: str, german: str) -> None:
    assert (name_in(name, "fr"), name_in(name, "de")) == (french, german)


def test_names_come_in_the_alphabet_of_the_language() -> None:
    assert by_name(["Ethiopia", "Germany", "United States"], "fr") == ["Allemagne", "États-Unis", "Éthiopie"]
    assert by_name(["Ethiopia", "Germany", "United States"], "en") == ["Ethiopia", "Germany", "United States"]
