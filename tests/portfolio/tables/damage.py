"""Two hundred damaged tables: what is wrong in each, and which projects it may cost."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.portfolio.samples import (
    FORMATS,
    NAMES,
    ROWS,
    as_csv,
    as_jsonl,
    as_ods,
    as_parquet,
    as_xlsx,
    changed,
)

EVERYBODY = frozenset(row[0] for row in ROWS)


class Damage(NamedTuple):
    """A damaged file: its name, how it is made, the projects that are lost, what must be named.

    `named` are codes of which each must be told, of what is refused or in a remark.
    """

    label: str
    file: str
    make: Callable[[], bytes]
    lost: frozenset[str]
    named: frozenset[str]


# A column, what its cell of the third project becomes, and the code that names it.
CELLS = (
    ("ampleur", "9", "level-outside-scale"),
    ("ampleur", "4", "level-outside-scale"),
    ("ampleur", "-1", "level-outside-scale"),
    ("ampleur", "-0,5", "level-outside-scale"),
    ("ampleur", "2.5", "level-outside-scale"),
    ("ampleur", "1000000000000", "level-outside-scale"),
    ("ampleur", "NaN", "not-a-number"),
    ("ampleur", "inf", "table-not-a-level"),
    ("ampleur", "1e2", "table-not-a-level"),
    ("ampleur", "trois", "table-not-a-level"),
    ("ampleur", "Bien avancé", "table-not-a-level"),
    ("ampleur", "oui", "table-not-a-level"),
    ("ampleur", "2026-03-02", "table-not-a-level"),
    ("ampleur", "#N/A", "table-error-cell"),
    ("ampleur", "#REF!", "table-error-cell"),
    ("ampleur", "#VALEUR!", "table-error-cell"),
    ("ampleur", "#DIV/0!", "table-error-cell"),
    ("ampleur", "3..1", "between-reversed"),
    ("ampleur", "1..9", "table-not-a-level"),
    ("ampleur", "=1+1", "table-not-a-level"),
    ("ampleur", "<b>2</b>", "table-not-a-level"),
    ("ampleur", "2 - Éprouvé", "table-not-a-level"),
    ("ampleur.grade", "excellente", "unknown-grade"),
    ("ampleur.grade", "7", "unknown-grade"),
    ("ampleur.count", "-1", "not-a-count"),
    ("ampleur.count", "1.5", "not-a-count"),
    ("ampleur.count", "deux", "not-a-count"),
    ("ampleur.dated", "15/10/2026", "not-a-date"),
    ("ampleur.dated", "2026-13", "not-a-date"),
    ("ampleur.dated", "hier", "not-a-date"),
    ("sante", "peut-être", "unknown-value"),
    ("sector", "bricolage", "unknown-value"),
    ("milieux/1/usage", "beaucoup", "table-not-a-level"),
    ("milieux/1/usage.grade", "x", "unknown-grade"),
    ("id", "", "table-no-id"),
    ("id", "p1", "table-id-twice"),
)
_SPARED = ("bom.csv", "tabs.tsv")  # read as the other CSV files are


def every_damage() -> Iterator[Damage]:
    """Give each damaged file."""
    for file, write in FORMATS.items():
        for name, value, code in CELLS if file not in _SPARED else CELLS[:3]:
            if file in ("table.xlsx", "table.ods") and value.startswith("="):
                continue
            yield _cell(file, write, (name, value, code))
    yield from _broken_csv()
    yield from _broken_lines()
    yield from _broken_sheets()
    yield from _broken_parquet()


def _cell(file: str, write: Callable[..., bytes], what: tuple[str, str, str]) -> Damage:
    name, value, code = what
    project = value if name == "id" else "p3"
    label = f"{file} {name} {value}"
    lost = frozenset({"p3"}) if project == "p3" else frozenset({"p3", project}) - {"p1"}
    return Damage(label, file, lambda: write(changed(name, value)), lost, frozenset({code}))


def _damage(label: str, file: str, content: bytes, lost: object, *named: str) -> Damage:
    return Damage(label, file, lambda: content, frozenset(lost), frozenset(named))  # type: ignore[call-overload]


CSV = as_csv(delimiter=";")


def _line(number: int) -> bytes:
    return CSV.split(b"\r\n")[number]


def _broken_csv() -> Iterator[Damage]:
    third = _line(3)
    for file, made in (("t.csv", CSV), ("t.txt", CSV)):
        yield _damage(
            f"a quote never closed in {file}",
            file,
            made.replace(third, third.replace(b"Le jardin", b'"Le jardin')),
            {"p3"},
            "table-quote-open",
        )
    several = {
        "a quote in the middle": (b"Le jardin", b'"Le" jardin', "table-quote-open"),
        "one cell too many": (third, third + b";2", "table-too-many-cells"),
        "a separator in a title": (b"Le jardin", b"Le jardin; encore", "table-too-many-cells"),
        "a row cut short": (third, third[:20], "table-cells-missing"),
        "a row of one cell": (third, b"p3", "table-cells-missing"),
        "a NUL character": (b";1;documented;2;2025", b";\0;documented;2;2025", "table-not-a-level"),
    }
    for label, (old, new, code) in several.items():
        assert CSV.count(old) == 1, label
        yield _damage(label, "t.csv", CSV.replace(old, new), {"p3"}, code)
    latin, mixed = as_csv(delimiter=";", encoding="cp1252"), "Été".encode()
    yield _damage("Windows-1252", "t.csv", latin, (), "table-windows-1252")
    both = CSV.replace("L’atelier".encode(), "L’atelier".encode("cp1252"))
    assert mixed in both
    yield _damage("two encodings", "t.csv", both, (), "table-encodings-mixed")
    yield _damage("UTF-16 of Excel", "t.txt", as_csv(delimiter="\t", encoding="utf-16"), ())
    bare = as_csv(delimiter=";", encoding="utf-16-le")
    yield _damage("UTF-16 without a mark", "t.csv", bare, EVERYBODY, "encoding-utf16")
    yield _damage("nothing", "t.csv", b"", EVERYBODY, "table-empty")
    yield _damage("blank lines", "t.csv", b"\r\n\r\n;;;\r\n", EVERYBODY, "table-empty")
    yield _damage("the last line cut", "t.csv", CSV[:-8], {"p6"}, "table-cells-missing")
    yield _damage(
        "random bytes", "t.csv", bytes(range(1, 256)) * 40, EVERYBODY, "table-no-criterion"
    )
    twice = CSV.replace(b";plan;", b";ampleur;", 1)
    yield _damage("a column twice", "t.csv", twice, EVERYBODY, "table-column-twice")
    titled = b"Projets 2026;;\r\n;;\r\n" + CSV
    yield _damage("a title above", "t.csv", titled, ())
    misspelt = CSV.replace(b";sector;", b";sectr;", 1)
    yield _damage("a column misspelt", "t.csv", misspelt, (), "table-column-unread")
    twice_said = CSV + third + b"\r\n"
    yield _damage("a row twice", "t.csv", twice_said, {"p3 again"}, "table-id-twice")
    yield _damage("no header", "t.csv", CSV.split(b"\r\n", 1)[1], EVERYBODY, "table-no-criterion")
    yield _damage(
        "a picture", "t.csv", b"\x89PNG\r\n\x1a\n" + bytes(900), EVERYBODY, "encoding-utf16"
    )
    long = CSV.replace(b"Le jardin", b'"' + b"x" * 200_000 + b'"')
    yield _damage("an endless cell", "t.csv", long, {"p3"}, "table-cell-too-long")


def _broken_lines() -> Iterator[Damage]:
    lines = as_jsonl().splitlines(keepends=True)

    def with_third(third: bytes) -> bytes:
        return b"".join([*lines[:2], third + b"\n", *lines[3:]])

    given = json.loads(lines[2])
    several = {
        "a line cut": (lines[2][:40], "table-not-json"),
        "an array": (b"[1, 2]", "table-not-object"),
        "a number": (b"3", "table-not-object"),
        "a key twice": (b'{"id": "p3", "ampleur": 1, "ampleur": 2}', "table-key-twice"),
        "deep": (b"[" * 100_000, "table-not-json"),
        "an endless number": (
            b'{"id": "p3", "ampleur": ' + b"9" * 5_000 + b"}",
            "table-not-a-level",
        ),
    }
    for label, (third, code) in several.items():
        yield _damage(f"{label} (lines)", "t.jsonl", with_third(third), {"p3"}, code)
    cells = {
        "an object in a cell": ({"a": 1}, "table-nested-value"),
        "lists in a list": ([[1]], "table-nested-value"),
        "a list of levels": ([1, 2], "table-not-a-level"),
        "a truth for a level": (True, "table-not-a-level"),
        "NaN": (float("nan"), "not-a-number"),
        "minus infinity": (float("-inf"), "table-not-a-level"),
        "half a character": ("\ud800", "table-not-a-level"),
    }
    for label, (value, code) in cells.items():
        third = json.dumps({**given, "ampleur": value}).encode()
        yield _damage(f"{label} (lines)", "t.jsonl", with_third(third), {"p3"}, code)
    yield _damage("no lines", "t.jsonl", b"\n\n", EVERYBODY, "table-empty")
    yield _damage("a whole array", "t.jsonl", b"[\n1\n]\n", EVERYBODY, "table-empty")


def _broken_sheets() -> Iterator[Damage]:
    good = as_xlsx()
    at = NAMES.index("ampleur")
    rows = {"formula": lambda s: s.write_formula(3, at, "=1+1")}
    rows["text formula"] = lambda s: s.write_formula(3, 1, '="a"')
    for label, after in rows.items():
        made = as_xlsx(after=after)
        yield _damage(f"a {label}", "t.xlsx", made, {"p3"}, "table-formula-not-calculated")
    kept = _without_recalculation(as_xlsx(after=lambda s: s.write_formula(3, at, "=0+1", None, 1)))
    yield _damage("a formula with its value", "t.xlsx", kept, (), "table-formulas")
    wrong = as_xlsx(after=lambda s: s.write_formula(3, at, "=NA()", None, "#N/A"))
    yield _damage("an error", "t.xlsx", wrong, {"p3"}, "table-error-cell")
    merged = as_xlsx(after=lambda s: s.merge_range(3, at, 4, at, "1"))
    yield _damage("cells merged down", "t.xlsx", merged, {"p3", "p4"}, "table-merged-cell")
    across = as_xlsx(after=lambda s: s.merge_range(3, at, 3, at + 1, "1"))
    yield _damage("cells merged across", "t.xlsx", across, {"p3"}, "table-merged-cell")
    ends = {"0": 0, "4": 4, "100": 100, "half its": len(good) // 2, "nearly all its": -30}
    for told, size in ends.items():  # its length changes with the second that it is made in
        label = f"a workbook of {told} bytes"
        yield _damage(label, "t.xlsx", good[:size], EVERYBODY, "table-not-a-workbook")
    yield _damage("CSV called Excel", "t.xlsx", CSV, EVERYBODY, "table-not-a-workbook")
    other = _zip({"a.txt": b"bonjour"})
    yield _damage("another archive", "t.xlsx", other, EVERYBODY, "table-not-a-workbook")
    yield _damage("another archive (ods)", "t.ods", other, EVERYBODY, "table-not-a-workbook")
    good = as_ods()
    yield _damage(
        "half a document", "t.ods", good[: len(good) // 2], EVERYBODY, "table-not-a-workbook"
    )
    error = as_ods(changed("ampleur", "Err:502"), {"Err:502": 'calcext:value-type="error"'})
    yield _damage("an error (ods)", "t.ods", error, {"p3"}, "table-error-cell")
    spanned = as_ods(marks={"Le jardin": 'table:number-rows-spanned="2"'})
    yield _damage("merged (ods)", "t.ods", spanned, {"p3", "p4"}, "table-merged-cell")
    formula = as_ods(marks={"Le jardin": 'table:formula="of:=1"'})
    yield _damage("a formula (ods)", "t.ods", formula, (), "table-formulas")


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return out.getvalue()


def _without_recalculation(book: bytes) -> bytes:
    """The same workbook, as Excel saves it: its formulas are calculated."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        found = {name: parts.read(name) for name in parts.namelist()}
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    return _zip(found)


