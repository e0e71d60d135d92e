"""Write `coverage.md` from `coverage.yaml`: what serves each idea of the workshop note.

Run it from anywhere: `python docs/make_coverage.py`.
"""

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SOURCE, PAGE = HERE / "coverage.yaml", HERE / "coverage.md"

HEAD = """\
<!-- Written by docs/make_coverage.py from docs/coverage.yaml: change that one. -->
# Ce qui sert chaque idée · What serves each idea

Les idées sont celles de la note d’atelier de 2021 sur la mise à l’échelle en innovation sociale,
dites dans nos mots et numérotées. **Prévu** veut dire : pas encore là.

The ideas are those of the workshop note of 2021 on scaling social innovation, in our own words and
numbered. **Planned** means: not there yet.
"""

KINDS = (
    ("criteria", "Critères · Criteria"),
    ("fields", "Fiche · Descriptor"),
    ("rubric", "Grille · Rubric"),
    ("report", "Rapport · Report"),
    ("commands", "Commandes · Commands"),
)


def read() -> dict[str, Any]:
    """Read the source."""
    found: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return found


def generate(source: dict[str, Any]) -> str:
    """Lay out the page."""
    parts = [_index(source), *(_section(idea, source["planned"]) for idea in source["ideas"])]
    return "\n".join([HEAD, *parts])


def _index(source: dict[str, Any]) -> str:
    later = [idea["id"] for idea in source["ideas"] if idea.get("planned")]
    only = [idea["id"] for idea in source["ideas"] if not idea.get("criteria")]
    return (
        "Sans critère, propriété d’un portefeuille · "
        f"No criterion, a property of a portfolio\u00a0: {', '.join(only)}.\n\n"
        f"En partie prévu · Partly planned\u00a0: {', '.join(later)}.\n"
    )


def _section(idea: dict[str, Any], planned: dict[str, Any]) -> str:
    lines = [f"## {idea['id']}", "", f"**{_french(idea['idea']['fr'])}**<br>"]
    lines += [f"*{idea['idea']['en']}*", "", _french(idea["how"]["fr"]) + "<br>"]
    lines += [f"*{idea['how']['en']}*", ""]
    for kind, title in KINDS:
        if idea.get(kind):
            lines.append(f"- {title}\u00a0: {', '.join(f'`{name}`' for name in idea[kind])}")
    for name in idea.get("planned", ()):
        french, english = _french(planned[name]["fr"]), planned[name]["en"]
        lines.append(f"- **Prévu · Planned**\u00a0: {french} · *{english}*")
    return "\n".join([*lines, ""])


def _french(text: str) -> str:
    """Put the no-break spaces that Québec usage asks for."""
    for sign in (" :", " »", " %"):
        text = text.replace(sign, "\u00a0" + sign[1])
    return text.replace("« ", "«\u00a0")


if __name__ == "__main__":
    PAGE.write_text(generate(read()), encoding="utf-8", newline="\n")
