"""A small rubric, and members of a portfolio made in a line."""

from fractions import Fraction

from scalecheck.model.facts import Interval
from scalecheck.model.language import Language
from scalecheck.model.portfolio import (
    Amount,
    LevelNow,
    Member,
    Setting,
    Support,
)
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies

NAMES = ("preuve", "modele", "milieu", "equipe", "env")


def rubric(**changes):
    data = {
        "format": "scalecheck/rubric@1",
        "id": "small",
        "version": "1",
        "languages": ["fr"],
        "title": {"fr": "Petite grille"},
        "licence": "CC0-1.0",
        "non_answers": {
            "unknown": "bounds",
            "not_assessed": "bounds",
            "not_applicable": {"reason": "optional", "min_applicable": Fraction(1, 2)},
            "empty_level": "blocks",
        },
        "scales": [{"id": "force", "levels": [{"value": n} for n in range(6)]}],
        "dimensions": [
            {
                "id": "tout",
                "title": {"fr": "Tout"},
                "criteria": [{"id": n, "title": {"fr": n}, "scale": "force"} for n in NAMES],
            }
        ],
        "stages": [{"id": "tot", "title": {"fr": "Tôt"}}, {"id": "tard", "title": {"fr": "Tard"}}],
        "levels": [
            {"value": str(n), "stage": stage, "requires": {name: str(n) for name in NAMES}}
            for n, stage in ((1, "tot"), (2, "tot"), (3, "tard"), (4, "tard"))
        ],
        "tracks": [
            {"id": "wide", "title": {"fr": "Large"}},
            {"id": "near", "title": {"fr": "Proche"}, "ceiling": "2"},
        ],
    }
    return Rubric.model_validate({**data, **changes})


def vocabularies():
    lists = {
        "sectors": ("sante", "logement", "culture"),
        "clienteles": ("jeunes", "familles"),
        "territories": ("02", "09"),
        "funding_purposes": ("pilot", "scaling"),
    }
    return Vocabularies.model_validate(
        {
            "format": "scalecheck/vocabularies@1",
            "id": "v",
            "version": "1",
            "languages": ["fr"],
            **{k: [{"id": w, "label": {"fr": w}} for w in some] for k, some in lists.items()},
        }
    )


def fr(words):
    return Text.model_construct(fr=words)


def member(name, summary=None, *, level=None, stage=None, language="fr", **facts):
    words = {language: summary} if summary else {}
    return Member(
        id=name,
        title=Text.model_construct(**{language: facts.pop("title", name)}),
        language=Language(language),
        summary=Text.model_construct(**words) if words else None,
        level=LevelNow(official=level, claimed=level, possible=level, stage=stage),
        **facts,
    )


def money(amount, year=2027, currency="CAD", **said):
    return Amount(year, Fraction(amount), currency, **said)


def setting(title):
    return Setting(title.lower(), fr(title))


def support(title, *functions):
    return Support(fr(title), functions=functions)


def ranks(**levels):
    return {name: Interval(level, level) for name, level in levels.items()}
