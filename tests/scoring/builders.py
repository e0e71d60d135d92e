"""Small rubrics and projects for tests, from Python data or YAML, through the real models."""

from collections.abc import Mapping
from fractions import Fraction

from scalecheck.model.base import Plain
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.check_rubric import find_problems
from scalecheck.model.facts import Key
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine

FRENCH = {"language": "fr"}
NON_ANSWERS = {
    "unknown": "bounds",
    "not_assessed": "bounds",
    "not_applicable": {"reason": "required", "min_applicable": "60%"},
    "empty_level": "blocks",
}
RUBRIC = {
    "format": "scalecheck/rubric@1",
    "id": "essai",
    "version": "1.0.0",
    "languages": ["fr"],
    "title": "Grille d’essai",
    "licence": "CC0-1.0",
    "non_answers": NON_ANSWERS,
}
PROJECT = {"format": "scalecheck/project@1", "id": "fiche", "title": "Fiche d’essai"}
DATE = "2026-10-15"


def plain(data):
    """Write data as a file would hold it: every text without quotes, every list a tuple."""
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return tuple(plain(value) for value in data)
    return Plain(data) if isinstance(data, str) else data


def read_yaml(text):
    """Read YAML as the product does; it must be sound."""
    document = parse(text.encode(), "essai.yaml")
    assert document.diagnostics == ()
    return document.data


def as_data(parts):
    """Data as they are, or those of a YAML text."""
    return dict(read_yaml(parts)) if isinstance(parts, str) else parts


# Rubrics ------------------------------------------------------------------------------------------


def scale(name="niveau-c", values=range(6), scores=None, **more):
    """A scale from its values, worst to best by default, with a score for each if given."""
    levels = [value if isinstance(value, Mapping) else {"value": value} for value in values]
    for level, score in zip(levels, scores or (), strict=False):
        level["score"] = score
    return {"id": name, "levels": levels, **more}


def named_scale(name, *ids, **more):
    """A scale whose levels are named, and valued 0, 1, 2… in that order."""
    return scale(name, [{"value": n, "id": i} for n, i in enumerate(ids)], **more)


def criterion(given, scale_id):
    """A criterion from its id, or from what is particular to it."""
    more = {"id": given} if isinstance(given, str) else given
    return {"title": more["id"], "scale": scale_id, **more}


def criteria(names, weights=(), efforts=(), scale_id="niveau-c"):
    """Criteria from their ids, with weights and efforts in the same order."""
    found = [criterion(name, scale_id) for name in names.split()]
    for word, values in (("weight", weights), ("effort", efforts)):
        for one, value in zip(found, values, strict=False):
            one[word] = value
    return found


def rubric_data(text=None, /, criteria=(), **parts):
    """The data of a small rubric: what is not said is filled in.

    `criteria` (ids in a text, or a list) makes one dimension `d`; the scale, where none is given,
    goes from 0 to 5, so that a rank equals its value. Without levels the headline is `none`.
    """
    given = {**as_data(text or {}), **parts}
    scales = given.get("scales") or [scale()]
    names = criteria.split() if isinstance(criteria, str) else criteria
    if names:
        members = [criterion(name, scales[0]["id"]) for name in names]
        given["dimensions"] = ({"id": "d", "title": "D", "criteria": members},)
    if "levels" not in given:
        given.setdefault("headline", "none")
    return plain({**RUBRIC, **given, "scales": scales})


def rubric(text=None, /, **parts):
    """A small rubric that must be valid."""
    value = Rubric.model_validate(rubric_data(text, **parts), context=FRENCH)
    assert find_problems(value) == ()
    return value


def problems_of(text=None, /, **parts):
    """The codes of what keeps a small rubric from being computed."""
    value = Rubric.model_validate(rubric_data(text, **parts), context=FRENCH)
    return [problem.code for problem in find_problems(value)]


def level(value, requires, **more):
    """One level of a ladder."""
    return {"value": value, "requires": requires, **more}


def non_answers(**changes):
    """The four policies, some of them changed; `min_applicable` goes where it belongs."""
    share = changes.pop("min_applicable", "60%")
    reason = changes.pop("reason", "required")
    policy = {"reason": reason, "min_applicable": share}
    return {**NON_ANSWERS, "not_applicable": policy, **changes}


# Projects -----------------------------------------------------------------------------------------


def answers_of(given, names=()):
    """Answers from a mapping, from YAML, or from levels in the order of `names`."""
    if isinstance(given, Mapping):
        return given
    if isinstance(given, str):
        return read_yaml(given)
    return dict(zip(names, given, strict=True))


