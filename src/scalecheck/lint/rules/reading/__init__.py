"""The rules about reading: what YAML and comments really say."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.reading import (
    ambiguous_scalar,
    conflict_in_text,
    decimal_comma_in_list,
    duplicate_anchor_name,
    invisible_in_text,
    malformed_waiver,
    mixed_line_ends,
    tab_in_text,
    text_cut_by_hash,
    unknown_waiver,
    unused_waiver,
    unused_yaml_anchor,
    waiver_without_reason,
)

READING: tuple[Rule, ...] = (
    ambiguous_scalar.RULE,
    text_cut_by_hash.RULE,
    decimal_comma_in_list.RULE,
    conflict_in_text.RULE,
    invisible_in_text.RULE,
    tab_in_text.RULE,
    mixed_line_ends.RULE,
    duplicate_anchor_name.RULE,
    unused_yaml_anchor.RULE,
    unused_waiver.RULE,
    unknown_waiver.RULE,
    malformed_waiver.RULE,
    waiver_without_reason.RULE,
)
