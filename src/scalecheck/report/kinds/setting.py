"""R3, one sheet for each adopter setting, told to the setting itself."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.instance import Instance
from scalecheck.report.blocks import (
    Block,
    Cell,
    Deed,
    Deeds,
    Fields,
    Grid,
    Heading,
    Paragraph,
    Strip,
    Tone,
)
from scalecheck.report.kinds.actions import advice_fields
from scalecheck.report.kinds.left_out import left_out
from scalecheck.report.kinds.opening import open_page
from scalecheck.report.kinds.pen import Pen, bullets, cell, composed, joined, move_cell
from scalecheck.report.kinds.setting_needs import (
    Readiness,
    readiness_words,
    setting_names,
    setting_readiness,
)
from scalecheck.report.view.gaps import Move
from scalecheck.report.view.phrase import Phrase

_TOGETHER = 3
_TO_SETTINGS = ("settings", "support")
_ASKED = ("answered", "unknown", "not-assessed")


def tell_settings(pen: Pen) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Write one page a setting, each under the end of its file name; one page where none is."""
    names = setting_names(pen.teller)
    for number, name in enumerate(names, 1):
        yield f"-{number:02d}", tuple(_setting(pen, name))
    if not names:
        yield "", tuple(_no_setting(pen))


def _no_setting(pen: Pen) -> Iterator[Block]:
    yield from open_page(pen, "setting")
    yield Heading(pen.say("setting.none-title"))
    yield Paragraph(Cell(pen.say("setting.none-local" if pen.view.calm else "setting.none")))
    if not pen.view.calm:
        yield from bullets(
            [Cell(pen.say(f"setting.none-{step}")) for step in ("name", "ask", "assess")]
        )


def _setting(pen: Pen, name: str) -> Iterator[Block]:
    known = pen.teller.listed.get(name) or Instance(id=name)
    about = f"{pen.view.header.title} · {pen.teller.speaker.text(pen.teller.rubric.title)}"
    yield from open_page(pen, "setting", pen.teller.instance(name), about)
    readiness = setting_readiness(pen.teller, name)
    yield from _role(pen, known)
    yield from _travels(pen)
    yield from _readiness(pen, readiness)
    yield from _support(pen, readiness)
    yield from _supporters(pen, name)
    yield from _next(pen, name, readiness)


def _role(pen: Pen, known: Instance) -> Iterator[Block]:
    yield Heading(pen.say("setting.role"))
    told = list(_attributes(pen, known))
    if not told:
        yield Paragraph(Cell(pen.say("setting.no-role")))
        return
    yield Fields(tuple(told))
    for text in _meanings(pen, known):
        yield Paragraph(cell(text))


def _attributes(pen: Pen, known: Instance) -> Iterator[tuple[str, Cell]]:
    for group in pen.view.groups:
        if not group.is_settings:
            continue
        rows = [row for row in group.rows if str(row.title) == str(pen.teller.instance(known.id))]
        if rows:
            for pair in rows[0].about:
                if pair.values:
                    yield pair.label, joined(pair.values)
            if rows[0].stands_for:
                yield pen.say("setting.alike"), Cell(rows[0].stands_for)
        return


def _meanings(pen: Pen, known: Instance) -> Iterator[Phrase]:
    """What the rubric says of the values that the setting bears."""
    for group in pen.teller.rubric.groups:
        for attribute in group.attributes:
            held = known.attributes.get(attribute.id, ())
            for value in attribute.values:
                if value.id in held and value.description and group.of == "settings":
                    yield pen.speaker.text(value.description)


def _travels(pen: Pen) -> Iterator[Block]:
    yield Heading(pen.say("setting.travels"))
    chosen = [one for one in pen.view.strategies if one.chosen]
    if not chosen:
        yield Paragraph(Cell(pen.say("setting.no-strategy")))
    for one in chosen:
        yield Paragraph(cell(one.title, Tone.STRONG))
        if one.description:
            yield Paragraph(cell(one.description))
    shared = list(dict.fromkeys(_together(pen)))
    if shared:
        yield Paragraph(Cell(pen.say("setting.together")))
        yield from bullets([*shared[:_TOGETHER], *left_out(pen, len(shared) - _TOGETHER)])


def _together(pen: Pen) -> Iterator[Cell]:
    """What the rubric advises to do with others, among what the next level asks."""
    steps = pen.view.next_steps
    for action in (*steps.first, *steps.others) if steps else ():
        if action.deed and action.deed.with_:
            yield cell(action.deed.do)


