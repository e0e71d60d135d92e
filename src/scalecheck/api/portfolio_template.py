"""The table to fill in for a rubric, in the words of one language."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from scalecheck.api.loading import shelf
from scalecheck.api.portfolio_words import table_words
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.text import Text
from scalecheck.portfolio.layout import ABOUT, UNKNOWN, Column, Part
from scalecheck.portfolio.mapping.columns import Instrument, choices_of, declared, takes_several
from scalecheck.portfolio.tables.template import Field, Texts, write_csv, write_xlsx

_NAMED = "portfolio_score.template"


def portfolio_template(
    rubric: str,
    format: str = "xlsx",  # the word that users know
    *,
    instances: int = 3,
    folders: Sequence[str | Path] = (),
    language: Language | str = Language.FR,
) -> bytes:
    """Make the table to fill in for a rubric: `xlsx` with a guide, or the header of a `csv`.

    Args:
        rubric: its id or its path.
        format: `xlsx` or `csv`.
        instances: for how many members of each group there are columns.
        folders: where rubrics are looked for first.
        language: of the titles and of the guide; the names of the columns have none.

    Raises:
        UnknownName, AmbiguousRubric, SourceError: the rubric cannot be had.
        MissingExtra: Excel needs an optional part.
    """
    place = shelf(folders)
    found = place.find(rubric).rubric
    instrument = Instrument(found, place.vocabularies(), table_words())
    drawing = _Drawing(instrument, Language(language))
    rooms = dict.fromkeys(instrument.layout.nodes.groups, instances)
    columns = instrument.layout.columns(rooms, (Part.LEVEL, Part.REASON, Part.GRADE))
    fields = [drawing.field(column) for column in columns if _serves(found, column)]
    if format == "csv":
        return write_csv(fields).encode()
    spoken = drawing.say
    headers = spoken("column"), spoken("meaning"), spoken("allowed")
    return write_xlsx(fields, Texts(spoken("sheet"), spoken("guide"), spoken("how"), headers))


def _serves(rubric: Rubric, column: Column) -> bool:
    """Tell whether a column has a use: a reason to give, a track or a strategy to choose."""
    if column.part is Part.REASON:
        return _may_need_reason(rubric, column)
    listed = {"track": rubric.tracks, "strategies": rubric.strategies}
    return bool(listed.get(column.name, True))


def _may_need_reason(rubric: Rubric, column: Column) -> bool:
    """Tell whether a criterion may be left aside, with its reason."""
    criterion = next(c for c in rubric.criteria if c.id == column.subject)
    is_asked = rubric.non_answers.not_applicable.reason == "required"
    return is_asked and criterion.not_applicable == "allowed"


class _Drawing:
    """Says each column of a rubric's wide table in one language."""

    def __init__(self, instrument: Instrument, language: Language) -> None:
        self.instrument, self.language = instrument, language
        self.nodes = instrument.layout.nodes

    def say(self, name: str, **facts: object) -> str:
        """Say a word of the template."""
        return say(f"{_NAMED}.{name}", self.language, **facts)

    def text(self, text: Text | None) -> str:
        """Say a text of the rubric."""
        return text.said_in(self.language)[0] if text else ""

    def field(self, column: Column) -> Field:
        """Say one column."""
        title = self._title(column)
        criterion = self.nodes.criteria.get(column.subject)
        about = self.text(criterion.question) if criterion and column.part is Part.LEVEL else ""
        allowed, choices = self._allowed(column)
        return Field(
            column.name, title, about or title, allowed, tuple(choices), self._part(column)
        )

    def _part(self, column: Column) -> str:
        if column.group:
            group = self._called(column)
            return f"{group} {column.instance}" if column.instance else group
        dimensions = self.nodes.dimensions.values()
        owner = next((d for d in dimensions if column.subject in self.nodes.members(d)), None)
        return self.text(owner.title) if owner else self.say("part-about")

    def _called(self, column: Column) -> str:
        """What one member of a group is called, or the group itself where there is none."""
        group = self.nodes.groups[column.group]
        if column.instance and group.of == "settings":
            return self.say("setting")
        return self.text(group.title) or group.id

    def _title(self, column: Column) -> str:
        own = self._own_title(column)
        if column.part not in (Part.LEVEL, Part.ATTRIBUTE, Part.ABOUT, Part.ALIKE, Part.INSTANCES):
            own = self.say(f"part-{column.part}", title=own)
        if not column.instance:
            return own
        return self.say(
            "instance", group=self._called(column), number=str(column.instance), title=own
        )

    def _own_title(self, column: Column) -> str:
        subject = column.subject
        if column.part is Part.INSTANCES:
            return self.say("instances-title", group=self._called(column))
        if column.part is Part.ALIKE:
            return self.say("instance-alike")
        if column.part is Part.ABOUT:
            return self.say(f"about-{subject}")
        criterion = self.nodes.criteria.get(subject)
        if criterion is not None and column.part is not Part.ATTRIBUTE:
            return self.text(criterion.title)
        return self._attribute(column)

    def _attribute(self, column: Column) -> str:
        own = declared(self.nodes, column.subject, column.group)
        if own is not None and own.title is not None:
            return self.text(own.title)
        if own is None and column.subject == "id":
            return self.say("instance-id")
        return column.subject if own is not None else self.say(column.subject)

    def _allowed(self, column: Column) -> tuple[str, Sequence[str]]:
        """What may be written in a column, in words and as a list."""
        match column.part:
            case Part.LEVEL:
                criterion = self.nodes.criteria[column.subject]
                scale = self.nodes.scales[criterion.scale]
                may_be_out = criterion.not_applicable == "allowed"
                needs_reason = _may_need_reason(self.instrument.rubric, column)
                name = "level-na-reason" if needs_reason else "level-na" if may_be_out else "level"
                levels = "; ".join(self._levels(scale))
                choices = [str(level.value) for level in scale.levels]
                extra = [UNKNOWN[1], *(["n/a"] if may_be_out else [])]
                return self.say(name, levels=levels), choices + extra
            case Part.GRADE:
                grades = self.instrument.rubric.evidence.grades
                named = ", ".join(self._named(one.id, one.title) for one in grades)
                return self.say("grade", grades=named), [one.id for one in grades]
            case Part.INSTANCES | Part.ALIKE | Part.COUNT:
                name = {Part.INSTANCES: "instances", Part.ALIKE: "alike"}.get(column.part, "count")
                return self.say(name), ()
            case Part.ATTRIBUTE:
                return self._values(column)
            case _:
                free = (
                    "id" if column.name == ABOUT[0] else "date" if column.part is Part.DATED else ""
                )
                return self.say(free or "free"), ()

    def _levels(self, scale: Scale) -> Iterator[str]:
        for level in scale.levels:
            yield self._named(str(level.value), level.label)

    def _values(self, column: Column) -> tuple[str, Sequence[str]]:
        choices = list(choices_of(self.instrument, column))
        if not choices:
            return self.say("free"), ()
        language = 0 if self.language is Language.FR else -1
        named = [
            f"{c.stands} ({c.names[1:][language]})" if c.names[1:] else c.stands for c in choices
        ]
        name = "several" if takes_several(self.instrument, column) else "single"
        return self.say(name, values="; ".join(named)), [one.stands for one in choices]

    def _named(self, name: str, label: Text | None) -> str:
        said = self.text(label)
        return f"{name} ({said})" if said else name
