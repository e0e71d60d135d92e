"""The stages as steps, each as high as it comes late: where the project stands, what comes next."""

from scalecheck.report.blocks import Ladder
from scalecheck.report.charts.pen import Ink, Name, box, line, path, sheet, words, wrap
from scalecheck.report.view.levels import Stair, StepState

WIDTH, _FOOT, _HEAD, _LOWEST, _HIGHEST = 720, 64, 34, 36, 110
_NARROW, _TOO_MANY = 22, 14  # pixels a step under which words are left to the list beside
_STEPS = {
    StepState.DONE: Ink("tint", "accent", 1),
    StepState.HERE: Ink("accent", "accent", 1),
    StepState.NEXT: Ink("wash", "accent", 2, "5 3"),
    StepState.LATER: Ink("wash", "line", 1),
}


def draw_ladder(ladder: Ladder, language: str = "", id: str = "ladder") -> str:
    """Draw the stages; the sentence that says the same is the description of the drawing."""
    count = max(len(ladder.stairs), 1)
    step = WIDTH / count
    body = "".join(_step(stair, at, count, step) for at, stair in enumerate(ladder.stairs))
    base = _HEAD + _HIGHEST
    body += line((0, base), (WIDTH, base), Ink("", "muted", 1.5))
    told = Name(ladder.caption, describe_ladder(ladder), language, id)
    return sheet(WIDTH, base + _FOOT, body, told)


def describe_ladder(ladder: Ladder) -> str:
    """Say the stages in a line: `1 Démarrage (franchie); 2 …`."""
    return "; ".join(f"{one.number} {one.title} ({one.words})" for one in ladder.stairs)


def step_height(at: int, count: int) -> float:
    """How high a step is, in pixels: each is higher than the one before."""
    return _LOWEST + at * (_HIGHEST - _LOWEST) / max(count - 1, 1)


def _step(stair: Stair, at: int, count: int, width: float) -> str:
    height, base = step_height(at, count), _HEAD + _HIGHEST
    left, middle, top = at * width, (at + 0.5) * width, base - height
    gap = min(2.0, width / 10)
    body = box((left + gap, top + 1), (width - 2 * gap, height - 1), _STEPS[stair.state])
    body += _flag(stair, middle, top, width) + _levels(stair, middle, base, width)
    if width < _NARROW:
        return body
    weight = 700 if stair.state is StepState.HERE else 400
    for row, part in enumerate(wrap(str(stair.title), max(int(width / 6.6), 3))):
        body += words((middle, base + 18 + 15 * row), part, "ink", weight=weight)
    return body


def _flag(stair: Stair, middle: float, top: float, width: float) -> str:
    if stair.state is StepState.HERE:
        body = path(f"M{middle - 6:.1f} {top - 9:.1f}h12l-6 7z", Ink("accent"))
        return body + _said(stair, middle, top - 14, width)
    return _said(stair, middle, top - 6, width) if stair.state is StepState.NEXT else ""


def _said(stair: Stair, middle: float, at: float, width: float) -> str:
    letters = int(width / 6.4)
    if width < _NARROW * 2:
        return ""
    return words((middle, at), wrap(stair.words, letters, 1)[0], "accent", weight=700)


def _levels(stair: Stair, middle: float, base: float, width: float) -> str:
    if width < _TOO_MANY or not stair.boxes:
        return ""
    said = " ".join(one.value for one in stair.boxes)
    fill = "paper" if stair.state is StepState.HERE else "ink"
    return words(
        (middle, base - 12), wrap(said, max(int(width / 9), 1), 1)[0], fill, size=15, weight=700
    )
