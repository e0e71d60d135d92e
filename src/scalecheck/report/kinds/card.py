"""R7, the rubric on paper: stages, levels, criteria with their anchors, sources, version."""

from collections.abc import Iterator

from scalecheck.language.catalogue import say
from scalecheck.model.criterion import Criterion, level_needs
from scalecheck.model.levels import Level
from scalecheck.report.blocks import (
    Block,
    Cell,
    Fields,
    Grid,
    Heading,
    Items,
    Paragraph,
    Title,
    Tone,
)
from scalecheck.report.kinds.pen import bullets, cell
from scalecheck.report.rubric_words import RubricWords
from scalecheck.report.view.address import web_address


def tell_card(words: RubricWords) -> Iterator[Block]:
    """Write the card of a rubric."""
    rubric, speaker = words.rubric, words.speaker
    title = speaker.text(rubric.title)
    yield Title(_say(words, "kind.card"), title.text, f"{rubric.id} {rubric.version}", title.lang)
    if rubric.description:
        yield Paragraph(cell(speaker.text(rubric.description)))
    yield from _stages(words)
    yield from _levels(words)
    yield Heading(_say(words, "card.criteria"))
    for dimension in rubric.dimensions:
        shown = speaker.text(dimension.title)
        yield Heading(shown.text, 3, f"d-{dimension.id}", shown.lang)
        if dimension.description:
            yield Paragraph(cell(speaker.text(dimension.description)))
        for criterion in dimension.criteria:
            yield from _criterion(words, criterion)
    yield from _sources(words)
    yield from _version(words)


def _say(words: RubricWords, key: str, **facts: object) -> str:
    return say(f"pages.{key}", words.language, **facts)


def _stages(words: RubricWords) -> Iterator[Block]:
    speaker, rows = words.speaker, []
    for stage in words.rubric.stages:
        levels = [level.value for level in words.rubric.levels if level.stage == stage.id]
        described = speaker.maybe(stage.description) or "–"
        rows.append(
            (cell(speaker.text(stage.title)), Cell(", ".join(levels) or "–"), cell(described))
        )
    if rows:
        title = _say(words, "card.stages")
        yield Heading(title)
        columns = tuple(_say(words, f"card.column.{key}") for key in ("stage", "levels", "about"))
        yield Grid(columns, tuple(rows), title)


def _levels(words: RubricWords) -> Iterator[Block]:
    yield Heading(_say(words, "card.levels"))
    if not words.rubric.levels:
        yield Paragraph(Cell(_say(words, "card.no-levels")))
    for level in words.rubric.levels:
        yield from _level(words, level)


def _level(words: RubricWords, level: Level) -> Iterator[Block]:
    speaker = words.speaker
    name = speaker.maybe(level.name)
    yield Heading(
        f"{level.value} {name or ''}".strip(), 3, f"l-{level.value}", name.lang if name else ""
    )
    if level.description:
        yield Paragraph(cell(speaker.text(level.description)))
    if level.requires is None:
        return
    lines = list(words.rule(level.requires))
    yield Items(tuple(("•" if line.depth == 0 else "–", Cell(line.text)) for line in lines))


def _criterion(words: RubricWords, criterion: Criterion) -> Iterator[Block]:
    speaker, scale = words.speaker, words.nodes.scales[criterion.scale]
    yield Paragraph(cell(speaker.text(criterion.title), Tone.STRONG))
    if criterion.question:
        yield Paragraph(cell(speaker.text(criterion.question)))
    if criterion.computed is not None:
        yield Paragraph(Cell(say("report.criteria.computed", words.language), Tone.QUIET))
    ranks = {scale.rank_of(name): text for name, text in criterion.anchors.items()}
    needs = level_needs(criterion, scale)
    rows = []
    for rank, level in enumerate(scale.by_rank):
        text = ranks.get(rank) or level.description
        label = speaker.maybe(level.label)
        named = Cell(words.rank(scale, rank), lang=label.lang if label else "")
        told = cell(speaker.text(text)) if text else Cell("–")
        rows.append((named, told, Cell(words.need(needs[rank]) or "–")))
    columns = tuple(_say(words, f"card.column.{key}") for key in ("level", "anchor", "evidence"))
    yield Grid(columns, tuple(rows), words.title(criterion.id))
    examples = speaker.maybe(criterion.evidence.examples)
    if examples:
        yield Fields(((_say(words, "card.examples"), cell(examples)),))


def _sources(words: RubricWords) -> Iterator[Block]:
    yield Heading(_say(words, "card.sources"))
    cells = [
        Cell(str(words.speaker.line(one.title)), link=web_address(one.url))
        for one in words.rubric.sources
    ]
    yield from bullets(cells)
    if not cells:
        yield Paragraph(Cell(_say(words, "card.no-sources")))


def _version(words: RubricWords) -> Iterator[Block]:
    rubric = words.rubric
    yield Heading(_say(words, "card.version"))
    rows = [
        (say("report.fingerprint.rubric", words.language), Cell(f"{rubric.id} {rubric.version}")),
        (say("report.fingerprint.licence", words.language), Cell(rubric.licence)),
    ]
    yield Fields(tuple(rows))
    if rubric.notes:
        yield Paragraph(cell(words.speaker.text(rubric.notes)))
