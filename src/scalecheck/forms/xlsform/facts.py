"""The rows of a fact that is asked and never scored."""

from collections.abc import Iterator

from scalecheck.forms.questionnaire import FactField, Questionnaire
from scalecheck.forms.xlsform.conditions import fact_title
from scalecheck.forms.xlsform.names import code
from scalecheck.forms.xlsform.rows import Choice, Labels, Row
from scalecheck.forms.xlsform.telling import Telling

# Built-in facts of a setting of which one alone holds on a given day.
_SINGLE = ("status", "territory")


def fact_rows(
    field: FactField, name: str, place: Labels, given: tuple[str, ...] | None, telling: Telling
) -> Iterator[Row]:
    """Ask for a fact: from its values where they are known, typed otherwise."""
    words = telling.words
    title = fact_title(field, words)
    label = words.say("fact.placed", place=place, title=title) if any(place) else title
    hint = words.text(field.description)
    if not field.options:
        opens = " ".join(given or ())
        yield telling.line(name, label, opens, words.lines(hint, words.say("hint.ids")))
        return
    many = is_many(field, given, telling.asked)
    choices = tuple(Choice(code(one.id), words.title(one)) for one in field.options)
    yield Row(
        "select_multiple" if many else "select_one",
        name,
        label,
        hint,
        list_name=_list_name(field, name),
        choices=choices,
        default=" ".join(map(code, given or ())),
    )


def is_many(field: FactField, given: tuple[str, ...] | None, asked: Questionnaire) -> bool:
    """Tell whether a fact may take several values at once: one that has a scale never does."""
    if given is not None and len(given) > 1:
        return True
    groups = (attribute for group in asked.rubric.groups for attribute in group.attributes)
    scaled = {one.id for one in (*asked.rubric.attributes, *groups) if one.scale is not None}
    return len(field.options) > 2 and field.id not in (*_SINGLE, *scaled)


def _list_name(field: FactField, name: str) -> str:
    """One list a fact of the project; those of a group share theirs."""
    group, mark, _ = name.rpartition("__FACT__")
    return f"f_{code(field.id)}" if not mark else f"{group.split('__')[0]}__{code(field.id)}"