def _broken_parquet() -> Iterator[Damage]:
    good = as_parquet()
    for size in (0, 4, 100, len(good) // 2, len(good) - 1):
        label = f"{size} bytes of Parquet"
        yield _damage(label, "t.parquet", good[:size], EVERYBODY, "table-not-parquet")
    yield _damage("CSV called Parquet", "t.parquet", CSV, EVERYBODY, "table-not-parquet")
    at = NAMES.index("plan")
    plans = [row[at] for row in ROWS]
    numbers = [float(p) if p else None for p in plans]
    third = {"p3"}
    several: dict[str, tuple[list[object], object, tuple[str, ...]]] = {
        "floats": (list(numbers), (), ()),
        "whole numbers": ([None if n is None else int(n) for n in numbers], (), ()),
        "a NaN": ([*numbers[:2], float("nan"), *numbers[3:]], third, ("not-a-number",)),
        "a negative": ([*numbers[:2], -2.0, *numbers[3:]], third, ("level-outside-scale",)),
        "a fraction": ([*numbers[:2], 2.5, *numbers[3:]], third, ("level-outside-scale",)),
        "lists": ([[p] if p else [] for p in plans], (), ()),
        "structures": ([{"a": p} for p in plans], EVERYBODY, ("table-nested-value",)),
        "bytes": ([p.encode() for p in plans], EVERYBODY, ("table-nested-value",)),
        "truths": ([True] * 5 + [None], EVERYBODY - {"p6"}, ("table-not-a-level",)),
    }
    for label, (values, lost, codes) in several.items():
        made = as_parquet(plan=values)
        yield _damage(f"{label} in Parquet", "t.parquet", made, lost, *codes)
