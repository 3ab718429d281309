"""What is read of a text, whatever it is written in, and that every place in it is a place of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.check.prose import prose_of, sentences


def sentences_in(text: str) -> list[str]:
    prose = prose_of(text)
    return [" ".join(prose.text[s.start : s.end].split()) for s in sentences(prose)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungary voted no. Slovakia voted yes.", ["Hungary voted no.", "Slovakia voted yes."]),
        ("The U.N. General Assembly met.", ["The UN General Assembly met."]),
        ("It came before the U.N. The vote was 93-18.", ["It came before the UN.", "The vote was 93-18."]),
        ("On Feb. 24 it voted. Res. 2774 passed!", ["On Feb. 24 it voted.", "Res. 2774 passed!"]),
        ("A headline\n\nA text that\r\ngoes on.", ["A headline", "A text that goes on."]),
        ("<p>93 <b>votes</b></p><p>18 against</p>", ["93 votes", "18 against"]),
        ("<style>p {color: red}</style>Russia<script>vote()</script> voted", ["Russia", "voted"]),
        (
            "# Votes\n\n- **Hungary** voted _no_\n- [Slovakia](https://example.org/a_(b)) yes",
            ["Votes", "Hungary voted no", "Slovakia yes"],
        ),
        ("C&ocirc;te d&#39;Ivoire &amp; Mali", ["Côte d'Ivoire & Mali"]),
        ("Tu\u0308rkiye “abstained”", ['Türkiye "abstained"']),
    ],
)
def test_sentences_without_markup(text: str, expected: list[str]) -> None:
    assert sentences_in(text) == expected


def test_a_place_is_that_of_the_text_as_given() -> None:
    given_text = "🙂\r\n<p>Tu\u0308rkiye &amp; <i>Iran</i></p>"
    prose = prose_of(given_text)
    start = prose.text.index("Türkiye")
    first, last = prose.place(start, prose.text.index("Iran") + 4)
    assert given_text[first:last] == "Tu\u0308rkiye &amp; <i>Iran"


MARKUP = st.sampled_from(
    [
        "<p>",
        "</b>",
        "&amp;",
        "&nbsp;",
        "**",
        "\r\n",
        "\n\n",
        "🇭🇺",
        "u\u0308",
        "U.N. ",
        "“",
        "\u200b",
        "<!--",
        "](",
        "[x](http://a.b)",
        ". ",
    ]
)


@given(st.lists(st.one_of(MARKUP, st.text(max_size=12)), max_size=30).map("".join))
def test_every_character_read_has_a_place_and_places_never_go_back(text: str) -> None:
    prose = prose_of(text)
    assert len(prose.text) == len(prose.starts) == len(prose.ends)
    assert list(prose.starts) == sorted(prose.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(prose.starts, prose.ends, strict=True))
    for stretch in sentences(prose):
        assert 0 <= stretch.start < stretch.end <= len(prose.text)
