"""Which rules to apply: all of them, or those that were selected, less those ignored."""

from typing import NamedTuple

from scalecheck.lint.rule import Rule


class Choice(NamedTuple):
    """Codes and topics; nothing selected means every rule. What cannot be read is always told."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, rule: Rule) -> bool:
        """Tell whether a rule is to be applied."""
        names = {rule.code, str(rule.topic)}
        wanted = not self.select or bool(names.intersection(self.select))
        return wanted and not names.intersection(self.ignore)
