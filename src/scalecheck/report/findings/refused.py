"""What keeps an input out of a portfolio, in words: of a cell of a table, or of a document.

Both may bear one code, and speak of different facts: a grade that a cell spells wrong, a grade
that a descriptor names. Only what is wrong in a table says in which column.
"""

from scalecheck.language.catalogue import has, say
from scalecheck.model.diagnostic import Diagnostic, Problem
from scalecheck.model.language import Language
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.wording import Words, find_key, word


def word_refused(problem: Problem, language: Language) -> Words:
    """Put in words what keeps an input out: what is wrong, and what to do."""
    key = f"portfolio_score.problem.{problem.code}"
    facts = dict(problem.facts)
    is_of_document = "column" not in facts and find_key(f"{problem.code}.what", language)
    if is_of_document or not has(f"{key}.what", language):
        found = Diagnostic(problem.code, problem.severity, "", (), None, problem.facts)
        return word(found, language)
    shown: dict[str, object] = {name: neutralise(fact) for name, fact in facts.items()}
    if "count" in shown:
        shown["count"] = int(facts["count"])
    fixes = [say(f"{key}.fix", language, **shown)]
    if "near" in shown:
        fixes.insert(0, say("portfolio_score.near", language, near=shown["near"]))
    return Words(say(f"{key}.what", language, **shown), " ".join(fixes))