def snapshot(answers, **more):
    """One assessment."""
    return {"date": DATE, "kind": "consensus", "rubric": "essai", "answers": answers, **more}


def project(answers=None, /, **parts):
    """A small project, with one assessment unless `assessments` are given."""
    own = ("date", "kind", "context", "plans", "assessor")
    about = {key: parts.pop(key) for key in own if key in parts}
    given = {**PROJECT, **parts}
    if "assessments" not in given:
        given["assessments"] = [snapshot(answers_of(answers or {}), **about)]
    value = Project.model_validate(plain(given), context=FRENCH)
    assert find_project_problems(value) == ()
    return value


def record(grade="documented", **more):
    """One record of evidence."""
    return {"title": "Pièce", "grade": grade, **more}


def vocabularies(**lists):
    """Closed lists, each entry an id or a mapping."""
    head = {"format": "scalecheck/vocabularies@1", "id": "v", "version": "1", "languages": ["fr"]}
    entries = {
        name: [{"label": "m", **(w if isinstance(w, Mapping) else {"id": w})} for w in words]
        for name, words in lists.items()
    }
    return Vocabularies.model_validate(plain({**head, **entries}), context=FRENCH)


# Results ------------------------------------------------------------------------------------------


def result(grid, answers=None, /, *, options=None, misfits=False, **parts):
    """Assess answers; levels may be listed in the order of the rubric's criteria."""
    names = [c.id for c in grid.criteria]
    given = None if answers is None else answers_of(answers, names)
    fiche = project(given, **parts)
    if not misfits:
        assert find_misfits(grid, fiche) == ()
    return assess(grid, fiche, options)


def quick(grid, answers, **parts):
    """Assess without the sensitivity part: for tests that go through many cases."""
    return result(grid, answers, options=Options(sensitivity=False), **parts)


def name_of(found, position):
    """The value of a level by its position: `none` below the first, None where not assessable."""
    if position is None:
        return None
    return "none" if position < 0 else found.rubric.levels[position].value


def official(found):
    """The official level."""
    return name_of(found, found.headline.low)


def possible(found):
    """The level if every open answer turned out well."""
    return name_of(found, found.headline.high)


def interval(found):
    """The official and the possible level."""
    return official(found), possible(found)


def claimed(found):
    """The claimed levels, low and high."""
    headline = found.headline
    return name_of(found, headline.claimed_low), name_of(found, headline.claimed_high)


def value(found, name, instance=""):
    """The value of a node: one figure where both ends agree, or the pair."""
    node = found.nodes[name, instance].value
    return node.low if node.low == node.high else (node.low, node.high)


def why(found, name, instance=""):
    """Why a node is not computed."""
    return found.nodes[name, instance].value.why


def level_named(found, name, instance=""):
    """The id (or the value) of the level that an ordinal node gives at its low end."""
    node = found.nodes[name, instance]
    typed = next((s for s in found.rubric.scales if s.id == node.scale), None)
    at = typed.by_rank[node.value.low]
    return at.id or str(at.value)


def proof(found, value):
    """The proof of the level of that value."""
    return next(level.proof for level in found.levels if level.value == str(value))


def truth(found, value):
    """What became of the rule of the level of that value."""
    return str(next(level.truth for level in found.levels if level.value == str(value)))


def gaps(found):
    """The gaps of the next level: name to reason."""
    return {gap.name: str(gap.reason) for gap in found.gaps}


def steps(found, kind="cheapest"):
    """The steps of a way to the next level, name to target rank, and its cost."""
    chosen = getattr(found.next_steps, kind)
    return {step.key.criterion: step.target for step in chosen.steps}, chosen.cost


def remarks(found):
    """The codes of what was set aside or missing."""
    return [remark.code for remark in found.remarks]


def fact(found, name, instance=""):
    """What is known of one question."""
    return found.facts[Key(name, instance)]


def fraction(text):
    """An exact number."""
    return Fraction(text)


# Refusals -----------------------------------------------------------------------------------------


def findings(text, kind="rubric"):
    """What is wrong with a document: (code, line, column) of each finding, in order."""
    _, found = examine(parse(text.encode(), "essai.yaml"), kind_named(kind))
    return [(d.code, d.span.line, d.span.column) if d.span else (d.code, 0, 0) for d in found]


def place(text, snippet):
    """The line and the column where a snippet, written once in a text, begins."""
    assert text.count(snippet) == 1, f"{snippet!r} is there {text.count(snippet)} times"
    before = text[: text.index(snippet)].split("\n")
    return len(before), len(before[-1]) + 1
