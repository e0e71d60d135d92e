"""What every drawing is made with: a sheet, lines, shapes and words.

Classes let a page recolour a drawing; presentation attributes make it stand alone elsewhere.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from scalecheck.report.charts.palette import LIGHT
from scalecheck.report.view.phrase import clean

FONT = "Inter, 'Segoe UI', Arial, 'Liberation Sans', sans-serif"
_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}"'


class Ink(NamedTuple):
    """What a shape is filled and drawn with: names of colours; `dash` where its line is broken."""

    fill: str = ""
    stroke: str = ""
    width: float = 0
    dash: str = ""


class Name(NamedTuple):
    """What a drawing that stands alone says: a title, a sentence, its language, its id."""

    title: str
    words: str
    language: str = ""
    id: str = "drawing"


def colour(name: str) -> str:
    """The light colour of a name, in six digits, for whoever reads no shorter one."""
    value = LIGHT[name]
    return value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])


def sheet(width: int, height: int, body: str, name: Name | None = None) -> str:
    """Put shapes on a sheet; without a name it only repeats the text beside it, and is hidden."""
    opened = _OPEN.format(width, height)
    if name is None:
        return f'{opened} aria-hidden="true" focusable="false">{body}</svg>'
    lang = f' lang="{escape(name.language)}"' if name.language else ""
    ids = f"{escape(name.id)}-title {escape(name.id)}-words".split(" ")
    return (
        f'{opened} role="img"{lang} aria-labelledby="{ids[0]} {ids[1]}">'
        f'<title id="{ids[0]}">{escape(clean(name.title))}</title>'
        f'<desc id="{ids[1]}">{escape(clean(name.words))}</desc>{body}</svg>'
    )


def number(value: float) -> str:
    """Write a coordinate: a tenth of a pixel is enough."""
    return f"{value:.1f}".removesuffix(".0")


def paint(ink: Ink) -> str:
    """Write how a shape is filled and drawn: classes first, then colours that stand alone."""
    classes = [f"c-{ink.fill}"] if ink.fill else []
    classes += [f"s-{ink.stroke}"] if ink.stroke else []
    told = f'class="{" ".join(classes)}"'
    if ink.fill:
        told += f' fill="{colour(ink.fill)}"'
    if ink.stroke:
        told += f' stroke="{colour(ink.stroke)}" stroke-width="{number(ink.width)}"'
    return told + (f' stroke-dasharray="{ink.dash}"' if ink.dash else "")


def line(start: Sequence[float], end: Sequence[float], ink: Ink) -> str:
    """Draw a line between two points."""
    (x1, y1), (x2, y2) = (map(number, point) for point in (start, end))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {paint(ink)}/>'


def disc(centre: Sequence[float], radius: float, ink: Ink) -> str:
    """Draw a disc or a ring."""
    x, y = map(number, centre)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius)}" {paint(ink)}/>'


def box(corner: Sequence[float], size: Sequence[float], ink: Ink) -> str:
    """Draw a box from its top left corner."""
    x, y, width, height = map(number, (*corner, *size))
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {paint(ink)}/>'


def path(steps: str, ink: Ink) -> str:
    """Draw along a path."""
    hollow = "" if ink.fill else ' fill="none"'
    return f'<path d="{steps}" {paint(ink)}{hollow}/>'


def words(at: Sequence[float], said: str, fill: str, **more: float | str) -> str:
    """Write words: `size` (12), `weight` (400), `anchor` (middle), `turn` (degrees around `at`)."""
    x, y = map(number, at)
    turn = f' transform="rotate({more["turn"]} {x} {y})"' if more.get("turn") else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{more.get("size", 12)}" text-anchor='
        f'"{more.get("anchor", "middle")}" font-weight="{more.get("weight", 400)}" '
        f'font-family="{FONT}" {paint(Ink(fill))}{turn}>{escape(clean(said))}</text>'
    )


def wrap(said: str, letters: int, lines: int = 3) -> tuple[str, ...]:
    """Break words into lines of so many letters; what no line can hold is cut, and shows it."""
    made: list[str] = []
    for word in said.split(" "):
        if made and len(made[-1]) + 1 + len(word) <= letters:
            made[-1] += f" {word}"
        else:
            made.append(word)
    kept = made[:lines] if len(made) <= lines else [*made[: lines - 1], f"{made[lines - 1]}…"]
    return tuple(one if len(one) <= letters else f"{one[: letters - 1]}…" for one in kept)
