"""Charts as pictures, all of a document at once. Without typst there are none: words remain."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scalecheck.report.blocks import Block, Dots, Grid, Strip
from scalecheck.report.charts import draw
from scalecheck.report.view.plane import Plane

POINTS_PER_PIXEL = 0.75
_SHARPNESS = 240  # dots an inch: sharp in print, small in the file
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


class Picture(NamedTuple):
    """A drawing as PNG, and its size in points."""

    png: bytes
    width: float
    height: float


Pictures = Mapping[str, Picture]


def draw_all(drawings: Iterable[str]) -> Pictures:
    """Make a picture of each SVG; an empty mapping where typst is not installed."""
    wanted = tuple(dict.fromkeys(drawings))
    try:
        import typst
    except ModuleNotFoundError:
        return {}
    if not wanted:
        return {}
    from scalecheck.report.typst.printer import fonts

    source = (
        "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        + "#pagebreak()\n".join(
            f'#image(bytes("{_quoted(one)}"), format: "svg", width: {_size(one)[0]}pt)\n'
            for one in wanted
        )
    )
    made: object = typst.compile(
        source.encode(),
        format="png",
        ppi=_SHARPNESS,
        font_paths=fonts(),
        ignore_system_fonts=True,
    )
    pages = made if isinstance(made, list) else [made]
    return {one: Picture(png, *_size(one)) for one, png in zip(wanted, pages, strict=True)}


def drawings_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Name every drawing that blocks ask for."""
    for block in blocks:
        if isinstance(block, Plane):
            yield draw(block)
        elif isinstance(block, Grid):
            for row in block.rows:
                yield from (draw(cell) for cell in row if isinstance(cell, Dots | Strip))


def _quoted(svg: str) -> str:
    return svg.replace("\\", "\\\\").replace('"', '\\"')


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        return 72.0, 72.0
    return float(found[1]) * POINTS_PER_PIXEL, float(found[2]) * POINTS_PER_PIXEL
