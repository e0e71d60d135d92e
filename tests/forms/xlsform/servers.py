"""The exports of KoboToolbox and of ODK Central, in small: what they document, column by column.

KoboToolbox: CSV with `;`, a workbook with a sheet a repeated part, JSON with paths as keys.
ODK Central: a zip of CSV with `,`, OData.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import xlsxwriter
from tests.forms.xlsform.phone import TODAY, Field, Form, Submission, leaves, repetitions, short


class Style(NamedTuple):
    """The choices that an export asks for."""

    language: str = ""  # "" for XML names and values
    groups: bool = True
    joined: bool = True  # the column of a multiple choice
    split: bool = True  # one column a choice


BARE = Style()


def columns(form: Form, field: Field, style: Style, under: str = "") -> list[str]:
    if style.language:
        name = field.labels.get(style.language) or field.name
    else:
        name = short(form, field.path) if style.groups else field.name
    if not field.is_many:
        return [name]
    said = [one.get(style.language) or code for code, one in field.choices.items()]
    return [*([name] if style.joined else []), *(f"{name}/{s}" for s in said if style.split)]


def values(field: Field, text: str | None, style: Style) -> list[str]:
    def say(code: str) -> str:
        return field.choices.get(code, {}).get(style.language) or code

    if not field.is_many:
        return [say(text or "")] if field.choices else [text or ""]
    chosen = (text or "").split()
    ticks = [str(int(code in chosen)) if text is not None else "" for code in field.choices]
    return [
        *([" ".join(map(say, chosen))] if style.joined else []),
        *(ticks if style.split else []),
    ]


_KOBO = ("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status")
_KOBO += ("_submitted_by", "__version__", "_tags", "_index")


def _kobo_meta(number: int) -> list[str]:
    time = f"{TODAY}T14:02:0{number % 10}"
    return [
        str(1000 + number),
        f"uuid-{number}",
        time,
        "",
        "",
        "submitted_via_web",
        "",
        "v1",
        "",
        str(number),
    ]


def kobo_tables(form: Form, sent: Sequence[Submission], style: Style) -> dict[str, list[list[str]]]:
    """The tables of Kobo: that of the submissions, then one a repeated part."""
    heads = [c for f, _ in leaves(form, sent[0]) for c in columns(form, f, style)]
    tables = {"submissions": [[*heads, *_KOBO]]}
    index: dict[str, int] = {}
    for number, one in enumerate(sent, 1):
        row = [v for f, t in leaves(form, one) for v in values(f, t, style)]
        tables["submissions"].append([*row, *_kobo_meta(number)])
        for path, parts in repetitions(form, one):
            name = path.rsplit("/", 1)[-1]
            fields = [f for f in form.fields.values() if f.path.startswith(f"{path}/")]
            head = [c for f in fields for c in columns(form, f, style)]
            extra = ["_index", "_parent_table_name", "_parent_index", "_submission__id"]
            table = tables.setdefault(name[:31], [[*head, *extra]])
            for part in parts:
                index[name] = index.get(name, 0) + 1
                row = [v for f, t in leaves(form, part, path) for v in values(f, t, style)]
                table.append(
                    [*row, str(index[name]), "submissions", str(number), str(1000 + number)]
                )
    return tables


def kobo_csv(form: Form, sent: Sequence[Submission], style: Style = BARE) -> bytes:
    """Kobo's CSV: every text quoted, `;` between; repeated parts are left out."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
        kobo_tables(form, sent, style)["submissions"]
    )
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def kobo_xlsx(form: Form, sent: Sequence[Submission], style: Style = BARE) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, table in kobo_tables(form, sent, style).items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(table):
                for column, text in enumerate(line):
                    if text:
                        sheet.write_string(row, column, text)
    return out.getvalue()


def kobo_json(form: Form, sent: Sequence[Submission]) -> bytes:
    """The answers of the API of Kobo: paths as keys, what is blank is absent."""
    results = []
    for number, one in enumerate(sent, 1):
        said: dict = dict(zip(_KOBO[:-1], _kobo_meta(number), strict=False))
        said |= {"formhub/uuid": "f0", "meta/instanceID": f"uuid:{number}", "_attachments": []}
        said |= {"_geolocation": [None, None], "_xform_id_string": "a1"}
        said |= {short(form, f.path): t for f, t in leaves(form, one) if t}
        for path, parts in repetitions(form, one):
            if parts:
                listed = (
                    {short(form, f.path): t for f, t in leaves(form, p, path) if t} for p in parts
                )
                said[short(form, path)] = list(listed)
        results.append(said)
    return json.dumps({"count": len(results), "next": None, "results": results}).encode()


def odk_json(form: Form, sent: Sequence[Submission]) -> bytes:
    """The OData of ODK Central with its repeated parts expanded: groups are nested."""
    found = []
    for number, one in enumerate(sent, 1):
        said: dict = {
            "__id": f"uuid:{number}",
            "__system": {"submissionDate": f"{TODAY}T14:02:00Z"},
        }
        said["meta"] = {"instanceID": f"uuid:{number}"}
        for field, text in leaves(form, one):
            *groups, name = short(form, field.path).split("/")
            here = said
            for group in groups:
                here = here.setdefault(group, {})
            here[name] = text or None
        for path, parts in repetitions(form, one):
            listed = ({f.name: t or None for f, t in leaves(form, p, path)} for p in parts)
            said[short(form, path)] = [{"__id": "x", **one} for one in listed]
        found.append(said)
    return json.dumps({"@odata.context": "https://x/$metadata", "value": found}).encode()


def odk_zip(
    form: Form, sent: Sequence[Submission], groups: bool = True, split: bool = True
) -> bytes:
    """The zip of ODK Central: one CSV for the submissions, one for each repeated part."""
    tables: dict[str, list[list[str]]] = {}

    def head(fields: Sequence[Field], under: str) -> list[str]:
        found = []
        for field in fields:
            name = short(form, field.path, under).replace("/", "-") if groups else field.name
            found += [
                name,
                *(f"{name}/{code}" for code in field.choices if field.is_many and split),
            ]
        return found

    def row(found: Iterator[tuple[Field, str | None]]) -> list[str]:
        out = []
        for field, text in found:
            ticks = [str(int(code in (text or "").split())) for code in field.choices]
            out += [text or "", *(ticks if field.is_many and split else [])]
        return out

    top = [f for f, _ in leaves(form, sent[0])]
    rest = ["meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "ReviewState", "FormVersion"]
    tables["form.csv"] = [["SubmissionDate", *head(top, ""), *rest]]
    for number, one in enumerate(sent, 1):
        key = f"uuid:{number}"
        extra = [key, key, "5", "Équipe de terrain", "", "v1"]
        tables["form.csv"].append([f"{TODAY}T14:02:00.123Z", *row(leaves(form, one)), *extra])
        for path, parts in repetitions(form, one):
            name = path.rsplit("/", 1)[-1]
            fields = [f for f in form.fields.values() if f.path.startswith(f"{path}/")]
            table = tables.setdefault(
                f"form-{name}.csv", [[*head(fields, path), "PARENT_KEY", "KEY"]]
            )
            for position, part in enumerate(parts, 1):
                table.append([*row(leaves(form, part, path)), key, f"{key}/{name}[{position}]"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, table in tables.items():
            text = io.StringIO(newline="")
            csv.writer(text).writerows(table)
            archive.writestr(name, text.getvalue())
    return out.getvalue()
