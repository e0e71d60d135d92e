"""Reports a second: HTML with JSON, and PDF, beside what their bare templates take.

    python benchmarks/reports.py [PROJECTS]

Makes so many different projects (1,000 by default) by changing the answers of an example, seed 1,
and assesses them before any clock starts, with nothing of that left to collect. Then one process,
warm, on one core: the past, the view, the page and the file of each. Beside it, the template alone
on data already made: what no report can beat.
Seconds depend on the machine; the ratio less. Needs `python -m pip install "scalecheck[pdf]"`.
"""

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import scalecheck as sc
from scalecheck.model.answer import Answer
from scalecheck.model.language import Language
from scalecheck.report.outline import outline
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.templating import render_template
from scalecheck.report.typst.data import day_of
from scalecheck.report.typst.printer import pack, print_data
from scalecheck.report.view.build import build_view
from scalecheck.report.writers.pdf import write

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "cuisines-du-fjord" / "project.yaml"
SEED = 1
TARGETS = {"HTML + JSON": 60, "PDF": 8}


def projects(count: int) -> Iterator[sc.Assessment]:
    """Assess as many variants of the example, each with other levels."""
    chance = random.Random(SEED)
    rubric, project = sc.load_rubric("is-echelle"), sc.load_project(EXAMPLE)
    for number in range(count):
        yield sc.assess(rubric, varied(project, number, chance))


def varied(project: sc.Project, number: int, chance: random.Random) -> sc.Project:
    """The same project under another id, where some answers are lower."""
    current = project.current
    answers = {name: lowered(answer, chance) for name, answer in current.answers.items()}
    snapshot = current.model_copy(update={"answers": answers})
    others = [one for one in project.assessments if one is not current]
    changes = {"id": f"{project.id}-{number}", "assessments": (*others, snapshot)}
    return project.model_copy(update=changes)


def lowered(answer: object, chance: random.Random) -> object:
    """The same answer, or three times in ten one level less."""
    is_level = isinstance(answer, Answer) and str(answer.level).isdigit() and answer.level != "0"
    if not isinstance(answer, Answer) or not is_level or chance.random() > 0.3:
        return answer
    return answer.model_copy(update={"level": str(int(str(answer.level)) - 1)})


def page_of(assessment: sc.Assessment) -> Page:
    """The report of an assessment, in blocks."""
    view = build_view(assessment, Language.FR)
    head, day = view.header, assessment.snapshot.date
    blocks, title = tuple(outline(view)), str(head.title)
    return Page(PageKind.PROJECT, Language.FR, "report", title, "", day, blocks, (), view)


def rate(step: Callable[[int], object], count: int) -> float:
    """How many a second, by the processor's time, once warm."""
    step(0)
    start = time.process_time()
    for number in range(count):
        step(number)
    return count / (time.process_time() - start)


def told(name: str, ours: float, bare: float) -> bool:
    """Print one line; tell whether the target is met."""
    target = TARGETS[name]
    ratio = f"{bare / ours:.2f} times the bare template ({bare:.1f}/s)"
    print(f"{name:12} {ours:7.1f} reports/s   {ratio}   target {target}")
    return ours >= target


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and fail where a target is missed."""
    count = int(arguments[0]) if arguments else 1000
    found = list(projects(count))
    results = [sc.render(one, "json", language="fr") for one in found]
    views = [build_view(one, Language.FR) for one in found]
    packed = [
        pack([page_of(one)], Printing(result=result))
        for one, result in zip(found, results, strict=True)
    ]
    gc.collect()
    gc.freeze()  # what is measured against is no part of a report
    print(f"{count} projects, {len(set(results))} distinct results")

    def screens(number: int) -> None:
        sc.render(found[number], "html", language="fr")
        sc.render(found[number], "json", language="fr")

    html = rate(screens, count)
    bare_html = rate(lambda n: render_template("report.html.j2", views[n]), count)
    pdf = rate(lambda n: write([page_of(found[n])], Printing(result=results[n])), count)
    day = day_of(page_of(found[0]))
    bare_pdf = rate(lambda n: print_data(packed[n], day), count)
    kept = [told("HTML + JSON", html, bare_html), told("PDF", pdf, bare_pdf)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
