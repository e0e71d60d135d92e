"""Write the file that someone starts from: a project descriptor or a rubric, already valid."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from scalecheck.forms.comments import comment, example, plain, quoted
from scalecheck.forms.header import Start, write_header
from scalecheck.forms.questions import Questions
from scalecheck.forms.wording import Wording
from scalecheck.model.criterion import Attribute, Group
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text

_TEMPLATE_ID = "ma-grille"


def new_project(rubric: Rubric, language: Language, project_id: str, today: str) -> str:
    """Write a commented descriptor that validates: every question of a rubric, still unknown.

    Args:
        rubric: the instrument that the project will be assessed with.
        language: that of the comments and of the texts to replace.
        project_id: an identifier (small letters, digits, hyphens).
        today: the date of the first assessment, `2026-10-15`.

    Returns:
        YAML. A `#` at the start of a line sets an example aside; with all of those taken away,
        the file still validates.
    """
    start = Start(Wording(language), rubric, project_id, today)
    questions = Questions(rubric, start.words)
    parts = (
        write_header(start),
        _attributes(start),
        _ambition(start),
        _strategies(start),
        _instances(start, questions),
        _evidence(start),
        _assessment(start, questions),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def new_rubric(language: Language, rubric_id: str) -> str:
    """Write a small commented rubric that validates and teaches the format.

    Args:
        language: that of the comments; the texts of the rubric are in both.
        rubric_id: an identifier (small letters, digits, hyphens).
    """
    template = files("scalecheck.forms").joinpath("templates", f"rubric.{language}.yaml")
    text = template.read_text(encoding="utf-8")
    return text.replace(f"\nid: {_TEMPLATE_ID}\n", f"\nid: {plain(rubric_id)}\n", 1)


def _attributes(start: Start) -> Iterator[str]:
    if not start.rubric.attributes:
        return
    yield ""
    yield from comment(start.words.say("attributes.about"))
    yield example("attributes:")
    for attribute in start.rubric.attributes:
        yield from _about_attribute(start, attribute)
        yield example(f"  {plain(attribute.id)}: {plain(_value(start, attribute))}")


def _about_attribute(start: Start, attribute: Attribute) -> Iterator[str]:
    words = start.words
    yield from comment(words.title(attribute), 2)
    if attribute.description is not None:
        yield from comment(words.text(attribute.description), 2)
    for name, meaning in _choices(start, attribute):
        yield from comment(words.choice(name, meaning), 2, shift=2, hang=2)


def _choices(start: Start, attribute: Attribute) -> tuple[tuple[str, Text | None], ...]:
    """What may be written for an attribute, each with its meaning."""
    if attribute.values:
        return tuple((value.id, value.title) for value in attribute.values)
    scale = next(s for s in start.rubric.scales if s.id == attribute.scale)
    return tuple((str(level.value), level.label) for level in scale.levels)


def _value(start: Start, attribute: Attribute) -> str:
    """An example of what an attribute may be: its first value, or its worst level."""
    if attribute.values:
        return attribute.values[0].id
    scale = next(s for s in start.rubric.scales if s.id == attribute.scale)
    return str(scale.by_rank[0].value)


def _ambition(start: Start) -> Iterator[str]:
    rubric, words, aims = start.rubric, start.words, []
    if not rubric.tracks and not rubric.levels:
        return
    yield ""
    yield from comment(words.say("choices.ambition"))
    if rubric.tracks:
        aims.append(f"track: {plain(rubric.tracks[0].id)}")
        named = words.choices((track.id, track.title) for track in rubric.tracks)
        yield from comment(words.say("choices.track", list=named))
    if rubric.levels:
        aims.append(f"level: {plain(rubric.levels[-1].value)}")
        named = words.choices((level.value, level.name) for level in rubric.levels)
        yield from comment(words.say("choices.level", list=named))
    yield example(f"ambition: {{{', '.join(aims)}, by: {start.year + 3}-12}}")


def _strategies(start: Start) -> Iterator[str]:
    strategies = start.rubric.strategies
    if strategies:
        named = start.words.choices((strategy.id, strategy.title) for strategy in strategies)
        yield from comment(start.words.say("choices.strategies", list=named))
        yield example(f"strategies: [{plain(strategies[0].id)}]")


def _instances(start: Start, questions: Questions) -> Iterator[str]:
    settings = [g for g in start.rubric.groups if g.of == "settings"]
    others = [g for g in start.rubric.groups if g.of is None]
    mark = questions.mark
    for group in settings:
        yield from _about_instances(start, group, "settings")
        yield f"{mark}settings:"
        yield f"{mark}  - {_instance(start, group)}"
    for position, group in enumerate(others):
        yield from _about_instances(start, group, "elements")
        if position == 0:
            yield f"{mark}groups:"
        yield f"{mark}  {plain(group.id)}:"
        yield f"{mark}    - {_instance(start, group)}"


def _about_instances(start: Start, group: Group, kind: str) -> Iterator[str]:
    words = start.words
    yield ""
    yield from comment(words.say(f"instances.{kind}", group=words.title(group)))
    for attribute in group.attributes:
        named = words.choices(_choices(start, attribute))
        facts = {"name": words.title(attribute), "list": named}
        yield from comment(words.say("instances.attribute", **facts))


def _instance(start: Start, group: Group) -> str:
    words = start.words
    known = {"id": words.say("example.instance-id"), "title": quoted(words.say("example.instance"))}
    attributes = {plain(a.id): plain(_value(start, a)) for a in group.attributes}
    return _flow({**known, **attributes})


def _flow(pairs: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def _evidence(start: Start) -> Iterator[str]:
    words, grades = start.words, start.rubric.evidence.grades
    yield ""
    yield from comment(words.say("header.evidence"))
    named = words.choices((grade.id, grade.title) for grade in grades)
    yield from comment(words.say("header.grades", list=named))
    yield example("evidence:")
    record = {
        "title": quoted(words.say("example.evidence")),
        "kind": "minutes",
        "date": start.today[:7],
        "issuer": "bearer",
        "grade": plain(grades[min(1, len(grades) - 1)].id),
        "where": quoted(words.say("example.where")),
    }
    yield example(f"  {words.say('example.record-id')}: {_flow(record)}")


def _assessment(start: Start, questions: Questions) -> Iterator[str]:
    words, rubric = start.words, start.rubric
    yield ""
    yield from comment(words.say("assessment.about"))
    yield "assessments:"
    yield f"  - date: {start.today}"
    yield from comment(words.say("assessment.kind"), 4)
    yield "    kind: self"
    yield f"    rubric: {plain(rubric.id)}"
    yield f"    rubric_version: {plain(rubric.version)}"
    yield from comment(words.say("assessment.assessor"), 4)
    role, organization = (quoted(words.say(f"example.{n}")) for n in ("role", "organization"))
    yield example(f"    assessor: {{role: {role}, organization: {organization}}}")
    yield from questions.write()
    yield from questions.write_plans(start.year + 1)
