"""The ten examples, assessed, with the place in their file of every path."""

from functools import cache
from pathlib import Path

from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

ROOT = Path(__file__).parents[2]
NAMES = tuple(sorted(path.parent.name for path in ROOT.glob("examples/*/project.yaml")))


@cache
def rubric_named(name):
    return load(ROOT / f"rubrics/{name}.yaml", kind_named("rubric")).value


@cache
def read_example(name):
    """The assessment of an example, and a function that tells where a path stands in its file."""
    loaded = load(ROOT / f"examples/{name}/project.yaml", kind_named("project"))
    words = load(ROOT / "rubrics/vocabularies/quebec.yaml", kind_named("vocabularies")).value
    project = loaded.value
    found = assess(rubric_named(project.current.rubric), project, Options(vocabularies=words))

    def locate(path):
        span = loaded.document.locate(path)
        return f"project.yaml:{span.line}:{span.column}" if span else None

    return found, locate
