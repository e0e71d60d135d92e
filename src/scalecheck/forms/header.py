"""The top of a project descriptor: what the file is, and what the project is."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.forms.comments import comment, example, plain, quoted
from scalecheck.forms.wording import Wording
from scalecheck.model.rubric import Rubric

# Examples of the header, in the order of the file: the words above, the YAML under them.
# `@name` is replaced by an example text, `%n` by the year n years from now.
_HEADER: tuple[tuple[str, str], ...] = (
    ("organization", "organization: @organization"),
    ("sector", "sector: vie-communautaire"),
    ("clientele", "clientele: [familles]"),
    ("territory", "territory: [06]"),
    ("summary", "summary: @summary"),
    ("confidentiality", "confidentiality: internal"),
    ("applicant", "applicant: {type: osbl}"),
    (
        "funding",
        "funding:\n"
        "  - {year: %1, amount: 25000, currency: CAD, for: pilot, to: bearer, status: asked}",
    ),
    (
        "indicators",
        "indicators:\n"
        "  - {id: portee, title: @indicator, unit: @unit, baseline: 0, target: 100, by: %3-12}",
    ),
    ("partners", "partners:\n  - {title: @partner, role: delivery}"),
    (
        "supporters",
        "supporters:\n"
        "  - {title: @supporter, kind: accompagnateur, functions: [spot, move-forward]}",
    ),
)

# Read by editors from a comment; set aside until the file that it names has been written.
_EDITOR = "# yaml-language-server: $schema=project.schema.json"


class Start(NamedTuple):
    """What a new descriptor is made from."""

    words: Wording
    rubric: Rubric
    project_id: str
    today: str

    @property
    def year(self) -> int:
        """The year of the first assessment."""
        return int(self.today[:4])


def write_header(start: Start) -> Iterator[str]:
    """Write what the file is, then the fields that say what the project is."""
    yield from _write_preface(start)
    yield from _write_fields(start)


def _write_preface(start: Start) -> Iterator[str]:
    rubric, words = start.rubric, start.words
    title = words.text(rubric.title)
    facts = {"title": title, "rubric": rubric.id, "version": rubric.version}
    yield from comment(words.say("sheet.about", **facts))
    for key in ("valid", "aside", "people", "check", "editor"):
        yield from comment(words.say(f"sheet.{key}"))
    yield example(_EDITOR)
    yield "format: scalecheck/project@1"


def _write_fields(start: Start) -> Iterator[str]:
    words = start.words
    own = {
        "id": plain(start.project_id),
        "title": quoted(words.say("example.title")),
        "language": words.language,
    }
    for key, value in own.items():
        yield from comment(words.say(f"header.{key}"))
        yield f"{key}: {value}"
    for key, yaml in _HEADER:
        yield from comment(words.say(f"header.{key}"))
        yield from map(example, _fill(start, yaml).split("\n"))


def _fill(start: Start, yaml: str) -> str:
    for name in ("organization", "summary", "indicator", "unit", "partner", "supporter"):
        yaml = yaml.replace(f"@{name}", quoted(start.words.say(f"example.{name}")))
    for years in (1, 3):
        yaml = yaml.replace(f"%{years}", str(start.year + years))
    return yaml
