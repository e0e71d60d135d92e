"""How long it takes to bring returned forms into their projects, against reading them alone.

    python benchmarks/forms.py [HOW_MANY]

Makes that many forms (200 by default) about as many projects, a third each as Excel workbooks,
texts and answer sheets, one in ten damaged; then reads them, and imports them. Prints both times
and their ratio; the target is 3. Exits 1 where it is missed, or where forms are lost.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

import scalecheck as sc
from scalecheck.api.returned import Reader

TARGET = 3.0
PROJECT = Path("examples/cuisines-du-fjord/project.yaml")
ANSWERS = Path("examples/cuisines-du-fjord/answers.yaml")
OPTIONS = sc.FormOptions(date="2027-03-01")


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """Write projects and the forms that come back about them."""
    into, forms = folder / "projects", folder / "forms"
    into.mkdir()
    forms.mkdir()
    text, sheet = (path.read_text(encoding="utf-8") for path in (PROJECT, ANSWERS))
    for number in range(count):
        name = f"projet-{number}"
        project = into / f"{name}.yaml"
        project.write_text(text.replace("cuisines-du-fjord", name), encoding="utf-8")
        kind = ("xlsx", "markdown", "sheet")[number % 3]
        if kind == "sheet":
            content = sheet.replace("cuisines-du-fjord", name).encode()
        else:
            content = sc.make_form(kind, project=project, options=OPTIONS).content
        suffix = {"xlsx": "xlsx", "markdown": "md", "sheet": "yaml"}[kind]
        if number % 10 == 9:
            content = content[: len(content) // 2]
        (forms / f"{number:03}.{suffix}").write_bytes(content)
    return into, forms


def main() -> int:
    """Print the figures; 0 where the target is met and nothing was lost."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    folder = Path(tempfile.mkdtemp())
    try:
        into, forms = make(folder, count)
        files = sorted(forms.iterdir())
        list(sc.import_forms(files[:3], into, dry_run=True))  # what is imported once, is
        start = time.process_time()
        reader = Reader()
        read = [one for file in files for one in reader.read(file)]
        reading = time.process_time() - start
        start = time.process_time()
        found = list(sc.import_forms(files, into))
        importing = time.process_time() - start
    finally:
        shutil.rmtree(folder)
    refused = sum(one.fate == "refused" for one in found)
    ratio = importing / reading
    print(f"{len(files)} forms read: {reading:.2f} s; imported: {importing:.2f} s")
    print(f"ratio: {ratio:.2f} (target {TARGET})")
    print(f"taken in: {len(found) - refused}, refused: {refused}, read: {len(read)}")
    whole = len(found) == len(files) == len(read)
    return 0 if ratio <= TARGET and whole else 1


if __name__ == "__main__":
    sys.exit(main())
