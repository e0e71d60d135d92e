"""Écrit de nouveau le portefeuille d’exemple. · Writes the example portfolio again.

python examples/portfolio/regenerate.py
"""

from pathlib import Path

import scalecheck as sc
from scalecheck.portfolio.generate.files import write_table, write_truth
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions

HERE = Path(__file__).resolve().parent
RUBRIC = HERE.parent.parent / "rubrics" / "is-echelle.yaml"
OPTIONS = GenerateOptions(seed=2027, projects=300, gatherings=3)


def contents() -> dict[str, str]:
    """Make the two files: the table, and what was planted in it."""
    found = generate(sc.load_rubric(RUBRIC), sc.load_vocabularies(), OPTIONS)
    return {"portfolio.csv": write_table(found), "planted.csv": write_truth(found)}


if __name__ == "__main__":
    for name, text in contents().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="")
