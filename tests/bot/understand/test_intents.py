"""What kind of answer is wanted."""

from __future__ import annotations

import pytest

from tests.bot.understand.question_tables import lines, read
from tests.effort import QUADRATIC, growth

INTENTS = """
how did Hungary vote on ES-11/7 => position
Hungary on ES-11/7 => position
the UK's vote on the Cuba embargo in 2023 => position
what did Brazil do on A/RES/79/7 => position
which way did the EU go on ES-11/7 => position
and Slovakia on A/RES/79/7? => position
what was the vote on ES-11/7 => roll_call
who voted against ES-11/7 => roll_call
which EU states did not back ES-11/7 => roll_call
who else abstained on ES-11/7 => roll_call
list the abstentions on ES-11/7 => roll_call
tally of A/RES/79/7 => roll_call
93-18-65 => roll_call
ES-11/7 => roll_call
the partition plan => roll_call
how many voted against ES-11/7 => roll_call
which countries sided with Russia on ES-11/7 => roll_call
was ES-11/7 adopted? => outcome
did ES-11/7 pass? => outcome
what was the outcome of ES-11/7 => outcome
did the partition plan get the two-thirds => outcome
by how much was ES-11/7 carried => outcome
did Hungary abstain on ES-11/7? => verify
is it true that nobody voted against A/RES/79/7? => verify
was ES-11/7 adopted unanimously? => verify
Hungary voted no on ES-11/7, right? => verify
did Russia veto it? => verify
Hungary vs Slovakia on ES-11/7 => compare
compare Hungary and Slovakia on ES-11/7 => compare
did France and Germany differ on ES-11/7 => compare
who flipped between A/RES/78/7 and A/RES/79/7, Hungary? => compare
how often do Hungary and Slovakia vote the same way => agreement
how often did Chile vote with Cuba since 2014 => agreement
what share of votes did France agree with Germany => agreement
overlap between the US and Israel => agreement
how often did France and the UK disagree in the council since 2000 => agreement
how often have China and Russia parted ways since 2010 => agreement
do Hungary and Serbia usually vote the same way => agreement
who votes most like Hungary => ranking
who is closest to the US => ranking
most isolated state in 2023 => ranking
which country abstained most often => ranking
who cast the most vetoes => ranking
top five no votes => ranking
how has Hungary voted on the Cuba embargo over the years => timeline
Israel on the Cuba embargo every year => timeline
since when does Hungary abstain on the Cuba embargo => timeline
when did Israel first oppose the Cuba embargo => timeline
the US on the Cuba embargo since 1992 => timeline
how many times has the US voted no on the Cuba embargo => count
how often has Israel abstained => count
number of resolutions adopted in 2023 => count
in how many votes did France abstain in 2023 => count
how many vetoes has Russia cast => count
which resolutions on Sudan were there in 2023 => search
list all votes on nuclear weapons => search
votes on nuclear weapons since 2020 => search
find resolutions about torture => search
what did the Assembly vote on in March 2022 => search
who vetoed the Syria draft => veto
which permanent member vetoed => veto
is Hungary a member of the Security Council => membership
when did Montenegro join => membership
who is on the Security Council => membership
which countries were on the Council in 1990 => membership
how far does your record go back => coverage
what do you cover => coverage
how up to date is the data => coverage
which sources do you use => coverage
hello => about
what can you do => about
thanks! => about
"""


@lines(INTENTS)
def test_the_words_ask_for(text: str, expected: str) -> None:
    assert read(text).intent.value == expected


# What the same words mean beside other words.
IN_CONTEXT = """
who voted no: Hungary or Slovakia? => roll_call
France's abstentions in 2023 => count
France's abstentions on A/RES/79/7 => position
how many votes did ES-11/7 get => roll_call
which votes differ between France and Germany => compare
"""


@lines(IN_CONTEXT)
def test_what_stands_beside_them_decides_between_two_meanings(text: str, expected: str) -> None:
    assert read(text).intent.value == expected


IN_OTHER_LANGUAGES = """
Comment la France a-t-elle voté sur A/RES/79/7 ? => position
Wie stimmte Ungarn über A/RES/79/7 ab? => position
¿Cómo votó México sobre A/RES/79/7? => position
Como votou Portugal na A/RES/79/7? => position
Come ha votato l'Italia su A/RES/79/7? => position
Qui a voté contre A/RES/79/7 ? => roll_call
Wer enthielt sich bei A/RES/79/7? => roll_call
"""


@lines(IN_OTHER_LANGUAGES)
def test_other_languages_ask_for_the_same(text: str, expected: str) -> None:
    assert read(text).intent.value == expected


@pytest.mark.parametrize(
    "piece", ["how often ", "UK UK ", "which ", "did the ", "the same way ", "list all the ", "resolutions ", "who ", "when "]
)
def test_the_work_of_a_long_line_grows_with_its_length(piece: str) -> None:
    assert growth(read, piece) < 0.6 * QUADRATIC
