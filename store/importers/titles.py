"""The library's catalogue titles -> the titles that are shown."""

from __future__ import annotations

import re

_WORD = r"(?:resol\w*|resoul\w*|decisions?)"
_ADOPTED = r"(?:\w+\s+)?by\s+the\s+(?:General|United)(?:\s+\w+)?\s*\.?"
# The catalogue ends Assembly titles in " : resolution / adopted by the General Assembly", with some 90 faulty variants
# ("Assemly", "resolultion", "submitted by", no colon, no slash). A colon or a slash must be there: "the resolutions adopted
# by the General Assembly" may be a title's own words.
_ASSEMBLY_ENDING = re.compile(rf"(?:\s*:\s*{_WORD}(?:\s*/?\s*{_ADOPTED})?|\s+{_WORD}\s*/\s*{_ADOPTED})\s*$", re.IGNORECASE)

# "Security Council resolution 1285 [2000) [on monitoring ...]": the year may itself be in the wrong brackets.
_COUNCIL_DESCRIPTION = re.compile(
    r"^(?:Security Council )?resolution\s+(?P<number>\d+)\s*(?:[(\[]\d{4}[)\]])?\s*\[(?P<subject>.+)$", re.IGNORECASE | re.DOTALL
)


def assembly_title(title: str) -> str:
    """ "Question of Palestine : resolution / adopted by the General Assembly" -> "Question of Palestine"."""
    return _ASSEMBLY_ENDING.sub("", title).strip() or title


def council_title(description: str) -> str:
    """ "Security Council resolution 1 (1946) [on establishment of ...]" -> "Establishment of ...". Without a bracket, all of it.

    The library's descriptions are its own summaries: resolutions of the Council have no titles.
    """
    match = _COUNCIL_DESCRIPTION.match(description)
    if match is None:
        return description
    subject = _without_last_bracket(match["subject"].strip()).removeprefix("on ").strip()
    return subject[:1].upper() + subject[1:] if subject else description


def described_number(description: str) -> int | None:
    """The resolution number that a Council description names; in some records it is another resolution's."""
    match = re.match(r"(?:Security Council )?resolution\s+(\d+)", description, re.IGNORECASE)
    return int(match[1]) if match else None


def _without_last_bracket(text: str) -> str:
    # Some descriptions close with ")" or not at all: "[on renewal of the mandate of ... (UNDOF)".
    if text.endswith("]"):
        return text[:-1]
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text
