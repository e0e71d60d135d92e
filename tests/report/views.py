"""Views and reports of the examples, and of small cases that the examples do not show."""

from functools import cache

from tests.report.examples import ROOT, read_example, rubric_named

from scalecheck.model.language import Language
from scalecheck.report.format import Look
from scalecheck.report.render import render_view
from scalecheck.report.view.build import build_view
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

FR, EN = Language.FR, Language.EN
FORMATS = ("html", "markdown", "terminal")


@cache
def vocabularies():
    return load(ROOT / "rubrics/vocabularies/quebec.yaml", kind_named("vocabularies")).value


@cache
def view_of(name, language=FR):
    """The view of an example, with its earlier assessments under the same rubric."""
    found, _ = read_example(name)
    every = found.project.assessments
    earlier = [p for p in range(found.position) if every[p].rubric == found.snapshot.rubric]
    history = tuple(again(found, position=p) for p in earlier)
    return build_view(found, language, history)


def again(found, **options):
    """Assess a project once more, with other options."""
    lists = found.vocabularies
    return assess(found.rubric, found.project, Options(vocabularies=lists, **options))


def changed(name, answers=None, **project):
    """Assess an example whose project, or the answers of its last assessment, are changed."""
    found, _ = read_example(name)
    before = found.project
    snapshot = found.snapshot
    if answers is not None:
        snapshot = snapshot.model_copy(update={"answers": answers, "plans": ()})
    update = {**project, "assessments": (snapshot,)}
    one = before.model_copy(update=update)
    return assess(found.rubric, one, Options(vocabularies=found.vocabularies))


def page(view, name, **look):
    """A view laid out in a format."""
    return render_view(view, name, Look(**look))


__all__ = ["EN", "FORMATS", "FR", "again", "changed", "page", "rubric_named", "view_of"]
