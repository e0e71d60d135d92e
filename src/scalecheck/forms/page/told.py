"""The words that the script says by itself, each with its places left open."""

from collections.abc import Mapping

from scalecheck.language import catalogue
from scalecheck.model.language import Language

# fmt: off
SCRIPT = (
    "progress", "part", "not-saved", "resumed", "erased", "undone", "imported", "exported",
    "all-answered", "file", "cannot-import", "cannot-export", "more-problems", "name-needed",
    "untitled", "remove-cited", "cited-by",
)
PROBLEMS = (
    "form-page-not-answers", "not-json", "not-answers", "other-rubric", "other-edition",
    "other-project", "shape", "unknown-key", "unknown-question", "unknown-instance",
    "unknown-level", "several-answers", "no-answer", "between", "amount", "not-applicable",
    "reason-missing", "unknown-record", "record-title", "record-date", "record-grade", "day",
    "identifier",
)
# fmt: on
_PLACES = ("done", "total", "name", "got", "place")
_OPEN = {name: f"{{{name}}}" for name in _PLACES}


def words_of(language: Language) -> Mapping[str, str]:
    """Give the words of the script in a language: by their key, or by the code of a problem."""
    keys = {name: f"form_page.script.{name}" for name in SCRIPT}
    keys |= {name: f"form_page.problem.{name}" for name in PROBLEMS}
    keys["choose"] = "form_page.question.choose"
    return {name: catalogue.say(key, language, **_OPEN) for name, key in keys.items()}