def _readiness(pen: Pen, found: tuple[Readiness, ...]) -> Iterator[Block]:
    yield Heading(pen.say("setting.readiness"))
    if not found:
        yield Paragraph(Cell(pen.say("setting.not-asked")))
        return
    columns = (
        *pen.columns("criterion", "figure"),
        pen.old("criteria.reached"),
        pen.old("criteria.next"),
    )
    rows = []
    for one in found:
        after = composed(f"{one.next_figure} · ", one.next) if one.next else Cell("–")
        named = Cell(str(one.named.title), lang=one.named.title.lang)
        shown = readiness_words(one)
        rows.append((named, Strip(one.mark.row, shown), cell(one.now or "–"), after))
    yield Grid(columns, tuple(rows), pen.say("caption.readiness"))


def _support(pen: Pen, found: tuple[Readiness, ...]) -> Iterator[Block]:
    yield Heading(pen.say("setting.support"))
    deeds = []
    for one in found:
        if one.deed:
            move = Move(one.named._replace(at=None), one.mark.figure, one.next_figure)
            fields = tuple(advice_fields(pen, one.deed))
            deeds.append(Deed(move_cell(move), (cell(one.deed.do),), fields))
    if deeds:
        yield Deeds(tuple(deeds))
    else:
        yield Paragraph(Cell(pen.say("setting.no-support")))
    yield from _money(pen)


def _money(pen: Pen) -> Iterator[Block]:
    lines = [
        one
        for one in pen.teller.project.funding
        if one.to in _TO_SETTINGS and one.status != "refused"
    ]
    if not lines:
        yield Paragraph(Cell(pen.say("setting.no-money"), Tone.QUIET))
        return
    sums: dict[tuple[str, str, str], Fraction] = {}
    for one in sorted(lines, key=lambda one: one.year):
        key = (str(one.year), one.currency, f"{one.to} {one.status or ''}")
        sums[key] = sums.get(key, Fraction(0)) + one.amount
    rows = []
    for (year, currency, words), amount in sums.items():
        to, _, status = words.partition(" ")
        state = pen.teller.word("funding_statuses", status) if status else ""
        whom = cell(pen.teller.word("funding_recipients", to))
        money = Cell(pen.speaker.money(amount, currency))
        rows.append((Cell(year), whom, cell(state or pen.old("money.not-said")), money))
    columns = pen.columns("year", "recipient", "state", "amount")
    yield Grid(columns, tuple(rows), pen.say("caption.setting-money"))


def _supporters(pen: Pen, name: str) -> Iterator[Block]:
    yield Heading(pen.say("setting.near"))
    every = pen.view.accompaniment.supporters if pen.view.accompaniment else ()
    stated = pen.teller.project.supporters
    near = [one for one, told in zip(every, stated, strict=False) if name in told.rooted_in]
    if not every:
        yield Paragraph(Cell(pen.say("setting.no-supporter")))
        return
    if not near:
        yield Paragraph(Cell(pen.say("setting.none-near")))
    rows = []
    for one in near or every:
        functions = joined(one.functions) if one.functions else Cell("–")
        rows.append((cell(one.title), cell(one.kind or "–"), functions))
    yield Grid(pen.columns("title", "kind", "function"), tuple(rows), pen.old("caption.supporters"))


def _next(pen: Pen, name: str, found: tuple[Readiness, ...]) -> Iterator[Block]:
    yield Heading(pen.say("setting.next"))
    steps = pen.view.next_steps
    here = pen.teller.instance(name)
    moves = []
    for action in (*steps.first, *steps.others) if steps else ():
        moves += [m for m in (action.move, *action.through) if m.named.at == here]
    if moves:
        yield Paragraph(Cell(pen.say("setting.moves")))
        yield from bullets([move_cell(move) for move in moves])
        return
    unknown = [one for one in found if one.mark.status in ("unknown", "not-assessed")]
    if unknown:
        yield Paragraph(Cell(pen.say("setting.open")))
        yield from bullets(
            [Cell(str(one.named.title), lang=one.named.title.lang) for one in unknown]
        )
    elif any(one.mark.status in _ASKED for one in found):
        yield Paragraph(Cell(pen.say("setting.steady")))
    else:
        yield Paragraph(Cell(pen.say("setting.nothing-asked")))
