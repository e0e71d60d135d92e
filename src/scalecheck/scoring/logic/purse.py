"""How much work the questions of one kind may cost: steps are counted, never time."""

STEPS = 200_000  # fifty times what a respected rubric takes
READING = 8  # for each part of a rule that is read
COMPARING = 4  # for each part of the rules that are compared, box after box
_ENDLESS = 10**18  # more than any question can spend


class Purse:
    """The steps left; without end until it is filled."""

    def __init__(self) -> None:
        self.left = _ENDLESS
        self._is_filled = False
        self._had: set[object] = set()

    def fill(self, steps: int = STEPS) -> None:
        """Begin with so many steps."""
        self.left, self._is_filled = steps, True
        self._had.clear()

    def spend(self, steps: int) -> None:
        """Take steps out."""
        self.left -= steps

    def pay_once(self, thing: object, steps: int) -> None:
        """Pay for a thing that is kept: once for a filling, whoever had it before."""
        if self._is_filled and thing not in self._had:
            self._had.add(thing)
            self.left -= steps

    def afford(self, count: int, price: int) -> int:
        """How many things at a price can be had, up to a count; one at least."""
        return max(1, min(count, self.left // price))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left: what is asked from now on stays undecided."""
        return self.left <= 0
