"""A title is what the text is called, without what the catalogue adds."""

from __future__ import annotations

import pytest

from store.importers.titles import assembly_title, council_title

ENDINGS = [
    " : resolution / adopted by the General Assembly",
    " : resolution / adopted by the General Assemly",
    " : resolultion / adopted by the General Assembly",
    " : resoultion / adopted by the General Assembly",
    " : resolution / addopted by the General Assembly",
    " : resolution / adoped by the General Assembly",
    " : resolution /  adopted by the General Assembly",
    " : resolution / adopted by the General  Assembly",
    " : resolution / adopted by the General Assembly.",
    " : resolution / adopted by the General Assemblyv",
    " : resolution / adopted by the General",
    " : resolution / adopted by the United Nations",
    " : resolution / submitted by the General Assembly",
    " : resolution / by the General Assembly",
    " : resolutions / adopted by the General Assembly",
    " : resolution adopted by the General Assembly",
    ": resolution / adopted by the General Assembly",
    " resolution / adopted by the General Assembly",
    " resolutio / adopted by the General Assembly",
    " : decision / adopted by the General Assembly",
    " : resolution ",
    "",
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "title",
    [
        "Question of Palestine",
        "PREVENTION OF AN ARMS RACE",
        'University of Jerusalem "Al Quds"',
        "Implementation of the resolutions adopted by the General Assembly at its 10th special session",
        "Measures to limit the duration of regular sessions of the General Assembly",
        "Nuclear-weapon-free zone : report of the Conference",
        "Implementation of General Assembly resolution 33/60",
    ],
)
def test_the_ending_of_an_assembly_title_goes_and_the_rest_stays(title: str, ending: str) -> None:
    assert assembly_title(title + ending) == title


@pytest.mark.parametrize(
    ("description", "title"),
    [
        ("Security Council resolution 220 (1966) [on extension of the stationing in Cyprus]", "Extension of the stationing in Cyprus"),
        ("Security Council resolution 1546 (2004)  [endorsing the formation of a sovereign Interim Government of Iraq]", "Endorsing the formation of a sovereign Interim Government of Iraq"),
        ("Security Council resolution 1285 [2000) [on monitoring of Prevlaka]", "Monitoring of Prevlaka"),
        ("Security Council resolution 1401(2002) [on establishment of UNAMA]", "Establishment of UNAMA"),
        ("Resolution 1553 (2004) [on extension of the mandate of UNIFIL]", "Extension of the mandate of UNIFIL"),
        ("Security Council resolution 2633 [on extension until 30 Nov. 2032]", "Extension until 30 Nov. 2032"),
        ("Security Council resolution 22 (1947) [on incidents in the Corfu Channel)", "Incidents in the Corfu Channel"),
        ("Security Council resolution 1470 (2003) [on the UN Mission in Sierra Leone (UNAMSIL))", "The UN Mission in Sierra Leone (UNAMSIL)"),
        ("Security Council resolution 1202 (1998) [on the UN Observer Mission in Angola (MONUA)", "The UN Observer Mission in Angola (MONUA)"),
        ("Security Council resolution 90 (1951)", "Security Council resolution 90 (1951)"),
        ("Draft of the ten elected members for a ceasefire", "Draft of the ten elected members for a ceasefire"),
    ],
)  # fmt: skip
def test_a_council_resolution_is_called_what_stands_in_the_brackets(description: str, title: str) -> None:
    assert council_title(description) == title
