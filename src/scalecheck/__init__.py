"""scalecheck assesses how ready a social innovation is to scale.

Everything public is named here, and imported when it is first used: `import scalecheck` is light.

    import scalecheck as sc

    rubric = sc.load_rubric("is-echelle")
    project = sc.load_project("examples/cuisines-du-fjord/project.yaml")
    result = sc.assess(rubric, project, vocabularies=sc.load_vocabularies())
    print(sc.render(result, "markdown", language="fr"))
"""

from scalecheck.version import __version__ as __version__

_HOMES = {
    "api.assessing": ("Run", "assess", "assess_files", "assess_history", "verify"),
    "api.checking": (
        "check",
        "check_paths",
        "has_errors",
        "run_rubric_tests",
        "shipped_tests",
        "test_file",
    ),
    "api.collecting": ("Imported", "append_sheet", "import_forms"),
    "api.drafting": ("draft_of",),
    "api.findings": (
        "compare_with_baseline",
        "explain_rule",
        "list_rules",
        "plan_repairs",
        "render_findings",
        "show_repairs",
        "write_baseline",
        "write_repairs",
    ),
    "api.forms": ("Form", "FormOptions", "make_form"),
    "api.framing": ("assess_frame",),
    "api.fund": ("FundOptions", "make_fund_reports", "read_portfolio"),
    "api.generating": ("MadePortfolio", "make_portfolio"),
    "api.interviewing": ("InterviewOptions", "Outcome", "Sitting", "open_interview"),
    "api.life": ("diff_rubrics", "draft_table", "find_impact", "render_diff", "render_impact"),
    "api.loading": (
        "OpenProject",
        "load_project",
        "load_rubric",
        "load_vocabularies",
        "open_project",
        "write_whole",
    ),
    "api.portfolio": ("PortfolioOptions", "score_portfolio"),
    "api.portfolio_mapping": ("DraftMapping", "guess_mapping"),
    "api.portfolio_template": ("portfolio_template",),
    "api.portfolio_words": ("describe_refused",),
    "api.portfolio_writing": ("PortfolioScored",),
    "api.reporting": ("Report", "ReportOptions", "make_card", "make_reports"),
    "api.showing": (
        "describe",
        "explain",
        "list_rubrics",
        "new_project",
        "new_rubric",
        "next_steps",
        "render",
        "schema",
        "show_coalitions",
        "show_rubric",
    ),
    "api.upgrading": ("UpgradedProject", "describe_upgrade", "upgrade_project"),
    "errors": (
        "AmbiguousRubric",
        "CannotWrite",
        "InvalidDocument",
        "MismatchedRubric",
        "MissingExtra",
        "PrintingError",
        "ScalecheckError",
        "SourceError",
        "UnknownName",
        "UnreadableSource",
        "UnusableReference",
        "WouldOverwrite",
    ),
    "lint.check": ("Checked",),
    "lint.repairing": ("FileRepair",),
    "model.answer_sheet": ("AnswerSheet",),
    "model.assessment": ("Assessment",),
    "model.diagnostic": ("Diagnostic",),
    "model.language": ("Language",),
    "model.portfolio": ("Portfolio",),
    "model.project": ("Project",),
    "model.rubric": ("Rubric",),
    "model.rubric_test": ("RubricTest",),
    "model.vocabularies": ("Vocabularies",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(["__version__", *_HOME_OF])  # a list, made from one table


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562)."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'scalecheck' has no attribute '{name}'")
    from importlib import import_module

    value = getattr(import_module(f"scalecheck.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
