"""Fictional projects written as rows of the wide table."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from scalecheck.model.portfolio import Amount
from scalecheck.portfolio.generate.draft import Draft, Given, Helper, Place
from scalecheck.portfolio.layout import JOINT

Row = Mapping[str, str]
PARTS = ("", "grade", "count", "dated", "reason")  # what goes with an answer, in order


def row_of(draft: Draft) -> Row:
    """Write a project as a row of the wide table; empty cells are left out.

    Beside the columns of `layout`: `language`, `summary`, `confidentiality`, `ambition`,
    `ambition.by`, `funding/k/…` and `supporters/k/…`.
    """
    cells = {
        "id": draft.id,
        "title": draft.title,
        "language": draft.language.value,
        "organization": draft.organization,
        "sector": draft.sector,
        "clientele": JOINT.join(draft.clientele),
        "territory": JOINT.join(draft.territory),
        "applicant": draft.applicant,
        "track": draft.track,
        "strategies": JOINT.join(draft.strategies),
        **dict(draft.attributes),
        "confidentiality": draft.confidentiality,
        "ambition": draft.aim.level,
        "ambition.by": draft.aim.by,
        "summary": draft.summary,
    }
    cells.update(pair for given in draft.answers for pair in _answer_cells("", given))
    for group, places in draft.places:
        cells[f"{group}/instances"] = str(len(places))
        for number, place in enumerate(places, start=1):
            cells.update(_place_cells(f"{group}/{number}/", place))
    for number, line in enumerate(draft.funding, start=1):
        cells.update(_money_cells(f"funding/{number}/", line))
    for number, helper in enumerate(draft.supporters, start=1):
        cells.update(_helper_cells(f"supporters/{number}/", helper))
    return {name: value for name, value in cells.items() if value}


def _answer_cells(head: str, given: Given) -> Iterator[tuple[str, str]]:
    name = head + given.criterion
    yield name, given.level
    yield f"{name}.grade", given.grade
    yield f"{name}.count", str(given.records) if given.records > 1 else ""
    yield f"{name}.dated", given.dated
    yield f"{name}.reason", given.reason


def _place_cells(head: str, place: Place) -> Iterator[tuple[str, str]]:
    yield f"{head}id", place.id
    yield f"{head}title", place.title
    for name, value in place.attributes:
        yield head + name, value
    for given in place.answers:
        yield from _answer_cells(head, given)


def _money_cells(head: str, line: Amount) -> Iterator[tuple[str, str]]:
    yield f"{head}year", str(line.year)
    yield f"{head}amount", str(line.amount)
    yield f"{head}currency", line.currency
    yield f"{head}for", line.purpose
    yield f"{head}to", line.recipient
    yield f"{head}status", line.status


def _helper_cells(head: str, helper: Helper) -> Iterator[tuple[str, str]]:
    yield f"{head}title", helper.title
    yield f"{head}kind", helper.kind
    yield f"{head}functions", JOINT.join(helper.functions)
    yield f"{head}stages", JOINT.join(helper.stages)


def header_of(rows: Iterable[Row]) -> list[str]:
    """Give the columns of rows: each family together, in the order in which it is first met.

    Numbered columns come by number, and what goes with an answer follows it.
    """
    names = dict.fromkeys(name for row in rows for name in row)
    families, stems = _places(names, _family), _places(names, _stem)
    return sorted(
        names, key=lambda n: (families[_family(n)], _number(n), stems[_stem(n)], _part(n))
    )


def _places(names: Iterable[str], read: Callable[[str], str]) -> Mapping[str, int]:
    return {found: place for place, found in enumerate(dict.fromkeys(map(read, names)))}


def _family(name: str) -> str:
    return _stem(name.partition("/")[0])


def _stem(name: str) -> str:
    """The column that another goes with: `plan` for `plan.grade`; its number left out."""
    pieces = name.partition(".")[0].split("/")
    return "/".join(piece for piece in pieces if not piece.isdecimal())


def _number(name: str) -> int:
    middle = name.split("/")[1:2]
    return int(middle[0]) if middle and middle[0].isdecimal() else 0


def _part(name: str) -> int:
    suffix = name.partition(".")[2]
    return PARTS.index(suffix) if suffix in PARTS else 0
