"""A small rubric, six projects, and the same table in every format that is read."""

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from scalecheck.api.portfolio import PortfolioOptions, read_options, score_sources
from scalecheck.api.portfolio_descriptors import Memory

RUBRIC = """
format: scalecheck/rubric@1
id: petite
version: 0.1.0
languages: [fr, en]
title: {fr: Petite grille, en: Small rubric}
licence: CC-BY-4.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: required, min_applicable: 50%}
  empty_level: blocks
attributes: [{id: sante, title: {fr: Données de santé, en: Health data}, values: [yes, no]}]
scales:
  - id: maturite
    levels:
      - {value: 0, label: {fr: Absent, en: Absent}}
      - {value: 1, id: amorce, label: {fr: Amorcé, en: Begun}}
      - {value: 2, label: {fr: Structuré, en: Structured}, evidence: documented}
      - {value: 3, label: {fr: Éprouvé, en: Proven}, evidence: documented}
evidence:
  grades:
    - {id: declared, title: {fr: Déclarée, en: Declared}}
    - {id: documented, title: {fr: Documentée, en: Documented}}
groups:
  - id: milieux
    title: {fr: Milieux, en: Settings}
    of: settings
    criteria: [usage]
dimensions:
  - id: besoin
    title: {fr: Besoin, en: Need}
    criteria:
      - {id: ampleur, title: {fr: Ampleur du besoin, en: Size of the need}, scale: maturite}
      - id: ancrage
        title: {fr: Ancrage dans le milieu, en: Local roots}
        scale: maturite
        not_applicable: allowed
  - id: adoption
    title: {fr: Adoption, en: Adoption}
    criteria:
      - {id: usage, title: {fr: Usage réel, en: Actual use}, scale: maturite}
      - {id: plan, title: {fr: Plan écrit, en: Written plan}, scale: maturite}
levels:
  - {value: 1, stage: debut, name: {fr: Un, en: One}, requires: {ampleur: 1}}
  - {value: 2, stage: debut, name: {fr: Deux, en: Two}, requires: {ampleur: 2, ancrage: 1}}
  - value: 3
    stage: suite
    name: {fr: Trois, en: Three}
    requires: {all_of: [{plan: 2}, {in: milieux, at_least: 1, meet: {usage: 2}}]}
stages:
  - {id: debut, title: {fr: Début, en: Start}}
  - {id: suite, title: {fr: Suite, en: Next}}
"""

NAMES = (
    *("id", "title", "sector", "sante", "ampleur", "ampleur.grade", "ampleur.count"),
    *("ampleur.dated", "ancrage", "ancrage.reason", "plan", "plan.grade"),
    *("milieux/1/usage", "milieux/1/usage.grade"),
)
_GIVEN = """
p1;Été à l’école;sante;yes;2;documented;1;2026-05;1;;2;documented;2;documented
p2;Un toit;logement;no;3;declared;;;2;;1;;0;
p3;Le jardin;;;1;documented;2;2025-12-01;1;;3;declared;1;
p4;La navette;mobilite;no;?;;;;n/a;local;0;;;
p5;Le fonds;emploi;yes;1..3;documented;;;3;;2;documented;3;documented
p6;L’atelier;culture;;;;;;0;;;;;
"""
ROWS = tuple(tuple(line.split(";")) for line in _GIVEN.strip().splitlines())
Rows = tuple[tuple[str, ...], ...]


def changed(name: str, value: str, project: str = "p3") -> Rows:
    """The rows with one cell changed."""
    at = NAMES.index(name)
    return tuple(
        tuple(value if n == at and row[0] == project else cell for n, cell in enumerate(row))
        for row in ROWS
    )


def as_csv(rows: Rows = ROWS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Write a table as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows((NAMES, *rows))
    return out.getvalue().encode(encoding)


def as_jsonl(rows: Rows = ROWS) -> bytes:
    """Write a table as JSON Lines; empty cells are left out."""
    given = ({n: c for n, c in zip(NAMES, row, strict=True) if c} for row in rows)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in given).encode()


