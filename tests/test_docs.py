"""The docs cannot rot: every setting, command, option and intent is in them, the locks are clean, links lead somewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from adapters.cli.main import app
from adapters.cli.render import plain_lines
from adapters.settings import Settings, read_settings, variable
from adapters.startup import open_desk
from bot.question import Intent
from bot.reply import Reply, RollCallOut, VoteOut
from store.facts import Position

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]


@cache
def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def project() -> dict[str, Any]:
    return tomllib.loads(text_of("pyproject.toml"))


def test_the_readme_is_short() -> None:
    assert len(text_of("README.md").splitlines()) < 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_heading_leads_to_one(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#\s:]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        there = (page.parent / target if target else page).read_text(encoding="utf-8")
        assert anchor in {anchor_of(heading) for heading in re.findall(r"^#+ (.+)$", there, flags=re.MULTILINE)}


def anchor_of(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_table_of_settings_is_the_settings_class() -> None:
    rows = re.findall(r"^\| `([A-Z]+_[A-Z_]+)` \| .+? \| (.+) \|$", text_of("docs/running.md"), flags=re.MULTILINE)
    assert rows == [(variable(name), field.description) for name, field in Settings.model_fields.items()]


def test_every_intent_is_explained_in_the_contract() -> None:
    assert named_in_table("## Intents", "## Rules") == [intent.value for intent in Intent]


def test_the_contract_names_every_field_of_the_reply() -> None:
    contract = text_of("docs/contract.md")
    assert named_in_table("## The reply", "## Its parts") == list(Reply.model_fields)
    assert "{" + ", ".join(RollCallOut.model_fields) + "}" in contract
    assert "{" + ", ".join(VoteOut.model_fields) + "}" in contract
    assert all(f"`{position}`" in contract for position in Position)


def named_in_table(heading: str, next_heading: str) -> list[str]:
    """What the first column of the contract's tables between two headings names, in order."""
    section = text_of("docs/contract.md").partition(f"{heading}\n")[2].partition(f"\n{next_heading}")[0]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


def test_every_file_that_comes_with_the_program_is_described() -> None:
    section = text_of("docs/data.md").partition("## What comes with the program\n")[2].partition("\n## ")[0]
    first_cells = re.findall(r"^\| (`.+?`) \|", section, flags=re.MULTILINE)
    described = {name for cell in first_cells for name in re.findall(r"`([^`]+)`", cell)}
    folders = (ROOT / "store" / "data", ROOT / "bot" / "translations")
    assert described == {path.name for folder in folders for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "file",
    [
        "store/data/starter.json",
        "store/data/foreign_names.json",
        "store/data/languages.json",
        "store/data/plain_words.txt",
        "store/data/common_words.txt",
        "bot/translations/cldr.json",
    ],
)
def test_what_others_made_is_named_with_its_terms(file: str) -> None:
    assert file in text_of("NOTICE")


