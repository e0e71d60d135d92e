"""The rules about calls: gates that turn nobody away, or everybody."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.calls import (
    contradictory_gates,
    gate_always_met,
    gate_without_source,
    no_fail_gate,
    repeated_gate,
    unlisted_value,
    unreachable_gain,
    unused_call_attribute,
)

CALLS: tuple[Rule, ...] = (
    contradictory_gates.RULE,
    unreachable_gain.RULE,
    gate_always_met.RULE,
    repeated_gate.RULE,
    no_fail_gate.RULE,
    unlisted_value.RULE,
    unused_call_attribute.RULE,
    gate_without_source.RULE,
)
