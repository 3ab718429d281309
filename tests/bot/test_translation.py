"""The catalogue of sentences: nothing is missing in any language, nothing is left over, and no sentence is half translated."""

from __future__ import annotations

import ast
import datetime as dt
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from adapters.cli import render
from adapters.slack import render as slack_render
from bot import layout, namesakes, plain, quoting
from bot.lookup.wording import cautions, findings, offers, phrases, refusals, totals, vetoing
from bot.lookup.wording.phrases import day, state
from bot.translation import LANGUAGES, MANY, TRANSLATED, fixed, said, say, speaking, written
from bot.understand import language_tables
from store.members import load_members, load_names
from store.vote_names import load_vote_names

SPEAKING = (cautions, findings, offers, phrases, refusals, totals, vetoing, layout, namesakes, plain, quoting)

NOT_TRANSLATED = frozenset(
    {
        # Asked of positions that no choice is about.
        "did {who} not vote on {what}?",
        "did {who} have no seat for {what}?",
        "did {who} vote on {what}?",
        "who cast no vote on {what}?",
        "who had no seat for the vote on {what}?",
        "who have no position on record for {what}?",
        # A check report is in English, whatever the language of the text.
        "? unverifiable",
        "No claim about a vote at the United Nations was found in the text.",
        "The record",
        "ambiguous",
        "claim on a vote",
        "claims on votes",
        "contradicted",
        "supported",
        "unverifiable",
        "{} more of the {} claims are not shown; votedesk check shows all of them.",
        "≈ ambiguous",
        "✓ supported",
        "✗ contradicted",
    }
)
"""What is said in English in every language. A new sentence has its row in bot/translations/sentences.json, or is listed here."""

NO_SENTENCES = frozenset({"ENGLISH", "_PERMANENT", "_HOLDS", "_SAID_ALREADY", "COLOURS"})
"""Constants that are parts or names, and are never said as they stand."""
NO_WORDS = frozenset({"name", "form", "article", "The ", "the ", "the {}", "or", "time", "{count} {}"})
"""Names of parts of a pattern, and the joints of English names; "1 time" is "once"."""

ROWS: dict[str, dict[str, str]] = written("sentences.json")


def constants_of(module: ModuleType) -> Iterator[str]:
    """The texts that stand at the top of a module, alone or in tables."""
    for name, value in vars(module).items():
        if name not in NO_SENTENCES and not name.startswith("__") and name.strip("_").isupper():
            yield from texts_in(value)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str) and type(value) is str:
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in texts_in(one))
    elif isinstance(value, tuple):
        yield from (text for one in value for text in texts_in(one))


def said_in(module: ModuleType) -> Iterator[str]:
    """The texts inside the functions of a module, docstrings left out; of an f-string its words, with {} for its places."""
    for function in (node for node in tree_of(module).body if isinstance(node, ast.FunctionDef)):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        nodes = [node for statement in body for node in ast.walk(statement)]
        inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)  # type: ignore[misc]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield node.value


def fixed_in(module: ModuleType) -> Iterator[str]:
    """The texts that a renderer asks the catalogue for."""
    calls = (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call))
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "fixed":
            yield from (part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant))


def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def everything_said() -> set[str]:
    found = {text for module in SPEAKING for text in (*constants_of(module), *said_in(module))}
    for renderer in (render, slack_render):
        found.update((*constants_of(renderer), *fixed_in(renderer)))
    return {text for text in found if re.search("[A-Za-z]{2}", text)} - NO_WORDS


def decided_elsewhere() -> set[str]:
    """What store/data/ says of decisions that no body of the record took: what they are called, and who took them."""
    return {text for e in load_vote_names().entries.values() if e.elsewhere for text in (e.label, e.elsewhere.taken_by)}


def notes_of_the_data() -> set[str]:
    """What store/data/ says of groups and of those who have no vote: said with a translation where it has one."""
    members = (one["note"] for one in load_names()["non_members"] if one.get("note"))
    return {group.note for group in load_members().groups.values() if group.note} | set(members)


def rows_of(text: str) -> tuple[str, ...]:
    """The rows that a text may have: as it is, behind a count, of several."""
    return (text, f"{{count}} {text}", f"{text}{MANY}")


def test_every_sentence_has_a_translation_or_is_listed_without() -> None:
    assert {text for text in everything_said() if not any(row in ROWS for row in rows_of(text))} == NOT_TRANSLATED


