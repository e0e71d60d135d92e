"""A rubric on a page: what `rubrics show` and `rubrics list` print."""

from collections.abc import Iterator, Sequence

from scalecheck.errors import UnknownName
from scalecheck.language.catalogue import say
from scalecheck.model.criterion import Criterion, Dimension
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.language import Language
from scalecheck.model.levels import Level, Readiness, Stage
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.report.criterion_view import show_criterion
from scalecheck.report.measure_words import say_measure
from scalecheck.report.path_view import show_strategies, show_tracks
from scalecheck.report.rubric_lines import WIDTH, lay_out
from scalecheck.report.rubric_words import Line, RubricWords
from scalecheck.report.view.speaker import Speaker

_SHIPPED = "shipped"
_GAP = "  "

Row = tuple[str, str, Text, str]


def render_list(rows: Sequence[Row], language: Language) -> str:
    """List rubrics in columns.

    Args:
        rows: for each, its id, its version, its title and where it comes from: a path, or
            `shipped`.
        language: that of the headings and of the titles.
    """
    speaker = Speaker(language)
    if not rows:
        return say("rubric.list.none", language) + "\n"
    heads = [say(f"rubric.list.{key}", language) for key in ("id", "version", "title", "origin")]
    shipped = say("rubric.list.shipped", language)
    cells = [
        [
            speaker.line(id).text,
            speaker.line(version).text,
            speaker.text(title).text,
            shipped if origin == _SHIPPED else speaker.line(origin).text,
        ]
        for id, version, title, origin in rows
    ]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    lines = (
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (heads, *cells)
    )
    return "\n".join(lines) + "\n"


def render_rubric(rubric: Rubric, language: Language, criterion: str | None = None) -> str:
    """Write a rubric, or one criterion of it with its anchors and advice, as plain text.

    Raises:
        UnknownName: the rubric has no such criterion.
    """
    words = RubricWords(rubric, language)
    if criterion is None:
        return lay_out(_show_rubric(words))
    found = words.nodes.criteria.get(criterion)
    if found is None:
        raise UnknownName("criterion", criterion, tuple(words.nodes.criteria))
    return lay_out(show_criterion(words, found))


def _show_rubric(words: RubricWords) -> Iterator[Line]:
    yield from _show_top(words)
    yield from _show_scales(words)
    yield from _head(words, "criteria")
    for dimension in words.rubric.dimensions:
        yield from _show_dimension(words, dimension)
    yield from _show_levels(words)
    yield from _show_stages(words)
    if words.rubric.tracks:
        yield from _head(words, "tracks")
        yield from show_tracks(words)
    if words.rubric.strategies:
        yield from _head(words, "strategies")
        yield from show_strategies(words)
    if words.rubric.measures:
        yield from _head(words, "measures")
        for measure in words.rubric.measures:
            yield from say_measure(words, measure)


def _head(words: RubricWords, section: str) -> Iterator[Line]:
    title = words.say(f"section.{section}")
    yield from (Line(""), Line(title), Line("-" * len(title)))


def _show_top(words: RubricWords) -> Iterator[Line]:
    rubric = words.rubric
    title = words.text(rubric.title)
    yield from (Line(title), Line("=" * min(len(title), WIDTH)))
    facts = {"id": rubric.id, "version": rubric.version, "licence": rubric.licence}
    yield Line(words.speaker.line(words.say("about.line", **facts)).text)
    yield Line(words.say("about.languages", list=words.join(rubric.languages)))
    if rubric.headline == "none":
        yield Line(words.say("about.headline-none"))
    elif rubric.headline != "ladder":
        yield Line(words.say("about.headline-measure", title=words.title(rubric.headline)))
    if rubric.description is not None:
        yield from (Line(""), Line(words.text(rubric.description)))
    if rubric.notes is not None:
        yield from _head(words, "notes")
        yield Line(words.text(rubric.notes))


