"""The datasets that statements come from: how each publisher asks to be cited, and whose word goes first."""

from __future__ import annotations

from dataclasses import dataclass

from store.facts import Body


@dataclass(frozen=True, slots=True)
class Dataset:
    """A source of statements. `precedence`: of two statements on one roll call, the lower number's facts are shown.

    `citation` is the form that the publisher asks for, without the date of access. `body` is None where several are covered.
    """

    key: str
    title: str
    citation: str
    url: str
    body: Body | None
    precedence: int
    beside: bool = False
    """Never decides: what it says of a roll call that another dataset has is only compared."""
    many: bool = False
    """Any number of its statements may be on one roll call: they bring remarks, and no facts."""


UNDL_GA = Dataset(
    key="undl_ga",
    title="UN Digital Library, General Assembly voting data",
    citation="United Nations Dag Hammarskjöld Library, General Assembly Voting Data, United Nations, "
    "https://digitallibrary.un.org/record/4060887",
    url="https://digitallibrary.un.org/record/4060887",
    body=Body.GA,
    precedence=1,
)
UNDL_SC = Dataset(
    key="undl_sc",
    title="UN Digital Library, Security Council voting data",
    citation="United Nations Dag Hammarskjöld Library, Security Council Voting Data, United Nations, "
    "https://digitallibrary.un.org/record/4055387",
    url="https://digitallibrary.un.org/record/4055387",
    body=Body.SC,
    precedence=1,
)
# The outcomes file is published with the voting data, in the same record.
UNDL_GA_OUTCOMES = Dataset(
    key="undl_ga_outcomes",
    title="UN Digital Library, General Assembly voting data: outcome of each resolution",
    citation=UNDL_GA.citation,
    url=UNDL_GA.url,
    body=Body.GA,
    precedence=2,
)
UNDL_RECORD = Dataset(
    key="undl_record",
    title="UN Digital Library, single voting records",
    citation="United Nations Dag Hammarskjöld Library, Voting Data, United Nations, https://digitallibrary.un.org/",
    url="https://digitallibrary.un.org/",
    body=None,
    precedence=2,
)
OHCHR = Dataset(
    key="ohchr",
    title="OHCHR library, votes of the Human Rights Council and the Commission on Human Rights",
    citation="United Nations, Office of the High Commissioner for Human Rights, Library, Voting Collection "
    "(as a table: OHCHR Voting Records, https://doi.org/10.5281/zenodo.21281232), https://searchlibrary.ohchr.org/",
    url="https://searchlibrary.ohchr.org/",
    body=None,
    precedence=1,
)
# It says nothing of votes: its precedence is over store/data/members.json, see `store.importers.merge_names`.
UNDL_NAMES = Dataset(
    key="undl_names",
    title="UN Digital Library, names of the member states",
    citation="United Nations Dag Hammarskjöld Library, United Nations Member States, United Nations, "
    "https://digitallibrary.un.org/record/4082085",
    url="https://digitallibrary.un.org/record/4082085",
    body=None,
    precedence=1,
)
STARTER = Dataset(
    key="starter",
    title="VoteDesk starter record",
    citation="VoteDesk starter record, after United Nations Dag Hammarskjöld Library, General Assembly and Security Council "
    "Voting Data, and the sources named with each vote",
    url="https://digitallibrary.un.org/",
    body=None,
    precedence=3,
)

DPPA = Dataset(
    key="dppa",
    title="UN Peace & Security Data Hub, vetoes in the Security Council",
    citation="United Nations, Department of Political and Peacebuilding Affairs, Security Council Vetoes (DPPA-SCVETOES), "
    "UN Peace & Security Data Hub, https://psdata.un.org/dataset/DPPA-SCVETOES",
    url="https://psdata.un.org/dataset/DPPA-SCVETOES",
    body=Body.SC,
    precedence=4,
)

VOETEN = Dataset(
    key="voeten",
    title="Voeten, United Nations General Assembly Voting Data (academic)",
    citation="Erik Voeten, Anton Strezhnev, Michael Bailey, United Nations General Assembly Voting Data, Harvard Dataverse, "
    "hdl:1902.1/12379, https://doi.org/10.7910/DVN/LEJUQZ",
    url="https://doi.org/10.7910/DVN/LEJUQZ",
    body=Body.GA,
    precedence=6,
    beside=True,
)
DESK = Dataset(
    key="desk",
    title="Notes of this desk",
    citation="Notes of this newsroom's desk, each with its own source, https://digitallibrary.un.org/",
    url="https://digitallibrary.un.org/",
    body=None,
    precedence=9,
    beside=True,
    many=True,
)

DATASETS: dict[str, Dataset] = {
    d.key: d for d in (UNDL_GA, UNDL_SC, UNDL_RECORD, OHCHR, UNDL_GA_OUTCOMES, UNDL_NAMES, STARTER, DPPA, VOETEN, DESK)
}


def is_kept_up(dataset: str, body: Body) -> bool:
    """Whether a newer file is to be expected: the Commission ended in 2006, and notes and single records are no editions."""
    return dataset in (UNDL_GA.key, UNDL_SC.key, UNDL_GA_OUTCOMES.key, OHCHR.key, DPPA.key) and body is not Body.CHR
