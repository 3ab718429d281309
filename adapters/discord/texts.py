"""An English text of the Discord front end -> the same in the reader's language. The table is texts.json; English is its key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

ENGLISH = "en"
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "de": "Deutsch", "pt": "Português", "it": "Italiano"}
"""Those that the core understands, under their own names."""


def say(english: str, language: str = ENGLISH, **facts: object) -> str:
    """The text with its facts filled in; English where the language has none."""
    text = translations().get(english, {}).get(language, english)
    return text.format(**facts) if facts else text


def language_of(locale: str | None) -> str:
    """"pt-BR" -> "pt"; English where Discord's locale is none of ours."""
    language = (locale or ENGLISH).partition("-")[0]
    return language if language in LANGUAGES else ENGLISH


@cache
def translations() -> Mapping[str, Mapping[str, str]]:
    """English text -> language -> text."""
    table: dict[str, dict[str, str]] = json.loads(files(__package__).joinpath("texts.json").read_text(encoding="utf-8"))
    return table
