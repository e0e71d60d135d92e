"""The rules about evidence and sources: what levels ask for, and where a rubric comes from."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.evidence import (
    bad_url,
    copied_beyond_licence,
    copied_source_without_url,
    evidence_cap_decreasing,
    evidence_on_computed,
    evidence_window_beyond_max_age,
    no_evidence_examples,
    no_source,
    unknown_licence,
    unused_index_permission,
)

EVIDENCE: tuple[Rule, ...] = (
    evidence_cap_decreasing.RULE,
    evidence_window_beyond_max_age.RULE,
    evidence_on_computed.RULE,
    no_evidence_examples.RULE,
    no_source.RULE,
    copied_source_without_url.RULE,
    copied_beyond_licence.RULE,
    bad_url.RULE,
    unknown_licence.RULE,
    unused_index_permission.RULE,
)
