"""Random wide tables for a rubric, and what each row must come to."""

from random import Random

from tests.portfolio.engine.expected import expected

from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.projects import project_of
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.layout import Part, layout_of
from scalecheck.scoring.assess import Options, assess
from scalecheck.scoring.facts import Manner

AS_OF = "2026-10-15"
DATES = ("2026-09", "2026-10-01", "2025-03-10", "2024-01", "2020-05", "2027-01", None, None)
WORDS = ("sector-a", "sector-b")


class Table:
    """Rows of cells under named columns; the same for the same seed."""

    def __init__(self, rubric, seed, rows=8, room=3):
        self.rubric, self.random = rubric, Random(seed)
        self.layout = layout_of(rubric)
        self.nodes = self.layout.nodes
        graded = self.random.random() < 0.7
        parts = [Part.LEVEL]
        parts += [Part.REASON] if self.random.random() < 0.7 else []
        parts += [Part.GRADE] if graded else []
        parts += [Part.COUNT] if graded and self.random.random() < 0.5 else []
        parts += [Part.DATED] if graded and self.random.random() < 0.5 else []
        self.deemed = not graded and self.random.random() < 0.5
        self.as_of = AS_OF if self.random.random() < 0.7 else None
        rooms = {g: self.random.randint(1, room) for g in self.nodes.groups}
        columns = list(self.layout.columns(rooms, tuple(parts)))
        keep = self.random.choice((1.0, 1.0, 0.9))
        self.columns = [c for c in columns if self.random.random() < keep]
        if self.random.random() < 0.5:
            self.columns = [c for c in self.columns if c.part is not Part.ALIKE]
        self.names = [c.name for c in self.columns]
        self.quality = self.random.choice((0.3, 0.6, 0.9))
        self.rows = [self.row() for _ in range(rows)]

    def row(self):
        self.sizes = {g: self.random.choice((None, 0, 1, 2, 3)) for g in self.nodes.groups}
        self.silence = self.random.choice((0.0, 0.1, 0.4))
        return tuple(self.cell(column) for column in self.columns)

    def cell(self, column):
        if column.instance and column.instance > (self.sizes[column.group] or 0):
            return None
        return getattr(self, f"cell_{column.part.value}")(column)

    def cell_about(self, column):
        return column.name

    def cell_attribute(self, column):
        if self.random.random() < 0.3 or column.subject == "id":
            return None
        if column.subject == "track":
            ids = [t.id for t in self.rubric.tracks]
            return self.random.choice((*ids, None))
        if column.subject == "strategies":
            ids = [s.id for s in self.rubric.strategies]
            return "|".join(self.random.sample(ids, min(len(ids), self.random.randint(0, 2))))
        known = self.values(column)
        some = self.random.sample(known, min(len(known), self.random.choice((1, 1, 1, 2))))
        return "|".join(some)

    def values(self, column):
        holder = self.nodes.groups[column.group] if column.group else self.rubric
        for attribute in holder.attributes:
            if attribute.id == column.subject:
                if attribute.scale:
                    return [str(v.value) for v in self.nodes.scales[attribute.scale].levels]
                return [v.id for v in attribute.values]
        return list(WORDS)

    def cell_instances(self, column):
        size = self.sizes[column.group]
        room = max((c.instance for c in self.columns if c.group == column.group), default=0)
        if size is not None:
            self.sizes[column.group] = size = min(size, room)
        return size

    def cell_alike(self, column):
        return self.random.choice((None, 1, 1, 2, 3))

    def cell_level(self, column):
        random, scale = self.random, self.nodes.scales[self.nodes.criteria[column.subject].scale]
        if random.random() < self.silence:
            return random.choice(("unknown", "?", None, None, ""))
        if random.random() < 0.12:
            return "n/a"
        rank = self.rank(scale)
        if random.random() < 0.1:
            other = random.randint(rank, scale.top)
            return f"{self.name(scale, rank)}..{self.name(scale, other)}"
        value = scale.by_rank[rank].value
        if random.random() < 0.2 and value.denominator == 1:
            return random.choice((int(value), float(value), f"{value}.0"))
        return self.name(scale, rank)

    def name(self, scale, rank):
        level = scale.by_rank[rank]
        return level.id if level.id and self.random.random() < 0.4 else str(level.value)

    def rank(self, scale):
        rank = round(scale.top * self.quality + self.random.uniform(-1.2, 1.0))
        return max(0, min(scale.top, rank))

    def cell_reason(self, column):
        return self.random.choice(("parce que", None, ""))

    def cell_grade(self, column):
        grades = [g.id for g in self.rubric.evidence.grades]
        return self.random.choice((*grades, *grades[1:], None))

    def cell_count(self, column):
        return self.random.choice((None, 1, 2, 3, "2"))

    def cell_dated(self, column):
        return self.random.choice(DATES)

    @property
    def reader(self):
        return QuestionReader(self.rubric, deemed=self.deemed, as_of=self.as_of)

    def expected(self):
        """What the engine of one project says of each row."""
        binding = Binding(self.rubric, self.names)
        reader = self.reader
        options = Options(manner=Manner(deem_supported=self.deemed))
        return [
            expected(assess(self.rubric, project_of(binding, reader, row), options))
            for row in self.rows
        ]