def typed(text: str) -> object:
    """A cell as one types it: a number where the text is one."""
    try:
        return float(text) if text.strip("-.0123456789") == "" and text else text
    except ValueError:
        return text


def as_xlsx(rows: Rows = ROWS, after=None) -> bytes:
    """Write a table as Excel; `after` may still change the sheet."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    sheet = book.add_worksheet("Projets")
    for n, row in enumerate((NAMES, *rows)):
        for at, cell in enumerate(row):
            if cell:
                sheet.write(n, at, typed(cell) if at > 2 else cell)
    if after is not None:
        after(sheet)
    book.close()
    return out.getvalue()


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
 office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Projets">%s
</table:table></office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"""


def as_ods(rows: Rows = ROWS, marks: dict[str, str] | None = None) -> bytes:
    """Write a table as OpenDocument; `marks` adds attributes to the cells with a given text."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    cells = ("".join(_ods_cell(cell, marks or {}) for cell in row) for row in (NAMES, *rows))
    lines = "".join(f"<table:table-row>{one}</table:table-row>" for one in cells)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", kind, zipfile.ZIP_STORED)
        book.writestr("META-INF/manifest.xml", _MANIFEST)
        book.writestr("content.xml", _ODS % lines)
    return out.getvalue()


def _ods_cell(text: str, marks: dict[str, str]) -> str:
    if not text:
        return "<table:table-cell/>"
    more = marks.get(text, "")
    shown = f"<text:p>{escape(text)}</text:p>"
    return f'<table:table-cell office:value-type="string" {more}>{shown}</table:table-cell>'


def as_parquet(rows: Rows = ROWS, **columns: object) -> bytes:
    """Write a table as Parquet; `columns` replaces some, with types of their own."""
    import polars

    given = {n: [row[at] or None for row in rows] for at, n in enumerate(NAMES)}
    frame = polars.DataFrame({**given, **columns}, schema_overrides=dict.fromkeys(()))
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


FORMATS = {
    "semicolons.csv": lambda rows: as_csv(rows, ";"),
    "commas.csv": as_csv,
    "tabs.tsv": lambda rows: as_csv(rows, "\t"),
    "bom.csv": lambda rows: as_csv(rows, ";", "utf-8-sig"),
    "table.jsonl": as_jsonl,
    "table.xlsx": as_xlsx,
    "table.ods": as_ods,
    "table.parquet": as_parquet,
}


class Folder:
    """A folder with the small rubric, in which tables are written and scored."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rubric = path / "petite.yaml"
        self.rubric.write_text(RUBRIC, encoding="utf-8")

    def score(self, name: str, content: bytes, **options: object) -> "Outcome":
        """Write a table and score it."""
        path = self.path / name
        path.write_bytes(content)
        return self.read(path, **options)

    def read(self, *paths: Path, carries: bool = False, **options: object) -> "Outcome":
        """Score some sources."""
        chosen = PortfolioOptions(rubric=str(self.rubric), **options)
        reading, shelved = read_options(chosen)
        memory = Memory(chosen.cache, reading, shelved.sha256)
        return Outcome(list(score_sources(paths, reading._replace(carries=carries), memory)))


class Outcome:
    """What came of some sources: results by project, refusals by project, all that was said."""

    def __init__(self, rows) -> None:
        self.rows = rows
        self.values = {row.kept[0]: row.values for row in rows if row.values is not None}
        bad = [one for row in rows if row.values is None for one in row.refused]
        self.errors = [one for one in bad if one.problem.severity.value == "error"]
        self.remarks = [one for one in bad if one.problem.severity.value != "error"]
        self.refused = {row.kept[0] for row in rows if row.kept and row.values is None}
        self.codes = {one.problem.code for one in self.errors}
        self.noted = {one.problem.code for one in self.remarks}
        self.places = [one.place for one in self.errors]