def test_what_the_data_say_of_a_group_is_translated_where_the_group_has_members() -> None:
    groups = [group for group in load_members().groups.values() if group.spans and group.note]
    assert [group.key for group in groups if group.note not in ROWS] == []


def test_decisions_taken_elsewhere_are_told_in_every_language() -> None:
    assert decided_elsewhere() - set(ROWS) == set()


def test_every_row_is_said() -> None:
    used = {row for text in everything_said() for row in rows_of(text)} | {"and", "; "}
    used |= notes_of_the_data() | decided_elsewhere()
    notes = {"Note", "Assumed"}  # as bare labels, for front ends
    assert set(ROWS) - used - notes == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_row_speaks_every_language(language: str) -> None:
    assert [english for english, row in ROWS.items() if not row.get(language)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_the_places_of_its_sentence(language: str) -> None:
    def places(text: str) -> set[str | None]:
        return {place for _, place, _, _ in string.Formatter().parse(text) if place is not None}

    assert [english for english, row in ROWS.items() if places(english) != places(row[language])] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nobody_who_did_not_vote_abstained_or_was_absent(language: str) -> None:
    wrong = re.compile("absten|abstain|absç|enthalt|asten|absen|abwesend|ausent|assent[ei]", re.IGNORECASE)
    keys = [key for key in ROWS if re.search("non-voting|not voting|cast no vote", key) and len(key) < 60]
    assert len(keys) > 5
    assert [ROWS[key][language] for key in keys if wrong.search(ROWS[key][language])] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_state_has_its_name(language: str) -> None:
    names = {period.name for one in load_members().by_code.values() for period in one.names}
    names |= {one.short for one in load_members().by_code.values()}
    known = written("cldr.json")["states"] | written("names.json")["former"]
    assert {name for name in names if not known.get(name, [""] * 5)[TRANSLATED.index(language)]} == set()


def test_every_group_with_members_has_its_name() -> None:
    same_everywhere = {
        "AUKUS",
        "Benelux",
        "BRICS",
        "CANZ",
        "CARICOM",
        "E3",
        "ECOWAS",
        "Five Eyes",
        "G20",
        "G7",
        "G8",
        "P3",
        "SAARC",
    }
    named = {group.name for group in load_members().groups.values() if group.spans}
    assert named - set(written("names.json")["groups"]) == same_everywhere


def test_no_two_states_of_one_day_share_a_name() -> None:
    known = written("cldr.json")["states"] | written("names.json")["former"]
    for column in range(len(TRANSLATED)):
        for on in (dt.date(1960, 1, 1), dt.date(1988, 1, 1), dt.date(2025, 1, 1)):
            named = [known[one.name_on(on)][column] for one in load_members().by_code.values() if one.was_member(on)]
            assert len(set(named)) == len(named)


@said
def _without_a_row() -> str:
    return say("{state} is on nobody's list of {day}.", state=state("United States"), day=day(dt.date(2025, 2, 1)))


@said
def _with_a_part_without_a_row() -> str:
    return say("{state} had no seat on {day}.", state=state("Hungary"), day=say("no day"))


def test_a_sentence_without_a_translation_is_english_as_a_whole() -> None:
    with speaking("fr"):
        assert _without_a_row() == "the United States is on nobody's list of 1 February 2025."
        assert _with_a_part_without_a_row() == "Hungary had no seat on no day."


def test_words_outside_a_sentence_are_english() -> None:
    with speaking("de"):
        assert day(dt.date(2025, 2, 1)) == "1 February 2025"


def test_a_sentence_is_worded_in_the_language_of_its_reply_and_only_there() -> None:
    with speaking("de"):
        assert cautions.no_seat("Hungary", dt.date(2025, 2, 1)) == "Ungarn: am 1. Februar 2025 ohne Sitz."
    assert cautions.no_seat("Hungary", dt.date(2025, 2, 1)) == "Hungary had no seat on 1 February 2025."


def test_an_unknown_language_is_english() -> None:
    with speaking("tlh"):
        assert fixed("Source") == "Source"


def test_replies_speak_the_languages_that_are_understood() -> None:
    assert ("en", *language_tables.LANGUAGES) == LANGUAGES


def test_french_signs_stay_with_their_words() -> None:
    with speaking("fr"):
        assert cautions.renamed("Burma", "Myanmar") == "Birmanie\N{NO-BREAK SPACE}: aujourd'hui Myanmar."
