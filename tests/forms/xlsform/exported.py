"""A filled form and its exports, to be damaged."""

import csv
import io
import re
import zipfile
from functools import cache

from tests.forms.xlsform import servers
from tests.forms.xlsform.phone import Form, Sitting
from tests.forms.xlsform.test_round_trip import blank_form

from scalecheck.forms.filled import Filled
from scalecheck.forms.xlsform import find_mark, read

NAME = "is-echelle"
LEVEL, NOTE = "q_ampleur_besoin__answer", "q_ampleur_besoin__note"


def sent(form: Form):
    sitting = Sitting(form)
    for name, text in {
        "s_title": "Cuisines",
        LEVEL: "2",
        NOTE: "Été; « hiver »\n=2",
        "f_visee": "more_people same_place",
        "s_date": "2026-10-15",
    }.items():
        sitting.fill(name, text)
    sitting.repeat("r_NEW", {"r_NEW__title": "Portrait", "r_NEW__grade": "documented"})
    sitting.repeat("g_milieux__NEW", {"g_milieux__NEW__title": "École Ä"})
    return sitting.send()


def results(data: bytes) -> tuple[Filled, ...]:
    asked, _ = blank_form(NAME)
    mark = find_mark(data, "export")
    assert mark is not None
    return read(data, asked, mark)


def codes(data: bytes) -> list[str]:
    return [one.code for filled in results(data) for one in filled.misread]


def odk_csv() -> bytes:
    """The one CSV of a form whose repeated parts are empty."""
    form, _ = made()
    sitting = Sitting(form)
    for name, text in {LEVEL: "2", NOTE: "Été; « hiver »\n=2", "s_date": "2026-10-15"}.items():
        sitting.fill(name, text)
    with zipfile.ZipFile(io.BytesIO(servers.odk_zip(form, [sitting.send()]))) as archive:
        return archive.read("form.csv")


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def text(rows: list[list[str]], separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def column(rows: list[list[str]], name: str) -> int:
    return next(n for n, head in enumerate(rows[0]) if re.split("[-/]", head)[-1] == name)


@cache
def made():
    """The blank form of the default rubric, and one submission."""
    _, form = blank_form(NAME)
    return form, sent(form)
