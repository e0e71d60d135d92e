"""The questions of a rubric as an answer sheet: each with its levels, still unknown."""

from collections.abc import Iterator

from scalecheck.forms.comments import comment, example, plain, quoted
from scalecheck.forms.wording import Wording
from scalecheck.model.criterion import Criterion, Dimension, Group, level_needs
from scalecheck.model.nodes import nodes_of
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Condition, InGroup, rule_names
from scalecheck.model.scale import ScaleLevel


class Questions:
    """Writes the answers of one assessment, in the order of the rubric; groups come last."""

    def __init__(self, rubric: Rubric, words: Wording) -> None:
        self.rubric, self.words, self.nodes = rubric, words, nodes_of(rubric)
        asked = list(self.nodes.asked())
        self.alone = [c for c in asked if c.id not in self.nodes.group_of]
        grouped = [self.nodes.criteria[name] for group in rubric.groups for name in group.criteria]
        ordered = [*self.alone, *grouped]
        self.numbers = {criterion.id: n for n, criterion in enumerate(ordered, start=1)}

    @property
    def mark(self) -> str:
        """What sets the instances aside: nothing where the rubric asks no other question."""
        return example("") if self.alone else ""

    def write(self) -> Iterator[str]:
        """Write `answers`, every question unknown."""
        yield from self._write_manual()
        yield "    answers:"
        for dimension in self.rubric.dimensions:
            yield from self._write_dimension(dimension)
        for group in self.rubric.groups:
            yield from self._write_group(group)

    def write_plans(self, year: int) -> Iterator[str]:
        """Write an example of planned answers, to be reached by the end of a year."""
        if self.alone:
            first = self.alone[0]
            best = self.nodes.scales[first.scale].by_rank[-1]
            phase = self.words.say("example.phase-id")
            yield ""
            yield from comment(self.words.say("assessment.plans"), 4)
            yield example("    plans:")
            answers = f"{{{plain(first.id)}: {best.value}}}"
            yield example(f"      - {{id: {phase}, by: {year}-12, answers: {answers}}}")

    def _write_manual(self) -> Iterator[str]:
        criterion = next(self.nodes.asked(), None)
        if criterion is None:
            return
        say, levels = self.words.say, self.nodes.scales[criterion.scale].by_rank
        low, high = str(levels[-2].value), str(levels[-1].value)
        cited = f"{{level: {low}, evidence: [{say('example.record-id')}]}}"
        forms = {
            "level": low,
            "evidence": cited,
            "between": f"{{between: [{low}, {high}]}}",
            "unknown": "unknown",
            "not-applicable": f"{{not_applicable: {quoted('…')}}}",
        }
        yield from comment(say("assessment.how"), 4)
        width = max(map(len, forms.values()))
        for key, form in forms.items():
            yield f"    #   {form:<{width}}  {say(f'answer.{key}')}"

    def _write_dimension(self, dimension: Dimension) -> Iterator[str]:
        here = [c for c in dimension.criteria if c.id not in self.nodes.group_of]
        if here:
            yield ""
            yield from comment(f"--- {self.words.title(dimension)} ---", 6)
        for criterion in here:
            if criterion.computed is not None:
                yield from self._write_computed(criterion)
            else:
                yield from self._write_question(criterion, 6)
                yield f"      {plain(criterion.id)}: unknown"

    def _write_computed(self, criterion: Criterion) -> Iterator[str]:
        words, named = self.words, dict.fromkeys(self._sources(criterion))
        titles = words.join(words.say("assessment.computed-group", title=t) for t in named)
        facts = {"title": words.title(criterion), "list": titles}
        yield ""
        yield from comment(words.say("assessment.computed", **facts), 6)

    def _sources(self, criterion: Criterion) -> Iterator[str]:
        """Name what a computed criterion reads: its groups, or else its nodes."""
        for rule in (criterion.computed or {}).values():
            if isinstance(rule, InGroup):
                yield self.words.title(self.nodes.groups[rule.group])
            else:
                yield from map(self._title, rule_names(rule))

    def _title(self, name: str) -> str:
        shelves = (self.nodes.criteria, self.nodes.dimensions, self.nodes.measures)
        found = next((shelf[name] for shelf in shelves if name in shelf), None)
        return self.words.title(found) if found is not None else name

    def _write_group(self, group: Group) -> Iterator[str]:
        mark, instance = self.mark, self.words.say("example.instance-id")
        yield ""
        yield from comment(self.words.say("assessment.group", title=self.words.title(group)), 6)
        yield f"{mark}      {plain(group.id)}:"
        yield f"{mark}        {instance}:"
        for name in group.criteria:
            yield from self._write_question(self.nodes.criteria[name], 10)
            yield f"{mark}          {plain(name)}: unknown"

    def _write_question(self, criterion: Criterion, indent: int) -> Iterator[str]:
        words, number = self.words, self.numbers[criterion.id]
        facts = {"number": number, "total": len(self.numbers), "title": words.title(criterion)}
        yield ""
        yield from comment(words.say("assessment.number", **facts), indent)
        for text in (criterion.question, criterion.description, criterion.notes):
            if text is not None:
                yield from comment(words.text(text), indent)
        if criterion.applies_when:
            condition = _say_condition(criterion.applies_when)
            yield from comment(words.say("assessment.applies", condition=condition), indent)
        yield from self._write_levels(criterion, indent)
        if criterion.evidence.examples is not None:
            examples = words.text(criterion.evidence.examples)
            yield from comment(words.say("assessment.examples", examples=examples), indent)
        if criterion.not_applicable == "allowed":
            yield from comment(words.say("assessment.not-applicable"), indent)

    def _write_levels(self, criterion: Criterion, indent: int) -> Iterator[str]:
        scale = self.nodes.scales[criterion.scale]
        anchors = {scale.rank_of(name): text for name, text in criterion.anchors.items()}
        needs = level_needs(criterion, scale)
        ranks = range(len(scale.levels))
        for rank in ranks if scale.by_rank == scale.levels else reversed(ranks):
            level, need = scale.by_rank[rank], self._say_need(needs[rank])
            text = anchors.get(rank) or level.description
            said = _name_level(level, self.words)
            if text is not None:
                facts = {"level": said, "anchor": self.words.text(text)}
                said = self.words.say("assessment.anchor", **facts)
            yield from comment(said, indent, hang=2)
            if need:
                yield from comment(need, indent, shift=2)

    def _say_need(self, need: EvidenceNeed | None) -> str:
        grades = {grade.id: grade for grade in self.rubric.evidence.grades}
        weakest = self.rubric.evidence.grades[0].id
        if need is None or need == EvidenceNeed(grade=weakest):
            return ""
        grade = self.words.title(grades[need.grade])
        said = self.words.say("need.grade", count=need.count, grade=grade)
        if need.newest_within is None:
            return said
        return f"{said}, {self.words.say('need.recent', months=need.newest_within)}"


def _name_level(level: ScaleLevel, words: Wording) -> str:
    if level.label is not None:
        return f"{level.value} {words.text(level.label)}"
    return str(level.value) if level.id is None else f"{level.value} {level.id}"


def _say_condition(condition: Condition) -> str:
    """Spell a condition as it is written in the file: `a = x | y, b = z`."""
    return " | ".join(
        ", ".join(f"{name} = {' | '.join(values)}" for name, values in case.root.items())
        for case in condition
    )
