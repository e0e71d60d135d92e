"""The rules about names: what is named and never used, what is named alike."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.names import (
    confusable_ids,
    named_twice,
    only_one_value,
    unlisted_attribute_value,
    unused_attribute,
    unused_criterion,
    unused_group,
    unused_source,
)

NAMES: tuple[Rule, ...] = (
    unused_criterion.RULE,
    unused_group.RULE,
    unused_attribute.RULE,
    unused_source.RULE,
    confusable_ids.RULE,
    named_twice.RULE,
    unlisted_attribute_value.RULE,
    only_one_value.RULE,
)
