"""Where each thing that the engine reads stands in a table, by the names of its columns."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.layout import Column, Part, layout_of
from scalecheck.portfolio.plan.node import Bundle

Places = Mapping[str, int]
ALIKE = "=alike"  # how many an instance stands for: no attribute has such a name


class Binding:
    """The columns of one table that a rubric reads; the others are left alone.

    Args:
        rubric: the instrument.
        names: the names of the columns, in order.
    """

    def __init__(self, rubric: Rubric, names: Sequence[str]) -> None:
        self.rubric, self.layout, self.names = rubric, layout_of(rubric), tuple(names)
        found: dict[Bundle, dict[str, int]] = {}
        for place, name in enumerate(self.names):
            column = self.layout.read(name)
            if column is not None:
                key, part = self._home(column)
                found.setdefault(key, {})[part] = place
        self._found: Mapping[Bundle, Places] = found
        self._instances: dict[tuple[str, int], tuple[int, ...]] = {}

    def _home(self, column: Column) -> tuple[Bundle, str]:
        match column.part:
            case Part.ABOUT:
                return Bundle("about"), column.subject
            case Part.INSTANCES:
                return Bundle("group", column.subject), column.part.value
            case Part.ALIKE:
                return Bundle("instance", column.group, column.instance), ALIKE
            case Part.ATTRIBUTE if column.group:
                return Bundle("instance", column.group, column.instance), column.subject
            case Part.ATTRIBUTE:
                return Bundle("context"), column.subject
            case _:
                return self.question(column.subject, column.instance), column.part.value

    def question(self, criterion: str, instance: int) -> Bundle:
        """The bundle of a question."""
        owner = self.layout.nodes.group_of.get(criterion)
        return Bundle("question", criterion, instance, owner.id if owner else "")

    def places(self, bundle: Bundle) -> Places:
        """Where the parts of a bundle stand; nothing for those without a column."""
        return self._found.get(bundle, {})

    @property
    def context(self) -> Places:
        """Where the attributes of a project stand."""
        return self.places(Bundle("context"))

    @cached_property
    def has_grades(self) -> bool:
        """Tell whether the table says how strong any evidence is."""
        bundles = (b for b in self._found if b.kind == "question")
        return any(Part.GRADE.value in self._found[b] for b in bundles)

    @cached_property
    def room(self) -> Mapping[str, int]:
        """How many instances of each group the table has columns for."""
        found = dict.fromkeys(self.layout.nodes.groups, 0)
        for bundle in self._found:
            group = bundle.group or (bundle.name if bundle.kind == "instance" else "")
            if group:
                found[group] = max(found[group], bundle.instance)
        return found

    def of_instance(self, group: str, instance: int) -> tuple[int, ...]:
        """Where everything about one instance stands."""
        key = group, instance
        if key not in self._instances:
            whole = Bundle("instance", group, instance)
            found = [places for bundle, places in self._found.items() if bundle.whole == whole]
            self._instances[key] = tuple(sorted(at for places in found for at in places.values()))
        return self._instances[key]

    def has_alike(self, group: str) -> bool:
        """Tell whether an instance of a group may stand for several."""
        numbers = range(1, self.room[group] + 1)
        return any(ALIKE in self.places(Bundle("instance", group, n)) for n in numbers)