def test_every_benchmark_is_described() -> None:
    section = text_of("docs/running.md").partition("## Measuring\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"benchmarks/\w+\.py", section)) == {f"benchmarks/{path.name}" for path in ROOT.glob("benchmarks/*.py")}


@pytest.mark.parametrize("page", ["docs/architecture.md", "docs/data.md", "docs/running.md", "CONTRIBUTING.md"])
def test_every_path_that_a_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"\b((?:adapters|benchmarks|bot|scripts|store|tests)/[\w/.]*\w/?)", text_of(page)))
    assert named
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_every_module_that_the_architecture_names_is_there() -> None:
    modules = {path.stem for tree in ("adapters", "bot", "store") for path in (ROOT / tree).rglob("*.py")}
    named = re.findall(r"`(?:[\w/]+/)?(\w+)\.py`|`(by_\w+)`", text_of("docs/architecture.md"))
    assert named
    assert {stem or way for stem, way in named} <= modules


def test_the_changelog_keeps_its_form() -> None:
    headings = re.findall(r"^### (.+)$", text_of("CHANGELOG.md"), flags=re.MULTILINE)
    assert "## Unreleased" in text_of("CHANGELOG.md")
    assert set(headings) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def locked(path: Path) -> dict[str, Version]:
    """Package -> pinned version."""
    pins = re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in pins}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_name_no_address_and_pin_every_package_by_hash(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|^-|--(extra-)?index|--find-links|^#", text, flags=re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize(
    ("lock", "groups"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])], ids=["requirements.lock", "requirements-dev.lock"]
)
def test_locks_satisfy_the_project(lock: Path, groups: list[str]) -> None:
    wanted = [*project()["project"]["dependencies"], *project()["project"]["optional-dependencies"]["postgres"]]
    for group in groups:
        wanted += [line for line in project()["dependency-groups"][group] if isinstance(line, str)]
    pins = locked(lock)
    for requirement in map(Requirement, wanted):
        assert pins[canonicalize_name(requirement.name)] in requirement.specifier


def test_the_development_lock_pins_what_the_plain_lock_pins() -> None:
    assert locked(LOCKS[0]).items() <= locked(LOCKS[1]).items()


def test_the_package_takes_along_every_file_that_the_program_reads() -> None:
    patterns = project()["tool"]["setuptools"]["package-data"]["*"]
    beside_code = [path for tree in ("adapters", "bot", "store") for path in (ROOT / tree).rglob("*.*") if path.is_file()]
    others = {path.suffix for path in beside_code if "__pycache__" not in path.parts} - {".py"}
    assert others == {pattern.removeprefix("*") for pattern in patterns}


def test_nothing_names_a_package_registry_or_a_path_of_one_machine() -> None:
    # Spelt in two halves, so that this test does not find itself.
    unwanted = re.compile("|".join(("py" + r"pi\.org", "python" + r"hosted", "/ho" + "me/", "/ro" + r"ot/")))
    named = [page.name for page in [*PAGES, *LOCKS, ROOT / "Makefile", ROOT / "Dockerfile", ROOT / "pyproject.toml"]]
    assert not [name for name in named if unwanted.search(text_of(name if (ROOT / name).exists() else f"docs/{name}"))]


def test_every_command_and_option_is_documented() -> None:
    row = r"^\| `votedesk ([a-z]+(?: [a-z]+)?)[^|]*` \| [^|]+ \|(.*)\|$"
    documented = dict(re.findall(row, text_of("docs/running.md"), flags=re.MULTILINE))
    commands = dict(commands_of(typer.main.get_group(app)))
    assert list(documented) == list(commands)
    for name, command in commands.items():
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert set(re.findall(r"--\w+", documented[name])) == options - {"--help"}


def commands_of(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Commands under their whole names: "serve slack"."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_of(command, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_in_the_docs_is_a_command(page: Path) -> None:
    lines = re.findall(r"^ +(?:\$ )?votedesk (\S+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(lines) <= set(typer.main.get_group(app).commands)


def test_the_exchange_in_the_readme_is_what_the_program_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("VOTEDESK_DATABASE_URL", raising=False)
    (question, shown), *others = re.findall(
        r'^    \$ votedesk ask "(.+)"\n((?:(?:    .*)?\n)+)', text_of("README.md"), flags=re.MULTILINE
    )
    with open_desk(read_settings()) as desk:
        printed = "\n".join(plain_lines(desk.ask(question).card))
    # Long lines are broken for the page; what is held equal are the words and their order.
    assert shown.split() == printed.split(), "run: python -m scripts.readme_exchange"
    assert others == []


def test_the_makefile_asks_the_question_of_the_readme() -> None:
    asked = re.search(r"^Q \?= (.+)$", text_of("Makefile"), flags=re.MULTILINE)
    assert asked is not None
    assert f'$ votedesk ask "{asked[1]}"' in text_of("README.md")
