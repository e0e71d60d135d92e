"""Odd rubrics, and a hostile one: whatever is valid can be asked."""

from tests.forms.sheets import HOSTILE

from scalecheck.forms.carry import as_plain
from scalecheck.model.rubric import Rubric

HEAD = {
    "format": "scalecheck/rubric@1",
    "version": "1.0.0",
    "licence": "CC0-1.0",
    "headline": "none",
    "non_answers": {
        "unknown": "bounds",
        "not_assessed": "bounds",
        "not_applicable": {"reason": "required", "min_applicable": "60%"},
        "empty_level": "blocks",
    },
    "evidence": {"grades": ["declared"]},
}


def _rubric(name: str, languages: list[str], **parts: object) -> Rubric:
    data = {**HEAD, "id": name, "languages": languages, **parts}
    context = {"language": languages[0]} if len(languages) == 1 else None
    return Rubric.model_validate(as_plain(data), context=context)


def _criterion(name: str, scale: str, **more: object) -> dict[str, object]:
    return {"id": name, "title": f"Question {name}", "scale": scale, **more}


MANY_LEVELS = _rubric(
    "quarante",
    ["fr"],
    title="Quarante niveaux",
    scales=[
        {
            "id": "long",
            "direction": "down",
            "levels": [{"value": str(value)} for value in range(40)],
        }
    ],
    dimensions=[
        {"id": "une", "title": "La seule", "criteria": [_criterion("constructor", "long")]}
    ],
)
AMOUNTS = _rubric(
    "moities",
    ["en"],
    title="Halves and groups",
    scales=[
        {
            "id": "half",
            "levels": [
                {"value": "0.5"},
                {"value": "1", "from": "10%"},
                {"value": "1.5", "id": "most", "above": "50%"},
            ],
        }
    ],
    groups=[
        {"id": "sites", "of": "settings", "criteria": ["reach"]},
        {"id": "elements", "criteria": ["share", "rate"]},
    ],
    dimensions=[
        {
            "id": "all",
            "title": "All of them",
            "criteria": [
                _criterion("whole", "half", not_applicable="allowed"),
                *(_criterion(name, "half") for name in ("reach", "share", "rate")),
            ],
        }
    ],
)
_WORDS = [text[:300] for text in HOSTILE] + ["<img src=x onerror=alert(1)>", "]]> & &amp; <!--"]


def _said(at: int) -> dict[str, str]:
    return {"fr": _WORDS[at % len(_WORDS)], "en": _WORDS[(at + 1) % len(_WORDS)]}


HOSTILE_TEXTS = _rubric(
    "hostile",
    ["fr", "en"],
    title={"fr": "</title><script>alert(1)</script>", "en": "\u202etitle"},
    licence="</footer><b>",
    attributes=[
        {"id": "fact", "title": _said(5), "values": [{"id": "one", "title": _said(10)}, "two"]}
    ],
    scales=[
        {
            "id": "some",
            "levels": [{"value": str(value), "label": _said(value)} for value in range(4)],
        }
    ],
    dimensions=[
        {
            "id": "texts",
            "title": _said(7),
            "description": _said(8),
            "criteria": [
                {
                    "id": f"text-{at}",
                    "title": _said(at),
                    "question": _said(at + 2),
                    "scale": "some",
                    "anchors": {"1": _said(at + 3), "2": _said(at + 4)},
                    "evidence": {"examples": _said(at + 6)},
                    "applies_when": {"fact": "one"},
                }
                for at in range(len(_WORDS))
            ],
        }
    ],
)
ODD = {"many-levels": MANY_LEVELS, "amounts": AMOUNTS, "hostile": HOSTILE_TEXTS}
