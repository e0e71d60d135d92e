"""Every rule, in one visible list, by topic; the catalogue, the tests and the docs come from it."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.calls import CALLS
from scalecheck.lint.rules.evidence import EVIDENCE
from scalecheck.lint.rules.levels import LEVELS
from scalecheck.lint.rules.life import LIFE
from scalecheck.lint.rules.measures import MEASURES
from scalecheck.lint.rules.names import NAMES
from scalecheck.lint.rules.projects import PROJECTS
from scalecheck.lint.rules.reading import READING
from scalecheck.lint.rules.scales import SCALES
from scalecheck.lint.rules.tests import TESTS
from scalecheck.lint.rules.texts import TEXTS
from scalecheck.lint.rules.weights import WEIGHTS

RULES: tuple[Rule, ...] = (
    *READING,
    *NAMES,
    *SCALES,
    *WEIGHTS,
    *LEVELS,
    *MEASURES,
    *EVIDENCE,
    *TEXTS,
    *LIFE,
    *PROJECTS,
    *CALLS,
    *TESTS,
)
