"""Small drawings beside text: they say again, to the eye, what the cells say in words.

Pure functions from ranks to SVG. Each is decorative (`aria-hidden`): the text stands beside it.
Classes let the page recolour them; presentation attributes make them stand alone elsewhere.
"""

from scalecheck.report.view.mark import Row

STEP, EDGE, HEIGHT = 26, 14, 26
_COLOURS = {
    "ink": "#1d2733",
    "muted": "#4c5a6a",
    "line": "#c5cfda",
    "band": "#eef3f8",
    "accent": "#0a5296",
    "warn": "#9a4a00",
    "paper": "#ffffff",
}


def dot_row(row: Row) -> str:
    """Draw one row: a dot at the official rank, a bar up to what open answers allow.

    A diamond is a bottleneck, a ring the rank of the assessment before, a square the rank claimed,
    a tick the rank required. A dashed line over the whole row is an answer not known at all;
    a bare line, a question that has no answer to give.
    """
    width = 2 * EDGE + STEP * max(row.levels - 1, 0)
    body = _axis(row.levels)
    if row.open:
        body += _line(_x(0), _x(row.levels - 1), "s-muted", 3, "2 5")
    body += _required(row) + _claimed(row) + _known(row)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" '
        f'height="{HEIGHT}" aria-hidden="true" focusable="false">{body}</svg>'
    )


def _x(rank: int) -> int:
    return EDGE + STEP * rank


def _axis(levels: int) -> str:
    stops = "".join(
        f'<circle cx="{_x(rank)}" cy="13" r="2.5" class="c-line" fill="{_COLOURS["line"]}"/>'
        for rank in range(levels)
    )
    return _line(_x(0), _x(levels - 1), "s-line", 1) + stops if levels else ""


def _line(left: int, right: int, css: str, width: int, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    colour = _COLOURS[css.removeprefix("s-")]
    return (
        f'<line x1="{left}" y1="13" x2="{right}" y2="13" class="{css}" stroke="{colour}" '
        f'stroke-width="{width}"{dashed}/>'
    )


def _required(row: Row) -> str:
    if row.required is None:
        return ""
    at = _x(row.required)
    return (
        f'<line x1="{at}" y1="1" x2="{at}" y2="25" class="s-ink" stroke="{_COLOURS["ink"]}" '
        f'stroke-width="2"/>'
    )


def _claimed(row: Row) -> str:
    if row.claimed is None or row.low is None or row.claimed <= row.low:
        return ""
    at = _x(row.claimed)
    link = _line(_x(row.low), at, "s-accent", 2, "2 3")
    return link + (
        f'<rect x="{at - 5}" y="8" width="10" height="10" class="c-paper s-accent" '
        f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["accent"]}" stroke-width="2"/>'
    )


def _known(row: Row) -> str:
    if row.low is None or row.high is None:
        return ""
    colour = "warn" if row.bottleneck else "accent"
    body = ""
    if row.high > row.low:
        body += _line(_x(row.low), _x(row.high), f"s-{colour}", 4)
        paint = f'class="c-{colour}" fill="{_COLOURS[colour]}"'
        body += f'<circle cx="{_x(row.high)}" cy="13" r="4" {paint}/>'
    return body + _previous(row) + _dot(_x(row.low), colour, diamond=row.bottleneck)


def _previous(row: Row) -> str:
    if row.previous is None or row.previous == row.low:
        return ""
    return (
        f'<circle cx="{_x(row.previous)}" cy="13" r="5" class="c-paper s-muted" '
        f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["muted"]}" stroke-width="2"/>'
    )


def _dot(at: int, colour: str, *, diamond: bool) -> str:
    paint = f'class="c-{colour}" fill="{_COLOURS[colour]}"'
    if diamond:
        return f'<path d="M{at} 4l9 9-9 9-9-9z" {paint}/>'
    return f'<circle cx="{at}" cy="13" r="7" {paint}/>'
