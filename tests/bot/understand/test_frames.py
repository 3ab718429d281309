"""What stands around a question goes, and the desk's shorthand becomes plain words."""

from __future__ import annotations

import pytest

from bot.understand.frames import without_frame

LEFT = """
radio news here how did Namibia vote => how did Namibia vote
for my essay: how did Mali vote => how did Mali vote
Dear sir, how did Mali vote? => how did Mali vote?
data desk: number of Chinese vetoes => number of Chinese vetoes
sub here. copy says "Mali and Niger opposed it", right? => claim: "Mali and Niger opposed it", right?
Viral post: "Mali voted no on ES-11/1" => claim: "Mali voted no on ES-11/1"
An MEP said no African state voted against ES-11/1. Verify => claim: no African state voted against ES-11/1. Verify
The minister claimed our country was alone => claim: our country was alone
"Mali stood alone" - supported by the record? => "Mali stood alone" - is that true?
Mali voted no. Fact or fiction? => Mali voted no, true or false?
the Moldova text, passed or nah?? => the Moldova text, was it adopted?
count: adopted GA resolutions on which Mali voted no => how many adopted GA resolutions on which Mali voted no
N of Council resolutions on which Mali abstained => number of Council resolutions on which Mali abstained
thumbs up or down from Mali on ES-11/1? => vote of Mali on ES-11/1?
which side was Mali on when the Assembly condemned it => how did Mali vote on Assembly condemned it
When the Assembly branded it, where was Rangoon? => When the Assembly branded it, how did Rangoon vote?
Mali voted for, not against, ES-11/1 => Mali voted for ES-11/1
Mali voted against asking the World Court for an opinion on it => Mali voted against asking the ICJ about it
"""
KEPT = """
The minister said no to the text
Mali: how did it vote?
Claim to check, Mali abstained
true or false: Mali abstained
Gaza, Mali, how did it vote
no, the paper on Gaza
A draft opposed, not supported by Mali, failed
"""


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", _lines(LEFT))
def test_the_question_is_left(line: str) -> None:
    written, left = line.split(" => ")
    assert without_frame(written) == left


@pytest.mark.parametrize("text", _lines(KEPT))
def test_what_may_be_the_matter_stays(text: str) -> None:
    assert without_frame(text) == text
