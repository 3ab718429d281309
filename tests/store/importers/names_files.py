"""Makes small files in both layouts of the library's names of member states, as bytes. The rows are facts about states."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

OLD_HEADINGS = (
    "", "Member State", "M49 Code", "ISO Code", "Start date", "End date", "Other Names", "Earlier or Later Name",
    "Earlier (a) or Later (b)", "Geographic Term", "Membership Document Symbol", "Scope Note", "French", "Spanish", "Arabic",
    "Chinese", "Russian",
)  # fmt: skip
NEW_HEADINGS = (
    "record_id", "member_state", "name_status", "m49", "iso", "start_date", "end_date", "other_names", "earlier_names",
    "later_names", "geographic_term", "french", "spanish", "arabic", "chinese", "russian",
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    """One row, in either layout. Days and lists as the new layout has them, with bars."""

    name: str
    iso: str
    first: str
    last: str = ""
    other: str = ""
    earlier: str = ""
    later: str = ""
    fr: str = ""
    es: str = ""
    ar: str = ""
    zh: str = ""
    ru: str = ""
    status: str = ""


UPPER_VOLTA = Name("Upper Volta", "HVO", "1960-09-20", "1984-08-03", later="Burkina Faso", fr="Haute-Volta", es="Alto Volta", ru="Верхняя Вольта")
BURKINA = Name("Burkina Faso", "BFA", "1984-08-04", earlier="Upper Volta", fr="Burkina Faso", es="Burkina Faso", ru="Буркина-Фасо", zh="布基纳法索")
EGYPT = Name("Egypt", "EGY", "1945-10-24|1971-09-02", "1958-02-21", other="Arab Republic of Egypt", fr="Égypte", es="Egipto", ar="مصر", zh="埃及", ru="Египет")
UAR = Name("United Arab Republic", "UAR", "1958-02-22", "1971-09-01", earlier="Egypt|Syria", later="Egypt|Syria", fr="République arabe unie")
IVORY_COAST = Name("Ivory Coast", "CIV", "1960-09-20", "1985-11-05", later="Côte d'Ivoire", es="Costa de Marfil")
COTE_DIVOIRE = Name("Côte d'Ivoire", "CIV", "1985-11-06", earlier="Ivory Coast", fr="Côte d'Ivoire", es="Côte d'Ivoire", ru="Кот-д'Ивуар", zh="科特迪瓦")
USSR = Name("USSR", "SUN", "1945-10-24", "1991-12-24", other="Union of Soviet Socialist Republics|Soviet Union", later="Russian Federation", fr="URSS")
RUSSIA = Name("Russian Federation", "RUS", "1991-12-24", earlier="USSR", fr="Fédération de Russie", es="Federación de Rusia", ru="Российская Федерация", zh="俄罗斯联邦", ar="الاتحاد الروسي")
KOREA = Name("Republic of Korea", "KOR", "1991-09-17", other="Korea, Republic of|South Korea", fr="République de Corée", ru="Республика Корея", zh="大韩民国")
BYELORUSSIA = Name("Byelorussian Soviet Socialist Republic", "BYS", "1945-10-24", "1991-09-18", later="Belarus", fr="République socialiste soviétique de Biélorussie")
BELARUS = Name("Belarus", "BLR", "1991-09-19", earlier="Byelorussian Soviet Socialist Republic", fr="Bélarus", es="Belarús", ru="Беларусь", zh="白俄罗斯")
NIGERIA = Name("Nigeria", "NGA", "1960-10-07", other="Federal Republic of Nigeria", fr="Nigéria", es="Nigeria", ru="Нигерия", zh="尼日利亚", ar="نيجيريا")
HUNGARY = Name("Hungary", "HUN", "1955-12-14", fr="Hongrie", es="Hungría", ru="Венгрия", zh="匈牙利", ar="هنغاريا")
NAMES = (UPPER_VOLTA, BURKINA, EGYPT, UAR, IVORY_COAST, COTE_DIVOIRE, USSR, RUSSIA, KOREA, BYELORUSSIA, BELARUS, NIGERIA, HUNGARY)

# Of states to come, as a file of a later year might have them.
NEW_NAME = (
    Name("Fiji", "FJI", "1970-10-13", "2026-05-31", later="Vitilevu Republic", fr="Fidji"),
    Name("Vitilevu Republic", "FJI", "2026-06-01", earlier="Fiji", fr="République de Vitilevu", es="República de Vitilevu", ru="Республика Витилеву", zh="维提岛共和国"),
)
NEW_MEMBER = Name("Bougainville", "BGV", "2026-09-15", other="Autonomous Bougainville", fr="Bougainville", ru="Бугенвиль", zh="布干维尔")
OBSERVER = Name("State of Palestine", "PSE", "2012-11-29", fr="État de Palestine", status="observer")


def new_layout(names: Iterable[Name] = NAMES, headings: tuple[str, ...] = NEW_HEADINGS) -> bytes:
    """Since August 2026."""
    return _csv(headings, (_cells(n) for n in names))


def old_layout(names: Iterable[Name] = NAMES, *, american: bool = False, mark: bool = True) -> bytes:
    """Until spring 2026; `american`: with days as 9/20/60."""
    rows = []
    for number, name in enumerate(names):
        cells = _cells(name)
        near = [*((n, "a") for n in _list(name.earlier)), *((n, "b") for n in _list(name.later))]
        rows.append({
            "": str(number), "Member State": name.name, "ISO Code": name.iso, "M49 Code": "1",
            "Start date": _days(name.first, american), "End date": _days(name.last, american),
            "Other Names": ", ".join(_list(name.other)), "Geographic Term": name.name.upper(),
            "Earlier or Later Name": ", ".join(n for n, _ in near), "Earlier (a) or Later (b)": ", ".join(w for _, w in near),
            "Membership Document Symbol": "" if name.status else "A/RES/1(I)", "French": cells["french"], "Spanish": cells["spanish"], "Arabic": cells["arabic"], "Chinese": cells["chinese"],
            "Russian": cells["russian"],
        })  # fmt: skip
    return (b"\xef\xbb\xbf" if mark else b"") + _csv(OLD_HEADINGS, rows)


def _cells(name: Name) -> dict[str, str]:
    return {
        "record_id": "1", "member_state": name.name, "m49": "1", "iso": name.iso, "start_date": name.first, "end_date": name.last,
        "other_names": name.other, "earlier_names": name.earlier, "later_names": name.later, "geographic_term": name.name.upper(),
        "name_status": name.status or ("fn" if len(_list(name.first)) == len(_list(name.last)) else "ms"), "french": name.fr, "spanish": name.es, "arabic": name.ar, "chinese": name.zh, "russian": name.ru,
    }  # fmt: skip


def _list(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _days(cell: str, american: bool) -> str:
    return ", ".join(_american(day) if american else day for day in _list(cell))


def _american(day: str) -> str:
    year, month, of_month = day.split("-")
    return f"{int(month)}/{int(of_month)}/{year[2:]}"


def _csv(headings: tuple[str, ...], rows: Iterable[dict[str, str]]) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, headings, restval="", extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode()
