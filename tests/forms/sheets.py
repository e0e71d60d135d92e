"""Sheets of answers at random, hostile texts included, and what makes two of them the same."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import strategies as st

from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.carry import tidy
from scalecheck.forms.questionnaire import Question, Questionnaire
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.plain_data import sheet_data
from scalecheck.model.project import Evidence
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Assessor, Context, Kind
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2-3",
    "@SUM(A1)",
    '« Guillemets » d’ici, l\'apostrophe "droite" et le \\ renversé',
    "deux\nlignes\n\nune vide",
    "tab\tulation",
    "émoji 🙂👩🏽‍🌾 et accents é̀",
    "مرحبا بالعالم",
    "\u202eà l'envers",
    "</script><b onclick=alert(1)>gras</b>",
    "--> <!-- commentaire -->",
    "{{ 7 * 7 }} {% raw %} ${x} %s",
    "- [x] 3 · case cochée",
    "```\nclôture",
    "# titre\n| a | b |",
    "unknown",
    "yes",
    "3",
    "007",
    "1e3",
    "null",
    "TRUE",
    "2026-10-15",
    "a: b # c",
    "x" * 5_000,
    "très long " * 900,
    "P1, P2; P3",
    "#REF!",
)
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
_words = st.text(_LETTERS, min_size=1, max_size=40).map(str.strip).map(tidy).filter(bool)
words = st.one_of(st.sampled_from(HOSTILE), _words).map(str.strip).filter(bool)
# What stands on one line of a form: a title, a role.
lines = words.map(lambda text: " ".join(text.split())[:200].strip()).filter(bool)
days = st.dates().map(str).filter(lambda day: day >= "1900")


def texts(said: st.SearchStrategy[str] = words) -> st.SearchStrategy[Text]:
    """A text in one language, or in both."""
    one = st.builds(lambda w: Text(fr=w), said) | st.builds(lambda w: Text(en=w), said)
    return one | st.builds(lambda a, b: Text(fr=a, en=b), said, said)


def slugs(prefix: str, most: int) -> st.SearchStrategy[list[str]]:
    """A few names: `p-1`, `p-2`…"""
    return st.integers(0, most).map(lambda n: [f"{prefix}-{i + 1}" for i in range(n)])


@st.composite
def records(draw: st.DrawFn, grades: list[str]) -> Evidence:
    return Evidence(
        title=draw(texts(lines)),
        kind=draw(st.sampled_from([None, "minutes", "agreement"])),
        date=draw(st.none() | days),
        issuer=draw(st.sampled_from([None, "bearer"])),
        grade=draw(st.sampled_from(grades)),
        where=draw(st.none() | texts(lines)),
        note=draw(st.none() | texts()),
    )


@st.composite
def answers(draw: st.DrawFn, question: Question, cited: list[str]) -> Answer:
    """One answer of any kind that a question takes."""
    values = [choice.value for choice in question.choices]
    kinds = ["level", "level", "between", "unknown"]
    kinds += ["not_applicable"] if question.may_be_not_applicable else []
    kinds += ["amount"] if question.takes_amounts else []
    said: dict[str, object] = {}
    kind = draw(st.sampled_from(kinds))
    if kind == "level":
        said["level"] = draw(st.sampled_from(values))
    elif kind == "between":
        low, high = sorted(draw(st.tuples(*[st.integers(0, len(values) - 1)] * 2)))
        said["between"] = (values[low], values[high])
    elif kind == "unknown":
        said["unknown"] = True
    elif kind == "amount":
        said["amount"] = Fraction(draw(st.integers(-(10**6), 10**6)), 100)
    else:
        said["not_applicable"] = draw(words)
    if draw(st.booleans()):
        some = draw(st.lists(st.sampled_from(cited), unique=True)) if cited else []
        said["evidence"] = tuple(sorted(some, key=cited.index))
    said["note"] = draw(st.none() | texts())
    said["reason"] = draw(st.none() | texts())
    return Answer(**{name: one for name, one in said.items() if one is not None})


@st.composite
def sheets(draw: st.DrawFn, rubric: Rubric, language: Language = Language.FR) -> AnswerSheet:
    """A sheet that fits a rubric: any answers, records, instances, facts."""
    asked = make_questionnaire(rubric, blank(rubric, language))
    grades = [grade.id for grade in rubric.evidence.grades]
    cited = draw(slugs("p", 3))
    given: dict[str, object] = {}
    settings: list[Instance] | None = draw(st.none() | st.just([]))
    groups: dict[str, tuple[Instance, ...]] = {}
    for part in asked.groups:
        ids = draw(slugs("lieu", 2))
        made = [_instance(draw, one, part.fields) for one in ids]
        if part.of_settings:
            known = {one.id for one in settings or ()}
            settings = [*(settings or ()), *(one for one in made if one.id not in known)]
        else:
            groups[part.id] = tuple(made)
        found = {one.id: _some(draw, part.questions, cited) for one in made}
        found = {name: one for name, one in found.items() if one}
        if found:
            given[part.id] = found
    for alone in asked.parts:
        given.update(_some(draw, alone.questions, cited))
    facts = {f.id: (draw(st.sampled_from(f.options)).id,) for f in asked.fields if f.options}
    return blank(rubric, language).model_copy(
        update={
            "project": draw(st.none() | st.just("mon-projet")),
            "title": draw(st.none() | texts(lines)),
            "organization": draw(st.none() | texts(lines)),
            "date": draw(days),
            "kind": draw(st.sampled_from(list(Kind))),
            "assessor": Assessor(
                role=draw(st.none() | lines), organization=draw(st.none() | lines)
            ),
            "context": Context(),
            "note": draw(st.none() | texts()),
            "attributes": {k: v for k, v in facts.items() if draw(st.booleans())},
            "settings": None if settings is None else tuple(settings),
            "groups": groups,
            "evidence": {name: draw(records(grades)) for name in cited},
            "answers": given,
        }
    )


def _instance(draw: st.DrawFn, name: str, fields: tuple) -> Instance:
    title = draw(st.none() | texts(lines))
    facts = {f.id: (draw(st.sampled_from(f.options)).id,) for f in fields if f.options}
    kept = {k: v for k, v in facts.items() if draw(st.booleans())}
    return Instance(id=name, title=title, attributes=kept)


def _some(draw: st.DrawFn, questions: tuple[Question, ...], cited: list[str]) -> dict[str, Answer]:
    picked = [one for one in questions if draw(st.booleans())]
    return {one.id: draw(answers(one, cited)) for one in picked}


def blank(rubric: Rubric, language: Language = Language.FR) -> AnswerSheet:
    """A sheet without an answer, as a blank form opens."""
    return AnswerSheet(
        format="scalecheck/answers@1",
        rubric=rubric.id,
        rubric_version=rubric.version,
        fingerprint="0" * 64,
        language=language,
    )


def questionnaire(
    rubric: Rubric, sheet: AnswerSheet, vocabularies: Vocabularies | None = None
) -> Questionnaire:
    """What a form made from a sheet asks, its answers shown as the last ones too."""
    return make_questionnaire(rubric, sheet, vocabularies, ("2025-01-31", sheet.answers))


def canonical(sheet: AnswerSheet) -> object:
    """What two sheets must share to be the same: their plain data, an empty list being none."""
    return _settle(sheet_data(sheet))


def _settle(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _settle(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_settle(one) for one in value]
    return tidy(str(value)).strip()