def _show_scales(words: RubricWords) -> Iterator[Line]:
    yield from _head(words, "scales")
    for scale in words.rubric.scales:
        title = words.text(scale.title) if scale.title is not None else scale.id
        yield Line(title)
        for level in scale.levels:
            rank = scale.rank_of(str(level.value)) or 0
            described = words.text(level.description) if level.description is not None else ""
            facts = {"level": words.rank(scale, rank), "anchor": described}
            text = words.say("criterion.anchor", **facts) if described else facts["level"]
            yield Line(text, 1)


def _show_dimension(words: RubricWords, dimension: Dimension) -> Iterator[Line]:
    yield from (Line(""), Line(f"{words.text(dimension.title)} ({dimension.id})"))
    yield from words.maybe(dimension.description, 1)
    for criterion in dimension.criteria:
        yield Line(f"{words.text(criterion.title)} ({criterion.id})", 1)
        yield from words.maybe(criterion.question, 2)
        yield from _show_conditions(words, criterion)


def _show_conditions(words: RubricWords, criterion: Criterion) -> Iterator[Line]:
    group = words.nodes.group_of.get(criterion.id)
    if criterion.computed is not None:
        yield Line(words.say("criterion.computed"), 2)
    if group is not None:
        yield Line(words.say("criterion.per", group=words.title(group.id)), 2)
    if criterion.applies_when:
        condition = words.condition(criterion.applies_when)
        yield Line(words.say("criterion.applies", condition=condition), 2)


def _show_levels(words: RubricWords) -> Iterator[Line]:
    if words.rubric.levels:
        yield from _head(words, "levels")
    stages = {stage.id: stage for stage in words.rubric.stages}
    for level in words.rubric.levels:
        name = f". {words.text(level.name)}" if level.name is not None else ""
        yield from (Line(""), Line(f"{level.value}{name}"))
        yield from words.maybe(level.description, 1)
        if level.stage is not None:
            stage = words.text(stages[level.stage].title)
            yield Line(words.say("level.stage", stage=stage), 1)
        if level.readiness is not None:
            yield from _show_readiness(words, level.readiness)
        yield from _show_additions(words, level)


def _show_readiness(words: RubricWords, readiness: Readiness) -> Iterator[Line]:
    yield Line(words.say("level.readiness", label=words.text(readiness.label)), 1)
    if readiness.gate is not None:
        yield Line(words.say("level.gate", gate=words.text(readiness.gate)), 1)
    if readiness.decided_by is not None:
        yield Line(words.say("level.decided-by", who=words.text(readiness.decided_by)), 1)
    if readiness.support is not None:
        yield Line(words.say("level.support", support=words.text(readiness.support)), 1)


def _show_additions(words: RubricWords, level: Level) -> Iterator[Line]:
    """What a level adds: its rule, or the items that the headline's measure asks there."""
    measure = words.nodes.measures.get(words.rubric.headline)
    items = measure.items if isinstance(measure, Ladder | Highest | Additive) else {}
    if level.requires is not None:
        yield Line(words.say("level.adds"), 1)
        yield from words.rule(level.requires, 2)
    elif level.value in items:
        yield Line(words.say("level.adds"), 1)
        yield from (Line(words.title(name), 2) for name in items[level.value])


def _show_stages(words: RubricWords) -> Iterator[Line]:
    if words.rubric.stages:
        yield from _head(words, "stages")
    for stage in words.rubric.stages:
        yield Line(f"{words.text(stage.title)} ({stage.id})")
        yield from words.maybe(stage.description, 1)
        values = [level.value for level in words.rubric.levels if level.stage == stage.id]
        if values:
            yield Line(words.say("stage.levels", list=words.join(values)), 1)
        yield from _show_support(words, stage)


def _show_support(words: RubricWords, stage: Stage) -> Iterator[Line]:
    for word in ("who", "money", "expertise"):
        text = getattr(stage.support, word, None)
        if text is not None:
            yield Line(words.say(f"stage.{word}", **{word: words.text(text)}), 1)
