"""The public names, for type checkers; a test holds them equal to those of the package."""

from scalecheck.api.assessing import (
    Run as Run,
)
from scalecheck.api.assessing import (
    assess as assess,
)
from scalecheck.api.assessing import (
    assess_files as assess_files,
)
from scalecheck.api.assessing import (
    assess_history as assess_history,
)
from scalecheck.api.assessing import (
    verify as verify,
)
from scalecheck.api.checking import (
    check as check,
)
from scalecheck.api.checking import (
    check_paths as check_paths,
)
from scalecheck.api.checking import (
    has_errors as has_errors,
)
from scalecheck.api.checking import (
    run_rubric_tests as run_rubric_tests,
)
from scalecheck.api.checking import (
    shipped_tests as shipped_tests,
)
from scalecheck.api.checking import (
    test_file as test_file,
)
from scalecheck.api.findings import (
    compare_with_baseline as compare_with_baseline,
)
from scalecheck.api.findings import (
    explain_rule as explain_rule,
)
from scalecheck.api.findings import (
    list_rules as list_rules,
)
from scalecheck.api.findings import (
    plan_repairs as plan_repairs,
)
from scalecheck.api.findings import (
    render_findings as render_findings,
)
from scalecheck.api.findings import (
    show_repairs as show_repairs,
)
from scalecheck.api.findings import (
    write_baseline as write_baseline,
)
from scalecheck.api.findings import (
    write_repairs as write_repairs,
)
from scalecheck.api.life import (
    diff_rubrics as diff_rubrics,
)
from scalecheck.api.life import (
    draft_table as draft_table,
)
from scalecheck.api.life import (
    find_impact as find_impact,
)
from scalecheck.api.life import (
    render_diff as render_diff,
)
from scalecheck.api.life import (
    render_impact as render_impact,
)
from scalecheck.api.loading import (
    OpenProject as OpenProject,
)
from scalecheck.api.loading import (
    load_project as load_project,
)
from scalecheck.api.loading import (
    load_rubric as load_rubric,
)
from scalecheck.api.loading import (
    load_vocabularies as load_vocabularies,
)
from scalecheck.api.loading import (
    open_project as open_project,
)
from scalecheck.api.loading import (
    write_whole as write_whole,
)
from scalecheck.api.reporting import (
    Report as Report,
)
from scalecheck.api.reporting import (
    ReportOptions as ReportOptions,
)
from scalecheck.api.reporting import (
    make_card as make_card,
)
from scalecheck.api.reporting import (
    make_reports as make_reports,
)
from scalecheck.api.showing import (
    describe as describe,
)
from scalecheck.api.showing import (
    explain as explain,
)
from scalecheck.api.showing import (
    list_rubrics as list_rubrics,
)
from scalecheck.api.showing import (
    new_project as new_project,
)
from scalecheck.api.showing import (
    new_rubric as new_rubric,
)
from scalecheck.api.showing import (
    next_steps as next_steps,
)
from scalecheck.api.showing import (
    render as render,
)
from scalecheck.api.showing import (
    schema as schema,
)
from scalecheck.api.showing import (
    show_coalitions as show_coalitions,
)
from scalecheck.api.showing import (
    show_rubric as show_rubric,
)
from scalecheck.api.upgrading import (
    UpgradedProject as UpgradedProject,
)
from scalecheck.api.upgrading import (
    describe_upgrade as describe_upgrade,
)
from scalecheck.api.upgrading import (
    upgrade_project as upgrade_project,
)
from scalecheck.errors import (
    AmbiguousRubric as AmbiguousRubric,
)
from scalecheck.errors import (
    CannotWrite as CannotWrite,
)
from scalecheck.errors import (
    InvalidDocument as InvalidDocument,
)
from scalecheck.errors import (
    MismatchedRubric as MismatchedRubric,
)
from scalecheck.errors import (
    MissingExtra as MissingExtra,
)
from scalecheck.errors import (
    PrintingError as PrintingError,
)
from scalecheck.errors import (
    ScalecheckError as ScalecheckError,
)
from scalecheck.errors import (
    SourceError as SourceError,
)
from scalecheck.errors import (
    UnknownName as UnknownName,
)
from scalecheck.errors import (
    UnreadableSource as UnreadableSource,
)
from scalecheck.errors import (
    UnusableReference as UnusableReference,
)
from scalecheck.errors import (
    WouldOverwrite as WouldOverwrite,
)
from scalecheck.lint.check import (
    Checked as Checked,
)
from scalecheck.lint.repairing import (
    FileRepair as FileRepair,
)
from scalecheck.model.assessment import (
    Assessment as Assessment,
)
from scalecheck.model.diagnostic import (
    Diagnostic as Diagnostic,
)
from scalecheck.model.language import (
    Language as Language,
)
from scalecheck.model.project import (
    Project as Project,
)
from scalecheck.model.rubric import (
    Rubric as Rubric,
)
from scalecheck.model.rubric_test import (
    RubricTest as RubricTest,
)
from scalecheck.model.vocabularies import (
    Vocabularies as Vocabularies,
)
from scalecheck.version import __version__ as __version__

__all__: list[str]
